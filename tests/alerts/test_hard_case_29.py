"""Hard case 29 in all its parts.

"Warning issued with lat/lon swapped, expired, duplicate identifier, Update whose parent is unknown, Test status,
level lowered then raised; push retried -> refused or superseded correctly; each phone gets one message per version;
cancellation reaches all who got the alert."
"""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.alerts import actions
from api.alerts.contracts import Cancellation
from api.alerts.rules.checking import cap_faults
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.alerts.test_telling import TOLD, living_in
from tests.given.alerts import alert_body, published
from tests.given.feeds import SENDER, Desk, message
from tests.given.identity import demo_people
from tests.given.reports import officer
from tests.given.work import run_outbox

FILES = Path(__file__).parent / "cap"
SWAPPED = [[107.58, 16.45], [107.58, 16.49], [107.62, 16.49], [107.58, 16.45]]


@pytest.fixture
async def people(tx: Connection, client: httpx.AsyncClient, settings: Settings) -> dict[str, UUID]:
    """Two who stay in the area, and one whose commune will leave it; nobody else."""
    await demo_people(tx)
    found = {
        "stays": await living_in(tx, client, settings, "0912000001", "19777", consent=True),
        "leaves": await living_in(tx, client, settings, "0912000002", "19753", consent=False),
        "elsewhere": await living_in(tx, client, settings, "0912000003", "19789", consent=True),
    }
    await tx.execute("update person set home_commune_id = null where demo")
    return found


async def told(tx: Connection, people: dict[str, UUID]) -> dict[str, list[str]]:
    return {name: [row["title"] for row in await tx.fetch(TOLD, person)] for name, person in people.items()}


async def refusal(client: httpx.AsyncClient, as_role: Any, tx: Connection, **changes: Any) -> httpx.Response:
    await demo_people(tx)
    return await client.post("/v1/alerts", json=alert_body(**changes), headers=as_role(Role.OFFICER))


async def test_hard_case_29_lat_and_lon_swapped_is_refused(
    client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> None:
    answer = await refusal(client, as_role, tx, polygons=[SWAPPED])
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["field"], "đổi chỗ" in error["message"]) == ("polygons[0]", True)
    assert "swapped" in cap_faults((FILES / "bad_lonlat_order.cap.xml").read_bytes())[0]


async def test_hard_case_29_expired_is_refused(
    client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> None:
    at = now()
    times = {
        "effective_at": (at - timedelta(days=2)).isoformat(),
        "expires_at": (at - timedelta(days=1)).isoformat(),
    }
    answer = await refusal(client, as_role, tx, **times)
    assert [error["field"] for error in answer.json()["errors"]] == ["expires_at"]


async def test_hard_case_29_a_duplicate_identifier_is_the_first_answer_or_refused(
    client: httpx.AsyncClient, tx: Connection, as_role: Any, desk: Desk
) -> None:
    first = alert_body()
    assert (await refusal(client, as_role, tx, **first)).status_code == 201
    assert (await refusal(client, as_role, tx, **first)).status_code == 200
    assert (await refusal(client, as_role, tx, **first | {"risk_level": 2})).status_code == 409
    await desk.connect()
    desk.server.add("VN-1")
    desk.server.pages["/again.xml"] = desk.server.pages["/VN-1.xml"]
    desk.server.pages["/other.xml"] = message("VN-1", headline="Khác hẳn")
    desk.server.add()
    assert await desk.poll() == [
        ("drafted", ""),
        ("ignored", "đã nhận tin này"),
        ("refused", "mã tin đã dùng cho một nội dung khác"),
    ]
    assert len(await desk.drafts()) == 1


async def test_hard_case_29_an_update_whose_parent_is_unknown_is_refused_or_left_to_a_person(
    client: httpx.AsyncClient, tx: Connection, as_role: Any, desk: Desk
) -> None:
    answer = await refusal(client, as_role, tx, replaces=str(uuid7()))
    assert [error["field"] for error in answer.json()["errors"]] == ["replaces"]
    assert cap_faults((FILES / "bad_update_without_references.cap.xml").read_bytes())
    await desk.connect(mode="publish")  # type: ignore[arg-type]  # its word is enough
    lost = f"{SENDER},VN-0,2020-01-01T00:00:00+07:00"
    desk.server.add("VN-1", msg_type="Update", references=lost)
    desk.server.add("VN-2", msg_type="Cancel", references=lost)
    assert await desk.poll() == [
        ("drafted", "bản cập nhật không có bản gốc"),
        ("refused", "huỷ một tin chưa nhận"),
    ]
    assert await desk.public() == []


async def test_hard_case_29_test_status_is_told_to_nobody(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID], desk: Desk
) -> None:
    for status in ("test", "exercise"):
        await published(tx, settings, status=status, risk_level=5)
    await run_outbox(tx, files, settings)
    assert sum(map(len, (await told(tx, people)).values())) == 0
    await desk.connect()
    desk.server.add("VN-1", status="Test")
    assert [outcome for outcome, _ in await desk.poll()] == ["ignored"]


