"""Taking reports in: many at once when many come at once, each answered for itself."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.calendar import Calendar
from api.kit.clock import now, vn_date
from api.kit.db import Connection, plan_once
from api.kit.errors import Problem
from api.kit.geo import distance_m
from api.kit.holidays import read_calendar_rows
from api.kit.principal import Principal
from api.kit.privacy import without_own_number
from api.kit.settings import Settings
from api.kit.tracking import tracking_key
from api.kit.two_keys import close_box, sealed_id
from api.reports import rules
from api.reports.contracts import Intake, Kept, NewReport, Receipt, ReportSubmitted
from api.reports.rules import tips
from api.reports.store import intake
from api.reports.store.intake import Admission

Answer: TypeAlias = tuple[Receipt, bool]
"""The receipt, and whether the report is new: a resend gets the first answer."""


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it came, and from whom."""

    new: NewReport
    caller: Principal | None = None
    demo: bool = False


async def submit(
    tx: Connection,
    new: NewReport,
    *,
    settings: Settings,
    caller: Principal | None,
    demo: bool = False,
) -> Answer:
    """Take one report in."""
    answers = await submit_all(tx, [Submission(new=new, caller=caller, demo=demo)], settings=settings)
    if isinstance(answers[0], Problem):
        raise answers[0]
    return answers[0]


async def submit_all(
    tx: Connection, given: Sequence[Submission], *, settings: Settings
) -> list[Answer | Problem]:
    """Take reports in with seven statements, however many they are; an answer each, in order."""
    await plan_once(tx)
    at = now()
    sent = [msgspec.structs.replace(one, new=rules.cleaned(one.new)) for one in given]
    sealed_ids = [sealed_id(settings.secret_key, one.new.id) for one in sent]
    people = [one.caller.person_id if one.caller else None for one in sent]
    places = await intake.list_intakes(tx, [one.new for one in sent], sealed_ids, people, on=vn_date(at))
    provinces = sorted({place.province_code for place in places if place.province_code})
    times = await read_calendar_rows(tx, provinces)
    calendars = {code: times.of(code) for code in provinces}
    looked: list[Admission | Problem] = [
        admit(one, place, calendars, at, settings) for one, place in zip(sent, places, strict=True)
    ]
    # Two of one id in a batch: the first is kept, the other is its resend.
    first: dict[UUID, Admission] = {}
    for one in looked:
        if isinstance(one, Admission) and one.place.kept is None:
            first.setdefault(one.new.id, one)
    inserted = await intake.insert_reports(tx, list(first.values())) if first else []
    boxes = [(row.id, box) for row in inserted if (box := first[row.id].box) is not None]
    await intake.insert_boxes(tx, boxes)
    await outbox.emit_all(
        tx,
        [
            (
                ReportSubmitted(report_id=row.id, step_id=row.step_id or 0),
                first[row.id].priority == rules.URGENT,
            )
            for row in inserted
        ],
    )
    kept: dict[UUID, Kept] = {row.id: row for row in inserted}
    if lost := [report_id for report_id in first if report_id not in kept]:
        # The same report came in on another line a moment ago.
        kept |= {row.id: row for row in await intake.list_kept(tx, lost)}
    fresh = {row.id for row in inserted}
    answers: list[Answer | Problem] = []
    for one in looked:
        if isinstance(one, Problem):
            answers.append(one)
            continue
        answers.append(answer(one, one.place.kept or kept.get(one.new.id), one.new.id in fresh, settings))
        fresh.discard(one.new.id)
    return answers


def admit(
    one: Submission, place: Intake, calendars: Mapping[str, Calendar], at: datetime, settings: Settings
) -> Admission | Problem:
    """Everything to be kept of a report, or why it cannot be."""
    new = one.new
    try:
        rules.check_new(new)
        if place.kept is None:
            rules.check_intake(new, place)
    except Problem as problem:
        return problem
    doubted = rules.is_place_doubted(new)
    unnamed = new.anonymous or bool(place.sealed)
    box = None
    if place.sealed:
        report_id = sealed_id(settings.secret_key, new.id)
        inside = tips.tip(new, new.id, None if one.caller is None else one.caller.person_id, at)
        box = close_box(settings, report_id, msgspec.json.encode(inside))
        new = tips.without_sender(new, place, report_id, settings.place_adults)
        at = tips.to_the_hour(at)
    elif new.description is not None:
        # Who handles it reads what was written, but not who wrote it.
        said = without_own_number(new.description, (one.new.contact_phone, place.own_phone))
        new = msgspec.structs.replace(new, description=said)
    acknowledge_by = due_at = at
    if place.kept is None:
        acknowledge_by, due_at = deadlines(place, calendars[str(place.province_code)], at)
    return Admission(
        new=new,
        place=place,
        content_hash=rules.content_hash(settings.secret_key, one.new),
        distance_m=None if place.sealed or (far := distance(new, place)) is None else round(far),
        received_at=at,
        priority=rules.priority(category_urgent=bool(place.category_urgent), reporter_urgent=new.urgent),
        acknowledge_by=acknowledge_by,
        due_at=due_at,
        demo=one.demo or (one.caller is not None and one.caller.demo),
        person_id=None if one.caller is None or unnamed else one.caller.person_id,
        # Nobody knows whose it is: it waits for a coordinator with the communes it may lie in.
        agency_id=None if doubted else place.agency_id,
        occurred_at=rules.occurred_at(new, at),
        photo_elsewhere=rules.is_photo_elsewhere(new),
        place_doubted=doubted,
        text_key=None if place.sealed else rules.text_key(settings.secret_key, new.description),
        box=box,
        number=tips.drawn_number() if place.sealed else None,
    )


def answer(one: Admission, kept: Kept | None, fresh: bool, settings: Settings) -> Answer | Problem:  # noqa: FBT001  one of three facts about a row
    """The answer to a submission and to every resend of it."""
    if kept is None or kept.content_hash != one.content_hash:
        return rules.ReportIdTaken()
    new = one.new
    receipt = Receipt(
        id=new.id,
        code=kept.code,
        tracking_key=tracking_key(settings.secret_key, new.id),
        state=kept.state,
        received_at=kept.received_at,
        due_at=kept.due_at,
        warnings=rules.warnings(new, one.place, distance=distance(new, one.place)),
    )
    return receipt, fresh


def distance(new: NewReport, place: Intake) -> float | None:
    """How far the pin is from the commune's centroid."""
    if place.lat is None or place.lon is None:
        return None
    return distance_m(new.lat, new.lon, place.lat, place.lon)


def deadlines(place: Intake, calendar: Calendar, at: datetime) -> tuple[datetime, datetime]:
    """When the case must be acknowledged and finished."""
    return (
        rules.deadline(calendar, at, place.acknowledge_within or 1, str(place.acknowledge_unit)),
        rules.deadline(calendar, at, place.finish_within or 1, str(place.finish_unit)),
    )


async def follow_units(tx: Connection) -> None:
    """No case stays in the queue of a commune that is no more: each night, until none is left."""
    at = now()
    while await intake.follow_units(tx, on=vn_date(at), at=at):
        pass
