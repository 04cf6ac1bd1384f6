-- Who lives where and who is who, as the log says it: splits, moves, merges and what undoes them, coming of age, hamlets that change commune (outreach/registry).
-- squawk-ignore-file adding-foreign-key-constraint, constraint-missing-not-valid, require-concurrent-index-creation, adding-field-with-default
create table registry_alias (
    merge_id uuid not null references registry_merge,
    loser_id uuid not null references adult,
    winner_id uuid not null references adult,
    primary key (merge_id, loser_id),
    constraint registry_alias_is_of_two check (loser_id <> winner_id)
);
comment on table registry_alias is 'Which entries a merge says are one person; counts while the merge stands';
create index registry_alias_loser on registry_alias (loser_id);
create index registry_alias_winner on registry_alias (winner_id);

create table registry_stay (
    event_id uuid not null references visit_event,
    adult_id uuid not null references adult,
    household_id uuid not null references household,
    kind text not null,
    since timestamptz not null,
    said_at timestamptz not null,
    merge_id uuid references registry_merge,
    primary key (event_id, adult_id),
    constraint registry_stay_kind_is_known check (kind in ('moved', 'temporary', 'back'))
);
comment on table registry_stay is 'Who was said to live where from when on, by splits, moves and merges; household_member is what comes of it';
comment on column registry_stay.merge_id is 'Of a merge: counts while that stands';
create index registry_stay_adult on registry_stay (adult_id);
create index registry_stay_household on registry_stay (household_id);
create index registry_stay_merge on registry_stay (merge_id);
create index household_member_for_a_time on household_member (household_id) where kind = 'temporary' and until is null;

create table duplicate_decision (
    first_id uuid not null references household,
    second_id uuid not null references household,
    decided_at timestamptz not null,
    decided_by uuid references person on delete set null,
    reason text not null,
    primary key (first_id, second_id),
    constraint duplicate_decision_names_a_pair_once check (first_id < second_id)
);
comment on table duplicate_decision is 'Pairs somebody looked at and found to be two households: not suggested again';
create index duplicate_decision_second on duplicate_decision (second_id);
create index duplicate_decision_decided_by on duplicate_decision (decided_by);

alter table adult add column minor boolean not null default false;
comment on column adult.minor is 'Not 18 yet: on the list, counted nowhere; taken away on the day by registry_come_of_age';
create index adult_minor on adult (turns_18_on) where minor;
create function adult_minority() returns trigger language plpgsql as $$
begin
new.minor := coalesce(new.turns_18_on > (now() at time zone 'Asia/Ho_Chi_Minh')::date, false);
return new;
end
$$;
create trigger adult_is_a_minor before insert or update of turns_18_on on adult for each row
when (new.turns_18_on is not null) execute function adult_minority();
create trigger adult_is_no_minor before update of turns_18_on on adult for each row
when (new.turns_18_on is null and new.minor) execute function adult_minority();

create function hamlet_commune(hamlet uuid, day date) returns bigint language sql stable as $$
select coalesce(
    (select p.commune_id from hamlet_place p where p.hamlet_id = hamlet and p.since <= day order by p.since desc limit 1),
    (select h.commune_id from hamlet h where h.id = hamlet)
)
$$;
comment on function hamlet_commune is 'Whose commune a hamlet was on a day';

create function registry_union(losers uuid[], winners uuid[]) returns table (id uuid, root_id uuid) language plpgsql as $$
-- Each merge joins what its two entries are part of by then: chains end at one root, and a circle cannot come about.
#variable_conflict use_variable
declare
    ids uuid[] := array(select unnest(losers) union select unnest(winners));
    roots uuid[] := ids;
    lost uuid;
    won uuid;
begin
for step in 1 .. coalesce(cardinality(losers), 0) loop
    lost := roots[array_position(ids, losers[step])];
    won := roots[array_position(ids, winners[step])];
    if lost <> won then
        roots := array_replace(roots, lost, won);
    end if;
