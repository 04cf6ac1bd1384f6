-- Looking after teams: follow-ups, calls for help, doubts a person reviews, audits nobody chooses, months that close (outreach/supervision).
-- squawk-ignore-file require-concurrent-index-creation
create table follow_up (
    visit_id uuid not null references visit,
    adult_id uuid not null references adult,
    outcome text not null,
    consent boolean not null default false,
    note text,
    settled_at timestamptz not null,
    settled_by uuid references person on delete set null,
    primary key (visit_id, adult_id),
    constraint follow_up_outcome_is_known check (outcome in ('done', 'not_needed', 'report', 'dossier')),
    constraint follow_up_goes_on_with_a_yes check (consent or outcome not in ('report', 'dossier')),
    constraint follow_up_note_is_short check (char_length(note) <= 200)
);
comment on table follow_up is 'What became of what somebody needed next (visit_adult.next_step); what is not here is still to be done';
create index follow_up_adult on follow_up (adult_id);
create index follow_up_settled_by on follow_up (settled_by);

create table help_call (
    id uuid primary key,
    team_id uuid not null references team,
    person_id uuid not null references person on delete cascade,
    household_id uuid references household,
    kind text not null,
    words text,
    asked_at timestamptz not null,
    answer text,
    answered_at timestamptz,
    answered_by uuid references person on delete set null,
    constraint help_call_kind_is_known check (kind in ('language', 'together', 'portal', 'phone', 'safety', 'other')),
    constraint help_call_words_are_short check (char_length(words) <= 200 and char_length(answer) <= 200),
    constraint help_call_answer_has_a_time check ((answer is null) = (answered_at is null))
);
comment on table help_call is 'A volunteer wants help: somebody who speaks the language, company, a repaired portal';
create index help_call_team on help_call (team_id, asked_at);
create index help_call_person on help_call (person_id);
create index help_call_household on help_call (household_id);
create index help_call_answered_by on help_call (answered_by);

create table quality_review (
    team_id uuid not null references team,
    person_id uuid not null references person on delete cascade,
    code text not null,
    subject text not null,
    verdict text not null,
    note text not null,
    reviewed_at timestamptz not null,
    reviewed_by uuid references person on delete set null,
    primary key (team_id, person_id, code, subject),
    constraint quality_review_verdict_is_known check (verdict in ('explained', 'talked', 'revisit')),
    constraint quality_review_note_is_short check (char_length(note) between 3 and 200)
);
comment on table quality_review is 'What a leader found when looking at a doubt. Doubts are worked out when read; none changes a visit';
create index quality_review_person on quality_review (person_id);
create index quality_review_reviewed_by on quality_review (reviewed_by);

create table audit_round (
    id uuid primary key,
    province_code text not null,
    size integer not null,
    seed bytea not null,
    seed_commit text not null,
    committed_at timestamptz not null,
    committed_by uuid references person on delete set null,
    frozen_at timestamptz,
    frame_digest text,
    frame_size integer,
    closed_at timestamptz,
    closed_by uuid references person on delete set null,
    constraint audit_round_size_is_possible check (size between 1 and 2000),
    constraint audit_round_seed_is_long check (octet_length(seed) = 32),
    constraint audit_round_frame_is_whole check ((frozen_at is null) = (frame_digest is null) and (frozen_at is null) = (frame_size is null)),
    constraint audit_round_closes_after_the_draw check (closed_at is null or frozen_at is not null)
);
comment on table audit_round is 'One audit: the digest of its seed is told before the frame is frozen, the seed when it is closed';
comment on column audit_round.seed is 'Told to nobody before closed_at';
create index audit_round_province on audit_round (province_code, committed_at);
create unique index audit_round_is_open_once on audit_round (province_code) where closed_at is null;
create index audit_round_committed_by on audit_round (committed_by);
create index audit_round_closed_by on audit_round (closed_by);

create table audit_frame (
    round_id uuid not null references audit_round,
    household_id uuid not null references household,
    primary key (round_id, household_id)
);
comment on table audit_frame is 'The households a round was drawn from';
create index audit_frame_household on audit_frame (household_id);

create table audit_draw (
    id uuid primary key,
    round_id uuid not null references audit_round,
    place integer not null,
    household_id uuid not null references household,
    adult_id uuid references adult,
    team_id uuid not null references team,
    before jsonb not null,
    constraint audit_draw_has_one_place unique (round_id, place),
    constraint audit_draw_is_of_one_house unique (round_id, household_id)
);
comment on table audit_draw is 'A household drawn, the adult to ask, and the other team that goes; never changed, never removed';
comment on column audit_draw.before is 'What was known of that adult when the frame was frozen: {knows, can}';
create index audit_draw_household on audit_draw (household_id);
create index audit_draw_adult on audit_draw (adult_id);
create index audit_draw_team on audit_draw (team_id);

create table audit_attempt (
    visit_id uuid primary key references visit,
    draw_id uuid not null references audit_draw
);
comment on table audit_attempt is 'Visits made for a draw';
create index audit_attempt_draw on audit_attempt (draw_id);

