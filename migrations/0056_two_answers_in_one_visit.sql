-- One visit may say two things of one person: of both entries they had then. The lesser of them counts, in the running
-- totals and in the count from the log. And who became one with somebody while we waited for them is judged with them
-- (outreach/measurement; decision 0077).
create or replace function coverage_rejudge(people uuid[]) returns void language plpgsql as $$
declare
    counted text[] := coverage_counted_skills();
    everyone uuid[] := '{}';
    found uuid[];
begin
loop
    found := array(
        with named as (
            select coalesce(a.root_id, a.id) as id from adult a where a.id = any(people || everyone)
            union
            select a.id from adult a where a.id = any(people || everyone)
        )
        select id from named union select a.id from adult a join named on named.id = a.root_id
        order by 1
    );
    exit when found = everyone;
    everyone := found;
    -- Who is one with whom may change while we wait for them: asked again until nobody is new.
    perform from adult a where a.id = any(everyone) order by a.id for no key update;
end loop;

delete from adult_skill where adult_id = any(everyone);
insert into adult_skill (adult_id, code, seen_at, visit_id, alone)
select distinct on (l.adult_id, level.key) l.adult_id, level.key, l.at, l.visit_id,
    level.value = 'alone_observed' and coalesce(l.assistance, 'unaided') = 'unaided'
from coverage_looks(everyone) l cross join lateral jsonb_each_text(l.skills) level
order by l.adult_id, level.key, l.at desc, l.visit_id desc;

with before as materialized (
    select s.* from adult_state s where s.adult_id = any(everyone)
), look as materialized (
    select * from coverage_looks(everyone)
), told as (
    select distinct on (person_id) person_id, knows, at as knows_at, visit_id as knows_visit
    from look where knows is not null
    order by person_id, at desc, visit_id desc, knows
), met as (
    select person_id, max(at) as at from look group by person_id
), able as (
    select person_id, bool_or(alone and code = any(counted)) as can, max(seen_at) as at
    from (
        select distinct on (coalesce(a.root_id, a.id), k.code)
            coalesce(a.root_id, a.id) as person_id, k.code, k.seen_at, k.alone
        from adult_skill k join adult a on a.id = k.adult_id
        where k.adult_id = any(everyone)
        order by coalesce(a.root_id, a.id), k.code, k.seen_at desc, k.visit_id desc, k.alone
    ) latest
    group by person_id
), fresh as (
    select a.id as adult_id, h.commune_id, r.registered,
        r.registered and met.at is not null as reached,
        r.registered and coalesce(told.knows is false or (told.knows and able.at is not null), false) as assessed,
        told.knows, told.knows_at, told.knows_visit, r.registered and coalesce(able.can, false) as can,
        greatest(told.knows_at, able.at) as assessed_at, met.at as last_met_at
    from adult a
    join household d on d.id = a.household_id
    join hamlet h on h.id = d.hamlet_id
    cross join lateral (
        select a.consent and not a.minor and a.left_on is null and a.root_id is null and d.removed_at is null as registered
    ) r
    left join met on met.person_id = a.id
    left join told on told.person_id = a.id
    left join able on able.person_id = a.id
    where a.id = any(everyone)
), stored as (
    insert into adult_state (adult_id, commune_id, registered, reached, assessed,
        knows, knows_at, knows_visit, can, assessed_at, last_met_at)
    select * from fresh
    on conflict (adult_id) do update set
        commune_id = excluded.commune_id, registered = excluded.registered, reached = excluded.reached,
        assessed = excluded.assessed, knows = excluded.knows, knows_at = excluded.knows_at,
        knows_visit = excluded.knows_visit, can = excluded.can,
        assessed_at = excluded.assessed_at, last_met_at = excluded.last_met_at
), moves as (
    select commune_id, registered::int as registered, reached::int as reached,
        assessed::int as assessed, (assessed and knows and can)::int as know_and_can
    from fresh
    union all
    select commune_id, -registered::int, -reached::int, -assessed::int, -(assessed and knows and can)::int
    from before
)
insert into coverage_total as total (commune_id, adults_registered, adults_reached, adults_assessed, know_and_can)
select commune_id, sum(registered), sum(reached), sum(assessed), sum(know_and_can)
from moves group by commune_id order by commune_id
on conflict (commune_id) do update set
    adults_registered = total.adults_registered + excluded.adults_registered,
    adults_reached = total.adults_reached + excluded.adults_reached,
    adults_assessed = total.adults_assessed + excluded.adults_assessed,
    know_and_can = total.know_and_can + excluded.know_and_can;
