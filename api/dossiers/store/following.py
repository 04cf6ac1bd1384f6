"""Who may see a dossier, who is told of it, and the pages they read."""

from datetime import datetime
from uuid import UUID

from api.dossiers.contracts import DossierRow
from api.dossiers.rules.proof import Guess
from api.dossiers.store.intake import hold_system
from api.kit.db import Connection, fetch_all, fetch_one

IS_PRINTED = """
select exists (select from dossier where code_key = $1 and last4_hash is not null)
"""
FIND_DOSSIER = """
select d.id, d.system, d.code, d.procedure_code, d.procedure_name, p.name as procedure_title,
    d.agency_code, d.agency_name, a.name as agency_title, d.filed_by, d.sequence, d.state_code, d.state_name,
    d.clock, d.amount, d.unit, d.after_pause, d.started_at, d.due_at, d.paused_at, d.stopped_at,
    d.promised_at, d.late_reason, d.first_due_at, d.extension_reason, d.last_known_at, d.demo,
    exists (select 1 from dossier_follow f
        where f.dossier_id = d.id and f.person_id = $2 and f.unfollowed_at is null) as followed,
    coalesce(d.phone_hash = $3, false) as owned,
    (select concat_ws(' ', count(*), max(id), max(changed_at)) from calendar_change) as calendar_edition
from dossier d
left join procedure p on p.code = d.procedure_code
left join agency a on a.code = d.agency_code
where d.id = $1
"""
FIND_PROVEN = """
with given_back as (
    insert into dossier_lookup_try as t (subject, window_at, tries)
    select subject, window_at, 0 from unnest($4::text[], $5::timestamptz[]) as asked (subject, window_at)
    on conflict (subject, window_at) do update set tries = greatest(t.tries - 1, 0)
)
select d.id, d.system, d.code, d.procedure_code, d.procedure_name, p.name as procedure_title,
    d.agency_code, d.agency_name, a.name as agency_title, d.filed_by, d.sequence, d.state_code, d.state_name,
    d.clock, d.amount, d.unit, d.after_pause, d.started_at, d.due_at, d.paused_at, d.stopped_at,
    d.promised_at, d.late_reason, d.first_due_at, d.extension_reason, d.last_known_at, d.demo,
    exists (select 1 from dossier_follow f
        where f.dossier_id = d.id and f.person_id = $2 and f.unfollowed_at is null) as followed,
    coalesce(d.phone_hash = $3, false) as owned,
    (select concat_ws(' ', count(*), max(id), max(changed_at)) from calendar_change) as calendar_edition
from dossier d
left join procedure p on p.code = d.procedure_code
left join agency a on a.code = d.agency_code
where d.id = $1
"""
FIND_SEEN_BY = """
select d.id
from dossier d
left join dossier_follow f on f.dossier_id = d.id and f.person_id = $2
where d.id = $1
  and case when f.person_id is null then d.phone_hash = $3 else f.unfollowed_at is null end
"""
LIST_SEEN_BY = """
select d.id, d.system, d.code, d.procedure_code, d.procedure_name, p.name as procedure_title,
    d.agency_code, d.agency_name, a.name as agency_title, d.filed_by, d.sequence, d.state_code, d.state_name,
    d.clock, d.amount, d.unit, d.after_pause, d.started_at, d.due_at, d.paused_at, d.stopped_at,
    d.promised_at, d.late_reason, d.first_due_at, d.extension_reason, d.last_known_at, d.demo, seen.followed,
    coalesce(d.phone_hash = $2, false) as owned,
    (select concat_ws(' ', count(*), max(id), max(changed_at)) from calendar_change) as calendar_edition
from (
    select dossier_id, true as followed from dossier_follow where person_id = $1 and unfollowed_at is null
    union all
    select mine.id, false from dossier mine
    where mine.phone_hash = $2
      and not exists (select 1 from dossier_follow f where f.dossier_id = mine.id and f.person_id = $1)
) seen
join dossier d on d.id = seen.dossier_id
left join procedure p on p.code = d.procedure_code
left join agency a on a.code = d.agency_code
where $3::timestamptz is null or (d.last_known_at, d.id) < ($3, $4::uuid)
order by d.last_known_at desc, d.id desc
limit $5
"""
FIND_VERIFIED_PHONE = """
select phone from person where id = $1 and phone_verified_at is not null
"""
FIND_SYSTEM = """
select system from dossier where id = $1
"""
HOLD_STILL = """
select id from dossier where id = $1 for share
"""
PUT_FOLLOW = """
insert into dossier_follow as f (dossier_id, person_id, followed_at)
select $1, $2, $3
where not coalesce((select s.ended_by = 'owner' from dossier_share s
    where s.dossier_id = $1 and s.person_id = $2 order by s.asked_at desc, s.id desc limit 1), false)
on conflict (dossier_id, person_id) do update
    set followed_at = excluded.followed_at, unfollowed_at = null, automatic = false
where f.unfollowed_at is not null
returning dossier_id
"""
END_FOLLOW = """
insert into dossier_follow as f (dossier_id, person_id, followed_at, unfollowed_at) values ($1, $2, $3, $3)
on conflict (dossier_id, person_id) do update set unfollowed_at = greatest(f.followed_at, excluded.unfollowed_at)
where f.unfollowed_at is null
"""
LIST_FOLLOWERS = """
select f.person_id
from dossier_event e
join dossier_follow f on f.dossier_id = e.dossier_id
where e.id = $1 and f.unfollowed_at is null and f.followed_at <= e.recorded_at
order by f.person_id
"""
LIST_FOLLOWERS_AT = """
select person_id from dossier_follow
where dossier_id = $1 and unfollowed_at is null and followed_at <= $2
order by person_id
"""
LIST_OVERDUE = """
select d.id, coalesce(d.due_at, d.promised_at) as due_at
from dossier d
where d.stopped_at is null and d.clock = 'running' and coalesce(d.due_at, d.promised_at) between $1 and $2
  and exists (select from dossier_follow f where f.dossier_id = d.id and f.unfollowed_at is null)
order by d.id
"""


