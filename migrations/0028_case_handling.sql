-- The handling of a case beyond its first steps: pauses, bounces, one extension, parts for several agencies,
-- the ladder, ratings that stay, words as rows (api/reports). Nothing here names a reporter.

alter table category
    add column evidence_required boolean not null default false,
    add column reply_days smallint not null default 5,
    add column after_silence text not null default 'resume',
    add constraint category_waits_some_days_for_a_reply check (reply_days between 1 and 60) not valid,
    add constraint category_after_silence_is_known check (after_silence in ('resume', 'refuse')) not valid;
comment on column category.evidence_required is 'No result without a photo taken afterwards';
comment on column category.reply_days is 'Days a case waits for its reporter before `after_silence` happens';
comment on column category.after_silence is 'resume: go on without the answer; refuse: end it, for want of evidence';
update category set evidence_required = true
where code in ('ha-tang.cay-xanh', 'ha-tang.cap-thoat-nuoc', 'trat-tu.quang-cao');
update category set after_silence = 'refuse' where code in ('trat-tu.quang-cao', 'an-ninh.thong-tin-sai', 'khac');

alter table report
    add column term smallint,
    add column term_unit text,
    add column follows_id uuid,
    add column parent_id uuid,
    add column bounces smallint not null default 0,
    add column decided_at timestamptz,
    add column paused_at timestamptz,
    add column waiting_until timestamptz,
    add column pauses smallint not null default 0,
    add column first_due_at timestamptz,
    add column extended_at timestamptz,
    add column extension_reason text,
    add column reopenings smallint not null default 0,
    add column bare_results smallint not null default 0,
    add column needs_evidence boolean not null default false,
    add column ladder_level smallint not null default 0,
    add column ladder_at timestamptz,
    add constraint report_follows_another foreign key (follows_id) references report not valid,
    add constraint report_is_part_of_another foreign key (parent_id) references report not valid,
    add constraint report_is_not_its_own_parent check (parent_id <> id and follows_id <> id) not valid,
    add constraint report_term_has_a_unit check ((term is null) = (term_unit is null)) not valid,
    add constraint report_waits_for_its_reporter_until_a_day check (
        (state = 'waiting_reporter') = (waiting_until is not null)
    ) not valid,
    add constraint report_is_paused_only_while_it_waits check (
        paused_at is null or state = 'waiting_reporter'
    ) not valid,
    add constraint report_extension_has_a_reason_and_the_first_promise check (
        (extended_at is null) = (extension_reason is null) and (extended_at is null) = (first_due_at is null)
    ) not valid;
comment on column report.term is 'How long the case may take, as its category said when it came in; due_at is counted from it';
comment on column report.follows_id is 'The older case this one takes up again, after its window for reopening';
comment on column report.parent_id is 'A part of a case of several agencies: it has no reporter, is not public and is counted nowhere';
comment on column report.decided_at is 'A coordinator gave the case its agency after it came back too often: it is handed on no more';
comment on column report.paused_at is 'The clock stands still since then, while the reporter is asked; never after a breach';
comment on column report.first_due_at is 'What was promised before the one extension; null: never extended';
comment on column report.reopenings is 'How often the reporter was told that it was done and it was opened again: such a case is resolved once, at its end';
comment on column report.bare_results is 'Results given without a photo taken afterwards';
comment on column report.needs_evidence is 'Opened again twice after a bare result: the next one needs a photo, whatever the category says';
comment on column report.ladder_level is 'The highest rung of report_ladder reached';
comment on column report.ladder_at is 'When the next rung is reached; null: not counted yet';
update report r set term = c.finish_within, term_unit = c.finish_unit
from category c where c.code = r.category_code and r.open;
create index report_follows on report (follows_id) where follows_id is not null;
create index report_parent on report (parent_id) where parent_id is not null;
create index report_ladder_next on report (ladder_at) where open and ladder_at is not null;
create index report_ladder_unknown on report (id) where open and ladder_at is null;
create index report_waiting on report (waiting_until) where waiting_until is not null;
create index report_result_waits on report (finished_at) where state = 'done';

create table report_recount (
    id bigint generated always as identity primary key,
    after_change bigint not null,
    upto_change bigint not null,
    after_report uuid,
    looked integer not null default 0,
    moved integer not null default 0,
    started_at timestamptz not null,
    finished_at timestamptz,
    constraint report_recount_goes_forward check (upto_change > after_change)
);
comment on table report_recount is 'A walk over open cases after the calendar changed; finished cases are never counted anew';
create unique index report_recount_is_one_at_a_time on report_recount ((true)) where finished_at is null;
insert into report_recount (after_change, upto_change, started_at, finished_at)
select 0, max(id), now(), now() from calendar_change having max(id) is not null;

