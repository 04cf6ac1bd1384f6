-- Rivers, rain and reservoirs: stations, what they measured and what is believed of it, orders, cameras (api/gauges).
create table gauge_station (
    code text primary key,
    name text not null,
    kind text not null,
    river text,
    place text not null,
    province_code text not null,
    lat double precision,
    lon double precision,
    zone smallint,
    alarm_1 double precision,
    alarm_2 double precision,
    alarm_3 double precision,
    lowest double precision not null,
    highest double precision not null,
    fastest double precision not null,
    still_hours smallint not null,
    system text,
    commune_codes text[] not null default '{}',
    assumed text[] not null default '{}',
    source text not null,
    position smallint not null,
    demo boolean not null default false,
    retired_on date,
    constraint gauge_station_kind_is_known check (kind in ('river', 'rain', 'reservoir')),
    constraint gauge_station_code_reads_as_words check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint gauge_station_zone_is_1_to_4 check (zone between 1 and 4),
    constraint gauge_station_alarms_rise check (alarm_1 < alarm_2 and alarm_2 < alarm_3),
    constraint gauge_station_has_all_alarms_or_none check (
        num_nulls(alarm_1, alarm_2, alarm_3) in (0, 3)
    ),
    constraint gauge_station_has_room_for_a_level check (lowest < highest and fastest > 0 and still_hours > 0),
    constraint gauge_station_place_is_whole check (
        (lat is null) = (lon is null) and lat between -90 and 90 and lon between -180 and 180
    ),
    constraint gauge_station_assumes_what_it_has check (assumed <@ array['place', 'zone', 'alarm_1', 'communes', 'limits'])
);
comment on table gauge_station is 'Where rivers, rain and reservoirs are measured; a province changes them as rows';
comment on column gauge_station.zone is 'Zone 1 to 4 of Decision 18/2021 article 45; null: not known, then the risk is told as a range';
comment on column gauge_station.assumed is 'Which of these values no source gives: told beside them wherever they are shown';
comment on column gauge_station.commune_codes is 'For whom a draft of a warning is begun when the river rises here';
comment on column gauge_station.lowest is 'A level (m) outside lowest to highest, or faster than fastest (m an hour), is not believed';
comment on column gauge_station.system is 'The only outside system that may speak for it; null: any with the scope gauges:write';

create table gauge_reading (
    id bigint generated always as identity primary key,
    station_code text not null references gauge_station,
    quantity text not null,
    at timestamptz not null,
    value double precision not null,
    sent_value double precision not null,
    sent_unit text not null,
    flags text[] not null default '{}',
    verdict text,
    judged_by uuid references person on delete set null,
    judged_at timestamptz,
    judged_note text,
    good boolean generated always as (coalesce(verdict = 'believed', cardinality(flags) = 0)) stored,
    system text not null,
    received_at timestamptz not null,
    constraint gauge_reading_is_taken_once unique (station_code, quantity, at, sent_value, sent_unit),
    constraint gauge_reading_quantity_is_known check (
        quantity in ('level', 'rain_1h', 'rain_24h', 'inflow', 'outflow')
    ),
    constraint gauge_reading_flags_are_known check (
        flags <@ array['negative', 'out_of_range', 'other_unit', 'jump', 'stuck', 'late', 'future', 'contradicts']
    ),
    constraint gauge_reading_verdict_is_known check (verdict in ('believed', 'doubted')),
    constraint gauge_reading_judged_is_dated check ((verdict is null) = (judged_at is null))
);
comment on table gauge_reading is 'Everything that was sent, never changed; only good rows are ever shown as what was measured';
comment on column gauge_reading.value is 'In the quantity''s own unit: m, mm, m³/s';
comment on column gauge_reading.verdict is 'What an officer decided; it goes before the flags';
create unique index gauge_reading_one_truth on gauge_reading (station_code, quantity, at desc) where good;
create index gauge_reading_newest on gauge_reading (station_code, quantity, at desc);
create index gauge_reading_to_judge on gauge_reading (received_at desc, id desc) where not good and verdict is null;
create index gauge_reading_judged_by on gauge_reading (judged_by) where judged_by is not null;

create table gauge_crossing (
    id uuid primary key,
    station_code text not null references gauge_station,
    reading_id bigint not null references gauge_reading,
    at timestamptz not null,
    value double precision not null,
    stage_before smallint not null,
    stage smallint not null,
    reference_level double precision not null,
    zone smallint,
    risk_low smallint,
    risk_high smallint,
    risk_open boolean not null,
    recorded_at timestamptz not null,
    constraint gauge_crossing_stage_is_0_to_3 check (stage between 0 and 3 and stage_before between 0 and 3),
    constraint gauge_crossing_changes_the_stage check (stage <> stage_before),
    constraint gauge_crossing_risk_is_a_range check (
        (risk_low is null) = (risk_high is null) and risk_low between 1 and risk_high and risk_high <= 5
    )
);
comment on table gauge_crossing is 'When a river passed an alarm level, up or down; alarm (stage) and risk level are two things, both kept';
comment on column gauge_crossing.risk_open is 'The text of article 45 we hold ends here: the level may be higher';
create index gauge_crossing_of_station on gauge_crossing (station_code, at desc);
create index gauge_crossing_reading on gauge_crossing (reading_id);
create index gauge_crossing_newest on gauge_crossing (at desc, id);

create table reservoir_order (
    id uuid primary key,
    station_code text not null references gauge_station,
    from_m3s integer not null,
    to_m3s integer not null,
    starts_at timestamptz not null,
    issuer text not null,
    document text not null,
    note text not null,
    recorded_by uuid references person on delete set null,
    recorded_at timestamptz not null,
    demo boolean not null default false,
    constraint reservoir_order_rises check (from_m3s between 0 and to_m3s and to_m3s <= 50000),
    constraint reservoir_order_names_its_issuer check (issuer <> '')
);
comment on table reservoir_order is 'Orders to discharge so much from an hour on; a later one takes the place of an earlier one';
create index reservoir_order_of_station on reservoir_order (station_code, starts_at desc, recorded_at desc);
create index reservoir_order_recorded_by on reservoir_order (recorded_by);

create table gauge_camera (
    code text primary key,
    name text not null,
    place text not null,
    url text not null,
    owner text not null,
    province_code text not null,
    lat double precision,
    lon double precision,
    station_code text references gauge_station,
    position smallint not null,
    demo boolean not null default false,
    constraint gauge_camera_link_is_https check (url ~ '^https://[^\s]+$')
);
comment on table gauge_camera is 'Links to cameras of others, opened in the browser; we fetch and keep no picture';
create index gauge_camera_station on gauge_camera (station_code);

create view gauge_level_now as
select
    s.code, s.name, s.kind, s.river, s.province_code, s.lat, s.lon, s.alarm_1, s.alarm_2, s.alarm_3, s.demo,
    n.value as level, n.at as level_at,
    case when s.alarm_1 is not null then
        (n.value >= s.alarm_1)::int + (n.value >= s.alarm_2)::int + (n.value >= s.alarm_3)::int
    end as stage,
    r.value as rain_24h, r.at as rain_at
from gauge_station s
left join lateral (
    select value, at from gauge_reading
    where station_code = s.code and quantity = 'level' and good order by at desc limit 1
) n on true
left join lateral (
    select value, at from gauge_reading
    where station_code = s.code and quantity = 'rain_24h' and good order by at desc limit 1
) r on true
where s.retired_on is null;
comment on view gauge_level_now is 'Stations with their last good level and rain, for the flood map; stage is the river alarm, never a risk level';
