"""SQL of the figures: sums that are counted anew where something moved, and published cases as open data."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.figures.contracts import FiguresBy, OpenCase, Sum
from api.kit.db import Connection, fetch_all, fetch_one

HOLD_STATE = """
select as_of, step_id, rating_id, counted_on,
    (select coalesce(max(id), 0) from report_step) as last_step_id,
    (select coalesce(max(id), 0) from report_rating) as last_rating_id,
    (select date_trunc('month', min(received_at) at time zone 'Asia/Ho_Chi_Minh')::date from report) as first_month
from figure_state for update skip locked
"""
LIST_MOVED_MONTHS = """
select distinct date_trunc('month', r.received_at at time zone 'Asia/Ho_Chi_Minh')::date as month
from report r
where r.id in (
    select report_id from report_step where id > $1
    union all select report_id from report_rating where id > $2
    union all select id from report where open and finished_at is null and due_at between $3 and $4
)
"""
DROP_MONTH = """
delete from figure_cell where month = $1
"""
COUNT_MONTH = """
with told as (
    select
        r.category_code, r.agency_id, r.province_code, r.commune_id as unit_id,
        coalesce(r.told_commune_id, r.commune_id) as told_commune_id,
        r.refusal_reason, r.state, r.finished_at, r.due_at, r.rating,
        coalesce(r.first_due_at, r.due_at) as promised_at,
        r.state in ('done', 'closed') as ended, r.reopenings,
        r.reopenings > 0 as reopened,
        r.open and r.finished_at is null and least(r.paused_at, $4) > r.due_at as overdue,
        exists (select from report_rating g where g.report_id = r.id and g.stars <= $6) as unhappy
    from report r
    join category c on c.code = r.category_code
    where r.received_at >= $2 and r.received_at < $3 and r.parent_id is null and not c.sealed
), communes as materialized (
    select u.id as unit_id, coalesce(commune_in_force(u.code, u.lat, u.lon, $5), u.id) as commune_id
    from admin_unit u where u.id in (select unit_id from told)
), counted as (
    select
        t.province_code, t.category_code, t.agency_id, m.commune_id, t.told_commune_id, t.refusal_reason,
        count(*) as received,
        count(*) filter (where state = 'refused') as refused,
        count(*) filter (where state = 'merged') as merged,
        count(*) filter (where ended and reopenings < 2) as handled,
        count(*) filter (where ended and reopenings >= 2) as unresolved,
        count(*) filter (where not ended and state not in ('refused', 'merged')) as open,
        count(*) filter (where ended and reopenings < 2 and finished_at <= promised_at) as on_time,
        count(*) filter (where ended and reopenings < 2 and finished_at > promised_at and finished_at <= due_at) as extended,
        count(*) filter (where ended and reopenings < 2 and (finished_at > greatest(promised_at, due_at) or finished_at is null)) as late,
        count(*) filter (where overdue) as overdue,
        count(*) filter (where reopened) as reopened,
        count(*) filter (where rating is not null) as rated,
        count(*) filter (where rating >= $7) as satisfied,
        count(*) filter (where unhappy) as unhappy,
        count(*) filter (where rating is null and (finished_at is not null or reopenings > 0)) as unrated
    from told t join communes m using (unit_id)
    group by 1, 2, 3, 4, 5, 6
)
insert into figure_cell
select
    $1, province_code, category_code, agency_id, commune_id, told_commune_id,
    sum(received), sum(refused), sum(merged), sum(handled), sum(unresolved), sum(open), sum(on_time),
    sum(extended), sum(late), sum(overdue), sum(reopened), sum(rated), sum(satisfied), sum(unhappy), sum(unrated),
    coalesce(jsonb_object_agg(refusal_reason, refused) filter (where refusal_reason is not null), '{}')
