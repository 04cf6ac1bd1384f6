-- Whoever follows because the source gave their number follows no more when it says that it was another's
-- (api/dossiers). Of rows written before this column came nobody knows, and they stay.

alter table dossier_follow add column automatic boolean not null default false;
comment on column dossier_follow.automatic is 'Made because the number given at filing is theirs, not by themselves';
