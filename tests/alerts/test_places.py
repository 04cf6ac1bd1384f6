"""Places a person keeps besides home: five at most, each told for, one message a version however many they are."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from api.alerts.actions import cancel
from api.alerts.contracts import Cancellation
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.alerts import published
from tests.given.identity import bearer, demo_people, signed_in
from tests.given.reports import officer
from tests.given.work import run_outbox

PLACES = "/v1/me/alert-places"
TOLD = "select title, body from message where person_id = $1 and kind = 'alert' order by created_at, id"


@pytest.fixture
async def me(tx: Connection, settings: Settings) -> tuple[UUID, dict[str, str]]:
    """Somebody without a home, without any consent."""
    await demo_people(tx)
    session = await signed_in(tx, settings, "0912000009")
    return session.me.id, bearer(session)


def place(code: str, label: str) -> dict[str, str]:
    return {"commune_code": code, "label": label}


async def test_places_are_kept_in_order_and_replaced_as_a_whole(
    client: httpx.AsyncClient, me: tuple[UUID, dict[str, str]]
) -> None:
    for labels in (["Nhà ngoại", "Trường"], ["Trường"]):
        items = [place(code, label) for code, label in zip(("19777", "19753"), labels, strict=False)]
        answer = await client.put(PLACES, json={"items": items}, headers=me[1])
        assert [one["label"] for one in answer.json()["items"]] == labels
    listed = (await client.get(PLACES, headers=me[1])).json()["items"]
    assert listed == [{"commune_code": "19777", "commune_name": "Phường Vỹ Dạ", "label": "Trường"}]


@pytest.mark.parametrize(
    "items",
    [
        [place("99999", "a")],
        [place("19777", "a"), place("19777", "b")],
        [place("19777", " ")],
        [place(code, "a") for code in ("19777", "19753", "19774", "19789", "19900", "19909")],
    ],
    ids=["unknown", "twice", "no name", "six"],
)
async def test_what_cannot_be_kept_changes_nothing(
    client: httpx.AsyncClient, me: tuple[UUID, dict[str, str]], items: list[dict[str, str]]
) -> None:
    assert (await client.put(PLACES, json={"items": items}, headers=me[1])).status_code == 422
    assert (await client.get(PLACES, headers=me[1])).json() == {"items": []}


async def test_one_message_for_all_places_and_it_says_which(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    files: Files,
    settings: Settings,
    me: tuple[UUID, dict[str, str]],
) -> None:
    items = [place("19777", "Nhà ngoại"), place("19753", "Trường"), place("19789", "Ruộng")]
    await client.put(PLACES, json={"items": items}, headers=me[1])
    alert = await published(tx, settings, risk_level=1)
    await run_outbox(tx, files, settings)
    (row,) = await tx.fetch(TOLD, me[0])
    assert "Liên quan tới: Nhà ngoại (Phường Vỹ Dạ), Trường (" in row["body"]
    assert "Ruộng" not in row["body"]
    assert await tx.fetchval("select basis from alert_delivery where person_id = $1", me[0]) == "place"
    await client.put(PLACES, json={"items": []}, headers=me[1])
    await cancel(tx, alert.id, Cancellation(reason="Nước rút"), officer(), settings=settings)
    await run_outbox(tx, files, settings)
    titles = [row["title"] for row in await tx.fetch(TOLD, me[0])]
    assert titles == [alert.headline, f"Huỷ cảnh báo: {alert.headline}"], (
        "the end reaches who dropped the place"
    )


async def test_a_dropped_place_is_told_no_more(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    files: Files,
    settings: Settings,
    me: tuple[UUID, dict[str, str]],
) -> None:
    await client.put(PLACES, json={"items": [place("19777", "Nhà ngoại")]}, headers=me[1])
    await client.put(PLACES, json={"items": []}, headers=me[1])
    await published(tx, settings, risk_level=5)
    await run_outbox(tx, files, settings)
    found: list[Any] = await tx.fetch(TOLD, me[0])
    assert found == []
