"""Shapes of campaigns: an invitation that an officer sends to citizens of some communes who asked for invitations."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from api.kit.outbox import Event

CommuneCode = Annotated[str, Meta(pattern=r"^[0-9]{5}$", max_length=5)]
Communes = Annotated[list[CommuneCode], Meta(min_length=1, max_length=300)]


class NewCampaign(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invitation; its id is made by who writes it, so that sending again invites nobody twice."""

    id: UUID
    name: Annotated[str, Meta(min_length=1, max_length=100)]
    invitation: Annotated[str, Meta(min_length=1, max_length=1000)]
    link: Annotated[str, Meta(pattern=r"^#/[A-Za-z0-9/._-]*$", max_length=200)] | None = None
    commune_codes: Communes


class AudienceQuestion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom an invitation to these communes would reach."""

    commune_codes: Communes


class Audience(Struct, frozen=True, kw_only=True):
    """How many people live there and said yes to invitations, to the five below; null: fewer, too few to say."""

    people: int | None


class Campaign(Struct, frozen=True, kw_only=True):
    """An invitation and how far it got: `told` people have it in their inbox so far."""

    id: UUID
    name: str
    invitation: str
    link: str | None
    communes: list[str]
    created_at: datetime
    told: int
    finished_at: datetime | None
    stopped_at: datetime | None


class CampaignAnnounced(Event, frozen=True, kw_only=True, tag="campaign_announced"):
    """The next few hundred people of a campaign are to be told; emitted again until all are."""

    campaign_id: UUID
