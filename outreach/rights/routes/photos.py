"""Photos of visits over HTTP."""

from typing import Annotated
from uuid import UUID

from litestar import Response, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, PathParameter, QueryParameter, RawBody

from api.kit.db import Connection, Database
from api.kit.files import Files
from api.kit.principal import Principal, Role
from api.web.auth import needs, signed_in
from api.web.problems import problems
from outreach.rights import rules
from outreach.rights.actions import photos as actions
from outreach.rights.contracts.photos import PhotoArrived

LARGEST = 12 * 1024 * 1024
Digest = Annotated[str, PathParameter(pattern="^[0-9a-f]{64}$", description="SHA-256 của cả ảnh")]
Offset = Annotated[int, QueryParameter(ge=0, le=LARGEST)]
PATH = "/visits/{visit_id:uuid}/photos/{digest:str}"


@put(
    PATH,
    operation_id="put_visit_photo",
    status_code=200,
    guards=[signed_in],
    request_max_body_size=LARGEST + 1,
    responses=problems(
        rules.PhotoWithdrawn, rules.VisitPhotoNotFound, rules.VisitPhotoUnusable, rules.VisitPhotoMisplaced
    ),
)
async def put_photo(
    *,
    visit_id: FromPath[UUID],
    digest: Digest,
    body: RawBody,
    me: NamedDependency[Principal],
    database: NamedDependency[Database],
    files: NamedDependency[Files],
    offset: Offset = 0,
) -> PhotoArrived:
    """Send a photo a visit names, whole or from where it broke off; one that was withdrawn is refused by its hash."""
    return await actions.add(
        database, me, visit_id, bytes.fromhex(digest), offset=offset, content=body, files=files
    )


@get(
    f"{PATH}/pieces",
    operation_id="count_visit_photo_pieces",
    guards=[signed_in],
    responses=problems(rules.PhotoWithdrawn, rules.VisitPhotoNotFound),
)
async def count_pieces(
    visit_id: FromPath[UUID], digest: Digest, db: NamedDependency[Connection], me: NamedDependency[Principal]
) -> PhotoArrived:
    """Where to go on with a photo whose sending broke off."""
    return await actions.arrived(db, me, visit_id, bytes.fromhex(digest))


@get(
    PATH,
    operation_id="show_visit_photo",
    guards=[needs(Role.VOLUNTEER)],
    responses=problems(rules.PhotoWithdrawn, rules.VisitPhotoNotFound),
)
async def show_photo(
    *,
    visit_id: FromPath[UUID],
    digest: Digest,
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    files: NamedDependency[Files],
) -> Response[bytes]:
    """A photo of a visit of your team."""
    content = await actions.show(db, me, visit_id, bytes.fromhex(digest), files=files)
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type="image/*", headers=headers)


handlers = [put_photo, count_pieces, show_photo]
