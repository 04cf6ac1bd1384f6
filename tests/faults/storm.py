"""Kill -9 of API, workers, queue (wiped) and database while dossiers change: what people are told in the end.

`python -m tests.faults.storm 10000` runs it at full size and prints one JSON line.
"""

import asyncio
import contextlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import msgspec

from api.kit.db import prepare_connection
from api.kit.embedded import Valkey
from api.kit.settings import Settings
from tests.faults.day_worker import SHIFT, shift_now
from tests.given.carriers import FakeProvider
from tests.given.cluster import test_server
from tests.given.dossiers import SystemKey, given_key, given_person
from tests.given.standalone import free_port
from tests.zalo_fake.server import served

SECRET = "only-for-storms-0123456789abcdefghij"
ROOT = Path(__file__).parents[2]
STATES = ("4", "5")
"""Processing and papers missing take turns; the first event of a dossier is 2, accepted."""
AGREE = """
insert into message_choice (person_id, purpose, channel, granted, text_version, decided_at)
values ($1, 'dossier', 'sms', true, 'storm', now())
"""
FIND_VICTIM = """
select pid from pg_stat_activity
where application_name = 'ngo-so' and pid <> pg_backend_pid() and backend_type = 'client backend'
order by random() limit 1
"""
DURABLE = "alter database {} set synchronous_commit = on"
DUE_NOW = (
    "update outbox_event set send_at = now() where done_at is null and send_at > now() + interval '2 seconds'"
)
LEFT = """
select (select count(*) from outbox_event where done_at is null and kind = 'dossier_state_changed') as events,
       (select count(*) from message where planned_at is null) as unplanned,
       (select count(*) from delivery where state in ('waiting', 'sending', 'unsure')) as deliveries
"""
TOLD = """
select count(*) as told, count(distinct (person_id, dedupe_key)) as distinct_told from message
where kind = 'dossier' and dedupe_key like 'dossier:%'
"""
TARGETS = ("worker-0", "queue", "database", "worker-1", "api")
AWAY = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, httpx.HTTPError)


class Storm:
    """One run: its processes, and what is done to them."""

    def __init__(self, url: str, folder: Path, sms_url: str, more: dict[str, str]) -> None:
        self.url, self.folder, self.sms_url, self.more = url, folder, sms_url, more
        self.queue = Valkey(folder / "queue")
        self.port = free_port()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.kills: dict[str, int] = {}
        self.taken = 0
        self.shift = shift_now()

    def start(self, name: str) -> None:
        """Start the API or a worker."""
        command = [sys.executable, "-m", "tests.faults.day_worker"]
        if name == "api":
            command = [
                sys.executable,
                "-m",
                "uvicorn",
                "api.app:serve",
                "--factory",
                "--port",
                str(self.port),
            ]
        environ = {
            **os.environ,
            "DATABASE_URL": self.url,
            "QUEUE_URL": self.queue.url,
            "SECRET_KEY": SECRET,
            "DATA_DIR": str(self.folder),
            "DEMO": "0",
            "SMS_KIND": "http",
            "SMS_API_KEY": "key",
            "SMS_URL": self.sms_url,
            "MESSAGE_BUDGET_VND": "1000000000",
            "MESSAGE_RATE": "2000",
            "LOG_LEVEL": "error",
            SHIFT: str(self.shift),
            **self.more,
        }
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command, cwd=ROOT, env=environ, stdout=log, stderr=subprocess.STDOUT
            )

    async def kill(self, target: str) -> None:
        """Kill -9, and start again as a supervisor would."""
        if target == "database":
            # A backend that dies takes every connection with it: the server recovers from its log.
            connection = await asyncpg.connect(self.url)
            victim = await connection.fetchval(FIND_VICTIM)
            with contextlib.suppress(*AWAY):
                await connection.close(timeout=1)
            if victim is None:
                return
            os.kill(victim, signal.SIGKILL)
        elif target == "queue":
            assert self.queue.child is not None
            assert self.queue.child.process is not None
            self.queue.child.process.kill()
            self.queue.child.process.wait(10)
            shutil.rmtree(self.queue.data, ignore_errors=True)
            self.queue.start()
        else:
            self.processes[target].kill()
            self.processes[target].wait(10)
            self.start(target)
        self.kills[target] = self.kills.get(target, 0) + 1

    async def rage(self, every: int) -> None:
        """After every so many changes kill the next one, until cancelled."""
        for turn, target in enumerate(itertools.cycle(TARGETS), start=1):
            while self.taken < turn * every:  # noqa: ASYNC110  a count has no event
                await asyncio.sleep(0.01)
            with contextlib.suppress(*AWAY):
                await self.kill(target)

    async def change(
        self, http: httpx.AsyncClient, key: SystemKey, number: int, phone: str, count: int
    ) -> None:
        """The whole life of one dossier, each change told until it is taken."""
        code, begun = f"H57.12-261116-{number:05}", datetime.now(UTC) - timedelta(days=2)
        for sequence in range(1, count + 1):
            body = {
                "event_id": f"storm-{number}-{sequence}",
                "sequence": sequence,
                "occurred_at": (begun + timedelta(minutes=sequence)).isoformat(),
                "state_code": "2" if sequence == 1 else STATES[sequence % 2],
                "procedure_code": "1.004222",
                "agency_name": "Công an phường Vỹ Dạ",
                "applicant_phone": phone,
                "filed_by": "self",
            }
            while True:
                try:
                    answer = await http.put(f"/v1/integration/dossiers/{code}", json=body, auth=key)
                except httpx.HTTPError:
                    await asyncio.sleep(0.2)
                    continue
                if answer.status_code in (200, 201):
                    self.taken += 1
                    break
                if answer.status_code < 500 and answer.status_code not in (409, 429):
                    raise RuntimeError(answer.text)
                await asyncio.sleep(0.2)

    async def settled(self, seconds: float) -> dict[str, int]:
        """What is left to do when nothing moves any more, or time is up."""
        until, left = time.monotonic() + seconds, {"events": -1}
        while time.monotonic() < until:
            with contextlib.suppress(*AWAY):
                connection = await asyncpg.connect(self.url)
                await connection.execute(DUE_NOW)
                left = dict((await connection.fetch(LEFT))[0])
                await connection.close()
                if not any(left.values()):
                    break
            await asyncio.sleep(0.3)
        return left


