"""SQL of consents: every decision is a new row."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from api.consents.contracts import Purpose
from api.kit.db import Connection, fetch_all

LIST_DECISIONS = """
select purpose, granted, text_version, decided_at from consent_now where person_id = $1
"""


class Decision(Struct, frozen=True, kw_only=True):
    """What a person last decided about a purpose."""

    purpose: Purpose
    granted: bool
    text_version: str
    decided_at: datetime


async def list_decisions(db: Connection, *, seen_by: UUID) -> list[Decision]:
    """The last decision of each purpose; none for what was never decided."""
    return await fetch_all(db, LIST_DECISIONS, seen_by, into=Decision)


INSERT_DECISION = """
insert into consent (person_id, purpose, granted, text_version, session_id, decided_at)
values ($1, $2, $3, $4, $5, $6)
"""


async def insert_decision(
    tx: Connection,
    person_id: UUID,
    *,
    purpose: str,
    granted: bool,
    text_version: str,
    session_id: UUID,
    at: datetime,
) -> None:
    """Keep a decision, with the sentence it was about and the session it came from."""
    await tx.execute(INSERT_DECISION, person_id, purpose, granted, text_version, session_id, at)


WITHDRAW_ALL = """
insert into consent (person_id, purpose, granted, text_version, decided_at)
select person_id, purpose, false, text_version, $2 from consent_now where person_id = $1 and granted
"""


async def withdraw_all(tx: Connection, person_id: UUID, at: datetime) -> None:
    """A no to every purpose that had a yes; the yes stays in the record."""
    await tx.execute(WITHDRAW_ALL, person_id, at)
