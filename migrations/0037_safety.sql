-- Safety of people (docs/decisions/0064): what becomes public is looked at first, photo by photo, with its history;
-- faces and plates are blurred; tips about crimes keep who sent them in a box that takes two people to open.

alter table photo
    add column moderated_at timestamptz,
    add column blur_whole boolean not null default false,
    add column areas_version integer not null default 0,
    add column made_version integer,
    add constraint photo_is_public_only_once_looked_at check (hidden or moderated_at is not null) not valid;
comment on column photo.hidden is 'Not for the public: nobody has looked at it yet (moderated_at is null), or somebody said no';
comment on column photo.areas_version is 'Counted up with every change of what is blurred';
comment on column photo.made_version is 'The areas_version the copies show; public only when it is the latest. Null: from before there was blurring';
update photo set hidden = true;
insert into outbox_event (kind, payload)
select 'photo_areas_changed', convert_to(json_build_object('type', 'photo_areas_changed', 'photo_id', id)::text, 'UTF8')
from photo where state = 'ready';
create index photo_unseen on photo (report_id) where moderated_at is null and state = 'ready';

create table photo_area (
    id bigint generated always as identity primary key,
    photo_id uuid not null references photo on delete cascade,
    x real not null,
    y real not null,
    w real not null,
    h real not null,
    what text not null,
    by text not null,
    constraint photo_area_is_inside_its_photo check (
        x >= 0 and y >= 0 and w > 0 and h > 0 and x + w <= 1.001 and y + h <= 1.001
    ),
    constraint photo_area_what_is_known check (what in ('face', 'plate', 'other')),
    constraint photo_area_by_is_known check (by in ('detector', 'moderator'))
);
comment on table photo_area is 'What is blurred in every copy but the clear one, in parts of the upright picture''s width and height';
create index photo_area_of on photo_area (photo_id);

create table photo_opening (
    id bigint generated always as identity primary key,
    photo_id uuid not null references photo on delete cascade,
    staff_id uuid references person on delete set null,
    reason text not null,
    opened_at timestamptz not null,
    constraint photo_opening_says_why check (char_length(reason) between 5 and 500)
);
comment on table photo_opening is 'Who looked at a photo without its blurring, and why';
create index photo_opening_of on photo_opening (photo_id, id);
create index photo_opening_staff on photo_opening (staff_id) where staff_id is not null;

alter table report add column withheld_at timestamptz;
comment on column report.withheld_at is 'Taken from the public by a moderator: only a moderator publishes it again';

create table moderation (
    report_id uuid primary key references report on delete cascade,
    version integer not null default 1,
    looked_at timestamptz
);
comment on table moderation is 'The version two moderators must agree on, and when somebody last said that nothing is left to look at';

create table moderation_step (
    id bigint generated always as identity primary key,
    report_id uuid not null references report on delete cascade,
    photo_id uuid references photo on delete set null,
    action text not null,
    before jsonb not null,
    after jsonb not null,
    reason text,
    staff_id uuid references person on delete set null,
    by text not null,
    occurred_at timestamptz not null,
    constraint moderation_step_action_is_known check (
        action in ('text', 'publish', 'withhold', 'approve', 'hide', 'areas', 'look')
    ),
    constraint moderation_step_by_is_known check (by in ('handler', 'officer')),
    constraint moderation_step_withholding_says_why check (action not in ('withhold', 'hide') or reason is not null)
);
comment on table moderation_step is 'Everything a moderator did, with what was there before: any step can be taken back';
create index moderation_step_of on moderation_step (report_id, id);
create index moderation_step_photo on moderation_step (photo_id) where photo_id is not null;
create index moderation_step_staff on moderation_step (staff_id) where staff_id is not null;

create table report_box (
    report_id uuid primary key references report on delete cascade,
    box text not null
);
comment on table report_box is 'Of a sealed category: who sent it, how to reach them, exact time, place and words, under two keys; the case has none of it';

