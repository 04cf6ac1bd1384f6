"""Months close once; what comes later is told in a line of its own, and no told figure changes."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta

import asyncpg
import httpx
import pytest

from api.kit.clock import VN, now, today
from api.kit.db import Connection, Pool
from outreach.supervision.actions import months
from outreach.supervision.store.months import close_month
from tests.given.leading import given_officer
from tests.given.outreach import given_walker, seen, statuses
from tests.given.outreach_sync import send_as, totals
from tests.given.time import frozen

Headers = Callable[..., dict[str, str]]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def last_month(day: int) -> datetime:
    """An evening of the month before."""
    first = today().replace(day=1) - DAY
    return datetime(first.year, first.month, day, 19, 0, tzinfo=VN)


async def test_hard_case_13_dated_into_a_closed_month_or_ahead(
    client: httpx.AsyncClient, tx: Connection, as_person: Headers
) -> None:
    walker = await given_walker(tx)
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S07="alone_observed"), at=last_month(9))
    await phone.send(tx)
    boss = as_person(await given_officer(tx), staff=True)
    close = {"province_code": "46", "month": last_month(1).date().isoformat()}
    done = await client.post("/v1/outreach/months/close", json=close, headers=boss)
    assert done.status_code == 200, done.text
    assert done.json()["communes"] > 30
    again = (await client.post("/v1/outreach/months/close", json=close, headers=boss)).json()
    assert again["communes"] == 0
    running = {**close, "month": today().isoformat()}
    assert (await client.post("/v1/outreach/months/close", json=running, headers=boss)).status_code == 422

    phone.visit(home, result="nobody_home", at=last_month(20))
    ahead = phone.visit(home, result="nobody_home", at=now() + 40 * DAY, minutes=0)
    phone.visit(home, result="nobody_home", at=now(), minutes=0)
    assert statuses(await phone.send(tx, phone.kept[3:])) == ["accepted"] * 3
    rows = {row["id"]: row for row in await tx.fetch(
        "select v.id, v.marks, v.visited_on, e.time_quality from visit v join visit_event e using (event_id)"
    )}  # fmt: skip
    assert (rows[ahead]["time_quality"], rows[ahead]["visited_on"]) == ("bounded", today())
    assert sorted(row["marks"] for row in rows.values()) == [[], [], [], ["after_close"]]
    assert (await totals(tx))[-1] == 4, "it counts; it is only not of the month that was told"

    params = {"commune": walker.commune_code}
    lines = (await client.get("/v1/outreach/months", params=params, headers=boss)).json()["items"]
    now_line, told = lines
    assert (now_line["closed_at"], now_line["figures"]["visits"]) == (None, 2)
    assert told["month"] == last_month(1).date().isoformat()
    assert (told["figures"]["visits"], told["figures"]["adults_met"], told["late"]) == (1, 1, 1)
    assert (told["figures"]["nobody_home"], told["late_bounded"]) == (0, 0)
    with pytest.raises(asyncpg.RaiseError, match="closed month"):
        async with tx.transaction():
            await tx.execute("update month_close set visits = visits + 1")
    other = as_person(await given_officer(tx, "01"), staff=True)
    assert (await client.get("/v1/outreach/months", params=params, headers=other)).status_code == 403


async def test_a_month_closes_by_itself_on_the_fifth(tx: Connection) -> None:
    await given_walker(tx)
    month = date(2027, 3, 1)
    for day, closed in ((4, 0), (5, 1), (6, 1)):
        with frozen(datetime(2027, 4, day, 3, tzinfo=VN)):
            await months.close_due(tx)
        found = await tx.fetchval("select count(*) from month_close where month = $1", month)
        assert found == closed


async def test_who_uploads_while_a_month_closes_is_in_its_figures_or_late(database: Pool) -> None:
    async with database.acquire() as tx, tx.transaction():
        walker = await given_walker(tx)
        phone = walker.phone()
        home = phone.household()
        await phone.send(tx)
    month = last_month(1).date()
    phone.visit(home, result="nobody_home", at=last_month(12))
    async with database.acquire() as upload, database.acquire() as closing:
        begun = upload.transaction()
        await begun.start()
        await send_as(upload, phone, phone.kept[-1:])

        async def close() -> None:
            async with closing.transaction():
                await close_month(closing, month, province="46", at=now(), by=None)

        task = asyncio.create_task(close())
        while not await upload.fetchval(  # noqa: ASYNC110  what is waited for happens in the database
            "select exists (select from pg_locks where locktype = 'advisory' and not granted)"
        ):
            await asyncio.sleep(0)
        await begun.commit()
        await task
        assert await upload.fetchval("select sum(visits) from month_close") == 1
        assert await upload.fetchval("select count(*) from visit where marks <> '{}'") == 0
