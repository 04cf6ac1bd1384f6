"""Drawing the flood map, and keeping it: a report comes on, changes, goes."""

from datetime import timedelta
from uuid import UUID

import msgspec

from api.floods import rules, store
from api.floods.contracts import CommandPicture, Picture, Spot
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal

LIVE = timedelta(hours=rules.HOURS)
FRESH = timedelta(hours=3)
"""As api.gauges: an older level is shown as old."""
SWEPT_AT_ONCE = 200
NIGHTLY = 1_000_000


async def picture(db: Connection, province: str, *, box: str | None) -> Picture:
    """The map of a window, or of the whole province."""
    at = now()
    edges = rules.read_box(box) if box else await store.find_extent(db, province)
    if edges is None:
        raise rules.unknown_province()
    window = rules.window_of(edges)
    clusters = await store.list_clusters(db, window, since=at - LIVE)
    spots: list[Spot] = []
    if 0 < sum(one.verified + one.unverified for one in clusters) <= rules.SPOTS_MOST:
        spots = await store.list_spots(db, window, since=at - LIVE, limit=rules.SPOTS_MOST)
    return Picture(
        as_of=at,
        box=window.box,
        cell=window.cell,
        hours=rules.HOURS,
        clusters=[] if spots else clusters,
        spots=spots,
        alerts=await store.list_alerts(db, province, at=at),
        gauges=await store.list_gauges(db, province, fresh=at - FRESH),
    )


async def command_picture(db: Connection, me: Principal, province: str, *, box: str | None) -> CommandPicture:
    """The same with the open calls for help of this officer's provinces."""
    public = await picture(db, province, box=box)
    return CommandPicture(
        **msgspec.structs.asdict(public),
        rescues=await store.list_rescues(db, me.province_codes),
        unplaced=await store.count_unplaced(db, me.province_codes),
    )


async def place(tx: Connection, report_id: UUID) -> None:
    """A report moved: on the map it is as it stands now. A few old ones leave on the way."""
    at = now()
    await store.put_points(tx, [report_id], since=at - LIVE)
    await store.drop_old(tx, before=at - LIVE, limit=SWEPT_AT_ONCE)


async def forget_old(tx: Connection) -> None:
    """Take everything off that is too old to be shown."""
    await store.drop_old(tx, before=now() - LIVE, limit=NIGHTLY)


async def place_missing(tx: Connection) -> None:
    """Put on the map what is not there: reports of before there was a map, or whose subject was added to it."""
    since = now() - LIVE
    await store.put_points(tx, await store.list_missing(tx, since=since, limit=NIGHTLY), since=since)
