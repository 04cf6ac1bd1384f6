"""The doors of gauges: stations' systems send, everybody reads, officers judge and record orders."""

from typing import Annotated

import msgspec
from litestar import Response, Router, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.gauges.actions import deciding, intake, showing
from api.gauges.contracts import (
    BatchAnswer,
    Crossing,
    Doubted,
    GaugeBoard,
    Judgement,
    NewOrder,
    Order,
    ReadingBatch,
    SentReading,
    StationDetail,
)
from api.gauges.rules.problems import OrderIdTaken, OrderUnusable, ReadingNotFound, StationNotFound
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.signing import SignatureRefused
from api.web.auth import System, api_key, needs, public
from api.web.problems import problems

MINUTE = CacheControlHeader(public=True, max_age=60)


class Crossings(msgspec.Struct, frozen=True, kw_only=True):
    """Crossings of alarm levels, newest first."""

    items: list[Crossing]


@get("/v1/gauges", operation_id="list_gauges", guards=[public], cache_control=MINUTE)
async def list_gauges(
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    province: Annotated[str | None, QueryParameter(pattern=r"^[0-9]{2}$")] = None,
) -> GaugeBoard:
    """Rivers, rain and reservoirs of a province: last good values with their age, alarms, risk, orders; cameras."""
    return await showing.board(db, province or settings.province_code)


@get(
    "/v1/gauges/{code:str}",
    operation_id="read_gauge",
    guards=[public],
    cache_control=MINUTE,
    responses=problems(StationNotFound),
)
async def read_gauge(code: FromPath[str], db: NamedDependency[Connection]) -> StationDetail:
    """One station: its last day, its crossings of alarm levels, a reservoir's orders."""
    return await showing.show(db, code)


@post(
    "/v1/integration/gauge-readings",
    operation_id="send_gauge_readings",
    status_code=200,
    guards=[api_key("gauges:write")],
    responses=problems(Invalid, SignatureRefused),
    opt={"items_are": {ReadingBatch: SentReading}},
)
async def send_gauge_readings(
    tx: NamedDependency[Connection], system: NamedDependency[System], data: JSONBody[ReadingBatch]
) -> BatchAnswer:
    """Send up to 1,000 readings; one result an item. Sending again is safe; what cannot be believed is kept and flagged."""
    return await intake.take_readings(tx, data, system=system.name)


@get(
    "/v1/gauge-readings/doubted",
    operation_id="list_doubted_readings",
    guards=[needs(Role.OFFICER)],
    responses=problems(Invalid),
)
async def list_doubted_readings(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    cursor: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> Page[Doubted]:
    """Readings that are not believed and wait for an officer's word."""
    return await deciding.list_doubted(db, me, cursor=cursor, limit=limit)


@post(
    "/v1/gauge-readings/{reading_id:int}/judge",
    operation_id="judge_gauge_reading",
    status_code=204,
    guards=[needs(Role.OFFICER)],
    responses=problems(ReadingNotFound),
)
async def judge_gauge_reading(
    reading_id: FromPath[int],
    data: JSONBody[Judgement],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> None:
    """Believe a reading or not, with a reason; it goes before the flags."""
    await deciding.judge(tx, reading_id, data, me)


@get("/v1/gauge-crossings", operation_id="list_gauge_crossings", guards=[needs(Role.OFFICER)])
async def list_gauge_crossings(db: NamedDependency[Connection], me: NamedDependency[Principal]) -> Crossings:
    """When rivers passed alarm levels: what a warning may be drafted of."""
    return Crossings(items=await deciding.list_crossings(db, me))


@post(
    "/v1/reservoir-orders",
    operation_id="record_reservoir_order",
    guards=[needs(Role.OFFICER)],
    responses={
        200: ResponseSpec(Order, description="Sent before: the first answer", generate_examples=False),
        **problems(OrderIdTaken, OrderUnusable, StationNotFound),
    },
)
async def record_reservoir_order(
    data: JSONBody[NewOrder],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Response[Order]:
    """Record an order to discharge; everybody sees it at once. Sending again is safe."""
    order, is_new = await deciding.record_order(tx, data, me, demo=settings.demo)
    return Response(order, status_code=201 if is_new else 200)


router = Router(
    "/",
    route_handlers=[
        list_gauges,
        read_gauge,
        send_gauge_readings,
        list_doubted_readings,
        judge_gauge_reading,
        list_gauge_crossings,
        record_reservoir_order,
    ],
    tags=["gauges"],
)
