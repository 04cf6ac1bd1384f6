"""SQL of warnings and of telling people."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from api.alerts.contracts import (
    Alert,
    Area,
    Hazard,
    HazardList,
    Level,
    MessageType,
    NewAlert,
    Recipient,
    Reference,
)
from api.kit.db import Connection, fetch_all, fetch_one

LIST_HAZARDS = """
select code, group_no, group_name, name, icon from alert_hazard order by position
"""
LIST_LEVELS = """
select level, name, meaning, colour_name, colour, ink, icon, tell_without_consent
from alert_level order by level
"""
HAS_HAZARD = """
select exists (select from alert_hazard where code = $1)
"""
LIST_AREAS = """
select id, code, province_code from admin_unit
where code = any($1::text[]) and length(code) = 5
  and valid_from <= $2 and (valid_to is null or valid_to >= $2)
"""
FIND_PROVINCE_NAME = """
select full_name from admin_unit
where code = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)
"""
FIND_HASH = """
select content_hash from alert where id = $1
"""
INSERT_ALERT = """
insert into alert (
    id, content_hash, identifier, sender, sender_name, province_code, hazard, risk_level, urgency,
    certainty, status, msg_type, headline, description, instruction, effective_at, expires_at,
    sent_at, published_by, chain_id, replaces, demo
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
on conflict do nothing
returning id
"""
INSERT_AREAS = """
insert into alert_area (alert_id, commune_id) select $1, unnest($2::bigint[])
"""
COPY_AREAS = """
insert into alert_area (alert_id, commune_id) select $1, commune_id from alert_area where alert_id = $2
"""
LIST_ALERTS = """
select
    id, identifier, sender, sender_name, province_code, hazard, hazard_name, hazard_group,
    hazard_group_name, icon, risk_level, level_name, level_meaning, colour_name, colour, ink,
    level_icon, cap_category, cap_severity, urgency, certainty, status, msg_type, headline,
    description, instruction, effective_at, expires_at, sent_at, chain_id, replaces, replaced_by,
    cancelled_at, cancel_reason, communes,
    msg_type <> 'cancel' and replaced_by is null and expires_at > $7 as active
from alert_seen
where ($1::text is null or id in (
        select r.alert_id from alert_area r join admin_unit u on u.id = r.commune_id where u.code = $1
    ))
  and ($2::boolean is null
       or $2 = (msg_type <> 'cancel' and replaced_by is null and expires_at > $7))
  and ($3 or msg_type <> 'cancel')
  and ($4::timestamptz is null or (sent_at, id) < ($4, $5::uuid))
order by sent_at desc, id desc
limit $6
"""
FIND_ALERT = """
select
    id, identifier, sender, sender_name, province_code, hazard, hazard_name, hazard_group,
    hazard_group_name, icon, risk_level, level_name, level_meaning, colour_name, colour, ink,
    level_icon, cap_category, cap_severity, urgency, certainty, status, msg_type, headline,
    description, instruction, effective_at, expires_at, sent_at, chain_id, replaces, replaced_by,
    cancelled_at, cancel_reason, communes,
    msg_type <> 'cancel' and replaced_by is null and expires_at > $2 as active
from alert_seen
where id = $1
"""
HOLD_ALERT = """
select id from alert where id = $1 and province_code = any($2::text[]) for update
"""
LIST_REFERENCES = """
select e.sender, e.identifier, e.sent_at
from alert a
join alert e on e.chain_id = a.chain_id and e.id <> a.id and e.sent_at <= a.sent_at
where a.id = $1
order by e.sent_at
"""
LIST_RECIPIENTS = """
with message as (
    select a.id, a.chain_id, a.msg_type, l.tell_without_consent as danger
    from alert a
    join alert_level l on l.level = a.risk_level
    where a.id = $1 and a.status = 'actual'
), reached as (
    select p.id, case when m.danger then 'danger_to_life' else 'consent' end as basis
    from message m
    join alert_area r on r.alert_id = m.id
    join person p on p.home_commune_id = r.commune_id
    where m.msg_type <> 'cancel'
      and (m.danger or exists (
        select from consent_now c
        where c.person_id = p.id and c.purpose = 'alert_messages' and c.granted
      ))
    union all
    select d.person_id, 'follow_up'
    from message m
    join alert e on e.chain_id = m.chain_id and e.id <> m.id
    join alert_delivery d on d.alert_id = e.id
)
select distinct on (id) id as person_id, basis
from reached
where $2::uuid is null or id > $2
order by id, basis
limit $3
"""
INSERT_DELIVERIES = """
insert into alert_delivery (alert_id, person_id, basis, told_at)
select $1, person_id, basis, $4 from unnest($2::uuid[], $3::text[]) as t (person_id, basis)
on conflict do nothing
"""


async def list_hazards(db: Connection) -> HazardList:
    """Hazards and risk levels."""
    return HazardList(
        hazards=await fetch_all(db, LIST_HAZARDS, into=Hazard),
        levels=await fetch_all(db, LIST_LEVELS, into=Level),
    )


async def has_hazard(db: Connection, code: str) -> bool:
    """Whether there is such a hazard."""
    found: bool = await db.fetchval(HAS_HAZARD, code)
    return found


async def list_areas(db: Connection, codes: list[str], *, on: date) -> list[Area]:
    """The communes of these codes in force on that day."""
    return await fetch_all(db, LIST_AREAS, codes, on, into=Area)


async def find_province_name(db: Connection, code: str, *, on: date) -> str | None:
    """The province's full name on that day."""
    name: str | None = await db.fetchval(FIND_PROVINCE_NAME, code, on)
    return name


async def find_hash(db: Connection, alert_id: UUID) -> str | None:
    """The content hash of a message that is already there."""
    found: str | None = await db.fetchval(FIND_HASH, alert_id)
    return found


async def insert_alert(
    tx: Connection,
    new: NewAlert,
    *,
    msg_type: MessageType,
    content_hash: str,
    identifier: str,
    sender: str,
    sender_name: str,
    province: str,
    chain_id: UUID,
    published_by: UUID | None,
    at: datetime,
    demo: bool,
) -> bool:
    """Keep one message; False when its id, or its place in the chain, is taken."""
    found = await tx.fetchval(
        INSERT_ALERT, new.id, content_hash, identifier, sender, sender_name, province, new.hazard,
        new.risk_level, new.urgency, new.certainty, new.status, msg_type, new.headline,
        new.description, new.instruction, new.effective_at, new.expires_at, at, published_by,
        chain_id, new.replaces, demo,
    )  # fmt: skip
    return found is not None


async def insert_areas(tx: Connection, alert_id: UUID, commune_ids: list[int]) -> None:
    """The communes it is for."""
    await tx.execute(INSERT_AREAS, alert_id, commune_ids)


async def copy_areas(tx: Connection, alert_id: UUID, *, of: UUID) -> None:
    """The same communes as an earlier message."""
    await tx.execute(COPY_AREAS, alert_id, of)


async def list_alerts(
    db: Connection,
    *,
    commune: str | None = None,
    active: bool | None = None,
    cancels_too: bool = False,
    before: tuple[datetime, UUID] | None = None,
    limit: int,
    at: datetime,
) -> list[Alert]:
    """Messages, newest first."""
    sent, last = before or (None, None)
    return await fetch_all(db, LIST_ALERTS, commune, active, cancels_too, sent, last, limit, at, into=Alert)


async def find_alert(db: Connection, alert_id: UUID, *, at: datetime) -> Alert | None:
    """One message."""
    return await fetch_one(db, FIND_ALERT, alert_id, at, into=Alert)


async def hold_alert(tx: Connection, alert_id: UUID, *, provinces: Sequence[str]) -> bool:
    """Hold a message of one of these provinces until the transaction ends; False: there is none."""
    return await tx.fetchval(HOLD_ALERT, alert_id, list(provinces)) is not None


async def list_references(db: Connection, alert_id: UUID) -> list[Reference]:
    """The earlier messages of its chain, oldest first."""
    return await fetch_all(db, LIST_REFERENCES, alert_id, into=Reference)


async def list_recipients(
    db: Connection, alert_id: UUID, *, after: UUID | None, limit: int
) -> list[Recipient]:
    """Whom to tell, in the order of their ids: at home there and allowed, or told before."""
    return await fetch_all(db, LIST_RECIPIENTS, alert_id, after, limit, into=Recipient)


async def insert_deliveries(
    tx: Connection, alert_id: UUID, people: Sequence[Recipient], *, at: datetime
) -> None:
    """Record who was told and why we might."""
    ids = [person.person_id for person in people]
    await tx.execute(INSERT_DELIVERIES, alert_id, ids, [person.basis for person in people], at)
