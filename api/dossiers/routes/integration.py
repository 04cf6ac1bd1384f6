"""HTTP of connected systems: they tell what happened to dossiers. docs/integration.md is their manual."""

from typing import Annotated

from litestar import Response, get, post, put
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import JSONBody, PathParameter, QueryParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from api.dossiers.actions import batches, intake
from api.dossiers.actions.keys import Source
from api.dossiers.contracts import DossierChange, Receipt
from api.dossiers.contracts.integration import BatchAnswer, ChangeBatch, Gap, HeldEvent, ToldChange
from api.dossiers.rules.proof import EventIdReused
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.settings import Settings
from api.kit.signing import SignatureRefused
from api.web.auth import System, api_key
from api.web.problems import problems

Tx = NamedDependency[Connection]
Speaker = NamedDependency[System]
Db = NamedDependency[Connection]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
BATCH_BYTES = 16_000_000
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


@post(
    "/v1/integration/dossiers",
    operation_id="tell_dossier_changes",
    status_code=HTTP_200_OK,
    guards=[api_key("dossiers:write")],
    request_max_body_size=BATCH_BYTES,
    responses=problems(Invalid, SignatureRefused),
    opt={"items_are": {ChangeBatch: ToldChange}},
)
async def tell_dossier_changes(
    tx: Tx, system: Speaker, settings: Configured, data: JSONBody[ChangeBatch]
) -> BatchAnswer:
    """Tell up to 10,000 events of any dossiers; one result an item, a bad item loses no other."""
    source = Source(system=system.name, demo=system.demo)
    return await batches.tell_changes(tx, data.items, source=source, settings=settings)


@get(
    "/v1/integration/gaps",
    operation_id="list_sequence_gaps",
    guards=[api_key("dossiers:read")],
    responses=problems(Invalid, SignatureRefused),
)
async def list_sequence_gaps(
    db: Db, system: Speaker, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[Gap]:
    """Sequence numbers of this system's dossiers that never came."""
    return await batches.list_gaps(db, system.name, cursor=cursor, limit=limit)


@get(
    "/v1/integration/held",
    operation_id="list_held_events",
    guards=[api_key("dossiers:read")],
    responses=problems(Invalid, SignatureRefused),
)
async def list_held_events(
    db: Db, system: Speaker, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[HeldEvent]:
    """Events of this system that were kept but do not count, the newest first, and why."""
    return await batches.list_held(db, system.name, cursor=cursor, limit=limit)


handlers = [tell_dossier_change, tell_dossier_changes, list_sequence_gaps, list_held_events]
