"""SQL of the places a person keeps."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.alerts.contracts.desk import AlertPlace
from api.kit.db import Connection, fetch_all

LIST_PLACES = """
select u.code as commune_code, u.full_name as commune_name, k.label
from alert_place k
join admin_unit u on u.id = k.commune_id
where k.person_id = $1
order by k.position
"""
DELETE_PLACES = """
delete from alert_place where person_id = $1
"""
INSERT_PLACES = """
insert into alert_place (person_id, commune_id, position, label, added_at)
select $1, commune_id, position, label, $4
from unnest($2::bigint[], $3::text[]) with ordinality as t (commune_id, label, position)
"""


async def list_places(db: Connection, person_id: UUID) -> list[AlertPlace]:
    """The places of a person, in their order."""
    return await fetch_all(db, LIST_PLACES, person_id, into=AlertPlace)


async def put_places(
    tx: Connection, person_id: UUID, places: Sequence[tuple[int, str]], *, at: datetime
) -> None:
    """These places (commune id, label) and no others."""
    await tx.execute(DELETE_PLACES, person_id)
    ids, labels = [place[0] for place in places], [place[1] for place in places]
    await tx.execute(INSERT_PLACES, person_id, ids, labels, at)
