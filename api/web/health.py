"""Is the process alive, can it work, and how is it doing."""

import hmac

import msgspec
from litestar import MediaType, Request, Response, Router, get
from litestar.datastructures import State
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.kit.errors import Busy, NotFound
from api.web.auth import public
from api.web.problems import problems

READY = """
select
    (select coalesce(max(beat_at) > now() - interval '30 seconds', false) from worker_beat) as worker,
    (select count(*) from (
        select 1 from outbox_event
        where done_at is null and emitted_at < now() - interval '5 minutes' limit 1000) late) as late
"""
LOOPBACK = {"127.0.0.1", "::1"}


class Health(msgspec.Struct, frozen=True):
    """The process answers; `demo` says that nobody in it is real."""

    status: str = "ok"
    demo: bool = False


class Readiness(msgspec.Struct, frozen=True):
    """What this process leans on: the database, and the workers behind the queue."""

    database: bool
    worker: bool
    late_events: int


@get("/healthz", operation_id="check_health", guards=[public])
async def check_health(state: State) -> Health:
    """Whether the process is alive, and whether it is a demo."""
    return Health(demo=state.settings.demo)


@get("/readyz", operation_id="check_readiness", guards=[public], responses=problems(Busy))
async def check_readiness(state: State) -> Readiness:
    """Whether requests will succeed: the database answers. Workers may lag without harm."""
    try:
        async with state.database.read() as db:
            row = await db.fetchrow(READY)
    except Exception as error:
        raise Busy(detail="Cơ sở dữ liệu chưa sẵn sàng", retry_after=2) from error
    return Readiness(database=True, worker=row["worker"], late_events=row["late"])


@get("/metrics", include_in_schema=False, guards=[public], media_type=MediaType.TEXT)
async def read_metrics(request: Request[object, object, State]) -> Response[bytes]:
    """Prometheus metrics, for those with the token or on this machine; others see no page."""
    token = request.app.state.settings.metrics_token
    sent = request.headers.get("x-metrics-token", "")
    near = request.client is not None and request.client.host in LOOPBACK
    if token:
        allowed = hmac.compare_digest(sent.encode(), token.encode())
    else:
        allowed = near and "x-forwarded-for" not in request.headers
    if not allowed:
        raise NotFound
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


health_router = Router("/", route_handlers=[check_health, check_readiness, read_metrics], tags=["operations"])
