"""What the hard cases of the register share: merges, splits and moves as a phone says them, and a picture of everything that is kept."""

from datetime import date
from typing import Any
from uuid import UUID

from api.kit.db import Connection
from api.kit.ids import uuid7
from tests.given.outreach import Phone

KEPT = {
    "household": "select to_jsonb(d) - 'position' from household d order by d.id",
    "adult": "select to_jsonb(a) from adult a order by a.id",
    "household_member": "select to_jsonb(m) from household_member m order by m.adult_id, m.household_id, m.since",
    "household_place": "select to_jsonb(p) from household_place p order by p.household_id, p.since",
    "visit": "select to_jsonb(v) from visit v where v.id = any($1::uuid[]) order by v.id",
    "visit_adult": "select to_jsonb(v) from visit_adult v where v.visit_id = any($1::uuid[]) order by v.visit_id, v.adult_id",
    "adult_state": "select to_jsonb(s) from adult_state s order by s.adult_id",
    "adult_skill": "select to_jsonb(s) from adult_skill s order by s.adult_id, s.code",
    "coverage_total": "select to_jsonb(t) from coverage_total t order by t.commune_id",
}
"""Every table that a merge may touch, all its columns but the feed's position."""


async def kept(tx: Connection) -> dict[str, list[Any]]:
    """Everything as it stands."""
    visits = [row["id"] for row in await tx.fetch("select id from visit")]
    return {
        table: [row[0] for row in await tx.fetch(query, *([visits] if "$1" in query else []))]
        for table, query in KEPT.items()
    }


def merge(
    phone: Phone,
    winner: UUID,
    loser: UUID,
    *,
    same: dict[UUID, UUID] | None = None,
    moves: tuple[UUID, ...] = (),
) -> UUID:
    """Two entries of one house; `same` says which entry of the loser is whom of the winner."""
    merge_id = uuid7()
    pairs = [{"keep": keep, "drop": drop} for drop, keep in (same or {}).items()]
    phone.note(
        "household_merged", merge_id=merge_id, winner_id=winner, loser_id=loser, same=pairs, moves=moves,
        reason="Một nhà ghi hai lần",
    )  # fmt: skip
    return merge_id


def merge_adults(phone: Phone, winner: UUID, loser: UUID) -> UUID:
    """Two entries of one person."""
    merge_id = uuid7()
    phone.note("adult_merged", merge_id=merge_id, winner_id=winner, loser_id=loser, reason="Một người")
    return merge_id


def undo(phone: Phone, merge_id: UUID) -> None:
    """It was none."""
    phone.note("merge_undone", merge_id=merge_id, reason="Gộp nhầm")


def split(phone: Phone, home: UUID, *adults: UUID, on: date, hamlet: UUID | None = None) -> UUID:
    """Some of a household live next door."""
    new = uuid7()
    phone.note(
        "household_split", household_id=new, from_household_id=home, adult_ids=adults, on=on,
        hamlet_id=hamlet or phone.walker.hamlet_ids[0], reference="Hộ số 12A",
    )  # fmt: skip
    return new


def live(phone: Phone, adult: UUID, home: UUID, how: str, *, on: date) -> None:
    """An adult lives there from a day on: "moved", "temporary", or "back" from it."""
    event = phone.note("adult_moved", adult_id=adult, to_household_id=home, on=on)
    event["body"]["kind"] = how
