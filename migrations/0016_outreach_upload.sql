-- An upload is folded in one call, and what only copies checked rows is not checked again (outreach, decision 0041).
-- squawk-ignore-file ban-drop-constraint, require-concurrent-index-deletion

-- What visits point at stays: so these pointers need no check of their own.
create function outreach_row_stays() returns trigger language plpgsql as $$
begin
    raise exception '% is a fold of the log: its rows are neither deleted nor given another id', tg_table_name;
end
$$;
create trigger household_stays before delete or truncate or update of id on household
    for each statement execute function outreach_row_stays();
create trigger adult_stays before delete or truncate or update of id on adult
    for each statement execute function outreach_row_stays();
create trigger visit_stays before delete or truncate or update of id on visit
    for each statement execute function outreach_row_stays();
create trigger visit_event_is_not_emptied before truncate on visit_event
    for each statement execute function visit_event_refuses_change();

alter table visit
drop constraint visit_event_id_fkey, drop constraint visit_household_id_fkey, drop constraint visit_team_id_fkey,
drop constraint visit_volunteer_id_fkey, drop constraint visit_commune_id_fkey;
alter table visit_adult drop constraint visit_adult_visit_id_fkey, drop constraint visit_adult_adult_id_fkey;
comment on column visit.event_id is 'Of visit_event, which keeps its rows; unchecked like the other pointers of a visit (decision 0041)';
comment on column visit_adult.adult_id is 'Of adult, which keeps its rows; unchecked (decision 0041)';

-- They served those checks alone.
drop index visit_team, visit_volunteer, visit_commune, visit_adult_adult;

-- Rows that each visit moves: with room on its page a new version needs no new index entries.
alter table adult set (fillfactor = 80);
alter table adult_state set (fillfactor = 80);
alter table adult_skill set (fillfactor = 80);

create function visit_open(install uuid, person uuid, at timestamptz, clock interval, seqs bigint[], events uuid[])
returns table (reached bigint, event_id uuid, sha256 bytea, reason_code text, held boolean) language plpgsql as $$
-- Two statements: what another upload of the phone wrote is seen only after its row lock is ours.
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
comment on function visit_open is 'Lets one upload of a phone in at a time and takes charge of its numbers; answers the highest below which none is missing, beside each event the log holds';

create function registry_fold(event_ids uuid[], out homes uuid[], out people uuid[]) language plpgsql as $$
-- plpgsql keeps the plans of these statements; an sql function would plan them at every call.
declare
    also uuid[];
    founded boolean;
    joined boolean;
begin
with told as materialized (
    select e.type, e.subject_id, e.body from visit_event e where e.event_id = any(event_ids)
)
select
    array(
        select t.subject_id from told t where t.type in ('household_added', 'household_changed')
        union
        select (t.body ->> 'household_id')::uuid from told t where t.type = 'visit_logged'
    ),
    array(
        select (t.body ->> 'household_id')::uuid from told t where t.type = 'adult_added'
        union
        select a.household_id from told t join adult a on a.id = t.subject_id where t.type = 'adult_changed'
    ),
    array(
        select t.subject_id from told t where t.type in ('adult_added', 'adult_changed')
        union
        select (a.value ->> 'adult_id')::uuid
        from told t cross join lateral jsonb_array_elements(t.body -> 'adults') a where t.type = 'visit_logged'
    ),
    exists (select from told t where t.type in ('household_added', 'household_changed')),
    exists (select from told t where t.type in ('adult_added', 'adult_changed'))
into homes, also, people, founded, joined;

perform from household d where d.id = any(homes || also) order by d.id for no key update;
perform from adult a where a.id = any(people) order by a.id for no key update;

-- Of several words on one field the object keeps the last: the latest by corrected time.
if founded then
    insert into household as d (id, hamlet_id, reference, adults_total, closed)
    select w.id, (w.word ->> 'hamlet_id')::uuid, w.word ->> 'reference', (w.word ->> 'adults_total')::int,
        coalesce((w.word ->> 'closed')::boolean, false)
    from (
        select f.subject_id as id, jsonb_object_agg(k.key, k.value order by f.corrected_at, f.event_id) as word
        from visit_event_folded f cross join lateral jsonb_each(f.body) k
        where f.type in ('household_added', 'household_changed') and f.subject_id in (
            select e.subject_id from visit_event e where e.event_id = any(event_ids) and e.type in ('household_added', 'household_changed')
        )
        group by f.subject_id
    ) w
    order by w.id
    on conflict (id) do update
    set reference = excluded.reference, adults_total = excluded.adults_total, closed = excluded.closed;
