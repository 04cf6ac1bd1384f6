"""SQL of warnings: messages of chains, their areas, what was published when."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.alerts.contracts import (
    Alert,
    Area,
    Hazard,
    HazardList,
    Level,
    MessageType,
    NewAlert,
    Origin,
    Reference,
)
from api.kit.db import Connection, fetch_all, fetch_one

LIST_HAZARDS = """
select code, group_no, group_name, name, icon from alert_hazard order by position
"""
LIST_LEVELS = """
select level, name, meaning, colour_name, colour, ink, icon, tell_without_consent, needs_second_person
from alert_level order by level
"""
HAS_HAZARD = """
select exists (select from alert_hazard where code = $1)
"""
LIST_AREAS = """
select id, code, full_name as name, province_code from admin_unit
where code = any($1::text[]) and length(code) = 5
  and valid_from <= $2 and (valid_to is null or valid_to >= $2)
"""
LIST_AREAS_AROUND = """
select u.id, u.code, u.full_name as name, u.province_code, u.lat, u.lon, u.area_km2, b.shape
from admin_unit u
left join admin_boundary b on b.unit_id = u.id
where u.province_code = any($1::text[]) and length(u.code) = 5
  and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2)
  and u.lat between $3 and $5 and u.lon between $4 and $6
order by u.sort_key
"""
NEEDS_SECOND_PERSON = """
select needs_second_person from alert_level where level = $1
"""
FIND_LAST_CHANGE = """
select greatest(
    (select max(sent_at) from alert),
    (select max(expires_at) from alert where expires_at <= $1)
)
"""
FIND_EDITION = """
select count(*) || ' ' || coalesce(max(sent_at)::text, '') from alert where expires_at > $1
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
    sent_at, published_by, chain_id, replaces, demo, polygons, circles, onset_at, river_alarm, origin,
    approved_by
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26, $27, $28)
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
    cancelled_at, cancel_reason, communes, hazard_name_en, polygons, circles, onset_at, river_alarm, origin,
    approved, level_before,
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
    cancelled_at, cancel_reason, communes, hazard_name_en, polygons, circles, onset_at, river_alarm, origin,
    approved, level_before,
    msg_type <> 'cancel' and replaced_by is null and expires_at > $2 as active
from alert_seen
where id = $1
"""
HOLD_ALERT = """
select id from alert where id = $1 and province_code = any($2::text[]) for update
"""
LIST_REFERENCES = """
with recursive before as (
    select e.id, e.replaces, e.sender, e.identifier, e.sent_at, 1 as back
    from alert a join alert e on e.id = a.replaces
    where a.id = $1
    union all
    select e.id, e.replaces, e.sender, e.identifier, e.sent_at, b.back + 1
    from before b join alert e on e.id = b.replaces
)
select sender, identifier, sent_at from before order by back desc
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


async def list_areas_around(
    db: Connection, box: tuple[float, float, float, float], *, provinces: Sequence[str], on: date
) -> list[Area]:
    """The communes of these provinces whose centre lies in a box of south, west, north, east."""
    return await fetch_all(db, LIST_AREAS_AROUND, list(provinces), on, *box, into=Area)


async def needs_second_person(db: Connection, level: int) -> bool:
    """Whether a warning of this level waits for another officer."""
    found: bool = await db.fetchval(NEEDS_SECOND_PERSON, level)
    return found


async def find_last_change(db: Connection, *, at: datetime) -> datetime | None:
    """When anything was last published or ended by itself; None: never."""
    found: datetime | None = await db.fetchval(FIND_LAST_CHANGE, at)
    return found


async def find_edition(db: Connection, *, at: datetime) -> str:
    """Changes whenever a message that still holds is published."""
    found: str = await db.fetchval(FIND_EDITION, at)
    return found


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
    origin: Origin,
    approved_by: UUID | None,
) -> bool:
    """Keep one message; False when its id, or its place in the chain, is taken."""
    found = await tx.fetchval(
        INSERT_ALERT, new.id, content_hash, identifier, sender, sender_name, province, new.hazard,
        new.risk_level, new.urgency, new.certainty, new.status, msg_type, new.headline,
        new.description, new.instruction, new.effective_at, new.expires_at, at, published_by,
        chain_id, new.replaces, demo, new.polygons, msgspec.to_builtins(new.circles), new.onset_at,
        new.river_alarm, origin, approved_by,
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
