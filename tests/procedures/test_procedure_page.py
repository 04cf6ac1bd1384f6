"""The page of a procedure: online or not, what it costs, how long, who, where, by what decision."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from api.kit.db import Connection
from tests.given.time import frozen


async def page(client: httpx.AsyncClient, code: str, **query: str) -> dict[str, Any]:
    answer = await client.get(f"/v1/procedures/{code}", params=query)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_permanent_residence_says_everything(client: httpx.AsyncClient) -> None:
    body = await page(client, "1.004222")
    assert (body["online"], body["online_text"]) == ("full", "Làm được toàn bộ trên mạng")
    online, counter = body["ways"]
    assert online["channel"] == "online"
    assert online["deadline"] == {"amount": 7, "unit": "working_day", "text": "7 ngày làm việc"}
    assert online["fee"] == {"vnd": 10_000, "quality": "stated", "text": "10.000 đ"}
    assert counter["fee"]["vnd"] == 20_000
    assert body["saving_vnd"] == 10_000
    assert body["agency"] == "Công an cấp Xã"
    assert "Công dân Việt Nam" in body["subjects"]
    assert body["papers"] == 18
    assert body["decision_no"] == "1523/QĐ-BCA-C06"
    assert body["portal_url"].startswith("https://dichvucong.gov.vn/")
    assert "1.004222" in body["portal_url"]
    assert {event["code"] for event in body["life_events"]} == {"marriage", "move"}


async def test_zero_set_by_the_province_is_not_free(client: httpx.AsyncClient) -> None:
    fees = {way["channel"]: way["fee"] for way in (await page(client, "1.000656"))["ways"]}
    assert fees["online"] == {"vnd": None, "quality": "local_rule", "text": "Theo mức của tỉnh, thành phố"}
    free = {way["channel"]: way["fee"] for way in (await page(client, "1.001193"))["ways"]}
    assert free["online"]["vnd"] == 0


async def test_no_saving_is_claimed_where_an_amount_is_unknown(client: httpx.AsyncClient) -> None:
    assert (await page(client, "1.000656"))["saving_vnd"] is None
    assert (await page(client, "1.014063"))["saving_vnd"] is None


async def test_what_the_source_does_not_say_is_said_not_to_be_known(client: httpx.AsyncClient) -> None:
    body = await page(client, "1.001193")
    assert body["agency"] is None
    assert body["ways"][0]["deadline"]["text"] == "Chưa rõ thời hạn"


async def test_a_page_of_the_plain_index_is_honest_about_how_far_it_goes_online(
    client: httpx.AsyncClient,
) -> None:
    body = await page(client, "1.000010")
    assert body["detailed"] is False
    assert (body["online"], body["online_text"]) == ("partial", "Nộp được trên mạng, có thể phải đến một lần")
    assert {way["fee"]["quality"] for way in body["ways"]} == {"unknown"}
    assert body["issuer"] == "Bộ Xây dựng"


async def test_relatives_are_named_with_their_level_and_issuer(client: httpx.AsyncClient) -> None:
    relatives = (await page(client, "1.012784"))["same_as"]
    assert len(relatives) == 7
    assert all(relative["issuer"].startswith("UBND") for relative in relatives)


async def test_every_code_of_the_catalogue_has_a_page(client: httpx.AsyncClient, tx: Connection) -> None:
    rows = await tx.fetch("select code from procedure tablesample bernoulli (2) repeatable (7)")
    special = ["C08_XPHCDB", "ILL.LT-KHAITU", "1.0133611"]
    for code in [*(row["code"] for row in rows), *special]:
        body = await page(client, code)
        assert body["name"]
        assert body["level_text"]
        assert body["online_text"]


async def test_an_unknown_code_is_a_problem_a_person_can_read(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/procedures/9.999999")
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/procedure-not-found"
    assert (await client.get("/v1/procedures/" + "9" * 41)).status_code == 422
    assert (await client.get("/v1/procedures/%00")).status_code in (404, 422)


async def test_life_events_list_their_procedures_in_order(client: httpx.AsyncClient) -> None:
    events = (await client.get("/v1/life-events")).json()["items"]
    assert len(events) == 15
    birth = events[0]
    assert (birth["code"], birth["name"]) == ("birth", "Sinh con")
    assert [step["code"] for step in birth["steps"]] == [
        "2.000986",
        "2.001023",
        "1.001193",
        "1.014166",
        "1.014168",
    ]
    assert all(event["steps"] for event in events)


async def test_pages_are_revalidated(client: httpx.AsyncClient) -> None:
    first = await client.get("/v1/procedures/1.004222")
    again = await client.get("/v1/procedures/1.004222", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


FRIDAY_NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)


async def test_the_day_it_is_ready_counts_working_days_of_the_place(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    with frozen(FRIDAY_NOON):
        plain = (await page(client, "1.004222"))["ways"][0]
        assert plain["if_filed_today"] == "2026-12-02"  # two weekends and Culture Day (24 November) between
        await tx.execute(
            "insert into holiday (scope, on_date, kind, name, certainty, source) "
            "values ('46', '2026-11-25', 'local_closure', 'Bão', 'high', 'test')"
        )
        assert (await page(client, "1.004222", commune="19789"))["ways"][0]["if_filed_today"] == "2026-12-03"
        assert (await page(client, "1.004222", commune="00004"))["ways"][0]["if_filed_today"] == "2026-12-02"
        assert (await page(client, "1.001193"))["ways"][0]["if_filed_today"] is None


@pytest.mark.parametrize(
    ("code", "starts"),
    [
        ("1.001193", "Trung tâm Phục vụ hành chính công phường "),
        ("1.004222", "Công an phường "),
        ("1.012786", "Trung tâm Phục vụ hành chính công thành phố Huế"),
    ],
)
async def test_the_counter_is_the_one_of_the_persons_commune(
    client: httpx.AsyncClient, code: str, starts: str
) -> None:
    body = await page(client, code, commune="19789")
    assert body["where"]["name"].startswith(starts)
    assert body["where"]["commune_code"] == "19789"
    assert (
        body["where"]["commune_name"] in body["where"]["name"].replace("phường", "Phường")
        or code == "1.012786"
    )


async def test_no_counter_is_named_without_a_commune_or_where_a_ministry_does_it(
    client: httpx.AsyncClient,
) -> None:
    assert (await page(client, "1.001193"))["where"] is None
    assert (await page(client, "1.001193", commune="99999"))["where"] is None
    assert (await page(client, "1.000010", commune="19789"))["where"] is None


async def test_the_checklist_is_in_order_and_names_its_law(client: httpx.AsyncClient, tx: Connection) -> None:
    await tx.execute("delete from procedure_paper where procedure_code = '1.001193'")
    await tx.execute("delete from procedure_guide where procedure_code = '1.001193'")
    await tx.execute(
        "insert into procedure_paper values ('1.001193', 2, 'Giấy chứng sinh', null, null, 'bản chính'), "
        "('1.001193', 1, 'Tờ khai', 'Mẫu điện tử', 'Nếu nộp tại quầy', null)"
    )
    await tx.execute("insert into procedure_guide values ('1.001193', '{Luật Hộ tịch 2014}', 'high')")
    body = await page(client, "1.001193")
    assert [(p["no"], p["paper"], p["form"], p["condition"], p["copies"]) for p in body["checklist"]] == [
        (1, "Tờ khai", "Mẫu điện tử", "Nếu nộp tại quầy", None),
        (2, "Giấy chứng sinh", None, None, "bản chính"),
    ]
    assert (body["basis"], body["guide_certainty"]) == (["Luật Hộ tịch 2014"], "high")
    bare = await page(client, "1.000010")
    assert (bare["checklist"], bare["basis"], bare["guide_certainty"]) == ([], [], None)


async def test_a_moment_of_life_is_a_journey_with_what_goes_together(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    await tx.execute("delete from procedure_paper")
    await tx.execute(
        "insert into procedure_paper values ('2.000986', 1, 'Giấy chứng sinh', null, null, null), "
        "('1.001193', 1, 'Căn cước của mẹ', null, null, null), ('1.001193', 2, 'Giấy chứng sinh', null, null, null)"
    )
    answer = await client.get("/v1/life-events/birth")
    assert answer.status_code == 200
    body = answer.json()
    assert body["intro"]
    assert [group["no"] for group in body["groups"]] == [1, 2]
    assert [group["together"] for group in body["groups"]] == [True, False]
    first = body["groups"][0]["steps"]
    assert [(step["code"], step["optional"]) for step in first] == [
        ("2.000986", False),
        ("2.001023", False),
        ("1.001193", True),
    ]
    assert all(step["level_text"] and step["deadline_text"] and step["fee_text"] for step in first)
    assert body["papers"] == [
        {"paper": "Giấy chứng sinh", "for_codes": ["2.000986", "1.001193"]},
        {"paper": "Căn cước của mẹ", "for_codes": ["1.001193"]},
    ]


async def test_every_life_event_has_its_page_and_an_unknown_one_is_a_problem(
    client: httpx.AsyncClient,
) -> None:
    for event in (await client.get("/v1/life-events")).json()["items"]:
        body = (await client.get(f"/v1/life-events/{event['code']}")).json()
        steps = [step["code"] for group in body["groups"] for step in group["steps"]]
        assert steps == [step["code"] for step in event["steps"]]
        assert len(set(steps)) == len(steps)
    answer = await client.get("/v1/life-events/khong-co")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/life-event-not-found")
