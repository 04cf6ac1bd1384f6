-- The working-day calendar (api/kit/holidays.py) and the dossiers of the one-stop systems (api/dossiers).
create table holiday (
    scope text not null default 'VN',
    on_date date not null,
    kind text not null,
    name text not null,
    certainty text not null,
    source text not null,
    primary key (scope, on_date),
    constraint holiday_kind_is_known check (
        kind in ('holiday', 'swapped_day_off', 'working_saturday', 'local_closure', 'local_opening')
    ),
    constraint holiday_certainty_is_known check (certainty in ('high', 'medium', 'low')),
    constraint holiday_working_saturday_is_a_saturday check (
        kind <> 'working_saturday' or extract(isodow from on_date) = 6
    )
);
comment on table holiday is 'Days that differ from the plain week, for the nation (VN), a province or commune code, or an agency code';

create table office_hours (
    scope text not null default 'VN',
    valid_from date not null,
    opens time not null,
    closes time not null,
    certainty text not null,
    source text not null,
    primary key (scope, valid_from, opens),
    constraint office_hours_close_after_they_open check (closes > opens),
    constraint office_hours_certainty_is_known check (certainty in ('high', 'medium', 'low'))
);
comment on table office_hours is 'Shifts of a working day, in force until a later valid_from of the same scope';

create table dossier_state (
    code text primary key,
    name text not null,
    stage smallint,
    clock text not null,
    bucket text not null,
    ends boolean not null,
    next_codes text[] not null,
    told text not null,
    holder text not null,
    next_step text not null,
    constraint dossier_state_clock_is_known check (clock in ('not_started', 'running', 'paused', 'stopped')),
    constraint dossier_state_pause_has_no_stage check ((clock = 'paused') = (stage is null))
);
comment on table dossier_state is 'The national list of states with their plain words; codes not listed here are kept as they come';

create table dossier_term (
    procedure_code text primary key,
    amount integer not null,
    unit text not null,
    after_pause text not null default 'restart',
    source text not null,
    constraint dossier_term_amount_not_negative check (amount >= 0),
    constraint dossier_term_unit_is_known check (
        unit in ('working_day', 'working_hour', 'calendar_day', 'month', 'same_day')
    ),
    constraint dossier_term_after_pause_is_known check (after_pause in ('restart', 'resume'))
);
comment on table dossier_term is 'Terms the catalogue cannot express, and a province''s own: they go before procedure_way, the source goes before both';

create table integration_key (
    id uuid primary key,
    system text not null,
    name text not null,
    key_hash text not null,
    scopes text[] not null,
    demo boolean not null default false,
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint integration_key_hash_is_unique unique (key_hash),
    constraint integration_key_has_a_scope check (cardinality(scopes) > 0),
    constraint integration_key_revoked_after_created check (revoked_at >= created_at)
);
comment on table integration_key is 'Keys of outside systems; several may be valid at once, so that a system can rotate';

