"""The doors of warnings: everybody reads, officers keep the desk, people keep their places."""

from litestar import Router

from api.alerts.routes import desk, places, reading, sources
from api.web.answers import Json

router = Router(
    "/",
    route_handlers=[
        Router("/", route_handlers=reading.plain, response_class=Json),
        *reading.handlers,
        *desk.handlers,
        *places.handlers,
        *sources.handlers,
    ],
    tags=["alerts"],
)
