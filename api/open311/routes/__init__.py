"""The doors of Open311: GeoReport v2 for everybody, and the systems we send cases to for administrators."""

from litestar import Router

from api.open311.routes.georeport import georeport
from api.open311.routes.systems import handlers

router = Router("/", route_handlers=[georeport, *handlers], tags=["open311"])
