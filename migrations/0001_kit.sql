-- The outbox and its bookkeeping (api/kit/outbox.py, workers/relay.py), and what every slice leans on.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

create table outbox_event (
    id bigint generated always as identity primary key,
    kind text not null,
    payload bytea not null,
    urgent boolean not null default false,
    emitted_at timestamptz not null default now(),
    send_at timestamptz not null default now(),
    sends integer not null default 0,
    done_at timestamptz,
    constraint outbox_event_sends_not_negative check (sends >= 0)
);
comment on table outbox_event is 'Everything that must still happen; payload is msgspec JSON of an api.kit.outbox.Event';
create index outbox_event_waiting on outbox_event (urgent desc, id) where done_at is null;
create index outbox_event_done on outbox_event (done_at) where done_at is not null;

create table outbox_job (
    event_id bigint not null references outbox_event on delete cascade,
    job text not null,
    done_at timestamptz not null default now(),
    primary key (event_id, job)
);
comment on table outbox_job is 'A job that is done: written in the same transaction as its effect';

create table worker_beat (
    worker text primary key,
    beat_at timestamptz not null
);

create table data_load (
    name text primary key,
    version text not null,
    loaded_at timestamptz not null default now()
);
comment on table data_load is 'Which edition of the shipped facts, and of the demo, this database holds';

create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;
create trigger outbox_event_wakes_relay after insert on outbox_event
    for each statement execute function outbox_wake();
