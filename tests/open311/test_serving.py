"""Reading through Open311: with `georeport`, by the validator's rules, and by whoever looks for persons in it."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import georeport.georeport
import httpx
import pytest
from defusedxml import ElementTree as Xml
from georeport import GeoReport

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.open311 import V2
from tests.given.reports import accepted, answered, demo_province, reported
from tests.given.time import frozen

LAMP = "ha-tang.chieu-sang"
ROOT = "http://testserver"


class Bridge:
    """What `georeport` knows as `requests`: its calls go from its thread into the application."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client, self.loop = client, asyncio.get_running_loop()

    def get(self, url: str, params: dict[str, Any]) -> httpx.Response:
        calling = self.client.get(url, params=params)
        return asyncio.run_coroutine_threadsafe(calling, self.loop).result(10)


@pytest.fixture
async def cases(tx: Connection, settings: Settings) -> dict[str, str]:
    """One case of each kind, by what it is: only two of them are public."""
    await demo_province(tx)
    codes = {}
    for name in ("open", "closed", "unpublished"):
        said = f"Đèn tắt ]]> & <{name}>\x0b gọi 0987001122"
        receipt = await reported(tx, settings, description=said, contact_phone="0987001122")
        codes[name] = receipt.code
        if name == "open":
            await accepted(tx, settings, receipt.id)
        if name == "closed":
            await answered(tx, settings, receipt.id)
    secret = await reported(tx, settings, category_code="an-ninh", description="Kín")
    codes["secret"] = secret.code
    await tx.execute("update report set accuracy_m = 9000 where code = $1", codes["closed"])
    return codes


