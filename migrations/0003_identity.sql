-- People, how they sign in, what they may do and what they agreed to (api/identity, api/grants, api/consents).
create table agency (
    id uuid primary key,
    code text not null,
    name text not null,
    province_code text not null,
    commune_id bigint references admin_unit,
    demo boolean not null default false,
    constraint agency_code_is_unique unique (code),
    constraint agency_has_a_name check (char_length(name) between 1 and 200)
);
comment on table agency is 'An office that answers: a commune''s people''s committee, a department, a utility';
comment on column agency.commune_id is 'Null for an office of the whole province';
create index agency_commune on agency (commune_id);
create index agency_of_province on agency (province_code, code);

create table person (
    id uuid primary key,
    display_name text not null default '',
    phone text,
    phone_verified_at timestamptz,
    zalo_id text,
    zalo_id_by_oa text,
    home_commune_id bigint references admin_unit,
    demo boolean not null default false,
    created_at timestamptz not null default now(),
    constraint person_name_is_short check (char_length(display_name) <= 80),
    constraint person_phone_is_e164 check (phone ~ '^\+84[0-9]{9}$'),
    constraint person_verified_phone_is_there check (phone_verified_at is null or phone is not null),
    constraint person_has_zalo_id_once unique (zalo_id)
);
comment on table person is 'Somebody who signed in; anonymous reporters and visited adults are not here';
comment on column person.zalo_id is 'Scoped to our Zalo app (/v2.0/me)';
comment on column person.zalo_id_by_oa is 'Scoped to the Official Account: another number for the same person';
create unique index person_verified_phone_is_unique on person (phone) where phone_verified_at is not null;
create index person_home_commune on person (home_commune_id);

create table role_grant (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    role text not null,
    agency_id uuid references agency,
    team_id uuid,
    province_code text,
    valid_from date not null,
    valid_to date,
    granted_by uuid references person on delete set null,
    granted_at timestamptz not null default now(),
    revoked_by uuid references person on delete set null,
    revoked_at timestamptz,
    reason text,
    constraint role_grant_role_is_known check (role in ('volunteer', 'handler', 'officer', 'admin')),
    constraint role_grant_scope_fits_role check (
        (role = 'volunteer') = (team_id is not null)
        and (role = 'handler') = (agency_id is not null)
        and (role = 'officer') = (province_code is not null)
    ),
    constraint role_grant_ends_after_it_starts check (valid_to is null or valid_to >= valid_from),
    constraint role_grant_province_is_a_code check (province_code ~ '^[0-9]{2}$'),
    constraint role_grant_revoker_means_revoked check (revoked_by is null or revoked_at is not null),
    constraint role_grant_holds_once_at_a_time exclude using gist (
        person_id with =,
        role with =,
        (coalesce(agency_id, team_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
        (coalesce(province_code, '')) with =,
        daterange(valid_from, valid_to, '[]') with &&
    ) where (revoked_at is null)
);
comment on table role_grant is 'Who may do what, from which day to which; everybody is a citizen without a grant';
comment on column role_grant.valid_to is 'The last day it holds, in Vietnam; null: until revoked';
comment on column role_grant.team_id is 'A team of outreach/teams, whose table comes later than this one';
comment on column role_grant.granted_by is 'Null: loaded by the operator at the machine';
create index role_grant_of_person on role_grant (person_id) where revoked_at is null;
create index role_grant_person on role_grant (person_id);
create index role_grant_agency on role_grant (agency_id);
create index role_grant_team on role_grant (team_id);
create index role_grant_granted_by on role_grant (granted_by);
create index role_grant_revoked_by on role_grant (revoked_by);

create table session (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    way text not null,
    demo boolean not null default false,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    closed_at timestamptz,
    closed_why text,
    constraint session_way_is_known check (way in ('demo', 'zalo', 'otp')),
    constraint session_closed_says_why check ((closed_at is null) = (closed_why is null)),
    constraint session_closed_why_is_known check (closed_why in ('signed_out', 'reused'))
);
comment on table session is 'One sign-in on one device: the family of its refresh tokens';
comment on column session.demo is 'Begun in a demo, where codes are shown to anybody: worth nothing once people are real';
create index session_person on session (person_id);

create table refresh_token (
    digest text primary key,
    session_id uuid not null references session on delete cascade,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
comment on table refresh_token is 'Digests only; each token is good once, and its successor is derived from it';
create index refresh_token_session on refresh_token (session_id);

create table sign_in_code (
    id uuid primary key,
    phone text not null,
    address text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    tries integer not null default 0,
    used_at timestamptz,
    constraint sign_in_code_tries_are_few check (tries between 0 and 5)
);
comment on table sign_in_code is 'A one-time code that was asked for. The code itself is derived from the id and never kept';
comment on column sign_in_code.address is 'Keyed hash of the network address, for counting only';
create index sign_in_code_phone on sign_in_code (phone, asked_at);
create index sign_in_code_address on sign_in_code (address, asked_at);
create index sign_in_code_asked on sign_in_code (asked_at);

create table consent (
    id bigint generated always as identity primary key,
    person_id uuid not null references person on delete cascade,
    purpose text not null,
    granted boolean not null,
    text_version text not null,
    session_id uuid,
    decided_at timestamptz not null,
    constraint consent_purpose_is_known check (purpose in ('alert_messages', 'location', 'team_contact'))
);
comment on table consent is 'Every decision of a person about a purpose, in order; silence is not consent';
comment on column consent.text_version is 'The sentence the person was shown (api/consents/rules.py)';
create index consent_newest on consent (person_id, purpose, id desc);

create function consent_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'consent is append-only: a change of mind is a new row';
end
$$;
create trigger consent_never_changes before update on consent
    for each row execute function consent_is_append_only();

create view consent_now as
    select distinct on (person_id, purpose) person_id, purpose, granted, text_version, decided_at
    from consent
    order by person_id, purpose, id desc;
comment on view consent_now is 'What each person last decided about each purpose; no row means no';
