-- Following for somebody else with their consent, ratings, questions with a clock, moved dates told once
-- (api/dossiers).

create table dossier_share (
    id uuid primary key,
    dossier_id uuid not null references dossier on delete cascade,
    person_id uuid not null references person on delete cascade,
    relation text,
    purpose text,
    how text not null,
    text_version text not null,
    given_on date,
    asked_at timestamptz not null,
    granted_at timestamptz,
    ended_at timestamptz,
    ended_by text,
    owner_phone text,
    code_tries integer not null default 0,
    constraint dossier_share_relation_is_known check (relation in ('parent', 'relative', 'neighbour', 'helped')),
    constraint dossier_share_purpose_is_known check (purpose in ('see_progress', 'add_papers', 'collect_result')),
    constraint dossier_share_how_is_known check (how in ('asked', 'code', 'spoken', 'written', 'by_code')),
    constraint dossier_share_given_in_person_has_its_day check ((how in ('spoken', 'written')) = (given_on is not null)),
    constraint dossier_share_ended_says_by_whom check ((ended_at is null) = (ended_by is null)),
    constraint dossier_share_ended_by_is_known check (ended_by in ('owner', 'follower', 'time')),
    constraint dossier_share_granted_after_asked check (granted_at >= asked_at),
    constraint dossier_share_says_for_whom_and_what check (
        (how = 'by_code') = (relation is null) and (relation is null) = (purpose is null)
    ),
    constraint dossier_share_keeps_no_phone_once_ended check (owner_phone is null or ended_at is null),
    constraint dossier_share_tries_are_few check (code_tries between 0 and 5)
);
comment on table dossier_share is 'The applicant''s consent that somebody else follows their dossier: one row a consent, from the request to its end; a new yes is a new row';
comment on column dossier_share.person_id is 'Who follows. The applicant is not here: they are known by the hash of their number only';
comment on column dossier_share.how is 'asked: in the app; code: sent to the applicant''s phone; spoken, written: given in person, recorded by who follows; by_code: followed as their own, ended by the applicant';
comment on column dossier_share.text_version is 'The sentence that was agreed to (api/dossiers/rules/sharing.py)';
comment on column dossier_share.owner_phone is 'Typed by who asks, for one SMS; gone as soon as that has left';
create unique index dossier_share_lives_once on dossier_share (dossier_id, person_id) where ended_at is null;
create index dossier_share_of_dossier on dossier_share (dossier_id, person_id, asked_at);
create index dossier_share_of_person on dossier_share (person_id, asked_at);
create index dossier_share_with_phone on dossier_share (asked_at) where owner_phone is not null;

create table dossier_rating (
    dossier_id uuid not null references dossier on delete cascade,
    person_id uuid not null references person on delete cascade,
    stars smallint not null,
    reasons text[] not null,
    words text,
    rated_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (dossier_id, person_id),
    constraint dossier_rating_has_one_to_five_stars check (stars between 1 and 5),
    constraint dossier_rating_words_are_few check (char_length(words) between 1 and 1000),
    constraint dossier_rating_changed_after_rated check (changed_at >= rated_at)
);
comment on table dossier_rating is 'What a follower says of a finished dossier; staff see sums only, none of fewer than five';
create index dossier_rating_person on dossier_rating (person_id);
create index dossier_rating_rated on dossier_rating (rated_at);

create table dossier_question (
    id uuid primary key,
    dossier_id uuid not null references dossier on delete cascade,
    person_id uuid not null references person on delete cascade,
    kind text not null,
    body text not null,
    may_call boolean not null,
    asked_at timestamptz not null,
    answer_by timestamptz not null,
    answer text,
    agreed boolean,
    answered_at timestamptz,
    answered_by uuid references person on delete set null,
    overdue_told_at timestamptz,
    constraint dossier_question_kind_is_known check (kind in ('question', 'contact', 'reopen')),
    constraint dossier_question_body_is_short check (char_length(body) between 1 and 1000),
    constraint dossier_question_answer_is_short check (char_length(answer) between 1 and 2000),
    constraint dossier_question_answered_has_an_answer check ((answer is null) = (answered_at is null)),
    constraint dossier_question_reopening_is_decided check (
        (agreed is not null) = (kind = 'reopen' and answered_at is not null)
    ),
    constraint dossier_question_due_after_asked check (answer_by >= asked_at)
);
comment on table dossier_question is 'A citizen''s question, wish to be called, or request to look at a dossier again; only they and the agency''s handlers read it';
comment on column dossier_question.answer_by is 'Eight working hours of the agency''s calendar after asked_at';
comment on column dossier_question.may_call is 'The asker lets the handlers see their number until it is answered';
create unique index dossier_question_one_open on dossier_question (dossier_id, person_id) where answered_at is null;
create index dossier_question_of_dossier on dossier_question (dossier_id, asked_at);
create index dossier_question_of_person on dossier_question (person_id, asked_at);
create index dossier_question_open on dossier_question (answer_by, id) where answered_at is null;
create index dossier_question_answered_by on dossier_question (answered_by);

-- Followers hear once of each date a changed calendar moved; what moved before today is no news.
alter table dossier_due_change add column told_at timestamptz;
update dossier_due_change set told_at = now();
create index dossier_due_change_untold on dossier_due_change (dossier_id, recount_id) where told_at is null;
