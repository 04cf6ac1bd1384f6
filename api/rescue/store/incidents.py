"""SQL of incidents: the board, what a volunteer may see, and the log. Who may see a row is a parameter."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role
from api.rescue.contracts import Incident, IncidentLine, IncidentStep, RescueState
from api.rescue.rules.moves import Standing
from api.rescue.rules.places import Bounded
from api.rescue.rules.ranking import Picture, Ranked

INSERT_INCIDENT = """
insert into rescue_incident (
    id, province_code, state, opened_at, last_call_at, demo, rank, reasons, what, worse, people, weak, help, place,
    lat, lon, acc_m, commune_id, calls
)
values ($1, $2, 'received', $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)
returning id, number, province_code, version, state, holder_id, by_volunteer, calls, attempts, rank, opened_at, false as ended
"""
SET_PICTURE = """
update rescue_incident
set rank = $2, reasons = $3, what = $4, worse = $5, people = $6, weak = $7, help = $8, place = $9,
    lat = $10, lon = $11, acc_m = $12, calls = $13, last_call_at = $14, commune_id = $15
where id = $1
"""
LIST_COMMUNES = """
(
    select b.unit_id, b.shape
    from admin_boundary b
    join admin_unit u on u.id = b.unit_id and u.valid_to is null
    where b.bounds @> box(point($2::float8, $1::float8), point($2::float8, $1::float8))
    order by u.code
)
union all
(
    select u.id, null from admin_unit u
    where u.valid_to is null and u.lat is not null and length(u.code) = 5
    order by point(u.lon, u.lat) <-> point($2::float8, $1::float8)
    limit 1
)
"""
FIND_STANDING = """
select id, number, province_code, version, state, holder_id, by_volunteer, calls, attempts, rank, opened_at,
    ended_at is not null as ended
from rescue_incident
where id = $1
"""
HOLD_STANDING = """
select i.id, i.number, i.province_code, i.version, i.state, i.holder_id, i.by_volunteer, i.calls, i.attempts, i.rank, i.opened_at,
    i.ended_at is not null as ended
from rescue_incident i
where i.id = $1
for no key update
"""
FIND_NUMBERED = "select id from rescue_incident where number = $1 and province_code = any($2::text[])"
SET_STANDING = """
update rescue_incident
set state = $3::text, holder_id = $4::uuid, by_volunteer = $5, attempts = $6, version = version + 1,
    held_at = case when $4::uuid is null then null when holder_id is distinct from $4::uuid then $7::timestamptz else held_at end,
    acknowledged_at = coalesce(acknowledged_at, case when $3::text <> 'received' then $7::timestamptz end),
    ended_at = case
        when $3::text in ('safe', 'handed_112', 'false', 'closed', 'merged') then coalesce(ended_at, $7::timestamptz)
    end,
    merged_into = $8
where id = $1 and version = $2
returning version
"""
FIND_EDITION = """
select coalesce(md5(string_agg(
    concat_ws(
        '.', number, version, calls, extract(epoch from last_call_at),
        rank = 4 and acknowledged_at is null and opened_at < $2
    ), ',' order by number
)), 'empty')
from rescue_incident
where province_code = any($1::text[]) and ended_at is null
"""
LIST_BOARD = """
select
    id, number, version, state, rank, reasons, what, worse, people, weak, help, place, commune_name, lat, lon, acc_m,
    calls, attempts, held, coalesce(holder_id = $2, false) as mine, by_volunteer, opened_at, last_call_at,
    exists (select from rescue_step s where s.incident_id = i.id and s.action = 'say_safe') as said_safe
from rescue_line i
where province_code = any($1::text[]) and ended_at is null
order by
    held or state in ('on_the_way', 'reached'),
    case when rank = 4 and acknowledged_at is null and opened_at < $3 then 2 else rank end,
    opened_at, number
limit $4
"""
COUNT_OPEN = """
select count(*) as open, count(*) filter (where holder_id is null and state not in ('on_the_way', 'reached')) as waiting
from rescue_incident
where province_code = any($1::text[]) and ended_at is null
"""
HAS_CONSENTED = """
select coalesce((
    select granted from consent where person_id = $1 and purpose = 'rescue_help' order by id desc limit 1
), false)
"""
LIST_NEARBY = """
select
    i.id, i.number, i.version, i.state, i.rank, i.reasons, i.what, i.worse, i.people, i.weak, i.help, i.place,
    i.commune_name, i.lat, i.lon, i.acc_m, i.calls, i.attempts, i.held, coalesce(i.holder_id = $1, false) as mine,
    i.by_volunteer, i.opened_at, i.last_call_at,
    exists (select from rescue_step s where s.incident_id = i.id and s.action = 'say_safe') as said_safe
from rescue_line i
where i.ended_at is null
  and (
    i.holder_id = $1
    or $3 and exists (select from rescue_near n where n.incident_id = i.id and n.team_id = any($2::uuid[]))
  )
order by i.holder_id is null, i.rank, i.opened_at
limit 50
"""
FIND_INCIDENT = """
select
    i.id, i.number, i.version, i.state, i.rank, i.reasons, i.what, i.worse, i.people, i.weak, i.help, i.place,
    i.commune_name, i.lat, i.lon, i.acc_m, i.calls, i.attempts, i.held, coalesce(i.holder_id = $2, false) as mine,
    i.by_volunteer, i.opened_at, i.last_call_at, p.display_name as held_by, i.held_at,
    exists (select from rescue_step s where s.incident_id = i.id and s.action = 'say_safe') as said_safe
from rescue_line i
left join person p on p.id = i.holder_id
where i.id = $1
  and (
    $6 or i.province_code = any($3::text[]) or i.holder_id = $2
    or $5 and exists (select from rescue_near n where n.incident_id = i.id and n.team_id = any($4::uuid[]))
  )
