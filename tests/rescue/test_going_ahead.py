"""A call for help waits for no other work: not in the outbox, not for a connection (tests/faults/test_weather.py)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from litestar import Litestar

from api.kit.db import Connection, PoolDatabase
from api.kit.demo import demo_person
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.identity import demo_people
from tests.given.rescue import sent, sos_body
from tests.given.work import run_outbox
from workers.relay import TAKE_WAITING


async def test_hard_case_23_an_sos_goes_ahead_of_all_other_work(
    client: httpx.AsyncClient, tx: Connection, files: Files, settings: Settings
) -> None:
    """The burst itself, with a killed worker and a queue that restarts: python -m tests.faults.weather."""
    await demo_people(tx)
    await tx.execute(
        "insert into outbox_event (kind, payload, urgent)"
        " select 'report_moved', '{}', false from generate_series(1, 3000)"
    )
    await sent(client)
    # Room for one row, and even none: the relay takes the call for help.
    for room, normal in ((1, True), (8, False)):
        point = tx.transaction()
        await point.start()
        taken = await tx.fetch(TAKE_WAITING, room, normal)
        assert taken[0]["kind"] == "sos_received"
        assert len(taken) == 1
        await point.rollback()
    await tx.execute("delete from outbox_event where kind = 'report_moved'")
    assert await run_outbox(tx, files, settings) == ["rescue.tell_command"]
    await sent(client, phone="0905111222", lat=16.3)
    await run_outbox(tx, files, settings)
    told = await tx.fetch("select person_id, title, priority from message where link = '#/cuu-ho'")
    assert demo_person(Role.OFFICER) in {row["person_id"] for row in told}
    assert len({row["person_id"] for row in told}) == len(told), "once a minute each"
    assert {(row["title"], row["priority"]) for row in told} == {("SOS: nguy hiểm tính mạng", 0)}, (
        "ahead of all"
    )


async def test_a_call_waits_for_no_connection_that_other_work_holds(
    client: httpx.AsyncClient, shared_app: Litestar, tx: Connection
) -> None:
    """A flood of other requests has taken every connection of this process: calls for help have theirs."""

    class Taken(PoolDatabase):
        """Lends nothing, for ever."""

        def __init__(self) -> None:
            pass

        @asynccontextmanager
        async def read(self) -> AsyncIterator[Connection]:
            await asyncio.Event().wait()
            yield tx

        write = read

    free, shared_app.state.database = shared_app.state.database, Taken()
    shared_app.state.rescue_database = free
    try:
        async with asyncio.timeout(5):
            assert (await client.post("/v1/sos", json=sos_body())).status_code == 201
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await client.get("/v1/communes", params={"q": "kim long"})
    finally:
        shared_app.state.rescue_database = None
