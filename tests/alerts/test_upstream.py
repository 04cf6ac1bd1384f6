"""CAP feeds of others: polled with their tags, believed only from named senders, drafts or warnings; hostile files and ill servers."""

import math
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from xml.sax.saxutils import escape

import httpx
import pytest

from api.alerts.actions import upstream
from api.alerts.contracts.sources import AlertFeedSettings, FeedMode, FeedOutcome
from api.alerts.rules.upstream import UnbelievedError, believed, entries_of
from api.kit.cap import CapUnreadableError
from api.kit.clock import VN, now
from api.kit.db import Connection
from api.kit.demo import PROVINCE
from api.kit.files import Files
from api.kit.patience import OPEN_FOR, TRIPS_AFTER
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.identity import demo_people
from tests.given.time import frozen
from tests.given.work import OneConnection, run_outbox
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


@pytest.fixture
async def desk(
    tx: Connection, client: httpx.AsyncClient, settings: Settings, as_role: Callable[[Role], dict[str, str]]
) -> Desk:
    await demo_people(tx)
    desk = Desk(tx, client, settings)
    desk.officer = as_role(Role.OFFICER)
    return desk


async def test_a_message_becomes_one_draft_and_is_fetched_once(desk: Desk) -> None:
    await desk.connect()
    desk.server.add("VN-1")
    assert await desk.poll() == [("drafted", "")]
    (draft,) = await desk.drafts()
    content = draft["content"]
    assert (draft["origin"], content["hazard"], content["risk_level"], content["commune_codes"]) == (
        "upstream", "flood", 3, ["19777"],
    )  # fmt: skip
    assert await desk.public() == []
    asked = len(desk.server.asked)
    await desk.poll()
    assert [request.headers.get("if-none-match") is not None for request in desk.server.asked[asked:]] == [
        True
    ]
    state = (await desk.state())["items"][0]
    assert (state["circuit"], state["failures"], state["last_error"]) == ("closed", 0, None)


async def test_what_nothing_came_of_is_forgotten_in_time_and_the_rest_kept(desk: Desk) -> None:
    await desk.connect()
    desk.server.add("VN-1")
    desk.server.add("VN-2", status="Test")
    assert [outcome for outcome, _ in await desk.poll()] == ["drafted", "ignored"]
    with frozen(now() + upstream.KEPT - timedelta(days=1)):
        await upstream.forget_old(desk.tx)
    assert await desk.tx.fetchval("select count(*) from alert_upstream") == 2
    with frozen(now() + upstream.KEPT + timedelta(days=1)):
        await upstream.forget_old(desk.tx)
    assert await desk.tx.fetchval("select array_agg(identifier) from alert_upstream") == ["VN-1"]


async def test_publishing_at_once_is_a_setting_and_never_for_red(desk: Desk) -> None:
    await desk.connect(FeedMode.PUBLISH)
    desk.server.add("VN-1")
    desk.server.add("VN-2", level="5", severity="Extreme")
    desk.server.add("VN-3", level="")
    assert [outcome for outcome, _ in await desk.poll()] == ["published", "drafted", "drafted"]
    (alert,) = await desk.public()
    assert (alert["origin"], alert["risk_level"], alert["approved"]) == ("upstream", 3, False)
    states = {one["content"]["risk_level"]: one["state"] for one in await desk.drafts()}
    assert states[5] == "waiting"  # the sender is the first person, an officer the second


async def test_an_update_follows_its_parent_and_a_cancel_ends_it(
    desk: Desk, files: Files, settings: Settings, tx: Connection
) -> None:
    await desk.connect(FeedMode.PUBLISH)
    desk.server.add("VN-1")
    await desk.poll()
    parent = f"{SENDER},VN-1,{now().astimezone(VN).replace(microsecond=0).isoformat()}"
    desk.server.add("VN-2", msg_type="Update", references=parent, level="2")
    await desk.poll()
    (alert,) = await desk.public()
    assert (alert["msg_type"], alert["risk_level"], alert["level_before"]) == ("update", 2, 3)
    desk.server.add("VN-3", msg_type="Cancel", references=parent)
    assert (await desk.poll())[-1] == ("cancelled", "")
    assert await desk.public() == []
    await run_outbox(tx, files, settings)


async def test_in_draft_mode_a_cancel_drops_the_draft_or_asks_an_officer(
    desk: Desk, files: Files, settings: Settings, tx: Connection
) -> None:
    await desk.connect()
    parents = {
        name: f"{SENDER},{name},{now().astimezone(VN).isoformat(timespec='seconds')}"
        for name in ("VN-1", "VN-2")
    }
    desk.server.add("VN-1", "VN-2")
    await desk.poll()
    first, second = await desk.drafts()
    await desk.client.post(
        f"/v1/alert-drafts/{second['id']}/send", json={"version": second["version"]}, headers=desk.officer
    )
    for number, name in enumerate(parents):
        desk.server.add(f"VN-{number + 3}", msg_type="Cancel", references=parents[name])
    assert sorted(outcome for outcome, _ in (await desk.poll())[2:]) == ["cancel_asked", "dropped"]
    assert await desk.drafts() == []
    assert len(await desk.public()) == 1
    await run_outbox(tx, files, settings)
    told = "select count(*) from message where title = 'Nguồn tin đã huỷ một cảnh báo bạn đang phát'"
    assert await tx.fetchval(told) == 2
    assert first["id"] != second["id"]


