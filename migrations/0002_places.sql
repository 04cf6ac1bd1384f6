-- Administrative units with the days they were in force, and what became of each (api/places).
create table admin_unit (
    id bigint generated always as identity primary key,
    code text not null,
    type text not null,
    name text not null,
    full_name text not null,
    part_of text not null default '',
    folded text not null,
    sort_key bytea not null,
    parent_id bigint references admin_unit,
    province_code text not null,
    valid_from date not null,
    valid_to date,
    lat double precision,
    lon double precision,
    area_km2 double precision,
    basis text not null,
    constraint admin_unit_type_is_known check (
        type in ('province', 'municipality', 'district', 'commune', 'ward', 'township', 'special_zone')
    ),
    constraint admin_unit_code_is_digits check (code ~ '^([0-9]{2,3}|[0-9]{5})$'),
    constraint admin_unit_ends_after_it_starts check (valid_to is null or valid_to >= valid_from),
    constraint admin_unit_has_both_coordinates_or_none check ((lat is null) = (lon is null)),
    constraint admin_unit_code_starts_once_on_a_day unique (code, valid_from),
    constraint admin_unit_code_means_one_thing_on_a_day
        exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table admin_unit is 'A province, former district or commune for the days it had this name, type and place in the tree';
comment on column admin_unit.valid_to is 'The last day in force; null while in force';
comment on column admin_unit.parent_id is 'The unit above on the last day in force (today for units in force)';
comment on column admin_unit.part_of is 'Names of the units above, for people: "Huyện Phú Vang, Thành phố Huế"';
comment on column admin_unit.province_code is 'Stays when the province changes its type; roll up by it';
comment on column admin_unit.folded is 'full_name through api.kit.text.fold, for search';
create index admin_unit_parent on admin_unit (parent_id);
create index admin_unit_of_province on admin_unit (province_code, sort_key) where valid_to is null;
create index admin_unit_centroid on admin_unit using gist (point(lon, lat)) where valid_to is null and lat is not null;

create table admin_change (
    id bigint generated always as identity primary key,
    old_id bigint not null references admin_unit,
    new_id bigint not null references admin_unit,
    kind text not null,
    share text not null,
    default_target boolean not null,
    effective_on date not null,
    basis text not null,
    constraint admin_change_pairs_units_once unique (old_id, new_id),
    constraint admin_change_kind_is_known check (
        kind in ('merge', 'split', 'rename', 'retype', 'recode', 'keep')
    ),
    constraint admin_change_share_is_known check (share in ('whole', 'part')),
    constraint admin_change_whole_has_one_target check (share = 'part' or default_target),
    constraint admin_change_is_between_two_units check (old_id <> new_id)
);
comment on table admin_change is 'What became of a unit; facts roll up from old to new through it';
comment on column admin_change.kind is 'keep: only the level above changed, name and code stay';
comment on column admin_change.default_target is 'Where facts of a divided unit go when nobody can say which part';
create index admin_change_of_new on admin_change (new_id);
create unique index admin_change_has_one_default on admin_change (old_id) where default_target;

create table admin_boundary (
    unit_id bigint primary key references admin_unit on delete cascade,
    shape bytea not null,
    bounds box not null,
    source text not null,
    imported_at timestamptz not null default now()
);
comment on table admin_boundary is 'A province''s own boundary layer; shape is WKB (EPSG:4326), bounds its box in lon, lat';
create index admin_boundary_bounds on admin_boundary using gist (bounds);
