"""HTTP of connected systems: they tell what happened to dossiers. docs/integration.md is their manual."""

from typing import Annotated

from litestar import Response, put
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import JSONBody, PathParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from api.dossiers.actions import intake
from api.dossiers.actions.keys import Source
from api.dossiers.contracts import DossierChange, Receipt
from api.dossiers.rules.proof import EventIdReused
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.settings import Settings
from api.kit.signing import SignatureRefused
from api.web.auth import System, api_key
from api.web.problems import problems

Tx = NamedDependency[Connection]
Speaker = NamedDependency[System]
Configured = NamedDependency[Settings]
DossierCode = Annotated[
    str, PathParameter(max_length=300, description="Mã hồ sơ, có thể chứa dấu /", required=True)
]
KEPT_BEFORE = {200: ResponseSpec(data_container=Receipt, description="The dossier was known before")}


@put(
    "/v1/integration/dossiers/{code:path}",
    operation_id="tell_dossier_change",
    status_code=HTTP_201_CREATED,
    guards=[api_key("dossiers:write")],
    responses=problems(EventIdReused, Invalid, SignatureRefused) | KEPT_BEFORE,
)
async def tell_dossier_change(
    tx: Tx, system: Speaker, settings: Configured, code: DossierCode, data: JSONBody[DossierChange]
) -> Response[Receipt]:
    """Tell one event of a dossier. Safe to repeat: the same event id is taken once."""
    source = Source(system=system.name, demo=system.demo)
    receipt, created = await intake.tell_change(
        tx, code.removeprefix("/"), data, source=source, settings=settings
    )
    return Response(receipt, status_code=HTTP_201_CREATED if created else HTTP_200_OK)
