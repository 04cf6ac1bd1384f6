-- A window of the map at a million cases: the newest of each tile, never all that lie in it (api/published).
create index report_public_tile on report (report_cell(public_lat / 10, public_lon / 10), number desc)
    where published_at is not null;
