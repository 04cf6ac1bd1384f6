"""Secrets and proofs: derived keys, keyed hashes, and our own access tokens (JWT)."""

import hashlib
import hmac
import secrets
from datetime import timedelta
from functools import lru_cache
from uuid import UUID

import jwt
import msgspec

from api.kit.clock import clock
from api.kit.errors import SignInNeeded
from api.kit.principal import Principal, Role
from api.kit.settings import Settings

ACCESS_LIFETIME = timedelta(minutes=15)
ISSUER = "ngo-so"
AUDIENCE = "ngo-so-api"
SHA256_BLOCK = 64
MANY_BYTES = 2048
LENGTHS = [size.to_bytes(4) for size in range(MANY_BYTES)]
"""The length of a part as it is hashed: half of what hashing a short text cost was making it."""
LEEWAY = 5
"""Seconds of clock difference allowed between two of our own machines."""


def derive_key(secret: str, purpose: str) -> bytes:
    """A key for one purpose only, from the root secret (HMAC-SHA256 as a KDF)."""
    return hmac.digest(secret.encode(), f"ngo-so:{purpose}".encode(), "sha256")


def keyed_hash(secret: str, *parts: str) -> str:
    """Hex HMAC-SHA256 of the parts, each length-prefixed so that they cannot run together."""
    inner, outer = keyed_states(secret)
    inner, outer = inner.copy(), outer.copy()
    framed: list[bytes] = []
    for part in parts:
        raw = part.encode()
        size = len(raw)
        framed += (LENGTHS[size] if size < MANY_BYTES else size.to_bytes(4), raw)
    inner.update(b"".join(framed))
    outer.update(inner.digest())
    return outer.hexdigest()


@lru_cache(maxsize=8)
def keyed_states(secret: str) -> tuple["hashlib._Hash", "hashlib._Hash"]:
    """HMAC's inner and outer hash with the key taken in (RFC 2104): a batch of dossiers hashes 30,000 times."""
    key = secret.encode()
    block = (key if len(key) <= SHA256_BLOCK else hashlib.sha256(key).digest()).ljust(SHA256_BLOCK, b"\0")
    return hashlib.sha256(bytes(byte ^ 0x36 for byte in block)), hashlib.sha256(
        bytes(byte ^ 0x5C for byte in block)
    )


def equal(left: str, right: str) -> bool:
    """Constant-time comparison."""
    return hmac.compare_digest(left.encode(), right.encode())


def random_token() -> str:
    """256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """What we store of a random token: enough to recognise it, useless to present."""
    return hashlib.sha256(token.encode()).hexdigest()


def signing_keys(settings: Settings) -> dict[str, bytes]:
    """Key id → key, the signing key first. `TOKEN_KEYS="new,old"` rotates without sign-outs."""
    return access_keys(settings.secret_key, settings.token_keys)


@lru_cache(maxsize=8)
def access_keys(secret: str, token_keys: str) -> dict[str, bytes]:
    """The keys of these names, derived once: every request asks for them."""
    names = [name.strip() for name in token_keys.split(",") if name.strip()]
    return {name: derive_key(secret, f"access:{name}") for name in names}


@lru_cache(maxsize=64)
def key_id(header: str) -> str:
    """The key that the first part of a token names.

    It is the same in all tokens of one key, so it is read once; `jwt.decode` judges each token whole.
    """
    kid: str = jwt.get_unverified_header(f"{header}..")["kid"]
    return kid


def sign_access(settings: Settings, who: Principal) -> str:
    """A 15-minute access token. Staff roles are not in it: they are read at each request."""
    kid, key = next(iter(signing_keys(settings).items()))
    issued = clock.now()
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(who.person_id),
        "sid": str(who.session_id),
        "staff": who.roles != {Role.CITIZEN},
        "demo": who.demo,
        "iat": issued,
        "exp": issued + ACCESS_LIFETIME,
    }
    return jwt.encode(claims, key, algorithm="HS256", headers={"kid": kid})


class Access(msgspec.Struct, frozen=True):
    """What a token proves: a citizen; `staff` asks for the grants to be read."""

    who: Principal
    staff: bool


def read_access(settings: Settings, token: str) -> Access:
    """The person of an access token; SignInNeeded when it is not ours or is over."""
    try:
        key = signing_keys(settings)[key_id(token.partition(".")[0])]
        claims = jwt.decode(
            token,
            key,
            algorithms=["HS256"],
            audience=AUDIENCE,
            issuer=ISSUER,
            options={
                "require": ["exp", "iat", "sub", "sid", "iss", "aud"],
                "verify_exp": False,
                "verify_iat": False,
            },
        )
        if clock.now().timestamp() > float(claims["exp"]) + LEEWAY:
            raise SignInNeeded(detail="Phiên đăng nhập đã hết hạn")
        who = Principal(
            person_id=UUID(claims["sub"]),
            session_id=UUID(claims["sid"]),
            demo=claims.get("demo") is True,
        )
        return Access(who, staff=claims.get("staff") is True)
    except (jwt.PyJWTError, KeyError, ValueError, TypeError) as error:
        raise SignInNeeded(detail="Phiên đăng nhập không hợp lệ") from error
