-- The ground of the volunteers' offline work: what every part of it stands on (outreach, decision 0042).
-- squawk-ignore-file ban-drop-constraint, require-concurrent-index-deletion, require-concurrent-index-creation, ban-drop-not-null, adding-foreign-key-constraint, disallowed-unique-constraint, adding-field-with-default, constraint-missing-not-valid

-- The log: more kinds of event, bounds of their time, what an edit was made upon, and events the server itself says.
alter table visit_event drop constraint visit_event_type_is_known;
alter table visit_event add constraint visit_event_type_is_known check (
    type in (
        'household_added', 'household_changed', 'household_removed', 'household_restored', 'household_split',
        'household_moved', 'household_merged', 'adult_added', 'adult_changed', 'adult_moved', 'adult_merged',
        'merge_undone', 'consent_withdrawn', 'visit_logged', 'visit_corrected'
    )
) not valid;
alter table visit_event alter column install_id drop not null, alter column seq drop not null;
alter table visit_event
add column session_id uuid, add column device_mono bigint, add column latest_at timestamptz,
add column base_version integer, add column redacted_at timestamptz;
alter table visit_event add constraint visit_event_comes_from_a_phone_or_from_us
check ((install_id is null) = (seq is null)) not valid;
alter table visit_event add constraint visit_event_latest_is_a_bound
check (latest_at is null or (corrected_at <= latest_at and latest_at <= received_at)) not valid;
comment on column visit_event.install_id is 'Null, like seq: said by the server itself (a decision, a forced hold)';
comment on column visit_event.session_id is 'One run of the app: device_mono counts within it';
comment on column visit_event.device_mono is 'Milliseconds of the phone''s own stopwatch, which nobody can set';
comment on column visit_event.latest_at is 'Upper bound of the time when it is only bounded; else null';
comment on column visit_event.base_version is 'The version of the subject the phone had before it when somebody edited';
comment on column visit_event.redacted_at is 'When personal words were taken out of the body';
drop index visit_event_makes_a_subject_once;
create unique index visit_event_makes_a_subject_once on visit_event (subject_id)
where type in ('household_added', 'household_split', 'adult_added', 'visit_logged', 'household_merged', 'adult_merged');

create or replace function visit_event_refuses_change() returns trigger language plpgsql as $$
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

create table visit_forced (
    event_id uuid primary key references visit_event,
    forced_at timestamptz not null,
    assumed uuid[] not null
);
comment on table visit_forced is 'Events that waited too long and count all the same; `assumed` are the households and adults made up for them';

-- Installations: one may be lost, cloned, or told to forget.
alter table visit_install
add column state text not null default 'active', add column state_at timestamptz,
add column state_by uuid references person on delete set null, add column state_reason text,
add column wipe_asked_at timestamptz, add column wiped_at timestamptz, add column public_key bytea,
add column told_seq bigint not null default 0, add column pending integer not null default 0,
add column app_version text, add column chain_seq bigint not null default 0,
add column chain_head bytea not null default '\x', add column pulled_at timestamptz;
alter table visit_install add constraint visit_install_state_is_known
check (state in ('active', 'revoked', 'cloned')) not valid;
create index visit_install_state_by on visit_install (state_by);
comment on column visit_install.told_seq is 'The highest number the phone says it has given: what is missing below it is known to be missing';
comment on column visit_install.pending is 'How many events the phone said it still holds';
comment on column visit_install.chain_head is 'sha256 over seq:event_id in order, up to chain_seq';
comment on column visit_install.public_key is 'P-256 point of the key that cannot leave the phone; signs its uploads';

alter table visit_quarantine
add column until timestamptz, add column decision text, add column decided_at timestamptz,
add column decided_by uuid references person on delete set null, add column decided_why text;
alter table visit_quarantine add constraint visit_quarantine_decision_is_known
check (decision in ('approved', 'refused')) not valid;
create index visit_quarantine_decided_by on visit_quarantine (decided_by);
create index visit_quarantine_waiting on visit_quarantine (install_id, id) where decision is null;

-- Teams of hamlets and of communes.
alter table team add column kind text not null default 'hamlet';
alter table team add constraint team_kind_is_known check (kind in ('hamlet', 'commune')) not valid;

