-- The inbox: what we told a person, once each (api/messages).
create table message (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    kind text not null,
    title text not null,
    body text not null,
    link text,
    dedupe_key text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    constraint message_kind_is_known check (kind in ('dossier', 'report', 'alert', 'visit', 'system')),
    constraint message_has_a_title check (char_length(title) between 1 and 200),
    constraint message_body_is_short check (char_length(body) <= 2000),
    constraint message_link_is_a_place_in_the_app check (link ~ '^#/'),
    constraint message_is_told_once unique (person_id, dedupe_key)
);
comment on table message is 'One thing told to one person; other channels carry it further, the inbox keeps it';
comment on column message.dedupe_key is 'What this tells about, e.g. dossier:<id>:<state>: telling it again changes nothing';
create index message_newest on message (person_id, created_at desc, id desc);
create index message_unread on message (person_id) where read_at is null;
