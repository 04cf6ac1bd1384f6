"""The demo stories: told through the integration's own verb, marked, and of every kind."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest

from api.dossiers.demo import STORIES, load_demo
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.dossiers import told
from tests.given.time import frozen
from tests.given.work import run_outbox

PUT_CITIZEN = "insert into person (id, demo) values ($1, true) on conflict (id) do nothing"
MOMENTS = [
    datetime(2026, 11, 22, 18, 30, tzinfo=UTC),  # a Monday before offices open
    datetime(2026, 11, 22, 3, tzinfo=UTC),  # a Sunday
    datetime(2026, 2, 18, 3, tzinfo=UTC),  # Tết
]


@pytest.mark.parametrize("at", MOMENTS)
async def test_the_stories_are_told_once_and_show_every_kind(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    as_person: Callable[[UUID], dict[str, str]],
    at: datetime,
) -> None:
    citizen = demo_person(Role.CITIZEN)
    await tx.execute(PUT_CITIZEN, citizen)
    with frozen(at):
        await load_demo(tx, settings)
        await load_demo(tx, settings)
        assert await tx.fetchval("select count(*) from dossier where demo") == len(STORIES)
        assert await tx.fetchval("select count(*) from dossier_event where verdict <> 'applied'") == 0
        found = {}
        for story in STORIES:
            body = {"code": story.code, "phone_last4": story.phone[-4:]}
            answer = await client.post("/v1/dossiers/lookup", json=body)
            assert answer.status_code == 200, story.code
            found[story.code] = answer.json()
        mine = (await client.get("/v1/me/dossiers", headers=as_person(citizen))).json()["items"]
    assert all(dossier["demo"] for dossier in found.values())
    assert {dossier["clock"] for dossier in found.values()} == {"running", "paused", "stopped"}
    assert {dossier["filed_by"] for dossier in found.values()} == {
        "self",
        "assisted",
        "on_behalf",
        "counter_digitised",
    }
    assert found["DEMO-H57-0001"]["days_left"] > 0
    assert found["DEMO-H57-0003"]["late"] is True
    assert found["DEMO-H57-0003"]["late_reason"].startswith("Đường truyền")
    assert found["DEMO-H57-0006"]["state_known"] is False
    assert found["DEMO-H57-0008"]["standing"].startswith("Xong sau hạn")
    assert {dossier["code"] for dossier in mine} == {story.code for story in STORIES if story.followed}


async def test_the_citizen_finds_one_message_of_each_followed_dossier(
    tx: Connection, settings: Settings, files: Files
) -> None:
    await tx.execute(PUT_CITIZEN, demo_person(Role.CITIZEN))
    await load_demo(tx, settings)
    await run_outbox(tx, files, settings)
    titles = [row["title"] for row in await tx.fetch("select title from message")]
    assert sorted(titles) == [
        "Hồ sơ: Yêu cầu bổ sung giấy tờ",
        "Hồ sơ: Đang xử lý",
        "Hồ sơ: Đang xử lý",
        "Hồ sơ: Đã trả kết quả",
    ]


async def test_the_demo_key_tells_and_marks(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    await tx.execute(PUT_CITIZEN, demo_person(Role.CITIZEN))
    await load_demo(tx, settings)
    headers = {"X-Api-Key": settings.demo_integration_key}
    path = "/v1/integration/dossiers/DEMO-H57-0001"
    answer = await client.put(path, json=told("9", 99), headers=headers)
    assert (answer.status_code, answer.json()["result"]) == (200, "applied")
    await client.put("/v1/integration/dossiers/NEW-1", json=told("1", 1), headers=headers)
    assert await tx.fetchval("select demo from dossier where code = 'NEW-1'") is True
