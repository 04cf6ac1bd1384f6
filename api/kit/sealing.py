"""Secrets at rest: sealed under a key of one purpose, and bound to whose they are. Keys change without a loss."""

import base64
from collections.abc import Mapping
from functools import lru_cache

import msgspec
from cryptography.fernet import Fernet, InvalidToken

from api.kit.settings import Settings
from api.kit.tokens import derive_key


class Sealed(msgspec.Struct, frozen=True):
    """What is inside: whose secret it is, so that a row copied to somebody else opens nothing."""

    owner: str
    secret: str


def boxes(settings: Settings, purpose: str) -> tuple[Fernet, ...]:
    """The seals of a purpose (Fernet: AES-128-CBC and HMAC-SHA256), the sealing one first, then what still opens."""
    return boxes_of(settings.secret_key, settings.seal_keys, purpose)


@lru_cache(maxsize=8)
def boxes_of(secret: str, seal_keys: str, purpose: str) -> tuple[Fernet, ...]:
    """A key a word of the settings, and of the root secret last: what was sealed before there were words opens."""
    words = [word.strip() for word in seal_keys.split(",") if word.strip()]
    keys = (derive_key(word, f"seal:{purpose}") for word in [*words, secret])
    return tuple(Fernet(base64.urlsafe_b64encode(key)) for key in keys)


def seal(settings: Settings, purpose: str, owner: str, secret: str) -> str:
    """The secret as text that says nothing."""
    return boxes(settings, purpose)[0].encrypt(msgspec.json.encode(Sealed(owner, secret))).decode()


def unseal(settings: Settings, purpose: str, owner: str, sealed: str) -> str | None:
    """The secret again; None with other keys, or when it is another's."""
    for box in boxes(settings, purpose):
        try:
            inside = msgspec.json.decode(box.decrypt(sealed.encode()), type=Sealed)
        except (InvalidToken, msgspec.MsgspecError):
            continue
        return inside.secret if inside.owner == owner else None
    return None


def sealed_anew(settings: Settings, purpose: str, owner: str, sealed: str) -> str | None:
    """The same secret under the key of today; None when it already is, or cannot be opened."""
    try:
        boxes(settings, purpose)[0].decrypt(sealed.encode())
    except InvalidToken:
        secret = unseal(settings, purpose, owner, sealed)
        return seal(settings, purpose, owner, secret) if secret is not None else None
    return None


def all_sealed_anew(settings: Settings, purpose: str, kept: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """Of secrets by their owner: those that are to be sealed anew, and how many no key of the settings opens."""
    lost = [owner for owner, sealed in kept.items() if unseal(settings, purpose, owner, sealed) is None]
    found = {owner: sealed_anew(settings, purpose, owner, sealed) for owner, sealed in kept.items()}
    return {owner: sealed for owner, sealed in found.items() if sealed is not None}, len(lost)
