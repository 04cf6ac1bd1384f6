"""What the local Zalo knows: one app, its users, its Official Account, and the switches tests turn."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from api.kit.clock import now

SUCCESS = {"error": 0, "message": "Success"}


@dataclass
class Code:
    """A phone or location token, as `getPhoneNumber()` or `getLocation()` hands out."""

    data: dict[str, str]
    issued_at: datetime
    app: str
    used: bool = False


@dataclass
class Pair:
    """Tokens of the Official Account: the access token ends, the refresh token is good once."""

    access: str
    refresh: str
    expires_at: datetime
    used: bool = False


@dataclass
class Template:
    """A message template and what it wants filled in: name → (required, longest)."""

    params: dict[str, tuple[bool, int]] = field(default_factory=dict)
    status: str = "ENABLE"
    uid: bool = True


@dataclass
class State:
    """One Zalo app with one Official Account and one Mini App: three ids, three keys."""

    app_id: str = "360846524840903967"
    app_secret: str = "app-secret-0001"
    mini_app_id: str = "2646373759294038927"
    open_api_key: str = "api-key-0001"
    oa_id: str = "388613280878808645"
    oa_secret_key: str = "oa-secret-0001"
    challenge: str = ""
    """The one PKCE challenge of the console; empty: none is checked."""
    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    codes: dict[str, Code] = field(default_factory=dict)
    web_codes: dict[str, Any] = field(default_factory=dict)
    """Codes of the page for web sites; None: used."""
    calls: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    outside_vietnam: bool = False
    forced: int | None = None
    """Answer every call with this error."""
    slow_by: float = 0.0
    """Seconds before an answer leaves, when all is already done."""

    grants: dict[str, datetime] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)
    lifetime: int = 90_000
    rotations: int = 0
    die_after_rotating: bool = False

    templates: dict[str, Template] = field(default_factory=dict)
    recipients: dict[str, int] = field(default_factory=dict)
    """Phones or UIDs to whom nothing can be sent, and the number Zalo answers with."""
    admins: set[str] = field(default_factory=set)
    talked_at: dict[str, datetime] = field(default_factory=dict)
    """UID → when they last wrote to the Official Account."""
    quota: int = 500
    used_quota: int = 0
    night_refused: bool = True
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    uploads: list[tuple[str, bytes]] = field(default_factory=list)
    outgoing: list[dict[str, Any]] = field(default_factory=list)
    """Events of the OA webhook that wait to leave."""
    revoking: list[str] = field(default_factory=list)
    """Users whose `user.revoke.consent` waits to leave."""


def error(code: int, message: str) -> dict[str, Any]:
    """An error as Zalo sends it: HTTP 200 and a number."""
    return {"error": code, "message": message}


def millis() -> str:
    """Now, as Zalo writes it: milliseconds, as a text."""
    return str(int(now().timestamp() * 1000))
