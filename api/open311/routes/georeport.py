"""The doors of Open311 GeoReport v2, in XML and JSON; its errors are told in its own shape."""

from collections.abc import Awaitable
from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.datastructures import CacheControlHeader, State, UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import FromPath

from api.kit.db import Connection
from api.kit.errors import Problem, TooLarge
from api.kit.files import Files
from api.kit.settings import Settings
from api.open311.actions import posting, serving
from api.open311.contracts import SCOPE
from api.open311.rules import reading, writing
from api.web.auth import SystemCall, public
from api.web.limits import limited
from api.web.problems import as_problem, render

ROOT = "/open311"
PHOTO_MAX = 12 * 1024 * 1024
FORMS = {"", RequestEncodingType.URL_ENCODED}
"""What a post's body may be beside multipart; a post may also say all in its address."""
BRIEFLY = CacheControlHeader(public=True, max_age=60)
NEVER = CacheControlHeader(no_store=True)
Asked = Request[Any, Any, State]
Answer = Response[bytes]


def form_of(request: Asked) -> str:
    """The format named by the end of the path; where it names none, what the caller accepts, else XML."""
    form: str = request.scope["path"].rpartition(".")[2]
    if form in writing.TYPES:
        return form
    return "json" if "json" in request.headers.get("accept", "") else "xml"


def answered(request: Asked, answer: object, *, root: str, status: int = 200) -> Answer:
    """An answer in the format of the path."""
    form = form_of(request)
    kind = writing.content_type(form, request.headers.get("accept", ""))
    return Response(
        writing.written(answer, root=root, form=form), status_code=status, headers={"Content-Type": kind}
    )


def told(request: Asked, error: Exception) -> Response[Any]:
    """An error as its address tells errors: below /open311 in Open311's shape, elsewhere as a problem.

    403 for a key, 404 for what is not there, 405 for a method, else 400; so too where no route is.
    """
    rendered = render(request, error)
    if request.scope["path"] != ROOT and not request.scope["path"].startswith(f"{ROOT}/"):
        return rendered
    faults = reading.fault_of(as_problem(error))
    answer = answered(request, faults, root="errors", status=faults[0].code)
    answer.headers = {**rendered.headers, **answer.headers}
    return answer


def query(request: Asked) -> reading.Fields:
    """The parameters of the address."""
    return reading.gathered(reading.pairs(request.scope["query_string"]))


def named(name: str) -> str:
    """`123.json` → `123`; a name without a format is none of ours, nor is one that no text can hold."""
    bare, dot, form = name.rpartition(".")
    if not dot or form not in writing.TYPES or "\x00" in bare:
        raise reading.Open311NotFound(detail="chỉ có .xml và .json")
    return bare


@get(
    [
        "/open311/discovery.json",
        "/open311/discovery.xml",
        "/open311/v2/discovery.json",
        "/open311/v2/discovery.xml",
    ],
    cache_control=BRIEFLY,
)
async def discover(request: Asked, settings: NamedDependency[Settings]) -> Answer:
    """Where everything is."""
    return answered(request, serving.discover(settings), root="discovery")


@get(["/open311/v2/services.json", "/open311/v2/services.xml"], cache_control=BRIEFLY)
async def list_services(request: Asked, db: NamedDependency[Connection]) -> Answer:
    """What can be reported."""
    return answered(request, await serving.services(db, query(request)), root="services")


@get("/open311/v2/services/{name:str}", cache_control=BRIEFLY)
async def read_definition(request: Asked, db: NamedDependency[Connection], name: FromPath[str]) -> Answer:
    """What a service asks for."""
    found = await serving.define(db, named(name), query(request))
    return answered(request, found, root="service_definition")


@get(["/open311/v2/requests.json", "/open311/v2/requests.xml"], cache_control=BRIEFLY)
async def list_requests(
    request: Asked, db: NamedDependency[Connection], settings: NamedDependency[Settings]
) -> Answer:
    """Published cases."""
    found = await serving.browse(db, query(request), settings=settings)
    return answered(request, found, root="service_requests")