create table dossier (
    id uuid primary key,
    system text not null,
    code text not null,
    code_key text not null,
    procedure_code text not null,
    procedure_name text,
    agency_code text,
    agency_name text,
    filed_by text not null,
    phone_hash text,
    last4_hash text,
    sequence bigint not null,
    state_code text not null,
    state_name text,
    clock text not null,
    amount integer,
    unit text,
    after_pause text,
    started_at timestamptz,
    due_at timestamptz,
    paused_at timestamptz,
    stopped_at timestamptz,
    promised_at timestamptz,
    late_reason text,
    last_known_at timestamptz not null,
    created_at timestamptz not null,
    demo boolean not null default false,
    constraint dossier_code_is_unique_in_its_system unique (system, code),
    constraint dossier_filed_by_is_known check (
        filed_by in ('self', 'assisted', 'on_behalf', 'counter_digitised')
    ),
    constraint dossier_clock_is_known check (clock in ('not_started', 'running', 'paused', 'stopped')),
    constraint dossier_paused_clock_has_paused_at check (clock <> 'paused' or paused_at is not null),
    constraint dossier_stopped_clock_has_stopped_at check (clock <> 'stopped' or stopped_at is not null),
    constraint dossier_period_is_whole_or_absent check ((amount is null) = (unit is null)),
    constraint dossier_unit_is_known check (
        unit in ('working_day', 'working_hour', 'calendar_day', 'month', 'same_day')
    ),
    constraint dossier_after_pause_is_known check (after_pause in ('restart', 'resume')),
    constraint dossier_verified_phone_has_last_digits check (phone_hash is null or last4_hash is not null)
);
comment on table dossier is 'A dossier as its one-stop system last told it; no name and no phone of the applicant is kept';
comment on column dossier.code is 'Opaque text as the source prints it (NFC, trimmed), unique in that system only';
comment on column dossier.code_key is 'code without spaces, in capitals: what a person types is compared by it';
comment on column dossier.phone_hash is 'Keyed hash of the applicant''s mobile number, as person.phone_hash';
comment on column dossier.last4_hash is 'Keyed hash of system, code and the last four digits';
comment on column dossier.sequence is 'The source''s sequence of the state that holds';
create index dossier_code_key on dossier (code_key);
create index dossier_phone_hash on dossier (phone_hash) where phone_hash is not null;
create index dossier_running_due on dossier (due_at) where clock = 'running';

create table dossier_event (
    id uuid primary key,
    dossier_id uuid not null references dossier on delete cascade,
    system text not null,
    event_id text not null,
    sequence bigint not null,
    state_code text not null,
    state_name text,
    note text,
    correction boolean not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    digest text not null,
    verdict text not null,
    flags text[] not null,
    replays integer not null default 0,
    last_replayed_at timestamptz,
    constraint dossier_event_id_is_unique_in_its_system unique (system, event_id),
    constraint dossier_event_verdict_is_known check (verdict in ('applied', 'late', 'held')),
    constraint dossier_event_replays_not_negative check (replays >= 0),
    constraint dossier_event_replayed_has_a_time check ((replays = 0) = (last_replayed_at is null))
);
comment on table dossier_event is 'Everything a source ever said of a dossier, append-only; held events are kept but do not count';
create index dossier_event_of_dossier on dossier_event (dossier_id, sequence);
create unique index dossier_event_sequence_counts_once
    on dossier_event (dossier_id, sequence) where verdict <> 'held';
create index dossier_event_held on dossier_event (recorded_at) where verdict = 'held';

create function dossier_event_stays() returns trigger language plpgsql as $$
begin
    raise exception 'dossier_event is append-only';
end
$$;
create trigger dossier_event_content_stays
    before update of id, dossier_id, system, event_id, sequence, state_code, state_name, note, correction,
        occurred_at, recorded_at, digest, verdict, flags
    on dossier_event for each statement execute function dossier_event_stays();
-- Only the erasure of a whole dossier may take its events along (the cascade runs at a deeper level).
create trigger dossier_event_row_stays
    before delete on dossier_event for each row
    when (pg_trigger_depth() < 1) execute function dossier_event_stays();

create table dossier_follow (
    dossier_id uuid not null references dossier on delete cascade,
    person_id uuid not null references person on delete cascade,
    followed_at timestamptz not null,
    unfollowed_at timestamptz,
    primary key (dossier_id, person_id),
    constraint dossier_follow_ends_after_it_starts check (unfollowed_at >= followed_at)
);
comment on table dossier_follow is 'Who wants to be told; an ended follow also silences the applicant''s own phone';
create index dossier_follow_of_person on dossier_follow (person_id);

create table dossier_lookup_try (
    subject text not null,
    window_at timestamptz not null,
    tries integer not null,
    primary key (subject, window_at),
    constraint dossier_lookup_try_not_negative check (tries >= 0)
);
comment on table dossier_lookup_try is 'Failed look-ups by keyed hash of address or code, in windows; old windows are deleted';
create index dossier_lookup_try_window on dossier_lookup_try (window_at);
