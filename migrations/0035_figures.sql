-- Public figures of field reports: sums a subject, agency, commune and month, made anew where something moved (api/figures).
create table figure_cell (
    month date not null,
    province_code text not null,
    category_code text not null references category,
    agency_id uuid references agency,
    commune_id bigint not null references admin_unit,
    told_commune_id bigint not null references admin_unit,
    received integer not null,
    refused integer not null,
    merged integer not null,
    handled integer not null,
    unresolved integer not null,
    open integer not null,
    on_time integer not null,
    extended integer not null,
    late integer not null,
    overdue integer not null,
    reopened integer not null,
    rated integer not null,
    satisfied integer not null,
    unhappy integer not null,
    unrated integer not null,
    reasons jsonb not null,
    constraint figure_cell_counts_each_case_once check (received = refused + merged + handled + unresolved + open),
    constraint figure_cell_handled_is_on_time_or_not check (handled = on_time + extended + late),
    constraint figure_cell_overdue_is_open check (overdue <= open),
    constraint figure_cell_satisfied_is_rated check (satisfied <= rated)
);
comment on table figure_cell is 'Cases by the month they were received (Vietnam); parts of a case and sealed subjects are not in it';
comment on column figure_cell.commune_id is 'The commune of today; told_commune_id is the one of the day of the report, so that old codes answer';
comment on column figure_cell.unresolved is 'Ended after it was opened again twice: once in here, never in handled';
comment on column figure_cell.late is 'Finished after its deadline, an agreed extension included';
create unique index figure_cell_is_one
    on figure_cell (month, category_code, commune_id, told_commune_id, coalesce(agency_id, '00000000-0000-0000-0000-000000000000'));
create index figure_cell_category on figure_cell (category_code, month);
create index figure_cell_agency on figure_cell (agency_id, month);
create index figure_cell_commune on figure_cell (commune_id, month);
create index figure_cell_told_commune on figure_cell (told_commune_id, month);

create table figure_state (
    only_one boolean primary key default true,
    as_of timestamptz,
    step_id bigint not null default 0,
    rating_id bigint not null default 0,
    counted_on date,
    constraint figure_state_is_one_row check (only_one)
);
comment on table figure_state is 'Up to where the figures are counted; counted_on: the day everything was counted anew';
insert into figure_state default values;

create index report_received on report (received_at);
create index report_open_due on report (due_at) where open and finished_at is null;
create index report_public_received on report (received_at desc, number desc) where published_at is not null;

create function named_unit(asked text, on_day date) returns bigint language sql stable parallel safe
return (
    select id from admin_unit where code = asked
    order by valid_from <= on_day and coalesce(valid_to, 'infinity') >= on_day desc, valid_from desc limit 1
);
comment on function named_unit is 'The unit a code means on a day; of a code that means none then, the last that had it';
