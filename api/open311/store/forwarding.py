"""SQL of sending cases on: which go where, whose turn it is, what came of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all
from api.kit.patience import Health
from api.open311.rules.forwarding import (
    Claim,
    ForwardLine,
    ForwardRoute,
    ForwardSettings,
    ForwardSystem,
    Result,
)

Provinces = tuple[str, ...] | None
"""Whose cases; None: all."""
PUT_SYSTEM = """
insert into open311_system as s (
    code, name, dialect, url, jurisdiction_id, sealed_key, active, every_seconds, created_at
)
values ($1, $2, $3, $4, $5, coalesce($6, ''), $7, $8, $9)
on conflict (code) do update set name = excluded.name, dialect = excluded.dialect, url = excluded.url,
    jurisdiction_id = excluded.jurisdiction_id, sealed_key = coalesce($6, s.sealed_key), active = excluded.active,
    every_seconds = excluded.every_seconds, failures = 0, open_until = null, last_error = null
"""
FIND_STRANGERS = """
select w.code from unnest($1::text[]) as w (code)
left join category c on c.code = w.code where w.code is not null and c.code is null
union all
select w.id::text from unnest($2::uuid[]) as w (id)
left join agency a on a.id = w.id where w.id is not null and a.id is null
"""
DROP_ROUTES = """
delete from open311_route where system = $1
"""
DROP_WORDS = """
delete from open311_status where system = $1
"""
INSERT_ROUTES = """
insert into open311_route (system, category_code, agency_id, service_code)
select $1, new.category_code, new.agency_id, new.service_code
from unnest($2::text[], $3::uuid[], $4::text[]) as new (category_code, agency_id, service_code)
on conflict (coalesce(category_code, ''), coalesce(agency_id, '00000000-0000-0000-0000-000000000000'))
do update set system = excluded.system, service_code = excluded.service_code
"""
INSERT_WORDS = """
insert into open311_status (system, word, meaning)
select $1, new.word, new.meaning from unnest($2::text[], $3::text[]) as new (word, meaning)
"""
LIST_SYSTEMS = """
select s.code, s.name, s.url, s.dialect, s.jurisdiction_id, s.active, s.failures, s.open_until, s.last_ok_at, s.last_error,
    count(*) filter (where f.state = 'waiting') as waiting, count(*) filter (where f.state = 'sent') as sent,
    count(*) filter (where f.state = 'acknowledged') as acknowledged,
    count(*) filter (where f.state = 'failed') as failed
from open311_system s
left join (
    select w.system, w.state from open311_forward w
    join report r on r.id = w.report_id and ($1::text[] is null or r.province_code = any($1))
) f on f.system = s.code
group by s.code order by s.code
"""
HAS_SYSTEM = """
select exists (select from open311_system where code = $1)
"""
LIST_FORWARDS = """
select f.report_id, r.code, f.state, f.reason, f.attempts, f.their_id, f.their_status, f.next_at
from open311_forward f join report r on r.id = f.report_id
where f.system = $1 and ($2::text is null or f.state = $2) and ($4::text[] is null or r.province_code = any($4))
order by f.created_at desc, f.report_id limit $3
"""
INSERT_FORWARD = """
insert into open311_forward as f (report_id, system, service_code, next_at, created_at, reopenings)
select r.id, o.system, o.service_code, $2, $2, r.reopenings
from report r
join category c on c.code = r.category_code
join lateral (
    select w.system, w.service_code from open311_route w
    join open311_system s on s.code = w.system and s.active
    where (w.category_code is null or w.category_code in (c.code, c.parent_code))
      and (w.agency_id is null or w.agency_id = r.agency_id)
    order by (w.category_code = c.code) desc nulls last, w.category_code is null, w.agency_id is null
    limit 1
) o on true
where r.id = $1 and not c.sealed and r.parent_id is null and r.agency_id is not null and not r.place_doubted
  and r.state in ('received', 'verifying', 'assigned', 'in_progress', 'reopened')
on conflict (report_id, system) do update set
    service_code = excluded.service_code, reopenings = excluded.reopenings, state = 'waiting', reason = null,
    attempts = 0, unsure = false, next_at = excluded.next_at, token = null, their_id = null, their_status = null,
    meaning = null, created_at = excluded.created_at, sent_at = null, acknowledged_at = null, ended_at = null
