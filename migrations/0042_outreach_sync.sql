-- One upload of a phone: who it is, what it holds, which numbers were never seen; corrections of visits (outreach/visits).
-- squawk-ignore-file require-concurrent-index-creation, prefer-robust-stmts
alter table visit_quarantine add column clock_offset interval;
comment on column visit_quarantine.clock_offset is 'The phone''s clock difference at that upload: what is approved later is read as on its first day';
create index visit_quarantine_seq on visit_quarantine (install_id, seq);

create function visit_open(
    install uuid, person uuid, at timestamptz, clock interval, seqs bigint[], names text[], events uuid[],
    key bytea, told_last bigint, told_pending integer, told_version text, told_wiped boolean
)
returns table (
    reached bigint, head bytea, state text, state_at timestamptz, state_reason text, wipe boolean,
    before_offset interval, before_at timestamptz, before_seq bigint, missing int8multirange,
    event_id uuid, sha256 bytea, reason_code text, held boolean
) language plpgsql as $$
-- The row is ours from the first statement: another upload of this phone waits, and then sees what this one wrote.
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
comment on function visit_open(uuid, uuid, timestamptz, interval, bigint [], text [], uuid [], bytea, bigint, integer, text, boolean) is
'Lets one upload of a phone in at a time, takes charge of its numbers and lengthens the chain over them; answers what is known of the phone, beside each event the log holds';
comment on function visit_open(uuid, uuid, timestamptz, interval, bigint [], uuid []) is 'Of the release before';

create function visit_install_revoke(person uuid, team uuid, by_person uuid, why text, at timestamptz) returns void language sql as $$
update visit_install i
set state = 'revoked', state_at = at, state_by = by_person, state_reason = why, wipe_asked_at = coalesce(i.wipe_asked_at, at)
where i.person_id = person and i.state <> 'revoked'
    and not exists (
        select from team_member m
        where m.person_id = person and m.team_id <> team and m.since <= at and (m.until is null or m.until > at)
    )
$$;
comment on function visit_install_revoke is 'Somebody walks for no team any more: their phones forget at the next contact. Who still walks for another team keeps theirs';

create function visit_correct(event_ids uuid[]) returns uuid[] language plpgsql as $$
-- Rare: the newest correction of each visit replaces what the visit says; the events keep every word.
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
comment on function visit_correct is 'Visits as their newest correction says, everybody in them judged anew; answers the households to publish';

create or replace function outreach_fold(event_ids uuid[], types text[]) returns void language plpgsql as $$
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
perform registry_publish(homes, people);
end
$$;

create or replace function coverage_recount()
returns table (
    commune_id bigint, adults_registered integer, adults_reached integer,
    adults_assessed integer, know_and_can integer, visits integer
) language sql stable as $$
with person as (
    select subject_id as adult_id,
        (max(body ->> 'household_id') filter (where type = 'adult_added'))::uuid as household_id,
        (array_agg((body ->> 'consent')::boolean order by type = 'adult_added', corrected_at desc, event_id desc)
            filter (where body ? 'consent'))[1] as consent,
        (array_agg(body ->> 'left_on' order by type = 'adult_added', corrected_at desc, event_id desc)
            filter (where body ? 'left_on'))[1] as left_on
    from visit_event_folded where type in ('adult_added', 'adult_changed') group by subject_id
), removed as (
    select subject_id as household_id,
        (array_agg(type order by corrected_at desc, event_id desc))[1] = 'household_removed' as gone
    from visit_event_folded where type in ('household_removed', 'household_restored') group by subject_id
), home as (
    select e.subject_id as household_id, h.commune_id, coalesce(removed.gone, false) as gone
    from visit_event_folded e
    join hamlet h on h.id = (e.body ->> 'hamlet_id')::uuid
    left join removed on removed.household_id = e.subject_id
    where e.type in ('household_added', 'household_split')
    union all
    select d.id, h.commune_id, false from household d join hamlet h on h.id = d.hamlet_id where d.assumed
), knock as (
    select e.subject_id as visit_id, said.body, (e.body ->> 'household_id')::uuid as household_id,
        e.corrected_at - greatest(e.device_time - (said.body ->> 'started_at')::timestamptz, interval '0') as at
    from visit_event_folded e
    left join lateral (
        select c.body -> 'visit' as body from visit_event_folded c
        where c.subject_id = e.subject_id and c.type = 'visit_corrected'
        order by c.corrected_at desc, c.event_id desc limit 1
    ) anew on true
    cross join lateral (select coalesce(anew.body, e.body) as body) said
    where e.type = 'visit_logged'
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
    where person.consent and person.left_on is null and not home.gone
    group by home.commune_id
), door as (
    select home.commune_id, count(*)::int as visits
    from knock join home on home.household_id = knock.household_id group by home.commune_id
)
select coalesce(people.commune_id, door.commune_id), coalesce(registered, 0), coalesce(reached, 0),
    coalesce(assessed, 0), coalesce(both_seen, 0), coalesce(door.visits, 0)
from people full join door on door.commune_id = people.commune_id
$$;