-- The register: short handles, versions, tombstones, aliases, dated places and homes.
alter table household
add column no bigint generated always as identity, add column version integer not null default 0,
add column removed_at timestamptz, add column root_id uuid references household,
add column rough_lat double precision, add column rough_lon double precision;
alter table household add constraint household_no_is_unique unique (no);
alter table household add constraint household_place_is_whole check ((rough_lat is null) = (rough_lon is null)) not valid;
alter table household add constraint household_place_is_rough check (
    rough_lat is null or (rough_lat = round(rough_lat::numeric, 3) and rough_lon = round(rough_lon::numeric, 3))
) not valid;
create index household_root on household (root_id) where root_id is not null;
comment on column household.no is 'Short handle: phones name a household by it, a tenth of an id on the wire';
comment on column household.version is 'How many edits the server has taken; an edit says upon which it was made';
comment on column household.removed_at is 'Tombstone: entered by mistake';
comment on column household.root_id is 'The household it was merged into, at the end of the chain; null while it stands';
comment on column household.rough_lat is 'Three decimals, about 100 m, with consent: never the door';

alter table adult
add column no bigint generated always as identity, add column version integer not null default 0,
add column turns_18_on date, add column root_id uuid references adult, add column redacted_at timestamptz;
alter table adult add constraint adult_no_is_unique unique (no);
create index adult_root on adult (root_id) where root_id is not null;
create index adult_alias on adult (id) where root_id is not null;
comment on column adult.root_id is 'The person this entry is an alias of, at the end of the chain; null while it stands for itself';
comment on column adult.turns_18_on is 'Said by the family of somebody whose year alone does not tell; for denominators by date';
comment on column adult.position is 'Of the release before: a household now brings all its adults along';

create table household_member (
    adult_id uuid not null references adult,
    household_id uuid not null references household,
    kind text not null,
    since timestamptz not null,
    until timestamptz,
    since_event uuid,
    until_event uuid,
    primary key (adult_id, household_id, since),
    constraint household_member_kind_is_known check (kind in ('primary', 'temporary')),
    constraint household_member_ends_after_it_starts check (until is null or until >= since),
    constraint household_member_has_one_home_at_a_time
        exclude using gist (adult_id with =, tstzrange(since, until) with &&) where (kind = 'primary')
);
comment on table household_member is 'Who lived where, from when to when: one home at a time, and others beside it for a time';
create index household_member_household on household_member (household_id);
insert into household_member (adult_id, household_id, kind, since)
select id, household_id, 'primary', '-infinity' from adult;

create table household_place (
    household_id uuid not null references household,
    since timestamptz not null,
    hamlet_id uuid not null references hamlet,
    event_id uuid,
    primary key (household_id, since)
);
comment on table household_place is 'Where a household that moved was from when on; households that never moved have no row';
create index household_place_hamlet on household_place (hamlet_id);

create table hamlet_place (
    hamlet_id uuid not null references hamlet,
    since date not null,
    commune_id bigint not null references admin_unit,
    basis text not null,
    primary key (hamlet_id, since)
);
comment on table hamlet_place is 'Whose commune a hamlet was from when on, once that changed; hamlet.commune_id is today''s';
create index hamlet_place_commune on hamlet_place (commune_id);

create table registry_merge (
    merge_id uuid primary key,
    event_id uuid not null references visit_event,
    kind text not null,
    loser_id uuid not null,
    winner_id uuid not null,
    merged_at timestamptz not null,
    undone_by uuid references visit_event,
    undone_at timestamptz,
    constraint registry_merge_kind_is_known check (kind in ('household', 'adult')),
    constraint registry_merge_is_of_two check (loser_id <> winner_id),
    constraint registry_merge_undone_by_an_event check ((undone_by is null) = (undone_at is null))
);
comment on table registry_merge is 'Two entries of one house or one person; the entry that vanished points to the other until somebody undoes it';
create index registry_merge_event on registry_merge (event_id);
create index registry_merge_undone_by on registry_merge (undone_by);
create index registry_merge_loser on registry_merge (loser_id);
create index registry_merge_winner on registry_merge (winner_id);

create table registry_edit (
    subject_id uuid not null,
    version integer not null,
    event_id uuid not null references visit_event,
    actor uuid not null,
    install_id uuid,
    base_version integer,
    earliest_at timestamptz not null,
    received_at timestamptz not null,
    fields jsonb not null,
    primary key (subject_id, version),
    constraint registry_edit_is_noted_once unique (event_id)
);
comment on table registry_edit is 'Edits of households and adults in the order the server took them: what a later edit may not have seen';

