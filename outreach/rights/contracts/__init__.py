"""What people ask about their data in the volunteers' lists, and the two clocks of each request."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit.outbox import Event

Words = Annotated[str, Meta(min_length=3, max_length=500)]
CommuneCode = Annotated[str, Meta(pattern="^[0-9]{5}$")]


class RequestKind(StrEnum):
    """The rights of Law 91/2025/QH15 that concern a list."""

    VIEW = "view"
    CORRECT = "correct"
    DELETE = "delete"
    WITHDRAW = "withdraw"
    RESTRICT = "restrict"
    OBJECT = "object"


class RightsWay(StrEnum):
    """How a request came: in the app, told to a volunteer at the door, or at an office."""

    APP = "app"
    AT_DOOR = "at_door"
    OFFICE = "office"


class RightsOutcome(StrEnum):
    """How a request ended."""

    DONE = "done"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


class RightsClock(StrEnum):
    """Which clock of an open request runs: to answer, then to do it."""

    ANSWER = "answer"
    DO = "do"


class NewRightsRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody asks of their own; `words` say which house and what about it, without numbers of papers."""

    id: UUID
    kind: RequestKind
    commune_code: CommuneCode
    words: Words


class NewRequestOfHousehold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a household told a volunteer at the door."""

    id: UUID
    kind: RequestKind
    household_id: UUID
    adult_id: UUID | None = None
    words: Words | None = None


class RequestStep(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was done about a request."""

    at: datetime
    what: Literal["received", "answered", "found", "extended", "done", "refused", "taken_back"]
    words: str | None
    by_name: str | None


class MyRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A request as who made it follows it: until when it must be answered, and done."""

    id: UUID
    kind: RequestKind
    commune_name: str
    words: str | None
    received_at: datetime
    answer_due_at: datetime
    answered_at: datetime | None
    done_due_at: datetime
    extended_at: datetime | None
    closed_at: datetime | None
    outcome: RightsOutcome | None
    steps: list[RequestStep]


class RequestLine(msgspec.Struct, frozen=True, kw_only=True):
    """A request in the officers' queue; `due_at` is of the clock that runs now."""

    id: UUID
    kind: RequestKind
    way: RightsWay
    commune_code: str
    commune_name: str
    words: str | None
    household_id: UUID | None
    household: str | None
    adult_id: UUID | None
    adult: str | None
    third_party: bool
    received_at: datetime
    answer_due_at: datetime
    answered_at: datetime | None
    done_due_at: datetime
    extended_at: datetime | None
    closed_at: datetime | None
    outcome: RightsOutcome | None
    steps: list[RequestStep]
    clock: RightsClock | None = None
    due_at: datetime | None = None
    days_left: int | None = None
    """Working days; negative when it is late."""
    late: bool = False


class RightsQueue(msgspec.Struct, frozen=True, kw_only=True):
    """The requests of a desk, the most urgent first, and how they stand."""

    items: list[RequestLine]
    open: int
    due_soon: int
    late: int
    next: str | None = None


class RightsCandidate(msgspec.Struct, frozen=True, kw_only=True):
    """A household a request may be about, with the adults of it, by the labels they chose."""

    id: UUID
    reference: str
    hamlet: str
    adults: list[dict[str, Any]]


class RightsAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is told to who asked."""

    words: Words


class RightsExtension(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why it takes longer: once, fifteen days; `third_party` when somebody else holds part of the data."""

    reason: Words
    third_party: bool = False


class RightsSubject(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which household, or which adult of it, a request is about."""

    household_id: UUID
    adult_id: UUID | None = None


class RightsCorrection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is put right: of an adult, or the way a household is called."""

    label: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    birth_year: Annotated[int, Meta(ge=1900, le=2200)] | None = None
    sex: Literal["female", "male", "other"] | None = None
    reference: Annotated[str, Meta(min_length=1, max_length=80)] | None = None


class CarryOut(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Do what was asked; `correction` for a request to correct, `scope` for a withdrawal."""

    words: Words
    correction: RightsCorrection | None = None
    scope: Literal["person", "photo", "contact"] = "person"


class RightsExport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is kept of a household or of one adult of it, for them to read."""

    request_id: UUID
    made_at: datetime
    household: dict[str, Any]
    adults: list[dict[str, Any]]
    visits: list[dict[str, Any]]
    changes: list[dict[str, Any]]


class RightsRequestMoved(Event, frozen=True, kw_only=True, tag="rights_request_moved"):
    """Something was done about a request: who made it, or the officers of the province, must hear of it."""

    request_id: UUID
    step: str


class VisitPhotosErased(Event, frozen=True, kw_only=True, tag="visit_photos_erased"):
    """Photos lost their keys: their files are noise, and must go."""
