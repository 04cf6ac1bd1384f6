"""What may happen to a case and who may do it: the transition table. Pure."""

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
S = ReportState


class Actor(StrEnum):
    """On whose behalf a step is taken."""

    REPORTER = "reporter"
    HANDLER = "handler"
    OFFICER = "officer"
    SYSTEM = "system"


class Move(msgspec.Struct, frozen=True):
    """One row of the transition table."""

    action: str
    sources: frozenset[ReportState]
    target: ReportState
    actors: frozenset[Actor]


def move(action: str, sources: set[S], target: S, *actors: Actor) -> Move:
    """A row, written short."""
    return Move(action, frozenset(sources), target, frozenset(actors))


STAFF = (Actor.HANDLER, Actor.OFFICER)
NEW = {S.RECEIVED, S.VERIFYING, S.ASSIGNED, S.REOPENED}
MOVES = {
    row.action: row
    for row in (
        move("verify", {S.RECEIVED, S.REOPENED}, S.VERIFYING, *STAFF),
        move("assign", {*NEW, S.IN_PROGRESS, S.WAITING_AGENCY}, S.ASSIGNED, *STAFF),
        move("accept", NEW, S.IN_PROGRESS, Actor.HANDLER),
        move("ask", {S.IN_PROGRESS}, S.WAITING_REPORTER, Actor.HANDLER),
        move("reply", {S.WAITING_REPORTER}, S.IN_PROGRESS, Actor.REPORTER),
        move("consult", {S.IN_PROGRESS}, S.WAITING_AGENCY, Actor.HANDLER),
        move("resume", {S.WAITING_AGENCY}, S.IN_PROGRESS, Actor.HANDLER, Actor.SYSTEM),
        move("answer", {S.IN_PROGRESS}, S.DONE, Actor.HANDLER),
        move("close", {S.DONE}, S.CLOSED, *STAFF, Actor.SYSTEM),
        move("refuse", {*NEW, S.IN_PROGRESS}, S.REFUSED, *STAFF),
        move("merge", {*NEW, S.IN_PROGRESS}, S.MERGED, *STAFF),
        move("request_reopen", {S.DONE, S.CLOSED}, S.REOPEN_REQUESTED, Actor.REPORTER),
        move("reopen", {S.REOPEN_REQUESTED}, S.REOPENED, Actor.OFFICER),
        move("decline_reopen", {S.REOPEN_REQUESTED}, S.CLOSED, Actor.OFFICER),
    )
}
"""The transition table: everything that can happen to a case, and nothing else can."""
OFFERED = frozenset({"assign", "accept", "answer", "close", "refuse", "reopen", "decline_reopen"})
"""Staff moves that have a door today."""
ENDED = frozenset({S.CLOSED, S.REFUSED, S.MERGED})
RATED_IN = frozenset({S.DONE, S.CLOSED})


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
    return row.target


def possible(state: ReportState, actor: Actor) -> list[str]:
    """What this actor may do now."""
    return [
        row.action
        for row in MOVES.values()
        if state in row.sources
        and actor in row.actors
        and (actor is not Actor.REPORTER or row.action == "request_reopen")
        and (actor is Actor.REPORTER or row.action in OFFERED)
    ]


def possible_for_staff(state: ReportState, me: Principal, agency_id: UUID | None) -> list[str]:
    """What this person may do now; nothing when the case has left their hands."""
    try:
        return possible(state, actor_of(me, agency_id))
    except NotAllowed:
        return []


def possible_for_reporter(state: ReportState, finished_at: datetime | None, at: datetime) -> list[str]:
    """What the reporter may do now: ask to reopen inside the window, rate when done."""
    actions = possible(state, Actor.REPORTER) if may_reopen(finished_at, at) else []
    return [*actions, *(["rate"] if state in RATED_IN else [])]


def may_reopen(finished_at: datetime | None, at: datetime) -> bool:
    """Whether the window for reopening is still open."""
    return finished_at is not None and at <= finished_at + timedelta(days=REOPEN_DAYS)


def moved(
    before: Standing,
    action: str,
    actor: Actor,
    at: datetime,
    *,
    agency_id: UUID | None = None,
    answer: str | None = None,
    reason: RefusalReason | None = None,
) -> Standing:
    """How the case stands after a step, everything else unchanged."""
    target = step(action, before.state, actor)
    after = msgspec.structs.replace(
        before,
        state=target,
        agency_id=agency_id or before.agency_id,
        answer=answer or before.answer,
        refusal_reason=reason,
    )
    if actor in STAFF and before.acknowledged_at is None:
        after = msgspec.structs.replace(after, acknowledged_at=at)
    if action == "accept" and before.published_at is None and before.category_public:
        after = published(after, at)
    if target in (S.REFUSED, S.MERGED):
        after = msgspec.structs.replace(after, published_at=None)
    if target is S.DONE:
        after = msgspec.structs.replace(after, finished_at=at)
    if target is S.CLOSED:
        after = msgspec.structs.replace(after, closed_at=at)
    if target is S.REOPENED:
        # The clock never resets: the old deadline counts again.
        after = msgspec.structs.replace(after, finished_at=None, closed_at=None)
    return after


def published(case: Standing, at: datetime) -> Standing:
    """The case with its public face: numbers hidden from the text, place rounded."""
    return msgspec.structs.replace(
        case,
        published_at=at,
        public_text=None if case.description is None else without_numbers(case.description),
        public_lat=round(case.lat, case.public_decimals),
        public_lon=round(case.lon, case.public_decimals),
    )
