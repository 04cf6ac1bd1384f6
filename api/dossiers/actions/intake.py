"""The verb of a one-stop system: tell what happened to dossiers, safely again and again."""

import asyncio
from collections import Counter
from collections.abc import Collection, Coroutine, Sequence
from datetime import datetime
from itertools import product
from typing import Any
from uuid import UUID

import msgspec

from api.dossiers.actions.counting import Desk, open_desk
from api.dossiers.actions.keys import Source
from api.dossiers.actions.scribe import Scribe
from api.dossiers.contracts import (
    DossierChange,
    DossierStateChanged,
    FiledBy,
    Receipt,
    State,
    Verdict,
)
from api.dossiers.contracts.integration import ToldChange
from api.dossiers.rules.facts import NO_PHONE, Heard, PhoneHashes, Told
from api.dossiers.rules.letters import TITLE, apology
from api.dossiers.rules.proof import (
    EventIdReused,
    check_change,
    check_text,
    clean_code,
    code_key,
    hash_last4,
    hash_phone,
    mobile_e164,
    phone_digits,
)
from api.dossiers.rules.taking import Dossier
from api.dossiers.store import intake as store
from api.dossiers.store import letters, writing
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import Problem
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.kit.tokens import equal, keyed_hash

STRETCH = 1_000
"""Dossiers written together, while the next are judged."""
BREATH = 100
"""Events judged before others are let in: a batch must not keep the process from answering."""


async def tell_change(
    tx: Connection, raw_code: str, change: DossierChange, *, source: Source, settings: Settings
) -> tuple[Receipt, bool]:
    """Take one event; the receipt, and whether the dossier is new.

    The dossier's row is the lock: events of one dossier are taken one after the other, those of
    different dossiers side by side.
    """
    at = now()
    heard = hear(clean_code(raw_code), change, place=0, at=at)
    await store.hold_system(tx, source.system, alone=False)
    key, system = code_key(heard.code), source.system
    created = await store.claim_dossier(
        tx, uuid7(), system=system, code=heard.code, code_key=key, at=at, demo=source.demo
    )
    dossiers = await store.hold_dossiers(tx, system, [heard.code])
    # Now that it is ours: who began to follow while we waited is told of this.
    batch = Batch(source=source, settings=settings, at=now())
    batch.dossiers = dossiers
    if created:
        batch.dossiers[heard.code].claim()
    answers = await batch.take(tx, [heard])
    if isinstance(answers[0], Problem):
        raise answers[0]
    return answers[0], created


def hear(code: str, change: DossierChange, *, place: int, at: datetime) -> Heard:
    """The event of a clean code, its phone number understood; Invalid when it cannot be taken."""
    check_change(change, at)
    encoded = encode(change)
    check_text(change, encoded)
    last4 = mobile = None
    if change.applicant_phone is not None:
        last4, mobile = phone_digits(change.applicant_phone)[-4:], mobile_e164(change.applicant_phone)
    return Heard(place=place, code=code, change=change, encoded=encoded, last4=last4, mobile=mobile)


def seal(heard: Heard, *, system: str, settings: Settings) -> Told:
    """What is kept of its number and of its words: keyed hashes."""
    secret, code = settings.secret_key, heard.code
    phone = NO_PHONE
    if heard.last4 is not None:
        phone = PhoneHashes(
            phone=hash_phone(secret, heard.mobile) if heard.mobile else None,
            last4=hash_last4(secret, system=system, code=code, last4=heard.last4),
        )
    # Tells a replay from another content. Keyed, because a phone number is part of it.
    digest = keyed_hash(secret, "dossier_event", code, heard.encoded.decode())
    return Told(
        place=heard.place, code=code, change=heard.change, digest=digest, phone=phone, mobile=heard.mobile
    )


def encode(change: DossierChange) -> bytes:
    """An event as JSON, the same whether it came alone or, with its code as the last field, in a batch."""
    encoded = msgspec.json.encode(change)
    # Inside a text every quotation mark is escaped: this is the field itself.
    return encoded[: encoded.rindex(b',"code":')] + b"}" if isinstance(change, ToldChange) else encoded


