"""A worker whose clock always shows a Vietnamese morning, and who gives lost answers up soon: for fault tests only.

Nothing else differs from `python -m workers.main`: quiet hours would make a night's run wait for seven o'clock.
"""

import os
from datetime import UTC, datetime, timedelta

from api.kit import clock
from api.messages.contracts import Way
from api.messages.rules import outcomes
from workers import carrying
from workers.main import main

SHIFT = "CLOCK_SHIFT_HOURS"
"""Decided once a run, by who starts the workers: one that is started after a full hour must agree with the others."""
MORNING_UTC = 3


def shift_now() -> int:
    """The hours that make it ten-something in the morning in Vietnam."""
    return MORNING_UTC - datetime.now(UTC).hour


class Morning(clock.Clock):
    """The true time, moved by whole hours."""

    def __init__(self) -> None:
        super().__init__()
        self.shift = timedelta(hours=int(os.environ[SHIFT]))

    def now(self) -> datetime:
        """The time, moved into the morning."""
        return datetime.now(UTC) + self.shift


if __name__ == "__main__":
    clock.clock = Morning()
    # As in the product a call ends before its lease does; else what is still being said would be asked about.
    carrying.SEND_SECONDS = 2.0
    outcomes.LEASE = timedelta(seconds=4)
    outcomes.PATIENCE[Way.SMS] = timedelta(seconds=1)
    main()