end loop;
return query select * from unnest(ids, roots);
end
$$;
comment on function registry_union is 'The entry each of these stands for, merges taken in the given order';

create function registry_connected(homes uuid[]) returns uuid[] language sql stable as $$
with recursive part (id) as (
    select unnest(homes)
    union
    select case when r.loser_id = part.id then r.winner_id else r.loser_id end
    from part join registry_merge r on r.kind = 'household' and (r.loser_id = part.id or r.winner_id = part.id)
)
select coalesce(array_agg(id order by id), '{}') from part where id is not null
$$;
comment on function registry_connected is 'These households with all they were ever merged with';

create function registry_related(people uuid[]) returns uuid[] language sql stable as $$
with recursive part (id) as (
    select unnest(people)
    union
    select case when r.loser_id = part.id then r.winner_id else r.loser_id end
    from part join registry_alias r on r.loser_id = part.id or r.winner_id = part.id
)
select coalesce(array_agg(id order by id), '{}') from part where id is not null
$$;
comment on function registry_related is 'These adults with all they were ever said to be one with';

create function registry_note_reshaping(event_ids uuid[]) returns void language plpgsql as $$
begin
insert into registry_merge (merge_id, event_id, kind, loser_id, winner_id, merged_at)
select e.subject_id, e.event_id, split_part(e.type, '_', 1), (e.body ->> 'loser_id')::uuid, (e.body ->> 'winner_id')::uuid,
    e.corrected_at
from visit_event e where e.event_id = any(event_ids) and e.type in ('household_merged', 'adult_merged');

insert into registry_alias (merge_id, loser_id, winner_id)
select e.subject_id, (e.body ->> 'loser_id')::uuid, (e.body ->> 'winner_id')::uuid
from visit_event e where e.event_id = any(event_ids) and e.type = 'adult_merged'
union all
select e.subject_id, (pair.value ->> 'drop')::uuid, (pair.value ->> 'keep')::uuid
from visit_event e cross join lateral jsonb_array_elements(e.body -> 'same') pair
where e.event_id = any(event_ids) and e.type = 'household_merged';

