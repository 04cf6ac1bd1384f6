"""SQL of receipts: what carriers say later, and the list of what could not be sent."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct
from msgspec.structs import astuple

from api.kit.db import Connection, fetch_all, fetch_one
from api.messages.contracts import Kind, State, Way
from api.messages.rules.dead import Decider

SET_DELIVERED = """
update delivery
set state = 'delivered', sent_at = coalesce(sent_at, $2), delivered_at = $2, reason = null
where id = $1 and state in ('waiting', 'sending', 'unsure', 'sent', 'unreachable', 'dead')
"""


async def set_delivered(tx: Connection, delivery_id: UUID, *, at: datetime) -> bool:
    """It arrived; one that was about to be sent again is not."""
    return await tx.execute(SET_DELIVERED, delivery_id, at) == "UPDATE 1"


SET_FAILED = """
update delivery set state = 'unreachable', reason = $2
where id = $1 and state in ('sending', 'unsure', 'sent')
returning id, message_id, person_id, way, fallback, priority
"""


class Failed(Struct, frozen=True, kw_only=True):
    """A delivery that did not arrive, with what may be tried next."""

    id: UUID
    message_id: UUID
    person_id: UUID
    way: Way
    fallback: list[str]
    priority: int


async def set_failed(tx: Connection, delivery_id: UUID, *, reason: str) -> Failed | None:
    """It did not arrive; None when that was known, or when it arrived after all."""
    return await fetch_one(tx, SET_FAILED, delivery_id, reason, into=Failed)


FIND_ADDRESSEE = """
select d.person_id, d.way,
       coalesce(case d.way when 'email' then e.email when 'zalo_oa' then p.zalo_id_by_oa
                           when 'zalo_uid' then p.zalo_id_by_oa else p.phone end, '') as address
from delivery d join person p on p.id = d.person_id left join message_email e on e.person_id = d.person_id
where d.id = $1
"""


class Addressee(Struct, frozen=True, kw_only=True):
    """Who a delivery went to, and where."""

    person_id: UUID
    way: Way
    address: str


async def find_addressee(tx: Connection, delivery_id: UUID) -> Addressee | None:
    """Whose delivery this is; None for an id that is not ours."""
    return await fetch_one(tx, FIND_ADDRESSEE, delivery_id, into=Addressee)


FIND_BY_REF = """
select id from delivery where provider_ref = $1 order by created_at desc limit 1
"""


async def find_by_ref(tx: Connection, ref: str) -> UUID | None:
    """The delivery a carrier knows by its own id."""
    found: UUID | None = await tx.fetchval(FIND_BY_REF, ref)
    return found


LIST_DEAD = """
select d.id, d.way, m.kind, m.priority = 0 as urgent, d.attempts, d.reason, d.created_at, d.sending_at,
       coalesce(case when d.way = 'email' then e.email when d.way in ('sms', 'zalo_phone') then p.phone end, '') as address
from delivery d
join message m on m.id = d.message_id
join person p on p.id = d.person_id
left join message_email e on e.person_id = d.person_id
where d.state = 'dead' and ($1::timestamptz is null or (d.created_at, d.id) < ($1, $2::uuid))
  and ($4::text[] is null
       or exists (select from dead_letter l where l.id = d.id and coalesce(l.province_code, $5) = any($4)))
order by d.created_at desc, d.id desc
limit $3
"""


class Dead(Struct, frozen=True, kw_only=True):
    """A letter that nobody could send, with its whole address: masked before it leaves the actions."""

    id: UUID
    way: Way
    kind: Kind
    urgent: bool
    attempts: int
    reason: str | None
    created_at: datetime
    sending_at: datetime | None
    address: str


async def list_dead(
    db: Connection, *, after: tuple[datetime, UUID] | None, limit: int, decided_by: Decider
) -> list[Dead]:
    """What could not be sent and is theirs to decide, newest first."""
    at, last = after or (None, None)
    return await fetch_all(db, LIST_DEAD, at, last, limit, *astuple(decided_by), into=Dead)


FIND_LETTER = """
select d.state, exists (
    select from delivery o where o.message_id = d.message_id and o.id <> d.id and o.state in ('sent', 'delivered')
) as reached
from delivery d
where d.id = $1
  and ($2::text[] is null
       or exists (select from dead_letter l where l.id = d.id and coalesce(l.province_code, $3) = any($2)))
for update of d
"""


class LetterNow(Struct, frozen=True, kw_only=True):
    """A letter's state, and whether its reader was reached another way."""

    state: State
    reached: bool


async def find_letter(tx: Connection, delivery_id: UUID, *, decided_by: Decider) -> LetterNow | None:
    """A letter that is theirs to decide, held until this transaction ends."""
    return await fetch_one(tx, FIND_LETTER, delivery_id, *astuple(decided_by), into=LetterNow)


SET_RESENT = """
update delivery set state = 'waiting', attempts = 0, next_try_at = $2, reason = null, resent_by = $3 where id = $1
"""


async def set_resent(tx: Connection, delivery_id: UUID, *, at: datetime, by: UUID) -> None:
    """Try again, under the same tracking id."""
    await tx.execute(SET_RESENT, delivery_id, at, by)


SET_GIVEN_UP = """
update delivery set state = 'unwanted', reason = 'given-up', resent_by = $2 where id = $1
"""


async def set_given_up(tx: Connection, delivery_id: UUID, *, by: UUID) -> None:
    """Nobody tries again; who decided so is kept."""
    await tx.execute(SET_GIVEN_UP, delivery_id, by)


FIND_DAY = """
select coalesce((select cost_vnd from message_spending where day = $1), 0) as cost_vnd,
       (select count(*) from (select from delivery where state = 'waiting' limit 1000000) w) as waiting,
       (select count(*) from (
           select from dead_letter where $2::text[] is null or coalesce(province_code, $3) = any($2)
           limit 10000) d) as dead
"""


class Day(Struct, frozen=True, kw_only=True):
    """What a day's messages cost, and how much is left to do."""

    cost_vnd: int
    waiting: int
    dead: int


async def find_day(db: Connection, day: object, *, decided_by: Decider) -> Day:
    """Counts over the partial indexes of what is unfinished, never over the whole table."""
    found = await fetch_one(db, FIND_DAY, day, *astuple(decided_by), into=Day)
    return found or Day(cost_vnd=0, waiting=0, dead=0)


LIST_STAFF = """
select distinct person_id from role_grant
where role in ('officer', 'admin') and revoked_at is null and valid_from <= $1 and coalesce(valid_to, $1) >= $1
"""


async def list_staff(db: Connection, day: object) -> list[UUID]:
    """Officers and administrators of that day."""
    return [row["person_id"] for row in await db.fetch(LIST_STAFF, day)]
