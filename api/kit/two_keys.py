"""A box that takes two keys: what is in it is under a key of its own, whose two halves lie under two others.

Nothing is learned from one half. `BOX_KEYS` names the two words; two people may keep one each.
"""

import base64
import secrets
from functools import lru_cache
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from api.kit.settings import Settings
from api.kit.tokens import derive_key, keyed_hash

KEY_BYTES = 32
NONCE_BYTES = 12


class Box(msgspec.Struct, frozen=True, array_like=True):
    """What is stored: the two wrapped halves, and the content under both. Each begins with its nonce."""

    first: bytes
    second: bytes
    content: bytes


def key_pairs(settings: Settings) -> list[tuple[bytes, bytes]]:
    """The pairs of keys, the sealing one first; without words both come from the root secret."""
    return list(pairs_of(settings.secret_key, settings.box_keys))


@lru_cache(maxsize=8)
def pairs_of(secret: str, words: str) -> tuple[tuple[bytes, bytes], ...]:
    """`first,second` or, after a change, `first,second;old first,old second`."""
    pairs = [pair.partition(",") for pair in words.split(";") if pair.strip()]
    named = [(first.strip(), second.strip()) for first, _, second in pairs]
    return tuple(
        (derive_key(first, "box:first"), derive_key(second, "box:second"))
        for first, second in [*named, (secret, secret)]
    )


def locked(key: bytes, content: bytes, owner: bytes) -> bytes:
    """AES-256-GCM, bound to whose it is."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, owner)


def unlocked(key: bytes, content: bytes, owner: bytes) -> bytes:
    """The content again; InvalidTag with another key or of another owner."""
    return AESGCM(key).decrypt(content[:NONCE_BYTES], content[NONCE_BYTES:], owner)


def close_box(settings: Settings, report_id: UUID, content: bytes) -> str:
    """The content under both keys, as text that says nothing but about how long it is."""
    first, second = key_pairs(settings)[0]
    half = secrets.token_bytes(KEY_BYTES)
    key = secrets.token_bytes(KEY_BYTES)
    other = bytes(a ^ b for a, b in zip(key, half, strict=True))
    owner = report_id.bytes
    box = Box(locked(first, half, owner), locked(second, other, owner), locked(key, content, owner))
    return base64.b64encode(msgspec.msgpack.encode(box)).decode()


def open_box(settings: Settings, report_id: UUID, text: str) -> bytes | None:
    """The content; None with other keys, or when it is another's box."""
    try:
        box = msgspec.msgpack.decode(base64.b64decode(text, validate=True), type=Box)
    except (msgspec.MsgspecError, ValueError):
        return None
    owner = report_id.bytes
    for first, second in key_pairs(settings):
        try:
            half, other = unlocked(first, box.first, owner), unlocked(second, box.second, owner)
            key = bytes(a ^ b for a, b in zip(half, other, strict=True))
            return unlocked(key, box.content, owner)
        except (InvalidTag, ValueError):
            continue
    return None


def sealed_id(secret: str, phone_id: UUID) -> UUID:
    """The id a sealed report is kept under: the phone's own tells to the millisecond when it was begun."""
    return UUID(hex=keyed_hash(secret, "sealed-id", str(phone_id))[:32], version=4)
