"""A running server before the clients and the validators of Open311: `georeport`, `three`, SeeClickFix's rules, the official shapes.

Every call here goes over a socket of this machine, by the library each client itself uses.
"""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, Any, Literal

import httpx
import msgspec
import pytest
from defusedxml import ElementTree as Xml
from georeport import GeoReport
from litestar import Litestar

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given import photos
from tests.given.open311 import KEY, V2, posted_report
from tests.given.reports import LAT, LON
from tests.given.three import Three
from tests.zalo_fake.server import Stage

LAMP = "ha-tang.chieu-sang"
ask = asyncio.to_thread


@pytest.fixture
def base(
    stage: tuple[Stage, str], client: httpx.AsyncClient, settings: Settings, shared_app: Litestar
) -> str:
    """The address of the running server; `client` has lent it this test's database."""
    assert not client.is_closed
    shared_app.state.settings = msgspec.structs.replace(settings, public_url=stage[1])
    stage[0].fake = shared_app
    return stage[1]


@pytest.mark.parametrize("form", ["json", "xml"])
async def test_georeport_reads_services_definitions_and_requests(
    base: str, cases: dict[str, str], form: str
) -> None:
    reader = GeoReport(f"{base}{V2}", output_format=form, jurisdiction="46")
    services = await ask(reader.get_service_list)
    lamp = next(one for one in services if one["service_code"] == LAMP)
    assert lamp["service_name"] == "Đèn đường"
    assert not [one for one in services if one["service_code"].startswith("an-ninh")]
    definition = await ask(reader.get_service_definition, LAMP)
    assert definition["service_code"] == LAMP
    found = await ask(
        reader.get_service_requests, status="open", start_date=f"{today():%Y-%m-%dT00:00:00+07:00}"
    )
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


@pytest.mark.parametrize("form", ["json", "xml"])
async def test_three_discovers_reads_posts_and_follows_its_token(
    *, base: str, cases: dict[str, str], tx: Connection, files: Files, settings: Settings, form: str
) -> None:
    three = Three(f"{base}{V2}", form=form, key=KEY, jurisdiction="46")

    def items(answer: Any, name: str) -> list[Any]:
        found = answer[name] if form == "xml" else answer
        return found if isinstance(found, list) else [found]

    told = await ask(three.discovery)
    assert told == await ask(three.discovery, f"{base}/open311/discovery.{form}")
    assert told["contact"].startswith("Tổng đài")
    services = items(await ask(three.services), "service")
    assert "Đèn đường" in [one["service_name"] for one in services]
    assert (await ask(three.services, "thien-tai.ngap"))["service_code"] == "thien-tai.ngap"
    newest = [cases["closed"], cases["open"]]
    week = [today() - timedelta(days=7), today() + timedelta(days=1)]
    as_words = [f"{week[0]:%m-%d-%y}", f"{week[1]:%m/%d/%Y}"]
    for asked in ({}, {"between": week}, {"between": as_words}, {"start": as_words[0], "end": week[1]}):
        found = items(await ask(partial(three.requests, LAMP, **asked)), "request")
        assert [one["service_request_id"] for one in found] == newest, asked
    [last] = items(await ask(partial(three.requests, count=1, status="closed")), "request")
    assert [last] == items(await ask(three.request, cases["closed"]), "request")
    await tx.execute("delete from report_step")
    await tx.execute("delete from report")
    said = {"address": "12 Nguyễn Sinh Cung, Phường Vỹ Dạ, Huế", "name": "Nguyễn An", "phone": "555-5555"}
    photo = ("photo.jpg", photos.jpeg(200, 150), "image/jpeg")
    [kept] = items(
        await ask(partial(three.post, LAMP, **said, description="Đèn tắt", media=photo)), "request"
    )
    row = await posted_report(tx, files, settings)
    [outcome] = items(await ask(three.token, kept["token"]), "request")
    assert outcome["service_request_id"] == row["code"]
    assert row["description"] == "Đèn tắt · Địa chỉ: 12 Nguyễn Sinh Cung, Phường Vỹ Dạ, Huế"
    assert (row["commune"], row["contact_phone"]) == ("19777", None)
    assert row["accuracy_m"] > 2_000
    assert await tx.fetchval("select count(*) from photo where report_id = $1", row["id"]) == 1
    assert await files.get(f"open311/{kept['token']}") is None
    for status, refused in ((403, {"api_key": "sai"}), (404, {"service_code": "0"}), (400, {"lat": ""})):
        words: dict[str, Any] = {"service_code": LAMP, "lat": LAT, "long": LON, **refused}
        [fault] = items(await ask(partial(three.post, **words)), "error")
        assert int(fault["code"]) == status


