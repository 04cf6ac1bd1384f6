-- Signing in at another server and coming back (the province's OpenID Connect server, Zalo on the web), and a second
-- factor taken away by an administrator (api/identity).
create table sign_in_trip (
    state_digest text primary key,
    binding_digest text not null,
    way text not null,
    begun_at timestamptz not null,
    expires_at timestamptz not null,
    constraint sign_in_trip_way_is_known check (way in ('oidc', 'zalo')),
    constraint sign_in_trip_ends_after_it_began check (expires_at > begun_at)
);
comment on table sign_in_trip is 'Somebody went to sign in at another server; the row is deleted when they come back, so each trip ends once';
comment on column sign_in_trip.state_digest is 'SHA-256 of the state; nonce and PKCE verifier are derived from the state, never kept';
comment on column sign_in_trip.binding_digest is 'SHA-256 of what stayed in the browser that began: nobody else can end the trip';
create index sign_in_trip_begun on sign_in_trip (begun_at);

create table province_account (
    issuer text not null,
    subject text not null,
    person_id uuid not null references person on delete cascade,
    proven_by text not null,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    constraint province_account_is_one_a_person unique (person_id, issuer),
    constraint province_account_subject_is_short check (char_length(subject) between 1 and 255),
    constraint province_account_proven_by_is_known check (proven_by in ('session', 'phone', 'email'))
);
comment on table province_account is 'Whose account at the province''s OpenID Connect server; it proves who somebody is and gives no right';
comment on column province_account.proven_by is 'session: linked from a session of the person; phone, email: the server vouches for one they had proven here';

-- Addresses are few (who reads e-mail), and the table is written seldom: a short lock is no harm.
-- squawk-ignore require-concurrent-index-creation
create index message_email_address on message_email (lower(email)) where verified_at is not null;

create table second_factor_reset (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    reset_by uuid references person,
    reset_at timestamptz not null,
    reason text not null,
    constraint second_factor_reset_is_by_another check (reset_by <> person_id),
    constraint second_factor_reset_says_why check (reason <> '')
);
comment on table second_factor_reset is 'A second factor that was taken away because app and paper were lost: whose, by whom, when, why';
comment on column second_factor_reset.reset_by is 'Null: by the operator at the machine';
create index second_factor_reset_person on second_factor_reset (person_id, reset_at desc);
create index second_factor_reset_reset_by on second_factor_reset (reset_by);

-- The same rules with one word more each; rows of before passed the narrower ones, so nothing needs validating.
-- squawk-ignore ban-drop-constraint
alter table session drop constraint session_way_is_known;
alter table session add constraint session_way_is_known check (way in ('demo', 'zalo', 'otp', 'oidc')) not valid;
-- squawk-ignore ban-drop-constraint
alter table session drop constraint session_closed_why_is_known;
alter table session add constraint session_closed_why_is_known check (
    closed_why in ('signed_out', 'reused', 'signed_out_everywhere', 'revoked', 'second_factor_reset')
) not valid;
