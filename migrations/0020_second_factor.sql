-- A second factor for staff, the devices somebody is signed in on, and two accounts of one person becoming one.
create table second_factor (
    person_id uuid primary key references person on delete cascade,
    sealed text,
    confirmed_at timestamptz,
    pending text,
    last_step bigint not null default 0,
    tries integer not null default 0,
    tries_since timestamptz not null,
    constraint second_factor_confirmed_is_there check ((sealed is null) = (confirmed_at is null)),
    constraint second_factor_tries_are_few check (tries between 0 and 5)
);
comment on table second_factor is 'A person''s TOTP secret (RFC 6238), sealed (Fernet) with whose it is';
comment on column second_factor.pending is 'A new secret shown once, until a code of it came back; the old one works till then';
comment on column second_factor.last_step is 'The newest 30-second step whose code was taken: it and all before are used up';
comment on column second_factor.tries is 'Wrong ones since tries_since; a right one begins anew';

create table recovery_code (
    person_id uuid not null references person on delete cascade,
    digest text not null,
    used_at timestamptz,
    primary key (person_id, digest)
);
comment on table recovery_code is 'Keyed hashes of codes on paper, each good once in the place of the second factor';

alter table session add column device text not null default '';
alter table session add column second_factor_at timestamptz;
comment on column session.device is 'A browser and a system in words ("Chrome trên Android"), for the person to recognise; nothing more is kept';
comment on column session.second_factor_at is 'When the second factor was last proven in this session; staff rights need it';

-- Who agreed may turn out to be somebody known here already: whose row it is may change, what it says never.
-- Ids stay, so the newest decision of the two accounts is the newest of the one.
create or replace function consent_is_append_only() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id'
        and current_setting('ngoso.merging', true) = new.person_id::text then
        return new;
    end if;
    raise exception 'consent is append-only: a change of mind is a new row';
end
$$;
