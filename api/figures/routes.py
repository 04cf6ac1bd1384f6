"""The public doors of figures and open data: the same for everybody, cacheable, without persons."""

from collections.abc import AsyncIterator, Callable
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.datastructures import CacheControlHeader, State
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, QueryParameter
from litestar.response import Stream

from api.figures import actions
from api.figures.contracts import FiguresBy, FigureSheet, OpenCase
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.settings import Settings
from api.web.auth import public
from api.web.limits import limited
from api.web.problems import problems

A_WHILE = CacheControlHeader(public=True, max_age=300)
PAGE, PAGE_MAX = 20_000, 100_000
Month = Annotated[
    str | None, QueryParameter(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", description="Tháng: 2026-11")
]
Code = Annotated[str | None, QueryParameter(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
Commune = Annotated[
    str | None, QueryParameter(pattern=r"^[0-9]{5}$", description="Mã xã, phường nay hoặc cũ")
]
OnDay = Annotated[date | None, QueryParameter(description="Mã xã, phường theo ngày này; mặc định hôm nay")]
Limit = Annotated[int, QueryParameter(ge=1, le=PAGE_MAX)]
Before = Annotated[int | None, QueryParameter(ge=1, le=2**62, description="Trang sau: số trong tiêu đề Link")]
CSV, GEOJSON = "text/csv", "application/geo+json"


def sheet_asked(
    *,
    by: FromQuery[FiguresBy] = FiguresBy.MONTH,
    since: Month = None,
    until: Month = None,
    category: Code = None,
    agency: FromQuery[UUID | None] = None,
    commune: Commune = None,
    on: OnDay = None,
) -> actions.SheetAsked:
    """What a reader asks for, in whatever form they want it; nothing is judged here, while connections open."""
    return actions.SheetAsked(
        by=by, since=since, until=until, category=category, agency_id=agency, commune=commune, on=on
    )


def cases_asked(
    *, since: Month = None, until: Month = None, before: Before = None, limit: Limit = PAGE
) -> actions.CasesAsked:
    """Which published cases a reader wants."""
    return actions.CasesAsked(since=since, until=until, before=before, limit=limit)


@get(
    "/v1/figures",
    operation_id="read_figures",
    guards=[public],
    cache_control=A_WHILE,
    responses=problems(Invalid),
)
async def read_figures(
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    sheet: NamedDependency[actions.SheetAsked],
) -> FigureSheet:
    """Cases received in these months (the last twelve), every count with its definition and denominator."""
    return await actions.show(db, sheet, settings=settings)


@get(
    "/v1/figures.csv",
    operation_id="download_figures",
    guards=[public],
    cache_control=A_WHILE,
    media_type=CSV,
    responses=problems(Invalid),
)
async def download_figures(
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    sheet: NamedDependency[actions.SheetAsked],
) -> Response[bytes]:
    """The same sheet for a spreadsheet."""
    return Response(
        actions.as_csv(await actions.show(db, sheet, settings=settings)).encode(),
        media_type=f"{CSV}; charset=utf-8",
        headers=as_file("so-lieu-phan-anh.csv"),
    )


@get(
    "/v1/open-data/reports.csv",
    operation_id="download_reports_csv",
    guards=[public, limited(60)],
    cache_control=A_WHILE,
    media_type=CSV,
    responses=problems(Invalid),
)
async def download_reports_csv(
    request: Request[Any, Any, State],
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    cases: NamedDependency[actions.CasesAsked],
) -> Response[Any]:
    """Published cases as CSV, newest first: codes, days, rounded places; nothing anybody wrote."""
    return await sent(request, db, actions.download(cases, settings=settings), write=actions.csv_of, kind=CSV)


@get(
    "/v1/open-data/reports.geojson",
    operation_id="download_reports_geojson",
    guards=[public, limited(60)],
    cache_control=A_WHILE,
    media_type=GEOJSON,
    responses=problems(Invalid),
)
async def download_reports_geojson(
    request: Request[Any, Any, State],
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    cases: NamedDependency[actions.CasesAsked],
) -> Response[Any]:
    """The same as GeoJSON (RFC 7946)."""
    return await sent(
        request, db, actions.download(cases, settings=settings), write=actions.geojson_of, kind=GEOJSON
    )


Writer = Callable[[AsyncIterator[list[OpenCase]]], AsyncIterator[bytes]]


def as_file(name: str) -> dict[str, str]:
    """A browser saves it under this name."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}


async def sent(
    request: Request[Any, Any, State],
    db: Connection,
    wanted: actions.Download,
    *,
    write: Writer,
    kind: str,
) -> Response[Any]:
    """A download as a stream; 304 to whoever has it already; the next page in `Link`."""
    tag = await actions.tag_of(db, wanted)
    headers = {"ETag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers)
    following = await actions.next_before(db, wanted)
    if following is not None:
        query = {**dict(request.query_params), "before": following}
        headers["Link"] = f'<{request.url.path}?{urlencode(query)}>; rel="next"'
    name = "phan-anh-cong-khai." + ("csv" if kind == CSV else "geojson")
    pieces = actions.cases(request.app.state.database, wanted)
    charset = "; charset=utf-8" if kind == CSV else ""
    return Stream(write(pieces), media_type=kind + charset, headers=headers | as_file(name))


router = Router(
    "/",
    route_handlers=[read_figures, download_figures, download_reports_csv, download_reports_geojson],
    dependencies={
        "sheet": Provide(sheet_asked, sync_to_thread=False),
        "cases": Provide(cases_asked, sync_to_thread=False),
    },
    tags=["figures"],
)
