"""HTTP of dossiers: one file for each who calls."""

from litestar import Router

from api.dossiers.routes import calendar, citizens, integration, keys, sources
from api.dossiers.routes.keys import system_finder

router = Router(
    "/",
    route_handlers=[
        *integration.handlers,
        citizens.look_up_dossier,
        citizens.mine,
        *keys.handlers,
        *calendar.handlers,
        *sources.handlers,
    ],
    tags=["dossiers"],
)

__all__ = ["router", "system_finder"]
