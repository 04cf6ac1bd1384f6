"""Gauges as given: a key that may send readings, a river, and what its system tells."""

from datetime import datetime, timedelta
from typing import Any

import httpx

from api.dossiers.actions.keys import create_key
from api.dossiers.contracts.integration import KeyScope
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.dossiers import SystemKey

PATH = "/v1/integration/gauge-readings"


async def gauge_key(tx: Connection, settings: Settings, system: str = "quan-trac") -> SystemKey:
    """What a system that may send readings signs with."""
    made = await create_key(tx, system=system, name=system, scopes=[KeyScope.GAUGES], settings=settings)
    return SystemKey(made)


def reading(
    value: float, *, minutes_ago: float = 0, at: datetime | None = None, **changes: Any
) -> dict[str, Any]:
    """A level of Kim Long as its system sends it."""
    when = (at or now()) - timedelta(minutes=minutes_ago)
    return {"station": "kim-long", "quantity": "level", "at": when.isoformat(), "value": value, **changes}


async def send(
    client: httpx.AsyncClient, key: SystemKey, *items: dict[str, Any]
) -> list[tuple[str, list[str]]]:
    """Send a batch that is taken; result and flags of each item."""
    answer = await client.post(PATH, json={"items": list(items)}, auth=key)
    assert answer.status_code == 200, answer.text
    return [(one["result"], one["flags"]) for one in answer.json()["items"]]


async def station(client: httpx.AsyncClient, code: str = "kim-long") -> dict[str, Any]:
    """A station as everybody reads it."""
    answer = await client.get(f"/v1/gauges/{code}")
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()["station"]
    return shown
