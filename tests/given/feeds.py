"""A CAP feed of others as given: its server, its messages, and the poller that asks it."""

from datetime import timedelta
from typing import Any
from xml.sax.saxutils import escape

import httpx

from api.alerts.actions import upstream
from api.alerts.contracts.sources import AlertFeedSettings, FeedMode
from api.kit.clock import VN, now
from api.kit.db import Connection
from api.kit.demo import PROVINCE
from api.kit.settings import Settings
from tests.given.work import OneConnection
from workers.alerts import ask_due

HOME = "https://canh-bao.example.vn"
SENDER = "pctt@hue.example.vn"


def message(name: str = "VN-1", **changes: str) -> bytes:
    """A message as the reference file says it, for Huế's two riverside wards, from the clock of the test."""
    at = now().astimezone(VN).replace(microsecond=0)
    values = {
        "msg_type": "Alert", "status": "Actual", "scope": "Public", "sender": SENDER, "references": "", "level": "3",
        "severity": "Severe", "hazard": "flood", "headline": "Sông Hương lên báo động 3",
        "expires": (at + timedelta(hours=12)).isoformat(), "sent": at.isoformat(),
        "area": "<geocode><valueName>VN:GSO-xa</valueName><value>19777</value></geocode>",
    } | changes  # fmt: skip
    references = f"<references>{values['references']}</references>" if values["references"] else ""
    level = f"<parameter><valueName>VN:cap-do-rui-ro</valueName><value>{values['level']}</value></parameter>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{name}</identifier><sender>{values["sender"]}</sender>
<sent>{values["sent"]}</sent><status>{values["status"]}</status><msgType>{values["msg_type"]}</msgType>
<scope>{values["scope"]}</scope>{references}<info><language>vi-VN</language><category>Met</category><event>Lũ</event>
<urgency>Immediate</urgency><severity>{values["severity"]}</severity><certainty>Observed</certainty>
<eventCode><valueName>VN:QD18-2021:loai-thien-tai</valueName><value>{values["hazard"]}</value></eventCode>
<expires>{values["expires"]}</expires><headline>{escape(values["headline"])}</headline><description>3,54 m.</description>
<instruction>Kê cao tài sản.</instruction>{level if values["level"] else ""}
<area><areaDesc>Huế</areaDesc>{values["area"]}</area></info></alert>""".encode()


class Server:
    """What the outside answers, by path; `asked` are the requests it had."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes | int] = {}
        self.asked: list[httpx.Request] = []

    def add(self, *names: str, **changes: str) -> None:
        for name in names:
            self.pages[f"/{name}.xml"] = message(name, **changes)
        entries = "".join(
            f'<entry><link type="application/cap+xml" href="{path}"/><updated>{number}</updated></entry>'
            for number, path in reversed(list(enumerate(path for path in self.pages if path != "/feed")))
        )
        self.pages["/feed"] = f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        page = self.pages.get(request.url.path, 404)
        if isinstance(page, int):
            return httpx.Response(page, headers={"retry-after": "60"} if page == 503 else {})
        tag = f'"{hash(page)}"'
        if request.headers.get("if-none-match") == tag:
            return httpx.Response(304)
        return httpx.Response(200, content=page, headers={"etag": tag})


class Desk:
    """The poller over a test's connection, and what the officer sees of it."""

    def __init__(self, tx: Connection, client: httpx.AsyncClient, settings: Settings) -> None:
        self.tx, self.client, self.settings, self.server = tx, client, settings, Server()
        self.officer: dict[str, str] = {}

    async def connect(self, mode: FeedMode = FeedMode.DRAFT, url: str = f"{HOME}/feed") -> None:
        given = AlertFeedSettings(url=url, province_code=PROVINCE, senders=[SENDER], mode=mode)
        await upstream.put_feed(self.tx, "kttv", given)

    async def poll(self) -> list[tuple[str, str]]:
        """Ask now; outcome and detail of the messages so far, oldest first."""
        await self.tx.execute("update alert_source set next_at = $1", now())
        transport = httpx.MockTransport(self.server.answer)
        async with httpx.AsyncClient(transport=transport) as http:
            await ask_due(OneConnection(self.tx), http, self.settings)
        return [(one["outcome"], one["detail"]) for one in reversed((await self.state())["messages"])]

    async def state(self) -> dict[str, Any]:
        found: dict[str, Any] = (await self.client.get("/v1/alert-feeds", headers=self.officer)).json()
        return found

    async def drafts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (
            await self.client.get("/v1/alert-drafts", headers=self.officer)
        ).json()["items"]
        return found

    async def public(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.client.get("/v1/alerts?active=true")).json()["items"]
        return found
