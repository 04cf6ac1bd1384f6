-- Teams formed and dissolved by officers, trained, with a badge, invited by phone; removal at once (outreach/teams, api/grants).
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid, require-concurrent-index-creation
alter table team
add column formed_by uuid references person on delete set null,
add column dissolved_by uuid references person on delete set null,
add column dissolved_why text;
create index team_formed_by on team (formed_by);
create index team_dissolved_by on team (dissolved_by);

create table team_course (
    code text primary key,
    name text not null,
    required boolean not null,
    valid_months integer,
    basis text not null,
    constraint team_course_lasts_some_months check (valid_months > 0)
);
comment on table team_course is 'What members are trained in; `required` ones make up the national figure of 100 % trained';
insert into team_course (code, name, required, valid_months, basis) values
('to-cnscd', 'Tập huấn thành viên Tổ công nghệ số cộng đồng', true, 12,
    'Công văn 793/BTTTT-THH; mục tiêu 100% thành viên tổ được tập huấn của đề án truyền thông dịch vụ công trực tuyến'),
('dich-vu-cong', 'Hướng dẫn dịch vụ công trực tuyến và VNeID', false, 12, 'Công văn 3240/BTTTT-CĐSQG'),
('du-lieu-ca-nhan', 'Bảo vệ dữ liệu cá nhân của hộ dân', false, 24, 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP');

create table team_training (
    id uuid primary key,
    person_id uuid not null references person,
    team_id uuid not null references team,
    course_code text not null references team_course,
    held_on date not null,
    expires_on date,
    evidence text not null,
    evidence_ref text not null,
    recorded_by uuid references person on delete set null,
    recorded_at timestamptz not null,
    voided_by uuid references person on delete set null,
    voided_at timestamptz,
    void_reason text,
    constraint team_training_evidence_is_known check (evidence in ('certificate', 'attendance_list', 'online_result')),
    constraint team_training_expires_after_it_was_held check (expires_on is null or expires_on > held_on),
    constraint team_training_voided_with_a_reason check ((voided_at is null) = (void_reason is null))
);
comment on table team_training is 'Who was trained in what, when, shown by what, until when; a wrong line is voided with a reason, never deleted';
create unique index team_training_is_recorded_once on team_training (person_id, course_code, held_on) where voided_at is null;
create index team_training_team on team_training (team_id);
create index team_training_course on team_training (course_code);
create index team_training_recorded_by on team_training (recorded_by);
create index team_training_voided_by on team_training (voided_by);

create function team_trained(person uuid, day date) returns boolean language sql stable as $$
select not exists (
    select from team_course c where c.required and not exists (
        select from team_training t
        where t.person_id = person and t.course_code = c.code and t.voided_at is null
            and t.held_on <= day and (t.expires_on is null or t.expires_on >= day)
    )
)
$$;
comment on function team_trained is 'Whether every required training of somebody holds on a day';

create table team_badge (
    id bytea primary key,
    team_id uuid not null references team,
    person_id uuid not null references person,
    issued_at timestamptz not null,
    revoked_at timestamptz,
    constraint team_badge_id_is_nine_bytes check (octet_length(id) = 9)
);
comment on table team_badge is 'Random handle of somebody''s badge; each day''s code is signed over it. After removal it stays, to say that they are no member';
create unique index team_badge_is_one_a_member on team_badge (team_id, person_id) where revoked_at is null;
create index team_badge_person on team_badge (person_id);

create function team_badge_follows_the_phone() returns trigger language plpgsql as $$
begin
update team_badge set revoked_at = new.state_at where person_id = new.person_id and revoked_at is null;
return null;
end
$$;
comment on function team_badge_follows_the_phone is 'The codes of coming days lie on a phone: with a lost phone they are worth nothing';
create trigger visit_install_ends_the_badge after update of state on visit_install
for each row when (new.state = 'revoked' and old.state <> 'revoked') execute function team_badge_follows_the_phone();

create table team_invitation (
    id uuid primary key,
    team_id uuid not null references team,
    role text not null,
    phone_hash text not null,
    phone_end text not null,
    phone_sealed text,
    invited_by uuid references person on delete set null,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    answer text,
    constraint team_invitation_role_is_of_a_team check (role in ('volunteer', 'team_leader')),
    constraint team_invitation_answer_is_known check (answer in ('accepted', 'declined', 'withdrawn', 'expired')),
    constraint team_invitation_answered_with_an_answer check ((answered_at is null) = (answer is null))
);
comment on table team_invitation is 'Somebody invited to walk with a team; whoever proves the number answers. The number itself is kept until the SMS has left';
create unique index team_invitation_is_one_at_a_time on team_invitation (team_id, phone_hash) where answered_at is null;
create index team_invitation_phone on team_invitation (phone_hash) where answered_at is null;
create index team_invitation_invited_by on team_invitation (invited_by, invited_at);

create function grant_dismiss(team uuid, who uuid, by_person uuid, why text, at timestamptz) returns uuid[] language plpgsql as $$
declare
    gone uuid[];
begin
with ended as (
    update role_grant g set revoked_at = at, revoked_by = by_person, reason = why
    where g.team_id = team and (who is null or g.person_id = who) and g.revoked_at is null
        and coalesce(g.valid_to, 'infinity') >= (at at time zone 'Asia/Ho_Chi_Minh')::date
    returning g.person_id
)
select coalesce(array_agg(distinct person_id), '{}') from ended into gone;
perform visit_install_revoke(p, team, by_person, why, at) from unnest(gone) p;
return gone;
end
$$;
comment on function grant_dismiss is 'Ends at once what makes somebody, or everybody (`who` null), of a team; the phones of who walks for no other team forget at the next contact. Answers whom';
