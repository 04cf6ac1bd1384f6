"""Requests between systems, signed: the text that is signed, the signature, and when it is refused.

Both ways: outside systems sign what they tell us, we sign what we ask them. docs/integration.md has
the format for their developers, with test vectors that `tests/kit/test_signing.py` holds.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from datetime import datetime

import msgspec

from api.kit.errors import Problem
from api.kit.tokens import equal, keyed_hash

VERSION = "v1"
SCHEME = "NGO-SO-HMAC-SHA256"
TIME_WINDOW = 300
"""Seconds a request's time may differ from ours, before or after."""
NONCE = re.compile(r"^[A-Za-z0-9_-]{16,64}$")
SECONDS = re.compile(r"^[0-9]{1,12}$")


class SignatureRefused(Problem):
    """The signature is missing, wrong, too old, or its nonce was used before."""

    status = 401
    slug = "signature-refused"
    title = "Chữ ký của yêu cầu không được chấp nhận"


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """What a signature covers. `target` is the path with its query, byte for byte as it was sent."""

    method: str
    target: str
    timestamp: str
    nonce: str
    body: bytes


def canonical(request: Signed) -> str:
    """The text that is signed: six lines, none of which can hold a line break."""
    digest = hashlib.sha256(request.body).hexdigest()
    return f"{SCHEME}\n{request.timestamp}\n{request.nonce}\n{request.method}\n{request.target}\n{digest}"


def sign(secret: str, request: Signed) -> str:
    """The value of `X-Signature`: `v1=` and the hex HMAC-SHA256 of the canonical text."""
    return f"{VERSION}={hmac.digest(secret.encode(), canonical(request).encode(), 'sha256').hex()}"


def secret_of(root: str, purpose: str, name: str) -> str:
    """A signing secret that is kept nowhere: derived from the root secret and what it belongs to."""
    return keyed_hash(root, "signing", purpose, name)


def headers_for(  # noqa: PLR0917  the parts of a request, in their order
    key: str, secret: str, method: str, target: str, body: bytes, at: datetime
) -> dict[str, str]:
    """The four headers of a signed request made now."""
    request = Signed(
        method=method,
        target=target,
        timestamp=str(int(at.timestamp())),
        nonce=secrets.token_urlsafe(24),
        body=body,
    )
    return {
        "X-Api-Key": key,
        "X-Timestamp": request.timestamp,
        "X-Nonce": request.nonce,
        "X-Signature": sign(secret, request),
    }


def check(
    headers: Mapping[str, str], secret: str, *, method: str, target: str, body: bytes, at: datetime
) -> str:
    """The nonce of a rightly signed request; SignatureRefused otherwise.

    Whether the nonce is new is for the caller to find out, after this.
    """
    timestamp, nonce, given = (headers.get(name, "") for name in ("x-timestamp", "x-nonce", "x-signature"))
    if not given:
        raise SignatureRefused(detail="Thiếu tiêu đề X-Signature")
    if not SECONDS.match(timestamp):
        raise SignatureRefused(detail="X-Timestamp phải là số giây Unix")
    if not NONCE.match(nonce):
        raise SignatureRefused(detail="X-Nonce phải có 16–64 ký tự trong A-Z a-z 0-9 _ -")
    if abs(int(timestamp) - at.timestamp()) > TIME_WINDOW:
        raise SignatureRefused(detail=f"X-Timestamp lệch quá {TIME_WINDOW} giây so với đồng hồ máy chủ")
    request = Signed(method=method, target=target, timestamp=timestamp, nonce=nonce, body=body)
    if not equal(sign(secret, request), given):
        raise SignatureRefused(detail="Chữ ký không khớp với nội dung")
    return nonce
