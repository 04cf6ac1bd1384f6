"""SQL of carrying: claim what is due, read what a carrier needs, keep what came of it."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from api.kit.db import Connection, fetch_all, fetch_one
from api.messages.contracts import Kind, Params, State, Way

CLAIM_DUE = """
with due as (
    select id from delivery
    where way = $1 and state = 'waiting' and priority between $2 and $3 and next_try_at <= $4
    order by priority, next_try_at, id
    limit $5
    for update skip locked
)
update delivery d set state = 'sending', attempts = d.attempts + 1, sending_at = $4
from due where d.id = due.id
returning d.id
"""


async def claim_due(
    tx: Connection, way: Way, *, priorities: tuple[int, int], limit: int, at: datetime
) -> list[UUID]:
    """Take the next deliveries of a way: they are `sending` once this transaction commits."""
    rows = await tx.fetch(CLAIM_DUE, way, *priorities, at, limit)
    return [row["id"] for row in rows]


CLAIM_LOST = """
with lost as (
    select id from delivery
    where way = $1 and ((state = 'sending' and sending_at < $2) or (state = 'unsure' and next_try_at <= $3))
    order by priority, id
    limit $4
    for update skip locked
)
update delivery d set state = 'unsure', next_try_at = $5
from lost where d.id = lost.id
returning d.id
"""


async def claim_lost(
    tx: Connection, way: Way, *, dropped_before: datetime, at: datetime, until: datetime, limit: int
) -> list[UUID]:
    """Take deliveries whose answer was lost or whose worker died; nobody else asks about them before `until`."""
    rows = await tx.fetch(CLAIM_LOST, way, dropped_before, at, limit, until)
    return [row["id"] for row in rows]


LIST_TASKS = """
select d.id, d.message_id, d.person_id, d.way, d.fallback, d.priority, d.attempts, d.state, d.provider_ref,
       d.cost_vnd, d.sending_at, m.kind, m.title, m.link, m.params, m.read_at is not null as read,
       case when p.phone_verified_at is not null then p.phone end as phone,
       p.zalo_id_by_oa as zalo_uid,
       case when e.verified_at is not null then e.email end as email,
       (select n.granted from message_choice_now n
        where n.person_id = d.person_id and n.purpose = m.kind
          and n.channel = case when d.way like 'zalo%' then 'zalo' else d.way end) as said,
       exists (select from way_stop s
               where s.person_id = d.person_id and s.way = d.way and (s.until is null or s.until > $2)
                 and s.address = coalesce(case s.way when 'email' then e.email when 'zalo_oa' then p.zalo_id_by_oa
                                                     when 'zalo_uid' then p.zalo_id_by_oa else p.phone end, '')
              ) as stopped,
       exists (select from message_campaign c
               where m.kind = 'campaign' and c.dedupe_key = m.dedupe_key and c.stopped_at is not null) as taken_back,
       case when d.way = 'push' then coalesce((
           select jsonb_agg(jsonb_build_object('id', b.id, 'endpoint', b.endpoint, 'p256dh', b.p256dh, 'auth', b.auth))
           from push_subscription b where b.person_id = d.person_id), '[]'::jsonb)
       else '[]'::jsonb end as browsers
from delivery d
join message m on m.id = d.message_id
join person p on p.id = d.person_id
left join message_email e on e.person_id = d.person_id
where d.id = any($1::uuid[])
order by d.priority, d.next_try_at, d.id
"""


class Browser(Struct, frozen=True, kw_only=True):
    """One push subscription of the reader."""

    id: UUID
    endpoint: str
    p256dh: str
    auth: str


class Task(Struct, frozen=True, kw_only=True):
    """A delivery with all that deciding and sending needs."""

    id: UUID
    message_id: UUID
    person_id: UUID
    way: Way
    fallback: list[str]
    priority: int
    attempts: int
    state: State
    provider_ref: str | None
    cost_vnd: int
    sending_at: datetime | None
    kind: Kind
    title: str
    link: str | None
    params: Params | None
    read: bool
    phone: str | None
    zalo_uid: str | None
    email: str | None
    said: bool | None
    stopped: bool
    taken_back: bool
    browsers: list[Browser]


async def list_tasks(db: Connection, ids: list[UUID], *, at: datetime) -> list[Task]:
    """What was claimed, with everything about message and reader as it is now."""
    return await fetch_all(db, LIST_TASKS, ids, at, into=Task)


SET_OUTCOME = """
update delivery
set state = $2::text,
    next_try_at = coalesce($3, next_try_at),
    reason = $4,
    provider_ref = coalesce($5, provider_ref),
    sent_at = case when $2::text in ('sent', 'delivered') then coalesce(sent_at, $6) else sent_at end,
    delivered_at = case when $2::text = 'delivered' then $6 else delivered_at end,
    cost_vnd = case when $2::text in ('unreachable', 'unwanted', 'dead') then 0 else cost_vnd end
