-- Whoever is judged anew is told of at every house where they are listed, also when what was seen is written down under
-- another entry of them, of another house (outreach/registry; decision 0077).
-- squawk-ignore-file require-concurrent-index-creation
-- Few stay in a second house: who does is found at each upload without reading where everybody lives.
create index household_member_guest on household_member (adult_id) where kind = 'temporary' and until is null;

create or replace function registry_publish(homes uuid[], people uuid[]) returns void language plpgsql as $$
begin
with who as materialized (
    select a.id, a.household_id, a.root_id from adult a where a.id = any(people)
), said as materialized (
    select d.id as household_id, d.hamlet_id, d.root_id from household d
    where d.id = any(homes || array(
        select who.household_id from who
        union all
        select whole.household_id from who join adult whole on whole.id = who.root_id
        union all
        select m.household_id from who join household_member m on m.adult_id = coalesce(who.root_id, who.id)
        where m.kind = 'temporary' and m.until is null
    ))
), touched as (
    select household_id, hamlet_id from said
    union
    select d.id, d.hamlet_id from said join household d on d.id = said.root_id
), placed as (
    select t.household_id, h.commune_id,
        row_number() over (partition by h.commune_id order by t.household_id) as place,
        count(*) over (partition by h.commune_id) as places
    from touched t join hamlet h on h.id = t.hamlet_id
), feed as (
    insert into registry_feed as f (commune_id, position)
    select commune_id, max(places) from placed group by commune_id order by commune_id
    on conflict (commune_id) do update set position = f.position + excluded.position
    returning commune_id, position
)
update household d set position = feed.position - p.places + p.place
from placed p join feed on feed.commune_id = p.commune_id
where d.id = p.household_id;
end
$$;
