"""The desk: drafts by officers and machines, and the second officer's yes or no."""

from uuid import UUID

from api.alerts import store as messages
from api.alerts.actions.publishing import Author, judge, put_out
from api.alerts.actions.reading import show as show_alert
from api.alerts.contracts import Alert, NewAlert, Origin
from api.alerts.contracts.desk import (
    AlertContent,
    AlertDraft,
    AlertDraftList,
    AlertDraftMoved,
    DraftRefusal,
    DraftState,
    KeptDraft,
    SavedDraft,
)
from api.alerts.rules import drafting, publishing
from api.alerts.rules.problems import AlertIdTaken, DraftNotFound, unusable
from api.alerts.store import drafts as store
from api.alerts.store import telling
from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.ids import is_uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings

TOLD = ("proposed", "sent", "approved", "refused")


async def browse(db: Connection, me: Principal) -> AlertDraftList:
    """What is on this officer's desk."""
    return AlertDraftList(
        items=await store.list_drafts(db, provinces=me.province_codes, seen_by=me.person_id)
    )


async def show(db: Connection, draft_id: UUID, me: Principal) -> AlertDraft:
    """One draft, in whatever state."""
    found = await store.list_drafts(
        db, provinces=me.province_codes, seen_by=me.person_id, draft_id=draft_id, limit=1
    )
    if not found:
        raise DraftNotFound
    return found[0]


async def publish_or_wait(
    tx: Connection, new: NewAlert, me: Principal, *, settings: Settings
) -> tuple[Alert | AlertDraft, bool]:
    """Publish at once what one officer may; the rest waits for a second one. A resend gets the first answer."""
    known = await store.list_drafts(
        tx, provinces=me.province_codes, seen_by=me.person_id, draft_id=new.id, limit=1
    )
    if known:
        if known[0].content != drafting.as_content(publishing.cleaned(new)):
            raise AlertIdTaken
        out = known[0].state is DraftState.PUBLISHED
        return (await show_alert(tx, new.id) if out else known[0]), False
    author = Author(person_id=me.person_id, provinces=me.province_codes, demo=me.demo)
    kept = await messages.find_hash(tx, new.id) is not None
    if kept or not await messages.needs_second_person(tx, new.risk_level):
        return await put_out(tx, new, author, settings=settings)
    new = publishing.cleaned(new)
    judged = await judge(tx, new, author)
    await keep_new(
        tx, new.id, drafting.as_content(new), state=DraftState.WAITING, verb="sent", province=judged.province,
        by=me, demo=me.demo,
    )  # fmt: skip
    return await show(tx, new.id, me), True


async def keep_new(
    tx: Connection,
    draft_id: UUID,
    content: AlertContent,
    *,
    state: DraftState,
    verb: str,
    province: str,
    by: Principal,
    demo: bool,
) -> None:
    """Keep what an officer wrote; the same id twice is refused."""
    is_new = await store.insert_draft(
        tx, draft_id, content, province=province, state=state, origin=Origin.OFFICER, key=None, note="",
        changed_by=by.person_id, sent_by=by.person_id if state is DraftState.WAITING else None, at=now(), demo=demo,
    )  # fmt: skip
    if not is_new:
        raise AlertIdTaken
    await note_step(tx, draft_id, 1, verb, by=by.person_id)


async def note_step(
    tx: Connection, draft_id: UUID, version: int, verb: str, *, by: UUID | None, note: str = ""
) -> None:
    """Write down what was done, and have those told whom it concerns."""
    await store.insert_step(tx, draft_id, version, verb, by=by, note=note, at=now())
    if verb in TOLD:
        await outbox.emit(tx, AlertDraftMoved(draft_id=draft_id, version=version), urgent=True)


async def held(tx: Connection, draft_id: UUID, me: Principal) -> KeptDraft:
    """A draft of this officer's desk, held."""
    found = await store.hold_draft(tx, draft_id, provinces=me.province_codes)
    if found is None:
        raise DraftNotFound
    return found


async def save(tx: Connection, draft_id: UUID, saved: SavedDraft, me: Principal) -> AlertDraft:
    """Keep what is written so far; a draft that was waiting waits no more, a resend changes nothing."""
    found = await store.hold_draft(tx, draft_id, provinces=me.province_codes)
    if found is None:
        if not is_uuid7(draft_id):
            raise unusable(field="id", message="Mã bản thảo phải là UUIDv7")
        if saved.version is not None or len(me.province_codes) == 0:
            raise DraftNotFound
        await keep_new(
            tx, draft_id, saved.content, state=DraftState.DRAFT, verb="saved", province=me.province_codes[0], by=me,
            demo=me.demo,
        )  # fmt: skip
        return await show(tx, draft_id, me)
    if found.content == saved.content and found.changed_by == me.person_id and found.state in drafting.OPEN:
        return await show(tx, draft_id, me)
    drafting.check_version(found, saved.version, *drafting.OPEN)
    await move(tx, found, "saved", me, state=DraftState.DRAFT, content=saved.content)
    return await show(tx, draft_id, me)


