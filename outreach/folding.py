"""What new events of the log change in every slice: one call, inside the upload's transaction."""

from collections.abc import Awaitable, Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from api.kit.db import Connection
from api.kit.principal import Principal
from outreach.visits.actions import office
from outreach.visits.contracts import EventResult, EventType

Fold: TypeAlias = Callable[[Connection, Sequence[UUID], AbstractSet[str]], Awaitable[None]]

FOLD = """
select outreach_fold($1::uuid[], $2::text[])
"""


async def fold(tx: Connection, event_ids: Sequence[UUID], types: AbstractSet[str]) -> None:
    """Who lives there, who was seen, who counts, and who is told: each slice's own function, in this order.

    They call each other in the database, because a round trip a slice would cost as much as its work. The kinds
    of these events say which of the rarer functions are needed.
    """
    await tx.execute(FOLD, event_ids, list(types))


FOLDS: tuple[Fold, ...] = (fold,)


class Record(Protocol):
    """Says one event as the server: for routes of slices that may not know the log (decision 0042)."""

    async def __call__(
        self,
        tx: Connection,
        *,
        by: Principal,
        team_id: UUID,
        kind: EventType | str,
        body: dict[str, Any],
        at: datetime | None = None,
    ) -> EventResult:
        """As `outreach.visits.actions.office.record`, with every fold."""


async def record(
    tx: Connection,
    *,
    by: Principal,
    team_id: UUID,
    kind: EventType | str,
    body: dict[str, Any],
    at: datetime | None = None,
) -> EventResult:
    """Log one event of somebody whom a route has let in, and fold it; who may not know the kinds says its name."""
    return await office.record(
        tx, by=by, team_id=team_id, kind=EventType(kind), body=body, at=at, folds=FOLDS
    )
