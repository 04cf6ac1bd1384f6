"""CAP feeds of others: polled with their tags, believed only from named senders, drafts or warnings; hostile files and ill servers."""

import math
from collections.abc import Callable
from datetime import timedelta

import pytest

from api.alerts.actions import upstream
from api.alerts.contracts.sources import FeedMode, FeedOutcome
from api.alerts.rules.upstream import SHAPES, UnbelievedError, believed, entries_of
from api.kit.cap import CapUnreadableError
from api.kit.clock import VN, now
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.patience import OPEN_FOR, TRIPS_AFTER
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.feeds import HOME, SENDER, Desk, message
from tests.given.time import frozen
from tests.given.work import run_outbox


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


async def test_an_area_of_more_shapes_than_we_keep_is_left_to_a_person(desk: Desk) -> None:
    await desk.connect(FeedMode.PUBLISH)
    desk.server.add("VN-1", area="<circle>16.46,107.58 1</circle>" * (SHAPES + 1))
    assert await desk.poll() == [("drafted", "")]
    (draft,) = await desk.drafts()
    assert (draft["state"], len(draft["content"]["circles"])) == ("draft", SHAPES)
    assert "nhiều hình hơn 20" in draft["note"]


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
