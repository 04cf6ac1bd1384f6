"""SQL of trips to another server, and of the accounts the province's server vouches for."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection

INSERT_TRIP = """
with old as (delete from sign_in_trip where expires_at < $4)
insert into sign_in_trip (state_digest, binding_digest, way, begun_at, expires_at) values ($1, $2, $3, $4, $5)
"""


async def insert_trip(
    tx: Connection, state_digest: str, binding_digest: str, *, way: str, at: datetime, until: datetime
) -> None:
    """Somebody leaves; trips nobody came back from are forgotten."""
    await tx.execute(INSERT_TRIP, state_digest, binding_digest, way, at, until)


END_TRIP = """
delete from sign_in_trip where state_digest = $1 and binding_digest = $2 and way = $3 and expires_at > $4
"""


async def end_trip(tx: Connection, state_digest: str, binding_digest: str, *, way: str, at: datetime) -> bool:
    """Whether the very browser that left is back in time; each trip ends once."""
    return await tx.execute(END_TRIP, state_digest, binding_digest, way, at) == "DELETE 1"


FIND_PERSON_OF_PROVINCE = """
select person_id from province_account where issuer = $1 and subject = $2 for share
"""


async def find_person_of_province(tx: Connection, issuer: str, subject: str) -> UUID | None:
    """Whose account it is; who takes it off meanwhile waits, and so ends the session that begins here, too."""
    found: UUID | None = await tx.fetchval(FIND_PERSON_OF_PROVINCE, issuer, subject)
    return found


LIST_VOUCHED = """
with proven as (
    select id from person where phone = $1::text and phone_verified_at is not null and not phone_from_zalo
    union
    select person_id from message_email where lower(email) = lower($2::text) and verified_at is not null
)
select p.id from proven join person p on p.id = proven.id
where not p.demo
  and not exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null)
  and not exists (select from province_account a where a.person_id = p.id and a.issuer = $3)
limit 2
"""


async def list_vouched(db: Connection, phone: str | None, email: str | None, issuer: str) -> list[UUID]:
    """Who has proven this number or address here, and has neither a second factor nor another account there."""
    return [row["id"] for row in await db.fetch(LIST_VOUCHED, phone, email, issuer)]


INSERT_PROVINCE_ACCOUNT = """
insert into province_account (issuer, subject, person_id, proven_by, linked_at) values ($1, $2, $3, $4, $5)
on conflict do nothing
"""


async def insert_province_account(
    tx: Connection, issuer: str, subject: str, *, person_id: UUID, proven_by: str, at: datetime
) -> bool:
    """Keep whose account it is; False when it is somebody's, or the person has another one there."""
    done = await tx.execute(INSERT_PROVINCE_ACCOUNT, issuer, subject, person_id, proven_by, at)
    return done == "INSERT 0 1"


NAME_NAMELESS = """
update person set display_name = $2 where id = $1 and display_name = ''
"""


async def name_nameless(tx: Connection, person_id: UUID, name: str) -> None:
    """Show the name another server knows until the person says one."""
    await tx.execute(NAME_NAMELESS, person_id, name)


DELETE_PROVINCE_ACCOUNT = """
delete from province_account where person_id = $1
"""


async def delete_province_account(tx: Connection, person_id: UUID) -> None:
    """The account there is nobody's here."""
    await tx.execute(DELETE_PROVINCE_ACCOUNT, person_id)


CLOSE_PROVINCE_SESSIONS = """
update session set closed_at = $3, closed_why = 'revoked'
where person_id = $1 and id <> $2 and way = 'oidc' and closed_at is null
"""


async def close_province_sessions(tx: Connection, person_id: UUID, session_id: UUID, at: datetime) -> None:
    """End what began by signing in at the province, but for one session."""
    await tx.execute(CLOSE_PROVINCE_SESSIONS, person_id, session_id, at)
