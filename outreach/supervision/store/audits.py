"""SQL of audits: rounds, frames, draws and what came of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.supervision.contracts.audits import AdultBefore, AuditDoor, Candidate, Pair, Round

INSERT_ROUND = """
insert into audit_round (id, province_code, size, seed, seed_commit, committed_at, committed_by)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (province_code) where closed_at is null do nothing
returning true
"""
LIST_ROUNDS = """
select r.id, r.province_code, r.size, r.seed_commit, r.committed_at, r.frozen_at, r.frame_digest, r.frame_size, r.closed_at,
    count(d.id) as drawn, count(d.id) filter (where d.state <> 'open') as settled,
    count(d.id) filter (where d.state = 'met') as met
from audit_round r left join audit_standing d on d.round_id = r.id
where ($1::text[] is null or r.province_code = any($1)) and ($2::uuid is null or r.id = $2)
group by r.id
order by r.committed_at desc
limit $3
"""
LOCK_ROUND = """
select id, province_code, size, seed, seed_commit, frozen_at, frame_digest, closed_at from audit_round where id = $1 for update
"""
LIST_FRAME = """
select d.id
from household d join hamlet h on h.id = d.hamlet_id join admin_unit u on u.id = h.commune_id
where u.province_code = $1 and not d.closed and d.root_id is null and d.removed_at is null
    and exists (
        select from adult a join adult_state s on s.adult_id = a.id
        where a.household_id = d.id and s.registered and s.assessed
    )
    and d.no_contact_at is null and not exists (select from visit v where v.household_id = d.id and v.result = 'do_not_contact')
order by d.id
"""
FREEZE_ROUND = """
with frame as (
    insert into audit_frame (round_id, household_id) select $1, home from unnest($5::uuid[]) home
)
update audit_round set frozen_at = $2, frame_digest = $3, frame_size = $4 where id = $1
"""
LIST_CANDIDATES = """
select d.id as household_id, t.id as team_id, case when t.commune_id = h.commune_id then 0
        else coalesce((111.2 * (same.lat - u.lat)) ^ 2 + (106.6 * (same.lon - u.lon)) ^ 2, 1e6) end as apart
from household d
join hamlet h on h.id = d.hamlet_id
join admin_unit u on u.id = h.commune_id
join admin_unit same on same.province_code = u.province_code
join team t on t.commune_id = same.id
where d.id = any($1::uuid[]) and (t.dissolved_on is null or t.dissolved_on > ($2 at time zone 'Asia/Ho_Chi_Minh')::date)
    and not exists (select from team_area a where a.team_id = t.id and a.hamlet_id = d.hamlet_id)
    and not exists (select from visit v where v.household_id = d.id and v.team_id = t.id)
    and exists (
        select from team_member m where m.team_id = t.id and m.since <= $2 and (m.until is null or m.until > $2)
    )
"""
LIST_ADULTS = """
select a.household_id, a.id as adult_id, s.knows, s.can
from adult a join adult_state s on s.adult_id = a.id
where a.household_id = any($1::uuid[]) and s.registered and s.assessed and s.knows is not null
"""
INSERT_DRAWS = """
insert into audit_draw (id, round_id, place, household_id, adult_id, team_id, before)
select d.id, $1, d.place, d.household_id, d.adult_id, d.team_id, jsonb_build_object('knows', d.knows, 'can', d.can)
from unnest($2::uuid[], $3::int[], $4::uuid[], $5::uuid[], $6::uuid[], $7::boolean[], $8::boolean[])
    as d(id, place, household_id, adult_id, team_id, knows, can)
"""
CLOSE_ROUND = """
update audit_round set closed_at = $2, closed_by = $3 where id = $1
"""
LIST_STANDING = """
select d.id as draw_id, d.household_id, h.reference, m.name as hamlet, u.name as commune, d.adult_id,
    case when a.consent and a.redacted_at is null then a.label end as label, d.team_id, t.name as team_name,
    d.attempts, d.days, d.slots, d.state, r.frozen_at
from audit_standing d
join audit_round r on r.id = d.round_id
join household h on h.id = d.household_id join hamlet m on m.id = h.hamlet_id join admin_unit u on u.id = m.commune_id
join team t on t.id = d.team_id
left join adult a on a.id = d.adult_id
where ($1::uuid is null or d.round_id = $1)
    and ($2::uuid[] is null or (d.team_id = any($2) and d.state = 'open' and r.closed_at is null))
order by d.place
limit $3
"""
LIST_PAIRS = """
select (d.before ->> 'knows')::boolean and (d.before ->> 'can')::boolean as before,
    coalesce(seen.knows and exists (
        select from jsonb_each_text(seen.skills) s where s.value = 'alone_observed'
    ) and coalesce(seen.assistance, 'unaided') = 'unaided', false) as after
