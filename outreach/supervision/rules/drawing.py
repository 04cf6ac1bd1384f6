"""Drawing a sample that nobody can choose: a seed told in advance by its digest, a frame frozen after that. Pure.

Whoever knows the frame does not know the seed, and whoever made the seed did not know the frame: its digest is part of
every lot. When the round is closed the seed is told, and anybody can draw again.
"""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from api.kit.errors import Problem
from outreach.supervision.contracts.audits import AdultBefore, Candidate


class AuditNotReady(Problem):
    """The step asked for is not the next one."""

    status = 409
    slug = "audit-not-ready"
    title = "Đợt kiểm tra chưa tới hoặc đã qua bước này"


class AuditUnfinished(Problem):
    """A drawn household nobody has visited or tried often enough; none may be left out."""

    status = 409
    slug = "audit-unfinished"
    title = "Còn hộ rút thăm chưa được thăm lại, không được bỏ hộ nào"


def commit_of(seed: bytes) -> str:
    """What is told of a seed before the frame is frozen."""
    return hashlib.sha256(seed).hexdigest()


def digest_of(frame: Iterable[UUID]) -> str:
    """What is told of a frame when it is frozen."""
    return hashlib.sha256("\n".join(sorted(str(home) for home in frame)).encode()).hexdigest()


def lot(seed: bytes, digest: str, *names: UUID) -> bytes:
    """The lot of a household, an adult, or a household with a team."""
    said = "|".join((digest, *(str(name) for name in names)))
    return hmac.digest(seed, said.encode(), "sha256")


def draw(seed: bytes, frame: Sequence[UUID], size: int) -> list[UUID]:
    """The households with the smallest lots, in the order of their lots."""
    digest = digest_of(frame)
    return sorted(frame, key=lambda home: lot(seed, digest, home))[:size]


def who_goes(seed: bytes, digest: str, candidates: Iterable[Candidate]) -> dict[UUID, UUID]:
    """For each household another team of its commune, else of the nearest that has one; of several the smallest lot."""
    of_home: dict[UUID, list[Candidate]] = defaultdict(list)
    for one in candidates:
        of_home[one.household_id].append(one)
    return {
        home: min(teams, key=lambda one: (one.apart, lot(seed, digest, home, one.team_id))).team_id
        for home, teams in of_home.items()
    }


def whom_to_ask(seed: bytes, digest: str, adults: Iterable[AdultBefore]) -> dict[UUID, AdultBefore]:
    """For each household the adult with the smallest lot: not the able one who opens the door."""
    of_home: dict[UUID, list[AdultBefore]] = defaultdict(list)
    for one in adults:
        of_home[one.household_id].append(one)
    return {
        home: min(those, key=lambda one: lot(seed, digest, one.adult_id)) for home, those in of_home.items()
    }
