"""What an event may say: one Struct a kind, strict, so that nothing unasked gets in."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

Reference = Annotated[
    str, Meta(min_length=1, max_length=80, description="Như “Hộ số 12, ngõ 5”, không ghi tên")
]
Label = Annotated[str, Meta(min_length=1, max_length=60, description="Cách gọi do gia đình chọn")]
AdultsTotal = Annotated[int, Meta(ge=0, le=30, description="Số người từ 18 tuổi gia đình cho biết")]
BirthYear = Annotated[int, Meta(ge=1900, le=2200)]
SkillCode = Literal[
    "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13", "S14", "S15", "S16",
    "B01", "B02", "B03", "B04", "B05",
]  # fmt: skip
"""The sixteen skills of the visit form and the five basic ones; listed, since a pattern costs four times as much."""
Note = Annotated[str, Meta(max_length=200)]
Reason = Annotated[str, Meta(min_length=3, max_length=200, description="Vì sao, cho người duyệt đọc")]
Sex = Literal["female", "male", "other"]
Moment = Annotated[datetime, Meta(tz=True)]


class EventType(StrEnum):
    """The kinds of event, in the order their subjects depend on each other."""

    HOUSEHOLD_ADDED = "household_added"
    HOUSEHOLD_CHANGED = "household_changed"
    ADULT_ADDED = "adult_added"
    ADULT_CHANGED = "adult_changed"
    HOUSEHOLD_SPLIT = "household_split"
    ADULT_MOVED = "adult_moved"
    HOUSEHOLD_MERGED = "household_merged"
    ADULT_MERGED = "adult_merged"
    MERGE_UNDONE = "merge_undone"
    VISIT_LOGGED = "visit_logged"
    VISIT_CORRECTED = "visit_corrected"
    HOUSEHOLD_REMOVED = "household_removed"
    HOUSEHOLD_RESTORED = "household_restored"
    HOUSEHOLD_MOVED = "household_moved"
    CONSENT_WITHDRAWN = "consent_withdrawn"


class VisitResult(StrEnum):
    """What happened at the door. Nobody home is not a refusal."""

    MET = "met"
    NOBODY_HOME = "nobody_home"
    REFUSED = "refused"
    MOVED = "moved"
    DO_NOT_CONTACT = "do_not_contact"
    REVISIT = "revisit"


class SkillLevel(StrEnum):
    """How well an adult does one thing; only ALONE_OBSERVED is a skill."""

    HEARD = "heard"
    SAYS_CAN = "says_can"
    WITH_HELP = "with_help"
    ALONE_OBSERVED = "alone_observed"
    DONE_FOR = "done_for"


class Assistance(StrEnum):
    """How much the volunteer helped; anything but UNAIDED is no proof of skill."""

    UNAIDED = "unaided"
    VERBAL_PROMPT = "verbal_prompt"
    HANDS_ON = "hands_on"
    DONE_FOR = "done_for"


class Barrier(StrEnum):
    """What hinders, as in the visit form."""

    NO_DEVICE = "no_device"
    NO_NETWORK = "no_network"
    LANGUAGE = "language"
    EYESIGHT = "eyesight"
    NO_VNEID = "no_vneid"
    FEAR_SCAM = "fear_scam"
    NO_NEED = "no_need"
    PORTAL_ERROR = "portal_error"


class TimeQuality(StrEnum):
    """How far the time of an event can be trusted."""

    MONO = "mono"
    WALL_OK = "wall_ok"
    WALL_SHIFTED = "wall_shifted"
    BOUNDED = "bounded"


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every event says: for which team it was done. Unknown fields are refused: no GPS, no CCCD."""

    team_id: UUID


class RoughPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """About where a house is, when the household agreed: 100 m, never the door."""

    lat: Annotated[float, Meta(ge=8, le=24)]
    lon: Annotated[float, Meta(ge=102, le=118)]
    consent: Literal[True]


