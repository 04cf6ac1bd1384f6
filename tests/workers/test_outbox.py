"""What an event causes happens, once in effect, whatever dies on the way."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest

from api.kit import outbox
from api.kit.db import Connection, Pool, PoolDatabase
from api.kit.files import Files
from api.kit.settings import Settings
from workers.relay import BATCH, Relay, Waiting
from workers.work import Call, Jobs, Wiring, Work, calls_out, job_name

MAKE_EFFECTS = "create table effect (job text, report_id uuid)"
ADD_EFFECT = "insert into effect values ($1, $2)"
EFFECTS = "select job, count(*) from effect group by job order by job"
STATE = "select done_at is not null as done, sends from outbox_event order by id"
DUE_NOW = "update outbox_event set send_at = now() - interval '1 second' where done_at is null"
REPORT = UUID(int=7)


class ReportSent(outbox.Event, frozen=True, kw_only=True, tag="report_sent"):
    report_id: UUID


class NobodyCares(outbox.Event, frozen=True, kw_only=True, tag="nobody_cares"):
    pass


class CodeWanted(outbox.Event, frozen=True, kw_only=True, tag="code_wanted"):
    report_id: UUID


class Untagged(outbox.Event, frozen=True):
    pass


async def tell_reporter(work: Work, event: ReportSent) -> None:
    await work.tx.execute(ADD_EFFECT, "tell", event.report_id)


async def shrink_photo(work: Work, event: ReportSent) -> None:
    await work.tx.execute(ADD_EFFECT, "shrink", event.report_id)


async def stumble(work: Work, event: ReportSent) -> None:
    """Writes, then breaks, until the test lets it through."""
    await work.tx.execute(ADD_EFFECT, "stumble", event.report_id)
    if STUMBLING:
        raise RuntimeError


@calls_out
async def say_code(work: Work, event: CodeWanted) -> Call:
    """Writes a row, and says outside what transactions are open meanwhile; fails there when told to."""
    await work.tx.execute(ADD_EFFECT, "said", event.report_id)

    async def call() -> None:
        SAID.append(await OPEN[0].fetchval(COUNT_OPEN))
        if STUMBLING:
            raise RuntimeError

    return call


COUNT_OPEN = """
select count(*) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
"""
OPEN: list[Pool] = []
SAID: list[int] = []
STUMBLING: list[bool] = []
WIRING: Wiring = {ReportSent: [tell_reporter, shrink_photo, stumble], CodeWanted: [say_code]}
NAMES = ["test_outbox.tell_reporter", "test_outbox.shrink_photo", "test_outbox.stumble"]


@pytest.fixture
async def jobs(database: Pool, files: Files, settings: Settings) -> AsyncIterator[Jobs]:
    STUMBLING.clear()
    async with database.acquire() as connection:
        await connection.execute(MAKE_EFFECTS)
    async with httpx.AsyncClient() as http:
        yield Jobs(WIRING, PoolDatabase(database), files, settings, http)


async def emit(database: Pool, event: outbox.Event, *, urgent: bool = False) -> int:
    async with database.acquire() as connection, connection.transaction():
        return await outbox.emit(connection, event, urgent=urgent)


async def effects(database: Pool) -> dict[str, int]:
    return {row[0]: row[1] for row in await database.fetch(EFFECTS)}


def relay_into(taken: list[tuple[int, str]], database: Pool, jobs: Jobs) -> Relay:
    async def enqueue(row: Waiting, name: str) -> None:
        taken.append((row.id, name))

    return Relay(PoolDatabase(database), jobs, enqueue)


async def test_every_job_of_an_event_runs_once_and_the_event_is_done(database: Pool, jobs: Jobs) -> None:
    event_id = await emit(database, ReportSent(report_id=REPORT))
    taken: list[tuple[int, str]] = []
    assert await relay_into(taken, database, jobs).send_waiting() == 1
    assert taken == [(event_id, name) for name in NAMES]
    for _ in range(2):
        results = [await jobs.run(*each) for each in taken]
    assert results == [False, False, False]
    assert await effects(database) == {"shrink": 1, "stumble": 1, "tell": 1}
    assert [tuple(row) for row in await database.fetch(STATE)] == [(True, 1)]


async def test_the_same_job_twice_at_once_has_one_effect(database: Pool, jobs: Jobs) -> None:
    event_id = await emit(database, ReportSent(report_id=REPORT))
    results = await asyncio.gather(*(jobs.run(event_id, NAMES[0]) for _ in range(6)))
    assert sorted(results) == [False] * 5 + [True]
    assert await effects(database) == {"tell": 1}


async def test_all_jobs_at_once_still_finish_the_event(database: Pool, jobs: Jobs) -> None:
    ids = [await emit(database, ReportSent(report_id=REPORT)) for _ in range(5)]
    await asyncio.gather(*(jobs.run(event_id, name) for event_id in ids for name in NAMES))
    assert all(row["done"] for row in await database.fetch(STATE))


async def test_a_job_that_breaks_leaves_no_trace_and_is_sent_again(database: Pool, jobs: Jobs) -> None:
    event_id = await emit(database, ReportSent(report_id=REPORT))
    taken: list[tuple[int, str]] = []
    relay = relay_into(taken, database, jobs)
    await relay.send_waiting()
    STUMBLING.append(True)
    with pytest.raises(RuntimeError):
        await jobs.run(event_id, NAMES[2])
    await jobs.run(event_id, NAMES[0])
    assert await effects(database) == {"tell": 1}
    assert await relay.send_waiting() == 0  # not before its time
    STUMBLING.clear()
    await database.execute(DUE_NOW)
    assert await relay.send_waiting() == 1
    for each in taken[3:]:
        await jobs.run(*each)
    assert await effects(database) == {"shrink": 1, "stumble": 1, "tell": 1}
    assert [tuple(row) for row in await database.fetch(STATE)] == [(True, 2)]


async def test_an_outside_system_is_called_while_no_transaction_is_open(database: Pool, jobs: Jobs) -> None:
    OPEN[:], SAID[:] = [database], []
    STUMBLING.append(True)
    event_id = await emit(database, CodeWanted(report_id=REPORT))
    with pytest.raises(RuntimeError):
        await jobs.run(event_id, "test_outbox.say_code")
    assert await effects(database) == {}, "a call that failed leaves nothing, and is made again"
    STUMBLING.clear()
    assert await jobs.run(event_id, "test_outbox.say_code") is True
    assert await jobs.run(event_id, "test_outbox.say_code") is False
    assert SAID == [0, 0]
    assert await effects(database) == {"said": 1}
    assert [tuple(row) for row in await database.fetch(STATE)] == [(True, 0)]


async def test_waiting_grows_with_each_sending_up_to_an_hour(database: Pool, jobs: Jobs) -> None:
    await emit(database, ReportSent(report_id=REPORT))
    waits = []
    for _ in range(10):
        await database.execute(DUE_NOW)
        await relay_into([], database, jobs).send_waiting()
        waits.append(
            await database.fetchval("select round(extract(epoch from send_at - now())) from outbox_event")
        )
    assert [round(float(wait) / 30) for wait in waits] == [1, 2, 4, 8, 16, 32, 64, 120, 120, 120]


async def test_urgent_events_overtake_and_the_rest_keep_their_order(database: Pool, jobs: Jobs) -> None:
    first = await emit(database, ReportSent(report_id=REPORT))
    second = await emit(database, ReportSent(report_id=REPORT))
    urgent = await emit(database, ReportSent(report_id=REPORT), urgent=True)
    taken: list[tuple[int, str]] = []
    await relay_into(taken, database, jobs).send_waiting()
    assert list(dict.fromkeys(event_id for event_id, _ in taken)) == [urgent, first, second]


async def test_a_queue_that_is_gone_costs_one_second(database: Pool, jobs: Jobs) -> None:
    await emit(database, ReportSent(report_id=REPORT))

    async def enqueue(_: Waiting, __: str) -> None:
        raise ConnectionRefusedError

    with pytest.raises(ConnectionRefusedError):
        await Relay(PoolDatabase(database), jobs, enqueue).send_waiting()
    wait = await database.fetchval("select extract(epoch from send_at - now()) from outbox_event")
    assert 0 < float(wait) <= 1


async def test_two_relays_share_the_rows(database: Pool, jobs: Jobs) -> None:
    for _ in range(40):
        await emit(database, ReportSent(report_id=REPORT))
    taken: list[tuple[int, str]] = []
    await asyncio.gather(*(relay_into(taken, database, jobs).send_waiting() for _ in range(4)))
    assert len(taken) == len(set(taken)) == 40 * 3
    assert BATCH >= 40


async def test_an_event_nobody_listens_to_is_done_at_once(database: Pool, jobs: Jobs) -> None:
    await emit(database, NobodyCares())
    assert await relay_into([], database, jobs).send_waiting() == 1
    assert [tuple(row) for row in await database.fetch(STATE)] == [(True, 1)]


async def test_an_event_of_a_transaction_that_rolls_back_never_was(database: Pool, jobs: Jobs) -> None:
    async def fail(connection: Connection) -> None:
        async with connection.transaction():
            await outbox.emit(connection, ReportSent(report_id=REPORT))
            raise RuntimeError

    async with database.acquire() as connection:
        with pytest.raises(RuntimeError):
            await fail(connection)
    assert await relay_into([], database, jobs).send_waiting() == 0


async def test_a_commit_wakes_whoever_listens(database: Pool) -> None:
    woken = asyncio.Event()

    def wake(*_: object) -> None:
        woken.set()

    async with database.acquire() as listener:
        await listener.add_listener("outbox", wake)
        await emit(database, NobodyCares())
        await asyncio.wait_for(woken.wait(), 5)
        await listener.remove_listener("outbox", wake)


def test_an_event_needs_a_name() -> None:
    assert outbox.kind_of(ReportSent) == "report_sent"
    with pytest.raises(TypeError, match="Untagged needs tag"):
        outbox.kind_of(Untagged)


def test_jobs_are_named_by_room_and_verb() -> None:
    assert job_name(tell_reporter) == "test_outbox.tell_reporter"
