"""SQL of editions: the files that were taken in, how procedures stand, what each edition changed."""

import gzip
from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec

from api.kit.clock import now
from api.kit.db import Connection, fetch_all, fetch_one
from api.procedures.rules.changes import Changed, Standing

FIND_NEWEST = """
select id, kind, as_of, source, sha256, content
from procedure_edition where kind = $1 order by as_of desc, id desc limit 1
"""
PUT_EDITION = """
insert into procedure_edition (kind, as_of, source, sha256, content, taken_at, added, changed, withdrawn)
values ($1, $2, $3, $4, $5, $6, 0, 0, 0)
returning id
"""
LOCK = "select pg_advisory_xact_lock(hashtext('procedure_edition'))"
LIST_STANDING = """
select p.code, p.withdrawn_on is not null as withdrawn, jsonb_build_object(
    'official_name', p.official_name, 'level', p.level, 'field', p.field, 'issuer', p.issuer, 'type', p.type,
    'decision_no', p.decision_no, 'subjects', p.subjects, 'agency', p.agency, 'papers', p.papers,
    'online', p.online, 'essential', p.essential, 'ways', coalesce(ways.rows, '[]')
) as content
from procedure p
left join (
    select w.procedure_code, jsonb_agg(jsonb_build_object(
        'channel', w.channel, 'deadline_amount', w.deadline_amount, 'deadline_unit', w.deadline_unit,
        'fee_vnd', w.fee_vnd, 'fee_quality', w.fee_quality
    ) order by w.channel collate "C") as rows
    from procedure_way w group by w.procedure_code
) ways on ways.procedure_code = p.code
"""
PUT_CHANGES = """
insert into procedure_change (edition_id, procedure_code, kind, fields)
select $1, code, kind, fields from unnest($2::text[], $3::text[], $4::jsonb[]) as u(code, kind, fields)
"""
COUNT_CHANGES = """
update procedure_edition set added = added + $2, changed = changed + $3, withdrawn = withdrawn + $4 where id = $1
"""


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """A checked file."""

    kind: str
    as_of: date
    source: str
    sha256: str
    text: str
    id: int = 0


class EditionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A file as stored."""

    id: int
    kind: str
    as_of: date
    source: str
    sha256: str
    content: bytes


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What taking a file in did."""

    procedures: int
    changes: list[Changed]


async def find_newest(db: Connection, kind: str) -> Edition | None:
    """The edition that counts: the one of the latest date, of those the latest taken."""
    row = await fetch_one(db, FIND_NEWEST, kind, into=EditionRow)
    if row is None:
        return None
    text = gzip.decompress(row.content).decode()
    return Edition(id=row.id, kind=row.kind, as_of=row.as_of, source=row.source, sha256=row.sha256, text=text)


async def get_newest(db: Connection, kind: str) -> Edition:
    """The same where there must be one."""
    found = await find_newest(db, kind)
    if found is None:
        raise LookupError(kind)
    return found


async def alone(tx: Connection) -> None:
    """Wait until no other process takes in an edition; held until the transaction ends."""
    await tx.execute(LOCK)


async def put(tx: Connection, edition: Edition) -> None:
    """Keep a file as the latest of its date, unless it already counts."""
    newest = await find_newest(tx, edition.kind)
    if newest is not None and (newest.sha256, newest.as_of) == (edition.sha256, edition.as_of):
        return
    content = gzip.compress(edition.text.encode(), mtime=0)
    await tx.execute(PUT_EDITION, edition.kind, edition.as_of, edition.source, edition.sha256, content, now())


async def list_standing(db: Connection) -> dict[str, Standing]:
    """How every procedure stands, by code."""
    return {row.code: row for row in await fetch_all(db, LIST_STANDING, into=Standing)}


async def put_changes(
    tx: Connection, edition_id: int, changes: Sequence[Changed], *, added_at_first: int
) -> None:
    """Keep what an edition changed."""
    await tx.execute(
        PUT_CHANGES,
        edition_id,
        [change.code for change in changes],
        [change.kind for change in changes],
        [change.fields for change in changes],
    )
    count = Counter("added" if change.kind == "returned" else change.kind for change in changes)
    await tx.execute(
        COUNT_CHANGES, edition_id, count["added"] + added_at_first, count["changed"], count["withdrawn"]
    )
