"""Who is asking: a person with the roles that hold at this moment."""

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
