"""Claim what is due, and keep what came of it: the two transactions around every call to a carrier."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import msgspec
from msgspec import Struct

from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.messages.contracts import BudgetReached, State, Way
from api.messages.rules import outcomes, planning
from api.messages.rules.outcomes import Came, Next, Outcome, Sent
from api.messages.store import carrying as store
from api.messages.store import planning as plans
from api.messages.store.carrying import Task
from api.messages.store.planning import NewDelivery

URGENT, NORMAL = (planning.DANGER, planning.DANGER), (planning.OWN, planning.MANY)
"""The two lanes, as ranges of priority: the urgent one has its own places and never waits for the other."""
WAY_OFF_PATIENCE = timedelta(days=1)
"""How long a way may be without an account, by mistake or while it changes, before its deliveries go on without it."""


class Claim(Struct, frozen=True, kw_only=True):
    """What to send now."""

    tasks: list[Task]
    taken: int
    """How many rows were looked at, the unwanted and unaffordable ones included."""


async def claim(
    tx: Connection, settings: Settings, way: Way, *, lane: tuple[int, int], price_vnd: int, limit: int
) -> Claim:
    """Take the next deliveries; what nobody wants any more or nobody can pay for is settled here.

    Once this commits they are `sending`: whoever dies now leaves rows that are asked about, not sent again.
    """
    at = now()
    if lane == NORMAL and planning.is_quiet(at):
        return Claim(tasks=[], taken=0)
    ids = await store.claim_due(tx, way, priorities=lane, limit=limit, at=at)
    if not ids:
        return Claim(tasks=[], taken=0)
    tasks = await store.list_tasks(tx, ids, at=at)
    wanted = []
    for task in tasks:
        why = unwanted(task)
        if why is None:
            wanted.append(task)
        else:
            state = State.UNREACHABLE if why in CLOSED else State.UNWANTED
            await settle(tx, task, Next(state=state, onward=why not in OVER), reason=why)
    return Claim(tasks=await paid(tx, settings, wanted, price_vnd), taken=len(ids))


CLOSED, READ, TAKEN_BACK = {"no-address", "stopped"}, "read", "campaign-stopped"
OVER = {READ, TAKEN_BACK}
"""Every other reason leaves the next way open: it was agreed to on its own."""


def unwanted(task: Task) -> str | None:
    """Why this should not go out any more, decided at the last moment; None: it should."""
    has = {
        Way.PUSH: bool(task.browsers),
        Way.EMAIL: task.email,
        Way.ZALO_OA: task.zalo_uid,
        Way.ZALO_UID: task.zalo_uid,
        Way.ZALO_PHONE: task.phone,
        Way.SMS: task.phone,
    }
    agreed = task.said
    if agreed is None:
        agreed = planning.browser_said_yes(task.kind, planning.CHANNELS[task.way])
    if task.taken_back:
        return TAKEN_BACK
    if not agreed:
        return "withdrawn"
    if not has[task.way]:
        return "no-address"
    if task.stopped:
        return "stopped"
    return READ if task.read and task.priority != planning.DANGER else None


async def paid(tx: Connection, settings: Settings, tasks: list[Task], price_vnd: int) -> list[Task]:
    """The tasks the day's budget pays for; the rest waits for tomorrow. Danger is counted, never stopped."""
    new = [task for task in tasks if not task.cost_vnd]
    if price_vnd <= 0 or not new:
        return tasks
    at = now()
    day = vn_date(at)
    spending = await store.hold_spending(tx, day)
    danger = [task for task in new if task.priority == planning.DANGER]
    others = [task for task in new if task.priority != planning.DANGER]
    cap = settings.message_budget_vnd
    room = cap - spending.cost_vnd - price_vnd * len(danger)
    count = planning.affordable(room, price_vnd, len(others))
    left = {task.id for task in others[count:]}
    await store.spend(tx, day, [task.id for task in danger + others[:count]], price_vnd)
    if left:
        tomorrow = planning.morning_after(at + timedelta(hours=planning.QUIET_UNTIL.hour))
        await store.postpone(tx, list(left), until=tomorrow)
        if spending.alerted_at is None:
            await store.set_alerted(tx, day, at=at)
            await outbox.emit(tx, BudgetReached(day=day.isoformat(), cap_vnd=cap))
    return [
        task if task.cost_vnd else msgspec.structs.replace(task, cost_vnd=price_vnd)
        for task in tasks
        if task.id not in left
    ]


