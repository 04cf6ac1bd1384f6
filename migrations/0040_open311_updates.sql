-- Changes of published cases, in the order they came: what Open311's updates are read by (api/open311).
create index report_step_when on report_step (occurred_at, id);
