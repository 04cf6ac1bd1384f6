-- Field reports: their subjects and routes, what a citizen said, how the case stands (api/categories, reports, photos).
create table report_state (
    code text primary key,
    name text not null,
    position smallint not null unique,
    notice_title text not null,
    notice_body text not null
);
comment on table report_state is 'Words of api.reports.contracts.ReportState, and the inbox message of reaching it';
insert into report_state (position, code, name, notice_title, notice_body) values
    (1, 'received', 'Đã tiếp nhận', 'Đã tiếp nhận phản ánh {code}', 'Chúng tôi đã nhận được “{category}” của bạn'),
    (2, 'verifying', 'Đang xác minh', 'Đang xác minh phản ánh {code}', 'Cán bộ đang kiểm tra thông tin bạn gửi'),
    (3, 'assigned', 'Đã chuyển đơn vị xử lý', 'Đã chuyển phản ánh {code}', '{agency} được giao xử lý'),
    (4, 'in_progress', 'Đang xử lý', 'Đang xử lý phản ánh {code}', '{agency} đã nhận và đang xử lý'),
    (5, 'waiting_reporter', 'Chờ người phản ánh bổ sung', 'Cần bạn bổ sung cho phản ánh {code}', '{note}'),
    (6, 'waiting_agency', 'Chờ đơn vị phối hợp', 'Phản ánh {code} chờ phối hợp', '{agency} đang chờ đơn vị khác phối hợp'),
    (7, 'done', 'Đã có kết quả', 'Đã có kết quả phản ánh {code}', '{agency}: {note}'),
    (8, 'closed', 'Đã kết thúc', 'Đã kết thúc phản ánh {code}', 'Mời bạn đánh giá kết quả'),
    (9, 'reopen_requested', 'Người phản ánh đề nghị mở lại', 'Đã gửi đề nghị mở lại {code}', 'Cán bộ của tỉnh, thành phố sẽ xem xét'),
    (10, 'reopened', 'Đã mở lại', 'Đã mở lại phản ánh {code}', '{note}'),
    (11, 'refused', 'Không tiếp nhận', 'Không tiếp nhận phản ánh {code}', '{reason}. {note}'),
    (12, 'merged', 'Đã gộp vào phản ánh khác', 'Phản ánh {code} được gộp', 'Bạn vẫn nhận được mọi cập nhật của vụ việc');

create table report_refusal_reason (
    code text primary key,
    name text not null,
    position smallint not null unique
);
comment on table report_refusal_reason is 'The fixed list of reasons to refuse, in words for the reporter';
insert into report_refusal_reason (code, name, position) values
    ('not_our_matter', 'Không thuộc phạm vi tiếp nhận phản ánh hiện trường', 1),
    ('no_evidence', 'Không đủ thông tin hoặc hình ảnh để xác minh', 2),
    ('wrong_place', 'Vị trí không đúng hoặc ngoài địa bàn', 3),
    ('duplicate', 'Trùng với phản ánh đã có', 4),
    ('complaint', 'Là khiếu nại, tố cáo: xin gửi theo đúng thủ tục để được bảo vệ bí mật', 5),
    ('state_secret', 'Có nội dung bí mật nhà nước', 6),
    ('offensive', 'Nội dung xúc phạm hoặc vi phạm pháp luật', 7),
    ('test', 'Tin gửi thử', 8);

