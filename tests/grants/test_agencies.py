"""The offices that answer are public."""

import httpx

from api.kit.db import Connection
from tests.given.identity import demo_people


async def test_agencies_come_by_code_in_pages(client: httpx.AsyncClient, tx: Connection) -> None:
    await demo_people(tx)
    first = await client.get("/v1/agencies", params={"limit": 50})
    assert first.status_code == 200
    assert "public" in first.headers["cache-control"]
    second = await client.get("/v1/agencies", params={"limit": 50, "cursor": first.json()["next"]})
    codes = [item["code"] for page in (first, second) for item in page.json()["items"]]
    assert (len(codes), codes, second.json()["next"]) == (51, sorted(set(codes)), None)
    assert all(item["demo"] for item in first.json()["items"])


async def test_a_commune_has_its_committee(client: httpx.AsyncClient, tx: Connection) -> None:
    await demo_people(tx)
    found = (await client.get("/v1/agencies", params={"commune": "19777"})).json()["items"]
    assert [item["name"] for item in found] == ["Ủy ban nhân dân phường Vỹ Dạ"]
    assert (await client.get("/v1/agencies", params={"province": "01"})).json()["items"] == []
    assert (await client.get("/v1/agencies", params={"province": "Huế"})).status_code == 422
