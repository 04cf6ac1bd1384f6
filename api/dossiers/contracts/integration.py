"""Shapes of connecting a system: its keys, batches, what is missing or held, and whom we ask."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from api.dossiers.contracts import DossierChange, Flag, Verdict

SystemName = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[a-z0-9][a-z0-9._-]*$")]
KeyName = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]


class KeyScope(StrEnum):
    """What a key may do."""

    WRITE = "dossiers:write"
    READ = "dossiers:read"
    GAUGES = "gauges:write"
    SOS = "sos:write"
    """Handing over text messages that call for help: an SMS gateway's."""
    REPORTS = "reports:write"
    """Posting through Open311, whose protocol knows no signature: a key of its own that opens nothing else."""


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


BATCH_MAX = 10_000
"""Items of one batch."""


class ToldChange(DossierChange, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event of a batch: the code of its dossier, and what PUT takes."""

    code: Annotated[str, Meta(min_length=1, max_length=300)]


class ChangeBatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Events of any dossiers, in any order. Each item is read on its own: a bad one loses no other."""

    items: Annotated[list[Any], Meta(min_length=1, max_length=BATCH_MAX)]


class Outcome(StrEnum):
    """What became of an item."""

    APPLIED = "applied"
    LATE = "late"
    HELD = "held"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class ItemResult(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The answer to an item: a receipt, or `problem` (its slug) and why."""

    code: str | None
    event_id: str | None
    result: Outcome
    first_result: Verdict | None = None
    flags: list[Flag] = []
    dossier_id: UUID | None = None
    state_code: str | None = None
    sequence: int | None = None
    due_at: datetime | None = None
    problem: str | None = None
    detail: str | None = None


class BatchAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One result an item, in the order of the items, and how many of each."""

    items: list[ItemResult]
    counts: dict[Outcome, int]


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
