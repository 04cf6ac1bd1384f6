-- Coverage: the state of each adult and the exact running totals of each commune (outreach/measurement).
create table coverage_target (
    id bigint generated always as identity primary key,
    indicator text not null,
    population text not null,
    threshold numeric not null,
    due_on date not null,
    legal_basis text not null,
    version integer not null default 1,
    counted_skills text[] not null default '{}',
    constraint coverage_target_is_stated_once unique (indicator, population, due_on, version),
    constraint coverage_target_threshold_is_a_share check (threshold > 0 and threshold <= 1),
    constraint coverage_target_indicator_is_known check (
        indicator in ('know_and_can', 'household_can', 'trained_basic_skills', 'uses_online_services')
    )
);
comment on table coverage_target is 'What must be reached, of whom, by when, on which legal basis: three different national 70 % exist';
comment on column coverage_target.counted_skills is 'Skills of which one, done alone and observed, makes an adult able';
insert into coverage_target (indicator, population, threshold, due_on, legal_basis, counted_skills) values
('know_and_can', 'adults', 0.70, '2025-12-31',
 'Dự thảo Đề án tuyên truyền dịch vụ công trực tuyến (2024), phần B, mục II.1',
 '{S04,S05,S07,S08,S09,S10,S11,B01}'),
('know_and_can', 'adults', 1.00, '2030-12-31',
 'Dự thảo Đề án tuyên truyền dịch vụ công trực tuyến (2024), phần B, mục II.2',
 '{S04,S05,S07,S08,S09,S10,S11,B01}'),
('household_can', 'households', 1.00, '2025-12-31',
 'Dự thảo Đề án tuyên truyền dịch vụ công trực tuyến (2024), phần B: mỗi gia đình có ít nhất một người sử dụng được',
 '{S04,S05,S07,S08,S09,S10,S11,B01}'),
('trained_basic_skills', 'working_age', 0.70, '2025-12-31', 'Quyết định 411/QĐ-TTg', '{}'),
('trained_basic_skills', 'working_age', 0.80, '2030-12-31', 'Quyết định 411/QĐ-TTg', '{}'),
('uses_online_services', 'adults', 0.50, '2025-12-31', 'Quyết định 411/QĐ-TTg', '{}'),
('uses_online_services', 'adults', 0.70, '2030-12-31', 'Quyết định 411/QĐ-TTg', '{}');

create table coverage_population (
    commune_id bigint not null references admin_unit,
    counted_on date not null,
    adults integer not null,
    source text not null,
    imported_at timestamptz not null default now(),
    primary key (commune_id, counted_on),
    constraint coverage_population_is_not_negative check (adults >= 0)
);
comment on table coverage_population is 'Adults living in a commune, imported with source and date; never guessed';

create table adult_state (
    adult_id uuid primary key references adult,
    commune_id bigint not null references admin_unit,
    registered boolean not null,
    reached boolean not null,
    assessed boolean not null,
    knows boolean,
    knows_at timestamptz,
    knows_visit uuid,
    can boolean not null,
    assessed_at timestamptz,
    last_met_at timestamptz,
    constraint adult_state_knows_since_a_visit check (
        (knows is null) = (knows_at is null) and (knows is null) = (knows_visit is null)
    ),
    constraint adult_state_counts_only_registered check (registered or not (reached or assessed or can))
);
comment on table adult_state is 'Latest knowledge of one adult by corrected visit time, whatever the order of arrival';
comment on column adult_state.knows_visit is 'The visit of the latest answer; decides between two of one moment';
create index adult_state_commune on adult_state (commune_id);

create table adult_skill (
    adult_id uuid not null references adult,
    code text not null,
    seen_at timestamptz not null,
    visit_id uuid not null,
    alone boolean not null,
    primary key (adult_id, code)
);
comment on table adult_skill is
    'The latest look at one skill of one adult: the greatest (seen_at, visit_id), so looks may come in any order and none is read twice';
comment on column adult_skill.alone is 'Done alone and observed, without assistance';
comment on column adult_skill.visit_id is 'Decides between two looks of one moment; no reference, which would be checked at every look';

create table coverage_total (
    commune_id bigint primary key references admin_unit,
    adults_registered integer not null default 0,
    adults_reached integer not null default 0,
    adults_assessed integer not null default 0,
    know_and_can integer not null default 0,
    visits integer not null default 0
);
comment on table coverage_total is 'Running totals of adult_state and visit, moved by deltas in the transaction that changes them';

