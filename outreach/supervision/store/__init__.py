"""SQL of looking after a team: progress, follow-ups, calls for help, visits to look at."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.supervision.contracts import (
    FollowUp,
    HamletProgress,
    HelpCall,
    Knock,
    NewHelpCall,
    Review,
    Reviewed,
    Settlement,
)

FIND_SCOPE = """
select t.id, t.name, u.province_code, array(
    select a.hamlet_id from team_area a
    where a.team_id = t.id and a.since <= $2 and (a.until is null or a.until > $2)
) as hamlets
from team t join admin_unit u on u.id = t.commune_id where t.id = $1
"""
LIST_HAMLETS = """
select h.id as hamlet_id, h.name, count(d.id) as households,
    count(d.id) filter (where door.visits > 0) as visited, count(d.id) filter (where door.met) as met,
    count(d.id) filter (where away.times >= 3 and away.days >= 2 and away.slots >= 2) as non_contact,
    count(d.id) filter (where door.last in ('refused', 'do_not_contact')) as refused
from hamlet h
left join household d on d.hamlet_id = h.id and not d.closed and d.root_id is null and d.removed_at is null
left join lateral (
    select count(*) as visits, bool_or(v.result = 'met') as met, max(v.visited_at) filter (where v.result <> 'nobody_home') as seen_at,
        (array_agg(v.result order by v.visited_at desc, v.id desc))[1] as last
    from visit v where v.household_id = d.id
) door on true
left join lateral (
    select count(*) as times, count(distinct v.visited_on) as days,
        count(distinct date_part('hour', v.visited_at at time zone 'Asia/Ho_Chi_Minh')::int / 6) as slots
    from visit v
    where v.household_id = d.id and v.result = 'nobody_home' and v.visited_at > coalesce(door.seen_at, '-infinity')
) away on true
where h.id = any($1::uuid[])
group by h.id, h.name, h.sort_key
order by h.sort_key, h.id
"""
FIND_FIGURES = """
select
    (select count(distinct m.person_id) from team_member m
        where m.team_id = $1 and m.since <= $2 and (m.until is null or m.until > $2)) as members,
    (select count(*) from visit_event e join visit v on v.event_id = e.event_id
        where e.team_id = $1 and e.type = 'visit_logged' and e.received_at > $2 - interval '14 days'
            and v.visited_at > $2 - interval '7 days') as visits_week,
    (select count(distinct v.household_id) from visit_event e join visit v on v.event_id = e.event_id
        where e.team_id = $1 and e.type = 'visit_logged' and e.received_at > $2 - interval '14 days'
            and v.visited_at > $2 - interval '7 days' and v.result = 'met') as households_met_week,
    (select count(*) from help_call c where c.team_id = $1 and c.answered_at is null) as help_calls_open,
    (select count(*) from walk_request r where r.hamlet_id = any($3::uuid[]) and r.closed_at is null
        and not exists (select from visit v where v.household_id = r.household_id and v.result = 'met' and v.visited_at > r.asked_at)
    ) as requests_open,
    (select count(*) from visit_install i
        where i.state = 'active' and i.pending > 0 and i.last_sync_at < $2 - $4::interval and i.person_id in (
            select m.person_id from team_member m where m.team_id = $1 and m.since <= $2 and (m.until is null or m.until > $2)
        )) as phones_silent
