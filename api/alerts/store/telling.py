"""SQL of telling people: who hears of a message, and that they did."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from api.alerts.contracts import Recipient
from api.kit.db import Connection, fetch_all

HOLD_MESSAGE = """
select id from alert where id = $1 for key share
"""
IS_TOLD = """
select exists (
    select from alert a
    where a.id = $1 and a.status = 'actual' and (a.msg_type = 'cancel' or a.expires_at > $2)
      and not exists (select from alert n where n.replaces = a.id)
)
"""
FIND_HORIZON = """
select id from person where $1::uuid is null or id > $1 order by id offset $2 - 1 limit 1
"""
LIST_RECIPIENTS = """
with message as (
    select a.id, a.chain_id, a.msg_type, a.sent_at, l.tell_without_consent as danger
    from alert a
    join alert_level l on l.level = a.risk_level
    where a.id = $1
), there as (
    select p.id as person_id, 0 as position, '' as label, u.full_name as name, m.danger as danger,
        m.danger or exists (
            select from consent_now c
            where c.person_id = p.id and c.purpose = 'alert_messages' and c.granted
        ) as allowed
    from message m
    join alert_area r on r.alert_id = m.id
    join admin_unit u on u.id = r.commune_id
    join person p on p.home_commune_id = r.commune_id
    where ($2::uuid is null or p.id > $2) and ($3::uuid is null or p.id <= $3)
    union all
    select k.person_id, k.position, k.label, u.full_name, false, true
    from message m
    join alert_area r on r.alert_id = m.id
    join admin_unit u on u.id = r.commune_id
    join alert_place k on k.commune_id = r.commune_id
    where ($2::uuid is null or k.person_id > $2) and ($3::uuid is null or k.person_id <= $3)
), told as (
    select distinct on (d.person_id) d.person_id, d.basis
    from message m
    join alert e on e.chain_id = m.chain_id and e.id <> m.id and e.sent_at <= m.sent_at
    join alert_delivery d on d.alert_id = e.id
    where ($2::uuid is null or d.person_id > $2) and ($3::uuid is null or d.person_id <= $3)
    order by d.person_id, e.sent_at desc, e.id desc
), inside as (
    select person_id, bool_or(danger) as danger, bool_or(allowed and position = 0) as consent,
        bool_or(allowed) as allowed,
        array_agg(case when label = '' then name else label || ' (' || name || ')' end order by position) as places
    from there
    group by person_id
)
select person_id, basis, places
from (
    select person_id, coalesce(i.places, '{}') as places,
        case
            when m.msg_type = 'cancel' then case when t.basis is not null then 'follow_up' end
            when i.danger then 'danger_to_life'
            when i.consent then 'consent'
            when i.allowed then 'place'
            when i.places is not null and t.basis is not null then 'follow_up'
            when t.basis <> 'left_area' then 'left_area'
        end as basis
    from message m
    cross join (inside i full join told t using (person_id))
) who
where basis is not null
order by person_id
"""
INSERT_DELIVERIES = """
insert into alert_delivery (alert_id, person_id, basis, told_at)
select $1, person_id, basis, $4 from unnest($2::uuid[], $3::text[]) as t (person_id, basis)
on conflict do nothing
"""
LIST_OFFICERS = """
select distinct person_id from role_grant
where role = 'officer' and province_code = $1 and revoked_at is null
  and $2::date between valid_from and coalesce(valid_to, 'infinity')
order by person_id
"""


async def is_told(tx: Connection, alert_id: UUID, *, at: datetime) -> bool:
    """Whether people are told of it: no drill, not over, and not replaced before its turn (the newer one reaches all).

    Until this transaction ends it cannot be replaced or cancelled (`HOLD_ALERT` waits): whoever is told now has
    been told, for all to see, before anybody is told of the next version or of the end.
    """
    await tx.execute(HOLD_MESSAGE, alert_id)
    found: bool = await tx.fetchval(IS_TOLD, alert_id, at)
    return found


async def find_horizon(db: Connection, after: UUID | None, *, size: int) -> UUID | None:
    """The last of the next so many people in the order of their ids; None: there are fewer."""
    found: UUID | None = await db.fetchval(FIND_HORIZON, after, size)
    return found


async def list_recipients(
    db: Connection, alert_id: UUID, *, after: UUID | None, until: UUID | None
) -> list[Recipient]:
    """Whom to tell among the people of a stretch of ids.

    At home there (danger, or their yes) or keeping a place there; told before and still there; told before and
    there no more (once). A cancellation: everybody who was told of any version.
    """
    return await fetch_all(db, LIST_RECIPIENTS, alert_id, after, until, into=Recipient)


async def insert_deliveries(
    tx: Connection, alert_id: UUID, people: Sequence[Recipient], *, at: datetime
) -> None:
    """Record who was told and why we might."""
    ids = [person.person_id for person in people]
    await tx.execute(INSERT_DELIVERIES, alert_id, ids, [person.basis for person in people], at)


async def list_officers(db: Connection, province_code: str, *, on: date) -> list[UUID]:
    """The officers of a province on that day."""
    return [row[0] for row in await db.fetch(LIST_OFFICERS, province_code, on)]
