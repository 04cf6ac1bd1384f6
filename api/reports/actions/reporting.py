"""What citizens do with a report they sent: follow it, rate it, ask to reopen it."""

from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection, Database
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.privacy import without_own_number
from api.kit.settings import Settings
from api.kit.tracking import opens
from api.reports import rules
from api.reports.actions import alarming, climbing
from api.reports.actions.stepping import go_on, opened_photos, take
from api.reports.contracts import Line, MyReport, Rating, ReportState
from api.reports.contracts.handling import Reply, Standing
from api.reports.rules import moves
from api.reports.rules.moves import Actor
from api.reports.store import cases, reporting, standing


async def mine(db: Connection, me: Principal, *, cursor: str | None, limit: int) -> Page[Line]:
    """The signed-in person's reports."""
    before = decode_cursor(cursor, tuple[UUID])[0] if cursor else None
    found = await reporting.list_mine(db, me.person_id, before=before, limit=limit + 1, at=now())
    more = len(found) > limit
    return Page(found[:limit], encode_cursor(found[limit - 1].id) if more else None)


async def follow(
    db: Connection,
    report_id: UUID,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter's view of one report, by account or by tracking key."""
    by_key = opens(settings.secret_key, report_id, key)
    person_id = caller.person_id if caller else None
    at = now()
    found = await reporting.find_mine(db, report_id, by_key=by_key, person_id=person_id, at=at)
    if found is None:
        raise rules.ReportNotFound
    return msgspec.structs.replace(
        found,
        photos=opened_photos(found.photos, settings),
        actions=rules.possible_for_reporter(found.state, found.finished_at, at),
        reopen_until=moves.reopen_until(found.finished_at),
    )


async def look(
    database: Database,
    report_id: UUID,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter's view. Refused to everybody else; when staff of the case ask for it, officers hear of it."""
    try:
        async with database.read() as db:
            return await follow(db, report_id, settings=settings, caller=caller, key=key)
    except rules.ReportNotFound:
        async with database.write() as tx:
            await alarming.notice_seeking(tx, report_id, caller)
        raise


async def reply(
    tx: Connection,
    report_id: UUID,
    said: Reply,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter answers the agency's question; the clock goes on from where it stood still."""
    case = await held_by_reporter(tx, report_id, settings=settings, caller=caller, key=key)
    note = without_own_number(said.note, await reporting.list_own_phones(tx, report_id))
    asked = case.state is ReportState.WAITING_REPORTER
    if asked or await reporting.find_last_reply(tx, report_id) != note:  # said twice is said once
        after = await go_on(tx, rules.moved(case, "reply", Actor.REPORTER, now()), now())
        await take(tx, after, "reply", Actor.REPORTER, note=note)
        if said.photos:
            await standing.expect_photos(tx, report_id, said.photos)
    return await follow(tx, report_id, settings=settings, caller=caller, key=key)


async def request_reopen(
    tx: Connection,
    report_id: UUID,
    note: str,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter says that it is not done."""
    case = await held_by_reporter(tx, report_id, settings=settings, caller=caller, key=key)
    if case.state is not ReportState.REOPEN_REQUESTED:  # said twice is said once
        after = rules.moved(case, "request_reopen", Actor.REPORTER, now())
        if not rules.may_reopen(case.finished_at, now()):
            raise rules.ReportMoveRefused(
                detail=f"Chỉ đề nghị mở lại trong {rules.REOPEN_DAYS} ngày sau khi có kết quả. "
                "Hãy gửi phản ánh mới, có ghi mã phản ánh này."
            )
        note = without_own_number(note, await reporting.list_own_phones(tx, report_id))
        await take(tx, after, "request_reopen", Actor.REPORTER, note=note)
        if moves.goes_up(case):
            await climbing.raise_to_top(tx, report_id)
    return await follow(tx, report_id, settings=settings, caller=caller, key=key)


async def rate(
    tx: Connection,
    report_id: UUID,
    rating: Rating,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> MyReport:
    """The reporter's verdict on a finished case: the last one counts, those before stay in the record."""
    case = await held_by_reporter(tx, report_id, settings=settings, caller=caller, key=key)
    if case.state not in rules.RATED_IN:
        raise rules.ReportMoveRefused(detail="Chỉ đánh giá được khi đã có kết quả")
    comment = rating.comment and without_own_number(
        rating.comment, await reporting.list_own_phones(tx, report_id)
    )
    await cases.set_rating(tx, report_id, stars=rating.stars, comment=comment, at=now())
    return await follow(tx, report_id, settings=settings, caller=caller, key=key)


async def held_by_reporter(
    tx: Connection,
    report_id: UUID,
    *,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> Standing:
    """The case for its reporter, held until the transaction ends."""
    by_key = opens(settings.secret_key, report_id, key)
    person_id = caller.person_id if caller else None
    case = await standing.hold_mine(tx, report_id, by_key=by_key, person_id=person_id)
    if case is None:
        raise rules.ReportNotFound
    return case