class Told(msgspec.Struct, kw_only=True):
    """What SeeClickFix's validator gathers before it judges; `services` by every endpoint and format discovery names."""

    url: str
    kinds: dict[str, str]
    as_json: dict[str, Any]
    as_xml: Any
    services: list[list[str | None]]
    definitions: int

    @property
    def endpoints(self) -> list[dict[str, Any]]:
        """Of both formats; of XML as its reader has them: several children are a list, one is none."""
        nodes = self.as_xml.findall("endpoints/endpoint")
        formats = [[one.text for one in node.findall("formats/format")] for node in nodes]
        read = [
            {one.tag: one.text for one in node} | {"formats": kinds}
            for node, kinds in zip(nodes, formats, strict=True)
        ]
        return [*self.as_json["endpoints"], *read]


def instant(text: str | None) -> datetime | None:
    """What Ruby's `Time.iso8601` reads: a zone is needed."""
    at = datetime.fromisoformat(text or "")
    return at if at.tzinfo else None


RULES: dict[str, Callable[[Told], Any]] = {
    "discovery.xml should be mime type text/xml": lambda told: told.kinds["xml"] == "text/xml",
    "discovery.json should be mime type application/json": lambda told: told.kinds["json"] == "application/json",
    'url should end with "discovery"': lambda told: told.url.endswith("discovery"),
    "both formats should return results": lambda told: told.as_json and len(told.as_xml),
    "both formats should have contacts": lambda told: told.as_json["contact"] and told.as_xml.findtext("contact"),
    "both formats should have key_service information": lambda told: (
        told.as_json["key_service"] and told.as_xml.findtext("key_service")
    ),
    "return valid DateTime objects": lambda told: (
        instant(told.as_json["changeset"]) and instant(told.as_xml.findtext("changeset"))
    ),
    "contacts should return same for both formats": lambda told: (
        told.as_json["contact"] == told.as_xml.findtext("contact")
    ),
    "xml endpoint should be an array": lambda told: len(told.as_xml.findall("endpoints/endpoint")) > 1,
    "there should be at least one endpoint": lambda told: told.endpoints,
    "each endpoint should have a specification": lambda told: all(one["specification"] for one in told.endpoints),
    "each endpoint should have a url": lambda told: all(one["url"] for one in told.endpoints),
    "each endpoint should have a changeset": lambda told: all(one["changeset"] for one in told.endpoints),
    "each endpoint should have a valid changeset": lambda told: all(instant(one["changeset"]) for one in told.endpoints),
    "each endpoint should have a changeset in the past": lambda told: (
        all(datetime.fromisoformat(one["changeset"]) < now() for one in told.endpoints)
    ),
    "each endpoint should have a type": lambda told: all(one["type"] for one in told.endpoints),
    "each endpoint should have an array of formats": lambda told: (
        all(isinstance(one["formats"], list) and len(one["formats"]) > 1 for one in told.endpoints)
    ),
    "each endpoint should have at least one supported format": lambda told: all(one["formats"] for one in told.endpoints),
    "all v2 endpoints should support xml": lambda told: (
        all("text/xml" in one["formats"] for one in told.endpoints if one["specification"].lower().endswith("_v2"))
    ),
    "there should be at least one service right?": lambda told: told.services and all(told.services),
    "all services should have a service code": lambda told: all(all(codes) for codes in told.services),
    "test resource": lambda told: told.definitions,
}  # fmt: skip
"""SeeClickFix's open311-validator (a373a52), told anew: each rule under its own name, in its order."""


def broken(told: Told) -> list[str]:
    """The rules that do not hold."""
    return [name for name, holds in RULES.items() if not holds(told)]


async def validated(url: str, jurisdiction: str) -> Told:
    """Walk as the validator walks: discovery, then the services of every endpoint and format, then definitions."""
    async with httpx.AsyncClient(params={"jurisdiction_id": jurisdiction}) as http:
        found = {form: await http.get(f"{url}.{form}") for form in ("json", "xml")}
        told = Told(
            url=url, kinds={form: answer.headers["content-type"] for form, answer in found.items()},
            as_json=found["json"].json(), as_xml=Xml.fromstring(found["xml"].content), services=[], definitions=0,
        )  # fmt: skip
        for address in sorted({one["url"] for one in told.endpoints}):
            listed = (await http.get(f"{address}/services.json")).json()
            told.services.append([one["service_code"] for one in listed])
            tree = Xml.fromstring((await http.get(f"{address}/services.xml")).content)
            told.services.append([one.findtext("service_code") for one in tree])
            for code in (one["service_code"] for one in listed if one["metadata"]):
                for form in ("json", "xml"):
                    answer = await http.get(f"{address}/services/{code}.{form}")
                    told.definitions += answer.raise_for_status().is_success
    return told


