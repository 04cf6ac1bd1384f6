"""Shapes of identity: signing in, staying signed in, who I am."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, Struct, UnsetType

from api.kit.outbox import Event
from api.kit.principal import Role

Phone = Annotated[
    str, Meta(min_length=9, max_length=20, description="Số di động Việt Nam: 09…, 84… hoặc +84…")
]
NAME_MAX = 80
Name = Annotated[str, Meta(min_length=1, max_length=NAME_MAX)]
CommuneCode = Annotated[str, Meta(pattern="^[0-9]{5}$")]
ZaloToken = Annotated[str, Meta(min_length=1, max_length=4000)]


class Way(StrEnum):
    """How a session began."""

    DEMO = "demo"
    ZALO = "zalo"
    OTP = "otp"
    OIDC = "oidc"


class TripWay(StrEnum):
    """The other servers somebody can sign in at and come back from."""

    OIDC = "oidc"
    ZALO = "zalo"


class SignInWays(Struct, frozen=True, kw_only=True):
    """Which ways in are switched on here besides a code to the phone; `province` and `zalo_web` are trips.

    `province_factor`: a second factor given at the province counts here.
    """

    zalo: bool
    zalo_web: bool
    province: bool
    province_factor: bool


class NewTrip(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where somebody wants to sign in."""

    way: TripWay


class Trip(Struct, frozen=True, kw_only=True):
    """Open `url`; keep `binding` in this browser: only with it can the trip be ended, within ten minutes."""

    way: TripWay
    url: str
    binding: str


class TripEnd(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the other server sent back, and the `binding` that stayed in the browser."""

    code: Annotated[str, Meta(min_length=1, max_length=2000)]
    state: Annotated[str, Meta(min_length=1, max_length=200)]
    binding: Annotated[str, Meta(min_length=1, max_length=200)]
    iss: Annotated[str, Meta(max_length=2000)] | None = None


class LinkedWay(StrEnum):
    """A way in that a person has proven to be theirs."""

    PHONE = "phone"
    ZALO = "zalo"
    PROVINCE = "province"


class DemoSignIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Be one of the six demo people; `second`: another officer, for what takes two."""

    role: Role
    second: bool = False


class ZaloSignIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The token of `getAccessToken()`; an id sent by a client would prove nothing."""

    zalo_access_token: ZaloToken


class ZaloPhone(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tokens of `getAccessToken()` and `getPhoneNumber()`: the second is good once, for two minutes."""

    zalo_access_token: ZaloToken
    zalo_phone_token: ZaloToken


class CodeRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number that wants to sign in."""

    phone: Phone


class CodeChallenge(Struct, frozen=True, kw_only=True):
    """A code was made; `demo_code` shows it in demo mode only, when nothing is sent."""

    challenge_id: UUID
    expires_in: int
    demo_code: str | None
    demo: bool


class CodeAnswer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The six digits that came."""

    challenge_id: UUID
    code: Annotated[str, Meta(pattern="^[0-9]{6}$", max_length=6)]


class RefreshToken(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The token that renews or ends a session."""

    refresh_token: Annotated[str, Meta(min_length=1, max_length=200)]


class AgencyName(Struct, frozen=True, kw_only=True):
    """An agency somebody works for."""

    id: UUID
    name: str


class TeamName(Struct, frozen=True, kw_only=True):
    """A team somebody walks with; `leads`: they take its volunteers in and out."""

    id: UUID
    name: str
    commune_code: str
    leads: bool


class SecondFactor(StrEnum):
    """Where somebody stands with their second factor in this session; `proven` here, or at the province where that counts."""

    NOT_NEEDED = "not_needed"
    TO_ENROL = "to_enrol"
    TO_PROVE = "to_prove"
    PROVEN = "proven"


class Me(Struct, frozen=True, kw_only=True):
    """The person signed in, as they may see themselves.

    `roles` hold in this session; what waits for the second factor is in `waiting_roles`.
    """

    id: UUID
    display_name: str
    phone_masked: str | None
    home_commune_code: str | None
    home_commune_name: str | None
    linked: list[LinkedWay]
    roles: list[Role]
    waiting_roles: list[Role]
    second_factor: SecondFactor
    agencies: list[AgencyName]
    teams: list[TeamName]
    province_codes: list[str]
    demo: bool


class MeChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person may change of themselves; null forgets the commune."""

    display_name: Name | UnsetType = UNSET
    home_commune_code: CommuneCode | UnsetType | None = UNSET


class Session(Struct, frozen=True, kw_only=True):
    """A signed-in session: the access token is short, the refresh token good once."""

    access_token: str
    refresh_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105  the scheme's name (RFC 6750)
    expires_in: int
    me: Me
    demo: bool


class NewSecondFactor(Struct, frozen=True, kw_only=True):
    """A TOTP secret, shown once: for the authenticator app by hand (Base32) or as a QR code (`uri`)."""

    secret: str
    uri: str


class FactorCode(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Six digits of the authenticator app, or a recovery code from paper."""

    code: Annotated[str, Meta(min_length=6, max_length=20)]


class Proven(Struct, frozen=True, kw_only=True):
    """The session with its second factor: a new access token, the refresh token stays.

    `recovery_codes` are shown once, when the factor is confirmed; otherwise empty.
    """

    access_token: str
    expires_in: int
    me: Me
    recovery_codes: list[str]


class ResetReason(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a second factor is taken away: how the person was recognised."""

    reason: Annotated[str, Meta(min_length=1, max_length=300)]


class SecondFactorReset(Struct, frozen=True, kw_only=True):
    """A second factor that was taken away; `reset_by` null: by the operator at the machine."""

    id: UUID
    person_id: UUID
    person_name: str
    reset_by: UUID | None
    reset_by_name: str | None
    reset_at: datetime
    reason: str


class Device(Struct, frozen=True, kw_only=True):
    """One place somebody is signed in: a session."""

    id: UUID
    name: str
    way: Way
    created_at: datetime
    last_seen_at: datetime
    this: bool


class Devices(Struct, frozen=True, kw_only=True):
    """Where somebody is signed in, this device first, then the one used last."""

    items: list[Device]


class SignedOut(Struct, frozen=True, kw_only=True):
    """How many other devices were signed out."""

    closed: int


class CodeAsked(Event, frozen=True, kw_only=True, tag="code_asked"):
    """A one-time code must reach its phone. The code and the number are not in the outbox."""

    challenge_id: UUID


class PhoneProven(Event, frozen=True, kw_only=True, tag="phone_proven"):
    """Somebody has just proven a number: what waited for it elsewhere is theirs."""

    person_id: UUID


class ProvinceLinked(Event, frozen=True, kw_only=True, tag="province_linked"):
    """An account of the province now opens this person's: they must hear of it."""

    person_id: UUID
    at: datetime


class SecondFactorTaken(Event, frozen=True, kw_only=True, tag="second_factor_taken"):
    """Somebody's second factor was taken away: they must hear of it."""

    reset_id: UUID


class SentCode(Struct, frozen=True, kw_only=True):
    """What a message job needs to send a code; never kept, never logged."""

    phone: str
    digits: str
