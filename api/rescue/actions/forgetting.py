"""What ended long enough ago forgets its people; how long is a row of data."""

from api.kit.clock import now
from api.kit.db import Connection
from api.rescue.store import forgetting


async def forget(tx: Connection) -> None:
    """Once a night: numbers, names, words and exact places go; what was done about it stays."""
    await forgetting.forget_people(tx, at=now())
    await forgetting.forget_verdicts(tx, at=now())