from audit_draw d
cross join lateral (
    select va.knows, va.skills, va.assistance
    from audit_attempt t join visit_adult va on va.visit_id = t.visit_id and va.adult_id = d.adult_id and va.met
    where t.draw_id = d.id order by va.visited_at desc limit 1
) seen
where d.round_id = $1
"""
LIST_FROZEN = """
select household_id from audit_frame where round_id = $1 order by household_id
"""
LIST_DRAWN = """
select household_id from audit_draw where round_id = $1 order by place
"""
COUNT_OPEN = """
select count(*) from audit_standing d join audit_round r on r.id = d.round_id
where d.team_id = $1 and d.state = 'open' and r.closed_at is null
"""


class RoundRow(msgspec.Struct, frozen=True, kw_only=True):
    """A round with its seed; its row is ours until commit."""

    id: UUID
    province_code: str
    size: int
    seed: bytes
    seed_commit: str
    frozen_at: datetime | None
    frame_digest: str | None
    closed_at: datetime | None


async def insert_round(
    tx: Connection,
    *,
    round_id: UUID,
    province: str,
    size: int,
    seed: bytes,
    commit: str,
    at: datetime,
    by: UUID,
) -> bool:
    """A new round; False while another of the province is open."""
    return await tx.fetchval(INSERT_ROUND, round_id, province, size, seed, commit, at, by) is not None


async def list_rounds(
    db: Connection, *, provinces: Sequence[str] | None, round_id: UUID | None = None, limit: int
) -> list[Round]:
    """Rounds with how far they are, the newest first."""
    return await fetch_all(db, LIST_ROUNDS, provinces, round_id, limit, into=Round)


async def lock_round(tx: Connection, round_id: UUID) -> RoundRow | None:
    """One round with its seed."""
    return await fetch_one(tx, LOCK_ROUND, round_id, into=RoundRow)


async def list_frame(db: Connection, province: str) -> list[UUID]:
    """Households standing now of which somebody was assessed, and that may be visited."""
    return [row["id"] for row in await db.fetch(LIST_FRAME, province)]


async def freeze(tx: Connection, round_id: UUID, *, frame: Sequence[UUID], digest: str, at: datetime) -> None:
    """From now on the frame is this one."""
    await tx.execute(FREEZE_ROUND, round_id, at, digest, len(frame), frame)


async def list_candidates(db: Connection, homes: Sequence[UUID], *, at: datetime) -> list[Candidate]:
    """Teams of the province that walk neither there nor were there."""
    return await fetch_all(db, LIST_CANDIDATES, homes, at, into=Candidate)


async def list_adults(db: Connection, homes: Sequence[UUID]) -> list[AdultBefore]:
    """Assessed adults of these households, as known now."""
    return await fetch_all(db, LIST_ADULTS, homes, into=AdultBefore)


async def insert_draws(tx: Connection, round_id: UUID, rows: Sequence[tuple[Any, ...]]) -> None:
    """What was drawn: id, place, household, adult, team, knows, can."""
    await tx.execute(INSERT_DRAWS, round_id, *(list(column) for column in zip(*rows, strict=True)))


async def close_round(tx: Connection, round_id: UUID, *, at: datetime, by: UUID) -> None:
    """It is over: the seed may be told."""
    await tx.execute(CLOSE_ROUND, round_id, at, by)


async def list_standing(
    db: Connection, *, round_id: UUID | None = None, teams: Sequence[UUID] | None = None, limit: int
) -> list[AuditDoor]:
    """The draws of a round, or the open ones of teams."""
    return await fetch_all(db, LIST_STANDING, round_id, teams, limit, into=AuditDoor)


async def list_pairs(db: Connection, round_id: UUID) -> list[Pair]:
    """For each adult met again: whether they knew and could before, and now."""
    return await fetch_all(db, LIST_PAIRS, round_id, into=Pair)


async def list_frozen(db: Connection, round_id: UUID) -> list[UUID]:
    """The frame of a round."""
    return [row["household_id"] for row in await db.fetch(LIST_FROZEN, round_id)]


async def list_drawn(db: Connection, round_id: UUID) -> list[UUID]:
    """The households drawn, in the order of their lots."""
    return [row["household_id"] for row in await db.fetch(LIST_DRAWN, round_id)]


async def count_open(db: Connection, team_id: UUID) -> int:
    """Households a team still has to visit for an audit."""
    found: int = await db.fetchval(COUNT_OPEN, team_id)
    return found