@pytest.mark.parametrize(("root", "jurisdiction"), [("/open311", ""), (V2, "46")])
async def test_seeclickfixs_validator_has_nothing_to_say(base: str, root: str, jurisdiction: str) -> None:
    told = await validated(f"{base}{root}/discovery", jurisdiction)
    assert broken(told) == []
    assert all(one["url"] == f"{base}{V2}" for one in told.endpoints)


def test_the_rules_bite() -> None:
    """Each of these servers breaks the rule it is named for."""
    one = {
        "specification": "http://wiki.open311.org/GeoReport_v2", "url": "http://x", "changeset": "2026-01-01T00:00:00+07:00",
        "type": "test", "formats": ["text/xml", "application/json"],
    }  # fmt: skip
    head = {"contact": "a", "key_service": "b", "changeset": one["changeset"]}

    def served(changes: dict[str, Any], *, of_head: bool = False, times: int = 2, **facts: Any) -> Told:
        endpoint, top = (one, head | changes) if of_head else (one | changes, head)
        inside = "".join(
            f"<formats>{''.join(f'<format>{kind}</format>' for kind in value)}</formats>" if name == "formats" else f"<{name}>{value}</{name}>"
            for name, value in endpoint.items()
        )  # fmt: skip
        text = "".join(f"<{name}>{value}</{name}>" for name, value in top.items())
        kinds = {"xml": "text/xml", "json": "application/json"} | facts.pop("kinds", {})
        return Told(
            url="http://x/discovery", kinds=kinds, as_json=top | {"endpoints": [endpoint]},
            as_xml=Xml.fromstring(f"<discovery>{text}<endpoints>{f'<endpoint>{inside}</endpoint>' * times}</endpoints></discovery>"),
            services=facts.pop("services", [["a"]]), definitions=1,
        )  # fmt: skip

    assert broken(served({})) == []
    for rule, told in {
        "discovery.xml should be mime type text/xml": served({}, kinds={"xml": "text/xml; charset=utf-8"}),
        "both formats should have key_service information": served({"key_service": ""}, of_head=True),
        "xml endpoint should be an array": served({}, times=1),
        "return valid DateTime objects": served({"changeset": "2026-01-01T00:00:00"}, of_head=True),
        "each endpoint should have a changeset in the past": served({"changeset": "2990-01-01T00:00:00Z"}),
        "each endpoint should have an array of formats": served({"formats": ["text/xml"]}),
        "all v2 endpoints should support xml": served({"formats": ["application/json", "text/html"]}),
        "there should be at least one service right?": served({}, services=[[]]),
        "all services should have a service code": served({}, services=[["a", None]]),
    }.items():
        assert rule in broken(told)


class OfficialService(msgspec.Struct, kw_only=True):
    """The official schema of a service, told anew (open311/schema-validation): read strictly, it is the check."""

    service_code: str
    service_name: str
    metadata: bool
    type: Literal["realtime", "batch", "blackbox"]
    description: str | None = None
    keywords: str | None = None
    group: str | None = None


class OfficialRequest(msgspec.Struct, kw_only=True):
    """The official schema of a request: ids are text, places numbers, moments have a zone."""

    service_request_id: str
    status: Literal["open", "closed"]
    service_code: str
    requested_datetime: datetime
    status_notes: str | None = None
    service_name: str | None = None
    description: Annotated[str, msgspec.Meta(max_length=4_000)] | None = None
    agency_responsible: str | None = None
    service_notice: str | None = None
    updated_datetime: datetime | None = None
    expected_datetime: datetime | None = None
    address: str | None = None
    address_id: str | None = None
    zipcode: str | None = None
    lat: float | None = None
    long: float | None = None
    media_url: str | None = None


async def test_the_official_schemas_hold_and_name_every_field(
    base: str, cases: dict[str, str], tx: Connection
) -> None:
    # What a post said beyond its description is kept with it, and may be longer than the schema has.
    await tx.execute("update report set public_text = repeat('ă', 5000) where code = $1", cases["open"])
    async with httpx.AsyncClient(base_url=f"{base}{V2}") as http:
        services, requests = [(await http.get(f"/{name}.json")).content for name in ("services", "requests")]
    assert len(msgspec.json.decode(services, type=list[OfficialService])) > 10
    found = msgspec.json.decode(requests, type=list[OfficialRequest])
    assert {one.service_request_id for one in found} == {cases["open"], cases["closed"]}
    assert all(one.requested_datetime.tzinfo for one in found)
    assert [set(one) for one in json.loads(requests)] == [set(OfficialRequest.__struct_fields__)] * 2
