"""Shapes of handling a case: what each step needs, and how a case stands."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.reports.contracts import Note, RefusalReason, ReportState

Version = Annotated[int, Meta(ge=1, le=1_000_000, description="Phiên bản bạn đang thấy")]


class Assign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hand the case to an agency (to mine when none is named)."""

    version: Version
    agency_id: UUID | None = None
    note: Note | None = None


class PlainMove(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Take a case on, or end an answered one; nothing to say but an optional note."""

    version: Version
    note: Note | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Say what was done."""

    version: Version
    answer: Note


class Refuse(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Refuse, for a reason of the fixed list."""

    version: Version
    reason: RefusalReason
    note: Note | None = None


class Reopen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The officer's answer to a request to reopen."""

    version: Version
    granted: bool
    note: Note


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a case that steps change, with the facts the rules need; stays inside."""

    id: UUID
    version: int
    state: ReportState
    agency_id: UUID | None
    answer: str | None
    refusal_reason: RefusalReason | None
    acknowledged_at: datetime | None
    finished_at: datetime | None
    closed_at: datetime | None
    published_at: datetime | None
    public_text: str | None
    public_lat: float | None
    public_lon: float | None
    description: str | None
    lat: float
    lon: float
    category_public: bool
    public_decimals: int
