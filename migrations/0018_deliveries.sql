-- Messages that leave the app: who wants them where, what was sent, and what came of it (api/messages).
alter table message add column priority smallint not null default 1;
alter table message add column params jsonb;
-- Rows of before count as planned: nobody is told outside the app of old news.
alter table message add column planned_at timestamptz default now();
-- squawk-ignore ban-drop-default
alter table message alter column planned_at drop default;
alter table message add constraint message_priority_is_known check (priority between 0 and 2) not valid;
comment on column message.priority is '0 danger to life (ignores quiet hours and the budget), 1 about something of one''s own, 2 to many';
comment on column message.params is 'The typed parameters of its template outside the app; null: the title is all that is sent';
comment on column message.planned_at is 'When it was decided where it goes outside the app; null: that is still to be decided';
create index message_unplanned on message (priority, created_at, id) where planned_at is null;
-- The same rule with one kind more; rows of before passed the narrower one, so nothing needs validating.
-- squawk-ignore ban-drop-constraint
alter table message drop constraint message_kind_is_known;
alter table message add constraint message_kind_is_known check (
    kind in ('dossier', 'report', 'alert', 'visit', 'campaign', 'system')
) not valid;

create table message_choice (
    id bigint generated always as identity primary key,
    person_id uuid not null references person on delete cascade,
    purpose text not null,
    channel text not null,
    granted boolean not null,
    text_version text not null,
    session_id uuid,
    decided_at timestamptz not null,
    constraint message_choice_purpose_is_known check (
        purpose in ('dossier', 'report', 'alert', 'visit', 'campaign', 'system')
    ),
    constraint message_choice_channel_is_known check (channel in ('push', 'email', 'zalo', 'sms'))
);
comment on table message_choice is 'Every yes and no of a person, a purpose and a channel at a time; silence is not a yes';
comment on column message_choice.session_id is 'Null: said outside the app (a link in an e-mail, STOP by SMS, Zalo)';
create index message_choice_newest on message_choice (person_id, purpose, channel, id desc);
create trigger message_choice_never_changes before update on message_choice
    for each row execute function consent_is_append_only();
create view message_choice_now as
    select distinct on (person_id, purpose, channel) person_id, purpose, channel, granted, decided_at
    from message_choice
    order by person_id, purpose, channel, id desc;
comment on view message_choice_now is 'What each person last decided about each purpose and channel; no row means no';

create table message_email (
    person_id uuid primary key references person on delete cascade,
    email text not null,
    challenge_id uuid not null,
    asked_at timestamptz not null,
    asked_today integer not null default 1,
    tries integer not null default 0,
    verified_at timestamptz,
    constraint message_email_is_an_address check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 254),
    constraint message_email_tries_are_few check (tries between 0 and 5)
);
comment on table message_email is 'Where a person reads e-mail; nothing but a code is sent before the code came back';
comment on column message_email.challenge_id is 'The code is derived from it and never kept';

create table push_subscription (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    endpoint text not null,
    p256dh text not null,
    auth text not null,
    created_at timestamptz not null,
    constraint push_subscription_endpoint_is_unique unique (endpoint),
    constraint push_subscription_endpoint_is_short check (char_length(endpoint) <= 1000)
);
comment on table push_subscription is 'A browser that agreed to show notifications (RFC 8030); gone when its service says so';
create index push_subscription_person on push_subscription (person_id);

create table way_stop (
    person_id uuid not null references person on delete cascade,
    way text not null,
    address text not null,
    reason text not null,
    at timestamptz not null,
    until timestamptz,
    primary key (person_id, way)
);
comment on table way_stop is 'An address that cannot or must not be reached this way: a bounce, a phone without Zalo, STOP';
comment on column way_stop.until is 'When it may be tried again; null: until the address changes';

create table delivery (
    id uuid primary key,
    message_id uuid not null references message on delete cascade,
    person_id uuid not null references person on delete cascade,
    way text not null,
    fallback text[] not null,
    priority smallint not null,
    state text not null,
    attempts integer not null default 0,
    next_try_at timestamptz not null,
    sending_at timestamptz,
    sent_at timestamptz,
    delivered_at timestamptz,
    provider_ref text,
    reason text,
    cost_vnd integer not null default 0,
    resent_by uuid references person on delete set null,
    created_at timestamptz not null,
    constraint delivery_happens_once_a_way unique (message_id, way),
    constraint delivery_way_is_known check (
        way in ('push', 'email', 'zalo_oa', 'zalo_uid', 'zalo_phone', 'sms')
    ),
    constraint delivery_state_is_known check (
        state in ('waiting', 'sending', 'unsure', 'sent', 'delivered', 'unreachable', 'unwanted', 'dead')
    ),
    constraint delivery_priority_is_known check (priority between 0 and 2),
    constraint delivery_sending_says_since_when check (state <> 'sending' or sending_at is not null),
    constraint delivery_sent_says_when check (state not in ('sent', 'delivered') or sent_at is not null)
);
comment on table delivery is 'A message on its way outside the app; the id is the tracking id the carrier is given';
comment on column delivery.fallback is 'The ways to try after this one failed, best first';
comment on column delivery.priority is 'As its message''s: index order of what waits';
comment on column delivery.state is 'unsure: the answer was lost; asked about by its id before anything is sent again';
comment on column delivery.cost_vnd is 'What is counted against the day''s budget, đồng';
create index delivery_waiting on delivery (way, priority, next_try_at, id) where state = 'waiting';
create index delivery_unsettled on delivery (way, next_try_at) where state in ('sending', 'unsure');
create index delivery_dead on delivery (created_at desc, id desc) where state = 'dead';
create index delivery_provider_ref on delivery (provider_ref) where provider_ref is not null;
create index delivery_person on delivery (person_id);
create index delivery_resent_by on delivery (resent_by);

create table message_spending (
    day date primary key,
    cost_vnd bigint not null default 0,
    alerted_at timestamptz,
    constraint message_spending_is_not_negative check (cost_vnd >= 0)
);
comment on table message_spending is 'What a day''s messages cost (Vietnam), đồng: the cap is checked here, never by counting rows';

create function delivery_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('delivery', '');
    return null;
end
$$;
create trigger delivery_wakes_senders after insert on delivery
    for each statement execute function delivery_wake();
create trigger message_wakes_planners after insert on message
    for each statement execute function delivery_wake();
