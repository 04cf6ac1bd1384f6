-- The plans of an upload are kept by each connection; made on the first evening, while the tables are empty, they would
-- read whole tables for the rest of that connection's life (280 microseconds a visit instead of 95, decision 0073).
alter function outreach_fold(uuid[], text[]) set enable_seqscan = off;
alter function visit_open(uuid, uuid, timestamptz, interval, bigint[], text[], uuid[], bytea, bigint, integer, text, boolean)
set enable_seqscan = off;
