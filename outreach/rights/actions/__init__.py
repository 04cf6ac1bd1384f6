"""Asking about one's data, and the officers' queue with its clocks."""

from datetime import timedelta
from uuid import UUID

from api.kit import outbox
from api.kit.calendar import Calendar
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid
from api.kit.holidays import read_calendar
from api.kit.pages import LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.text import fold, nfc
from outreach.rights import rules, store
from outreach.rights.contracts import (
    MyRequest,
    NewRequestOfHousehold,
    NewRightsRequest,
    RequestKind,
    RequestLine,
    RightsAnswer,
    RightsCandidate,
    RightsExtension,
    RightsQueue,
    RightsRequestMoved,
    RightsSubject,
    RightsWay,
)

DAY = timedelta(days=1)


async def ask(tx: Connection, me: Principal, new: NewRightsRequest) -> MyRequest:
    """Keep what somebody asks of their own data; both clocks run from now."""
    await keep(
        tx,
        new.id,
        kind=new.kind,
        way=RightsWay.APP,
        commune_code=new.commune_code,
        person_id=me.person_id,
        recorded_by=None,
        subject=None,
        words=nfc(new.words),
    )
    found = await store.list_mine(tx, me.person_id, request_id=new.id, limit=1)
    if not found:
        raise rules.RightsRequestNotFound
    return found[0]


async def ask_for_household(tx: Connection, me: Principal, new: NewRequestOfHousehold) -> RequestLine:
    """Keep what a household of one's own area told a volunteer."""
    subject = RightsSubject(household_id=new.household_id, adult_id=new.adult_id)
    commune = await store.find_home(tx, subject, teams=me.team_ids, at=now())
    if commune is None:
        raise rules.HouseholdNotFound
    await keep(
        tx,
        new.id,
        kind=new.kind,
        way=RightsWay.AT_DOOR,
        commune_code=commune,
        person_id=None,
        recorded_by=me.person_id,
        subject=subject,
        words=nfc(new.words) if new.words else None,
    )
    (line,) = await store.list_queue(
        tx, everywhere=True, provinces=[], closed=None, request_id=new.id, limit=1
    )
    return rules.on_clock(line, await read_calendar(tx), now())


async def ask_at_office(tx: Connection, me: Principal, new: NewRightsRequest) -> RequestLine:
    """Keep what somebody asked by word, call or letter at an office of one's own province."""
    await keep(
        tx,
        new.id,
        kind=new.kind,
        way=RightsWay.OFFICE,
        commune_code=new.commune_code,
        person_id=None,
        recorded_by=me.person_id,
        subject=None,
        words=nfc(new.words),
    )
    await take(tx, me, new.id)
    return await line_of(tx, new.id)


async def keep(
    tx: Connection,
    request_id: UUID,
    *,
    kind: RequestKind,
    way: RightsWay,
    commune_code: str,
    person_id: UUID | None,
    recorded_by: UUID | None,
    subject: RightsSubject | None,
    words: str | None,
) -> None:
    """Write a request down once, with the ends of its clocks."""
    at = now()
    due = rules.due_of(await read_calendar(tx), kind, at)
    fresh = await store.insert_request(
        tx,
        request_id,
        kind=kind,
        way=way,
        person_id=person_id,
        recorded_by=recorded_by,
        commune_code=commune_code,
        subject=subject,
        words=words,
        at=at,
        due=(due.answer_at, due.done_at),
    )
    if fresh:
        await note(tx, request_id, "received", by=recorded_by, words=None)
    elif person_id is not None and not await store.list_mine(tx, person_id, request_id=request_id, limit=1):
        raise Invalid(errors=[FieldError(field="commune_code", message="Không có xã, phường này")])


async def note(tx: Connection, request_id: UUID, what: str, *, by: UUID | None, words: str | None) -> None:
    """Write a step, and have those told whom it concerns."""
    await store.add_step(tx, request_id, what, by=by, words=words, at=now())
    if what != "found":
        await outbox.emit(tx, RightsRequestMoved(request_id=request_id, step=what))


async def list_mine(db: Connection, me: Principal) -> Page[MyRequest]:
    """My requests, newest first."""
    return Page(await store.list_mine(db, me.person_id, limit=LIMIT_MAX))


