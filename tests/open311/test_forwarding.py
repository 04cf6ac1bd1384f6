"""Cases sent on to another Open311 system over a real socket: exactly once, followed, and nobody named."""

import threading
from collections import deque
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.reports import demo_province, reported
from tests.given.time import frozen
from tests.given.work import OneConnection, run_outbox
from workers.open311 import forward_due

SYSTEMS = "/v1/admin/forward-systems"
STATES = "select state, reason, attempts, unsure, their_id, their_status, ended_at is not null as over from open311_forward"


class Town:
    """A GeoReport server of a town. `ills` are done instead of answering: an HTTP status, or `lost` after taking."""

    def __init__(self) -> None:
        self.taken: list[dict[str, list[str]]] = []
        self.ills: deque[int | str] = deque()
        self.status, self.notes, self.ready, self.url = "open", "", True, ""

    def shown(self, number: int) -> str:
        said = self.taken[number]["description"][0]
        return (
            f"<request><service_request_id>T-{number}</service_request_id><status>{self.status}</status>"
            f"<status_notes>{self.notes}</status_notes><description>{said}</description></request>"
        )

    def answer(self, method: str, target: str, form: dict[str, list[str]]) -> tuple[int, str]:
        path = urlsplit(target).path
        if method == "POST":
            ill = self.ills.popleft() if self.ills else None
            if isinstance(ill, int):
                return (
                    ill,
                    "<errors><error><code>400</code><description>unknown service</description></error></errors>",
                )
            self.taken.append(form)
            if ill == "lost":
                return 502, ""
            return (
                201,
                f"<service_requests><request><token>{len(self.taken) - 1}</token></request></service_requests>",
            )
        if "/tokens/" in path:
            number = path.rpartition("/")[2].removesuffix(".xml")
            found = f"<service_request_id>T-{number}</service_request_id>" if self.ready else ""
            return (
                200,
                f"<service_requests><request>{found}<token>{number}</token></request></service_requests>",
            )
        if "/requests/" in path:
            place = int(path.rpartition("-")[2].removesuffix(".xml"))
            return 200, f"<service_requests>{self.shown(place)}</service_requests>"
        return 200, f"<service_requests>{''.join(map(self.shown, range(len(self.taken))))}</service_requests>"