where f.ended_at is not null and f.reopenings < excluded.reopenings
returning f.system
"""
CLAIM_DUE = """
with due as (
    select f.report_id, f.system, f.unsure from open311_forward f
    join open311_system s on s.code = f.system
    where f.next_at <= $1 and s.active and (s.open_until is null or s.open_until <= $1)
    order by f.next_at limit $3 for update of f skip locked
), claimed as (
    update open311_forward f set next_at = $2, unsure = f.unsure or f.state = 'waiting' from due d
    where f.report_id = d.report_id and f.system = d.system
    returning f.*, d.unsure as was_unsure
)
select
    f.report_id, f.system, s.name as system_name, s.dialect, s.url, s.jurisdiction_id, s.sealed_key, s.every_seconds,
    s.failures, s.open_until, f.state, f.attempts, f.was_unsure as unsure, f.token, f.their_id, f.their_status, r.code,
    f.service_code, r.description, r.lat, r.lon, u.full_name as address, r.received_at,
    f.reopenings, f.created_at, f.next_at as until,
    (select coalesce(jsonb_object_agg(w.word, w.meaning), '{}') from open311_status w where w.system = s.code) as known_words
from claimed f
join open311_system s on s.code = f.system
join report r on r.id = f.report_id
join admin_unit u on u.id = r.commune_id
"""
SET_TAKEN = """
update open311_forward set
    state = case when $4::text is not null then 'acknowledged' else 'sent' end,
    token = coalesce($3, token), their_id = coalesce($4, their_id), unsure = false, reason = null, next_at = $6,
    sent_at = coalesce(sent_at, $5), acknowledged_at = case when $4::text is not null then coalesce(acknowledged_at, $5) end
where report_id = $1 and system = $2 and state in ('waiting', 'sent')
returning state
"""
SET_STATUS = """
update open311_forward set their_status = $3, meaning = coalesce($4, meaning), reason = null,
    ended_at = case when $5 then $6::timestamptz end, next_at = case when $5 then null else $7::timestamptz end
where report_id = $1 and system = $2 and state = 'acknowledged' and their_status is distinct from $3
returning report_id
"""
SET_LATER = """
update open311_forward set next_at = $3, reason = $4, unsure = $5, attempts = attempts + $6
where report_id = $1 and system = $2 and next_at is not null
"""
GIVE_BACK = """
update open311_forward f set next_at = $4, unsure = back.unsure
from unnest($2::uuid[], $3::boolean[]) as back (report_id, unsure)
where f.system = $1 and f.report_id = back.report_id and f.next_at = $5
"""
SET_FAILED = """
update open311_forward set state = 'failed', reason = $3, next_at = null, attempts = attempts + 1
where report_id = $1 and system = $2 and next_at is not null
"""
SET_HEALTH = """
update open311_system set failures = $2, open_until = $3, last_error = $4,
    last_ok_at = case when $4::text is null then $5::timestamptz else last_ok_at end
