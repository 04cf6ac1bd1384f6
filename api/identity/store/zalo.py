"""SQL of people who came through Zalo: their two ids, the number it shared, and how they are forgotten."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from api.kit.db import Connection, fetch_one

INSERT_PERSON_WITH_ZALO = """
insert into person (id, zalo_id, created_at) values ($1, $2, $3)
on conflict on constraint person_has_zalo_id_once do update set zalo_id = excluded.zalo_id
returning id
"""


async def insert_person_with_zalo(tx: Connection, person_id: UUID, zalo_id: str, at: datetime) -> UUID:
    """The person of a Zalo account just verified, new or known."""
    found: UUID = await tx.fetchval(INSERT_PERSON_WITH_ZALO, person_id, zalo_id, at)
    return found


FIND_ZALO_ID = """
select zalo_id from person where id = $1
"""


async def find_zalo_id(db: Connection, person_id: UUID) -> str | None:
    """The Zalo account this person signed in with."""
    found: str | None = await db.fetchval(FIND_ZALO_ID, person_id)
    return found


FIND_PERSON_BY_ZALO = """
select id from person where zalo_id = $1
"""


async def find_person_by_zalo(db: Connection, zalo_id: str) -> UUID | None:
    """Who signed in with this Zalo account."""
    found: UUID | None = await db.fetchval(FIND_PERSON_BY_ZALO, zalo_id)
    return found


SET_ZALO_ID = """
update person set zalo_id = $2 where id = $1
"""


async def set_zalo_id(tx: Connection, person_id: UUID, zalo_id: str) -> None:
    """Keep a Zalo account that Zalo itself has just named."""
    await tx.execute(SET_ZALO_ID, person_id, zalo_id)


SET_PHONE = """
update person set phone = $2, phone_verified_at = $3,
    phone_from_zalo = phone_from_zalo or phone_verified_at is null or phone is distinct from $2
where id = $1
"""


async def set_phone(tx: Connection, person_id: UUID, phone: str, at: datetime) -> None:
    """Keep a number that Zalo shared; one proven by a code before stays proven by it."""
    await tx.execute(SET_PHONE, person_id, phone, at)


SET_UID = """
update person set zalo_id_by_oa = $2 where zalo_id = $1 and zalo_id_by_oa is distinct from $2
"""


async def set_uid(tx: Connection, zalo_id: str, uid: str) -> None:
    """Keep a person's id at the Official Account; nobody here: nothing."""
    await tx.execute(SET_UID, zalo_id, uid)


LOCK_PERSON_OF_ZALO = """
select p.id, p.phone_verified_at is not null and not p.phone_from_zalo as has_own_phone,
    exists (select from role_grant g where g.person_id = p.id)
        or exists (select from province_account a where a.person_id = p.id) as has_served
from person p
where p.zalo_id = $1 or ($1::text is null and p.zalo_id_by_oa = $2::text)
order by p.id
limit 1
for update
"""


class Linked(Struct, frozen=True, kw_only=True):
    """A person as they are when their consent at Zalo ends."""

    id: UUID
    has_own_phone: bool
    has_served: bool


async def lock_person_of_zalo(tx: Connection, zalo_id: str | None, uid: str | None) -> Linked | None:
    """Who has this Zalo account; by the OA's id only when no other is known."""
    return await fetch_one(tx, LOCK_PERSON_OF_ZALO, zalo_id, uid, into=Linked)


UNLINK_ZALO = """
update person set zalo_id = null, zalo_id_by_oa = null, phone_from_zalo = false,
    phone = case when phone_from_zalo then null else phone end,
    phone_verified_at = case when phone_from_zalo then null else phone_verified_at end
where id = $1
"""


async def unlink_zalo(tx: Connection, person_id: UUID) -> None:
    """Forget the account and the number it shared."""
    await tx.execute(UNLINK_ZALO, person_id)


CLOSE_ZALO_SESSIONS = """
update session set closed_at = $2, closed_why = 'revoked'
where person_id = $1 and way = 'zalo' and closed_at is null
"""


async def close_zalo_sessions(tx: Connection, person_id: UUID, at: datetime) -> None:
    """End what began by signing in through Zalo."""
    await tx.execute(CLOSE_ZALO_SESSIONS, person_id, at)


DELETE_PERSON = """
delete from person where id = $1
"""


async def delete_person(tx: Connection, person_id: UUID) -> None:
    """Forget a person with everything that names them: what they reported stays, told by nobody."""
    await tx.execute(DELETE_PERSON, person_id)