class Batch:
    """The events of one call while they are taken. `dossiers` are locked before `take`."""

    def __init__(self, *, source: Source, settings: Settings, at: datetime) -> None:
        self.source, self.settings, self.at = source, settings, at
        self.dossiers: dict[str, Dossier] = {}
        self.known: dict[str, store.KnownEvent] = {}
        self.replays: Counter[UUID] = Counter()
        self.answers: dict[int, Receipt | Problem] = {}
        self.judged = 0

    async def read_dossiers(self, tx: Connection, codes: Collection[str]) -> None:
        """The dossiers of these codes as they are. Only for who holds the system alone."""
        self.dossiers = await store.list_dossiers(tx, self.source.system, list(codes))

    async def take(self, tx: Connection, heard: Sequence[Heard]) -> list[Receipt | Problem]:
        """Judge, keep and answer every event, in their order.

        While the database writes one stretch of dossiers the next is hashed and judged.
        """
        self.known = await store.list_known(tx, self.source.system, [one.change.event_id for one in heard])
        desk = await self.open_desk(tx, heard)
        groups = by_dossier(heard)
        await self.remember(tx, groups, desk.states)
        async with Scribe() as scribe:
            for start in range(0, len(groups), STRETCH):
                stretch: list[Dossier] = []
                for group in groups[start : start + STRETCH]:
                    dossier = await self.take_group(group, desk)
                    if dossier is not None:
                        stretch.append(dossier)
                await scribe.after_the_last(self.write(tx, stretch))
        await store.count_replays(tx, self.replays, at=self.at)
        return [self.answers[one.place] for one in heard]

    async def take_group(self, group: Sequence[Heard], desk: Desk) -> Dossier | None:
        """Judge and answer the events of one dossier; the dossier, if there is something to write."""
        taken: list[tuple[Told, store.KnownEvent, bool]] = []
        for one in group:
            told = seal(one, system=self.source.system, settings=self.settings)
            if (judged := self.judge(told, desk.states)) is not None:
                taken.append((told, *judged))
            self.judged += 1
            if self.judged % BREATH == 0:
                await asyncio.sleep(0)
        dossier = self.dossiers.get(group[0].code)
        news = dossier if dossier is not None and dossier.new else None
        if news is not None:
            if news.moved:
                desk.settle(news)
            news.close()
        for told, event, first in taken:
            self.answers[told.place] = self.receipt(told, event, first=first)
        return news

    async def remember(
        self, tx: Connection, groups: Sequence[Sequence[Heard]], states: dict[str, State]
    ) -> None:
        """Read the history of the dossiers whose row is not enough for what comes, and of no other."""
        asked = []
        for group in groups:
            dossier = self.dossiers.get(group[0].code)
            if dossier is None or dossier.whole:
                continue
            news = [one.change for one in group if one.change.event_id not in self.known]
            if news and not dossier.goes_on(news, states):
                asked.append(dossier)
        history = await store.list_history(tx, [one.id for one in asked]) if asked else {}
        for dossier in asked:
            dossier.remember(history.get(dossier.id, ()), states)

    async def open_desk(self, tx: Connection, heard: Sequence[Heard]) -> Desk:
        """What the due dates of these events may need."""
        facts = [one.facts for one in self.dossiers.values() if one.facts]
        changes = [one.change for one in heard]
        counter = FiledBy.COUNTER_DIGITISED
        procedures = {fact.procedure_code for fact in facts} | {one.procedure_code for one in changes}
        ways = {fact.filed_by == counter for fact in facts} | {one.filed_by is counter for one in changes}
        agencies = {fact.agency_code for fact in facts} | {one.agency_code for one in changes}
        return await open_desk(
            tx,
            list(product(procedures, ways)),
            {agency for agency in agencies if agency},
            settings=self.settings,
        )

    def judge(self, told: Told, states: dict[str, State]) -> tuple[store.KnownEvent, bool] | None:
        """Take one event (True), or know it again; None when its id belongs to another content."""
        change = told.change
        if known := self.known.get(change.event_id):
            if known.code != told.code or not equal(known.digest, told.digest):
                self.answers[told.place] = EventIdReused()
                return None
            self.replays[known.id] += 1
            return known, False
        dossier = self.dossiers.get(told.code)
        if dossier is None:
            dossier = self.dossiers[told.code] = Dossier(uuid7(), told.code)
        event = dossier.take(told, states, self.at, uuid7())
        self.known[change.event_id] = store.KnownEvent(
            id=event.id,
            dossier_id=dossier.id,
            event_id=event.event_id,
            digest=told.digest,
            verdict=event.verdict,
            flags=event.flags,
            code=told.code,
        )
        return self.known[change.event_id], True

    def write(self, tx: Connection, dossiers: Sequence[Dossier]) -> Coroutine[Any, Any, None]:
        """Write a stretch of dossiers. Its rows are made ready here and now, before the database is free."""
        return self.put(tx, dossiers, writing.rows_of(dossiers, system=self.source.system))

    async def put(self, tx: Connection, dossiers: Sequence[Dossier], rows: writing.Rows) -> None:
        """Every row, a statement a table; whoever follows by now is told of the changes."""
        system, at = self.source.system, self.at
        await writing.write_dossiers(tx, rows, system=system, at=at, demo=self.source.demo)
        if not await writing.insert_events(tx, rows, system=system):
            # Another dossier took this event id between our look and our write.
            raise EventIdReused
        await writing.follow_by_phones(tx, rows, at=at)
        await self.apologise(tx, dossiers)
        await self.tell(tx, dossiers)

    async def tell(self, tx: Connection, touched: Sequence[Dossier]) -> None:
        """Have followers told. Where nobody follows nobody would be: who follows later reads it there."""
        told = [(one, event) for one in touched for event in one.to_tell()]
        followed = await store.list_followed(tx, [one.id for one, _ in told]) if told else frozenset()
        await outbox.emit_all(
            tx,
            [
                (DossierStateChanged(dossier_id=one.id, dossier_event_id=event.id), False)
                for one, event in told
                if one.id in followed
            ],
        )

    async def apologise(self, tx: Connection, touched: Sequence[Dossier]) -> None:
        """Make and keep the letter of every date that was moved."""
        moved = [(one, event) for one in touched for event in one.postponed()]
        if not moved:
            return
        names = await letters.list_names(tx, [one.id for one, _ in moved])
        made = [
            letters.NewLetter(
                id=uuid7(),
                dossier_id=one.id,
                event_id=event.id,
                body=apology(
                    names[one.id], first=one.due_before(event), due_at=due_at, reason=reason, at=self.at
                ),
            )
            for one, event in moved
            if (due_at := event.extension_due_at) and (reason := event.extension_reason)
        ]
        await letters.insert_letters(tx, made, title=TITLE, at=self.at)

    def receipt(self, told: Told, event: store.KnownEvent, *, first: bool) -> Receipt:
        """What the source is told: what became of the event, and what holds now."""
        dossier = self.dossiers[told.code]
        return Receipt(
            dossier_id=dossier.id,
            event_id=told.change.event_id,
            result=event.verdict if first else Verdict.DUPLICATE,
            first_result=event.verdict,
            flags=event.flags,
            state_code=dossier.standing.state_code,
            sequence=dossier.sequence,
            due_at=dossier.standing.due_at,
        )


def by_dossier(heard: Sequence[Heard]) -> list[list[Heard]]:
    """The events of each dossier by sequence, dossiers in the order they came."""
    groups: dict[str, list[Heard]] = {}
    for one in heard:
        groups.setdefault(one.code, []).append(one)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda one: (one.change.sequence, one.place))
    return list(groups.values())
