-- Warnings: hazards and risk levels of Decision 18/2021/QĐ-TTg, messages in chains, who was told (api/alerts).
create table alert_level (
    level smallint primary key,
    name text not null,
    meaning text not null,
    colour_name text not null,
    colour text not null,
    ink text not null,
    icon text not null,
    cap_severity text not null,
    tell_without_consent boolean not null,
    constraint alert_level_is_1_to_5 check (level between 1 and 5),
    constraint alert_level_colours_are_hex check (colour ~ '^#[0-9a-f]{6}$' and ink ~ '^#[0-9a-f]{6}$')
);
comment on table alert_level is 'Risk levels, Decision 18/2021 article 4; hex values are ours, the annex names colours only';
comment on column alert_level.tell_without_consent is 'Danger to life: told to everybody at home there, consent or not; recorded with each delivery';
insert into alert_level (level, name, meaning, colour_name, colour, ink, icon, cap_severity, tell_without_consent) values
    (1, 'Cấp 1', 'Rủi ro nhỏ', 'Xanh dương nhạt', '#a5d8ff', '#0b2545', 'level-1', 'Minor', false),
    (2, 'Cấp 2', 'Rủi ro trung bình', 'Vàng nhạt', '#ffec99', '#3d2f00', 'level-2', 'Moderate', false),
    (3, 'Cấp 3', 'Rủi ro lớn', 'Da cam', '#ffa94d', '#3b1700', 'level-3', 'Severe', true),
    (4, 'Cấp 4', 'Rủi ro rất lớn', 'Đỏ', '#c92a2a', '#ffffff', 'level-4', 'Severe', true),
    (5, 'Cấp 5', 'Thảm hoạ', 'Tím', '#6b21a8', '#ffffff', 'level-5', 'Extreme', true);

create table alert_hazard (
    code text primary key,
    group_no smallint not null,
    group_name text not null,
    name text not null,
    name_en text not null,
    cap_category text not null,
    icon text not null,
    position smallint not null unique,
    constraint alert_hazard_group_is_1_to_10 check (group_no between 1 and 10),
    constraint alert_hazard_code_reads_as_words check (code ~ '^[a-z]+(_[a-z]+)*$'),
    constraint alert_hazard_category_is_cap check (cap_category in ('Geo', 'Met', 'Fire'))
);
comment on table alert_hazard is 'Kinds of disaster in the ten groups of Decision 18/2021 article 3';
create index alert_hazard_group on alert_hazard (group_no);
insert into alert_hazard (position, code, group_no, group_name, name, name_en, cap_category, icon) values
    (10, 'storm', 1, 'Bão, áp thấp nhiệt đới', 'Bão', 'Typhoon', 'Met', 'storm'),
    (11, 'tropical_depression', 1, 'Bão, áp thấp nhiệt đới', 'Áp thấp nhiệt đới', 'Tropical depression', 'Met', 'storm'),
    (20, 'heavy_rain', 2, 'Mưa lớn, lũ, ngập lụt, lũ quét, sạt lở đất', 'Mưa lớn', 'Heavy rain', 'Met', 'rain'),
    (21, 'flood', 2, 'Mưa lớn, lũ, ngập lụt, lũ quét, sạt lở đất', 'Lũ', 'River flood', 'Met', 'flood'),
    (22, 'inundation', 2, 'Mưa lớn, lũ, ngập lụt, lũ quét, sạt lở đất', 'Ngập lụt', 'Inundation', 'Met', 'flood'),
    (23, 'flash_flood', 2, 'Mưa lớn, lũ, ngập lụt, lũ quét, sạt lở đất', 'Lũ quét', 'Flash flood', 'Met', 'flash-flood'),
    (24, 'landslide', 2, 'Mưa lớn, lũ, ngập lụt, lũ quét, sạt lở đất', 'Sạt lở đất do mưa lũ', 'Landslide', 'Geo', 'landslide'),
    (25, 'subsidence', 2, 'Mưa lớn, lũ, ngập lụt, lũ quét, sạt lở đất', 'Sụt lún đất do mưa lũ', 'Subsidence', 'Geo', 'landslide'),
    (30, 'heat', 3, 'Nắng nóng, hạn hán, xâm nhập mặn', 'Nắng nóng', 'Heat wave', 'Met', 'heat'),
    (31, 'drought', 3, 'Nắng nóng, hạn hán, xâm nhập mặn', 'Hạn hán', 'Drought', 'Met', 'drought'),
    (32, 'saltwater_intrusion', 3, 'Nắng nóng, hạn hán, xâm nhập mặn', 'Xâm nhập mặn', 'Saltwater intrusion', 'Met', 'salt'),
    (40, 'sea_wind', 4, 'Gió mạnh trên biển, sương mù', 'Gió mạnh trên biển', 'Strong wind at sea', 'Met', 'wind'),
    (41, 'fog', 4, 'Gió mạnh trên biển, sương mù', 'Sương mù', 'Fog', 'Met', 'fog'),
    (50, 'storm_surge', 5, 'Nước dâng', 'Nước dâng', 'Storm surge', 'Met', 'surge'),
    (60, 'whirlwind', 6, 'Lốc, sét, mưa đá, rét hại, sương muối', 'Lốc', 'Whirlwind', 'Met', 'whirlwind'),
    (61, 'lightning', 6, 'Lốc, sét, mưa đá, rét hại, sương muối', 'Sét', 'Lightning', 'Met', 'lightning'),
    (62, 'hail', 6, 'Lốc, sét, mưa đá, rét hại, sương muối', 'Mưa đá', 'Hail', 'Met', 'hail'),
    (63, 'damaging_cold', 6, 'Lốc, sét, mưa đá, rét hại, sương muối', 'Rét hại', 'Damaging cold', 'Met', 'cold'),
    (64, 'frost', 6, 'Lốc, sét, mưa đá, rét hại, sương muối', 'Sương muối', 'Frost', 'Met', 'cold'),
    (70, 'forest_fire', 7, 'Cháy rừng do tự nhiên', 'Cháy rừng do tự nhiên', 'Natural forest fire', 'Fire', 'fire'),
    (80, 'earthquake', 8, 'Động đất', 'Động đất', 'Earthquake', 'Geo', 'earthquake'),
    (90, 'offshore_earthquake', 9, 'Động đất ngoài khơi có thể gây sóng thần', 'Động đất ngoài khơi có thể gây sóng thần', 'Offshore earthquake', 'Geo', 'earthquake'),
    (100, 'tsunami', 10, 'Sóng thần', 'Sóng thần', 'Tsunami', 'Geo', 'tsunami');

