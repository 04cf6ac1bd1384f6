"""What became of households and people, duplicates, merges and both geographies, over HTTP."""

from datetime import date
from typing import Literal
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
from outreach.registry.actions import reshaping
from outreach.registry.contracts.reshaping import (
    CommuneChange,
    Duplicate,
    Happening,
    History,
    MergeLine,
    NotDuplicate,
)
from outreach.registry.rules import NoTeam

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
LEADS = [needs(Role.TEAM_LEADER)]
WALKS = [needs(Role.VOLUNTEER)]
GOVERNS = [needs(Role.OFFICER, Role.ADMIN)]


@get(
    "/households/{household_id:uuid}/history",
    operation_id="list_household_history",
    guards=WALKS,
    responses=problems(NotFound),
)
async def list_household_history(db: Db, me: Me, household_id: FromPath[UUID]) -> Page[Happening]:
    """What was said of a household of your area: edits, people, splits, moves, merges; newest first."""
    return Page(await reshaping.household_history(db, me, household_id))


@get(
    "/adults/{adult_id:uuid}/history",
    operation_id="list_adult_history",
    guards=WALKS,
    responses=problems(NotFound),
)
async def list_adult_history(db: Db, me: Me, adult_id: FromPath[UUID]) -> Page[Happening]:
    """What was said of an adult of your area; newest first."""
    return Page(await reshaping.adult_history(db, me, adult_id))


@get("/duplicates", operation_id="list_duplicates", guards=LEADS, responses=problems(NoTeam))
async def list_duplicates(db: Db, me: Me, team_id: FromQuery[UUID]) -> Page[Duplicate]:
    """Entries of your team's area that may be one household, with a score and why; you decide."""
    return Page(await reshaping.list_duplicates(db, me, team_id))


@post(
    "/duplicates/settle",
    operation_id="settle_duplicate",
    status_code=204,
    guards=LEADS,
    responses=problems(NoTeam, NotFound),
)
async def settle_duplicate(tx: Tx, me: Me, data: JSONBody[NotDuplicate]) -> None:
    """They are two households: not suggested again."""
    await reshaping.settle_duplicate(tx, me, data)


@get("/merges", operation_id="list_merges", guards=LEADS, responses=problems(NoTeam))
async def list_merges(db: Db, me: Me, team_id: FromQuery[UUID]) -> Page[MergeLine]:
    """What your team merged; each can be undone."""
    return Page(await reshaping.list_merges(db, me, team_id))


@get("/registry/restated", operation_id="restate_visits", guards=GOVERNS)
async def restate_visits(
    db: Db,
    me: Me,
    since: FromQuery[date],
    until: FromQuery[date],
    geography: FromQuery[Literal["then", "now"]],
) -> History:
    """Visits of a period by the communes of their day, or by those of today; the totals are equal."""
    return await reshaping.restate(db, me, since, until, geography)


@post(
    "/hamlets/{hamlet_id:uuid}/commune",
    operation_id="change_hamlet_commune",
    status_code=204,
    guards=GOVERNS,
    responses=problems(NotFound),
)
async def change_hamlet_commune(
    tx: Tx, me: Me, hamlet_id: FromPath[UUID], data: JSONBody[CommuneChange]
) -> None:
    """A hamlet is another commune's from a day on; what was done before stays with the commune of its day."""
    await reshaping.change_commune(tx, me, hamlet_id, data)


HANDLERS = [
    list_household_history,
    list_adult_history,
    list_duplicates,
    settle_duplicate,
    list_merges,
    restate_visits,
    change_hamlet_commune,
]