from counted
group by province_code, category_code, agency_id, commune_id, told_commune_id
"""
SET_STATE = """
update figure_state set as_of = $1, step_id = $2, rating_id = $3, counted_on = $4
"""
FIND_AS_OF = """
select as_of from figure_state
"""
LIST_SUMS = """
select
    case $1
        when 'month' then to_char(f.month, 'YYYY-MM')
        when 'category' then case when $5::text is null then coalesce(c.parent_code, c.code) else c.code end
        when 'agency' then coalesce(f.agency_id::text, '')
        else u.code
    end as key,
    case $1
        when 'month' then min(to_char(f.month, 'MM/YYYY'))
        when 'category' then min(case when $5::text is null then coalesce(p.name, c.name) else c.name end)
        when 'agency' then coalesce(min(a.name), 'Chưa giao đơn vị')
        else min(u.full_name)
    end as name,
    sum(f.received)::bigint as received, sum(f.refused)::bigint as refused, sum(f.merged)::bigint as merged,
    sum(f.handled)::bigint as handled, sum(f.unresolved)::bigint as unresolved, sum(f.open)::bigint as open,
    sum(f.on_time)::bigint as on_time, sum(f.extended)::bigint as extended, sum(f.late)::bigint as late,
    sum(f.overdue)::bigint as overdue, sum(f.reopened)::bigint as reopened, sum(f.rated)::bigint as rated,
    sum(f.satisfied)::bigint as satisfied, sum(f.unhappy)::bigint as unhappy, sum(f.unrated)::bigint as unrated
from figure_cell f
join category c on c.code = f.category_code
left join category p on p.code = c.parent_code
join admin_unit u on u.id = f.commune_id
left join agency a on a.id = f.agency_id
where f.month between $2 and $3 and f.province_code = $4
  and ($5::text is null or c.code = $5 or c.parent_code = $5)
  and ($6::uuid is null or f.agency_id = $6)
  and ($7::text is null or named_unit($7, $8) in (f.commune_id, f.told_commune_id))
group by 1
order by case when $1 = 'month' then min(f.month) end desc, received desc, key
"""
LIST_REASONS = """
select r.code, r.name, coalesce(sum(e.value::integer), 0)::bigint as refused
from figure_cell f
join category c on c.code = f.category_code
cross join lateral jsonb_each_text(f.reasons) e
join report_refusal_reason r on r.code = e.key
where f.month between $1 and $2 and f.province_code = $3
  and ($4::text is null or c.code = $4 or c.parent_code = $4)
  and ($5::uuid is null or f.agency_id = $5)
  and ($6::text is null or named_unit($6, $7) in (f.commune_id, f.told_commune_id))
