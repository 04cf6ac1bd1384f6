-- The catalogue of public procedures, everyday words for them, and life events (api/procedures).
create table procedure (
    code text primary key,
    name text not null,
    plain_title text,
    official_name text not null,
    level text not null,
    field text not null,
    issuer text not null,
    type text not null,
    decision_no text not null default '',
    subjects text[] not null default '{}',
    agency text not null default '',
    papers integer,
    online text not null,
    online_stated boolean not null,
    essential boolean not null default false,
    detailed boolean not null default false,
    portal_url text,
    same_key text not null,
    prior real not null,
    provenance text not null,
    withdrawn_on date,
    constraint procedure_level_is_known check (level in ('commune', 'province', 'ministry', 'unknown')),
    constraint procedure_type_is_known check (
        type in ('standard', 'specific', 'internal', 'portal', 'illustrative')
    ),
    constraint procedure_online_is_known check (online in ('full', 'partial', 'none', 'unknown')),
    constraint procedure_has_a_name check (name <> '' and official_name <> ''),
    constraint procedure_papers_are_counted check (papers >= 0)
);
comment on table procedure is 'A public procedure; code as the national portal prints it';
comment on column procedure.name is 'official_name cleaned for reading';
comment on column procedure.same_key is 'Equal for the same thing at another level or in another province';
comment on column procedure.prior is 'How readily a citizen means this one when words fit several';
comment on column procedure.online_stated is 'false: the source says only that it can be filed online, not how far';
comment on column procedure.type is 'internal: between authorities, never shown in a search';
create index procedure_same on procedure (same_key);
create index procedure_browsed on procedure (prior desc, code) where withdrawn_on is null and type <> 'internal';

create table procedure_way (
    procedure_code text not null references procedure on delete cascade,
    channel text not null,
    deadline_amount integer,
    deadline_unit text not null,
    fee_vnd integer,
    fee_quality text not null,
    primary key (procedure_code, channel),
    constraint procedure_way_channel_is_known check (channel in ('online', 'counter', 'post')),
    constraint procedure_way_unit_is_known check (
        deadline_unit in ('working_day', 'calendar_day', 'hour', 'month', 'unknown')
    ),
    constraint procedure_way_quality_is_known check (
        fee_quality in ('stated', 'local_rule', 'other_rule', 'unclear', 'unknown')
    ),
    constraint procedure_way_fee_only_when_stated check ((fee_quality = 'stated') = (fee_vnd is not null)),
    constraint procedure_way_fee_not_negative check (fee_vnd >= 0),
    constraint procedure_way_deadline_not_negative check (deadline_amount >= 0)
);
comment on table procedure_way is 'One channel of a procedure: how long and how much';
comment on column procedure_way.fee_quality is 'Only stated is an amount; 0 printed for "set by the province" is local_rule';

create table procedure_phrase (
    procedure_code text not null references procedure on delete cascade,
    position integer not null,
    phrase text not null,
    primary key (procedure_code, position),
    constraint procedure_phrase_says_something check (phrase <> '')
);
comment on table procedure_phrase is 'What people call it in everyday words; reviewed data';

create table procedure_synonym (
    term text primary key,
    meanings text[] not null,
    kind text not null,
    constraint procedure_synonym_means_something check (cardinality(meanings) > 0)
);
comment on table procedure_synonym is 'Abbreviations, old terms, dialect and colloquial words beside official ones';

create table procedure_word (
    phrase text not null,
    kind text not null,
    primary key (kind, phrase),
    constraint procedure_word_kind_is_known check (kind in ('filler', 'light', 'elsewhere'))
);
comment on table procedure_word is 'Words of a query that say nothing (filler) or little (light) about what is wanted, or show that no office is (elsewhere)';

create table procedure_event (
    code text primary key,
    name text not null,
    note text not null default '',
    position integer not null
);
comment on table procedure_event is 'A moment of life, such as a birth';

create table procedure_event_step (
    event_code text not null references procedure_event on delete cascade,
    position integer not null,
    procedure_code text not null references procedure,
    primary key (event_code, position)
);
create index procedure_event_step_of_procedure on procedure_event_step (procedure_code);

create table procedure_catalogue (
    singleton boolean primary key default true,
    version text not null,
    loaded_at timestamptz not null default now(),
    procedures integer not null,
    constraint procedure_catalogue_has_one_row check (singleton)
);
comment on table procedure_catalogue is 'The edition every API process must have in memory; swapped when it moves';
