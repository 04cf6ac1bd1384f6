"""A weather burst: field reports and calls for help pour in while a worker dies and the queue restarts, wiped.

`python -m tests.faults.weather [minutes] [reports] [sos]` (10 3000 300) prints one JSON line. Everybody behaves as
phones do: what was not answered is sent again under the same id, calls for help by data and as a text message.
"""

import asyncio
import contextlib
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import msgspec

from api.dossiers.actions.keys import create_key
from api.dossiers.contracts.integration import KeyScope
from api.kit.db import prepare_connection
from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tokens import sign_access
from api.rescue.rules.texting import encoded
from tests.faults.storm import AWAY, DURABLE, SECRET, Storm, storm
from tests.given.cluster import test_server
from tests.given.dossiers import SystemKey, given_person
from tests.given.reports import demo_province, report_body
from tests.given.rescue import sos_body

PEOPLE = 100
LEFT = """
select (select count(*) from outbox_event where done_at is null) as events,
       (select count(*) from message where planned_at is null) as unplanned
"""
KEPT_REPORTS = "select id::text as id, (select count(*) from message m where m.link = '#/p/' || r.id) as told from report r"
KEPT_CALLS = "select c.id::text as id, i.number, c.sends from rescue_call c join rescue_incident i on i.id = c.incident_id"
TOLD = """
select (extract(epoch from done_at - emitted_at) * 1000)::float8 as ms from outbox_event where kind = 'sos_received'
"""
DUE_NOW = (
    "update outbox_event set send_at = now() where done_at is null and send_at > now() + interval '2 seconds'"
)


