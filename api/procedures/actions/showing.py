"""Showing one procedure, and a moment of life."""

from api.kit.calendar import Calendar
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.holidays import read_calendar
from api.procedures.contracts import (
    Channel,
    DeadlineUnit,
    FeeQuality,
    Journey,
    JourneyGroup,
    JourneyStep,
    Level,
    LifeEvent,
    Office,
    Procedure,
    Way,
)
from api.procedures.rules import reading, wording
from api.procedures.store import pages as store


class ProcedureNotFound(NotFound):
    """No procedure has this code."""

    slug = "procedure-not-found"
    title = "Không có thủ tục nào mang mã này"


class LifeEventNotFound(NotFound):
    """No life event has this code."""

    slug = "life-event-not-found"
    title = "Không có việc đời nào mang mã này"


async def find_procedure(db: Connection, code: str, *, commune: str | None) -> Procedure:
    """The page of one procedure; for a commune it says where there, and counts its days off."""
    row = await store.find_procedure(db, code)
    if row is None:
        raise ProcedureNotFound
    place = await store.find_place(db, commune, on=today()) if commune else None
    calendar = await read_calendar(db, *([place.province_code, place.code] if place else []))
    ways = [way_of(way, calendar) for way in row.ways]
    fees = {way.channel.value: way.fee.vnd for way in ways}
    online, counter = fees.get("online"), fees.get("counter")
    saving = counter - online if online is not None and counter is not None and counter > online else None
    return Procedure(
        code=row.code,
        name=row.name,
        plain_title=row.plain_title,
        what_for=row.what_for,
        official_name=row.official_name,
        level=row.level,
        level_text=wording.LEVEL_TEXTS[row.level],
        field=row.field,
        issuer=row.issuer,
        agency=row.agency or None,
        subjects=row.subjects,
        decision_no=row.decision_no or None,
        online=row.online,
        online_text=wording.ONLINE_TEXTS[row.online, row.online_stated],
        essential=row.essential,
        internal=row.type == "internal",
        detailed=row.detailed,
        ways=ways,
        saving_vnd=saving,
        papers=row.papers,
        checklist=row.checklist,
        basis=row.basis,
        guide_certainty=row.guide_certainty,
        where=None if place is None else office(row.level, row.agency, row.issuer, place),
        changes=row.changes,
        portal_url=row.portal_url or reading.PORTAL,
        same_as=row.same_as,
        life_events=row.life_events,
        provenance=row.provenance,
        withdrawn_on=row.withdrawn_on,
    )


def way_of(row: store.WayRow, calendar: Calendar) -> Way:
    """A channel with words for people."""
    deadline = reading.deadline(row.deadline_amount, DeadlineUnit(row.deadline_unit))
    return Way(
        channel=Channel(row.channel),
        deadline=deadline,
        fee=reading.fee(row.fee_vnd, FeeQuality(row.fee_quality)),
        if_filed_today=wording.ready_on(deadline, calendar, now()),
    )


def office(level: Level, agency: str, issuer: str, place: store.Place) -> Office | None:
    """The counter for people of this commune."""
    name = wording.office_name(level, agency, issuer, commune=place.name, province=place.province)
    return Office(name=name, commune_code=place.code, commune_name=place.name) if name else None


async def find_journey(db: Connection, code: str) -> Journey:
    """A moment of life as a journey."""
    row = await store.find_journey(db, code)
    if row is None:
        raise LifeEventNotFound
    groups = [
        JourneyGroup(
            no=group.no,
            title=group.title,
            together=group.together,
            note=group.note,
            steps=[step_of(step) for step in group.steps],
        )
        for group in row.groups
        if group.steps
    ]
    return Journey(
        code=row.code, name=row.name, intro=row.intro, note=row.note or None, groups=groups, papers=row.papers
    )


def step_of(row: store.StepRow) -> JourneyStep:
    """A step with words for people."""
    return JourneyStep(
        code=row.code,
        name=row.name,
        plain_title=row.plain_title,
        what_for=row.what_for,
        level=row.level,
        level_text=wording.LEVEL_TEXTS[row.level],
        online=row.online,
        online_text=wording.ONLINE_TEXTS[row.online, row.online_stated],
        deadline_text=reading.deadline(row.deadline_amount, DeadlineUnit(row.deadline_unit)).text,
        fee_text=reading.fee(row.fee_vnd, FeeQuality(row.fee_quality)).text,
        optional=row.optional,
        condition=row.condition,
    )


async def list_life_events(db: Connection) -> list[LifeEvent]:
    """Moments of life with their procedures in order."""
    return [
        LifeEvent(code=row.code, name=row.name, note=row.note or None, steps=row.steps)
        for row in await store.list_events(db)
    ]
