"""The limit: the same four answers from bare asyncpg, or the bare search, behind a bare ASGI function.

No routing, no sign-in, no validation beyond decoding, no transaction bookkeeping: what a request
cannot cost less than with this driver, this database and Python.
"""

import os
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeAlias
from urllib.parse import parse_qs
from uuid import UUID

import msgspec

from api.kit.db import Connection, Pool, open_pool
from api.procedures.actions import finding
from api.procedures.contracts import Found
from api.procedures.rules.shelf import Shelf

Scope: TypeAlias = dict[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[dict[str, Any]]]
Send: TypeAlias = Callable[[dict[str, Any]], Awaitable[None]]
Answer: TypeAlias = Callable[[Connection, Any, dict[str, list[str]]], Awaitable[object]]

SHELF: list[Shelf] = []
SUBMIT = """
insert into peer.report (id, category_code, description, lat, lon, accuracy_m, commune_code, happened_at, state)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'received')
on conflict (id) do nothing
returning received_at
"""
SYNC = """
insert into peer.visit (id, household_id, commune_code, result, started_at, ended_at)
select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
on conflict (id) do nothing
returning id
"""
SYNC_ADULTS = """
insert into peer.adult_visit (visit_id, adult_id, knows, can)
select * from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::boolean[])
"""
COVERAGE = """
select u.code, u.full_name, t.* from coverage_total t join admin_unit u on u.id = t.commune_id
"""


class Adult(msgspec.Struct):
    """One adult of a visit."""

    adult_id: UUID
    knows: bool | None = None
    can: bool | None = None


class Visit(msgspec.Struct):
    """One visit of a batch."""

    id: UUID
    household_id: UUID
    commune_code: str
    result: str
    started_at: Any
    ended_at: Any
    adults: list[Adult] = []


def search(query: dict[str, list[str]]) -> Found:
    """The same search over the same edition; no level, no cursor, no validation."""
    return Found(items=SHELF[0].search(query["q"][0], level=None, limit=int(query["limit"][0])))


async def submit(db: Connection, data: Any, _: dict[str, list[str]]) -> object:
    """One durable insert."""
    happened_at = datetime.fromisoformat(data["happened_at"])
    received = await db.fetchval(
        SUBMIT, UUID(data["id"]), data["category_code"], data.get("description"), data["lat"], data["lon"],
        data.get("accuracy_m"), data["commune_code"], happened_at,
    )  # fmt: skip
    return {"id": data["id"], "received_at": received}


async def sync(db: Connection, data: Any, _: dict[str, list[str]]) -> object:
    """Two unnests in one transaction."""
    visits = msgspec.convert(data, list[Visit])
    moments = [(datetime.fromisoformat(v.started_at), datetime.fromisoformat(v.ended_at)) for v in visits]
    adults = [(visit.id, adult) for visit in visits for adult in visit.adults]
    async with db.transaction():
        done = await db.fetch(
            SYNC, [v.id for v in visits], [v.household_id for v in visits], [v.commune_code for v in visits],
            [v.result for v in visits], [start for start, _ in moments], [end for _, end in moments],
        )  # fmt: skip
        await db.execute(
            SYNC_ADULTS, [visit for visit, _ in adults], [adult.adult_id for _, adult in adults],
            [adult.knows for _, adult in adults], [adult.can for _, adult in adults],
        )  # fmt: skip
    return [{"event_id": row["id"], "status": "accepted"} for row in done]


async def coverage(db: Connection, _: Any, __: dict[str, list[str]]) -> object:
    """The running totals as they stand."""
    return [dict(row) for row in await db.fetch(COVERAGE)]


ANSWERS: dict[str, tuple[int, Answer]] = {
    "/v1/reports": (201, submit),
    "/v1/outreach/sync": (201, sync),
    "/v1/outreach/coverage": (200, coverage),
}
POOL: list[Pool] = []


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """One path, one answer."""
    if scope["type"] == "lifespan":
        await receive()
        POOL.append(await open_pool(os.environ["PEER_DATABASE_URL"], size=10))
        async with POOL[0].acquire() as db:
            SHELF.append((await finding.build(db, "limit"))[0])
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await POOL[0].close()
        await send({"type": "lifespan.shutdown.complete"})
        return
    body, more = b"", scope["method"] != "GET"
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    query = parse_qs(scope["query_string"].decode())
    if scope["path"] == "/v1/procedures":
        status, payload = 200, msgspec.json.encode(search(query))
    else:
        status, answer = ANSWERS.get(scope["path"], (200, coverage))
        data = msgspec.json.decode(body) if body else None
        async with POOL[0].acquire() as db:
            payload = msgspec.json.encode(await answer(db, data, query))
    head = [(b"content-type", b"application/json"), (b"content-length", str(len(payload)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": payload})
