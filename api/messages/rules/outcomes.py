"""What came of handing a message to a carrier, and what is done about it."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from api.messages.contracts import State, Way

MOST_ATTEMPTS = 6
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
PATIENCE: dict[Way, timedelta] = {
    Way.SMS: timedelta(seconds=30),
    Way.ZALO_PHONE: timedelta(minutes=15),
    Way.ZALO_UID: timedelta(minutes=2),
    Way.ZALO_OA: timedelta(minutes=2),
    Way.EMAIL: timedelta(minutes=2),
    Way.PUSH: timedelta(seconds=30),
}
"""How long a lost answer is waited for before the carrier is asked, or, where it cannot be asked,
before the message is sent again under the same tracking id (docs/decisions/0060)."""
URGENT_PATIENCE = timedelta(seconds=30)
LEASE = timedelta(seconds=60)
"""A row `sending` for longer than this was dropped by a worker that died: every call ends sooner."""
STOP_DAYS = {"opted_out": None, "bounced": None, "no_zalo": 30, "opted_out_there": 30, "not_eligible": 7}


class Came(StrEnum):
    """The classes of answers, the same for every carrier."""

    TAKEN = "taken"
    DELIVERED = "delivered"
    LATER = "later"
    """Not now: a limit, a fault, the night. Tried again."""
    UNREACHABLE = "unreachable"
    """This address cannot be reached this way: the next way is tried."""
    REFUSED = "refused"
    """Our data or our set-up is wrong: trying the same again cannot help; a person must look."""
    LOST = "lost"
    """No answer came, or none that can be read: it may have been sent."""
    UNKNOWN = "unknown"
    """Asked about by its tracking id, the carrier does not know it: it was never sent."""
    SILENT = "silent"
    """The carrier cannot be asked, or did not answer."""


class Outcome(Struct, frozen=True, kw_only=True):
    """One answer. `stop`: why the address must not be tried again for a while; `gone`: browsers that are no more."""

    came: Came
    reason: str = ""
    ref: str | None = None
    wait: timedelta | None = None
    stop: str | None = None
    gone: tuple[UUID, ...] = ()


class Sent(Struct, frozen=True, kw_only=True):
    """What is known of a delivery when its outcome comes in."""

    state: State
    way: Way
    attempts: int
    urgent: bool
    fallback: list[str]


class Next(Struct, frozen=True, kw_only=True):
    """What becomes of a delivery: its state, when it is looked at again, and whether the next way is tried."""

    state: State
    at: datetime | None = None
    onward: bool = False


ENDS: dict[Came, Next] = {
    Came.TAKEN: Next(state=State.SENT),
    Came.DELIVERED: Next(state=State.DELIVERED),
    Came.UNREACHABLE: Next(state=State.UNREACHABLE, onward=True),
    Came.REFUSED: Next(state=State.DEAD, onward=True),
}


def pause(attempts: int) -> timedelta:
    """How long to wait before the next attempt: twice as long each time, up to an hour."""
    doubled: timedelta = FIRST_PAUSE * (1 << min(max(attempts - 1, 0), 10))
    return min(doubled, LONGEST_PAUSE)


def patience(way: Way, *, urgent: bool) -> timedelta:
    """How long a lost answer may still come."""
    return min(PATIENCE[way], URGENT_PATIENCE) if urgent else PATIENCE[way]


def next_of(sent: Sent, outcome: Outcome, at: datetime) -> Next:
    """What an answer means for its delivery.

    A delivery that ran out of attempts goes on to the next way, or waits for a person when it has none.
    """
    if outcome.came in ENDS:
        return ENDS[outcome.came]
    if outcome.came is Came.LOST:
        return Next(state=State.UNSURE, at=at + patience(sent.way, urgent=sent.urgent))
    if outcome.came is Came.UNKNOWN:
        return Next(state=State.WAITING, at=at)
    if sent.attempts >= MOST_ATTEMPTS:
        return Next(state=State.DEAD, onward=True)
    wait = outcome.wait or (timedelta(0) if outcome.came is Came.SILENT else pause(sent.attempts))
    return Next(state=State.WAITING, at=at + wait)


def stop_until(stop: str, at: datetime) -> datetime | None:
    """When an address may be tried again; None: not before it changes."""
    days = STOP_DAYS.get(stop)
    return None if days is None else at + timedelta(days=days)