create table report_due_change (
    id bigint generated always as identity primary key,
    report_id uuid not null references report on delete cascade,
    cause text not null,
    paused_at timestamptz,
    resumed_at timestamptz,
    amount smallint,
    unit text,
    recount_id bigint references report_recount,
    due_before timestamptz not null,
    due_after timestamptz not null,
    occurred_at timestamptz not null,
    constraint report_due_change_cause_is_known check (cause in ('pause', 'extension', 'calendar')),
    constraint report_due_change_pause_is_a_stretch check (
        (cause = 'pause') = (paused_at is not null and resumed_at is not null)
    ),
    constraint report_due_change_extension_has_a_length check (
        (cause = 'extension') = (amount is not null and unit is not null)
    ),
    constraint report_due_change_calendar_names_its_walk check ((cause = 'calendar') = (recount_id is not null))
);
comment on table report_due_change is 'Why a due date moved, each time: what a recount replays, and what anybody may ask for';
create index report_due_change_of on report_due_change (report_id, id);
create index report_due_change_walk on report_due_change (recount_id, report_id) where recount_id is not null;
create unique index report_is_extended_once on report_due_change (report_id) where cause = 'extension';

create table report_rating (
    id bigint generated always as identity primary key,
    report_id uuid not null references report on delete cascade,
    stars smallint not null,
    comment text,
    reopenings smallint not null,
    rated_at timestamptz not null,
    constraint report_rating_has_1_to_5_stars check (stars between 1 and 5)
);
comment on table report_rating is 'Every verdict of a reporter, added and never changed; report.rating is the latest';
create index report_rating_of on report_rating (report_id, id);
insert into report_rating (report_id, stars, comment, reopenings, rated_at)
select id, rating, rating_comment, 0, rated_at from report where rating is not null;

create table report_ladder (
    level smallint primary key,
    at_percent smallint not null,
    tell text[] not null,
    name text not null,
    constraint report_ladder_is_climbed_in_time check (at_percent between 1 and 1000),
    constraint report_ladder_tells_staff check (
        cardinality(tell) > 0 and tell <@ array['handlers', 'officers', 'admins']
    )
);
comment on table report_ladder is 'Who is told when so much of the time of a case is used up; at_percent counts as its deadline does';
insert into report_ladder (level, at_percent, tell, name) values
    (1, 80, '{handlers}', 'Nhắc đơn vị xử lý'),
    (2, 100, '{handlers,officers}', 'Báo lãnh đạo đơn vị và cán bộ điều phối'),
    (3, 150, '{officers,admins}', 'Báo lãnh đạo tỉnh, thành phố');

create table report_rung (
    report_id uuid not null references report on delete cascade,
    level smallint not null references report_ladder,
    step_id bigint references report_step on delete set null,
    reached_at timestamptz not null,
    primary key (report_id, level)
);
comment on table report_rung is 'The rungs a case reached, each at most once in its life';
create index report_rung_level on report_rung (level);
create index report_rung_step on report_rung (step_id) where step_id is not null;

create table report_notice (
    action text primary key,
    title text,
    body text not null default ''
);
comment on table report_notice is 'What the reporter is told of an action, where the words of the state do not say it; title null: nothing';
insert into report_notice (action, title, body) values
    ('reply', 'Đã gửi bổ sung cho phản ánh {code}', '{agency} xử lý tiếp. Hạn: {due}'),
    ('resume', 'Phản ánh {code} được xử lý tiếp', '{agency} xử lý tiếp. Hạn: {due}'),
    ('bounce', 'Phản ánh {code} được chuyển nơi khác', '{agency} nhận xử lý. Hạn không đổi: {due}'),
    ('bounce_up', 'Đang chọn nơi xử lý phản ánh {code}', 'Cán bộ điều phối của tỉnh, thành phố quyết định nơi xử lý. Hạn không đổi: {due}'),
    ('extend', 'Xin lỗi, phản ánh {code} cần thêm thời gian', '{agency} xin lỗi vì chưa xong như đã hẹn. Hạn mới: {due}. Lý do: {note}'),
    ('split', 'Nhiều đơn vị cùng xử lý phản ánh {code}', '{agency} làm đầu mối: {note}'),
    ('remind', null, ''),
    ('escalate', 'Phản ánh {code} được báo lên cấp trên', 'Xin lỗi bạn vì để việc này kéo dài. {note}'),
    ('recount', 'Hạn của phản ánh {code} tính lại', 'Lịch làm việc thay đổi. Hạn mới: {due}'),
    ('part_done', 'Phản ánh {code}: một phần việc đã xong', '{agency}: {note}'),
    ('part_moved', null, '');