@contextlib.asynccontextmanager
async def storm(url: str, folder: Path, sms_url: str, **more: str) -> AsyncIterator[Storm]:
    """API, two workers and a queue, with `more` settings in their environment; all gone at the end."""
    one = Storm(url, folder, sms_url, more)
    one.queue.start()
    for name in ("api", "worker-0", "worker-1"):
        one.start(name)
    try:
        yield one
    finally:
        for process in one.processes.values():
            process.kill()
            process.wait(10)
        one.queue.stop()


async def run(url: str, folder: Path, *, dossiers: int, changes: int, every: int) -> dict[str, Any]:
    """A storm over `dossiers` × `changes`; what came of it."""
    settings = Settings(database_url=url, secret_key=SECRET)
    connection = await asyncpg.connect(url)
    await prepare_connection(connection)
    # Test servers answer before the log is written, which no real one does: a killed one would forget commits.
    await connection.execute(DURABLE.format(await connection.fetchval("select current_database()")))
    # Nobody searches in a storm, and every start of the API reads the whole catalogue: seconds of work each time.
    await connection.execute("truncate procedure cascade")
    async with connection.transaction():
        key = await given_key(connection, settings)
        phones = [f"+849120{number:05}" for number in range(dossiers)]
        for phone in phones:
            await connection.execute(AGREE, await given_person(connection, phone=phone))
    await connection.close()
    provider, begun = FakeProvider(), time.monotonic()
    async with served(provider) as sms, storm(url, folder, f"{sms}/messages") as one:
        rage = asyncio.create_task(one.rage(every))
        gate = asyncio.Semaphore(16)

        async def live(http: httpx.AsyncClient, number: int, phone: str) -> None:
            async with gate:
                await one.change(http, key, number, phone, changes)

        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{one.port}", timeout=15) as http:
            await asyncio.gather(*(live(http, number, phone) for number, phone in enumerate(phones)))
        rage.cancel()
        await asyncio.gather(rage, return_exceptions=True)
        left = await one.settled(60 + dossiers * changes / 50)
        connection = await asyncpg.connect(url)
        told = dict((await connection.fetch(TOLD))[0])
        sent = {
            row["id"].hex for row in await connection.fetch("select id from delivery where state = 'sent'")
        }
        counts = await connection.fetch("select state, count(*) as n from delivery group by state")
        states = {row["state"]: row["n"] for row in counts}
        await connection.close()
    posts = len(provider.posts)
    return {
        "bench": "faults",
        "value": dossiers * changes,
        "unit": "state changes",
        **told,
        "deliveries": states,
        "sms_reached_a_phone": len(provider.taken),
        "sms_lost": len(sent - provider.taken.keys()),
        "sms_offered_twice": posts - len(set(provider.posts)),
        "left": left,
        "kills": one.kills,
        "seconds": round(time.monotonic() - begun),
    }


def main(changes: int) -> None:
    """One JSON line."""
    with test_server() as server, tempfile.TemporaryDirectory() as folder:
        url = server.url(asyncio.run(server.clone()))
        line = asyncio.run(run(url, Path(folder), dossiers=max(changes // 100, 1), changes=100, every=250))
    sys.stdout.write(msgspec.json.encode(line).decode() + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