where code = $1
"""
LOCK_KEYS = """
select code, sealed_key from open311_system order by code for update
"""
SET_KEYS = """
update open311_system s set sealed_key = anew.sealed
from unnest($1::text[], $2::text[]) as anew (code, sealed) where s.code = anew.code
"""
RETRY_FAILED = """
update open311_forward f set state = 'waiting', reason = null, attempts = 0, unsure = true, next_at = $2
from report r
where f.system = $1 and f.state = 'failed' and r.id = f.report_id and ($3::text[] is null or r.province_code = any($3))
"""


async def find_strangers(db: Connection, routes: Sequence[ForwardRoute]) -> list[str]:
    """The subjects and agencies of these routes that there are not."""
    subjects, agencies = [one.category_code for one in routes], [one.agency_id for one in routes]
    return [row["code"] for row in await db.fetch(FIND_STRANGERS, subjects, agencies)]


async def put_system(
    tx: Connection, code: str, given: ForwardSettings, *, sealed: str | None, at: datetime
) -> None:
    """Write where cases go and under which codes; what was wrong before is forgotten."""
    await tx.execute(
        PUT_SYSTEM, code, given.name, given.dialect, given.url.rstrip("/"), given.jurisdiction_id, sealed,
        given.active, given.every_seconds, at,
    )  # fmt: skip
    await tx.execute(DROP_ROUTES, code)
    await tx.execute(DROP_WORDS, code)
    routes = given.routes
    await tx.execute(
        INSERT_ROUTES, code, [one.category_code for one in routes], [one.agency_id for one in routes],
        [one.service_code for one in routes],
    )  # fmt: skip
    await tx.execute(
        INSERT_WORDS, code, list(given.words), [meaning.value for meaning in given.words.values()]
    )


async def list_systems(db: Connection, *, provinces: Provinces) -> list[ForwardSystem]:
    """All systems, how they fare, and the counts of cases of these provinces."""
    return await fetch_all(db, LIST_SYSTEMS, provinces, into=ForwardSystem)


async def has_system(db: Connection, code: str) -> bool:
    """Whether a system is connected under this code."""
    found: bool = await db.fetchval(HAS_SYSTEM, code)
    return found


async def list_forwards(
    db: Connection, system: str, *, state: str | None, provinces: Provinces, limit: int
) -> list[ForwardLine]:
    """The newest cases of these provinces on their way to a system."""
    return await fetch_all(db, LIST_FORWARDS, system, state, limit, provinces, into=ForwardLine)


async def insert_forward(tx: Connection, report_id: UUID, *, at: datetime) -> str | None:
    """Send a case on where a route wants it, once, and once more each time it is opened again after they ended it.

    The system; None when none wants it or it is there.
    """
    system: str | None = await tx.fetchval(INSERT_FORWARD, report_id, at)
    return system


async def claim_due(tx: Connection, *, at: datetime, until: datetime, limit: int) -> list[Claim]:
    """The cases whose turn it is, ours until then.

    What waits is unsure from now on: should we die between a post and writing it down, it is looked for first.
    """
    return await fetch_all(tx, CLAIM_DUE, at, until, limit, into=Claim)


async def set_taken(tx: Connection, claim: Claim, result: Result, *, at: datetime, next_at: datetime) -> None:
    """They have it: by a token, or by an id of theirs."""
    await tx.execute(SET_TAKEN, claim.report_id, claim.system, result.token, result.their_id, at, next_at)


async def set_status(
    tx: Connection,
    claim: Claim,
    word: str,
    *,
    meaning: str | None,
    ended: bool,
    at: datetime,
    next_at: datetime,
) -> bool:
    """Their word for the case; False when it is the one we knew."""
    row = await tx.fetchval(SET_STATUS, claim.report_id, claim.system, word, meaning, ended, at, next_at)
    return row is not None


async def set_later(
    tx: Connection,
    claim: Claim,
    *,
    next_at: datetime,
    reason: str | None,
    lost: bool = False,
) -> None:
    """Try again then; `lost`: it may have been taken, which may be the case's own fault and counts."""
    await tx.execute(
        SET_LATER, claim.report_id, claim.system, next_at, reason, claim.unsure or lost, int(lost)
    )


async def give_back(tx: Connection, claims: Sequence[Claim], *, next_at: datetime) -> None:
    """Cases of one claim and one system, not spoken about after all: as they were, at that time, if still ours."""
    ids, unsure = [one.report_id for one in claims], [one.unsure for one in claims]
    await tx.execute(GIVE_BACK, claims[0].system, ids, unsure, next_at, claims[0].until)


async def set_failed(tx: Connection, claim: Claim, *, reason: str) -> None:
    """They do not take it; somebody must look."""
    await tx.execute(SET_FAILED, claim.report_id, claim.system, reason)


async def set_health(tx: Connection, system: str, health: Health, *, error: str | None, at: datetime) -> None:
    """How the system fares."""
    await tx.execute(SET_HEALTH, system, health.failures, health.open_until, error, at)


async def retry_failed(tx: Connection, system: str, *, provinces: Provinces, at: datetime) -> int:
    """Try what failed once more, looking first whether they have it after all; how many."""
    done = await tx.execute(RETRY_FAILED, system, at, provinces)
    return int(done.removeprefix("UPDATE "))


async def lock_keys(tx: Connection) -> dict[str, str]:
    """Every system's sealed key, by its code."""
    return {row["code"]: row["sealed_key"] for row in await tx.fetch(LOCK_KEYS)}


async def set_keys(tx: Connection, sealed: Mapping[str, str]) -> None:
    """Keys sealed anew, by code."""
    await tx.execute(SET_KEYS, list(sealed), list(sealed.values()))
