-- Ready answers and the ladder of reminders are set by people: who changed a row last, and when (api/reports/wording).
-- squawk-ignore-file adding-foreign-key-constraint
alter table report_template
    add column changed_by uuid references person on delete set null, add column changed_at timestamptz;
alter table report_ladder
    add column changed_by uuid references person on delete set null, add column changed_at timestamptz;
create index report_template_changed_by on report_template (changed_by) where changed_by is not null;
create index report_ladder_changed_by on report_ladder (changed_by) where changed_by is not null;
