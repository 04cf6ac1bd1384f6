"""What every look-up reads and hardly ever changes, kept in this process: states and calendars.

States are shipped with the code and read again every minute. Calendars are exact: each is kept with what
the log of changes says at that moment, which is asked for every time.
"""

import time
from collections.abc import Iterable

from api.dossiers.contracts import State
from api.dossiers.store import events, recounting
from api.kit.calendar import Calendar
from api.kit.db import Connection
from api.kit.holidays import read_calendar_rows

SECONDS = 60.0
MOST = 500
"""Calendars kept; beyond it all are forgotten."""


class Almanac:
    """One a process."""

    def __init__(self) -> None:
        self.states: dict[str, State] = {}
        self.until = 0.0
        self.calendars: dict[tuple[str, tuple[str, ...]], Calendar] = {}

    async def read_states(self, db: Connection) -> dict[str, State]:
        """The states we have words for, by code."""
        if time.monotonic() >= self.until:
            self.states = await events.list_states(db)
            # An empty list is a database that is still being founded.
            self.until = time.monotonic() + SECONDS if self.states else 0.0
        return self.states

    async def read_calendars(
        self, db: Connection, wanted: Iterable[tuple[str, ...]], *, edition: str | None = None
    ) -> dict[tuple[str, ...], Calendar]:
        """The calendar of each group of scopes, general to particular; `edition` saves asking which one holds."""
        newest = edition or await recounting.find_edition(db)
        groups = set(wanted)
        missing = [scopes for scopes in groups if (newest, scopes) not in self.calendars]
        if missing:
            if len(self.calendars) > MOST:
                self.calendars.clear()
            rows = await read_calendar_rows(db, {scope for scopes in missing for scope in scopes})
            self.calendars |= {(newest, scopes): rows.of(*scopes) for scopes in missing}
        return {scopes: self.calendars[newest, scopes] for scopes in groups}


almanac = Almanac()
