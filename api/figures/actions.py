"""Counting the figures, and showing them: as a sheet, as CSV, and published cases as open data."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

import msgspec

from api.figures import rules, store
from api.figures.contracts import FiguresBy, FigureSheet, OpenCase
from api.kit.clock import VN, now, today, vn_date
from api.kit.db import Connection, Database, take_time
from api.kit.settings import Settings

LOOK_BACK = 5_000
"""Steps looked at once more: of two transactions, the one with the higher number may be seen first."""
STARS = (rules.BAD_TO, rules.GOOD_FROM)
BOM = "\ufeff"
"""Excel reads a CSV without it as Latin letters; everybody else's `utf-8-sig` skips it."""
CHUNK = 1_000
NEWEST = 2**62


def start_of(month: date) -> datetime:
    """The first moment of a month in Vietnam."""
    return datetime.combine(month, time(), VN)


async def refresh(tx: Connection) -> int:
    """Count anew the months in which something moved, once a day all of them; how many."""
    await take_time(tx)
    state = await store.hold_state(tx)
    if state is None:
        return 0
    at, day = now(), today()
    if state.counted_on != day or state.as_of is None:
        months = []
        month = state.first_month
        while month is not None and month <= day:
            months.append(month)
            month = rules.moved(month, 1)
    else:
        months = await store.list_moved_months(
            tx,
            step_id=max(0, state.step_id - LOOK_BACK)
            if state.step_id < state.last_step_id
            else state.step_id,
            rating_id=max(0, state.rating_id - LOOK_BACK)
            if state.rating_id < state.last_rating_id
            else state.rating_id,
            since=state.as_of - timedelta(minutes=1),
            until=at,
        )
    for month in months:
        after = start_of(rules.moved(month, 1))
        await store.count_month(tx, month, start=start_of(month), end=after, at=at, on=day, stars=STARS)
    await store.set_state(
        tx, as_of=at, step_id=state.last_step_id, rating_id=state.last_rating_id, counted_on=day
    )
    return len(months)


class SheetAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet as somebody asks for it: what its lines are, of which months, subject, agency and commune."""

    by: FiguresBy = FiguresBy.MONTH
    since: str | None = None
    until: str | None = None
    category: str | None = None
    agency_id: UUID | None = None
    commune: str | None = None
    on: date | None = None


async def show(db: Connection, asked: SheetAsked, *, settings: Settings) -> FigureSheet:
    """The sheet of the cases received in these months."""
    first, last = rules.stretch(asked.since, asked.until, today())
    which = store.Filter(
        since=first,
        until=last,
        province=settings.province_code,
        category=asked.category,
        agency_id=asked.agency_id,
        commune=asked.commune,
        on=asked.on or today(),
    )
    sums = await store.list_sums(db, asked.by, which)
    whole = rules.total(sums)
    lines = rules.lines(sums)
    return FigureSheet(
        as_of=await store.find_as_of(db),
        since=f"{first:%Y-%m}",
        until=f"{last:%Y-%m}",
        by=asked.by,
        total=rules.line(whole, hidden=0 < whole.received < rules.SMALL),
        items=lines,
        reasons=rules.reasons(
            [(each.code, each.name, each.refused) for each in await store.list_reasons(db, which)]
        ),
        definitions=rules.DEFINITIONS,
    )


def as_csv(sheet: FigureSheet) -> str:
    """The sheet for a spreadsheet: every figure under its definition, every share beside what it is divided by."""
    shares = [each for each in sheet.definitions if each.part is not None]
    counts = [each for each in sheet.definitions if each.part is None]
    few = "không công bố"
    head = ["Mã", "Tên", *(f"{each.name}: {each.meaning}" for each in counts)]
    for each in shares:
        head += [f"{each.name} (%): {each.meaning}", f"Mẫu số của {each.name.lower()}"]
    text = BOM + rules.csv_line(head)
    for line in [*sheet.items, sheet.total]:
        if line.counts is None:
            text += rules.csv_line([line.key, line.name, few])
            continue
        values: list[object] = [line.key, line.name]
        values += [getattr(line.counts, each.code) for each in counts]
        for share in line.shares:
            values += [share.percent, share.whole]
        text += rules.csv_line(values)
    for reason in sheet.reasons:
        number = few if reason.refused is None else reason.refused
        text += rules.csv_line([reason.code, f"Không tiếp nhận vì: {reason.name}", "", number])
    at = "chưa tính" if sheet.as_of is None else f"{sheet.as_of.astimezone(VN):%H:%M %d/%m/%Y}"
    return text + rules.csv_line([f"Tính đến {at}, phản ánh tiếp nhận từ {sheet.since} đến {sheet.until}"])


class CasesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Published cases as somebody asks for them: of which months, from which number down, how many at the most."""

    since: str | None
    until: str | None
    before: int | None
    limit: int


