-- Editions of the catalogue and what each changed (api/procedures).
create table procedure_edition (
    id bigint generated always as identity primary key,
    kind text not null,
    as_of date not null,
    source text not null,
    sha256 text not null,
    content bytea not null,
    taken_at timestamptz not null,
    added integer not null,
    changed integer not null,
    withdrawn integer not null,
    constraint procedure_edition_kind_is_known check (kind in ('index', 'details'))
);
create index procedure_edition_newest on procedure_edition (kind, as_of desc, id desc);
comment on table procedure_edition is 'A file of the national catalogue that was taken in; content is the file, gzipped, as checked';

create table procedure_change (
    id bigint generated always as identity primary key,
    edition_id bigint not null references procedure_edition on delete cascade,
    procedure_code text not null references procedure on delete cascade,
    kind text not null,
    fields jsonb not null,
    constraint procedure_change_kind_is_known check (kind in ('added', 'changed', 'withdrawn', 'returned'))
);
create index procedure_change_of_edition on procedure_change (edition_id);
create index procedure_change_of_procedure on procedure_change (procedure_code, edition_id desc);
comment on column procedure_change.fields is 'By field: the value before and after';
