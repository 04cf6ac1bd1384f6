"""The order in which new events of the log change each slice, all inside the upload's transaction."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias
from uuid import UUID

from api.kit.db import Connection
from outreach.measurement import actions as measurement
from outreach.registry import actions as registry
from outreach.visits import actions as visits

Fold: TypeAlias = Callable[[Connection, Sequence[UUID]], Awaitable[None]]

FOLDS: tuple[Fold, ...] = (registry.fold, visits.fold, measurement.fold, registry.publish)
"""Who lives there, who was seen, who counts, and who is told."""
