"""What one phone carries for another: sealed for the server, so that whoever carries it reads nothing."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

SEALED_MAX = 400_000


class RescueKey(msgspec.Struct, frozen=True, kw_only=True):
    """The point (65 bytes of P-256 in base64url) that phones seal for, fetched while there is a network."""

    public_key: str


class Sealed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One upload of another phone; grammar: outreach/visits/rules/rescuing.py."""

    sealed: Annotated[str, Meta(min_length=100, max_length=SEALED_MAX, pattern="^[A-Za-z0-9_-]+$")]


class Rescued(msgspec.Struct, frozen=True, kw_only=True):
    """What became of it, in figures: what it says is its author's, not the carrier's."""

    install_id: UUID
    events: int
    taken: int
    waiting: int
    """Held, or for the leader to decide."""
    refused: int
