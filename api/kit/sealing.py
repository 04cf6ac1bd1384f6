"""Secrets at rest: sealed under a key of one purpose, and bound to whose they are."""

import base64

import msgspec
from cryptography.fernet import Fernet, InvalidToken

from api.kit.settings import Settings
from api.kit.tokens import derive_key


class Sealed(msgspec.Struct, frozen=True):
    """What is inside: whose secret it is, so that a row copied to somebody else opens nothing."""

    owner: str
    secret: str


def box(settings: Settings, purpose: str) -> Fernet:
    """The seal of a purpose (Fernet: AES-128-CBC and HMAC-SHA256), its key derived from the root secret."""
    return Fernet(base64.urlsafe_b64encode(derive_key(settings.secret_key, f"seal:{purpose}")))


def seal(settings: Settings, purpose: str, owner: str, secret: str) -> str:
    """The secret as text that says nothing."""
    return box(settings, purpose).encrypt(msgspec.json.encode(Sealed(owner, secret))).decode()


def unseal(settings: Settings, purpose: str, owner: str, sealed: str) -> str | None:
    """The secret again; None with another key, or when it is another's."""
    try:
        inside = msgspec.json.decode(box(settings, purpose).decrypt(sealed.encode()), type=Sealed)
    except (InvalidToken, msgspec.MsgspecError):
        return None
    return inside.secret if inside.owner == owner else None