@get(["/open311/v2/requests/{name:str}", "/open311/v2/request/{name:str}"], cache_control=BRIEFLY)
async def read_request(
    request: Asked,
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    name: FromPath[str],
) -> Answer:
    """One published case; the official swagger calls it /request/."""
    found = await serving.show(db, named(name), query(request), settings=settings)
    return answered(request, found, root="service_requests")


@get(
    ["/open311/v2/servicerequestupdates.json", "/open311/v2/servicerequestupdates.xml"],
    cache_control=BRIEFLY,
)
async def list_updates(request: Asked, db: NamedDependency[Connection]) -> Answer:
    """What changed: FixMyStreet's extension."""
    found = await serving.updates(db, query(request))
    return answered(request, found, root="service_request_updates")


@get("/open311/v2/tokens/{name:str}", cache_control=NEVER)
async def read_token(request: Asked, db: NamedDependency[Connection], name: FromPath[str]) -> Answer:
    """The id of a request that was posted."""
    found = await posting.follow(db, named(name), query(request))
    return answered(request, [found], root="service_requests")


@post(
    ["/open311/v2/requests.json", "/open311/v2/requests.xml"],
    guards=[limited(600)],
    status_code=201,
    request_max_body_size=PHOTO_MAX + 64_000,
)
async def post_request(
    request: Asked,
    tx: NamedDependency[Connection],
    files: NamedDependency[Files],
    settings: NamedDependency[Settings],
) -> Answer:
    """Report something; the answer is a token."""
    pairs, photo = await form_sent(request)
    fields = reading.gathered([*reading.pairs(request.scope["query_string"]), *pairs])
    system = await poster(request, tx, reading.one(fields, "api_key"))
    kept = await posting.post(
        tx, fields, system=system.name, demo=system.demo, photo=photo,
        once=request.headers.get("idempotency-key"), files=files, settings=settings,
    )  # fmt: skip
    return answered(request, [kept], root="service_requests", status=201)


async def poster(request: Asked, tx: Connection, key: str | None) -> Any:
    """The system whose key this is; Open311 puts it in the form, our own systems in a header."""
    key = key or request.headers.get("x-api-key")
    if not key:
        raise reading.Open311KeyRefused
    call = SystemCall(key=key, headers=request.headers, method="POST", target=request.scope["path"], body=b"")
    finding: Awaitable[Any] = request.app.state.find_system(tx, call)
    try:
        system = await finding
    except Problem as problem:
        raise reading.Open311KeyRefused(detail=problem.detail) from problem
    if system is None or SCOPE not in system.scopes:
        raise reading.Open311KeyRefused
    return system


async def form_sent(request: Asked) -> tuple[list[tuple[str, str]], bytes | None]:
    """The fields of a post's form, and the photo of a multipart one, as `three` sends it."""
    kind = request.content_type[0]
    if kind == RequestEncodingType.MULTI_PART:
        sent = list((await request.form()).multi_items())
        fields = [(name, value) for name, value in sent if isinstance(value, str)]
        return fields, await first_photo([value for _, value in sent])
    body = await request.body()
    if body and kind not in FORMS:
        raise reading.wrong(field="Content-Type", message=f"cần {RequestEncodingType.URL_ENCODED.value}")
    return reading.pairs(body), None


async def first_photo(values: list[Any]) -> bytes | None:
    """The first file among these."""
    for value in values:
        if isinstance(value, UploadFile):
            data = await value.read()
            if len(data) > PHOTO_MAX:
                raise TooLarge
            return data or None
    return None


georeport = Router(
    "/",
    route_handlers=[
        discover, list_services, read_definition, list_requests, read_request, list_updates, read_token, post_request,
    ],
    tags=["open311"],
    guards=[public],
    include_in_schema=False,
)  # fmt: skip
