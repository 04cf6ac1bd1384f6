"""Shapes of feeds of others: where we ask, how they fare, what became of each message."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox


class FeedMode(StrEnum):
    """What becomes of a believed message: a draft for an officer, or published where one person may."""

    DRAFT = "draft"
    PUBLISH = "publish"


class FeedOutcome(StrEnum):
    """What became of a message of a feed."""

    DRAFTED = "drafted"
    PUBLISHED = "published"
    DROPPED = "dropped"
    CANCELLED = "cancelled"
    CANCEL_ASKED = "cancel_asked"
    IGNORED = "ignored"
    REFUSED = "refused"


class AlertFeedSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A CAP feed to ask: an Atom or RSS list of CAP files, or one CAP file.

    Only messages whose `sender` is in `senders` are believed.
    """

    url: Annotated[str, Meta(pattern=r"^https?://[^\s/?#@]+(/[^\s#]*)?$", max_length=500)]
    province_code: Annotated[str, Meta(pattern=r"^[0-9]{2}$")]
    senders: Annotated[
        list[Annotated[str, Meta(pattern=r"^[^\s,<&]{1,200}$")]], Meta(min_length=1, max_length=20)
    ]
    mode: FeedMode = FeedMode.DRAFT
    every_seconds: Annotated[int, Meta(ge=30, le=86_400)] = 60
    active: bool = True


class AlertFeedMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message of a feed and what became of it; `message_id` is the draft and the warning it became."""

    source: str
    sender: str
    identifier: str
    sent_at: datetime | None
    outcome: FeedOutcome
    detail: str
    message_id: UUID | None
    received_at: datetime


class AlertFeed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed and how it fares. `circuit`: closed (fine), open (left alone), half_open (tried again)."""

    name: str
    url: str
    province_code: str
    senders: list[str]
    mode: FeedMode
    every_seconds: int
    active: bool
    circuit: str
    failures: int
    next_at: datetime
    last_ok_at: datetime | None
    last_error: str | None


class AlertFeeds(msgspec.Struct, frozen=True, kw_only=True):
    """All feeds of a province, and the newest messages."""

    items: list[AlertFeed]
    messages: list[AlertFeedMessage]


class FeedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A feed to ask now; stays inside."""

    name: str
    url: str
    province_code: str
    senders: list[str]
    mode: FeedMode
    every_seconds: int
    etag: str | None
    last_modified: str | None
    failures: int
    open_until: datetime | None
    demo: bool


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier message of a sender; stays inside."""

    content_hash: str
    outcome: FeedOutcome
    message_id: UUID | None


class UpstreamEnded(outbox.Event, frozen=True, kw_only=True, tag="upstream_ended"):
    """A sender cancelled what we published from them: an officer must decide."""

    alert_id: UUID
    source: str
