"""SQL of identity: people, sessions and codes."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from api.identity.contracts import AgencyName, LinkedWay, TeamName
from api.identity.rules import Link
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Role

LOCK_WORD = """
select pg_advisory_xact_lock(hashtextextended($1, 0))
"""


async def lock_word(tx: Connection, word: str) -> None:
    """Let transactions about the same word wait for each other."""
    await tx.execute(LOCK_WORD, word)


FIND_PERSON_BY_PHONE = """
select id from person where phone = $1 and phone_verified_at is not null
"""


async def find_person_by_phone(db: Connection, phone: str) -> UUID | None:
    """Who has proven to have this number."""
    found: UUID | None = await db.fetchval(FIND_PERSON_BY_PHONE, phone)
    return found


INSERT_PERSON_WITH_PHONE = """
insert into person (id, phone, phone_verified_at, created_at) values ($1, $2, $3, $3)
on conflict (phone) where phone_verified_at is not null do update set phone = excluded.phone, phone_from_zalo = false
returning id
"""


async def insert_person_with_phone(tx: Connection, person_id: UUID, phone: str, at: datetime) -> UUID:
    """The person of a number just verified, new or known."""
    found: UUID = await tx.fetchval(INSERT_PERSON_WITH_PHONE, person_id, phone, at)
    return found


SET_OWN_PHONE = """
update person set phone = $2, phone_verified_at = $3, phone_from_zalo = false where id = $1
"""


async def set_own_phone(tx: Connection, person_id: UUID, phone: str, at: datetime) -> None:
    """Keep a number proven by a code."""
    await tx.execute(SET_OWN_PHONE, person_id, phone, at)


INSERT_DEMO_PERSON = """
insert into person (id, display_name, home_commune_id, demo, created_at)
select $1, $2, (select id from admin_unit where code = $3 and valid_to is null), true, $4
on conflict (id) do nothing
"""


async def insert_demo_person(
    tx: Connection, person_id: UUID, name: str, commune_code: str, at: datetime
) -> None:
    """A demo person, once."""
    await tx.execute(INSERT_DEMO_PERSON, person_id, name, commune_code, at)


class Person(Struct, frozen=True, kw_only=True):
    """What `GET /v1/me` shows, before the phone is masked."""

    id: UUID
    display_name: str
    phone: str | None
    home_commune_code: str | None
    home_commune_name: str | None
    linked: list[LinkedWay]
    roles: list[Role]
    agencies: list[AgencyName]
    teams: list[TeamName]
    province_codes: list[str]
    demo: bool


FIND_PERSON = """
with held as (
    select role, agency_id, team_id, province_code from role_grant
    where person_id = $1 and revoked_at is null
      and $2::date between valid_from and coalesce(valid_to, 'infinity')
)
select p.id, p.display_name, case when p.phone_verified_at is not null then p.phone end as phone,
    u.code as home_commune_code, u.full_name as home_commune_name, p.demo,
    array_remove(array[
        case when p.phone_verified_at is not null then 'phone' end,
        case when p.zalo_id is not null then 'zalo' end,
        case when exists (select from province_account a where a.person_id = p.id) then 'province' end
    ], null) as linked,
    array(select distinct h.role from held h order by 1) as roles,
    array(select distinct h.province_code from held h where h.province_code is not null order by 1) as province_codes,
    (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name), '[]')
     from agency a where a.id in (select h.agency_id from held h)) as agencies,
    (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'commune_code', c.code, 'leads', l.leads)
        order by t.name), '[]')
     from (select h.team_id, bool_or(h.role = 'team_leader') as leads from held h group by 1) l
     join team t on t.id = l.team_id join admin_unit c on c.id = t.commune_id) as teams
