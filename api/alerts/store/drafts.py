"""SQL of the desk: drafts and what was done to them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.alerts.contracts import Origin
from api.alerts.contracts.desk import AlertContent, AlertDraft, DraftState, KeptDraft
from api.kit.db import Connection, fetch_all, fetch_one

LIST_DRAFTS = """
select d.id, d.state, d.origin, d.note, d.province_code, d.version, d.content, h.name as hazard_name,
    coalesce(l.needs_second_person, false) as needs_second_person,
    d.state = 'waiting' and $2::uuid is distinct from d.changed_by and $2::uuid is distinct from d.sent_by as may_decide,
    d.reason, d.created_at, d.changed_at,
    (
        select coalesce(json_agg(json_build_object(
            'verb', s.verb, 'person_name', p.display_name, 'note', s.note, 'at', s.at
        ) order by s.version), '[]')
        from alert_draft_step s
        left join person p on p.id = s.person_id
        where s.draft_id = d.id
    ) as steps
from alert_draft d
left join alert_hazard h on h.code = d.content ->> 'hazard'
left join alert_level l on l.level = (d.content ->> 'risk_level')::smallint
where d.province_code = any($1::text[])
  and case when $3::uuid is null then d.state in ('draft', 'waiting', 'refused') else d.id = $3 end
order by d.state = 'waiting' desc, d.changed_at desc, d.id
limit $4
"""
HOLD_DRAFT = """
select id, state, origin, province_code, version, content, changed_by, sent_by, demo
from alert_draft where id = $1 and province_code = any($2::text[]) for update
"""
INSERT_DRAFT = """
insert into alert_draft (
    id, province_code, state, origin, origin_key, note, content, changed_by, sent_by, created_at, changed_at, demo
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)
on conflict do nothing
returning id
"""
HOLD_PROPOSED = """
select id, state, origin, province_code, version, content, changed_by, sent_by, demo
from alert_draft where origin_key = $1 for update
"""
HOLD_TURN = """
select pg_advisory_xact_lock(hashtextextended('proposals of ' || $1, 0))
"""
LIST_FOLLOWED = """
select id, state, origin, province_code, version, content, changed_by, sent_by, demo
from alert_draft
where province_code = $1 and starts_with(origin_key, $2) and origin_key <> $3
  and state in ('draft', 'waiting', 'published')
order by created_at desc limit 20
"""
MOVE_DRAFT = """
update alert_draft set state = $2, version = version + 1, content = $3, changed_by = $4, sent_by = $5,
    decided_by = $6, reason = $7, changed_at = $8, note = coalesce($9, note)
where id = $1
returning version
"""
INSERT_STEP = """
insert into alert_draft_step (draft_id, version, verb, person_id, note, at) values ($1, $2, $3, $4, $5, $6)
"""
FIND_MOVE = """
select d.id as draft_id, d.province_code, s.verb, s.person_id, s.note, d.state, d.content ->> 'headline' as headline,
    d.changed_by, d.sent_by, d.note as why
from alert_draft d join alert_draft_step s on s.draft_id = d.id
where d.id = $1 and s.version = $2
"""


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to a draft, with what telling about it needs."""

    draft_id: UUID
    province_code: str
    verb: str
    person_id: UUID | None
    note: str
    state: DraftState
    headline: str
    changed_by: UUID | None
    sent_by: UUID | None
    why: str


async def list_drafts(
    db: Connection, *, provinces: Sequence[str], seen_by: UUID, draft_id: UUID | None = None, limit: int = 100
) -> list[AlertDraft]:
    """What is on the desk of these provinces, those that wait for a second officer first; or one, in any state."""
    return await fetch_all(db, LIST_DRAFTS, list(provinces), seen_by, draft_id, limit, into=AlertDraft)


async def hold_draft(tx: Connection, draft_id: UUID, *, provinces: Sequence[str]) -> KeptDraft | None:
    """A draft of these provinces, held."""
    return await fetch_one(tx, HOLD_DRAFT, draft_id, list(provinces), into=KeptDraft)


async def hold_proposed(tx: Connection, key: str) -> KeptDraft | None:
    """The draft of an occasion, held."""
    return await fetch_one(tx, HOLD_PROPOSED, key, into=KeptDraft)


async def hold_turn(tx: Connection, follows: str) -> None:
    """Proposals of one thing are taken one after the other."""
    await tx.execute(HOLD_TURN, follows)


async def list_followed(tx: Connection, province: str, follows: str, key: str) -> list[KeptDraft]:
    """Drafts of occasions before this one, the newest first."""
    return await fetch_all(tx, LIST_FOLLOWED, province, follows, key, into=KeptDraft)


async def insert_draft(
    tx: Connection,
    draft_id: UUID,
    content: AlertContent,
    *,
    province: str,
    state: DraftState,
    origin: Origin,
    key: str | None,
    note: str,
    changed_by: UUID | None,
    sent_by: UUID | None,
    at: datetime,
    demo: bool,
) -> bool:
    """Keep a new draft; False when its id or its occasion is taken."""
    found = await tx.fetchval(
        INSERT_DRAFT, draft_id, province, state, origin, key, note, msgspec.to_builtins(content), changed_by,
        sent_by, at, demo,
    )  # fmt: skip
    return found is not None


async def move_draft(
    tx: Connection,
    draft: KeptDraft,
    content: AlertContent,
    *,
    state: DraftState,
    changed_by: UUID | None,
    sent_by: UUID | None,
    decided_by: UUID | None,
    reason: str,
    at: datetime,
    note: str | None = None,
) -> int:
    """The draft after a step; its new version."""
    version: int = await tx.fetchval(
        MOVE_DRAFT, draft.id, state, msgspec.to_builtins(content), changed_by, sent_by, decided_by, reason, at, note
    )  # fmt: skip
    return version


async def insert_step(
    tx: Connection, draft_id: UUID, version: int, verb: str, *, by: UUID | None, note: str, at: datetime
) -> None:
    """Write down what was done."""
    await tx.execute(INSERT_STEP, draft_id, version, verb, by, note, at)


async def find_move(db: Connection, draft_id: UUID, version: int) -> Move | None:
    """One step of a draft."""
    return await fetch_one(db, FIND_MOVE, draft_id, version, into=Move)
