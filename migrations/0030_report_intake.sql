-- Taking reports in: what is already reported nearby and who else saw it, where a pin may lie, reviewed routes,
-- subjects that change by date (api/reports, nearby, categories). Nothing here names a reporter but report_witness.

create function report_cell(lat double precision, lon double precision) returns bigint
language sql immutable parallel safe
return floor((lat + 90) * 500)::bigint * 180000 + floor((lon + 180) * 500)::bigint;
comment on function report_cell is 'The square of 0.002 degrees (about 220 m) a point lies in; api.nearby.rules counts the same way';

create function commune_in_force(asked text, at_lat double precision, at_lon double precision, on_day date)
returns bigint language sql stable as $$
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
comment on function commune_in_force is 'The commune a code of any day means on this day: itself, else what it became, of several the one nearest the point';

alter table report
    add column told_commune_id bigint,
    add column sent_at timestamptz,
    add column occurred_at timestamptz,
    add column pin text,
    add column photo_elsewhere boolean not null default false,
    add column place_doubted boolean not null default false,
    add column on_behalf boolean not null default false,
    add column text_key bigint,
    add constraint report_told_commune_is_a_unit foreign key (told_commune_id) references admin_unit not valid,
    add constraint report_pin_is_known check (pin in ('gps', 'photo', 'hand', 'link')) not valid;
comment on column report.told_commune_id is 'The commune as the reporter named it, where units changed since; commune_id is today''s';
comment on column report.sent_at is 'The phone''s clock when it sent; received_at is ours: their difference is how wrong its clock was';
comment on column report.occurred_at is 'happened_at put right by that difference; the phone''s own time stays in happened_at';
comment on column report.photo_elsewhere is 'The phone found that a photo was taken far from the pin; how far and where never left it';
comment on column report.place_doubted is 'Uncertain and not confirmed: no commune''s agency got it unasked, report_candidate has where it may lie';
comment on column report.text_key is 'Keyed hash of the folded text: the same words from many are seen together, never refused';
create index report_near on report (category_code, report_cell(lat, lon), received_at desc)
    where state not in ('refused', 'merged');
create index report_same_text on report (text_key, received_at desc) where text_key is not null;
create index report_told_commune on report (told_commune_id) where told_commune_id is not null;

create table report_incident (
    report_id uuid primary key references report on delete cascade,
    incident_id uuid not null references report on delete cascade,
    joined_at timestamptz not null,
    constraint report_incident_is_named_by_its_first check (report_id <> incident_id)
);
comment on table report_incident is 'Reports of one thing, by its first report, which has no row here; only a first one is joined, so there are no chains';
create index report_incident_of on report_incident (incident_id);

create table report_witness (
    id uuid primary key,
    report_id uuid not null references report on delete cascade,
    person_id uuid references person on delete cascade,
    wants_news boolean not null default false,
    added_at timestamptz not null,
    constraint report_witness_is_told_only_when_known check (person_id is not null or not wants_news)
);
comment on table report_witness is 'Who says "me too"; the id is made by the phone, a signed-in person counts once; handlers see a number only';
create unique index report_witness_counts_once on report_witness (report_id, person_id) where person_id is not null;
create index report_witness_of on report_witness (report_id);
create index report_witness_person on report_witness (person_id) where person_id is not null;

create table report_support (
    report_id uuid primary key references report on delete cascade,
    people integer not null,
    constraint report_support_is_more_than_the_reporter check (people > 1)
);
comment on table report_support is 'How many people saw the thing of this first report, each once; no row: its reporter alone';

create table report_candidate (
    report_id uuid not null references report on delete cascade,
    commune_id bigint not null references admin_unit,
    distance_m integer not null,
    agency_id uuid references agency,
    why text not null,
    primary key (report_id, commune_id),
    constraint report_candidate_reason_is_known check (why in ('accuracy', 'border'))
);
comment on table report_candidate is 'Other communes a pin may lie in: it is uncertain, or near a border; whose agency was told is agency_id';
create index report_candidate_commune on report_candidate (commune_id);
create index report_candidate_agency on report_candidate (agency_id) where agency_id is not null;

alter table report_refusal_reason add column channel text not null default '';
comment on column report_refusal_reason.channel is 'Where the matter belongs instead, in words for the reporter';
update report_refusal_reason set channel = case code
    when 'complaint' then 'Gửi đơn khiếu nại, tố cáo tới cơ quan có thẩm quyền hoặc Ban Tiếp công dân; tin báo tội phạm gửi công an gần nhất, gọi 113 hoặc dùng VNeID. Tên người tố cáo được giữ bí mật theo luật.'
    when 'state_secret' then 'Không gửi nội dung bí mật nhà nước qua mạng. Liên hệ trực tiếp cơ quan công an.'
    when 'not_our_matter' then 'Hỏi tổng đài của tỉnh, thành phố hoặc Trung tâm Phục vụ hành chính công nơi bạn ở.'
    when 'offensive' then 'Hãy gửi lại bằng lời lẽ nêu đúng sự việc, thời gian và địa điểm.'
    else '' end;

