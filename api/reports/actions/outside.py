"""What the system of an agency says of a case we sent it: a step of the case like any other, taken by no person."""

from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.reports import rules
from api.reports.actions.stepping import open_parts, part_ended, take, tell_step
from api.reports.contracts.handling import Standing
from api.reports.rules import moves
from api.reports.rules.moves import Actor
from api.reports.store import standing


async def take_word(
    tx: Connection, report_id: UUID, meaning: str, *, system: str, note: str | None
) -> str | None:
    """Take the step an outside status means (`seen`, `working`, `done`, `refused`); its action, None when none fits.

    A word that means nothing here (`told`) is told as it stands, and moves nothing. A result that needs a photo of ours, or that other agencies still hold up, is only told, for a handler to close;
    a refusal goes to the coordinator, who decides. Nothing is published by it.
    """
    case = await standing.hold_any(tx, report_id)
    if case is None:
        return None
    said = f"{system}: {note}" if note else None
    if meaning == "told":
        return await tell(tx, case, said or system)
    if meaning in ("seen", "working"):
        return await step(tx, case, "accept", said or f"{system} đã tiếp nhận")
    if meaning == "refused":
        return await step(tx, case, "bounce_up", said or f"{system} không nhận xử lý")
    if case.state in moves.NEW:
        await step(tx, case, "accept", f"{system} đã tiếp nhận")
        case = await standing.hold_any(tx, report_id) or case
    if moves.needs_evidence(case) or await open_parts(tx, report_id):
        return await tell(tx, case, said or f"{system} báo đã xử lý xong")
    return await step(tx, case, "answer", said or f"{system} báo đã xử lý xong")


async def tell(tx: Connection, case: Standing, said: str) -> str | None:
    """A line in the timeline, and to the reporter; none where the case is over."""
    if case.state not in moves.MOVES["outside"].sources:
        return None
    await tell_step(tx, case, "outside", Actor.SYSTEM, note=said)
    return "outside"


async def step(tx: Connection, case: Standing, action: str, note: str) -> str | None:
    """One step, where the table has it from here; a case already further is left as it is."""
    if case.state not in moves.MOVES[action].sources:
        return None
    answer = note if action == "answer" else None
    after = rules.moved(case, action, Actor.SYSTEM, now(), answer=answer)
    await take(tx, after, action, Actor.SYSTEM, note=note)
    await part_ended(tx, after)
    return action