create table sealed_opening (
    id uuid primary key,
    report_id uuid not null references report on delete cascade,
    reason text not null,
    asked_by uuid references person on delete set null,
    asked_at timestamptz not null,
    ends_at timestamptz not null,
    agreed_by uuid references person on delete set null,
    agreed_at timestamptz,
    refused_by uuid references person on delete set null,
    refused_at timestamptz,
    constraint sealed_opening_takes_two_people check (agreed_by is null or agreed_by <> asked_by),
    constraint sealed_opening_is_agreed_or_refused check (agreed_at is null or refused_at is null),
    constraint sealed_opening_says_why check (char_length(reason) between 10 and 1000)
);
comment on table sealed_opening is 'Who asked to open a sealed box, why, and who agreed; rows are only ever added to';
create index sealed_opening_of on sealed_opening (report_id, asked_at desc);
create index sealed_opening_asked on sealed_opening (asked_by) where asked_by is not null;
create index sealed_opening_agreed on sealed_opening (agreed_by) where agreed_by is not null;
create index sealed_opening_refused on sealed_opening (refused_by) where refused_by is not null;

create table sealed_look (
    id bigint generated always as identity primary key,
    opening_id uuid not null references sealed_opening on delete cascade,
    staff_id uuid references person on delete set null,
    looked_at timestamptz not null
);
comment on table sealed_look is 'Every time somebody read what was in a box';
create index sealed_look_of on sealed_look (opening_id, id);
create index sealed_look_staff on sealed_look (staff_id) where staff_id is not null;

create table report_erasure (
    report_id uuid primary key references report on delete cascade,
    erased_at timestamptz not null,
    by text not null,
    constraint report_erasure_by_is_known check (by in ('key', 'account'))
);
comment on table report_erasure is 'The tombstone: the reporter had themselves removed; the case lives on';

create or replace view report_seen as
select
    r.id, r.number, r.code, r.category_code, c.name as category_name, r.state, s.name as state_name,
    r.open as is_open, r.description, r.lat, r.lon, r.accuracy_m, r.province_code, r.commune_id,
    u.code as commune_code, u.name as commune_name, r.commune_confirmed, r.commune_distance_m,
    r.anonymous, r.urgent, r.priority, r.happened_at, r.received_at, r.acknowledge_by, r.due_at,
    r.finished_at, r.published_at is not null as published, r.public_text, r.public_lat,
    r.public_lon, r.agency_id, a.name as agency_name, r.answer, f.name as refusal_reason,
    r.rating, r.rating_comment, r.version, r.photo_count,
    (
        select count(*) from photo p
        where p.report_id = r.id and p.taken_for = 'report' and p.state <> 'refused'
    )::integer as photos_received,
    (
        select coalesce(json_agg(json_build_object(
            'id', p.id, 'position', p.position, 'taken_for', p.taken_for,
            'width', p.width, 'height', p.height,
            'large', '/v1/photos/' || p.id || '/large', 'small', '/v1/photos/' || p.id || '/small'
        ) order by p.taken_for, p.position), '[]')
        from photo p
        where p.report_id = r.id and p.state = 'ready'
    ) as photos,
    (
        select coalesce(json_agg(json_build_object(
            'id', p.id, 'position', p.position, 'taken_for', p.taken_for,
            'width', p.width, 'height', p.height,
            'large', '/v1/photos/' || p.id || '/large', 'small', '/v1/photos/' || p.id || '/small'
        ) order by p.taken_for, p.position), '[]')
        from photo p
        where p.report_id = r.id and p.state = 'ready' and not p.hidden and p.made_version = p.areas_version
    ) as public_photos
from report r
join category c on c.code = r.category_code
join report_state s on s.code = r.state
join admin_unit u on u.id = r.commune_id
left join agency a on a.id = r.agency_id
left join report_refusal_reason f on f.code = r.refusal_reason;
