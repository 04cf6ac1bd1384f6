"""Consents to follow for somebody else, and who follows a dossier."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.contracts.sharing import FollowerRow, ShareRow
from api.kit.db import Connection, fetch_all, fetch_one

IS_BARRED = """
select coalesce((select s.ended_by = 'owner' from dossier_share s
    where s.dossier_id = $1 and s.person_id = $2
    order by s.asked_at desc, s.id desc limit 1), false)
"""
IS_HELPING = """
select exists (select from dossier_share
    where dossier_id = $1 and person_id = $2 and granted_at is not null and ended_at is null and how <> 'by_code')
"""
FIND_PHONE_HASH = """
select phone_hash from dossier where id = $1
"""
HOLD_FOLLOWER = """
select pg_advisory_xact_lock(hashtextextended('follower ' || $1::uuid || ' ' || $2::uuid, 0))
"""
FIND_LIVE = """
select s.id, s.dossier_id, s.person_id, d.code, s.relation, s.purpose, s.how, s.given_on, s.asked_at,
    s.granted_at, s.ended_at, s.ended_by
from dossier_share s join dossier d on d.id = s.dossier_id
where s.dossier_id = $1 and s.person_id = $2 and s.ended_at is null
for update of s
"""
FIND_SHARE = """
select s.id, s.dossier_id, s.person_id, d.code, s.relation, s.purpose, s.how, s.given_on, s.asked_at,
    s.granted_at, s.ended_at, s.ended_by
from dossier_share s join dossier d on d.id = s.dossier_id
where s.id = $1 and ($2::uuid is null or s.person_id = $2)
"""
LIST_SHARES = """
select s.id, s.dossier_id, s.person_id, d.code, s.relation, s.purpose, s.how, s.given_on, s.asked_at,
    s.granted_at, s.ended_at, s.ended_by
