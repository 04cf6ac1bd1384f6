"""Brings the shipped stations in, each once: afterwards the province's rows are its own."""

import csv
from collections.abc import Sequence
from importlib import resources

import msgspec

from api.kit.db import Connection

INSERT_STATION = """
insert into gauge_station (
    code, name, kind, river, place, province_code, lat, lon, zone, alarm_1, alarm_2, alarm_3, lowest, highest,
    fastest, still_hours, commune_codes, assumed, source, position, demo
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
on conflict (code) do nothing
"""


class ShippedStation(msgspec.Struct, frozen=True, kw_only=True):
    """A line of stations.csv."""

    code: str
    name: str
    kind: str
    river: str | None
    place: str
    province_code: str
    lat: float | None
    lon: float | None
    zone: int | None
    alarm_1: float | None
    alarm_2: float | None
    alarm_3: float | None
    lowest: float
    highest: float
    fastest: float
    still_hours: int
    commune_codes: str | None
    assumed: str | None
    source: str


def shipped(name: str) -> list[dict[str, str | None]]:
    """The lines of a data file; what is empty is None."""
    text = resources.files("api.gauges").joinpath("data", name).read_text("utf-8")
    return [{key: value or None for key, value in line.items()} for line in csv.DictReader(text.splitlines())]


async def insert_stations(tx: Connection, name: str, *, first: int, demo: bool) -> None:
    """The stations of a data file that are not there yet; `first` is the position of its first."""
    lines = msgspec.convert(shipped(name), list[ShippedStation], strict=False)
    rows: Sequence[tuple[object, ...]] = [
        (
            *msgspec.structs.astuple(one)[:16],
            (one.commune_codes or "").split(),
            (one.assumed or "").split(),
            one.source,
            place,
            demo,
        )
        for place, one in enumerate(lines, first)
    ]
    await tx.executemany(INSERT_STATION, rows)


async def load(tx: Connection) -> None:
    """Every installation has these: what public sources say of the stations of Huế."""
    await insert_stations(tx, "stations.csv", first=10, demo=False)
