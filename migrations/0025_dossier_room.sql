-- A dossier is changed some six times in its life. With room beside it a change stays on its page and no index
-- is written to; without, every change is written to all six of them (api/dossiers).

-- Half: one call may change every dossier of a page. Rows there already move as they are changed.
alter table dossier set (fillfactor = 50);

-- Of the open dossiers, by a column that does not change when a clock is paused and goes on: an index that
-- watches a changed column is written to, and all others with it.
alter table dossier
    add constraint dossier_running_clock_has_not_stopped check (clock = 'stopped' or stopped_at is null) not valid;
create index dossier_not_stopped on dossier (id) where stopped_at is null;
-- squawk-ignore require-concurrent-index-deletion
drop index dossier_open;
