-- Whose dead letters: an officer decides about those of their province, an administrator about all (api/messages).
create view dead_letter as
select d.id, d.created_at, coalesce(
    (select h.province_code from person p join admin_unit h on h.id = p.home_commune_id where p.id = d.person_id),
    (select r.province_code from report r where m.kind = 'report' and r.id = about.id),
    (select a.province_code from dossier f join agency a on a.code = f.agency_code
     where m.kind = 'dossier' and f.id = about.id)
) as province_code
from delivery d
join message m on m.id = d.message_id
cross join lateral (
    select substring(
        m.link from '^#/(?:p|hs)/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$'
    )::uuid as id
) about
where d.state = 'dead';
comment on view dead_letter is 'Deliveries that wait for somebody to decide, with the province they concern';
comment on column dead_letter.province_code is 'Where the reader lives; unknown, whose report or dossier it tells of; null: nobody can say, an administrator decides';
