"""HTTP of dossiers: one file for each who calls."""

from litestar import Router

from api.dossiers.routes import asking, calendar, citizens, integration, keys, sharing, sources
from api.dossiers.routes.keys import system_finder
from api.web.auth import signed_in

router = Router(
    "/",
    route_handlers=[
        *integration.handlers,
        citizens.look_up_dossier,
        citizens.mine,
        Router("/", route_handlers=[*sharing.handlers], guards=[signed_in]),
        *asking.handlers,
        *keys.handlers,
        *calendar.handlers,
        *sources.handlers,
    ],
    tags=["dossiers"],
)

__all__ = ["router", "system_finder"]
