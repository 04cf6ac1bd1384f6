"""The systems we ask: cursors, patience, and what could not be taken."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from api.dossiers.contracts.integration import ItemResult
from api.dossiers.contracts.sources import PulledSource, Refusal, SourceSettings
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.patience import Health

PUT_SOURCE = """
insert into integration_pull as s (system, url, every_seconds, active, next_at, created_at)
values ($1, $2, $3, $4, $5, $5)
on conflict (system) do update set url = excluded.url, every_seconds = excluded.every_seconds,
    active = excluded.active, next_at = $5, failures = 0, open_until = null, last_error = null,
    cursor = case when s.url = excluded.url then s.cursor end
"""
DELETE_SOURCE = """
delete from integration_pull where system = $1 returning system
"""
LIST_SOURCES = """
select system, url, active, every_seconds, cursor, next_at, failures,
    case when open_until is null then 'closed' when open_until > $1 then 'open' else 'half_open' end as circuit,
    last_ok_at, last_error, taken
from integration_pull order by system
"""
CLAIM_DUE = """
update integration_pull set next_at = $2
where system in (
    select system from integration_pull where active and next_at <= $1
    order by next_at limit $3 for update skip locked)
returning system, url, every_seconds, cursor, failures, open_until, demo
"""
HOLD_SOURCE = """
select system, url, every_seconds, cursor, failures, open_until, demo
from integration_pull where system = $1 and active for update
"""
NOTE_SUCCESS = """
update integration_pull set cursor = coalesce($2, cursor), taken = taken + $3, last_ok_at = $4, next_at = $5,
    failures = 0, open_until = null, last_error = null
where system = $1
"""
NOTE_FAILURE = """
update integration_pull set failures = $2, open_until = $3, next_at = $4, last_error = $5 where system = $1
"""
INSERT_REFUSALS = """
insert into integration_refusal (system, code, event_id, problem, detail, refused_at)
select $1, new.*, $2
from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as new (code, event_id, problem, detail)
"""
LIST_REFUSALS = """
select id, code, event_id, problem, detail, refused_at
from integration_refusal where system = $1 and ($2::bigint is null or id < $2)
order by id desc limit $3
"""
DROP_REFUSALS = """
delete from integration_refusal where refused_at < $1
"""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A system to ask now."""

    system: str
    url: str
    every_seconds: int
    cursor: str | None
    failures: int
    open_until: datetime | None
    demo: bool

    @property
    def health(self) -> Health:
        """How it fared so far."""
        return Health(failures=self.failures, open_until=self.open_until)


async def put_source(tx: Connection, system: str, given: SourceSettings, *, at: datetime) -> None:
    """Write where to ask; another address starts from the beginning, and what was wrong is forgotten."""
    await tx.execute(PUT_SOURCE, system, given.url, given.every_seconds, given.active, at)


async def delete_source(tx: Connection, system: str) -> bool:
    """Ask it no more; False when it was not asked."""
    return await tx.fetchval(DELETE_SOURCE, system) is not None


async def list_sources(connection: Connection, *, at: datetime) -> list[PulledSource]:
    """All systems we ask."""
    return await fetch_all(connection, LIST_SOURCES, at, into=PulledSource)


async def claim_due(tx: Connection, *, at: datetime, until: datetime, limit: int) -> list[Claim]:
    """The systems to ask now, ours until then even if we die."""
    return await fetch_all(tx, CLAIM_DUE, at, until, limit, into=Claim)


async def hold_source(tx: Connection, system: str) -> Claim | None:
    """The system as it is now, locked; None when it was taken away or switched off meanwhile."""
    return await fetch_one(tx, HOLD_SOURCE, system, into=Claim)


async def note_success(
    tx: Connection, system: str, *, cursor: str | None, taken: int, at: datetime, next_at: datetime
) -> None:
    """The cursor moves; what was wrong is over."""
    await tx.execute(NOTE_SUCCESS, system, cursor, taken, at, next_at)


async def note_failure(tx: Connection, system: str, health: Health, *, next_at: datetime, error: str) -> None:
    """Why, how often in a row, and when to ask again."""
    await tx.execute(NOTE_FAILURE, system, health.failures, health.open_until, next_at, error)


async def insert_refusals(
    tx: Connection, system: str, refused: Sequence[ItemResult], *, at: datetime
) -> None:
    """Keep what could not be taken."""
    if refused:
        await tx.execute(
            INSERT_REFUSALS,
            system,
            at,
            [one.code for one in refused],
            [one.event_id for one in refused],
            [one.problem or "" for one in refused],
            [one.detail or "" for one in refused],
        )


async def list_refusals(
    connection: Connection, system: str, *, before: int | None, limit: int
) -> list[Refusal]:
    """What could not be taken, the newest first."""
    return await fetch_all(connection, LIST_REFUSALS, system, before, limit, into=Refusal)


async def drop_refusals(tx: Connection, *, before: datetime) -> None:
    """Forget old refusals."""
    await tx.execute(DROP_REFUSALS, before)
