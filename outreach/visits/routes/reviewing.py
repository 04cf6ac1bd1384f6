"""Phones, what waits for the leader, and edits that met, over HTTP."""

from collections.abc import Sequence
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.pages import Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems
from outreach.visits.actions import Fold, reviewing
from outreach.visits.contracts.reviewing import (
    ConflictChoice,
    ConflictLine,
    Decided,
    HoldLine,
    InstallLine,
    InstallRevocation,
    NewDecision,
    VisitVersion,
    WaitingLine,
)
from outreach.visits.rules.reasons import NotYourLead

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
Folds = NamedDependency[Sequence[Fold]]
LEADS = [needs(Role.TEAM_LEADER)]
WALKS = [needs(Role.VOLUNTEER)]


@get("/installs/mine", operation_id="list_my_installs", guards=WALKS)
async def list_my_installs(db: Db, me: Me) -> Page[InstallLine]:
    """My phones: what each has brought, and what is known to be missing."""
    return Page(await reviewing.list_my_installs(db, me))


@get("/installs", operation_id="list_installs", guards=LEADS, responses=problems(NotYourLead))
async def list_installs(db: Db, me: Me, team_id: FromQuery[UUID]) -> Page[InstallLine]:
    """The phones of a team: silent for how long, holding how much, missing which numbers."""
    return Page(await reviewing.list_installs(db, me, team_id))


@post(
    "/installs/{install_id:uuid}/revoke",
    operation_id="revoke_install",
    status_code=200,
    guards=WALKS,
    responses=problems(NotFound),
)
async def revoke_install(
    tx: Tx, me: Me, install_id: FromPath[UUID], data: JSONBody[InstallRevocation]
) -> InstallLine:
    """Stop a lost phone; it forgets at its next contact, and what it still brings waits for the leader."""
    return await reviewing.revoke_install(tx, me, install_id, data)


@get("/quarantine", operation_id="list_waiting", guards=LEADS, responses=problems(NotYourLead))
async def list_waiting(db: Db, me: Me, team_id: FromQuery[UUID]) -> Page[WaitingLine]:
    """What waits for the leader: of who has left, of lost phones, corrections come late."""
    return Page(await reviewing.list_waiting(db, me, team_id))


@post(
    "/quarantine/{install_id:uuid}/decide",
    operation_id="decide_waiting",
    status_code=200,
    guards=LEADS,
    responses=problems(NotYourLead),
)
async def decide_waiting(
    tx: Tx, me: Me, folds: Folds, install_id: FromPath[UUID], data: JSONBody[NewDecision]
) -> Decided:
    """Yes or no to everything of one phone that waits, at once."""
    return await reviewing.decide(tx, me, install_id, data, folds=folds)


@get("/holds", operation_id="list_holds", guards=LEADS, responses=problems(NotYourLead))
async def list_holds(db: Db, me: Me, team_id: FromQuery[UUID]) -> Page[HoldLine]:
    """What waits for a household, an adult or a visit nobody has told yet."""
    return Page(await reviewing.list_holds(db, me, team_id))


@get("/conflicts", operation_id="list_conflicts", guards=WALKS)
async def list_conflicts(db: Db, me: Me, *, open_only: FromQuery[bool] = True) -> Page[ConflictLine]:
    """Edits of my teams made without knowing of each other, field by field."""
    return Page(await reviewing.list_conflicts(db, me, open_only=open_only))


@post(
    "/conflicts/{conflict_id:int}/resolve",
    operation_id="resolve_conflict",
    status_code=200,
    guards=WALKS,
    responses=problems(NotFound),
)
async def resolve_conflict(
    tx: Tx, me: Me, folds: Folds, conflict_id: FromPath[int], data: JSONBody[ConflictChoice]
) -> ConflictLine:
    """Say which of two values stands."""
    return await reviewing.resolve_conflict(tx, me, conflict_id, data, folds=folds)


@get(
    "/visits/{visit_id:uuid}/history",
    operation_id="list_versions",
    guards=WALKS,
    responses=problems(NotFound),
)
async def list_versions(db: Db, me: Me, visit_id: FromPath[UUID]) -> Page[VisitVersion]:
    """What a visit said when it was logged, and each time it was put right."""
    return Page(await reviewing.list_versions(db, me, visit_id))


handlers = [
    list_my_installs,
    list_installs,
    revoke_install,
    list_waiting,
    decide_waiting,
    list_holds,
    list_conflicts,
    resolve_conflict,
    list_versions,
]
