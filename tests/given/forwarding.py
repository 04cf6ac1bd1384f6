"""Systems that cases are sent on to, over a real socket: a GeoReport server, one that wants signatures, and the worker's look."""

import json
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from api.kit import signing
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
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
        self.keys: list[str] = []
        self.status, self.notes, self.ready, self.url = "open", "", True, ""

    def shown(self, number: int) -> str:
        said = self.taken[number]["description"][0]
        return (
            f"<request><service_request_id>T-{number}</service_request_id><status>{self.status}</status>"
            f"<status_notes>{self.notes}</status_notes><description>{said}</description></request>"
        )

    def answer(self, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        path = urlsplit(target).path
        if method == "POST":
            self.keys.append(headers["idempotency-key"])
            form = parse_qs(body.decode())
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


class Province(Town):
    """A system without Open311: cases under our codes, in JSON, every request signed (docs/integration.md)."""

    secret = "khoa-cua-ho"

    def __init__(self) -> None:
        super().__init__()
        self.cases: dict[str, dict[str, Any]] = {}
        self.nonces: set[str] = set()
        self.puts = 0

    def answer(self, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        try:
            nonce = signing.check(
                headers, self.secret, method=method, target=target, body=body, at=self.clock()
            )
        except signing.SignatureRefused:
            return 401, ""
        if nonce in self.nonces or headers["x-api-key"] != "ngo-so":
            return 401, ""
        self.nonces.add(nonce)
        code = target.rpartition("/")[2]
        if method == "PUT":
            self.puts += 1
            self.cases[code] = json.loads(body)
            if self.ills:
                self.ills.popleft()
                return 502, ""
        return 200, json.dumps({"id": f"H-{code}", "status": self.status, "note": self.notes})

    def clock(self) -> datetime:
        return now()


class Killed(BaseException):
    """The worker's process ends here."""


class Dying(httpx.AsyncHTTPTransport):
    """The other side takes the post; whoever sent it does not live to hear so."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await super().handle_async_request(request)
        raise Killed


class Sender:
    """Runs the worker's look, at later and later times, and tells how the delivery stands."""

    def __init__(self, tx: Connection, settings: Settings, files: Files) -> None:
        self.tx, self.settings, self.files, self.at = tx, settings, files, now()

    async def look(self, *, minutes: int = 11, dies: bool = False) -> dict[str, Any]:
        self.at += timedelta(minutes=minutes)
        with frozen(self.at):
            await run_outbox(self.tx, self.files, self.settings)
            async with httpx.AsyncClient(transport=Dying() if dies else None) as http:
                await forward_due(OneConnection(self.tx), http, self.settings)
            await run_outbox(self.tx, self.files, self.settings)
        row = await self.tx.fetchrow(STATES)
        return dict(row) if row else {}


async def connected(client: httpx.AsyncClient, as_role: Any, url: str, **changes: Any) -> None:
    """An administrator connects the system, or changes how."""
    body = {
        "name": "Thành phố Bạn", "url": url, "api_key": "khoa-cua-ho", "every_seconds": 600,
        "routes": [{"service_code": "LAMP", "category_code": "ha-tang.chieu-sang", "agency_id": str(demo_agency(HANDLER_AGENCY))}],
        "words": {"Doing": "working", "closed": "done", "Rejected": "refused"},
    }  # fmt: skip
    answer = await client.put(f"{SYSTEMS}/thanh-pho-ban", json=body | changes, headers=as_role(Role.ADMIN))
    assert answer.status_code == 200, answer.text