async def take_back(tx: Connection, me: Principal, request_id: UUID) -> MyRequest:
    """Who asked does not ask any more."""
    held = await store.hold(tx, request_id, everywhere=False, provinces=[], own=me.person_id)
    if held is None:
        raise rules.RightsRequestNotFound
    if held.closed_at is None:
        await store.close(tx, request_id, "taken_back", at=now())
        await note(tx, request_id, "taken_back", by=None, words=None)
    (mine,) = await store.list_mine(tx, me.person_id, request_id=request_id, limit=1)
    return mine


async def list_queue(db: Connection, me: Principal, *, closed: bool) -> RightsQueue:
    """The desk: what ends first, with the clock that runs, counted in working days."""
    lines = await store.list_queue(
        db, everywhere=me.has(Role.ADMIN), provinces=me.province_codes, closed=closed, limit=LIMIT_MAX
    )
    calendar, at = await read_calendar(db), now()
    items = sorted((rules.on_clock(line, calendar, at) for line in lines), key=rules.by_urgency)
    running = [item for item in items if item.closed_at is None]
    return RightsQueue(
        items=items,
        open=len(running),
        due_soon=sum(not item.late and (item.days_left or 0) <= rules.SOON for item in running),
        late=sum(item.late for item in running),
    )


async def take(tx: Connection, me: Principal, request_id: UUID) -> store.Held:
    """An open request of one's desk, held until the end."""
    held = await store.hold(
        tx, request_id, everywhere=me.has(Role.ADMIN), provinces=me.province_codes, own=None
    )
    if held is None:
        raise rules.RightsRequestNotFound
    if held.closed_at is not None:
        raise rules.RightsRequestMovedOn
    return held


async def line_of(tx: Connection, request_id: UUID, calendar: Calendar | None = None) -> RequestLine:
    """A request as it stands now."""
    (line,) = await store.list_queue(
        tx, everywhere=True, provinces=[], closed=None, request_id=request_id, limit=1
    )
    return rules.on_clock(line, calendar or await read_calendar(tx), now())


async def answer(tx: Connection, me: Principal, request_id: UUID, said: RightsAnswer) -> RequestLine:
    """Tell who asked what will be done: the first clock stops."""
    held = await take(tx, me, request_id)
    if held.answered_at is None:
        await store.set_answered(tx, request_id, at=now())
    await note(tx, request_id, "answered", by=me.person_id, words=nfc(said.words))
    return await line_of(tx, request_id)


async def extend(tx: Connection, me: Principal, request_id: UUID, why: RightsExtension) -> RequestLine:
    """Fifteen days more, once, with the reason told."""
    held = await take(tx, me, request_id)
    if held.extended_at is not None:
        raise rules.RightsRequestMovedOn
    calendar = await read_calendar(tx)
    until = rules.longer(calendar, held.kind, held.received_at, held.done_due_at, third_party=why.third_party)
    await store.set_longer(tx, request_id, at=now(), until=until, third_party=why.third_party)
    await note(tx, request_id, "extended", by=me.person_id, words=nfc(why.reason))
    return await line_of(tx, request_id, calendar)


async def list_candidates(
    db: Connection, me: Principal, request_id: UUID, words: str
) -> Page[RightsCandidate]:
    """Households of the request's commune by the way they are called."""
    held = await take(db, me, request_id)
    return Page(await store.list_candidates(db, held.commune_code, fold(words)))


async def find(tx: Connection, me: Principal, request_id: UUID, subject: RightsSubject) -> RequestLine:
    """Say whom a request is about, after hearing from them that it is them."""
    await take(tx, me, request_id)
    found = await store.set_subject(
        tx, request_id, subject, everywhere=me.has(Role.ADMIN), provinces=me.province_codes
    )
    if not found:
        raise rules.HouseholdNotFound
    await note(tx, request_id, "found", by=me.person_id, words=None)
    return await line_of(tx, request_id)


async def refuse(tx: Connection, me: Principal, request_id: UUID, why: RightsAnswer) -> RequestLine:
    """Say no, with the reason."""
    await take(tx, me, request_id)
    await store.close(tx, request_id, "refused", at=now())
    await note(tx, request_id, "refused", by=me.person_id, words=nfc(why.words))
    return await line_of(tx, request_id)