@pytest.fixture(scope="module")
def socket() -> Iterator[tuple[dict[str, Town], str]]:
    """One real socket for all tests here; each puts its own town behind it."""
    behind: dict[str, Town] = {}

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            size = int(self.headers.get("content-length") or 0)
            form = parse_qs(self.rfile.read(size).decode())
            status, text = behind["town"].answer(self.command, self.path, form)
            self.send_response(status)
            body = text.encode()
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = reply  # noqa: N815  the names are given

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  its name is given
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield behind, f"http://127.0.0.1:{server.server_address[1]}/open311/v2"
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
async def town(
    socket: tuple[dict[str, Town], str], client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> Town:
    """The town is connected: cases about lamps go to it, and its word `Doing` means that it works on them."""
    await demo_province(tx)
    behind, url = socket
    behind["town"] = town = Town()
    body = {
        "name": "Thành phố Bạn", "url": url, "api_key": "khoa-cua-ho", "every_seconds": 600,
        "routes": [{"service_code": "LAMP", "category_code": "ha-tang.chieu-sang", "agency_id": str(demo_agency(HANDLER_AGENCY))}],
        "words": {"Doing": "working", "closed": "done", "Rejected": "refused"},
    }  # fmt: skip
    answer = await client.put(f"{SYSTEMS}/thanh-pho-ban", json=body, headers=as_role(Role.ADMIN))
    assert answer.status_code == 200, answer.text
    return town


class Sender:
    """Runs the worker's look, at later and later times, and tells how the delivery stands."""

    def __init__(self, tx: Connection, settings: Settings, files: Files) -> None:
        self.tx, self.settings, self.files, self.at = tx, settings, files, now()

    async def look(self, *, minutes: int = 11) -> dict[str, Any]:
        self.at += timedelta(minutes=minutes)
        with frozen(self.at):
            await run_outbox(self.tx, self.files, self.settings)
            async with httpx.AsyncClient() as http:
                await forward_due(OneConnection(self.tx), http, self.settings)
            await run_outbox(self.tx, self.files, self.settings)
        row = await self.tx.fetchrow(STATES)
        return dict(row) if row else {}


@pytest.fixture
def sender(tx: Connection, settings: Settings, files: Files) -> Sender:
    return Sender(tx, settings, files)


async def test_a_case_goes_to_its_agencys_system_and_comes_back_as_steps(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    said = "Đèn tắt, gọi tôi 0987001122"
    receipt = await reported(tx, settings, description=said, contact_phone="0987001122")
    await reported(tx, settings, category_code="moi-truong.rac")
    assert (await sender.look())["state"] == "sent"
    [form] = town.taken
    assert form["service_code"] == ["LAMP"]
    assert form["api_key"] == ["khoa-cua-ho"]
    assert form["description"] == [f"Đèn tắt, gọi tôi [đã ẩn] [{receipt.code}]"]
    assert "0987001122" not in str(form)
    assert not {"phone", "email", "first_name", "last_name", "device_id", "account_id"} & set(form)
    town.ready = False
    assert (await sender.look())["state"] == "sent"
    town.ready = True
    assert (await sender.look())["their_id"] == "T-0"
    town.status = "Doing"
    assert (await sender.look())["their_status"] == "Doing"
    assert await tx.fetchval("select state from report where id = $1", receipt.id) == "in_progress"
    assert await tx.fetchval("select published_at from report where id = $1", receipt.id) is None
    town.status, town.notes = "Closed", "Replaced"
    assert (await sender.look())["over"]
    row = await tx.fetchrow("select state, answer from report where id = $1", receipt.id)
    assert row is not None
    assert tuple(row) == ("done", "Thành phố Bạn: Replaced")
    assert len(town.taken) == 1


async def test_a_lost_answer_is_looked_for_before_anything_is_sent_again(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    town.ills.append("lost")
    await reported(tx, settings)
    row = await sender.look()
    assert (row["state"], row["unsure"], row["reason"]) == ("waiting", True, "HTTP 502")
    row = await sender.look()
    assert (row["state"], row["their_id"], row["unsure"]) == ("acknowledged", "T-0", False)
    assert len(town.taken) == 1


async def test_what_they_do_not_take_fails_with_their_reason_and_can_be_tried_again(
    *, town: Town, sender: Sender, tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any
) -> None:
    town.ills.append(400)
    await reported(tx, settings)
    row = await sender.look()
    assert (row["state"], row["reason"]) == ("failed", "HTTP 400: unknown service")
    admin = as_role(Role.ADMIN)
    lines = (await client.get(f"{SYSTEMS}/thanh-pho-ban/cases?state=failed", headers=admin)).json()["items"]
    assert [line["reason"] for line in lines] == ["HTTP 400: unknown service"]
    assert (await client.post(f"{SYSTEMS}/thanh-pho-ban/retry", headers=admin)).json() == {"cases": 1}
    assert (await sender.look())["state"] == "sent"
    [system] = (await client.get(SYSTEMS, headers=admin)).json()["items"]
    assert (system["sent"], system["failed"], system["last_error"]) == (1, 0, None)
    assert "khoa-cua-ho" not in str(system)


async def test_a_system_that_is_ill_is_left_alone_longer_and_longer(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    town.ills.extend([503] * 5)
    await reported(tx, settings)
    for _ in range(5):
        await sender.look(minutes=20)
    system = await tx.fetchrow("select failures, open_until, last_error from open311_system")
    assert system is not None
    assert (system["failures"], system["last_error"]) == (5, "HTTP 503")
    assert system["open_until"] > sender.at
    assert (await sender.look(minutes=1))["state"] == "waiting"
    assert town.taken == []
    assert (await sender.look(minutes=30))["state"] == "sent"


async def test_a_refusal_goes_to_the_coordinator_and_sealed_matters_go_nowhere(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    receipt = await reported(tx, settings)
    await sender.look()
    await sender.look()
    town.status, town.notes = "Rejected", "Not ours"
    await sender.look()
    row = await tx.fetchrow("select state, agency_id from report where id = $1", receipt.id)
    assert row is not None
    assert tuple(row) == ("verifying", None)
    await tx.execute("update category set public = false, sealed = true where code = 'ha-tang.chieu-sang'")
    await reported(tx, settings)
    await sender.look()
    assert await tx.fetchval("select count(*) from open311_forward") == 1
