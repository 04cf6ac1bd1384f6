"""SQL of how a case stands: held while somebody takes a step, and written with it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal
from api.reports.contracts import ReportMoved, ReportState
from api.reports.contracts.handling import DueChange, Standing
from api.reports.rules.moves import PARTS_ENDED
from api.reports.store.cases import agencies_of, provinces_of

HOLD_CASE = """
select
    r.id, r.version, r.state, r.agency_id, r.answer, r.refusal_reason, r.merged_into, r.acknowledged_at,
    r.finished_at, r.closed_at, r.published_at, r.public_text, r.public_lat, r.public_lon, r.due_at,
    r.first_due_at, r.extended_at, r.extension_reason, r.paused_at, r.waiting_until, r.pauses, r.bounces,
    r.decided_at, r.reopenings, r.bare_results, r.needs_evidence, r.ladder_level, r.code, r.parent_id,
    r.description, r.lat, r.lon, r.province_code, r.received_at, coalesce(r.term, c.finish_within) as term,
    coalesce(r.term_unit, c.finish_unit) as term_unit, c.public and r.withheld_at is null as category_public, c.public_decimals,
    c.evidence_required, c.reply_days, c.after_silence,
    array(select k.code from report k where k.parent_id = r.id and k.state <> all($7::text[]) order by k.number) as open_parts,
    (
        select count(*) >= 4 or count(*) filter (
            where p.received_at > coalesce(
                (select max(t.occurred_at) from report_step t where t.report_id = $1 and t.action = 'reopen'), '-infinity')
        ) > 0
        from photo p
        where p.report_id = $1 and p.taken_for = 'answer' and p.state <> 'refused'
    ) as has_evidence,
    exists (select from agency a where a.id = $8) as known_agency,
    exists (select from report_reporter p where p.report_id = r.id and p.person_id = $5) as own
from report r
join category c on c.code = r.category_code
where r.id = $1
  and ($2 or r.agency_id = any($3::uuid[]) or r.province_code = any($4::text[])
       or $6 and exists (select from report_reporter p where p.report_id = $1 and p.person_id = $5))