create table report_template (
    id bigint generated always as identity primary key,
    action text not null,
    agency_id uuid references agency,
    category_code text references category,
    title text not null,
    body text not null,
    constraint report_template_action_is_known check (action in ('answer', 'ask', 'refuse', 'bounce', 'extend', 'consult')),
    constraint report_template_says_something check (char_length(title) between 1 and 100 and char_length(body) between 1 and 2000)
);
comment on table report_template is 'Ready answers; a null agency or category means any';
create index report_template_agency on report_template (agency_id) where agency_id is not null;
create index report_template_category on report_template (category_code) where category_code is not null;
insert into report_template (action, category_code, title, body) values
    ('answer', 'ha-tang.chieu-sang', 'Đã sửa đèn', 'Đã kiểm tra và thay đèn hỏng; đèn sáng bình thường từ tối …'),
    ('answer', 'ha-tang.duong', 'Đã vá mặt đường', 'Đã vá mặt đường, lắp biển cảnh báo trong lúc thi công; đi lại bình thường từ ngày …'),
    ('answer', 'moi-truong.rac', 'Đã thu gom rác', 'Đã thu gom hết rác tồn và rửa mặt đường lúc …'),
    ('answer', 'ha-tang.cay-xanh', 'Đã cắt cành', 'Đã cắt cành có nguy cơ gãy và dọn sạch vỉa hè lúc …'),
    ('answer', 'trat-tu', 'Đã nhắc nhở, lập biên bản', 'Đã kiểm tra tại chỗ, nhắc nhở và lập biên bản; sẽ kiểm tra lại vào ngày …'),
    ('answer', null, 'Đã xử lý xong', 'Đã kiểm tra tại chỗ và xử lý xong lúc … Cảm ơn bạn đã phản ánh.'),
    ('ask', null, 'Xin thêm ảnh', 'Xin bạn gửi thêm ảnh chụp gần và ảnh chụp toàn cảnh nơi xảy ra.'),
    ('ask', null, 'Xin chỉ rõ vị trí', 'Xin bạn cho biết rõ hơn vị trí: gần số nhà, cột điện hoặc ngã rẽ nào?'),
    ('refuse', null, 'Gửi đúng thủ tục', 'Việc này cần gửi đơn khiếu nại, tố cáo tới cơ quan có thẩm quyền để được bảo vệ bí mật.'),
    ('bounce', null, 'Không thuộc địa bàn', 'Vị trí này không thuộc địa bàn đơn vị quản lý.'),
    ('bounce', null, 'Không thuộc lĩnh vực', 'Việc này không thuộc lĩnh vực đơn vị được giao.'),
    ('extend', null, 'Chờ vật tư', 'Vật tư thay thế về chậm, dự kiến nhận được ngày …'),
    ('extend', null, 'Thời tiết xấu', 'Mưa lớn kéo dài nên chưa thể thi công an toàn.'),
    ('consult', null, 'Chờ đơn vị vận hành', 'Đã có văn bản đề nghị đơn vị vận hành phối hợp kiểm tra.');

create table report_alarm (
    id bigint generated always as identity primary key,
    report_id uuid not null references report on delete cascade,
    staff_id uuid references person on delete set null,
    kind text not null,
    occurred_at timestamptz not null,
    on_day date not null,
    constraint report_alarm_kind_is_known check (kind in ('reporter_sought', 'own_case')),
    constraint report_alarm_never_names_a_reporter check (kind <> 'own_case' or staff_id is null)
);
comment on table report_alarm is 'Staff tried to see who reported (staff_id), or a case was opened by whom it concerns (never named: it would name the reporter)';
create unique index report_alarm_is_told_once_a_day
    on report_alarm (report_id, kind, on_day, coalesce(staff_id, '00000000-0000-0000-0000-000000000000'));
create index report_alarm_staff on report_alarm (staff_id) where staff_id is not null;
