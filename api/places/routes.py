"""HTTP of places: all public, cached, revalidated by ETag."""

from datetime import date
from typing import Annotated

from litestar import Response, Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import PathParameter, QueryParameter

from api.kit.db import Connection
from api.kit.errors import Invalid, NotFound
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.places import actions, store
from api.places.contracts import Change, Commune, CommuneLine, CommuneMap, Located, Province
from api.web.auth import public
from api.web.problems import problems

HOUR = CacheControlHeader(public=True, max_age=3600)
DAY = CacheControlHeader(public=True, max_age=86_400)
MAP_SUFFIX = ".topo.json"

MAP = ResponseSpec(data_container=CommuneMap, description="TopoJSON", generate_examples=False)

Db = NamedDependency[Connection]
ProvinceCode = Annotated[str | None, QueryParameter(pattern=r"^\d{2}$", description="Mã tỉnh, thành phố")]
CommuneCode = Annotated[str, PathParameter(pattern=r"^\d{5}$", description="Mã xã, phường, đặc khu")]
Words = Annotated[str | None, QueryParameter(max_length=200, description="Tên, có dấu hay không dấu")]
OnDay = Annotated[date | None, QueryParameter(description="Ngày cần tra, mặc định hôm nay")]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Latitude = Annotated[float, QueryParameter(ge=-90, le=90)]
Longitude = Annotated[float, QueryParameter(ge=-180, le=180)]
Accuracy = Annotated[float, QueryParameter(ge=0, le=100_000, description="Sai số vị trí, mét")]


@get("/v1/provinces", operation_id="list_provinces", cache_control=HOUR)
async def list_provinces(db: Db) -> Page[Province]:
    """The 34 provinces and cities, in dictionary order."""
    return Page(await store.list_provinces(db))


@get("/v1/communes", operation_id="list_communes", cache_control=HOUR, responses=problems(Invalid))
async def list_communes(
    *,
    db: Db,
    province: ProvinceCode = None,
    q: Words = None,
    on: OnDay = None,
    cursor: Cursor = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Page[CommuneLine]:
    """Communes in force on a day, best match first when searched."""
    return await actions.list_communes(db, province=province, q=q, on=on, cursor=cursor, limit=limit)


@get(
    "/v1/communes/{code:str}",
    operation_id="find_commune",
    cache_control=HOUR,
    responses=problems(actions.CommuneNotFound, Invalid),
)
async def find_commune(db: Db, code: CommuneCode, on: OnDay = None) -> Commune:
    """A commune as it was on a day."""
    return await actions.find_commune(db, code, on=on)


@get(
    "/v1/commune-changes", operation_id="list_commune_changes", cache_control=DAY, responses=problems(Invalid)
)
async def list_commune_changes(
    db: Db,
    code: Annotated[str | None, QueryParameter(pattern=r"^\d{5}$", description="Mã cũ hoặc mới")] = None,
    q: Annotated[str | None, QueryParameter(max_length=200, description="Tên cũ")] = None,
) -> Page[Change]:
    """What became of a commune, or what it was made from; by code or by former name."""
    return await actions.list_changes(db, code=code, q=q)


@get(
    "/v1/locate",
    operation_id="locate_point",
    cache_control=CacheControlHeader(private=True, max_age=60),
    responses=problems(Invalid),
)
async def locate(db: Db, lat: Latitude, lon: Longitude, accuracy_m: Accuracy = 0) -> Located:
    """Communes a point may lie in, nearest first. Never kept: a position is personal."""
    return await actions.locate(db, lat, lon, accuracy_m=accuracy_m)


@get(
    "/v1/geo/{file:str}",
    operation_id="show_commune_map",
    cache_control=HOUR,
    responses=problems(NotFound) | {200: MAP},
)
async def show_commune_map(
    db: Db,
    file: Annotated[str, PathParameter(pattern=r"^\d{2}\.topo\.json$", description="46.topo.json")],
) -> Response[bytes]:
    """Commune map of a province as quantised TopoJSON; `sketch` says the cells are not borders."""
    drawn = await actions.maps.find(db, file.removesuffix(MAP_SUFFIX))
    return Response(drawn.body, media_type="application/json")


router = Router(
    "/",
    route_handlers=[
        list_provinces,
        list_communes,
        find_commune,
        list_commune_changes,
        locate,
        show_commune_map,
    ],
    guards=[public],
    tags=["places"],
)
