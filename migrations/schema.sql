-- The schema after all migrations, for reading; written by `make schema`, proven equal by the tests.
set check_function_bodies = false;

CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

CREATE FUNCTION public.adult_minority() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
new.minor := coalesce(new.turns_18_on > (now() at time zone 'Asia/Ho_Chi_Minh')::date, false);
return new;
end
$$;

CREATE FUNCTION public.audit_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
if tg_table_name = 'audit_round' and tg_op = 'UPDATE' then
    -- A round only moves on: frozen once, closed once; its seed and size are what they were.
    if (new.id, new.province_code, new.size, new.seed, new.seed_commit, new.committed_at)
            is not distinct from (old.id, old.province_code, old.size, old.seed, old.seed_commit, old.committed_at)
        and (old.frozen_at is null or (new.frozen_at, new.frame_digest, new.frame_size)
            is not distinct from (old.frozen_at, old.frame_digest, old.frame_size))
        and (old.closed_at is null or new.closed_at is not distinct from old.closed_at) then
        return new;
    end if;
end if;
raise exception 'what an audit has drawn stays as it is';
end
$$;

CREATE FUNCTION public.category_route_on(province text, category text, commune bigint, on_day date) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
    select r.id from category_route r
    where r.province_code = province and r.reviewed_at is not null
      and (r.category_code is null or r.category_code = category
           or r.category_code = (select c.parent_code from category c where c.code = category))
      and (r.commune_id is null or r.commune_id = commune)
      and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
    order by (r.category_code = category) desc nulls last, r.category_code is null,
        r.commune_id is null, r.valid_from desc
    limit 1
$$;

COMMENT ON FUNCTION public.category_route_on(province text, category text, commune bigint, on_day date) IS 'The route of a subject in a commune on a day: the most exact reviewed row, of two the newer';

CREATE FUNCTION public.commune_in_force(asked text, at_lat double precision, at_lon double precision, on_day date) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
    with recursive direct as (
        select id from admin_unit
        where code = asked and length(code) = 5 and valid_from <= on_day and coalesce(valid_to, 'infinity') >= on_day
    ), line (id, depth) as (
        (
            select u.id, 0 from admin_unit u
            where u.code = asked and length(u.code) = 5 and u.valid_to < on_day
            order by u.valid_to desc limit 1
        )
        union
        select c.new_id, l.depth + 1 from line l join admin_change c on c.old_id = l.id
        where l.depth < 10 and c.effective_on <= on_day
    ), ended (id) as (
        select u.id from line l join admin_unit u using (id)
        where u.valid_from <= on_day and coalesce(u.valid_to, 'infinity') >= on_day
        order by
            (u.lat - at_lat) * (u.lat - at_lat)
                + (u.lon - at_lon) * (u.lon - at_lon) * cos(radians(at_lat)) * cos(radians(at_lat)) nulls last,
            exists (select from admin_change d where d.new_id = u.id and d.default_target) desc, u.code
        limit 1
    )
    select coalesce((select id from direct), (select id from ended))
$$;

COMMENT ON FUNCTION public.commune_in_force(asked text, at_lat double precision, at_lon double precision, on_day date) IS 'The commune a code of any day means on this day: itself, else what it became, of several the one nearest the point';

CREATE FUNCTION public.consent_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id'
        and current_setting('ngoso.merging', true) = new.person_id::text then
        return new;
    end if;
    raise exception 'consent is append-only: a change of mind is a new row';
end
$$;

CREATE FUNCTION public.coverage_counted_skills() RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    select counted_skills from coverage_target
    where indicator = 'know_and_can' and population = 'adults'
    order by due_on, version desc limit 1
$$;

