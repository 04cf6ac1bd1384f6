"""Who is asking: a person with the roles that hold at this moment."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

import msgspec


class Role(StrEnum):
    """The six roles; every grant of one is dated (api/grants)."""

    CITIZEN = "citizen"
    VOLUNTEER = "volunteer"
    TEAM_LEADER = "team_leader"
    HANDLER = "handler"
    OFFICER = "officer"
    ADMIN = "admin"


SECOND_FACTOR_ROLES = frozenset({Role.HANDLER, Role.OFFICER, Role.ADMIN})
"""Roles that hold only in a session whose second factor was proven: they see other people's data by the table.

A volunteer or team leader sees the homes of one team, is offline for days and often shares a phone: a code by SMS is enough.
"""
SECOND_FACTOR_LIFETIME = timedelta(hours=24)
"""A second factor is asked for anew each day (NIST SP 800-63B-4, AAL2)."""


def roles_in_force(held: Iterable[Role], *, proven: bool) -> frozenset[Role]:
    """What somebody may do in this session: staff roles that need a second factor wait for it.

    Who leads a team walks with it: a leader is a volunteer wherever a volunteer is asked for.
    """
    waiting = frozenset() if proven else SECOND_FACTOR_ROLES
    everybody = {Role.CITIZEN, *held}
    walks = {Role.VOLUNTEER} if Role.TEAM_LEADER in everybody else set()
    return frozenset(everybody | walks) - waiting


class Principal(msgspec.Struct, frozen=True, kw_only=True):
    """The signed-in person, as row access sees them; `led_team_ids` are among `team_ids`."""

    person_id: UUID
    session_id: UUID
    roles: frozenset[Role] = frozenset({Role.CITIZEN})
    agency_ids: tuple[UUID, ...] = ()
    team_ids: tuple[UUID, ...] = ()
    led_team_ids: tuple[UUID, ...] = ()
    province_codes: tuple[str, ...] = ()
    demo: bool = False

    def has(self, *roles: Role) -> bool:
        """Whether any of these roles holds."""
        return not self.roles.isdisjoint(roles)