"""
LIST_FOLLOW_UPS = """
with home as (
    select d.id, d.reference, h.name as hamlet, h.sort_key
    from household d join hamlet h on h.id = d.hamlet_id
    where d.hamlet_id = any($1::uuid[]) and not d.closed and d.root_id is null and d.removed_at is null
), wish as (
    select 'step' as kind, v.id as visit_id, va.adult_id, home.id as household_id, home.reference, home.hamlet, a.label,
        va.next_step as words, v.visited_on, v.volunteer_id,
        greatest((v.revisit_at at time zone 'Asia/Ho_Chi_Minh')::date, v.visited_on + $3::int) as due_on
    from home join visit v on v.household_id = home.id
    join visit_adult va on va.visit_id = v.id join adult a on a.id = va.adult_id
    where va.next_step is not null and v.visited_on > $2::date - 180
        and a.consent and a.left_on is null and a.redacted_at is null
        and not exists (select from follow_up f where f.visit_id = va.visit_id and f.adult_id = va.adult_id)
    union all
    select 'revisit', last.id, null, home.id, home.reference, home.hamlet, null, null, last.visited_on, last.volunteer_id,
        (last.revisit_at at time zone 'Asia/Ho_Chi_Minh')::date
    from home cross join lateral (
        select v.id, v.visited_on, v.revisit_at, v.result, v.volunteer_id from visit v
        where v.household_id = home.id order by v.visited_at desc, v.id desc limit 1
    ) last
    where last.revisit_at is not null and last.result not in ('do_not_contact', 'refused', 'moved')
)
select w.kind, w.visit_id, w.adult_id, w.household_id, w.reference, w.hamlet, w.label, w.words, w.visited_on, w.due_on,
    w.due_on < $2::date as overdue, p.display_name as by_name
from wish w join person p on p.id = w.volunteer_id
order by w.due_on, w.household_id, w.adult_id
limit $4
"""
SETTLE = """
insert into follow_up (visit_id, adult_id, outcome, consent, note, settled_at, settled_by)
select va.visit_id, va.adult_id, $4, $5, $6, $7, $8
from visit_adult va join visit v on v.id = va.visit_id join household d on d.id = v.household_id
where va.visit_id = $1 and va.adult_id = $2 and va.next_step is not null and d.hamlet_id = any($3::uuid[])
on conflict do nothing
returning true
"""
INSERT_CALL = """
insert into help_call (id, team_id, person_id, household_id, kind, words, asked_at)
select $1, $2, $3, (select d.id from household d where d.id = $4), $5, $6, $7
on conflict do nothing
"""
LIST_CALLS = """
select c.id, c.kind, p.display_name as by_name, c.person_id = $2 as mine, d.reference as household, c.words, c.asked_at,
    c.answer, c.answered_at
from help_call c join person p on p.id = c.person_id left join household d on d.id = c.household_id
where c.team_id = any($1::uuid[]) and ($3::uuid is null or c.id = $3)
    and (c.answered_at is null or c.answered_at > $4::timestamptz)
order by c.answered_at is not null, c.asked_at
limit $5
"""
ANSWER_CALL = """
update help_call set answer = $3, answered_at = $4, answered_by = $5
where id = $1 and team_id = any($2::uuid[]) and answered_at is null
returning true
"""
LIST_KNOCKS = """
select v.id as visit_id, v.volunteer_id as person_id, v.household_id, d.reference,
    v.visited_at as started_at, v.ended_at, v.result,
    e.install_id is not null and e.time_quality <> 'bounded' as timed, d.rough_lat as lat, d.rough_lon as lon,
    coalesce(said.answers, '') as answers, coalesce(said.answered, 0) as answered,
    array(select jsonb_array_elements(coalesce(e.body -> 'photos', '[]')) ->> 'sha256') as photos,
    e.body -> 'place_check' as place_check
