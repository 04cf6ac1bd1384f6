"""A small weather burst, and that it counts right: a loss, a double, and a slow answer would show.

`python -m tests.faults.weather` is the burst at full size, its API and workers started as they are in the product.
"""

import asyncio
import multiprocessing
import shutil
from pathlib import Path
from typing import Any

import httpx
import msgspec

from api.kit.db import Pool
from api.kit.embedded import Valkey
from api.kit.settings import Settings
from tests.faults.storm import DUE_NOW
from tests.faults.weather import break_things, judged, phones, settle
from tests.faults.weather_counts import Seen, Sent, compared, holds, ledger, spread
from tests.faults.weather_phones import schedule
from workers.main import work

REPORTS, CALLS, SECONDS = 40, 12, 1.2
PATIENT_MS = 10_000
"""Here one process is the API and all phones, on a machine that runs other tests: the bar is the full burst's."""
FORK = multiprocessing.get_context("fork")
"""What this process has read and compiled need not be read again by each worker."""


def work_for_ever(settings: Settings) -> None:
    """A worker process."""
    asyncio.run(work(settings, asyncio.Event()))


class Few:
    """Two workers and a queue beside the API of this process."""

    def __init__(self, settings: Settings, queue: Valkey) -> None:
        self.settings, self.queue = settings, queue
        self.workers = {name: self.started() for name in ("worker-0", "worker-1")}

    def started(self) -> multiprocessing.process.BaseProcess:
        """One worker."""
        process = FORK.Process(target=work_for_ever, args=(self.settings,), daemon=True)
        process.start()
        return process

    async def kill(self, target: str) -> None:
        """Kill -9, and start again; the queue forgets everything."""
        if target == "queue":
            assert self.queue.child is not None
            assert self.queue.child.process is not None
            self.queue.child.process.kill()
            self.queue.child.process.wait(10)
            shutil.rmtree(self.queue.data)
            await asyncio.to_thread(self.queue.start)
            return
        self.workers[target].kill()
        self.workers[target].join(10)
        self.workers[target] = self.started()

    def end(self) -> None:
        """All of it."""
        for process in self.workers.values():
            process.kill()
            process.join(10)
        self.queue.stop()


async def test_hard_case_23_none_lost_none_doubled_while_workers_die_and_the_queue_restarts_empty(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings, tmp_path: Path
) -> None:
    queue = Valkey(tmp_path / "queue")
    queue.start()
    name = await database.fetchval("select current_database()")
    url = settings.database_url.replace(settings.database_url.partition("?")[0].rpartition("/")[2], name, 1)
    few = Few(msgspec.structs.replace(settings, database_url=url, queue_url=queue.url), queue)
    try:
        async with database.acquire() as connection:
            burst = await phones(connection, committing_client, settings, 5, pace=0.05, photos=False)
            breaking = asyncio.create_task(break_things(few, connection, SECONDS))
            await burst.pour(schedule(SECONDS, REPORTS, CALLS))
            caught = await breaking
            left = {"events": -1}
            while any(left.values()):
                await connection.execute(DUE_NOW)
                left = await settle(connection, 0.5)
            await burst.look({})
            await burst.read_inboxes()
            found = await judged(connection, burst, left, limit_ms=PATIENT_MS)
    finally:
        few.end()
    assert found["wrong"] == []
    assert (found["reports"]["sent"], found["sos"]["sent"]) == (REPORTS, CALLS)
    assert found["sos"]["came_again"] > 0, "some phones sent the same again"
    assert caught.keys() == {"worker-0", "queue", "worker-1"}


def test_the_weather_is_the_same_every_time_and_densest_in_the_middle() -> None:
    plan = schedule(600, 3000, 300)
    assert plan == schedule(600, 3000, 300)
    assert [due.kind for due in plan].count("sos") == 300
    assert len({due.number for due in plan}) == len(plan) == 3300
    assert 0 <= plan[0].at <= plan[-1].at <= 600
    assert sum(200 <= due.at < 400 for due in plan) > 3300 * 0.6


def test_a_loss_a_double_and_an_invention_show() -> None:
    assert ledger(["a", "b"], ["a", "b"]) == {"sent": 2, "kept": 2, "lost": 0, "doubled": 0, "invented": 0}
    assert ledger(["a", "b"], ["b", "b", "c"]) == {
        "sent": 2,
        "kept": 3,
        "lost": 1,
        "doubled": 1,
        "invented": 1,
    }


def test_the_slowest_twentieth_shows() -> None:
    found = spread([10.0] * 90 + [2000.0] * 10)
    assert (found["p50"], found["p95"], found["max"]) == (10.0, 2000.0, 2000.0)
    assert spread([])["p95"] == 0.0


def test_whatever_is_not_as_it_must_be_is_said() -> None:
    seen = Seen(first={1: 3.0, 2: 3.0})
    seen.told.update({"#/p/a": 1, "#/p/b": 2, "#/cuu-ho": 1})
    notes = [
        Sent(id="a", kind="report", ms=10),
        Sent(id="b", kind="report", ms=10, photos=("x",)),
        Sent(id="c", kind="sos", ms=10, at=1.0, number=1),
        Sent(id="d", kind="sos", ms=5000, at=1.0, number=4),
    ]
    command: dict[str, Any] = {
        "told": 1,
        "told_twice": 0,
        "worked_not_once": 0,
        "untold": 0,
        "opened_not_once": 0,
    }
    kept: dict[str, list[Any]] = {
        "reports": [{"id": "a"}, {"id": "b"}],
        "photos": [{"name": "b x", "state": "ready"}],
        "calls": [{"id": "c", "number": 1, "sends": 1}, {"id": "d", "number": 2, "sends": 2}],
        "done": [],
        "command": [command],
    }
    found = {"limit": 1000, "left": {"events": 1}, **compared(notes, seen, kept)}
    assert found["board_shows_after_ms"]["max"] == 2000
    assert holds(found) == [
        "reports: 1 told_not_once",
        "sos: 1 other_number",
        "sos: 1 not_on_the_board",
        "left: 1 events",
        f"sos: p95 {found['sos_ms']['p95']} ms",
    ]
    right = [msgspec.structs.replace(one, ms=10, number={"c": 1, "d": 2}.get(one.id)) for one in notes]
    seen.told["#/p/b"] = 1
    assert holds({"limit": 1000, "left": {"events": 0}, **compared(right, seen, kept)}) == []