async def move(
    tx: Connection,
    draft: KeptDraft,
    verb: str,
    me: Principal,
    *,
    state: DraftState,
    content: AlertContent | None = None,
    reason: str = "",
) -> None:
    """One step of a draft."""
    wrote = content is not None
    decided = verb in ("approved", "refused", "published")
    version = await store.move_draft(
        tx, draft, content or draft.content, state=state,
        changed_by=me.person_id if wrote else draft.changed_by,
        sent_by=me.person_id if verb == "sent" else None if wrote else draft.sent_by,
        decided_by=me.person_id if decided else None, reason=reason, at=now(),
    )  # fmt: skip
    await note_step(tx, draft.id, version, verb, by=me.person_id, note=reason)


async def send(
    tx: Connection, draft_id: UUID, version: int, me: Principal, *, settings: Settings
) -> AlertDraft:
    """Out with it, where one officer may; otherwise to the second one. Sending again gets the first answer."""
    found = await held(tx, draft_id, me)
    if found.sent_by == me.person_id and found.state in (DraftState.WAITING, DraftState.PUBLISHED):
        return await show(tx, draft_id, me)
    drafting.check_version(found, version, DraftState.DRAFT, DraftState.REFUSED)
    new = publishing.cleaned(drafting.as_new(found.id, found.content, now()))
    author = author_of(found, me)
    if await messages.needs_second_person(tx, new.risk_level):
        await judge(tx, new, author)
        await move(tx, found, "sent", me, state=DraftState.WAITING)
    else:
        await put_out(tx, new, author, settings=settings)
        await move(tx, found, "published", me, state=DraftState.PUBLISHED)
    return await show(tx, draft_id, me)


def author_of(draft: KeptDraft, sender: Principal) -> Author:
    """In whose name a draft goes out: whoever sent it, for whoever thought of it."""
    return Author(
        person_id=sender.person_id,
        provinces=(draft.province_code,),
        origin=draft.origin,
        demo=draft.demo or sender.demo,
    )


async def approve(
    tx: Connection, draft_id: UUID, version: int, me: Principal, *, settings: Settings
) -> AlertDraft:
    """The second officer's yes: it goes out now, in the sender's name and theirs."""
    found = await held(tx, draft_id, me)
    if found.state is DraftState.PUBLISHED:
        return await show(tx, draft_id, me)
    drafting.check_version(found, version, DraftState.WAITING)
    drafting.check_other(found, me.person_id)
    new = drafting.as_new(found.id, found.content, now())
    author = Author(
        person_id=found.sent_by, provinces=(found.province_code,), origin=found.origin,
        approved_by=me.person_id, demo=found.demo or me.demo,
    )  # fmt: skip
    await put_out(tx, new, author, settings=settings)
    await move(tx, found, "approved", me, state=DraftState.PUBLISHED)
    return await show(tx, draft_id, me)


async def refuse(tx: Connection, draft_id: UUID, why: DraftRefusal, me: Principal) -> AlertDraft:
    """The second officer's no, with its reason; it can be changed and sent again."""
    found = await held(tx, draft_id, me)
    drafting.check_version(found, why.version, DraftState.WAITING)
    drafting.check_other(found, me.person_id)
    reason = publishing.lines(why.reason)
    if not reason:
        raise unusable(field="reason", message="Cần có lý do")
    await move(tx, found, "refused", me, state=DraftState.REFUSED, reason=reason)
    return await show(tx, draft_id, me)


async def drop(tx: Connection, draft_id: UUID, version: int, me: Principal) -> AlertDraft:
    """Off the desk; what was written stays on record."""
    found = await held(tx, draft_id, me)
    if found.state is not DraftState.DROPPED:
        drafting.check_version(found, version, *drafting.OPEN)
        await move(tx, found, "dropped", me, state=DraftState.DROPPED)
    return await show(tx, draft_id, me)


async def find_move(db: Connection, event: AlertDraftMoved) -> store.Move | None:
    """What was done to a draft, for telling about it."""
    return await store.find_move(db, event.draft_id, event.version)


async def list_told(db: Connection, move: store.Move) -> list[UUID]:
    """Who hears of a step: the other officers of what waits for them, its writers of what was decided."""
    if move.verb in ("proposed", "sent"):
        officers = await list_officers(db, move.province_code)
        return [one for one in officers if one != move.person_id]
    return sorted({one for one in (move.changed_by, move.sent_by) if one is not None} - {move.person_id})


async def list_officers(db: Connection, province_code: str) -> list[UUID]:
    """The officers of a province today."""
    return await telling.list_officers(db, province_code, on=vn_date(now()))