create function coverage_total_is_a_ladder() returns trigger language plpgsql as $$
begin
    if not (0 <= new.know_and_can and new.know_and_can <= new.adults_assessed
        and new.adults_assessed <= new.adults_reached and new.adults_reached <= new.adults_registered
        and new.visits >= 0) then
        raise exception 'coverage_total of commune % is no ladder', new.commune_id;
    end if;
    return null;
end
$$;
-- Not a check: a check would judge the delta row of an upsert before it meets the total.
create trigger coverage_total_stays_a_ladder after insert or update on coverage_total
    for each row execute function coverage_total_is_a_ladder();

create function coverage_counted_skills() returns text[] language sql stable as $$
    select counted_skills from coverage_target
    where indicator = 'know_and_can' and population = 'adults'
    order by due_on, version desc limit 1
$$;

create function coverage_fold(event_ids uuid[]) returns void language plpgsql as $$
-- plpgsql keeps the plans of these statements; an sql function would plan them at every call.
-- What was known before is moved forward by the new looks alone: the cost does not grow with the past.
declare
    counted text[] := coverage_counted_skills();
begin
insert into adult_skill as kept (adult_id, code, seen_at, visit_id, alone)
select distinct on (va.adult_id, level.key) va.adult_id, level.key, va.visited_at, va.visit_id,
    level.value = 'alone_observed' and coalesce(va.assistance, 'unaided') = 'unaided'
from visit v
join visit_adult va on va.visit_id = v.id
cross join lateral jsonb_each_text(va.skills) level
where v.event_id = any(event_ids) and va.met
order by va.adult_id, level.key, va.visited_at desc, va.visit_id desc
on conflict (adult_id, code) do update
set seen_at = excluded.seen_at, visit_id = excluded.visit_id, alone = excluded.alone
where (kept.seen_at, kept.visit_id) < (excluded.seen_at, excluded.visit_id);

with look as (
    select va.adult_id, max(va.visited_at) as met_at,
        (array_agg(va.knows order by va.visited_at desc, va.visit_id desc)
            filter (where va.knows is not null))[1] as knows,
        max(va.visited_at) filter (where va.knows is not null) as knows_at,
        (array_agg(va.visit_id order by va.visited_at desc, va.visit_id desc)
            filter (where va.knows is not null))[1] as knows_visit
    from visit v join visit_adult va on va.visit_id = v.id
    where v.event_id = any(event_ids) and va.met
    group by va.adult_id
), touched as (
    select adult_id from look
    union
    select e.subject_id from visit_event e
    where e.event_id = any(event_ids) and e.type in ('adult_added', 'adult_changed')
    union
    select a.id from visit_event e join adult a on a.household_id = e.subject_id
    where e.event_id = any(event_ids) and e.type = 'household_changed'
), before as (
    select s.* from touched t join adult_state s on s.adult_id = t.adult_id
), told as (
    -- The answer before and the new one: the later of the two.
    select distinct on (adult_id) adult_id, knows, knows_at, knows_visit
    from (
        select adult_id, knows, knows_at, knows_visit from look where knows is not null
        union all
        select adult_id, knows, knows_at, knows_visit from before where knows is not null
    ) answer
    order by adult_id, knows_at desc, knows_visit desc
), judged as (
    select a.id as adult_id, h.commune_id,
        a.consent and a.left_on is null as registered,
        greatest(look.met_at, before.last_met_at) as last_met_at,
        coalesce(told.knows is false or (told.knows and able.at is not null), false) as assessed,
        told.knows, told.knows_at, told.knows_visit, coalesce(able.can, false) as can,
        greatest(told.knows_at, able.at) as assessed_at
    from touched t
    join adult a on a.id = t.adult_id
    join household d on d.id = a.household_id
    join hamlet h on h.id = d.hamlet_id
    left join look on look.adult_id = t.adult_id
    left join before on before.adult_id = t.adult_id
    left join told on told.adult_id = t.adult_id
    cross join lateral (
        select bool_or(k.alone and k.code = any(counted)) as can, max(k.seen_at) as at
        from adult_skill k where k.adult_id = t.adult_id
    ) able
), fresh as (
    select adult_id, commune_id, registered,
        registered and last_met_at is not null as reached,
        registered and assessed as assessed,
        knows, knows_at, knows_visit, registered and can as can, assessed_at, last_met_at
    from judged
), stored as (
    insert into adult_state (adult_id, commune_id, registered, reached, assessed,
        knows, knows_at, knows_visit, can, assessed_at, last_met_at)
    select adult_id, commune_id, registered, reached, assessed,
        knows, knows_at, knows_visit, can, assessed_at, last_met_at
    from fresh order by adult_id
    on conflict (adult_id) do update set
        commune_id = excluded.commune_id, registered = excluded.registered, reached = excluded.reached,
        assessed = excluded.assessed, knows = excluded.knows, knows_at = excluded.knows_at,
        knows_visit = excluded.knows_visit, can = excluded.can,
        assessed_at = excluded.assessed_at, last_met_at = excluded.last_met_at
), moves as (
    select commune_id, registered::int as registered, reached::int as reached,
        assessed::int as assessed, (assessed and knows and can)::int as know_and_can, 0 as visits
    from fresh
    union all
    select commune_id, -registered::int, -reached::int, -assessed::int, -(assessed and knows and can)::int, 0
    from before
    union all
    select commune_id, 0, 0, 0, 0, 1 from visit where event_id = any(event_ids)
)
insert into coverage_total as total
    (commune_id, adults_registered, adults_reached, adults_assessed, know_and_can, visits)
