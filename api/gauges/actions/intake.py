"""Taking readings in: read each item, judge it against what its station told before, keep all of it.

Only good readings move anything: the stage of a river, and with it the wish for a draft of a warning.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from api.gauges.actions.crossing import note_crossings
from api.gauges.contracts import (
    BatchAnswer,
    Flag,
    Outcome,
    Quantity,
    ReadingBatch,
    ReadingResult,
    SentReading,
)
from api.gauges.rules import judging
from api.gauges.rules.judging import Bounds, Earlier
from api.gauges.rules.units import MEASURES, in_own_unit
from api.gauges.store import readings as store
from api.gauges.store.readings import HeldStation, Kept, NewReading
from api.kit.clock import now
from api.kit.db import Connection

Key = tuple[str, Quantity]


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An item that could be read: its place in the batch, its value in the quantity's own unit."""

    place: int
    sent: SentReading
    unit: str
    value: float

    @property
    def key(self) -> Key:
        """What it is a reading of."""
        return self.sent.station, self.sent.quantity


class Taking:
    """One batch on its way in."""

    def __init__(self, count: int, system: str, at: datetime) -> None:
        self.system, self.at = system, at
        self.results: list[ReadingResult | None] = [None] * count
        self.items: dict[Key, list[Item]] = defaultdict(list)
        self.kept: list[NewReading] = []
        self.stuck: list[tuple[str, Quantity, datetime]] = []

    def read(self, place: int, raw: object) -> SentReading | None:
        """The item, or its refusal written down."""
        try:
            return msgspec.convert(raw, SentReading)
        except msgspec.ValidationError as error:
            named = raw.get("station") if isinstance(raw, dict) else None
            self.refuse(place, named if isinstance(named, str) else None, None, f"Không đọc được: {error}")
            return None

    def refuse(self, place: int, station: str | None, at: datetime | None, why: str) -> None:
        """An item that is not kept."""
        short = station[:40] if station else None
        self.results[place] = ReadingResult(station=short, at=at, result=Outcome.REFUSED, detail=why)

    def sort_in(self, place: int, sent: SentReading, stations: dict[str, HeldStation]) -> None:
        """Put an item to its station and quantity, if it may speak of them."""
        station = stations.get(sent.station)
        value = in_own_unit(sent.quantity, sent.value, sent.unit)
        if station is None:
            self.refuse(place, sent.station, sent.at, "Không có trạm này hoặc trạm đã ngừng đo")
        elif station.system not in (None, self.system):
            self.refuse(place, sent.station, sent.at, "Trạm này do hệ thống khác gửi số liệu")
        elif sent.at.year not in judging.YEARS:
            self.refuse(place, sent.station, sent.at, "Đồng hồ của trạm chưa đặt: thời điểm này không thể có")
        elif value is None:
            self.refuse(place, sent.station, sent.at, f"Đại lượng này không đo bằng {sent.unit}")
        else:
            unit = sent.unit or MEASURES[sent.quantity].unit
            item = Item(place=place, sent=sent, unit=unit, value=value)
            self.items[item.key].append(item)

    def judge_all(
        self, key: Key, station: HeldStation, known: Sequence[Kept], rained: datetime | None
    ) -> None:
        """Judge the items of one station and quantity in the order of their times."""
        bounds = Bounds(
            lowest=station.lowest,
            highest=station.highest,
            fastest=station.fastest,
            still_hours=station.still_hours,
            alarm_1=station.alarm_1,
        )
        told = {(one.at, one.sent_value, one.sent_unit): one.good for one in known}
        earlier = [
            Earlier(id=one.id, at=one.at, value=one.value, flags=one.flags, good=one.good) for one in known
        ]
        for item in sorted(self.items[key], key=lambda one: one.sent.at):
            sent = item.sent
            same = (sent.at, sent.value, item.unit)
            if same in told:
                self.results[item.place] = ReadingResult(
                    station=sent.station, at=sent.at, result=Outcome.DUPLICATE
                )
                continue
            still = timedelta(hours=station.still_hours)
            judged = judging.judge(
                sent.quantity, item.value, sent.at, received_at=self.at, bounds=bounds, earlier=earlier,
                rained=rained is not None and timedelta(0) <= sent.at - rained <= still,
            )  # fmt: skip
            good, told[same] = not judged.flags, not judged.flags
            earlier.append(Earlier(id=None, at=sent.at, value=item.value, flags=judged.flags, good=good))
            earlier.sort(key=lambda one: one.at, reverse=True)
            self.stuck += [(*key, at) for at in judged.stuck_since]
            self.keep(item, judged.flags)
            self.results[item.place] = ReadingResult(
                station=sent.station,
                at=sent.at,
                result=Outcome.GOOD if good else Outcome.FLAGGED,
                flags=judged.flags,
            )

    def keep(self, item: Item, flags: list[Flag]) -> None:
        """Remember a judged item for the one statement that keeps them all."""
        new = NewReading(
            station_code=item.sent.station,
            quantity=item.sent.quantity,
            at=item.sent.at,
            value=item.value,
            sent_value=item.sent.value,
            sent_unit=item.unit,
            flags=flags,
        )
        self.kept.append(new)

    def answer(self) -> BatchAnswer:
        """One result an item."""
        results = [one for one in self.results if one is not None]
        return BatchAnswer(items=results, counts=dict(Counter(one.result for one in results)))


async def take_readings(tx: Connection, batch: ReadingBatch, *, system: str) -> BatchAnswer:
    """Take a batch in; what was taken before is a duplicate and changes nothing."""
    taking = Taking(len(batch.items), system, now())
    read = [(place, taking.read(place, raw)) for place, raw in enumerate(batch.items)]
    sent = [(place, one) for place, one in read if one is not None]
    stations = await store.hold_stations(tx, [one.station for _, one in sent])
    for place, one in sent:
        taking.sort_in(place, one, stations)
    spans = {
        key: (min(item.sent.at for item in items), max(item.sent.at for item in items))
        for key, items in taking.items.items()
    }
    known: dict[Key, list[Kept]] = defaultdict(list)
    wanted = [(*key, first - judging.REMEMBERED, last) for key, (first, last) in spans.items()]
    for kept in await store.list_earlier(tx, wanted):
        known[kept.station_code, kept.quantity].append(kept)
    rained: dict[str, datetime] = {}
    if spans:
        rained = await store.list_rained(
            tx,
            sorted({stations[code].province_code for code, _ in spans}),
            mm=judging.RAINED_MM,
            since=min(first for first, _ in spans.values()) - judging.REMEMBERED,
            until=max(last for _, last in spans.values()),
        )
    for key in taking.items:
        station = stations[key[0]]
        taking.judge_all(key, station, known[key], rained.get(station.province_code))
    if taking.kept:
        await store.insert_readings(tx, taking.kept, system=system, received_at=taking.at)
        await store.set_stuck(tx, taking.stuck)
        levels = [one for one in taking.kept if one.quantity is Quantity.LEVEL and not one.flags]
        await note_crossings(tx, stations, {one.station_code for one in levels}, levels_since(levels))
    return taking.answer()


def levels_since(levels: Sequence[NewReading]) -> datetime | None:
    """The first of these times."""
    return min((one.at for one in levels), default=None)