create view audit_standing as
select d.id, d.round_id, d.place, d.household_id, d.adult_id, d.team_id, tried.attempts, tried.days, tried.slots,
    case when tried.asked then 'met' when tried.refused then 'refused' when tried.moved then 'moved'
        when tried.away >= 3 and tried.days >= 2 and tried.slots >= 2 then 'non_contact' else 'open' end as state
from audit_draw d
cross join lateral (
    select count(*) as attempts, count(distinct v.visited_on) as days,
        count(distinct date_part('hour', v.visited_at at time zone 'Asia/Ho_Chi_Minh')::int / 6) as slots,
        count(*) filter (where v.result in ('nobody_home', 'met', 'revisit')) as away,
        coalesce(bool_or(v.result in ('refused', 'do_not_contact')), false) as refused,
        coalesce(bool_or(v.result = 'moved'), false) as moved,
        coalesce(bool_or(exists (
            select from visit_adult va where va.visit_id = v.id and va.adult_id = d.adult_id and va.met
        )), false) as asked
    from audit_attempt t join visit v on v.id = t.visit_id where t.draw_id = d.id
) tried;
comment on view audit_standing is 'How each draw stands: met is having met the adult drawn, not somebody else; away at three knocks on two days and times of day';

create function audit_stays() returns trigger language plpgsql as $$
begin
if tg_table_name = 'audit_round' and tg_op = 'UPDATE' then
    -- A round only moves on: frozen once, closed once; its seed and size are what they were.
    if (new.id, new.province_code, new.size, new.seed, new.seed_commit, new.committed_at)
            is not distinct from (old.id, old.province_code, old.size, old.seed, old.seed_commit, old.committed_at)
        and (old.frozen_at is null or (new.frozen_at, new.frame_digest, new.frame_size)
            is not distinct from (old.frozen_at, old.frame_digest, old.frame_size))
        and (old.closed_at is null or new.closed_at is not distinct from old.closed_at) then
        return new;
    end if;
end if;
raise exception 'what an audit has drawn stays as it is';
end
$$;
create trigger audit_round_stays before update or delete on audit_round for each row execute function audit_stays();
create trigger audit_frame_stays before update or delete on audit_frame for each row execute function audit_stays();
create trigger audit_draw_stays before update or delete on audit_draw for each row execute function audit_stays();
create trigger audit_attempt_stays before update or delete on audit_attempt for each row execute function audit_stays();

create table month_close (
    commune_id bigint not null references admin_unit,
    month date not null,
    closed_at timestamptz not null,
    closed_by uuid references person on delete set null,
    visits integer not null,
    households_tried integer not null,
    households_met integer not null,
    adults_met integer not null,
    nobody_home integer not null,
    refused integer not null,
    primary key (commune_id, month),
    constraint month_close_is_a_month check (extract(day from month) = 1)
);
comment on table month_close is 'The figures of a month as they were told; what comes later is in the late line, never in here';
create index month_close_closed_by on month_close (closed_by);
create function month_close_stays() returns trigger language plpgsql as $$
begin
    -- Only who closed it may be forgotten.
    if tg_op = 'UPDATE' and to_jsonb(new) - 'closed_by' = to_jsonb(old) - 'closed_by' then
        return new;
    end if;
    raise exception 'a closed month stays as it is';
end
$$;
create trigger month_close_stays before update or delete on month_close for each row execute function month_close_stays();

create index visit_noted on visit (commune_id, visited_on) where marks <> '{}';
create index visit_closed_door on visit (household_id, visited_at) where result = 'do_not_contact';

create or replace function planning_fold(event_ids uuid[]) returns void language plpgsql as $$
-- Nearly every upload ends at the first statement.
declare
    older boolean;
    barred boolean;
    audits boolean;
begin
select bool_or(v.visited_on < date_trunc('month', e.received_at at time zone 'Asia/Ho_Chi_Minh')),
    bool_or(e.body ? 'audit_draw_id'), bool_or(exists (
    select from visit b where b.result = 'do_not_contact' and b.household_id = v.household_id and b.visited_at < v.visited_at
))
into older, audits, barred
from visit v join visit_event e on e.event_id = v.event_id
where v.event_id = any(event_ids);
if barred then
    update visit v set marks = v.marks || '{do_not_contact_before}'
    where v.event_id = any(event_ids) and exists (
        select from visit b where b.result = 'do_not_contact' and b.household_id = v.household_id and b.visited_at < v.visited_at
    );
end if;
if older then
    -- Whoever closes a month waits for us, or we see that it is closed.
    perform pg_advisory_xact_lock_shared(hashtextextended('outreach:months', 0));
    update visit v set marks = v.marks || '{after_close}'
    from month_close m
    where v.event_id = any(event_ids) and m.commune_id = v.commune_id
        and m.month = date_trunc('month', v.visited_on)::date;
end if;
if audits then
    insert into audit_attempt (visit_id, draw_id)
    select v.id, d.id
    from visit v join visit_event e on e.event_id = v.event_id
    join audit_draw d on d.id = (e.body ->> 'audit_draw_id')::uuid and d.team_id = v.team_id and d.household_id = v.household_id
    where v.event_id = any(event_ids) and e.body ? 'audit_draw_id'
    on conflict do nothing;
end if;
end
$$;
