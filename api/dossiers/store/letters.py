"""Letters kept with a dossier, and the names they use."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.rules.letters import Names
from api.kit.db import Connection, fetch_all

LIST_NAMES = """
select d.id, d.code, coalesce(p.name, d.procedure_name, d.procedure_code) as procedure,
    coalesce(a.name, d.agency_name) as agency
from dossier d
left join procedure p on p.code = d.procedure_code
left join agency a on a.code = d.agency_code
where d.id = any($1::uuid[])
"""
INSERT_LETTERS = """
insert into dossier_letter (id, dossier_id, dossier_event_id, kind, title, body, made_at)
select id, dossier_id, dossier_event_id, 'apology', $4, body, $6
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $5::text[]) as new (id, dossier_id, dossier_event_id, body)
on conflict (dossier_event_id, kind) do nothing
"""
LIST_LETTERS = """
select dossier_id, title, body, made_at from dossier_letter
where dossier_id = any($1::uuid[])
order by made_at, id
"""


class NamesRow(Names, frozen=True, kw_only=True):
    """The names of one dossier."""

    id: UUID


class LetterRow(msgspec.Struct, frozen=True, kw_only=True):
    """A letter as it is kept."""

    dossier_id: UUID
    title: str
    body: str
    made_at: datetime


class NewLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter to keep, of one event."""

    id: UUID
    dossier_id: UUID
    event_id: UUID
    body: str


async def list_names(connection: Connection, dossier_ids: Sequence[UUID]) -> dict[UUID, Names]:
    """What letters call these dossiers."""
    return {row.id: row for row in await fetch_all(connection, LIST_NAMES, list(dossier_ids), into=NamesRow)}


async def insert_letters(tx: Connection, letters: Sequence[NewLetter], *, title: str, at: datetime) -> None:
    """Keep the letters, each once for its event."""
    await tx.execute(
        INSERT_LETTERS,
        [one.id for one in letters],
        [one.dossier_id for one in letters],
        [one.event_id for one in letters],
        title,
        [one.body for one in letters],
        at,
    )


async def list_letters(connection: Connection, dossier_ids: Sequence[UUID]) -> list[LetterRow]:
    """The letters of these dossiers, the oldest first."""
    return await fetch_all(connection, LIST_LETTERS, list(dossier_ids), into=LetterRow)