create table registry_conflict (
    id bigint generated always as identity primary key,
    subject_id uuid not null,
    field text not null,
    kind text not null,
    first_event uuid not null references visit_event,
    second_event uuid not null references visit_event,
    first_value jsonb,
    second_value jsonb,
    team_id uuid not null references team,
    opened_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid references person on delete set null,
    resolution text,
    constraint registry_conflict_is_noted_once unique (first_event, second_event, field),
    constraint registry_conflict_kind_is_known check (kind in ('soft', 'hard')),
    constraint registry_conflict_resolution_is_known check (resolution in ('merged', 'first', 'second'))
);
comment on table registry_conflict is 'Two edits made without knowing of each other: hard when they say different things of one field, soft when they could be merged. Shown to people';
create index registry_conflict_second on registry_conflict (second_event);
create index registry_conflict_team on registry_conflict (team_id, id) where resolved_at is null;
create index registry_conflict_of_team on registry_conflict (team_id);
create index registry_conflict_subject on registry_conflict (subject_id);
create index registry_conflict_resolved_by on registry_conflict (resolved_by);

create table registry_tombstone (
    hamlet_id uuid not null references hamlet,
    position bigint not null,
    household_id uuid not null references household,
    reason text not null,
    primary key (hamlet_id, position),
    constraint registry_tombstone_reason_is_known check (reason in ('moved', 'merged', 'removed', 'withdrawn', 'scope'))
);
comment on table registry_tombstone is 'Households that left a hamlet''s list, at a position of its commune''s feed: phones drop them';
create index registry_tombstone_household on registry_tombstone (household_id);

create function registry_bury(homes uuid[], hamlet uuid, why text) returns void language plpgsql as $$
-- The feed's row stays ours until commit, as in registry_publish: positions become visible in order.
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
comment on function registry_bury is 'Tells the phones of a hamlet that these households are no longer on its list';

-- Visits know the hamlet they were in, and their versions.
alter table visit
add column hamlet_id uuid, add column version integer not null default 1, add column corrected_by uuid,
add column marks text[] not null default '{}';
update visit v set hamlet_id = d.hamlet_id from household d where d.id = v.household_id;
comment on column visit.hamlet_id is 'The hamlet of the household when it was visited; today''s geography is that hamlet''s commune now';
comment on column visit.marks is 'What a reader should know of it (forced, backdated, after_close, …); never a reason to drop it';
comment on column visit.corrected_by is 'The event of its newest correction';

alter table household add column assumed boolean not null default false;
alter table adult add column assumed boolean not null default false;
comment on column household.assumed is 'Made up for a visit that waited too long for it; its own creation fills it in when it comes';
comment on column adult.assumed is 'Made up for a visit that waited too long for it; counts nowhere until its own creation comes';

create function registry_named(event_ids uuid[]) returns uuid[] language sql stable as $$
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
comment on function registry_named is 'Everything the rarer kinds among these events speak of: households, adults, visits, and the households and persons those are of';

create or replace function registry_fold(event_ids uuid[], out homes uuid[], out people uuid[]) language plpgsql as $$
-- plpgsql keeps the plans of these statements; an sql function would plan them at every call.
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
perform from adult a where a.id = any(people) order by a.id for no key update;

-- Of several words on one field the object keeps the last: the latest by corrected time, the creation before all.
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

create function registry_note_edits(event_ids uuid[]) returns void language plpgsql as $$
begin
-- The rows of the subjects are locked: versions of one subject are given one after another.
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

-- An edit of another phone that this one cannot have known: later than its base, or received after it was made.
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
comment on function registry_note_edits is 'Gives edits their versions, and notes which were made without knowing of each other; the caller holds the rows of their subjects';