group by r.code, r.name, r.position order by r.position
"""
LIST_OPEN_CASES = """
select
    r.code, c.code as category_code, c.name as category_name, r.state, s.name as state_name,
    u.code as commune_code, u.full_name as commune_name, w.code as told_commune_code, a.name as agency_name,
    to_char(r.received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as received_on,
    to_char(r.due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as due_on,
    to_char(r.finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as finished_on,
    case
        when r.state not in ('done', 'closed') then case when r.open and r.finished_at is null and least(r.paused_at, $5) > r.due_at then 'overdue' end
        when r.reopenings >= 2 then 'unresolved'
        when r.finished_at <= coalesce(r.first_due_at, r.due_at) then 'on_time'
        when r.finished_at <= r.due_at then 'extended'
        else 'late'
    end as result,
    r.reopenings > 0 as reopened,
    case when coalesce(r.accuracy_m, 0) <= 2000 then r.public_lat end as lat,
    case when coalesce(r.accuracy_m, 0) <= 2000 then r.public_lon end as lon,
    r.number
from report r
join category c on c.code = r.category_code
join report_state s on s.code = r.state
join admin_unit u on u.id = r.commune_id
join admin_unit w on w.id = coalesce(r.told_commune_id, r.commune_id)
left join agency a on a.id = r.agency_id
where r.published_at is not null and c.public and r.province_code = $1
  and r.received_at >= $3 and r.received_at < $4
  and (r.received_at, r.number) < (coalesce((select b.received_at from report b where b.number = $2), $4), $2)
order by r.received_at desc, r.number desc
limit $6
"""
FIND_NEXT = """
select r.number from report r
join category c on c.code = r.category_code
where r.published_at is not null and c.public and r.province_code = $1
  and r.received_at >= $3 and r.received_at < $4
  and (r.received_at, r.number) < (coalesce((select b.received_at from report b where b.number = $2), $4), $2)
order by r.received_at desc, r.number desc
offset $5 limit 1
"""
FIND_LAST_STEP = """
-- Steps of what is for everybody: another number would tell to the second when a tip came in.
select coalesce((
    select s.id from report_step s
    join report r on r.id = s.report_id
    join category c on c.code = r.category_code
    where c.public and not c.sealed
    order by s.id desc limit 1
), 0)
"""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Up to where the figures are counted, and how far there is to go."""

    as_of: datetime | None
    step_id: int
    rating_id: int
    counted_on: date | None
    last_step_id: int
    last_rating_id: int
    first_month: date | None


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which cases: months, subject (or all under it), agency, commune (as its code was on a day)."""

    since: date
    until: date
    province: str
    category: str | None
    agency_id: UUID | None
    commune: str | None
    on: date


class ReasonSum(msgspec.Struct, frozen=True, kw_only=True):
    """How many were refused for a reason."""

    code: str
    name: str
    refused: int


class Month(msgspec.Struct, frozen=True):
    """The first day of a month."""

    month: date


async def hold_state(tx: Connection) -> State | None:
    """Up to where it is counted, locked; None when another worker is counting."""
    return await fetch_one(tx, HOLD_STATE, into=State)


async def list_moved_months(
    db: Connection, *, step_id: int, rating_id: int, since: datetime, until: datetime
) -> list[date]:
    """Months of which a case moved, was rated, or ran out of time."""
    rows = await fetch_all(db, LIST_MOVED_MONTHS, step_id, rating_id, since, until, into=Month)
    return sorted(row.month for row in rows)


async def count_month(
    tx: Connection,
    month: date,
    *,
    start: datetime,
    end: datetime,
    at: datetime,
    on: date,
    stars: Sequence[int],
) -> None:
    """Count one month anew; `stars` are up to how many are bad, from how many good."""
    await tx.execute(DROP_MONTH, month)
    await tx.execute(COUNT_MONTH, month, start, end, at, on, *stars)


async def set_state(
    tx: Connection, *, as_of: datetime, step_id: int, rating_id: int, counted_on: date | None
) -> None:
    """Counted up to here."""
    await tx.execute(SET_STATE, as_of, step_id, rating_id, counted_on)


async def find_as_of(db: Connection) -> datetime | None:
    """When the figures were counted."""
    at: datetime | None = await db.fetchval(FIND_AS_OF)
    return at


async def list_sums(db: Connection, by: FiguresBy, which: Filter) -> list[Sum]:
    """Sums by what is asked; months newest first, others by size."""
    return await fetch_all(
        db, LIST_SUMS, by, which.since, which.until, which.province, which.category, which.agency_id,
        which.commune, which.on, into=Sum,
    )  # fmt: skip


async def list_reasons(db: Connection, which: Filter) -> list[ReasonSum]:
    """Refusals by reason."""
    return await fetch_all(
        db, LIST_REASONS, which.since, which.until, which.province, which.category, which.agency_id,
        which.commune, which.on, into=ReasonSum,
    )  # fmt: skip


async def list_open_cases(
    db: Connection, *, province: str, before: int, start: datetime, end: datetime, at: datetime, limit: int
) -> list[OpenCase]:
    """Published cases, newest first, before a number."""
    return await fetch_all(db, LIST_OPEN_CASES, province, before, start, end, at, limit, into=OpenCase)


async def find_next(
    db: Connection, *, province: str, before: int, start: datetime, end: datetime, most: int
) -> int | None:
    """The number of the last case of a page, when another comes after it."""
    found: int | None = await db.fetchval(FIND_NEXT, province, before, start, end, most)
    return found


async def find_last_step(db: Connection) -> int:
    """The newest step of a case that may be published: while it stays, open data stays."""
    found: int = await db.fetchval(FIND_LAST_STEP)
    return found