@pytest.mark.parametrize("form", ["json", "xml"])
async def test_georeport_reads_services_definitions_and_requests(
    client: httpx.AsyncClient, cases: dict[str, str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(georeport.georeport, "requests", Bridge(client))
    reader = GeoReport(f"{ROOT}{V2}", output_format=form, jurisdiction="46")
    ask = asyncio.to_thread
    services = await ask(reader.get_service_list)
    lamp = next(one for one in services if one["service_code"] == LAMP)
    assert lamp["service_name"] == "Đèn đường"
    assert not [one for one in services if one["service_code"].startswith("an-ninh")]
    definition = await ask(reader.get_service_definition, LAMP)
    assert definition["service_code"] == LAMP
    found = await ask(reader.get_service_requests, status="open")
    [found] = found if isinstance(found, list) else [found]
    assert found == await ask(reader.get_service_request, cases["open"])
    assert found["service_request_id"] == cases["open"]
    assert found["description"] == "Đèn tắt ]]> & <open> gọi [đã ẩn]"
    assert float(found["lat"]) == 16.47791
    closed = await ask(reader.get_service_requests, f"{cases['closed']},{cases['unpublished']}")
    [closed] = closed if isinstance(closed, list) else [closed]
    assert (closed["status"], closed["status_notes"]) == ("closed", "Đã thay bóng mới")
    assert (closed["lat"], closed["long"]) == (None, None)  # known to 9 km: no point on a map
    assert closed["address"] == "Phường Vỹ Dạ"


@pytest.mark.parametrize("root", ["/open311", V2])
async def test_discovery_keeps_the_rules_of_seeclickfixs_validator(
    client: httpx.AsyncClient, root: str
) -> None:
    """Its rules re-told; its client also wants the content type bare."""
    as_json, as_xml = [await client.get(f"{root}/discovery.{form}") for form in ("json", "xml")]
    assert as_json.headers["content-type"] == "application/json"
    assert as_xml.headers["content-type"] == "text/xml"
    told, tree = as_json.json(), Xml.fromstring(as_xml.text)
    endpoints = tree.findall("endpoints/endpoint")
    assert tree.tag == "discovery"
    assert told["contact"] == tree.findtext("contact")
    assert told["key_service"] == tree.findtext("key_service")
    assert len(endpoints) == len(told["endpoints"]) > 1  # its XML reader makes no list of one
    for each in told["endpoints"]:
        assert each["specification"] == "http://wiki.open311.org/GeoReport_v2"
        assert each["url"].endswith(V2)
        assert each["type"] == "test"
        assert "text/xml" in each["formats"]
        assert datetime.fromisoformat(each["changeset"]) < now()
    for node, each in zip(endpoints, told["endpoints"], strict=True):
        assert [one.text for one in node.findall("formats/format")] == each["formats"]
        for name in ("specification", "url", "type", "changeset"):
            assert node.findtext(name) == each[name]
    assert datetime.fromisoformat(told["changeset"]).utcoffset() == timedelta(hours=7)


async def test_every_service_with_metadata_has_a_definition(client: httpx.AsyncClient) -> None:
    for form in ("json", "xml"):
        asked = await client.get(f"{V2}/services.{form}?jurisdiction_id=")
        assert asked.status_code == 200
    services = (await client.get(f"{V2}/services.json")).json()
    assert all(one["service_code"] for one in services)
    for code in (one["service_code"] for one in services if one["metadata"]):
        told = (await client.get(f"{V2}/services/{code}.json")).json()
        assert [one["order"] for one in told["attributes"]] == list(range(1, len(told["attributes"]) + 1))
        tree = Xml.fromstring((await client.get(f"{V2}/services/{code}.xml")).text)
        for node, one in zip(tree.findall("attributes/attribute"), told["attributes"], strict=True):
            assert node.findtext("code") == one["code"]
            assert [(v.findtext("key"), v.findtext("name")) for v in node.findall("values/value")] == [
                (value["key"], value["name"]) for value in one["values"]
            ]


async def test_what_is_not_public_is_not_there_and_nothing_says_who_reported(
    client: httpx.AsyncClient, cases: dict[str, str], tx: Connection
) -> None:
    seen = ""
    for path in (
        "requests",
        "services",
        "servicerequestupdates",
        *(f"requests/{code}" for code in cases.values()),
    ):
        for form in ("json", "xml"):
            answer = await client.get(f"{V2}/{path}.{form}?extensions=true")
            seen += answer.text
            if path.endswith((cases["unpublished"], cases["secret"])):
                assert answer.status_code == 404
                seen = seen.removesuffix(answer.text)
    for mark in (
        "0987001122", "email", "phone", "device_id", "account_id", "accuracy", cases["secret"],
        cases["unpublished"], "unpublished", "Kín", "16.477912",
    ):  # fmt: skip
        assert mark not in seen, mark
    await tx.execute("update report set published_at = null")
    assert (await client.get(f"{V2}/requests.json")).json() == []
    assert Xml.fromstring((await client.get(f"{V2}/requests.xml")).text).tag == "service_requests"


async def test_the_alias_of_the_official_swagger_and_the_extensions(
    client: httpx.AsyncClient, cases: dict[str, str]
) -> None:
    [one] = (await client.get(f"{V2}/request/{cases['closed']}.json?extensions=true")).json()
    assert one["extended_attributes"] == {"state": "done", "language": "vi"}
    assert [note["type"] for note in one["notes"]] == ["received", "in_progress", "done"]
    assert one["updated_datetime"].endswith("+07:00")
    plain = (await client.get(f"{V2}/requests/{cases['closed'].lower()}.json")).json()
    assert [set(one) - set(plain[0])] == [{"extended_attributes", "notes"}]
    updates = (await client.get(f"{V2}/servicerequestupdates.json")).json()
    assert {each["service_request_id"] for each in updates} == {cases["open"], cases["closed"]}
    for path in (
        "requests/PA-9999999.json",
        "requests/x.json",
        f"requests/{cases['open']}",
        "services/x.json",
    ):
        assert (await client.get(f"{V2}/{path}")).status_code == 404


async def test_filters_pages_places_and_what_cannot_be_read(
    client: httpx.AsyncClient, cases: dict[str, str], settings: Settings, tx: Connection
) -> None:
    async def found(query: str) -> list[str]:
        answer = await client.get(f"{V2}/requests.json?{query}")
        assert answer.status_code == 200, answer.text
        return [one["service_request_id"] for one in answer.json()]

    newest = [cases["closed"], cases["open"]]
    assert await found("") == newest
    assert await found("status=open,closed") == newest
    assert await found("status=open&status=closed&page_size=1") == newest[:1]
    assert await found("page_size=1&page=2") == newest[1:]
    assert await found(f"service_code=moi-truong.rac&service_request_id={cases['open']}") == newest[1:]
    assert await found(f"service_code=moi-truong.rac,{LAMP}&status=closed") == newest[:1]
    assert await found("service_code=khong-co") == []
    assert await found("bbox=107.6,16.4,107.7,16.5") == newest[1:]
    assert await found("lat=16.4779&long=107.6112&radius=50") == newest[1:]
    assert await found("lat=16.47&long=107.6&radius=50") == []
    assert await found(f"start_date={now():%Y-%m-%d}T00:00:00Z".replace("T00", "T00")) in (newest, [])
    assert await found("start_date=2020-01-01&end_date=2020-02-01") == []
    with frozen(now() + timedelta(days=91)):
        assert await found("") == []
    for query in (
        "status=pending", "start_date=hôm qua", "start_date=2020-01-01&end_date=2020-06-01",
        "start_date=2020-02-01&end_date=2020-01-01", "page=0", "page_size=1001", "bbox=1,2,3", "lat=16",
    ):  # fmt: skip
        answer = await client.get(f"{V2}/requests.json?{query}")
        assert (answer.status_code, answer.json()[0]["code"]) == (400, 400), query
    assert (await client.get(f"{V2}/requests.json?jurisdiction_id=abc")).status_code == 404


@pytest.mark.parametrize(
    ("accept", "kind"), [("*/*", "text/xml"), ("text/xml; charset=utf-8", "text/xml; charset=utf-8")]
)
async def test_who_asks_for_a_charset_gets_it_named(
    client: httpx.AsyncClient, accept: str, kind: str
) -> None:
    answer = await client.get(f"{V2}/services.xml", headers={"Accept": accept})
    assert answer.headers["content-type"] == kind
    assert answer.content.isascii()  # reads right whatever encoding is guessed
    assert "Đèn đường" in {node.text for node in Xml.fromstring(answer.text).iter("service_name")}
