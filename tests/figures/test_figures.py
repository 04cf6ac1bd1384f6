"""The sheet and the open data over real cases: each counted once, by old code and new, and nobody in them."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from api.figures import actions
from api.figures.contracts import FiguresBy
from api.kit.db import Connection
from api.kit.settings import Settings
from api.reports.actions.intake import submit
from tests.given.geojson import geojson_faults
from tests.given.reports import demo_province, new_report
from tests.given.time import frozen

AT = datetime(2026, 11, 20, 5, tzinfo=UTC)
INSERT = """
insert into report (
    id, content_hash, category_code, description, lat, lon, province_code, commune_id, told_commune_id,
    commune_confirmed, happened_at, received_at, anonymous, urgent, priority, photo_count, state, agency_id,
    acknowledge_by, due_at, first_due_at, extended_at, extension_reason, answer, refusal_reason, finished_at,
    closed_at, merged_into, rating, rated_at, reopenings, parent_id, published_at, public_lat, public_lon
)
select $1, '', $2, 'Dấu Vết 0987001122', 16.4779, 107.6112, '46',
    (select id from admin_unit where code = '19777' and valid_to is null),
    (select id from admin_unit where code = $3 order by valid_from limit 1),
    true, $4::timestamptz, $4::timestamptz, true, false, 2, 0, $5::text,
    (select agency_id from category_route where province_code = '46' and category_code is null limit 1),
    $4, $6, $7, case when $7::timestamptz is not null then $4::timestamptz end, case when $7::timestamptz is not null then 'mưa' end,
    case when $5::text in ('done', 'closed') then 'Xong' end, case when $5::text = 'refused' then 'test' end, $8,
    case when $5::text = 'closed' then $8::timestamptz end, case when $5::text = 'merged' then $9::uuid end,
    $10::smallint, case when $10::smallint is not null then $4::timestamptz end, $11, $12,
    case when $13 then $4::timestamptz end, 16.478, 107.611
