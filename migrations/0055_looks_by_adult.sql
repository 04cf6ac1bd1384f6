-- Whoever is judged anew is judged from all their visits, whichever house these are of; and who joins a house while it is
-- taken off the list is taken off with it (outreach/measurement, outreach/registry; decision 0077).
-- squawk-ignore-file require-concurrent-index-creation
-- By hash, for "whose looks" alone: a plan made before there were visits would walk a sorted one from end to end.
create index visit_adult_adult on visit_adult using hash (adult_id);

create or replace function coverage_looks(people uuid[]) returns table (
    adult_id uuid, person_id uuid, at timestamptz, visit_id uuid, knows boolean, skills jsonb, assistance text
) language sql stable as $$
select va.adult_id, coalesce(a.root_id, a.id), va.visited_at, va.visit_id, va.knows, va.skills, va.assistance
from visit_adult va join adult a on a.id = va.adult_id
where va.adult_id = any(people) and va.met
$$;

create or replace function registry_fold(event_ids uuid[], out homes uuid[], out people uuid[]) language plpgsql as $$
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
