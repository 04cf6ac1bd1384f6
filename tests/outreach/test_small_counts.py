"""Nothing public of outreach tells a count of fewer than five people: every public route is asked and read to the last leaf."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx

from api.kit.clock import now
from api.kit.db import Connection
from api.web.auth import public
from outreach.measurement.rules import SMALLEST_SHOWN
from tests.architecture.test_routes import access, doors
from tests.given.outreach import given_walker, seen

ROOM = "/v1/outreach/"
COUNTLESS = {"version", "interval_percent", "threshold"}
"""Numbers that count nobody."""
ASKED = {
    ("GET", f"{ROOM}public-coverage"): {"params": {"province": "46"}},
    ("POST", f"{ROOM}badge-checks"): {"json": {"token": "x" * 31}},
}
"""Every public door of outreach, and how it is asked: a new one belongs here, and is read like the others."""


def leaves(found: Any, path: str = "") -> Iterator[tuple[str, int | float]]:
    """Every number of an answer with where it stands."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(found, list):
        for value in found:
            yield from leaves(value, f"{path}[]")
    elif isinstance(found, int | float) and not isinstance(found, bool):
        yield path, found


def test_the_public_doors_of_outreach_are_these() -> None:
    opened = {
        (method, path)
        for method, path, handler in doors()
        if access(handler) is public and path.startswith(ROOM)
    }
    assert opened == set(ASKED)


async def test_no_public_answer_counts_fewer_than_five_people(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    for commune, houses in enumerate((2, 6, 7)):
        phone = (await given_walker(tx, commune=commune)).phone()
        for number in range(houses):
            home = phone.household(f"Hộ số {number}")
            looks = [seen(phone.adult(home, f"Người {n}"), S07="alone_observed") for n in (1, 2)]
            phone.visit(home, *looks, at=now() - timedelta(hours=number + 1))
        await phone.send(tx)
    numbers = []
    for (method, path), more in ASKED.items():
        answer = await client.request(method, path, **more)  # type: ignore[arg-type]  # what httpx takes
        assert answer.status_code == 200, path
        numbers += [(path, where, value) for where, value in leaves(answer.json())]
    people = [
        (path, where, value)
        for path, where, value in numbers
        if isinstance(value, int) and where.rpartition(".")[2] not in COUNTLESS
    ]
    assert [found for found in people if 0 < found[2] < SMALLEST_SHOWN] == []
    shown = {found[2] for found in people}
    assert {14, 30} <= shown, "a commune of fourteen and the whole are shown"
    assert not {4, 12, 16} & shown, (
        "the four are not, nor the twelve beside them, which would give the four away"
    )
