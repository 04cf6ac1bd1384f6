"""Cases as given: how one stands, without a database."""

from datetime import UTC, datetime
from typing import Any

from api.kit.ids import uuid7
from api.reports.contracts import ReportState
from api.reports.contracts.handling import Standing


def case_standing(**changes: Any) -> Standing:
    """How a case stands that nothing happened to yet."""
    none = (
        "agency_id answer refusal_reason merged_into acknowledged_at finished_at closed_at published_at "
        "public_text public_lat public_lon first_due_at extended_at extension_reason paused_at waiting_until "
        "decided_at parent_id description"
    )
    zero = "pauses bounces reopenings bare_results ladder_level"
    values: dict[str, Any] = {
        **dict.fromkeys(none.split()),
        **dict.fromkeys(zero.split(), 0),
        "id": uuid7(),
        "version": 1,
        "state": ReportState.RECEIVED,
        "due_at": datetime(2026, 11, 25, 10, tzinfo=UTC),
        "needs_evidence": False,
        "code": "PA-0000001",
        "lat": 16.4779,
        "lon": 107.6112,
        "province_code": "46",
        "received_at": datetime(2026, 11, 20, 3, tzinfo=UTC),
        "term": 3,
        "term_unit": "working_day",
        "category_public": True,
        "public_decimals": 5,
        "evidence_required": False,
        "reply_days": 5,
        "after_silence": "resume",
        "open_parts": [],
        "has_evidence": False,
        "known_agency": True,
        **changes,
    }
    return Standing(**values)
