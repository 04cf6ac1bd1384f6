"""What machines want said: drafts on the desk, kept up to date until an officer touches them. Nothing goes out by it."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from api.alerts import store as messages
from api.alerts.actions import drafting
from api.alerts.contracts import Alert, MessageType, Origin, Status
from api.alerts.contracts.desk import DraftState, KeptDraft, Proposed
from api.alerts.rules import drafting as rules
from api.alerts.rules import publishing
from api.alerts.store import drafts as store
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.proposing import AlertProposed

NEWER = "Trạm đã có đề xuất mới hơn"


async def propose(tx: Connection, wanted: Proposed) -> UUID | None:
    """A machine's draft for an occasion, or its newest words while no officer has touched it; None: they have."""
    state = DraftState.WAITING if wanted.waiting else DraftState.DRAFT
    draft_id = uuid7()
    is_new = await store.insert_draft(
        tx, draft_id, wanted.content, province=wanted.province_code, state=state, origin=wanted.origin,
        key=wanted.key, note=wanted.note, changed_by=None, sent_by=None, at=now(), demo=False,
    )  # fmt: skip
    if is_new:
        await drafting.note_step(tx, draft_id, 1, "proposed", by=None, note=wanted.note)
        return draft_id
    found = await store.hold_proposed(tx, wanted.key)
    if (
        found is None
        or found.changed_by is not None
        or found.state not in (DraftState.DRAFT, DraftState.WAITING)
    ):
        return None
    if found.content != wanted.content:
        version = await store.move_draft(
            tx, found, wanted.content, state=state, changed_by=None, sent_by=None, decided_by=None, reason="",
            at=now(), note=wanted.note,
        )  # fmt: skip
        await store.insert_step(tx, found.id, version, "saved", by=None, note=wanted.note, at=now())
    return found.id


async def take_proposal(tx: Connection, event: AlertProposed) -> UUID | None:
    """Another slice asks for a warning: a draft on the desk, nothing more."""
    content = rules.proposed(event, now().replace(microsecond=0))
    if event.follows:
        await store.hold_turn(tx, event.follows)
        before = await store.list_followed(tx, event.province_code, event.follows, event.key)
        if any(rules.outdates(one, content) for one in before):
            return None
        content = msgspec.structs.replace(content, replaces=await follow(tx, before))
    return await propose(
        tx,
        Proposed(
            key=event.key,
            province_code=event.province_code,
            content=content,
            note=publishing.lines(event.note),
            origin=Origin(event.origin),
        ),
    )


async def follow(tx: Connection, before: Sequence[KeptDraft]) -> UUID | None:
    """The warning in force that a draft goes on from; what was proposed before and nobody touched leaves the desk."""
    standing = None
    for earlier in before:
        if earlier.state is DraftState.PUBLISHED:
            standing = standing or await newest_of(tx, earlier.id, status=Status.ACTUAL)
        elif earlier.changed_by is None:
            await drop(tx, earlier.id, province=earlier.province_code, note=NEWER)
    return standing.id if standing is not None and standing.active else None


async def newest_of(tx: Connection, alert_id: UUID, *, status: Status) -> Alert | None:
    """The newest version of a warning of this status that was published and not cancelled; None: none, or over."""
    found = await messages.find_alert(tx, alert_id, at=now())
    while found is not None and found.replaced_by is not None:
        found = await messages.find_alert(tx, found.replaced_by, at=now())
    if found is None or found.msg_type is MessageType.CANCEL or found.status is not status:
        return None
    return found


async def drop(tx: Connection, draft_id: UUID, *, province: str, note: str) -> bool:
    """Take a draft off the desk in nobody's name, if it is still there."""
    found = await store.hold_draft(tx, draft_id, provinces=[province])
    if found is None or found.state not in rules.OPEN:
        return False
    version = await store.move_draft(
        tx, found, found.content, state=DraftState.DROPPED, changed_by=found.changed_by, sent_by=found.sent_by,
        decided_by=None, reason="", at=now(),
    )  # fmt: skip
    await store.insert_step(tx, draft_id, version, "dropped", by=None, note=note, at=now())
    return True
