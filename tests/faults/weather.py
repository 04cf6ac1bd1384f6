"""A weather burst: field reports and calls for help pour in while a worker dies and the queue restarts, wiped.

`python -m tests.faults.weather [minutes] [reports] [sos]` (10 3000 300) prints one JSON line and fails when the bar
is not met. Everybody behaves as phones do: what was not answered is sent again under the same id, photos go on from
where they broke off, calls for help come by data and as a text message. What came of it is counted from the
phones' side: every answer they got against the tables, the board of the command post and everybody's inbox.
"""

import asyncio
import contextlib
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import asyncpg
import httpx
import msgspec

from api.dossiers.actions.keys import create_key
from api.dossiers.contracts.integration import KeyScope
from api.identity.store import insert_session
from api.kit.clock import now
from api.kit.db import Connection, prepare_connection
from api.kit.settings import Settings
from tests.faults.storm import DURABLE, SECRET, storm
from tests.faults.weather_counts import compared, holds
from tests.faults.weather_phones import Burst, schedule
from tests.given.cluster import test_server
from tests.given.dossiers import SystemKey, given_person
from tests.given.reports import demo_province, officer

PEOPLE = 100
LIMIT_MS = 1000
LEFT = """
select (select count(*) from outbox_event where done_at is null) as events,
       (select count(*) from message where planned_at is null) as unplanned
"""
UNDER_WAY = "select count(*) from outbox_event where done_at is null"
KEPT = {
    "reports": "select id::text as id from report",
    "photos": "select report_id || ' ' || sha256 as name, state from photo",
    "calls": "select c.id::text as id, i.number, c.sends from rescue_call c join rescue_incident i on i.id = c.incident_id",
    "done": "select kind, (extract(epoch from done_at - emitted_at) * 1000)::float8 as ms from outbox_event where done_at is not null",
}
COMMAND = """
with told as (
    select right(dedupe_key, 2) as minute from message where person_id = $1 and dedupe_key like 'sos:%'
), event as (
    select e.id, e.done_at, (select count(*) from outbox_job j where j.event_id = e.id) as jobs
    from outbox_event e where e.kind = 'sos_received'
)
select (select count(*) from told) as told,
    (select count(*) - count(distinct minute) from told) as told_twice,
    (select count(*) from event where jobs <> 1) as worked_not_once,
    (select count(*) from event where not exists (
        select from told
        where minute in (to_char(done_at, 'MI'), to_char(done_at + interval '5 seconds', 'MI'))
    )) as untold,
    (select count(*) from rescue_incident i where 1 <> (
        select count(*) from rescue_step s where s.incident_id = i.id and s.action = 'open'
    ) or 1 <> (
        select count(*) from outbox_event e
        where e.kind = 'sos_received' and convert_from(e.payload, 'UTF8')::jsonb ->> 'incident_id' = i.id::text
    )) as opened_not_once
"""
"""One notice a minute to each person is what is meant (api/rescue): every call's work falls into a minute that was told.

A run is shorter than an hour, and the workers' clock is moved by whole hours: the minute says which.
"""


class Breakable(Protocol):
    """What has workers and a queue to kill."""

    async def kill(self, target: str) -> None:
        """Kill -9, and start again."""


async def break_things(one: Breakable, connection: Connection, seconds: float) -> dict[str, int]:
    """A worker is killed at a third of the time, the queue is killed and wiped at half, another worker at two thirds.

    Each while something is under way; how much there was.
    """
    caught: dict[str, int] = {}
    for target in ("worker-0", "queue", "worker-1"):
        await asyncio.sleep(seconds / (3 if target == "worker-0" else 6))
        for _ in range(200):
            if caught.setdefault(target, 0):
                break
            caught[target] = await connection.fetchval(UNDER_WAY)
            await asyncio.sleep(0.002)
        await one.kill(target)
    return caught