from dossier_share s join dossier d on d.id = s.dossier_id
where s.person_id = $1 and s.how <> 'by_code'
order by s.asked_at desc, s.id desc
limit 100
"""
INSERT_SHARE = """
insert into dossier_share (id, dossier_id, person_id, relation, purpose, how, text_version, given_on, asked_at,
    granted_at, owner_phone, ended_at, ended_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (dossier_id, person_id) where ended_at is null do nothing
returning id
"""
GRANT = """
update dossier_share set granted_at = $2, text_version = $3, owner_phone = null
where id = $1 and granted_at is null and ended_at is null
returning id
"""
END_LIVE = """
update dossier_share set ended_at = $3, ended_by = $4, owner_phone = null
where dossier_id = $1 and person_id = $2 and ended_at is null
returning id
"""
COUNT_ASKED = """
select how, count(*) from dossier_share
where dossier_id = $1 and how <> 'by_code' and asked_at > $2
group by how
"""
COUNT_TRY = """
update dossier_share set code_tries = code_tries + 1
where id = $1 and person_id = $2 and how = 'code' and granted_at is null and ended_at is null
  and asked_at > $3 and code_tries < $4
returning id
"""
TAKE_PHONE = """
with held as (select id, owner_phone from dossier_share where id = $1 and owner_phone is not null for update)
update dossier_share s set owner_phone = null from held where s.id = held.id
returning held.owner_phone
"""
STOP_FOLLOWING = """
update dossier_follow set unfollowed_at = greatest(followed_at, $3)
where dossier_id = $1 and person_id = $2 and unfollowed_at is null
"""
LIST_WITH_PHONE = """
select id from dossier_share where owner_phone is not null and how in ('spoken', 'written') and asked_at < $1
order by asked_at
"""
FORGET_PHONES = """
update dossier_share set owner_phone = null where owner_phone is not null and asked_at < $1
"""
LIST_FOLLOWING = """
select p.id as person_id, p.display_name as name,
    case when p.phone_verified_at is not null then p.phone end as phone,
    f.person_id is not null and f.unfollowed_at is null as following, f.followed_at,
    s.id as share_id, s.relation, s.purpose, s.how, s.given_on, s.asked_at, s.granted_at, s.ended_at, s.ended_by
from (
    select person_id from dossier_follow where dossier_id = $1
    union
    select person_id from dossier_share where dossier_id = $1
) who
join person p on p.id = who.person_id and p.id <> $2
left join dossier_follow f on f.dossier_id = $1 and f.person_id = p.id
left join lateral (
    select * from dossier_share n where n.dossier_id = $1 and n.person_id = p.id
    order by n.asked_at desc, n.id desc limit 1
) s on true
where (f.person_id is not null and f.unfollowed_at is null)
  or (s.id is not null and (s.ended_at is null or s.ended_by = 'owner'))
order by coalesce(s.asked_at, f.followed_at) desc, p.id
limit 200
"""
FIND_ASKER = """
select display_name as name, case when phone_verified_at is not null then phone end as phone
from person where id = $1
"""
LIST_KNOWN_PHONES = """
select p.id, p.phone
from dossier_follow f join person p on p.id = f.person_id
where f.dossier_id = $1 and p.phone_verified_at is not null
"""
LIST_ALIVE = """
select s.id
from dossier_share s join dossier d on d.id = s.dossier_id
where d.phone_hash = $1 and s.person_id <> $2 and s.ended_at is null and s.how in ('asked', 'spoken', 'written')
order by s.asked_at
limit 50
"""
LIST_BY_CODE = """
select f.dossier_id, f.person_id
from dossier_follow f join dossier d on d.id = f.dossier_id
where d.phone_hash = $1 and f.person_id <> $2 and f.unfollowed_at is null
  and not exists (select from dossier_share s
    where s.dossier_id = f.dossier_id and s.person_id = f.person_id and s.ended_at is null)
order by f.followed_at
limit 50
"""
FOLLOW_OWN = """
insert into dossier_follow (dossier_id, person_id, followed_at, automatic)
select id, $2, $3, true from dossier where phone_hash = $1
order by id
on conflict (dossier_id, person_id) do nothing
"""


class Asker(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks to follow: the name they gave and their proven number."""

    name: str
    phone: str | None


async def is_barred(tx: Connection, dossier_id: UUID, *, person_id: UUID) -> bool:
    """Whether the applicant said no to this person, and nothing else since."""
    barred: bool = await tx.fetchval(IS_BARRED, dossier_id, person_id)
    return barred


async def is_helping(connection: Connection, dossier_id: UUID, *, person_id: UUID) -> bool:
    """Whether the person follows it for the applicant, by their consent."""
    helping: bool = await connection.fetchval(IS_HELPING, dossier_id, person_id)
    return helping


async def find_phone_hash(connection: Connection, dossier_id: UUID) -> str | None:
    """The hash of the applicant's mobile number."""
    found: str | None = await connection.fetchval(FIND_PHONE_HASH, dossier_id)
    return found


async def hold_follower(tx: Connection, dossier_id: UUID, *, person_id: UUID) -> None:
    """One after the other: this person's asking and following, and the applicant's yes or no to them."""
    await tx.execute(HOLD_FOLLOWER, dossier_id, person_id)


async def hold_live(tx: Connection, dossier_id: UUID, *, person_id: UUID) -> ShareRow | None:
    """The person's request or consent that has not ended; they are held until the transaction ends."""
    await hold_follower(tx, dossier_id, person_id=person_id)
    return await fetch_one(tx, FIND_LIVE, dossier_id, person_id, into=ShareRow)


async def find_share(connection: Connection, share_id: UUID, *, person_id: UUID | None) -> ShareRow | None:
    """One consent; with a person, only theirs."""
    return await fetch_one(connection, FIND_SHARE, share_id, person_id, into=ShareRow)


async def list_shares(connection: Connection, person_id: UUID) -> list[ShareRow]:
    """The newest consents of a person who follows for others."""
    return await fetch_all(connection, LIST_SHARES, person_id, into=ShareRow)


async def insert_share(
    tx: Connection, row: ShareRow, *, text_version: str, owner_phone: str | None = None
) -> bool:
    """Keep a request, a consent or a no; False when one of this person is alive."""
    taken = await tx.fetchval(
        INSERT_SHARE, row.id, row.dossier_id, row.person_id, row.relation, row.purpose, row.how, text_version,
        row.given_on, row.asked_at, row.granted_at, owner_phone, row.ended_at, row.ended_by,
    )  # fmt: skip
    return taken is not None


async def grant(tx: Connection, share_id: UUID, *, text_version: str, at: datetime) -> bool:
    """The applicant's yes to an open request, with the sentence it was about; False when it was taken back."""
    return await tx.fetchval(GRANT, share_id, at, text_version) is not None


async def end_live(
    tx: Connection, dossier_id: UUID, *, person_id: UUID, by: str, at: datetime
) -> UUID | None:
    """End what is alive, if anything is; its id."""
    found: UUID | None = await tx.fetchval(END_LIVE, dossier_id, person_id, at, by)
    return found


async def count_asked(tx: Connection, dossier_id: UUID, *, since: datetime) -> dict[str, int]:
    """How many requests about the dossier there were since then, by how."""
    return {row["how"]: row["count"] for row in await tx.fetch(COUNT_ASKED, dossier_id, since)}


async def count_try(tx: Connection, share_id: UUID, *, person_id: UUID, since: datetime, most: int) -> bool:
    """Count a try, the right one too; False when the code is over."""
    return await tx.fetchval(COUNT_TRY, share_id, person_id, since, most) is not None


async def take_phone(tx: Connection, share_id: UUID) -> str | None:
    """The applicant's number for one SMS; it is not kept any longer."""
    phone: str | None = await tx.fetchval(TAKE_PHONE, share_id)
    return phone


async def stop_following(tx: Connection, dossier_id: UUID, *, person_id: UUID, at: datetime) -> None:
    """Whoever asks for another's consent waits for it, even if they followed as their own before."""
    await tx.execute(STOP_FOLLOWING, dossier_id, person_id, at)


async def list_with_phone(connection: Connection, *, before: datetime) -> list[UUID]:
    """Yeses given in person whose one text has not left."""
    return [row["id"] for row in await connection.fetch(LIST_WITH_PHONE, before)]


async def forget_phones(tx: Connection, *, before: datetime) -> None:
    """Forget numbers whose one SMS never left."""
    await tx.execute(FORGET_PHONES, before)


async def list_following(connection: Connection, dossier_id: UUID, *, but: UUID) -> list[FollowerRow]:
    """Everybody but the applicant who follows, asks to, or was refused."""
    return await fetch_all(connection, LIST_FOLLOWING, dossier_id, but, into=FollowerRow)


async def find_asker(connection: Connection, person_id: UUID) -> Asker:
    """Who asks; the applicant sees the name and the last digits only."""
    found = await fetch_one(connection, FIND_ASKER, person_id, into=Asker)
    return found or Asker(name="", phone=None)


async def list_known_phones(connection: Connection, dossier_id: UUID) -> dict[UUID, str]:
    """Verified numbers of people who follow or followed: the applicant is among them, if they use the app."""
    return {row["id"]: row["phone"] for row in await connection.fetch(LIST_KNOWN_PHONES, dossier_id)}


async def list_alive(connection: Connection, phone_hash: str, *, but: UUID) -> list[UUID]:
    """Requests and recorded yeses about the dossiers of a number, which its owner can answer or end."""
    return [row["id"] for row in await connection.fetch(LIST_ALIVE, phone_hash, but)]


async def list_by_code(connection: Connection, phone_hash: str, *, but: UUID) -> list[tuple[UUID, UUID]]:
    """Dossiers of a number with who follows them as their own, without a word of the number's owner."""
    rows = await connection.fetch(LIST_BY_CODE, phone_hash, but)
    return [(row["dossier_id"], row["person_id"]) for row in rows]


async def follow_own(tx: Connection, person_id: UUID, *, phone_hash: str, at: datetime) -> None:
    """Follow every dossier of a number that was just proven, but those once left."""
    await tx.execute(FOLLOW_OWN, phone_hash, person_id, at)
