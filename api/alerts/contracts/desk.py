"""Shapes of the desk: drafts, the second officer's yes or no, and the places a person keeps."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from api.alerts.contracts import (
    AlertCertainty,
    Aware,
    Circle,
    CommuneCode,
    Origin,
    Ring,
    Status,
    Urgency,
)
from api.kit import outbox

Version = Annotated[int, Meta(ge=1)]
PLACES = 5
"""How many places a person may keep besides home."""


class DraftState(StrEnum):
    """Where a draft stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    REFUSED = "refused"
    PUBLISHED = "published"
    DROPPED = "dropped"


class AlertContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A warning as far as it is written; what is missing is asked for when it is sent.

    `effective_at` null: from the moment it goes out.
    """

    hazard: Annotated[str, Meta(max_length=40)] = ""
    risk_level: Annotated[int, Meta(ge=1, le=5)] | None = None
    urgency: Urgency = Urgency.EXPECTED
    certainty: AlertCertainty = AlertCertainty.LIKELY
    headline: Annotated[str, Meta(max_length=160)] = ""
    description: Annotated[str, Meta(max_length=4_000)] = ""
    instruction: Annotated[str, Meta(max_length=4_000)] = ""
    commune_codes: Annotated[list[CommuneCode], Meta(max_length=3_500)] = []
    polygons: Annotated[list[Ring], Meta(max_length=20)] = []
    circles: Annotated[list[Circle], Meta(max_length=20)] = []
    onset_at: Aware | None = None
    effective_at: Aware | None = None
    expires_at: Aware | None = None
    river_alarm: Annotated[str, Meta(max_length=160)] = ""
    status: Status = Status.ACTUAL
    replaces: UUID | None = None


class SavedDraft(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft to keep; `version` is the one it was made from, null for a new one."""

    content: AlertContent
    version: Version | None = None


class DraftMove(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which version was looked at when this was decided."""

    version: Version


class DraftRefusal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a warning must not go out like this."""

    version: Version
    reason: Annotated[str, Meta(min_length=1, max_length=2_000)]


class DraftStep(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to a draft, by whom (null: a machine)."""

    verb: Literal["proposed", "saved", "sent", "approved", "published", "refused", "dropped"]
    person_name: str | None
    note: str
    at: datetime


class AlertDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A warning that is not out; once it is (`published`), the warning has the same id.

    `needs_second_person`: its level goes out only with another officer's yes. `may_decide`: whether
    that may be the one who asks; nobody approves what they changed or sent themselves.
    """

    id: UUID
    state: DraftState
    origin: Origin
    note: str
    province_code: str
    version: int
    content: AlertContent
    hazard_name: str | None
    needs_second_person: bool
    may_decide: bool
    reason: str
    created_at: datetime
    changed_at: datetime
    steps: list[DraftStep]


class KeptDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as held in a transaction; stays inside."""

    id: UUID
    state: DraftState
    origin: Origin
    province_code: str
    version: int
    content: AlertContent
    changed_by: UUID | None
    sent_by: UUID | None
    demo: bool


class NewAlertPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A commune whose warnings a person wants, and what they call it."""

    commune_code: CommuneCode
    label: Annotated[str, Meta(min_length=1, max_length=40)]


class NewAlertPlaces(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All places of a person, in their order; what is not among them is dropped."""

    items: Annotated[list[NewAlertPlace], Meta(max_length=PLACES)]


class AlertPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place a person keeps."""

    commune_code: str
    commune_name: str
    label: str


class AlertPlaces(msgspec.Struct, frozen=True, kw_only=True):
    """All places of a person besides home."""

    items: list[AlertPlace]


class AlertDraftList(msgspec.Struct, frozen=True, kw_only=True):
    """The drafts on the desk, those that wait first."""

    items: list[AlertDraft]


class AlertDraftMoved(outbox.Event, frozen=True, kw_only=True, tag="alert_draft_moved"):
    """A draft came to this version: proposed, sent to a second officer, or decided."""

    draft_id: UUID
    version: int


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """What a machine wants said, and for which occasion; stays inside."""

    key: str
    province_code: str
    content: AlertContent
    note: str
    origin: Origin
    waiting: bool = False
