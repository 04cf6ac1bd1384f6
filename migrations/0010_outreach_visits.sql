-- The log of what phones recorded, and the visits it folds into (outreach/visits).
create table visit_install (
    install_id uuid primary key,
    person_id uuid not null references person,
    first_seen_at timestamptz not null,
    last_sync_at timestamptz not null,
    clock_offset interval not null,
    received int8multirange not null default '{}'
);
comment on table visit_install is 'One installation of the app on one phone';
comment on column visit_install.received is 'Every sequence number the server has taken charge of; a gap is a gap';
comment on column visit_install.clock_offset is 'Server time minus phone time at the last sync';
create index visit_install_person on visit_install (person_id);

create table visit_event (
    event_id uuid primary key,
    install_id uuid not null references visit_install,
    seq bigint not null,
    type text not null,
    schema_version integer not null,
    subject_id uuid not null,
    team_id uuid not null references team,
    body jsonb not null,
    body_sha256 bytea not null,
    device_time timestamptz not null,
    corrected_at timestamptz not null,
    earliest_at timestamptz not null,
    time_quality text not null,
    received_at timestamptz not null,
    actor uuid not null references person,
    constraint visit_event_seq_is_used_once unique (install_id, seq),
    constraint visit_event_seq_starts_at_one check (seq >= 1),
    constraint visit_event_type_is_known check (
        type in ('household_added', 'household_changed', 'adult_added', 'adult_changed', 'visit_logged')
    ),
    constraint visit_event_time_quality_is_known check (
        time_quality in ('mono', 'wall_ok', 'wall_shifted', 'bounded')
    ),
    constraint visit_event_bounds_are_ordered check (
        earliest_at <= corrected_at and corrected_at <= received_at
    )
);
comment on table visit_event is 'Append-only: everything phones recorded and were entitled to. All outreach state is a fold of it';
comment on column visit_event.subject_id is 'The household, adult or visit the event is about';
comment on column visit_event.body_sha256 is 'Of the canonical content (type, schema_version, device_time, body): tells a resend from another event';
comment on column visit_event.corrected_at is 'device_time put right by the clock difference at upload';
comment on column visit_event.earliest_at is 'Equal to corrected_at unless the time is only bounded';
create unique index visit_event_makes_a_subject_once on visit_event (subject_id)
    where type in ('household_added', 'adult_added', 'visit_logged');
create index visit_event_subject on visit_event (subject_id, corrected_at);
create index visit_event_team on visit_event (team_id, received_at);
create index visit_event_actor on visit_event (actor);

create function visit_event_refuses_change() returns trigger language plpgsql as $$
begin
    raise exception 'visit_event is append-only';
end
$$;
create trigger visit_event_is_append_only before update or delete on visit_event
    for each row execute function visit_event_refuses_change();

create table visit_hold (
    waits_for uuid not null,
    event_id uuid not null references visit_event,
    primary key (waits_for, event_id)
);
comment on table visit_hold is 'Events that arrived before the household or adult they speak of; not folded yet';
create index visit_hold_event on visit_hold (event_id);

create table visit_refusal (
    event_id uuid primary key references visit_event,
    reason_code text not null,
    refused_at timestamptz not null
);
comment on table visit_refusal is 'Events released from hold that then broke a rule; never folded, kept for review';

create table visit_quarantine (
    id bigint generated always as identity primary key,
    event_id text not null,
    install_id uuid not null,
    seq bigint,
    actor uuid not null references person,
    reason_code text not null,
    sha256 bytea not null,
    payload bytea,
    received_at timestamptz not null,
    constraint visit_quarantine_keeps_a_content_once unique (event_id, sha256, reason_code)
);
comment on table visit_quarantine is 'What was sent but not taken into the log, as it came, for people to review';
comment on column visit_quarantine.payload is 'JSON as sent; null when keeping it would break a refusal of consent or keep personal numbers';
create index visit_quarantine_actor on visit_quarantine (actor);

create view visit_event_folded as
select e.*
from visit_event e
where not exists (select from visit_hold h where h.event_id = e.event_id)
  and not exists (select from visit_refusal r where r.event_id = e.event_id);
