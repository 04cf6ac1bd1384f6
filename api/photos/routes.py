"""The doors of photos: the reporter's upload, and the copies everybody may see."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from litestar import Response, Router, get, patch, post, put
from litestar.datastructures import CacheControlHeader, UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.openapi import ResponseSpec
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat, OpenAPIType
from litestar.params import FromPath, HeaderParameter, PathParameter, QueryParameter, RawBody

from api.kit.db import Connection, Database
from api.kit.errors import Invalid, Malformed, Problem, TooLarge
from api.kit.files import Files
from api.kit.images import ImageKind
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.photos import actions
from api.photos.actions import native, pieces
from api.photos.contracts import MAX_BYTES, Arrived, NativeAddress, NativeAnswer, PhotoReceipt, Piece, Size
from api.photos.rules import (
    PhotoNotExpected,
    PhotoNotFound,
    PhotoPieceMisplaced,
    PhotoPlaceTaken,
    PhotoTooLarge,
    PhotoUnusable,
)
from api.web.auth import needs, public
from api.web.database import AnyRequest
from api.web.limits import limited
from api.web.problems import problems

Key = Annotated[
    str | None,
    HeaderParameter(name="X-Tracking-Key", description="Khoá theo dõi trả về khi gửi", required=False),
]
NATIVE_BYTES = 4 * MAX_BYTES + 64_000
"""Four photos at once and the lines between them."""
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
    guards=[public, limited(3_000)],
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
    database: NamedDependency[Database],
    files: NamedDependency[Files],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> Response[PhotoReceipt]:
    """Send one photo as raw bytes (JPEG, PNG, WebP or HEIC, up to 12 MB); sending again is safe."""
    receipt, is_new = await actions.add(
        database, report_id, position, body, files=files, settings=settings, caller=caller, key=key
    )
    return Response(receipt, status_code=201 if is_new else 200)


@get(
    "/v1/reports/{report_id:uuid}/photos/{position:int}/pieces",
    operation_id="count_photo_pieces",
    guards=[public, limited(3_000)],
    cache_control=CacheControlHeader(no_store=True),
    responses=problems(PhotoNotFound, PhotoPlaceTaken),
)
async def count_photo_pieces(
    *,
    report_id: FromPath[UUID],
    position: Position,
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    digest: Annotated[str, QueryParameter(pattern=r"^[0-9a-f]{64}$", description="SHA-256 của cả ảnh")],
    key: Key = None,
) -> Arrived:
    """Where to go on with a photo whose sending broke off."""
    return await pieces.arrived(db, report_id, position, digest, settings=settings, caller=caller, key=key)


@patch(
    "/v1/reports/{report_id:uuid}/photos/{position:int}/pieces",
    operation_id="add_photo_piece",
    status_code=200,
    guards=[public, limited(6_000)],
    responses=problems(
        PhotoNotFound, PhotoUnusable, PhotoTooLarge, PhotoPlaceTaken, PhotoNotExpected, PhotoPieceMisplaced
    ),
    operation_class=Upload,
)
async def add_photo_piece(
    *,
    report_id: FromPath[UUID],
    position: Position,
    body: RawBody,
    database: NamedDependency[Database],
    files: NamedDependency[Files],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    digest: Annotated[str, QueryParameter(pattern=r"^[0-9a-f]{64}$", description="SHA-256 của cả ảnh")],
    offset: Annotated[int, QueryParameter(ge=0, le=MAX_BYTES)],
    length: Annotated[int, QueryParameter(ge=1, le=MAX_BYTES)],
    key: Key = None,
) -> Arrived:
    """Send a photo piece by piece: bytes from `offset`; the last piece makes the photo, and any piece may come twice."""
    piece = Piece(offset=offset, length=length, digest=digest, content=body)
    return await pieces.add_piece(
        database, report_id, position, piece, files=files, settings=settings, caller=caller, key=key
    )


@put(
    "/v1/agency/reports/{report_id:uuid}/photos/{position:int}",
    operation_id="put_result_photo",
    guards=[needs(Role.HANDLER), limited(600)],
    responses={
        201: ResponseSpec(PhotoReceipt, description="Taken in", generate_examples=False),
        **problems(PhotoNotFound, PhotoUnusable, PhotoTooLarge, PhotoPlaceTaken, PhotoNotExpected),
    },
    request_max_body_size=MAX_BYTES + 1,
    operation_class=Upload,
)
async def put_result_photo(
    *,
    report_id: FromPath[UUID],
    position: Position,
    body: RawBody,
    database: NamedDependency[Database],
    files: NamedDependency[Files],
    me: NamedDependency[Principal],
) -> Response[PhotoReceipt]:
    """Send one photo of what was done, before answering; sending again is safe."""
    receipt, is_new = await actions.add_of_result(database, report_id, position, body, files=files, me=me)
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
    # Briefly: a photo taken back must be gone soon.
    cache = "public, max-age=300" if shown.public else "private, no-store"
    return Response(content, media_type="image/webp", headers={"Cache-Control": cache})


@get(
    "/v1/photos/{photo_id:uuid}/clear",
    operation_id="read_clear_photo",
    guards=[public],
    responses=problems(PhotoNotFound),
    media_type="image/webp",
)
async def read_clear_photo(
    *,
    photo_id: FromPath[UUID],
    db: NamedDependency[Connection],
    files: NamedDependency[Files],
    settings: NamedDependency[Settings],
    until: Annotated[int, QueryParameter(ge=0, le=2**40)] = 0,
    proof: Annotated[str, QueryParameter(max_length=64)] = "",
) -> Response[bytes]:
    """A photo without its blurring, at an address that `open_photo` gave to one person for ten minutes."""
    content = await actions.show_clear(db, photo_id, files=files, settings=settings, until=until, proof=proof)
    return Response(content, media_type="image/webp", headers={"Cache-Control": "private, no-store"})


@post(
    "/v1/reports/{report_id:uuid}/photos/native-address",
    operation_id="open_native_upload",
    status_code=200,
    guards=[public, limited(120)],
    responses=problems(PhotoNotFound),
)
async def open_native_upload(
    *,
    report_id: FromPath[UUID],
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> NativeAddress:
    """An address for `openMediaPicker({serverUploadUrl})` in Zalo, whose uploader sends no headers of ours."""
    return await native.open_native(db, report_id, settings=settings, caller=caller, key=key)


@post(
    "/v1/reports/{report_id:uuid}/photos/native",
    operation_id="upload_native_photos",
    status_code=200,
    guards=[public, limited(600)],
    request_max_body_size=NATIVE_BYTES,
    responses=problems(Invalid, Malformed, TooLarge),
)
async def upload_native_photos(
    *,
    report_id: FromPath[UUID],
    request: AnyRequest,
    database: NamedDependency[Database],
    files: NamedDependency[Files],
    settings: NamedDependency[Settings],
    until: Annotated[int, QueryParameter(ge=0, le=2**40)] = 0,
    proof: Annotated[str, QueryParameter(max_length=64)] = "",
) -> NativeAnswer:
    """FOR ZALO: multipart, one or several parts `file`; refusals are HTTP 200 with `error` -1."""
    try:
        photos = await parts_named_file(request)
        urls = await native.add_native(
            database, report_id, photos, files=files, settings=settings, until=until, proof=proof
        )
    except Problem as problem:
        return NativeAnswer(error=-1, message=problem.detail or problem.title)
    return NativeAnswer(error=0, message="Success", data=urls)


async def parts_named_file(request: AnyRequest) -> list[bytes]:
    """The contents of the parts called `file`, in order."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return []
    try:
        form = await request.form()
    except ClientException as error:  # cut short, without a boundary, too long
        raise PhotoTooLarge if error.status_code == PhotoTooLarge.status else PhotoUnusable from error
    return [await part.read() for part in form.getall("file", []) if isinstance(part, UploadFile)]


router = Router(
    "/",
    route_handlers=[
        count_photo_pieces,
        add_photo_piece,
        put_report_photo,
        put_result_photo,
        read_photo,
        read_clear_photo,
        open_native_upload,
        upload_native_photos,
    ],
    tags=["reports"],
)
