"""What may happen to a case and who may do it: the transition table. Pure."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from api.kit.errors import NotAllowed
from api.kit.principal import Principal, Role
from api.kit.privacy import without_numbers
from api.reports.contracts import RefusalReason, ReportState
from api.reports.contracts.handling import Standing
from api.reports.rules.problems import ReportMoveRefused

REOPEN_DAYS = 5
BOUNCES = 3
"""The bounce after which nobody hands the case on: the coordinator decides."""
BARE_REOPENINGS = 2
"""Reopened so often, the next request goes one level up; after as many bare results the next needs a photo."""
S = ReportState


class Actor(StrEnum):
    """On whose behalf a step is taken."""

    REPORTER = "reporter"
    HANDLER = "handler"
    OFFICER = "officer"
    SYSTEM = "system"


class Move(msgspec.Struct, frozen=True):
    """One row of the transition table; without a target the state stays."""

    action: str
    sources: frozenset[ReportState]
    target: ReportState | None
    actors: frozenset[Actor]


def move(action: str, sources: AbstractSet[S], target: S | None, *actors: Actor) -> Move:
    """A row, written short."""
    return Move(action, frozenset(sources), target, frozenset(actors))


STAFF = (Actor.HANDLER, Actor.OFFICER)
NEW = {S.RECEIVED, S.VERIFYING, S.ASSIGNED, S.REOPENED}
WORKED = {*NEW, S.IN_PROGRESS, S.WAITING_AGENCY}
RUNNING = {*WORKED, S.WAITING_REPORTER}
"""Whose deadline counts."""
MOVES = {
    row.action: row
    for row in (
        move("verify", {S.RECEIVED, S.REOPENED}, S.VERIFYING, *STAFF),
        move("assign", WORKED, S.ASSIGNED, *STAFF),
        move("bounce", WORKED, S.ASSIGNED, Actor.HANDLER),
        move("bounce_up", WORKED, S.VERIFYING, Actor.HANDLER, Actor.SYSTEM),
        move("accept", NEW, S.IN_PROGRESS, Actor.HANDLER, Actor.SYSTEM),
        move("ask", {S.IN_PROGRESS}, S.WAITING_REPORTER, Actor.HANDLER),
        move("reply", {S.WAITING_REPORTER}, S.IN_PROGRESS, Actor.REPORTER),
        move("consult", {S.IN_PROGRESS}, S.WAITING_AGENCY, Actor.HANDLER),
        move("split", {S.IN_PROGRESS}, S.WAITING_AGENCY, *STAFF),
        move("resume", {S.WAITING_AGENCY, S.WAITING_REPORTER}, S.IN_PROGRESS, Actor.HANDLER, Actor.SYSTEM),
        move("give_up", {S.WAITING_REPORTER}, S.REFUSED, Actor.SYSTEM),
        move("extend", WORKED, None, Actor.HANDLER),
        move("remind", RUNNING, None, Actor.SYSTEM),
        move("outside", {*RUNNING, S.DONE}, None, Actor.SYSTEM),
        move("escalate", {*RUNNING, S.REOPEN_REQUESTED}, None, Actor.SYSTEM),
        move("answer", {S.ASSIGNED, S.IN_PROGRESS}, S.DONE, Actor.HANDLER, Actor.SYSTEM),
        move("close", {S.DONE}, S.CLOSED, *STAFF, Actor.SYSTEM),
        move("refuse", {*NEW, S.IN_PROGRESS}, S.REFUSED, *STAFF),
        move("merge", {*NEW, S.IN_PROGRESS}, S.MERGED, *STAFF),
        move("absorb", {*RUNNING, S.DONE}, None, *STAFF),
        move("request_reopen", {S.DONE, S.CLOSED}, S.REOPEN_REQUESTED, Actor.REPORTER),
        move("reopen", {S.REOPEN_REQUESTED}, S.REOPENED, Actor.OFFICER),
        move("decline_reopen", {S.REOPEN_REQUESTED}, S.CLOSED, Actor.OFFICER),
    )
}
"""The transition table: everything that can happen to a case, and nothing else can."""
OFFERED = frozenset(MOVES) - {
    "bounce_up",
    "absorb",
    "reply",
    "request_reopen",
    "give_up",
    "remind",
    "escalate",
    "outside",
}
"""Staff moves that have a door of their own: the third bounce goes up by itself, a merge writes two steps."""
OF_REPORTER = frozenset({"request_reopen", "reply"})
ENDED = frozenset({S.CLOSED, S.REFUSED, S.MERGED})
RATED_IN = frozenset({S.DONE, S.CLOSED})
PARTS_ENDED = frozenset({*ENDED, S.DONE})
"""Where a part stands that holds its case up no more."""
WHOLE_CASES_ONLY = frozenset({"split", "merge"})
"""Not for a part of a case: its parent is split, merged."""


def actor_of(me: Principal, agency_id: UUID | None) -> Actor:
    """As whom this person handles the case: its agency's handler first, else the officer."""
    if me.has(Role.HANDLER) and agency_id in me.agency_ids:
        return Actor.HANDLER
    if me.has(Role.OFFICER):
        return Actor.OFFICER
    raise NotAllowed


def step(action: str, state: ReportState, actor: Actor) -> ReportState:
    """The state after `action`; refused when the table has no such row."""
    row = MOVES[action]
    if actor not in row.actors:
        raise NotAllowed
    if state not in row.sources:
        raise ReportMoveRefused(extra={"state": state, "actions": possible(state, actor)})
    return row.target or state


