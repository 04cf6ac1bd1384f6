"""Zalo's proofs and signatures, purely: each of its doors has a formula of its own, two of them no HMAC.

Sources: the proof and PKCE from github.com/zaloplatform/zalo-php-sdk (`Zalo.php`, `Util/PKCEUtil.php`); the
webhook formulas from the pages of the Official Account webhook and of "verifysignature" (Mini App Open APIs).
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from typing import Any

SIGNATURE_PREFIX = "mac="
VERIFIER_BYTES = 32
WHOLE = 2**53
"""From here on a JavaScript number is written in another way than ours; ids are texts, times are smaller."""


def appsecret_proof(access_token: str, secret: str) -> str:
    """Proof that the caller holds the app's secret: hex HMAC-SHA256 of the token."""
    return hmac.digest(secret.encode(), access_token.encode(), "sha256").hex()


def oa_signature(prefix: str, raw: bytes, timestamp: str, key: str) -> str:
    """Of an Official Account's webhook: plain SHA-256, no HMAC, over the exact bytes that came.

    `prefix` is the app's id (community code with the OA's id there exists: a setting).
    """
    return hashlib.sha256(prefix.encode() + raw + timestamp.encode() + key.encode()).hexdigest()


def mini_app_signature(body: Mapping[str, Any], key: str) -> str:
    """Of the Mini App's webhook: SHA-256 of the values, in the order of their keys, then the Open API key."""
    content = "".join(as_javascript(body[name]) for name in sorted(body))
    return hashlib.sha256(f"{content}{key}".encode(errors="surrogatepass")).hexdigest()


def as_javascript(value: object) -> str:
    """A JSON value as `String(value)` writes it; objects, lists and null as `JSON.stringify` does."""
    if isinstance(value, str):
        return value
    return json.dumps(without_point_zero(value), separators=(",", ":"), ensure_ascii=False)


def without_point_zero(value: object) -> object:
    """The value with 1.0 as 1 at every depth: JavaScript knows one kind of number."""
    if isinstance(value, float) and value.is_integer() and abs(value) < WHOLE:
        return int(value)
    if isinstance(value, dict):
        return {key: without_point_zero(inner) for key, inner in value.items()}
    return [without_point_zero(inner) for inner in value] if isinstance(value, list) else value


def same_signature(given: str, expected: str) -> bool:
    """Constant-time; with or without the `mac=` in front, in either case."""
    plain = given.strip().removeprefix(SIGNATURE_PREFIX).lower()
    return hmac.compare_digest(plain.encode(), expected.encode())


def new_verifier() -> str:
    """A PKCE verifier: 43 characters of base64url."""
    return base64url(secrets.token_bytes(VERIFIER_BYTES))


def code_challenge(verifier: str) -> str:
    """What Zalo's console is told of a verifier: base64url, without padding, of its SHA-256."""
    return base64url(hashlib.sha256(verifier.encode()).digest())


def base64url(raw: bytes) -> str:
    """URL-safe base64 without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def zalo_phone(phone: str) -> str:
    """A number of ours (+84…) as Zalo writes it: 84…."""
    return phone.removeprefix("+")


def hash_phone(phone: str, *, plus: bool = False) -> str:
    """Hex SHA-256 of a number, as `84…`; `plus` hashes `+84…`, as one published client does."""
    digits = zalo_phone(phone)
    return hashlib.sha256(f"+{digits}".encode() if plus else digits.encode()).hexdigest()