async def settle(connection: Connection, seconds: float) -> dict[str, int]:
    """What is left to do when nothing moves any more, or time is up; nothing is hurried."""
    until, left = time.monotonic() + seconds, {"events": -1}
    while time.monotonic() < until and any(left.values()):
        left = dict((await connection.fetch(LEFT))[0])
        await asyncio.sleep(0.3)
    return left


async def phones(
    connection: Connection, http: httpx.AsyncClient, settings: Settings, people: int, **more: Any
) -> Burst:
    """So many people of the demo province, an officer who has proven a second factor, and an SMS gateway."""
    who, at = officer(), now()
    async with connection.transaction():
        await demo_province(connection)
        await insert_session(
            connection,
            who.session_id,
            person_id=who.person_id,
            way="zalo",
            device="",
            demo=False,
            at=at,
            until=at + timedelta(days=1),
            second_factor_at=at,
        )
        persons = [await given_person(connection) for _ in range(people)]
        made = await create_key(
            connection, system="sms", name="sms", settings=settings, scopes=[KeyScope.SOS]
        )
    return Burst(http, settings, persons, who, SystemKey(made), **more)


async def judged(
    connection: Connection, burst: Burst, left: dict[str, int], *, limit_ms: float = LIMIT_MS
) -> dict[str, Any]:
    """What the phones noted against what is kept, and what of it is not as it must be."""
    kept = {name: await connection.fetch(query) for name, query in KEPT.items()}
    kept["command"] = await connection.fetch(COMMAND, burst.officer.person_id)
    found = {
        "limit": limit_ms,
        **compared(burst.sent, burst.seen, kept),
        "looks": burst.seen.looks,
        "answers_not_taken": dict(burst.refused),
        "left": left,
    }
    return {**found, "wrong": holds(found)}


async def run(url: str, folder: Path, *, minutes: float, reports: int, sos: int) -> dict[str, Any]:
    """The burst, and what came of it."""
    settings = Settings(database_url=url, secret_key=SECRET)
    connection = await asyncpg.connect(url)
    await prepare_connection(connection)
    await connection.execute(DURABLE.format(await connection.fetchval("select current_database()")))
    seconds = minutes * 60
    # Phones come from addresses of their own, as a proxy in front tells them.
    async with storm(url, folder, "http://127.0.0.1:9/none", TRUSTED_PROXIES="1") as one:
        limits = httpx.Limits(max_connections=200)
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{one.port}", timeout=15, limits=limits
        ) as http:
            await answering(http)
            burst = await phones(connection, http, settings, PEOPLE)
            watching = asyncio.create_task(burst.watch())
            breaking = asyncio.create_task(break_things(one, connection, seconds))
            await burst.pour(schedule(seconds, reports, sos))
            caught = await breaking
            left = await settle(connection, 60 + reports / 20)
            watching.cancel()
            await burst.look({})
            await burst.read_inboxes()
    found = await judged(connection, burst, left)
    await connection.close()
    return {
        "bench": "weather",
        "value": found["sos_ms"]["p95"],
        "unit": "ms to the answer of an SOS, p95",
        "minutes": minutes,
        **found,
        "kills": one.kills,
        "under_way_when_killed": caught,
    }


async def answering(http: httpx.AsyncClient) -> None:
    """Wait until the API answers."""
    for _ in range(200):
        with contextlib.suppress(httpx.HTTPError):
            if (await http.get("/healthz")).status_code == 200:
                return
        await asyncio.sleep(0.1)
    raise TimeoutError


def main(minutes: float, reports: int, sos: int) -> None:
    """One JSON line; no success when anything is not as it must be."""
    with test_server() as server, tempfile.TemporaryDirectory() as folder:
        url = server.url(asyncio.run(server.clone()))
        line = asyncio.run(run(url, Path(folder), minutes=minutes, reports=reports, sos=sos))
    sys.stdout.write(msgspec.json.encode(line).decode() + "\n")
    raise SystemExit(bool(line["wrong"]))


if __name__ == "__main__":
    given = [float(word) for word in sys.argv[1:]] + [10.0, 3000.0, 300.0][len(sys.argv) - 1 :]
    main(given[0], int(given[1]), int(given[2]))
