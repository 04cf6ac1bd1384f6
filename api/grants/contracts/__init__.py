"""Shapes of grants: who may do what, for whom, from which day to which."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from api.kit.outbox import Event
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX
from api.kit.principal import Role

Phone = Annotated[str, Meta(min_length=9, max_length=20, description="Số đã được xác minh của người đó")]
ProvinceCode = Annotated[str, Meta(pattern="^[0-9]{2}$")]


class Agency(Struct, frozen=True, kw_only=True):
    """An office that answers."""

    id: UUID
    code: str
    name: str
    province_code: str
    commune_code: str | None
    demo: bool


class NewGrant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A role for a person who has signed in before, named by id or by verified phone."""

    role: Literal["volunteer", "team_leader", "handler", "officer", "admin"]
    person_id: UUID | None = None
    phone: Phone | None = None
    agency_id: UUID | None = None
    team_id: UUID | None = None
    province_code: ProvinceCode | None = None
    valid_from: date | None = None
    valid_to: date | None = None


class GrantSearch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which grants to show. `words`: of a person, team or agency name, without marks too; or a whole phone number."""

    words: Annotated[str, Meta(max_length=80)] = ""
    role: Role | None = None
    holding: bool = False
    cursor: Annotated[str, Meta(max_length=500)] | None = None
    limit: Annotated[int, Meta(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT


class Grant(Struct, frozen=True, kw_only=True):
    """A dated role, with who gave and who took it; `person_phone` is masked, enough to tell two of a name apart."""

    id: UUID
    person_id: UUID
    person_name: str
    person_phone: str | None
    role: Role
    agency_id: UUID | None
    agency_name: str | None
    team_id: UUID | None
    team_name: str | None
    province_code: str | None
    valid_from: date
    valid_to: date | None
    granted_by: UUID | None
    granted_at: datetime
    revoked_by: UUID | None
    revoked_at: datetime | None
    reason: str | None


class Revocation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a role ends now."""

    reason: Annotated[str, Meta(min_length=1, max_length=300)]


class NewMember(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody a leader takes into their team: the number they have signed in with."""

    phone: Phone


class Member(Struct, frozen=True, kw_only=True):
    """Somebody of a team today, as its leader sees them: one line a person.

    `since`: the first day of the grant that makes them one; `by_name` null: loaded by the operator at the
    machine. `removable`: a volunteer whom this leader may take out, neither a leader nor themselves.
    """

    id: UUID
    person_id: UUID
    person_name: str
    person_phone: str | None
    role: Role
    since: date
    by_name: str | None
    removable: bool


class Membership(Struct, frozen=True, kw_only=True):
    """What the job that tells of it needs: `reason` null while it holds; `by_name` is who took in, else who took out."""

    person_id: UUID
    team_name: str
    by_name: str | None
    reason: str | None


class MembershipChanged(Event, frozen=True, kw_only=True, tag="membership_changed"):
    """A leader took somebody in or out: they must hear of it, and who did it."""

    grant_id: UUID