create or replace function visit_fold(event_ids uuid[]) returns void language plpgsql as $$
begin
with told as materialized (
    select e.subject_id, e.event_id, e.team_id, e.actor, e.body, h.commune_id, h.id as hamlet_id, coalesce(d.root_id, d.id) as household_id,
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

create or replace function coverage_fold(event_ids uuid[], people uuid[]) returns void language plpgsql as $$
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
        a.consent and a.left_on is null and a.root_id is null and d.removed_at is null as registered,
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

-- Entries that are one person count together: rare, and judged anew from all their visits.
if exists (select from adult a where a.root_id = any(people))
    or exists (select from adult a where a.id = any(people) and a.root_id is not null) then
    perform coverage_rejudge(array(
        select coalesce(a.root_id, a.id) from adult a
        where a.id = any(people) and (a.root_id is not null or exists (select from adult b where b.root_id = a.id))
    ));
end if;
end
$$;

create function coverage_looks(people uuid[]) returns table (
    adult_id uuid, person_id uuid, at timestamptz, visit_id uuid, knows boolean, skills jsonb, assistance text
) language sql stable as $$
select va.adult_id, coalesce(a.root_id, a.id), va.visited_at, va.visit_id, va.knows, va.skills, va.assistance
from (
    select m.household_id as id from household_member m where m.adult_id = any(people)
    union
    select d.root_id from household_member m join household d on d.id = m.household_id
    where m.adult_id = any(people) and d.root_id is not null
    union
    select b.household_id from adult b where b.id = any(people)
) home
join visit v on v.household_id = home.id
join visit_adult va on va.visit_id = v.id
join adult a on a.id = va.adult_id
where va.adult_id = any(people) and va.met
$$;
comment on function coverage_looks is 'Everything seen of these adults, in every house they were ever of, and the person each of them is';
create function coverage_rejudge(people uuid[]) returns void language plpgsql as $$
-- The slow way, for what is rare: a merge, its undoing, a correction, a move, a withdrawal. From visits, not from what was kept.
declare
    counted text[] := coverage_counted_skills();
    everyone uuid[];
begin
select array(
    select a.id from adult a where a.id = any(people)
    union
    select a.root_id from adult a where a.id = any(people) and a.root_id is not null
) into everyone;
everyone := array(select unnest(everyone) union select a.id from adult a where a.root_id = any(everyone));
perform from adult a where a.id = any(everyone) order by a.id for no key update;

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
    order by person_id, at desc, visit_id desc
), met as (
    select person_id, max(at) as at from look group by person_id
), able as (
    select person_id, bool_or(alone and code = any(counted)) as can, max(seen_at) as at
    from (
        select distinct on (coalesce(a.root_id, a.id), k.code)
            coalesce(a.root_id, a.id) as person_id, k.code, k.seen_at, k.alone
        from adult_skill k join adult a on a.id = k.adult_id
        where k.adult_id = any(everyone)
        order by coalesce(a.root_id, a.id), k.code, k.seen_at desc, k.visit_id desc
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
        select a.consent and a.left_on is null and a.root_id is null and d.removed_at is null as registered
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
comment on function coverage_rejudge is 'Judges these adults, and everybody who is one with them, anew from all visits; the totals move by the difference';

create or replace function registry_publish(homes uuid[], people uuid[]) returns void language plpgsql as $$
-- Adults travel with their household: one position for both.
begin
with touched as (
    select d.id as household_id, d.hamlet_id from household d
    where d.id = any(homes || array(select a.household_id from adult a where a.id = any(people)))
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
comment on function registry_publish(uuid [], uuid []) is 'Gives these households, and those of these adults, the next positions of the feed of their commune';

-- Places where each slice says what its own kinds of event change; empty until that slice fills them.
create function registry_reshape(event_ids uuid[], out homes uuid[], out people uuid[]) language plpgsql as $$
begin
homes := '{}';
people := '{}';
end
$$;
comment on function registry_reshape is 'Splits, moves, merges and what undoes them; answers whom to publish';
create function rights_fold(event_ids uuid[]) returns void language plpgsql as $$
begin
return;
end
$$;
comment on function rights_fold is 'What a withdrawn consent takes away';
create function planning_fold(event_ids uuid[]) returns void language plpgsql as $$
begin
return;
end
$$;
comment on function planning_fold is 'What a visit means for who walks where next';

create function outreach_fold(event_ids uuid[], types text[]) returns void language plpgsql as $$
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
perform visit_fold(event_ids);
if types && '{consent_withdrawn}' then
    perform rights_fold(event_ids);
end if;
perform coverage_fold(event_ids, people);
if types && '{visit_logged}' then
    perform planning_fold(event_ids);
end if;
perform registry_publish(homes, people);
end
$$;
comment on function outreach_fold(uuid [], text []) is 'Who lives there, who was seen, who counts, and who is told: all slices, in one call; `types` are the kinds of these events';
create or replace function outreach_fold(event_ids uuid[]) returns void language plpgsql as $$
begin
perform outreach_fold(event_ids, array(select distinct e.type from visit_event e where e.event_id = any(event_ids)));
end
$$;
comment on function outreach_fold(uuid []) is 'Of the release before, whose servers call it until they are replaced';

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
