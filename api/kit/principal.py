"""Who is asking: a person with the roles that hold at this moment."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

import msgspec


class Role(StrEnum):
    """The five roles; every grant of one is dated (identity slice)."""

    CITIZEN = "citizen"
    VOLUNTEER = "volunteer"
    HANDLER = "handler"
    OFFICER = "officer"
    ADMIN = "admin"


SECOND_FACTOR_ROLES = frozenset({Role.HANDLER, Role.OFFICER, Role.ADMIN})
"""Roles that hold only in a session whose second factor was proven: they see other people's data by the table.

A volunteer sees the homes of one team, is offline for days and often shares a phone: a code by SMS is enough.
"""
SECOND_FACTOR_LIFETIME = timedelta(hours=24)
"""A second factor is asked for anew each day (NIST SP 800-63B-4, AAL2)."""


def roles_in_force(held: Iterable[Role], *, proven: bool) -> frozenset[Role]:
    """What somebody may do in this session: staff roles that need a second factor wait for it."""
    waiting = frozenset() if proven else SECOND_FACTOR_ROLES
    return frozenset({Role.CITIZEN, *held}) - waiting


class Principal(msgspec.Struct, frozen=True, kw_only=True):
    """The signed-in person, as row access sees them."""

    person_id: UUID
    session_id: UUID
    roles: frozenset[Role] = frozenset({Role.CITIZEN})
    agency_ids: tuple[UUID, ...] = ()
    team_ids: tuple[UUID, ...] = ()
    province_codes: tuple[str, ...] = ()
    demo: bool = False

    def has(self, *roles: Role) -> bool:
        """Whether any of these roles holds."""
        return not self.roles.isdisjoint(roles)
