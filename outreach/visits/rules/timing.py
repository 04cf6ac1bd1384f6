"""When something happened: the phone's clock put right as far as can be known, and the bounds of what cannot. Pure."""

from datetime import datetime, timedelta

import msgspec

from outreach.visits.contracts import TimeQuality, VisitLogged

DEADBAND = timedelta(seconds=30)
"""A smaller difference of clocks is the network's, not the phone's."""
FLAGGED = timedelta(minutes=10)
LONGEST_OFFLINE = timedelta(days=180)


class Corrected(msgspec.Struct, frozen=True):
    """A moment by the server's clock, its lower bound, and how much to trust it."""

    at: datetime
    earliest: datetime
    quality: TimeQuality


def correct(device_time: datetime, *, offset: timedelta, received_at: datetime) -> Corrected:
    """The moment a phone meant: its own time plus what its clock was wrong by at upload.

    A time that still lies in the future, or before any phone could have been offline, only
    says that the clock was changed in between: then the upload bounds it.
    """
    shift = offset if abs(offset) > DEADBAND else timedelta(0)
    quality = TimeQuality.WALL_SHIFTED if abs(offset) > FLAGGED else TimeQuality.WALL_OK
    oldest = received_at - LONGEST_OFFLINE
    try:
        at = device_time + shift
    except OverflowError:
        return Corrected(received_at, oldest, TimeQuality.BOUNDED)
    if received_at < at <= received_at + DEADBAND:
        at = received_at
    if not oldest <= at <= received_at:
        return Corrected(received_at, oldest, TimeQuality.BOUNDED)
    return Corrected(at, at, quality)


def visited_at(body: VisitLogged, *, device_time: datetime, corrected_at: datetime) -> datetime:
    """When the visit began: as long before the event was saved as the phone says."""
    return corrected_at - max(device_time - body.started_at, timedelta(0))
