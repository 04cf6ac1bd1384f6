"""The doors of photos: the reporter's upload, and the copies everybody may see."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from litestar import Response, Router, get, put
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat, OpenAPIType
from litestar.params import FromPath, HeaderParameter, PathParameter, QueryParameter, RawBody

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.images import ImageKind
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.photos import actions
from api.photos.contracts import MAX_BYTES, PhotoReceipt, Size
from api.photos.rules import (
    PhotoNotExpected,
    PhotoNotFound,
    PhotoPlaceTaken,
    PhotoTooLarge,
    PhotoUnusable,
)
from api.web.auth import public
from api.web.limits import limited
from api.web.problems import problems

Key = Annotated[
    str | None,
    HeaderParameter(name="X-Tracking-Key", description="Khoá theo dõi trả về khi gửi", required=False),
]
Position = Annotated[int, PathParameter(ge=0, le=4)]


@dataclass
class Upload(Operation):
    """An operation whose body is the photo itself."""

    def __post_init__(self) -> None:
        """Document the kinds of photo we take."""
        photo = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY))
        self.request_body = RequestBody(content={kind.value: photo for kind in ImageKind}, required=True)


@put(
    "/v1/reports/{report_id:uuid}/photos/{position:int}",
    operation_id="put_report_photo",
    guards=[public, limited(600)],
    responses={
        201: ResponseSpec(PhotoReceipt, description="Taken in", generate_examples=False),
        **problems(PhotoNotFound, PhotoUnusable, PhotoTooLarge, PhotoPlaceTaken, PhotoNotExpected),
    },
    request_max_body_size=MAX_BYTES + 1,
    operation_class=Upload,
)
async def put_report_photo(
    *,
    report_id: FromPath[UUID],
    position: Position,
    body: RawBody,
    tx: NamedDependency[Connection],
    files: NamedDependency[Files],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> Response[PhotoReceipt]:
    """Send one photo as raw bytes (JPEG, PNG, WebP or HEIC, up to 12 MB); sending again is safe."""
    receipt, is_new = await actions.add(
        tx, report_id, position, body, files=files, settings=settings, caller=caller, key=key
    )
    return Response(receipt, status_code=201 if is_new else 200)


@get(
    "/v1/photos/{photo_id:uuid}/{size:str}",
    operation_id="read_photo",
    guards=[public],
    responses=problems(PhotoNotFound),
    media_type="image/webp",
)
async def read_photo(
    *,
    photo_id: FromPath[UUID],
    size: FromPath[Size],
    db: NamedDependency[Connection],
    files: NamedDependency[Files],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
    until: Annotated[int, QueryParameter(ge=0, le=2**40)] = 0,
    proof: Annotated[str, QueryParameter(max_length=64)] = "",
) -> Response[bytes]:
    """A copy to show: everybody's when the case is public, else its reporter's and handlers'."""
    content, shown = await actions.show(
        db,
        photo_id,
        size,
        files=files,
        settings=settings,
        caller=caller,
        key=key,
        until=until,
        proof=proof,
    )
    cache = "public, max-age=3600" if shown.public else "private, no-store"
    return Response(content, media_type="image/webp", headers={"Cache-Control": cache})


router = Router("/", route_handlers=[put_report_photo, read_photo], tags=["reports"])
