"""SQL of grants: roles that hold on a day, their history, and the agencies they are for."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from api.grants.contracts import Agency, Grant
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Role

FIND_HELD = """
with held as (
    select role, agency_id, team_id, province_code from role_grant
    where person_id = $1 and revoked_at is null
      and $3::date between valid_from and coalesce(valid_to, 'infinity')
)
select
    array(select distinct role from held) as roles,
    array(select distinct agency_id from held where agency_id is not null) as agency_ids,
    array(select distinct team_id from held where team_id is not null) as team_ids,
    array(select team_id from held where role = 'team_leader') as led_team_ids,
    array(select distinct province_code from held where province_code is not null) as province_codes,
    exists (select from session where id = $2 and closed_at is not null) as closed,
    coalesce((select way = 'demo' or coalesce(second_factor_at > $4, false) from session where id = $2), $5) as proven
"""


class Held(Struct, frozen=True, kw_only=True):
    """The roles and scopes that hold, whether the session was ended, and whether its second factor is proven."""

    roles: list[Role]
    agency_ids: list[UUID]
    team_ids: list[UUID]
    led_team_ids: list[UUID]
    province_codes: list[str]
    closed: bool
    proven: bool


async def find_held(
    db: Connection, person_id: UUID, session_id: UUID, on: date, *, proven_since: datetime, demo: bool
) -> Held | None:
    """What a person may do on a day, in one round trip; a token without a session proves nothing but a demo."""
    return await fetch_one(db, FIND_HELD, person_id, session_id, on, proven_since, demo, into=Held)


LIST_GRANTS = """
select g.id, g.person_id, p.display_name as person_name,
    case when p.phone_verified_at is not null then '0•• ••• •' || right(p.phone, 3) end as person_phone, g.role, g.agency_id, a.name as agency_name,
    g.team_id, t.name as team_name, g.province_code, g.valid_from, g.valid_to,
    g.granted_by, g.granted_at, g.revoked_by, g.revoked_at, g.reason
from role_grant g
join person p on p.id = g.person_id
left join agency a on a.id = g.agency_id
left join team t on t.id = g.team_id
where ($1::uuid is null or g.id = $1)
  and ($2::uuid is null or g.person_id = $2)
  and ($3::text is null or g.role = $3)
  and ($4::date is null or (g.revoked_at is null and $4 between g.valid_from and coalesce(g.valid_to, 'infinity')))
  and ($5::timestamptz is null or (g.granted_at, g.id) < ($5, $6::uuid))
  and ($7::text is null or position($7 in lower(unaccent(concat_ws('|', p.display_name, a.name, t.name)))) > 0)
  and ($8::text is null or (p.phone = $8 and p.phone_verified_at is not null))
order by g.granted_at desc, g.id desc
limit $9
"""


async def list_grants(
    db: Connection,
    *,
    grant_id: UUID | None = None,
    person_id: UUID | None = None,
    role: str | None = None,
    holding_on: date | None = None,
    words: str | None = None,
    phone: str | None = None,
    after: tuple[datetime, UUID] | None = None,
    limit: int = 1,
) -> list[Grant]:
    """Grants, newest first; `holding_on` leaves out what does not hold on that day, `words` are folded."""
    at, last = after or (None, None)
    which = (grant_id, person_id, role, holding_on, at, last, words, phone)
    return await fetch_all(db, LIST_GRANTS, *which, limit, into=Grant)


FIND_PERSON = """
select id from person
where ($1::uuid is null or id = $1) and ($2::text is null or (phone = $2 and phone_verified_at is not null))
"""


async def find_person(db: Connection, *, person_id: UUID | None, phone: str | None) -> UUID | None:
    """A person by id or by verified number."""
    found: UUID | None = await db.fetchval(FIND_PERSON, person_id, phone)
    return found


FIND_SCOPE = """
select ($1::uuid is null or exists (select from agency where id = $1))
   and ($2::uuid is null or exists (select from team where id = $2 and dissolved_on is null))
   and ($3::text is null or exists (select from admin_unit where code = $3 and valid_to is null))
"""


async def is_known_scope(
    db: Connection, *, agency_id: UUID | None, team_id: UUID | None, province_code: str | None
) -> bool:
    """Whether the agency, team or province exists today."""
    known: bool = await db.fetchval(FIND_SCOPE, agency_id, team_id, province_code)
    return known


INSERT_GRANT = """
insert into role_grant (
    id, person_id, role, agency_id, team_id, province_code, valid_from, valid_to, granted_by, granted_at
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict do nothing
"""


async def insert_grant(
    tx: Connection,
    grant_id: UUID,
    *,
    person_id: UUID,
    role: str,
    agency_id: UUID | None,
    team_id: UUID | None,
    province_code: str | None,
    valid_from: date,
    valid_to: date | None,
    granted_by: UUID | None,
    at: datetime,
) -> bool:
    """Give a role; False when it already holds on some of these days."""
    scope = (agency_id, team_id, province_code)
    status = await tx.execute(
        INSERT_GRANT, grant_id, person_id, role, *scope, valid_from, valid_to, granted_by, at
    )
    return status == "INSERT 0 1"


REVOKE_GRANT = """
update role_grant set revoked_at = $2, revoked_by = $3, reason = $4 where id = $1 and revoked_at is null
"""


async def revoke_grant(tx: Connection, grant_id: UUID, *, by: UUID, reason: str, at: datetime) -> None:
    """End a grant now; one that has ended stays as it is."""
    await tx.execute(REVOKE_GRANT, grant_id, at, by, reason)


LIST_AGENCIES = """
select a.id, a.code, a.name, a.province_code, u.code as commune_code, a.demo
from agency a
left join admin_unit u on u.id = a.commune_id
where ($1::text is null or a.province_code = $1)
  and ($2::text is null or u.code = $2)
  and ($3::text is null or a.code > $3)
order by a.code
limit $4
"""


async def list_agencies(
    db: Connection, *, province: str | None, commune: str | None, after: str | None, limit: int
) -> list[Agency]:
    """Agencies by code."""
    return await fetch_all(db, LIST_AGENCIES, province, commune, after, limit, into=Agency)


INSERT_AGENCIES = """
insert into agency (id, code, name, province_code, commune_id, demo)
select a.id, a.code, a.name, $1, u.id, $2
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as a(id, code, name, commune_code)
left join admin_unit u on u.code = a.commune_code and u.valid_to is null
on conflict (code) do update set name = excluded.name, commune_id = excluded.commune_id
where (agency.name, agency.commune_id) is distinct from (excluded.name, excluded.commune_id)
"""


async def insert_agencies(
    tx: Connection, rows: Sequence[tuple[UUID, str, str, str | None]], *, province_code: str, demo: bool
) -> None:
    """Add or correct agencies: id, code, name, commune code."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    await tx.execute(INSERT_AGENCIES, province_code, demo, *columns)


LIST_COMMUNES = """
select code, full_name from admin_unit
where province_code = $1 and valid_to is null and length(code) = 5
order by code
"""


async def list_communes(db: Connection, province_code: str) -> list[tuple[str, str]]:
    """Code and full name of a province's communes."""
    rows = await db.fetch(LIST_COMMUNES, province_code)
    return [(row["code"], row["full_name"]) for row in rows]
