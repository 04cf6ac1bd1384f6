"""Fixed ids of the demo province's people and places, so that every slice's demo data meets."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID, uuid5

from api.kit.clock import clock
from api.kit.principal import Role

DEMO = UUID("6e676f73-6f00-4000-8000-000000000000")
PROVINCE = "46"
"""Huế, the demo province."""
COMMUNE = "19777"
"""Phường Vỹ Dạ: where the demo people live and the demo team walks."""
TEAM_CODE = "demo-vy-da-1"
"""The team the demo volunteer walks with (made by outreach)."""
HANDLER_AGENCY = "46-do-thi"
"""The agency the demo handler works for (made by api/grants)."""


def demo_person(role: Role) -> UUID:
    """The demo person who has this role."""
    return uuid5(DEMO, role.value)


def demo_second(role: Role) -> UUID:
    """Another demo person of this role, for what takes two."""
    return uuid5(DEMO, f"{role.value}-2")


def demo_team(code: str) -> UUID:
    """A demo team, by its code."""
    return uuid5(DEMO, f"team:{code}")


def demo_agency(code: str) -> UUID:
    """A demo agency, by its code."""
    return uuid5(DEMO, f"agency:{code}")


@contextmanager
def told_at(at: datetime) -> Iterator[None]:
    """Everybody's clock shows `at` while a story of the past is told; only for loading the demo."""
    before, clock.held_at = clock.held_at, at
    try:
        yield
    finally:
        clock.held_at = before