where id = $1 and state in ('sending', 'unsure') and attempts = $7
"""


async def set_outcome(
    tx: Connection,
    delivery_id: UUID,
    *,
    state: State,
    next_try_at: datetime | None,
    reason: str | None,
    ref: str | None,
    at: datetime,
    attempt: int,
) -> bool:
    """Keep what came of a call; False when a receipt was quicker, or another attempt has begun meanwhile."""
    status = await tx.execute(SET_OUTCOME, delivery_id, state, next_try_at, reason, ref, at, attempt)
    return status == "UPDATE 1"


FIND_SPENDING = """
insert into message_spending (day) values ($1)
on conflict (day) do update set cost_vnd = message_spending.cost_vnd
returning cost_vnd, alerted_at
"""


class Spending(Struct, frozen=True, kw_only=True):
    """A day's costs so far, and whether its alert went out."""

    cost_vnd: int
    alerted_at: datetime | None


async def hold_spending(tx: Connection, day: date) -> Spending:
    """The day's spending, held until this transaction ends: two workers never spend the same đồng."""
    found = await fetch_one(tx, FIND_SPENDING, day, into=Spending)
    return found or Spending(cost_vnd=0, alerted_at=None)


SPEND = """
update message_spending set cost_vnd = greatest(cost_vnd + $2, 0) where day = $1
"""
SET_COST = """
update delivery set cost_vnd = $2 where id = any($1::uuid[])
"""


async def spend(tx: Connection, day: date, ids: list[UUID], price_vnd: int) -> None:
    """Count these deliveries against the day."""
    await tx.execute(SPEND, day, price_vnd * len(ids))
    await tx.execute(SET_COST, ids, price_vnd)


async def give_back(tx: Connection, day: date, cost_vnd: int) -> None:
    """What was counted and then not sent."""
    await tx.execute(SPEND, day, -cost_vnd)


POSTPONE = """
update delivery set state = 'waiting', attempts = attempts - 1, next_try_at = $2, reason = 'budget'
where id = any($1::uuid[])
"""


async def postpone(tx: Connection, ids: list[UUID], *, until: datetime) -> None:
    """Put claimed deliveries back until the budget is new."""
    await tx.execute(POSTPONE, ids, until)


SET_ALERTED = """
update message_spending set alerted_at = $2 where day = $1
"""


async def set_alerted(tx: Connection, day: date, *, at: datetime) -> None:
    """Officers were told about this day's budget."""
    await tx.execute(SET_ALERTED, day, at)


DELETE_BROWSERS = """
delete from push_subscription where id = any($1::uuid[])
"""


async def delete_browsers(tx: Connection, ids: list[UUID]) -> None:
    """Their push service says that they are gone."""
    await tx.execute(DELETE_BROWSERS, ids)


UPSERT_STOP = """
insert into way_stop (person_id, way, address, reason, at, until) values ($1, $2, $3, $4, $5, $6)
on conflict (person_id, way) do update
set address = excluded.address, reason = excluded.reason, at = excluded.at, until = excluded.until
"""


async def upsert_stop(
    tx: Connection,
    person_id: UUID,
    way: str,
    *,
    address: str,
    reason: str,
    at: datetime,
    until: datetime | None,
) -> None:
    """Do not try this address this way again before `until`."""
    await tx.execute(UPSERT_STOP, person_id, way, address, reason, at, until)
