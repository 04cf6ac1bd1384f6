"""SQL of a reporter who has themselves removed: what led to them goes, the case and a tombstone stay."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection

DELETE_REPORTER = """
delete from report_reporter where report_id = $1
"""
DELETE_BOX = """
delete from report_box where report_id = $1
"""
SET_ANONYMOUS = """
update report set anonymous = true, description = $2, rating_comment = $3, sent_at = null where id = $1
"""
LIST_WORDS = """
select r.description, r.rating_comment from report r where r.id = $1
"""
LIST_NOTES = """
select id, note from report_step where report_id = $1 and by = 'reporter' and note is not null
"""
SET_NOTES = """
update report_step t set note = given.note
from unnest($1::bigint[], $2::text[]) as given(id, note) where t.id = given.id
"""
LIST_COMMENTS = """
select id, comment from report_rating where report_id = $1 and comment is not null
"""
SET_COMMENTS = """
update report_rating t set comment = given.comment
from unnest($1::bigint[], $2::text[]) as given(id, comment) where t.id = given.id
"""
INSERT_ERASURE = """
insert into report_erasure (report_id, erased_at, by) values ($1, $2, $3) on conflict do nothing returning report_id
"""


async def insert_erasure(tx: Connection, report_id: UUID, *, by: str, at: datetime) -> bool:
    """The tombstone; False when there was one."""
    return await tx.fetchval(INSERT_ERASURE, report_id, at, by) is not None


async def delete_reporter(tx: Connection, report_id: UUID) -> None:
    """Who sent it, in the open or in the box."""
    await tx.execute(DELETE_REPORTER, report_id)
    await tx.execute(DELETE_BOX, report_id)


async def list_words(tx: Connection, report_id: UUID) -> tuple[str | None, str | None]:
    """What the reporter wrote: the matter, and the words of the verdict."""
    row = await tx.fetchrow(LIST_WORDS, report_id)
    return (row["description"], row["rating_comment"]) if row else (None, None)


async def set_anonymous(
    tx: Connection, report_id: UUID, description: str | None, comment: str | None
) -> None:
    """The case without a sender, in words without numbers."""
    await tx.execute(SET_ANONYMOUS, report_id, description, comment)


async def list_notes(tx: Connection, report_id: UUID) -> dict[int, str]:
    """What the reporter wrote into the timeline."""
    return {row["id"]: row["note"] for row in await tx.fetch(LIST_NOTES, report_id)}


async def set_notes(tx: Connection, notes: dict[int, str]) -> None:
    """Other words at the same places."""
    await tx.execute(SET_NOTES, list(notes), list(notes.values()))


async def list_comments(tx: Connection, report_id: UUID) -> dict[int, str]:
    """What the reporter said with each verdict."""
    return {row["id"]: row["comment"] for row in await tx.fetch(LIST_COMMENTS, report_id)}


async def set_comments(tx: Connection, comments: dict[int, str]) -> None:
    """Other words with the same verdicts."""
    await tx.execute(SET_COMMENTS, list(comments), list(comments.values()))
