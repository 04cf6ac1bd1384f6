"""When a system that only answers is asked again: patience that grows, and a circuit that opens."""

from datetime import datetime, timedelta

import msgspec

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=15)
LONGEST_ASKED = timedelta(days=1)
"""The longest `Retry-After` that is honoured."""
TRIPS_AFTER = 5
"""Failures in a row that open the circuit."""
OPEN_FOR = timedelta(minutes=5)


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """How a system fared lately. `open_until`: the circuit is open, nothing is asked before."""

    failures: int = 0
    open_until: datetime | None = None


def after_failure(
    health: Health, now: datetime, *, chance: float, asked: timedelta | None = None
) -> tuple[Health, datetime]:
    """What a failure leaves, and when to ask again.

    Waits double from FIRST_WAIT to LONGEST_WAIT; `chance` (0 to 1) takes away up to half, so that
    many sources do not come back together. `asked` is the system's own `Retry-After`, never undercut.
    """
    failures = health.failures + 1
    whole = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures - 1, 20))
    again_at = now + whole * (1 - chance / 2)
    open_until = now + OPEN_FOR if failures >= TRIPS_AFTER else None
    if open_until is not None:
        again_at = max(again_at, open_until)
    if asked is not None:
        again_at = max(again_at, now + min(asked, LONGEST_ASKED))
    return Health(failures=failures, open_until=open_until), again_at


def retry_after(wish: str) -> timedelta | None:
    """The system's own wish in its `Retry-After`, in seconds; a date is not read."""
    return timedelta(seconds=int(wish)) if wish.isascii() and wish.isdigit() and len(wish) < 10 else None  # noqa: PLR2004  years