select commune_id, sum(registered), sum(reached), sum(assessed), sum(know_and_can), sum(visits)
from moves group by commune_id order by commune_id
on conflict (commune_id) do update set
    adults_registered = total.adults_registered + excluded.adults_registered,
    adults_reached = total.adults_reached + excluded.adults_reached,
    adults_assessed = total.adults_assessed + excluded.adults_assessed,
    know_and_can = total.know_and_can + excluded.know_and_can,
    visits = total.visits + excluded.visits;
end
$$;
comment on function coverage_fold is 'Brings adult_skill, adult_state and coverage_total up to these events; the caller holds the locks of the adults';

create function coverage_recount()
returns table (
    commune_id bigint, adults_registered integer, adults_reached integer,
    adults_assessed integer, know_and_can integer, visits integer
) language sql stable as $$
with person as (
    select subject_id as adult_id,
        (max(body ->> 'household_id') filter (where type = 'adult_added'))::uuid as household_id,
        (array_agg((body ->> 'consent')::boolean order by corrected_at desc, event_id desc)
            filter (where body ? 'consent'))[1] as consent,
        (array_agg(body ->> 'left_on' order by corrected_at desc, event_id desc)
            filter (where body ? 'left_on'))[1] as left_on
    from visit_event_folded where type in ('adult_added', 'adult_changed') group by subject_id
), home as (
    select e.subject_id as household_id, h.commune_id
    from visit_event_folded e join hamlet h on h.id = (e.body ->> 'hamlet_id')::uuid
    where e.type = 'household_added'
), knock as (
    select e.subject_id as visit_id, e.body, (e.body ->> 'household_id')::uuid as household_id,
        e.corrected_at - greatest(e.device_time - (e.body ->> 'started_at')::timestamptz, interval '0') as at
    from visit_event_folded e where e.type = 'visit_logged'
), look as (
    select (a.value ->> 'adult_id')::uuid as adult_id, k.visit_id, k.at, a.value as seen
    from knock k cross join lateral jsonb_array_elements(k.body -> 'adults') a
    where (a.value ->> 'met')::boolean
), told as (
    select adult_id,
        (array_agg((seen ->> 'knows')::boolean order by at desc, visit_id desc)
            filter (where seen ->> 'knows' is not null))[1] as knows
    from look group by adult_id
), tried as (
    select look.adult_id,
        s.value ->> 'code' = any(counted.skills) and s.value ->> 'level' = 'alone_observed'
            and coalesce(look.seen ->> 'assistance', 'unaided') = 'unaided' as alone,
        row_number() over (
            partition by look.adult_id, s.value ->> 'code' order by look.at desc, look.visit_id desc
        ) as back
    from look cross join lateral jsonb_array_elements(look.seen -> 'skills') s
    cross join (select coverage_counted_skills() as skills) counted
), able as (
    select adult_id, bool_or(alone) as can from tried where back = 1 group by adult_id
), people as (
    select home.commune_id, count(*)::int as registered, count(told.adult_id)::int as reached,
        count(*) filter (where not told.knows or (told.knows and able.can is not null))::int as assessed,
        count(*) filter (where told.knows and able.can)::int as both_seen
    from person
    join home on home.household_id = person.household_id
    left join told on told.adult_id = person.adult_id
    left join able on able.adult_id = person.adult_id
    where person.consent and person.left_on is null
    group by home.commune_id
), door as (
    select home.commune_id, count(*)::int as visits
    from knock join home on home.household_id = knock.household_id group by home.commune_id
)
select coalesce(people.commune_id, door.commune_id), coalesce(registered, 0), coalesce(reached, 0),
    coalesce(assessed, 0), coalesce(both_seen, 0), coalesce(door.visits, 0)
from people full join door on door.commune_id = people.commune_id
$$;
comment on function coverage_recount is 'The same figures straight from the log, by another route: must equal coverage_total';
