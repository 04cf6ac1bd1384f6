-- What the page of a procedure answers first: what it is for, which papers, by which law; life events in order.
alter table procedure add column what_for text;
comment on column procedure.what_for is 'One plain sentence that tells it apart from its neighbours; reviewed data';

create table procedure_paper (
    procedure_code text not null references procedure on delete cascade,
    no integer not null,
    paper text not null,
    form text,
    condition text,
    copies text,
    primary key (procedure_code, no),
    constraint procedure_paper_is_named check (paper <> '')
);
comment on table procedure_paper is 'A paper of the file as a citizen ticks it off; reviewed data of this project';
comment on column procedure_paper.condition is 'null: always needed; else when it is';

create table procedure_guide (
    procedure_code text primary key references procedure on delete cascade,
    basis text[] not null,
    certainty text not null,
    constraint procedure_guide_certainty_is_known check (certainty in ('high', 'medium', 'low'))
);
comment on table procedure_guide is 'The law a checklist was written from, and how sure its writers are';

alter table procedure_event add column intro text not null default '';

create table procedure_event_group (
    event_code text not null references procedure_event on delete cascade,
    no integer not null,
    title text not null,
    together boolean not null,
    note text,
    primary key (event_code, no),
    constraint procedure_event_group_has_a_title check (title <> '')
);
comment on table procedure_event_group is 'What is done at one time of a life event; together: one visit or one linked procedure does all of it';

alter table procedure_event_step add column group_no integer not null default 1;
alter table procedure_event_step add column optional boolean not null default false;
alter table procedure_event_step add column condition text;