end
$$;

create or replace function coverage_recount() returns table (
    commune_id bigint, adults_registered integer, adults_reached integer, adults_assessed integer, know_and_can integer, visits integer
) language sql stable as $$
with undone as (
    select subject_id as merge_id from visit_event_folded where type = 'merge_undone'
), merged as (
    select e.subject_id as merge_id, e.type, e.body, e.corrected_at, e.event_id from visit_event_folded e
    where e.type in ('household_merged', 'adult_merged') and not exists (select from undone u where u.merge_id = e.subject_id)
), same as (
    select (m.body ->> 'loser_id')::uuid as loser_id, (m.body ->> 'winner_id')::uuid as winner_id, m.corrected_at, m.event_id
    from merged m where m.type = 'adult_merged'
    union all
    select (pair.value ->> 'drop')::uuid, (pair.value ->> 'keep')::uuid, m.corrected_at, m.event_id
    from merged m cross join lateral jsonb_array_elements(m.body -> 'same') pair
), alias as (
    select one.id, one.root_id from (
        select array_agg(loser_id order by corrected_at, event_id, loser_id) as losers,
            array_agg(winner_id order by corrected_at, event_id, loser_id) as winners
        from same
    ) edges cross join lateral registry_union(edges.losers, edges.winners) one
    where one.root_id <> one.id
), stay as (
    select e.subject_id as adult_id, (e.body ->> 'household_id')::uuid as household_id,
        '-infinity'::timestamptz as since, e.corrected_at, e.event_id
    from visit_event_folded e where e.type = 'adult_added'
    union all
    select e.subject_id, (e.body ->> 'to_household_id')::uuid,
        (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, e.event_id
    from visit_event_folded e where e.type = 'adult_moved' and e.body ->> 'kind' = 'moved'
    union all
    select one.value::uuid, e.subject_id,
        (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, e.event_id
    from visit_event_folded e cross join lateral jsonb_array_elements_text(e.body -> 'adult_ids') one
    where e.type = 'household_split'
    union all
    select one.value::uuid, (m.body ->> 'winner_id')::uuid, m.corrected_at, m.corrected_at, m.event_id
    from merged m cross join lateral jsonb_array_elements_text(m.body -> 'moves') one
), lives as (
    select distinct on (adult_id) adult_id, household_id from stay
    order by adult_id, since desc, corrected_at desc, event_id desc
), person as (
    select e.subject_id as adult_id,
        (array_agg((e.body ->> 'consent')::boolean order by e.type = 'adult_added', e.corrected_at desc, e.event_id desc)
            filter (where e.body ? 'consent'))[1] as consent,
        (array_agg(e.body ->> 'left_on' order by e.type = 'adult_added', e.corrected_at desc, e.event_id desc)
            filter (where e.body ? 'left_on'))[1] as left_on
    from visit_event_folded e where e.type in ('adult_added', 'adult_changed')
    group by e.subject_id
), removed as (
    select subject_id as household_id,
        (array_agg(type order by corrected_at desc, event_id desc))[1] = 'household_removed' as gone
    from visit_event_folded where type in ('household_removed', 'household_restored') group by subject_id
), site as (
    select e.subject_id as household_id, '-infinity'::timestamptz as since, (e.body ->> 'hamlet_id')::uuid as hamlet_id,
        e.corrected_at, e.event_id
    from visit_event_folded e where e.type in ('household_added', 'household_split')
    union all
    select e.subject_id, (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', (e.body ->> 'hamlet_id')::uuid,
        e.corrected_at, e.event_id
    from visit_event_folded e where e.type = 'household_moved'
    union all
    select d.id, '-infinity', d.hamlet_id, '-infinity', d.id from household d where d.assumed
), home as (
    select distinct on (site.household_id) site.household_id, h.commune_id, coalesce(removed.gone, false) as gone
    from site join hamlet h on h.id = site.hamlet_id
    left join removed on removed.household_id = site.household_id
    order by site.household_id, site.since desc, site.corrected_at desc, site.event_id desc
), knock as (
    select e.subject_id as visit_id, said.body, at.commune_id,
        e.corrected_at - greatest(e.device_time - (said.body ->> 'started_at')::timestamptz, interval '0') as at
    from visit_event_folded e
    left join lateral (
        select c.body -> 'visit' as body from visit_event_folded c
        where c.subject_id = e.subject_id and c.type = 'visit_corrected'
        order by c.corrected_at desc, c.event_id desc limit 1
    ) anew on true
    cross join lateral (select coalesce(anew.body, e.body) as body) said
    left join (
        select distinct on (l.event_id) l.event_id, hamlet_commune(s.hamlet_id, (l.corrected_at at time zone 'Asia/Ho_Chi_Minh')::date) as commune_id
        from visit_event_folded l join site s on s.household_id = (l.body ->> 'household_id')::uuid and s.since <= l.corrected_at
        where l.type = 'visit_logged'
        order by l.event_id, s.since desc, s.corrected_at desc, s.event_id desc
    ) at on at.event_id = e.event_id
    where e.type = 'visit_logged'
), look as (
    select coalesce(alias.root_id, (a.value ->> 'adult_id')::uuid) as adult_id, k.visit_id, k.at, a.value as seen
    from knock k cross join lateral jsonb_array_elements(k.body -> 'adults') a
    left join alias on alias.id = (a.value ->> 'adult_id')::uuid
    where (a.value ->> 'met')::boolean
), told as (
    select adult_id,
        (array_agg((seen ->> 'knows')::boolean order by at desc, visit_id desc, (seen ->> 'knows')::boolean)
            filter (where seen ->> 'knows' is not null))[1] as knows
    from look group by adult_id
), tried as (
    select look.adult_id, look.at, look.visit_id, s.value ->> 'code' as code,
        s.value ->> 'level' = 'alone_observed' and coalesce(look.seen ->> 'assistance', 'unaided') = 'unaided' as alone
    from look cross join lateral jsonb_array_elements(look.seen -> 'skills') s
), able as (
    select adult_id, bool_or(alone and code = any(counted.skills)) as can
    from (
        select distinct on (adult_id, code) adult_id, code, alone from tried
        order by adult_id, code, at desc, visit_id desc, alone
    ) last cross join (select coverage_counted_skills() as skills) counted
    group by adult_id
), people as (
    select home.commune_id, count(*)::int as registered, count(told.adult_id)::int as reached,
        count(*) filter (where not told.knows or (told.knows and able.can is not null))::int as assessed,
        count(*) filter (where told.knows and able.can)::int as both_seen
    from person
    join lives on lives.adult_id = person.adult_id
    join home on home.household_id = lives.household_id
    left join told on told.adult_id = person.adult_id
    left join able on able.adult_id = person.adult_id
    where person.consent and person.left_on is null and not home.gone
        and not exists (select from alias where alias.id = person.adult_id)
        and not exists (select from adult a where a.id = person.adult_id and a.minor)
    group by home.commune_id
), door as (
    select commune_id, count(*)::int as visits from knock group by commune_id
)
select coalesce(people.commune_id, door.commune_id), coalesce(registered, 0), coalesce(reached, 0),
    coalesce(assessed, 0), coalesce(both_seen, 0), coalesce(door.visits, 0)
from people full join door on door.commune_id = people.commune_id
$$;
