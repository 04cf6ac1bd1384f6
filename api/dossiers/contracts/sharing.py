"""Shapes of following for somebody else: the applicant's consent, what each side sees of it, how it ends."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from api.dossiers.contracts import Lookup
from api.kit import outbox

Version = Annotated[str, Meta(min_length=1, max_length=20)]


class Relation(StrEnum):
    """Who the applicant is to the person who follows."""

    PARENT = "parent"
    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"
    HELPED = "helped"


class SharePurpose(StrEnum):
    """What the applicant agrees to, one thing each."""

    SEE_PROGRESS = "see_progress"
    ADD_PAPERS = "add_papers"
    COLLECT_RESULT = "collect_result"


class How(StrEnum):
    """How the applicant says yes; `by_code` is nobody's yes: followed as one's own with both factors."""

    ASKED = "asked"
    CODE = "code"
    SPOKEN = "spoken"
    WRITTEN = "written"
    BY_CODE = "by_code"


class ShareState(StrEnum):
    """How far a consent is."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    ENDED = "ended"
    LAPSED = "lapsed"


class NewShare(Lookup, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask to follow for somebody else, or record the yes they gave in person on a day.

    `code` as `how` sends six digits to `owner_phone`; with spoken and written yeses the number is
    optional and its owner is told by SMS. The number must be the one given at filing.
    """

    relation: Relation
    purpose: SharePurpose
    how: Literal["asked", "code", "spoken", "written"]
    text_version: Version
    given_on: date | None = None
    owner_phone: Annotated[str, Meta(min_length=9, max_length=20)] | None = None


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A consent as the person who follows sees it. `dossier_id` only while it holds.

    `demo_code` shows in demo mode what would be sent to the applicant's phone.
    """

    id: UUID
    code: str
    dossier_id: UUID | None
    state: ShareState
    relation: Relation | None
    purpose: SharePurpose | None
    how: How
    text: str
    given_on: date | None
    asked_at: datetime
    granted_at: datetime | None
    ended_at: datetime | None
    demo_code: str | None = None


class Shares(msgspec.Struct, frozen=True, kw_only=True):
    """My consents, newest first, and the sentence of a new one, as it is recorded in each way."""

    items: list[Share]
    texts: dict[str, str]
    text_version: str


class ShareCode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The six digits the applicant read out."""

    code: Annotated[str, Meta(pattern="^[0-9]{6}$", max_length=6)]


class Follower(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who follows, or asks to follow, my dossier. `id` means nothing elsewhere."""

    id: str
    name: str
    phone_masked: str | None
    state: ShareState
    relation: Relation | None
    purpose: SharePurpose | None
    how: How
    given_on: date | None
    since: datetime
    ended_at: datetime | None


class Followers(msgspec.Struct, frozen=True, kw_only=True):
    """Who follows my dossier, and the sentence I say yes to."""

    items: list[Follower]
    text: str
    text_version: str


class FollowerDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Yes, or no at once; `text_version` is the sentence that was on the screen."""

    allowed: bool
    text_version: Version | None = None


class ShareRow(msgspec.Struct, frozen=True, kw_only=True):
    """A consent as it is kept."""

    id: UUID
    dossier_id: UUID
    person_id: UUID
    code: str
    relation: Relation | None
    purpose: SharePurpose | None
    how: How
    given_on: date | None
    asked_at: datetime
    granted_at: datetime | None
    ended_at: datetime | None
    ended_by: str | None


class FollowerRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who follows or wanted to, with the newest consent, if there is any."""

    person_id: UUID
    name: str
    phone: str | None
    following: bool
    followed_at: datetime | None
    share_id: UUID | None
    relation: Relation | None
    purpose: SharePurpose | None
    how: How | None
    given_on: date | None
    asked_at: datetime | None
    granted_at: datetime | None
    ended_at: datetime | None
    ended_by: str | None


class DossierShareAsked(outbox.Event, frozen=True, kw_only=True, tag="dossier_share_asked"):
    """Somebody wants to follow for another, or recorded a yes given in person: the applicant is told."""

    share_id: UUID


class DossierShareDecided(outbox.Event, frozen=True, kw_only=True, tag="dossier_share_decided"):
    """The applicant said yes in the app, or ended it: who asked is told."""

    share_id: UUID


class DossierFollowed(outbox.Event, frozen=True, kw_only=True, tag="dossier_followed"):
    """Somebody follows a dossier as their own whose number is not theirs: the applicant is told."""

    dossier_id: UUID
    person_id: UUID
