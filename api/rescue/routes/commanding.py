"""The doors of the command post and of volunteers."""

from typing import Annotated, cast
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, HeaderParameter, JSONBody
from litestar.status_codes import HTTP_304_NOT_MODIFIED

from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.rescue.actions import commanding
from api.rescue.contracts import (
    Contacts,
    Incident,
    RescueBoard,
    RescueMerge,
    RescueMove,
    RescueNearby,
    RescueSplit,
)
from api.rescue.rules.moves import RescueChanged, RescueMoveRefused, RescueNotFound, RescueTaken
from api.web.auth import needs
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
COMMAND = [needs(Role.OFFICER)]
VOLUNTEERS = [needs(Role.VOLUNTEER)]
EITHER = [needs(Role.OFFICER, Role.VOLUNTEER)]
STEP_PROBLEMS = problems(NotAllowed, RescueNotFound, RescueChanged, RescueTaken, RescueMoveRefused)
Known = Annotated[
    str | None, HeaderParameter(name="If-None-Match", description="ETag của bảng đang có", required=False)
]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]


@get(
    "/v1/rescue/board",
    operation_id="read_rescue_board",
    guards=COMMAND,
    responses={304: ResponseSpec(None, description="Nothing has changed", generate_examples=False)},
)
async def read_rescue_board(
    db: NamedDependency[Connection], me: Me, known: Known = None
) -> Response[RescueBoard]:
    """All open incidents, who waits first; 304 while nothing has changed, so that looking every 3 s costs little."""
    head = {"ETag": f'"{await commanding.board_edition(db, me)}"', "Cache-Control": "private, no-cache"}
    if known == head["ETag"]:
        # Only a body of None is left out; in the contract the answer with a body is the board.
        return Response(cast("RescueBoard", None), status_code=HTTP_304_NOT_MODIFIED, headers=head)
    return Response(await commanding.board(db, me), headers=head)


@get("/v1/rescue/nearby", operation_id="list_rescues_nearby", cache_control=NEVER, guards=VOLUNTEERS)
async def list_rescues_nearby(db: NamedDependency[Connection], me: Me) -> RescueNearby:
    """What I hold, and, when I agreed to be asked, what waits near my team's commune."""
    return await commanding.nearby(db, me)


@get(
    "/v1/rescue/incidents/{incident_id:uuid}",
    operation_id="read_incident",
    cache_control=NEVER,
    guards=EITHER,
    responses=problems(RescueNotFound),
)
async def read_incident(incident_id: FromPath[UUID], db: NamedDependency[Connection], me: Me) -> Incident:
    """One incident with its calls and its log; no number."""
    return await commanding.open_incident(db, incident_id, me)


@post(
    "/v1/rescue/incidents/{incident_id:uuid}/steps",
    operation_id="act_on_incident",
    status_code=200,
    guards=EITHER,
    responses=STEP_PROBLEMS,
)
async def act_on_incident(
    incident_id: FromPath[UUID], data: JSONBody[RescueMove], tx: Tx, me: Me
) -> Incident:
    """Take it, call back, set out, reach, end it: one step of the table, on the version I see."""
    return await commanding.act(tx, incident_id, data, me)


@post(
    "/v1/rescue/incidents/{incident_id:uuid}/look",
    operation_id="look_at_numbers",
    status_code=200,
    cache_control=NEVER,
    guards=EITHER,
    responses=problems(NotAllowed, RescueNotFound, RescueTaken),
)
async def look_at_numbers(
    incident_id: FromPath[UUID], tx: Tx, me: Me, settings: NamedDependency[Settings]
) -> Contacts:
    """Whom to call, for the command post and whoever holds it; every look is in the log."""
    return await commanding.look(tx, incident_id, me, settings=settings)


@post(
    "/v1/rescue/incidents/{incident_id:uuid}/split",
    operation_id="split_incident",
    status_code=200,
    guards=COMMAND,
    responses=STEP_PROBLEMS,
)
async def split_incident(
    incident_id: FromPath[UUID],
    data: JSONBody[RescueSplit],
    tx: Tx,
    me: Me,
    settings: NamedDependency[Settings],
) -> Incident:
    """Two houses were taken for one: give a call its own incident."""
    return await commanding.split(tx, incident_id, data, me, settings=settings)


@post(
    "/v1/rescue/incidents/{incident_id:uuid}/merge",
    operation_id="merge_incident",
    status_code=200,
    guards=COMMAND,
    responses=STEP_PROBLEMS,
)
async def merge_incident(
    incident_id: FromPath[UUID], data: JSONBody[RescueMerge], tx: Tx, me: Me
) -> Incident:
    """One house was taken for two: put this incident into another."""
    return await commanding.merge(tx, incident_id, data, me)


HANDLERS = [
    read_rescue_board,
    list_rescues_nearby,
    read_incident,
    act_on_incident,
    look_at_numbers,
    split_incident,
    merge_incident,
]
