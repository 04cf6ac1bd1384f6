"""Shapes of the calendar as an administrator changes it, and of the log of what that moved."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox
from api.kit.calendar import DayKind

Words = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f]*\S[^\x00-\x1f]*$")]
Scope = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9._-]+$")]


class CalendarDay(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a day differs from the plain week: for the nation (`VN`), a province or an agency."""

    kind: DayKind
    name: Words
    source: Words
    certainty: Annotated[str, Meta(pattern="^(high|medium|low)$")] = "high"


class CalendarChange(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the calendar, whoever made it."""

    id: int
    scope: str
    from_on: date
    to_on: date | None
    what: str
    before: dict[str, str] | None
    after: dict[str, str] | None
    changed_at: datetime


class Recount(msgspec.Struct, frozen=True, kw_only=True):
    """One walk over the open dossiers: for which changes, how many were looked at, how many moved."""

    id: int
    after_change: int
    upto_change: int
    looked: int
    moved: int
    started_at: datetime
    finished_at: datetime | None


class DueChange(msgspec.Struct, frozen=True, kw_only=True):
    """A due date that a walk moved."""

    recount_id: int
    dossier_id: UUID
    system: str
    code: str
    due_before: datetime | None
    due_after: datetime | None


class CalendarChanged(outbox.Event, frozen=True, kw_only=True, tag="calendar_changed"):
    """Holidays, closures or office hours changed, or a walk over the open dossiers is not at its end."""


class DossierDueMoved(outbox.Event, frozen=True, kw_only=True, tag="dossier_due_moved"):
    """A changed calendar moved the promised date of a dossier that somebody follows."""

    dossier_id: UUID


class DossierOverdue(outbox.Event, frozen=True, kw_only=True, tag="dossier_overdue"):
    """The promised date of a dossier that somebody follows has passed without a result."""

    dossier_id: UUID
    due_at: datetime
