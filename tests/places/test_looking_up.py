"""Looking up communes: by name without marks, on a day, page by page, and by a former name."""

from typing import Any

import httpx


async def names(client: httpx.AsyncClient, **query: str) -> list[str]:
    answer = await client.get("/v1/communes", params=query)
    assert answer.status_code == 200, answer.text
    return [item["full_name"] for item in answer.json()["items"]]


async def test_provinces_come_in_dictionary_order_with_their_communes_counted(
    client: httpx.AsyncClient,
) -> None:
    items: list[dict[str, Any]] = (await client.get("/v1/provinces")).json()["items"]
    assert len(items) == 34
    assert sum(item["communes"] for item in items) == 3321
    order = [item["name"] for item in items]
    assert order.index("Cao Bằng") < order.index("Đà Nẵng") < order.index("Gia Lai")
    hue = next(item for item in items if item["code"] == "46")
    assert (hue["full_name"], hue["type"], hue["communes"]) == ("Thành phố Huế", "municipality", 40)


async def test_a_name_is_found_without_marks_and_the_best_match_comes_first(
    client: httpx.AsyncClient,
) -> None:
    assert (await names(client, q="phu xuan", province="46"))[0] == "Phường Phú Xuân"
    assert (await names(client, q="PHÚ  Xuân", province="46"))[0] == "Phường Phú Xuân"
    assert (await names(client, q="a luoi 3"))[0] == "Xã A Lưới 3"
    assert (await names(client, q="Ea H’Leo"))[0] == "Xã Ea H'Leo"
    assert await names(client, q="xa khong co that") == []
    assert await names(client, q="100%_") == []


async def test_seven_communes_share_a_name_and_all_are_shown_with_their_province(
    client: httpx.AsyncClient,
) -> None:
    items = (await client.get("/v1/communes", params={"q": "xa tan tien", "limit": "20"})).json()["items"]
    same = [item for item in items if item["full_name"] == "Xã Tân Tiến"]
    assert len(same) == 7
    assert len({item["part_of"] for item in same}) == 7


async def test_pages_give_every_commune_of_hue_once(client: httpx.AsyncClient) -> None:
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(10):
        query = {"province": "46", "limit": "7"} | ({"cursor": cursor} if cursor else {})
        page = (await client.get("/v1/communes", params=query)).json()
        assert len(page["items"]) <= 7
        seen += [item["code"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 40


async def test_a_commune_is_what_it_was_on_the_day(client: httpx.AsyncClient) -> None:
    for day, kind in [("2026-04-29", "commune"), ("2026-04-30", "ward")]:
        answer = await client.get("/v1/communes/26248", params={"on": day})
        assert answer.json()["type"] == kind
    before = (await client.get("/v1/communes/26248", params={"on": "2025-06-30"})).json()
    assert before["full_name"] == "Thị trấn Trảng Bom"
    assert before["part_of"] == "Huyện Trảng Bom, Tỉnh Đồng Nai"
    assert before["valid_to"] == "2025-06-30"


async def test_an_unknown_code_is_a_problem_a_person_can_read(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/communes/99999")
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/commune-not-found"
    assert (await client.get("/v1/communes/123")).status_code in (404, 422)
    assert (await client.get("/v1/communes", params={"on": "2025-13-01"})).status_code == 422
    assert (await client.get("/v1/communes", params={"cursor": "nonsense"})).status_code == 422
    assert (await client.get("/v1/communes", params={"limit": "101"})).status_code == 422


async def test_a_divided_ward_names_all_its_parts_and_the_default_first(client: httpx.AsyncClient) -> None:
    items = (await client.get("/v1/commune-changes", params={"code": "00007"})).json()["items"]
    parts = [item for item in items if item["old"]["code"] == "00007"]
    assert len(parts) >= 2
    assert all(item["share"] == "part" and item["kind"] == "split" for item in parts)
    assert [item["default_target"] for item in parts].count(True) == 1
    assert parts[0]["default_target"]


async def test_an_old_address_is_resolved_by_its_name(client: httpx.AsyncClient) -> None:
    items = (await client.get("/v1/commune-changes", params={"q": "thi tran phu loc"})).json()["items"]
    found = {(item["old"]["part_of"], item["new"]["full_name"]) for item in items}
    assert ("Huyện Phú Lộc, Thành phố Huế", "Xã Phú Lộc") in found
    assert (await client.get("/v1/commune-changes")).status_code == 422


async def test_a_recoded_commune_is_followed_to_its_new_code(client: httpx.AsyncClient) -> None:
    items = (await client.get("/v1/commune-changes", params={"code": "06970"})).json()["items"]
    assert [item["new"]["code"] for item in items] == ["06978"]


async def test_answers_are_revalidated(client: httpx.AsyncClient) -> None:
    first = await client.get("/v1/communes/19753")
    assert "public" in first.headers["cache-control"]
    again = await client.get("/v1/communes/19753", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