CREATE FUNCTION public.coverage_fold(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION public.coverage_fold(event_ids uuid[]) IS 'Of the release before, whose servers call it until they are replaced';

CREATE FUNCTION public.coverage_fold(event_ids uuid[], people uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    counted text[] := coverage_counted_skills();
    knocks uuid[] := array(select id from visit where event_id = any(event_ids));
begin
insert into adult_skill as kept (adult_id, code, seen_at, visit_id, alone)
select distinct on (va.adult_id, level.key) va.adult_id, level.key, va.visited_at, va.visit_id,
    level.value = 'alone_observed' and coalesce(va.assistance, 'unaided') = 'unaided'
from visit_adult va cross join lateral jsonb_each_text(va.skills) level
where va.visit_id = any(knocks) and va.met
order by va.adult_id, level.key, va.visited_at desc, va.visit_id desc
on conflict (adult_id, code) do update
set seen_at = excluded.seen_at, visit_id = excluded.visit_id, alone = excluded.alone
where (kept.seen_at, kept.visit_id) < (excluded.seen_at, excluded.visit_id);

with look as materialized (
    select va.adult_id, va.visited_at, va.visit_id, va.knows
    from visit_adult va where va.visit_id = any(knocks) and va.met
), met as (
    select adult_id, max(visited_at) as at from look group by adult_id
), before as materialized (
    select s.* from adult_state s where s.adult_id = any(people)
), told as (
    -- The answer before and the new ones: the latest of them.
    select distinct on (adult_id) adult_id, knows, knows_at, knows_visit
    from (
        select adult_id, knows, visited_at as knows_at, visit_id as knows_visit from look where knows is not null
        union all
        select adult_id, knows, knows_at, knows_visit from before where knows is not null
    ) answer
    order by adult_id, knows_at desc, knows_visit desc
), able as (
    select k.adult_id, bool_or(k.alone and k.code = any(counted)) as can, max(k.seen_at) as at
    from adult_skill k where k.adult_id = any(people) group by k.adult_id
), judged as (
    select a.id as adult_id, h.commune_id,
        a.consent and not a.minor and a.left_on is null and a.root_id is null and d.removed_at is null as registered,
        greatest(met.at, before.last_met_at) as last_met_at,
        coalesce(told.knows is false or (told.knows and able.at is not null), false) as assessed,
        told.knows, told.knows_at, told.knows_visit, coalesce(able.can, false) as can,
        greatest(told.knows_at, able.at) as assessed_at
    from adult a
    join household d on d.id = a.household_id
    join hamlet h on h.id = d.hamlet_id
    left join met on met.adult_id = a.id
    left join before on before.adult_id = a.id
    left join told on told.adult_id = a.id
    left join able on able.adult_id = a.id
    where a.id = any(people)
), fresh as (
    select adult_id, commune_id, registered,
        registered and last_met_at is not null as reached,
        registered and assessed as assessed,
        knows, knows_at, knows_visit, registered and can as can, assessed_at, last_met_at
    from judged
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
        assessed::int as assessed, (assessed and knows and can)::int as know_and_can, 0 as visits
    from fresh
    union all
    select commune_id, -registered::int, -reached::int, -assessed::int, -(assessed and knows and can)::int, 0
    from before
    union all
    select v.commune_id, 0, 0, 0, 0, 1 from visit v where v.id = any(knocks)
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

if exists (select from adult a where a.root_id = any(people))
    or exists (select from adult a where a.id = any(people) and a.root_id is not null) then
    perform coverage_rejudge(array(
        select coalesce(a.root_id, a.id) from adult a
        where a.id = any(people) and (a.root_id is not null or exists (select from adult b where b.root_id = a.id))
    ));
end if;
end
$$;

COMMENT ON FUNCTION public.coverage_fold(event_ids uuid[], people uuid[]) IS 'Brings adult_skill, adult_state and coverage_total up to these events; `people` are the adults they speak of, whose locks the caller holds';

CREATE FUNCTION public.coverage_looks(people uuid[]) RETURNS TABLE(adult_id uuid, person_id uuid, at timestamp with time zone, visit_id uuid, knows boolean, skills jsonb, assistance text)
    LANGUAGE sql STABLE
    AS $$
select va.adult_id, coalesce(a.root_id, a.id), va.visited_at, va.visit_id, va.knows, va.skills, va.assistance
from visit_adult va join adult a on a.id = va.adult_id
where va.adult_id = any(people) and va.met
$$;

COMMENT ON FUNCTION public.coverage_looks(people uuid[]) IS 'Everything seen of these adults, in every house they were ever of, and the person each of them is';

CREATE FUNCTION public.coverage_recount() RETURNS TABLE(commune_id bigint, adults_registered integer, adults_reached integer, adults_assessed integer, know_and_can integer, visits integer)
    LANGUAGE sql STABLE
    AS $$
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

COMMENT ON FUNCTION public.coverage_recount() IS 'The same figures straight from the log, by another route: must equal coverage_total';

CREATE FUNCTION public.coverage_rejudge(people uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION public.coverage_rejudge(people uuid[]) IS 'Judges these adults, and everybody who is one with them, anew from all visits; the totals move by the difference';

CREATE FUNCTION public.coverage_total_is_a_ladder() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if not (0 <= new.know_and_can and new.know_and_can <= new.adults_assessed
        and new.adults_assessed <= new.adults_reached and new.adults_reached <= new.adults_registered
        and new.visits >= 0) then
        raise exception 'coverage_total of commune % is no ladder', new.commune_id;
    end if;
    return null;
end
$$;

CREATE FUNCTION public.delivery_wake() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_notify('delivery', '');
    return null;
end
$$;

CREATE FUNCTION public.dossier_event_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'dossier_event is append-only';
end
$$;

CREATE FUNCTION public.flood_cell_of(level integer, lat double precision, lon double precision) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (((floor((((lat + (90)::double precision) * (12.5)::double precision) * ((4)::double precision ^ ((level - 1))::double precision))))::bigint * 1000000) + (floor((((lon + (180)::double precision) * (12.5)::double precision) * ((4)::double precision ^ ((level - 1))::double precision))))::bigint);

COMMENT ON FUNCTION public.flood_cell_of(level integer, lat double precision, lon double precision) IS 'The square a point lies in: 0.08 degrees at level 1, a quarter of that at each next; api.floods.rules counts the same way';

CREATE FUNCTION public.flood_point_is_never_moved() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'a flood_point is deleted and made anew, so that its cells are counted';
end
$$;

CREATE FUNCTION public.flood_points_are_counted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    -- One order for all, so that two jobs never wait for each other crosswise.
    if tg_op = 'INSERT' then
        insert into flood_cell as f (level, cell, sign, verified, unverified, lat_sum, lon_sum, newest_at)
        select c.level, c.cell, p.sign, count(*) filter (where p.verified), count(*) filter (where not p.verified),
            sum(round(p.lat * 1e6)::bigint), sum(round(p.lon * 1e6)::bigint), max(p.at)
        from came p
        cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
        group by c.level, c.cell, p.sign
        order by c.level, c.cell, p.sign
        on conflict (level, cell, sign) do update set
            verified = f.verified + excluded.verified, unverified = f.unverified + excluded.unverified,
            lat_sum = f.lat_sum + excluded.lat_sum, lon_sum = f.lon_sum + excluded.lon_sum,
            newest_at = greatest(f.newest_at, excluded.newest_at);
        return null;
    end if;
    perform from flood_cell f
    join (
        select distinct c.level, c.cell, p.sign from gone p
        cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
    ) g using (level, cell, sign)
    order by f.level, f.cell, f.sign
    for no key update of f;
    with less as (
        select c.level, c.cell, p.sign, count(*) filter (where p.verified) as verified,
            count(*) filter (where not p.verified) as unverified,
            sum(round(p.lat * 1e6)::bigint) as lat_sum, sum(round(p.lon * 1e6)::bigint) as lon_sum, max(p.at) as newest_at
        from gone p
        cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
        group by c.level, c.cell, p.sign
    )
    update flood_cell f set
        verified = f.verified - less.verified, unverified = f.unverified - less.unverified,
        lat_sum = f.lat_sum - less.lat_sum, lon_sum = f.lon_sum - less.lon_sum,
        newest_at = case when less.newest_at < f.newest_at then f.newest_at else coalesce(case f.level
            when 1 then (select max(p.at) from flood_point p where p.cell_1 = f.cell and p.sign = f.sign)
            when 2 then (select max(p.at) from flood_point p where p.cell_2 = f.cell and p.sign = f.sign)
            when 3 then (select max(p.at) from flood_point p where p.cell_3 = f.cell and p.sign = f.sign)
            else (select max(p.at) from flood_point p where p.cell_4 = f.cell and p.sign = f.sign)
        end, f.newest_at) end
    from less
    where f.level = less.level and f.cell = less.cell and f.sign = less.sign;
    delete from flood_cell f using gone p
    cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
    where f.level = c.level and f.cell = c.cell and f.sign = p.sign and f.verified = 0 and f.unverified = 0;
    return null;
end
$$;

CREATE FUNCTION public.grant_dismiss(team uuid, who uuid, by_person uuid, why text, at timestamp with time zone) RETURNS uuid[]
    LANGUAGE plpgsql
    AS $$
declare
    gone uuid[];
begin
with ended as (
    update role_grant g set revoked_at = at, revoked_by = by_person, reason = why
    where g.team_id = team and (who is null or g.person_id = who) and g.revoked_at is null
        and coalesce(g.valid_to, 'infinity') >= (at at time zone 'Asia/Ho_Chi_Minh')::date
    returning g.person_id
)
select coalesce(array_agg(distinct person_id), '{}') from ended into gone;
perform visit_install_revoke(p, team, by_person, why, at) from unnest(gone) p;
return gone;
end
$$;

COMMENT ON FUNCTION public.grant_dismiss(team uuid, who uuid, by_person uuid, why text, at timestamp with time zone) IS 'Ends at once what makes somebody, or everybody (`who` null), of a team; the phones of who walks for no other team forget at the next contact. Answers whom';

CREATE FUNCTION public.hamlet_change_commune(hamlet uuid, commune bigint, from_day date, reason text, today date) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    homes uuid[] := array(select d.id from household d where d.hamlet_id = hamlet order by d.id for no key update);
    people uuid[] := array(select a.id from adult a where a.household_id = any(homes) order by a.id for no key update);
begin
perform from hamlet h where h.id = hamlet for no key update;
insert into hamlet_place (hamlet_id, since, commune_id, basis)
select h.id, '-infinity', h.commune_id, 'Trước khi sắp xếp' from hamlet h
where h.id = hamlet and not exists (select from hamlet_place p where p.hamlet_id = h.id);
insert into hamlet_place (hamlet_id, since, commune_id, basis) values (hamlet, from_day, commune, reason)
on conflict (hamlet_id, since) do update set commune_id = excluded.commune_id, basis = excluded.basis;
perform from coverage_total t where t.commune_id in (
    select p.commune_id from hamlet_place p where p.hamlet_id = hamlet
) order by t.commune_id for no key update;
update hamlet h set commune_id = hamlet_commune(hamlet, today) where h.id = hamlet;
perform visit_settle(array(
    select unnest(homes) union select p.household_id from household_place p where p.hamlet_id = hamlet
));
perform coverage_rejudge(people);
perform registry_publish(homes, '{}');
end
$$;

COMMENT ON FUNCTION public.hamlet_change_commune(hamlet uuid, commune bigint, from_day date, reason text, today date) IS 'A hamlet is another commune''s from a day on: past visits keep the commune of their day, today''s figures move';

CREATE FUNCTION public.hamlet_commune(hamlet uuid, day date) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
select coalesce(
    (select p.commune_id from hamlet_place p where p.hamlet_id = hamlet and p.since <= day order by p.since desc limit 1),
    (select h.commune_id from hamlet h where h.id = hamlet)
)
$$;

COMMENT ON FUNCTION public.hamlet_commune(hamlet uuid, day date) IS 'Whose commune a hamlet was on a day';

CREATE FUNCTION public.holiday_is_logged() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into calendar_change (scope, from_on, to_on, what, before, after)
    select one.scope, one.on_date, one.on_date, 'holiday',
        case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end
    from (
        select old.scope, old.on_date where tg_op <> 'INSERT'
        union
        select new.scope, new.on_date where tg_op <> 'DELETE'
    ) one;
    return null;
end
$$;

CREATE FUNCTION public.month_close_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    -- Only who closed it may be forgotten.
    if tg_op = 'UPDATE' and to_jsonb(new) - 'closed_by' = to_jsonb(old) - 'closed_by' then
        return new;
    end if;
    raise exception 'a closed month stays as it is';
end
$$;

CREATE TABLE public.admin_unit (
    id bigint NOT NULL,
    code text NOT NULL,
    type text NOT NULL,
    name text NOT NULL,
    full_name text NOT NULL,
    part_of text DEFAULT ''::text NOT NULL,
    folded text NOT NULL,
    sort_key bytea NOT NULL,
    parent_id bigint,
    province_code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    lat double precision,
    lon double precision,
    area_km2 double precision,
    basis text NOT NULL,
    CONSTRAINT admin_unit_code_is_digits CHECK ((code ~ '^([0-9]{2,3}|[0-9]{5})$'::text)),
    CONSTRAINT admin_unit_ends_after_it_starts CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT admin_unit_has_both_coordinates_or_none CHECK (((lat IS NULL) = (lon IS NULL))),
    CONSTRAINT admin_unit_type_is_known CHECK ((type = ANY (ARRAY['province'::text, 'municipality'::text, 'district'::text, 'commune'::text, 'ward'::text, 'township'::text, 'special_zone'::text])))
);

COMMENT ON TABLE public.admin_unit IS 'A province, former district or commune for the days it had this name, type and place in the tree';

COMMENT ON COLUMN public.admin_unit.part_of IS 'Names of the units above, for people: "Huyện Phú Vang, Thành phố Huế"';

COMMENT ON COLUMN public.admin_unit.folded IS 'full_name through api.kit.text.fold, for search';

COMMENT ON COLUMN public.admin_unit.parent_id IS 'The unit above on the last day in force (today for units in force)';

COMMENT ON COLUMN public.admin_unit.province_code IS 'Stays when the province changes its type; roll up by it';

COMMENT ON COLUMN public.admin_unit.valid_to IS 'The last day in force; null while in force';

CREATE FUNCTION public.named_unit(asked text, on_day date) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT admin_unit.id FROM public.admin_unit WHERE (admin_unit.code = named_unit.asked) ORDER BY ((admin_unit.valid_from <= named_unit.on_day) AND (COALESCE(admin_unit.valid_to, 'infinity'::date) >= named_unit.on_day)) DESC, admin_unit.valid_from DESC LIMIT 1);

COMMENT ON FUNCTION public.named_unit(asked text, on_day date) IS 'The unit a code means on a day; of a code that means none then, the last that had it';

CREATE FUNCTION public.office_hours_is_logged() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into calendar_change (scope, from_on, what, before, after)
    select one.scope, one.valid_from, 'office_hours',
        case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end
    from (
        select old.scope, old.valid_from where tg_op <> 'INSERT'
        union
        select new.scope, new.valid_from where tg_op <> 'DELETE'
    ) one
    where tg_op <> 'UPDATE' or old is distinct from new;
    return null;
end
$$;

CREATE FUNCTION public.outbox_wake() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;

CREATE FUNCTION public.outreach_fold(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
perform outreach_fold(event_ids, array(select distinct e.type from visit_event e where e.event_id = any(event_ids)));
end
$$;

COMMENT ON FUNCTION public.outreach_fold(event_ids uuid[]) IS 'Of the release before, whose servers call it until they are replaced';

CREATE FUNCTION public.outreach_fold(event_ids uuid[], types text[]) RETURNS void
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
declare
    homes uuid[];
    people uuid[];
    moved record;
begin
select f.homes, f.people into homes, people from registry_fold(event_ids) f;
if types && '{household_split,household_moved,household_merged,adult_moved,adult_merged,merge_undone}' then
    select r.homes, r.people into moved from registry_reshape(event_ids) r;
    homes := homes || moved.homes;
    people := people || moved.people;
end if;
if types && '{visit_logged}' then
    perform visit_fold(event_ids);
end if;
if types && '{consent_withdrawn}' then
    perform rights_fold(event_ids);
end if;
perform coverage_fold(event_ids, people);
if types && '{visit_corrected}' then
    homes := homes || visit_correct(event_ids);
end if;
if types && '{visit_logged,visit_corrected}' then
    perform planning_fold(event_ids);
end if;
if types && '{household_moved}' then
    perform registry_bury_moved(event_ids);
end if;
perform registry_publish(homes, people);
end
$$;

COMMENT ON FUNCTION public.outreach_fold(event_ids uuid[], types text[]) IS 'Who lives there, who was seen, who counts, and who is told: all slices, in one call; `types` are the kinds of these events';

CREATE FUNCTION public.outreach_row_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception '% is a fold of the log: its rows are neither deleted nor given another id', tg_table_name;
end
$$;

CREATE FUNCTION public.planning_fold(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    older boolean;
    barred boolean;
    audits boolean;
begin
select bool_or(v.visited_on < date_trunc('month', e.received_at at time zone 'Asia/Ho_Chi_Minh')),
    bool_or(e.body ? 'audit_draw_id'), bool_or(exists (
    select from visit b where b.result = 'do_not_contact' and b.household_id = v.household_id and b.visited_at < v.visited_at
))
into older, audits, barred
from visit v join visit_event e on e.event_id = v.event_id
where v.event_id = any(event_ids);
if barred then
    update visit v set marks = v.marks || '{do_not_contact_before}'
    where v.event_id = any(event_ids) and exists (
        select from visit b where b.result = 'do_not_contact' and b.household_id = v.household_id and b.visited_at < v.visited_at
    );
end if;
if older then
    -- Whoever closes a month waits for us, or we see that it is closed.
    perform pg_advisory_xact_lock_shared(hashtextextended('outreach:months', 0));
    update visit v set marks = v.marks || '{after_close}'
    from month_close m
    where v.event_id = any(event_ids) and m.commune_id = v.commune_id
        and m.month = date_trunc('month', v.visited_on)::date;
end if;
if audits then
    insert into audit_attempt (visit_id, draw_id)
    select v.id, d.id
    from visit v join visit_event e on e.event_id = v.event_id
    join audit_draw d on d.id = (e.body ->> 'audit_draw_id')::uuid and d.team_id = v.team_id and d.household_id = v.household_id
    where v.event_id = any(event_ids) and e.body ? 'audit_draw_id'
    on conflict do nothing;
end if;
end
$$;

COMMENT ON FUNCTION public.planning_fold(event_ids uuid[]) IS 'What a visit means for who walks where next';

CREATE FUNCTION public.registry_bury(homes uuid[], hamlet uuid, why text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
if cardinality(homes) = 0 then
    return;
end if;
with feed as (
    insert into registry_feed as f (commune_id, position)
    select h.commune_id, cardinality(homes) from hamlet h where h.id = hamlet
    on conflict (commune_id) do update set position = f.position + excluded.position
    returning position
)
insert into registry_tombstone (hamlet_id, position, household_id, reason)
select hamlet, feed.position - cardinality(homes) + home.place, home.id, why
from feed cross join unnest(homes) with ordinality home (id, place);
end
$$;

COMMENT ON FUNCTION public.registry_bury(homes uuid[], hamlet uuid, why text) IS 'Tells the phones of a hamlet that these households are no longer on its list';

CREATE FUNCTION public.registry_bury_moved(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    left_behind record;
begin
insert into registry_feed as f (commune_id, position)
select distinct h.commune_id, 0 from visit_event e
join household_place p on p.household_id = e.subject_id join hamlet h on h.id = p.hamlet_id
where e.event_id = any(event_ids) and e.type = 'household_moved'
order by h.commune_id
on conflict (commune_id) do update set position = f.position;
for left_behind in
    select p.hamlet_id, array_agg(distinct d.id) as homes
    from visit_event e join household d on d.id = e.subject_id
    join household_place p on p.household_id = d.id and p.hamlet_id <> d.hamlet_id
    where e.event_id = any(event_ids) and e.type = 'household_moved'
    group by p.hamlet_id order by p.hamlet_id
loop
    perform registry_bury(left_behind.homes, left_behind.hamlet_id, 'moved');
end loop;
end
$$;

COMMENT ON FUNCTION public.registry_bury_moved(event_ids uuid[]) IS 'Tells the phones of the hamlets that households left';

CREATE FUNCTION public.registry_come_of_age(day date) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
    people uuid[] := array(
        select a.id from adult a where a.minor and a.turns_18_on <= day order by a.id for no key update
    );
begin
update adult set turns_18_on = null, minor = false where id = any(people);
perform coverage_rejudge(people);
perform registry_publish('{}', people);
return cardinality(people);
end
$$;

COMMENT ON FUNCTION public.registry_come_of_age(day date) IS 'Who is 18 by this day counts from now on; the day itself is not kept any longer';

CREATE FUNCTION public.registry_connected(homes uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE
    AS $$
with recursive part (id) as (
    select unnest(homes)
    union
    select case when r.loser_id = part.id then r.winner_id else r.loser_id end
    from part join registry_merge r on r.kind = 'household' and (r.loser_id = part.id or r.winner_id = part.id)
)
select coalesce(array_agg(id order by id), '{}') from part where id is not null
$$;

COMMENT ON FUNCTION public.registry_connected(homes uuid[]) IS 'These households with all they were ever merged with';

CREATE FUNCTION public.registry_fold(event_ids uuid[], OUT homes uuid[], OUT people uuid[]) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
    also uuid[];
    founded uuid[];
    joined uuid[];
    edited boolean;
begin
with told as materialized (
    select e.type, e.subject_id, e.body from visit_event e where e.event_id = any(event_ids)
), house as (
    select t.subject_id, t.type from told t
    where t.type in ('household_added', 'household_changed', 'household_removed', 'household_restored', 'household_split')
), person as (
    select t.subject_id, t.type from told t where t.type in ('adult_added', 'adult_changed')
)
select
    array(
        select subject_id from house
        union
        select (t.body ->> 'household_id')::uuid from told t where t.type in ('visit_logged', 'visit_corrected')
    ),
    array(
        select (t.body ->> 'household_id')::uuid from told t where t.type = 'adult_added'
        union
        select a.household_id from person join adult a on a.id = person.subject_id where person.type = 'adult_changed'
    ),
    array(
        select subject_id from person
        union
        select (a.value ->> 'adult_id')::uuid
        from told t cross join lateral jsonb_array_elements(t.body -> 'adults') a where t.type = 'visit_logged'
        union
        select a.id from house join adult a on a.household_id = house.subject_id
        where house.type in ('household_removed', 'household_restored')
    ),
    array(select distinct subject_id from house),
    array(select distinct subject_id from person),
    exists (
        select from told t
        where t.type in ('household_changed', 'household_removed', 'household_restored', 'adult_changed')
    )
into homes, also, people, founded, joined, edited;
if exists (
    select from visit_event e where e.event_id = any(event_ids) and e.type not in (
        'household_added', 'household_changed', 'adult_added', 'adult_changed', 'visit_logged'
    )
) then
    -- Whoever the rarer kinds may touch is locked now, in one order with everybody else: later would be a deadlock.
    also := also || registry_named(event_ids);
    people := array(
        select unnest(people)
        union
        select a.id from adult a where a.id = any(also) or a.household_id = any(also) or a.root_id = any(also)
        union
        select m.adult_id from household_member m where m.household_id = any(also)
        union
        select va.adult_id from visit_adult va where va.visit_id = any(also)
    );
end if;

perform from household d where d.id = any(homes || also) order by d.id for no key update;
if edited then
    -- Read again now that nobody can join: who joined while we waited would keep counting in a house that is gone.
    people := array(select unnest(people) union select a.id from adult a where a.household_id = any(founded));
end if;
perform from adult a where a.id = any(people) order by a.id for no key update;

if cardinality(founded) > 0 then
    insert into household as d (id, hamlet_id, reference, adults_total, closed, removed_at, rough_lat, rough_lon)
    select w.id, coalesce((w.word ->> 'hamlet_id')::uuid, was.hamlet_id), coalesce(w.word ->> 'reference', was.reference),
        (w.word ->> 'adults_total')::int, coalesce((w.word ->> 'closed')::boolean, false),
        case when w.gone then w.gone_at end,
        (w.word #>> '{place,lat}')::double precision, (w.word #>> '{place,lon}')::double precision
    from (
        select f.subject_id as id, jsonb_object_agg(
                k.key, k.value order by f.type not in ('household_added', 'household_split'), f.corrected_at, f.event_id
            ) as word,
            (array_agg(f.type = 'household_removed' order by f.corrected_at desc, f.event_id desc)
                filter (where f.type in ('household_removed', 'household_restored')))[1] as gone,
            max(f.corrected_at) filter (where f.type = 'household_removed') as gone_at
        from visit_event_folded f cross join lateral jsonb_each(f.body) k
        where f.subject_id = any(founded) and f.type in (
            'household_added', 'household_changed', 'household_removed', 'household_restored', 'household_split'
        )
        group by f.subject_id
    ) w
    left join household was on was.id = w.id
    order by w.id
    on conflict (id) do update
    set hamlet_id = case when d.assumed then excluded.hamlet_id else d.hamlet_id end,
        assumed = d.assumed and not exists (
            select from visit_event e where e.subject_id = excluded.id and e.type in ('household_added', 'household_split')
        ),
        reference = excluded.reference, adults_total = excluded.adults_total, closed = excluded.closed,
        removed_at = excluded.removed_at, rough_lat = excluded.rough_lat, rough_lon = excluded.rough_lon;
end if;
if cardinality(joined) > 0 then
    insert into adult as a (id, household_id, label, birth_year, sex, consent, left_on, left_reason, turns_18_on)
    select w.id, coalesce((w.word ->> 'household_id')::uuid, was.household_id), coalesce(w.word ->> 'label', was.label),
        (w.word ->> 'birth_year')::int, w.word ->> 'sex', coalesce((w.word ->> 'consent')::boolean, false),
        (w.word ->> 'left_on')::date, w.word ->> 'left_reason', (w.word ->> 'turns_18_on')::date
    from (
        select f.subject_id as id, jsonb_object_agg(
                k.key, k.value order by f.type <> 'adult_added', f.corrected_at, f.event_id
            ) as word
        from visit_event_folded f cross join lateral jsonb_each(f.body) k
        where f.type in ('adult_added', 'adult_changed') and f.subject_id = any(joined)
        group by f.subject_id
    ) w
    left join adult was on was.id = w.id
    order by w.id
    on conflict (id) do update
    set household_id = case when a.assumed then excluded.household_id else a.household_id end,
        assumed = a.assumed and not exists (
            select from visit_event e where e.subject_id = excluded.id and e.type = 'adult_added'
        ),
        label = excluded.label, birth_year = excluded.birth_year, sex = excluded.sex, consent = excluded.consent,
        left_on = excluded.left_on, left_reason = excluded.left_reason, turns_18_on = excluded.turns_18_on;
    insert into household_member (adult_id, household_id, kind, since)
    select a.id, a.household_id, 'primary', '-infinity' from adult a
    where a.id = any(joined) and not a.assumed
        and not exists (select from household_member m where m.adult_id = a.id)
    order by a.id;
end if;
if edited then
    perform registry_note_edits(event_ids);
end if;
end
$$;

COMMENT ON FUNCTION public.registry_fold(event_ids uuid[], OUT homes uuid[], OUT people uuid[]) IS 'Brings households and adults up to these events, as the whole log has them. Holds their rows in order until the end, and answers which will be published';

CREATE FUNCTION public.registry_named(event_ids uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE
    AS $$
with said as (
    select e.body from visit_event e where e.event_id = any(event_ids) and e.type not in (
        'household_added', 'household_changed', 'adult_added', 'adult_changed', 'visit_logged'
    )
    union all
    select m.body from visit_event e
    join registry_merge r on r.merge_id = e.subject_id join visit_event m on m.event_id = r.event_id
    where e.event_id = any(event_ids) and e.type = 'merge_undone'
), named as (
    select distinct found[1]::uuid as id
    from said cross join lateral regexp_matches(
        said.body::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'
    ) found
)
select coalesce(array_agg(id), '{}') from (
    select id from named
    union
    select a.household_id from named join adult a on a.id = named.id
    union
    select v.household_id from named join visit v on v.id = named.id
    union
    select a.root_id from named join adult a on a.id = named.id where a.root_id is not null
) whole
$$;

COMMENT ON FUNCTION public.registry_named(event_ids uuid[]) IS 'Everything the rarer kinds among these events speak of: households, adults, visits, and the households and persons those are of';

CREATE FUNCTION public.registry_note_edits(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
with told as (
    select e.*, row_number() over (partition by e.subject_id order by e.seq, e.event_id) as place,
        e.body - array['team_id', 'household_id', 'adult_id'] as fields
    from visit_event e
    where e.event_id = any(event_ids)
        and e.type in ('household_changed', 'household_removed', 'household_restored', 'adult_changed')
)
insert into registry_edit (subject_id, version, event_id, actor, install_id, base_version, earliest_at, received_at, fields)
select t.subject_id, coalesce(d.version, a.version) + t.place, t.event_id, t.actor, t.install_id, t.base_version, t.earliest_at,
    t.received_at,
    case t.type
        when 'household_removed' then '{"removed": true}' when 'household_restored' then '{"removed": false}' else t.fields
    end
from told t
left join household d on d.id = t.subject_id
left join adult a on a.id = t.subject_id;

update household d set version = n.version
from (
    select r.subject_id, max(r.version) as version from registry_edit r where r.event_id = any(event_ids) group by 1
) n where d.id = n.subject_id;
update adult a set version = n.version
from (
    select r.subject_id, max(r.version) as version from registry_edit r where r.event_id = any(event_ids) group by 1
) n where a.id = n.subject_id;

with pair as (
    select one.event_id as first_event, one.fields as was, two.event_id as second_event, two.fields as now, two.subject_id,
        two.received_at
    from registry_edit two
    join registry_edit one on one.subject_id = two.subject_id and one.version < two.version
        and one.install_id is distinct from two.install_id
        and case when two.base_version is null
            then one.received_at > two.earliest_at and one.actor <> two.actor else one.version > two.base_version end
    where two.event_id = any(event_ids)
), field as (
    select p.*, k.key,
        case when p.was ? k.key and p.was -> k.key = k.value then null
            when p.was ? k.key or p.was -> 'removed' = 'true' or k.key = 'removed' then 'hard' else 'soft' end as kind
    from pair p cross join lateral jsonb_each(p.now) k
)
insert into registry_conflict (subject_id, field, kind, first_event, second_event, first_value, second_value, team_id,
    opened_at, resolved_at, resolution)
select f.subject_id, f.key, f.kind, f.first_event, f.second_event, f.was -> f.key, f.now -> f.key, e.team_id, f.received_at,
    case f.kind when 'soft' then f.received_at end, case f.kind when 'soft' then 'merged' end
from field f join visit_event e on e.event_id = f.second_event
where f.kind is not null
on conflict do nothing;
end
$$;

COMMENT ON FUNCTION public.registry_note_edits(event_ids uuid[]) IS 'Gives edits their versions, and notes which were made without knowing of each other; the caller holds the rows of their subjects';

CREATE FUNCTION public.registry_note_reshaping(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
insert into registry_merge (merge_id, event_id, kind, loser_id, winner_id, merged_at)
select e.subject_id, e.event_id, split_part(e.type, '_', 1), (e.body ->> 'loser_id')::uuid, (e.body ->> 'winner_id')::uuid,
    e.corrected_at
from visit_event e where e.event_id = any(event_ids) and e.type in ('household_merged', 'adult_merged');

insert into registry_alias (merge_id, loser_id, winner_id)
select e.subject_id, (e.body ->> 'loser_id')::uuid, (e.body ->> 'winner_id')::uuid
from visit_event e where e.event_id = any(event_ids) and e.type = 'adult_merged'
union all
select e.subject_id, (pair.value ->> 'drop')::uuid, (pair.value ->> 'keep')::uuid
from visit_event e cross join lateral jsonb_array_elements(e.body -> 'same') pair
where e.event_id = any(event_ids) and e.type = 'household_merged';

insert into registry_stay (event_id, adult_id, household_id, kind, since, said_at, merge_id)
select e.event_id, one.value::uuid, e.subject_id, 'moved',
    (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, null::uuid
from visit_event e cross join lateral jsonb_array_elements_text(e.body -> 'adult_ids') one
where e.event_id = any(event_ids) and e.type = 'household_split'
union all
select e.event_id, e.subject_id, (e.body ->> 'to_household_id')::uuid, e.body ->> 'kind',
    (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, null
from visit_event e where e.event_id = any(event_ids) and e.type = 'adult_moved'
union all
select e.event_id, one.value::uuid, (e.body ->> 'winner_id')::uuid, 'moved', e.corrected_at, e.corrected_at, e.subject_id
from visit_event e cross join lateral jsonb_array_elements_text(e.body -> 'moves') one
where e.event_id = any(event_ids) and e.type = 'household_merged';

update registry_merge r set undone_by = u.event_id, undone_at = u.corrected_at
from (
    select distinct on (e.subject_id) e.subject_id, e.event_id, e.corrected_at
    from visit_event e where e.event_id = any(event_ids) and e.type = 'merge_undone'
    order by e.subject_id, e.corrected_at, e.event_id
) u
where r.merge_id = u.subject_id and r.undone_by is null;
end
$$;

COMMENT ON FUNCTION public.registry_note_reshaping(event_ids uuid[]) IS 'What these events say of merges and stays, beside the log';

CREATE FUNCTION public.registry_publish(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
with touched as (
    select e.subject_id as household_id, null::uuid as adult_id from visit_event e
    where e.event_id = any(event_ids) and e.type in ('household_added', 'household_changed')
    union
    select household_id, null from visit where event_id = any(event_ids)
    union
    select a.household_id, a.id from visit_event e join adult a on a.id = e.subject_id
    where e.event_id = any(event_ids) and e.type in ('adult_added', 'adult_changed')
    union
    select a.household_id, a.id from visit v
    join visit_adult va on va.visit_id = v.id join adult a on a.id = va.adult_id
    where v.event_id = any(event_ids)
), placed as (
    select t.household_id, t.adult_id, h.commune_id,
        row_number() over (partition by h.commune_id order by t.household_id, t.adult_id nulls first) as place,
        count(*) over (partition by h.commune_id) as places
    from touched t join household d on d.id = t.household_id join hamlet h on h.id = d.hamlet_id
), feed as (
    insert into registry_feed as f (commune_id, position)
    select commune_id, max(places) from placed group by commune_id order by commune_id
    on conflict (commune_id) do update set position = f.position + excluded.position
    returning commune_id, position
), households as (
    update household d set position = feed.position - p.places + p.place
    from placed p join feed on feed.commune_id = p.commune_id
    where d.id = p.household_id and p.adult_id is null
)
update adult a set position = feed.position - p.places + p.place
from placed p join feed on feed.commune_id = p.commune_id
where a.id = p.adult_id;
end
$$;

COMMENT ON FUNCTION public.registry_publish(event_ids uuid[]) IS 'Of the release before, whose servers call it until they are replaced';

CREATE FUNCTION public.registry_publish(homes uuid[], people uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
with who as materialized (
    select a.id, a.household_id, a.root_id from adult a where a.id = any(people)
), said as materialized (
    select d.id as household_id, d.hamlet_id, d.root_id from household d
    where d.id = any(homes || array(
        select who.household_id from who
        union all
        select whole.household_id from who join adult whole on whole.id = who.root_id
        union all
        select m.household_id from who join household_member m on m.adult_id = coalesce(who.root_id, who.id)
        where m.kind = 'temporary' and m.until is null
    ))
), touched as (
    select household_id, hamlet_id from said
    union
    select d.id, d.hamlet_id from said join household d on d.id = said.root_id
), placed as (
    select t.household_id, h.commune_id,
        row_number() over (partition by h.commune_id order by t.household_id) as place,
        count(*) over (partition by h.commune_id) as places
    from touched t join hamlet h on h.id = t.hamlet_id
), feed as (
    insert into registry_feed as f (commune_id, position)
    select commune_id, max(places) from placed group by commune_id order by commune_id
    on conflict (commune_id) do update set position = f.position + excluded.position
    returning commune_id, position
)
update household d set position = feed.position - p.places + p.place
from placed p join feed on feed.commune_id = p.commune_id
where d.id = p.household_id;
end
$$;

COMMENT ON FUNCTION public.registry_publish(homes uuid[], people uuid[]) IS 'Gives these households, and those of these adults, the next positions of the feed of their commune';

CREATE FUNCTION public.registry_related(people uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE
    AS $$
with recursive part (id) as (
    select unnest(people)
    union
    select case when r.loser_id = part.id then r.winner_id else r.loser_id end
    from part join registry_alias r on r.loser_id = part.id or r.winner_id = part.id
)
select coalesce(array_agg(id order by id), '{}') from part where id is not null
$$;

COMMENT ON FUNCTION public.registry_related(people uuid[]) IS 'These adults with all they were ever said to be one with';

CREATE FUNCTION public.registry_reshape(event_ids uuid[], OUT homes uuid[], OUT people uuid[]) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
    named uuid[];
    moved uuid[];
    known uuid[];
begin
perform registry_note_reshaping(event_ids);
named := registry_named(event_ids) || array(
    select e.subject_id from visit_event e where e.event_id = any(event_ids)
);
moved := array(
    select distinct e.subject_id from visit_event e where e.event_id = any(event_ids) and e.type = 'household_moved'
);
homes := registry_connected(array(
    select d.id from household d where d.id = any(named)
    union
    select s.household_id from registry_stay s where s.event_id = any(event_ids)
));
people := registry_related(array(
    select s.adult_id from registry_stay s where s.event_id = any(event_ids)
    union
    select s.adult_id from registry_stay s where s.merge_id = any(named)
    union
    select l.loser_id from registry_alias l where l.merge_id = any(named)
    union
    select a.id from adult a where a.household_id = any(homes)
));
loop
    -- Whoever merges something of this as well has it locked: once we have all of it, nothing more is added.
    perform from household d where d.id = any(homes) order by d.id for no key update;
    perform from adult a where a.id = any(people) order by a.id for no key update;
    known := homes || people;
    homes := registry_connected(homes);
    people := registry_related(people);
    exit when known = homes || people;
end loop;
perform registry_settle_homes(moved, homes);
perform registry_settle_people(people);
homes := array(
    select unnest(homes) union select m.household_id from household_member m where m.adult_id = any(people)
);
perform from coverage_total t where t.commune_id in (
    select h.commune_id from household d join hamlet h on h.id = d.hamlet_id where d.id = any(homes)
) order by t.commune_id for no key update;
perform visit_settle(homes);
perform coverage_rejudge(people);
end
$$;

COMMENT ON FUNCTION public.registry_reshape(event_ids uuid[], OUT homes uuid[], OUT people uuid[]) IS 'Splits, moves, merges and what undoes them; answers whom to publish';

CREATE FUNCTION public.registry_settle_homes(moved uuid[], homes uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
with founded as (
    select d.id, coalesce(
        (select (e.body ->> 'hamlet_id')::uuid from visit_event e
            where e.subject_id = d.id and e.type in ('household_added', 'household_split')),
        (select p.hamlet_id from household_place p where p.household_id = d.id and p.since = '-infinity'), d.hamlet_id
    ) as hamlet_id
    from household d where d.id = any(moved)
)
insert into household_place (household_id, since, hamlet_id) select id, '-infinity', hamlet_id from founded
on conflict do nothing;
insert into household_place as was (household_id, since, hamlet_id, event_id)
select distinct on (e.subject_id, e.body ->> 'on') e.subject_id, (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh',
    (e.body ->> 'hamlet_id')::uuid, e.event_id
from visit_event_folded e where e.subject_id = any(moved) and e.type = 'household_moved'
order by e.subject_id, e.body ->> 'on', e.corrected_at desc, e.event_id desc
on conflict (household_id, since) do update set hamlet_id = excluded.hamlet_id, event_id = excluded.event_id;
update household d set hamlet_id = last.hamlet_id
from (
    select distinct on (p.household_id) p.household_id, p.hamlet_id from household_place p
    where p.household_id = any(moved) order by p.household_id, p.since desc
) last
where d.id = last.household_id and d.hamlet_id <> last.hamlet_id;

update household d set root_id = u.root_id
from (
    select one.id, nullif(one.root_id, one.id) as root_id
    from (
        select array_agg(r.loser_id order by r.merged_at, r.event_id) as losers,
            array_agg(r.winner_id order by r.merged_at, r.event_id) as winners
        from registry_merge r where r.kind = 'household' and r.undone_by is null and r.loser_id = any(homes)
    ) edges cross join lateral registry_union(edges.losers, edges.winners) one
    union all
    select alone, null from unnest(homes) alone where not exists (
        select from registry_merge r
        where r.kind = 'household' and r.undone_by is null and (r.loser_id = alone or r.winner_id = alone)
    )
) u
where d.id = u.id and d.root_id is distinct from u.root_id;
end
$$;

COMMENT ON FUNCTION public.registry_settle_homes(moved uuid[], homes uuid[]) IS 'Where these households are and were, and which stand for which';

CREATE FUNCTION public.registry_settle_people(people uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
update adult a set root_id = u.root_id
from (
    select one.id, nullif(one.root_id, one.id) as root_id
    from (
        select array_agg(l.loser_id order by r.merged_at, r.event_id, l.loser_id) as losers,
            array_agg(l.winner_id order by r.merged_at, r.event_id, l.loser_id) as winners
        from registry_alias l join registry_merge r on r.merge_id = l.merge_id
        where r.undone_by is null and l.loser_id = any(people)
    ) edges cross join lateral registry_union(edges.losers, edges.winners) one
    union all
    select alone, null from unnest(people) alone where not exists (
        select from registry_alias l join registry_merge r on r.merge_id = l.merge_id
        where r.undone_by is null and (l.loser_id = alone or l.winner_id = alone)
    )
) u
where a.id = u.id and a.root_id is distinct from u.root_id;

insert into household_member (adult_id, household_id, kind, since)
select a.id, a.household_id, 'primary', '-infinity' from adult a
where a.id = any(people) and not exists (select from household_member m where m.adult_id = a.id);
delete from household_member m where m.adult_id = any(people) and m.since > '-infinity';
update household_member m set until = m.since, until_event = null where m.adult_id = any(people);
with said as (
    select distinct on (s.adult_id, s.since) s.adult_id, s.household_id, s.since, s.event_id
    from registry_stay s left join registry_merge r on r.merge_id = s.merge_id
    where s.adult_id = any(people) and s.kind = 'moved' and r.undone_by is null
    order by s.adult_id, s.since, s.said_at desc, s.event_id desc
)
insert into household_member (adult_id, household_id, kind, since, since_event, until, until_event)
select adult_id, household_id, 'primary', since, event_id, lead(since) over later, lead(event_id) over later
from said window later as (partition by adult_id order by since);
update household_member m set until = next.since, until_event = next.since_event
from household_member one
left join lateral (
    select n.since, n.since_event from household_member n
    where n.adult_id = one.adult_id and n.kind = 'primary' and n.since > '-infinity' order by n.since limit 1
) next on true
where one.adult_id = any(people) and one.since = '-infinity'
    and m.adult_id = one.adult_id and m.household_id = one.household_id and m.since = one.since;
update adult a set household_id = m.household_id
from household_member m
where a.id = any(people) and m.adult_id = a.id and m.kind = 'primary' and m.until is null and a.household_id <> m.household_id;

insert into household_member (adult_id, household_id, kind, since, since_event, until, until_event)
select s.adult_id, s.household_id, 'temporary', s.since, s.event_id, back.since, back.event_id
from registry_stay s
left join lateral (
    select b.since, b.event_id from registry_stay b
    where b.adult_id = s.adult_id and b.kind = 'back' and b.since >= s.since
    order by b.since, b.said_at, b.event_id limit 1
) back on true
where s.adult_id = any(people) and s.kind = 'temporary'
order by s.said_at, s.event_id
on conflict do nothing;
insert into household_member (adult_id, household_id, kind, since, since_event)
select a.root_id, a.household_id, 'temporary', r.merged_at, r.event_id
from adult a
join adult whole on whole.id = a.root_id
join household d on d.id = a.household_id
join household home on home.id = whole.household_id
join registry_alias l on l.loser_id = a.id
join registry_merge r on r.merge_id = l.merge_id and r.undone_by is null
where a.id = any(people) and coalesce(d.root_id, d.id) <> coalesce(home.root_id, home.id)
order by r.merged_at, r.event_id
on conflict do nothing;
end
$$;

COMMENT ON FUNCTION public.registry_settle_people(people uuid[]) IS 'Who these adults are, and where they live and lived: all from what was said and stands';

CREATE FUNCTION public.registry_standing(day date, place_day date) RETURNS TABLE(commune_id bigint, adults integer)
    LANGUAGE sql STABLE
    AS $$
with midnight as (select (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as at)
select hamlet_commune(coalesce(place.hamlet_id, d.hamlet_id), place_day), count(*)::integer
from adult a
cross join midnight
join household_member m on m.adult_id = a.id and m.kind = 'primary' and m.since < midnight.at
    and (m.until is null or m.until >= midnight.at)
join household d on d.id = m.household_id
left join lateral (
    select p.hamlet_id from household_place p
    where p.household_id = d.id and p.since < midnight.at order by p.since desc limit 1
) place on true
left join lateral (
    -- The day somebody turned 18 leaves the list on that day; the log still says it.
    select (e.body ->> 'turns_18_on')::date as on_day from visit_event_folded e
    where e.subject_id = a.id and e.type in ('adult_added', 'adult_changed') and e.body ? 'turns_18_on'
    order by e.type <> 'adult_added' desc, e.corrected_at desc, e.event_id desc limit 1
) eighteen on true
where a.consent and a.root_id is null and d.removed_at is null
    and (a.left_on is null or a.left_on > day) and (eighteen.on_day is null or eighteen.on_day <= day)
group by 1
$$;

COMMENT ON FUNCTION public.registry_standing(day date, place_day date) IS 'Adults who count on a day, by the communes of another day: who left is counted until then, who turned 18 from then on';

CREATE FUNCTION public.registry_union(losers uuid[], winners uuid[]) RETURNS TABLE(id uuid, root_id uuid)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_variable
declare
    ids uuid[] := array(select unnest(losers) union select unnest(winners));
    roots uuid[] := ids;
    lost uuid;
    won uuid;
begin
for step in 1 .. coalesce(cardinality(losers), 0) loop
    lost := roots[array_position(ids, losers[step])];
    won := roots[array_position(ids, winners[step])];
    if lost <> won then
        roots := array_replace(roots, lost, won);
    end if;
end loop;
return query select * from unnest(ids, roots);
end
$$;

COMMENT ON FUNCTION public.registry_union(losers uuid[], winners uuid[]) IS 'The entry each of these stands for, merges taken in the given order';

CREATE FUNCTION public.report_cell(lat double precision, lon double precision) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (((floor(((lat + (90)::double precision) * (500)::double precision)))::bigint * 180000) + (floor(((lon + (180)::double precision) * (500)::double precision)))::bigint);

COMMENT ON FUNCTION public.report_cell(lat double precision, lon double precision) IS 'The square of 0.002 degrees (about 220 m) a point lies in; api.nearby.rules counts the same way';

CREATE FUNCTION public.rights_erase(people uuid[], at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    words text[] := '{label,birth_year,sex,turns_18_on}';
    spoken uuid[];
begin
if cardinality(people) = 0 then
    return;
end if;
update adult set label = 'Đã rút đồng ý', birth_year = null, sex = null, turns_18_on = null,
    redacted_at = coalesce(redacted_at, at)
where id = any(people);
update visit_adult set barriers = '{}', next_step = null where adult_id = any(people);
update registry_edit set fields = fields - words where subject_id = any(people) and fields ?| words;
update registry_conflict set first_value = null, second_value = null,
    resolved_at = coalesce(resolved_at, at), resolution = coalesce(resolution, 'second')
where subject_id = any(people) and field = any(words);
spoken := array(
    select e.event_id from visit_event e
    where e.subject_id = any(people) and e.type in ('adult_added', 'adult_changed')
    union
    select v.event_id from visit_adult va join visit v on v.id = va.visit_id where va.adult_id = any(people)
    union
    select c.event_id from visit_adult va join visit_event c on c.subject_id = va.visit_id and c.type = 'visit_corrected'
    where va.adult_id = any(people)
    union
    select e.event_id from visit_hold h join visit_event e on e.event_id = h.event_id
    where exists (select from unnest(people) p where position(p::text in e.body::text) > 0)
);
perform visit_event_redact(spoken, people, words, at);
update visit_quarantine q set payload = null
where q.payload is not null and exists (
    select from unnest(people) p where position(convert_to(p::text, 'UTF8') in q.payload) > 0
);
end
$$;

COMMENT ON FUNCTION public.rights_erase(people uuid[], at timestamp with time zone) IS 'Takes these people out of everything that is kept of them but the counts';

CREATE FUNCTION public.rights_erase_photos(visits uuid[], at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
with said as (
    select v.id, e.event_id, decode(photo.value ->> 'sha256', 'hex') as hash
    from visit v join visit_event e on e.event_id = v.event_id
    cross join lateral jsonb_array_elements(coalesce(e.body -> 'photos', '[]')) photo
    where v.id = any(visits)
)
insert into visit_photo_barred (mark, barred_at) select distinct visit_photo_mark(hash), at from said
on conflict do nothing;
perform visit_event_redact(array(
    select e.event_id from visit v join visit_event e on e.event_id = v.event_id
    where v.id = any(visits) and e.body ? 'photos'
), '{}', '{photos}', at);
delete from visit_photo_part where visit_id = any(visits);
update visit_photo set key = null, erased_at = at where visit_id = any(visits) and erased_at is null;
if found then
    insert into outbox_event (kind, payload, urgent)
    values ('visit_photos_erased', convert_to('{"type":"visit_photos_erased"}', 'UTF8'), false);
end if;
end
$$;

COMMENT ON FUNCTION public.rights_erase_photos(visits uuid[], at timestamp with time zone) IS 'Bars the photos of these visits by hash, destroys their keys, and has their files deleted';

CREATE FUNCTION public.rights_fold(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    said record;
    people uuid[];
begin
for said in
    select e.body ->> 'scope' as scope, (e.body ->> 'household_id')::uuid as home, (e.body ->> 'adult_id')::uuid as person,
        e.received_at as at
    from visit_event e where e.event_id = any(event_ids) and e.type = 'consent_withdrawn' order by e.event_id
loop
    -- Everybody who is one with them, and for a household everybody of it.
    people := array(
        with named as (
            select a.id, coalesce(a.root_id, a.id) as root from adult a
            where a.id = said.person or (said.home is not null and a.household_id = said.home)
        )
        select distinct a.id from named join adult a on a.id = named.root or a.root_id = named.root
    );
    perform rights_erase_photos(array(
        select v.id from visit v where v.household_id = said.home and said.scope <> 'contact'
        union
        select va.visit_id from visit_adult va where va.adult_id = any(people) and said.scope <> 'contact'
    ), said.at);
    if said.scope = 'person' then
        perform rights_erase(people, said.at);
    end if;
    if said.scope = 'contact' then
        update visit_adult set next_step = null where adult_id = any(people);
    end if;
    if said.home is not null and said.scope <> 'photo' then
        update household set no_contact_at = coalesce(no_contact_at, said.at),
            rough_lat = case when said.scope = 'contact' then rough_lat end,
            rough_lon = case when said.scope = 'contact' then rough_lon end
        where id = said.home;
        if said.scope = 'person' then
            perform visit_event_redact(array(
                select e.event_id from visit_event e where e.subject_id = said.home and e.body ? 'place'
            ), '{}', '{place}', said.at);
        end if;
    end if;
    -- The households of the people an event names are published after the totals are moved; a house without anybody
    -- is named by nobody. In the order of every upload: totals, then the feed.
    if said.home is not null and not exists (select from adult a where a.household_id = said.home) then
        perform from coverage_total t
        where t.commune_id = (select h.commune_id from household d join hamlet h on h.id = d.hamlet_id where d.id = said.home)
        for no key update;
        perform registry_publish(array[said.home], '{}');
    end if;
end loop;
end
$$;

COMMENT ON FUNCTION public.rights_fold(event_ids uuid[]) IS 'What a withdrawn consent takes away';

CREATE FUNCTION public.team_badge_follows_the_phone() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
update team_badge set revoked_at = new.state_at where person_id = new.person_id and revoked_at is null;
return null;
end
$$;

COMMENT ON FUNCTION public.team_badge_follows_the_phone() IS 'The codes of coming days lie on a phone: with a lost phone they are worth nothing';

CREATE FUNCTION public.team_trained(person uuid, day date) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
select not exists (
    select from team_course c where c.required and not exists (
        select from team_training t
        where t.person_id = person and t.course_code = c.code and t.voided_at is null
            and t.held_on <= day and (t.expires_on is null or t.expires_on >= day)
    )
)
$$;

COMMENT ON FUNCTION public.team_trained(person uuid, day date) IS 'Whether every required training of somebody holds on a day';

CREATE FUNCTION public.visit_correct(event_ids uuid[]) RETURNS uuid[]
    LANGUAGE plpgsql
    AS $$
declare
    corrected uuid[] := array(
        select distinct e.subject_id from visit_event e where e.event_id = any(event_ids) and e.type = 'visit_corrected'
    );
    people uuid[];
begin
perform from visit v where v.id = any(corrected) order by v.id for no key update;
people := array(select distinct va.adult_id from visit_adult va where va.visit_id = any(corrected));
delete from visit_adult where visit_id = any(corrected);

with told as materialized (
    select distinct on (c.subject_id) c.subject_id, c.event_id, c.body -> 'visit' as body,
        e.corrected_at - greatest(e.device_time - (c.body #>> '{visit,started_at}')::timestamptz, interval '0') as at,
        e.corrected_at - e.device_time as shift,
        count(*) over (partition by c.subject_id) + 1 as version
    from visit_event_folded c
    join visit v on v.id = c.subject_id
    join visit_event e on e.event_id = v.event_id
    where c.subject_id = any(corrected) and c.type = 'visit_corrected'
    order by c.subject_id, c.corrected_at desc, c.event_id desc
), said as (
    update visit v set
        visited_at = t.at, visited_on = (t.at at time zone 'Asia/Ho_Chi_Minh')::date,
        ended_at = t.at + ((t.body ->> 'ended_at')::timestamptz - (t.body ->> 'started_at')::timestamptz),
        result = t.body ->> 'result', revisit_at = (t.body ->> 'revisit_at')::timestamptz + t.shift,
        consent = case t.body ->> 'consent'
            when 'true' then 'given_verbal' when 'false' then 'declined' else t.body ->> 'consent'
        end,
        version = t.version, corrected_by = t.event_id
    from told t where v.id = t.subject_id
)
insert into visit_adult
    (visit_id, adult_id, visited_at, met, knows, skills, assistance, barriers, next_step)
select t.subject_id, (a.value ->> 'adult_id')::uuid, t.at, (a.value ->> 'met')::boolean,
    (a.value ->> 'knows')::boolean,
    coalesce((
        select jsonb_object_agg(s.value ->> 'code', s.value ->> 'level')
        from jsonb_array_elements(a.value -> 'skills') s
    ), '{}'),
    a.value ->> 'assistance',
    array(select jsonb_array_elements_text(a.value -> 'barriers')), a.value ->> 'next_step'
from told t cross join lateral jsonb_array_elements(t.body -> 'adults') a;

perform coverage_rejudge(array(
    select unnest(people) union select va.adult_id from visit_adult va where va.visit_id = any(corrected)
));
return array(select distinct v.household_id from visit v where v.id = any(corrected));
end
$$;

COMMENT ON FUNCTION public.visit_correct(event_ids uuid[]) IS 'Visits as their newest correction says, everybody in them judged anew; answers the households to publish';

CREATE FUNCTION public.visit_event_redact(events uuid[], people uuid[], keys text[], at timestamp with time zone) RETURNS void
    LANGUAGE sql
    AS $$
update visit_event e set redacted_at = at, body = (
    select case
        when bare.body ? 'adults' then jsonb_set(bare.body, '{adults}', visit_looks_redact(bare.body -> 'adults', people))
        when bare.body #> '{visit,adults}' is not null
            then jsonb_set(bare.body, '{visit,adults}', visit_looks_redact(bare.body #> '{visit,adults}', people))
        else bare.body end
    from (select e.body - keys as body) bare
)
where e.event_id = any(events)
$$;

COMMENT ON FUNCTION public.visit_event_redact(events uuid[], people uuid[], keys text[], at timestamp with time zone) IS 'The only change the log knows: personal words leave it';

CREATE FUNCTION public.visit_event_refuses_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if tg_op = 'UPDATE' then
        -- Only words may go, and the row says when: everything else stands for ever.
        if new.redacted_at is not null and new.body <@ old.body
            and to_jsonb(new) - 'body' - 'redacted_at' = to_jsonb(old) - 'body' - 'redacted_at' then
            return new;
        end if;
    end if;
    raise exception 'visit_event is append-only';
end
$$;

CREATE FUNCTION public.visit_fold(event_ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
with told as materialized (
    select e.subject_id, e.event_id, e.team_id, e.actor, e.body, coalesce((
            select q.commune_id from hamlet_place q
            where q.hamlet_id = h.id and q.since <= (e.corrected_at at time zone 'Asia/Ho_Chi_Minh')::date
            order by q.since desc limit 1
        ), h.commune_id) as commune_id, h.id as hamlet_id, coalesce(d.root_id, d.id) as household_id,
        e.corrected_at - greatest(e.device_time - (e.body ->> 'started_at')::timestamptz, interval '0') as at,
        e.corrected_at - e.device_time as shift
    from visit_event e
    join household d on d.id = (e.body ->> 'household_id')::uuid
    join hamlet h on h.id = coalesce((
        select p.hamlet_id from household_place p
        where p.household_id = d.id and p.since <= e.corrected_at order by p.since desc limit 1
    ), d.hamlet_id)
    where e.event_id = any(event_ids) and e.type = 'visit_logged'
), knocks as (
    insert into visit (id, event_id, household_id, team_id, volunteer_id, commune_id, hamlet_id, visited_at, ended_at,
        visited_on, result, revisit_at, consent)
    select t.subject_id, t.event_id, t.household_id, t.team_id, t.actor, t.commune_id, t.hamlet_id, t.at,
        t.at + ((t.body ->> 'ended_at')::timestamptz - (t.body ->> 'started_at')::timestamptz),
        (t.at at time zone 'Asia/Ho_Chi_Minh')::date, t.body ->> 'result',
        (t.body ->> 'revisit_at')::timestamptz + t.shift,
        case t.body ->> 'consent'
            when 'true' then 'given_verbal' when 'false' then 'declined' else t.body ->> 'consent'
        end
    from told t
)
insert into visit_adult
    (visit_id, adult_id, visited_at, met, knows, skills, assistance, barriers, next_step)
select t.subject_id, (a.value ->> 'adult_id')::uuid, t.at, (a.value ->> 'met')::boolean,
    (a.value ->> 'knows')::boolean,
    coalesce((
        select jsonb_object_agg(s.value ->> 'code', s.value ->> 'level')
        from jsonb_array_elements(a.value -> 'skills') s
    ), '{}'),
    a.value ->> 'assistance',
    array(select jsonb_array_elements_text(a.value -> 'barriers')), a.value ->> 'next_step'
from told t cross join lateral jsonb_array_elements(t.body -> 'adults') a;
end
$$;

COMMENT ON FUNCTION public.visit_fold(event_ids uuid[]) IS 'Visits of these events and what was seen of each adult; the caller holds the locks of the households';

CREATE FUNCTION public.visit_install_revoke(person uuid, team uuid, by_person uuid, why text, at timestamp with time zone) RETURNS void
    LANGUAGE sql
    AS $$
update visit_install i
set state = 'revoked', state_at = at, state_by = by_person, state_reason = why, wipe_asked_at = coalesce(i.wipe_asked_at, at)
where i.person_id = person and i.state <> 'revoked'
    and not exists (
        select from team_member m
        where m.person_id = person and m.team_id <> team and m.since <= at and (m.until is null or m.until > at)
    )
$$;

COMMENT ON FUNCTION public.visit_install_revoke(person uuid, team uuid, by_person uuid, why text, at timestamp with time zone) IS 'Somebody walks for no team any more: their phones forget at the next contact. Who still walks for another team keeps theirs';

CREATE FUNCTION public.visit_looks_redact(looks jsonb, people uuid[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
select coalesce(jsonb_agg(
    case when (look.value ->> 'adult_id')::uuid = any(people) then look.value - '{next_step,barriers}'::text[] else look.value end
    order by look.ordinality
), '[]')
from jsonb_array_elements(looks) with ordinality look
$$;

COMMENT ON FUNCTION public.visit_looks_redact(looks jsonb, people uuid[]) IS 'Looks without what these people said in words; what is counted stays';

CREATE FUNCTION public.visit_open(install uuid, person uuid, at timestamp with time zone, clock interval, seqs bigint[], events uuid[]) RETURNS TABLE(reached bigint, event_id uuid, sha256 bytea, reason_code text, held boolean)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare upto bigint;
begin
insert into visit_install as i (install_id, person_id, first_seen_at, last_sync_at, clock_offset, received)
values (install, person, at, at, clock,
    coalesce((select range_agg(int8range(s, s + 1)) from unnest(seqs) s), '{}'::int8multirange))
on conflict (install_id) do update
set person_id = excluded.person_id,
    last_sync_at = greatest(i.last_sync_at, excluded.last_sync_at),
    clock_offset = excluded.clock_offset,
    received = i.received + excluded.received
returning (select coalesce(max(upper(r) - 1), 0) from unnest(i.received) r where lower(r) = 1) into upto;
return query
select upto, e.event_id, e.body_sha256, r.reason_code,
    exists (select from visit_hold h where h.event_id = e.event_id)
from (values (1)) always
left join visit_event e on e.event_id = any(events)
left join visit_refusal r on r.event_id = e.event_id;
end
$$;

COMMENT ON FUNCTION public.visit_open(install uuid, person uuid, at timestamp with time zone, clock interval, seqs bigint[], events uuid[]) IS 'Of the release before';

CREATE FUNCTION public.visit_open(install uuid, person uuid, at timestamp with time zone, clock interval, seqs bigint[], names text[], events uuid[], key bytea, told_last bigint, told_pending integer, told_version text, told_wiped boolean) RETURNS TABLE(reached bigint, head bytea, state text, state_at timestamp with time zone, state_reason text, wipe boolean, before_offset interval, before_at timestamp with time zone, before_seq bigint, missing int8multirange, event_id uuid, sha256 bytea, reason_code text, held boolean)
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
#variable_conflict use_column
declare
    was visit_install;
    known int8multirange;
    upto bigint;
    chain bytea;
    step record;
begin
select i.* into was from visit_install i where i.install_id = install for no key update;
if not found then
    insert into visit_install (install_id, person_id, first_seen_at, last_sync_at, clock_offset, public_key)
    values (install, person, at, at, clock, key) on conflict do nothing;
    select i.* into was from visit_install i where i.install_id = install for no key update;
end if;
if was.public_key is distinct from key and was.public_key is not null then
    -- Another phone with this one's number, or somebody with its session: nothing is taken under this name.
    return query select 0::bigint, '\x'::bytea, 'stranger', at, null::text, false, null::interval, null::timestamptz, null::bigint,
        '{}'::int8multirange, null::uuid, null::bytea, null::text, false;
    return;
end if;
known := was.received + coalesce((select range_agg(int8range(s, s + 1)) from unnest(seqs) s), '{}'::int8multirange);
select coalesce(max(upper(r) - 1), 0) from unnest(known) r where lower(r) = 1 into upto;
chain := was.chain_head;
if upto > was.chain_seq then
    for step in
        select s.seq, coalesce(e.event_id::text, q.event_id, g.name, '') as name
        from generate_series(was.chain_seq + 1, upto) s (seq)
        left join (
            select t.seq, min(t.name) as name from unnest(seqs, names) t (seq, name) group by t.seq
        ) g on g.seq = s.seq
        left join visit_event e on was.received @> s.seq and e.install_id = install and e.seq = s.seq
        left join lateral (
            select w.event_id from visit_quarantine w
            where was.received @> s.seq and e.event_id is null and w.install_id = install and w.seq = s.seq
            order by w.id limit 1
        ) q on true
        order by s.seq
    loop
        chain := sha256(chain || convert_to(step.seq || ':' || step.name, 'UTF8'));
    end loop;
end if;
update visit_install i set
    person_id = person, last_sync_at = greatest(i.last_sync_at, at), clock_offset = clock, received = known,
    chain_seq = upto, chain_head = chain, public_key = coalesce(i.public_key, key),
    told_seq = greatest(i.told_seq, told_last), pending = coalesce(told_pending, i.pending),
    app_version = coalesce(told_version, i.app_version),
    wiped_at = case when told_wiped and i.wipe_asked_at is not null then coalesce(i.wiped_at, at) else i.wiped_at end
where i.install_id = install;
return query
select upto, chain, was.state, was.state_at, was.state_reason,
    was.wipe_asked_at is not null and was.wiped_at is null and not told_wiped,
    case when was.first_seen_at < at then was.clock_offset end, case when was.first_seen_at < at then was.last_sync_at end,
    nullif(was.told_seq, 0),
    int8multirange(int8range(1, greatest(was.told_seq, told_last, upper(known) - 1) + 1)) - known,
    e.event_id, e.body_sha256, r.reason_code,
    exists (select from visit_hold h where h.event_id = e.event_id)
from (values (1)) always
left join visit_event e on e.event_id = any(events)
left join visit_refusal r on r.event_id = e.event_id;
end
$$;

COMMENT ON FUNCTION public.visit_open(install uuid, person uuid, at timestamp with time zone, clock interval, seqs bigint[], names text[], events uuid[], key bytea, told_last bigint, told_pending integer, told_version text, told_wiped boolean) IS 'Lets one upload of a phone in at a time, takes charge of its numbers and lengthens the chain over them; answers what is known of the phone, beside each event the log holds';

CREATE FUNCTION public.visit_photo_mark(hash bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
select sha256('barred:'::bytea || hash)
$$;

COMMENT ON FUNCTION public.visit_photo_mark(hash bytea) IS 'What is kept of a withdrawn photo';

CREATE FUNCTION public.visit_settle(homes uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
with put as materialized (
    select v.id, v.commune_id as was, coalesce(d.root_id, d.id) as household_id, at.hamlet_id,
        hamlet_commune(at.hamlet_id, (e.corrected_at at time zone 'Asia/Ho_Chi_Minh')::date) as commune_id
    from visit v
    join visit_event e on e.event_id = v.event_id
    join household d on d.id = (e.body ->> 'household_id')::uuid
    cross join lateral (
        select coalesce((
            select p.hamlet_id from household_place p
            where p.household_id = d.id and p.since <= e.corrected_at order by p.since desc limit 1
        ), d.hamlet_id) as hamlet_id
    ) at
    where v.household_id = any(homes)
), told as (
    update visit v set household_id = p.household_id, hamlet_id = p.hamlet_id, commune_id = p.commune_id
    from put p
    where v.id = p.id and (v.household_id, v.hamlet_id, v.commune_id)
        is distinct from (p.household_id, p.hamlet_id, p.commune_id)
)
insert into coverage_total as total (commune_id, adults_registered, adults_reached, adults_assessed, know_and_can, visits)
select one.commune_id, 0, 0, 0, 0, sum(one.n)
from put p cross join lateral (values (p.commune_id, 1), (p.was, -1)) one (commune_id, n)
where p.was <> p.commune_id
group by one.commune_id order by one.commune_id
on conflict (commune_id) do update set visits = total.visits + excluded.visits;
end
$$;

COMMENT ON FUNCTION public.visit_settle(homes uuid[]) IS 'Puts the visits of these households where they belong by now, and the totals of knocks with them';

CREATE TABLE public.admin_boundary (
    unit_id bigint NOT NULL,
    shape bytea NOT NULL,
    bounds box NOT NULL,
    source text NOT NULL,
    imported_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.admin_boundary IS 'A province''s own boundary layer; shape is WKB (EPSG:4326), bounds its box in lon, lat';

CREATE TABLE public.admin_change (
    id bigint NOT NULL,
    old_id bigint NOT NULL,
    new_id bigint NOT NULL,
    kind text NOT NULL,
    share text NOT NULL,
    default_target boolean NOT NULL,
    effective_on date NOT NULL,
    basis text NOT NULL,
    CONSTRAINT admin_change_is_between_two_units CHECK ((old_id <> new_id)),
    CONSTRAINT admin_change_kind_is_known CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'retype'::text, 'recode'::text, 'keep'::text]))),
    CONSTRAINT admin_change_share_is_known CHECK ((share = ANY (ARRAY['whole'::text, 'part'::text]))),
    CONSTRAINT admin_change_whole_has_one_target CHECK (((share = 'part'::text) OR default_target))
);

COMMENT ON TABLE public.admin_change IS 'What became of a unit; facts roll up from old to new through it';

COMMENT ON COLUMN public.admin_change.kind IS 'keep: only the level above changed, name and code stay';

COMMENT ON COLUMN public.admin_change.default_target IS 'Where facts of a divided unit go when nobody can say which part';

ALTER TABLE public.admin_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.admin_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.admin_unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.admin_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.adult (
    id uuid NOT NULL,
    household_id uuid NOT NULL,
    label text NOT NULL,
    birth_year integer,
    sex text,
    consent boolean NOT NULL,
    left_on date,
    left_reason text,
    "position" bigint DEFAULT 0 NOT NULL,
    no bigint NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    turns_18_on date,
    root_id uuid,
    redacted_at timestamp with time zone,
    assumed boolean DEFAULT false NOT NULL,
    minor boolean DEFAULT false NOT NULL,
    CONSTRAINT adult_birth_year_is_plausible CHECK (((birth_year >= 1900) AND (birth_year <= 2200))),
    CONSTRAINT adult_label_is_short CHECK (((char_length(label) >= 1) AND (char_length(label) <= 60))),
    CONSTRAINT adult_leaves_with_a_reason CHECK (((left_on IS NULL) = (left_reason IS NULL))),
    CONSTRAINT adult_left_for_a_known_reason CHECK ((left_reason = ANY (ARRAY['moved'::text, 'died'::text, 'other'::text]))),
    CONSTRAINT adult_sex_is_known CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text])))
)
WITH (fillfactor='80');

COMMENT ON TABLE public.adult IS 'Fold of adult events: a label the household chose, never a name we ask for';

COMMENT ON COLUMN public.adult."position" IS 'Of the release before: a household now brings all its adults along';

COMMENT ON COLUMN public.adult.turns_18_on IS 'Said by the family of somebody whose year alone does not tell; for denominators by date';

COMMENT ON COLUMN public.adult.root_id IS 'The person this entry is an alias of, at the end of the chain; null while it stands for itself';

COMMENT ON COLUMN public.adult.assumed IS 'Made up for a visit that waited too long for it; counts nowhere until its own creation comes';

COMMENT ON COLUMN public.adult.minor IS 'Not 18 yet: on the list, counted nowhere; taken away on the day by registry_come_of_age';

ALTER TABLE public.adult ALTER COLUMN no ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.adult_no_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.adult_skill (
    adult_id uuid NOT NULL,
    code text NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    visit_id uuid NOT NULL,
    alone boolean NOT NULL
)
WITH (fillfactor='80');

COMMENT ON TABLE public.adult_skill IS 'The latest look at one skill of one adult: the greatest (seen_at, visit_id), so looks may come in any order and none is read twice';

COMMENT ON COLUMN public.adult_skill.adult_id IS 'Of adult, which keeps its rows; unchecked (decision 0041)';

COMMENT ON COLUMN public.adult_skill.visit_id IS 'Decides between two looks of one moment; no reference, which would be checked at every look';

COMMENT ON COLUMN public.adult_skill.alone IS 'Done alone and observed, without assistance';

CREATE TABLE public.adult_state (
    adult_id uuid NOT NULL,
    commune_id bigint NOT NULL,
    registered boolean NOT NULL,
    reached boolean NOT NULL,
    assessed boolean NOT NULL,
    knows boolean,
    knows_at timestamp with time zone,
    knows_visit uuid,
    can boolean NOT NULL,
    assessed_at timestamp with time zone,
    last_met_at timestamp with time zone,
    CONSTRAINT adult_state_counts_only_registered CHECK ((registered OR (NOT (reached OR assessed OR can)))),
    CONSTRAINT adult_state_knows_since_a_visit CHECK ((((knows IS NULL) = (knows_at IS NULL)) AND ((knows IS NULL) = (knows_visit IS NULL))))
)
WITH (fillfactor='80');

COMMENT ON TABLE public.adult_state IS 'Latest knowledge of one adult by corrected visit time, whatever the order of arrival';

COMMENT ON COLUMN public.adult_state.adult_id IS 'Of adult, which keeps its rows; unchecked (decision 0041)';

COMMENT ON COLUMN public.adult_state.commune_id IS 'Of the hamlet of the adult''s household; unchecked, coverage_total of the same commune is checked in the same transaction';

COMMENT ON COLUMN public.adult_state.knows_visit IS 'The visit of the latest answer; decides between two of one moment';

CREATE TABLE public.agency (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    province_code text NOT NULL,
    commune_id bigint,
    demo boolean DEFAULT false NOT NULL,
    CONSTRAINT agency_has_a_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
);

COMMENT ON TABLE public.agency IS 'An office that answers: a commune''s people''s committee, a department, a utility';

COMMENT ON COLUMN public.agency.commune_id IS 'Null for an office of the whole province';

CREATE TABLE public.alert (
    id uuid NOT NULL,
    content_hash text NOT NULL,
    identifier text NOT NULL,
    sender text NOT NULL,
    sender_name text NOT NULL,
    province_code text NOT NULL,
    hazard text NOT NULL,
    risk_level smallint NOT NULL,
    urgency text NOT NULL,
    certainty text NOT NULL,
    status text NOT NULL,
    msg_type text NOT NULL,
    headline text NOT NULL,
    description text NOT NULL,
    instruction text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    published_by uuid,
    chain_id uuid NOT NULL,
    replaces uuid,
    demo boolean DEFAULT false NOT NULL,
    polygons jsonb DEFAULT '[]'::jsonb NOT NULL,
    circles jsonb DEFAULT '[]'::jsonb NOT NULL,
    onset_at timestamp with time zone,
    river_alarm text DEFAULT ''::text NOT NULL,
    origin text DEFAULT 'officer'::text NOT NULL,
    approved_by uuid,
    CONSTRAINT alert_certainty_is_known CHECK ((certainty = ANY (ARRAY['observed'::text, 'likely'::text, 'possible'::text, 'unlikely'::text, 'unknown'::text]))),
    CONSTRAINT alert_ends_after_it_starts CHECK ((expires_at > effective_at)),
    CONSTRAINT alert_identifier_has_no_separators CHECK (((identifier !~ '[\s,<&]'::text) AND (sender !~ '[\s,<&]'::text))),
    CONSTRAINT alert_status_is_known CHECK ((status = ANY (ARRAY['actual'::text, 'exercise'::text, 'test'::text]))),
    CONSTRAINT alert_that_follows_names_what_it_replaces CHECK ((((msg_type = 'alert'::text) = (replaces IS NULL)) AND ((msg_type = 'alert'::text) = (chain_id = id)))),
    CONSTRAINT alert_type_is_known CHECK ((msg_type = ANY (ARRAY['alert'::text, 'update'::text, 'cancel'::text]))),
    CONSTRAINT alert_urgency_is_known CHECK ((urgency = ANY (ARRAY['immediate'::text, 'expected'::text, 'future'::text, 'past'::text, 'unknown'::text])))
);

COMMENT ON TABLE public.alert IS 'One CAP message, never changed: an update or cancellation is a new row that replaces one';

COMMENT ON COLUMN public.alert.chain_id IS 'The first message of the chain';

COMMENT ON COLUMN public.alert.polygons IS 'As drawn: closed rings of [lat, lon]; the communes they touch are in alert_area';

COMMENT ON COLUMN public.alert.circles IS 'As drawn: {lat, lon, radius_km}';

COMMENT ON COLUMN public.alert.river_alarm IS 'The river alarm it rests on, in words (BĐ3+0,04 m): another thing than the risk level';

COMMENT ON COLUMN public.alert.approved_by IS 'The second person, where the level needs one';

CREATE TABLE public.alert_area (
    alert_id uuid NOT NULL,
    commune_id bigint NOT NULL
);

CREATE TABLE public.alert_delivery (
    alert_id uuid NOT NULL,
    person_id uuid NOT NULL,
    basis text NOT NULL,
    told_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.alert_delivery IS 'Who was told and why we might: consent, danger to life, a place they keep, word of what they were told before, or that it no longer concerns them';

CREATE TABLE public.alert_draft (
    id uuid NOT NULL,
    province_code text NOT NULL,
    state text NOT NULL,
    origin text NOT NULL,
    origin_key text,
    note text DEFAULT ''::text NOT NULL,
    content jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_by uuid,
    sent_by uuid,
    decided_by uuid,
    reason text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    CONSTRAINT alert_draft_origin_is_known CHECK ((origin = ANY (ARRAY['officer'::text, 'gauge'::text, 'upstream'::text]))),
    CONSTRAINT alert_draft_refused_says_why CHECK (((state <> 'refused'::text) OR (reason <> ''::text))),
    CONSTRAINT alert_draft_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'refused'::text, 'published'::text, 'dropped'::text])))
);

COMMENT ON TABLE public.alert_draft IS 'A warning that is not out: being written, or waiting for another officer; its id becomes the warning''s';

COMMENT ON COLUMN public.alert_draft.origin_key IS 'What a machine proposed it for: the same thing is proposed once';

CREATE TABLE public.alert_draft_step (
    draft_id uuid NOT NULL,
    version integer NOT NULL,
    verb text NOT NULL,
    person_id uuid,
    note text DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT alert_draft_step_verb_is_known CHECK ((verb = ANY (ARRAY['proposed'::text, 'saved'::text, 'sent'::text, 'approved'::text, 'published'::text, 'refused'::text, 'dropped'::text])))
);

COMMENT ON TABLE public.alert_draft_step IS 'What was done to a draft, by whom';

CREATE TABLE public.alert_hazard (
    code text NOT NULL,
    group_no smallint NOT NULL,
    group_name text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    cap_category text NOT NULL,
    icon text NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT alert_hazard_category_is_cap CHECK ((cap_category = ANY (ARRAY['Geo'::text, 'Met'::text, 'Fire'::text]))),
    CONSTRAINT alert_hazard_code_reads_as_words CHECK ((code ~ '^[a-z]+(_[a-z]+)*$'::text)),
    CONSTRAINT alert_hazard_group_is_1_to_10 CHECK (((group_no >= 1) AND (group_no <= 10)))
);

COMMENT ON TABLE public.alert_hazard IS 'Kinds of disaster in the ten groups of Decision 18/2021 article 3';

CREATE TABLE public.alert_level (
    level smallint NOT NULL,
    name text NOT NULL,
    meaning text NOT NULL,
    colour_name text NOT NULL,
    colour text NOT NULL,
    ink text NOT NULL,
    icon text NOT NULL,
    cap_severity text NOT NULL,
    tell_without_consent boolean NOT NULL,
    needs_second_person boolean DEFAULT false NOT NULL,
    CONSTRAINT alert_level_colours_are_hex CHECK (((colour ~ '^#[0-9a-f]{6}$'::text) AND (ink ~ '^#[0-9a-f]{6}$'::text))),
    CONSTRAINT alert_level_is_1_to_5 CHECK (((level >= 1) AND (level <= 5)))
);

COMMENT ON TABLE public.alert_level IS 'Risk levels, Decision 18/2021 article 4; hex values are ours, the annex names colours only';

COMMENT ON COLUMN public.alert_level.tell_without_consent IS 'Danger to life: told to everybody at home there, consent or not; recorded with each delivery';

COMMENT ON COLUMN public.alert_level.needs_second_person IS 'Goes out only when another officer than the one who sends it says yes';

CREATE TABLE public.alert_place (
    person_id uuid NOT NULL,
    commune_id bigint NOT NULL,
    "position" smallint NOT NULL,
    label text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT alert_place_are_five_at_most CHECK ((("position" >= 1) AND ("position" <= 5)))
);

COMMENT ON TABLE public.alert_place IS 'Places besides home whose warnings a person wants; keeping one is asking to be told, dropping it ends that';

CREATE VIEW public.alert_seen AS
 SELECT a.id,
    a.identifier,
    a.sender,
    a.sender_name,
    a.province_code,
    a.hazard,
    h.name AS hazard_name,
    h.group_no AS hazard_group,
    h.group_name AS hazard_group_name,
    h.cap_category,
    h.icon,
    a.risk_level,
    l.name AS level_name,
    l.meaning AS level_meaning,
    l.colour_name,
    l.colour,
    l.ink,
    l.icon AS level_icon,
    l.cap_severity,
    a.urgency,
    a.certainty,
    a.status,
    a.msg_type,
    a.headline,
    a.description,
    a.instruction,
    a.effective_at,
    a.expires_at,
    a.sent_at,
    a.chain_id,
    a.replaces,
    n.id AS replaced_by,
        CASE
            WHEN (n.msg_type = 'cancel'::text) THEN n.sent_at
            ELSE NULL::timestamp with time zone
        END AS cancelled_at,
        CASE
            WHEN (n.msg_type = 'cancel'::text) THEN n.description
            ELSE NULL::text
        END AS cancel_reason,
    ( SELECT COALESCE(json_agg(json_build_object('code', u.code, 'name', u.full_name, 'lat', u.lat, 'lon', u.lon) ORDER BY u.sort_key), '[]'::json) AS "coalesce"
           FROM (public.alert_area r
             JOIN public.admin_unit u ON ((u.id = r.commune_id)))
          WHERE (r.alert_id = a.id)) AS communes,
    h.name_en AS hazard_name_en,
    a.polygons,
    a.circles,
    a.onset_at,
    a.river_alarm,
    a.origin,
    (a.approved_by IS NOT NULL) AS approved,
    o.risk_level AS level_before
   FROM ((((public.alert a
     JOIN public.alert_hazard h ON ((h.code = a.hazard)))
     JOIN public.alert_level l ON ((l.level = a.risk_level)))
     LEFT JOIN public.alert n ON ((n.replaces = a.id)))
     LEFT JOIN public.alert o ON ((o.id = a.replaces)));

COMMENT ON VIEW public.alert_seen IS 'An alert in words, with what became of it';

CREATE TABLE public.alert_source (
    name text NOT NULL,
    province_code text NOT NULL,
    url text NOT NULL,
    mode text NOT NULL,
    senders text[] NOT NULL,
    every_seconds integer NOT NULL,
    active boolean DEFAULT true NOT NULL,
    etag text,
    last_modified text,
    next_at timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    open_until timestamp with time zone,
    last_ok_at timestamp with time zone,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    CONSTRAINT alert_source_has_a_sender CHECK (((cardinality(senders) >= 1) AND (cardinality(senders) <= 20))),
    CONSTRAINT alert_source_mode_is_known CHECK ((mode = ANY (ARRAY['draft'::text, 'publish'::text]))),
    CONSTRAINT alert_source_pace_is_sane CHECK (((every_seconds >= 30) AND (every_seconds <= 86400)))
);

COMMENT ON TABLE public.alert_source IS 'CAP feeds of others that we ask; mode: drafts for an officer, or published at once where one person may';

CREATE TABLE public.alert_upstream (
    id bigint NOT NULL,
    source text NOT NULL,
    entry text NOT NULL,
    sender text DEFAULT ''::text NOT NULL,
    identifier text DEFAULT ''::text NOT NULL,
    sent_at timestamp with time zone,
    content_hash text DEFAULT ''::text NOT NULL,
    outcome text NOT NULL,
    detail text DEFAULT ''::text NOT NULL,
    message_id uuid,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT alert_upstream_outcome_is_known CHECK ((outcome = ANY (ARRAY['drafted'::text, 'published'::text, 'dropped'::text, 'cancelled'::text, 'cancel_asked'::text, 'ignored'::text, 'refused'::text])))
);

COMMENT ON TABLE public.alert_upstream IS 'Every message of a feed and what became of it';

COMMENT ON COLUMN public.alert_upstream.message_id IS 'The draft, and once it is out the warning of the same id';

ALTER TABLE public.alert_upstream ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.alert_upstream_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_attempt (
    visit_id uuid NOT NULL,
    draw_id uuid NOT NULL
);

COMMENT ON TABLE public.audit_attempt IS 'Visits made for a draw';

CREATE TABLE public.audit_draw (
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    place integer NOT NULL,
    household_id uuid NOT NULL,
    adult_id uuid,
    team_id uuid NOT NULL,
    before jsonb NOT NULL
);

COMMENT ON TABLE public.audit_draw IS 'A household drawn, the adult to ask, and the other team that goes; never changed, never removed';

COMMENT ON COLUMN public.audit_draw.before IS 'What was known of that adult when the frame was frozen: {knows, can}';

CREATE TABLE public.audit_frame (
    round_id uuid NOT NULL,
    household_id uuid NOT NULL
);

COMMENT ON TABLE public.audit_frame IS 'The households a round was drawn from';

CREATE TABLE public.audit_round (
    id uuid NOT NULL,
    province_code text NOT NULL,
    size integer NOT NULL,
    seed bytea NOT NULL,
    seed_commit text NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    committed_by uuid,
    frozen_at timestamp with time zone,
    frame_digest text,
    frame_size integer,
    closed_at timestamp with time zone,
    closed_by uuid,
    CONSTRAINT audit_round_closes_after_the_draw CHECK (((closed_at IS NULL) OR (frozen_at IS NOT NULL))),
    CONSTRAINT audit_round_frame_is_whole CHECK ((((frozen_at IS NULL) = (frame_digest IS NULL)) AND ((frozen_at IS NULL) = (frame_size IS NULL)))),
    CONSTRAINT audit_round_seed_is_long CHECK ((octet_length(seed) = 32)),
    CONSTRAINT audit_round_size_is_possible CHECK (((size >= 1) AND (size <= 2000)))
);

COMMENT ON TABLE public.audit_round IS 'One audit: the digest of its seed is told before the frame is frozen, the seed when it is closed';

COMMENT ON COLUMN public.audit_round.seed IS 'Told to nobody before closed_at';

CREATE TABLE public.visit (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    household_id uuid NOT NULL,
    team_id uuid NOT NULL,
    volunteer_id uuid NOT NULL,
    commune_id bigint NOT NULL,
    visited_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    visited_on date NOT NULL,
    result text NOT NULL,
    revisit_at timestamp with time zone,
    consent text,
    hamlet_id uuid,
    version integer DEFAULT 1 NOT NULL,
    corrected_by uuid,
    marks text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT visit_consent_is_known CHECK ((consent = ANY (ARRAY['given_verbal'::text, 'given_signed'::text, 'declined'::text]))),
    CONSTRAINT visit_ends_after_it_starts CHECK ((ended_at >= visited_at)),
    CONSTRAINT visit_result_is_known CHECK ((result = ANY (ARRAY['met'::text, 'nobody_home'::text, 'refused'::text, 'moved'::text, 'do_not_contact'::text, 'revisit'::text])))
);

COMMENT ON TABLE public.visit IS 'Fold of visit_logged: one knock at one door, whoever opened';

COMMENT ON COLUMN public.visit.event_id IS 'Of visit_event, which keeps its rows; unchecked like the other pointers of a visit (decision 0041)';

COMMENT ON COLUMN public.visit.commune_id IS 'The commune of the household when it was visited';

COMMENT ON COLUMN public.visit.visited_at IS 'Start, by the corrected clock; the Vietnamese date of it is visited_on';

COMMENT ON COLUMN public.visit.hamlet_id IS 'The hamlet of the household when it was visited; today''s geography is that hamlet''s commune now';

COMMENT ON COLUMN public.visit.corrected_by IS 'The event of its newest correction';

COMMENT ON COLUMN public.visit.marks IS 'What a reader should know of it (forced, backdated, after_close, …); never a reason to drop it';

CREATE TABLE public.visit_adult (
    visit_id uuid NOT NULL,
    adult_id uuid NOT NULL,
    visited_at timestamp with time zone NOT NULL,
    met boolean NOT NULL,
    knows boolean,
    skills jsonb NOT NULL,
    assistance text,
    barriers text[] NOT NULL,
    next_step text,
    CONSTRAINT visit_adult_assistance_is_known CHECK ((assistance = ANY (ARRAY['unaided'::text, 'verbal_prompt'::text, 'hands_on'::text, 'done_for'::text]))),
    CONSTRAINT visit_adult_not_met_is_not_judged CHECK ((met OR ((knows IS NULL) AND (skills = '{}'::jsonb))))
);

COMMENT ON TABLE public.visit_adult IS 'What was seen of one adult in one visit; skills is {code: level}';

COMMENT ON COLUMN public.visit_adult.adult_id IS 'Of adult, which keeps its rows; unchecked (decision 0041)';

CREATE VIEW public.audit_standing AS
 SELECT d.id,
    d.round_id,
    d.place,
    d.household_id,
    d.adult_id,
    d.team_id,
    tried.attempts,
    tried.days,
    tried.slots,
        CASE
            WHEN tried.asked THEN 'met'::text
            WHEN tried.refused THEN 'refused'::text
            WHEN tried.moved THEN 'moved'::text
            WHEN ((tried.away >= 3) AND (tried.days >= 2) AND (tried.slots >= 2)) THEN 'non_contact'::text
            ELSE 'open'::text
        END AS state
   FROM (public.audit_draw d
     CROSS JOIN LATERAL ( SELECT count(*) AS attempts,
            count(DISTINCT v.visited_on) AS days,
            count(DISTINCT ((date_part('hour'::text, (v.visited_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text)))::integer / 6)) AS slots,
            count(*) FILTER (WHERE (v.result = ANY (ARRAY['nobody_home'::text, 'met'::text, 'revisit'::text]))) AS away,
            COALESCE(bool_or((v.result = ANY (ARRAY['refused'::text, 'do_not_contact'::text]))), false) AS refused,
            COALESCE(bool_or((v.result = 'moved'::text)), false) AS moved,
            COALESCE(bool_or((EXISTS ( SELECT
                   FROM public.visit_adult va
                  WHERE ((va.visit_id = v.id) AND (va.adult_id = d.adult_id) AND va.met)))), false) AS asked
           FROM (public.audit_attempt t
             JOIN public.visit v ON ((v.id = t.visit_id)))
          WHERE (t.draw_id = d.id)) tried);

COMMENT ON VIEW public.audit_standing IS 'How each draw stands: met is having met the adult drawn, not somebody else; away at three knocks on two days and times of day';

CREATE TABLE public.calendar_change (
    id bigint NOT NULL,
    scope text NOT NULL,
    from_on date NOT NULL,
    to_on date,
    what text NOT NULL,
    before jsonb,
    after jsonb,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT calendar_change_ends_after_it_starts CHECK ((to_on >= from_on)),
    CONSTRAINT calendar_change_what_is_known CHECK ((what = ANY (ARRAY['holiday'::text, 'office_hours'::text])))
);

COMMENT ON TABLE public.calendar_change IS 'Every change of a holiday, closure or office hour, whoever made it; to_on null: until further notice';

ALTER TABLE public.calendar_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.calendar_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.category (
    code text NOT NULL,
    parent_code text,
    name text NOT NULL,
    hint text NOT NULL,
    icon text NOT NULL,
    "position" smallint NOT NULL,
    urgent boolean DEFAULT false NOT NULL,
    public boolean DEFAULT true NOT NULL,
    anonymous_allowed boolean DEFAULT true NOT NULL,
    public_decimals smallint DEFAULT 5 NOT NULL,
    acknowledge_within smallint NOT NULL,
    acknowledge_unit text NOT NULL,
    finish_within smallint NOT NULL,
    finish_unit text NOT NULL,
    duplicate_radius_m integer DEFAULT 50 NOT NULL,
    duplicate_hours integer DEFAULT 72 NOT NULL,
    retired_on date,
    evidence_required boolean DEFAULT false NOT NULL,
    reply_days smallint DEFAULT 5 NOT NULL,
    after_silence text DEFAULT 'resume'::text NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    handed_to text,
    CONSTRAINT category_code_reads_as_a_path CHECK ((code ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'::text)),
    CONSTRAINT category_deadlines_are_positive CHECK (((acknowledge_within > 0) AND (finish_within > 0))),
    CONSTRAINT category_rounds_between_2_and_5_decimals CHECK (((public_decimals >= 2) AND (public_decimals <= 5))),
    CONSTRAINT category_units_are_known CHECK (((acknowledge_unit = ANY (ARRAY['working_day'::text, 'working_hour'::text, 'clock_hour'::text])) AND (finish_unit = ANY (ARRAY['working_day'::text, 'working_hour'::text, 'clock_hour'::text]))))
);

COMMENT ON TABLE public.category IS 'Subjects people report on, as a tree; a province changes them as rows';

COMMENT ON COLUMN public.category.evidence_required IS 'No result without a photo taken afterwards';

COMMENT ON COLUMN public.category.reply_days IS 'Days a case waits for its reporter before `after_silence` happens';

COMMENT ON COLUMN public.category.after_silence IS 'resume: go on without the answer; refuse: end it, for want of evidence';

COMMENT ON COLUMN public.category.sealed IS 'Crime tips: nothing that leads to the reporter is kept with the case';

COMMENT ON COLUMN public.category.handed_to IS 'Not taken as a field report: where the matter belongs, in words for people';

CREATE TABLE public.category_change (
    id bigint NOT NULL,
    category_code text NOT NULL,
    effective_on date NOT NULL,
    given jsonb NOT NULL,
    before jsonb,
    note text NOT NULL,
    changed_by uuid,
    changed_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    CONSTRAINT category_change_says_why CHECK ((note <> ''::text))
);

COMMENT ON TABLE public.category_change IS 'Every change of a subject, with the day it counts from; before is what it was, once applied';

ALTER TABLE public.category_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.category_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.category_local (
    province_code text NOT NULL,
    category_code text NOT NULL,
    local_code text NOT NULL
);

COMMENT ON TABLE public.category_local IS 'What a province calls a subject in its own systems';

CREATE TABLE public.category_route (
    id bigint NOT NULL,
    province_code text NOT NULL,
    category_code text,
    commune_id bigint,
    agency_id uuid NOT NULL,
    valid_from date DEFAULT '2025-07-01'::date NOT NULL,
    valid_to date,
    note text DEFAULT ''::text NOT NULL,
    proposed_by uuid,
    proposed_at timestamp with time zone,
    reviewed_by uuid,
    reviewed_at timestamp with time zone,
    CONSTRAINT category_route_ends_after_it_starts CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

COMMENT ON TABLE public.category_route IS 'category × commune → agency; null means any, the more exact row wins (category first)';

COMMENT ON COLUMN public.category_route.reviewed_at IS 'A route sends nothing before another person has read it; null: proposed only';

ALTER TABLE public.category_route ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.category_route_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.consent (
    id bigint NOT NULL,
    person_id uuid NOT NULL,
    purpose text NOT NULL,
    granted boolean NOT NULL,
    text_version text NOT NULL,
    session_id uuid,
    decided_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.consent IS 'Every decision of a person about a purpose, in order; silence is not consent';

COMMENT ON COLUMN public.consent.text_version IS 'The sentence the person was shown (api/consents/rules.py)';

ALTER TABLE public.consent ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.consent_now AS
 SELECT DISTINCT ON (person_id, purpose) person_id,
    purpose,
    granted,
    text_version,
    decided_at
   FROM public.consent
  ORDER BY person_id, purpose, id DESC;

COMMENT ON VIEW public.consent_now IS 'What each person last decided about each purpose; no row means no';

CREATE TABLE public.coverage_check (
    as_of timestamp with time zone NOT NULL,
    communes integer NOT NULL,
    differences jsonb NOT NULL
);

COMMENT ON TABLE public.coverage_check IS 'Running totals against a count straight from the log, once a night: of a whole province that takes minutes';

COMMENT ON COLUMN public.coverage_check.differences IS 'Communes whose figures differ, both sides; empty when none has drifted';

CREATE TABLE public.coverage_population (
    commune_id bigint NOT NULL,
    counted_on date NOT NULL,
    adults integer NOT NULL,
    source text NOT NULL,
    imported_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT coverage_population_is_not_negative CHECK ((adults >= 0))
);

COMMENT ON TABLE public.coverage_population IS 'Adults living in a commune, imported with source and date; never guessed';

CREATE TABLE public.coverage_target (
    id bigint NOT NULL,
    indicator text NOT NULL,
    population text NOT NULL,
    threshold numeric NOT NULL,
    due_on date NOT NULL,
    legal_basis text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    counted_skills text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT coverage_target_indicator_is_known CHECK ((indicator = ANY (ARRAY['know_and_can'::text, 'household_can'::text, 'trained_basic_skills'::text, 'uses_online_services'::text]))),
    CONSTRAINT coverage_target_threshold_is_a_share CHECK (((threshold > (0)::numeric) AND (threshold <= (1)::numeric)))
);

COMMENT ON TABLE public.coverage_target IS 'What must be reached, of whom, by when, on which legal basis: three different national 70 % exist';

COMMENT ON COLUMN public.coverage_target.counted_skills IS 'Skills of which one, done alone and observed, makes an adult able';

ALTER TABLE public.coverage_target ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.coverage_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.coverage_total (
    commune_id bigint NOT NULL,
    adults_registered integer DEFAULT 0 NOT NULL,
    adults_reached integer DEFAULT 0 NOT NULL,
    adults_assessed integer DEFAULT 0 NOT NULL,
    know_and_can integer DEFAULT 0 NOT NULL,
    visits integer DEFAULT 0 NOT NULL
);

COMMENT ON TABLE public.coverage_total IS 'Running totals of adult_state and visit, moved by deltas in the transaction that changes them';

CREATE TABLE public.data_load (
    name text NOT NULL,
    version text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.data_load IS 'Which edition of the shipped facts, and of the demo, this database holds';

CREATE TABLE public.delivery (
    id uuid NOT NULL,
    message_id uuid NOT NULL,
    person_id uuid NOT NULL,
    way text NOT NULL,
    fallback text[] NOT NULL,
    priority smallint NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    sending_at timestamp with time zone,
    sent_at timestamp with time zone,
    delivered_at timestamp with time zone,
    provider_ref text,
    reason text,
    cost_vnd integer DEFAULT 0 NOT NULL,
    resent_by uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT delivery_priority_is_known CHECK (((priority >= 0) AND (priority <= 2))),
    CONSTRAINT delivery_sending_says_since_when CHECK (((state <> 'sending'::text) OR (sending_at IS NOT NULL))),
    CONSTRAINT delivery_sent_says_when CHECK (((state <> ALL (ARRAY['sent'::text, 'delivered'::text])) OR (sent_at IS NOT NULL))),
    CONSTRAINT delivery_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'unsure'::text, 'sent'::text, 'delivered'::text, 'unreachable'::text, 'unwanted'::text, 'dead'::text]))),
    CONSTRAINT delivery_way_is_known CHECK ((way = ANY (ARRAY['push'::text, 'email'::text, 'zalo_oa'::text, 'zalo_uid'::text, 'zalo_phone'::text, 'sms'::text])))
);

COMMENT ON TABLE public.delivery IS 'A message on its way outside the app; the id is the tracking id the carrier is given';

COMMENT ON COLUMN public.delivery.fallback IS 'The ways to try after this one failed, best first';

COMMENT ON COLUMN public.delivery.priority IS 'As its message''s: index order of what waits';

COMMENT ON COLUMN public.delivery.state IS 'unsure: the answer was lost; asked about by its id before anything is sent again';

COMMENT ON COLUMN public.delivery.cost_vnd IS 'What is counted against the day''s budget, đồng';

COMMENT ON COLUMN public.delivery.resent_by IS 'Who sent a dead letter again, or gave it up';

CREATE TABLE public.dossier (
    id uuid NOT NULL,
    system text NOT NULL,
    code text NOT NULL,
    code_key text NOT NULL,
    procedure_code text NOT NULL,
    procedure_name text,
    agency_code text,
    agency_name text,
    filed_by text NOT NULL,
    phone_hash text,
    last4_hash text,
    sequence bigint NOT NULL,
    state_code text CONSTRAINT dossier_state_code_not_null1 NOT NULL,
    state_name text,
    clock text NOT NULL,
    amount integer,
    unit text,
    after_pause text,
    started_at timestamp with time zone,
    due_at timestamp with time zone,
    paused_at timestamp with time zone,
    stopped_at timestamp with time zone,
    promised_at timestamp with time zone,
    late_reason text,
    last_known_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    missing int8multirange,
    first_due_at timestamp with time zone,
    extension_reason text,
    occurred_at timestamp with time zone,
    highest bigint,
    CONSTRAINT dossier_after_pause_is_known CHECK ((after_pause = ANY (ARRAY['restart'::text, 'resume'::text]))),
    CONSTRAINT dossier_clock_is_known CHECK ((clock = ANY (ARRAY['not_started'::text, 'running'::text, 'paused'::text, 'stopped'::text]))),
    CONSTRAINT dossier_filed_by_is_known CHECK ((filed_by = ANY (ARRAY['self'::text, 'assisted'::text, 'on_behalf'::text, 'counter_digitised'::text]))),
    CONSTRAINT dossier_paused_clock_has_paused_at CHECK (((clock <> 'paused'::text) OR (paused_at IS NOT NULL))),
    CONSTRAINT dossier_period_is_whole_or_absent CHECK (((amount IS NULL) = (unit IS NULL))),
    CONSTRAINT dossier_stopped_clock_has_stopped_at CHECK (((clock <> 'stopped'::text) OR (stopped_at IS NOT NULL))),
    CONSTRAINT dossier_unit_is_known CHECK ((unit = ANY (ARRAY['working_day'::text, 'working_hour'::text, 'calendar_day'::text, 'month'::text, 'same_day'::text]))),
    CONSTRAINT dossier_verified_phone_has_last_digits CHECK (((phone_hash IS NULL) OR (last4_hash IS NOT NULL)))
)
WITH (fillfactor='50');

COMMENT ON TABLE public.dossier IS 'A dossier as its one-stop system last told it; no name and no phone of the applicant is kept';

COMMENT ON COLUMN public.dossier.code IS 'Opaque text as the source prints it (NFC, trimmed), unique in that system only';

COMMENT ON COLUMN public.dossier.code_key IS 'code without spaces, in capitals: what a person types is compared by it';

COMMENT ON COLUMN public.dossier.phone_hash IS 'Keyed hash of the applicant''s mobile number, as person.phone_hash';

COMMENT ON COLUMN public.dossier.last4_hash IS 'Keyed hash of system, code and the last four digits';

COMMENT ON COLUMN public.dossier.sequence IS 'The source''s sequence of the state that holds';

COMMENT ON COLUMN public.dossier.missing IS 'Sequence numbers the source skipped so far; null when there are none';

COMMENT ON COLUMN public.dossier.first_due_at IS 'The due date before the agency extended it';

COMMENT ON COLUMN public.dossier.occurred_at IS 'When the step that holds happened; null in rows not written since this column came: their next event reads the history';

COMMENT ON COLUMN public.dossier.highest IS 'The highest sequence number that came, counted or held; null as above';

CREATE TABLE public.message (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    link text,
    dedupe_key text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    priority smallint DEFAULT 1 NOT NULL,
    params jsonb,
    planned_at timestamp with time zone,
    erased_at timestamp with time zone,
    CONSTRAINT message_body_is_short CHECK ((char_length(body) <= 2000)),
    CONSTRAINT message_has_a_title CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200))),
    CONSTRAINT message_link_is_a_place_in_the_app CHECK ((link ~ '^#/'::text))
);

COMMENT ON TABLE public.message IS 'One thing told to one person; other channels carry it further, the inbox keeps it';

COMMENT ON COLUMN public.message.dedupe_key IS 'What this tells about, e.g. dossier:<id>:<state>: telling it again changes nothing';

COMMENT ON COLUMN public.message.priority IS '0 danger to life (ignores quiet hours and the budget), 1 about something of one''s own, 2 to many';

COMMENT ON COLUMN public.message.params IS 'The typed parameters of its template outside the app; null: the title is all that is sent';

COMMENT ON COLUMN public.message.planned_at IS 'When it was decided where it goes outside the app; null: that is still to be decided';

COMMENT ON COLUMN public.message.erased_at IS 'When its words were erased; the row stays for its dedupe_key alone';

CREATE TABLE public.person (
    id uuid NOT NULL,
    display_name text DEFAULT ''::text NOT NULL,
    phone text,
    phone_verified_at timestamp with time zone,
    zalo_id text,
    zalo_id_by_oa text,
    home_commune_id bigint,
    demo boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    phone_from_zalo boolean DEFAULT false NOT NULL,
    CONSTRAINT person_name_is_short CHECK ((char_length(display_name) <= 80)),
    CONSTRAINT person_phone_is_e164 CHECK ((phone ~ '^\+84[0-9]{9}$'::text)),
    CONSTRAINT person_verified_phone_is_there CHECK (((phone_verified_at IS NULL) OR (phone IS NOT NULL)))
);

COMMENT ON TABLE public.person IS 'Somebody who signed in; anonymous reporters and visited adults are not here';

COMMENT ON COLUMN public.person.zalo_id IS 'Scoped to our Zalo app (/v2.0/me)';

COMMENT ON COLUMN public.person.zalo_id_by_oa IS 'Scoped to the Official Account: another number for the same person';

COMMENT ON COLUMN public.person.phone_from_zalo IS 'Zalo shared this number: it goes when the person revokes their consent at Zalo';

CREATE TABLE public.report (
    id uuid NOT NULL,
    number bigint NOT NULL,
    code text GENERATED ALWAYS AS ((('PA-'::text || repeat('0'::text, GREATEST(0, (7 - length((number)::text))))) || (number)::text)) STORED,
    content_hash text NOT NULL,
    category_code text NOT NULL,
    description text,
    lat double precision NOT NULL,
    lon double precision NOT NULL,
    accuracy_m real,
    province_code text NOT NULL,
    commune_id bigint NOT NULL,
    commune_confirmed boolean NOT NULL,
    commune_distance_m integer,
    happened_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    anonymous boolean NOT NULL,
    urgent boolean NOT NULL,
    priority smallint NOT NULL,
    photo_count smallint NOT NULL,
    state text NOT NULL,
    open boolean GENERATED ALWAYS AS ((state <> ALL (ARRAY['closed'::text, 'refused'::text, 'merged'::text]))) STORED,
    version integer DEFAULT 1 NOT NULL,
    agency_id uuid,
    acknowledge_by timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    answer text,
    refusal_reason text,
    finished_at timestamp with time zone,
    closed_at timestamp with time zone,
    merged_into uuid,
    rating smallint,
    rating_comment text,
    rated_at timestamp with time zone,
    published_at timestamp with time zone,
    public_text text,
    public_lat double precision,
    public_lon double precision,
    demo boolean DEFAULT false NOT NULL,
    term smallint,
    term_unit text,
    follows_id uuid,
    parent_id uuid,
    bounces smallint DEFAULT 0 NOT NULL,
    decided_at timestamp with time zone,
    paused_at timestamp with time zone,
    waiting_until timestamp with time zone,
    pauses smallint DEFAULT 0 NOT NULL,
    first_due_at timestamp with time zone,
    extended_at timestamp with time zone,
    extension_reason text,
    reopenings smallint DEFAULT 0 NOT NULL,
    bare_results smallint DEFAULT 0 NOT NULL,
    needs_evidence boolean DEFAULT false NOT NULL,
    ladder_level smallint DEFAULT 0 NOT NULL,
    ladder_at timestamp with time zone,
    told_commune_id bigint,
    sent_at timestamp with time zone,
    occurred_at timestamp with time zone,
    pin text,
    photo_elsewhere boolean DEFAULT false NOT NULL,
    place_doubted boolean DEFAULT false NOT NULL,
    on_behalf boolean DEFAULT false NOT NULL,
    text_key bigint,
    withheld_at timestamp with time zone,
    CONSTRAINT report_closed_has_closed_at CHECK (((state <> 'closed'::text) OR (closed_at IS NOT NULL))),
    CONSTRAINT report_done_has_answer CHECK (((state <> ALL (ARRAY['done'::text, 'closed'::text])) OR (answer IS NOT NULL))),
    CONSTRAINT report_has_at_most_four_photos CHECK (((photo_count >= 0) AND (photo_count <= 4))),
    CONSTRAINT report_is_somewhere_on_earth CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision) AND ((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision)))),
    CONSTRAINT report_merged_names_its_target CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
    CONSTRAINT report_priority_is_known CHECK (((priority >= 0) AND (priority <= 2))),
    CONSTRAINT report_published_has_public_place CHECK (((published_at IS NULL) OR ((public_lat IS NOT NULL) AND (public_lon IS NOT NULL)))),
    CONSTRAINT report_rating_is_1_to_5_and_dated CHECK ((((rating >= 1) AND (rating <= 5) AND (rated_at IS NOT NULL)) OR ((rating IS NULL) AND (rated_at IS NULL)))),
    CONSTRAINT report_refused_has_reason CHECK (((state = 'refused'::text) = (refusal_reason IS NOT NULL)))
);

COMMENT ON TABLE public.report IS 'A case: what was said and how it stands. Nothing in this table names the reporter';

COMMENT ON COLUMN public.report.content_hash IS 'Keyed hash of what was sent: the same id with other content is refused';

COMMENT ON COLUMN public.report.priority IS '0 rescue, 1 urgent, 2 normal';

COMMENT ON COLUMN public.report.public_lat IS 'Rounded as the category says, fixed at publication; the map searches only these';

COMMENT ON COLUMN public.report.term IS 'How long the case may take, as its category said when it came in; due_at is counted from it';

COMMENT ON COLUMN public.report.follows_id IS 'The older case this one takes up again, after its window for reopening';

COMMENT ON COLUMN public.report.parent_id IS 'A part of a case of several agencies: it has no reporter, is not public and is counted nowhere';

COMMENT ON COLUMN public.report.decided_at IS 'A coordinator gave the case its agency after it came back too often: it is handed on no more';

COMMENT ON COLUMN public.report.paused_at IS 'The clock stands still since then, while the reporter is asked; never after a breach';

COMMENT ON COLUMN public.report.first_due_at IS 'What was promised before the one extension; null: never extended';

COMMENT ON COLUMN public.report.reopenings IS 'How often the reporter was told that it was done and it was opened again: such a case is resolved once, at its end';

COMMENT ON COLUMN public.report.bare_results IS 'Results given without a photo taken afterwards';

COMMENT ON COLUMN public.report.needs_evidence IS 'Opened again twice after a bare result: the next one needs a photo, whatever the category says';

COMMENT ON COLUMN public.report.ladder_level IS 'The highest rung of report_ladder reached';

COMMENT ON COLUMN public.report.ladder_at IS 'When the next rung is reached; null: not counted yet';

COMMENT ON COLUMN public.report.told_commune_id IS 'The commune as the reporter named it, where units changed since; commune_id is today''s';

COMMENT ON COLUMN public.report.sent_at IS 'The phone''s clock when it sent; received_at is ours: their difference is how wrong its clock was';

COMMENT ON COLUMN public.report.occurred_at IS 'happened_at put right by that difference; the phone''s own time stays in happened_at';

COMMENT ON COLUMN public.report.photo_elsewhere IS 'The phone found that a photo was taken far from the pin; how far and where never left it';

COMMENT ON COLUMN public.report.place_doubted IS 'Uncertain and not confirmed: no commune''s agency got it unasked, report_candidate has where it may lie';

COMMENT ON COLUMN public.report.text_key IS 'Keyed hash of the folded text: the same words from many are seen together, never refused';

COMMENT ON COLUMN public.report.withheld_at IS 'Taken from the public by a moderator: only a moderator publishes it again';

CREATE VIEW public.dead_letter AS
 SELECT d.id,
    d.created_at,
    COALESCE(( SELECT h.province_code
           FROM (public.person p
             JOIN public.admin_unit h ON ((h.id = p.home_commune_id)))
          WHERE (p.id = d.person_id)), ( SELECT r.province_code
           FROM public.report r
          WHERE ((m.kind = 'report'::text) AND (r.id = about.id))), ( SELECT a.province_code
           FROM (public.dossier f
             JOIN public.agency a ON ((a.code = f.agency_code)))
          WHERE ((m.kind = 'dossier'::text) AND (f.id = about.id)))) AS province_code
   FROM ((public.delivery d
     JOIN public.message m ON ((m.id = d.message_id)))
     CROSS JOIN LATERAL ( SELECT ("substring"(m.link, '^#/(?:p|hs)/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$'::text))::uuid AS id) about)
  WHERE (d.state = 'dead'::text);

COMMENT ON VIEW public.dead_letter IS 'Deliveries that wait for somebody to decide, with the province they concern';

COMMENT ON COLUMN public.dead_letter.province_code IS 'Where the reader lives; unknown, whose report or dossier it tells of; null: nobody can say, an administrator decides';

CREATE TABLE public.dossier_due_change (
    recount_id bigint NOT NULL,
    dossier_id uuid NOT NULL,
    due_before timestamp with time zone,
    due_after timestamp with time zone,
    told_at timestamp with time zone
);

COMMENT ON TABLE public.dossier_due_change IS 'The log of due dates moved by a changed calendar';

CREATE TABLE public.dossier_event (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    system text NOT NULL,
    event_id text NOT NULL,
    sequence bigint NOT NULL,
    state_code text NOT NULL,
    state_name text,
    note text,
    correction boolean NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    digest text NOT NULL,
    verdict text NOT NULL,
    flags text[] NOT NULL,
    replays integer DEFAULT 0 NOT NULL,
    last_replayed_at timestamp with time zone,
    previous_sequence bigint,
    extension_due_at timestamp with time zone,
    extension_reason text,
    CONSTRAINT dossier_event_replayed_has_a_time CHECK (((replays = 0) = (last_replayed_at IS NULL))),
    CONSTRAINT dossier_event_replays_not_negative CHECK ((replays >= 0)),
    CONSTRAINT dossier_event_verdict_is_known CHECK ((verdict = ANY (ARRAY['applied'::text, 'late'::text, 'held'::text])))
);

COMMENT ON TABLE public.dossier_event IS 'Everything a source ever said of a dossier, append-only; held events are kept but do not count';

COMMENT ON COLUMN public.dossier_event.previous_sequence IS 'What the source says came before, if it says so; -1: this is its first';

CREATE TABLE public.dossier_follow (
    dossier_id uuid NOT NULL,
    person_id uuid NOT NULL,
    followed_at timestamp with time zone NOT NULL,
    unfollowed_at timestamp with time zone,
    automatic boolean DEFAULT false NOT NULL,
    CONSTRAINT dossier_follow_ends_after_it_starts CHECK ((unfollowed_at >= followed_at))
);

COMMENT ON TABLE public.dossier_follow IS 'Who wants to be told; an ended follow also silences the applicant''s own phone';

COMMENT ON COLUMN public.dossier_follow.automatic IS 'Made because the number given at filing is theirs, not by themselves';

CREATE TABLE public.dossier_letter (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    dossier_event_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT dossier_letter_kind_is_known CHECK ((kind = 'apology'::text))
);

COMMENT ON TABLE public.dossier_letter IS 'What the agency owes in writing: the apology with a new date (Phiếu xin lỗi và hẹn lại ngày trả kết quả)';

CREATE TABLE public.dossier_lookup_try (
    subject text NOT NULL,
    window_at timestamp with time zone NOT NULL,
    tries integer NOT NULL,
    CONSTRAINT dossier_lookup_try_not_negative CHECK ((tries >= 0))
);

COMMENT ON TABLE public.dossier_lookup_try IS 'Failed look-ups by keyed hash of address or code, in windows; old windows are deleted';

CREATE TABLE public.dossier_question (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    may_call boolean NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    answer text,
    agreed boolean,
    answered_at timestamp with time zone,
    answered_by uuid,
    overdue_told_at timestamp with time zone,
    CONSTRAINT dossier_question_answer_is_short CHECK (((char_length(answer) >= 1) AND (char_length(answer) <= 2000))),
    CONSTRAINT dossier_question_answered_has_an_answer CHECK (((answer IS NULL) = (answered_at IS NULL))),
    CONSTRAINT dossier_question_body_is_short CHECK (((char_length(body) >= 1) AND (char_length(body) <= 1000))),
    CONSTRAINT dossier_question_due_after_asked CHECK ((answer_by >= asked_at)),
    CONSTRAINT dossier_question_kind_is_known CHECK ((kind = ANY (ARRAY['question'::text, 'contact'::text, 'reopen'::text]))),
    CONSTRAINT dossier_question_reopening_is_decided CHECK (((agreed IS NOT NULL) = ((kind = 'reopen'::text) AND (answered_at IS NOT NULL))))
);

COMMENT ON TABLE public.dossier_question IS 'A citizen''s question, wish to be called, or request to look at a dossier again; only they and the agency''s handlers read it';

COMMENT ON COLUMN public.dossier_question.may_call IS 'The asker lets the handlers see their number until it is answered';

COMMENT ON COLUMN public.dossier_question.answer_by IS 'Eight working hours of the agency''s calendar after asked_at';

CREATE TABLE public.dossier_rating (
    dossier_id uuid NOT NULL,
    person_id uuid NOT NULL,
    stars smallint NOT NULL,
    reasons text[] NOT NULL,
    words text,
    rated_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT dossier_rating_changed_after_rated CHECK ((changed_at >= rated_at)),
    CONSTRAINT dossier_rating_has_one_to_five_stars CHECK (((stars >= 1) AND (stars <= 5))),
    CONSTRAINT dossier_rating_words_are_few CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

COMMENT ON TABLE public.dossier_rating IS 'What a follower says of a finished dossier; staff see sums only, none of fewer than five';

CREATE TABLE public.dossier_recount (
    id bigint NOT NULL,
    after_change bigint NOT NULL,
    upto_change bigint NOT NULL,
    after_dossier uuid,
    looked integer DEFAULT 0 NOT NULL,
    moved integer DEFAULT 0 NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT dossier_recount_has_changes CHECK ((upto_change > after_change)),
    CONSTRAINT dossier_recount_moves_what_it_looked_at CHECK (((moved >= 0) AND (moved <= looked)))
);

COMMENT ON TABLE public.dossier_recount IS 'One walk over the open dossiers for the calendar changes after_change < id <= upto_change';

ALTER TABLE public.dossier_recount ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.dossier_recount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.dossier_share (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    person_id uuid NOT NULL,
    relation text,
    purpose text,
    how text NOT NULL,
    text_version text NOT NULL,
    given_on date,
    asked_at timestamp with time zone NOT NULL,
    granted_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by text,
    owner_phone text,
    code_tries integer DEFAULT 0 NOT NULL,
    CONSTRAINT dossier_share_ended_by_is_known CHECK ((ended_by = ANY (ARRAY['owner'::text, 'follower'::text, 'time'::text]))),
    CONSTRAINT dossier_share_ended_says_by_whom CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT dossier_share_given_in_person_has_its_day CHECK (((how = ANY (ARRAY['spoken'::text, 'written'::text])) = (given_on IS NOT NULL))),
    CONSTRAINT dossier_share_granted_after_asked CHECK ((granted_at >= asked_at)),
    CONSTRAINT dossier_share_how_is_known CHECK ((how = ANY (ARRAY['asked'::text, 'code'::text, 'spoken'::text, 'written'::text, 'by_code'::text]))),
    CONSTRAINT dossier_share_keeps_no_phone_once_ended CHECK (((owner_phone IS NULL) OR (ended_at IS NULL))),
    CONSTRAINT dossier_share_purpose_is_known CHECK ((purpose = ANY (ARRAY['see_progress'::text, 'add_papers'::text, 'collect_result'::text]))),
    CONSTRAINT dossier_share_relation_is_known CHECK ((relation = ANY (ARRAY['parent'::text, 'relative'::text, 'neighbour'::text, 'helped'::text]))),
    CONSTRAINT dossier_share_says_for_whom_and_what CHECK ((((how = 'by_code'::text) = (relation IS NULL)) AND ((relation IS NULL) = (purpose IS NULL)))),
    CONSTRAINT dossier_share_tries_are_few CHECK (((code_tries >= 0) AND (code_tries <= 5)))
);

COMMENT ON TABLE public.dossier_share IS 'The applicant''s consent that somebody else follows their dossier: one row a consent, from the request to its end; a new yes is a new row';

COMMENT ON COLUMN public.dossier_share.person_id IS 'Who follows. The applicant is not here: they are known by the hash of their number only';

COMMENT ON COLUMN public.dossier_share.how IS 'asked: in the app; code: sent to the applicant''s phone; spoken, written: given in person, recorded by who follows; by_code: followed as their own, ended by the applicant';

COMMENT ON COLUMN public.dossier_share.text_version IS 'The sentence that was agreed to (api/dossiers/rules/sharing.py)';

COMMENT ON COLUMN public.dossier_share.owner_phone IS 'Typed by who asks, for one SMS; gone as soon as that has left';

CREATE TABLE public.dossier_state (
    code text NOT NULL,
    name text NOT NULL,
    stage smallint,
    clock text NOT NULL,
    bucket text NOT NULL,
    ends boolean NOT NULL,
    next_codes text[] NOT NULL,
    told text NOT NULL,
    holder text NOT NULL,
    next_step text NOT NULL,
    CONSTRAINT dossier_state_clock_is_known CHECK ((clock = ANY (ARRAY['not_started'::text, 'running'::text, 'paused'::text, 'stopped'::text]))),
    CONSTRAINT dossier_state_pause_has_no_stage CHECK (((clock = 'paused'::text) = (stage IS NULL)))
);

COMMENT ON TABLE public.dossier_state IS 'The national list of states with their plain words; codes not listed here are kept as they come';

CREATE TABLE public.dossier_term (
    procedure_code text NOT NULL,
    amount integer NOT NULL,
    unit text NOT NULL,
    after_pause text DEFAULT 'restart'::text NOT NULL,
    source text NOT NULL,
    CONSTRAINT dossier_term_after_pause_is_known CHECK ((after_pause = ANY (ARRAY['restart'::text, 'resume'::text]))),
    CONSTRAINT dossier_term_amount_not_negative CHECK ((amount >= 0)),
    CONSTRAINT dossier_term_unit_is_known CHECK ((unit = ANY (ARRAY['working_day'::text, 'working_hour'::text, 'calendar_day'::text, 'month'::text, 'same_day'::text])))
);

COMMENT ON TABLE public.dossier_term IS 'Terms the catalogue cannot express, and a province''s own: they go before procedure_way, the source goes before both';

CREATE TABLE public.duplicate_decision (
    first_id uuid NOT NULL,
    second_id uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by uuid,
    reason text NOT NULL,
    CONSTRAINT duplicate_decision_names_a_pair_once CHECK ((first_id < second_id))
);

COMMENT ON TABLE public.duplicate_decision IS 'Pairs somebody looked at and found to be two households: not suggested again';

CREATE TABLE public.figure_cell (
    month date NOT NULL,
    province_code text NOT NULL,
    category_code text NOT NULL,
    agency_id uuid,
    commune_id bigint NOT NULL,
    told_commune_id bigint NOT NULL,
    received integer NOT NULL,
    refused integer NOT NULL,
    merged integer NOT NULL,
    handled integer NOT NULL,
    unresolved integer NOT NULL,
    open integer NOT NULL,
    on_time integer NOT NULL,
    extended integer NOT NULL,
    late integer NOT NULL,
    overdue integer NOT NULL,
    reopened integer NOT NULL,
    rated integer NOT NULL,
    satisfied integer NOT NULL,
    unhappy integer NOT NULL,
    unrated integer NOT NULL,
    reasons jsonb NOT NULL,
    CONSTRAINT figure_cell_counts_each_case_once CHECK ((received = ((((refused + merged) + handled) + unresolved) + open))),
    CONSTRAINT figure_cell_handled_is_on_time_or_not CHECK ((handled = ((on_time + extended) + late))),
    CONSTRAINT figure_cell_overdue_is_open CHECK ((overdue <= open)),
    CONSTRAINT figure_cell_satisfied_is_rated CHECK ((satisfied <= rated))
);

COMMENT ON TABLE public.figure_cell IS 'Cases by the month they were received (Vietnam); parts of a case and sealed subjects are not in it';

COMMENT ON COLUMN public.figure_cell.commune_id IS 'The commune of today; told_commune_id is the one of the day of the report, so that old codes answer';

COMMENT ON COLUMN public.figure_cell.unresolved IS 'Ended after it was opened again twice: once in here, never in handled';

COMMENT ON COLUMN public.figure_cell.late IS 'Finished after its deadline, an agreed extension included';

CREATE TABLE public.figure_state (
    only_one boolean DEFAULT true NOT NULL,
    as_of timestamp with time zone,
    step_id bigint DEFAULT 0 NOT NULL,
    rating_id bigint DEFAULT 0 NOT NULL,
    counted_on date,
    CONSTRAINT figure_state_is_one_row CHECK (only_one)
);

COMMENT ON TABLE public.figure_state IS 'Up to where the figures are counted; counted_on: the day everything was counted anew';

CREATE TABLE public.flood_cell (
    level smallint NOT NULL,
    cell bigint NOT NULL,
    sign text NOT NULL,
    verified integer NOT NULL,
    unverified integer NOT NULL,
    lat_sum bigint NOT NULL,
    lon_sum bigint NOT NULL,
    newest_at timestamp with time zone NOT NULL,
    CONSTRAINT flood_cell_counts_what_is_there CHECK (((verified >= 0) AND (unverified >= 0)))
)
WITH (fillfactor='70');

COMMENT ON TABLE public.flood_cell IS 'Sums over flood_point, kept by its triggers: no viewport counts points; places in millionths of a degree';

CREATE TABLE public.flood_point (
    report_id uuid NOT NULL,
    sign text NOT NULL,
    verified boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    lat double precision NOT NULL,
    lon double precision NOT NULL,
    cell_1 bigint GENERATED ALWAYS AS (public.flood_cell_of(1, lat, lon)) STORED NOT NULL,
    cell_2 bigint GENERATED ALWAYS AS (public.flood_cell_of(2, lat, lon)) STORED NOT NULL,
    cell_3 bigint GENERATED ALWAYS AS (public.flood_cell_of(3, lat, lon)) STORED NOT NULL,
    cell_4 bigint GENERATED ALWAYS AS (public.flood_cell_of(4, lat, lon)) STORED NOT NULL
);

COMMENT ON TABLE public.flood_point IS 'What is live on the map: place and time as the public may see them, never more exact';

CREATE TABLE public.flood_subject (
    category_code text NOT NULL,
    sign text NOT NULL,
    shows_unverified boolean DEFAULT false NOT NULL,
    CONSTRAINT flood_subject_sign_is_known CHECK ((sign = ANY (ARRAY['flood'::text, 'slide'::text, 'fire'::text, 'power'::text, 'tree'::text, 'other'::text])))
);

COMMENT ON TABLE public.flood_subject IS 'Subjects of reports that belong on the flood map, with their sign; the most exact code wins';

COMMENT ON COLUMN public.flood_subject.shows_unverified IS 'Before anybody checked it: as a count in a cell, a rounded place and time, no text, no id';

CREATE TABLE public.follow_up (
    visit_id uuid NOT NULL,
    adult_id uuid NOT NULL,
    outcome text NOT NULL,
    consent boolean DEFAULT false NOT NULL,
    note text,
    settled_at timestamp with time zone NOT NULL,
    settled_by uuid,
    CONSTRAINT follow_up_goes_on_with_a_yes CHECK ((consent OR (outcome <> ALL (ARRAY['report'::text, 'dossier'::text])))),
    CONSTRAINT follow_up_note_is_short CHECK ((char_length(note) <= 200)),
    CONSTRAINT follow_up_outcome_is_known CHECK ((outcome = ANY (ARRAY['done'::text, 'not_needed'::text, 'report'::text, 'dossier'::text])))
);

COMMENT ON TABLE public.follow_up IS 'What became of what somebody needed next (visit_adult.next_step); what is not here is still to be done';

CREATE TABLE public.gauge_camera (
    code text NOT NULL,
    name text NOT NULL,
    place text NOT NULL,
    url text NOT NULL,
    owner text NOT NULL,
    province_code text NOT NULL,
    lat double precision,
    lon double precision,
    station_code text,
    "position" smallint NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    CONSTRAINT gauge_camera_link_is_https CHECK ((url ~ '^https://[^\s]+$'::text))
);

COMMENT ON TABLE public.gauge_camera IS 'Links to cameras of others, opened in the browser; we fetch and keep no picture';

CREATE TABLE public.gauge_crossing (
    id uuid NOT NULL,
    station_code text NOT NULL,
    reading_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    stage_before smallint NOT NULL,
    stage smallint NOT NULL,
    reference_level double precision NOT NULL,
    zone smallint,
    risk_low smallint,
    risk_high smallint,
    risk_open boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT gauge_crossing_changes_the_stage CHECK ((stage <> stage_before)),
    CONSTRAINT gauge_crossing_risk_is_a_range CHECK ((((risk_low IS NULL) = (risk_high IS NULL)) AND ((risk_low >= 1) AND (risk_low <= risk_high)) AND (risk_high <= 5))),
    CONSTRAINT gauge_crossing_stage_is_0_to_3 CHECK (((stage >= 0) AND (stage <= 3) AND ((stage_before >= 0) AND (stage_before <= 3))))
);

COMMENT ON TABLE public.gauge_crossing IS 'When a river passed an alarm level, up or down; alarm (stage) and risk level are two things, both kept';

COMMENT ON COLUMN public.gauge_crossing.risk_open IS 'The text of article 45 we hold ends here: the level may be higher';

CREATE TABLE public.gauge_reading (
    id bigint NOT NULL,
    station_code text NOT NULL,
    quantity text NOT NULL,
    at timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    sent_value double precision NOT NULL,
    sent_unit text NOT NULL,
    flags text[] DEFAULT '{}'::text[] NOT NULL,
    verdict text,
    judged_by uuid,
    judged_at timestamp with time zone,
    judged_note text,
    good boolean GENERATED ALWAYS AS (COALESCE((verdict = 'believed'::text), (cardinality(flags) = 0))) STORED,
    system text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT gauge_reading_flags_are_known CHECK ((flags <@ ARRAY['negative'::text, 'out_of_range'::text, 'other_unit'::text, 'jump'::text, 'stuck'::text, 'late'::text, 'future'::text, 'contradicts'::text])),
    CONSTRAINT gauge_reading_judged_is_dated CHECK (((verdict IS NULL) = (judged_at IS NULL))),
    CONSTRAINT gauge_reading_quantity_is_known CHECK ((quantity = ANY (ARRAY['level'::text, 'rain_1h'::text, 'rain_24h'::text, 'inflow'::text, 'outflow'::text]))),
    CONSTRAINT gauge_reading_verdict_is_known CHECK ((verdict = ANY (ARRAY['believed'::text, 'doubted'::text])))
);

COMMENT ON TABLE public.gauge_reading IS 'Everything that was sent, never changed; only good rows are ever shown as what was measured';

COMMENT ON COLUMN public.gauge_reading.value IS 'In the quantity''s own unit: m, mm, m³/s';

COMMENT ON COLUMN public.gauge_reading.verdict IS 'What an officer decided; it goes before the flags';

CREATE TABLE public.gauge_station (
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    river text,
    place text NOT NULL,
    province_code text NOT NULL,
    lat double precision,
    lon double precision,
    zone smallint,
    alarm_1 double precision,
    alarm_2 double precision,
    alarm_3 double precision,
    lowest double precision NOT NULL,
    highest double precision NOT NULL,
    fastest double precision NOT NULL,
    still_hours smallint NOT NULL,
    system text,
    commune_codes text[] DEFAULT '{}'::text[] NOT NULL,
    assumed text[] DEFAULT '{}'::text[] NOT NULL,
    source text NOT NULL,
    "position" smallint NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    retired_on date,
    CONSTRAINT gauge_station_alarms_rise CHECK (((alarm_1 < alarm_2) AND (alarm_2 < alarm_3))),
    CONSTRAINT gauge_station_assumes_what_it_has CHECK ((assumed <@ ARRAY['place'::text, 'zone'::text, 'alarm_1'::text, 'communes'::text, 'limits'::text])),
    CONSTRAINT gauge_station_code_reads_as_words CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT gauge_station_has_all_alarms_or_none CHECK ((num_nulls(alarm_1, alarm_2, alarm_3) = ANY (ARRAY[0, 3]))),
    CONSTRAINT gauge_station_has_room_for_a_level CHECK (((lowest < highest) AND (fastest > (0)::double precision) AND (still_hours > 0))),
    CONSTRAINT gauge_station_kind_is_known CHECK ((kind = ANY (ARRAY['river'::text, 'rain'::text, 'reservoir'::text]))),
    CONSTRAINT gauge_station_place_is_whole CHECK ((((lat IS NULL) = (lon IS NULL)) AND ((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision)) AND ((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision)))),
    CONSTRAINT gauge_station_zone_is_1_to_4 CHECK (((zone >= 1) AND (zone <= 4)))
);

COMMENT ON TABLE public.gauge_station IS 'Where rivers, rain and reservoirs are measured; a province changes them as rows';

COMMENT ON COLUMN public.gauge_station.zone IS 'Zone 1 to 4 of Decision 18/2021 article 45; null: not known, then the risk is told as a range';

COMMENT ON COLUMN public.gauge_station.lowest IS 'A level (m) outside lowest to highest, or faster than fastest (m an hour), is not believed';

COMMENT ON COLUMN public.gauge_station.system IS 'The only outside system that may speak for it; null: any with the scope gauges:write';

COMMENT ON COLUMN public.gauge_station.commune_codes IS 'For whom a draft of a warning is begun when the river rises here';

COMMENT ON COLUMN public.gauge_station.assumed IS 'Which of these values no source gives: told beside them wherever they are shown';

CREATE VIEW public.gauge_level_now AS
 SELECT s.code,
    s.name,
    s.kind,
    s.river,
    s.province_code,
    s.lat,
    s.lon,
    s.alarm_1,
    s.alarm_2,
    s.alarm_3,
    s.demo,
    n.value AS level,
    n.at AS level_at,
        CASE
            WHEN (s.alarm_1 IS NOT NULL) THEN ((((n.value >= s.alarm_1))::integer + ((n.value >= s.alarm_2))::integer) + ((n.value >= s.alarm_3))::integer)
            ELSE NULL::integer
        END AS stage,
    r.value AS rain_24h,
    r.at AS rain_at
   FROM ((public.gauge_station s
     LEFT JOIN LATERAL ( SELECT gauge_reading.value,
            gauge_reading.at
           FROM public.gauge_reading
          WHERE ((gauge_reading.station_code = s.code) AND (gauge_reading.quantity = 'level'::text) AND gauge_reading.good)
          ORDER BY gauge_reading.at DESC
         LIMIT 1) n ON (true))
     LEFT JOIN LATERAL ( SELECT gauge_reading.value,
            gauge_reading.at
           FROM public.gauge_reading
          WHERE ((gauge_reading.station_code = s.code) AND (gauge_reading.quantity = 'rain_24h'::text) AND gauge_reading.good)
          ORDER BY gauge_reading.at DESC
         LIMIT 1) r ON (true))
  WHERE (s.retired_on IS NULL);

COMMENT ON VIEW public.gauge_level_now IS 'Stations with their last good level and rain, for the flood map; stage is the river alarm, never a risk level';

ALTER TABLE public.gauge_reading ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.gauge_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.hamlet (
    id uuid NOT NULL,
    commune_id bigint NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    sort_key bytea NOT NULL,
    CONSTRAINT hamlet_kind_is_known CHECK ((kind = ANY (ARRAY['thon'::text, 'ban'::text, 'to_dan_pho'::text])))
);

COMMENT ON TABLE public.hamlet IS 'Thôn, bản, tổ dân phố: below the commune, no administrative code of its own';

CREATE TABLE public.hamlet_place (
    hamlet_id uuid NOT NULL,
    since date NOT NULL,
    commune_id bigint NOT NULL,
    basis text NOT NULL
);

COMMENT ON TABLE public.hamlet_place IS 'Whose commune a hamlet was from when on, once that changed; hamlet.commune_id is today''s';

CREATE TABLE public.help_call (
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    household_id uuid,
    kind text NOT NULL,
    words text,
    asked_at timestamp with time zone NOT NULL,
    answer text,
    answered_at timestamp with time zone,
    answered_by uuid,
    CONSTRAINT help_call_answer_has_a_time CHECK (((answer IS NULL) = (answered_at IS NULL))),
    CONSTRAINT help_call_kind_is_known CHECK ((kind = ANY (ARRAY['language'::text, 'together'::text, 'portal'::text, 'phone'::text, 'safety'::text, 'other'::text]))),
    CONSTRAINT help_call_words_are_short CHECK (((char_length(words) <= 200) AND (char_length(answer) <= 200)))
);

COMMENT ON TABLE public.help_call IS 'A volunteer wants help: somebody who speaks the language, company, a repaired portal';

CREATE TABLE public.holiday (
    scope text DEFAULT 'VN'::text NOT NULL,
    on_date date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    certainty text NOT NULL,
    source text NOT NULL,
    CONSTRAINT holiday_certainty_is_known CHECK ((certainty = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text]))),
    CONSTRAINT holiday_kind_is_known CHECK ((kind = ANY (ARRAY['holiday'::text, 'swapped_day_off'::text, 'working_saturday'::text, 'local_closure'::text, 'local_opening'::text]))),
    CONSTRAINT holiday_working_saturday_is_a_saturday CHECK (((kind <> 'working_saturday'::text) OR (EXTRACT(isodow FROM on_date) = (6)::numeric)))
);

COMMENT ON TABLE public.holiday IS 'Days that differ from the plain week, for the nation (VN), a province or commune code, or an agency code';

CREATE TABLE public.household (
    id uuid NOT NULL,
    hamlet_id uuid NOT NULL,
    reference text NOT NULL,
    adults_total integer,
    closed boolean DEFAULT false NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL,
    no bigint NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    removed_at timestamp with time zone,
    root_id uuid,
    rough_lat double precision,
    rough_lon double precision,
    assumed boolean DEFAULT false NOT NULL,
    no_contact_at timestamp with time zone,
    CONSTRAINT household_adults_are_few CHECK (((adults_total >= 0) AND (adults_total <= 30))),
    CONSTRAINT household_reference_is_short CHECK (((char_length(reference) >= 1) AND (char_length(reference) <= 80)))
);

COMMENT ON TABLE public.household IS 'Fold of household events. Never a family name, a place on the map, an identity number, ethnicity or poverty';

COMMENT ON COLUMN public.household."position" IS 'Its last change in the feed of its commune (registry_feed)';

COMMENT ON COLUMN public.household.no IS 'Short handle: phones name a household by it, a tenth of an id on the wire';

COMMENT ON COLUMN public.household.version IS 'How many edits the server has taken; an edit says upon which it was made';

COMMENT ON COLUMN public.household.removed_at IS 'Tombstone: entered by mistake';

COMMENT ON COLUMN public.household.root_id IS 'The household it was merged into, at the end of the chain; null while it stands';

COMMENT ON COLUMN public.household.rough_lat IS 'Three decimals, about 100 m, with consent: never the door';

COMMENT ON COLUMN public.household.assumed IS 'Made up for a visit that waited too long for it; its own creation fills it in when it comes';

COMMENT ON COLUMN public.household.no_contact_at IS 'Since when somebody of it objects or took a yes back: no phone leads there any more';

CREATE TABLE public.household_member (
    adult_id uuid NOT NULL,
    household_id uuid NOT NULL,
    kind text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    since_event uuid,
    until_event uuid,
    CONSTRAINT household_member_ends_after_it_starts CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT household_member_kind_is_known CHECK ((kind = ANY (ARRAY['primary'::text, 'temporary'::text])))
);

COMMENT ON TABLE public.household_member IS 'Who lived where, from when to when: one home at a time, and others beside it for a time';

ALTER TABLE public.household ALTER COLUMN no ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.household_no_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.household_place (
    household_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    hamlet_id uuid NOT NULL,
    event_id uuid
);

COMMENT ON TABLE public.household_place IS 'Where a household that moved was from when on; households that never moved have no row';

CREATE TABLE public.integration_key (
    id uuid NOT NULL,
    system text NOT NULL,
    name text NOT NULL,
    key_hash text NOT NULL,
    scopes text[] NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    must_sign boolean DEFAULT true NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT integration_key_has_a_scope CHECK ((cardinality(scopes) > 0)),
    CONSTRAINT integration_key_revoked_after_created CHECK ((revoked_at >= created_at))
);

COMMENT ON TABLE public.integration_key IS 'Keys of outside systems; several may be valid at once, so that a system can rotate';

COMMENT ON COLUMN public.integration_key.must_sign IS 'False for the demo, and for keys of Open311, whose protocol knows no signature: those open nothing else';

CREATE TABLE public.integration_nonce (
    key_id uuid NOT NULL,
    nonce text NOT NULL,
    seen_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.integration_nonce IS 'Signed requests of the last minutes: none is taken twice; older ones are refused by their time';

CREATE TABLE public.integration_pull (
    system text NOT NULL,
    url text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    every_seconds integer DEFAULT 60 NOT NULL,
    cursor text,
    next_at timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    open_until timestamp with time zone,
    last_ok_at timestamp with time zone,
    last_error text,
    taken bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    CONSTRAINT integration_pull_failures_not_negative CHECK ((failures >= 0)),
    CONSTRAINT integration_pull_is_asked_over_http CHECK ((url ~ '^https?://'::text)),
    CONSTRAINT integration_pull_waits_some_seconds CHECK (((every_seconds >= 5) AND (every_seconds <= 86400)))
);

COMMENT ON TABLE public.integration_pull IS 'Systems that only answer: where to ask, how far we are, and whether they are left alone for a while';

CREATE TABLE public.integration_refusal (
    id bigint NOT NULL,
    system text NOT NULL,
    code text,
    event_id text,
    problem text NOT NULL,
    detail text NOT NULL,
    refused_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.integration_refusal IS 'Items a pulled system gave that could not be taken; the cursor went on';

ALTER TABLE public.integration_refusal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.integration_refusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.member_miss (
    id bigint NOT NULL,
    leader_id uuid NOT NULL,
    missed_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.member_miss IS 'Numbers nobody has signed in with that a leader tried to take in, counted for a day; the number is not kept';

ALTER TABLE public.member_miss ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.member_miss_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.message_campaign (
    id uuid NOT NULL,
    name text NOT NULL,
    invitation text NOT NULL,
    link text,
    dedupe_key text NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    told integer DEFAULT 0 NOT NULL,
    told_to uuid,
    finished_at timestamp with time zone,
    stopped_at timestamp with time zone,
    stopped_by uuid,
    CONSTRAINT message_campaign_invitation_is_short CHECK (((char_length(invitation) >= 1) AND (char_length(invitation) <= 1000))),
    CONSTRAINT message_campaign_link_is_a_place_in_the_app CHECK ((link ~ '^#/'::text)),
    CONSTRAINT message_campaign_name_is_short CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
    CONSTRAINT message_campaign_told_is_not_negative CHECK ((told >= 0))
);

COMMENT ON TABLE public.message_campaign IS 'An invitation to citizens of chosen communes who said yes to invitations, each told once';

COMMENT ON COLUMN public.message_campaign.dedupe_key IS 'campaign:<id>: what its messages are told under';

COMMENT ON COLUMN public.message_campaign.told_to IS 'The last person told, by id: where the next job goes on';

COMMENT ON COLUMN public.message_campaign.stopped_at IS 'Nobody more is told, and what still waits to leave the app stays here';

CREATE TABLE public.message_campaign_commune (
    campaign_id uuid NOT NULL,
    commune_id bigint NOT NULL
);

COMMENT ON TABLE public.message_campaign_commune IS 'Where the people of a campaign live';

CREATE TABLE public.message_choice (
    id bigint NOT NULL,
    person_id uuid NOT NULL,
    purpose text NOT NULL,
    channel text NOT NULL,
    granted boolean NOT NULL,
    text_version text NOT NULL,
    session_id uuid,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT message_choice_channel_is_known CHECK ((channel = ANY (ARRAY['push'::text, 'email'::text, 'zalo'::text, 'sms'::text]))),
    CONSTRAINT message_choice_purpose_is_known CHECK ((purpose = ANY (ARRAY['dossier'::text, 'report'::text, 'alert'::text, 'visit'::text, 'campaign'::text, 'system'::text])))
);

COMMENT ON TABLE public.message_choice IS 'Every yes and no of a person, a purpose and a channel at a time; silence is not a yes';

COMMENT ON COLUMN public.message_choice.session_id IS 'Null: said outside the app (a link in an e-mail, STOP by SMS, Zalo)';

ALTER TABLE public.message_choice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.message_choice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.message_choice_now AS
 SELECT DISTINCT ON (person_id, purpose, channel) person_id,
    purpose,
    channel,
    granted,
    decided_at
   FROM public.message_choice
  ORDER BY person_id, purpose, channel, id DESC;

COMMENT ON VIEW public.message_choice_now IS 'What each person last decided about each purpose and channel; no row means no';

CREATE TABLE public.message_email (
    person_id uuid NOT NULL,
    email text NOT NULL,
    challenge_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_today integer DEFAULT 1 NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    verified_at timestamp with time zone,
    CONSTRAINT message_email_is_an_address CHECK (((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 254))),
    CONSTRAINT message_email_tries_are_few CHECK (((tries >= 0) AND (tries <= 5)))
);

COMMENT ON TABLE public.message_email IS 'Where a person reads e-mail; nothing but a code is sent before the code came back';

COMMENT ON COLUMN public.message_email.challenge_id IS 'The code is derived from it and never kept';

CREATE TABLE public.message_spending (
    day date NOT NULL,
    cost_vnd bigint DEFAULT 0 NOT NULL,
    alerted_at timestamp with time zone,
    CONSTRAINT message_spending_is_not_negative CHECK ((cost_vnd >= 0))
);

COMMENT ON TABLE public.message_spending IS 'What a day''s messages cost (Vietnam), đồng: the cap is checked here, never by counting rows';

CREATE TABLE public.moderation (
    report_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    looked_at timestamp with time zone
);

COMMENT ON TABLE public.moderation IS 'The version two moderators must agree on, and when somebody last said that nothing is left to look at';

CREATE TABLE public.moderation_step (
    id bigint NOT NULL,
    report_id uuid NOT NULL,
    photo_id uuid,
    action text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    reason text,
    staff_id uuid,
    by text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    CONSTRAINT moderation_step_action_is_known CHECK ((action = ANY (ARRAY['text'::text, 'publish'::text, 'withhold'::text, 'approve'::text, 'hide'::text, 'areas'::text, 'look'::text]))),
    CONSTRAINT moderation_step_by_is_known CHECK ((by = ANY (ARRAY['handler'::text, 'officer'::text]))),
    CONSTRAINT moderation_step_withholding_says_why CHECK (((action <> ALL (ARRAY['withhold'::text, 'hide'::text])) OR (reason IS NOT NULL)))
);

COMMENT ON TABLE public.moderation_step IS 'Everything a moderator did, with what was there before: any step can be taken back';

ALTER TABLE public.moderation_step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.moderation_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.month_close (
    commune_id bigint NOT NULL,
    month date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by uuid,
    visits integer NOT NULL,
    households_tried integer NOT NULL,
    households_met integer NOT NULL,
    adults_met integer NOT NULL,
    nobody_home integer NOT NULL,
    refused integer NOT NULL,
    CONSTRAINT month_close_is_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

COMMENT ON TABLE public.month_close IS 'The figures of a month as they were told; what comes later is in the late line, never in here';

CREATE TABLE public.nightly_run (
    task text NOT NULL,
    day date NOT NULL,
    done_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.nightly_run IS 'A task that is done for a day, written in the transaction of its effect';

CREATE TABLE public.office_hours (
    scope text DEFAULT 'VN'::text NOT NULL,
    valid_from date NOT NULL,
    opens time without time zone NOT NULL,
    closes time without time zone NOT NULL,
    certainty text NOT NULL,
    source text NOT NULL,
    CONSTRAINT office_hours_certainty_is_known CHECK ((certainty = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text]))),
    CONSTRAINT office_hours_close_after_they_open CHECK ((closes > opens))
);

COMMENT ON TABLE public.office_hours IS 'Shifts of a working day, in force until a later valid_from of the same scope';

CREATE TABLE public.open311_attribute (
    category_code text NOT NULL,
    code text NOT NULL,
    "position" smallint NOT NULL,
    datatype text NOT NULL,
    required boolean DEFAULT false NOT NULL,
    description text NOT NULL,
    datatype_description text DEFAULT ''::text NOT NULL,
    choices jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT open311_attribute_code_is_a_word CHECK ((code ~ '^[a-z0-9_]{1,60}$'::text)),
    CONSTRAINT open311_attribute_datatype_is_known CHECK ((datatype = ANY (ARRAY['string'::text, 'number'::text, 'datetime'::text, 'text'::text, 'singlevaluelist'::text, 'multivaluelist'::text]))),
    CONSTRAINT open311_attribute_lists_have_choices CHECK (((datatype = ANY (ARRAY['singlevaluelist'::text, 'multivaluelist'::text])) = (choices <> '[]'::jsonb)))
);

COMMENT ON TABLE public.open311_attribute IS 'What a service asks for beyond the description; a province adds rows';

CREATE TABLE public.open311_forward (
    report_id uuid NOT NULL,
    system text NOT NULL,
    service_code text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    reason text,
    attempts integer DEFAULT 0 NOT NULL,
    unsure boolean DEFAULT false NOT NULL,
    next_at timestamp with time zone,
    token text,
    their_id text,
    their_status text,
    meaning text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    ended_at timestamp with time zone,
    reopenings smallint DEFAULT 0 NOT NULL,
    CONSTRAINT open311_forward_acknowledged_has_their_id CHECK (((state <> 'acknowledged'::text) OR (their_id IS NOT NULL))),
    CONSTRAINT open311_forward_failed_has_a_reason CHECK (((state <> 'failed'::text) OR (reason IS NOT NULL))),
    CONSTRAINT open311_forward_failed_or_ended_is_asked_no_more CHECK (((next_at IS NULL) = ((state = 'failed'::text) OR (ended_at IS NOT NULL)))),
    CONSTRAINT open311_forward_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'acknowledged'::text, 'failed'::text])))
);

COMMENT ON TABLE public.open311_forward IS 'The delivery of a case to a system: another machine than the case''s own states';

COMMENT ON COLUMN public.open311_forward.unsure IS 'The answer to our last post was lost: their list is looked through before it is sent again';

COMMENT ON COLUMN public.open311_forward.reopenings IS 'How often the case had been opened again when it was sent; opened once more after they ended it, it is sent once more';

CREATE TABLE public.open311_post (
    token uuid NOT NULL,
    system text NOT NULL,
    content_hash text NOT NULL,
    report_id uuid NOT NULL,
    sent jsonb,
    refusal text,
    demo boolean NOT NULL,
    received_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    CONSTRAINT open311_post_is_erased_when_taken CHECK (((sent IS NULL) = (taken_at IS NOT NULL))),
    CONSTRAINT open311_post_refused_is_over CHECK (((refusal IS NULL) OR (taken_at IS NOT NULL)))
);

COMMENT ON TABLE public.open311_post IS 'What other systems posted; `sent` is erased as soon as the report is there';

COMMENT ON COLUMN public.open311_post.report_id IS 'The id given to the report beforehand: however often the job runs, it is one report';

CREATE TABLE public.open311_route (
    id bigint NOT NULL,
    system text NOT NULL,
    category_code text,
    agency_id uuid,
    service_code text NOT NULL
);

COMMENT ON TABLE public.open311_route IS 'Which cases go to a system and under which of its codes; null means any, the more exact row wins';

ALTER TABLE public.open311_route ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.open311_route_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.open311_status (
    system text NOT NULL,
    word text NOT NULL,
    meaning text NOT NULL,
    CONSTRAINT open311_status_meaning_is_known CHECK ((meaning = ANY (ARRAY['seen'::text, 'working'::text, 'done'::text, 'refused'::text])))
);

COMMENT ON TABLE public.open311_status IS 'What a system''s words mean here; a word without a row changes nothing and is shown';

CREATE TABLE public.open311_system (
    code text NOT NULL,
    name text NOT NULL,
    dialect text DEFAULT 'open311'::text NOT NULL,
    url text NOT NULL,
    jurisdiction_id text,
    sealed_key text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    every_seconds integer DEFAULT 600 NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    open_until timestamp with time zone,
    last_ok_at timestamp with time zone,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT open311_system_code_is_a_word CHECK ((code ~ '^[a-z0-9][a-z0-9._-]{0,59}$'::text)),
    CONSTRAINT open311_system_dialect_is_known CHECK ((dialect = ANY (ARRAY['open311'::text, 'signed'::text]))),
    CONSTRAINT open311_system_is_asked_now_and_then CHECK (((every_seconds >= 5) AND (every_seconds <= 86400)))
);

COMMENT ON TABLE public.open311_system IS 'Systems of agencies that get cases from us; how patient we are with each';

COMMENT ON COLUMN public.open311_system.dialect IS 'open311: GeoReport v2; signed: our own JSON with signature, for systems that have none';

COMMENT ON COLUMN public.open311_system.sealed_key IS 'Their api_key, or the secret we sign with; sealed (api/kit/sealing.py)';

CREATE TABLE public.outbox_event (
    id bigint NOT NULL,
    kind text NOT NULL,
    payload bytea NOT NULL,
    urgent boolean DEFAULT false NOT NULL,
    emitted_at timestamp with time zone DEFAULT now() NOT NULL,
    send_at timestamp with time zone DEFAULT now() NOT NULL,
    sends integer DEFAULT 0 NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT outbox_event_sends_not_negative CHECK ((sends >= 0))
);

COMMENT ON TABLE public.outbox_event IS 'Everything that must still happen; payload is msgspec JSON of an api.kit.outbox.Event';

ALTER TABLE public.outbox_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outbox_job (
    event_id bigint NOT NULL,
    job text NOT NULL,
    done_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.outbox_job IS 'A job that is done: written in the same transaction as its effect';

CREATE TABLE public.photo (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    report_id uuid NOT NULL,
    taken_for text DEFAULT 'report'::text NOT NULL,
    "position" smallint NOT NULL,
    sha256 text NOT NULL,
    kind text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    fault text,
    stripped boolean NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    hidden boolean DEFAULT false NOT NULL,
    received_at timestamp with time zone NOT NULL,
    moderated_at timestamp with time zone,
    blur_whole boolean DEFAULT false NOT NULL,
    areas_version integer DEFAULT 0 NOT NULL,
    made_version integer,
    CONSTRAINT photo_kind_is_known CHECK ((kind = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'image/heic'::text]))),
    CONSTRAINT photo_position_is_0_to_4 CHECK ((("position" >= 0) AND ("position" <= 4))),
    CONSTRAINT photo_purpose_is_known CHECK ((taken_for = ANY (ARRAY['report'::text, 'answer'::text]))),
    CONSTRAINT photo_refused_has_fault CHECK (((state = 'refused'::text) = (fault IS NOT NULL))),
    CONSTRAINT photo_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'refused'::text])))
);

COMMENT ON TABLE public.photo IS 'A photo of a case; the id is random because it opens the derivative';

COMMENT ON COLUMN public.photo.stripped IS 'The stored original carries no metadata; false: in quarantine until re-encoded, then deleted';

COMMENT ON COLUMN public.photo.width IS 'Of the upright large derivative once ready; of the upload before';

COMMENT ON COLUMN public.photo.hidden IS 'Not for the public: nobody has looked at it yet (moderated_at is null), or somebody said no';

COMMENT ON COLUMN public.photo.areas_version IS 'Counted up with every change of what is blurred';

COMMENT ON COLUMN public.photo.made_version IS 'The areas_version the copies show; public only when it is the latest. Null: from before there was blurring';

CREATE TABLE public.photo_area (
    id bigint NOT NULL,
    photo_id uuid NOT NULL,
    x real NOT NULL,
    y real NOT NULL,
    w real NOT NULL,
    h real NOT NULL,
    what text NOT NULL,
    by text NOT NULL,
    CONSTRAINT photo_area_by_is_known CHECK ((by = ANY (ARRAY['detector'::text, 'moderator'::text]))),
    CONSTRAINT photo_area_is_inside_its_photo CHECK (((x >= (0)::double precision) AND (y >= (0)::double precision) AND (w > (0)::double precision) AND (h > (0)::double precision) AND ((x + w) <= (1.001)::double precision) AND ((y + h) <= (1.001)::double precision))),
    CONSTRAINT photo_area_what_is_known CHECK ((what = ANY (ARRAY['face'::text, 'plate'::text, 'other'::text])))
);

COMMENT ON TABLE public.photo_area IS 'What is blurred in every copy but the clear one, in parts of the upright picture''s width and height';

ALTER TABLE public.photo_area ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.photo_area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.photo_opening (
    id bigint NOT NULL,
    photo_id uuid NOT NULL,
    staff_id uuid,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT photo_opening_says_why CHECK (((char_length(reason) >= 5) AND (char_length(reason) <= 500)))
);

COMMENT ON TABLE public.photo_opening IS 'Who looked at a photo without its blurring, and why';

ALTER TABLE public.photo_opening ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.photo_opening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.photo_part (
    report_id uuid NOT NULL,
    "position" smallint NOT NULL,
    starts_at integer NOT NULL,
    sha256 text NOT NULL,
    content bytea NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT photo_part_is_inside_a_photo CHECK (((starts_at >= 0) AND (starts_at <= 12000000))),
    CONSTRAINT photo_part_position_is_0_to_4 CHECK ((("position" >= 0) AND ("position" <= 4)))
);

COMMENT ON TABLE public.photo_part IS 'Pieces of a photo on their way over a weak network; gone when it is whole, or after a week';

CREATE TABLE public.photo_upload (
    id uuid NOT NULL,
    sha256 text NOT NULL,
    begun_on date NOT NULL,
    CONSTRAINT photo_upload_digest_is_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

COMMENT ON TABLE public.photo_upload IS 'An original that is being stored for a photo of this id; the row goes when the photo is kept. Names no report';

CREATE TABLE public.procedure (
    code text NOT NULL,
    name text NOT NULL,
    plain_title text,
    official_name text NOT NULL,
    level text NOT NULL,
    field text NOT NULL,
    issuer text NOT NULL,
    type text NOT NULL,
    decision_no text DEFAULT ''::text NOT NULL,
    subjects text[] DEFAULT '{}'::text[] NOT NULL,
    agency text DEFAULT ''::text NOT NULL,
    papers integer,
    online text NOT NULL,
    online_stated boolean NOT NULL,
    essential boolean DEFAULT false NOT NULL,
    detailed boolean DEFAULT false NOT NULL,
    portal_url text,
    same_key text NOT NULL,
    prior real NOT NULL,
    provenance text NOT NULL,
    withdrawn_on date,
    what_for text,
    CONSTRAINT procedure_has_a_name CHECK (((name <> ''::text) AND (official_name <> ''::text))),
    CONSTRAINT procedure_level_is_known CHECK ((level = ANY (ARRAY['commune'::text, 'province'::text, 'ministry'::text, 'unknown'::text]))),
    CONSTRAINT procedure_online_is_known CHECK ((online = ANY (ARRAY['full'::text, 'partial'::text, 'none'::text, 'unknown'::text]))),
    CONSTRAINT procedure_papers_are_counted CHECK ((papers >= 0)),
    CONSTRAINT procedure_type_is_known CHECK ((type = ANY (ARRAY['standard'::text, 'specific'::text, 'internal'::text, 'portal'::text, 'illustrative'::text])))
);

COMMENT ON TABLE public.procedure IS 'A public procedure; code as the national portal prints it';

COMMENT ON COLUMN public.procedure.name IS 'official_name cleaned for reading';

COMMENT ON COLUMN public.procedure.type IS 'internal: between authorities, never shown in a search';

COMMENT ON COLUMN public.procedure.online_stated IS 'false: the source says only that it can be filed online, not how far';

COMMENT ON COLUMN public.procedure.same_key IS 'Equal for the same thing at another level or in another province';

COMMENT ON COLUMN public.procedure.prior IS 'How readily a citizen means this one when words fit several';

COMMENT ON COLUMN public.procedure.what_for IS 'One plain sentence that tells it apart from its neighbours; reviewed data';

CREATE TABLE public.procedure_catalogue (
    singleton boolean DEFAULT true NOT NULL,
    version text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    procedures integer NOT NULL,
    CONSTRAINT procedure_catalogue_has_one_row CHECK (singleton)
);

COMMENT ON TABLE public.procedure_catalogue IS 'The edition every API process must have in memory; swapped when it moves';

CREATE TABLE public.procedure_change (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    procedure_code text NOT NULL,
    kind text NOT NULL,
    fields jsonb NOT NULL,
    CONSTRAINT procedure_change_kind_is_known CHECK ((kind = ANY (ARRAY['added'::text, 'changed'::text, 'withdrawn'::text, 'returned'::text])))
);

COMMENT ON COLUMN public.procedure_change.fields IS 'By field: the value before and after';

ALTER TABLE public.procedure_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procedure_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procedure_choice (
    day date NOT NULL,
    province_code text NOT NULL,
    query text NOT NULL,
    procedure_code text NOT NULL,
    chosen integer NOT NULL,
    CONSTRAINT procedure_choice_counts_something CHECK ((chosen > 0))
);

COMMENT ON TABLE public.procedure_choice IS 'Which result was opened after a query, counted like it';

CREATE TABLE public.procedure_edition (
    id bigint NOT NULL,
    kind text NOT NULL,
    as_of date NOT NULL,
    source text NOT NULL,
    sha256 text NOT NULL,
    content bytea NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    added integer NOT NULL,
    changed integer NOT NULL,
    withdrawn integer NOT NULL,
    CONSTRAINT procedure_edition_kind_is_known CHECK ((kind = ANY (ARRAY['index'::text, 'details'::text])))
);

COMMENT ON TABLE public.procedure_edition IS 'A file of the national catalogue that was taken in; content is the file, gzipped, as checked';

ALTER TABLE public.procedure_edition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procedure_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procedure_elsewhere (
    theme text NOT NULL,
    phrase text NOT NULL,
    CONSTRAINT procedure_elsewhere_says_something CHECK (((theme <> ''::text) AND (phrase <> ''::text)))
);

COMMENT ON TABLE public.procedure_elsewhere IS 'Shopping, recipes, football: a query nearer to one of these than to any procedure finds nothing; reviewed data';

CREATE TABLE public.procedure_event (
    code text NOT NULL,
    name text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    "position" integer NOT NULL,
    intro text DEFAULT ''::text NOT NULL
);

COMMENT ON TABLE public.procedure_event IS 'A moment of life, such as a birth';

CREATE TABLE public.procedure_event_group (
    event_code text NOT NULL,
    no integer NOT NULL,
    title text NOT NULL,
    together boolean NOT NULL,
    note text,
    CONSTRAINT procedure_event_group_has_a_title CHECK ((title <> ''::text))
);

COMMENT ON TABLE public.procedure_event_group IS 'What is done at one time of a life event; together: one visit or one linked procedure does all of it';

CREATE TABLE public.procedure_event_step (
    event_code text NOT NULL,
    "position" integer NOT NULL,
    procedure_code text NOT NULL,
    group_no integer DEFAULT 1 NOT NULL,
    optional boolean DEFAULT false NOT NULL,
    condition text
);

CREATE TABLE public.procedure_guide (
    procedure_code text NOT NULL,
    basis text[] NOT NULL,
    certainty text NOT NULL,
    CONSTRAINT procedure_guide_certainty_is_known CHECK ((certainty = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])))
);

COMMENT ON TABLE public.procedure_guide IS 'The law a checklist was written from, and how sure its writers are';

CREATE TABLE public.procedure_paper (
    procedure_code text NOT NULL,
    no integer NOT NULL,
    paper text NOT NULL,
    form text,
    condition text,
    copies text,
    CONSTRAINT procedure_paper_is_named CHECK ((paper <> ''::text))
);

COMMENT ON TABLE public.procedure_paper IS 'A paper of the file as a citizen ticks it off; reviewed data of this project';

COMMENT ON COLUMN public.procedure_paper.condition IS 'null: always needed; else when it is';

CREATE TABLE public.procedure_phrase (
    procedure_code text NOT NULL,
    "position" integer NOT NULL,
    phrase text NOT NULL,
    CONSTRAINT procedure_phrase_says_something CHECK ((phrase <> ''::text))
);

COMMENT ON TABLE public.procedure_phrase IS 'What people call it in everyday words; reviewed data';

CREATE TABLE public.procedure_search (
    day date NOT NULL,
    province_code text NOT NULL,
    query text NOT NULL,
    asked integer NOT NULL,
    empty integer NOT NULL,
    CONSTRAINT procedure_search_counts_something CHECK (((asked >= 0) AND ((empty >= 0) AND (empty <= asked))))
);

COMMENT ON TABLE public.procedure_search IS 'How often a day a folded query was asked; nobody is in it, and counts under 5 go the next night';

CREATE TABLE public.procedure_search_rest (
    day date NOT NULL,
    province_code text NOT NULL,
    asked integer NOT NULL,
    empty integer NOT NULL
);

COMMENT ON TABLE public.procedure_search_rest IS 'Askings whose words are not kept: under 5 a day, or beyond the cap of different ones';

CREATE TABLE public.procedure_synonym (
    term text NOT NULL,
    meanings text[] NOT NULL,
    kind text NOT NULL,
    CONSTRAINT procedure_synonym_means_something CHECK ((cardinality(meanings) > 0))
);

COMMENT ON TABLE public.procedure_synonym IS 'Abbreviations, old terms, dialect and colloquial words beside official ones';

CREATE TABLE public.procedure_way (
    procedure_code text NOT NULL,
    channel text NOT NULL,
    deadline_amount integer,
    deadline_unit text NOT NULL,
    fee_vnd integer,
    fee_quality text NOT NULL,
    CONSTRAINT procedure_way_channel_is_known CHECK ((channel = ANY (ARRAY['online'::text, 'counter'::text, 'post'::text]))),
    CONSTRAINT procedure_way_deadline_not_negative CHECK ((deadline_amount >= 0)),
    CONSTRAINT procedure_way_fee_not_negative CHECK ((fee_vnd >= 0)),
    CONSTRAINT procedure_way_fee_only_when_stated CHECK (((fee_quality = 'stated'::text) = (fee_vnd IS NOT NULL))),
    CONSTRAINT procedure_way_quality_is_known CHECK ((fee_quality = ANY (ARRAY['stated'::text, 'local_rule'::text, 'other_rule'::text, 'unclear'::text, 'unknown'::text]))),
    CONSTRAINT procedure_way_unit_is_known CHECK ((deadline_unit = ANY (ARRAY['working_day'::text, 'calendar_day'::text, 'hour'::text, 'month'::text, 'unknown'::text])))
);

COMMENT ON TABLE public.procedure_way IS 'One channel of a procedure: how long and how much';

COMMENT ON COLUMN public.procedure_way.fee_quality IS 'Only stated is an amount; 0 printed for "set by the province" is local_rule';

CREATE TABLE public.procedure_word (
    phrase text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT procedure_word_kind_is_known CHECK ((kind = ANY (ARRAY['filler'::text, 'light'::text, 'elsewhere'::text])))
);

COMMENT ON TABLE public.procedure_word IS 'Words of a query that say nothing (filler) or little (light) about what is wanted, or show that no office is (elsewhere)';

CREATE TABLE public.province_account (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    proven_by text NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT province_account_proven_by_is_known CHECK ((proven_by = ANY (ARRAY['session'::text, 'phone'::text, 'email'::text]))),
    CONSTRAINT province_account_subject_is_short CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 255)))
);

COMMENT ON TABLE public.province_account IS 'Whose account at the province''s OpenID Connect server; it proves who somebody is and gives no right';

COMMENT ON COLUMN public.province_account.proven_by IS 'session: linked from a session of the person; phone, email: the server vouches for one they had proven here';

CREATE TABLE public.push_subscription (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    endpoint text NOT NULL,
    p256dh text NOT NULL,
    auth text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT push_subscription_endpoint_is_short CHECK ((char_length(endpoint) <= 1000))
);

COMMENT ON TABLE public.push_subscription IS 'A browser that agreed to show notifications (RFC 8030); gone when its service says so';

CREATE TABLE public.quality_review (
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    code text NOT NULL,
    subject text NOT NULL,
    verdict text NOT NULL,
    note text NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    reviewed_by uuid,
    CONSTRAINT quality_review_note_is_short CHECK (((char_length(note) >= 3) AND (char_length(note) <= 200))),
    CONSTRAINT quality_review_verdict_is_known CHECK ((verdict = ANY (ARRAY['explained'::text, 'talked'::text, 'revisit'::text])))
);

COMMENT ON TABLE public.quality_review IS 'What a leader found when looking at a doubt. Doubts are worked out when read; none changes a visit';

CREATE TABLE public.recovery_code (
    person_id uuid NOT NULL,
    digest text NOT NULL,
    used_at timestamp with time zone
);

COMMENT ON TABLE public.recovery_code IS 'Keyed hashes of codes on paper, each good once in the place of the second factor';

CREATE TABLE public.refresh_token (
    digest text NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

COMMENT ON TABLE public.refresh_token IS 'Digests only; each token is good once, and its successor is derived from it';

CREATE TABLE public.registry_alias (
    merge_id uuid NOT NULL,
    loser_id uuid NOT NULL,
    winner_id uuid NOT NULL,
    CONSTRAINT registry_alias_is_of_two CHECK ((loser_id <> winner_id))
);

COMMENT ON TABLE public.registry_alias IS 'Which entries a merge says are one person; counts while the merge stands';

CREATE TABLE public.registry_conflict (
    id bigint NOT NULL,
    subject_id uuid NOT NULL,
    field text NOT NULL,
    kind text NOT NULL,
    first_event uuid NOT NULL,
    second_event uuid NOT NULL,
    first_value jsonb,
    second_value jsonb,
    team_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by uuid,
    resolution text,
    CONSTRAINT registry_conflict_kind_is_known CHECK ((kind = ANY (ARRAY['soft'::text, 'hard'::text]))),
    CONSTRAINT registry_conflict_resolution_is_known CHECK ((resolution = ANY (ARRAY['merged'::text, 'first'::text, 'second'::text])))
);

COMMENT ON TABLE public.registry_conflict IS 'Two edits made without knowing of each other: hard when they say different things of one field, soft when they could be merged. Shown to people';

ALTER TABLE public.registry_conflict ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.registry_conflict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_edit (
    subject_id uuid NOT NULL,
    version integer NOT NULL,
    event_id uuid NOT NULL,
    actor uuid NOT NULL,
    install_id uuid,
    base_version integer,
    earliest_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    fields jsonb NOT NULL
);

COMMENT ON TABLE public.registry_edit IS 'Edits of households and adults in the order the server took them: what a later edit may not have seen';

CREATE TABLE public.registry_feed (
    commune_id bigint NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT registry_feed_moves_forward CHECK (("position" >= 0))
);

COMMENT ON TABLE public.registry_feed IS 'Last position given in a commune. Taken under its row lock until commit, so positions become visible in order and a phone that has read up to one never misses an earlier one';

CREATE TABLE public.registry_merge (
    merge_id uuid NOT NULL,
    event_id uuid NOT NULL,
    kind text NOT NULL,
    loser_id uuid NOT NULL,
    winner_id uuid NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    undone_by uuid,
    undone_at timestamp with time zone,
    CONSTRAINT registry_merge_is_of_two CHECK ((loser_id <> winner_id)),
    CONSTRAINT registry_merge_kind_is_known CHECK ((kind = ANY (ARRAY['household'::text, 'adult'::text]))),
    CONSTRAINT registry_merge_undone_by_an_event CHECK (((undone_by IS NULL) = (undone_at IS NULL)))
);

COMMENT ON TABLE public.registry_merge IS 'Two entries of one house or one person; the entry that vanished points to the other until somebody undoes it';

CREATE VIEW public.registry_restated AS
 SELECT v.id AS visit_id,
    v.visited_on,
    v.hamlet_id,
    v.commune_id AS commune_then,
    h.commune_id AS commune_now,
    v.household_id
   FROM (public.visit v
     JOIN public.hamlet h ON ((h.id = v.hamlet_id)));

COMMENT ON VIEW public.registry_restated IS 'Every visit in both geographies: of its day, and of today';

CREATE TABLE public.registry_stay (
    event_id uuid NOT NULL,
    adult_id uuid NOT NULL,
    household_id uuid NOT NULL,
    kind text NOT NULL,
    since timestamp with time zone NOT NULL,
    said_at timestamp with time zone NOT NULL,
    merge_id uuid,
    CONSTRAINT registry_stay_kind_is_known CHECK ((kind = ANY (ARRAY['moved'::text, 'temporary'::text, 'back'::text])))
);

COMMENT ON TABLE public.registry_stay IS 'Who was said to live where from when on, by splits, moves and merges; household_member is what comes of it';

COMMENT ON COLUMN public.registry_stay.merge_id IS 'Of a merge: counts while that stands';

CREATE TABLE public.registry_tombstone (
    hamlet_id uuid NOT NULL,
    "position" bigint NOT NULL,
    household_id uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT registry_tombstone_reason_is_known CHECK ((reason = ANY (ARRAY['moved'::text, 'merged'::text, 'removed'::text, 'withdrawn'::text, 'scope'::text])))
);

COMMENT ON TABLE public.registry_tombstone IS 'Households that left a hamlet''s list, at a position of its commune''s feed: phones drop them';

CREATE TABLE public.report_alarm (
    id bigint NOT NULL,
    report_id uuid NOT NULL,
    staff_id uuid,
    kind text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT report_alarm_kind_is_known CHECK ((kind = ANY (ARRAY['reporter_sought'::text, 'own_case'::text]))),
    CONSTRAINT report_alarm_never_names_a_reporter CHECK (((kind <> 'own_case'::text) OR (staff_id IS NULL)))
);

COMMENT ON TABLE public.report_alarm IS 'Staff tried to see who reported (staff_id), or a case was opened by whom it concerns (never named: it would name the reporter)';

ALTER TABLE public.report_alarm ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_alarm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_box (
    report_id uuid NOT NULL,
    box text NOT NULL
);

COMMENT ON TABLE public.report_box IS 'Of a sealed category: who sent it, how to reach them, exact time, place and words, under two keys; the case has none of it';

CREATE TABLE public.report_candidate (
    report_id uuid NOT NULL,
    commune_id bigint NOT NULL,
    distance_m integer NOT NULL,
    agency_id uuid,
    why text NOT NULL,
    CONSTRAINT report_candidate_reason_is_known CHECK ((why = ANY (ARRAY['accuracy'::text, 'border'::text])))
);

COMMENT ON TABLE public.report_candidate IS 'Other communes a pin may lie in: it is uncertain, or near a border; whose agency was told is agency_id';

CREATE TABLE public.report_due_change (
    id bigint NOT NULL,
    report_id uuid NOT NULL,
    cause text NOT NULL,
    paused_at timestamp with time zone,
    resumed_at timestamp with time zone,
    amount smallint,
    unit text,
    recount_id bigint,
    due_before timestamp with time zone NOT NULL,
    due_after timestamp with time zone NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    CONSTRAINT report_due_change_calendar_names_its_walk CHECK (((cause = 'calendar'::text) = (recount_id IS NOT NULL))),
    CONSTRAINT report_due_change_cause_is_known CHECK ((cause = ANY (ARRAY['pause'::text, 'extension'::text, 'calendar'::text]))),
    CONSTRAINT report_due_change_extension_has_a_length CHECK (((cause = 'extension'::text) = ((amount IS NOT NULL) AND (unit IS NOT NULL)))),
    CONSTRAINT report_due_change_pause_is_a_stretch CHECK (((cause = 'pause'::text) = ((paused_at IS NOT NULL) AND (resumed_at IS NOT NULL))))
);

COMMENT ON TABLE public.report_due_change IS 'Why a due date moved, each time: what a recount replays, and what anybody may ask for';

ALTER TABLE public.report_due_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_due_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_erasure (
    report_id uuid NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    by text NOT NULL,
    CONSTRAINT report_erasure_by_is_known CHECK ((by = ANY (ARRAY['key'::text, 'account'::text])))
);

COMMENT ON TABLE public.report_erasure IS 'The tombstone: the reporter had themselves removed; the case lives on';

CREATE TABLE public.report_incident (
    report_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    CONSTRAINT report_incident_is_named_by_its_first CHECK ((report_id <> incident_id))
);

COMMENT ON TABLE public.report_incident IS 'Reports of one thing, by its first report, which has no row here; only a first one is joined, so there are no chains';

CREATE TABLE public.report_ladder (
    level smallint CONSTRAINT report_ladder_level_not_null1 NOT NULL,
    at_percent smallint NOT NULL,
    tell text[] NOT NULL,
    name text NOT NULL,
    changed_by uuid,
    changed_at timestamp with time zone,
    CONSTRAINT report_ladder_is_climbed_in_time CHECK (((at_percent >= 1) AND (at_percent <= 1000))),
    CONSTRAINT report_ladder_tells_staff CHECK (((cardinality(tell) > 0) AND (tell <@ ARRAY['handlers'::text, 'officers'::text, 'admins'::text])))
);

COMMENT ON TABLE public.report_ladder IS 'Who is told when so much of the time of a case is used up; at_percent counts as its deadline does';

CREATE TABLE public.report_notice (
    action text NOT NULL,
    title text,
    body text DEFAULT ''::text NOT NULL
);

COMMENT ON TABLE public.report_notice IS 'What the reporter is told of an action, where the words of the state do not say it; title null: nothing';

ALTER TABLE public.report ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_rating (
    id bigint NOT NULL,
    report_id uuid NOT NULL,
    stars smallint NOT NULL,
    comment text,
    reopenings smallint NOT NULL,
    rated_at timestamp with time zone NOT NULL,
    CONSTRAINT report_rating_has_1_to_5_stars CHECK (((stars >= 1) AND (stars <= 5)))
);

COMMENT ON TABLE public.report_rating IS 'Every verdict of a reporter, added and never changed; report.rating is the latest';

ALTER TABLE public.report_rating ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_recount (
    id bigint NOT NULL,
    after_change bigint NOT NULL,
    upto_change bigint NOT NULL,
    after_report uuid,
    looked integer DEFAULT 0 NOT NULL,
    moved integer DEFAULT 0 NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT report_recount_goes_forward CHECK ((upto_change > after_change))
);

COMMENT ON TABLE public.report_recount IS 'A walk over open cases after the calendar changed; finished cases are never counted anew';

ALTER TABLE public.report_recount ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_recount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_refusal_reason (
    code text NOT NULL,
    name text NOT NULL,
    "position" smallint NOT NULL,
    channel text DEFAULT ''::text NOT NULL
);

COMMENT ON TABLE public.report_refusal_reason IS 'The fixed list of reasons to refuse, in words for the reporter';

COMMENT ON COLUMN public.report_refusal_reason.channel IS 'Where the matter belongs instead, in words for the reporter';

CREATE TABLE public.report_reporter (
    report_id uuid NOT NULL,
    person_id uuid,
    contact_phone text,
    CONSTRAINT report_reporter_names_somebody CHECK (((person_id IS NOT NULL) OR (contact_phone IS NOT NULL)))
);

COMMENT ON TABLE public.report_reporter IS 'Who reported, kept apart: no row for an anonymous report; only the reporter''s own views and the telling job read it';

CREATE TABLE public.report_rung (
    report_id uuid NOT NULL,
    level smallint NOT NULL,
    step_id bigint,
    reached_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.report_rung IS 'The rungs a case reached, each at most once in its life';

CREATE TABLE public.report_state (
    code text NOT NULL,
    name text NOT NULL,
    "position" smallint NOT NULL,
    notice_title text NOT NULL,
    notice_body text NOT NULL
);

COMMENT ON TABLE public.report_state IS 'Words of api.reports.contracts.ReportState, and the inbox message of reaching it';

CREATE VIEW public.report_seen AS
 SELECT r.id,
    r.number,
    r.code,
    r.category_code,
    c.name AS category_name,
    r.state,
    s.name AS state_name,
    r.open AS is_open,
    r.description,
    r.lat,
    r.lon,
    r.accuracy_m,
    r.province_code,
    r.commune_id,
    u.code AS commune_code,
    u.name AS commune_name,
    r.commune_confirmed,
    r.commune_distance_m,
    r.anonymous,
    r.urgent,
    r.priority,
    r.happened_at,
    r.received_at,
    r.acknowledge_by,
    r.due_at,
    r.finished_at,
    (r.published_at IS NOT NULL) AS published,
    r.public_text,
    r.public_lat,
    r.public_lon,
    r.agency_id,
    a.name AS agency_name,
    r.answer,
    f.name AS refusal_reason,
    r.rating,
    r.rating_comment,
    r.version,
    r.photo_count,
    (( SELECT count(*) AS count
           FROM public.photo p
          WHERE ((p.report_id = r.id) AND (p.taken_for = 'report'::text) AND (p.state <> 'refused'::text))))::integer AS photos_received,
    ( SELECT COALESCE(json_agg(json_build_object('id', p.id, 'position', p."position", 'taken_for', p.taken_for, 'width', p.width, 'height', p.height, 'large', (('/v1/photos/'::text || p.id) || '/large'::text), 'small', (('/v1/photos/'::text || p.id) || '/small'::text)) ORDER BY p.taken_for, p."position"), '[]'::json) AS "coalesce"
           FROM public.photo p
          WHERE ((p.report_id = r.id) AND (p.state = 'ready'::text))) AS photos,
    ( SELECT COALESCE(json_agg(json_build_object('id', p.id, 'position', p."position", 'taken_for', p.taken_for, 'width', p.width, 'height', p.height, 'large', (('/v1/photos/'::text || p.id) || '/large'::text), 'small', (('/v1/photos/'::text || p.id) || '/small'::text)) ORDER BY p.taken_for, p."position"), '[]'::json) AS "coalesce"
           FROM public.photo p
          WHERE ((p.report_id = r.id) AND (p.state = 'ready'::text) AND (NOT p.hidden) AND (p.made_version = p.areas_version))) AS public_photos
   FROM (((((public.report r
     JOIN public.category c ON ((c.code = r.category_code)))
     JOIN public.report_state s ON ((s.code = r.state)))
     JOIN public.admin_unit u ON ((u.id = r.commune_id)))
     LEFT JOIN public.agency a ON ((a.id = r.agency_id)))
     LEFT JOIN public.report_refusal_reason f ON ((f.code = r.refusal_reason)));

COMMENT ON VIEW public.report_seen IS 'A case in words; carries nothing of the reporter, so every reader but the reporter is served from it';

CREATE TABLE public.report_step (
    id bigint NOT NULL,
    report_id uuid NOT NULL,
    action text NOT NULL,
    state text NOT NULL,
    note text,
    by text NOT NULL,
    agency_id uuid,
    staff_id uuid,
    occurred_at timestamp with time zone NOT NULL,
    CONSTRAINT report_step_by_is_known CHECK ((by = ANY (ARRAY['reporter'::text, 'handler'::text, 'officer'::text, 'system'::text]))),
    CONSTRAINT report_step_names_staff_only CHECK (((staff_id IS NULL) OR (by = ANY (ARRAY['handler'::text, 'officer'::text]))))
);

COMMENT ON TABLE public.report_step IS 'The timeline; staff_id is for audit and is shown to nobody through the API';

ALTER TABLE public.report_step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_support (
    report_id uuid NOT NULL,
    people integer NOT NULL,
    CONSTRAINT report_support_is_more_than_the_reporter CHECK ((people > 1))
);

COMMENT ON TABLE public.report_support IS 'How many people saw the thing of this first report, each once; no row: its reporter alone';

CREATE TABLE public.report_template (
    id bigint NOT NULL,
    action text NOT NULL,
    agency_id uuid,
    category_code text,
    title text NOT NULL,
    body text NOT NULL,
    changed_by uuid,
    changed_at timestamp with time zone,
    CONSTRAINT report_template_action_is_known CHECK ((action = ANY (ARRAY['answer'::text, 'ask'::text, 'refuse'::text, 'bounce'::text, 'extend'::text, 'consult'::text]))),
    CONSTRAINT report_template_says_something CHECK (((char_length(title) >= 1) AND (char_length(title) <= 100) AND ((char_length(body) >= 1) AND (char_length(body) <= 2000))))
);

COMMENT ON TABLE public.report_template IS 'Ready answers; a null agency or category means any';

ALTER TABLE public.report_template ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_witness (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    person_id uuid,
    wants_news boolean DEFAULT false NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT report_witness_is_told_only_when_known CHECK (((person_id IS NOT NULL) OR (NOT wants_news)))
);

COMMENT ON TABLE public.report_witness IS 'Who says "me too"; the id is made by the phone, a signed-in person counts once; handlers see a number only';

CREATE TABLE public.rescue_call (
    id uuid NOT NULL,
    incident_id uuid NOT NULL,
    "position" integer NOT NULL,
    channel text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    sends integer DEFAULT 1 NOT NULL,
    for_other boolean NOT NULL,
    caller_key text,
    victim_key text,
    sealed text,
    what text,
    worse boolean NOT NULL,
    people smallint,
    weak text NOT NULL,
    help text,
    place text,
    text text,
    lat double precision,
    lon double precision,
    acc_m real,
    place_from text NOT NULL,
    doubts text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT rescue_call_channel_is_known CHECK ((channel = ANY (ARRAY['app'::text, 'sms'::text]))),
    CONSTRAINT rescue_call_has_both_coordinates_or_none CHECK (((lat IS NULL) = (lon IS NULL))),
    CONSTRAINT rescue_call_place_from_is_known CHECK ((place_from = ANY (ARRAY['gps'::text, 'link'::text, 'words'::text, 'none'::text])))
);

COMMENT ON TABLE public.rescue_call IS 'One call for help; its id is made by the phone, is the idempotency key, and is told to nobody else';

COMMENT ON COLUMN public.rescue_call.caller_key IS 'Keyed hash of the caller''s number: tells that it is the same, not which';

COMMENT ON COLUMN public.rescue_call.sealed IS 'Telephone numbers and name, sealed under SEAL_KEYS; gone when the incident is forgotten';

CREATE TABLE public.rescue_incident (
    id uuid NOT NULL,
    number bigint NOT NULL,
    province_code text NOT NULL,
    commune_id bigint,
    state text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    rank smallint NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    what text,
    worse boolean DEFAULT false NOT NULL,
    people smallint,
    weak text DEFAULT ''::text NOT NULL,
    help text,
    place text,
    lat double precision,
    lon double precision,
    acc_m real,
    calls integer DEFAULT 1 NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    holder_id uuid,
    by_volunteer boolean DEFAULT false NOT NULL,
    held_at timestamp with time zone,
    opened_at timestamp with time zone NOT NULL,
    last_call_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    ended_at timestamp with time zone,
    forgotten_at timestamp with time zone,
    merged_into uuid,
    demo boolean DEFAULT false NOT NULL,
    CONSTRAINT rescue_incident_ended_says_when CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['safe'::text, 'handed_112'::text, 'false'::text, 'closed'::text, 'merged'::text])))),
    CONSTRAINT rescue_incident_has_both_coordinates_or_none CHECK (((lat IS NULL) = (lon IS NULL))),
    CONSTRAINT rescue_incident_is_forgotten_after_its_end CHECK (((forgotten_at IS NULL) OR (ended_at IS NOT NULL))),
    CONSTRAINT rescue_incident_merged_says_where CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
    CONSTRAINT rescue_incident_rank_is_1_to_4 CHECK (((rank >= 1) AND (rank <= 4))),
    CONSTRAINT rescue_incident_state_is_known CHECK ((state = ANY (ARRAY['received'::text, 'acknowledged'::text, 'calling_back'::text, 'no_answer'::text, 'on_the_way'::text, 'reached'::text, 'safe'::text, 'handed_112'::text, 'false'::text, 'closed'::text, 'merged'::text])))
);

COMMENT ON TABLE public.rescue_incident IS 'One place where somebody needs help, whoever called about it; what the board shows';

COMMENT ON COLUMN public.rescue_incident.number IS 'The short number callers are told, and say on the telephone';

COMMENT ON COLUMN public.rescue_incident.version IS 'Grows with every step of a person; a call that joins does not change it';

COMMENT ON COLUMN public.rescue_incident.rank IS '1 life in danger now, 2 pressing, 3 supplies, 4 to be checked by calling back first';

ALTER TABLE public.rescue_incident ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rescue_incident_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.rescue_line AS
 SELECT i.id,
    i.number,
    i.version,
    i.state,
    i.rank,
    i.reasons,
    i.what,
    i.worse,
    i.people,
    i.weak,
    i.help,
    i.place,
    u.full_name AS commune_name,
    i.lat,
    i.lon,
    i.acc_m,
    i.calls,
    i.attempts,
    i.holder_id,
    (i.holder_id IS NOT NULL) AS held,
    i.by_volunteer,
    i.held_at,
    i.opened_at,
    i.last_call_at,
    i.acknowledged_at,
    i.ended_at,
    i.province_code,
    i.commune_id
   FROM (public.rescue_incident i
     LEFT JOIN public.admin_unit u ON ((u.id = i.commune_id)));

COMMENT ON VIEW public.rescue_line IS 'An incident as those who act on it see it: no telephone number, no name';

CREATE TABLE public.team (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    commune_id bigint NOT NULL,
    formed_on date NOT NULL,
    dissolved_on date,
    demo boolean DEFAULT false NOT NULL,
    kind text DEFAULT 'hamlet'::text NOT NULL,
    formed_by uuid,
    dissolved_by uuid,
    dissolved_why text,
    CONSTRAINT team_dissolves_after_it_forms CHECK (((dissolved_on IS NULL) OR (dissolved_on >= formed_on)))
);

COMMENT ON TABLE public.team IS 'Tổ công nghệ số cộng đồng of a hamlet or a commune';

CREATE VIEW public.rescue_near AS
 SELECT i.id AS incident_id,
    t.id AS team_id
   FROM ((public.rescue_incident i
     JOIN public.team t ON ((t.dissolved_on IS NULL)))
     JOIN public.admin_unit u ON (((u.id = t.commune_id) AND ((i.commune_id = u.id) OR ((i.lat >= (u.lat - (0.045)::double precision)) AND (i.lat <= (u.lat + (0.045)::double precision)) AND ((i.lon >= (u.lon - (0.047)::double precision)) AND (i.lon <= (u.lon + (0.047)::double precision))))))))
  WHERE ((i.ended_at IS NULL) AND (i.holder_id IS NULL) AND ((i.rank < 4) OR (i.acknowledged_at IS NOT NULL)));

COMMENT ON VIEW public.rescue_near IS 'Which teams'' volunteers may see and take an incident nobody has: in their commune, or within about 5 km';

CREATE TABLE public.rescue_retention (
    province_code text NOT NULL,
    people_days smallint NOT NULL,
    verdict_days smallint NOT NULL,
    CONSTRAINT rescue_retention_is_at_least_a_day CHECK (((people_days >= 1) AND (verdict_days >= 1)))
);

COMMENT ON TABLE public.rescue_retention IS 'How long after its end an incident keeps people''s data, and verdicts count; a province changes its row';

CREATE TABLE public.rescue_step (
    id bigint NOT NULL,
    incident_id uuid NOT NULL,
    action text NOT NULL,
    state text NOT NULL,
    note text,
    by text NOT NULL,
    person_id uuid,
    occurred_at timestamp with time zone NOT NULL,
    CONSTRAINT rescue_step_by_is_known CHECK ((by = ANY (ARRAY['command'::text, 'holder'::text, 'volunteer'::text, 'caller'::text, 'system'::text])))
);

COMMENT ON TABLE public.rescue_step IS 'Everything done about an incident, who looked at a number too; kept when the people are forgotten';

ALTER TABLE public.rescue_step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rescue_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.rescue_verdict (
    incident_id uuid NOT NULL,
    caller_key text NOT NULL,
    proved boolean NOT NULL,
    decided_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.rescue_verdict IS 'What an incident turned out to be, by keyed hash of its callers'' numbers: false or true';

CREATE TABLE public.reservoir_order (
    id uuid NOT NULL,
    station_code text NOT NULL,
    from_m3s integer NOT NULL,
    to_m3s integer NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    issuer text NOT NULL,
    document text NOT NULL,
    note text NOT NULL,
    recorded_by uuid,
    recorded_at timestamp with time zone NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    CONSTRAINT reservoir_order_names_its_issuer CHECK ((issuer <> ''::text)),
    CONSTRAINT reservoir_order_rises CHECK (((from_m3s >= 0) AND (from_m3s <= to_m3s) AND (to_m3s <= 50000)))
);

COMMENT ON TABLE public.reservoir_order IS 'Orders to discharge so much from an hour on; a later one takes the place of an earlier one';

CREATE TABLE public.rights_request (
    id uuid NOT NULL,
    kind text NOT NULL,
    way text NOT NULL,
    person_id uuid,
    recorded_by uuid,
    commune_id bigint NOT NULL,
    household_id uuid,
    adult_id uuid,
    words text,
    third_party boolean DEFAULT false NOT NULL,
    received_at timestamp with time zone NOT NULL,
    answer_due_at timestamp with time zone NOT NULL,
    done_due_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    extended_at timestamp with time zone,
    closed_at timestamp with time zone,
    outcome text,
    CONSTRAINT rights_request_closed_with_an_outcome CHECK (((closed_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT rights_request_is_answered_before_it_is_done CHECK ((done_due_at >= answer_due_at)),
    CONSTRAINT rights_request_kind_is_known CHECK ((kind = ANY (ARRAY['view'::text, 'correct'::text, 'delete'::text, 'withdraw'::text, 'restrict'::text, 'object'::text]))),
    CONSTRAINT rights_request_outcome_is_known CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'taken_back'::text]))),
    CONSTRAINT rights_request_way_is_known CHECK ((way = ANY (ARRAY['app'::text, 'at_door'::text, 'office'::text])))
);

COMMENT ON TABLE public.rights_request IS 'What people ask about their data (Law 91/2025/QH15, Decree 356/2025): two clocks, to answer and to do it';

COMMENT ON COLUMN public.rights_request.words IS 'What they said, for finding them; gone once it is closed';

CREATE TABLE public.rights_step (
    id bigint NOT NULL,
    request_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    staff_id uuid,
    what text NOT NULL,
    words text,
    CONSTRAINT rights_step_is_known CHECK ((what = ANY (ARRAY['received'::text, 'answered'::text, 'found'::text, 'extended'::text, 'done'::text, 'refused'::text, 'taken_back'::text])))
);

COMMENT ON TABLE public.rights_step IS 'What was done about a request, by whom, in order';

ALTER TABLE public.rights_step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rights_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.role_grant (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    agency_id uuid,
    team_id uuid,
    province_code text,
    valid_from date NOT NULL,
    valid_to date,
    granted_by uuid,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_by uuid,
    revoked_at timestamp with time zone,
    reason text,
    CONSTRAINT role_grant_ends_after_it_starts CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT role_grant_province_is_a_code CHECK ((province_code ~ '^[0-9]{2}$'::text)),
    CONSTRAINT role_grant_revoker_means_revoked CHECK (((revoked_by IS NULL) OR (revoked_at IS NOT NULL)))
);

COMMENT ON TABLE public.role_grant IS 'Who may do what, from which day to which; everybody is a citizen without a grant';

COMMENT ON COLUMN public.role_grant.team_id IS 'A team of outreach/teams, whose table comes later than this one';

COMMENT ON COLUMN public.role_grant.valid_to IS 'The last day it holds, in Vietnam; null: until revoked';

COMMENT ON COLUMN public.role_grant.granted_by IS 'Null: loaded by the operator at the machine';

CREATE TABLE public.sealed_look (
    id bigint NOT NULL,
    opening_id uuid NOT NULL,
    staff_id uuid,
    looked_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.sealed_look IS 'Every time somebody read what was in a box';

ALTER TABLE public.sealed_look ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sealed_look_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sealed_opening (
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    reason text NOT NULL,
    asked_by uuid,
    asked_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    agreed_by uuid,
    agreed_at timestamp with time zone,
    refused_by uuid,
    refused_at timestamp with time zone,
    CONSTRAINT sealed_opening_is_agreed_or_refused CHECK (((agreed_at IS NULL) OR (refused_at IS NULL))),
    CONSTRAINT sealed_opening_says_why CHECK (((char_length(reason) >= 10) AND (char_length(reason) <= 1000))),
    CONSTRAINT sealed_opening_takes_two_people CHECK (((agreed_by IS NULL) OR (agreed_by <> asked_by)))
);

COMMENT ON TABLE public.sealed_opening IS 'Who asked to open a sealed box, why, and who agreed; rows are only ever added to';

CREATE TABLE public.second_factor (
    person_id uuid NOT NULL,
    sealed text,
    confirmed_at timestamp with time zone,
    pending text,
    last_step bigint DEFAULT 0 NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    tries_since timestamp with time zone NOT NULL,
    CONSTRAINT second_factor_confirmed_is_there CHECK (((sealed IS NULL) = (confirmed_at IS NULL))),
    CONSTRAINT second_factor_tries_are_few CHECK (((tries >= 0) AND (tries <= 5)))
);

COMMENT ON TABLE public.second_factor IS 'A person''s TOTP secret (RFC 6238), sealed (Fernet) with whose it is';

COMMENT ON COLUMN public.second_factor.pending IS 'A new secret shown once, until a code of it came back; the old one works till then';

COMMENT ON COLUMN public.second_factor.last_step IS 'The newest 30-second step whose code was taken: it and all before are used up';

COMMENT ON COLUMN public.second_factor.tries IS 'Wrong ones since tries_since; a right one begins anew';

CREATE TABLE public.second_factor_reset (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    reset_by uuid,
    reset_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT second_factor_reset_is_by_another CHECK ((reset_by <> person_id)),
    CONSTRAINT second_factor_reset_says_why CHECK ((reason <> ''::text))
);

COMMENT ON TABLE public.second_factor_reset IS 'A second factor that was taken away because app and paper were lost: whose, by whom, when, why';

COMMENT ON COLUMN public.second_factor_reset.reset_by IS 'Null: by the operator at the machine';

CREATE TABLE public.session (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    way text NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_why text,
    device text DEFAULT ''::text NOT NULL,
    second_factor_at timestamp with time zone,
    CONSTRAINT session_closed_says_why CHECK (((closed_at IS NULL) = (closed_why IS NULL)))
);

COMMENT ON TABLE public.session IS 'One sign-in on one device: the family of its refresh tokens';

COMMENT ON COLUMN public.session.demo IS 'Begun in a demo, where codes are shown to anybody: worth nothing once people are real';

COMMENT ON COLUMN public.session.device IS 'A browser and a system in words ("Chrome trên Android"), for the person to recognise; nothing more is kept';

COMMENT ON COLUMN public.session.second_factor_at IS 'When the second factor was last proven in this session; staff rights need it';

CREATE TABLE public.sign_in_code (
    id uuid NOT NULL,
    phone text NOT NULL,
    address text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT sign_in_code_tries_are_few CHECK (((tries >= 0) AND (tries <= 5)))
);

COMMENT ON TABLE public.sign_in_code IS 'A one-time code that was asked for. The code itself is derived from the id and never kept';

COMMENT ON COLUMN public.sign_in_code.address IS 'Keyed hash of the network address, for counting only';

CREATE TABLE public.sign_in_trip (
    state_digest text NOT NULL,
    binding_digest text NOT NULL,
    way text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_trip_ends_after_it_began CHECK ((expires_at > begun_at)),
    CONSTRAINT sign_in_trip_way_is_known CHECK ((way = ANY (ARRAY['oidc'::text, 'zalo'::text])))
);

COMMENT ON TABLE public.sign_in_trip IS 'Somebody went to sign in at another server; the row is deleted when they come back, so each trip ends once';

COMMENT ON COLUMN public.sign_in_trip.state_digest IS 'SHA-256 of the state; nonce and PKCE verifier are derived from the state, never kept';

COMMENT ON COLUMN public.sign_in_trip.binding_digest IS 'SHA-256 of what stayed in the browser that began: nobody else can end the trip';

CREATE TABLE public.team_area (
    team_id uuid NOT NULL,
    hamlet_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    CONSTRAINT team_area_ends_after_it_starts CHECK (((until IS NULL) OR (until > since)))
);

COMMENT ON TABLE public.team_area IS 'Which hamlets a team walks, and when: areas change, so they are dated';

CREATE TABLE public.team_badge (
    id bytea NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT team_badge_id_is_nine_bytes CHECK ((octet_length(id) = 9))
);

COMMENT ON TABLE public.team_badge IS 'Random handle of somebody''s badge; each day''s code is signed over it. After removal it stays, to say that they are no member';

CREATE TABLE public.team_course (
    code text NOT NULL,
    name text NOT NULL,
    required boolean NOT NULL,
    valid_months integer,
    basis text NOT NULL,
    CONSTRAINT team_course_lasts_some_months CHECK ((valid_months > 0))
);

COMMENT ON TABLE public.team_course IS 'What members are trained in; `required` ones make up the national figure of 100 % trained';

CREATE TABLE public.team_invitation (
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    role text NOT NULL,
    phone_hash text NOT NULL,
    phone_end text NOT NULL,
    phone_sealed text,
    invited_by uuid,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text,
    CONSTRAINT team_invitation_answer_is_known CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text]))),
    CONSTRAINT team_invitation_answered_with_an_answer CHECK (((answered_at IS NULL) = (answer IS NULL))),
    CONSTRAINT team_invitation_role_is_of_a_team CHECK ((role = ANY (ARRAY['volunteer'::text, 'team_leader'::text])))
);

COMMENT ON TABLE public.team_invitation IS 'Somebody invited to walk with a team; whoever proves the number answers. The number itself is kept until the SMS has left';

CREATE VIEW public.team_member AS
 SELECT team_id,
    person_id,
    ((valid_from)::timestamp without time zone AT TIME ZONE 'Asia/Ho_Chi_Minh'::text) AS since,
    LEAST((((valid_to + 1))::timestamp without time zone AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), revoked_at) AS until
   FROM public.role_grant
  WHERE (role = ANY (ARRAY['volunteer'::text, 'team_leader'::text]));

COMMENT ON VIEW public.team_member IS 'Who walks for a team, and when: the dated grants of its volunteers and leaders. What somebody logs counts by the membership at that moment';

CREATE TABLE public.team_training (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    team_id uuid NOT NULL,
    course_code text NOT NULL,
    held_on date NOT NULL,
    expires_on date,
    evidence text NOT NULL,
    evidence_ref text NOT NULL,
    recorded_by uuid,
    recorded_at timestamp with time zone NOT NULL,
    voided_by uuid,
    voided_at timestamp with time zone,
    void_reason text,
    CONSTRAINT team_training_evidence_is_known CHECK ((evidence = ANY (ARRAY['certificate'::text, 'attendance_list'::text, 'online_result'::text]))),
    CONSTRAINT team_training_expires_after_it_was_held CHECK (((expires_on IS NULL) OR (expires_on > held_on))),
    CONSTRAINT team_training_voided_with_a_reason CHECK (((voided_at IS NULL) = (void_reason IS NULL)))
);

COMMENT ON TABLE public.team_training IS 'Who was trained in what, when, shown by what, until when; a wrong line is voided with a reason, never deleted';

CREATE TABLE public.visit_event (
    event_id uuid NOT NULL,
    install_id uuid,
    seq bigint,
    type text NOT NULL,
    schema_version integer NOT NULL,
    subject_id uuid NOT NULL,
    team_id uuid NOT NULL,
    body jsonb NOT NULL,
    body_sha256 bytea NOT NULL,
    device_time timestamp with time zone NOT NULL,
    corrected_at timestamp with time zone NOT NULL,
    earliest_at timestamp with time zone NOT NULL,
    time_quality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    actor uuid NOT NULL,
    session_id uuid,
    device_mono bigint,
    latest_at timestamp with time zone,
    base_version integer,
    redacted_at timestamp with time zone,
    CONSTRAINT visit_event_bounds_are_ordered CHECK (((earliest_at <= corrected_at) AND (corrected_at <= received_at))),
    CONSTRAINT visit_event_seq_starts_at_one CHECK ((seq >= 1)),
    CONSTRAINT visit_event_time_quality_is_known CHECK ((time_quality = ANY (ARRAY['mono'::text, 'wall_ok'::text, 'wall_shifted'::text, 'bounded'::text])))
);

COMMENT ON TABLE public.visit_event IS 'Append-only: everything phones recorded and were entitled to. All outreach state is a fold of it';

COMMENT ON COLUMN public.visit_event.install_id IS 'Null, like seq: said by the server itself (a decision, a forced hold)';

COMMENT ON COLUMN public.visit_event.subject_id IS 'The household, adult or visit the event is about';

COMMENT ON COLUMN public.visit_event.body_sha256 IS 'Of the canonical content (type, schema_version, device_time, body): tells a resend from another event';

COMMENT ON COLUMN public.visit_event.corrected_at IS 'device_time put right by the clock difference at upload';

COMMENT ON COLUMN public.visit_event.earliest_at IS 'Equal to corrected_at unless the time is only bounded';

COMMENT ON COLUMN public.visit_event.session_id IS 'One run of the app: device_mono counts within it';

COMMENT ON COLUMN public.visit_event.device_mono IS 'Milliseconds of the phone''s own stopwatch, which nobody can set';

COMMENT ON COLUMN public.visit_event.latest_at IS 'Upper bound of the time when it is only bounded; else null';

COMMENT ON COLUMN public.visit_event.base_version IS 'The version of the subject the phone had before it when somebody edited';

COMMENT ON COLUMN public.visit_event.redacted_at IS 'When personal words were taken out of the body';

CREATE TABLE public.visit_hold (
    waits_for uuid NOT NULL,
    event_id uuid NOT NULL
);

COMMENT ON TABLE public.visit_hold IS 'Events that arrived before the household or adult they speak of; not folded yet';

CREATE TABLE public.visit_refusal (
    event_id uuid NOT NULL,
    reason_code text NOT NULL,
    refused_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.visit_refusal IS 'Events released from hold that then broke a rule; never folded, kept for review';

CREATE VIEW public.visit_event_folded AS
 SELECT event_id,
    install_id,
    seq,
    type,
    schema_version,
    subject_id,
    team_id,
    body,
    body_sha256,
    device_time,
    corrected_at,
    earliest_at,
    time_quality,
    received_at,
    actor
   FROM public.visit_event e
  WHERE ((NOT (EXISTS ( SELECT
           FROM public.visit_hold h
          WHERE (h.event_id = e.event_id)))) AND (NOT (EXISTS ( SELECT
           FROM public.visit_refusal r
          WHERE (r.event_id = e.event_id)))));

COMMENT ON VIEW public.visit_event_folded IS 'The events that count: neither held nor refused';

CREATE TABLE public.visit_forced (
    event_id uuid NOT NULL,
    forced_at timestamp with time zone NOT NULL,
    assumed uuid[] NOT NULL
);

COMMENT ON TABLE public.visit_forced IS 'Events that waited too long and count all the same; `assumed` are the households and adults made up for them';

CREATE TABLE public.visit_install (
    install_id uuid NOT NULL,
    person_id uuid NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    last_sync_at timestamp with time zone NOT NULL,
    clock_offset interval NOT NULL,
    received int8multirange DEFAULT '{}'::int8multirange NOT NULL,
    state text DEFAULT 'active'::text NOT NULL,
    state_at timestamp with time zone,
    state_by uuid,
    state_reason text,
    wipe_asked_at timestamp with time zone,
    wiped_at timestamp with time zone,
    public_key bytea,
    told_seq bigint DEFAULT 0 NOT NULL,
    pending integer DEFAULT 0 NOT NULL,
    app_version text,
    chain_seq bigint DEFAULT 0 NOT NULL,
    chain_head bytea DEFAULT '\x'::bytea NOT NULL,
    pulled_at timestamp with time zone
);

COMMENT ON TABLE public.visit_install IS 'One installation of the app on one phone';

COMMENT ON COLUMN public.visit_install.clock_offset IS 'Server time minus phone time at the last sync';

COMMENT ON COLUMN public.visit_install.received IS 'Every sequence number the server has taken charge of; a gap is a gap';

COMMENT ON COLUMN public.visit_install.public_key IS 'P-256 point of the key that cannot leave the phone; signs its uploads';

COMMENT ON COLUMN public.visit_install.told_seq IS 'The highest number the phone says it has given: what is missing below it is known to be missing';

COMMENT ON COLUMN public.visit_install.pending IS 'How many events the phone said it still holds';

COMMENT ON COLUMN public.visit_install.chain_head IS 'sha256 over seq:event_id in order, up to chain_seq';

CREATE TABLE public.visit_photo (
    visit_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    size integer NOT NULL,
    blob_id uuid NOT NULL,
    key bytea,
    received_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    gone_at timestamp with time zone,
    CONSTRAINT visit_photo_hash_is_sha256 CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT visit_photo_is_open_or_erased CHECK (((key IS NULL) = (erased_at IS NOT NULL))),
    CONSTRAINT visit_photo_is_small CHECK (((size >= 1) AND (size <= 12582912)))
);

COMMENT ON TABLE public.visit_photo IS 'Photos of visits: the file is sealed under a key of its own that stands only here, so that without it every copy of the file is noise';

COMMENT ON COLUMN public.visit_photo.gone_at IS 'When the file itself was deleted from the store';

CREATE TABLE public.visit_photo_barred (
    mark bytea NOT NULL,
    barred_at timestamp with time zone NOT NULL,
    CONSTRAINT visit_photo_mark_is_sha256 CHECK ((octet_length(mark) = 32))
);

COMMENT ON TABLE public.visit_photo_barred IS 'Photos somebody withdrew, as a hash of their hash: a phone that was offline cannot bring them back';

CREATE TABLE public.visit_photo_part (
    visit_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    starts_at integer NOT NULL,
    content bytea NOT NULL,
    received_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.visit_photo_part IS 'Pieces of a photo that is still arriving; forgotten after a week';

CREATE TABLE public.visit_quarantine (
    id bigint NOT NULL,
    event_id text NOT NULL,
    install_id uuid NOT NULL,
    seq bigint,
    actor uuid NOT NULL,
    reason_code text NOT NULL,
    sha256 bytea NOT NULL,
    payload bytea,
    received_at timestamp with time zone NOT NULL,
    until timestamp with time zone,
    decision text,
    decided_at timestamp with time zone,
    decided_by uuid,
    decided_why text,
    clock_offset interval
);

COMMENT ON TABLE public.visit_quarantine IS 'What was sent but not taken into the log, as it came, for people to review';

COMMENT ON COLUMN public.visit_quarantine.payload IS 'JSON as sent; null when keeping it would break a refusal of consent or keep personal numbers';

COMMENT ON COLUMN public.visit_quarantine.clock_offset IS 'The phone''s clock difference at that upload: what is approved later is read as on its first day';

ALTER TABLE public.visit_quarantine ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.visit_quarantine_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.visit_skill (
    code text NOT NULL,
    name text NOT NULL,
    "national" boolean NOT NULL,
    CONSTRAINT visit_skill_code_is_known CHECK ((code ~ '^(S(0[1-9]|1[0-6])|B0[1-5])$'::text))
);

COMMENT ON TABLE public.visit_skill IS 'S01-S16: our checklist; B01-B05: the five basic skills of 3240/BTTTT-CĐSQG (08/08/2024)';

CREATE TABLE public.walk_lease (
    id bigint NOT NULL,
    household_id uuid NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    CONSTRAINT walk_lease_lasts CHECK (((until > since) AND ((released_at IS NULL) OR (released_at >= since))))
);

COMMENT ON TABLE public.walk_lease IS 'Who goes to which door this evening: of two who ask at once one gets it; it ends by itself';

ALTER TABLE public.walk_lease ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.walk_lease_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.walk_request (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    hamlet_id uuid NOT NULL,
    household_id uuid,
    words text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_why text,
    CONSTRAINT walk_request_is_closed_for_a_reason CHECK (((closed_at IS NULL) = (closed_why IS NULL))),
    CONSTRAINT walk_request_reason_is_known CHECK ((closed_why = ANY (ARRAY['helped'::text, 'withdrawn'::text, 'not_found'::text]))),
    CONSTRAINT walk_request_words_are_short CHECK (((char_length(words) >= 1) AND (char_length(words) <= 200)))
);

COMMENT ON TABLE public.walk_request IS 'A family asks the team of its hamlet to come; `household_id` once the team knows the house';

CREATE TABLE public.walk_sheet (
    no integer NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    printed_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.walk_sheet IS 'A printed list of doors, for a walk without a phone';

CREATE TABLE public.walk_sheet_line (
    sheet_no integer NOT NULL,
    line smallint NOT NULL,
    household_id uuid NOT NULL,
    adult_ids uuid[] NOT NULL,
    entered_at timestamp with time zone,
    entered_by uuid,
    visit_id uuid,
    CONSTRAINT walk_sheet_line_has_two_figures CHECK (((line >= 1) AND (line <= 99))),
    CONSTRAINT walk_sheet_line_is_entered_as_a_visit CHECK (((entered_at IS NULL) = (visit_id IS NULL)))
);

COMMENT ON TABLE public.walk_sheet_line IS 'One door of a sheet; typed in once, it is the visit visit_id. adult_ids: the places of the adults on the paper';

ALTER TABLE public.walk_sheet ALTER COLUMN no ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.walk_sheet_no_seq
    START WITH 1001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.walk_weight (
    code text NOT NULL,
    place integer NOT NULL,
    points integer NOT NULL,
    most integer NOT NULL,
    sentence text NOT NULL,
    CONSTRAINT walk_weight_counts_something CHECK (((points > 0) AND (most > 0)))
);

COMMENT ON TABLE public.walk_weight IS 'Points of the list for tonight: `points` a piece, at most `most` pieces, and the sentence that says so ({n}: how many); sentences stand in the order of `place`';

CREATE TABLE public.way_stop (
    person_id uuid NOT NULL,
    way text NOT NULL,
    address text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone
);

COMMENT ON TABLE public.way_stop IS 'An address that cannot or must not be reached this way: a bounce, a phone without Zalo, STOP';

COMMENT ON COLUMN public.way_stop.until IS 'When it may be tried again; null: until the address changes';

CREATE TABLE public.worker_beat (
    worker text NOT NULL,
    beat_at timestamp with time zone NOT NULL
);

CREATE TABLE public.zalo_event (
    id bigint NOT NULL,
    channel text NOT NULL,
    dedupe_key text NOT NULL,
    event_name text NOT NULL,
    happened_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    zalo_id text,
    uid text,
    raw text,
    CONSTRAINT zalo_event_channel_is_known CHECK ((channel = ANY (ARRAY['oa'::text, 'mini_app'::text]))),
    CONSTRAINT zalo_event_state_is_known CHECK ((state = ANY (ARRAY['taken'::text, 'stale'::text])))
);

COMMENT ON TABLE public.zalo_event IS 'What Zalo told us, once each; the raw text goes after two weeks, a Mini App event''s key stays';

COMMENT ON COLUMN public.zalo_event.zalo_id IS 'Whose act it was, by the id scoped to our app';

COMMENT ON COLUMN public.zalo_event.uid IS 'The same person by the id scoped to the Official Account';

COMMENT ON COLUMN public.zalo_event.raw IS 'Null: forgotten';

ALTER TABLE public.zalo_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.zalo_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.zalo_follower (
    oa_id text NOT NULL,
    uid text NOT NULL,
    zalo_id text,
    following boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    wrote_at timestamp with time zone
);

COMMENT ON TABLE public.zalo_follower IS 'Who follows an Official Account: UID (scoped to it) and, when Zalo says it, the id scoped to our app';

COMMENT ON COLUMN public.zalo_follower.wrote_at IS 'Last time they wrote: replies are possible for seven days';

CREATE TABLE public.zalo_oa_rotation (
    id bigint NOT NULL,
    oa_id text NOT NULL,
    from_version integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    outcome text,
    code text,
    CONSTRAINT zalo_oa_rotation_finished_says_how CHECK (((finished_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT zalo_oa_rotation_outcome_is_known CHECK ((outcome = ANY (ARRAY['first'::text, 'rotated'::text, 'refused'::text, 'lost'::text, 'found'::text])))
);

COMMENT ON TABLE public.zalo_oa_rotation IS 'Every use of a refresh token, written before it is used; one that never finished was cut off by a crash';

COMMENT ON COLUMN public.zalo_oa_rotation.outcome IS 'found: the pair of a rotation whose commit had failed was read from the data folder';

ALTER TABLE public.zalo_oa_rotation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.zalo_oa_rotation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.zalo_oa_token (
    oa_id text NOT NULL,
    sealed text NOT NULL,
    access_expires_at timestamp with time zone NOT NULL,
    lifetime_s integer NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    rotated_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    stopped_code text,
    CONSTRAINT zalo_oa_token_id_is_short CHECK (((char_length(oa_id) >= 1) AND (char_length(oa_id) <= 40))),
    CONSTRAINT zalo_oa_token_lives_a_while CHECK ((lifetime_s > 0)),
    CONSTRAINT zalo_oa_token_stopped_says_why CHECK (((stopped_at IS NULL) = (stopped_code IS NULL)))
);

COMMENT ON TABLE public.zalo_oa_token IS 'One row an Official Account: its token pair, sealed (Fernet); the refresh token is good once';

COMMENT ON COLUMN public.zalo_oa_token.stopped_at IS 'Zalo refused the refresh token: an administrator must consent anew';

CREATE TABLE public.zalo_quarantine (
    id bigint NOT NULL,
    channel text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    raw text NOT NULL,
    signature text NOT NULL,
    CONSTRAINT zalo_quarantine_raw_is_short CHECK ((char_length(raw) <= 4000)),
    CONSTRAINT zalo_quarantine_signature_is_short CHECK ((char_length(signature) <= 200))
);

COMMENT ON TABLE public.zalo_quarantine IS 'A few bodies whose signature was wrong before a right one was ever seen: for whoever sets up the keys';

ALTER TABLE public.zalo_quarantine ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.zalo_quarantine_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.zalo_webhook_key (
    channel text NOT NULL,
    key_digest text NOT NULL,
    first_matched_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.zalo_webhook_key IS 'Keys that signed at least one right event: from then on a wrong signature is refused';

ALTER TABLE ONLY public.admin_boundary
    ADD CONSTRAINT admin_boundary_pkey PRIMARY KEY (unit_id);

ALTER TABLE ONLY public.admin_change
    ADD CONSTRAINT admin_change_pairs_units_once UNIQUE (old_id, new_id);

ALTER TABLE ONLY public.admin_change
    ADD CONSTRAINT admin_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.admin_unit
    ADD CONSTRAINT admin_unit_code_means_one_thing_on_a_day EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

ALTER TABLE ONLY public.admin_unit
    ADD CONSTRAINT admin_unit_code_starts_once_on_a_day UNIQUE (code, valid_from);

ALTER TABLE ONLY public.admin_unit
    ADD CONSTRAINT admin_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.adult
    ADD CONSTRAINT adult_no_is_unique UNIQUE (no);

ALTER TABLE ONLY public.adult
    ADD CONSTRAINT adult_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.adult_skill
    ADD CONSTRAINT adult_skill_pkey PRIMARY KEY (adult_id, code);

ALTER TABLE ONLY public.adult_state
    ADD CONSTRAINT adult_state_pkey PRIMARY KEY (adult_id);

ALTER TABLE ONLY public.agency
    ADD CONSTRAINT agency_code_is_unique UNIQUE (code);

ALTER TABLE ONLY public.agency
    ADD CONSTRAINT agency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert_area
    ADD CONSTRAINT alert_area_pkey PRIMARY KEY (alert_id, commune_id);

ALTER TABLE public.alert_delivery
    ADD CONSTRAINT alert_delivery_basis_is_known CHECK ((basis = ANY (ARRAY['consent'::text, 'danger_to_life'::text, 'place'::text, 'follow_up'::text, 'left_area'::text]))) NOT VALID;

ALTER TABLE ONLY public.alert_delivery
    ADD CONSTRAINT alert_delivery_pkey PRIMARY KEY (alert_id, person_id);

ALTER TABLE ONLY public.alert_draft
    ADD CONSTRAINT alert_draft_is_proposed_once UNIQUE (origin_key);

ALTER TABLE ONLY public.alert_draft
    ADD CONSTRAINT alert_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert_draft_step
    ADD CONSTRAINT alert_draft_step_pkey PRIMARY KEY (draft_id, version);

ALTER TABLE ONLY public.alert_hazard
    ADD CONSTRAINT alert_hazard_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.alert_hazard
    ADD CONSTRAINT alert_hazard_position_key UNIQUE ("position");

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_identifier_is_unique UNIQUE (identifier);

ALTER TABLE public.alert
    ADD CONSTRAINT alert_is_approved_by_another CHECK (((approved_by IS DISTINCT FROM published_by) OR (approved_by IS NULL))) NOT VALID;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_is_replaced_once UNIQUE (replaces);

ALTER TABLE ONLY public.alert_level
    ADD CONSTRAINT alert_level_pkey PRIMARY KEY (level);

ALTER TABLE public.alert
    ADD CONSTRAINT alert_origin_is_known CHECK ((origin = ANY (ARRAY['officer'::text, 'gauge'::text, 'upstream'::text]))) NOT VALID;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert_place
    ADD CONSTRAINT alert_place_has_its_own_position UNIQUE (person_id, "position");

ALTER TABLE ONLY public.alert_place
    ADD CONSTRAINT alert_place_pkey PRIMARY KEY (person_id, commune_id);

ALTER TABLE ONLY public.alert_source
    ADD CONSTRAINT alert_source_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.alert_upstream
    ADD CONSTRAINT alert_upstream_entry_is_taken_once UNIQUE (source, entry);

ALTER TABLE ONLY public.alert_upstream
    ADD CONSTRAINT alert_upstream_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_attempt
    ADD CONSTRAINT audit_attempt_pkey PRIMARY KEY (visit_id);

ALTER TABLE ONLY public.audit_draw
    ADD CONSTRAINT audit_draw_has_one_place UNIQUE (round_id, place);

ALTER TABLE ONLY public.audit_draw
    ADD CONSTRAINT audit_draw_is_of_one_house UNIQUE (round_id, household_id);

ALTER TABLE ONLY public.audit_draw
    ADD CONSTRAINT audit_draw_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_frame
    ADD CONSTRAINT audit_frame_pkey PRIMARY KEY (round_id, household_id);

ALTER TABLE ONLY public.audit_round
    ADD CONSTRAINT audit_round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_change
    ADD CONSTRAINT calendar_change_pkey PRIMARY KEY (id);

ALTER TABLE public.category
    ADD CONSTRAINT category_after_silence_is_known CHECK ((after_silence = ANY (ARRAY['resume'::text, 'refuse'::text]))) NOT VALID;

ALTER TABLE ONLY public.category_change
    ADD CONSTRAINT category_change_pkey PRIMARY KEY (id);

ALTER TABLE public.category
    ADD CONSTRAINT category_handed_to_names_a_channel CHECK ((handed_to <> ''::text)) NOT VALID;

ALTER TABLE ONLY public.category_local
    ADD CONSTRAINT category_local_code_means_one_subject UNIQUE (province_code, local_code);

ALTER TABLE ONLY public.category_local
    ADD CONSTRAINT category_local_pkey PRIMARY KEY (province_code, category_code);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (code);

ALTER TABLE public.category_route
    ADD CONSTRAINT category_route_is_reviewed_by_another CHECK (((proposed_by IS NULL) OR (reviewed_by IS NULL) OR (proposed_by <> reviewed_by))) NOT VALID;

ALTER TABLE ONLY public.category_route
    ADD CONSTRAINT category_route_pkey PRIMARY KEY (id);

ALTER TABLE public.category
    ADD CONSTRAINT category_sealed_is_not_public CHECK ((NOT (sealed AND public))) NOT VALID;

ALTER TABLE public.category
    ADD CONSTRAINT category_waits_some_days_for_a_reply CHECK (((reply_days >= 1) AND (reply_days <= 60))) NOT VALID;

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (id);

ALTER TABLE public.consent
    ADD CONSTRAINT consent_purpose_is_known CHECK ((purpose = ANY (ARRAY['alert_messages'::text, 'location'::text, 'team_contact'::text, 'rescue_help'::text]))) NOT VALID;

ALTER TABLE ONLY public.coverage_check
    ADD CONSTRAINT coverage_check_pkey PRIMARY KEY (as_of);

ALTER TABLE ONLY public.coverage_population
    ADD CONSTRAINT coverage_population_pkey PRIMARY KEY (commune_id, counted_on);

ALTER TABLE ONLY public.coverage_target
    ADD CONSTRAINT coverage_target_is_stated_once UNIQUE (indicator, population, due_on, version);

ALTER TABLE ONLY public.coverage_target
    ADD CONSTRAINT coverage_target_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coverage_total
    ADD CONSTRAINT coverage_total_pkey PRIMARY KEY (commune_id);

ALTER TABLE ONLY public.data_load
    ADD CONSTRAINT data_load_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_happens_once_a_way UNIQUE (message_id, way);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_code_is_unique_in_its_system UNIQUE (system, code);

ALTER TABLE ONLY public.dossier_due_change
    ADD CONSTRAINT dossier_due_change_pkey PRIMARY KEY (recount_id, dossier_id);

ALTER TABLE public.dossier_event
    ADD CONSTRAINT dossier_event_extension_has_a_reason CHECK (((extension_due_at IS NULL) = (extension_reason IS NULL))) NOT VALID;

ALTER TABLE ONLY public.dossier_event
    ADD CONSTRAINT dossier_event_id_is_unique_in_its_system UNIQUE (system, event_id);

ALTER TABLE ONLY public.dossier_event
    ADD CONSTRAINT dossier_event_pkey PRIMARY KEY (id);

ALTER TABLE public.dossier
    ADD CONSTRAINT dossier_extension_has_a_reason CHECK (((first_due_at IS NULL) OR (extension_reason IS NOT NULL))) NOT VALID;

ALTER TABLE ONLY public.dossier_follow
    ADD CONSTRAINT dossier_follow_pkey PRIMARY KEY (dossier_id, person_id);

ALTER TABLE ONLY public.dossier_letter
    ADD CONSTRAINT dossier_letter_is_made_once_an_event UNIQUE (dossier_event_id, kind);

ALTER TABLE ONLY public.dossier_letter
    ADD CONSTRAINT dossier_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dossier_lookup_try
    ADD CONSTRAINT dossier_lookup_try_pkey PRIMARY KEY (subject, window_at);

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dossier_question
    ADD CONSTRAINT dossier_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dossier_rating
    ADD CONSTRAINT dossier_rating_pkey PRIMARY KEY (dossier_id, person_id);

ALTER TABLE ONLY public.dossier_recount
    ADD CONSTRAINT dossier_recount_pkey PRIMARY KEY (id);

ALTER TABLE public.dossier
    ADD CONSTRAINT dossier_running_clock_has_not_stopped CHECK (((clock = 'stopped'::text) OR (stopped_at IS NULL))) NOT VALID;

ALTER TABLE ONLY public.dossier_share
    ADD CONSTRAINT dossier_share_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dossier_state
    ADD CONSTRAINT dossier_state_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.dossier_term
    ADD CONSTRAINT dossier_term_pkey PRIMARY KEY (procedure_code);

ALTER TABLE ONLY public.duplicate_decision
    ADD CONSTRAINT duplicate_decision_pkey PRIMARY KEY (first_id, second_id);

ALTER TABLE ONLY public.figure_state
    ADD CONSTRAINT figure_state_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.flood_cell
    ADD CONSTRAINT flood_cell_pkey PRIMARY KEY (level, cell, sign);

ALTER TABLE ONLY public.flood_point
    ADD CONSTRAINT flood_point_pkey PRIMARY KEY (report_id);

ALTER TABLE ONLY public.flood_subject
    ADD CONSTRAINT flood_subject_pkey PRIMARY KEY (category_code);

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_pkey PRIMARY KEY (visit_id, adult_id);

ALTER TABLE ONLY public.gauge_camera
    ADD CONSTRAINT gauge_camera_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.gauge_crossing
    ADD CONSTRAINT gauge_crossing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gauge_reading
    ADD CONSTRAINT gauge_reading_is_taken_once UNIQUE (station_code, quantity, at, sent_value, sent_unit);

ALTER TABLE ONLY public.gauge_reading
    ADD CONSTRAINT gauge_reading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gauge_station
    ADD CONSTRAINT gauge_station_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.hamlet
    ADD CONSTRAINT hamlet_name_is_unique_in_commune UNIQUE (commune_id, name);

ALTER TABLE ONLY public.hamlet
    ADD CONSTRAINT hamlet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.hamlet_place
    ADD CONSTRAINT hamlet_place_pkey PRIMARY KEY (hamlet_id, since);

ALTER TABLE ONLY public.help_call
    ADD CONSTRAINT help_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (scope, on_date);

ALTER TABLE ONLY public.household_member
    ADD CONSTRAINT household_member_has_one_home_at_a_time EXCLUDE USING gist (adult_id WITH =, tstzrange(since, until) WITH &&) WHERE ((kind = 'primary'::text));

ALTER TABLE ONLY public.household_member
    ADD CONSTRAINT household_member_pkey PRIMARY KEY (adult_id, household_id, since);

ALTER TABLE ONLY public.household
    ADD CONSTRAINT household_no_is_unique UNIQUE (no);

ALTER TABLE ONLY public.household
    ADD CONSTRAINT household_pkey PRIMARY KEY (id);

ALTER TABLE public.household
    ADD CONSTRAINT household_place_is_rough CHECK (((rough_lat IS NULL) OR ((rough_lat = (round((rough_lat)::numeric, 3))::double precision) AND (rough_lon = (round((rough_lon)::numeric, 3))::double precision)))) NOT VALID;

ALTER TABLE public.household
    ADD CONSTRAINT household_place_is_whole CHECK (((rough_lat IS NULL) = (rough_lon IS NULL))) NOT VALID;

ALTER TABLE ONLY public.household_place
    ADD CONSTRAINT household_place_pkey PRIMARY KEY (household_id, since);

ALTER TABLE ONLY public.integration_key
    ADD CONSTRAINT integration_key_hash_is_unique UNIQUE (key_hash);

ALTER TABLE public.integration_key
    ADD CONSTRAINT integration_key_is_signed_but_for_demo_and_open311 CHECK ((must_sign OR demo OR (scopes = '{reports:write}'::text[]))) NOT VALID;

ALTER TABLE ONLY public.integration_key
    ADD CONSTRAINT integration_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.integration_nonce
    ADD CONSTRAINT integration_nonce_pkey PRIMARY KEY (key_id, nonce);

ALTER TABLE ONLY public.integration_pull
    ADD CONSTRAINT integration_pull_pkey PRIMARY KEY (system);

ALTER TABLE ONLY public.integration_refusal
    ADD CONSTRAINT integration_refusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.member_miss
    ADD CONSTRAINT member_miss_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message_campaign_commune
    ADD CONSTRAINT message_campaign_commune_pkey PRIMARY KEY (campaign_id, commune_id);

ALTER TABLE ONLY public.message_campaign
    ADD CONSTRAINT message_campaign_has_its_own_key UNIQUE (dedupe_key);

ALTER TABLE ONLY public.message_campaign
    ADD CONSTRAINT message_campaign_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message_choice
    ADD CONSTRAINT message_choice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message_email
    ADD CONSTRAINT message_email_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_is_told_once UNIQUE (person_id, dedupe_key);

ALTER TABLE public.message
    ADD CONSTRAINT message_kind_is_known CHECK ((kind = ANY (ARRAY['dossier'::text, 'report'::text, 'alert'::text, 'visit'::text, 'campaign'::text, 'system'::text]))) NOT VALID;

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);

ALTER TABLE public.message
    ADD CONSTRAINT message_priority_is_known CHECK (((priority >= 0) AND (priority <= 2))) NOT VALID;

ALTER TABLE ONLY public.message_spending
    ADD CONSTRAINT message_spending_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.moderation
    ADD CONSTRAINT moderation_pkey PRIMARY KEY (report_id);

ALTER TABLE ONLY public.moderation_step
    ADD CONSTRAINT moderation_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.month_close
    ADD CONSTRAINT month_close_pkey PRIMARY KEY (commune_id, month);

ALTER TABLE ONLY public.nightly_run
    ADD CONSTRAINT nightly_run_pkey PRIMARY KEY (task, day);

ALTER TABLE ONLY public.office_hours
    ADD CONSTRAINT office_hours_pkey PRIMARY KEY (scope, valid_from, opens);

ALTER TABLE ONLY public.open311_attribute
    ADD CONSTRAINT open311_attribute_pkey PRIMARY KEY (category_code, code);

ALTER TABLE ONLY public.open311_forward
    ADD CONSTRAINT open311_forward_pkey PRIMARY KEY (report_id, system);

ALTER TABLE ONLY public.open311_post
    ADD CONSTRAINT open311_post_is_kept_once UNIQUE (system, content_hash);

ALTER TABLE ONLY public.open311_post
    ADD CONSTRAINT open311_post_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.open311_route
    ADD CONSTRAINT open311_route_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.open311_status
    ADD CONSTRAINT open311_status_pkey PRIMARY KEY (system, word);

ALTER TABLE ONLY public.open311_system
    ADD CONSTRAINT open311_system_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.outbox_event
    ADD CONSTRAINT outbox_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox_job
    ADD CONSTRAINT outbox_job_pkey PRIMARY KEY (event_id, job);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_has_zalo_id_once UNIQUE (zalo_id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.photo_area
    ADD CONSTRAINT photo_area_pkey PRIMARY KEY (id);

ALTER TABLE public.photo
    ADD CONSTRAINT photo_is_public_only_once_looked_at CHECK ((hidden OR (moderated_at IS NOT NULL))) NOT VALID;

ALTER TABLE ONLY public.photo_opening
    ADD CONSTRAINT photo_opening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.photo_part
    ADD CONSTRAINT photo_part_pkey PRIMARY KEY (report_id, "position", starts_at);

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_place_is_taken_once UNIQUE (report_id, taken_for, "position");

ALTER TABLE ONLY public.photo_upload
    ADD CONSTRAINT photo_upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_catalogue
    ADD CONSTRAINT procedure_catalogue_pkey PRIMARY KEY (singleton);

ALTER TABLE ONLY public.procedure_change
    ADD CONSTRAINT procedure_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_choice
    ADD CONSTRAINT procedure_choice_pkey PRIMARY KEY (day, province_code, query, procedure_code);

ALTER TABLE ONLY public.procedure_edition
    ADD CONSTRAINT procedure_edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_elsewhere
    ADD CONSTRAINT procedure_elsewhere_pkey PRIMARY KEY (theme, phrase);

ALTER TABLE ONLY public.procedure_event_group
    ADD CONSTRAINT procedure_event_group_pkey PRIMARY KEY (event_code, no);

ALTER TABLE ONLY public.procedure_event
    ADD CONSTRAINT procedure_event_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.procedure_event_step
    ADD CONSTRAINT procedure_event_step_pkey PRIMARY KEY (event_code, "position");

ALTER TABLE ONLY public.procedure_guide
    ADD CONSTRAINT procedure_guide_pkey PRIMARY KEY (procedure_code);

ALTER TABLE ONLY public.procedure_paper
    ADD CONSTRAINT procedure_paper_pkey PRIMARY KEY (procedure_code, no);

ALTER TABLE ONLY public.procedure_phrase
    ADD CONSTRAINT procedure_phrase_pkey PRIMARY KEY (procedure_code, "position");

ALTER TABLE ONLY public.procedure
    ADD CONSTRAINT procedure_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.procedure_search
    ADD CONSTRAINT procedure_search_pkey PRIMARY KEY (day, province_code, query);

ALTER TABLE ONLY public.procedure_search_rest
    ADD CONSTRAINT procedure_search_rest_pkey PRIMARY KEY (day, province_code);

ALTER TABLE ONLY public.procedure_synonym
    ADD CONSTRAINT procedure_synonym_pkey PRIMARY KEY (term);

ALTER TABLE ONLY public.procedure_way
    ADD CONSTRAINT procedure_way_pkey PRIMARY KEY (procedure_code, channel);

ALTER TABLE ONLY public.procedure_word
    ADD CONSTRAINT procedure_word_pkey PRIMARY KEY (kind, phrase);

ALTER TABLE ONLY public.province_account
    ADD CONSTRAINT province_account_is_one_a_person UNIQUE (person_id, issuer);

ALTER TABLE ONLY public.province_account
    ADD CONSTRAINT province_account_pkey PRIMARY KEY (issuer, subject);

ALTER TABLE ONLY public.push_subscription
    ADD CONSTRAINT push_subscription_endpoint_is_unique UNIQUE (endpoint);

ALTER TABLE ONLY public.push_subscription
    ADD CONSTRAINT push_subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.quality_review
    ADD CONSTRAINT quality_review_pkey PRIMARY KEY (team_id, person_id, code, subject);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (person_id, digest);

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.registry_alias
    ADD CONSTRAINT registry_alias_pkey PRIMARY KEY (merge_id, loser_id);

ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_is_noted_once UNIQUE (first_event, second_event, field);

ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_edit
    ADD CONSTRAINT registry_edit_is_noted_once UNIQUE (event_id);

ALTER TABLE ONLY public.registry_edit
    ADD CONSTRAINT registry_edit_pkey PRIMARY KEY (subject_id, version);

ALTER TABLE ONLY public.registry_feed
    ADD CONSTRAINT registry_feed_pkey PRIMARY KEY (commune_id);

ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_pkey PRIMARY KEY (merge_id);

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_pkey PRIMARY KEY (event_id, adult_id);

ALTER TABLE ONLY public.registry_tombstone
    ADD CONSTRAINT registry_tombstone_pkey PRIMARY KEY (hamlet_id, "position");

ALTER TABLE ONLY public.report_alarm
    ADD CONSTRAINT report_alarm_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_box
    ADD CONSTRAINT report_box_pkey PRIMARY KEY (report_id);

ALTER TABLE ONLY public.report_candidate
    ADD CONSTRAINT report_candidate_pkey PRIMARY KEY (report_id, commune_id);

ALTER TABLE ONLY public.report_due_change
    ADD CONSTRAINT report_due_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_erasure
    ADD CONSTRAINT report_erasure_pkey PRIMARY KEY (report_id);

ALTER TABLE public.report
    ADD CONSTRAINT report_extension_has_a_reason_and_the_first_promise CHECK ((((extended_at IS NULL) = (extension_reason IS NULL)) AND ((extended_at IS NULL) = (first_due_at IS NULL)))) NOT VALID;

ALTER TABLE ONLY public.report_incident
    ADD CONSTRAINT report_incident_pkey PRIMARY KEY (report_id);

ALTER TABLE public.report
    ADD CONSTRAINT report_is_not_its_own_parent CHECK (((parent_id <> id) AND (follows_id <> id))) NOT VALID;

ALTER TABLE public.report
    ADD CONSTRAINT report_is_paused_only_while_it_waits CHECK (((paused_at IS NULL) OR (state = 'waiting_reporter'::text))) NOT VALID;

ALTER TABLE ONLY public.report_ladder
    ADD CONSTRAINT report_ladder_pkey PRIMARY KEY (level);

ALTER TABLE ONLY public.report_notice
    ADD CONSTRAINT report_notice_pkey PRIMARY KEY (action);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_number_key UNIQUE (number);

ALTER TABLE public.report
    ADD CONSTRAINT report_pin_is_known CHECK ((pin = ANY (ARRAY['gps'::text, 'photo'::text, 'hand'::text, 'link'::text]))) NOT VALID;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_rating
    ADD CONSTRAINT report_rating_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_recount
    ADD CONSTRAINT report_recount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_refusal_reason
    ADD CONSTRAINT report_refusal_reason_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.report_refusal_reason
    ADD CONSTRAINT report_refusal_reason_position_key UNIQUE ("position");

ALTER TABLE ONLY public.report_reporter
    ADD CONSTRAINT report_reporter_pkey PRIMARY KEY (report_id);

ALTER TABLE ONLY public.report_rung
    ADD CONSTRAINT report_rung_pkey PRIMARY KEY (report_id, level);

ALTER TABLE ONLY public.report_state
    ADD CONSTRAINT report_state_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.report_state
    ADD CONSTRAINT report_state_position_key UNIQUE ("position");

ALTER TABLE ONLY public.report_step
    ADD CONSTRAINT report_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_support
    ADD CONSTRAINT report_support_pkey PRIMARY KEY (report_id);

ALTER TABLE ONLY public.report_template
    ADD CONSTRAINT report_template_pkey PRIMARY KEY (id);

ALTER TABLE public.report
    ADD CONSTRAINT report_term_has_a_unit CHECK (((term IS NULL) = (term_unit IS NULL))) NOT VALID;

ALTER TABLE public.report
    ADD CONSTRAINT report_waits_for_its_reporter_until_a_day CHECK (((state = 'waiting_reporter'::text) = (waiting_until IS NOT NULL))) NOT VALID;

ALTER TABLE ONLY public.report_witness
    ADD CONSTRAINT report_witness_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rescue_call
    ADD CONSTRAINT rescue_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rescue_call
    ADD CONSTRAINT rescue_call_position_is_its_own UNIQUE (incident_id, "position");

ALTER TABLE ONLY public.rescue_incident
    ADD CONSTRAINT rescue_incident_number_key UNIQUE (number);

ALTER TABLE ONLY public.rescue_incident
    ADD CONSTRAINT rescue_incident_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rescue_retention
    ADD CONSTRAINT rescue_retention_pkey PRIMARY KEY (province_code);

ALTER TABLE ONLY public.rescue_step
    ADD CONSTRAINT rescue_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rescue_verdict
    ADD CONSTRAINT rescue_verdict_pkey PRIMARY KEY (incident_id, caller_key);

ALTER TABLE ONLY public.reservoir_order
    ADD CONSTRAINT reservoir_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rights_request
    ADD CONSTRAINT rights_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rights_step
    ADD CONSTRAINT rights_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_holds_once_at_a_time EXCLUDE USING gist (person_id WITH =, role WITH =, COALESCE(agency_id, team_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, COALESCE(province_code, ''::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((revoked_at IS NULL));

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (id);

ALTER TABLE public.role_grant
    ADD CONSTRAINT role_grant_role_is_known CHECK ((role = ANY (ARRAY['volunteer'::text, 'team_leader'::text, 'handler'::text, 'officer'::text, 'admin'::text]))) NOT VALID;

ALTER TABLE public.role_grant
    ADD CONSTRAINT role_grant_scope_fits_role CHECK ((((role = ANY (ARRAY['volunteer'::text, 'team_leader'::text])) = (team_id IS NOT NULL)) AND ((role = 'handler'::text) = (agency_id IS NOT NULL)) AND ((role = 'officer'::text) = (province_code IS NOT NULL)))) NOT VALID;

ALTER TABLE ONLY public.sealed_look
    ADD CONSTRAINT sealed_look_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sealed_opening
    ADD CONSTRAINT sealed_opening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.second_factor_reset
    ADD CONSTRAINT second_factor_reset_pkey PRIMARY KEY (id);

ALTER TABLE public.session
    ADD CONSTRAINT session_closed_why_is_known CHECK ((closed_why = ANY (ARRAY['signed_out'::text, 'reused'::text, 'signed_out_everywhere'::text, 'revoked'::text, 'second_factor_reset'::text]))) NOT VALID;

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE public.session
    ADD CONSTRAINT session_way_is_known CHECK ((way = ANY (ARRAY['demo'::text, 'zalo'::text, 'otp'::text, 'oidc'::text]))) NOT VALID;

ALTER TABLE ONLY public.sign_in_code
    ADD CONSTRAINT sign_in_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sign_in_trip
    ADD CONSTRAINT sign_in_trip_pkey PRIMARY KEY (state_digest);

ALTER TABLE ONLY public.team_area
    ADD CONSTRAINT team_area_is_given_once_at_a_time EXCLUDE USING gist (team_id WITH =, hamlet_id WITH =, tstzrange(since, until) WITH &&);

ALTER TABLE ONLY public.team_badge
    ADD CONSTRAINT team_badge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_code_is_unique UNIQUE (code);

ALTER TABLE ONLY public.team_course
    ADD CONSTRAINT team_course_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.team_invitation
    ADD CONSTRAINT team_invitation_pkey PRIMARY KEY (id);

ALTER TABLE public.team
    ADD CONSTRAINT team_kind_is_known CHECK ((kind = ANY (ARRAY['hamlet'::text, 'commune'::text]))) NOT VALID;

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.team_training
    ADD CONSTRAINT team_training_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit_adult
    ADD CONSTRAINT visit_adult_pkey PRIMARY KEY (visit_id, adult_id);

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_comes_from_one_event UNIQUE (event_id);

ALTER TABLE public.visit_event
    ADD CONSTRAINT visit_event_comes_from_a_phone_or_from_us CHECK (((install_id IS NULL) = (seq IS NULL))) NOT VALID;

ALTER TABLE public.visit_event
    ADD CONSTRAINT visit_event_latest_is_a_bound CHECK (((latest_at IS NULL) OR ((corrected_at <= latest_at) AND (latest_at <= received_at)))) NOT VALID;

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_seq_is_used_once UNIQUE (install_id, seq);

ALTER TABLE public.visit_event
    ADD CONSTRAINT visit_event_type_is_known CHECK ((type = ANY (ARRAY['household_added'::text, 'household_changed'::text, 'household_removed'::text, 'household_restored'::text, 'household_split'::text, 'household_moved'::text, 'household_merged'::text, 'adult_added'::text, 'adult_changed'::text, 'adult_moved'::text, 'adult_merged'::text, 'merge_undone'::text, 'consent_withdrawn'::text, 'visit_logged'::text, 'visit_corrected'::text]))) NOT VALID;

ALTER TABLE ONLY public.visit_forced
    ADD CONSTRAINT visit_forced_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.visit_hold
    ADD CONSTRAINT visit_hold_pkey PRIMARY KEY (waits_for, event_id);

ALTER TABLE ONLY public.visit_install
    ADD CONSTRAINT visit_install_pkey PRIMARY KEY (install_id);

ALTER TABLE public.visit_install
    ADD CONSTRAINT visit_install_state_is_known CHECK ((state = ANY (ARRAY['active'::text, 'revoked'::text, 'cloned'::text]))) NOT VALID;

ALTER TABLE ONLY public.visit_photo_barred
    ADD CONSTRAINT visit_photo_barred_pkey PRIMARY KEY (mark);

ALTER TABLE ONLY public.visit_photo_part
    ADD CONSTRAINT visit_photo_part_pkey PRIMARY KEY (visit_id, sha256, starts_at);

ALTER TABLE ONLY public.visit_photo
    ADD CONSTRAINT visit_photo_pkey PRIMARY KEY (visit_id, sha256);

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (id);

ALTER TABLE public.visit_quarantine
    ADD CONSTRAINT visit_quarantine_decision_is_known CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text]))) NOT VALID;

ALTER TABLE ONLY public.visit_quarantine
    ADD CONSTRAINT visit_quarantine_keeps_a_content_once UNIQUE (event_id, sha256, reason_code);

ALTER TABLE ONLY public.visit_quarantine
    ADD CONSTRAINT visit_quarantine_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit_refusal
    ADD CONSTRAINT visit_refusal_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.visit_skill
    ADD CONSTRAINT visit_skill_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.walk_lease
    ADD CONSTRAINT walk_lease_is_held_by_one EXCLUDE USING gist (household_id WITH =, tstzrange(since, LEAST(until, released_at)) WITH &&);

ALTER TABLE ONLY public.walk_lease
    ADD CONSTRAINT walk_lease_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.walk_request
    ADD CONSTRAINT walk_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.walk_sheet_line
    ADD CONSTRAINT walk_sheet_line_pkey PRIMARY KEY (sheet_no, line);

ALTER TABLE ONLY public.walk_sheet
    ADD CONSTRAINT walk_sheet_pkey PRIMARY KEY (no);

ALTER TABLE ONLY public.walk_weight
    ADD CONSTRAINT walk_weight_has_one_place UNIQUE (place);

ALTER TABLE ONLY public.walk_weight
    ADD CONSTRAINT walk_weight_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.way_stop
    ADD CONSTRAINT way_stop_pkey PRIMARY KEY (person_id, way);

ALTER TABLE ONLY public.worker_beat
    ADD CONSTRAINT worker_beat_pkey PRIMARY KEY (worker);

ALTER TABLE ONLY public.zalo_event
    ADD CONSTRAINT zalo_event_is_taken_once UNIQUE (channel, dedupe_key);

ALTER TABLE ONLY public.zalo_event
    ADD CONSTRAINT zalo_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.zalo_follower
    ADD CONSTRAINT zalo_follower_pkey PRIMARY KEY (oa_id, uid);

ALTER TABLE ONLY public.zalo_oa_rotation
    ADD CONSTRAINT zalo_oa_rotation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.zalo_oa_token
    ADD CONSTRAINT zalo_oa_token_pkey PRIMARY KEY (oa_id);

ALTER TABLE ONLY public.zalo_quarantine
    ADD CONSTRAINT zalo_quarantine_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.zalo_webhook_key
    ADD CONSTRAINT zalo_webhook_key_pkey PRIMARY KEY (channel, key_digest);

CREATE INDEX admin_boundary_bounds ON public.admin_boundary USING gist (bounds);

CREATE UNIQUE INDEX admin_change_has_one_default ON public.admin_change USING btree (old_id) WHERE default_target;

CREATE INDEX admin_change_of_new ON public.admin_change USING btree (new_id);

CREATE INDEX admin_unit_centroid ON public.admin_unit USING gist (point(lon, lat)) WHERE ((valid_to IS NULL) AND (lat IS NOT NULL));

CREATE INDEX admin_unit_of_province ON public.admin_unit USING btree (province_code, sort_key) WHERE (valid_to IS NULL);

CREATE INDEX admin_unit_parent ON public.admin_unit USING btree (parent_id);

CREATE INDEX adult_alias ON public.adult USING btree (id) WHERE (root_id IS NOT NULL);

CREATE INDEX adult_household ON public.adult USING btree (household_id);

CREATE INDEX adult_minor ON public.adult USING btree (turns_18_on) WHERE minor;

CREATE INDEX adult_root ON public.adult USING btree (root_id) WHERE (root_id IS NOT NULL);

CREATE INDEX adult_state_commune ON public.adult_state USING btree (commune_id);

CREATE INDEX agency_commune ON public.agency USING btree (commune_id);

CREATE INDEX agency_of_province ON public.agency USING btree (province_code, code);

CREATE INDEX alert_approved_by ON public.alert USING btree (approved_by);

CREATE INDEX alert_area_commune ON public.alert_area USING btree (commune_id, alert_id);

CREATE INDEX alert_chain ON public.alert USING btree (chain_id, sent_at);

CREATE INDEX alert_delivery_person ON public.alert_delivery USING btree (person_id);

CREATE INDEX alert_draft_changed_by ON public.alert_draft USING btree (changed_by);

CREATE INDEX alert_draft_decided_by ON public.alert_draft USING btree (decided_by);

CREATE INDEX alert_draft_open ON public.alert_draft USING btree (province_code, changed_at DESC) WHERE (state = ANY (ARRAY['draft'::text, 'waiting'::text, 'refused'::text]));

CREATE INDEX alert_draft_sent_by ON public.alert_draft USING btree (sent_by);

CREATE INDEX alert_draft_step_person ON public.alert_draft_step USING btree (person_id);

CREATE INDEX alert_hazard_group ON public.alert_hazard USING btree (group_no);

CREATE INDEX alert_hazard_of ON public.alert USING btree (hazard);

CREATE INDEX alert_in_force ON public.alert USING btree (expires_at);

CREATE INDEX alert_level_of ON public.alert USING btree (risk_level);

CREATE INDEX alert_newest ON public.alert USING btree (sent_at DESC, id DESC);

CREATE INDEX alert_place_commune ON public.alert_place USING btree (commune_id, person_id);

CREATE INDEX alert_published_by ON public.alert USING btree (published_by);

CREATE INDEX alert_source_due ON public.alert_source USING btree (next_at) WHERE active;

CREATE INDEX alert_upstream_identifier ON public.alert_upstream USING btree (sender, identifier);

CREATE INDEX alert_upstream_newest ON public.alert_upstream USING btree (source, id DESC);

CREATE INDEX audit_attempt_draw ON public.audit_attempt USING btree (draw_id);

CREATE INDEX audit_draw_adult ON public.audit_draw USING btree (adult_id);

CREATE INDEX audit_draw_household ON public.audit_draw USING btree (household_id);

CREATE INDEX audit_draw_team ON public.audit_draw USING btree (team_id);

CREATE INDEX audit_frame_household ON public.audit_frame USING btree (household_id);

CREATE INDEX audit_round_closed_by ON public.audit_round USING btree (closed_by);

CREATE INDEX audit_round_committed_by ON public.audit_round USING btree (committed_by);

CREATE UNIQUE INDEX audit_round_is_open_once ON public.audit_round USING btree (province_code) WHERE (closed_at IS NULL);

CREATE INDEX audit_round_province ON public.audit_round USING btree (province_code, committed_at);

CREATE INDEX category_change_by ON public.category_change USING btree (changed_by) WHERE (changed_by IS NOT NULL);

CREATE INDEX category_change_due ON public.category_change USING btree (effective_on) WHERE (applied_at IS NULL);

CREATE INDEX category_change_of ON public.category_change USING btree (category_code, id);

CREATE INDEX category_local_category ON public.category_local USING btree (category_code);

CREATE INDEX category_parent ON public.category USING btree (parent_code);

CREATE INDEX category_route_agency ON public.category_route USING btree (agency_id);

CREATE INDEX category_route_category ON public.category_route USING btree (category_code);

CREATE INDEX category_route_commune ON public.category_route USING btree (commune_id);

CREATE UNIQUE INDEX category_route_is_one_answer ON public.category_route USING btree (province_code, COALESCE(category_code, ''::text), COALESCE(commune_id, (0)::bigint), valid_from);

CREATE INDEX category_route_proposed_by ON public.category_route USING btree (proposed_by) WHERE (proposed_by IS NOT NULL);

CREATE INDEX category_route_reviewed_by ON public.category_route USING btree (reviewed_by) WHERE (reviewed_by IS NOT NULL);

CREATE INDEX consent_newest ON public.consent USING btree (person_id, purpose, id DESC);

CREATE INDEX delivery_dead ON public.delivery USING btree (created_at DESC, id DESC) WHERE (state = 'dead'::text);

CREATE INDEX delivery_finished ON public.delivery USING btree (created_at) WHERE (state = ANY (ARRAY['sent'::text, 'delivered'::text, 'unreachable'::text, 'unwanted'::text, 'dead'::text]));

CREATE INDEX delivery_person ON public.delivery USING btree (person_id);

CREATE INDEX delivery_provider_ref ON public.delivery USING btree (provider_ref) WHERE (provider_ref IS NOT NULL);

CREATE INDEX delivery_resent_by ON public.delivery USING btree (resent_by);

CREATE INDEX delivery_unsettled ON public.delivery USING btree (way, next_try_at) WHERE (state = ANY (ARRAY['sending'::text, 'unsure'::text]));

CREATE INDEX delivery_waiting ON public.delivery USING btree (way, priority, next_try_at, id) WHERE (state = 'waiting'::text);

CREATE INDEX dossier_code_proof ON public.dossier USING btree (code_key, id) INCLUDE (system, code, last4_hash) WHERE (last4_hash IS NOT NULL);

CREATE INDEX dossier_due_change_of_dossier ON public.dossier_due_change USING btree (dossier_id);

CREATE INDEX dossier_due_change_untold ON public.dossier_due_change USING btree (dossier_id, recount_id) WHERE (told_at IS NULL);

CREATE UNIQUE INDEX dossier_event_counts_once ON public.dossier_event USING btree (dossier_id, sequence, (
CASE
    WHEN (verdict <> 'held'::text) THEN true
    ELSE NULL::boolean
END));

CREATE INDEX dossier_event_held ON public.dossier_event USING btree (recorded_at) WHERE (verdict = 'held'::text);

CREATE INDEX dossier_event_held_of_system ON public.dossier_event USING btree (system, recorded_at, event_id) WHERE (verdict = 'held'::text);

CREATE INDEX dossier_follow_of_person ON public.dossier_follow USING btree (person_id);

CREATE INDEX dossier_letter_of_dossier ON public.dossier_letter USING btree (dossier_id, made_at);

CREATE INDEX dossier_lookup_try_window ON public.dossier_lookup_try USING btree (window_at);

CREATE INDEX dossier_missing ON public.dossier USING btree (system, id) WHERE (missing IS NOT NULL);

CREATE INDEX dossier_not_stopped ON public.dossier USING btree (id) WHERE (stopped_at IS NULL);

CREATE INDEX dossier_phone_hash ON public.dossier USING btree (phone_hash) WHERE (phone_hash IS NOT NULL);

CREATE INDEX dossier_question_answered_by ON public.dossier_question USING btree (answered_by);

CREATE INDEX dossier_question_of_dossier ON public.dossier_question USING btree (dossier_id, asked_at);

CREATE INDEX dossier_question_of_person ON public.dossier_question USING btree (person_id, asked_at);

CREATE UNIQUE INDEX dossier_question_one_open ON public.dossier_question USING btree (dossier_id, person_id) WHERE (answered_at IS NULL);

CREATE INDEX dossier_question_open ON public.dossier_question USING btree (answer_by, id) WHERE (answered_at IS NULL);

CREATE INDEX dossier_rating_person ON public.dossier_rating USING btree (person_id);

CREATE INDEX dossier_rating_rated ON public.dossier_rating USING btree (rated_at);

CREATE UNIQUE INDEX dossier_recount_one_at_a_time ON public.dossier_recount USING btree ((true)) WHERE (finished_at IS NULL);

CREATE UNIQUE INDEX dossier_share_lives_once ON public.dossier_share USING btree (dossier_id, person_id) WHERE (ended_at IS NULL);

CREATE INDEX dossier_share_of_dossier ON public.dossier_share USING btree (dossier_id, person_id, asked_at);

CREATE INDEX dossier_share_of_person ON public.dossier_share USING btree (person_id, asked_at);

CREATE INDEX dossier_share_with_phone ON public.dossier_share USING btree (asked_at) WHERE (owner_phone IS NOT NULL);

CREATE INDEX duplicate_decision_decided_by ON public.duplicate_decision USING btree (decided_by);

CREATE INDEX duplicate_decision_second ON public.duplicate_decision USING btree (second_id);

CREATE INDEX figure_cell_agency ON public.figure_cell USING btree (agency_id, month);

CREATE INDEX figure_cell_category ON public.figure_cell USING btree (category_code, month);

CREATE INDEX figure_cell_commune ON public.figure_cell USING btree (commune_id, month);

CREATE UNIQUE INDEX figure_cell_is_one ON public.figure_cell USING btree (month, category_code, commune_id, told_commune_id, COALESCE(agency_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE INDEX figure_cell_told_commune ON public.figure_cell USING btree (told_commune_id, month);

CREATE INDEX flood_point_in_cell_1 ON public.flood_point USING btree (cell_1, sign, at DESC);

CREATE INDEX flood_point_in_cell_2 ON public.flood_point USING btree (cell_2, sign, at DESC);

CREATE INDEX flood_point_in_cell_3 ON public.flood_point USING btree (cell_3, sign, at DESC);

CREATE INDEX flood_point_in_cell_4 ON public.flood_point USING btree (cell_4, sign, at DESC);

CREATE INDEX flood_point_oldest ON public.flood_point USING btree (at);

CREATE INDEX follow_up_adult ON public.follow_up USING btree (adult_id);

CREATE INDEX follow_up_settled_by ON public.follow_up USING btree (settled_by);

CREATE INDEX gauge_camera_station ON public.gauge_camera USING btree (station_code);

CREATE INDEX gauge_crossing_newest ON public.gauge_crossing USING btree (at DESC, id);

CREATE INDEX gauge_crossing_of_station ON public.gauge_crossing USING btree (station_code, at DESC);

CREATE INDEX gauge_crossing_reading ON public.gauge_crossing USING btree (reading_id);

CREATE INDEX gauge_reading_judged_by ON public.gauge_reading USING btree (judged_by) WHERE (judged_by IS NOT NULL);

CREATE INDEX gauge_reading_newest ON public.gauge_reading USING btree (station_code, quantity, at DESC);

CREATE UNIQUE INDEX gauge_reading_one_truth ON public.gauge_reading USING btree (station_code, quantity, at DESC) WHERE good;

CREATE INDEX gauge_reading_to_judge ON public.gauge_reading USING btree (received_at DESC, id DESC) WHERE ((NOT good) AND (verdict IS NULL));

CREATE INDEX hamlet_place_commune ON public.hamlet_place USING btree (commune_id);

CREATE INDEX help_call_answered_by ON public.help_call USING btree (answered_by);

CREATE INDEX help_call_household ON public.help_call USING btree (household_id);

CREATE INDEX help_call_person ON public.help_call USING btree (person_id);

CREATE INDEX help_call_team ON public.help_call USING btree (team_id, asked_at);

CREATE INDEX household_feed ON public.household USING btree (hamlet_id, "position");

CREATE INDEX household_member_for_a_time ON public.household_member USING btree (household_id) WHERE ((kind = 'temporary'::text) AND (until IS NULL));

CREATE INDEX household_member_guest ON public.household_member USING btree (adult_id) WHERE ((kind = 'temporary'::text) AND (until IS NULL));

CREATE INDEX household_member_household ON public.household_member USING btree (household_id);

CREATE INDEX household_place_hamlet ON public.household_place USING btree (hamlet_id);

CREATE INDEX household_root ON public.household USING btree (root_id) WHERE (root_id IS NOT NULL);

CREATE INDEX integration_key_of_system ON public.integration_key USING btree (system, created_at);

CREATE INDEX integration_nonce_seen ON public.integration_nonce USING btree (seen_at);

CREATE INDEX integration_pull_due ON public.integration_pull USING btree (next_at) WHERE active;

CREATE INDEX integration_refusal_age ON public.integration_refusal USING btree (refused_at);

CREATE INDEX integration_refusal_of_system ON public.integration_refusal USING btree (system, id);

CREATE INDEX member_miss_leader ON public.member_miss USING btree (leader_id, missed_at);

CREATE INDEX member_miss_missed ON public.member_miss USING btree (missed_at);

CREATE INDEX message_campaign_commune_commune ON public.message_campaign_commune USING btree (commune_id);

CREATE INDEX message_campaign_created_by ON public.message_campaign USING btree (created_by);

CREATE INDEX message_campaign_newest ON public.message_campaign USING btree (created_at DESC, id DESC);

CREATE INDEX message_campaign_stopped_by ON public.message_campaign USING btree (stopped_by);

CREATE INDEX message_choice_newest ON public.message_choice USING btree (person_id, purpose, channel, id DESC);

CREATE INDEX message_email_address ON public.message_email USING btree (lower(email)) WHERE (verified_at IS NOT NULL);

CREATE INDEX message_newest ON public.message USING btree (person_id, created_at DESC, id DESC);

CREATE INDEX message_old ON public.message USING btree (created_at) WHERE (erased_at IS NULL);

CREATE INDEX message_unplanned ON public.message USING btree (priority, created_at, id) WHERE (planned_at IS NULL);

CREATE INDEX message_unread ON public.message USING btree (person_id) WHERE (read_at IS NULL);

CREATE INDEX moderation_step_of ON public.moderation_step USING btree (report_id, id);

CREATE INDEX moderation_step_photo ON public.moderation_step USING btree (photo_id) WHERE (photo_id IS NOT NULL);

CREATE INDEX moderation_step_staff ON public.moderation_step USING btree (staff_id) WHERE (staff_id IS NOT NULL);

CREATE INDEX month_close_closed_by ON public.month_close USING btree (closed_by);

CREATE INDEX open311_forward_due ON public.open311_forward USING btree (next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX open311_forward_system ON public.open311_forward USING btree (system);

CREATE INDEX open311_post_taken ON public.open311_post USING btree (taken_at) WHERE (taken_at IS NOT NULL);

CREATE INDEX open311_route_agency ON public.open311_route USING btree (agency_id) WHERE (agency_id IS NOT NULL);

CREATE INDEX open311_route_category ON public.open311_route USING btree (category_code) WHERE (category_code IS NOT NULL);

CREATE UNIQUE INDEX open311_route_is_one_answer ON public.open311_route USING btree (COALESCE(category_code, ''::text), COALESCE(agency_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE INDEX open311_route_system ON public.open311_route USING btree (system);

CREATE INDEX outbox_event_done ON public.outbox_event USING btree (done_at) WHERE (done_at IS NOT NULL);

CREATE INDEX outbox_event_waiting ON public.outbox_event USING btree (urgent DESC, id) WHERE (done_at IS NULL);

CREATE INDEX person_home_commune ON public.person USING btree (home_commune_id);

CREATE UNIQUE INDEX person_verified_phone_is_unique ON public.person USING btree (phone) WHERE (phone_verified_at IS NOT NULL);

CREATE INDEX photo_area_of ON public.photo_area USING btree (photo_id);

CREATE INDEX photo_opening_of ON public.photo_opening USING btree (photo_id, id);

CREATE INDEX photo_opening_staff ON public.photo_opening USING btree (staff_id) WHERE (staff_id IS NOT NULL);

CREATE INDEX photo_part_old ON public.photo_part USING btree (received_at);

CREATE INDEX photo_unseen ON public.photo USING btree (report_id) WHERE ((moderated_at IS NULL) AND (state = 'ready'::text));

CREATE INDEX photo_upload_begun ON public.photo_upload USING btree (begun_on);

CREATE INDEX procedure_browsed ON public.procedure USING btree (prior DESC, code) WHERE ((withdrawn_on IS NULL) AND (type <> 'internal'::text));

CREATE INDEX procedure_change_of_edition ON public.procedure_change USING btree (edition_id);

CREATE INDEX procedure_change_of_procedure ON public.procedure_change USING btree (procedure_code, edition_id DESC);

CREATE INDEX procedure_choice_of_procedure ON public.procedure_choice USING btree (procedure_code, day);

CREATE INDEX procedure_edition_newest ON public.procedure_edition USING btree (kind, as_of DESC, id DESC);

CREATE INDEX procedure_event_step_of_procedure ON public.procedure_event_step USING btree (procedure_code);

CREATE INDEX procedure_same ON public.procedure USING btree (same_key);

CREATE INDEX push_subscription_person ON public.push_subscription USING btree (person_id);

CREATE INDEX quality_review_person ON public.quality_review USING btree (person_id);

CREATE INDEX quality_review_reviewed_by ON public.quality_review USING btree (reviewed_by);

CREATE INDEX refresh_token_session ON public.refresh_token USING btree (session_id);

CREATE INDEX registry_alias_loser ON public.registry_alias USING btree (loser_id);

CREATE INDEX registry_alias_winner ON public.registry_alias USING btree (winner_id);

CREATE INDEX registry_conflict_of_team ON public.registry_conflict USING btree (team_id);

CREATE INDEX registry_conflict_resolved_by ON public.registry_conflict USING btree (resolved_by);

CREATE INDEX registry_conflict_second ON public.registry_conflict USING btree (second_event);

CREATE INDEX registry_conflict_subject ON public.registry_conflict USING btree (subject_id);

CREATE INDEX registry_conflict_team ON public.registry_conflict USING btree (team_id, id) WHERE (resolved_at IS NULL);

CREATE INDEX registry_merge_event ON public.registry_merge USING btree (event_id);

CREATE INDEX registry_merge_loser ON public.registry_merge USING btree (loser_id);

CREATE INDEX registry_merge_undone_by ON public.registry_merge USING btree (undone_by);

CREATE INDEX registry_merge_winner ON public.registry_merge USING btree (winner_id);

CREATE INDEX registry_stay_adult ON public.registry_stay USING btree (adult_id);

CREATE INDEX registry_stay_household ON public.registry_stay USING btree (household_id);

CREATE INDEX registry_stay_merge ON public.registry_stay USING btree (merge_id);

CREATE INDEX registry_tombstone_household ON public.registry_tombstone USING btree (household_id);

CREATE INDEX report_agency_inbox ON public.report USING btree (agency_id, open, priority, due_at, id);

CREATE UNIQUE INDEX report_alarm_is_told_once_a_day ON public.report_alarm USING btree (report_id, kind, on_day, COALESCE(staff_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE INDEX report_alarm_staff ON public.report_alarm USING btree (staff_id) WHERE (staff_id IS NOT NULL);

CREATE INDEX report_candidate_agency ON public.report_candidate USING btree (agency_id) WHERE (agency_id IS NOT NULL);

CREATE INDEX report_candidate_commune ON public.report_candidate USING btree (commune_id);

CREATE INDEX report_category ON public.report USING btree (category_code);

CREATE INDEX report_commune_of ON public.report USING btree (commune_id);

CREATE INDEX report_due_change_of ON public.report_due_change USING btree (report_id, id);

CREATE INDEX report_due_change_walk ON public.report_due_change USING btree (recount_id, report_id) WHERE (recount_id IS NOT NULL);

CREATE INDEX report_follows ON public.report USING btree (follows_id) WHERE (follows_id IS NOT NULL);

CREATE INDEX report_incident_of ON public.report_incident USING btree (incident_id);

CREATE UNIQUE INDEX report_is_extended_once ON public.report_due_change USING btree (report_id) WHERE (cause = 'extension'::text);

CREATE INDEX report_ladder_changed_by ON public.report_ladder USING btree (changed_by) WHERE (changed_by IS NOT NULL);

CREATE INDEX report_ladder_next ON public.report USING btree (ladder_at) WHERE (open AND (ladder_at IS NOT NULL));

CREATE INDEX report_ladder_unknown ON public.report USING btree (id) WHERE (open AND (ladder_at IS NULL));

CREATE INDEX report_merged_into ON public.report USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX report_near ON public.report USING btree (category_code, public.report_cell(lat, lon), received_at DESC) WHERE (state <> ALL (ARRAY['refused'::text, 'merged'::text]));

CREATE INDEX report_open_due ON public.report USING btree (due_at) WHERE (open AND (finished_at IS NULL));

CREATE INDEX report_parent ON public.report USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX report_province_inbox ON public.report USING btree (province_code, open, priority, due_at, id);

CREATE INDEX report_public_category ON public.report USING btree (category_code, number DESC) WHERE (published_at IS NOT NULL);

CREATE INDEX report_public_commune ON public.report USING btree (commune_id, number DESC) WHERE (published_at IS NOT NULL);

CREATE INDEX report_public_place ON public.report USING gist (point(public_lon, public_lat)) WHERE (published_at IS NOT NULL);

CREATE INDEX report_public_received ON public.report USING btree (received_at DESC, number DESC) WHERE (published_at IS NOT NULL);

CREATE INDEX report_public_recent ON public.report USING btree (number DESC) WHERE (published_at IS NOT NULL);

CREATE INDEX report_public_window ON public.report USING btree (public.report_cell((public_lat / (5)::double precision), (public_lon / (5)::double precision)), number DESC) INCLUDE (public_lat, public_lon) WHERE ((published_at IS NOT NULL) AND ((accuracy_m IS NULL) OR (accuracy_m <= (2000)::double precision)));

CREATE INDEX report_rating_of ON public.report_rating USING btree (report_id, id);

CREATE INDEX report_received ON public.report USING btree (received_at);

CREATE UNIQUE INDEX report_recount_is_one_at_a_time ON public.report_recount USING btree ((true)) WHERE (finished_at IS NULL);

CREATE INDEX report_refusal_of ON public.report USING btree (refusal_reason) WHERE (refusal_reason IS NOT NULL);

CREATE INDEX report_reporter_person ON public.report_reporter USING btree (person_id, report_id DESC) WHERE (person_id IS NOT NULL);

CREATE INDEX report_result_waits ON public.report USING btree (finished_at) WHERE (state = 'done'::text);

CREATE INDEX report_rung_level ON public.report_rung USING btree (level);

CREATE INDEX report_rung_step ON public.report_rung USING btree (step_id) WHERE (step_id IS NOT NULL);

CREATE INDEX report_same_text ON public.report USING btree (text_key, received_at DESC) WHERE (text_key IS NOT NULL);

CREATE INDEX report_state_of ON public.report USING btree (state);

CREATE INDEX report_step_agency ON public.report_step USING btree (agency_id) WHERE (agency_id IS NOT NULL);

CREATE INDEX report_step_of ON public.report_step USING btree (report_id, id);

CREATE INDEX report_step_staff ON public.report_step USING btree (staff_id) WHERE (staff_id IS NOT NULL);

CREATE INDEX report_step_state ON public.report_step USING btree (state);

CREATE INDEX report_step_when ON public.report_step USING btree (occurred_at, id);

CREATE INDEX report_template_agency ON public.report_template USING btree (agency_id) WHERE (agency_id IS NOT NULL);

CREATE INDEX report_template_category ON public.report_template USING btree (category_code) WHERE (category_code IS NOT NULL);

CREATE INDEX report_template_changed_by ON public.report_template USING btree (changed_by) WHERE (changed_by IS NOT NULL);

CREATE INDEX report_told_commune ON public.report USING btree (told_commune_id) WHERE (told_commune_id IS NOT NULL);

CREATE INDEX report_waiting ON public.report USING btree (waiting_until) WHERE (waiting_until IS NOT NULL);

CREATE UNIQUE INDEX report_witness_counts_once ON public.report_witness USING btree (report_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX report_witness_of ON public.report_witness USING btree (report_id);

CREATE INDEX report_witness_person ON public.report_witness USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX rescue_call_caller ON public.rescue_call USING btree (caller_key, received_at) WHERE (caller_key IS NOT NULL);

CREATE INDEX rescue_call_spot ON public.rescue_call USING btree (lat, lon) WHERE (lat IS NOT NULL);

CREATE INDEX rescue_call_victim ON public.rescue_call USING btree (victim_key, received_at) WHERE (victim_key IS NOT NULL);

CREATE INDEX rescue_incident_commune ON public.rescue_incident USING btree (commune_id);

CREATE INDEX rescue_incident_ended ON public.rescue_incident USING btree (ended_at) WHERE (forgotten_at IS NULL);

CREATE INDEX rescue_incident_holder ON public.rescue_incident USING btree (holder_id) WHERE (holder_id IS NOT NULL);

CREATE INDEX rescue_incident_into ON public.rescue_incident USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX rescue_incident_open ON public.rescue_incident USING btree (province_code, rank, opened_at) WHERE (ended_at IS NULL);

CREATE INDEX rescue_step_of_incident ON public.rescue_step USING btree (incident_id, id);

CREATE INDEX rescue_step_person ON public.rescue_step USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX rescue_verdict_caller ON public.rescue_verdict USING btree (caller_key);

CREATE INDEX reservoir_order_of_station ON public.reservoir_order USING btree (station_code, starts_at DESC, recorded_at DESC);

CREATE INDEX reservoir_order_recorded_by ON public.reservoir_order USING btree (recorded_by);

CREATE INDEX rights_request_adult ON public.rights_request USING btree (adult_id);

CREATE INDEX rights_request_commune ON public.rights_request USING btree (commune_id);

CREATE INDEX rights_request_household ON public.rights_request USING btree (household_id);

CREATE INDEX rights_request_open ON public.rights_request USING btree (done_due_at) WHERE (closed_at IS NULL);

CREATE INDEX rights_request_person ON public.rights_request USING btree (person_id);

CREATE INDEX rights_request_recorded_by ON public.rights_request USING btree (recorded_by);

CREATE INDEX rights_step_request ON public.rights_step USING btree (request_id, id);

CREATE INDEX rights_step_staff ON public.rights_step USING btree (staff_id);

CREATE INDEX role_grant_agency ON public.role_grant USING btree (agency_id);

CREATE INDEX role_grant_granted_by ON public.role_grant USING btree (granted_by);

CREATE INDEX role_grant_of_person ON public.role_grant USING btree (person_id) WHERE (revoked_at IS NULL);

CREATE INDEX role_grant_person ON public.role_grant USING btree (person_id);

CREATE INDEX role_grant_revoked_by ON public.role_grant USING btree (revoked_by);

CREATE INDEX role_grant_team ON public.role_grant USING btree (team_id);

CREATE INDEX sealed_look_of ON public.sealed_look USING btree (opening_id, id);

CREATE INDEX sealed_look_staff ON public.sealed_look USING btree (staff_id) WHERE (staff_id IS NOT NULL);

CREATE INDEX sealed_opening_agreed ON public.sealed_opening USING btree (agreed_by) WHERE (agreed_by IS NOT NULL);

CREATE INDEX sealed_opening_asked ON public.sealed_opening USING btree (asked_by) WHERE (asked_by IS NOT NULL);

CREATE INDEX sealed_opening_of ON public.sealed_opening USING btree (report_id, asked_at DESC);

CREATE INDEX sealed_opening_refused ON public.sealed_opening USING btree (refused_by) WHERE (refused_by IS NOT NULL);

CREATE INDEX second_factor_reset_person ON public.second_factor_reset USING btree (person_id, reset_at DESC);

CREATE INDEX second_factor_reset_reset_by ON public.second_factor_reset USING btree (reset_by);

CREATE INDEX session_person ON public.session USING btree (person_id);

CREATE INDEX sign_in_code_address ON public.sign_in_code USING btree (address, asked_at);

CREATE INDEX sign_in_code_asked ON public.sign_in_code USING btree (asked_at);

CREATE INDEX sign_in_code_phone ON public.sign_in_code USING btree (phone, asked_at);

CREATE INDEX sign_in_trip_begun ON public.sign_in_trip USING btree (begun_at);

CREATE INDEX team_area_hamlet ON public.team_area USING btree (hamlet_id);

CREATE INDEX team_area_team ON public.team_area USING btree (team_id);

CREATE UNIQUE INDEX team_badge_is_one_a_member ON public.team_badge USING btree (team_id, person_id) WHERE (revoked_at IS NULL);

CREATE INDEX team_badge_person ON public.team_badge USING btree (person_id);

CREATE INDEX team_commune ON public.team USING btree (commune_id);

CREATE INDEX team_dissolved_by ON public.team USING btree (dissolved_by);

CREATE INDEX team_formed_by ON public.team USING btree (formed_by);

CREATE INDEX team_invitation_invited_by ON public.team_invitation USING btree (invited_by, invited_at);

CREATE UNIQUE INDEX team_invitation_is_one_at_a_time ON public.team_invitation USING btree (team_id, phone_hash) WHERE (answered_at IS NULL);

CREATE INDEX team_invitation_phone ON public.team_invitation USING btree (phone_hash) WHERE (answered_at IS NULL);

CREATE INDEX team_training_course ON public.team_training USING btree (course_code);

CREATE UNIQUE INDEX team_training_is_recorded_once ON public.team_training USING btree (person_id, course_code, held_on) WHERE (voided_at IS NULL);

CREATE INDEX team_training_recorded_by ON public.team_training USING btree (recorded_by);

CREATE INDEX team_training_team ON public.team_training USING btree (team_id);

CREATE INDEX team_training_voided_by ON public.team_training USING btree (voided_by);

CREATE INDEX visit_adult_adult ON public.visit_adult USING hash (adult_id);

CREATE INDEX visit_closed_door ON public.visit USING btree (household_id, visited_at) WHERE (result = 'do_not_contact'::text);

CREATE INDEX visit_event_actor ON public.visit_event USING btree (actor);

CREATE UNIQUE INDEX visit_event_makes_a_subject_once ON public.visit_event USING btree (subject_id) WHERE (type = ANY (ARRAY['household_added'::text, 'household_split'::text, 'adult_added'::text, 'visit_logged'::text, 'household_merged'::text, 'adult_merged'::text]));

CREATE INDEX visit_event_subject ON public.visit_event USING btree (subject_id, corrected_at);

CREATE INDEX visit_event_team ON public.visit_event USING btree (team_id, received_at);

CREATE INDEX visit_hold_event ON public.visit_hold USING btree (event_id);

CREATE INDEX visit_household ON public.visit USING btree (household_id, visited_at DESC, id DESC);

CREATE INDEX visit_install_person ON public.visit_install USING btree (person_id);

CREATE INDEX visit_install_state_by ON public.visit_install USING btree (state_by);

CREATE INDEX visit_noted ON public.visit USING btree (commune_id, visited_on) WHERE (marks <> '{}'::text[]);

CREATE INDEX visit_photo_part_received ON public.visit_photo_part USING btree (received_at);

CREATE INDEX visit_photo_to_delete ON public.visit_photo USING btree (erased_at) WHERE ((erased_at IS NOT NULL) AND (gone_at IS NULL));

CREATE INDEX visit_quarantine_actor ON public.visit_quarantine USING btree (actor);

CREATE INDEX visit_quarantine_decided_by ON public.visit_quarantine USING btree (decided_by);

CREATE INDEX visit_quarantine_seq ON public.visit_quarantine USING btree (install_id, seq);

CREATE INDEX visit_quarantine_waiting ON public.visit_quarantine USING btree (install_id, id) WHERE (decision IS NULL);

CREATE INDEX walk_lease_person ON public.walk_lease USING btree (person_id, until);

CREATE INDEX walk_lease_team ON public.walk_lease USING btree (team_id, until);

CREATE INDEX walk_request_hamlet ON public.walk_request USING btree (hamlet_id) WHERE (closed_at IS NULL);

CREATE INDEX walk_request_household ON public.walk_request USING btree (household_id);

CREATE UNIQUE INDEX walk_request_is_one_a_person ON public.walk_request USING btree (person_id) WHERE (closed_at IS NULL);

CREATE INDEX walk_request_of_hamlet ON public.walk_request USING btree (hamlet_id);

CREATE INDEX walk_request_person ON public.walk_request USING btree (person_id);

CREATE INDEX walk_sheet_line_entered_by ON public.walk_sheet_line USING btree (entered_by);

CREATE INDEX walk_sheet_line_household ON public.walk_sheet_line USING btree (household_id);

CREATE INDEX walk_sheet_person ON public.walk_sheet USING btree (person_id);

CREATE INDEX walk_sheet_team ON public.walk_sheet USING btree (team_id, printed_at);

CREATE INDEX zalo_event_of_follower ON public.zalo_event USING btree (uid) WHERE (uid IS NOT NULL);

CREATE INDEX zalo_event_of_person ON public.zalo_event USING btree (zalo_id) WHERE (zalo_id IS NOT NULL);

CREATE INDEX zalo_event_received ON public.zalo_event USING btree (received_at);

CREATE INDEX zalo_follower_person ON public.zalo_follower USING btree (zalo_id);

CREATE INDEX zalo_oa_rotation_newest ON public.zalo_oa_rotation USING btree (oa_id, id DESC);

CREATE INDEX zalo_quarantine_received ON public.zalo_quarantine USING btree (received_at);

CREATE TRIGGER adult_is_a_minor BEFORE INSERT OR UPDATE OF turns_18_on ON public.adult FOR EACH ROW WHEN ((new.turns_18_on IS NOT NULL)) EXECUTE FUNCTION public.adult_minority();

CREATE TRIGGER adult_is_no_minor BEFORE UPDATE OF turns_18_on ON public.adult FOR EACH ROW WHEN (((new.turns_18_on IS NULL) AND new.minor)) EXECUTE FUNCTION public.adult_minority();

CREATE TRIGGER adult_stays BEFORE DELETE OR UPDATE OF id OR TRUNCATE ON public.adult FOR EACH STATEMENT EXECUTE FUNCTION public.outreach_row_stays();

CREATE TRIGGER audit_attempt_stays BEFORE DELETE OR UPDATE ON public.audit_attempt FOR EACH ROW EXECUTE FUNCTION public.audit_stays();

CREATE TRIGGER audit_draw_stays BEFORE DELETE OR UPDATE ON public.audit_draw FOR EACH ROW EXECUTE FUNCTION public.audit_stays();

CREATE TRIGGER audit_frame_stays BEFORE DELETE OR UPDATE ON public.audit_frame FOR EACH ROW EXECUTE FUNCTION public.audit_stays();

CREATE TRIGGER audit_round_stays BEFORE DELETE OR UPDATE ON public.audit_round FOR EACH ROW EXECUTE FUNCTION public.audit_stays();

CREATE TRIGGER consent_never_changes BEFORE UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION public.consent_is_append_only();

CREATE TRIGGER coverage_total_stays_a_ladder AFTER INSERT OR UPDATE ON public.coverage_total FOR EACH ROW EXECUTE FUNCTION public.coverage_total_is_a_ladder();

CREATE TRIGGER delivery_wakes_senders AFTER INSERT ON public.delivery FOR EACH STATEMENT EXECUTE FUNCTION public.delivery_wake();

CREATE TRIGGER dossier_event_content_stays BEFORE UPDATE OF id, dossier_id, system, event_id, sequence, state_code, state_name, note, correction, occurred_at, recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason ON public.dossier_event FOR EACH STATEMENT EXECUTE FUNCTION public.dossier_event_stays();

CREATE TRIGGER dossier_event_row_stays BEFORE DELETE ON public.dossier_event FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.dossier_event_stays();

CREATE TRIGGER flood_point_comes AFTER INSERT ON public.flood_point REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION public.flood_points_are_counted();

CREATE TRIGGER flood_point_goes AFTER DELETE ON public.flood_point REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.flood_points_are_counted();

CREATE TRIGGER flood_point_stays BEFORE UPDATE ON public.flood_point FOR EACH STATEMENT EXECUTE FUNCTION public.flood_point_is_never_moved();

CREATE TRIGGER holiday_change_is_logged AFTER INSERT OR DELETE OR UPDATE ON public.holiday FOR EACH ROW EXECUTE FUNCTION public.holiday_is_logged();

CREATE TRIGGER household_stays BEFORE DELETE OR UPDATE OF id OR TRUNCATE ON public.household FOR EACH STATEMENT EXECUTE FUNCTION public.outreach_row_stays();

CREATE TRIGGER message_choice_never_changes BEFORE UPDATE ON public.message_choice FOR EACH ROW EXECUTE FUNCTION public.consent_is_append_only();

CREATE TRIGGER message_wakes_planners AFTER INSERT ON public.message FOR EACH STATEMENT EXECUTE FUNCTION public.delivery_wake();

CREATE TRIGGER month_close_stays BEFORE DELETE OR UPDATE ON public.month_close FOR EACH ROW EXECUTE FUNCTION public.month_close_stays();

CREATE TRIGGER office_hours_change_is_logged AFTER INSERT OR DELETE OR UPDATE ON public.office_hours FOR EACH ROW EXECUTE FUNCTION public.office_hours_is_logged();

CREATE TRIGGER outbox_event_wakes_relay AFTER INSERT ON public.outbox_event FOR EACH STATEMENT EXECUTE FUNCTION public.outbox_wake();

CREATE TRIGGER visit_event_is_append_only BEFORE DELETE OR UPDATE ON public.visit_event FOR EACH ROW EXECUTE FUNCTION public.visit_event_refuses_change();

CREATE TRIGGER visit_event_is_not_emptied BEFORE TRUNCATE ON public.visit_event FOR EACH STATEMENT EXECUTE FUNCTION public.visit_event_refuses_change();

CREATE TRIGGER visit_install_ends_the_badge AFTER UPDATE OF state ON public.visit_install FOR EACH ROW WHEN (((new.state = 'revoked'::text) AND (old.state <> 'revoked'::text))) EXECUTE FUNCTION public.team_badge_follows_the_phone();

CREATE TRIGGER visit_install_stays BEFORE DELETE OR UPDATE OF install_id OR TRUNCATE ON public.visit_install FOR EACH STATEMENT EXECUTE FUNCTION public.outreach_row_stays();

CREATE TRIGGER visit_stays BEFORE DELETE OR UPDATE OF id OR TRUNCATE ON public.visit FOR EACH STATEMENT EXECUTE FUNCTION public.outreach_row_stays();

ALTER TABLE ONLY public.admin_boundary
    ADD CONSTRAINT admin_boundary_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.admin_unit(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.admin_change
    ADD CONSTRAINT admin_change_new_id_fkey FOREIGN KEY (new_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.admin_change
    ADD CONSTRAINT admin_change_old_id_fkey FOREIGN KEY (old_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.admin_unit
    ADD CONSTRAINT admin_unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.adult
    ADD CONSTRAINT adult_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.adult
    ADD CONSTRAINT adult_root_id_fkey FOREIGN KEY (root_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.agency
    ADD CONSTRAINT agency_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_approved_by_a_person FOREIGN KEY (approved_by) REFERENCES public.person(id) ON DELETE SET NULL NOT VALID;

ALTER TABLE ONLY public.alert_area
    ADD CONSTRAINT alert_area_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES public.alert(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_area
    ADD CONSTRAINT alert_area_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.alert(id);

ALTER TABLE ONLY public.alert_delivery
    ADD CONSTRAINT alert_delivery_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES public.alert(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_delivery
    ADD CONSTRAINT alert_delivery_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_draft
    ADD CONSTRAINT alert_draft_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.alert_draft
    ADD CONSTRAINT alert_draft_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.alert_draft
    ADD CONSTRAINT alert_draft_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.alert_draft_step
    ADD CONSTRAINT alert_draft_step_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.alert_draft(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_draft_step
    ADD CONSTRAINT alert_draft_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_hazard_fkey FOREIGN KEY (hazard) REFERENCES public.alert_hazard(code);

ALTER TABLE ONLY public.alert_place
    ADD CONSTRAINT alert_place_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.alert_place
    ADD CONSTRAINT alert_place_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_replaces_fkey FOREIGN KEY (replaces) REFERENCES public.alert(id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_risk_level_fkey FOREIGN KEY (risk_level) REFERENCES public.alert_level(level);

ALTER TABLE ONLY public.alert_upstream
    ADD CONSTRAINT alert_upstream_source_fkey FOREIGN KEY (source) REFERENCES public.alert_source(name) ON DELETE CASCADE;

ALTER TABLE ONLY public.audit_attempt
    ADD CONSTRAINT audit_attempt_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES public.audit_draw(id);

ALTER TABLE ONLY public.audit_attempt
    ADD CONSTRAINT audit_attempt_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES public.visit(id);

ALTER TABLE ONLY public.audit_draw
    ADD CONSTRAINT audit_draw_adult_id_fkey FOREIGN KEY (adult_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.audit_draw
    ADD CONSTRAINT audit_draw_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.audit_draw
    ADD CONSTRAINT audit_draw_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.audit_round(id);

ALTER TABLE ONLY public.audit_draw
    ADD CONSTRAINT audit_draw_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.audit_frame
    ADD CONSTRAINT audit_frame_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.audit_frame
    ADD CONSTRAINT audit_frame_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.audit_round(id);

ALTER TABLE ONLY public.audit_round
    ADD CONSTRAINT audit_round_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.audit_round
    ADD CONSTRAINT audit_round_committed_by_fkey FOREIGN KEY (committed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.category_change
    ADD CONSTRAINT category_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.category_local
    ADD CONSTRAINT category_local_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.category_route
    ADD CONSTRAINT category_route_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.category_route
    ADD CONSTRAINT category_route_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.category_route
    ADD CONSTRAINT category_route_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.category_route
    ADD CONSTRAINT category_route_proposed_by_a_person FOREIGN KEY (proposed_by) REFERENCES public.person(id) ON DELETE SET NULL NOT VALID;

ALTER TABLE ONLY public.category_route
    ADD CONSTRAINT category_route_reviewed_by_a_person FOREIGN KEY (reviewed_by) REFERENCES public.person(id) ON DELETE SET NULL NOT VALID;

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.coverage_population
    ADD CONSTRAINT coverage_population_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.coverage_total
    ADD CONSTRAINT coverage_total_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_resent_by_fkey FOREIGN KEY (resent_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.dossier_due_change
    ADD CONSTRAINT dossier_due_change_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_due_change
    ADD CONSTRAINT dossier_due_change_recount_id_fkey FOREIGN KEY (recount_id) REFERENCES public.dossier_recount(id);

ALTER TABLE ONLY public.dossier_event
    ADD CONSTRAINT dossier_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_follow
    ADD CONSTRAINT dossier_follow_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_follow
    ADD CONSTRAINT dossier_follow_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_letter
    ADD CONSTRAINT dossier_letter_dossier_event_id_fkey FOREIGN KEY (dossier_event_id) REFERENCES public.dossier_event(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_letter
    ADD CONSTRAINT dossier_letter_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_question
    ADD CONSTRAINT dossier_question_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.dossier_question
    ADD CONSTRAINT dossier_question_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_question
    ADD CONSTRAINT dossier_question_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_rating
    ADD CONSTRAINT dossier_rating_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_rating
    ADD CONSTRAINT dossier_rating_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_share
    ADD CONSTRAINT dossier_share_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.dossier_share
    ADD CONSTRAINT dossier_share_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.duplicate_decision
    ADD CONSTRAINT duplicate_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.duplicate_decision
    ADD CONSTRAINT duplicate_decision_first_id_fkey FOREIGN KEY (first_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.duplicate_decision
    ADD CONSTRAINT duplicate_decision_second_id_fkey FOREIGN KEY (second_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.figure_cell
    ADD CONSTRAINT figure_cell_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.figure_cell
    ADD CONSTRAINT figure_cell_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.figure_cell
    ADD CONSTRAINT figure_cell_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.figure_cell
    ADD CONSTRAINT figure_cell_told_commune_id_fkey FOREIGN KEY (told_commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.flood_point
    ADD CONSTRAINT flood_point_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.flood_subject
    ADD CONSTRAINT flood_subject_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_adult_id_fkey FOREIGN KEY (adult_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES public.visit(id);

ALTER TABLE ONLY public.gauge_camera
    ADD CONSTRAINT gauge_camera_station_code_fkey FOREIGN KEY (station_code) REFERENCES public.gauge_station(code);

ALTER TABLE ONLY public.gauge_crossing
    ADD CONSTRAINT gauge_crossing_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES public.gauge_reading(id);

ALTER TABLE ONLY public.gauge_crossing
    ADD CONSTRAINT gauge_crossing_station_code_fkey FOREIGN KEY (station_code) REFERENCES public.gauge_station(code);

ALTER TABLE ONLY public.gauge_reading
    ADD CONSTRAINT gauge_reading_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.gauge_reading
    ADD CONSTRAINT gauge_reading_station_code_fkey FOREIGN KEY (station_code) REFERENCES public.gauge_station(code);

ALTER TABLE ONLY public.hamlet
    ADD CONSTRAINT hamlet_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.hamlet_place
    ADD CONSTRAINT hamlet_place_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.hamlet_place
    ADD CONSTRAINT hamlet_place_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES public.hamlet(id);

ALTER TABLE ONLY public.help_call
    ADD CONSTRAINT help_call_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.help_call
    ADD CONSTRAINT help_call_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.help_call
    ADD CONSTRAINT help_call_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.help_call
    ADD CONSTRAINT help_call_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.household
    ADD CONSTRAINT household_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES public.hamlet(id);

ALTER TABLE ONLY public.household_member
    ADD CONSTRAINT household_member_adult_id_fkey FOREIGN KEY (adult_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.household_member
    ADD CONSTRAINT household_member_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.household_place
    ADD CONSTRAINT household_place_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES public.hamlet(id);

ALTER TABLE ONLY public.household_place
    ADD CONSTRAINT household_place_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.household
    ADD CONSTRAINT household_root_id_fkey FOREIGN KEY (root_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.integration_nonce
    ADD CONSTRAINT integration_nonce_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.integration_key(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.integration_refusal
    ADD CONSTRAINT integration_refusal_system_fkey FOREIGN KEY (system) REFERENCES public.integration_pull(system) ON DELETE CASCADE;

ALTER TABLE ONLY public.member_miss
    ADD CONSTRAINT member_miss_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message_campaign_commune
    ADD CONSTRAINT message_campaign_commune_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.message_campaign(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message_campaign_commune
    ADD CONSTRAINT message_campaign_commune_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.message_campaign
    ADD CONSTRAINT message_campaign_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.message_campaign
    ADD CONSTRAINT message_campaign_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.message_choice
    ADD CONSTRAINT message_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message_email
    ADD CONSTRAINT message_email_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.moderation
    ADD CONSTRAINT moderation_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.moderation_step
    ADD CONSTRAINT moderation_step_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES public.photo(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.moderation_step
    ADD CONSTRAINT moderation_step_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.moderation_step
    ADD CONSTRAINT moderation_step_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.month_close
    ADD CONSTRAINT month_close_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.month_close
    ADD CONSTRAINT month_close_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.open311_attribute
    ADD CONSTRAINT open311_attribute_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.open311_forward
    ADD CONSTRAINT open311_forward_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.open311_forward
    ADD CONSTRAINT open311_forward_system_fkey FOREIGN KEY (system) REFERENCES public.open311_system(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.open311_route
    ADD CONSTRAINT open311_route_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.open311_route
    ADD CONSTRAINT open311_route_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.open311_route
    ADD CONSTRAINT open311_route_system_fkey FOREIGN KEY (system) REFERENCES public.open311_system(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.open311_status
    ADD CONSTRAINT open311_status_system_fkey FOREIGN KEY (system) REFERENCES public.open311_system(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.outbox_job
    ADD CONSTRAINT outbox_job_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.outbox_event(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_home_commune_id_fkey FOREIGN KEY (home_commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.photo_area
    ADD CONSTRAINT photo_area_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES public.photo(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.photo_opening
    ADD CONSTRAINT photo_opening_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES public.photo(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.photo_opening
    ADD CONSTRAINT photo_opening_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.photo_part
    ADD CONSTRAINT photo_part_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_change
    ADD CONSTRAINT procedure_change_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.procedure_edition(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_change
    ADD CONSTRAINT procedure_change_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES public.procedure(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_choice
    ADD CONSTRAINT procedure_choice_day_province_code_query_fkey FOREIGN KEY (day, province_code, query) REFERENCES public.procedure_search(day, province_code, query) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_choice
    ADD CONSTRAINT procedure_choice_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES public.procedure(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_event_group
    ADD CONSTRAINT procedure_event_group_event_code_fkey FOREIGN KEY (event_code) REFERENCES public.procedure_event(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_event_step
    ADD CONSTRAINT procedure_event_step_event_code_fkey FOREIGN KEY (event_code) REFERENCES public.procedure_event(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_event_step
    ADD CONSTRAINT procedure_event_step_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES public.procedure(code);

ALTER TABLE ONLY public.procedure_guide
    ADD CONSTRAINT procedure_guide_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES public.procedure(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_paper
    ADD CONSTRAINT procedure_paper_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES public.procedure(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_phrase
    ADD CONSTRAINT procedure_phrase_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES public.procedure(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.procedure_way
    ADD CONSTRAINT procedure_way_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES public.procedure(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.province_account
    ADD CONSTRAINT province_account_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.push_subscription
    ADD CONSTRAINT push_subscription_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.quality_review
    ADD CONSTRAINT quality_review_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.quality_review
    ADD CONSTRAINT quality_review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.quality_review
    ADD CONSTRAINT quality_review_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.session(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.registry_alias
    ADD CONSTRAINT registry_alias_loser_id_fkey FOREIGN KEY (loser_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.registry_alias
    ADD CONSTRAINT registry_alias_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES public.registry_merge(merge_id);

ALTER TABLE ONLY public.registry_alias
    ADD CONSTRAINT registry_alias_winner_id_fkey FOREIGN KEY (winner_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_first_event_fkey FOREIGN KEY (first_event) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_second_event_fkey FOREIGN KEY (second_event) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.registry_edit
    ADD CONSTRAINT registry_edit_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.registry_feed
    ADD CONSTRAINT registry_feed_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_adult_id_fkey FOREIGN KEY (adult_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES public.registry_merge(merge_id);

ALTER TABLE ONLY public.registry_tombstone
    ADD CONSTRAINT registry_tombstone_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES public.hamlet(id);

ALTER TABLE ONLY public.registry_tombstone
    ADD CONSTRAINT registry_tombstone_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.report_alarm
    ADD CONSTRAINT report_alarm_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_alarm
    ADD CONSTRAINT report_alarm_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.report_box
    ADD CONSTRAINT report_box_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_candidate
    ADD CONSTRAINT report_candidate_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.report_candidate
    ADD CONSTRAINT report_candidate_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.report_candidate
    ADD CONSTRAINT report_candidate_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.report_due_change
    ADD CONSTRAINT report_due_change_recount_id_fkey FOREIGN KEY (recount_id) REFERENCES public.report_recount(id);

ALTER TABLE ONLY public.report_due_change
    ADD CONSTRAINT report_due_change_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_erasure
    ADD CONSTRAINT report_erasure_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_follows_another FOREIGN KEY (follows_id) REFERENCES public.report(id) NOT VALID;

ALTER TABLE ONLY public.report_incident
    ADD CONSTRAINT report_incident_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_incident
    ADD CONSTRAINT report_incident_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_is_part_of_another FOREIGN KEY (parent_id) REFERENCES public.report(id) NOT VALID;

ALTER TABLE ONLY public.report_ladder
    ADD CONSTRAINT report_ladder_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.report(id);

ALTER TABLE ONLY public.report_rating
    ADD CONSTRAINT report_rating_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_refusal_reason_fkey FOREIGN KEY (refusal_reason) REFERENCES public.report_refusal_reason(code);

ALTER TABLE ONLY public.report_reporter
    ADD CONSTRAINT report_reporter_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_reporter
    ADD CONSTRAINT report_reporter_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_rung
    ADD CONSTRAINT report_rung_level_fkey FOREIGN KEY (level) REFERENCES public.report_ladder(level);

ALTER TABLE ONLY public.report_rung
    ADD CONSTRAINT report_rung_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_rung
    ADD CONSTRAINT report_rung_step_id_fkey FOREIGN KEY (step_id) REFERENCES public.report_step(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_state_fkey FOREIGN KEY (state) REFERENCES public.report_state(code);

ALTER TABLE ONLY public.report_step
    ADD CONSTRAINT report_step_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.report_step
    ADD CONSTRAINT report_step_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_step
    ADD CONSTRAINT report_step_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.report_step
    ADD CONSTRAINT report_step_state_fkey FOREIGN KEY (state) REFERENCES public.report_state(code);

ALTER TABLE ONLY public.report_support
    ADD CONSTRAINT report_support_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_template
    ADD CONSTRAINT report_template_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.report_template
    ADD CONSTRAINT report_template_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.category(code);

ALTER TABLE ONLY public.report_template
    ADD CONSTRAINT report_template_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_told_commune_is_a_unit FOREIGN KEY (told_commune_id) REFERENCES public.admin_unit(id) NOT VALID;

ALTER TABLE ONLY public.report_witness
    ADD CONSTRAINT report_witness_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.report_witness
    ADD CONSTRAINT report_witness_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.rescue_call
    ADD CONSTRAINT rescue_call_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.rescue_incident(id);

ALTER TABLE ONLY public.rescue_incident
    ADD CONSTRAINT rescue_incident_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.rescue_incident
    ADD CONSTRAINT rescue_incident_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.rescue_incident
    ADD CONSTRAINT rescue_incident_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.rescue_incident(id);

ALTER TABLE ONLY public.rescue_step
    ADD CONSTRAINT rescue_step_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.rescue_incident(id);

ALTER TABLE ONLY public.rescue_step
    ADD CONSTRAINT rescue_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.rescue_verdict
    ADD CONSTRAINT rescue_verdict_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.rescue_incident(id);

ALTER TABLE ONLY public.reservoir_order
    ADD CONSTRAINT reservoir_order_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.reservoir_order
    ADD CONSTRAINT reservoir_order_station_code_fkey FOREIGN KEY (station_code) REFERENCES public.gauge_station(code);

ALTER TABLE ONLY public.rights_request
    ADD CONSTRAINT rights_request_adult_id_fkey FOREIGN KEY (adult_id) REFERENCES public.adult(id);

ALTER TABLE ONLY public.rights_request
    ADD CONSTRAINT rights_request_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.rights_request
    ADD CONSTRAINT rights_request_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.rights_request
    ADD CONSTRAINT rights_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.rights_request
    ADD CONSTRAINT rights_request_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.rights_step
    ADD CONSTRAINT rights_step_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.rights_request(id);

ALTER TABLE ONLY public.rights_step
    ADD CONSTRAINT rights_step_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.sealed_look
    ADD CONSTRAINT sealed_look_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES public.sealed_opening(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sealed_look
    ADD CONSTRAINT sealed_look_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.sealed_opening
    ADD CONSTRAINT sealed_opening_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.sealed_opening
    ADD CONSTRAINT sealed_opening_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.sealed_opening
    ADD CONSTRAINT sealed_opening_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.sealed_opening
    ADD CONSTRAINT sealed_opening_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.second_factor_reset
    ADD CONSTRAINT second_factor_reset_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.second_factor_reset
    ADD CONSTRAINT second_factor_reset_reset_by_fkey FOREIGN KEY (reset_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.team_area
    ADD CONSTRAINT team_area_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES public.hamlet(id);

ALTER TABLE ONLY public.team_area
    ADD CONSTRAINT team_area_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.team_badge
    ADD CONSTRAINT team_badge_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.team_badge
    ADD CONSTRAINT team_badge_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES public.admin_unit(id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_dissolved_by_fkey FOREIGN KEY (dissolved_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_formed_by_fkey FOREIGN KEY (formed_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.team_invitation
    ADD CONSTRAINT team_invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.team_invitation
    ADD CONSTRAINT team_invitation_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.team_training
    ADD CONSTRAINT team_training_course_code_fkey FOREIGN KEY (course_code) REFERENCES public.team_course(code);

ALTER TABLE ONLY public.team_training
    ADD CONSTRAINT team_training_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.team_training
    ADD CONSTRAINT team_training_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.team_training
    ADD CONSTRAINT team_training_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.team_training
    ADD CONSTRAINT team_training_voided_by_fkey FOREIGN KEY (voided_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_actor_fkey FOREIGN KEY (actor) REFERENCES public.person(id);

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.visit_forced
    ADD CONSTRAINT visit_forced_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.visit_hold
    ADD CONSTRAINT visit_hold_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.visit_install
    ADD CONSTRAINT visit_install_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.visit_install
    ADD CONSTRAINT visit_install_state_by_fkey FOREIGN KEY (state_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.visit_photo_part
    ADD CONSTRAINT visit_photo_part_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES public.visit(id);

ALTER TABLE ONLY public.visit_photo
    ADD CONSTRAINT visit_photo_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES public.visit(id);

ALTER TABLE ONLY public.visit_quarantine
    ADD CONSTRAINT visit_quarantine_actor_fkey FOREIGN KEY (actor) REFERENCES public.person(id);

ALTER TABLE ONLY public.visit_quarantine
    ADD CONSTRAINT visit_quarantine_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.visit_refusal
    ADD CONSTRAINT visit_refusal_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.visit_event(event_id);

ALTER TABLE ONLY public.walk_lease
    ADD CONSTRAINT walk_lease_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.walk_lease
    ADD CONSTRAINT walk_lease_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.walk_lease
    ADD CONSTRAINT walk_lease_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.walk_request
    ADD CONSTRAINT walk_request_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES public.hamlet(id);

ALTER TABLE ONLY public.walk_request
    ADD CONSTRAINT walk_request_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.walk_request
    ADD CONSTRAINT walk_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.walk_sheet_line
    ADD CONSTRAINT walk_sheet_line_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.walk_sheet_line
    ADD CONSTRAINT walk_sheet_line_household_id_fkey FOREIGN KEY (household_id) REFERENCES public.household(id);

ALTER TABLE ONLY public.walk_sheet_line
    ADD CONSTRAINT walk_sheet_line_sheet_no_fkey FOREIGN KEY (sheet_no) REFERENCES public.walk_sheet(no);

ALTER TABLE ONLY public.walk_sheet
    ADD CONSTRAINT walk_sheet_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.walk_sheet
    ADD CONSTRAINT walk_sheet_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.way_stop
    ADD CONSTRAINT way_stop_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;
