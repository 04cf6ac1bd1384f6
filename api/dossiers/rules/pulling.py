"""When a system that only answers is asked again: patience that grows, and a circuit that opens."""

from datetime import datetime, timedelta

import msgspec

from api.kit.errors import Problem

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=15)
LONGEST_ASKED = timedelta(days=1)
"""The longest `Retry-After` that is honoured."""
TRIPS_AFTER = 5
"""Failures in a row that open the circuit."""
OPEN_FOR = timedelta(minutes=5)
PAGE = 500
"""Items asked for at a time; one while it is only tried whether the system is back."""


class SourceNotFound(Problem):
    """No system of this name is asked."""

    status = 404
    slug = "integration-source-not-found"
    title = "Không có hệ thống nguồn này"


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """How a system fared lately. `open_until`: the circuit is open, nothing is asked before."""

    failures: int = 0
    open_until: datetime | None = None


def page_size(health: Health) -> int:
    """How many items to ask for: a system that may still be ill is asked for one."""
    return 1 if health.open_until is not None else PAGE


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
