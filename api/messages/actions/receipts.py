"""What carriers say later: arrived, not arrived, bounced, stop; and letters that nobody could send."""

from datetime import datetime
from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.phones import masked
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.messages.actions.carrying import go_onward
from api.messages.actions.telling import tell_all
from api.messages.contracts import (
    BudgetReached,
    DayReport,
    DeadLetter,
    Kind,
    Notice,
    Receipt,
    State,
    SystemParams,
    Way,
)
from api.messages.rules.dead import Decider, code_of, decider, why_dead
from api.messages.rules.outcomes import stop_until
from api.messages.rules.planning import CHANNELS
from api.messages.rules.purposes import TEXT_VERSION, AlreadyReached, DeliveryNotFound, email_masked
from api.messages.store import carrying, preferences
from api.messages.store import receipts as store


async def take_receipt(tx: Connection, receipt: Receipt) -> bool:
    """Keep a receipt; False for an id that is not ours. A receipt that comes twice, or late, changes nothing."""
    delivery_id, at = UUID(receipt.id), now()
    to = await store.find_addressee(tx, delivery_id)
    if to is None:
        return False
    if receipt.state == "delivered":
        await store.set_delivered(tx, delivery_id, at=at)
        return True
    failed = await store.set_failed(tx, delivery_id, reason=code_of(receipt.reason) or receipt.state)
    if receipt.state in ("bounced", "opted_out"):
        await carrying.upsert_stop(
            tx,
            to.person_id,
            to.way,
            address=to.address,
            reason=receipt.state,
            at=at,
            until=stop_until(receipt.state, at),
        )
    if receipt.state == "opted_out":
        await opt_out(tx, to.person_id, to.way)
    if failed is not None and failed.fallback:
        await go_onward(tx, failed.message_id, failed.person_id, failed.fallback, priority=failed.priority)
    return True


async def opt_out(tx: Connection, person_id: UUID, way: Way, *, kind: Kind | None = None) -> None:
    """A no said outside the app (STOP, a link): kept as a decision, and seen in the preferences."""
    for purpose in Kind if kind is None else (kind,):
        await preferences.insert_choice(
            tx,
            person_id,
            purpose=purpose,
            channel=CHANNELS[way],
            granted=False,
            text_version=TEXT_VERSION,
            session_id=None,
            at=now(),
        )


async def take_zalo_receipt(tx: Connection, *, tracking_id: str | None, ref: str | None) -> bool:
    """Zalo delivered a message: named by our id (by phone) or by its own; False when it is not ours."""
    if tracking_id:
        try:
            return await take_receipt(tx, Receipt(id=UUID(tracking_id).hex, state="delivered"))
        except ValueError:
            return False
    found = await store.find_by_ref(tx, ref) if ref else None
    return found is not None and await store.set_delivered(tx, found, at=now())


async def list_dead(
    db: Connection, settings: Settings, me: Principal, *, cursor: str | None, limit: int
) -> Page[DeadLetter]:
    """What could not be sent and waits for somebody, newest first."""
    after = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.list_dead(db, after=after, limit=limit + 1, decided_by=decider(settings, me))
    items = [dead_letter(one) for one in found[:limit]]
    return Page(items, encode_cursor(items[-1].created_at, items[-1].id) if len(found) > limit else None)


def dead_letter(dead: store.Dead) -> DeadLetter:
    """A letter as staff see it: enough to judge it, not enough to know who it is for."""
    address = None
    if dead.address:
        address = email_masked(dead.address) if dead.way is Way.EMAIL else masked(dead.address)
    return DeadLetter(
        id=dead.id,
        way=dead.way,
        kind=dead.kind,
        urgent=dead.urgent,
        attempts=dead.attempts,
        reason=dead.reason,
        why=why_dead(dead.reason),
        address_masked=address,
        created_at=dead.created_at,
        sending_at=dead.sending_at,
    )


async def resend(tx: Connection, settings: Settings, me: Principal, delivery_id: UUID) -> None:
    """Send a dead letter again; who did so is kept."""
    if (await held(tx, decider(settings, me), delivery_id)).reached:
        raise AlreadyReached
    await store.set_resent(tx, delivery_id, at=now(), by=me.person_id)


async def give_up(tx: Connection, settings: Settings, me: Principal, delivery_id: UUID) -> None:
    """Leave a dead letter unsent; it stays in its reader's inbox, and who decided so is kept."""
    await held(tx, decider(settings, me), delivery_id)
    await store.set_given_up(tx, delivery_id, by=me.person_id)


async def held(tx: Connection, decided_by: Decider, delivery_id: UUID) -> store.LetterNow:
    """A dead letter that is theirs to decide, held until this transaction ends, or DeliveryNotFound."""
    letter = await store.find_letter(tx, delivery_id, decided_by=decided_by)
    if letter is None or letter.state is not State.DEAD:
        raise DeliveryNotFound
    return letter


async def report_day(db: Connection, settings: Settings, me: Principal) -> DayReport:
    """Today's sending (Vietnam): costs and what waits of all, dead letters those that are mine to decide."""
    day = await store.find_day(db, today(), decided_by=decider(settings, me))
    return DayReport(
        cost_vnd=day.cost_vnd, cap_vnd=settings.message_budget_vnd, waiting=day.waiting, dead=day.dead
    )


async def tell_of_budget(tx: Connection, event: BudgetReached) -> None:
    """Officers and administrators hear once a day that the rest waits for tomorrow."""
    cap = f"{event.cap_vnd:,}".replace(",", ".")
    body = (
        f"Chi phí gửi tin hôm nay đã chạm mức {cap} đồng. Tin còn lại chờ đến 7 giờ sáng mai; "
        "cảnh báo nguy hiểm đến tính mạng vẫn gửi."
    )
    title = "Đã hết hạn mức gửi tin hôm nay"
    await tell_all(
        tx,
        [
            Notice(
                person_id=person,
                kind=Kind.SYSTEM,
                title=title,
                body=body,
                dedupe_key=f"budget:{event.day}",
                params=SystemParams(matter=title),
            )
            for person in await store.list_staff(tx, today())
        ],
    )
