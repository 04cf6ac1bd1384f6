"""The audit: told, frozen, drawn, walked by other teams, closed and proven."""

import secrets
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import NotAllowed, NotFound
from api.kit.ids import uuid7
from api.kit.pages import LIMIT_MAX
from api.kit.principal import Principal, Role
from outreach.supervision.contracts.audits import AuditDoor, NewRound, Proof, Round, RoundResult
from outreach.supervision.rules import kappa
from outreach.supervision.rules.drawing import (
    AuditNotReady,
    AuditUnfinished,
    commit_of,
    digest_of,
    draw,
    who_goes,
    whom_to_ask,
)
from outreach.supervision.store import audits as store

SEED_BYTES = 32
MOST = 2000


def check_province(me: Principal, province: str) -> None:
    """An officer's own province; an administrator any."""
    if not me.has(Role.ADMIN) and province not in me.province_codes:
        raise NotAllowed(detail="Bạn không phụ trách tỉnh này")


async def open_round(tx: Connection, new: NewRound, *, me: Principal) -> Round:
    """First step: a seed is made, kept, and told by its digest only. One round of a province at a time."""
    check_province(me, new.province_code)
    seed, round_id = secrets.token_bytes(SEED_BYTES), uuid7()
    made = await store.insert_round(
        tx,
        round_id=round_id,
        province=new.province_code,
        size=new.size,
        seed=seed,
        commit=commit_of(seed),
        at=now(),
        by=me.person_id,
    )
    if not made:
        raise AuditNotReady(detail="Tỉnh đang có một đợt kiểm tra chưa kết thúc")
    return await find_round(tx, round_id)


async def freeze_and_draw(tx: Connection, round_id: UUID, *, me: Principal) -> Round:
    """Second step: the frame as it is now, and the households with the smallest lots. Nobody chooses, none is left out."""
    row = await lock(tx, round_id, me=me)
    if row.frozen_at is not None:
        raise AuditNotReady(detail="Đợt này đã rút thăm rồi, không rút lại")
    frame, at = await store.list_frame(tx, row.province_code), now()
    digest = digest_of(frame)
    drawn = draw(row.seed, frame, row.size)
    teams = who_goes(row.seed, digest, await store.list_candidates(tx, drawn, at=at))
    if not drawn or any(home not in teams for home in drawn):
        raise AuditNotReady(detail="Chưa có hộ đã đánh giá, hoặc chưa có tổ khác để thăm lại")
    adults = whom_to_ask(row.seed, digest, await store.list_adults(tx, drawn))
    await store.freeze(tx, round_id, frame=frame, digest=digest, at=at)
    rows = []
    for place, home in enumerate(drawn, 1):
        asked = adults[home]
        rows.append((uuid7(), place, home, asked.adult_id, teams[home], asked.knows, asked.can))
    await store.insert_draws(tx, round_id, rows)
    return await find_round(tx, round_id)


async def close_round(tx: Connection, round_id: UUID, *, me: Principal) -> Round:
    """Last step, when every household drawn was visited or tried often enough: the seed is told."""
    row = await lock(tx, round_id, me=me)
    if row.frozen_at is None or row.closed_at is not None:
        raise AuditNotReady
    standing = await find_round(tx, round_id)
    if standing.settled < standing.drawn:
        raise AuditUnfinished(detail=f"Còn {standing.drawn - standing.settled} hộ chưa được thăm lại")
    await store.close_round(tx, round_id, at=now(), by=me.person_id)
    return await find_round(tx, round_id)


async def lock(tx: Connection, round_id: UUID, *, me: Principal) -> store.RoundRow:
    """A round of one's own province, with its seed."""
    row = await store.lock_round(tx, round_id)
    if row is None or not (me.has(Role.ADMIN) or row.province_code in me.province_codes):
        raise NotFound(detail="Không có đợt kiểm tra này")
    return row


async def find_round(db: Connection, round_id: UUID) -> Round:
    """How far a round is."""
    found = await store.list_rounds(db, provinces=None, round_id=round_id, limit=1)
    if not found:
        raise NotFound(detail="Không có đợt kiểm tra này")
    return found[0]


async def list_rounds(db: Connection, *, me: Principal) -> list[Round]:
    """The rounds of my provinces."""
    provinces = None if me.has(Role.ADMIN) else me.province_codes
    return await store.list_rounds(db, provinces=provinces, limit=LIMIT_MAX)


async def show_result(db: Connection, round_id: UUID, *, me: Principal) -> RoundResult:
    """What came of a round: who could not be met is counted beside who was, never left out."""
    found = await find_round(db, round_id)
    check_province(me, found.province_code)
    states: dict[str, int] = {}
    for line in await store.list_standing(db, round_id=round_id, limit=MOST):
        states[line.state] = states.get(line.state, 0) + 1
    pairs = await store.list_pairs(db, round_id)
    able = sum(pair.after for pair in pairs)
    return RoundResult(
        round=found,
        states=states,
        asked=len(pairs),
        know_and_can=able,
        agreed=sum(pair.before == pair.after for pair in pairs),
        kappa=kappa([(pair.before, pair.after) for pair in pairs]),
    )


async def list_draws(db: Connection, round_id: UUID, *, me: Principal) -> list[AuditDoor]:
    """Every household of a round, and how it stands."""
    found = await find_round(db, round_id)
    check_province(me, found.province_code)
    return await store.list_standing(db, round_id=round_id, limit=MOST)


async def list_mine(db: Connection, *, me: Principal) -> list[AuditDoor]:
    """Households of other teams that mine visits again."""
    return await store.list_standing(db, teams=me.team_ids, limit=LIMIT_MAX)


async def prove(tx: Connection, round_id: UUID, *, me: Principal) -> Proof:
    """The seed and the frame of a closed round, drawn again here; anybody can do the same."""
    row = await lock(tx, round_id, me=me)
    if row.closed_at is None or row.frame_digest is None:
        raise AuditNotReady(detail="Hạt giống chỉ được công bố khi đợt kiểm tra đã kết thúc")
    frame, drawn = await store.list_frozen(tx, round_id), await store.list_drawn(tx, round_id)
    holds = (
        commit_of(row.seed) == row.seed_commit
        and digest_of(frame) == row.frame_digest
        and draw(row.seed, frame, row.size) == drawn
    )
    return Proof(
        seed=row.seed.hex(),
        seed_commit=row.seed_commit,
        frame_digest=row.frame_digest,
        frame=frame,
        drawn=drawn,
        holds=holds,
    )
