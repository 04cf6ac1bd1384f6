"""What anybody may ask: public, cached, revalidated by ETag."""

from typing import Annotated

from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import PathParameter, QueryParameter

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.procedures.actions import finding, showing
from api.procedures.contracts import Found, Journey, Level, LifeEvent, Procedure, ProcedureLine, Suggestions
from api.web.answers import Get
from api.web.database import AnyRequest
from api.web.problems import problems

MINUTES = CacheControlHeader(public=True, max_age=300)
HOUR = CacheControlHeader(public=True, max_age=3600)

Db = NamedDependency[Connection]
Words = Annotated[str | None, QueryParameter(max_length=300, description="Điều cần làm, bằng lời của mình")]
AtLevel = Annotated[Level | None, QueryParameter(description="Nơi làm")]
Cursor = Annotated[str | None, QueryParameter(max_length=200)]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Few = Annotated[int, QueryParameter(ge=1, le=20)]
AtProvince = Annotated[
    str | None, QueryParameter(max_length=3, description="Mã tỉnh, thành phố của người hỏi")
]
AtCommune = Annotated[str | None, QueryParameter(max_length=5, description="Mã xã, phường của người xem")]
Code = Annotated[str, PathParameter(max_length=40, description="Mã thủ tục, ví dụ 1.001193")]


@Get("/v1/procedures", operation_id="find_procedures", cache_control=MINUTES, responses=problems(Invalid))
async def find_procedures(
    *,
    request: AnyRequest,
    q: Words = None,
    level: AtLevel = None,
    province: AtProvince = None,
    cursor: Cursor = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Found:
    """Procedures for a query in any words, best first; `hotline` when nothing fits."""
    # Two dependencies would be an eighth of what this costs: a task group, and generators around the handler.
    state = request.app.state
    return await finding.find(
        state.database,
        q=q,
        level=level,
        province=province,
        cursor=cursor,
        limit=limit,
        hotline=state.settings.hotline,
    )


@Get(
    "/v1/procedures/suggestions",
    operation_id="suggest_procedures",
    cache_control=MINUTES,
    responses=problems(Invalid),
)
async def suggest_procedures(
    request: AnyRequest,
    q: Words = None,
    province: AtProvince = None,
    limit: Few = 8,
) -> Suggestions:
    """How what was typed may go on, each with the procedure it leads to."""
    return await finding.suggest(request.app.state.database, q=q, province=province, limit=limit)


@Get(
    "/v1/procedures/popular",
    operation_id="list_popular_procedures",
    cache_control=MINUTES,
    responses=problems(Invalid),
)
async def list_popular_procedures(
    request: AnyRequest,
    province: AtProvince = None,
    limit: Few = 8,
) -> Page[ProcedureLine]:
    """What most people of a province want."""
    return Page(await finding.list_popular(request.app.state.database, province=province, limit=limit))


@Get(
    "/v1/procedures/{code:str}",
    operation_id="show_procedure",
    cache_control=MINUTES,
    responses=problems(showing.ProcedureNotFound, Invalid),
)
async def show_procedure(db: Db, code: Code, commune: AtCommune = None) -> Procedure:
    """The page of one procedure; with a commune it says where there, and counts its days off."""
    return await showing.find_procedure(db, code, commune=commune)


@Get("/v1/life-events", operation_id="list_life_events", cache_control=HOUR)
async def list_life_events(db: Db) -> Page[LifeEvent]:
    """Moments of life, each with its procedures in order."""
    return Page(await showing.list_life_events(db))


@Get(
    "/v1/life-events/{code:str}",
    operation_id="show_life_event",
    cache_control=HOUR,
    responses=problems(showing.LifeEventNotFound, Invalid),
)
async def show_life_event(db: Db, code: Code) -> Journey:
    """A moment of life: what to do when, what goes together, which papers to bring once."""
    return await showing.find_journey(db, code)


HANDLERS = [
    find_procedures,
    suggest_procedures,
    list_popular_procedures,
    show_procedure,
    list_life_events,
    show_life_event,
]
