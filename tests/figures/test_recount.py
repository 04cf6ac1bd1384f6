"""The figures against a plain recount of random lives of cases, by everything they can be asked by; open data agree."""

import csv
import io
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec

from api.figures import actions, rules, store
from api.figures.contracts import FiguresBy
from api.kit.clock import VN
from api.kit.db import Connection
from api.kit.ids import uuid7
from tests.given.reports import demo_province
from tests.given.time import frozen

AT = datetime(2026, 11, 20, 5, tzinfo=UTC)
DAY = timedelta(days=1)
NOT_PUBLIC, SEALED = "an-ninh", "an-ninh.to-giac"
SUBJECTS = ("ha-tang.chieu-sang", "ha-tang.dien", "moi-truong.rac", "thien-tai.ngap", NOT_PUBLIC, SEALED)
COMMUNES = """
select u.code, u.id, array(
    select o.code from admin_change c join admin_unit o on o.id = c.old_id where c.new_id = u.id and o.code <> u.code
    order by o.code limit 2
) as former
from admin_unit u where u.province_code = '46' and u.valid_to is null and length(u.code) = 5
order by u.code limit 3
"""


class Life(msgspec.Struct, kw_only=True):
    """A case as it stands, with what its row needs."""

    id: UUID
    category_code: str
    agency_id: UUID | None
    commune: str
    told: str
    state: str
    received_at: datetime
    due_at: datetime
    first_due_at: datetime | None
    paused_at: datetime | None
    finished_at: datetime | None
    refusal_reason: str | None
    merged_into: UUID | None
    parent_id: UUID | None
    reopenings: int
    stars: list[int]
    published: bool

    @property
    def over(self) -> bool:
        """Whether it has a result that stands."""
        return self.state in ("done", "closed")

    def told_as(self) -> set[str]:
        """Every figure this case counts for, read off the definitions; hard cases 8, 12, 15 and 16 are among the lives."""
        found = {"received"}
        promised = self.first_due_at or self.due_at
        if self.state in ("refused", "merged"):
            found.add(self.state)
        elif not self.over:
            found.add("open")
        elif self.reopenings >= 2:
            found.add("unresolved")
        else:
            assert self.finished_at
            in_time = (
                "on_time"
                if self.finished_at <= promised
                else "extended"
                if self.finished_at <= self.due_at
                else "late"
            )
            found |= {"handled", in_time}
        stood = self.paused_at or AT
        if self.state not in ("closed", "refused", "merged") and not self.finished_at and stood > self.due_at:
            found.add("overdue")
        if self.reopenings:
            found.add("reopened")
        if self.stars and self.over:
            found |= {"rated", *(["satisfied"] if self.stars[-1] >= 4 else [])}
        elif self.finished_at or self.reopenings:
            found.add("unrated")
        if min(self.stars, default=5) <= 2:
            found.add("unhappy")
        return found


REASONS = ("not_our_matter", "no_evidence", "test")
STATES = (
    "received", "assigned", "in_progress", "waiting_reporter", "done", "closed", "closed", "refused", "merged", "reopened",
    "reopen_requested",
)  # fmt: skip


class Province(msgspec.Struct, kw_only=True):
    """What cases are drawn from: agencies, and communes with the codes they once had."""

    agencies: list[UUID]
    ids: dict[str, int]
    former: dict[str, list[str]]


