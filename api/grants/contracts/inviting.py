"""Shapes of invitations: somebody is asked by phone to walk with a team, and answers after proving the number."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

from api.grants.contracts import Phone
from api.kit.outbox import Event

TeamRole = Literal["volunteer", "team_leader"]


class NewInvitation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number to invite; leaders are invited by officers and administrators only."""

    phone: Phone
    role: TeamRole = "volunteer"


class Invitation(Struct, frozen=True, kw_only=True):
    """An invitation nobody answered yet; `sent`: the SMS was handed over."""

    id: UUID
    role: TeamRole
    phone: str
    by_name: str | None
    invited_at: datetime
    expires_at: datetime
    sent: bool


class MyInvitation(Struct, frozen=True, kw_only=True):
    """What my proven number is invited to."""

    id: UUID
    role: TeamRole
    team_id: UUID
    team_name: str
    commune_name: str
    by_name: str | None
    invited_at: datetime
    expires_at: datetime


class TeamInvited(Event, frozen=True, kw_only=True, tag="team_invited"):
    """A number must get its SMS."""

    invitation_id: UUID
