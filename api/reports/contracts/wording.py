"""Shapes of what a province sets for its desks: ready answers, and the ladder of reminders."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta


class TemplateAction(StrEnum):
    """The steps a ready answer may be for."""

    ANSWER = "answer"
    ASK = "ask"
    REFUSE = "refuse"
    BOUNCE = "bounce"
    EXTEND = "extend"
    CONSULT = "consult"


class NewTemplate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ready answer; without an agency for all, without a subject for all subjects."""

    action: TemplateAction
    title: Annotated[str, Meta(min_length=1, max_length=100)]
    body: Annotated[str, Meta(min_length=1, max_length=2000)]
    agency_id: UUID | None = None
    category_code: Annotated[str, Meta(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)] | None = None


class KeptTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """A ready answer with where it is offered; `mine`: this reader may change it."""

    id: int
    action: TemplateAction
    title: str
    body: str
    agency_id: UUID | None
    agency_name: str | None
    category_code: str | None
    category_name: str | None
    changed_at: datetime | None
    mine: bool


class TemplateList(msgspec.Struct, frozen=True, kw_only=True):
    """The reader's agencies' own first, then those of all."""

    items: list[KeptTemplate]


class Told(StrEnum):
    """Who is told on a rung."""

    HANDLERS = "handlers"
    OFFICERS = "officers"
    ADMINS = "admins"


class LadderRung(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """After this share of the time of a case (100: its deadline), these people are told."""

    at_percent: Annotated[int, Meta(ge=1, le=1000)]
    tell: Annotated[list[Told], Meta(min_length=1, max_length=3)]
    name: Annotated[str, Meta(min_length=1, max_length=100)]


class Ladder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rungs, lowest first."""

    items: Annotated[list[LadderRung], Meta(min_length=1, max_length=9)]
