"""The built front end, served from memory with its precompressed copies."""

import hashlib
import mimetypes
from pathlib import Path
from typing import Any

import msgspec
from litestar import MediaType, Request, Response, get
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler

from api.web.auth import public

DIST = Path(__file__).parents[2] / "miniapp" / "dist"
CODINGS = {"br": ".br", "gzip": ".gz"}
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
NOT_BUILT = "<!doctype html><html lang=vi><meta charset=utf-8><title>Ngõ Số</title><p>Giao diện chưa được dựng: chạy <code>make run</code>."


class Asset(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its bytes plain and by content coding."""

    media_type: str
    etag: str
    fixed: bool
    bodies: dict[str, bytes]


def read_assets(folder: Path) -> dict[str, Asset]:
    """URL path → asset, of every file of the build."""
    found = {}
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.suffix in CODINGS.values():
            continue
        plain = file.read_bytes()
        bodies = {"": plain}
        for coding, ending in CODINGS.items():
            packed = file.with_name(file.name + ending)
            if packed.exists():
                bodies[coding] = packed.read_bytes()
        name = file.relative_to(folder).as_posix()
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if name.endswith(".webmanifest"):
            kind = "application/manifest+json"
        found["/" if name == "index.html" else f"/{name}"] = Asset(
            media_type=kind,
            etag='"' + hashlib.blake2s(plain, digest_size=12).hexdigest() + '"',
            fixed=name.startswith("assets/"),
            bodies=bodies,
        )
    return found


def frontend_handler(folder: Path = DIST) -> HTTPRouteHandler:
    """One handler for every file of the build: hashed names for ever, the rest revalidated."""
    assets = read_assets(folder) if folder.is_dir() else {}

    @get(sorted(assets) or ["/"], include_in_schema=False, guards=[public])
    async def read_frontend(request: Request[Any, Any, State]) -> Response[bytes]:
        asset = assets.get(request.scope["path"])
        if asset is None:
            return Response(NOT_BUILT.encode(), media_type=MediaType.HTML, status_code=503)
        accepted = request.headers.get("accept-encoding", "")
        coding = next((c for c in CODINGS if c in accepted and c in asset.bodies), "")
        headers = {
            "ETag": asset.etag,
            "Vary": "Accept-Encoding",
            "Content-Security-Policy": POLICY,
            "Cache-Control": "public, max-age=31536000, immutable" if asset.fixed else "public, no-cache",
        }
        if coding:
            headers["Content-Encoding"] = coding
        return Response(asset.bodies[coding], media_type=asset.media_type, headers=headers)

    return read_frontend
