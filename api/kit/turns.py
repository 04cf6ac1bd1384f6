"""One at a time: who writes what others read before they write waits for them.

One turn for all such work: two that each wait for the other's would wait for ever.
"""

from api.kit.db import Connection

TAKE_TURN = """
select pg_advisory_xact_lock(4207311)
"""


async def take_turn(tx: Connection) -> None:
    """Wait for whoever has the turn; it goes with the transaction."""
    await tx.execute(TAKE_TURN)
