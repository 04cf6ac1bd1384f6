-- Consent withdrawn, requests of people about their data with their clocks, photos of visits by hash (outreach/rights).
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid, require-concurrent-index-creation
alter table household add column no_contact_at timestamptz;
comment on column household.no_contact_at is 'Since when somebody of it objects or took a yes back: no phone leads there any more';

create table visit_photo (
    visit_id uuid not null references visit,
    sha256 bytea not null,
    size integer not null,
    blob_id uuid not null,
    key bytea,
    received_at timestamptz not null,
    erased_at timestamptz,
    gone_at timestamptz,
    primary key (visit_id, sha256),
    constraint visit_photo_is_open_or_erased check ((key is null) = (erased_at is not null)),
    constraint visit_photo_hash_is_sha256 check (octet_length(sha256) = 32),
    constraint visit_photo_is_small check (size between 1 and 12582912)
);
comment on table visit_photo is 'Photos of visits: the file is sealed under a key of its own that stands only here, so that without it every copy of the file is noise';
comment on column visit_photo.gone_at is 'When the file itself was deleted from the store';
create index visit_photo_to_delete on visit_photo (erased_at) where erased_at is not null and gone_at is null;

create table visit_photo_part (
    visit_id uuid not null references visit,
    sha256 bytea not null,
    starts_at integer not null,
    content bytea not null,
    received_at timestamptz not null,
    primary key (visit_id, sha256, starts_at)
);
comment on table visit_photo_part is 'Pieces of a photo that is still arriving; forgotten after a week';
create index visit_photo_part_received on visit_photo_part (received_at);

create table visit_photo_barred (
    mark bytea primary key,
    barred_at timestamptz not null,
    constraint visit_photo_mark_is_sha256 check (octet_length(mark) = 32)
);
comment on table visit_photo_barred is 'Photos somebody withdrew, as a hash of their hash: a phone that was offline cannot bring them back';

create function visit_photo_mark(hash bytea) returns bytea language sql immutable as $$
select sha256('barred:'::bytea || hash)
$$;
comment on function visit_photo_mark is 'What is kept of a withdrawn photo';

create function visit_looks_redact(looks jsonb, people uuid[]) returns jsonb language sql immutable as $$
select coalesce(jsonb_agg(
    case when (look.value ->> 'adult_id')::uuid = any(people) then look.value - '{next_step,barriers}'::text[] else look.value end
    order by look.ordinality
), '[]')
from jsonb_array_elements(looks) with ordinality look
$$;
create function visit_event_redact(events uuid[], people uuid[], keys text[], at timestamptz) returns void language sql as $$
-- `keys` leave the body; of the looks at these people (null: nobody) what was said in words leaves, what is counted stays.
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
comment on function visit_event_redact is 'The only change the log knows: personal words leave it';
comment on function visit_looks_redact is 'Looks without what these people said in words; what is counted stays';

create function rights_erase(people uuid[], at timestamptz) returns void language plpgsql as $$
-- A counted, anonymous row is what remains: who it was, and every word of theirs, is gone from the state and from the log.
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
-- Visits that were never taken can name them too; what waits in quarantine is let go of whole.
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
comment on function rights_erase is 'Takes these people out of everything that is kept of them but the counts';

create function rights_erase_photos(visits uuid[], at timestamptz) returns void language plpgsql as $$
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
comment on function rights_erase_photos is 'Bars the photos of these visits by hash, destroys their keys, and has their files deleted';

create or replace function rights_fold(event_ids uuid[]) returns void language plpgsql as $$
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

create table rights_request (
    id uuid primary key,
    kind text not null,
    way text not null,
    person_id uuid references person on delete set null,
    recorded_by uuid references person on delete set null,
    commune_id bigint not null references admin_unit,
    household_id uuid references household,
    adult_id uuid references adult,
    words text,
    third_party boolean not null default false,
    received_at timestamptz not null,
    answer_due_at timestamptz not null,
    done_due_at timestamptz not null,
    answered_at timestamptz,
    extended_at timestamptz,
    closed_at timestamptz,
    outcome text,
    constraint rights_request_kind_is_known check (kind in ('view', 'correct', 'delete', 'withdraw', 'restrict', 'object')),
    constraint rights_request_way_is_known check (way in ('app', 'at_door', 'office')),
    constraint rights_request_outcome_is_known check (outcome in ('done', 'refused', 'taken_back')),
    constraint rights_request_closed_with_an_outcome check ((closed_at is null) = (outcome is null)),
    constraint rights_request_is_answered_before_it_is_done check (done_due_at >= answer_due_at)
);
comment on table rights_request is 'What people ask about their data (Law 91/2025/QH15, Decree 356/2025): two clocks, to answer and to do it';
comment on column rights_request.words is 'What they said, for finding them; gone once it is closed';
create index rights_request_person on rights_request (person_id);
create index rights_request_recorded_by on rights_request (recorded_by);
create index rights_request_commune on rights_request (commune_id);
create index rights_request_household on rights_request (household_id);
create index rights_request_adult on rights_request (adult_id);
create index rights_request_open on rights_request (done_due_at) where closed_at is null;

create table rights_step (
    id bigint generated always as identity primary key,
    request_id uuid not null references rights_request,
    at timestamptz not null,
    staff_id uuid references person on delete set null,
    what text not null,
    words text,
    constraint rights_step_is_known check (
        what in ('received', 'answered', 'found', 'extended', 'done', 'refused', 'taken_back')
    )
);
comment on table rights_step is 'What was done about a request, by whom, in order';
create index rights_step_request on rights_step (request_id, id);
create index rights_step_staff on rights_step (staff_id);