from visit_event e
join visit v on v.event_id = e.event_id
join household d on d.id = v.household_id
left join lateral (
    select string_agg(concat_ws('|', va.knows, va.skills::text, va.assistance, va.barriers::text), ';' order by va.adult_id) as answers,
        sum((va.knows is not null)::int + (select count(*) from jsonb_object_keys(va.skills))
            + cardinality(va.barriers) + (va.assistance is not null)::int)::int as answered
    from visit_adult va where va.visit_id = v.id and va.met
) said on true
where e.team_id = $1 and e.type = 'visit_logged' and e.received_at > $2 and v.visited_at > $2
order by v.visited_at, v.id
limit $3
"""
LIST_REVIEWS = """
select r.person_id, r.code, r.subject, r.verdict, r.note, r.reviewed_at, p.display_name as by_name
from quality_review r left join person p on p.id = r.reviewed_by
where r.team_id = $1
"""
PUT_REVIEW = """
insert into quality_review (team_id, person_id, code, subject, verdict, note, reviewed_at, reviewed_by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (team_id, person_id, code, subject) do update
set verdict = excluded.verdict, note = excluded.note, reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by
"""
LIST_NAMES = """
select id, display_name as name from person where id = any($1::uuid[])
"""


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """A team, where it is, and the hamlets it walks now."""

    id: UUID
    name: str
    province_code: str
    hamlets: list[UUID]


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of a team's week and of what waits."""

    members: int
    visits_week: int
    households_met_week: int
    help_calls_open: int
    requests_open: int
    phones_silent: int


async def find_scope(db: Connection, team_id: UUID, *, at: datetime) -> Scope | None:
    """A team and its area."""
    return await fetch_one(db, FIND_SCOPE, team_id, at, into=Scope)


async def list_hamlets(db: Connection, hamlets: Sequence[UUID]) -> list[HamletProgress]:
    """How far each hamlet is."""
    return await fetch_all(db, LIST_HAMLETS, hamlets, into=HamletProgress)


async def find_figures(db: Connection, scope: Scope, *, at: datetime, silent: object) -> Figures:
    """Counts of the week and of what waits."""
    found = await fetch_one(db, FIND_FIGURES, scope.id, at, scope.hamlets, silent, into=Figures)
    assert found is not None  # noqa: S101  a row of sub-selects is always there
    return found


async def list_follow_ups(
    db: Connection, hamlets: Sequence[UUID], *, today: date, days: int, limit: int
) -> list[FollowUp]:
    """What was promised in these hamlets and is not settled, what is due first."""
    return await fetch_all(db, LIST_FOLLOW_UPS, hamlets, today, days, limit, into=FollowUp)


async def settle(tx: Connection, how: Settlement, *, hamlets: Sequence[UUID], by: UUID, at: datetime) -> bool:
    """Write down how a follow-up ended; False when there is none open of that name in these hamlets."""
    done = await tx.fetchval(
        SETTLE, how.visit_id, how.adult_id, hamlets, how.outcome.value, how.consent, how.note, at, by
    )
    return done is not None


async def insert_call(tx: Connection, new: NewHelpCall, *, by: UUID, at: datetime) -> None:
    """A call for help, once."""
    await tx.execute(INSERT_CALL, new.id, new.team_id, by, new.household_id, new.kind.value, new.words, at)


async def list_calls(
    db: Connection,
    teams: Sequence[UUID],
    *,
    me: UUID,
    since: datetime,
    limit: int,
    call_id: UUID | None = None,
) -> list[HelpCall]:
    """Calls of these teams: the open ones, and those answered since then."""
    return await fetch_all(db, LIST_CALLS, teams, me, call_id, since, limit, into=HelpCall)


async def answer_call(
    tx: Connection, call_id: UUID, *, teams: Sequence[UUID], answer: str, by: UUID, at: datetime
) -> bool:
    """Say what is being done; False when there is no such open call."""
    return await tx.fetchval(ANSWER_CALL, call_id, teams, answer, at, by) is not None


async def list_knocks(db: Connection, team_id: UUID, *, since: datetime, limit: int) -> list[Knock]:
    """Visits of a team, as far as doubts are worked out from them."""
    return await fetch_all(db, LIST_KNOCKS, team_id, since, limit, into=Knock)


async def list_reviews(db: Connection, team_id: UUID) -> list[Reviewed]:
    """What a person has looked at already."""
    return await fetch_all(db, LIST_REVIEWS, team_id, into=Reviewed)


async def put_review(tx: Connection, review: Review, *, by: UUID, at: datetime) -> None:
    """What somebody found when looking; looking again replaces it."""
    await tx.execute(
        PUT_REVIEW,
        review.team_id,
        review.person_id,
        review.code,
        review.subject,
        review.verdict,
        review.note,
        at,
        by,
    )


async def list_names(db: Connection, people: Sequence[UUID]) -> dict[UUID, str]:
    """What people are called."""
    return {row["id"]: row["name"] for row in await db.fetch(LIST_NAMES, people)}
