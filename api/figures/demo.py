"""The figures of the demo province, counted once its stories are told."""

from api.figures import actions
from api.kit.db import Connection
from api.kit.settings import Settings


async def load_demo(tx: Connection, _: Settings) -> None:
    """Count what there is."""
    await actions.refresh(tx)
