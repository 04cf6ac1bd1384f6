-- A window of the map (api/published): the newest of each tile of 0.01 degrees, read from the index alone. A place
-- known to no better than two kilometres is no pin and lies in no window.
-- squawk-ignore require-concurrent-index-deletion
drop index report_public_tile;
create index report_public_window on report (report_cell(public_lat / 5, public_lon / 5), number desc)
    include (public_lat, public_lon)
    where published_at is not null and (accuracy_m is null or accuracy_m <= 2000);
