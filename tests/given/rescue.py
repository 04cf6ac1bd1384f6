"""Calls for help as given: as small as a phone sends them."""

from typing import Any

import httpx

from api.kit.ids import uuid7

LAT, LON = 16.46371, 107.58822
"""In Huế, north of the river."""


def sos_body(**changes: Any) -> dict[str, Any]:
    """A call as the app sends it first."""
    return {
        "id": uuid7().hex,
        "lat": LAT,
        "lon": LON,
        "acc_m": 12,
        "phone": "0912345678",
        "what": "roof",
        "people": 5,
        **changes,
    }


async def sent(client: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    """The answer to a call."""
    answer = await client.post("/v1/sos", json=sos_body(**changes))
    assert answer.status_code in (200, 201), answer.text
    told: dict[str, Any] = answer.json()
    return told


async def read_board(client: httpx.AsyncClient, headers: dict[str, str]) -> dict[str, Any]:
    """The command post's board."""
    answer = await client.get("/v1/rescue/board", headers=headers)
    assert answer.status_code == 200, answer.text
    board: dict[str, Any] = answer.json()
    return board
