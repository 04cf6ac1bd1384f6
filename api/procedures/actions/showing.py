"""Showing one procedure, and a moment of life."""

from api.kit.db import Connection
from api.kit.errors import NotFound
from api.procedures.contracts import (
    Channel,
    DeadlineUnit,
    FeeQuality,
    Level,
    LifeEvent,
    Online,
    Procedure,
    Way,
)
from api.procedures.rules import reading
from api.procedures.store import pages as store

LEVEL_TEXTS = {
    Level.COMMUNE: "Làm tại xã, phường, đặc khu",
    Level.PROVINCE: "Làm tại tỉnh, thành phố",
    Level.MINISTRY: "Làm tại bộ, cơ quan trung ương",
    Level.UNKNOWN: "Chưa rõ nơi làm",
}
ONLINE_TEXTS = {
    (Online.FULL, True): "Làm được toàn bộ trên mạng",
    (Online.PARTIAL, True): "Làm được một phần trên mạng",
    (Online.PARTIAL, False): "Nộp được trên mạng, có thể phải đến một lần",
    (Online.NONE, True): "Chưa làm được trên mạng",
    (Online.UNKNOWN, False): "Chưa rõ có làm được trên mạng không",
}


class ProcedureNotFound(NotFound):
    """No procedure has this code."""

    slug = "procedure-not-found"
    title = "Không có thủ tục nào mang mã này"


async def find_procedure(db: Connection, code: str) -> Procedure:
    """The page of one procedure."""
    row = await store.find_procedure(db, code)
    if row is None:
        raise ProcedureNotFound
    ways = [way_of(way) for way in row.ways]
    fees = {way.channel.value: way.fee.vnd for way in ways}
    online, counter = fees.get("online"), fees.get("counter")
    saving = counter - online if online is not None and counter is not None and counter > online else None
    return Procedure(
        code=row.code,
        name=row.name,
        plain_title=row.plain_title,
        official_name=row.official_name,
        level=row.level,
        level_text=LEVEL_TEXTS[row.level],
        field=row.field,
        issuer=row.issuer,
        agency=row.agency or None,
        subjects=row.subjects,
        decision_no=row.decision_no or None,
        online=row.online,
        online_text=ONLINE_TEXTS[row.online, row.online_stated],
        essential=row.essential,
        internal=row.type == "internal",
        detailed=row.detailed,
        ways=ways,
        saving_vnd=saving,
        papers=row.papers,
        portal_url=row.portal_url or reading.PORTAL,
        same_as=row.same_as,
        life_events=row.life_events,
        provenance=row.provenance,
        withdrawn_on=row.withdrawn_on,
    )


def way_of(row: store.WayRow) -> Way:
    """A channel with words for people."""
    return Way(
        channel=Channel(row.channel),
        deadline=reading.deadline(row.deadline_amount, DeadlineUnit(row.deadline_unit)),
        fee=reading.fee(row.fee_vnd, FeeQuality(row.fee_quality)),
    )


async def list_life_events(db: Connection) -> list[LifeEvent]:
    """Moments of life with their procedures in order."""
    return [
        LifeEvent(code=row.code, name=row.name, note=row.note or None, steps=row.steps)
        for row in await store.list_events(db)
    ]