class Due(msgspec.Struct, frozen=True, order=True):
    """Something somebody sends at a second of the burst."""

    at: float
    kind: str
    number: int


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody got for what they sent: how long from the first try to the answer, and its short number."""

    id: str
    kind: str
    ms: float
    number: int | None = None


def schedule(seconds: float, reports: int, sos: int, *, seed: int = 2025) -> list[Due]:
    """Who sends when: at random, three times as dense in the middle third."""
    dice = random.Random(seed)
    moments = sorted(
        dice.choice((dice.random(), 1 / 3 + dice.random() / 3)) * seconds for _ in range(reports + sos)
    )
    kinds = ["report"] * reports + ["sos"] * sos
    dice.shuffle(kinds)
    return [Due(at, kind, number) for number, (at, kind) in enumerate(zip(moments, kinds, strict=True))]


def ledger(sent: Sequence[str], kept: Sequence[str]) -> dict[str, int]:
    """What was answered and is not there, what is there twice, what is there though nobody sent it."""
    times = Counter(kept)
    return {
        "sent": len(sent),
        "kept": len(kept),
        "lost": len(set(sent) - times.keys()),
        "doubled": sum(count - 1 for count in times.values()),
        "invented": len(times.keys() - set(sent)),
    }


def spread(values: Sequence[float]) -> dict[str, float]:
    """p50, p95 and the worst, in ms."""
    if len(values) < 2:
        return {"p50": 0.0, "p95": 0.0, "max": max(values, default=0.0)}
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1), "max": round(max(values), 1)}


class Burst:
    """The phones of one run."""

    def __init__(
        self, http: httpx.AsyncClient, settings: Settings, people: Sequence[Any], key: SystemKey
    ) -> None:
        self.http, self.key = http, key
        self.tokens = [
            {"Authorization": f"Bearer {sign_access(settings, Principal(person_id=one, session_id=uuid7()))}"}
            for one in people
        ]
        self.sent: list[Sent] = []
        self.refused: Counter[int] = Counter()

    async def until_answered(self, path: str, body: dict[str, Any], **more: Any) -> dict[str, Any]:
        """What the server says in the end; the same again after every failure."""
        while True:
            with contextlib.suppress(httpx.HTTPError):
                answer = await self.http.post(path, json=body, **more)
                if answer.status_code in (200, 201):
                    told: dict[str, Any] = answer.json()
                    return told
                self.refused[answer.status_code] += 1
                if answer.status_code < 500:
                    raise RuntimeError(answer.text)
            await asyncio.sleep(0.3)

    async def report(self, number: int) -> None:
        """A field report; every seventh phone never saw the answer and sends it again."""
        body = report_body(description=f"Đèn tắt, cột số {number}", lat=16.40 + number % 997 / 10_000)
        headers = self.tokens[number % len(self.tokens)]
        begun = time.perf_counter()
        await self.until_answered("/v1/reports", body, headers=headers)
        self.sent.append(Sent(id=body["id"], kind="report", ms=(time.perf_counter() - begun) * 1000))
        if number % 7 == 0:
            await self.until_answered("/v1/reports", body, headers=headers)

    async def sos(self, number: int) -> None:
        """A call for help; every third phone repeats it, every fifth as a text message too."""
        identity = uuid7()
        # One house every 1.5 km: nothing here is one incident but what is sent twice.
        place = {"lat": 8.5 + number % 900 / 70, "lon": 105.0 + number // 900 / 10}
        phone = f"0912{number:06}"
        body = sos_body(id=identity.hex, phone=phone, **place)
        begun = time.perf_counter()
        told = await self.until_answered("/v1/sos", body)
        self.sent.append(
            Sent(id=str(identity), kind="sos", ms=(time.perf_counter() - begun) * 1000, number=told["number"])
        )
        if number % 3 == 0:
            await self.until_answered("/v1/sos", body)
        if number % 5 == 0:
            sms = {
                "sms_id": f"s{number}",
                "sender": phone,
                "text": f"SOS #{encoded(identity)} 5 nguoi, nuoc len mai nha",
            }
            again = await self.until_answered("/v1/integration/sos/sms", sms, auth=self.key)
            assert again["number"] == told["number"]

    async def pour(self, plan: Sequence[Due]) -> None:
        """Send everything in its second, whoever still waits for an answer."""
        begun, tasks = time.monotonic(), []
        for due in plan:
            await asyncio.sleep(max(0.0, begun + due.at - time.monotonic()))
            tasks.append(asyncio.create_task(getattr(self, due.kind)(due.number)))
        await asyncio.gather(*tasks)


async def break_things(one: Storm, seconds: float) -> None:
    """A worker is killed at a third of the time, the queue is killed and wiped at half, another worker at two thirds."""
    for target in ("worker-0", "queue", "worker-1"):
        await asyncio.sleep(seconds / (3 if target == "worker-0" else 6))
        await one.kill(target)


async def settle(url: str, seconds: float) -> dict[str, int]:
    """What is left to do when nothing moves any more, or time is up."""
    until, left = time.monotonic() + seconds, {"events": -1}
    while time.monotonic() < until and any(left.values()):
        with contextlib.suppress(*AWAY):
            connection = await asyncpg.connect(url)
            await connection.execute(DUE_NOW)
            left = dict((await connection.fetch(LEFT))[0])
            await connection.close()
        await asyncio.sleep(0.3)
    return left


async def run(url: str, folder: Path, *, minutes: float, reports: int, sos: int) -> dict[str, Any]:
    """The burst, and what came of it."""
    settings = Settings(database_url=url, secret_key=SECRET)
    connection = await asyncpg.connect(url)
    await prepare_connection(connection)
    await connection.execute(DURABLE.format(await connection.fetchval("select current_database()")))
    async with connection.transaction():
        await demo_province(connection)
        people = [await given_person(connection) for _ in range(PEOPLE)]
        key = SystemKey(
            await create_key(connection, system="sms", name="sms", settings=settings, scopes=[KeyScope.SOS])
        )
    seconds = minutes * 60
    async with storm(url, folder, "http://127.0.0.1:9/none") as one:
        limits = httpx.Limits(max_connections=200)
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{one.port}", timeout=15, limits=limits
        ) as http:
            await answering(http)
            burst = Burst(http, settings, people, key)
            breaking = asyncio.create_task(break_things(one, seconds))
            await burst.pour(schedule(seconds, reports, sos))
            await breaking
        left = await settle(url, 60 + reports / 20)
        kept_reports = await connection.fetch(KEPT_REPORTS)
        kept_calls = await connection.fetch(KEPT_CALLS)
        told_ms = [row["ms"] for row in await connection.fetch(TOLD)]
    await connection.close()
    numbers = {row["id"]: row["number"] for row in kept_calls}
    by_kind = {kind: [one for one in burst.sent if one.kind == kind] for kind in ("report", "sos")}
    return {
        "bench": "weather",
        "value": spread([one.ms for one in by_kind["sos"]])["p95"],
        "unit": "ms to the answer of an SOS, p95",
        "limit": 1000,
        "minutes": minutes,
        "reports": ledger([one.id for one in by_kind["report"]], [row["id"] for row in kept_reports])
        | {"told_not_once": sum(row["told"] != 1 for row in kept_reports)},
        "sos": ledger([one.id for one in by_kind["sos"]], list(numbers))
        | {"other_number": sum(numbers.get(one.id) != one.number for one in by_kind["sos"])}
        | {"came_again": sum(row["sends"] - 1 for row in kept_calls)},
        "sos_ms": spread([one.ms for one in by_kind["sos"]]),
        "report_ms": spread([one.ms for one in by_kind["report"]]),
        "command_told_ms": spread(told_ms),
        "answers_not_taken": dict(burst.refused),
        "left": left,
        "kills": one.kills,
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
    """One JSON line."""
    with test_server() as server, tempfile.TemporaryDirectory() as folder:
        url = server.url(asyncio.run(server.clone()))
        line = asyncio.run(run(url, Path(folder), minutes=minutes, reports=reports, sos=sos))
    sys.stdout.write(msgspec.json.encode(line).decode() + "\n")


if __name__ == "__main__":
    given = [float(word) for word in sys.argv[1:]] + [10.0, 3000.0, 300.0][len(sys.argv) - 1 :]
    main(given[0], int(given[1]), int(given[2]))
