-- Systems that sign what they say, sequences with gaps, extensions with their letter, a calendar whose
-- changes are logged, and systems that only answer (api/dossiers, docs/integration.md).

-- No signing secret is kept: it is derived from SECRET_KEY and the key's own text.
alter table integration_key
    add column must_sign boolean not null default true,
    add column last_used_at timestamptz;
update integration_key set must_sign = false where demo;
alter table integration_key
    add constraint integration_key_only_a_demo_key_may_be_unsigned check (must_sign or demo) not valid;
create index integration_key_of_system on integration_key (system, created_at);

create table integration_nonce (
    key_id uuid not null references integration_key on delete cascade,
    nonce text not null,
    seen_at timestamptz not null,
    primary key (key_id, nonce)
);
comment on table integration_nonce is 'Signed requests of the last minutes: none is taken twice; older ones are refused by their time';
create index integration_nonce_seen on integration_nonce (seen_at);

alter table dossier_event
    add column previous_sequence bigint,
    add column extension_due_at timestamptz,
    add column extension_reason text,
    add constraint dossier_event_extension_has_a_reason check (
        (extension_due_at is null) = (extension_reason is null)
    ) not valid;
comment on column dossier_event.previous_sequence is 'What the source says came before, if it says so; -1: this is its first';
drop trigger dossier_event_content_stays on dossier_event;
create trigger dossier_event_content_stays
    before update of id, dossier_id, system, event_id, sequence, state_code, state_name, note, correction,
        occurred_at, recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason
    on dossier_event for each statement execute function dossier_event_stays();

create index dossier_event_held_of_system on dossier_event (system, recorded_at, event_id)
    where verdict = 'held';

alter table dossier
    add column missing int8multirange,
    add column first_due_at timestamptz,
    add column extension_reason text,
    add constraint dossier_extension_has_a_reason check (
        first_due_at is null or extension_reason is not null
    ) not valid,
    -- Most steps change no indexed column: room in the page keeps them off the indexes.
    set (fillfactor = 85);
comment on column dossier.missing is 'Sequence numbers the source skipped so far; null when there are none';
comment on column dossier.first_due_at is 'The due date before the agency extended it';
create index dossier_missing on dossier (system, id) where missing is not null;
create index dossier_open on dossier (id) where clock in ('running', 'paused');
-- The whole look-up by code from the index alone.
-- squawk-ignore require-concurrent-index-deletion
drop index dossier_code_key;
-- Nothing reads it, and every pause and end would write it.
-- squawk-ignore require-concurrent-index-deletion
drop index dossier_running_due;
create index dossier_code_proof on dossier (code_key, id) include (system, code, last4_hash)
    where last4_hash is not null;

create table dossier_letter (
    id uuid primary key,
    dossier_id uuid not null references dossier on delete cascade,
    dossier_event_id uuid not null references dossier_event on delete cascade,
    kind text not null,
    title text not null,
    body text not null,
    made_at timestamptz not null,
    constraint dossier_letter_is_made_once_an_event unique (dossier_event_id, kind),
    constraint dossier_letter_kind_is_known check (kind in ('apology'))
);
comment on table dossier_letter is 'What the agency owes in writing: the apology with a new date (Phiếu xin lỗi và hẹn lại ngày trả kết quả)';
create index dossier_letter_of_dossier on dossier_letter (dossier_id, made_at);

create table calendar_change (
    id bigint generated always as identity primary key,
    scope text not null,
    from_on date not null,
    to_on date,
    what text not null,
    before jsonb,
    after jsonb,
    changed_at timestamptz not null default now(),
    constraint calendar_change_what_is_known check (what in ('holiday', 'office_hours')),
    constraint calendar_change_ends_after_it_starts check (to_on >= from_on)
);
comment on table calendar_change is 'Every change of a holiday, closure or office hour, whoever made it; to_on null: until further notice';

create function holiday_is_logged() returns trigger language plpgsql as $$
begin
    insert into calendar_change (scope, from_on, to_on, what, before, after)
    select one.scope, one.on_date, one.on_date, 'holiday',
        case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end
    from (
        select old.scope, old.on_date where tg_op <> 'INSERT'
        union
        select new.scope, new.on_date where tg_op <> 'DELETE'
    ) one;
    return null;
end
$$;
create trigger holiday_change_is_logged after insert or update or delete on holiday
    for each row execute function holiday_is_logged();

create function office_hours_is_logged() returns trigger language plpgsql as $$
begin
    insert into calendar_change (scope, from_on, what, before, after)
    select one.scope, one.valid_from, 'office_hours',
        case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end
    from (
        select old.scope, old.valid_from where tg_op <> 'INSERT'
        union
        select new.scope, new.valid_from where tg_op <> 'DELETE'
    ) one
    where tg_op <> 'UPDATE' or old is distinct from new;
    return null;
end
$$;
create trigger office_hours_change_is_logged after insert or update or delete on office_hours
    for each row execute function office_hours_is_logged();

create table dossier_recount (
    id bigint generated always as identity primary key,
    after_change bigint not null,
    upto_change bigint not null,
    after_dossier uuid,
    looked integer not null default 0,
    moved integer not null default 0,
    started_at timestamptz not null,
    finished_at timestamptz,
    constraint dossier_recount_has_changes check (upto_change > after_change),
    constraint dossier_recount_moves_what_it_looked_at check (moved between 0 and looked)
);
comment on table dossier_recount is 'One walk over the open dossiers for the calendar changes after_change < id <= upto_change';
create unique index dossier_recount_one_at_a_time on dossier_recount ((true)) where finished_at is null;

create table dossier_due_change (
    recount_id bigint not null references dossier_recount,
    dossier_id uuid not null references dossier on delete cascade,
    due_before timestamptz,
    due_after timestamptz,
    primary key (recount_id, dossier_id)
);
comment on table dossier_due_change is 'The log of due dates moved by a changed calendar';
create index dossier_due_change_of_dossier on dossier_due_change (dossier_id);

create table integration_pull (
    system text primary key,
    url text not null,
    active boolean not null default true,
    every_seconds integer not null default 60,
    cursor text,
    next_at timestamptz not null,
    failures integer not null default 0,
    open_until timestamptz,
    last_ok_at timestamptz,
    last_error text,
    taken bigint not null default 0,
    created_at timestamptz not null,
    demo boolean not null default false,
    constraint integration_pull_waits_some_seconds check (every_seconds between 5 and 86400),
    constraint integration_pull_failures_not_negative check (failures >= 0),
    constraint integration_pull_is_asked_over_http check (url ~ '^https?://')
);
comment on table integration_pull is 'Systems that only answer: where to ask, how far we are, and whether they are left alone for a while';
create index integration_pull_due on integration_pull (next_at) where active;

create table integration_refusal (
    id bigint generated always as identity primary key,
    system text not null references integration_pull on delete cascade,
    code text,
    event_id text,
    problem text not null,
    detail text not null,
    refused_at timestamptz not null
);
comment on table integration_refusal is 'Items a pulled system gave that could not be taken; the cursor went on';
create index integration_refusal_of_system on integration_refusal (system, id);
create index integration_refusal_age on integration_refusal (refused_at);