async def claim_lost(tx: Connection, way: Way, *, limit: int) -> list[Task]:
    """Deliveries whose answer was lost, or whose worker died while sending."""
    at = now()
    ids = await store.claim_lost(
        tx, way, dropped_before=at - outcomes.LEASE, at=at, until=at + outcomes.LEASE, limit=limit
    )
    return await store.list_tasks(tx, ids, at=at) if ids else []


async def close_off(tx: Connection, way: Way, *, limit: int) -> int:
    """Deliveries due for a day by a way that has no account any more: the next way, or a person; how many."""
    at = now()
    everybody = (planning.DANGER, planning.MANY)
    ids = await store.claim_due(tx, way, priorities=everybody, limit=limit, at=at - WAY_OFF_PATIENCE)
    for task in await store.list_tasks(tx, ids, at=at) if ids else []:
        # A danger of yesterday is told to nobody by itself any more.
        onward = task.priority != planning.DANGER
        await settle(tx, task, Next(state=State.DEAD, onward=onward), reason="way-off")
    return len(ids)


async def record(tx: Connection, task: Task, outcome: Outcome) -> State:
    """Keep what came of a call, and start the next way when this one is closed."""
    at = now()
    sent = Sent(
        state=task.state,
        way=task.way,
        attempts=task.attempts,
        urgent=task.priority == planning.DANGER,
        fallback=task.fallback,
    )
    follows = outcomes.next_of(sent, outcome, at)
    if outcome.came is Came.SILENT and task.sending_at is not None:
        # Nobody could be asked: the receipt may still come for as long as this way's patience lasts.
        end = task.sending_at + outcomes.patience(task.way, urgent=sent.urgent)
        if at < end:
            follows = Next(state=State.UNSURE, at=end)
    if outcome.gone:
        await store.delete_browsers(tx, list(outcome.gone))
    if outcome.stop:
        await stop(tx, task, outcome.stop)
    await settle(tx, task, follows, reason=outcome.reason or None, ref=outcome.ref)
    return follows.state


async def stop(tx: Connection, task: Task, why: str) -> None:
    """Remember that this address cannot, or must not, be reached this way."""
    address = {Way.EMAIL: task.email, Way.ZALO_OA: task.zalo_uid, Way.ZALO_UID: task.zalo_uid}
    at = now()
    await store.upsert_stop(
        tx,
        task.person_id,
        task.way,
        address=address.get(task.way, task.phone) or "",
        reason=why,
        at=at,
        until=outcomes.stop_until(why, at),
    )


async def settle(
    tx: Connection, task: Task, follows: Next, *, reason: str | None, ref: str | None = None
) -> None:
    """Write the state; money that was not spent goes back, and the next way is planned."""
    at = now()
    onward = follows.onward and task.fallback
    state = State.UNREACHABLE if onward and follows.state is State.DEAD else follows.state
    kept = await store.set_outcome(
        tx,
        task.id,
        state=state,
        next_try_at=follows.at,
        reason=reason,
        ref=ref,
        at=at,
        attempt=task.attempts,
    )
    if not kept:
        return
    if state in (State.UNREACHABLE, State.UNWANTED, State.DEAD) and task.cost_vnd:
        await store.give_back(tx, vn_date(task.sending_at or at), task.cost_vnd)
    if onward:
        await go_onward(tx, task.message_id, task.person_id, task.fallback, priority=task.priority)


async def go_onward(
    tx: Connection, message_id: UUID, person_id: UUID, fallback: Sequence[str], *, priority: int
) -> None:
    """Plan the next way of a message that could not go the way before."""
    identity, at = uuid7(), now()
    following = NewDelivery(
        id=identity,
        message_id=message_id,
        person_id=person_id,
        way=Way(fallback[0]),
        fallback=",".join(fallback[1:]),
        priority=priority,
        next_try_at=planning.not_before(at, identity, urgent=priority == planning.DANGER),
    )
    await plans.insert_deliveries(tx, [following], at=at)