insert into registry_stay (event_id, adult_id, household_id, kind, since, said_at, merge_id)
select e.event_id, one.value::uuid, e.subject_id, 'moved',
    (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, null::uuid
from visit_event e cross join lateral jsonb_array_elements_text(e.body -> 'adult_ids') one
where e.event_id = any(event_ids) and e.type = 'household_split'
union all
select e.event_id, e.subject_id, (e.body ->> 'to_household_id')::uuid, e.body ->> 'kind',
    (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, null
from visit_event e where e.event_id = any(event_ids) and e.type = 'adult_moved'
union all
select e.event_id, one.value::uuid, (e.body ->> 'winner_id')::uuid, 'moved', e.corrected_at, e.corrected_at, e.subject_id
from visit_event e cross join lateral jsonb_array_elements_text(e.body -> 'moves') one
where e.event_id = any(event_ids) and e.type = 'household_merged';

update registry_merge r set undone_by = u.event_id, undone_at = u.corrected_at
from (
    select distinct on (e.subject_id) e.subject_id, e.event_id, e.corrected_at
    from visit_event e where e.event_id = any(event_ids) and e.type = 'merge_undone'
    order by e.subject_id, e.corrected_at, e.event_id
) u
where r.merge_id = u.subject_id and r.undone_by is null;
end
$$;
comment on function registry_note_reshaping is 'What these events say of merges and stays, beside the log';

create function registry_settle_homes(moved uuid[], homes uuid[]) returns void language plpgsql as $$
begin
with founded as (
    select d.id, coalesce(
        (select (e.body ->> 'hamlet_id')::uuid from visit_event e
            where e.subject_id = d.id and e.type in ('household_added', 'household_split')),
        (select p.hamlet_id from household_place p where p.household_id = d.id and p.since = '-infinity'), d.hamlet_id
    ) as hamlet_id
    from household d where d.id = any(moved)
)
insert into household_place (household_id, since, hamlet_id) select id, '-infinity', hamlet_id from founded
on conflict do nothing;
insert into household_place as was (household_id, since, hamlet_id, event_id)
select distinct on (e.subject_id, e.body ->> 'on') e.subject_id, (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh',
    (e.body ->> 'hamlet_id')::uuid, e.event_id
from visit_event_folded e where e.subject_id = any(moved) and e.type = 'household_moved'
order by e.subject_id, e.body ->> 'on', e.corrected_at desc, e.event_id desc
on conflict (household_id, since) do update set hamlet_id = excluded.hamlet_id, event_id = excluded.event_id;
update household d set hamlet_id = last.hamlet_id
from (
    select distinct on (p.household_id) p.household_id, p.hamlet_id from household_place p
    where p.household_id = any(moved) order by p.household_id, p.since desc
) last
where d.id = last.household_id and d.hamlet_id <> last.hamlet_id;

update household d set root_id = u.root_id
from (
    select one.id, nullif(one.root_id, one.id) as root_id
    from (
        select array_agg(r.loser_id order by r.merged_at, r.event_id) as losers,
            array_agg(r.winner_id order by r.merged_at, r.event_id) as winners
        from registry_merge r where r.kind = 'household' and r.undone_by is null and r.loser_id = any(homes)
    ) edges cross join lateral registry_union(edges.losers, edges.winners) one
    union all
    select alone, null from unnest(homes) alone where not exists (
        select from registry_merge r
        where r.kind = 'household' and r.undone_by is null and (r.loser_id = alone or r.winner_id = alone)
    )
) u
where d.id = u.id and d.root_id is distinct from u.root_id;
end
$$;
comment on function registry_settle_homes is 'Where these households are and were, and which stand for which';

create function registry_settle_people(people uuid[]) returns void language plpgsql as $$
begin
update adult a set root_id = u.root_id
from (
    select one.id, nullif(one.root_id, one.id) as root_id
    from (
        select array_agg(l.loser_id order by r.merged_at, r.event_id, l.loser_id) as losers,
            array_agg(l.winner_id order by r.merged_at, r.event_id, l.loser_id) as winners
        from registry_alias l join registry_merge r on r.merge_id = l.merge_id
        where r.undone_by is null and l.loser_id = any(people)
    ) edges cross join lateral registry_union(edges.losers, edges.winners) one
    union all
    select alone, null from unnest(people) alone where not exists (
        select from registry_alias l join registry_merge r on r.merge_id = l.merge_id
        where r.undone_by is null and (l.loser_id = alone or l.winner_id = alone)
    )
) u
where a.id = u.id and a.root_id is distinct from u.root_id;

insert into household_member (adult_id, household_id, kind, since)
select a.id, a.household_id, 'primary', '-infinity' from adult a
where a.id = any(people) and not exists (select from household_member m where m.adult_id = a.id);
-- One home at a time is checked row by row: the first steps aside until the others are there.
delete from household_member m where m.adult_id = any(people) and m.since > '-infinity';
update household_member m set until = m.since, until_event = null where m.adult_id = any(people);
with said as (
    select distinct on (s.adult_id, s.since) s.adult_id, s.household_id, s.since, s.event_id
    from registry_stay s left join registry_merge r on r.merge_id = s.merge_id
    where s.adult_id = any(people) and s.kind = 'moved' and r.undone_by is null
    order by s.adult_id, s.since, s.said_at desc, s.event_id desc
)
insert into household_member (adult_id, household_id, kind, since, since_event, until, until_event)
select adult_id, household_id, 'primary', since, event_id, lead(since) over later, lead(event_id) over later
from said window later as (partition by adult_id order by since);
update household_member m set until = next.since, until_event = next.since_event
from household_member one
left join lateral (
    select n.since, n.since_event from household_member n
    where n.adult_id = one.adult_id and n.kind = 'primary' and n.since > '-infinity' order by n.since limit 1
) next on true
where one.adult_id = any(people) and one.since = '-infinity'
    and m.adult_id = one.adult_id and m.household_id = one.household_id and m.since = one.since;
update adult a set household_id = m.household_id
from household_member m
where a.id = any(people) and m.adult_id = a.id and m.kind = 'primary' and m.until is null and a.household_id <> m.household_id;

insert into household_member (adult_id, household_id, kind, since, since_event, until, until_event)
select s.adult_id, s.household_id, 'temporary', s.since, s.event_id, back.since, back.event_id
from registry_stay s
left join lateral (
    select b.since, b.event_id from registry_stay b
    where b.adult_id = s.adult_id and b.kind = 'back' and b.since >= s.since
    order by b.since, b.said_at, b.event_id limit 1
) back on true
where s.adult_id = any(people) and s.kind = 'temporary'
order by s.said_at, s.event_id
on conflict do nothing;
-- Who is on the list of two houses has one home, and is of the other one beside it.
insert into household_member (adult_id, household_id, kind, since, since_event)
select a.root_id, a.household_id, 'temporary', r.merged_at, r.event_id
from adult a
join adult whole on whole.id = a.root_id
join household d on d.id = a.household_id
join household home on home.id = whole.household_id
join registry_alias l on l.loser_id = a.id
join registry_merge r on r.merge_id = l.merge_id and r.undone_by is null
where a.id = any(people) and coalesce(d.root_id, d.id) <> coalesce(home.root_id, home.id)
order by r.merged_at, r.event_id
on conflict do nothing;
end
$$;
comment on function registry_settle_people is 'Who these adults are, and where they live and lived: all from what was said and stands';

create function visit_settle(homes uuid[]) returns void language plpgsql as $$
-- Visits are shown with the household that stands, in the place of their day; what was said stays in their events.
begin
with put as materialized (
    select v.id, v.commune_id as was, coalesce(d.root_id, d.id) as household_id, at.hamlet_id,
        hamlet_commune(at.hamlet_id, (e.corrected_at at time zone 'Asia/Ho_Chi_Minh')::date) as commune_id
    from visit v
    join visit_event e on e.event_id = v.event_id
    join household d on d.id = (e.body ->> 'household_id')::uuid
    cross join lateral (
        select coalesce((
            select p.hamlet_id from household_place p
            where p.household_id = d.id and p.since <= e.corrected_at order by p.since desc limit 1
        ), d.hamlet_id) as hamlet_id
    ) at
    where v.household_id = any(homes)
), told as (
    update visit v set household_id = p.household_id, hamlet_id = p.hamlet_id, commune_id = p.commune_id
    from put p
    where v.id = p.id and (v.household_id, v.hamlet_id, v.commune_id)
        is distinct from (p.household_id, p.hamlet_id, p.commune_id)
)
insert into coverage_total as total (commune_id, adults_registered, adults_reached, adults_assessed, know_and_can, visits)
select one.commune_id, 0, 0, 0, 0, sum(one.n)
from put p cross join lateral (values (p.commune_id, 1), (p.was, -1)) one (commune_id, n)
where p.was <> p.commune_id
group by one.commune_id order by one.commune_id
on conflict (commune_id) do update set visits = total.visits + excluded.visits;
end
$$;
comment on function visit_settle is 'Puts the visits of these households where they belong by now, and the totals of knocks with them';

create or replace function registry_reshape(event_ids uuid[], out homes uuid[], out people uuid[]) language plpgsql as $$
declare
    named uuid[];
    moved uuid[];
    known uuid[];
begin
perform registry_note_reshaping(event_ids);
named := registry_named(event_ids) || array(
    select e.subject_id from visit_event e where e.event_id = any(event_ids)
);
moved := array(
    select distinct e.subject_id from visit_event e where e.event_id = any(event_ids) and e.type = 'household_moved'
);
homes := registry_connected(array(
    select d.id from household d where d.id = any(named)
    union
    select s.household_id from registry_stay s where s.event_id = any(event_ids)
));
people := registry_related(array(
    select s.adult_id from registry_stay s where s.event_id = any(event_ids)
    union
    select s.adult_id from registry_stay s where s.merge_id = any(named)
    union
    select l.loser_id from registry_alias l where l.merge_id = any(named)
    union
    select a.id from adult a where a.household_id = any(homes)
));
loop
    -- Whoever merges something of this as well has it locked: once we have all of it, nothing more is added.
    perform from household d where d.id = any(homes) order by d.id for no key update;
    perform from adult a where a.id = any(people) order by a.id for no key update;
    known := homes || people;
    homes := registry_connected(homes);
    people := registry_related(people);
    exit when known = homes || people;
end loop;
perform registry_settle_homes(moved, homes);
perform registry_settle_people(people);
homes := array(
    select unnest(homes) union select m.household_id from household_member m where m.adult_id = any(people)
);
perform from coverage_total t where t.commune_id in (
    select h.commune_id from household d join hamlet h on h.id = d.hamlet_id where d.id = any(homes)
) order by t.commune_id for no key update;
perform visit_settle(homes);
perform coverage_rejudge(people);
end
$$;

create function registry_bury_moved(event_ids uuid[]) returns void language plpgsql as $$
-- Feeds are taken in the order of every upload; then the hamlets they left are told.
declare
    left_behind record;
begin
insert into registry_feed as f (commune_id, position)
select distinct h.commune_id, 0 from visit_event e
join household_place p on p.household_id = e.subject_id join hamlet h on h.id = p.hamlet_id
where e.event_id = any(event_ids) and e.type = 'household_moved'
order by h.commune_id
on conflict (commune_id) do update set position = f.position;
for left_behind in
    select p.hamlet_id, array_agg(distinct d.id) as homes
    from visit_event e join household d on d.id = e.subject_id
    join household_place p on p.household_id = d.id and p.hamlet_id <> d.hamlet_id
    where e.event_id = any(event_ids) and e.type = 'household_moved'
    group by p.hamlet_id order by p.hamlet_id
loop
    perform registry_bury(left_behind.homes, left_behind.hamlet_id, 'moved');
end loop;
end
$$;
comment on function registry_bury_moved is 'Tells the phones of the hamlets that households left';

create function registry_come_of_age(day date) returns integer language plpgsql as $$
declare
    people uuid[] := array(
        select a.id from adult a where a.minor and a.turns_18_on <= day order by a.id for no key update
    );
begin
update adult set turns_18_on = null, minor = false where id = any(people);
perform coverage_rejudge(people);
perform registry_publish('{}', people);
return cardinality(people);
end
$$;
comment on function registry_come_of_age is 'Who is 18 by this day counts from now on; the day itself is not kept any longer';

create function hamlet_change_commune(hamlet uuid, commune bigint, from_day date, reason text, today date) returns void
language plpgsql as $$
declare
    homes uuid[] := array(select d.id from household d where d.hamlet_id = hamlet order by d.id for no key update);
    people uuid[] := array(select a.id from adult a where a.household_id = any(homes) order by a.id for no key update);
begin
perform from hamlet h where h.id = hamlet for no key update;
insert into hamlet_place (hamlet_id, since, commune_id, basis)
select h.id, '-infinity', h.commune_id, 'Trước khi sắp xếp' from hamlet h
where h.id = hamlet and not exists (select from hamlet_place p where p.hamlet_id = h.id);
insert into hamlet_place (hamlet_id, since, commune_id, basis) values (hamlet, from_day, commune, reason)
on conflict (hamlet_id, since) do update set commune_id = excluded.commune_id, basis = excluded.basis;
perform from coverage_total t where t.commune_id in (
    select p.commune_id from hamlet_place p where p.hamlet_id = hamlet
) order by t.commune_id for no key update;
update hamlet h set commune_id = hamlet_commune(hamlet, today) where h.id = hamlet;
perform visit_settle(array(
    select unnest(homes) union select p.household_id from household_place p where p.hamlet_id = hamlet
));
perform coverage_rejudge(people);
perform registry_publish(homes, '{}');
end
$$;
comment on function hamlet_change_commune is 'A hamlet is another commune''s from a day on: past visits keep the commune of their day, today''s figures move';

create view registry_restated as
select v.id as visit_id, v.visited_on, v.hamlet_id, v.commune_id as commune_then, h.commune_id as commune_now, v.household_id
from visit v join hamlet h on h.id = v.hamlet_id;
comment on view registry_restated is 'Every visit in both geographies: of its day, and of today';

do $$
-- Minors count nowhere yet: one condition in two long functions, which stay otherwise as they are.
declare
    body text;
    name text;
begin
foreach name in array array['coverage_fold(uuid[],uuid[])', 'coverage_rejudge(uuid[])'] loop
    body := pg_get_functiondef(name::regprocedure);
    if position('a.consent and a.left_on is null' in body) = 0 then
        raise exception '% is not as it was', name;
    end if;
    execute replace(body, 'a.consent and a.left_on is null', 'a.consent and not a.minor and a.left_on is null');
end loop;
body := pg_get_functiondef('visit_fold(uuid[])'::regprocedure);
execute replace(body, 'e.body, h.commune_id, h.id as hamlet_id',
    'e.body, coalesce((
            select q.commune_id from hamlet_place q
            where q.hamlet_id = h.id and q.since <= (e.corrected_at at time zone ''Asia/Ho_Chi_Minh'')::date
            order by q.since desc limit 1
        ), h.commune_id) as commune_id, h.id as hamlet_id');
body := pg_get_functiondef('outreach_fold(uuid[],text[])'::regprocedure);
execute replace(body, 'perform registry_publish(homes, people);', 'if types && ''{household_moved}'' then
    perform registry_bury_moved(event_ids);
end if;
perform registry_publish(homes, people);');
body := pg_get_functiondef('registry_publish(uuid[],uuid[])'::regprocedure);
-- People of an entry that was merged are shown with the one that stands.
execute replace(body, 'with touched as (
    select d.id as household_id, d.hamlet_id from household d
    where d.id = any(homes || array(select a.household_id from adult a where a.id = any(people)))
)', 'with said as materialized (
    select d.id as household_id, d.hamlet_id, d.root_id from household d
    where d.id = any(homes || array(select a.household_id from adult a where a.id = any(people)))
), touched as (
    select household_id, hamlet_id from said
    union
    select d.id, d.hamlet_id from said join household d on d.id = said.root_id
)');
end
$$;

create or replace function coverage_recount()
returns table (
    commune_id bigint, adults_registered integer, adults_reached integer,
    adults_assessed integer, know_and_can integer, visits integer
) language sql stable as $$
with undone as (
    select subject_id as merge_id from visit_event_folded where type = 'merge_undone'
), merged as (
    select e.subject_id as merge_id, e.type, e.body, e.corrected_at, e.event_id from visit_event_folded e
    where e.type in ('household_merged', 'adult_merged') and not exists (select from undone u where u.merge_id = e.subject_id)
), same as (
    select (m.body ->> 'loser_id')::uuid as loser_id, (m.body ->> 'winner_id')::uuid as winner_id, m.corrected_at, m.event_id
    from merged m where m.type = 'adult_merged'
    union all
    select (pair.value ->> 'drop')::uuid, (pair.value ->> 'keep')::uuid, m.corrected_at, m.event_id
    from merged m cross join lateral jsonb_array_elements(m.body -> 'same') pair
), alias as (
    select one.id, one.root_id from (
        select array_agg(loser_id order by corrected_at, event_id, loser_id) as losers,
            array_agg(winner_id order by corrected_at, event_id, loser_id) as winners
        from same
    ) edges cross join lateral registry_union(edges.losers, edges.winners) one
    where one.root_id <> one.id
), stay as (
    select e.subject_id as adult_id, (e.body ->> 'household_id')::uuid as household_id,
        '-infinity'::timestamptz as since, e.corrected_at, e.event_id
    from visit_event_folded e where e.type = 'adult_added'
    union all
    select e.subject_id, (e.body ->> 'to_household_id')::uuid,
        (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, e.event_id
    from visit_event_folded e where e.type = 'adult_moved' and e.body ->> 'kind' = 'moved'
    union all
    select one.value::uuid, e.subject_id,
        (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', e.corrected_at, e.event_id
    from visit_event_folded e cross join lateral jsonb_array_elements_text(e.body -> 'adult_ids') one
    where e.type = 'household_split'
    union all
    select one.value::uuid, (m.body ->> 'winner_id')::uuid, m.corrected_at, m.corrected_at, m.event_id
    from merged m cross join lateral jsonb_array_elements_text(m.body -> 'moves') one
), lives as (
    select distinct on (adult_id) adult_id, household_id from stay
    order by adult_id, since desc, corrected_at desc, event_id desc
), person as (
    select e.subject_id as adult_id,
        (array_agg((e.body ->> 'consent')::boolean order by e.type = 'adult_added', e.corrected_at desc, e.event_id desc)
            filter (where e.body ? 'consent'))[1] as consent,
        (array_agg(e.body ->> 'left_on' order by e.type = 'adult_added', e.corrected_at desc, e.event_id desc)
            filter (where e.body ? 'left_on'))[1] as left_on
    from visit_event_folded e where e.type in ('adult_added', 'adult_changed')
    group by e.subject_id
), removed as (
    select subject_id as household_id,
        (array_agg(type order by corrected_at desc, event_id desc))[1] = 'household_removed' as gone
    from visit_event_folded where type in ('household_removed', 'household_restored') group by subject_id
), site as (
    select e.subject_id as household_id, '-infinity'::timestamptz as since, (e.body ->> 'hamlet_id')::uuid as hamlet_id,
        e.corrected_at, e.event_id
    from visit_event_folded e where e.type in ('household_added', 'household_split')
    union all
    select e.subject_id, (e.body ->> 'on')::timestamp at time zone 'Asia/Ho_Chi_Minh', (e.body ->> 'hamlet_id')::uuid,
        e.corrected_at, e.event_id
    from visit_event_folded e where e.type = 'household_moved'
    union all
    select d.id, '-infinity', d.hamlet_id, '-infinity', d.id from household d where d.assumed
), home as (
    select distinct on (site.household_id) site.household_id, h.commune_id, coalesce(removed.gone, false) as gone
    from site join hamlet h on h.id = site.hamlet_id
    left join removed on removed.household_id = site.household_id
    order by site.household_id, site.since desc, site.corrected_at desc, site.event_id desc
), knock as (
    select e.subject_id as visit_id, said.body, at.commune_id,
        e.corrected_at - greatest(e.device_time - (said.body ->> 'started_at')::timestamptz, interval '0') as at
    from visit_event_folded e
    left join lateral (
        select c.body -> 'visit' as body from visit_event_folded c
        where c.subject_id = e.subject_id and c.type = 'visit_corrected'
        order by c.corrected_at desc, c.event_id desc limit 1
    ) anew on true
    cross join lateral (select coalesce(anew.body, e.body) as body) said
    left join (
        select distinct on (l.event_id) l.event_id, hamlet_commune(s.hamlet_id, (l.corrected_at at time zone 'Asia/Ho_Chi_Minh')::date) as commune_id
        from visit_event_folded l join site s on s.household_id = (l.body ->> 'household_id')::uuid and s.since <= l.corrected_at
        where l.type = 'visit_logged'
        order by l.event_id, s.since desc, s.corrected_at desc, s.event_id desc
    ) at on at.event_id = e.event_id
    where e.type = 'visit_logged'
), look as (
    select coalesce(alias.root_id, (a.value ->> 'adult_id')::uuid) as adult_id, k.visit_id, k.at, a.value as seen
    from knock k cross join lateral jsonb_array_elements(k.body -> 'adults') a
    left join alias on alias.id = (a.value ->> 'adult_id')::uuid
    where (a.value ->> 'met')::boolean
), told as (
    select adult_id,
        (array_agg((seen ->> 'knows')::boolean order by at desc, visit_id desc)
            filter (where seen ->> 'knows' is not null))[1] as knows
    from look group by adult_id
), tried as (
    select look.adult_id,
        s.value ->> 'code' = any(counted.skills) and s.value ->> 'level' = 'alone_observed'
            and coalesce(look.seen ->> 'assistance', 'unaided') = 'unaided' as alone,
        row_number() over (
            partition by look.adult_id, s.value ->> 'code' order by look.at desc, look.visit_id desc
        ) as back
    from look cross join lateral jsonb_array_elements(look.seen -> 'skills') s
    cross join (select coverage_counted_skills() as skills) counted
), able as (
    select adult_id, bool_or(alone) as can from tried where back = 1 group by adult_id
), people as (
    select home.commune_id, count(*)::int as registered, count(told.adult_id)::int as reached,
        count(*) filter (where not told.knows or (told.knows and able.can is not null))::int as assessed,
        count(*) filter (where told.knows and able.can)::int as both_seen
    from person
    join lives on lives.adult_id = person.adult_id
    join home on home.household_id = lives.household_id
    left join told on told.adult_id = person.adult_id
    left join able on able.adult_id = person.adult_id
    where person.consent and person.left_on is null and not home.gone
        and not exists (select from alias where alias.id = person.adult_id)
        and not exists (select from adult a where a.id = person.adult_id and a.minor)
    group by home.commune_id
), door as (
    select commune_id, count(*)::int as visits from knock group by commune_id
)
select coalesce(people.commune_id, door.commune_id), coalesce(registered, 0), coalesce(reached, 0),
    coalesce(assessed, 0), coalesce(both_seen, 0), coalesce(door.visits, 0)
from people full join door on door.commune_id = people.commune_id
$$;

create function registry_standing(day date, place_day date) returns table (commune_id bigint, adults integer)
language sql stable as $$
with midnight as (select (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as at)
select hamlet_commune(coalesce(place.hamlet_id, d.hamlet_id), place_day), count(*)::integer
from adult a
cross join midnight
join household_member m on m.adult_id = a.id and m.kind = 'primary' and m.since < midnight.at
    and (m.until is null or m.until >= midnight.at)
join household d on d.id = m.household_id
left join lateral (
    select p.hamlet_id from household_place p
    where p.household_id = d.id and p.since < midnight.at order by p.since desc limit 1
) place on true
left join lateral (
    -- The day somebody turned 18 leaves the list on that day; the log still says it.
    select (e.body ->> 'turns_18_on')::date as on_day from visit_event_folded e
    where e.subject_id = a.id and e.type in ('adult_added', 'adult_changed') and e.body ? 'turns_18_on'
    order by e.type <> 'adult_added' desc, e.corrected_at desc, e.event_id desc limit 1
) eighteen on true
where a.consent and a.root_id is null and d.removed_at is null
    and (a.left_on is null or a.left_on > day) and (eighteen.on_day is null or eighteen.on_day <= day)
group by 1
$$;
comment on function registry_standing is 'Adults who count on a day, by the communes of another day: who left is counted until then, who turned 18 from then on';
