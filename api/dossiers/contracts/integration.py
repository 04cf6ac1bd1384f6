"""Shapes of connecting a system: its keys, batches, what is missing or held, and whom we ask."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.dossiers.contracts import Flag

SystemName = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[a-z0-9][a-z0-9._-]*$")]
KeyName = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]


class KeyScope(StrEnum):
    """What a key may do."""

    WRITE = "dossiers:write"
    READ = "dossiers:read"


class NewKey(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key to make, for one outside system."""

    system: SystemName
    name: KeyName
    scopes: Annotated[list[KeyScope], Meta(min_length=1, max_length=2)] = msgspec.field(
        default_factory=lambda: [KeyScope.WRITE, KeyScope.READ]
    )


class Rotation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many hours the old key still opens."""

    overlap_hours: Annotated[int, Meta(ge=0, le=24 * 90)] = 24 * 7


class NewIntegrationKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key just made. `key` goes into `X-Api-Key`, `secret` signs; neither is shown again."""

    id: UUID
    system: str
    name: str
    scopes: list[KeyScope]
    key: str
    secret: str
    created_at: datetime


class IntegrationKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key as an administrator sees it. `revoked_at` in the future: it is being rotated out."""

    id: UUID
    system: str
    name: str
    scopes: list[KeyScope]
    must_sign: bool
    demo: bool
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Sequence numbers of a dossier that never came: from `first` to `last`, both included."""

    dossier_id: UUID
    code: str
    first: int
    last: int


class HeldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event that was kept but did not count, and why."""

    code: str
    event_id: str
    sequence: int
    state_code: str
    occurred_at: datetime
    recorded_at: datetime
    flags: list[Flag]
