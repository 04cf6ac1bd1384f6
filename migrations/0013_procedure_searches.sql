-- Searches counted without watching people (api/procedures), and tasks done once a night (workers/nightly).
create table procedure_search (
    day date not null,
    province_code text not null,
    query text not null,
    asked integer not null,
    empty integer not null,
    primary key (day, province_code, query),
    constraint procedure_search_counts_something check (asked >= 0 and empty between 0 and asked)
);
comment on table procedure_search is 'How often a day a folded query was asked; nobody is in it, and counts under 5 go the next night';

create table procedure_choice (
    day date not null,
    province_code text not null,
    query text not null,
    procedure_code text not null references procedure on delete cascade,
    chosen integer not null,
    primary key (day, province_code, query, procedure_code),
    foreign key (day, province_code, query) references procedure_search on delete cascade,
    constraint procedure_choice_counts_something check (chosen > 0)
);
create index procedure_choice_of_procedure on procedure_choice (procedure_code, day);
comment on table procedure_choice is 'Which result was opened after a query, counted like it';

create table procedure_search_rest (
    day date not null,
    province_code text not null,
    asked integer not null,
    empty integer not null,
    primary key (day, province_code)
);
comment on table procedure_search_rest is 'Askings whose words are not kept: under 5 a day, or beyond the cap of different ones';

create table nightly_run (
    task text not null,
    day date not null,
    done_at timestamptz not null default now(),
    primary key (task, day)
);
comment on table nightly_run is 'A task that is done for a day, written in the transaction of its effect';
