"""The doors of Open311: GeoReport v2 for everybody, and the systems we send cases to for administrators."""

from litestar import Router

from api.open311.routes.georeport import georeport, told
from api.open311.routes.systems import handlers

__all__ = ["router", "told"]
router = Router("/", route_handlers=[georeport, *handlers], tags=["open311"])