async def test_hard_case_29_a_drill_cannot_take_the_place_of_a_real_warning(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any
) -> None:
    """Who was told of the real one would hear of neither the drill nor the end."""
    await demo_people(tx)
    real = await published(tx, settings)
    body = alert_body(replaces=str(real.id), status="exercise")
    answer = await client.post("/v1/alerts", json=body, headers=as_role(Role.OFFICER))
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "status")
    assert (await client.get(f"/v1/alerts/{real.id}")).json()["active"]


async def test_hard_case_29_level_lowered_then_raised_pushed_again_one_message_a_version_and_the_end_reaches_all(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID]
) -> None:
    async def everything_twice() -> None:
        await run_outbox(tx, files, settings)
        await tx.execute("update outbox_event set done_at = null")
        await tx.execute("delete from outbox_job")
        await run_outbox(tx, files, settings)

    first = await published(tx, settings, risk_level=3, headline="Một")
    await everything_twice()
    # Lowered, and the area shrinks: who is out of it hears that, once.
    second = await published(
        tx, settings, risk_level=2, headline="Hai", replaces=first.id, commune_codes=["19777"]
    )
    await everything_twice()
    third = await published(
        tx, settings, risk_level=4, headline="Ba", replaces=second.id, commune_codes=["19777"]
    )
    await everything_twice()
    assert (third.level_before, third.msg_type) == (2, "update")
    assert await told(tx, people) == {
        "stays": ["Một", "Hai", "Ba"],
        "leaves": ["Một", "Không còn trong vùng cảnh báo: Hai"],
        "elsewhere": [],
    }
    bodies = [row["body"] for row in await tx.fetch(TOLD, people["stays"])]
    assert [body.split(".")[0] for body in bodies[1:]] == [
        "Hạ từ cấp 3 xuống cấp 2",
        "Nâng từ cấp 2 lên cấp 4",
    ]
    # The area grows again: who left is warned again.
    fourth = await published(tx, settings, risk_level=4, headline="Bốn", replaces=third.id)
    await everything_twice()
    await actions.cancel(tx, fourth.id, Cancellation(reason="Nước rút"), officer(), settings=settings)
    await everything_twice()
    assert await told(tx, people) == {
        "stays": ["Một", "Hai", "Ba", "Bốn", "Huỷ cảnh báo: Bốn"],
        "leaves": ["Một", "Không còn trong vùng cảnh báo: Hai", "Bốn", "Huỷ cảnh báo: Bốn"],
        "elsewhere": [],
    }


async def test_hard_case_29_the_end_reaches_also_who_had_left_the_area(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID]
) -> None:
    first = await published(tx, settings, headline="Một")
    await run_outbox(tx, files, settings)
    second = await published(tx, settings, headline="Hai", replaces=first.id, commune_codes=["19777"])
    await run_outbox(tx, files, settings)
    await actions.cancel(tx, second.id, Cancellation(reason="Hết"), officer(), settings=settings)
    await run_outbox(tx, files, settings)
    assert (await told(tx, people))["leaves"][-1] == "Huỷ cảnh báo: Hai"
