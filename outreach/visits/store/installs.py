"""SQL of installations: letting one upload in, and what is known of a phone."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_one
from outreach.visits.contracts import Known, SyncBatch
from outreach.visits.rules.timing import Contact

OPEN = """
select reached, head, state, state_at, state_reason, wipe, before_offset, before_at, before_seq, missing,
    event_id, sha256, reason_code, held
from visit_open($1, $2, $3, $4, $5::bigint[], $6::text[], $7::uuid[], $8, $9, $10, $11, $12)
"""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A phone at the door: how far it is covered, how it stands, and which of its events the log holds."""

    reached: int
    head: bytes
    state: str
    """`stranger`: the key is not this installation's, and nothing was taken."""
    state_at: datetime | None
    reason: str | None
    wipe: bool
    before: Contact | None
    missing: list[tuple[int, int]]
    known: dict[UUID, Known]


async def open_upload(
    tx: Connection,
    batch: SyncBatch,
    *,
    person_id: UUID,
    at: datetime,
    offset: timedelta,
    numbered: Sequence[tuple[int, str]],
    events: Sequence[UUID],
    key: bytes | None,
) -> Opened:
    """Let one upload of a phone in at a time and take charge of its numbers (each with its event's name)."""
    rows = await tx.fetch(
        OPEN,
        batch.install_id,
        person_id,
        at,
        offset,
        [seq for seq, _ in numbered],
        [name for _, name in numbered],
        events,
        key,
        batch.last_seq,
        batch.pending,
        batch.app_version,
        batch.wiped,
    )
    first = rows[0]
    before = None
    if first["before_at"] is not None:
        before = Contact(at=first["before_at"], offset=first["before_offset"], seq=first["before_seq"])
    return Opened(
        reached=first["reached"],
        head=first["head"],
        state=first["state"],
        state_at=first["state_at"],
        reason=first["state_reason"],
        wipe=first["wipe"],
        before=before,
        missing=[(gap.lower, gap.upper - 1) for gap in first["missing"]],
        known={
            row["event_id"]: Known(row["event_id"], row["sha256"], row["reason_code"], row["held"])
            for row in rows
            if row["event_id"] is not None
        },
    )


FIND_SIGNER = """
select person_id, public_key, clock_offset from visit_install where install_id = $1 and public_key is not null
"""


class Signer(msgspec.Struct, frozen=True, kw_only=True):
    """A phone that has shown its key: whose it is, and how wrong its clock was when it was last here."""

    person_id: UUID
    public_key: bytes
    clock_offset: timedelta


async def find_signer(db: Connection, install_id: UUID) -> Signer | None:
    """The phone of this number, if it can be told from others."""
    return await fetch_one(db, FIND_SIGNER, install_id, into=Signer)


MARK_CLONED = """
update visit_install set state = 'cloned', state_at = $2 where install_id = $1 and state = 'active'
"""


async def mark_cloned(tx: Connection, install_id: UUID, *, at: datetime) -> None:
    """Two phones use one number: both are told to take another."""
    await tx.execute(MARK_CLONED, install_id, at)


WAS_MEMBER = """
select exists (select from team_member where person_id = $1)
"""


async def was_member(db: Connection, person_id: UUID) -> bool:
    """Whether somebody walks or ever walked for a team."""
    found: bool = await db.fetchval(WAS_MEMBER, person_id)
    return found


FIND_NUMBERED = """
select 'household' as kind, no, id from household where no = any($1::bigint[])
union all
select 'adult', no, id from adult where no = any($2::bigint[])
"""


async def find_numbered(
    tx: Connection, *, homes: Iterable[int], adults: Iterable[int]
) -> tuple[dict[int, UUID], dict[int, UUID]]:
    """The ids of households and adults by their short numbers; numbers of nobody are left out."""
    most = 2**63
    found: tuple[dict[int, UUID], dict[int, UUID]] = ({}, {})
    asked = [[number for number in numbers if 0 < number < most] for numbers in (homes, adults)]
    for row in await tx.fetch(FIND_NUMBERED, *asked):
        found[row["kind"] == "adult"][row["no"]] = row["id"]
    return found
