"""HTTP of what is around a report."""

from uuid import UUID

from litestar import Response, Router, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, JSONBody

from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.principal import Principal, Role
from api.nearby import actions
from api.nearby.contracts import Around, NearestList, NearList, NewWitness, Place, Question, Support
from api.nearby.rules import NothingToWitness, WitnessIdTaken
from api.web.auth import needs, public
from api.web.limits import limited
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)


@post(
    "/v1/reports/nearby",
    operation_id="look_nearby",
    status_code=200,
    guards=[public, limited(3_000)],
    cache_control=NEVER,
)
async def look_nearby(data: JSONBody[Question], db: NamedDependency[Connection]) -> NearList:
    """What is reported already where one is about to report; a question by POST, so that no address names a place."""
    return await actions.look(db, data)


@post(
    "/v1/reports/nearest",
    operation_id="list_nearest_reports",
    status_code=200,
    guards=[public, limited(3_000)],
    cache_control=NEVER,
)
async def list_nearest_reports(data: JSONBody[Place], db: NamedDependency[Connection]) -> NearestList:
    """Verified cases, the nearest first."""
    return await actions.nearest(db, data)


@post(
    "/v1/reports/{report_id:uuid}/witnesses",
    operation_id="witness_report",
    guards=[public, limited(1_200)],
    responses={
        200: ResponseSpec(Support, description="Said before: counted once", generate_examples=False),
        **problems(NothingToWitness, WitnessIdTaken),
    },
)
async def witness_report(
    report_id: FromPath[UUID],
    data: JSONBody[NewWitness],
    tx: NamedDependency[Connection],
    caller: NamedDependency[Principal | None],
) -> Response[Support]:
    """Say "me too", with or without an account; the same id again changes nothing."""
    support, fresh = await actions.witness(tx, report_id, data, caller=caller)
    return Response(support, status_code=201 if fresh else 200)


@get(
    "/v1/agency/reports/{report_id:uuid}/around",
    operation_id="read_report_around",
    guards=[needs(Role.HANDLER, Role.OFFICER)],
    cache_control=NEVER,
    responses=problems(NotAllowed, NothingToWitness),
)
async def read_report_around(
    report_id: FromPath[UUID], db: NamedDependency[Connection], me: NamedDependency[Principal]
) -> Around:
    """How it came in (accuracy, clock, photo elsewhere), where else it may lie, and the others of its incident."""
    return await actions.around(db, report_id, me)


router = Router(
    "/",
    route_handlers=[look_nearby, list_nearest_reports, witness_report, read_report_around],
    tags=["reports"],
)
