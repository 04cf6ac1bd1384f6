-- Which door next: what each reason is worth, who holds which doors, families that ask for a visit, paper (outreach/planning).
create table walk_weight (
    code text primary key,
    place integer not null,
    points integer not null,
    most integer not null,
    sentence text not null,
    constraint walk_weight_has_one_place unique (place),
    constraint walk_weight_counts_something check (points > 0 and most > 0)
);
comment on table walk_weight is 'Points of the list for tonight: `points` a piece, at most `most` pieces, and the sentence that says so ({n}: how many); sentences stand in the order of `place`';
insert into walk_weight (place, code, points, most, sentence) values
(1, 'revisit_today', 100, 1, 'Hẹn quay lại hôm nay'),
(2, 'revisit_late', 100, 1, 'Đã quá hẹn {n} ngày'),
(3, 'asked', 90, 1, 'Gia đình nhờ tổ đến giúp'),
(4, 'never_visited', 60, 1, 'Chưa ai đến thăm'),
(5, 'nobody_home', 40, 1, 'Vắng nhà {n} lần, thử giờ khác'),
(6, 'months_away', 2, 12, '{n} tháng chưa trở lại'),
(7, 'unassessed', 8, 5, 'Còn {n} người lớn chưa đánh giá'),
(8, 'elders', 4, 5, 'Có {n} người từ 60 tuổi cần ưu tiên'),
(9, 'hindered', 4, 5, 'Có {n} người thiếu điện thoại, kém mắt hoặc khó về tiếng'),
(10, 'not_able', 5, 5, '{n} người chưa tự làm được'),
(11, 'faded', 6, 5, '{n} người lâu không làm lại, có thể đã quên');

create table walk_lease (
    id bigint generated always as identity primary key,
    household_id uuid not null references household,
    team_id uuid not null references team,
    person_id uuid not null references person on delete cascade,
    since timestamptz not null,
    until timestamptz not null,
    released_at timestamptz,
    constraint walk_lease_lasts check (until > since and (released_at is null or released_at >= since)),
    constraint walk_lease_is_held_by_one exclude using gist (
        household_id with =, tstzrange(since, least(until, released_at)) with &&
    )
);
comment on table walk_lease is 'Who goes to which door this evening: of two who ask at once one gets it; it ends by itself';
create index walk_lease_team on walk_lease (team_id, until);
create index walk_lease_person on walk_lease (person_id, until);

create table walk_request (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    hamlet_id uuid not null references hamlet,
    household_id uuid references household,
    words text not null,
    asked_at timestamptz not null,
    closed_at timestamptz,
    closed_why text,
    constraint walk_request_words_are_short check (char_length(words) between 1 and 200),
    constraint walk_request_is_closed_for_a_reason check ((closed_at is null) = (closed_why is null)),
    constraint walk_request_reason_is_known check (closed_why in ('helped', 'withdrawn', 'not_found'))
);
comment on table walk_request is 'A family asks the team of its hamlet to come; `household_id` once the team knows the house';
create unique index walk_request_is_one_a_person on walk_request (person_id) where closed_at is null;
create index walk_request_person on walk_request (person_id);
create index walk_request_hamlet on walk_request (hamlet_id) where closed_at is null;
create index walk_request_of_hamlet on walk_request (hamlet_id);
create index walk_request_household on walk_request (household_id);

create table walk_sheet (
    no integer generated always as identity (start with 1001) primary key,
    team_id uuid not null references team,
    person_id uuid not null references person on delete cascade,
    printed_at timestamptz not null
);
comment on table walk_sheet is 'A printed list of doors, for a walk without a phone';
create index walk_sheet_team on walk_sheet (team_id, printed_at);
create index walk_sheet_person on walk_sheet (person_id);

create table walk_sheet_line (
    sheet_no integer not null references walk_sheet,
    line smallint not null,
    household_id uuid not null references household,
    adult_ids uuid[] not null,
    entered_at timestamptz,
    entered_by uuid references person on delete set null,
    visit_id uuid,
    primary key (sheet_no, line),
    constraint walk_sheet_line_has_two_figures check (line between 1 and 99),
    constraint walk_sheet_line_is_entered_as_a_visit check ((entered_at is null) = (visit_id is null))
);
comment on table walk_sheet_line is 'One door of a sheet; typed in once, it is the visit visit_id. adult_ids: the places of the adults on the paper';
create index walk_sheet_line_household on walk_sheet_line (household_id);
create index walk_sheet_line_entered_by on walk_sheet_line (entered_by);
