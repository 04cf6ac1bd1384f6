"""Posting through Open311: what `three` and any other client sends, and the exact refusals."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from api.open311 import gateway
from api.open311.rules.media import public_address
from tests.given import photos
from tests.given.open311 import KEY, V2, post, posted_report, with_key
from tests.given.reports import LAT, LON, demo_province
from tests.given.time import frozen
from tests.given.work import run_outbox
from workers import open311 as jobs

LAMP = "ha-tang.chieu-sang"


@pytest.fixture
async def province(tx: Connection, settings: Settings) -> None:
    await demo_province(tx)
    await with_key(tx, settings)


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize("form", ["json", "xml"])
async def test_hard_case_32_open311_third_party_posts_are_refused_in_exact_shapes(
    client: httpx.AsyncClient, form: str
) -> None:
    """A wrong key, an unknown service, half a coordinate, 5,000 characters, a list attribute; XML and JSON."""
    fine = {"api_key": KEY, "service_code": LAMP, "lat": str(LAT), "long": str(LON)}
    bad: list[tuple[int, dict[str, Any]]] = [
        (403, fine | {"api_key": "sai"}),
        (403, {name: value for name, value in fine.items() if name != "api_key"}),
        (404, fine | {"service_code": "khong-co"}),
        (404, fine | {"service_code": "an-ninh"}),
        (404, fine | {"jurisdiction_id": "sfgov.org"}),
        (400, fine | {"service_code": ""}),
        (400, fine | {"long": ""}),
        (400, fine | {"lat": "", "long": ""}),
        (400, fine | {"lat": "91"}),
        (400, fine | {"lat": "nan"}),
        (400, fine | {"lat": "10.77", "long": "106.69"}),
        (400, fine | {"description": "x" * 5_000}),
        (400, fine | {"media_url": "javascript:alert(1)"}),
        (400, fine | {"attribute[so_bong]": "ba"}),
        (400, fine | {"service_code": "thien-tai.ngap", "attribute[do_sau]": "3m"}),
        (400, fine | {"service_code": "thien-tai.ngap", "attribute[do_sau][]": ["dau_goi", "mat_ca"]}),
    ]
    for status, fields in bad:
        answer = await client.post(
            f"{V2}/requests.{form}",
            content=urlencode(fields, doseq=True),
            headers={"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
        )
        assert_fault(answer, form, status)


def assert_fault(answer: httpx.Response, form: str, status: int) -> None:
    """Open311's own shape of an error, and nothing beside it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == ("application/json" if form == "json" else "text/xml")
    if form == "json":
        assert [set(fault) for fault in answer.json()] == [{"code", "description"}]
        assert (answer.json()[0]["code"], bool(answer.json()[0]["description"])) == (status, True)
    else:
        start = f'<?xml version="1.0"?>\n<errors><error><code>{status}</code><description>'
        assert answer.text.startswith(start)
        assert answer.text.endswith("</description></error></errors>")


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize("form", ["json", "xml"])
async def test_hard_case_32_what_is_no_form_no_path_and_no_method_is_told_in_open311s_shape(
    client: httpx.AsyncClient, form: str
) -> None:
    body = urlencode({"api_key": KEY, "service_code": LAMP, "lat": LAT, "long": LON})
    for kind, broken in (
        ("application/json", b'{"api_key":'),
        ("text/xml", b"<a><b"),
        ("multipart/form-data; boundary=x", b"--x\r\nnothing"),
        ("multipart/form-data", body.encode()),
        ("application/x-www-form-urlencoded", f"{body}&description=%C4%90%ff".encode()),
        ("application/x-www-form-urlencoded", f"{body}&description=Đèn".encode("utf-16")),
        ("application/x-www-form-urlencoded", f"{body}&description=%00".encode()),
        ("application/x-www-form-urlencoded", f"{body}{'&a=b' * 1_000}".encode()),
    ):
        answer = await client.post(f"{V2}/requests.{form}", content=broken, headers={"Content-Type": kind})
        assert_fault(answer, form, 400)
    for path in ("nothing", "services/a/b", "requests/a%2Fb", "services/%00", "requests/%ff", "tokens/%00"):
        assert_fault(await client.get(f"{V2}/{path}.{form}"), form, 404)
    assert_fault(await client.get(f"{V2}/tokens/x.{form}?jurisdiction_id=x"), form, 404)
    kinds = {"json": "application/json", "xml": "*/*"}
    for path in ("/open311", "/open311/", V2, f"{V2}/services", "/open311/v1/x", f"{V2}/requests/PA-1"):
        assert_fault(await client.get(path, headers={"Accept": kinds[form]}), form, 404)
    for method, path in (("PUT", "requests"), ("POST", "services"), ("DELETE", "requests/PA-0000001")):
        answer = await client.request(method, f"{V2}/{path}.{form}")
        assert_fault(answer, form, 405)
        assert "GET" in answer.headers["allow"]
    elsewhere = await client.get("/open311x")
    assert elsewhere.headers["content-type"] != "text/xml"
    sent = await client.post(
        f"{V2}/requests.{form}?{body}",
        content="description=Đèn tắt, dùng UTF-8".encode(),
        headers={"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
    )
    assert sent.status_code == 201, sent.text


@pytest.mark.usefixtures("province")
async def test_a_post_is_a_token_first_and_a_report_like_everybodys_then(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    sent = {
        "service_code": "thien-tai.ngap", "lat": LAT, "long": LON, "description": "Ngập trước <cổng> chợ & bến xe",
        "attribute[do_sau]": "dau_goi", "attribute[duong_qua_duoc][]": ["di_bo", "thuyen"],
        "attribute[x][]": ["một", "hai"], "phone": "0912 345 678", "email": "dau.vet@nguoi-gui.vn",
        "first_name": "Nguyễn", "last_name": "Dấu Vết", "device_id": "may-dau-vet", "account_id": "tk-dau-vet",
    }  # fmt: skip
    [first] = (await post(client, sent)).json()
    [again] = (await post(client, sent)).json()
    assert first["token"] == again["token"]
    waiting = (await client.get(f"{V2}/tokens/{first['token']}.json")).json()
    assert waiting == [{"service_request_id": None, "token": first["token"], "service_notice": None}]
    row = await posted_report(tx, files, settings)
    assert row["description"] == (
        "Ngập trước <cổng> chợ & bến xe · Nước sâu đến đâu: Đầu gối · Còn đi qua được bằng: Đi bộ, Thuyền · x: một, hai"
    )
    assert (row["code"], row["commune"], row["commune_confirmed"]) == (row["code"], "19777", False)
    assert row["contact_phone"] == "0912345678"
    told = (await client.get(f"{V2}/tokens/{first['token']}.xml")).text
    assert f"<service_request_id>{row['code']}</service_request_id><token>{first['token']}</token>" in told
    # What waited is erased, and what names a person was never kept.
    kept = await tx.fetch("select p::text as text from open311_post p union all select r::text from report r")
    for mark in ("345678", "345 678", "nguoi-gui", "Nguyễn", "may-dau-vet", "tk-dau-vet"):
        assert not [1 for one in kept if mark in one["text"]], mark


@pytest.mark.usefixtures("province")
async def test_the_same_post_is_one_within_a_day_and_under_a_key_of_the_senders_for_ever(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    lamp = {"service_code": LAMP, "lat": LAT, "long": LON}
    late = datetime(2026, 11, 23, 16, 59, 50, tzinfo=UTC)  # ten seconds before midnight in Vietnam

    async def token(at: datetime, key: str = "", **changes: str) -> str:
        with frozen(at):
            answer = await post(client, lamp | changes, headers={"Idempotency-Key": key} if key else {})
        found: str = answer.json()[0]["token"]
        return found

    first = await token(late)
    assert await token(late + timedelta(minutes=1)) == first
    assert await token(late + timedelta(hours=25)) != first
    assert await token(late, description="khác") != first
    keyed = await token(late, "gui-lan-1")
    assert keyed != first
    assert await token(late + timedelta(days=40), "gui-lan-1") == keyed
    assert await token(late, "gui-lan-1", description="khác") != keyed
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select count(*) from report") == 5


@pytest.mark.usefixtures("province")
async def test_what_cannot_become_a_report_is_told_at_its_token(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    [kept] = (await post(client, {"service_code": LAMP, "lat": LAT, "long": LON})).json()
    await tx.execute("update category set retired_on = '2020-01-01' where code = $1", LAMP)
    await run_outbox(tx, files, settings)
    [told] = (await client.get(f"{V2}/tokens/{kept['token']}.json")).json()
    assert (told["service_request_id"], told["service_notice"]) == (None, "Không có loại phản ánh này")


async def test_unknown_tokens_are_not_there(client: httpx.AsyncClient) -> None:
    for name in ("abc", "01900000-0000-7000-8000-000000000046"):
        assert (await client.get(f"{V2}/tokens/{name}.json")).status_code == 404


@pytest.mark.usefixtures("province")
async def test_a_photo_elsewhere_is_fetched_from_public_addresses_only(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[httpx.Request] = []
    photo = photos.jpeg(200, 150)

    async def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, content=photo)

    async def addresses(host: str) -> list[str]:
        return ["203.0.114.9"] if host == "anh.example.vn" else ["203.0.114.9", "10.0.0.1"]

    monkeypatch.setattr(gateway, "addresses_of", addresses)
    outside = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    fetched = await gateway.fetch_photo(outside, "https://anh.example.vn/1.jpg")
    assert fetched == photo
    [request] = asked
    assert (request.url.host, request.headers["host"]) == ("203.0.114.9", "anh.example.vn")
    assert request.extensions["sni_hostname"] == "anh.example.vn"
    assert await gateway.fetch_photo(outside, "https://trong.example.vn/1.jpg") is None
    await outside.aclose()

    async def fetch(_: httpx.AsyncClient, url: str) -> bytes | None:
        return fetched if url == "https://anh.example.vn/1.jpg" else None

    monkeypatch.setattr(jobs, "fetch_photo", fetch)
    place = {"service_code": LAMP, "lat": LAT, "long": LON}
    await post(client, place | {"media_url": "https://anh.example.vn/1.jpg"})
    row = await posted_report(tx, files, settings)
    assert await tx.fetchval("select count(*) from photo where report_id = $1", row["id"]) == 1
    await post(client, place | {"media_url": "https://trong.example.vn/1.jpg"})
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select count(*) from report") == 2


@pytest.mark.parametrize(
    "addresses",
    [
        [], ["127.0.0.1"], ["10.1.2.3"], ["192.168.0.1"], ["169.254.169.254"], ["0.0.0.0"], ["::1"], ["fe80::1%eth0"],
        ["::ffff:127.0.0.1"], ["2002:7f00:1::"], ["fd00::1"], ["224.0.0.1"], ["100.64.0.1"], ["8.8.8.8", "10.0.0.1"],
    ],
)  # fmt: skip
def test_no_address_of_our_own_network_is_asked(addresses: list[str]) -> None:
    assert public_address(addresses) is None
    assert public_address(["8.8.8.8"]) == "8.8.8.8"
