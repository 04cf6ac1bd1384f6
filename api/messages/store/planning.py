"""SQL of planning: what is told but not yet decided on, where its people can be reached, what was decided."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from msgspec.structs import astuple

from api.kit.db import Connection, fetch_all
from api.messages.contracts import Kind, Way

LIST_UNPLANNED = """
with fresh as (
    select id, person_id, kind, priority from message
    where planned_at is null
    order by priority, created_at, id
    limit $1
    for update skip locked
)
select f.id as message_id, f.person_id, f.kind, f.priority,
       coalesce(c.chosen, '{}') as chosen, coalesce(c.refused, '{}') as refused,
       exists (select from push_subscription s where s.person_id = f.person_id) as push,
       e.verified_at is not null as email,
       p.zalo_id_by_oa is not null as zalo_uid,
       p.phone_verified_at is not null as phone,
       coalesce(w.stopped, '{}') as stopped
from fresh f
join person p on p.id = f.person_id
left join message_email e on e.person_id = f.person_id
left join lateral (
    select array_agg(n.channel) filter (where n.granted) as chosen,
           array_agg(n.channel) filter (where not n.granted) as refused
    from message_choice_now n where n.person_id = f.person_id and n.purpose = f.kind
) c on true
left join lateral (
    select array_agg(s.way) as stopped from way_stop s
    where s.person_id = f.person_id and (s.until is null or s.until > $2)
      and s.address = coalesce(case s.way when 'email' then e.email when 'zalo_oa' then p.zalo_id_by_oa
                                          when 'zalo_uid' then p.zalo_id_by_oa else p.phone end, '')
) w on true
"""


class Unplanned(Struct, frozen=True, kw_only=True):
    """A message nobody has planned, with what is known of its reader."""

    message_id: UUID
    person_id: UUID
    kind: Kind
    priority: int
    chosen: list[str]
    refused: list[str]
    push: bool
    email: bool
    zalo_uid: bool
    phone: bool
    stopped: list[str]


async def list_unplanned(tx: Connection, *, limit: int, at: datetime) -> list[Unplanned]:
    """The next messages to plan, danger first, held until this transaction ends."""
    return await fetch_all(tx, LIST_UNPLANNED, limit, at, into=Unplanned)


INSERT_DELIVERIES = """
insert into delivery (id, message_id, person_id, way, fallback, priority, next_try_at, state, created_at)
select t.id, t.message_id, t.person_id, t.way, string_to_array(t.fallback, ','), t.priority, t.next_try_at, 'waiting', $8
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::timestamptz[])
     as t (id, message_id, person_id, way, fallback, priority, next_try_at)
on conflict on constraint delivery_happens_once_a_way do nothing
"""


class NewDelivery(Struct, frozen=True, kw_only=True):
    """A delivery as planned; the fields are the columns, in their order. `fallback` is comma-separated."""

    id: UUID
    message_id: UUID
    person_id: UUID
    way: Way
    fallback: str
    priority: int
    next_try_at: datetime


async def insert_deliveries(tx: Connection, planned: Sequence[NewDelivery], *, at: datetime) -> None:
    """Keep what was planned; a way that was planned before stays as it is."""
    columns = zip(*(astuple(delivery) for delivery in planned), strict=True)
    await tx.execute(INSERT_DELIVERIES, *map(list, columns), at)


SET_PLANNED = """
update message set planned_at = $2 where id = any($1::uuid[])
"""


async def set_planned(tx: Connection, messages: Sequence[UUID], *, at: datetime) -> None:
    """These were decided on, whether anything leaves the app or not."""
    await tx.execute(SET_PLANNED, list(messages), at)
