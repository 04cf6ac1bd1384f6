"""Measuring: an officer's view of a province, a team's view of itself, and the proof of the count."""

from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.log import logger
from api.kit.principal import Principal, Role
from outreach.measurement import store
from outreach.measurement.contracts import CoverageReport, Recount, TeamProgress
from outreach.measurement.rules import (
    METHOD,
    NotYourProvince,
    coverage_of,
    is_small,
    kept_back,
    suppressed,
    total_of,
)

INDICATOR = "know_and_can"
log = logger("measurement")


async def cover(db: Connection, *, province: str, seen_by: Principal | None) -> CoverageReport:
    """Coverage of a province; for the public (`seen_by` None) without small counts."""
    if seen_by is not None and not seen_by.has(Role.ADMIN) and province not in seen_by.province_codes:
        raise NotYourProvince
    name = await store.find_province_name(db, province)
    target = await store.find_target(db, INDICATOR, on=today())
    if name is None or target is None:
        raise NotFound(detail="Không có tỉnh, thành phố với mã này")
    counts = await store.list_counts(db, province=province)
    total = total_of(counts, name=name)
    whole = coverage_of(total, code=None, threshold=target.threshold)
    lines = [coverage_of(count, code=count.commune_code, threshold=target.threshold) for count in counts]
    if seen_by is None:
        hidden = kept_back(counts)
        lines = [suppressed(line) if line.commune_code in hidden else line for line in lines]
        whole = suppressed(whole) if is_small(total) else whole
    return CoverageReport(
        as_of=now(),
        province_code=province,
        method=METHOD,
        target=target,
        total=whole,
        communes=lines,
    )


async def progress(db: Connection, *, me: Principal, team_id: UUID | None) -> TeamProgress:
    """The work of one's own team."""
    asked = team_id or next(iter(me.team_ids), None)
    found = await store.find_progress(db, asked, own=me.team_ids, at=now()) if asked else None
    if found is None:
        raise NotFound(detail="Bạn không thuộc tổ này")
    return found


async def last_recount(db: Connection) -> Recount:
    """What was found last night; a count of this moment where there was no night yet."""
    return await store.find_check(db) or await recount(db)


async def check(tx: Connection) -> None:
    """Prove once a night that no running total has drifted; an operator hears of one that has."""
    found = await recount(tx)
    await store.insert_check(tx, found)
    if not found.equal:
        log.error("totals_drifted", count=len(found.differences))


async def recount(db: Connection) -> Recount:
    """Whether every running total equals a count straight from the log; of a whole province, minutes."""
    lines = await store.compare(db)
    wrong = [line for line in lines if line.kept != line.recounted]
    return Recount(as_of=now(), equal=not wrong, communes=len(lines), differences=wrong)