"""
INSERT_STEP = """
insert into rescue_step (incident_id, action, state, note, by, person_id, occurred_at)
values ($1, $2, $3, $4, $5, $6, $7)
"""
LIST_STEPS = """
select s.action, s.state, s.note, s.by, p.display_name as person_name, s.occurred_at
from rescue_step s
left join person p on p.id = s.person_id
where s.incident_id = $1
order by s.id
"""


class Held(Standing, frozen=True, kw_only=True):
    """An incident as steps and calls change it."""

    rank: int
    opened_at: datetime
    ended: bool


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many incidents are open, and how many of those nobody has."""

    open: int
    waiting: int


def provinces_of(me: Principal) -> tuple[str, ...]:
    """The provinces whose command post this person sits in."""
    return me.province_codes if me.has(Role.OFFICER) else ()


async def insert_incident(
    tx: Connection,
    incident_id: UUID,
    province: str,
    picture: Picture,
    ranked: Ranked,
    *,
    commune_id: int | None,
    at: datetime,
    demo: bool,
) -> Held:
    """Begin an incident of one call; how it stands."""
    [opened] = await fetch_all(
        tx, INSERT_INCIDENT, incident_id, province, at, demo, ranked.rank, ranked.reasons, picture.what, picture.worse,
        picture.people, picture.weak, picture.help, picture.place, picture.lat, picture.lon, picture.acc_m, commune_id,
        into=Held,
    )  # fmt: skip
    return opened


async def set_picture(
    tx: Connection,
    incident_id: UUID,
    picture: Picture,
    ranked: Ranked,
    *,
    commune_id: int | None,
    calls: int,
    at: datetime,
) -> None:
    """Keep what the calls of an incident say together."""
    await tx.execute(
        SET_PICTURE, incident_id, ranked.rank, ranked.reasons, picture.what, picture.worse, picture.people, picture.weak,
        picture.help, picture.place, picture.lat, picture.lon, picture.acc_m, calls, at, commune_id,
    )  # fmt: skip


async def list_communes(db: Connection, lat: float, lon: float) -> list[Bounded]:
    """Whose own boundaries may hold a point (provinces that loaded theirs), and last the one with the nearest centre."""
    return await fetch_all(db, LIST_COMMUNES, lat, lon, into=Bounded)


async def find_standing(db: Connection, incident_id: UUID) -> Held | None:
    """How an incident stands."""
    return await fetch_one(db, FIND_STANDING, incident_id, into=Held)


async def hold_standing(tx: Connection, incident_id: UUID) -> Held | None:
    """How an incident stands, held until the transaction ends."""
    return await fetch_one(tx, HOLD_STANDING, incident_id, into=Held)


async def find_numbered(db: Connection, number: int, *, seen_by: Principal) -> UUID | None:
    """The incident of a number."""
    found: UUID | None = await db.fetchval(FIND_NUMBERED, number, list(provinces_of(seen_by)))
    return found


async def set_standing(
    tx: Connection, after: Standing, *, at: datetime, into: UUID | None = None
) -> int | None:
    """Keep a step; None when somebody else was quicker."""
    version: int | None = await tx.fetchval(
        SET_STANDING, after.id, after.version, after.state, after.holder_id, after.by_volunteer, after.attempts, at, into
    )  # fmt: skip
    return version


async def find_edition(db: Connection, me: Principal, *, doubtful_since: datetime) -> str:
    """What changes whenever anything on the board does."""
    edition: str = await db.fetchval(FIND_EDITION, list(provinces_of(me)), doubtful_since)
    return edition


async def list_board(
    db: Connection, me: Principal, *, doubtful_since: datetime, limit: int
) -> list[IncidentLine]:
    """Open incidents of the command post: who waits first, then by rank and age."""
    provinces = list(provinces_of(me))
    return await fetch_all(db, LIST_BOARD, provinces, me.person_id, doubtful_since, limit, into=IncidentLine)


async def count_open(db: Connection, me: Principal) -> Counts:
    """How many there are."""
    return await fetch_one(db, COUNT_OPEN, list(provinces_of(me)), into=Counts) or Counts(open=0, waiting=0)


async def has_consented(db: Connection, person_id: UUID) -> bool:
    """Whether a volunteer agreed to be asked for help nearby."""
    granted: bool = await db.fetchval(HAS_CONSENTED, person_id)
    return granted


async def list_nearby(db: Connection, me: Principal, *, consented: bool) -> list[IncidentLine]:
    """What this volunteer holds, and what they may take."""
    return await fetch_all(db, LIST_NEARBY, me.person_id, list(me.team_ids), consented, into=IncidentLine)


async def find_incident(
    db: Connection, incident_id: UUID, *, seen_by: Principal, consented: bool, just_held: bool = False
) -> Incident | None:
    """An incident for the command post, its holder, or a volunteer who may take it."""
    return await fetch_one(
        db, FIND_INCIDENT, incident_id, seen_by.person_id, list(provinces_of(seen_by)), list(seen_by.team_ids), consented, just_held,
        into=Incident,
    )  # fmt: skip


async def insert_step(
    tx: Connection,
    incident_id: UUID,
    action: str,
    state: RescueState,
    *,
    by: str,
    at: datetime,
    note: str | None = None,
    person_id: UUID | None = None,
) -> None:
    """Write down that something was done."""
    await tx.execute(INSERT_STEP, incident_id, action, state, note, by, person_id, at)


async def list_steps(db: Connection, incident_id: UUID) -> list[IncidentStep]:
    """The log."""
    return await fetch_all(db, LIST_STEPS, incident_id, into=IncidentStep)
