"""The citizen's verbs: look a dossier up, follow it, read mine, leave it."""

from datetime import datetime, timedelta
from uuid import UUID

from api.dossiers.actions.almanac import almanac
from api.dossiers.actions.personal import with_mine
from api.dossiers.contracts import Dossier, DossierRow, EventRow, Letter, Lookup
from api.dossiers.contracts.sharing import DossierFollowed, ShareState
from api.dossiers.rules.proof import (
    CANDIDATES,
    DossierNotFound,
    Guess,
    TooManyLookups,
    guess_at,
    hash_last4,
    hash_phone,
    over_limit,
)
from api.dossiers.rules.sharing import ShareWaiting, state_of
from api.dossiers.rules.words import describe
from api.dossiers.store import events, following, gates, letters, sharing
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import Problem
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tokens import equal

NO_HASH = "0" * 64
TRIES_KEPT = timedelta(days=2)
AT_ONCE = 20_000
"""Counts dropped by one statement, which must end in time."""
NOBODY = gates.Candidate(code_key="", id=UUID(int=0), system="", code="", last4_hash=NO_HASH)


async def look_up(
    tx: Connection, asked: Lookup, *, address: str, settings: Settings, person_id: UUID | None = None
) -> Dossier | Problem:
    """The dossier of a code and the last four digits of the phone given at filing.

    A refusal is returned, not raised: its count must be committed. The same work is done and the
    same answer given whether the code exists or not.
    """
    guess = guess_at(asked.code, address=address, at=now(), secret=settings.secret_key)
    found = await compare(tx, guess, asked.phone_last4, settings=settings, person_id=person_id, hurry=True)
    if isinstance(found, Problem):
        return found
    return await read_one(tx, found, person_id=person_id, settings=settings, proven_by=guess)


async def prove(
    tx: Connection,
    asked: Lookup,
    *,
    address: str,
    settings: Settings,
    person_id: UUID | None,
    owner_phone: str | None = None,
) -> UUID | Problem:
    """The dossier both factors belong to, or a refusal that has been counted.

    A whole number (+84…) must be the one given at filing. To whom the applicant said no, nothing is there.
    """
    guess = guess_at(asked.code, address=address, at=now(), secret=settings.secret_key)
    found = await compare(tx, guess, asked.phone_last4, settings=settings, person_id=person_id, hurry=False)
    if isinstance(found, Problem):
        return found
    if owner_phone is not None:
        given = hash_phone(settings.secret_key, owner_phone)
        if not equal(given, await sharing.find_phone_hash(tx, found) or NO_HASH):
            return DossierNotFound()
    await gates.give_back_tries(tx, guess)
    return found


async def compare(
    tx: Connection, guess: Guess, last4: str, *, settings: Settings, person_id: UUID | None, hurry: bool
) -> UUID | Problem:
    """The dossier of this code and these digits, the guess still counted; `hurry` as in `take_guess`."""
    tries, candidates = await gates.take_guess(tx, guess, hurry=hurry)
    wait = over_limit([tries[subject] for subject in guess.subjects], guess.at)
    if wait is not None:
        await gates.give_back_tries(tx, guess)
        return TooManyLookups(retry_after=wait)
    matches = match(candidates, guess.code_key, last4, settings=settings)
    if not matches:
        return DossierNotFound()
    if person_id is not None and await sharing.is_barred(tx, matches[-1], person_id=person_id):
        return DossierNotFound()
    return matches[-1]


def match(candidates: list[gates.Candidate], key: str, last4: str, *, settings: Settings) -> list[UUID]:
    """Which have this code and these last digits. As many comparisons without a candidate as with them all."""
    matches: list[UUID] = []
    for place in range(CANDIDATES):
        one = candidates[place] if place < len(candidates) else NOBODY
        offered = hash_last4(settings.secret_key, system=one.system, code=one.code, last4=last4)
        if equal(offered, one.last4_hash) & equal(key, one.code_key):
            matches.append(one.id)
    return matches


async def forget_tries(tx: Connection) -> None:
    """Drop the counts of windows that were over long ago."""
    while await gates.drop_tries(tx, before=now() - TRIES_KEPT, limit=AT_ONCE) == AT_ONCE:
        pass


