"""Who was trained in what, shown by what, until when; and how far a team or a province is from 100 %."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from outreach.teams.contracts import Why

PEOPLE_MOST = 60


class Evidence(StrEnum):
    """What shows that somebody was trained."""

    CERTIFICATE = "certificate"
    ATTENDANCE_LIST = "attendance_list"
    ONLINE_RESULT = "online_result"


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What members are trained in; the required ones make up the national figure."""

    code: str
    name: str
    required: bool
    valid_months: int | None
    basis: str


class NewTraining(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A training held: these members were there; `evidence_ref` names the paper, list or page."""

    team_id: UUID
    person_ids: Annotated[tuple[UUID, ...], Meta(min_length=1, max_length=PEOPLE_MOST)]
    course_code: Annotated[str, Meta(max_length=40)]
    held_on: date
    evidence: Evidence
    evidence_ref: Annotated[str, Meta(min_length=3, max_length=200)]


class Voiding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a line of training is wrong."""

    reason: Why


class Training(msgspec.Struct, frozen=True, kw_only=True):
    """One line: who, what, when, shown by what, until when, and who wrote it down."""

    id: UUID
    person_id: UUID
    person_name: str
    course_code: str
    course_name: str
    held_on: date
    expires_on: date | None
    evidence: Evidence
    evidence_ref: str
    recorded_by: str | None
    holds: bool
    void_reason: str | None


class Untrained(msgspec.Struct, frozen=True, kw_only=True):
    """A member whose required training is missing, or was over on a day."""

    person_id: UUID
    name: str
    team_id: UUID
    team_name: str
    expired_on: date | None


class TrainingFigure(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the members are trained, each person once; the target is all of them."""

    members: int
    trained: int
    share: float | None
    target: float
    basis: str
    expiring_soon: int
    """Trained today, no more in sixty days."""
    missing: list[Untrained]
    """The first hundred."""


class TrainingBook(msgspec.Struct, frozen=True, kw_only=True):
    """The trainings of a team's members, its figure, and the courses there are."""

    figure: TrainingFigure
    courses: list[Course]
    items: list[Training]
