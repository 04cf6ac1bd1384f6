"""The public list and map: verified cases only, at their public place, page by page."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.reports import accepted, answered, demo_province, reported


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


async def ids(client: httpx.AsyncClient, query: str = "") -> list[str]:
    answer = await client.get(f"/v1/reports?{query}")
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


async def test_a_case_is_public_from_its_acceptance_on(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings)
    assert await ids(client) == []
    assert (await client.get(f"/v1/reports/{report.id}")).status_code == 404
    await accepted(tx, settings, report.id)
    assert await ids(client) == [str(report.id)]
    assert (await client.get(f"/v1/reports/{report.id}")).json()["code"] == report.code


async def test_a_private_subject_never_is(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings, category_code="khac")
    await answered(tx, settings, report.id)
    assert await ids(client) == []
    assert (await client.get(f"/v1/reports/{report.id}")).status_code == 404


@pytest.fixture
async def three(tx: Connection, settings: Settings) -> dict[str, UUID]:
    """A lamp in Vỹ Dạ, a tree in Thuận Hoá, a noise in Vỹ Dạ that is already answered."""
    lamp = await reported(tx, settings)
    tree = await reported(
        tx, settings, category_code="ha-tang.cay-xanh", commune_code="19789", lat=16.4556, lon=107.584
    )
    noise = await reported(tx, settings, category_code="moi-truong.tieng-on")
    for report in (lamp, tree):
        await accepted(tx, settings, report.id)
    await answered(tx, settings, noise.id)
    return {"lamp": lamp.id, "tree": tree.id, "noise": noise.id}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["noise", "tree", "lamp"]),
        ("commune=19777", ["noise", "lamp"]),
        ("category=ha-tang", ["tree", "lamp"]),
        ("category=ha-tang.cay-xanh", ["tree"]),
        ("state=done", ["noise"]),
        ("bbox=107.58,16.45,107.59,16.46", ["tree"]),
        ("bbox=107.611,16.478,107.611,16.478", ["noise"]),
        ("commune=19777&category=moi-truong&state=in_progress", []),
        ("commune=00000", []),
    ],
)
async def test_filters(
    client: httpx.AsyncClient, three: dict[str, UUID], query: str, expected: list[str]
) -> None:
    assert await ids(client, query) == [str(three[name]) for name in expected]


async def test_the_map_cannot_be_used_to_narrow_an_exact_place_down(
    client: httpx.AsyncClient, three: dict[str, UUID]
) -> None:
    """The noise lies at 16.477912, shown at 16.478: only the shown place can be searched."""
    assert await ids(client, "category=moi-truong&bbox=107.6112,16.4779,107.6113,16.47795") == []


async def test_pages_lose_and_repeat_nothing_and_tell_no_time(
    client: httpx.AsyncClient, three: dict[str, UUID]
) -> None:
    found, cursor = [], ""
    for _ in range(3):
        page = (await client.get(f"/v1/reports?limit=1{cursor}")).json()
        found += [item["id"] for item in page["items"]]
        cursor = f"&cursor={page['next']}"
    assert page["next"] is None
    assert found == [str(three[name]) for name in ("noise", "tree", "lamp")]


@pytest.mark.parametrize(
    "query",
    [
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=10,10,5,20",
        "bbox=0,0,nan,1",
        "bbox=-181,0,0,0",
        "cursor=%21%21",
        "limit=101",
        "state=DROP%20TABLE",
        "commune=1",
    ],
)
async def test_what_cannot_be_read_is_refused(client: httpx.AsyncClient, query: str) -> None:
    assert (await client.get(f"/v1/reports?{query}")).status_code == 422


async def test_the_list_is_cacheable_and_answers_304(
    client: httpx.AsyncClient, three: dict[str, UUID]
) -> None:
    first = await client.get("/v1/reports")
    assert "public" in first.headers["cache-control"]
    again = await client.get("/v1/reports", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_times_are_told_to_the_minute(client: httpx.AsyncClient, three: dict[str, UUID]) -> None:
    items: list[dict[str, Any]] = (await client.get("/v1/reports")).json()["items"]
    assert {item["received_at"][-4:] for item in items} == {":00Z"}
