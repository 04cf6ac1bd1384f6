"""As you type: titles and everyday phrases that go on from what is there, with or without marks."""

from functools import cache

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.procedures.load.shipped import read
from api.procedures.rules.shelf import Item, items_of
from api.procedures.rules.suggesting import Suggester, starts_of
from api.procedures.rules.words import hear


@cache
def items() -> list[Item]:
    """The shipped catalogue, read by the first test that needs it: every worker imports every test."""
    return items_of(*read())


@cache
def suggester() -> Suggester:
    return Suggester(items())


async def suggested(client: httpx.AsyncClient, q: str, **query: str) -> list[dict[str, str]]:
    answer = await client.get("/v1/procedures/suggestions", params={"q": q, **query})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, str]] = answer.json()["items"]
    return items


@pytest.mark.parametrize("typed", ["đăng ký k", "dang ky k", "dang ki ke", "ĐĂNG KÝ KẾT", "đăng kí kết h"])
async def test_half_a_word_is_enough_marks_or_not(client: httpx.AsyncClient, typed: str) -> None:
    assert (await suggested(client, typed))[0]["code"] == "1.000894"


async def test_an_everyday_phrase_names_the_title_it_leads_to(client: httpx.AsyncClient) -> None:
    found = {item["code"]: item for item in await suggested(client, "giấy hôn th")}
    assert found["1.000894"]["title"] == "Đăng ký kết hôn"
    assert "hôn thú" in found["1.000894"]["text"]


async def test_a_slip_is_answered_by_the_search(client: httpx.AsyncClient) -> None:
    assert (await suggested(client, "ket hpn"))[0]["code"] == "1.000894"


async def test_nonsense_suggests_nothing_and_nothing_typed_suggests_what_people_want(
    client: httpx.AsyncClient,
) -> None:
    assert await suggested(client, "qwrt zzz") == []
    wanted = await suggested(client, "")
    assert len(wanted) == 8
    popular = (await client.get("/v1/procedures/popular")).json()["items"]
    assert [line["code"] for line in popular] == [item["code"] for item in wanted]


async def test_the_answer_may_be_kept_and_is_revalidated(client: httpx.AsyncClient) -> None:
    first = await client.get("/v1/procedures/suggestions", params={"q": "can cuoc"})
    assert "public" in first.headers["cache-control"]
    again = await client.get(
        "/v1/procedures/suggestions",
        params={"q": "can cuoc"},
        headers={"If-None-Match": first.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")


@given(st.deferred(lambda: st.sampled_from([item for item in items() if item.plain_title])), st.data())
def test_every_beginning_of_every_title_suggests_only_what_holds_all_its_words(
    item: Item, data: st.DataObject
) -> None:
    title = str(item.plain_title)
    typed = title[: data.draw(st.integers(1, len(title)))]
    found = suggester().suggest(typed, limit=8)
    words = [word.plain for word in hear(typed)]
    for line in found:
        held = [word.plain for word in hear(line.text)]
        assert all(word in held for word in words[:-1])
        assert not words or any(word.startswith(starts_of(typed)) for word in held)
    group_of = {item.code: item.same_key for item in items()}
    groups = [group_of[line.code] for line in found]
    assert len(set(groups)) == len(groups) <= 8
    assert found or not words


def test_what_is_chosen_more_often_comes_first() -> None:
    plain = [line.code for line in suggester().suggest("làm lại", limit=8)]
    wanted = plain[-1]
    ranked = suggester().suggest("làm lại", limit=8, use=lambda code: float(code == wanted))
    assert ranked[0].code == wanted
    assert plain[0] != wanted
