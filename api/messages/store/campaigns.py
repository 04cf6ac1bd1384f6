"""SQL of campaigns: what is announced, whom it is for, how far it got."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from api.kit.db import Connection, fetch_all, fetch_one
from api.messages.contracts.campaigns import Campaign

LIST_AREAS = """
select id, code, province_code from admin_unit
where code = any($1::text[]) and length(code) = 5
  and valid_from <= $2 and (valid_to is null or valid_to >= $2)
"""


class Area(Struct, frozen=True, kw_only=True):
    """A commune as it is today."""

    id: int
    code: str
    province_code: str


async def list_areas(db: Connection, codes: list[str], *, on: date) -> list[Area]:
    """The communes of these codes in force on that day."""
    return await fetch_all(db, LIST_AREAS, codes, on, into=Area)


COUNT_AUDIENCE = """
select count(*) from person p
where p.home_commune_id in (select id from admin_unit where code = any($1::text[]) and province_code = any($2::text[]))
  and exists (select from message_choice_now n where n.person_id = p.id and n.purpose = 'campaign' and n.granted)
"""


async def count_audience(db: Connection, codes: list[str], *, provinces: list[str]) -> int:
    """How many live there, by whichever edition of the commune they chose, and said yes to invitations."""
    people: int = await db.fetchval(COUNT_AUDIENCE, codes, provinces)
    return people


INSERT_CAMPAIGN = """
insert into message_campaign (id, name, invitation, link, dedupe_key, created_by, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing
returning id
"""
INSERT_COMMUNES = """
insert into message_campaign_commune (campaign_id, commune_id) select $1, unnest($2::bigint[])
"""


async def insert_campaign(
    tx: Connection,
    campaign_id: UUID,
    *,
    name: str,
    invitation: str,
    link: str | None,
    key: str,
    by: UUID,
    at: datetime,
    communes: list[int],
) -> bool:
    """Keep a campaign and its communes; False when its id is taken."""
    found = await tx.fetchval(INSERT_CAMPAIGN, campaign_id, name, invitation, link, key, by, at)
    if found is None:
        return False
    await tx.execute(INSERT_COMMUNES, campaign_id, communes)
    return True


LIST_CAMPAIGNS = """
select c.id, c.name, c.invitation, c.link, c.created_at, c.told, c.finished_at, c.stopped_at,
       (select array_agg(u.full_name order by u.full_name)
        from message_campaign_commune a join admin_unit u on u.id = a.commune_id where a.campaign_id = c.id) as communes
from message_campaign c
where exists (
    select from message_campaign_commune a join admin_unit u on u.id = a.commune_id
    where a.campaign_id = c.id and u.province_code = any($1::text[])
)
  and ($2::uuid is null or c.id = $2)
  and ($3::timestamptz is null or (c.created_at, c.id) < ($3, $4::uuid))
order by c.created_at desc, c.id desc
limit $5
"""


async def list_campaigns(
    db: Connection,
    *,
    provinces: list[str],
    only: UUID | None = None,
    after: tuple[datetime, UUID] | None = None,
    limit: int = 1,
) -> list[Campaign]:
    """Campaigns of these provinces, newest first, or the one of an id."""
    at, last = after or (None, None)
    return await fetch_all(db, LIST_CAMPAIGNS, provinces, only, at, last, limit, into=Campaign)


LIST_CODES = """
select u.code from message_campaign_commune a join admin_unit u on u.id = a.commune_id where a.campaign_id = $1
"""


async def list_codes(db: Connection, campaign_id: UUID) -> set[str]:
    """The codes of a campaign's communes."""
    return {row["code"] for row in await db.fetch(LIST_CODES, campaign_id)}


HOLD_CAMPAIGN = """
select id, name, invitation, link, dedupe_key, told_to from message_campaign
where id = $1 and finished_at is null and stopped_at is null
for update
"""


class Held(Struct, frozen=True, kw_only=True):
    """A campaign that still has people to tell."""

    id: UUID
    name: str
    invitation: str
    link: str | None
    dedupe_key: str
    told_to: UUID | None


async def hold(tx: Connection, campaign_id: UUID) -> Held | None:
    """The campaign, held until this transaction ends; None when it is over."""
    return await fetch_one(tx, HOLD_CAMPAIGN, campaign_id, into=Held)


LIST_NEXT = """
select p.id from person p
where p.home_commune_id in (
    select lived.id from message_campaign_commune c
    join admin_unit chosen on chosen.id = c.commune_id
    join admin_unit lived on lived.code = chosen.code
    where c.campaign_id = $1
)
  and ($2::uuid is null or p.id > $2)
  and exists (select from message_choice_now n where n.person_id = p.id and n.purpose = 'campaign' and n.granted)
order by p.id
limit $3
"""


async def list_next(db: Connection, campaign_id: UUID, *, after: UUID | None, limit: int) -> list[UUID]:
    """The next people to tell, by id; who took their yes back meanwhile is not among them."""
    return [row["id"] for row in await db.fetch(LIST_NEXT, campaign_id, after, limit)]


SET_TOLD = """
update message_campaign
set told = told + $2, told_to = coalesce($3, told_to), finished_at = case when $4 then $5::timestamptz end
where id = $1
"""


async def set_told(
    tx: Connection, campaign_id: UUID, *, more: int, to: UUID | None, finished: bool, at: datetime
) -> None:
    """So many more were told, up to this person."""
    await tx.execute(SET_TOLD, campaign_id, more, to, finished, at)


SET_STOPPED = """
update message_campaign set stopped_at = coalesce(stopped_at, $2), stopped_by = coalesce(stopped_by, $3) where id = $1
"""


async def set_stopped(tx: Connection, campaign_id: UUID, *, at: datetime, by: UUID) -> None:
    """Nobody more is told; the first stop counts."""
    await tx.execute(SET_STOPPED, campaign_id, at, by)
