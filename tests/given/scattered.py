"""Many reports at once, as rows: for questions about maps, where who sent them does not matter."""

from collections.abc import Sequence

from api.kit.db import Connection
from tests.given.reports import COMMUNE

SCATTER = """
insert into report (
    id, content_hash, category_code, lat, lon, province_code, commune_id, commune_confirmed, happened_at, received_at,
    anonymous, urgent, priority, photo_count, state, acknowledge_by, due_at, published_at, public_lat, public_lon, accuracy_m
)
select gen_random_uuid(), '', $1, s.lat, s.lon, '46', u.id, true, now(), now(), true, true, 1, 0,
    'in_progress', now(), now(), case when s.shown then now() end, s.lat, s.lon, s.accuracy_m
from unnest($2::float8[], $3::float8[], $4::float8[], $5::boolean[]) s (lat, lon, accuracy_m, shown), admin_unit u
where u.code = $6 and u.valid_to is null
"""
Point = tuple[float, float]


async def scattered(
    tx: Connection,
    category: str,
    points: Sequence[Point],
    accuracies: Sequence[float | None],
    shown: Sequence[bool],
) -> None:
    """A report of the subject at each point (latitude, longitude); public where `shown`."""
    lats, lons = zip(*points, strict=True)
    await tx.execute(SCATTER, category, lats, lons, accuracies, shown, COMMUNE)
