"""What the register refuses, and the name of an area. Pure."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from api.kit.errors import Problem


class NoTeam(Problem):
    """A volunteer without a team, or asking for another team's area."""

    status = 403
    slug = "no-team"
    title = "Bạn chưa thuộc tổ nào, hoặc không thuộc tổ này"


def area_digest(hamlets: Sequence[UUID]) -> str:
    """Names an area: when a team is given another one, its phones start over."""
    return hashlib.sha256(b"".join(sorted(hamlet.bytes for hamlet in hamlets))).hexdigest()[:16]