create table category (
    code text primary key,
    parent_code text references category,
    name text not null,
    hint text not null,
    icon text not null,
    position smallint not null,
    urgent boolean not null default false,
    public boolean not null default true,
    anonymous_allowed boolean not null default true,
    public_decimals smallint not null default 5,
    acknowledge_within smallint not null,
    acknowledge_unit text not null,
    finish_within smallint not null,
    finish_unit text not null,
    duplicate_radius_m integer not null default 50,
    duplicate_hours integer not null default 72,
    retired_on date,
    constraint category_code_reads_as_a_path check (code ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
    constraint category_rounds_between_2_and_5_decimals check (public_decimals between 2 and 5),
    constraint category_deadlines_are_positive check (acknowledge_within > 0 and finish_within > 0),
    constraint category_units_are_known check (
        acknowledge_unit in ('working_day', 'working_hour', 'clock_hour')
        and finish_unit in ('working_day', 'working_hour', 'clock_hour')
    )
);
comment on table category is 'Subjects people report on, as a tree; a province changes them as rows';
create index category_parent on category (parent_code);

create table category_route (
    id bigint generated always as identity primary key,
    province_code text not null,
    category_code text references category,
    commune_id bigint references admin_unit,
    agency_id uuid not null references agency,
    valid_from date not null default date '2025-07-01',
    valid_to date,
    note text not null default '',
    constraint category_route_ends_after_it_starts check (valid_to is null or valid_to >= valid_from)
);
comment on table category_route is 'category × commune → agency; null means any, the more exact row wins (category first)';
create unique index category_route_is_one_answer
    on category_route (province_code, coalesce(category_code, ''), coalesce(commune_id, 0), valid_from);
create index category_route_category on category_route (category_code);
create index category_route_commune on category_route (commune_id);
create index category_route_agency on category_route (agency_id);

create table report (
    id uuid primary key,
    number bigint generated always as identity unique,
    code text generated always as (
        'PA-' || repeat('0', greatest(0, 7 - length(number::text))) || number::text
    ) stored,
    content_hash text not null,
    category_code text not null references category,
    description text,
    lat double precision not null,
    lon double precision not null,
    accuracy_m real,
    province_code text not null,
    commune_id bigint not null references admin_unit,
    commune_confirmed boolean not null,
    commune_distance_m integer,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    anonymous boolean not null,
    urgent boolean not null,
    priority smallint not null,
    photo_count smallint not null,
    state text not null references report_state,
    open boolean generated always as (state not in ('closed', 'refused', 'merged')) stored,
    version integer not null default 1,
    agency_id uuid references agency,
    acknowledge_by timestamptz not null,
    due_at timestamptz not null,
    acknowledged_at timestamptz,
    answer text,
    refusal_reason text references report_refusal_reason,
    finished_at timestamptz,
    closed_at timestamptz,
    merged_into uuid references report,
    rating smallint,
    rating_comment text,
    rated_at timestamptz,
    published_at timestamptz,
    public_text text,
    public_lat double precision,
    public_lon double precision,
    demo boolean not null default false,
    constraint report_is_somewhere_on_earth check (lat between -90 and 90 and lon between -180 and 180),
    constraint report_has_at_most_four_photos check (photo_count between 0 and 4),
    constraint report_priority_is_known check (priority between 0 and 2),
    constraint report_refused_has_reason check ((state = 'refused') = (refusal_reason is not null)),
    constraint report_closed_has_closed_at check (state <> 'closed' or closed_at is not null),
    constraint report_done_has_answer check (state not in ('done', 'closed') or answer is not null),
    constraint report_merged_names_its_target check ((state = 'merged') = (merged_into is not null)),
    constraint report_rating_is_1_to_5_and_dated check (
        rating between 1 and 5 and rated_at is not null or rating is null and rated_at is null
    ),
    constraint report_published_has_public_place check (
        published_at is null or public_lat is not null and public_lon is not null
    )
);
comment on table report is 'A case: what was said and how it stands. Nothing in this table names the reporter';
comment on column report.content_hash is 'Keyed hash of what was sent: the same id with other content is refused';
comment on column report.priority is '0 rescue, 1 urgent, 2 normal';
comment on column report.public_lat is 'Rounded as the category says, fixed at publication; the map searches only these';
create index report_category on report (category_code);
create index report_commune_of on report (commune_id);
create index report_state_of on report (state);
create index report_refusal_of on report (refusal_reason) where refusal_reason is not null;
create index report_merged_into on report (merged_into) where merged_into is not null;
create index report_agency_inbox on report (agency_id, open, priority, due_at, id);
create index report_province_inbox on report (province_code, open, priority, due_at, id);
create index report_public_recent on report (number desc) where published_at is not null;
create index report_public_commune on report (commune_id, number desc) where published_at is not null;
create index report_public_category on report (category_code, number desc) where published_at is not null;
create index report_public_place on report using gist (point(public_lon, public_lat)) where published_at is not null;

create table report_reporter (
    report_id uuid primary key references report on delete cascade,
    person_id uuid references person on delete cascade,
    contact_phone text,
    constraint report_reporter_names_somebody check (person_id is not null or contact_phone is not null)
);
comment on table report_reporter is 'Who reported, kept apart: no row for an anonymous report; only the reporter''s own views and the telling job read it';
create index report_reporter_person on report_reporter (person_id, report_id desc) where person_id is not null;

create table report_step (
    id bigint generated always as identity primary key,
    report_id uuid not null references report on delete cascade,
    action text not null,
    state text not null references report_state,
    note text,
    by text not null,
    agency_id uuid references agency,
    staff_id uuid references person on delete set null,
    occurred_at timestamptz not null,
    constraint report_step_by_is_known check (by in ('reporter', 'handler', 'officer', 'system')),
    constraint report_step_names_staff_only check (staff_id is null or by in ('handler', 'officer'))
);
comment on table report_step is 'The timeline; staff_id is for audit and is shown to nobody through the API';
create index report_step_of on report_step (report_id, id);
create index report_step_state on report_step (state);
create index report_step_agency on report_step (agency_id) where agency_id is not null;
create index report_step_staff on report_step (staff_id) where staff_id is not null;

create table photo (
    id uuid primary key default gen_random_uuid(),
    report_id uuid not null references report on delete cascade,
    taken_for text not null default 'report',
    position smallint not null,
    sha256 text not null,
    kind text not null,
    state text not null default 'waiting',
    fault text,
    stripped boolean not null,
    width integer not null,
    height integer not null,
    hidden boolean not null default false,
    received_at timestamptz not null,
    constraint photo_place_is_taken_once unique (report_id, taken_for, position),
    constraint photo_purpose_is_known check (taken_for in ('report', 'answer')),
    constraint photo_position_is_0_to_4 check (position between 0 and 4),
    constraint photo_kind_is_known check (kind in ('image/jpeg', 'image/png', 'image/webp', 'image/heic')),
    constraint photo_state_is_known check (state in ('waiting', 'ready', 'refused')),
    constraint photo_refused_has_fault check ((state = 'refused') = (fault is not null))
);
comment on table photo is 'A photo of a case; the id is random because it opens the derivative';
comment on column photo.stripped is 'The stored original carries no metadata; false: in quarantine until re-encoded, then deleted';
comment on column photo.hidden is 'Not for the public: came after publication and no handler has accepted or answered since';
comment on column photo.width is 'Of the upright large derivative once ready; of the upload before';

create view report_seen as
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
        where p.report_id = r.id and p.state = 'ready' and not p.hidden
    ) as public_photos