async def is_printed(connection: Connection, code_key: str) -> bool:
    """Whether any system told of this code."""
    known: bool = await connection.fetchval(IS_PRINTED, code_key)
    return known


async def find_dossier(
    connection: Connection, dossier_id: UUID, *, person_id: UUID | None, phone_hash: str | None = None
) -> DossierRow | None:
    """A dossier the caller has proved to know; `followed` and `owned` are about the person."""
    return await fetch_one(connection, FIND_DOSSIER, dossier_id, person_id, phone_hash, into=DossierRow)


async def find_proven(
    tx: Connection, dossier_id: UUID, guess: Guess, *, person_id: UUID | None, phone_hash: str | None = None
) -> DossierRow | None:
    """The dossier as above, and the guess uncounted: it was right. One statement, for the time of a look-up."""
    return await fetch_one(
        tx, FIND_PROVEN, dossier_id, person_id, phone_hash, guess.subjects, guess.windows, into=DossierRow
    )


async def is_seen_by(
    connection: Connection, dossier_id: UUID, *, person_id: UUID, phone_hash: str | None
) -> bool:
    """Whether the person follows it, or filed it from their verified number and never left it."""
    return await connection.fetchval(FIND_SEEN_BY, dossier_id, person_id, phone_hash) is not None


async def list_seen_by(
    connection: Connection,
    person_id: UUID,
    *,
    phone_hash: str | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> list[DossierRow]:
    """The person's dossiers, those heard of last first."""
    at, identity = before or (None, None)
    return await fetch_all(
        connection, LIST_SEEN_BY, person_id, phone_hash, at, identity, limit, into=DossierRow
    )


async def find_verified_phone(connection: Connection, person_id: UUID) -> str | None:
    """The person's number, when they proved that it is theirs."""
    phone: str | None = await connection.fetchval(FIND_VERIFIED_PHONE, person_id)
    return phone


async def hold_still(tx: Connection, dossier_id: UUID) -> None:
    """Wait for what is being written of it: whoever follows from here reads that, and is told of all after it."""
    await hold_system(tx, await tx.fetchval(FIND_SYSTEM, dossier_id), alone=False)
    await tx.execute(HOLD_STILL, dossier_id)


async def put_follow(tx: Connection, dossier_id: UUID, *, person_id: UUID, at: datetime) -> bool:
    """Follow; False when the person already does, or the applicant said no to them (hold them first, `store.sharing`)."""
    return await tx.fetchval(PUT_FOLLOW, dossier_id, person_id, at) is not None


async def end_follow(tx: Connection, dossier_id: UUID, *, person_id: UUID, at: datetime) -> None:
    """Follow no more, and stay so even when the number matches."""
    await tx.execute(END_FOLLOW, dossier_id, person_id, at)


async def list_followers(connection: Connection, dossier_event_id: UUID) -> list[UUID]:
    """Who followed when the event came in, and still does."""
    return [row["person_id"] for row in await connection.fetch(LIST_FOLLOWERS, dossier_event_id)]


async def list_followers_at(connection: Connection, dossier_id: UUID, *, at: datetime) -> list[UUID]:
    """Who followed at that moment, and still does."""
    return [row["person_id"] for row in await connection.fetch(LIST_FOLLOWERS_AT, dossier_id, at)]


async def list_overdue(db: Connection, *, since: datetime, at: datetime) -> list[tuple[UUID, datetime]]:
    """Followed dossiers whose promised date passed in this time, with it; clocks that stand still promise nothing."""
    return [(row["id"], row["due_at"]) for row in await db.fetch(LIST_OVERDUE, since, at)]