alter table category
    add column sealed boolean not null default false,
    add column handed_to text,
    add constraint category_sealed_is_not_public check (not (sealed and public)) not valid,
    add constraint category_handed_to_names_a_channel check (handed_to <> '') not valid;
comment on column category.sealed is 'Crime tips: nothing that leads to the reporter is kept with the case';
comment on column category.handed_to is 'Not taken as a field report: where the matter belongs, in words for people';
insert into category (
    code, parent_code, name, hint, icon, position, urgent, public, anonymous_allowed, public_decimals,
    acknowledge_within, acknowledge_unit, finish_within, finish_unit, duplicate_radius_m, duplicate_hours,
    sealed, handed_to
) values
    ('an-ninh.to-giac', 'an-ninh', 'Tố giác tội phạm', 'Đang xảy ra: gọi 113. Tin này giữ kín người gửi', 'shield', 53, false, false, true, 2, 4, 'working_hour', 7, 'working_day', 0, 72, true, null),
    ('khieu-nai-to-cao', null, 'Khiếu nại, tố cáo cán bộ', 'Có thủ tục riêng để bảo vệ bạn', 'info', 98, false, false, true, 2, 8, 'working_hour', 7, 'working_day', 0, 72, true,
     'Khiếu nại, tố cáo có thủ tục riêng, giữ bí mật tên bạn theo luật. Gửi đơn tới cơ quan có thẩm quyền hoặc Ban Tiếp công dân; bạn cũng có thể dùng VNeID.');

create table category_local (
    province_code text not null,
    category_code text not null references category,
    local_code text not null,
    primary key (province_code, category_code),
    constraint category_local_code_means_one_subject unique (province_code, local_code)
);
comment on table category_local is 'What a province calls a subject in its own systems';
create index category_local_category on category_local (category_code);

create table category_change (
    id bigint generated always as identity primary key,
    category_code text not null,
    effective_on date not null,
    given jsonb not null,
    before jsonb,
    note text not null,
    changed_by uuid references person on delete set null,
    changed_at timestamptz not null,
    applied_at timestamptz,
    constraint category_change_says_why check (note <> '')
);
comment on table category_change is 'Every change of a subject, with the day it counts from; before is what it was, once applied';
create index category_change_of on category_change (category_code, id);
create index category_change_by on category_change (changed_by) where changed_by is not null;
create index category_change_due on category_change (effective_on) where applied_at is null;

alter table category_route
    add column proposed_by uuid,
    add column proposed_at timestamptz,
    add column reviewed_by uuid,
    add column reviewed_at timestamptz,
    -- squawk-ignore adding-foreign-key-constraint
    add constraint category_route_proposed_by_a_person foreign key (proposed_by) references person on delete set null not valid,
    -- squawk-ignore adding-foreign-key-constraint
    add constraint category_route_reviewed_by_a_person foreign key (reviewed_by) references person on delete set null not valid,
    add constraint category_route_is_reviewed_by_another check (
        proposed_by is null or reviewed_by is null or proposed_by <> reviewed_by
    ) not valid;
comment on column category_route.reviewed_at is 'A route sends nothing before another person has read it; null: proposed only';
update category_route set reviewed_at = now();
create index category_route_proposed_by on category_route (proposed_by) where proposed_by is not null;
create index category_route_reviewed_by on category_route (reviewed_by) where reviewed_by is not null;

create function category_route_on(province text, category text, commune bigint, on_day date)
returns bigint language sql stable as $$
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
comment on function category_route_on is 'The route of a subject in a commune on a day: the most exact reviewed row, of two the newer';

create table photo_part (
    report_id uuid not null references report on delete cascade,
    position smallint not null,
    starts_at integer not null,
    sha256 text not null,
    content bytea not null,
    received_at timestamptz not null,
    primary key (report_id, position, starts_at),
    constraint photo_part_is_inside_a_photo check (starts_at between 0 and 12000000),
    constraint photo_part_position_is_0_to_4 check (position between 0 and 4)
);
comment on table photo_part is 'Pieces of a photo on their way over a weak network; gone when it is whole, or after a week';
create index photo_part_old on photo_part (received_at);