async def follow(
    tx: Connection, me: Principal, asked: Lookup, *, address: str, settings: Settings
) -> tuple[Dossier | Problem, bool]:
    """Follow my dossier with the same two proofs as a look-up; whether that is new.

    Whose it is cannot be proven without their number: the applicant is told, sees it and may end it.
    """
    found = await prove(tx, asked, address=address, settings=settings, person_id=me.person_id)
    if isinstance(found, Problem):
        return found, False
    await following.hold_still(tx, found)
    live = await sharing.hold_live(tx, found, person_id=me.person_id)
    if live is not None and state_of(live, now()) is ShareState.ASKED:
        raise ShareWaiting
    new = await following.put_follow(tx, found, person_id=me.person_id, at=now())
    dossier = await read_one(tx, found, person_id=me.person_id, settings=settings)
    if not dossier.followed:
        # The applicant said no between our proof and our turn.
        raise DossierNotFound
    if new and not dossier.owned:
        await outbox.emit(tx, DossierFollowed(dossier_id=found, person_id=me.person_id))
    return dossier, new


async def unfollow(tx: Connection, me: Principal, dossier_id: UUID, *, settings: Settings) -> None:
    """Follow no more; DossierNotFound when it was not mine to see."""
    await see(tx, me, dossier_id, settings=settings)
    await sharing.end_live(tx, dossier_id, person_id=me.person_id, by="follower", at=now())
    await following.end_follow(tx, dossier_id, person_id=me.person_id, at=now())


async def read_mine(db: Connection, me: Principal, dossier_id: UUID, *, settings: Settings) -> Dossier:
    """One of my dossiers; DossierNotFound for anybody else's."""
    await see(db, me, dossier_id, settings=settings)
    return await read_one(db, dossier_id, person_id=me.person_id, settings=settings)


async def see(db: Connection, me: Principal, dossier_id: UUID, *, settings: Settings) -> None:
    """DossierNotFound unless the person follows it or filed it from their verified number."""
    phone = await my_phone_hash(db, me, settings=settings)
    if not await following.is_seen_by(db, dossier_id, person_id=me.person_id, phone_hash=phone):
        raise DossierNotFound


async def my_phone_hash(db: Connection, me: Principal, *, settings: Settings) -> str | None:
    """The hash of my verified number."""
    return await phone_hash_of(db, me.person_id, settings=settings)


async def phone_hash_of(db: Connection, person_id: UUID, *, settings: Settings) -> str | None:
    """The hash of a person's verified number."""
    phone = await following.find_verified_phone(db, person_id)
    return hash_phone(settings.secret_key, phone) if phone else None


async def list_mine(
    db: Connection, me: Principal, *, cursor: str | None, limit: int, settings: Settings
) -> Page[Dossier]:
    """My dossiers: those I follow and those filed with my verified number."""
    before = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    phone = await my_phone_hash(db, me, settings=settings)
    rows = await following.list_seen_by(db, me.person_id, phone_hash=phone, before=before, limit=limit + 1)
    shown = rows[:limit]
    last = encode_cursor(shown[-1].last_known_at, shown[-1].id) if len(rows) > limit else None
    return Page(items=await told(db, shown, settings=settings), next=last)


async def read_one(
    db: Connection,
    dossier_id: UUID,
    *,
    person_id: UUID | None,
    settings: Settings,
    proven_by: Guess | None = None,
) -> Dossier:
    """A dossier the caller may see, in plain words; the guess that proved it is uncounted."""
    phone = await phone_hash_of(db, person_id, settings=settings) if person_id else None
    if proven_by is not None:
        row = await following.find_proven(db, dossier_id, proven_by, person_id=person_id, phone_hash=phone)
    else:
        row = await following.find_dossier(db, dossier_id, person_id=person_id, phone_hash=phone)
    if row is None:
        raise DossierNotFound
    dossier = (await told(db, [row], settings=settings))[0]
    return await with_mine(db, dossier, row, person_id=person_id) if person_id else dossier


async def told(db: Connection, rows: list[DossierRow], *, settings: Settings) -> list[Dossier]:
    """The rows in plain words, each by the calendar of its own agency."""
    if not rows:
        return []
    states = await almanac.read_states(db)
    timelines: dict[UUID, list[EventRow]] = {row.id: [] for row in rows}
    for event in await events.list_events(db, list(timelines)):
        timelines[event.dossier_id].append(event)
    kept: dict[UUID, list[Letter]] = {row.id: [] for row in rows}
    # Most dossiers were never extended: nothing is asked for them.
    extended = [row.id for row in rows if row.extension_reason is not None]
    for one in await letters.list_letters(db, extended) if extended else ():
        kept[one.dossier_id].append(Letter(title=one.title, body=one.body, made_at=one.made_at))
    province = settings.province_code
    scopes = {row.id: (province, row.agency_code) if row.agency_code else (province,) for row in rows}
    calendars = await almanac.read_calendars(db, scopes.values(), edition=rows[0].calendar_edition)
    at = now()
    return [
        describe(
            row,
            timelines[row.id],
            states,
            calendars[scopes[row.id]],
            at,
            kept[row.id],
        )
        for row in rows
    ]
