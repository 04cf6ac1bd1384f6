-- The flood map: live hazard reports as points and, counted as they come and go, in cells of four sizes (api/floods).
create table flood_subject (
    category_code text primary key references category,
    sign text not null,
    shows_unverified boolean not null default false,
    constraint flood_subject_sign_is_known check (sign in ('flood', 'slide', 'fire', 'power', 'tree', 'other'))
);
comment on table flood_subject is 'Subjects of reports that belong on the flood map, with their sign; the most exact code wins';
comment on column flood_subject.shows_unverified is 'Before anybody checked it: as a count in a cell, a rounded place and time, no text, no id';
insert into flood_subject (category_code, sign, shows_unverified) values
    ('thien-tai', 'other', true),
    ('thien-tai.ngap', 'flood', true),
    ('thien-tai.sat-lo', 'slide', true),
    ('chay-no', 'fire', true),
    ('chay-no.rung', 'fire', true),
    ('ha-tang.dien', 'power', false),
    ('ha-tang.cay-xanh', 'tree', false);

create function flood_cell_of(level integer, lat double precision, lon double precision) returns bigint
language sql immutable parallel safe
return floor((lat + 90) * 12.5 * 4 ^ (level - 1))::bigint * 1000000 + floor((lon + 180) * 12.5 * 4 ^ (level - 1))::bigint;
comment on function flood_cell_of is 'The square a point lies in: 0.08 degrees at level 1, a quarter of that at each next; api.floods.rules counts the same way';

create table flood_point (
    report_id uuid primary key references report on delete cascade,
    sign text not null,
    verified boolean not null,
    at timestamptz not null,
    lat double precision not null,
    lon double precision not null,
    cell_1 bigint not null generated always as (flood_cell_of(1, lat, lon)) stored,
    cell_2 bigint not null generated always as (flood_cell_of(2, lat, lon)) stored,
    cell_3 bigint not null generated always as (flood_cell_of(3, lat, lon)) stored,
    cell_4 bigint not null generated always as (flood_cell_of(4, lat, lon)) stored
);
comment on table flood_point is 'What is live on the map: place and time as the public may see them, never more exact';
create index flood_point_in_cell_1 on flood_point (cell_1, sign, at desc);
create index flood_point_in_cell_2 on flood_point (cell_2, sign, at desc);
create index flood_point_in_cell_3 on flood_point (cell_3, sign, at desc);
create index flood_point_in_cell_4 on flood_point (cell_4, sign, at desc);
create index flood_point_oldest on flood_point (at);

create table flood_cell (
    level smallint not null,
    cell bigint not null,
    sign text not null,
    verified integer not null,
    unverified integer not null,
    lat_sum bigint not null,
    lon_sum bigint not null,
    newest_at timestamptz not null,
    primary key (level, cell, sign),
    constraint flood_cell_counts_what_is_there check (verified >= 0 and unverified >= 0)
) with (fillfactor = 70);
comment on table flood_cell is 'Sums over flood_point, kept by its triggers: no viewport counts points; places in millionths of a degree';

create function flood_points_are_counted() returns trigger language plpgsql as $$
begin
    -- One order for all, so that two jobs never wait for each other crosswise.
    if tg_op = 'INSERT' then
        insert into flood_cell as f (level, cell, sign, verified, unverified, lat_sum, lon_sum, newest_at)
        select c.level, c.cell, p.sign, count(*) filter (where p.verified), count(*) filter (where not p.verified),
            sum(round(p.lat * 1e6)::bigint), sum(round(p.lon * 1e6)::bigint), max(p.at)
        from came p
        cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
        group by c.level, c.cell, p.sign
        order by c.level, c.cell, p.sign
        on conflict (level, cell, sign) do update set
            verified = f.verified + excluded.verified, unverified = f.unverified + excluded.unverified,
            lat_sum = f.lat_sum + excluded.lat_sum, lon_sum = f.lon_sum + excluded.lon_sum,
            newest_at = greatest(f.newest_at, excluded.newest_at);
        return null;
    end if;
    perform from flood_cell f
    join (
        select distinct c.level, c.cell, p.sign from gone p
        cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
    ) g using (level, cell, sign)
    order by f.level, f.cell, f.sign
    for no key update of f;
    with less as (
        select c.level, c.cell, p.sign, count(*) filter (where p.verified) as verified,
            count(*) filter (where not p.verified) as unverified,
            sum(round(p.lat * 1e6)::bigint) as lat_sum, sum(round(p.lon * 1e6)::bigint) as lon_sum, max(p.at) as newest_at
        from gone p
        cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
        group by c.level, c.cell, p.sign
    )
    update flood_cell f set
        verified = f.verified - less.verified, unverified = f.unverified - less.unverified,
        lat_sum = f.lat_sum - less.lat_sum, lon_sum = f.lon_sum - less.lon_sum,
        newest_at = case when less.newest_at < f.newest_at then f.newest_at else coalesce(case f.level
            when 1 then (select max(p.at) from flood_point p where p.cell_1 = f.cell and p.sign = f.sign)
            when 2 then (select max(p.at) from flood_point p where p.cell_2 = f.cell and p.sign = f.sign)
            when 3 then (select max(p.at) from flood_point p where p.cell_3 = f.cell and p.sign = f.sign)
            else (select max(p.at) from flood_point p where p.cell_4 = f.cell and p.sign = f.sign)
        end, f.newest_at) end
    from less
    where f.level = less.level and f.cell = less.cell and f.sign = less.sign;
    delete from flood_cell f using gone p
    cross join lateral (values (1, p.cell_1), (2, p.cell_2), (3, p.cell_3), (4, p.cell_4)) c (level, cell)
    where f.level = c.level and f.cell = c.cell and f.sign = p.sign and f.verified = 0 and f.unverified = 0;
    return null;
end
$$;
create trigger flood_point_comes after insert on flood_point
    referencing new table as came for each statement execute function flood_points_are_counted();
create trigger flood_point_goes after delete on flood_point
    referencing old table as gone for each statement execute function flood_points_are_counted();

create function flood_point_is_never_moved() returns trigger language plpgsql as $$
begin
    raise exception 'a flood_point is deleted and made anew, so that its cells are counted';
end
$$;
create trigger flood_point_stays before update on flood_point
    for each statement execute function flood_point_is_never_moved();
