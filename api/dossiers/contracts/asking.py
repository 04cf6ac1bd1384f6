"""Shapes of what citizens ask about a dossier, and how agencies answer: personal on both sides."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox


class QuestionKind(StrEnum):
    """What is asked for: an answer, to be called, or that a finished dossier be looked at again."""

    QUESTION = "question"
    CONTACT = "contact"
    REOPEN = "reopen"


class NewQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question under an id made on the phone; `may_call` lets the handlers see my number until they answer."""

    id: UUID
    kind: QuestionKind
    text: Annotated[str, Meta(min_length=1, max_length=1000, pattern=r"\S")]
    may_call: bool = False


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """My question. `answer_by` is eight working hours of the agency after it; `agreed` decides a reopening."""

    id: UUID
    kind: QuestionKind
    text: str
    may_call: bool
    asked_at: datetime
    answer_by: datetime
    overdue: bool
    answer: str | None
    agreed: bool | None
    answered_at: datetime | None


class AgencyQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question as the agency's handlers see it: never who asks, their number only if they allowed it."""

    id: UUID
    kind: QuestionKind
    text: str
    dossier_code: str
    procedure_name: str
    state_code: str
    state_name: str | None
    agency_name: str
    phone: str | None
    asked_at: datetime
    answer_by: datetime
    overdue: bool
    answer: str | None
    agreed: bool | None
    answered_at: datetime | None


class QuestionDesk(msgspec.Struct, frozen=True, kw_only=True):
    """One page of questions, the most pressing first, and how many wait in all."""

    items: list[AgencyQuestion]
    next: str | None
    open: int
    overdue: int


class NewAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The agency's answer; a request to reopen is agreed to or not."""

    answer: Annotated[str, Meta(min_length=1, max_length=2000, pattern=r"\S")]
    agreed: bool | None = None


class QuestionCount(msgspec.Struct, frozen=True, kw_only=True):
    """How an agency answers, over the last 365 days: counts only, never what was asked."""

    agency_id: UUID
    agency_name: str
    open: int
    overdue: int
    answered_in_time: int
    answered_late: int
    oldest_due_at: datetime | None


class QuestionCounts(msgspec.Struct, frozen=True, kw_only=True):
    """The agencies of the province, those with most overdue questions first."""

    items: list[QuestionCount]


class DossierQuestionAsked(outbox.Event, frozen=True, kw_only=True, tag="dossier_question_asked"):
    """A citizen asked: the agency's handlers hear of it."""

    question_id: UUID


class DossierQuestionAnswered(outbox.Event, frozen=True, kw_only=True, tag="dossier_question_answered"):
    """The agency answered: the asker hears of it."""

    question_id: UUID


class DossierQuestionsOverdue(outbox.Event, frozen=True, kw_only=True, tag="dossier_questions_overdue"):
    """Questions of an agency went over their time: its handlers and the province's officers hear of it."""

    agency_id: UUID
    count: int
    day: str
