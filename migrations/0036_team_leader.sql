-- A sixth role: who leads a team, walks with it and takes its volunteers in and out (decision 0063). The same rules with
-- one word more; rows of before passed the narrower ones, so nothing needs validating.
-- squawk-ignore ban-drop-constraint
alter table role_grant drop constraint role_grant_role_is_known;
alter table role_grant add constraint role_grant_role_is_known check (
    role in ('volunteer', 'team_leader', 'handler', 'officer', 'admin')
) not valid;
-- squawk-ignore ban-drop-constraint
alter table role_grant drop constraint role_grant_scope_fits_role;
alter table role_grant add constraint role_grant_scope_fits_role check (
    (role in ('volunteer', 'team_leader')) = (team_id is not null)
    and (role = 'handler') = (agency_id is not null)
    and (role = 'officer') = (province_code is not null)
) not valid;

create or replace view team_member as
select team_id, person_id,
    valid_from::timestamp at time zone 'Asia/Ho_Chi_Minh' as since,
    least((valid_to + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', revoked_at) as until
from role_grant
where role in ('volunteer', 'team_leader');
comment on view team_member is
    'Who walks for a team, and when: the dated grants of its volunteers and leaders. What somebody logs counts by the membership at that moment';

create table member_miss (
    id bigint generated always as identity primary key,
    leader_id uuid not null references person on delete cascade,
    missed_at timestamptz not null
);
comment on table member_miss is 'Numbers nobody has signed in with that a leader tried to take in, counted for a day; the number is not kept';
create index member_miss_leader on member_miss (leader_id, missed_at);
create index member_miss_missed on member_miss (missed_at);
