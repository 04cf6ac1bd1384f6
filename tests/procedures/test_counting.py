"""Searches are counted without watching people: folded words, cut off below five, nobody in them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.clock import today
from api.kit.db import Connection
from api.kit.principal import Role
from api.procedures.actions import counting
from api.procedures.contracts.searches import Search
from api.procedures.rules.counting import DIFFERENT, KNOWN, REST, Ears, counted
from api.procedures.rules.popularity import MOST, Popularity
from tests.given.identity import demo_people
from tests.given.time import frozen

PATH = "/v1/procedures/searches"
DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def fresh_ears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "ears", Ears())


YESTERDAY = datetime(2026, 11, 21, 5, tzinfo=UTC)


async def ask(tx: Connection, q: str, *, times: int, **more: Any) -> None:
    """So many people ask the same."""
    first = more.get("first", 0)
    for person in range(first, first + times):
        search = Search(q=q, found=more.get("found", 0), chosen=more.get("chosen"), province="46")
        asking = counting.heard(search, f"10.0.{person // 250}.{person % 250}")
        assert asking is not None
        await counting.count_all(tx, [asking])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Đăng ký  KHAI SINH!", "dang ky khai sinh"),
        ("tra cuu 079204001234 giup", "tra cuu giup"),
        ("gọi 0912 345 678 nhé", "goi nhe"),
        ("gửi a.b@c.vn hồ sơ", "gui ho so"),
        ("hồ sơ H57-20261122-0001 đâu", "ho so dau"),
        ("mẫu ct07", "mau ct07"),
        ("con 5 tuổi", "con 5 tuoi"),
        ("12345", ""),
        ("cccd 079\u200b200\u200b001\u200b234", "cccd"),
        ("079/200/001/234 của tôi", "cua toi"),
        ("cmnd 19 12 34 56", "cmnd"),
        ("0_9_1_2_3_4", ""),
        ("mẫu 01 và 02", "mau 01 va 02"),
        ("🙂 \u202e", ""),
    ],
)
def test_only_folded_words_without_numbers_are_kept(typed: str, kept: str) -> None:
    assert counted(typed) == kept


@given(st.text(max_size=300))
def test_nothing_long_no_number_and_no_sign_is_ever_kept(text: str) -> None:
    kept = counted(text)
    assert len(kept) <= 80
    assert not any(len(part) >= 4 for part in kept.split() if part.isdigit())
    assert all(char.isascii() and (char.isalnum() or char == " ") for char in kept)
    assert counted(kept) == kept


def test_one_address_counts_once_a_day_and_again_the_next() -> None:
    ears = Ears()
    assert ears.heard_first(DAY, "10.0.0.1", "46", "khai sinh")
    assert not ears.heard_first(DAY, "10.0.0.1", "46", "khai sinh")
    assert ears.heard_first(DAY, "10.0.0.2", "46", "khai sinh")
    assert ears.heard_first(DAY, "10.0.0.1", "48", "khai sinh")
    key = ears.key
    assert ears.heard_first(DAY + timedelta(days=1), "10.0.0.1", "46", "khai sinh")
    assert ears.key != key


def test_memory_stays_bounded_and_a_flood_of_nonsense_keeps_no_words() -> None:
    ears = Ears()
    for n in range(KNOWN + DIFFERENT + 10):
        ears.heard_first(DAY, f"{n}", "46", f"{n}")
        ears.kept("46", f"{n}")
    assert len(ears.heard) <= KNOWN
    assert len(ears.different) == DIFFERENT
    assert ears.kept("46", "còn mới") == REST
    assert ears.kept("46", "7") == "7"


async def test_an_asking_is_one_row_and_names_nobody(client: httpx.AsyncClient, tx: Connection) -> None:
    body = {"q": "Đăng ký khai sinh", "found": 3, "chosen": "1.001193", "province": "46"}
    for _ in range(3):
        answer = await client.post(PATH, json=body)
        assert (answer.status_code, answer.content) == (204, b"")
    rows = [tuple(row) for row in await tx.fetch("select * from procedure_search")]
    assert rows == [(today(), "46", "dang ky khai sinh", 1, 0)]
    choices = [tuple(row) for row in await tx.fetch("select * from procedure_choice")]
    assert choices == [(today(), "46", "dang ky khai sinh", "1.001193", 1)]


@pytest.mark.parametrize(
    "change",
    [
        {"q": ""},
        {"q": "x" * 301},
        {"found": -1},
        {"province": "4"},
        {"who": "tôi"},
        {"chosen": "x" * 41},
        {"chosen": "1\x00"},
        {"province": "46\n"},
    ],
)
async def test_a_bad_count_is_refused(client: httpx.AsyncClient, change: dict[str, Any]) -> None:
    answer = await client.post(PATH, json={"q": "khai sinh", "found": 0, **change})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


async def test_an_unknown_code_is_an_asking_without_a_choice(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    await client.post(PATH, json={"q": "khai sinh", "found": 1, "chosen": "9.999999"})
    assert await tx.fetchval("select count(*) from procedure_search") == 1
    assert await tx.fetchval("select count(*) from procedure_choice") == 0


async def test_officers_see_only_what_five_people_asked(
    client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> None:
    await demo_people(tx)
    with frozen(YESTERDAY):
        await ask(tx, "xin trợ cấp bão", times=6)
        await ask(tx, "chuyện riêng của tôi", times=4)
        await ask(tx, "khai sinh", times=7, found=3, chosen="1.001193")
        await ask(tx, "khai tử", times=5, found=3)
        await ask(tx, "khai tử", times=2, found=0, first=5)
    with frozen(YESTERDAY + timedelta(days=1)):
        await ask(tx, "hôm nay nhiều người hỏi", times=9)
        await officers_see(client, as_role)


async def officers_see(client: httpx.AsyncClient, as_role: Any) -> None:
    """Whole days, five and more, and in vain only when neither side is few."""
    headers = as_role(Role.OFFICER)
    answer = await client.get("/v1/officer/searches?province=46", headers=headers)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert [(one["query"], one["asked"], one["empty"]) for one in body["items"]] == [
        ("xin tro cap bao", 6, 6)
    ]
    assert (body["hidden"], body["cut_off"]) == (4, 5)
    assert "rieng" not in answer.text
    everything = (await client.get("/v1/officer/searches?province=46&kind=all", headers=headers)).json()[
        "items"
    ]
    assert [(one["query"], one["asked"], one["empty"]) for one in everything] == [
        ("khai sinh", 7, 0),
        ("khai tu", 7, 0),
        ("xin tro cap bao", 6, 6),
    ]
    assert everything[0]["chosen"] == [
        {"code": "1.001193", "title": "Làm giấy khai sinh cho con", "count": 7}
    ]


async def test_the_searches_of_another_province_are_not_theirs(
    client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> None:
    await demo_people(tx)
    answer = await client.get("/v1/officer/searches?province=48", headers=as_role(Role.OFFICER))
    assert answer.status_code == 403
    assert (await client.get("/v1/officer/searches?province=46")).status_code == 401
    citizen = await client.get("/v1/officer/searches?province=46", headers=as_role(Role.CITIZEN))
    assert citizen.status_code == 403


async def test_the_night_takes_small_counts_away_and_keeps_their_number(tx: Connection) -> None:
    yesterday = today() - timedelta(days=1)
    await ask(tx, "chuyện riêng", times=4, chosen="1.001193", found=1)
    await ask(tx, "khai sinh", times=5, chosen="1.001193", found=1)
    await tx.execute(
        "alter table procedure_choice drop constraint procedure_choice_day_province_code_query_fkey"
    )
    await tx.execute("update procedure_search set day = $1", yesterday)
    await tx.execute("update procedure_choice set day = $1", yesterday)
    await ask(tx, "hôm nay", times=1)
    await counting.forget(tx)
    rows = await tx.fetch("select query, asked from procedure_search order by query")
    assert [tuple(row) for row in rows] == [("hom nay", 1), ("khai sinh", 5)]
    assert await tx.fetchval("select sum(asked) from procedure_search_rest") == 4
    assert await tx.fetchval("select count(*) from procedure_choice where chosen < 5") == 0
    await counting.forget(tx)
    assert await tx.fetchval("select sum(asked) from procedure_search_rest") == 4


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_popularity_grows_with_use_and_stays_small(one: int, other: int) -> None:
    rows = Popularity([("46", "a", one), ("46", "b", other)])
    small, large = sorted([("a", one), ("b", other)], key=lambda row: row[1])
    assert 0 <= rows.of(small[0], "46") <= rows.of(large[0], "46") <= MOST
    assert rows.of("c", "46") == 0
    assert rows.of("a") <= MOST / 2


def test_a_province_has_favourites_of_its_own() -> None:
    rows = Popularity([("46", "a", 5), ("46", "b", 50), ("48", "a", 900)])
    assert rows.favourites("46") == ["b", "a"]
    assert rows.favourites(None) == ["a", "b"]
    assert rows.favourites("01") == []
    assert rows.of("b", "46") > rows.of("b", "48")


async def test_one_person_opening_five_results_is_one_asking(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    for code in ("1.001193", "1.000656", "1.000894", "1.001193", "x-0", "x-1"):
        await client.post(PATH, json={"q": "khai sinh", "found": 9, "chosen": code})
    assert await tx.fetchval("select sum(asked) from procedure_search") == 1
    assert await tx.fetchval("select sum(chosen) from procedure_choice") == 3
