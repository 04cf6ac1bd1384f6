"""Decisions about the province's OpenID Connect server, purely: what it says of itself, and whom an ID token names.

OpenID Connect Core 1.0 §3.1.3.7 (ID token), Discovery 1.0 §4.3, RFC 7636 (PKCE), RFC 9207 (`iss`).
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet, import_key
from msgspec import Struct

from api.identity.rules.trips import TripRefused
from api.kit.errors import Invalid, Problem
from api.kit.phones import e164
from api.kit.settings import Settings
from api.kit.text import nfc
from api.kit.tokens import equal
from api.kit.zalo_signing import code_challenge

ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "Ed25519",
    "EdDSA",
)
"""Signatures with a public key only: `none` proves nothing, and with HS* whoever knows the secret could sign."""
KEY_TYPES = {"RSA", "EC", "OKP"}
LEEWAY = 60
"""Seconds the server's clock may be off."""
SUBJECT_MAX = 255
FACTOR_AGE = 86_400
"""Seconds: a second factor is given anew each day, at the province as here (decision 0022)."""
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class ProvinceDown(Problem):
    """The province's server does not answer, or says what no client can use."""

    status = 503
    slug = "province-sign-in-down"
    title = "Máy chủ đăng nhập của tỉnh chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại"


class ProvinceAccountUnknown(Problem):
    """The province vouches for somebody whom nobody has linked to a person here."""

    status = 403
    slug = "province-account-unknown"
    title = "Tài khoản này của tỉnh chưa được nối với ai ở đây"


class UnknownKeyError(Exception):
    """The ID token is signed with a key we have not seen: the server may have changed its keys."""


class Metadata(Struct, frozen=True, kw_only=True):
    """What the server says of itself."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    post_secret: bool
    sends_iss: bool


class Account(Struct, frozen=True, kw_only=True):
    """Whom the server vouches for; `phone` and `email` only when it says that it verified them, and we trust that."""

    issuer: str
    subject: str
    name: str
    phone: str | None
    email: str | None
    second_factor_at: datetime | None


def is_safe(url: object) -> bool:
    """HTTPS, or plain HTTP on this very machine."""
    if not isinstance(url, str):
        return False
    parts = urlsplit(url)
    near = parts.scheme == "http" and parts.hostname in LOOPBACK
    return (parts.scheme == "https" or near) and bool(parts.hostname) and not parts.fragment


def read_metadata(issuer: str, said: Mapping[str, Any]) -> Metadata:
    """The server's own description; ProvinceDown when it is another's, or leads out of HTTPS."""
    places = {key: said.get(key) for key in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
    if said.get("issuer") != issuer or not all(is_safe(place) for place in places.values()):
        raise ProvinceDown
    methods = said.get("token_endpoint_auth_methods_supported")
    basic = not isinstance(methods, list) or "client_secret_basic" in methods
    return Metadata(
        **{key: str(place) for key, place in places.items()},
        post_secret=not basic,
        sends_iss=said.get("authorization_response_iss_parameter_supported") is True,
    )


def read_keys(said: Mapping[str, Any]) -> KeySet:
    """The server's public signing keys; what we cannot use is left out, a shared secret always."""
    listed = said.get("keys")
    keys = []
    for each in listed if isinstance(listed, list) else []:
        if not isinstance(each, dict) or each.get("kty") not in KEY_TYPES or each.get("use", "sig") != "sig":
            continue
        try:
            keys.append(import_key(each))
        except (JoseError, ValueError, TypeError, KeyError):
            continue
    if not keys:
        raise ProvinceDown
    return KeySet(keys)


