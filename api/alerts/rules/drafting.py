"""From a draft to a warning: what is still missing, who may decide, what people on the desk are told. Pure."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from api.alerts.contracts import NewAlert
from api.alerts.contracts.desk import AlertContent, DraftState, KeptDraft
from api.alerts.rules.problems import DraftMoved, OwnDraft, unusable
from api.kit.errors import FieldError
from api.kit.proposing import AlertProposed

OPEN = (DraftState.DRAFT, DraftState.WAITING, DraftState.REFUSED)
MISSING = {
    "hazard": "Chọn loại thiên tai",
    "risk_level": "Chọn cấp độ rủi ro",
    "headline": "Cần có tiêu đề",
    "description": "Cần có nội dung",
    "expires_at": "Cần có thời điểm hết hiệu lực",
}
TEXTS = {"headline": 160, "description": 4_000, "instruction": 4_000, "river_alarm": 160}
PROPOSED_FOR = timedelta(hours=12)
"""How long a proposed warning holds when nobody said."""


def as_new(draft_id: UUID, content: AlertContent, at: datetime) -> NewAlert:
    """The warning a draft is, as of now; all that is missing is said at once."""
    faults = [
        FieldError(field=name, message=word) for name, word in MISSING.items() if not getattr(content, name)
    ]
    if faults:
        raise unusable(*faults)
    values = msgspec.structs.asdict(content)
    begins = content.effective_at
    values["effective_at"] = at if begins is None or begins < at else begins
    try:
        return msgspec.convert({"id": draft_id, **values}, NewAlert, from_attributes=True)
    except msgspec.ValidationError as error:
        raise unusable(field="content", message=str(error)) from error


def as_content(new: NewAlert) -> AlertContent:
    """A whole warning as a draft's content."""
    values = msgspec.structs.asdict(new)
    return AlertContent(**{name: value for name, value in values.items() if name != "id"})


def proposed(event: AlertProposed, at: datetime) -> AlertContent:
    """What a machine proposes, cut to what a warning may hold; unknown words become the careful ones."""
    values = {name: getattr(event, name)[:most] for name, most in TEXTS.items()}
    return msgspec.convert(
        {
            **values,
            "hazard": event.hazard,
            "risk_level": event.risk_level,
            "urgency": event.urgency,
            "certainty": event.certainty,
            "commune_codes": list(event.commune_codes),
            "polygons": [[list(pair) for pair in ring] for ring in event.polygons],
            "circles": [{"lat": lat, "lon": lon, "radius_km": km} for lat, lon, km in event.circles],
            "expires_at": event.expires_at or at + PROPOSED_FOR,
        },
        AlertContent,
    )


def outdates(kept: KeptDraft, content: AlertContent) -> bool:
    """Whether an untouched draft says something newer than a proposal that came late: each holds for as long."""
    if kept.changed_by is not None or kept.state is DraftState.PUBLISHED:
        return False
    return bool(
        kept.content.expires_at and content.expires_at and kept.content.expires_at > content.expires_at
    )


def check_version(draft: KeptDraft, version: int | None, *states: DraftState) -> None:
    """Refuse what was decided about another version, or in a state where it cannot be."""
    if draft.version != version or draft.state not in states:
        raise DraftMoved


def check_other(draft: KeptDraft, person_id: UUID) -> None:
    """Refuse whoever wrote it last or sent it: two people must have looked at it."""
    if person_id in (draft.changed_by, draft.sent_by):
        raise OwnDraft


TITLES = {
    "proposed": "Có bản thảo cảnh báo chờ xem",
    "sent": "Có cảnh báo chờ bạn duyệt",
    "approved": "Cảnh báo đã được duyệt và phát",
    "refused": "Cảnh báo chưa được duyệt",
}
"""What an inbox says of a step; other steps are told to nobody."""


def body_of(verb: str, *, headline: str, note: str, why: str) -> str:
    """The words under the title."""
    if verb == "proposed":
        return f"{headline}\n{why}".strip()
    return f"{headline}\nLý do: {note}" if verb == "refused" else headline
