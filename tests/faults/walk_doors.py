"""Two ways to the server: straight into its actions, for `make test`; over HTTP to a process that is killed, for `make faults`."""

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import msgspec

from api.kit.clock import clock
from api.kit.db import Connection, Pool
from api.kit.errors import Problem
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tokens import sign_access
from outreach.folding import FOLDS
from outreach.registry.actions import pull
from outreach.visits.actions import forcing, reviewing, sync
from outreach.visits.contracts import SyncBatch
from outreach.visits.contracts.reviewing import Decision, NewDecision
from tests.faults.storm import AWAY as GONE
from tests.faults.storm import SECRET
from tests.given.phones import SimPhone
from tests.given.standalone import free_port

AWAY = (*GONE, asyncpg.InternalClientError)
"""What a connection says that dies in the middle."""
ROOT = Path(__file__).parents[2]
TERMINATE = """
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction')
"""
HELD_BACK = """
select distinct install_id from visit_quarantine
where actor = $1 and decision is null and reason_code = 'awaits_approval'
"""
REVOKE = "update role_grant set revoked_at = $1 where person_id = $2 and revoked_at is null"
STARTED = 200


class Direct:
    """The actions themselves, each in a transaction of its own; a kill takes every connection away."""

    def __init__(self, pool: Pool) -> None:
        self.pool, self.kills = pool, 0

    async def upload(
        self, phone: SimPhone, body: dict[str, Any], at: datetime, *, cut: bool
    ) -> dict[str, Any] | None:
        """As the route does it, through bytes both ways."""
        clock.held_at = at
        raw = msgspec.json.encode(body)
        try:
            batch = msgspec.json.decode(raw[: len(raw) // 2] if cut else raw, type=SyncBatch)
        except msgspec.DecodeError:
            return None
        try:
            async with self.pool.acquire() as connection, connection.transaction():
                found = await sync(connection, batch, by=principal(phone), secret=SECRET, folds=FOLDS)
        except AWAY:
            return None
        answer: dict[str, Any] = msgspec.to_builtins(found)
        return answer

    async def pull(self, phone: SimPhone, at: datetime, cursor: str | None) -> dict[str, Any] | None:
        """A page of the area."""
        clock.held_at = at
        with contextlib.suppress(*AWAY, Problem):
            async with self.pool.acquire() as connection:
                page = await pull(connection, me=principal(phone), cursor=cursor, team_id=None)
                found: dict[str, Any] = msgspec.to_builtins(page)
                return found
        return None

    async def approve(self, phone: SimPhone, at: datetime) -> None:
        """The leader says yes to everything of this phone's person."""
        clock.held_at = at
        team = phone.walker.team_id
        leader = Principal(
            person_id=phone.walker.person_id, session_id=uuid7(), team_ids=(team,), led_team_ids=(team,)
        )
        yes = NewDecision(team_id=team, decision=Decision.APPROVED, reason="Đúng việc của tổ")

        async def say_yes(tx: Connection) -> None:
            for row in await tx.fetch(HELD_BACK, phone.walker.person_id):
                await reviewing.decide(tx, leader, row["install_id"], yes, folds=FOLDS)

        await self.steadily(say_yes)

    async def night(self, at: datetime) -> None:
        """What waited too long is let go."""
        clock.held_at = at
        await self.steadily(lambda tx: forcing.let_go(tx, folds=FOLDS))

    async def remove(self, phone: SimPhone, at: datetime) -> None:
        """Taken out of the team, at once."""

        async def revoke(tx: Connection) -> None:
            await tx.execute(REVOKE, at, phone.walker.person_id)

        await self.steadily(revoke)

    async def steadily(self, job: Callable[[Connection], Awaitable[None]]) -> None:
        """Once, whatever became of the connections meanwhile."""
        for _ in range(20):
            with contextlib.suppress(*AWAY):
                async with self.pool.acquire() as connection, connection.transaction():
                    await job(connection)
                return
        raise TimeoutError

    async def kill(self) -> None:
        """Whatever is under way dies with its connection."""
        self.kills += 1
        with contextlib.suppress(*AWAY):
            async with self.pool.acquire() as connection:
                await connection.execute(TERMINATE)


class Http(Direct):
    """A server of its own, killed with -9 in the middle of whatever it does; pulls and uploads go over the wire."""

    def __init__(self, pool: Pool, url: str) -> None:
        super().__init__(pool)
        self.url, self.port = url, free_port()
        self.settings = Settings(database_url=url, secret_key=SECRET)
        self.http = httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", timeout=20)
        self.process: subprocess.Popen[bytes] | None = None
        self.starting = asyncio.Lock()

    async def start(self) -> None:
        """Start it, and wait until it answers."""
        environ = {
            **os.environ,
            "DATABASE_URL": self.url,
            "QUEUE_URL": "redis://127.0.0.1:9",
            "SECRET_KEY": SECRET,
            "DEMO": "1",
            "LOG_LEVEL": "error",
        }
        command = [
            sys.executable,
            "-m",
            "uvicorn",
            "tests.faults.walk_server:app",
            "--port",
            str(self.port),
            "--log-level",
            "error",
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environ)  # noqa: ASYNC220  once a kill
        for _ in range(STARTED):
            with contextlib.suppress(httpx.HTTPError):
                if (await self.http.get("/healthz")).status_code == httpx.codes.OK:
                    return
            await asyncio.sleep(0.1)
        raise TimeoutError

    def stop(self) -> None:
        """Gone, without a word."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)

    async def kill(self) -> None:
        """Kill -9, and start again as a supervisor would."""
        async with self.starting:
            self.kills += 1
            self.stop()
            await self.start()

    def headers(self, phone: SimPhone, at: datetime) -> dict[str, str]:
        """Who asks, and what time it is."""
        clock.held_at = at
        roles = frozenset({Role.CITIZEN, Role.VOLUNTEER})
        who = Principal(person_id=phone.walker.person_id, session_id=uuid7(), roles=roles, demo=True)
        return {
            "Authorization": f"Bearer {sign_access(self.settings, who)}",
            "X-Now": at.isoformat(),
            "Content-Type": "application/json",
        }

    async def upload(
        self, phone: SimPhone, body: dict[str, Any], at: datetime, *, cut: bool
    ) -> dict[str, Any] | None:
        """Over the wire; nothing comes back from a server that dies."""
        raw = msgspec.json.encode(body)
        with contextlib.suppress(httpx.HTTPError):
            answer = await self.http.post(
                "/v1/outreach/sync",
                content=raw[: len(raw) // 2] if cut else raw,
                headers=self.headers(phone, at),
            )
            if answer.status_code == httpx.codes.OK:
                found: dict[str, Any] = answer.json()
                return found
            if not cut and answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                raise RuntimeError(answer.text)
        return None

    async def pull(self, phone: SimPhone, at: datetime, cursor: str | None) -> dict[str, Any] | None:
        """A page of the area, over the wire."""
        params = {"cursor": cursor} if cursor else {}
        with contextlib.suppress(httpx.HTTPError):
            answer = await self.http.get("/v1/outreach/pull", params=params, headers=self.headers(phone, at))
            if answer.status_code == httpx.codes.OK:
                found: dict[str, Any] = answer.json()
                return found
        return None


def principal(phone: SimPhone) -> Principal:
    """The volunteer, or who was one."""
    teams: tuple[UUID, ...] = () if phone.removed else (phone.walker.team_id,)
    return msgspec.structs.replace(phone.walker.principal, team_ids=teams)