create table alert (
    id uuid primary key,
    content_hash text not null,
    identifier text not null,
    sender text not null,
    sender_name text not null,
    province_code text not null,
    hazard text not null references alert_hazard,
    risk_level smallint not null references alert_level,
    urgency text not null,
    certainty text not null,
    status text not null,
    msg_type text not null,
    headline text not null,
    description text not null,
    instruction text not null,
    effective_at timestamptz not null,
    expires_at timestamptz not null,
    sent_at timestamptz not null,
    published_by uuid references person on delete set null,
    chain_id uuid not null references alert,
    replaces uuid references alert,
    demo boolean not null default false,
    constraint alert_identifier_is_unique unique (identifier),
    constraint alert_identifier_has_no_separators check (identifier !~ '[\s,<&]' and sender !~ '[\s,<&]'),
    constraint alert_is_replaced_once unique (replaces),
    constraint alert_urgency_is_known check (urgency in ('immediate', 'expected', 'future', 'past', 'unknown')),
    constraint alert_certainty_is_known check (certainty in ('observed', 'likely', 'possible', 'unlikely', 'unknown')),
    constraint alert_status_is_known check (status in ('actual', 'exercise', 'test')),
    constraint alert_type_is_known check (msg_type in ('alert', 'update', 'cancel')),
    constraint alert_that_follows_names_what_it_replaces check (
        (msg_type = 'alert') = (replaces is null) and (msg_type = 'alert') = (chain_id = id)
    ),
    constraint alert_ends_after_it_starts check (expires_at > effective_at)
);
comment on table alert is 'One CAP message, never changed: an update or cancellation is a new row that replaces one';
comment on column alert.chain_id is 'The first message of the chain';
create index alert_newest on alert (sent_at desc, id desc);
create index alert_in_force on alert (expires_at);
create index alert_chain on alert (chain_id, sent_at);
create index alert_hazard_of on alert (hazard);
create index alert_level_of on alert (risk_level);
create index alert_published_by on alert (published_by);

create table alert_area (
    alert_id uuid not null references alert on delete cascade,
    commune_id bigint not null references admin_unit,
    primary key (alert_id, commune_id)
);
create index alert_area_commune on alert_area (commune_id, alert_id);

create table alert_delivery (
    alert_id uuid not null references alert on delete cascade,
    person_id uuid not null references person on delete cascade,
    basis text not null,
    told_at timestamptz not null,
    primary key (alert_id, person_id),
    constraint alert_delivery_basis_is_known check (basis in ('consent', 'danger_to_life', 'follow_up'))
);
comment on table alert_delivery is 'Who was told and why we might: consent, danger to life, or word of what they were told before';
create index alert_delivery_person on alert_delivery (person_id);

create view alert_seen as
select
    a.id, a.identifier, a.sender, a.sender_name, a.province_code, a.hazard, h.name as hazard_name,
    h.group_no as hazard_group, h.group_name as hazard_group_name, h.cap_category, h.icon,
    a.risk_level, l.name as level_name, l.meaning as level_meaning, l.colour_name, l.colour, l.ink,
    l.icon as level_icon, l.cap_severity, a.urgency, a.certainty, a.status, a.msg_type, a.headline,
    a.description, a.instruction, a.effective_at, a.expires_at, a.sent_at, a.chain_id, a.replaces,
    n.id as replaced_by,
    case when n.msg_type = 'cancel' then n.sent_at end as cancelled_at,
    case when n.msg_type = 'cancel' then n.description end as cancel_reason,
    (
        select coalesce(json_agg(json_build_object(
            'code', u.code, 'name', u.full_name, 'lat', u.lat, 'lon', u.lon
        ) order by u.sort_key), '[]')
        from alert_area r
        join admin_unit u on u.id = r.commune_id
        where r.alert_id = a.id
    ) as communes
from alert a
join alert_hazard h on h.code = a.hazard
join alert_level l on l.level = a.risk_level
left join alert n on n.replaces = a.id;
comment on view alert_seen is 'An alert in words, with what became of it';
