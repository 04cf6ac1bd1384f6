"""Trainings over HTTP."""

from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems
from outreach.teams import rules
from outreach.teams.actions import training as actions
from outreach.teams.contracts.training import NewTraining, Training, TrainingBook, TrainingFigure, Voiding

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
ProvinceCode = Annotated[str, Meta(pattern="^[0-9]{2}$", description="Mã tỉnh, thành phố")]
TRAINS = [needs(Role.TEAM_LEADER, Role.OFFICER, Role.ADMIN)]


@post(
    "/trainings",
    operation_id="record_training",
    guards=TRAINS,
    responses=problems(rules.TeamNotFound, rules.TeamOver, Invalid),
)
async def record_training(tx: Tx, me: Me, data: JSONBody[NewTraining]) -> TrainingBook:
    """Write down who of a team you lead or govern was trained: in what, when, shown by what."""
    return await actions.record(tx, me, data)


@get("/trainings", operation_id="list_trainings", guards=TRAINS, responses=problems(rules.TeamNotFound))
async def list_trainings(db: Db, me: Me, team_id: FromQuery[UUID]) -> TrainingBook:
    """The trainings of a team, how far it is from 100 %, and who is missing."""
    return await actions.book(db, me, team_id)


@get("/trainings/mine", operation_id="list_my_trainings", guards=[needs(Role.VOLUNTEER)])
async def list_my_trainings(db: Db, me: Me) -> Page[Training]:
    """My own trainings."""
    return Page(await actions.list_mine(db, me))


@post(
    "/trainings/{training_id:uuid}/void",
    operation_id="void_training",
    status_code=204,
    guards=TRAINS,
    responses=problems(rules.TrainingNotFound, Invalid),
)
async def void_training(tx: Tx, me: Me, training_id: FromPath[UUID], data: JSONBody[Voiding]) -> None:
    """Say that a line is wrong; it stays, with the reason, and counts no more."""
    await actions.void(tx, me, training_id, data)


@get(
    "/training-figure",
    operation_id="view_training_figure",
    guards=[needs(Role.OFFICER, Role.ADMIN)],
    responses=problems(rules.NotYourCommune),
)
async def view_training_figure(db: Db, me: Me, province: FromQuery[ProvinceCode]) -> TrainingFigure:
    """How far a province is from every member trained, and who is missing."""
    return await actions.figure(db, me, province)


handlers = [record_training, list_trainings, list_my_trainings, void_training, view_training_figure]