end if;
if joined then
    insert into adult as a (id, household_id, label, birth_year, sex, consent, left_on, left_reason)
    select w.id, (w.word ->> 'household_id')::uuid, w.word ->> 'label', (w.word ->> 'birth_year')::int, w.word ->> 'sex',
        (w.word ->> 'consent')::boolean, (w.word ->> 'left_on')::date, w.word ->> 'left_reason'
    from (
        select f.subject_id as id, jsonb_object_agg(k.key, k.value order by f.corrected_at, f.event_id) as word
        from visit_event_folded f cross join lateral jsonb_each(f.body) k
        where f.type in ('adult_added', 'adult_changed') and f.subject_id in (
            select e.subject_id from visit_event e where e.event_id = any(event_ids) and e.type in ('adult_added', 'adult_changed')
        )
        group by f.subject_id
    ) w
    order by w.id
    on conflict (id) do update
    set label = excluded.label, birth_year = excluded.birth_year, sex = excluded.sex,
        consent = excluded.consent, left_on = excluded.left_on, left_reason = excluded.left_reason;
end if;
end
$$;
comment on function registry_fold is 'Brings households and adults up to these events, as the whole log has them. Holds their rows in order until the end, and answers which will be published';

create function visit_fold(event_ids uuid[]) returns void language plpgsql as $$
begin
with told as materialized (
    select e.subject_id, e.event_id, e.team_id, e.actor, e.body, h.commune_id, d.id as household_id,
        e.corrected_at - greatest(e.device_time - (e.body ->> 'started_at')::timestamptz, interval '0') as at,
        e.corrected_at - e.device_time as shift
    from visit_event e
    join household d on d.id = (e.body ->> 'household_id')::uuid
    join hamlet h on h.id = d.hamlet_id
    where e.event_id = any(event_ids) and e.type = 'visit_logged'
), knocks as (
    insert into visit (id, event_id, household_id, team_id, volunteer_id, commune_id, visited_at, ended_at,
        visited_on, result, revisit_at, consent)
    select t.subject_id, t.event_id, t.household_id, t.team_id, t.actor, t.commune_id, t.at,
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
comment on function visit_fold is 'Visits of these events and what was seen of each adult; the caller holds the locks of the households';

create function coverage_fold(event_ids uuid[], people uuid[]) returns void language plpgsql as $$
-- What was known before is moved forward by the new looks alone: the cost does not grow with the past.
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
        a.consent and a.left_on is null as registered,
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
end
$$;
comment on function coverage_fold(uuid [], uuid []) is 'Brings adult_skill, adult_state and coverage_total up to these events; `people` are the adults they speak of, whose locks the caller holds';

create function registry_publish(homes uuid[], people uuid[]) returns void language plpgsql as $$
begin
with touched as (
    select d.id as household_id, null::uuid as adult_id, d.hamlet_id from household d where d.id = any(homes)
    union all
    select a.household_id, a.id, d.hamlet_id
    from adult a join household d on d.id = a.household_id where a.id = any(people)
), placed as (
    select t.household_id, t.adult_id, h.commune_id,
        row_number() over (partition by h.commune_id order by t.household_id, t.adult_id nulls first) as place,
        count(*) over (partition by h.commune_id) as places
    from touched t join hamlet h on h.id = t.hamlet_id
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
comment on function registry_publish(uuid [], uuid []) is 'Gives these households and adults the next positions of the feed of their commune';

create function outreach_fold(event_ids uuid[]) returns void language plpgsql as $$
declare
    homes uuid[];
    people uuid[];
begin
select f.homes, f.people into homes, people from registry_fold(event_ids) f;
perform visit_fold(event_ids);
perform coverage_fold(event_ids, people);
perform registry_publish(homes, people);
end
$$;
comment on function outreach_fold is 'Who lives there, who was seen, who counts, and who is told: all slices, in one call';
comment on function coverage_fold(uuid []) is 'Of the release before, whose servers call it until they are replaced';
comment on function registry_publish(uuid []) is 'Of the release before, whose servers call it until they are replaced';