class HouseholdAdded(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A house that joins the list."""

    household_id: UUID
    hamlet_id: UUID
    reference: Reference
    adults_total: AdultsTotal | None = None
    place: RoughPlace | None = None


class HouseholdChanged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Fields of a house put right; a field that is absent stays."""

    household_id: UUID
    reference: Reference | UnsetType = UNSET
    adults_total: AdultsTotal | UnsetType | None = UNSET
    closed: bool | UnsetType = UNSET
    place: RoughPlace | UnsetType | None = UNSET


class AdultAdded(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An adult who agreed to be on the list, under a label of their choice."""

    adult_id: UUID
    household_id: UUID
    label: Label
    consent: bool
    birth_year: BirthYear | None = None
    sex: Sex | None = None
    turns_18_on: date | None = None


class AdultChanged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Fields of an adult put right; `consent: false` takes them off the list."""

    adult_id: UUID
    label: Label | UnsetType = UNSET
    birth_year: BirthYear | UnsetType | None = UNSET
    sex: Sex | UnsetType | None = UNSET
    consent: bool | UnsetType = UNSET
    left_on: date | UnsetType | None = UNSET
    left_reason: Literal["moved", "died", "other"] | UnsetType | None = UNSET
    turns_18_on: date | UnsetType | None = UNSET


class SkillSeen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One skill of one adult, as seen."""

    code: SkillCode
    level: SkillLevel


class AdultSeen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One adult of the house in this visit."""

    adult_id: UUID
    met: bool
    knows: bool | None = None
    skills: Annotated[tuple[SkillSeen, ...], Meta(max_length=21)] = ()
    assistance: Assistance | None = None
    barriers: Annotated[tuple[Barrier, ...], Meta(max_length=8)] = ()
    next_step: Note | None = None


class VisitSaid(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a knock at a door came to."""

    started_at: Moment
    ended_at: Moment
    result: VisitResult
    revisit_at: Moment | None = None
    consent: bool | Literal["given_verbal", "given_signed", "declined"] | None = None
    adults: Annotated[tuple[AdultSeen, ...], Meta(max_length=30)] = ()


class VisitPhoto(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A photo of a visit, which comes by itself and later: the visit is whole without it."""

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[int, Meta(ge=1, le=12 * 1024 * 1024)]


class PlaceCheck(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far from the house's rough place the phone was; worked out on the phone, its own place never leaves it.

    `spot` names the very fix under a key of that phone and day: equal spots are one fix, and say nothing of where.
    """

    away_m: Annotated[int, Meta(ge=0, le=25_000_000)]
    accuracy_m: Annotated[int, Meta(ge=0, le=1_000_000)]
    mock: bool = False
    spot: Annotated[str, Meta(pattern="^([0-9a-f]{16})?$")] = ""


class VisitLogged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One knock at one door."""

    visit_id: UUID
    household_id: UUID
    started_at: Moment
    ended_at: Moment
    result: VisitResult
    revisit_at: Moment | None = None
    consent: bool | Literal["given_verbal", "given_signed", "declined"] | None = None
    adults: Annotated[tuple[AdultSeen, ...], Meta(max_length=30)] = ()
    unit_code: Annotated[str, Meta(pattern="^[0-9]{5}$")] | None = None
    """The commune as the phone knew it; an old app carries an old code."""
    audit_draw_id: UUID | None = None
    place_check: PlaceCheck | None = None
    photos: Annotated[tuple[VisitPhoto, ...], Meta(max_length=4)] = ()


class VisitCorrected(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A visit said anew by who made it, and why; the first word stays in the log."""

    visit_id: UUID
    reason: Reason
    visit: VisitSaid


class HouseholdRemoved(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A household that was entered by mistake; kept as a tombstone."""

    household_id: UUID
    reason: Reason


class HouseholdRestored(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A removed household that was none by mistake."""

    household_id: UUID
