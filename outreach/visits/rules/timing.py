"""When something happened: the phone's clock put right as far as can be known, and the bounds of what cannot. Pure."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from outreach.visits.contracts import TimeQuality, VisitLogged

DEADBAND = timedelta(seconds=30)
"""A smaller difference of clocks is the network's, not the phone's."""
FLAGGED = timedelta(minutes=10)
LONGEST_OFFLINE = timedelta(days=180)


class Corrected(msgspec.Struct, frozen=True):
    """A moment by the server's clock, its bounds, and how much to trust it."""

    at: datetime
    earliest: datetime
    quality: TimeQuality
    latest: datetime | None = None
    """None: `at` itself."""


class Contact(msgspec.Struct, frozen=True):
    """The upload before this one: when it was, how far the clock was off, and the highest number given by then."""

    at: datetime
    offset: timedelta
    seq: int | None
    """None: an older app, which did not say."""


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """What one upload says of its phone's clock."""

    received_at: datetime
    offset: timedelta
    """Server minus phone."""
    session_id: UUID | None = None
    mono: int | None = None
    rtt: timedelta = timedelta(0)
    before: Contact | None = None


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What an event says of its own moment."""

    device_time: datetime
    session_id: UUID | None = None
    mono: int | None = None
    seq: int = 0


def correct(mark: Mark, clock: Clock) -> Corrected:
    """The moment a phone meant.

    By the stopwatch of the same run of the app, whatever became of the clock; else its own time plus what the clock
    is wrong by. Was the clock changed since the contact before, both readings are tried, and when both can be, the
    moment is only bounded; as it is when neither can be: then it lies between that contact and now.
    """
    by_watch = stopwatch(mark, clock)
    if by_watch is not None:
        return by_watch
    received, before = clock.received_at, clock.before
    floor = received - LONGEST_OFFLINE
    if before is not None and before.seq is not None and mark.seq > before.seq:
        floor = max(floor, before.at - DEADBAND)  # made after that contact
    offsets = [clock.offset]
    if before is not None and abs(before.offset - clock.offset) > FLAGGED:
        offsets.append(before.offset)
    readings = [moment(mark.device_time, offset, floor, received) for offset in offsets]
    found = sorted(at for at in readings if at is not None)
    if not found:
        return Corrected(received, floor, TimeQuality.BOUNDED)
    if found[-1] - found[0] > FLAGGED:
        return Corrected(found[0], found[0], TimeQuality.BOUNDED, found[-1])
    shifted = len(offsets) > 1 or abs(clock.offset) > FLAGGED
    return Corrected(found[-1], found[-1], TimeQuality.WALL_SHIFTED if shifted else TimeQuality.WALL_OK)


def stopwatch(mark: Mark, clock: Clock) -> Corrected | None:
    """By the time that passed on the phone between the event and the upload; None when they are of two runs."""
    if (
        mark.mono is None
        or clock.mono is None
        or mark.session_id is None
        or mark.session_id != clock.session_id
    ):
        return None
    passed = timedelta(milliseconds=clock.mono - mark.mono)
    if not timedelta(0) <= passed <= LONGEST_OFFLINE:
        return None
    at = clock.received_at - passed
    return Corrected(at, at - clock.rtt, TimeQuality.MONO)


def moment(
    device_time: datetime, offset: timedelta, floor: datetime, received_at: datetime
) -> datetime | None:
    """A reading of the clock, when it can be: not before the floor, not after it came."""
    try:
        at = device_time + (offset if abs(offset) > DEADBAND else timedelta(0))
    except OverflowError:
        return None
    if received_at < at <= received_at + DEADBAND:
        at = received_at
    return at if floor <= at <= received_at else None


def visited_at(body: VisitLogged, *, device_time: datetime, corrected_at: datetime) -> datetime:
    """When the visit began: as long before the event was saved as the phone says."""
    return corrected_at - max(device_time - body.started_at, timedelta(0))
