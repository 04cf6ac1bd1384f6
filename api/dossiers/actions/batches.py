"""Many events in one call, each answered for itself; and what a source may ask about its own."""

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.actions.intake import BREATH, Batch, hear
from api.dossiers.actions.keys import Source
from api.dossiers.actions.scribe import Scribe, no_collecting
from api.dossiers.contracts import Receipt
from api.dossiers.contracts.integration import BatchAnswer, Gap, HeldEvent, ItemResult, Outcome, ToldChange
from api.dossiers.rules.facts import Heard
from api.dossiers.rules.proof import clean_code
from api.dossiers.store import intake as store
from api.dossiers.store import remarks
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import Invalid, Problem
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.settings import Settings

PLACE = re.compile(r"(?:at `\$\.|missing required field `|unknown field `)(.*)`$")
SHOWN = 300
"""Characters told back of a code or an event id that could not be taken."""


async def tell_changes(
    tx: Connection, items: Sequence[object], *, source: Source, settings: Settings
) -> BatchAnswer:
    """Take every item that can be taken, in one transaction; a refused one changes nothing.

    The system's lock keeps its other calls and the walk of a changed calendar waiting, so that nothing
    moves between our look and our write.
    """
    with no_collecting():
        whole = await take_items(tx, items, source=source, settings=settings)
    counted = Counter(answer.result for answer in whole)
    return BatchAnswer(items=whole, counts={outcome: counted[outcome] for outcome in Outcome})


async def take_items(
    tx: Connection, items: Sequence[object], *, source: Source, settings: Settings
) -> list[ItemResult]:
    """The answer to each item. What is made on the way is gone before the collector wakes."""
    answers: list[ItemResult | None] = [None] * len(items)
    changes: list[tuple[int, str, ToldChange]] = []
    for place, item in enumerate(items):
        try:
            change = read(item)
            changes.append((place, clean_code(change.code), change))
        except Invalid as problem:
            answers[place] = refused(item, problem)
        if place % BREATH == BREATH - 1:
            await asyncio.sleep(0)
    await store.hold_system(tx, source.system, alone=True)
    batch = Batch(source=source, settings=settings, at=now())
    heard: list[Heard] = []
    async with Scribe() as scribe:
        # While the database reads the dossiers the events are understood.
        await scribe.after_the_last(batch.read_dossiers(tx, {code for _, code, _ in changes}))
        for number, (place, code, change) in enumerate(changes):
            try:
                heard.append(hear(code, change, place=place, at=batch.at))
            except Invalid as problem:
                answers[place] = refused(items[place], problem)
            if number % BREATH == 0:
                await asyncio.sleep(0)
    for one, answer in zip(heard, await batch.take(tx, heard), strict=True):
        answers[one.place] = result(one, answer)
    return [answer for answer in answers if answer is not None]


def read(item: object) -> ToldChange:
    """The code and the event of an item; Invalid, naming the field, when it is none."""
    try:
        # As forgiving as PUT is ("5" for 5): who tried one way must not be refused the other.
        return msgspec.convert(item, ToldChange, strict=False)
    except msgspec.ValidationError as error:
        found = PLACE.search(str(error))
        detail = f"Trường {found[1]} thiếu hoặc chưa hợp lệ" if found else "Mục này chưa đúng dạng"
        raise Invalid(detail=detail) from error


def refused(item: object, problem: Problem) -> ItemResult:
    """The answer to an item that is not taken."""
    named = item if isinstance(item, dict) else {}
    return not_taken(shown(named.get("code")), shown(named.get("event_id")), problem)


def not_taken(code: str | None, event_id: str | None, problem: Problem) -> ItemResult:
    """Why, in one sentence."""
    said = problem.detail or "; ".join(error.message for error in problem.errors) or problem.title
    return ItemResult(code=code, event_id=event_id, result=Outcome.REFUSED, problem=problem.slug, detail=said)


def shown(value: object) -> str | None:
    """What a refused item calls itself, as an answer and a log can carry it: short, without NUL."""
    return value.replace("\x00", "")[:SHOWN] if isinstance(value, str) else None


def result(heard: Heard, answer: Receipt | Problem) -> ItemResult:
    """The answer to an item that could be read."""
    if isinstance(answer, Problem):
        return not_taken(heard.code, heard.change.event_id, answer)
    return ItemResult(
        code=heard.code,
        event_id=answer.event_id,
        result=Outcome(answer.result),
        first_result=answer.first_result,
        flags=answer.flags,
        dossier_id=answer.dossier_id,
        state_code=answer.state_code,
        sequence=answer.sequence,
        due_at=answer.due_at,
    )


async def list_gaps(db: Connection, system: str, *, cursor: str | None, limit: int) -> Page[Gap]:
    """Missing sequence numbers of a system's dossiers."""
    after = decode_cursor(cursor, tuple[UUID, int]) if cursor else None
    rows = await remarks.list_gaps(db, system, after=after, limit=limit + 1)
    shown = rows[:limit]
    last = encode_cursor(shown[-1].dossier_id, shown[-1].first) if len(rows) > limit else None
    return Page(items=shown, next=last)


async def list_held(db: Connection, system: str, *, cursor: str | None, limit: int) -> Page[HeldEvent]:
    """Events of a system that were kept but do not count, the newest first."""
    before = decode_cursor(cursor, tuple[datetime, str]) if cursor else None
    rows = await remarks.list_held(db, system, before=before, limit=limit + 1)
    shown = rows[:limit]
    last = encode_cursor(shown[-1].recorded_at, shown[-1].event_id) if len(rows) > limit else None
    return Page(items=shown, next=last)