"""
DAY = timedelta(days=1)


class Cases:
    """Cases as they stand, written directly: how they came to stand so is for other tests."""

    def __init__(self, tx: Connection) -> None:
        self.tx = tx

    async def add(self, state: str, count: int = 1, **facts: Any) -> None:
        at = facts.get("at", AT)
        due = facts.get("due", at + 3 * DAY)
        for _ in range(count):
            await self.tx.execute(
                INSERT, new_report().id, facts.get("category", "ha-tang.chieu-sang"), facts.get("told"), at, state,
                due, facts.get("first_due"), facts.get("finished"), facts.get("into"), facts.get("rating"),
                facts.get("reopenings", 0), facts.get("parent"), facts.get("public", True),
            )  # fmt: skip


@pytest.fixture
async def cases(tx: Connection) -> Cases:
    await demo_province(tx)
    return Cases(tx)


async def test_every_case_is_counted_once_wherever_it_stands(
    cases: Cases, tx: Connection, settings: Settings
) -> None:
    done = {"finished": AT + 2 * DAY}
    await cases.add("closed", 6, rating=5, **done)
    whole = await tx.fetchval("select id from report limit 1")
    await cases.add("closed", 5, finished=AT + 4 * DAY, due=AT + 5 * DAY, first_due=AT + 3 * DAY)
    await cases.add("done", 5, finished=AT + 4 * DAY, rating=1)
    await cases.add("closed", 1, reopenings=2, **done)
    await cases.add("closed", 1, reopenings=1, finished=AT + 4 * DAY)
    await cases.add("in_progress", 5)
    await cases.add("received", 2, due=AT + 30 * DAY)
    await cases.add("refused", 5, public=False)
    await cases.add("merged", 2, into=whole, public=False)
    await cases.add("in_progress", 3, parent=whole, public=False)  # parts of one case: counted nowhere
    sealed = await tx.fetchval("select code from category where sealed limit 1")
    if sealed:
        await cases.add("received", 9, category=sealed, public=False)
    await tx.execute("""
        insert into report_rating (report_id, stars, reopenings, rated_at)
        select id, rating, 0, rated_at from report where rating is not null
    """)
    with frozen(AT + 10 * DAY):
        await actions.refresh(tx)
        asked = actions.SheetAsked(since="2026-11", until="2026-11")
        sheet = await actions.show(tx, asked, settings=settings)
    counts = sheet.total.counts
    assert counts is not None
    told = {name: getattr(counts, name) for name in counts.__struct_fields__}
    assert told == {
        "received": 32, "refused": 5, "merged": 2, "handled": 17, "unresolved": 1, "open": 7, "on_time": 6,
        "extended": 5, "late": 6, "overdue": 5, "reopened": 2, "rated": 11, "satisfied": 6, "unhappy": 5, "unrated": 7,
    }  # fmt: skip
    assert [(each.code, each.refused) for each in sheet.reasons] == [("test", 5)]
    assert sheet.as_of == AT + 10 * DAY


async def test_hard_case_08_figures_answer_by_the_old_code_and_by_the_new(
    cases: Cases, tx: Connection, client: httpx.AsyncClient
) -> None:
    """A report of a ward merged on 2025-07-01 is one case, found under both codes."""
    old = await tx.fetchval("""
        select o.code from admin_change c join admin_unit o on o.id = c.old_id join admin_unit n on n.id = c.new_id
        where n.code = '19777' and n.valid_to is null and o.code <> '19777' order by o.code limit 1
    """)
    june = datetime(2025, 6, 20, 3, tzinfo=UTC)
    await cases.add("closed", 6, at=june, finished=june + DAY, told=old)
    await cases.add("closed", 7, at=june, finished=june + DAY)
    await actions.refresh(tx)

    async def received(code: str) -> int | None:
        query = f"since=2025-06&until=2025-06&by=commune&commune={code}"
        counts = (await client.get(f"/v1/figures?{query}")).json()["total"]["counts"]
        found: int | None = counts["received"] if counts else None
        return found

    assert old
    assert (await received(old), await received("19777")) == (6, 13)
    everything = (await client.get("/v1/figures?since=2025-06&until=2025-06&by=commune")).json()
    assert [(line["key"], line["counts"]["received"]) for line in everything["items"]] == [("19777", 13)]


async def test_hard_case_16_a_clock_that_stands_still_runs_out_in_no_figure(
    cases: Cases, tx: Connection, client: httpx.AsyncClient
) -> None:
    await cases.add("in_progress", 6, due=AT + DAY)
    wait = "update report set state = 'waiting_reporter', waiting_until = $1, pauses = 1, paused_at = $2"

    async def overdue(paused_at: datetime | None) -> tuple[int, int]:
        await tx.execute(wait, AT + 20 * DAY, paused_at)
        with frozen(AT + 10 * DAY):
            await tx.execute("update figure_state set counted_on = null")
            await actions.refresh(tx)
            sheet = (await client.get("/v1/figures?by=month")).json()
            file = (await client.get("/v1/open-data/reports.csv")).text[1:]
        told = [row["result"] for row in csv.DictReader(io.StringIO(file))]
        return sheet["total"]["counts"]["overdue"], told.count("overdue")

    assert await overdue(AT) == (0, 0)
    assert await overdue(None) == (6, 6)  # asked after the deadline: nothing stands still


async def test_only_months_in_which_something_moved_are_counted_again(cases: Cases, tx: Connection) -> None:
    await cases.add("closed", 1, at=AT - 60 * DAY, finished=AT - 59 * DAY)
    await cases.add("in_progress", 1)
    with frozen(AT):
        assert await actions.refresh(tx) == 3
        assert await actions.refresh(tx) == 0
    with frozen(AT + timedelta(hours=2)):
        one = await tx.fetchval("select id from report where state = 'in_progress'")
        await tx.execute(
            "insert into report_step (report_id, action, state, by, occurred_at) values ($1, 'x', 'in_progress', 'system', $2)",
            one, AT,
        )  # fmt: skip
        assert await actions.refresh(tx) == 1
    with frozen(AT + 4 * DAY):
        assert await actions.refresh(tx) == 3  # a new day: all of them


async def test_the_sheet_can_be_kept_and_downloaded_and_says_what_divides_what(
    cases: Cases, tx: Connection, client: httpx.AsyncClient
) -> None:
    await cases.add("closed", 6, finished=AT + DAY, category="moi-truong.rac")
    await cases.add("received", 2)
    await cases.add("refused", 5)
    with frozen(AT + 2 * DAY):
        await actions.refresh(tx)
        for by in FiguresBy:
            answer = await client.get(f"/v1/figures?by={by}")
            assert answer.status_code == 200
            assert answer.headers["cache-control"] == "max-age=300, public"
            again = await client.get(
                f"/v1/figures?by={by}", headers={"If-None-Match": answer.headers["etag"]}
            )
            assert again.status_code == 304
        subjects = (await client.get("/v1/figures?by=category")).json()["items"]
        assert [(one["key"], one["hidden"]) for one in subjects] == [
            ("ha-tang", False),
            ("moi-truong", False),
        ]
        file = (await client.get("/v1/figures.csv?by=month")).content.decode()
    assert file.startswith('\ufeffMã,Tên,"Tiếp nhận: Phản ánh gửi đến trong kỳ.')
    head, first, *_, reason, at = csv.reader(io.StringIO(file.removeprefix("\ufeff")))
    line = dict(zip((name.partition(":")[0] for name in head), first, strict=True))
    assert reason[:4] == ["test", "Không tiếp nhận vì: Tin gửi thử", "", "5"]
    assert at[0].startswith("Tính đến")
    assert (line["Tiếp nhận"], line["Đã xử lý"], line["Đúng hạn"]) == ("13", "6", "6")
    assert line["Mẫu số của tỷ lệ đã xử lý"] == "8"
    for path in ("figures", "figures.csv", "open-data/reports.csv", "open-data/reports.geojson"):
        assert (await client.get(f"/v1/{path}?since=2026-12&until=2026-11")).status_code == 422


async def test_open_data_are_streamed_in_pages_and_name_nobody(
    cases: Cases, client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    await cases.add("closed", 3, finished=AT + DAY)
    await cases.add("received", 1, public=False)
    where = "/v1/open-data/reports"
    with frozen(AT + 2 * DAY):
        first = await client.get(f"{where}.csv?limit=2")
        assert first.headers["content-type"] == "text/csv; charset=utf-8"
        following = first.links["next"]["url"]
        second = await client.get(following)
        assert "next" not in second.links
        codes = [
            row["code"] for page in (first, second) for row in csv.DictReader(io.StringIO(page.text[1:]))
        ]
        assert len(set(codes)) == len(codes) == 3
        same = await client.get(f"{where}.csv?limit=2", headers={"If-None-Match": first.headers["etag"]})
        assert (same.status_code, same.content) == (304, b"")
        await submit(tx, new_report(category_code="an-ninh.to-giac"), settings=settings, caller=None)
        tipped = await client.get(f"{where}.csv?limit=2")
        assert tipped.headers["etag"] == first.headers["etag"]  # when a tip comes in is told by nothing
        shape = (await client.get(f"{where}.geojson")).json()
    assert shape["type"] == "FeatureCollection"
    assert geojson_faults(shape) == {}
    assert {one["id"] for one in shape["features"]} == set(codes)
    assert shape["features"][0]["geometry"] == {"type": "Point", "coordinates": [107.611, 16.478]}
    assert shape["features"][0]["properties"]["result"] == "on_time"
    assert "0987001122" not in first.text + str(shape)
    assert "Dấu Vết" not in first.text + str(shape)
    assert (await client.get(f"{where}.geojson?since=2020-01&until=2020-02")).json()["features"] == []
