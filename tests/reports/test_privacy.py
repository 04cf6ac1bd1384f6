"""Planted marks of a reporter are in no byte that the public or a handler ever gets."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.db import Connection
from api.kit.demo import demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given import photos
from tests.given.identity import granted, signed_in
from tests.given.moderation import looked_at
from tests.given.reports import demo_province, report_body
from tests.given.work import run_outbox

PHONE, NAME = "0987001122", "Dấu Vết Người Gửi"


class Everything(httpx.AsyncBaseTransport):
    """Passes requests on and keeps every byte that comes back."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self.inner, self.seen = inner, b""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self.inner.handle_async_request(request)
        body = await answer.aread()
        self.seen += repr(answer.headers.raw).encode() + body
        return answer


@pytest.fixture
async def watched(client: httpx.AsyncClient) -> AsyncIterator[tuple[httpx.AsyncClient, Everything]]:
    transport = Everything(client._transport)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as spy:
        yield spy, transport


@pytest.mark.parametrize("anonymous", [False, True])
async def test_planted_markers_reach_neither_public_nor_staff(
    *,
    watched: tuple[httpx.AsyncClient, Everything],
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_role: Any,
    anonymous: bool,
) -> None:
    """A named and an anonymous reporter: person id, phone, name, key, exact place and time, photo marks."""
    spy, transport = watched
    await demo_province(tx)
    session = await signed_in(tx, settings, PHONE)
    person = session.me.id
    await tx.execute("update person set display_name = $2 where id = $1", person, NAME)
    body = report_body(
        category_code="moi-truong.tieng-on",
        description=f"Loa to quá, gọi tôi {PHONE}",
        contact_phone=PHONE,
        anonymous=anonymous,
        photo_count=1,
        urgent=True,
    )
    bearer = {"Authorization": f"Bearer {session.access_token}"}
    receipt = (await client.post("/v1/reports", json=body, headers=bearer)).json()
    key = receipt["tracking_key"]
    path = f"/v1/reports/{body['id']}/photos/0"
    uploaded = await client.put(path, content=photos.jpeg(800, 600), headers={"X-Tracking-Key": key})
    assert uploaded.status_code == 201, uploaded.text
    await run_outbox(tx, files, settings)

    handler, officer = as_role(Role.HANDLER), as_role(Role.OFFICER)
    case = f"/v1/agency/reports/{body['id']}"
    staff_sees = (await spy.get(case, headers=handler)).json()
    assert staff_sees["photos_received"] == 1
    for address in staff_sees["photos"][0]["large"], staff_sees["photos"][0]["small"]:
        assert (await spy.get(address)).status_code == 200
    await spy.post(f"{case}/assign", headers=officer, json={"version": 1})
    await spy.post(f"{case}/accept", headers=handler, json={"version": 2})
    await spy.post(f"{case}/accept", headers=handler, json={"version": 2})
    await spy.post(f"{case}/answer", headers=handler, json={"version": 3, "answer": "Đã nhắc nhở"})
    mine = f"/v1/me/reports/{body['id']}"
    await client.post(f"{mine}/rate", headers={"X-Tracking-Key": key}, json={"stars": 4})
    await client.post(f"{mine}/request-reopen", headers={"X-Tracking-Key": key}, json={"note": "Vẫn ồn"})
    for headers in (handler, officer):
        for url in (
            case,
            "/v1/agency/reports",
            "/v1/agency/reports?state=reopen_requested",
            "/v1/me/reports",
            mine,
        ):
            await spy.get(url, headers=headers)
    await looked_at(tx, UUID(body["id"]))
    public_only = len(transport.seen)
    shown = (await spy.get(f"/v1/reports/{body['id']}")).json()
    assert shown["description"] == "Loa to quá, gọi tôi [đã ẩn]"
    assert (shown["lat"], shown["lon"]) == (16.478, 107.611)
    listed = (await spy.get("/v1/reports?limit=1&bbox=107.6,16.4,107.7,16.5")).json()
    assert [item["id"] for item in listed["items"]] == [body["id"]]
    for address in (shown["photos"][0]["large"], shown["photos"][0]["small"]):
        assert (await spy.get(address)).status_code == 200
    await run_outbox(tx, files, settings)

    secrets = [
        str(person).encode(), NAME.encode(), key.encode(), *photos.MARKERS,
    ]  # fmt: skip
    assert [secret for secret in secrets if secret in transport.seen] == []
    # The handler must read what the citizen wrote; the public must not read numbers in it.
    assert PHONE.encode() not in transport.seen[public_only:]
    assert b'"contact_phone"' not in transport.seen
    for exact in (b"16.4779", b"107.6112", b"12:00:00", b"accuracy"):
        assert exact not in transport.seen[public_only:]


async def test_a_handler_of_another_agency_and_a_citizen_get_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Any, as_role: Any
) -> None:
    await demo_province(tx)
    other = await signed_in(tx, settings, "0912000333")
    await granted(tx, other.me.id, Role.HANDLER, agency_id=demo_agency("46-dien-luc"))
    body = report_body()
    await client.post("/v1/reports", json=body)
    case = f"/v1/agency/reports/{body['id']}"
    stranger = as_person(other.me.id, staff=True)
    assert (await client.get(case, headers=stranger)).status_code == 404
    assert (await client.get("/v1/agency/reports", headers=stranger)).json()["items"] == []
    assert (await client.get(case, headers=as_role(Role.CITIZEN))).status_code == 403
    assert (await client.get(case)).status_code == 401


async def test_the_log_of_a_report_names_nobody(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    body = report_body(contact_phone=PHONE)
    receipt = (await client.post("/v1/reports", json=body)).json()
    await client.get(f"/v1/me/reports/{body['id']}", headers={"X-Tracking-Key": receipt["tracking_key"]})
    said = "".join(capsys.readouterr())
    for secret in (PHONE, receipt["tracking_key"], body["id"]):
        assert secret not in said
