"""What new events of the log change in every slice: one call, inside the upload's transaction."""

from collections.abc import Awaitable, Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias
from uuid import UUID

from api.kit.db import Connection

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
