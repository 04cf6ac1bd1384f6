"""What citizens do: send a report, follow it, rate it, ask to reopen it."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.calendar import NATION, Calendar
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.geo import distance_m
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tracking import opens, tracking_key
from api.reports import rules
from api.reports.actions.stepping import opened_photos, take
from api.reports.contracts import (
    Intake,
    Kept,
    Line,
    MyReport,
    NewReport,
    Rating,
    Receipt,
    ReportState,
    ReportSubmitted,
    Standing,
)
from api.reports.rules import Actor
from api.reports.store import cases, reporting, steps


async def submit(
    tx: Connection,
    new: NewReport,
    *,
    settings: Settings,
    caller: Principal | None,
    demo: bool = False,
) -> tuple[Receipt, bool]:
    """Take a report in; a resend gets the first answer. True when it is new."""
    rules.check_new(new)
    new = rules.cleaned(new)
    at = now()
    place = await reporting.find_intake(tx, new.id, new.category_code, new.commune_code, on=vn_date(at))
    content = rules.content_hash(settings.secret_key, new)
    if place.kept is not None:
        return receipt(new, place.kept, place, content, settings), False
    rules.check_intake(new, place)
    acknowledge_by, due_at = deadlines(place, at)
    kept = await reporting.insert_report(
        tx,
        new,
        content_hash=content,
        place=place,
        distance_m=None if (far := distance(new, place)) is None else round(far),
        received_at=at,
        priority=rules.priority(category_urgent=bool(place.category_urgent), reporter_urgent=new.urgent),
        acknowledge_by=acknowledge_by,
        due_at=due_at,
        demo=demo or (caller is not None and caller.demo),
    )
    if kept is None:  # the same report came in on another line a moment ago
        first = await reporting.find_kept(tx, new.id)
        if first is None:
            raise rules.ReportIdTaken
        return receipt(new, first, place, content, settings), False
    person_id = None if caller is None or new.anonymous else caller.person_id
    if person_id is not None or new.contact_phone is not None:
        await reporting.insert_reporter(tx, new.id, person_id=person_id, phone=new.contact_phone)
    step_id = await steps.insert_step(
        tx,
        new.id,
        action="submit",
        state=ReportState.RECEIVED,
        by=Actor.REPORTER,
        at=at,
        agency_id=place.agency_id,
    )
    urgent = new.urgent or bool(place.category_urgent)
    await outbox.emit(tx, ReportSubmitted(report_id=new.id, step_id=step_id), urgent=urgent)
    return receipt(new, kept, place, content, settings), True


def receipt(new: NewReport, kept: Kept, place: Intake, content: str, settings: Settings) -> Receipt:
    """The answer to a submission and to every resend of it."""
    if kept.content_hash != content:
        raise rules.ReportIdTaken
    return Receipt(
        id=new.id,
        code=kept.code,
        tracking_key=tracking_key(settings.secret_key, new.id),
        state=kept.state,
        received_at=kept.received_at,
        due_at=kept.due_at,
        warnings=rules.warnings(new, distance=distance(new, place), area_km2=place.area_km2),
    )


def distance(new: NewReport, place: Intake) -> float | None:
    """How far the pin is from the commune's centroid."""
    if place.lat is None or place.lon is None:
        return None
    return distance_m(new.lat, new.lon, place.lat, place.lon)


def deadlines(place: Intake, at: datetime) -> tuple[datetime, datetime]:
    """When the case must be acknowledged and finished."""
    calendar = Calendar(place.days, place.shifts, (NATION, place.province_code or ""))
    return (
        rules.deadline(calendar, at, place.acknowledge_within or 1, str(place.acknowledge_unit)),
        rules.deadline(calendar, at, place.finish_within or 1, str(place.finish_unit)),
    )


async def mine(db: Connection, me: Principal, *, cursor: str | None, limit: int) -> Page[Line]:
    """The signed-in person's reports."""
    before = decode_cursor(cursor, tuple[UUID])[0] if cursor else None
    found = await reporting.list_mine(db, me.person_id, before=before, limit=limit + 1, at=now())
    more = len(found) > limit
    return Page(found[:limit], encode_cursor(found[limit - 1].id) if more else None)


async def follow(
    db: Connection,
    report_id: UUID,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter's view of one report, by account or by tracking key."""
    by_key = opens(settings.secret_key, report_id, key)
    person_id = caller.person_id if caller else None
    at = now()
    found = await reporting.find_mine(db, report_id, by_key=by_key, person_id=person_id, at=at)
    if found is None:
        raise rules.ReportNotFound
    return msgspec.structs.replace(
        found,
        photos=opened_photos(found.photos, settings),
        timeline=await steps.list_steps(db, report_id),
        actions=rules.possible_for_reporter(found.state, found.finished_at, at),
    )


async def request_reopen(
    tx: Connection,
    report_id: UUID,
    note: str,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter says that it is not done."""
    case = await held_by_reporter(tx, report_id, settings=settings, caller=caller, key=key)
    if case.state is not ReportState.REOPEN_REQUESTED:  # said twice is said once
        after = rules.moved(case, "request_reopen", Actor.REPORTER, now())
        if not rules.may_reopen(case.finished_at, now()):
            raise rules.ReportMoveRefused(
                detail=f"Chỉ đề nghị mở lại trong {rules.REOPEN_DAYS} ngày sau khi có kết quả"
            )
        await take(tx, after, "request_reopen", Actor.REPORTER, note=note)
    return await follow(tx, report_id, settings=settings, caller=caller, key=key)


async def rate(
    tx: Connection,
    report_id: UUID,
    rating: Rating,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter's verdict on a finished case; the last one counts."""
    case = await held_by_reporter(tx, report_id, settings=settings, caller=caller, key=key)
    if case.state not in rules.RATED_IN:
        raise rules.ReportMoveRefused(detail="Chỉ đánh giá được khi đã có kết quả")
    await cases.set_rating(tx, report_id, stars=rating.stars, comment=rating.comment, at=now())
    return await follow(tx, report_id, settings=settings, caller=caller, key=key)


async def held_by_reporter(
    tx: Connection,
    report_id: UUID,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> Standing:
    """The case for its reporter, held until the transaction ends."""
    by_key = opens(settings.secret_key, report_id, key)
    person_id = caller.person_id if caller else None
    case = await cases.hold_mine(tx, report_id, by_key=by_key, person_id=person_id)
    if case is None:
        raise rules.ReportNotFound
    return case
