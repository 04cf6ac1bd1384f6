-- Pointers that only copy checked rows are not checked again, as 0016 began (outreach, decisions 0041 and 0042).
-- squawk-ignore-file ban-drop-constraint
alter table adult_skill drop constraint adult_skill_adult_id_fkey;
alter table adult_state drop constraint adult_state_adult_id_fkey, drop constraint adult_state_commune_id_fkey;
alter table visit_event drop constraint visit_event_install_id_fkey;
comment on column adult_state.adult_id is 'Of adult, which keeps its rows; unchecked (decision 0041)';
comment on column adult_skill.adult_id is 'Of adult, which keeps its rows; unchecked (decision 0041)';
comment on column adult_state.commune_id is 'Of the hamlet of the adult''s household; unchecked, coverage_total of the same commune is checked in the same transaction';
create trigger visit_install_stays before delete or truncate or update of install_id on visit_install
for each statement execute function outreach_row_stays();
