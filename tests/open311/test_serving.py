"""Reading through Open311: its filters and extensions, and whoever looks for persons in it."""

from datetime import timedelta

import httpx
import pytest
from defusedxml import ElementTree as Xml

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.open311 import V2
from tests.given.time import frozen

LAMP = "ha-tang.chieu-sang"


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
    assert await found(f"start_date={now() - timedelta(hours=1):%Y-%m-%dT%H:%M:%S+00:00}") == newest
    assert (
        await found(f"service_request_id={cases['open']},{cases['secret']},x&start_date=hỏng&status=?")
        == newest[1:]
    )
    assert await found("start_date=2020-01-01&end_date=2020-02-01") == []
    with frozen(now() + timedelta(days=91)):
        assert await found("") == []
    for query in (
        "status=pending", "start_date=hôm qua", "start_date=2020-01-01&end_date=2020-06-01",
        "start_date=2020-02-01&end_date=2020-01-01", "end_date=0001-01-02", "service_code=%00", "service_code=%ff", "page=0", "page_size=1001", "bbox=1,2,3", "lat=16",
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