comment on view visit_event_folded is 'The events that count: neither held nor refused';

create table visit_skill (
    code text primary key,
    name text not null,
    national boolean not null,
    constraint visit_skill_code_is_known check (code ~ '^(S(0[1-9]|1[0-6])|B0[1-5])$')
);
comment on table visit_skill is 'S01-S16: our checklist; B01-B05: the five basic skills of 3240/BTTTT-CĐSQG (08/08/2024)';
insert into visit_skill (code, name, national) values
('S01', 'Cài ứng dụng hoặc mở mini app', false),
('S02', 'Tài khoản VNeID mức 1', false),
('S03', 'Hẹn làm VNeID mức 2 tại xã, phường', false),
('S04', 'Đăng nhập Cổng dịch vụ công', false),
('S05', 'Tìm thủ tục', false),
('S06', 'Chụp giấy tờ rõ nét', false),
('S07', 'Nộp hồ sơ', false),
('S08', 'Thanh toán phí, lệ phí', false),
('S09', 'Tra cứu tình trạng hồ sơ', false),
('S10', 'Bổ sung giấy tờ còn thiếu', false),
('S11', 'Đánh giá việc phục vụ', false),
('S12', 'Gửi phản ánh hiện trường', false),
('S13', 'Bật cảnh báo thiên tai', false),
('S14', 'Sổ sức khỏe điện tử', false),
('S15', 'Nhận biết lừa đảo, không đưa mã OTP cho ai', false),
('S16', 'Chỉ lại cho hàng xóm', false),
('B01', 'Sử dụng dịch vụ công trực tuyến', true),
('B02', 'Mua sắm trực tuyến', true),
('B03', 'Thanh toán trực tuyến', true),
('B04', 'Tự bảo vệ mình trên không gian mạng', true),
('B05', 'Sử dụng các nền tảng số khác của địa phương', true);

create table visit (
    id uuid primary key,
    event_id uuid not null references visit_event,
    household_id uuid not null references household,
    team_id uuid not null references team,
    volunteer_id uuid not null references person,
    commune_id bigint not null references admin_unit,
    visited_at timestamptz not null,
    ended_at timestamptz not null,
    visited_on date not null,
    result text not null,
    revisit_at timestamptz,
    consent text,
    constraint visit_comes_from_one_event unique (event_id),
    constraint visit_ends_after_it_starts check (ended_at >= visited_at),
    constraint visit_result_is_known check (
        result in ('met', 'nobody_home', 'refused', 'moved', 'do_not_contact', 'revisit')
    ),
    constraint visit_consent_is_known check (consent in ('given_verbal', 'given_signed', 'declined'))
);
comment on table visit is 'Fold of visit_logged: one knock at one door, whoever opened';
comment on column visit.visited_at is 'Start, by the corrected clock; the Vietnamese date of it is visited_on';
comment on column visit.commune_id is 'The commune of the household when it was visited';
create index visit_household on visit (household_id, visited_at desc, id desc);
create index visit_team on visit (team_id, visited_at);
create index visit_volunteer on visit (volunteer_id);
create index visit_commune on visit (commune_id, visited_on);

create table visit_adult (
    visit_id uuid not null references visit,
    adult_id uuid not null references adult,
    visited_at timestamptz not null,
    met boolean not null,
    knows boolean,
    skills jsonb not null,
    assistance text,
    barriers text[] not null,
    next_step text,
    primary key (visit_id, adult_id),
    constraint visit_adult_assistance_is_known check (
        assistance in ('unaided', 'verbal_prompt', 'hands_on', 'done_for')
    ),
    constraint visit_adult_not_met_is_not_judged check (met or (knows is null and skills = '{}'))
);
comment on table visit_adult is 'What was seen of one adult in one visit; skills is {code: level}';
create index visit_adult_adult on visit_adult (adult_id, visited_at desc, visit_id desc);

create function registry_publish(event_ids uuid[]) returns void language plpgsql as $$
-- plpgsql keeps the plan of this statement; an sql function would plan it at every call.
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
comment on function registry_publish is 'Gives what these events changed the next positions of the feed of its commune';
