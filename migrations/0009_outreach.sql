-- Teams and the hamlets they walk, households and adults (outreach/teams, outreach/registry).
create table hamlet (
    id uuid primary key,
    commune_id bigint not null references admin_unit,
    name text not null,
    kind text not null,
    sort_key bytea not null,
    constraint hamlet_kind_is_known check (kind in ('thon', 'ban', 'to_dan_pho')),
    constraint hamlet_name_is_unique_in_commune unique (commune_id, name)
);
comment on table hamlet is 'Thôn, bản, tổ dân phố: below the commune, no administrative code of its own';

create table team (
    id uuid primary key,
    code text not null,
    name text not null,
    commune_id bigint not null references admin_unit,
    formed_on date not null,
    dissolved_on date,
    demo boolean not null default false,
    constraint team_code_is_unique unique (code),
    constraint team_dissolves_after_it_forms check (dissolved_on is null or dissolved_on >= formed_on)
);
comment on table team is 'Tổ công nghệ số cộng đồng of a hamlet or a commune';
create index team_commune on team (commune_id);

create table team_area (
    team_id uuid not null references team,
    hamlet_id uuid not null references hamlet,
    since timestamptz not null,
    until timestamptz,
    constraint team_area_ends_after_it_starts check (until is null or until > since),
    constraint team_area_is_given_once_at_a_time
        exclude using gist (team_id with =, hamlet_id with =, tstzrange(since, until) with &&)
);
comment on table team_area is 'Which hamlets a team walks, and when: areas change, so they are dated';
create index team_area_team on team_area (team_id);
create index team_area_hamlet on team_area (hamlet_id);

create view team_member as
select team_id, person_id,
    valid_from::timestamp at time zone 'Asia/Ho_Chi_Minh' as since,
    least((valid_to + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', revoked_at) as until
from role_grant
where role = 'volunteer';
comment on view team_member is
    'Who walks for a team, and when: the dated volunteer grants of identity. What somebody logs counts by the membership at that moment';

create table household (
    id uuid primary key,
    hamlet_id uuid not null references hamlet,
    reference text not null,
    adults_total integer,
    closed boolean not null default false,
    position bigint not null default 0,
    constraint household_reference_is_short check (char_length(reference) between 1 and 80),
    constraint household_adults_are_few check (adults_total between 0 and 30)
);
comment on table household is 'Fold of household events. Never a family name, a place on the map, an identity number, ethnicity or poverty';
comment on column household.position is 'Its last change in the feed of its commune (registry_feed)';
create index household_feed on household (hamlet_id, position);

create table adult (
    id uuid primary key,
    household_id uuid not null references household,
    label text not null,
    birth_year integer,
    sex text,
    consent boolean not null,
    left_on date,
    left_reason text,
    position bigint not null default 0,
    constraint adult_label_is_short check (char_length(label) between 1 and 60),
    constraint adult_birth_year_is_plausible check (birth_year between 1900 and 2200),
    constraint adult_sex_is_known check (sex in ('female', 'male', 'other')),
    constraint adult_left_for_a_known_reason check (left_reason in ('moved', 'died', 'other')),
    constraint adult_leaves_with_a_reason check ((left_on is null) = (left_reason is null))
);
comment on table adult is 'Fold of adult events: a label the household chose, never a name we ask for';
-- Without the position: each upload moves it, and an index on it would be written every time.
create index adult_household on adult (household_id);

create table registry_feed (
    commune_id bigint primary key references admin_unit,
    position bigint not null,
    constraint registry_feed_moves_forward check (position >= 0)
);
comment on table registry_feed is
    'Last position given in a commune. Taken under its row lock until commit, so positions become visible in order and a phone that has read up to one never misses an earlier one';
