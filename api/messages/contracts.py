"""Shapes of messages: what a person is told, and how it is read."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class Kind(StrEnum):
    """What a message is about."""

    DOSSIER = "dossier"
    REPORT = "report"
    ALERT = "alert"
    VISIT = "visit"
    SYSTEM = "system"


class Notice(Struct, frozen=True, kw_only=True):
    """One thing to tell one person; the same `dedupe_key` is told once.

    `link` is a place in the app, like `#/hs/<id>`.
    """

    person_id: UUID
    kind: Kind
    title: str
    body: str
    link: str | None = None
    dedupe_key: str


class Message(Struct, frozen=True, kw_only=True):
    """A line of the inbox."""

    id: UUID
    kind: Kind
    title: str
    body: str
    link: str | None
    created_at: datetime
    read_at: datetime | None


class Inbox(Struct, frozen=True, kw_only=True):
    """One page of messages, newest first, and how many in all are unread."""

    items: list[Message]
    next: str | None
    unread: int
