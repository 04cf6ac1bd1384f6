"""The doors of rescues: the caller's, the SMS gateway's, the command post's and the volunteers'."""

from litestar import Router

from api.rescue.routes import calling, commanding

router = Router("/", route_handlers=[*calling.HANDLERS, *commanding.HANDLERS], tags=["rescue"])
