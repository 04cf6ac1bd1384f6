-- Campaigns: what an officer tells the citizens of some communes who asked for it; and what of old messages goes (api/messages).
create table message_campaign (
    id uuid primary key,
    name text not null,
    invitation text not null,
    link text,
    dedupe_key text not null,
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    told integer not null default 0,
    told_to uuid,
    finished_at timestamptz,
    stopped_at timestamptz,
    stopped_by uuid references person on delete set null,
    constraint message_campaign_name_is_short check (char_length(name) between 1 and 100),
    constraint message_campaign_invitation_is_short check (char_length(invitation) between 1 and 1000),
    constraint message_campaign_link_is_a_place_in_the_app check (link ~ '^#/'),
    constraint message_campaign_has_its_own_key unique (dedupe_key),
    constraint message_campaign_told_is_not_negative check (told >= 0)
);
comment on table message_campaign is 'An invitation to citizens of chosen communes who said yes to invitations, each told once';
comment on column message_campaign.dedupe_key is 'campaign:<id>: what its messages are told under';
comment on column message_campaign.told_to is 'The last person told, by id: where the next job goes on';
comment on column message_campaign.stopped_at is 'Nobody more is told, and what still waits to leave the app stays here';
create index message_campaign_newest on message_campaign (created_at desc, id desc);
create index message_campaign_created_by on message_campaign (created_by);
create index message_campaign_stopped_by on message_campaign (stopped_by);

create table message_campaign_commune (
    campaign_id uuid not null references message_campaign on delete cascade,
    commune_id bigint not null references admin_unit,
    primary key (campaign_id, commune_id)
);
comment on table message_campaign_commune is 'Where the people of a campaign live';
create index message_campaign_commune_commune on message_campaign_commune (commune_id);

-- Old messages lose their words and keep their key: nobody is told the same again, nobody reads it any more.
alter table message add column erased_at timestamptz;
comment on column message.erased_at is 'When its words were erased; the row stays for its dedupe_key alone';
create index message_old on message (created_at) where erased_at is null;
create index delivery_finished on delivery (created_at) where state in ('sent', 'delivered', 'unreachable', 'unwanted', 'dead');
comment on column delivery.resent_by is 'Who sent a dead letter again, or gave it up';
