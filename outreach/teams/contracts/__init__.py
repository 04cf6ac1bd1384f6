"""Teams, and the hamlets they walk."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit.outbox import Event

Name = Annotated[str, Meta(min_length=3, max_length=120)]
Why = Annotated[str, Meta(min_length=3, max_length=300)]
HAMLETS_MOST = 60


class TeamKind(StrEnum):
    """Of one or a few hamlets, or of the whole commune."""

    HAMLET = "hamlet"
    COMMUNE = "commune"


class HamletKind(StrEnum):
    """What people call the place."""

    THON = "thon"
    BAN = "ban"
    TO_DAN_PHO = "to_dan_pho"


class NewHamlet(msgspec.Struct, frozen=True, kw_only=True):
    """A hamlet to put on the list of a commune."""

    id: UUID
    commune_code: str
    name: str
    kind: HamletKind


class NewTeam(msgspec.Struct, frozen=True, kw_only=True):
    """A team to form, and the hamlets it walks from that day on."""

    id: UUID
    code: str
    name: str
    commune_code: str
    formed_on: date
    hamlet_ids: tuple[UUID, ...]
    kind: TeamKind = TeamKind.HAMLET
    formed_by: UUID | None = None
    demo: bool = False


class HamletName(msgspec.Struct, frozen=True, kw_only=True):
    """A hamlet of a team's area."""

    id: UUID
    name: str
    kind: HamletKind


class Team(msgspec.Struct, frozen=True, kw_only=True):
    """A team as it stands today; `trained`: of its members, those whose required trainings hold."""

    id: UUID
    code: str
    name: str
    kind: TeamKind
    commune_code: str
    commune_name: str
    formed_on: date
    members: int
    trained: int
    leaders: list[str]
    hamlets: list[HamletName]
    demo: bool


class HamletPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A hamlet that is not on the list of its commune yet."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    kind: HamletKind


class TeamArea(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The hamlets a team walks from a day on: today when left out, never a day that has passed."""

    hamlet_ids: Annotated[tuple[UUID, ...], Meta(max_length=HAMLETS_MOST)] = ()
    new_hamlets: Annotated[tuple[HamletPlan, ...], Meta(max_length=HAMLETS_MOST)] = ()
    on: date | None = None


class TeamPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A team an officer forms; the id is made by who sends it, so sending it again forms no second one."""

    id: UUID
    name: Name
    kind: TeamKind
    commune_code: Annotated[str, Meta(pattern="^[0-9]{5}$")]
    area: TeamArea


class Dissolution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a team ends now, with all its memberships."""

    reason: Why


class AreaSpan(msgspec.Struct, frozen=True, kw_only=True):
    """A hamlet of a team, from when to when."""

    id: UUID
    name: str
    since: datetime
    until: datetime | None


class MemberSpan(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's membership, from when to when; `trained`: their required trainings hold today."""

    person_id: UUID
    name: str
    role: str
    since: datetime
    until: datetime | None
    by_name: str | None
    why: str | None
    trained: bool


class TeamCard(msgspec.Struct, frozen=True, kw_only=True):
    """A team with everything that was dated: where it walked, and who of it, newest first."""

    id: UUID
    code: str
    name: str
    kind: TeamKind
    commune_code: str
    commune_name: str
    formed_on: date
    dissolved_on: date | None
    dissolved_why: str | None
    areas: list[AreaSpan]
    people: list[MemberSpan]


class TeamDissolved(Event, frozen=True, kw_only=True, tag="team_dissolved"):
    """A team ended: these who were of it must hear of it."""

    team_id: UUID
    people: tuple[UUID, ...]