def unbelieved(document: bytes) -> tuple[FeedOutcome, str]:
    with pytest.raises(UnbelievedError) as refusal:
        believed(document, [SENDER], now())
    return refusal.value.outcome, refusal.value.detail


@pytest.mark.parametrize(
    ("changes", "outcome", "detail"),
    [
        ({"sender": "ai@khac.vn"}, FeedOutcome.REFUSED, "người gửi không có trong danh sách"),
        ({"scope": "Restricted"}, FeedOutcome.REFUSED, "restriction"),
        ({"status": "Test"}, FeedOutcome.IGNORED, "tin Test"),
        ({"status": "System"}, FeedOutcome.IGNORED, "tin System"),
        ({"msg_type": "Ack", "references": f"{SENDER},a,2020-01-01T00:00:00+07:00"}, FeedOutcome.IGNORED, "tin Ack"),
        ({"expires": "2020-01-01T00:00:00+07:00"}, FeedOutcome.REFUSED, "expires"),
        ({"severity": "3"}, FeedOutcome.REFUSED, "severity"),
        ({"msg_type": "Update"}, FeedOutcome.REFUSED, "references"),
        ({"area": "<polygon>16.4,107.5 16.5,107.6 16.4,107.6</polygon>"}, FeedOutcome.REFUSED, "not closed"),
        ({"area": "<circle>16.4,17.5 3</circle>"}, FeedOutcome.REFUSED, "ngoài lãnh thổ"),
    ],
)  # fmt: skip
def test_what_is_not_believed_says_why(changes: dict[str, str], outcome: FeedOutcome, detail: str) -> None:
    said, why = unbelieved(message(**changes))
    assert said is outcome
    assert detail in why


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]><feed>&b;</feed>'
)
XXE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed>&x;</feed>'


@pytest.mark.parametrize(
    "document", [LAUGHS, XXE, b"", b"<html/>", b"<feed/>" + b" " * 1_000_001], ids=lambda x: x[:12]
)
async def test_hostile_lists_open_the_circuit_and_nothing_else(desk: Desk, document: bytes) -> None:
    with pytest.raises(CapUnreadableError):
        entries_of(document, HOME)
    if document == XXE:
        await desk.connect()
        desk.server.pages["/feed"] = document
        for _ in range(TRIPS_AFTER):
            assert await desk.poll() == []
        state = (await desk.state())["items"][0]
        assert (state["circuit"], state["failures"]) == ("open", TRIPS_AFTER)
        assert "unreadable" in state["last_error"]


async def test_an_ill_server_is_left_alone_and_tried_again(desk: Desk) -> None:
    await desk.connect()
    desk.server.pages["/feed"] = 503
    for _ in range(TRIPS_AFTER):
        await desk.poll()
    state = (await desk.state())["items"][0]
    assert (state["circuit"], state["last_error"]) == ("open", "HTTP 503")
    with frozen(now() + OPEN_FOR + timedelta(seconds=1)):
        assert (await desk.state())["items"][0]["circuit"] == "half_open"
        desk.server.add("VN-1")
        assert await desk.poll() == [("drafted", "")]
        assert (await desk.state())["items"][0]["circuit"] == "closed"


async def test_links_lead_to_the_feeds_own_server_only_and_too_much_is_not_read(desk: Desk) -> None:
    evil = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="http://127.0.0.1:1/x"/></entry></feed>'
    )
    assert entries_of(evil, f"{HOME}/feed") == []
    rss = b"<rss><channel><item><link>/a.xml</link><pubDate>1</pubDate></item></channel></rss>"
    assert [one.href for one in entries_of(rss, f"{HOME}/feed") or []] == [f"{HOME}/a.xml"]
    assert entries_of(message(), HOME) is None
    await desk.connect()
    desk.server.pages["/feed"] = b"<feed>" + b" " * 1_000_001
    await desk.poll()
    assert "more than 1000000" in (await desk.state())["items"][0]["last_error"]


async def test_a_message_that_is_gone_stops_no_other_and_a_sea_of_corners_is_thinned(desk: Desk) -> None:
    await desk.connect()
    turn = [math.tau * n / 3_000 for n in range(3_000)]
    ring = [f"{16.45 + 0.05 * math.sin(at):.6f},{107.6 + 0.05 * math.cos(at):.6f}" for at in turn]
    desk.server.add("VN-1")
    desk.server.add("VN-2", area=f"<polygon>{' '.join([*ring, ring[0]])}</polygon>")
    desk.server.pages["/VN-1.xml"] = 404
    assert [outcome for outcome, _ in await desk.poll()] == ["refused", "drafted"]
    (draft,) = await desk.drafts()
    (kept,) = draft["content"]["polygons"]
    assert (3 < len(kept) <= 500, kept[0] == kept[-1]) == (True, True)
    assert (await desk.state())["items"][0]["failures"] == 0


async def test_only_an_administrator_connects_a_feed(
    desk: Desk, as_role: Callable[[Role], dict[str, str]]
) -> None:
    body = {"url": f"{HOME}/feed", "province_code": "46", "senders": [SENDER]}
    path = "/v1/admin/alert-feeds/kttv"
    assert (await desk.client.put(path, json=body, headers=desk.officer)).status_code == 403
    admin = as_role(Role.ADMIN)
    put = await desk.client.put(path, json=body, headers=admin)
    assert [(one["name"], one["mode"]) for one in put.json()["items"]] == [("kttv", "draft")]
    assert (await desk.client.delete(path, headers=admin)).status_code == 204
    assert (await desk.client.delete(path, headers=admin)).status_code == 404
