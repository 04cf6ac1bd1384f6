"""What we publish is CAP 1.2: the schema, our own checker and strangers' readers accept it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import fromstring

import httpx
import pytest
from capvalidator import validate_cap_message

from api.alerts import actions
from api.alerts.contracts import Cancellation
from api.alerts.rules.checking import cap_faults
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.alerts import published
from tests.given.identity import demo_people
from tests.given.reports import officer
from tests.given.time import frozen

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
ATOM = "{http://www.w3.org/2005/Atom}"
GEORSS = "{http://www.georss.org/georss}"
AT = datetime(2025, 11, 3, 0, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture(autouse=True)
async def people(tx: Connection) -> None:
    await demo_people(tx)


async def cap_of(client: httpx.AsyncClient, alert_id: Any) -> bytes:
    answer = await client.get(f"/v1/alerts/{alert_id}/cap.xml")
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == "application/cap+xml"
    return answer.content


def accepted_by_all(document: bytes) -> None:
    result = validate_cap_message(document, strict=False)
    assert result.passed, result.message
    assert cap_faults(document) == []


async def test_every_message_of_a_chain_is_valid_and_refers_back(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        first = await published(tx, settings)
    with frozen(AT + timedelta(hours=2)):
        second = await published(tx, settings, replaces=first.id, risk_level=5)
    with frozen(AT + timedelta(hours=4)):
        gone = await actions.cancel(
            tx, second.id, Cancellation(reason="Nước rút"), officer(), settings=settings
        )
    documents = [await cap_of(client, each) for each in (first.id, second.id, gone.replaced_by)]
    for document in documents:
        accepted_by_all(document)
    roots = [fromstring(document) for document in documents]  # noqa: S314  our own
    names = [root.findtext(f"{CAP}identifier") for root in roots]
    sender = roots[0].findtext(f"{CAP}sender")
    assert [root.findtext(f"{CAP}msgType") for root in roots] == ["Alert", "Update", "Cancel"]
    assert roots[0].findtext(f"{CAP}sent") == "2025-11-03T07:00:00+07:00"
    assert [root.findtext(f"{CAP}references") for root in roots] == [
        None,
        f"{sender},{names[0]},2025-11-03T07:00:00+07:00",
        f"{sender},{names[0]},2025-11-03T07:00:00+07:00 {sender},{names[1]},2025-11-03T09:00:00+07:00",
    ]
    infos = [root.find(f"{CAP}info") for root in roots]
    assert [info.findtext(f"{CAP}severity") for info in infos if info is not None] == [
        "Severe",
        "Extreme",
        "Extreme",
    ]
    assert [info.findtext(f"{CAP}responseType") for info in infos if info is not None][-1] == "AllClear"
    codes = [node.text for node in roots[0].iter(f"{CAP}value")]
    assert codes == ["flood", "3", "19753", "19777"] * 2  # in Vietnamese and in English


@pytest.mark.parametrize("status", ["actual", "exercise", "test"])
async def test_a_drill_says_so_in_the_status_and_the_headline(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, status: str
) -> None:
    alert = await published(tx, settings, status=status)
    document = await cap_of(client, alert.id)
    accepted_by_all(document)
    root = fromstring(document)  # noqa: S314  our own
    assert root.findtext(f"{CAP}status") == status.capitalize()
    headline = root.findtext(f"{CAP}info/{CAP}headline") or ""
    assert headline.startswith("[") == (status != "actual")


async def test_text_that_looks_like_xml_stays_text(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    alert = await published(
        tx, settings, headline="<b>A & B</b>", description="]]></description> \x0b \x01\x1f \u0085\uffff ổ"
    )
    document = await cap_of(client, alert.id)
    accepted_by_all(document)
    assert fromstring(document).findtext(f"{CAP}info/{CAP}headline") == "<b>A & B</b>"  # noqa: S314


async def test_two_messages_of_one_second_keep_their_order_and_no_reader_by_date_misses_the_second(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        first = await published(tx, settings)
        feed = await client.get("/alerts.atom")
        second = await published(tx, settings, replaces=first.id)
    known = {"If-Modified-Since": feed.headers["last-modified"]}
    with frozen(AT + timedelta(minutes=1)):
        again = await client.get("/alerts.atom", headers=known)
        assert again.status_code == 200
        known = {"If-Modified-Since": again.headers["last-modified"]}
        assert (await client.get("/alerts.atom", headers=known)).status_code == 304
    documents = [fromstring(await cap_of(client, each)) for each in (first.id, second.id)]  # noqa: S314  our own
    references = [root.findtext(f"{CAP}references") for root in documents]
    assert references == [None, f"{first.sender},{first.identifier},2025-11-03T07:00:00+07:00"]


async def test_an_unknown_warning_has_no_document(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/alerts/01990000-0000-7000-8000-000000000000/cap.xml")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/alert-not-found")


async def test_the_feed_lists_every_message_with_a_point(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    first = await published(tx, settings)
    await actions.cancel(tx, first.id, Cancellation(reason="Nước rút"), officer(), settings=settings)
    answer = await client.get("/alerts.atom")
    assert answer.headers["content-type"].split(";")[0] == "application/atom+xml"
    assert "public" in answer.headers["cache-control"]
    feed = fromstring(answer.content)  # noqa: S314  our own
    for needed in ("id", "title", "updated", f"author/{ATOM}name"):
        assert feed.findtext(f"{ATOM}{needed}")
    entries = feed.findall(f"{ATOM}entry")
    assert sorted(entry.findtext(f"{CAP}msgType") or "" for entry in entries) == ["Alert", "Cancel"]
    for entry in entries:
        for needed in ("id", "title", "updated", "summary"):
            assert entry.findtext(f"{ATOM}{needed}")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("type") == "application/cap+xml"
        address = (link.get("href") or "").removeprefix(settings.public_url)
        assert (await client.get(address)).status_code == 200
        lat, lon = (float(part) for part in (entry.findtext(f"{GEORSS}point") or "").split())
        assert (16.4 < lat < 16.5, 107.5 < lon < 107.7) == (True, True)


async def test_an_empty_feed_is_a_feed(client: httpx.AsyncClient) -> None:
    first, again = await client.get("/alerts.atom"), await client.get("/alerts.atom")
    assert first.headers["etag"] == again.headers["etag"]
    assert fromstring(first.content).findtext(f"{ATOM}updated")  # noqa: S314  our own