def life(luck: random.Random, province: Province, whole: UUID) -> Life:
    """One case of any kind there can be."""
    state = luck.choice(STATES)
    # Around midnight in Vietnam, where the month is another one than in UTC.
    received = datetime(2026, luck.randint(7, 10), 1, tzinfo=VN) + timedelta(
        hours=luck.choice([-1, 0, 1, 700])
    )
    due = received + luck.randint(1, 60) * DAY
    commune = luck.choice(list(province.former))
    answered = state in ("done", "closed", "reopen_requested")
    reopenings = luck.choice([0, 0, 0, 1, 2, 3]) if answered else int(state == "reopened")
    return Life(
        id=uuid7(),
        category_code=luck.choice(SUBJECTS),
        agency_id=luck.choice([*province.agencies, None]),
        commune=commune,
        told=luck.choice([commune, *province.former[commune]]),
        state=state,
        received_at=received,
        due_at=due,
        first_due_at=luck.choice([None, due - DAY]),
        paused_at=luck.choice([due - DAY, due, None]) if state == "waiting_reporter" else None,
        finished_at=due + luck.choice([-2, -1, 0, 1]) * DAY if answered else None,
        refusal_reason=luck.choice(REASONS) if state == "refused" else None,
        merged_into=whole if state == "merged" else None,
        parent_id=whole if luck.random() < 0.05 else None,
        reopenings=reopenings,
        stars=[luck.randint(1, 5) for _ in range(luck.randint(0, 2))] if answered or reopenings else [],
        published=luck.random() < 0.6,
    )


async def lived(tx: Connection, luck: random.Random, count: int) -> tuple[Province, list[Life]]:
    """The province, and so many cases in it, written down."""
    await demo_province(tx)
    rows = await tx.fetch(COMMUNES)
    province = Province(
        agencies=[row["id"] for row in await tx.fetch("select id from agency order by code limit 3")],
        ids={row["code"]: row["id"] for row in rows},
        former={row["code"]: row["former"] for row in rows},
    )
    old = {code for codes in province.former.values() for code in codes}
    earlier = await tx.fetch(
        "select distinct on (code) code, id from admin_unit where code = any($1) order by code, valid_from",
        list(old),
    )
    told = province.ids | {row["code"]: row["id"] for row in earlier}
    first = msgspec.structs.replace(
        life(luck, province, uuid7()), state="in_progress", finished_at=None, stars=[], reopenings=0
    )
    first = msgspec.structs.replace(
        first, parent_id=None, merged_into=None, refusal_reason=None, paused_at=None
    )
    lives = [first, *(life(luck, province, first.id) for _ in range(count))]
    shared = {
        "content_hash": "", "lat": 16.4, "lon": 107.6, "province_code": "46", "commune_confirmed": True, "anonymous": True,
        "urgent": False, "priority": 2, "photo_count": 0, "public_lat": 16.4, "public_lon": 107.6,
    }  # fmt: skip
    written = [
        shared
        | {name: getattr(one, name) for name in Life.__struct_fields__ if name not in ("commune", "told", "stars", "published")}
        | {
            "commune_id": province.ids[one.commune], "told_commune_id": None if one.told == one.commune else told[one.told],
            "happened_at": one.received_at, "acknowledge_by": one.due_at, "answer": "Xong" if one.over else None,
            "closed_at": one.finished_at if one.state == "closed" else None,
            "extended_at": one.received_at if one.first_due_at else None, "extension_reason": "mưa" if one.first_due_at else None,
            "waiting_until": one.due_at if one.state == "waiting_reporter" else None, "pauses": int(one.paused_at is not None),
            "rating": one.stars[-1] if one.stars and one.over else None,
            "rated_at": AT if one.stars and one.over else None, "published_at": AT if one.published else None,
        }
        for one in lives
    ]  # fmt: skip
    columns = list(written[0])
    await tx.copy_records_to_table(
        "report", columns=columns, records=[[row[name] for name in columns] for row in written]
    )
    ratings = [(one.id, stars, 0, AT) for one in lives for stars in one.stars]
    await tx.copy_records_to_table(
        "report_rating", columns=["report_id", "stars", "reopenings", "rated_at"], records=ratings
    )
    return province, lives


