"""A walk on paper: the printed sheet, and what is typed in from it later."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from outreach.planning.contracts import WALK_MAX


class NewSheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Doors to print, in this order."""

    team_id: UUID | None = None
    household_ids: Annotated[tuple[UUID, ...], Meta(min_length=1, max_length=WALK_MAX)]


class SheetLine(msgspec.Struct, frozen=True, kw_only=True):
    """One door on paper. `adults`: labels, in their places from 1 on."""

    line: int
    code: str
    reference: str
    hamlet: str
    household_id: UUID
    adults: list[str]
    entered_at: datetime | None


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A printed sheet; `walker` went, or goes, with it."""

    no: int
    team_name: str
    walker: str
    mine: bool
    printed_at: datetime
    lines: list[SheetLine]


class AdultOnPaper(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands on paper about the adult at a place: knows, and how one task went."""

    place: Annotated[int, Meta(ge=1, le=30)]
    knows: bool
    skill: Annotated[str, Meta(pattern="^(S(0[1-9]|1[0-6])|B0[1-5])$")] | None = None
    level: Literal["heard", "says_can", "with_help", "alone_observed", "done_for"] | None = None


class SheetEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line typed in."""

    code: Annotated[str, Meta(max_length=20, pattern=r"^[0-9 .\-]+$")]
    started_at: Annotated[datetime, Meta(tz=True)]
    minutes: Annotated[int, Meta(ge=0, le=240)] = 10
    result: Literal["met", "nobody_home", "refused", "moved", "do_not_contact", "revisit"]
    revisit_at: Annotated[datetime, Meta(tz=True)] | None = None
    consent: bool | None = None
    adults: Annotated[tuple[AdultOnPaper, ...], Meta(max_length=30)] = ()


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a line: `status` as of an event of an upload; `duplicate`: it is a visit already."""

    status: str
    reference: str
    visit_id: UUID | None
    reason: str | None = None
    entered_at: datetime | None = None