def authorize_url(
    settings: Settings, metadata: Metadata, *, redirect_uri: str, state: str, nonce: str, verifier: str
) -> str:
    """Where the person goes to sign in."""
    asked = {
        "response_type": "code",
        "client_id": settings.oidc_client_id,
        "redirect_uri": redirect_uri,
        "scope": settings.oidc_scopes,
        "state": state,
        "nonce": nonce,
        "code_challenge": code_challenge(verifier),
        "code_challenge_method": "S256",
    }
    if settings.oidc_second_factor:
        asked["max_age"] = str(FACTOR_AGE)
        classes = [word.removeprefix("acr:") for word in factors(settings) if word.startswith("acr:")]
        if classes:
            asked["acr_values"] = " ".join(classes)
    joint = "&" if urlsplit(metadata.authorization_endpoint).query else "?"
    return f"{metadata.authorization_endpoint}{joint}{urlencode(asked)}"


def check_issuer(metadata: Metadata, issuer: str, iss: str | None) -> None:
    """TripRefused when the answer came from another server than the one asked (RFC 9207)."""
    if (iss is None and metadata.sends_iss) or (iss is not None and iss != issuer):
        raise TripRefused


def read_id_token(settings: Settings, keys: KeySet, token: object, *, nonce: str, at: datetime) -> Account:
    """The account of an ID token. TripRefused when it is not right in every respect; UnknownKeyError: ask for keys."""
    try:
        claims = jwt.decode(str(token), keys, algorithms=ALGORITHMS).claims
        jwt.JWTClaimsRegistry(
            now=int(at.timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": settings.oidc_issuer},
            aud={"essential": True, "value": settings.oidc_client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
        ).validate(claims)
    except (InvalidKeyIdError, BadSignatureError) as error:
        raise UnknownKeyError from error
    except (JoseError, ValueError, TypeError) as error:
        raise TripRefused from error
    parties = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    wrong_party = claims.get("azp", settings.oidc_client_id) != settings.oidc_client_id
    if wrong_party or (len(parties) > 1 and "azp" not in claims):
        raise TripRefused
    if not equal(str(claims.get("nonce", "")), nonce) or not 0 < len(claims["sub"]) <= SUBJECT_MAX:
        raise TripRefused
    return account_of(settings, claims, at)


def account_of(settings: Settings, claims: Mapping[str, Any], at: datetime) -> Account:
    """What the settings believe of a token that is right."""
    name = claims.get(settings.oidc_name_claim) if settings.oidc_name_claim else None
    return Account(
        issuer=settings.oidc_issuer,
        subject=claims["sub"],
        name=nfc(name)[:80].strip() if isinstance(name, str) else "",
        phone=phone_of(verified(claims, settings.oidc_phone_claim)),
        email=verified(claims, settings.oidc_email_claim),
        second_factor_at=factor_at(factors(settings), claims, at),
    )


def verified(claims: Mapping[str, Any], name: str) -> str | None:
    """A claim that its server says it verified (`…_verified` is true, not a word like it); None otherwise."""
    value = claims.get(name) if name else None
    return value if isinstance(value, str) and claims.get(f"{name}_verified") is True else None


def phone_of(text: str | None) -> str | None:
    """A Vietnamese mobile number as we keep them, or None."""
    try:
        return e164(text) if text else None
    except Invalid:
        return None


def factors(settings: Settings) -> list[str]:
    """What the settings call a second factor: `amr:…` and `acr:…`."""
    return [word.strip() for word in settings.oidc_second_factor.split(",") if word.strip()]


def factor_at(accepted: Sequence[str], claims: Mapping[str, Any], at: datetime) -> datetime | None:
    """When the person gave their second factor at the province; None unless the token proves one, and when."""
    methods, level, when = claims.get("amr"), claims.get("acr"), claims.get("auth_time")
    found = (
        {f"amr:{word}" for word in methods if isinstance(word, str)} if isinstance(methods, list) else set()
    )
    if isinstance(level, str):
        found.add(f"acr:{level}")
    if found.isdisjoint(accepted) or isinstance(when, bool) or not isinstance(when, int | float):
        return None
    if not -LEEWAY <= at.timestamp() - when <= FACTOR_AGE:
        return None
    return min(at, datetime.fromtimestamp(when, UTC))
