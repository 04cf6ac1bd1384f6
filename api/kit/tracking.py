"""The key that opens a report without an account."""

from uuid import UUID

from api.kit.tokens import equal, keyed_hash


def tracking_key(secret: str, report_id: UUID) -> str:
    """Derived from the id, so never stored, and the same at every resend."""
    return keyed_hash(secret, "report-tracking", str(report_id))


def opens(secret: str, report_id: UUID, key: str | None) -> bool:
    """Whether this is the tracking key of that report."""
    return key is not None and equal(key, tracking_key(secret, report_id))