from person p
left join admin_unit u on u.id = p.home_commune_id
where p.id = $1
"""


async def find_person(db: Connection, person_id: UUID, on: date) -> Person | None:
    """A person as they may see themselves, with the roles that hold on a day."""
    return await fetch_one(db, FIND_PERSON, person_id, on, into=Person)


SET_NAME = """
update person set display_name = $2 where id = $1
"""


async def set_name(tx: Connection, person_id: UUID, name: str) -> None:
    """Change the shown name."""
    await tx.execute(SET_NAME, person_id, name)


SET_HOME = """
update person set home_commune_id = u.id
from (select 1) one
left join admin_unit u on u.code = $2::text and length(u.code) = 5 and u.valid_to is null
where person.id = $1 and (u.id is not null or $2::text is null)
"""


async def set_home(tx: Connection, person_id: UUID, commune_code: str | None) -> bool:
    """Change or forget the home commune; False when there is no such commune today."""
    return await tx.execute(SET_HOME, person_id, commune_code) == "UPDATE 1"


INSERT_SESSION = """
insert into session (id, person_id, way, device, demo, created_at, expires_at, second_factor_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def insert_session(
    tx: Connection,
    session_id: UUID,
    *,
    person_id: UUID,
    way: str,
    device: str,
    demo: bool,
    at: datetime,
    until: datetime,
    second_factor_at: datetime | None,
) -> None:
    """Begin a session; `second_factor_at` when another server proved one."""
    await tx.execute(INSERT_SESSION, session_id, person_id, way, device, demo, at, until, second_factor_at)


DELETE_OLD_SESSIONS = """
delete from session where person_id = $1 and expires_at < $2
"""


async def delete_old_sessions(tx: Connection, person_id: UUID, before: datetime) -> None:
    """Forget sessions that ended by themselves, with their tokens."""
    await tx.execute(DELETE_OLD_SESSIONS, person_id, before)


CLOSE_SESSION = """
update session set closed_at = $2, closed_why = $3 where id = $1 and closed_at is null
"""


async def close_session(tx: Connection, session_id: UUID, why: str, at: datetime) -> None:
    """End a session: none of its refresh tokens is good any more."""
    await tx.execute(CLOSE_SESSION, session_id, at, why)


INSERT_LINK = """
with spent as (update refresh_token set used_at = $3 where digest = $5)
insert into refresh_token (digest, session_id, issued_at, expires_at) values ($1, $2, $3, $4)
"""


async def insert_link(
    tx: Connection, digest: str, *, session_id: UUID, at: datetime, until: datetime, spent: str | None = None
) -> None:
    """Keep what is needed to recognise a refresh token; `spent` is the one it takes the place of."""
    await tx.execute(INSERT_LINK, digest, session_id, at, until, spent)


LOCK_SESSION_OF = """
select s.id from session s
where s.id = (select session_id from refresh_token where digest = $1)
for update
"""
FIND_LINK = """
select s.id as session_id, s.person_id, s.demo, t.expires_at, t.used_at, s.closed_at,
    s.expires_at as session_expires_at,
    exists (select from refresh_token n where n.digest = $2 and n.used_at is not null) as successor_used
from refresh_token t
join session s on s.id = t.session_id
where t.digest = $1
"""


async def find_link(tx: Connection, digest: str, successor_digest: str) -> Link | None:
    """A refresh token by its digest, its session locked so that two presenters take turns."""
    if await tx.fetchval(LOCK_SESSION_OF, digest) is None:
        return None
    # A statement of its own: it must see what the one before us committed.
    return await fetch_one(tx, FIND_LINK, digest, successor_digest, into=Link)


LIST_CODES = """
select asked_at, phone = $1 as same_phone, address = $2 as same_address
from sign_in_code where (phone = $1 or address = $2) and asked_at > $3
"""


class Asked(Struct, frozen=True, kw_only=True):
    """A code that was asked for by this number, from this address, or both."""

    asked_at: datetime
    same_phone: bool
    same_address: bool


async def list_codes(db: Connection, phone: str, address: str, since: datetime) -> list[Asked]:
    """What was asked for by this number or from this (hashed) address."""
    return await fetch_all(db, LIST_CODES, phone, address, since, into=Asked)


INSERT_CODE = """
insert into sign_in_code (id, phone, address, asked_at, expires_at) values ($1, $2, $3, $4, $5)
"""


async def insert_code(
    tx: Connection, challenge_id: UUID, *, phone: str, address: str, at: datetime, until: datetime
) -> None:
    """Keep that a code was asked for."""
    await tx.execute(INSERT_CODE, challenge_id, phone, address, at, until)


DELETE_OLD_CODES = """
delete from sign_in_code where asked_at < $1
"""


async def delete_old_codes(tx: Connection, before: datetime) -> None:
    """Forget numbers that are no longer counted."""
    await tx.execute(DELETE_OLD_CODES, before)


COUNT_TRY = """
update sign_in_code set tries = tries + 1
where id = $1 and used_at is null and expires_at > $2 and tries < $3
returning phone
"""


async def count_try(tx: Connection, challenge_id: UUID, at: datetime, most: int) -> str | None:
    """Count one try of an open challenge; its phone, or None when it is not open."""
    phone: str | None = await tx.fetchval(COUNT_TRY, challenge_id, at, most)
    return phone


SET_CODE_USED = """
update sign_in_code set used_at = $2 where id = $1
"""


async def set_code_used(tx: Connection, challenge_id: UUID, at: datetime) -> None:
    """Close a challenge that was answered."""
    await tx.execute(SET_CODE_USED, challenge_id, at)


FIND_CODE_PHONE = """
select phone from sign_in_code where id = $1 and used_at is null and expires_at > $2
"""


async def find_code_phone(db: Connection, challenge_id: UUID, at: datetime) -> str | None:
    """Where an open challenge's code goes."""
    phone: str | None = await db.fetchval(FIND_CODE_PHONE, challenge_id, at)
    return phone