def recounted(lives: list[Life], by: FiguresBy, asked: store.Filter) -> dict[str, Counter[str]]:
    """The lines of a sheet, counted one case after the other."""
    found: dict[str, Counter[str]] = {}
    for one in lives:
        parent = one.category_code.partition(".")[0]
        month = one.received_at.astimezone(VN).date().replace(day=1)
        if (
            one.parent_id
            or one.category_code == SEALED
            or not asked.since <= month <= asked.until
            or asked.category not in (None, parent, one.category_code)
            or asked.agency_id not in (None, one.agency_id)
            or asked.commune not in (None, one.commune, one.told)
        ):
            continue
        key = {
            FiguresBy.MONTH: f"{month:%Y-%m}",
            FiguresBy.CATEGORY: one.category_code if asked.category else parent,
            FiguresBy.AGENCY: str(one.agency_id or ""),
            FiguresBy.COMMUNE: one.commune,
        }[by]
        found.setdefault(key, Counter()).update(one.told_as())
        if one.refusal_reason:
            found.setdefault("reasons", Counter())[one.refusal_reason] += 1
    return found


async def test_figures_are_what_a_plain_recount_of_random_lives_finds(tx: Connection) -> None:
    luck = random.Random(8)
    province, lives = await lived(tx, luck, 400)
    with frozen(AT):
        await actions.refresh(tx)
    codes = [code for each in province.former.items() for code in (each[0], *each[1])]
    for number in range(24):
        by = list(FiguresBy)[number % 4]
        plain = number < 4
        first = datetime(2026, luck.randint(6, 9), 1, tzinfo=VN).date()
        asked = store.Filter(
            since=first,
            until=rules.moved(first, 6 if plain else luck.randint(0, 3)),
            province="46",
            category=None if plain else luck.choice([None, *SUBJECTS, "ha-tang"]),
            agency_id=None if plain else luck.choice([None, *province.agencies]),
            commune=None if plain else luck.choice([None, *codes]),
            on=AT.date(),
        )
        expected = recounted(lives, by, asked)
        reasons = {each.code: each.refused for each in await store.list_reasons(tx, asked)}
        assert {code: count for code, count in reasons.items() if count} == expected.pop("reasons", {}), asked
        sums = {each.key: each for each in await store.list_sums(tx, by, asked)}
        assert set(sums) == set(expected), (by, asked)
        for key, one in sums.items():
            told = {each.code: getattr(one, each.code) for each in rules.COUNTED}
            assert told == {name: expected[key][name] for name in told}, (by, key, asked)
            assert one.received == one.refused + one.merged + one.handled + one.unresolved + one.open
            assert one.handled == one.on_time + one.extended + one.late


async def test_anybody_can_count_the_results_again_from_the_open_data(
    tx: Connection, client: httpx.AsyncClient
) -> None:
    _, lives = await lived(tx, random.Random(5), 200)
    shown = [one for one in lives if one.published and one.category_code not in (NOT_PUBLIC, SEALED)]
    results = ("on_time", "extended", "late", "unresolved", "overdue")
    expected = Counter(name for one in shown for name in one.told_as() if name in (*results, "reopened"))
    rows: list[dict[str, Any]] = []
    where: str | None = "/v1/open-data/reports.csv?limit=60&since=2026-06&until=2026-11"
    with frozen(AT):
        while where:
            answer = await client.get(where)
            rows += csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))
            where = answer.links.get("next", {}).get("url")
        features = (await client.get("/v1/open-data/reports.geojson?since=2026-06")).json()["features"]
    assert len(rows) == len(shown) == len(features)
    found = Counter(row["result"] for row in rows if row["result"])
    found["reopened"] = sum(row["reopened"] == "1" for row in rows)
    assert found == expected
    assert [one["id"] for one in features] == [row["code"] for row in rows]
    assert Counter(one["properties"]["result"] or "" for one in features) == Counter(
        row["result"] for row in rows
    )


async def test_a_count_of_a_large_province_may_take_longer_than_a_request(tx: Connection) -> None:
    assert await tx.fetchval("show statement_timeout") == "10s"
    await actions.refresh(tx)
    assert await tx.fetchval("show statement_timeout") == "10min"
