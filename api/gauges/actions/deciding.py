"""What officers do: judge readings that are not believed, record orders to reservoirs."""

from datetime import datetime

from api.gauges.actions.crossing import note_crossings
from api.gauges.contracts import (
    Crossing,
    Doubted,
    Judgement,
    Kind,
    NewOrder,
    Order,
    Quantity,
    Verdict,
)
from api.gauges.rules.problems import OrderIdTaken, ReadingNotFound, StationNotFound, unusable
from api.gauges.store import readings
from api.gauges.store import stations as store
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal

RECENT = 50


async def list_doubted(db: Connection, me: Principal, *, cursor: str | None, limit: int) -> Page[Doubted]:
    """Readings that nobody has judged, the last that came first."""
    before = decode_cursor(cursor, tuple[datetime, int]) if cursor else None
    found = await readings.list_doubted(db, me.province_codes, before=before, limit=limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], encode_cursor(last.received_at, last.id) if last else None)


async def judge(tx: Connection, reading_id: int, word: Judgement, me: Principal) -> None:
    """Believe a reading or not. A believed level may pass an alarm level, as any good one."""
    reading = await readings.hold_reading(tx, reading_id, provinces=me.province_codes)
    if reading is None:
        raise ReadingNotFound
    await readings.set_verdict(
        tx, reading, word.verdict, judged_by=me.person_id, at=now(), note=word.note.strip()
    )
    if word.verdict is Verdict.BELIEVED and reading.quantity is Quantity.LEVEL:
        stations = await readings.hold_stations(tx, [reading.station_code])
        await note_crossings(tx, stations, [*stations], reading.at)


async def record_order(tx: Connection, new: NewOrder, me: Principal, *, demo: bool) -> tuple[Order, bool]:
    """Record an order; sending it again gets the first answer."""
    if new.from_m3s > new.to_m3s:
        raise unusable(field="to_m3s", message="Lưu lượng đến phải không nhỏ hơn lưu lượng từ")
    kind = await store.find_kind(tx, new.reservoir, provinces=me.province_codes)
    if kind is None:
        raise StationNotFound(detail="Không có hồ chứa này trong tỉnh, thành phố của bạn")
    if kind is not Kind.RESERVOIR:
        raise unusable(field="reservoir", message="Trạm này không phải hồ chứa")
    is_new = await store.insert_order(tx, new, recorded_by=me.person_id, at=now(), demo=demo or me.demo)
    order = await store.find_order(tx, new.id)
    if order is None or not is_same(order, new):
        raise OrderIdTaken
    return order, is_new


def is_same(order: Order, new: NewOrder) -> bool:
    """Whether a kept order says what this one says."""
    names = ("reservoir", "from_m3s", "to_m3s", "starts_at", "issuer", "document", "note")
    return all(getattr(order, name) == getattr(new, name) for name in names)


async def list_crossings(db: Connection, me: Principal) -> list[Crossing]:
    """When rivers of this officer's provinces passed alarm levels, newest first."""
    return await store.list_crossings(db, me.province_codes, limit=RECENT)