for update of r
"""
FIND_ID = """
select id from report
where code = $1 and (agency_id = any($2::uuid[]) or province_code = any($3::text[]))
"""
TAKE_STEP = """
with moved as (
    update report set
        version = version + 1, state = $3, agency_id = $4, answer = $5, refusal_reason = $6,
        acknowledged_at = $7, finished_at = $8, closed_at = $9, published_at = $10, public_text = $11,
        public_lat = $12, public_lon = $13, merged_into = $14, due_at = $15, first_due_at = $16,
        extended_at = $17, extension_reason = $18, paused_at = $19, waiting_until = $20, pauses = $21,
        bounces = $22, decided_at = $23, reopenings = $24, bare_results = $25, needs_evidence = $26,
        ladder_level = $27,
        ladder_at = case
            when due_at = $15 and ladder_level = $27 and paused_at is not distinct from $19 then ladder_at
        end
    where id = $1 and version = $2
    returning id
), step as (
    insert into report_step (report_id, action, state, note, by, agency_id, staff_id, occurred_at)
    select id, $28, $3, $29, $30, $4, $31, $32 from moved
    returning report_id, id
), told as (
    {emitting}
)
select id from step
""".replace("{emitting}", outbox.emitting(ReportMoved, "step", report_id="report_id", step_id="id"))
INSERT_DUE_CHANGE = """
insert into report_due_change (report_id, cause, paused_at, resumed_at, amount, unit, due_before, due_after, occurred_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""
LIST_DUE_CHANGES = """
select cause, paused_at, resumed_at, amount, unit from report_due_change
where report_id = $1 and cause in ('pause', 'extension')
order by id
"""
MOVE_MERGED = """
update report set merged_into = $2 where merged_into = $1
"""
INSERT_PARTS = """
with part as (
    insert into report (
        id, content_hash, category_code, description, lat, lon, accuracy_m, province_code, commune_id,
        commune_confirmed, commune_distance_m, happened_at, received_at, anonymous, urgent, priority,
        photo_count, state, agency_id, acknowledge_by, due_at, demo, term, term_unit, parent_id
    )
    select
        given.id, r.content_hash, r.category_code, r.description, r.lat, r.lon, r.accuracy_m, r.province_code,
        r.commune_id, r.commune_confirmed, r.commune_distance_m, r.happened_at, r.received_at, r.anonymous,
        r.urgent, r.priority, 0, 'assigned', given.agency_id, r.acknowledge_by, r.due_at, r.demo, r.term,
        r.term_unit, r.id
    from report r, unnest($2::uuid[], $3::uuid[]) as given(id, agency_id)
    where r.id = $1
    returning id, agency_id
)
insert into report_step (report_id, action, state, note, by, agency_id, staff_id, occurred_at)
select id, 'assign', 'assigned', $4, $5, agency_id, $6, $7 from part
returning id, report_id
"""
LIST_PARTS = """
select id, code, state from report where parent_id = $1 order by number
"""
COUNT_AGENCIES = """
select count(*) from agency where id = any($1::uuid[])
"""
EXPECT_PHOTOS = """
update report set photo_count = least(4, photo_count + $2) where id = $1
"""


class PartState(msgspec.Struct, frozen=True, kw_only=True):
    """Where a part of a case stands."""

    id: UUID
    code: str
    state: ReportState


async def hold_case(
    tx: Connection, report_id: UUID, *, seen_by: Principal, agency_id: UUID | None = None
) -> Standing | None:
    """The case, held until the transaction ends, for those who handle it; whether there is this agency."""
    args = (
        False, agencies_of(seen_by), provinces_of(seen_by), seen_by.person_id, False, PARTS_ENDED, agency_id,
    )  # fmt: skip
    return await fetch_one(tx, HOLD_CASE, report_id, *args, into=Standing)


async def hold_mine(
    tx: Connection, report_id: UUID, *, by_key: bool, person_id: UUID | None
) -> Standing | None:
    """The case, held until the transaction ends, for its reporter."""
    nowhere: list[str] = []
    args = (by_key, nowhere, nowhere, person_id, True, PARTS_ENDED, None)
    return await fetch_one(tx, HOLD_CASE, report_id, *args, into=Standing)


async def hold_any(tx: Connection, report_id: UUID) -> Standing | None:
    """The case, held until the transaction ends, for the clock."""
    nowhere: list[str] = []
    args = (True, nowhere, nowhere, None, False, PARTS_ENDED, None)
    return await fetch_one(tx, HOLD_CASE, report_id, *args, into=Standing)


async def find_id(db: Connection, code: str, *, seen_by: Principal) -> UUID | None:
    """The case of this code, for those who handle it."""
    found: UUID | None = await db.fetchval(FIND_ID, code, agencies_of(seen_by), provinces_of(seen_by))
    return found


async def take_step(
    tx: Connection,
    case: Standing,
    *,
    action: str,
    by: str,
    note: str | None,
    staff_id: UUID | None,
    at: datetime,
) -> int | None:
    """Write how the case stands now, the step to it and its event; the step's id, None when the version is no longer the one read."""
    step_id: int | None = await tx.fetchval(
        TAKE_STEP, case.id, case.version, case.state, case.agency_id, case.answer,
        case.refusal_reason, case.acknowledged_at, case.finished_at, case.closed_at,
        case.published_at, case.public_text, case.public_lat, case.public_lon, case.merged_into, case.due_at,
        case.first_due_at, case.extended_at, case.extension_reason, case.paused_at, case.waiting_until,
        case.pauses, case.bounces, case.decided_at, case.reopenings, case.bare_results, case.needs_evidence,
        case.ladder_level, action, note, by, staff_id, at,
    )  # fmt: skip
    return step_id


async def insert_due_change(
    tx: Connection,
    report_id: UUID,
    change: DueChange,
    *,
    before: datetime,
    after: datetime,
    at: datetime,
) -> None:
    """Log why a due date moved."""
    await tx.execute(
        INSERT_DUE_CHANGE, report_id, change.cause, change.paused_at, change.resumed_at, change.amount,
        change.unit, before, after, at,
    )  # fmt: skip


async def list_due_changes(db: Connection, report_id: UUID) -> list[DueChange]:
    """The pauses and the extension of a case, in order."""
    return await fetch_all(db, LIST_DUE_CHANGES, report_id, into=DueChange)


async def move_merged(tx: Connection, report_id: UUID, *, into: UUID) -> None:
    """What was merged into a case goes with it."""
    await tx.execute(MOVE_MERGED, report_id, into)


async def insert_parts(
    tx: Connection,
    report_id: UUID,
    parts: Sequence[tuple[UUID, UUID]],
    *,
    note: str,
    by: str,
    staff_id: UUID | None,
    at: datetime,
) -> list[tuple[UUID, int]]:
    """A part for each (id, agency), with the clock of the whole; each with its first step."""
    ids, agencies = zip(*parts, strict=True)
    rows = await tx.fetch(INSERT_PARTS, report_id, ids, agencies, note, by, staff_id, at)
    return [(row["report_id"], row["id"]) for row in rows]


async def list_parts(db: Connection, report_id: UUID) -> list[PartState]:
    """The parts of a case and where they stand."""
    return await fetch_all(db, LIST_PARTS, report_id, into=PartState)


async def has_agencies(db: Connection, agency_ids: Sequence[UUID]) -> bool:
    """Whether there are all these agencies."""
    found: int = await db.fetchval(COUNT_AGENCIES, list(agency_ids))
    return found == len(set(agency_ids))


async def expect_photos(tx: Connection, report_id: UUID, more: int) -> None:
    """Let the reporter send so many photos more, four in all."""
    await tx.execute(EXPECT_PHOTOS, report_id, more)
