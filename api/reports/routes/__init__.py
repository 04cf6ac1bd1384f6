"""The doors of cases: the citizen's and the agency's."""

from litestar import Router

from api.reports.routes import agency, citizen, desk, erasing, wording

router = Router(
    "/",
    route_handlers=[
        *citizen.HANDLERS,
        *agency.HANDLERS,
        *desk.HANDLERS,
        *erasing.HANDLERS,
        *wording.HANDLERS,
    ],
    tags=["reports"],
)
open_reception = citizen.open_reception
