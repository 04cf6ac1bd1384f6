"""The embedded servers: they start anywhere, die with us, and lose nothing that was committed."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from api.kit.children import Child, ChildError, Identity, unprivileged
from api.kit.embedded import THROWAWAY, Postgres, Valkey, socket_folder

IDENTITIES = [Identity.SAME] if os.geteuid() else [unprivileged(), Identity.SWITCHED]
"""As root both ways of not being root are tried, whatever this machine would choose by itself."""


@pytest.fixture(params=IDENTITIES, ids=lambda identity: identity.value)
def postgres(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Postgres]:
    """A new cluster in a folder that is closed to others."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    postgres = Postgres(closed / "data", options=THROWAWAY, identity=request.param)
    postgres.create()
    yield postgres
    postgres.stop()


async def fetch(postgres: Postgres, *statements: str) -> object:
    """Run statements; the last one's value."""
    connection = await asyncpg.connect(postgres.url("postgres"))
    try:
        for statement in statements[:-1]:
            await connection.execute(statement)
        return await connection.fetchval(statements[-1])
    finally:
        await connection.close()


def wait_gone(pid: int, seconds: float = 5) -> bool:
    """Whether a process ends in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split(") ")[1][0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


async def test_a_crash_loses_nothing_committed(postgres: Postgres) -> None:
    postgres.start()
    await fetch(
        postgres, "create table kept (id integer)", "insert into kept values (1)", "checkpoint", "select 1"
    )
    assert postgres.child is not None
    os.kill(postgres.child.pid, signal.SIGKILL)
    assert postgres.child.process is not None
    postgres.child.process.wait()
    postgres.start()
    assert await fetch(postgres, "select count(*) from kept") == 1


async def test_it_speaks_vietnamese_and_has_our_extensions(postgres: Postgres) -> None:
    postgres.start()
    names = ("unaccent", "pg_trgm", "btree_gist", "btree_gin")
    assert (
        await fetch(postgres, *(f"create extension {name}" for name in names), "select lower('ĐẮK LẮK')")
        == "đắk lắk"
    )


async def test_a_stale_lock_of_a_number_now_used_by_another_is_dropped(postgres: Postgres) -> None:
    (postgres.data / "postmaster.pid").write_text(f"{os.getpid()}\n{postgres.data}\n", encoding="utf-8")
    postgres.start()
    assert await fetch(postgres, "select 1") == 1


def test_a_lock_of_a_living_server_is_respected(postgres: Postgres) -> None:
    postgres.start()
    other = Postgres(postgres.folder, options=THROWAWAY, identity=postgres.identity)
    with pytest.raises(ChildError, match="another PostgreSQL"):
        other.clear_stale_lock(seconds=0.2)


def test_an_unfinished_initdb_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new" / "PG_VERSION").write_text("18\n", encoding="utf-8")
    postgres = Postgres(tmp_path, options=THROWAWAY)
    postgres.create()
    postgres.start()
    postgres.stop()
    assert not (tmp_path / "postgres.new").exists()


async def test_valkey_keeps_what_it_was_given_across_a_crash(tmp_path: Path) -> None:
    valkey = Valkey(tmp_path)
    valkey.start()
    assert await say(valkey, b"SET kept 1") == b"+OK"
    await asyncio.sleep(1.2)  # appendfsync everysec
    assert valkey.child is not None
    os.kill(valkey.child.pid, signal.SIGKILL)
    assert valkey.child.process is not None
    valkey.child.process.wait()
    valkey.start()
    assert await say(valkey, b"GET kept") == b"$1"
    valkey.stop()


async def say(valkey: Valkey, line: bytes) -> bytes:
    """One command; the first line of the answer."""
    reader, writer = await asyncio.open_unix_connection(str(valkey.socket))
    writer.write(line + b"\r\n")
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return answer.strip()


def test_sockets_are_private_and_short_however_deep_the_data_lie(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    folder = socket_folder(deep)
    assert len(str(folder / ".s.PGSQL.5432")) < 107
    assert folder.stat().st_mode & 0o777 == 0o700
    assert socket_folder(deep) == folder != socket_folder(tmp_path / ("d" * 60) / ("f" * 60))
    assert socket_folder(Path("/tmp/x")).parent == Path("/tmp/x")  # noqa: S108  short enough to be inside


def test_servers_die_with_the_parent_that_was_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time\nfrom pathlib import Path\n"
        "from api.kit.embedded import Postgres, THROWAWAY, Valkey\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "p = Postgres(folder, options=THROWAWAY); p.create(); p.start(); v = Valkey(folder); v.start()\n"
        "print(p.child.pid, v.child.pid, flush=True); time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pids = [int(word) for word in parent.stdout.readline().split()]
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert len(pids) == 2
    assert [pid for pid in pids if not wait_gone(pid)] == []
    assert "database system is shut down" in (tmp_path / "postgres.log").read_text(encoding="utf-8")


def test_a_child_that_fails_says_why(tmp_path: Path) -> None:
    child = Child(
        "bad", [sys.executable, "-c", "import sys; sys.exit('because of this')"], log=tmp_path / "log"
    )
    child.start()
    with pytest.raises(ChildError, match=r"(?s)bad ended at start with code 1.*because of this"):
        child.wait_ready(lambda: False, seconds=20)


def test_a_child_that_will_not_listen_is_ended(tmp_path: Path) -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    child = Child("deaf", [sys.executable, "-c", deaf], log=tmp_path / "log")
    child.start()
    child.wait_ready(lambda: "up" in child.last_words(), seconds=20)
    child.stop(seconds=0.1)
    assert child.returncode == -signal.SIGKILL


def test_a_program_that_does_not_exist_is_a_child_error() -> None:
    with pytest.raises(ChildError, match="no-such-program"):
        Child("none", ["no-such-program"]).start()
