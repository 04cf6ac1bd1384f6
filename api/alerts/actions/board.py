"""What a million phones ask for, kept ready beside the requests: the warnings in force, as bytes.

One look at the database a second for each process, however many ask. While this process is unsure (it has
just published, or could not look), nothing is answered from here and the database is asked.
"""

import asyncio
import time
from datetime import datetime

import msgspec

from api.alerts import store
from api.alerts.contracts import Alert
from api.kit.clock import now
from api.kit.db import Database
from api.kit.log import logger
from api.kit.pages import Page

LOOK_EVERY = 1.0
TRUSTED_FOR = 5.0
"""Seconds without a look after which the database is asked instead."""
UNSURE_FOR = 2.0
"""Seconds after publishing in this process: the transaction may not be committed yet."""
MOST = 500
"""Warnings in force at once; with more, nothing is answered from here."""
log = logger("alerts")


class Board:
    """The warnings in force, newest first, and the answers made of them so far."""

    def __init__(self) -> None:
        self.alerts: list[Alert] = []
        self.edition = ""
        self.until: datetime | None = None
        self.looked_at = self.sure_from = float("-inf")
        self.bodies: dict[tuple[str | None, int], bytes | None] = {}

    def doubt(self) -> None:
        """Something is being published here."""
        self.sure_from, self.looked_at = time.monotonic() + UNSURE_FOR, float("-inf")
        self.edition = ""

    def answer(self, commune: str | None, limit: int) -> bytes | None:
        """The first page of warnings in force as JSON; None: ask the database."""
        tick = time.monotonic()
        if tick - self.looked_at > TRUSTED_FOR or tick < self.sure_from:
            return None
        if self.until is not None and now() >= self.until:
            return None
        key = (commune, limit)
        if key not in self.bodies:
            found = [
                alert
                for alert in self.alerts
                if commune is None or any(one.code == commune for one in alert.communes)
            ]
            # More than one page has a cursor: for the database.
            self.bodies[key] = None if len(found) > limit else msgspec.json.encode(Page(found, None))
        return self.bodies[key]

    async def look(self, database: Database) -> None:
        """Read the warnings in force anew, if anything was published or ended."""
        begun, at = time.monotonic(), now()
        async with database.read() as db:
            edition = await store.find_edition(db, at=at)
            if edition != self.edition or (self.until is not None and at >= self.until):
                alerts = await store.list_alerts(db, active=True, limit=MOST + 1, at=at)
                if len(alerts) > MOST:
                    return
                self.alerts, self.edition, self.bodies = alerts, edition, {}
                self.until = min((alert.expires_at for alert in alerts), default=None)
        if begun >= self.sure_from:
            self.looked_at = begun


board = Board()


async def keep_current(database: Database) -> None:
    """Look once a second, for ever."""
    failed = None
    while True:
        try:
            await board.look(database)
            failure = None
        except Exception as error:  # noqa: BLE001  the database is asked instead, and says what is wrong
            failure = type(error).__name__
        if failure != failed:
            log.warning("board_not_current", error=failure) if failure else log.info("board_current")
        failed = failure
        await asyncio.sleep(LOOK_EVERY)