class Download(msgspec.Struct, frozen=True, kw_only=True):
    """Which published cases are downloaded: from which number down, and how many at the most."""

    province: str
    start: datetime
    end: datetime
    before: int
    most: int
    at: datetime


def download(asked: CasesAsked, *, settings: Settings) -> Download:
    """The stretch of a download; a year when none is said."""
    first, last = rules.stretch(asked.since, asked.until, today())
    return Download(
        province=settings.province_code,
        start=start_of(first),
        end=start_of(rules.moved(last, 1)),
        before=asked.before or NEWEST,
        most=asked.limit,
        at=now(),
    )


async def cases(database: Database, wanted: Download) -> AsyncIterator[list[OpenCase]]:
    """Published cases in pieces, each read on its own: nobody holds a connection while a phone downloads."""
    before, left = wanted.before, wanted.most
    while left > 0:
        async with database.read() as db:
            piece = await store.list_open_cases(
                db,
                province=wanted.province,
                before=before,
                start=wanted.start,
                end=wanted.end,
                at=wanted.at,
                limit=min(CHUNK, left),
            )
        if not piece:
            return
        yield piece
        before, left = piece[-1].number, left - len(piece)
        if len(piece) < CHUNK:
            return


COLUMNS = tuple(name for name in OpenCase.__struct_fields__ if name != "number")


async def csv_of(pieces: AsyncIterator[list[OpenCase]]) -> AsyncIterator[bytes]:
    """Cases as CSV, piece by piece."""
    yield (BOM + rules.csv_line(COLUMNS)).encode()
    async for piece in pieces:
        yield "".join(rules.csv_line(getattr(case, name) for name in COLUMNS) for case in piece).encode()


async def geojson_of(pieces: AsyncIterator[list[OpenCase]]) -> AsyncIterator[bytes]:
    """Cases as one GeoJSON FeatureCollection (RFC 7946, longitude first), piece by piece."""
    yield b'{"type":"FeatureCollection","features":['
    comma = b""
    async for piece in pieces:
        for case in piece:
            yield comma + msgspec.json.encode(feature(case))
            comma = b",\n"
    yield b"]}"


def feature(case: OpenCase) -> dict[str, object]:
    """One case; without a geometry where its place is only roughly known."""
    known = case.lat is not None and case.lon is not None
    names = [name for name in COLUMNS if name not in ("lat", "lon")]
    return {
        "type": "Feature",
        "id": case.code,
        "geometry": {"type": "Point", "coordinates": [case.lon, case.lat]} if known else None,
        "properties": {name: getattr(case, name) for name in names},
    }


async def next_before(db: Connection, wanted: Download) -> int | None:
    """Where the next page goes on; None when this is the last."""
    more, last = [
        await store.find_next(
            db,
            province=wanted.province,
            before=wanted.before,
            start=wanted.start,
            end=wanted.end,
            most=skipped,
        )
        for skipped in (wanted.most, wanted.most - 1)
    ]
    return None if more is None else last


async def tag_of(db: Connection, wanted: Download) -> str:
    """While no case takes a step, and no day ends, a download stays the same."""
    step = await store.find_last_step(db)
    return (
        f'W/"{step}-{vn_date(wanted.at)}-{wanted.start:%Y%m}-{wanted.end:%Y%m}-{wanted.before}-{wanted.most}"'
    )
