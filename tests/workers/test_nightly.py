"""Once a night, by whoever comes first."""

import asyncio
from datetime import UTC, datetime

import pytest

from api.kit.db import Connection, Pool, PoolDatabase
from tests.given.time import frozen
from workers.nightly import run_due


async def test_many_workers_do_a_task_once_a_day(database: Pool) -> None:
    done: list[str] = []

    async def task(tx: Connection) -> None:
        await tx.execute("select pg_sleep(0.05)")
        assert await tx.fetchval("show statement_timeout") == "10min", "work of the night may take its time"
        done.append("done")

    tasks = {"one": task}
    with frozen(datetime(2026, 11, 22, 16, 59, tzinfo=UTC)):
        ran = await asyncio.gather(*(run_due(PoolDatabase(database), tasks) for _ in range(3)))
    assert sorted(ran) == [[], [], ["one"]]
    with frozen(datetime(2026, 11, 22, 17, tzinfo=UTC)):  # midnight in Vietnam
        assert await run_due(PoolDatabase(database), tasks) == ["one"]
    assert len(done) == 2


@pytest.mark.parametrize("fault", ["of the database", "of ours"])
async def test_a_task_that_fails_is_tried_again_and_holds_up_no_other(database: Pool, fault: str) -> None:
    fail = True

    async def first(tx: Connection) -> None:
        if fail and fault == "of ours":
            raise KeyError
        if fail:
            await tx.execute("select 1 / 0")

    async def second(tx: Connection) -> None:
        await tx.execute("select 1")

    tasks = {"first": first, "second": second}
    assert await run_due(PoolDatabase(database), tasks) == ["second"]
    fail = False
    assert await run_due(PoolDatabase(database), tasks) == ["first"]


async def test_a_database_that_is_away_is_not_taken_for_done() -> None:
    class Away(PoolDatabase):
        def __init__(self) -> None: ...

        def write(self) -> None:  # type: ignore[override]
            raise ConnectionRefusedError

    with pytest.raises(ConnectionRefusedError):
        await run_due(Away(), {"one": lambda _: asyncio.sleep(0)})
