"""The whole product on one machine: killed, crashed, started twice, started again."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest

from api.kit.embedded import Postgres
from tests.given.standalone import Standalone, found, running, survivors

START_LIMIT = 20
"""Seconds: generous for a busy machine; the measured time is printed (docs/operations.md has it)."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One installation for all tests here: each finds what the one before left."""
    folder = tmp_path_factory.mktemp("standalone")
    found(folder)
    return folder


@pytest.fixture(scope="module")
def product(data: Path) -> Iterator[Standalone]:
    """The product in its second life: it was started, written to and killed before."""
    first = Standalone(data).start().wait_ready()
    assert first.lines[-1] == f"ready {first.address}"
    family = first.family()
    assert {"postgres", "valkey-server"} <= {process.name() for process in family}
    assert len(family) >= 5
    write_something(data)
    first.kill()
    left = survivors(family, 10)
    assert left == [], "kill -9 of the supervisor left orphans"
    second = Standalone(data, port=first.port).start().wait_ready()
    print(f"start {first.seconds:.1f} s, start after kill -9 {second.seconds:.1f} s")
    assert second.seconds < START_LIMIT
    yield second
    if second.process.poll() is None:
        second.stop()


def write_something(data: Path) -> None:
    """A committed row that nobody else knows."""

    async def insert() -> None:
        connection = await asyncpg.connect(address(data))
        await connection.execute("create table kept_through_kill (id integer)")
        await connection.execute("insert into kept_through_kill values (46)")
        await connection.close()

    asyncio.run(insert())


def address(data: Path) -> str:
    """The database of the running product."""
    postgres = Postgres(data)
    postgres.sockets = data / "run" if (data / "run").exists() else postgres.sockets
    return postgres.url("ngoso")


async def test_what_was_committed_survives_kill_nine(product: Standalone, data: Path) -> None:
    connection = await asyncpg.connect(address(data))
    assert await connection.fetchval("select id from kept_through_kill") == 46
    await connection.close()
    assert product.get("/readyz")["worker"] is True


@pytest.mark.parametrize("part", ["uvicorn", "workers.main"])
def test_a_part_that_crashes_comes_back(product: Standalone, part: str) -> None:
    before = product.child(part)
    assert before is not None
    before.kill()
    until = time.monotonic() + 20
    while time.monotonic() < until:
        now = product.child(part)
        if now is not None and now.pid != before.pid:
            with suppress(OSError):
                assert product.get("/readyz")["database"] is True
                return
        time.sleep(0.05)
    pytest.fail(f"{part} did not come back")


def test_a_second_one_on_the_same_data_says_so_and_ends(product: Standalone, data: Path) -> None:
    second = Standalone(data).start()
    said = second.output()
    assert second.process.returncode == 1
    assert "already runs on" in said
    assert str(product.process.pid) in said


def test_a_port_in_use_is_said_and_nothing_is_left_running(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        blocked = Standalone(tmp_path, port=port).start()
        said = blocked.output()
    assert blocked.process.returncode == 1
    assert f"port {port} is in use" in said
    assert "Traceback" not in said
    assert not (tmp_path / "postgres").exists()


def test_it_ends_cleanly_and_starts_again_on_the_same_data(product: Standalone, data: Path) -> None:
    family = product.family()
    assert product.stop() == 0
    assert survivors(family, 5) == []
    assert "database system is shut down" in (data / "postgres.log").read_text(encoding="utf-8")[-300:]
    with running(data) as again:
        print(f"second start {again.seconds:.1f} s")
        assert again.seconds < START_LIMIT
        assert again.get("/readyz")["database"] is True
