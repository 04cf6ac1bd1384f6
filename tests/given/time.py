"""Holding the clock still."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from api.kit.clock import clock


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Everybody's clock shows `at` (aware) until the block ends; blocks may nest."""
    before, clock.held_at = clock.held_at, at
    try:
        yield
    finally:
        clock.held_at = before
