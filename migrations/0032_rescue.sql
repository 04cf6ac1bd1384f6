-- Calls for help: who called, what they said, the incident several calls are, and everything done about it (api/rescue).
create table rescue_incident (
    id uuid primary key,
    number bigint generated always as identity unique,
    province_code text not null,
    commune_id bigint references admin_unit,
    state text not null,
    version integer not null default 1,
    rank smallint not null,
    reasons text[] not null default '{}',
    what text,
    worse boolean not null default false,
    people smallint,
    weak text not null default '',
    help text,
    place text,
    lat double precision,
    lon double precision,
    acc_m real,
    calls integer not null default 1,
    attempts smallint not null default 0,
    holder_id uuid references person on delete set null,
    by_volunteer boolean not null default false,
    held_at timestamptz,
    opened_at timestamptz not null,
    last_call_at timestamptz not null,
    acknowledged_at timestamptz,
    ended_at timestamptz,
    forgotten_at timestamptz,
    merged_into uuid references rescue_incident,
    demo boolean not null default false,
    constraint rescue_incident_state_is_known check (
        state in (
            'received', 'acknowledged', 'calling_back', 'no_answer', 'on_the_way', 'reached',
            'safe', 'handed_112', 'false', 'closed', 'merged'
        )
    ),
    constraint rescue_incident_ended_says_when check (
        (ended_at is not null) = (state in ('safe', 'handed_112', 'false', 'closed', 'merged'))
    ),
    constraint rescue_incident_rank_is_1_to_4 check (rank between 1 and 4),
    constraint rescue_incident_has_both_coordinates_or_none check ((lat is null) = (lon is null)),
    constraint rescue_incident_merged_says_where check ((state = 'merged') = (merged_into is not null)),
    constraint rescue_incident_is_forgotten_after_its_end check (forgotten_at is null or ended_at is not null)
);
comment on table rescue_incident is 'One place where somebody needs help, whoever called about it; what the board shows';
comment on column rescue_incident.number is 'The short number callers are told, and say on the telephone';
comment on column rescue_incident.rank is '1 life in danger now, 2 pressing, 3 supplies, 4 to be checked by calling back first';
comment on column rescue_incident.version is 'Grows with every step of a person; a call that joins does not change it';
create index rescue_incident_open on rescue_incident (province_code, rank, opened_at) where ended_at is null;
create index rescue_incident_ended on rescue_incident (ended_at) where forgotten_at is null;
create index rescue_incident_holder on rescue_incident (holder_id) where holder_id is not null;
create index rescue_incident_commune on rescue_incident (commune_id);
create index rescue_incident_into on rescue_incident (merged_into) where merged_into is not null;

create table rescue_call (
    id uuid primary key,
    incident_id uuid not null references rescue_incident,
    position integer not null,
    channel text not null,
    received_at timestamptz not null,
    last_at timestamptz not null,
    sends integer not null default 1,
    for_other boolean not null,
    caller_key text,
    victim_key text,
    sealed text,
    what text,
    worse boolean not null,
    people smallint,
    weak text not null,
    help text,
    place text,
    text text,
    lat double precision,
    lon double precision,
    acc_m real,
    place_from text not null,
    doubts text[] not null default '{}',
    constraint rescue_call_channel_is_known check (channel in ('app', 'sms')),
    constraint rescue_call_place_from_is_known check (place_from in ('gps', 'link', 'words', 'none')),
    constraint rescue_call_has_both_coordinates_or_none check ((lat is null) = (lon is null)),
    constraint rescue_call_position_is_its_own unique (incident_id, position)
);
comment on table rescue_call is 'One call for help; its id is made by the phone, is the idempotency key, and is told to nobody else';
comment on column rescue_call.sealed is 'Telephone numbers and name, sealed under SEAL_KEYS; gone when the incident is forgotten';
comment on column rescue_call.caller_key is 'Keyed hash of the caller''s number: tells that it is the same, not which';
create index rescue_call_caller on rescue_call (caller_key, received_at) where caller_key is not null;
create index rescue_call_victim on rescue_call (victim_key, received_at) where victim_key is not null;
create index rescue_call_spot on rescue_call (lat, lon) where lat is not null;

create table rescue_step (
    id bigint generated always as identity primary key,
    incident_id uuid not null references rescue_incident,
    action text not null,
    state text not null,
    note text,
    by text not null,
    person_id uuid references person on delete set null,
    occurred_at timestamptz not null,
    constraint rescue_step_by_is_known check (by in ('command', 'holder', 'volunteer', 'caller', 'system'))
);
comment on table rescue_step is 'Everything done about an incident, who looked at a number too; kept when the people are forgotten';
create index rescue_step_of_incident on rescue_step (incident_id, id);
create index rescue_step_person on rescue_step (person_id) where person_id is not null;

create table rescue_verdict (
    incident_id uuid not null references rescue_incident,
    caller_key text not null,
    proved boolean not null,
    decided_at timestamptz not null,
    primary key (incident_id, caller_key)
);
comment on table rescue_verdict is 'What an incident turned out to be, by keyed hash of its callers'' numbers: false or true';
create index rescue_verdict_caller on rescue_verdict (caller_key);

create table rescue_retention (
    province_code text primary key,
    people_days smallint not null,
    verdict_days smallint not null,
    constraint rescue_retention_is_at_least_a_day check (people_days >= 1 and verdict_days >= 1)
);
comment on table rescue_retention is 'How long after its end an incident keeps people''s data, and verdicts count; a province changes its row';
insert into rescue_retention (province_code, people_days, verdict_days) values ('*', 30, 90);

create view rescue_line as
select
    i.id, i.number, i.version, i.state, i.rank, i.reasons, i.what, i.worse, i.people, i.weak, i.help, i.place,
    u.full_name as commune_name, i.lat, i.lon, i.acc_m, i.calls, i.attempts, i.holder_id,
    i.holder_id is not null as held, i.by_volunteer, i.held_at, i.opened_at, i.last_call_at, i.acknowledged_at,
    i.ended_at, i.province_code, i.commune_id
from rescue_incident i
left join admin_unit u on u.id = i.commune_id;
comment on view rescue_line is 'An incident as those who act on it see it: no telephone number, no name';

create view rescue_near as
select i.id as incident_id, t.id as team_id
from rescue_incident i
join team t on t.dissolved_on is null
join admin_unit u on u.id = t.commune_id and (
    i.commune_id = u.id
    or (i.lat between u.lat - 0.045 and u.lat + 0.045 and i.lon between u.lon - 0.047 and u.lon + 0.047)
)
where i.ended_at is null and i.holder_id is null and (i.rank < 4 or i.acknowledged_at is not null);
comment on view rescue_near is 'Which teams'' volunteers may see and take an incident nobody has: in their commune, or within about 5 km';

-- A new purpose: volunteers agree to be asked when somebody near their team's commune needs help. The same rule with
-- one word more; rows of before passed the narrower one, so nothing needs validating.
-- squawk-ignore ban-drop-constraint
alter table consent drop constraint consent_purpose_is_known;
alter table consent add constraint consent_purpose_is_known check (
    purpose in ('alert_messages', 'location', 'team_contact', 'rescue_help')
) not valid;
