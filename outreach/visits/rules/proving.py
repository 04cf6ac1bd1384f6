"""Whether an upload comes from the phone it names: a signature with a key that cannot leave it. Pure."""

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

from outreach.visits.contracts import SyncBatch
from outreach.visits.rules.uploading import event_name, seq_in

POINT, HALF = 65, 32
NOBODY = b"\x00"
"""No phone's key: a signature that does not hold is a stranger's."""


def signed(batch: SyncBatch) -> bytes:
    """What a phone signs: its installation, its clock in milliseconds, and which events it sends under which numbers."""
    lines = [str(batch.install_id), str(round(batch.device_time.timestamp() * 1000))]
    lines += [f"{event_name(raw) or ''}:{seq_in(raw) or ''}" for raw in batch.events]
    return "\n".join(lines).encode()


def key_of(batch: SyncBatch) -> bytes | None:
    """The key an upload is signed with; None for an app that has none, NOBODY when the signature does not hold."""
    if batch.public_key is None:
        return None
    try:
        point, proof = plain(batch.public_key), plain(batch.proof or "")
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        if len(point) != POINT or len(proof) != 2 * HALF:
            return NOBODY
        halves = (int.from_bytes(proof[:HALF]), int.from_bytes(proof[HALF:]))
        key.verify(utils.encode_dss_signature(*halves), signed(batch), ec.ECDSA(SHA256()))
    except (InvalidSignature, ValueError, binascii.Error):
        return NOBODY
    return point


def plain(text: str) -> bytes:
    """Bytes of base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