def possible(state: ReportState, actor: Actor) -> list[str]:
    """What this actor may do in this state, as the table has it."""
    doors = OF_REPORTER if actor is Actor.REPORTER else OFFERED
    return [
        row.action
        for row in MOVES.values()
        if state in row.sources and actor in row.actors and row.action in doors
    ]


class Hands(msgspec.Struct, frozen=True, kw_only=True):
    """What decides, beside the state, who may do what with a case."""

    state: ReportState
    agency_id: UUID | None
    parent_id: UUID | None = None
    decided: bool = False
    extended: bool = False
    late: bool = False
    parts_open: bool = False


def possible_for_staff(case: Hands, me: Principal) -> list[str]:
    """What this person may do now; nothing when the case has left their hands."""
    try:
        actor = actor_of(me, case.agency_id)
    except NotAllowed:
        return []
    barred = set(WHOLE_CASES_ONLY) if case.parent_id else set()
    if case.decided and actor is Actor.HANDLER:
        barred |= {"assign", "bounce"}
    if case.extended or case.late:
        barred.add("extend")
    if case.parts_open:
        barred |= {"answer", "refuse", "merge", "bounce", "assign", "split"}
    return [action for action in possible(case.state, actor) if action not in barred]


def possible_for_reporter(state: ReportState, finished_at: datetime | None, at: datetime) -> list[str]:
    """What the reporter may do now: answer a question, ask to reopen inside the window, rate when done."""
    actions = [
        action
        for action in possible(state, Actor.REPORTER)
        if action != "request_reopen" or may_reopen(finished_at, at)
    ]
    return [*actions, *(["rate"] if state in RATED_IN else [])]


def reopen_until(finished_at: datetime | None) -> datetime | None:
    """When the window for reopening ends; None while there is no result."""
    return None if finished_at is None else finished_at + timedelta(days=REOPEN_DAYS)


def may_reopen(finished_at: datetime | None, at: datetime) -> bool:
    """Whether the window for reopening is still open."""
    until = reopen_until(finished_at)
    return until is not None and at <= until


def goes_up(case: Standing) -> bool:
    """Whether a request to reopen this case is for one level above the agency that failed before."""
    return case.reopenings >= BARE_REOPENINGS


def bounced(case: Standing) -> str:
    """The move a bounce is: to another agency, or, the third time, up to the coordinator."""
    if case.decided_at is not None:
        raise ReportMoveRefused(
            detail="Cán bộ điều phối đã quyết định đơn vị xử lý, không chuyển tiếp được nữa"
        )
    return "bounce_up" if case.bounces + 1 >= BOUNCES else "bounce"


def needs_evidence(case: Standing) -> bool:
    """Whether a result must come with a photo taken afterwards."""
    return case.evidence_required or case.needs_evidence


def moved(
    before: Standing,
    action: str,
    actor: Actor,
    at: datetime,
    *,
    agency_id: UUID | None = None,
    answer: str | None = None,
    reason: RefusalReason | None = None,
    merged_into: UUID | None = None,
) -> Standing:
    """How the case stands after a step, everything else unchanged."""
    target = step(action, before.state, actor)
    after = msgspec.structs.replace(
        before,
        state=target,
        agency_id=agency_id or before.agency_id,
        answer=answer or before.answer,
        refusal_reason=reason,
        merged_into=merged_into,
    )
    if (actor in STAFF or action == "accept") and before.acknowledged_at is None:
        after = msgspec.structs.replace(after, acknowledged_at=at)
    if action in ("bounce", "bounce_up"):
        after = msgspec.structs.replace(after, bounces=before.bounces + 1)
    if action == "bounce_up":
        after = msgspec.structs.replace(after, agency_id=None)
    if action == "assign" and actor is Actor.OFFICER and before.bounces >= BOUNCES:
        after = msgspec.structs.replace(after, decided_at=at)
    # What no person of ours has read is not published; a result at once (decision 0072) was read too.
    seen = action in ("accept", "answer") and actor is not Actor.SYSTEM
    if seen and before.published_at is None and before.category_public and not before.parent_id:
        after = published(after, at)
    return finished(after, before, at)


def finished(after: Standing, before: Standing, at: datetime) -> Standing:
    """What reaching an end, or leaving one, does to the case."""
    if after.state in (S.REFUSED, S.MERGED):
        return msgspec.structs.replace(after, published_at=None)
    if after.state is before.state:
        return after
    if after.state is S.DONE:
        bare = before.bare_results + (not before.has_evidence)
        return msgspec.structs.replace(after, finished_at=at, bare_results=bare)
    if after.state is S.CLOSED:
        return msgspec.structs.replace(after, closed_at=at)
    if after.state is S.REOPENED:
        return reopened(after)
    return after


def reopened(case: Standing) -> Standing:
    """The clock never resets: the old deadline counts again. The third time no agency keeps the case by itself."""
    return msgspec.structs.replace(
        case,
        finished_at=None,
        closed_at=None,
        reopenings=case.reopenings + 1,
        needs_evidence=case.needs_evidence
        or (case.reopenings + 1 >= BARE_REOPENINGS and case.bare_results >= BARE_REOPENINGS),
        agency_id=None if goes_up(case) else case.agency_id,
    )


def published(case: Standing, at: datetime) -> Standing:
    """The case with its public face: numbers hidden from the text, place rounded."""
    return msgspec.structs.replace(
        case,
        published_at=at,
        public_text=None if case.description is None else without_numbers(case.description),
        public_lat=round(case.lat, case.public_decimals),
        public_lon=round(case.lon, case.public_decimals),
    )
