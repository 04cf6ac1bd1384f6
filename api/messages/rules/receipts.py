"""What a provider's own words mean as a receipt."""

from collections.abc import Mapping
from uuid import UUID

from api.messages.contracts import Receipt

REJECTED, SENT = "4", "5"
"""eSMS's SendStatus: refused, or done (then SendSuccess and SendFailed count the receivers)."""


def receipt_of_esms(said: Mapping[str, str]) -> Receipt | None:
    """ESMS's callback; None while nothing is decided, or for an id that is none of ours."""
    try:
        tracking_id = UUID(said.get("RequestId", "")).hex
    except ValueError:
        return None
    status, failed, arrived = (said.get(name, "") for name in ("SendStatus", "SendFailed", "SendSuccess"))
    if status == REJECTED:
        return Receipt(id=tracking_id, state="failed", reason="esms-rejected")
    if status != SENT:
        return None
    if arrived not in ("", "0"):
        return Receipt(id=tracking_id, state="delivered")
    return Receipt(id=tracking_id, state="failed", reason="esms-failed") if failed not in ("", "0") else None
