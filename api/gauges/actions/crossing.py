"""Seeing a river pass its alarm levels, and asking for a draft of a warning: never for its publication."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from api.gauges.rules import alarms, proposing
from api.gauges.store import readings as store
from api.gauges.store.readings import HeldStation, Level
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7


async def note_crossings(
    tx: Connection, stations: Mapping[str, HeldStation], codes: Collection[str], since: datetime | None
) -> None:
    """Follow the good levels of these rivers from `since` on, and write down each alarm level they passed."""
    rivers = [code for code in codes if stations[code].alarms]
    if not rivers or since is None:
        return
    stages = await store.list_stages(tx, rivers)
    levels: dict[str, list[Level]] = defaultdict(list)
    for level in await store.list_good_levels(tx, rivers, since=since):
        levels[level.station_code].append(level)
    for code in rivers:
        stage, known_at = stages.get(code, (0, None))
        new = [one for one in levels[code] if known_at is None or one.at > known_at]
        await follow(tx, stations[code], stage, new)


async def follow(tx: Connection, station: HeldStation, stage: int, levels: Sequence[Level]) -> None:
    """Write down the crossings of one river; a rise that still stands asks for a draft, once."""
    first, risen = stage, None
    for level in levels:
        reached = alarms.next_stage(stage, level.value, station.alarms)
        if reached == stage:
            continue
        await write(tx, station, level, before=stage, stage=reached)
        risen = level if reached > stage else None
        stage = reached
    if risen is not None and stage > first:
        await outbox.emit(tx, proposing.proposal_of(about(station), risen.value, risen.at), urgent=True)


async def write(tx: Connection, station: HeldStation, level: Level, *, before: int, stage: int) -> None:
    """One crossing, with the risk level of that moment beside it."""
    risk = alarms.risk_of(level.value, station.alarms, station.zone)
    await store.insert_crossing(
        tx,
        uuid7(),
        level,
        before=before,
        stage=stage,
        reference=station.alarms[max(before, stage) - 1],
        zone=station.zone,
        risk=(risk.low, risk.high, risk.open) if risk else (None, None, False),
        at=now(),
    )


def about(station: HeldStation) -> proposing.About:
    """What a draft says of a station."""
    return proposing.About(
        code=station.code,
        name=station.name,
        river=station.river,
        province_code=station.province_code,
        zone=station.zone,
        alarms=station.alarms,
        commune_codes=station.commune_codes,
        assumed=station.assumed,
    )
