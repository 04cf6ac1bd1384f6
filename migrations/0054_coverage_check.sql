-- The nightly proof that no running total has drifted (outreach/measurement).
create table coverage_check (
    as_of timestamptz primary key,
    communes integer not null,
    differences jsonb not null
);
comment on table coverage_check is 'Running totals against a count straight from the log, once a night: of a whole province that takes minutes';
comment on column coverage_check.differences is 'Communes whose figures differ, both sides; empty when none has drifted';
