"""The doors of procedures."""

from litestar import Router

from api.procedures.routes import citizen
from api.web.auth import public

router = Router("/", route_handlers=citizen.HANDLERS, guards=[public], tags=["procedures"])
