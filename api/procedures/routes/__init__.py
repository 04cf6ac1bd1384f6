"""The doors of procedures."""

from litestar import Router

from api.procedures.routes import citizen, counting
from api.web.answers import Json
from api.web.auth import public

router = Router(
    "/",
    route_handlers=[
        Router("/", route_handlers=citizen.HANDLERS, guards=[public], response_class=Json),
        *counting.HANDLERS,
    ],
    tags=["procedures"],
)
open_tally = counting.open_tally
