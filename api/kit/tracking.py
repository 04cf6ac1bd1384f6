"""What opens a report or its photos without an account: derived, never stored."""

from datetime import datetime, timedelta
from uuid import UUID

from api.kit.tokens import equal, keyed_hash

PHOTO_OPEN = timedelta(hours=1)
CLEAR_OPEN = timedelta(minutes=10)
UPLOAD_OPEN = timedelta(minutes=10)


def tracking_key(secret: str, report_id: UUID) -> str:
    """Derived from the id, so never stored, and the same at every resend."""
    return keyed_hash(secret, "report-tracking", str(report_id))


def opens(secret: str, report_id: UUID, key: str | None) -> bool:
    """Whether this is the tracking key of that report."""
    return key is not None and equal(key, tracking_key(secret, report_id))


def photo_proof(secret: str, photo_id: UUID, at: datetime) -> str:
    """The query of a photo's address that works for an hour, for whoever may see the case."""
    until = int((at + PHOTO_OPEN).timestamp()) // 60 * 60
    return f"until={until}&proof={keyed_hash(secret, 'photo', str(photo_id), str(until))}"


def proves_photo(secret: str, photo_id: UUID, at: datetime, until: int, proof: str) -> bool:
    """Whether such a query is ours and still good."""
    made = keyed_hash(secret, "photo", str(photo_id), str(until))
    return at.timestamp() < until and equal(proof, made)


def clear_proof(secret: str, photo_id: UUID, at: datetime) -> str:
    """The query of the address where a photo is shown without its blurring, for ten minutes."""
    until = int((at + CLEAR_OPEN).timestamp())
    return f"until={until}&proof={keyed_hash(secret, 'photo-clear', str(photo_id), str(until))}"


def proves_clear(secret: str, photo_id: UUID, at: datetime, until: int, proof: str) -> bool:
    """Whether such a query is ours and still good."""
    made = keyed_hash(secret, "photo-clear", str(photo_id), str(until))
    return at.timestamp() < until and equal(proof, made)


def upload_proof(secret: str, report_id: UUID, at: datetime) -> str:
    """The query of an address that takes this report's photos for ten minutes.

    For an uploader that sends no headers of ours: Zalo's native client.
    """
    until = int((at + UPLOAD_OPEN).timestamp())
    return f"until={until}&proof={keyed_hash(secret, 'upload', str(report_id), str(until))}"


def proves_upload(secret: str, report_id: UUID, at: datetime, until: int, proof: str) -> bool:
    """Whether such a query is ours and still good."""
    made = keyed_hash(secret, "upload", str(report_id), str(until))
    return at.timestamp() < until and equal(proof, made)
