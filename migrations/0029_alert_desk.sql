-- Warnings, the whole desk: areas as drawn, drafts and a second person's yes, feeds of others, a person's places (api/alerts).

alter table alert_level add column needs_second_person boolean not null default false;
update alert_level set needs_second_person = true where level >= 4;
comment on column alert_level.needs_second_person is 'Goes out only when another officer than the one who sends it says yes';

alter table alert
    add column polygons jsonb not null default '[]',
    add column circles jsonb not null default '[]',
    add column onset_at timestamptz,
    add column river_alarm text not null default '',
    add column origin text not null default 'officer',
    add column approved_by uuid,
    add constraint alert_origin_is_known check (origin in ('officer', 'gauge', 'upstream')) not valid,
    -- squawk-ignore adding-foreign-key-constraint
    add constraint alert_approved_by_a_person foreign key (approved_by) references person on delete set null not valid,
    add constraint alert_is_approved_by_another check (approved_by is distinct from published_by or approved_by is null) not valid;
comment on column alert.polygons is 'As drawn: closed rings of [lat, lon]; the communes they touch are in alert_area';
comment on column alert.circles is 'As drawn: {lat, lon, radius_km}';
comment on column alert.river_alarm is 'The river alarm it rests on, in words (BĐ3+0,04 m): another thing than the risk level';
comment on column alert.approved_by is 'The second person, where the level needs one';
create index alert_approved_by on alert (approved_by);

-- The same rule with two reasons more; rows of before passed the narrower one.
-- squawk-ignore ban-drop-constraint
alter table alert_delivery drop constraint alert_delivery_basis_is_known;
alter table alert_delivery add constraint alert_delivery_basis_is_known check (
    basis in ('consent', 'danger_to_life', 'place', 'follow_up', 'left_area')
) not valid;
comment on table alert_delivery is 'Who was told and why we might: consent, danger to life, a place they keep, word of what they were told before, or that it no longer concerns them';

create table alert_place (
    person_id uuid not null references person on delete cascade,
    commune_id bigint not null references admin_unit,
    position smallint not null,
    label text not null,
    added_at timestamptz not null,
    primary key (person_id, commune_id),
    constraint alert_place_has_its_own_position unique (person_id, position),
    constraint alert_place_are_five_at_most check (position between 1 and 5)
);
comment on table alert_place is 'Places besides home whose warnings a person wants; keeping one is asking to be told, dropping it ends that';
create index alert_place_commune on alert_place (commune_id, person_id);

create table alert_draft (
    id uuid primary key,
    province_code text not null,
    state text not null,
    origin text not null,
    origin_key text,
    note text not null default '',
    content jsonb not null,
    version integer not null default 1,
    changed_by uuid references person on delete set null,
    sent_by uuid references person on delete set null,
    decided_by uuid references person on delete set null,
    reason text not null default '',
    created_at timestamptz not null,
    changed_at timestamptz not null,
    demo boolean not null default false,
    constraint alert_draft_state_is_known check (state in ('draft', 'waiting', 'refused', 'published', 'dropped')),
    constraint alert_draft_origin_is_known check (origin in ('officer', 'gauge', 'upstream')),
    constraint alert_draft_is_proposed_once unique (origin_key),
    constraint alert_draft_refused_says_why check (state <> 'refused' or reason <> '')
);
comment on table alert_draft is 'A warning that is not out: being written, or waiting for another officer; its id becomes the warning''s';
comment on column alert_draft.origin_key is 'What a machine proposed it for: the same thing is proposed once';
create index alert_draft_open on alert_draft (province_code, changed_at desc) where state in ('draft', 'waiting', 'refused');
create index alert_draft_changed_by on alert_draft (changed_by);
create index alert_draft_sent_by on alert_draft (sent_by);
create index alert_draft_decided_by on alert_draft (decided_by);

create table alert_draft_step (
    draft_id uuid not null references alert_draft on delete cascade,
    version integer not null,
    verb text not null,
    person_id uuid references person on delete set null,
    note text not null default '',
    at timestamptz not null,
    primary key (draft_id, version),
    constraint alert_draft_step_verb_is_known check (
        verb in ('proposed', 'saved', 'sent', 'approved', 'published', 'refused', 'dropped')
    )
);
comment on table alert_draft_step is 'What was done to a draft, by whom';
create index alert_draft_step_person on alert_draft_step (person_id);

create table alert_source (
    name text primary key,
    province_code text not null,
    url text not null,
    mode text not null,
    senders text[] not null,
    every_seconds integer not null,
    active boolean not null default true,
    etag text,
    last_modified text,
    next_at timestamptz not null,
    failures integer not null default 0,
    open_until timestamptz,
    last_ok_at timestamptz,
    last_error text,
    created_at timestamptz not null,
    demo boolean not null default false,
    constraint alert_source_mode_is_known check (mode in ('draft', 'publish')),
    constraint alert_source_has_a_sender check (cardinality(senders) between 1 and 20),
    constraint alert_source_pace_is_sane check (every_seconds between 30 and 86400)
);
comment on table alert_source is 'CAP feeds of others that we ask; mode: drafts for an officer, or published at once where one person may';
create index alert_source_due on alert_source (next_at) where active;

create table alert_upstream (
    id bigint generated always as identity primary key,
    source text not null references alert_source on delete cascade,
    entry text not null,
    sender text not null default '',
    identifier text not null default '',
    sent_at timestamptz,
    content_hash text not null default '',
    outcome text not null,
    detail text not null default '',
    message_id uuid,
    received_at timestamptz not null,
    constraint alert_upstream_entry_is_taken_once unique (source, entry),
    constraint alert_upstream_outcome_is_known check (
        outcome in ('drafted', 'published', 'dropped', 'cancelled', 'cancel_asked', 'ignored', 'refused')
    )
);
comment on table alert_upstream is 'Every message of a feed and what became of it';
comment on column alert_upstream.message_id is 'The draft, and once it is out the warning of the same id';
create index alert_upstream_newest on alert_upstream (source, id desc);
create index alert_upstream_identifier on alert_upstream (sender, identifier);

create or replace view alert_seen as
select
    a.id, a.identifier, a.sender, a.sender_name, a.province_code, a.hazard, h.name as hazard_name,
    h.group_no as hazard_group, h.group_name as hazard_group_name, h.cap_category, h.icon,
    a.risk_level, l.name as level_name, l.meaning as level_meaning, l.colour_name, l.colour, l.ink,
    l.icon as level_icon, l.cap_severity, a.urgency, a.certainty, a.status, a.msg_type, a.headline,
    a.description, a.instruction, a.effective_at, a.expires_at, a.sent_at, a.chain_id, a.replaces,
    n.id as replaced_by,
    case when n.msg_type = 'cancel' then n.sent_at end as cancelled_at,
    case when n.msg_type = 'cancel' then n.description end as cancel_reason,
    (
        select coalesce(json_agg(json_build_object(
            'code', u.code, 'name', u.full_name, 'lat', u.lat, 'lon', u.lon
        ) order by u.sort_key), '[]')
        from alert_area r
        join admin_unit u on u.id = r.commune_id
        where r.alert_id = a.id
    ) as communes,
    h.name_en as hazard_name_en, a.polygons, a.circles, a.onset_at, a.river_alarm, a.origin,
    a.approved_by is not null as approved,
    o.risk_level as level_before
from alert a
join alert_hazard h on h.code = a.hazard
join alert_level l on l.level = a.risk_level
left join alert n on n.replaces = a.id
left join alert o on o.id = a.replaces;
comment on view alert_seen is 'An alert in words, with what became of it';
