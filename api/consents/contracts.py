"""Shapes of consents: what we ask for, and what a person decided."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct


class Purpose(StrEnum):
    """What we ask consent for, each on its own."""

    ALERT_MESSAGES = "alert_messages"
    LOCATION = "location"
    TEAM_CONTACT = "team_contact"
    RESCUE_HELP = "rescue_help"


class Consent(Struct, frozen=True, kw_only=True):
    """One purpose: the sentence to agree to, and what was last decided (null: never asked)."""

    purpose: Purpose
    title: str
    text: str
    text_version: str
    granted: bool
    decided_at: datetime | None


class ConsentChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision; `text_version` is the sentence that was on the screen, the current one if left out."""

    granted: bool
    text_version: Annotated[str, Meta(max_length=20)] | None = None
