-- Open311 GeoReport v2 in both directions: what services ask, what was posted, and what is sent on (api/open311).

-- squawk-ignore ban-drop-constraint
alter table integration_key drop constraint integration_key_only_a_demo_key_may_be_unsigned;
alter table integration_key
    add constraint integration_key_is_signed_but_for_demo_and_open311 check (
        must_sign or demo or scopes = '{reports:write}'
    ) not valid;
comment on column integration_key.must_sign is 'False for the demo, and for keys of Open311, whose protocol knows no signature: those open nothing else';

create table open311_attribute (
    category_code text not null references category,
    code text not null,
    position smallint not null,
    datatype text not null,
    required boolean not null default false,
    description text not null,
    datatype_description text not null default '',
    choices jsonb not null default '[]',
    primary key (category_code, code),
    constraint open311_attribute_code_is_a_word check (code ~ '^[a-z0-9_]{1,60}$'),
    constraint open311_attribute_datatype_is_known check (
        datatype in ('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist')
    ),
    constraint open311_attribute_lists_have_choices check (
        (datatype in ('singlevaluelist', 'multivaluelist')) = (choices <> '[]')
    )
);
comment on table open311_attribute is 'What a service asks for beyond the description; a province adds rows';
insert into open311_attribute (category_code, code, position, datatype, required, description, datatype_description, choices) values
    ('thien-tai.ngap', 'do_sau', 1, 'singlevaluelist', false, 'Nước sâu đến đâu', '',
        '[{"key": "mat_ca", "name": "Mắt cá chân"}, {"key": "dau_goi", "name": "Đầu gối"}, {"key": "that_lung", "name": "Thắt lưng"}, {"key": "qua_dau", "name": "Quá đầu người"}]'),
    ('thien-tai.ngap', 'duong_qua_duoc', 2, 'multivaluelist', false, 'Còn đi qua được bằng', '',
        '[{"key": "di_bo", "name": "Đi bộ"}, {"key": "xe_may", "name": "Xe máy"}, {"key": "o_to", "name": "Ô tô"}, {"key": "thuyen", "name": "Thuyền"}]'),
    ('ha-tang.chieu-sang', 'so_bong', 1, 'number', false, 'Số bóng đèn hỏng', 'Số nguyên, ví dụ 3', '[]'),
    ('ha-tang.chieu-sang', 'so_cot', 2, 'string', false, 'Số ghi trên cột đèn', '', '[]'),
    ('ha-tang.cay-xanh', 'nguy_hiem', 1, 'multivaluelist', false, 'Cây đang', '',
        '[{"key": "chan_duong", "name": "Chắn đường"}, {"key": "cham_day", "name": "Chạm dây điện"}, {"key": "sap_do", "name": "Sắp đổ"}]');

create table open311_post (
    token uuid primary key,
    system text not null,
    content_hash text not null,
    report_id uuid not null,
    sent jsonb,
    refusal text,
    demo boolean not null,
    received_at timestamptz not null,
    taken_at timestamptz,
    constraint open311_post_is_kept_once unique (system, content_hash),
    constraint open311_post_is_erased_when_taken check ((sent is null) = (taken_at is not null)),
    constraint open311_post_refused_is_over check (refusal is null or taken_at is not null)
);
comment on table open311_post is 'What other systems posted; `sent` is erased as soon as the report is there';
comment on column open311_post.report_id is 'The id given to the report beforehand: however often the job runs, it is one report';
create index open311_post_taken on open311_post (taken_at) where taken_at is not null;

create table open311_system (
    code text primary key,
    name text not null,
    dialect text not null default 'open311',
    url text not null,
    jurisdiction_id text,
    sealed_key text not null,
    active boolean not null default true,
    every_seconds integer not null default 600,
    failures integer not null default 0,
    open_until timestamptz,
    last_ok_at timestamptz,
    last_error text,
    created_at timestamptz not null,
    constraint open311_system_code_is_a_word check (code ~ '^[a-z0-9][a-z0-9._-]{0,59}$'),
    constraint open311_system_dialect_is_known check (dialect in ('open311', 'signed')),
    constraint open311_system_is_asked_now_and_then check (every_seconds between 5 and 86400)
);
comment on table open311_system is 'Systems of agencies that get cases from us; how patient we are with each';
comment on column open311_system.dialect is 'open311: GeoReport v2; signed: our own JSON with signature, for systems that have none';
comment on column open311_system.sealed_key is 'Their api_key, or the secret we sign with; sealed (api/kit/sealing.py)';

create table open311_route (
    id bigint generated always as identity primary key,
    system text not null references open311_system on delete cascade,
    category_code text references category,
    agency_id uuid references agency,
    service_code text not null
);
comment on table open311_route is 'Which cases go to a system and under which of its codes; null means any, the more exact row wins';
create unique index open311_route_is_one_answer
    on open311_route (coalesce(category_code, ''), coalesce(agency_id, '00000000-0000-0000-0000-000000000000'));
create index open311_route_system on open311_route (system);
create index open311_route_category on open311_route (category_code) where category_code is not null;
create index open311_route_agency on open311_route (agency_id) where agency_id is not null;

create table open311_status (
    system text not null references open311_system on delete cascade,
    word text not null,
    meaning text not null,
    primary key (system, word),
    constraint open311_status_meaning_is_known check (meaning in ('seen', 'working', 'done', 'refused'))
);
comment on table open311_status is 'What a system''s words mean here; a word without a row changes nothing and is shown';

create table open311_forward (
    report_id uuid not null references report on delete cascade,
    system text not null references open311_system on delete cascade,
    service_code text not null,
    state text not null default 'waiting',
    reason text,
    attempts integer not null default 0,
    unsure boolean not null default false,
    next_at timestamptz,
    token text,
    their_id text,
    their_status text,
    meaning text,
    created_at timestamptz not null,
    sent_at timestamptz,
    acknowledged_at timestamptz,
    ended_at timestamptz,
    primary key (report_id, system),
    constraint open311_forward_state_is_known check (state in ('waiting', 'sent', 'acknowledged', 'failed')),
    constraint open311_forward_failed_has_a_reason check (state <> 'failed' or reason is not null),
    constraint open311_forward_acknowledged_has_their_id check (state <> 'acknowledged' or their_id is not null),
    constraint open311_forward_failed_or_ended_is_asked_no_more check (
        (next_at is null) = (state = 'failed' or ended_at is not null)
    )
);
comment on table open311_forward is 'The delivery of a case to a system: another machine than the case''s own states';
comment on column open311_forward.unsure is 'The answer to our last post was lost: their list is looked through before it is sent again';
create index open311_forward_system on open311_forward (system);
create index open311_forward_due on open311_forward (next_at) where next_at is not null;
