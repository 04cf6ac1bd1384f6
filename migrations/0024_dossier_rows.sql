-- A dossier's row says enough to take its next event without reading its history, and its events have one
-- index less to be written to (api/dossiers).

alter table dossier
    add column occurred_at timestamptz,
    add column highest bigint;
comment on column dossier.occurred_at is 'When the step that holds happened; null in rows not written since this column came: their next event reads the history';
comment on column dossier.highest is 'The highest sequence number that came, counted or held; null as above';

-- One index serves the foreign key, the timeline, and that a number counts once: nulls do not collide.
create unique index dossier_event_counts_once
    on dossier_event (dossier_id, sequence, (case when verdict <> 'held' then true end));
-- squawk-ignore require-concurrent-index-deletion
drop index dossier_event_of_dossier;
-- squawk-ignore require-concurrent-index-deletion
drop index dossier_event_sequence_counts_once;
