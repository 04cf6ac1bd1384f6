"""UUIDv7 (RFC 9562 §5.7): ids that things made on a phone carry from birth."""

from datetime import UTC, datetime
from uuid import UUID

import uuid_utils.compat

VERSION = 7


def uuid7() -> UUID:
    """A new time-ordered id."""
    return uuid_utils.compat.uuid7()


def is_uuid7(value: UUID) -> bool:
    """Whether this id is a version 7 UUID."""
    return value.version == VERSION


def uuid7_time(value: UUID) -> datetime:
    """The millisecond the id was made, by its maker's clock."""
    return datetime.fromtimestamp((value.int >> 80) / 1000, tz=UTC)