from report r
join category c on c.code = r.category_code
join report_state s on s.code = r.state
join admin_unit u on u.id = r.commune_id
left join agency a on a.id = r.agency_id
left join report_refusal_reason f on f.code = r.refusal_reason;
comment on view report_seen is 'A case in words; carries nothing of the reporter, so every reader but the reporter is served from it';

insert into category (
    code, parent_code, name, hint, icon, position, urgent, public, anonymous_allowed, public_decimals,
    acknowledge_within, acknowledge_unit, finish_within, finish_unit, duplicate_radius_m, duplicate_hours
) values
    ('ha-tang', null, 'Hạ tầng đô thị', 'Đường, điện, nước, cây xanh, cáp viễn thông', 'road', 10, false, true, true, 5, 8, 'working_hour', 7, 'working_day', 30, 168),
    ('ha-tang.duong', 'ha-tang', 'Đường, vỉa hè hư hỏng', 'Ổ gà, sụt lún, nắp cống mất', 'road', 11, false, true, true, 5, 8, 'working_hour', 7, 'working_day', 30, 336),
    ('ha-tang.chieu-sang', 'ha-tang', 'Đèn đường', 'Đèn tắt, cột nghiêng', 'lamp', 12, false, true, true, 5, 8, 'working_hour', 3, 'working_day', 15, 168),
    ('ha-tang.dien', 'ha-tang', 'Điện lưới, dây điện', 'Dây đứt, trạm hở, mất điện', 'bolt', 13, true, true, true, 5, 1, 'clock_hour', 24, 'clock_hour', 30, 24),
    ('ha-tang.vien-thong', 'ha-tang', 'Cáp viễn thông', 'Cáp võng, cột gãy', 'cable', 14, false, true, true, 5, 8, 'working_hour', 5, 'working_day', 30, 168),
    ('ha-tang.cap-thoat-nuoc', 'ha-tang', 'Cấp nước, thoát nước', 'Vỡ ống, cống tắc, ngập cục bộ', 'drop', 15, false, true, true, 5, 8, 'working_hour', 3, 'working_day', 50, 72),
    ('ha-tang.cay-xanh', 'ha-tang', 'Cây xanh', 'Cây đổ, cành gãy có nguy cơ rơi', 'tree', 16, false, true, true, 5, 8, 'working_hour', 3, 'working_day', 20, 168),
    ('moi-truong', null, 'Môi trường', 'Rác, đốt, tiếng ồn, nước thải', 'leaf', 20, false, true, true, 4, 8, 'working_hour', 5, 'working_day', 50, 72),
    ('moi-truong.rac', 'moi-truong', 'Rác thải', 'Đổ rác sai chỗ, rác tồn đọng, rải vàng mã', 'trash', 21, false, true, true, 4, 8, 'working_hour', 3, 'working_day', 50, 72),
    ('moi-truong.dot', 'moi-truong', 'Đốt rác, đốt rơm rạ', 'Khói bụi do đốt ngoài trời', 'smoke', 22, false, true, true, 4, 4, 'working_hour', 2, 'working_day', 200, 12),
    ('moi-truong.tieng-on', 'moi-truong', 'Tiếng ồn', 'Loa kẹo kéo, xây dựng ban đêm', 'noise', 23, false, true, true, 3, 4, 'working_hour', 3, 'working_day', 50, 12),
    ('moi-truong.nuoc-thai', 'moi-truong', 'Nước thải, mùi hôi', 'Xả thải ra sông, kênh, đầm phá', 'drop', 24, false, true, true, 4, 8, 'working_hour', 7, 'working_day', 200, 72),
    ('trat-tu', null, 'Trật tự đô thị', 'Lấn chiếm, quảng cáo, xây dựng', 'shop', 30, false, true, true, 4, 8, 'working_hour', 7, 'working_day', 30, 168),
    ('trat-tu.lan-chiem', 'trat-tu', 'Lấn chiếm vỉa hè, lòng đường', 'Bán hàng, để xe, vật liệu', 'shop', 31, false, true, true, 4, 8, 'working_hour', 5, 'working_day', 30, 72),
    ('trat-tu.quang-cao', 'trat-tu', 'Quảng cáo, rao vặt sai quy định', 'Dán, treo nơi công cộng; rao bán nhà đất, cho vay', 'poster', 32, false, true, true, 4, 8, 'working_hour', 5, 'working_day', 30, 168),
    ('trat-tu.xay-dung', 'trat-tu', 'Xây dựng không phép', 'Công trình không phép, rơi vãi vật liệu', 'crane', 33, false, false, true, 3, 8, 'working_hour', 7, 'working_day', 30, 336),
    ('giao-thong', null, 'Giao thông', 'Đèn tín hiệu, biển báo, ùn tắc', 'car', 40, false, true, true, 5, 8, 'working_hour', 5, 'working_day', 50, 72),
    ('giao-thong.tin-hieu', 'giao-thong', 'Đèn tín hiệu, biển báo', 'Hỏng, khuất, sai', 'light', 41, false, true, true, 5, 4, 'working_hour', 2, 'working_day', 30, 168),
    ('giao-thong.tai-nan', 'giao-thong', 'Tai nạn, ùn tắc nghiêm trọng', 'Gọi 113, 115 trước nếu có người bị thương', 'crash', 42, true, true, true, 4, 1, 'clock_hour', 4, 'clock_hour', 100, 4),
    ('an-ninh', null, 'An ninh trật tự', 'Mất trật tự, cho vay nặng lãi, thông tin sai', 'shield', 50, false, false, true, 2, 4, 'working_hour', 7, 'working_day', 50, 72),
    ('an-ninh.thong-tin-sai', 'an-ninh', 'Thông tin sai sự thật', 'Tin giả trên mạng về địa phương', 'info', 51, false, false, true, 2, 4, 'working_hour', 5, 'working_day', 0, 72),
    ('an-ninh.tin-dung-den', 'an-ninh', 'Cho vay nặng lãi', 'Quảng cáo, đe doạ đòi nợ', 'shield', 52, false, false, true, 2, 4, 'working_hour', 7, 'working_day', 0, 72),
    ('chay-no', null, 'Cháy, nổ, cháy rừng', 'Gọi 114 trước, rồi gửi ảnh và vị trí', 'fire', 60, true, true, true, 4, 1, 'clock_hour', 4, 'clock_hour', 300, 6),
    ('chay-no.rung', 'chay-no', 'Cháy rừng', 'Khói, lửa trong rừng', 'fire', 61, true, true, true, 4, 1, 'clock_hour', 4, 'clock_hour', 1000, 12),
    ('thien-tai', null, 'Thiên tai', 'Ngập, sạt lở, cây đổ chắn đường; cần cứu người gọi 112', 'wave', 70, true, true, true, 4, 1, 'clock_hour', 12, 'clock_hour', 300, 6),
    ('thien-tai.ngap', 'thien-tai', 'Ngập lụt', 'Nước sâu, đường không qua được', 'wave', 71, true, true, true, 4, 1, 'clock_hour', 12, 'clock_hour', 300, 6),
    ('thien-tai.sat-lo', 'thien-tai', 'Sạt lở, nứt đất', 'Đất đá tràn, vết nứt trên đồi', 'slide', 72, true, true, true, 4, 1, 'clock_hour', 12, 'clock_hour', 300, 24),
    ('tieu-dung', null, 'Tiêu dùng, thực phẩm', 'Hàng giả, giá, an toàn thực phẩm', 'basket', 80, false, false, true, 3, 8, 'working_hour', 7, 'working_day', 20, 168),
    ('tieu-dung.thuc-pham', 'tieu-dung', 'An toàn thực phẩm', 'Ngộ độc, hàng ôi, chế biến bẩn', 'food', 81, false, false, true, 3, 4, 'working_hour', 5, 'working_day', 20, 72),
    ('dong-vat', null, 'Động vật hoang dã', 'Bẫy, buôn bán, phóng sinh loài lạ', 'bird', 90, false, false, true, 2, 4, 'working_hour', 5, 'working_day', 100, 72),
    ('khac', null, 'Việc khác', 'Chưa biết chọn mục nào', 'dots', 99, false, false, true, 4, 8, 'working_hour', 7, 'working_day', 50, 72);
