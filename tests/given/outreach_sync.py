"""What the hard cases of the upload share: an app that says more of itself, a leader, and totals that were proven."""

from typing import Any

import msgspec

from api.kit.db import Connection
from api.kit.principal import Principal
from outreach.folding import FOLDS
from outreach.measurement.actions import recount
from outreach.visits.actions import sync
from outreach.visits.contracts import SyncAnswer
from tests.given.outreach import SECRET, Phone, Walker

TOTALS = "select adults_registered, adults_reached, adults_assessed, know_and_can, visits from coverage_total"


async def totals(tx: Connection) -> list[int]:
    """The running totals, after proving them equal to a recount from the log."""
    assert (await recount(tx)).equal
    row = await tx.fetchrow(TOTALS)
    return list(row) if row else []


async def send_as(tx: Connection, phone: Phone, events: list[Any] | None = None, **said: Any) -> SyncAnswer:
    """Upload, saying more of the phone than an old app does."""
    batch = msgspec.structs.replace(phone.batch(events), **said)
    return await sync(tx, batch, by=phone.walker.principal, secret=SECRET, folds=FOLDS)


def leading(walker: Walker) -> Principal:
    """The same person, as the leader of the team."""
    return msgspec.structs.replace(walker.principal, led_team_ids=(walker.team_id,))
