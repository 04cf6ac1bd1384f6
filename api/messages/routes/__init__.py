"""The doors of messages: a person's own, the staff's, and those of carriers and links in e-mails."""

from litestar import Router
from litestar.datastructures import CacheControlHeader

from api.kit.principal import Role
from api.messages.routes import campaigns, inbox, outside, preferences, staff
from api.web.auth import needs, public, signed_in

NEVER_KEPT = CacheControlHeader(no_store=True)
router = Router(
    "/",
    route_handlers=[
        Router("/", route_handlers=[*inbox.HANDLERS, *preferences.HANDLERS], guards=[signed_in]),
        Router("/", route_handlers=staff.HANDLERS, guards=[needs(Role.OFFICER, Role.ADMIN)]),
        Router("/", route_handlers=campaigns.HANDLERS, guards=[needs(Role.OFFICER)]),
        Router("/", route_handlers=outside.HANDLERS, guards=[public]),
    ],
    tags=["messages"],
    cache_control=NEVER_KEPT,
)
