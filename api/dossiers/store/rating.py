"""Ratings: a person's own, and an agency's sums."""

from datetime import datetime, timedelta
from uuid import UUID

from api.dossiers.contracts.rating import Rating, RatingSum
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role

FIND_RATING = """
select stars, reasons, words, rated_at, rated_at + $3::interval as changeable_until
from dossier_rating where dossier_id = $1 and person_id = $2
"""
PUT_RATING = """
insert into dossier_rating as r (dossier_id, person_id, stars, reasons, words, rated_at, changed_at)
values ($1, $2, $3, $4, $5, $6, $6)
on conflict (dossier_id, person_id) do update
set stars = excluded.stars, reasons = excluded.reasons, words = excluded.words, changed_at = excluded.changed_at
where r.rated_at >= $7
returning dossier_id
"""
SUM_BY_AGENCY = """
with seen as (
    select a.id, a.name, r.stars, r.reasons
    from dossier_rating r
    join dossier d on d.id = r.dossier_id
    join agency a on a.code = d.agency_code
    where r.rated_at > $3 and (a.province_code = any($1::text[]) or a.id = any($2::uuid[]))
)
select s.id as agency_id, s.name as agency_name, count(*) as ratings, sum(s.stars) as stars,
    count(*) filter (where s.stars >= $4) as satisfied,
    array(select reason from seen o cross join unnest(o.reasons) as reason where o.id = s.id) as reasons
from seen s
group by s.id, s.name
order by s.name
limit 500
"""


async def find_rating(
    connection: Connection, dossier_id: UUID, *, person_id: UUID, changeable: timedelta
) -> Rating | None:
    """A person's own rating of a dossier."""
    return await fetch_one(connection, FIND_RATING, dossier_id, person_id, changeable, into=Rating)


async def put_rating(
    tx: Connection, dossier_id: UUID, rating: Rating, *, person_id: UUID, changeable_since: datetime
) -> bool:
    """Keep a rating, or a change of it; False when the first one is too old to change."""
    kept = await tx.fetchval(
        PUT_RATING, dossier_id, person_id, rating.stars, [reason.value for reason in rating.reasons],
        rating.words, rating.rated_at, changeable_since,
    )  # fmt: skip
    return kept is not None


async def sum_by_agency(
    connection: Connection, seen_by: Principal, *, since: datetime, good_from: int
) -> list[RatingSum]:
    """Sums of the agencies a person oversees or works at; satisfied is who gave `good_from` stars or more."""
    provinces = list(seen_by.province_codes) if seen_by.has(Role.OFFICER) else []
    agencies = list(seen_by.agency_ids) if seen_by.has(Role.HANDLER) else []
    return await fetch_all(connection, SUM_BY_AGENCY, provinces, agencies, since, good_from, into=RatingSum)
