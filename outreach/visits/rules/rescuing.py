"""Opening what one phone carries for another. Pure.

A box is base64url of: a point of P-256 made for this one box (65 bytes), a nonce (12 bytes), and AES-256-GCM over the
upload as gzipped JSON (SyncBatch, signed by the phone that recorded it). Its key is HKDF-SHA256 (no salt, info
`ngo-so rescue`) of the shared secret of that point and the server's rescue key.
"""

import zlib

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.kit.errors import Problem
from api.kit.tokens import derive_key
from outreach.visits.contracts import SyncBatch
from outreach.visits.rules.proving import POINT, plain

CURVE = ec.SECP256R1()
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
NONCE = 12
INFO = b"ngo-so rescue"
PLAIN_MAX = 2_000_000


class RescueUnreadable(Problem):
    """A box that is broken, not for this server, or not signed by a phone that was here before."""

    status = 422
    slug = "rescue-unreadable"
    title = "Tệp này không đọc được hoặc không phải của một máy đã từng gửi về đây"


def rescue_key(secret: str) -> ec.EllipticCurvePrivateKey:
    """The server's half, of the root secret."""
    return ec.derive_private_key(int.from_bytes(derive_key(secret, "rescue")) % (ORDER - 1) + 1, CURVE)


def rescue_point(secret: str) -> bytes:
    """The half that phones may have."""
    return rescue_key(secret).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def box_key(shared: bytes) -> bytes:
    """The key of one box."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(shared)


def opened(secret: str, sealed: str) -> SyncBatch:
    """The upload inside; RescueUnreadable when it is none."""
    try:
        box = plain(sealed)
        point = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, box[:POINT])
        key = box_key(rescue_key(secret).exchange(ec.ECDH(), point))
        packed = AESGCM(key).decrypt(box[POINT : POINT + NONCE], box[POINT + NONCE :], None)
        inflate = zlib.decompressobj(wbits=31)
        words = inflate.decompress(packed, PLAIN_MAX)
        if not inflate.eof:
            raise RescueUnreadable
        return msgspec.json.decode(words, type=SyncBatch)
    except (ValueError, InvalidTag, zlib.error, msgspec.MsgspecError) as error:
        raise RescueUnreadable from error
