"""An officer invites the citizens of some communes who asked for it; they are told a few hundred at a time."""

from datetime import datetime
from uuid import UUID

from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.messages.actions.telling import tell_all
from api.messages.contracts.campaigns import (
    Audience,
    AudienceQuestion,
    Campaign,
    CampaignAnnounced,
    NewCampaign,
)
from api.messages.rules import campaigns as rules
from api.messages.store import campaigns as store

AT_ONCE = 500


async def announce(tx: Connection, me: Principal, new: NewCampaign) -> tuple[Campaign, bool]:
    """Keep an invitation and have it told; the same one again is answered with the first."""
    at = now()
    name, invitation = rules.cleaned(new)
    codes = sorted(set(new.commune_codes))
    areas = await store.list_areas(tx, codes, on=vn_date(at))
    rules.check_area(codes, {(area.code, area.province_code) for area in areas}, me.province_codes)
    is_new = await store.insert_campaign(
        tx,
        new.id,
        name=name,
        invitation=invitation,
        link=new.link,
        key=f"campaign:{new.id}",
        by=me.person_id,
        at=at,
        communes=[area.id for area in areas],
    )
    found = await store.list_campaigns(tx, provinces=sorted(me.province_codes), only=new.id)
    if not found:
        raise rules.CampaignIdTaken
    (kept,) = found
    if is_new:
        await outbox.emit(tx, CampaignAnnounced(campaign_id=new.id))
    elif (kept.name, kept.invitation, kept.link) != (name, invitation, new.link) or (
        await store.list_codes(tx, new.id) != set(codes)
    ):
        raise rules.CampaignIdTaken
    return kept, is_new


async def show(db: Connection, me: Principal, campaign_id: UUID) -> Campaign:
    """One campaign of my provinces."""
    found = await store.list_campaigns(db, provinces=sorted(me.province_codes), only=campaign_id)
    if not found:
        raise rules.CampaignNotFound
    return found[0]


async def list_campaigns(db: Connection, me: Principal, *, cursor: str | None, limit: int) -> Page[Campaign]:
    """The campaigns of my provinces, newest first."""
    after = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.list_campaigns(db, provinces=sorted(me.province_codes), after=after, limit=limit + 1)
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].created_at, items[-1].id) if len(found) > limit else None)


async def count_audience(db: Connection, me: Principal, asked: AudienceQuestion) -> Audience:
    """How many an invitation would reach now."""
    people = await store.count_audience(db, asked.commune_codes, provinces=sorted(me.province_codes))
    return Audience(people=rules.heard(people))


async def stop(tx: Connection, me: Principal, campaign_id: UUID) -> Campaign:
    """Tell nobody more, and let nothing more of it leave the app; what was told stays told."""
    await show(tx, me, campaign_id)
    await store.set_stopped(tx, campaign_id, at=now(), by=me.person_id)
    return await show(tx, me, campaign_id)


async def tell_next(tx: Connection, event: CampaignAnnounced) -> int:
    """Tell the next people; the event goes on while there may be more. How many were told."""
    held = await store.hold(tx, event.campaign_id)
    if held is None:
        return 0
    people = await store.list_next(tx, held.id, after=held.told_to, limit=AT_ONCE)
    notices = [
        rules.notice_to(
            person, key=held.dedupe_key, name=held.name, invitation=held.invitation, link=held.link
        )
        for person in people
    ]
    told, finished = await tell_all(tx, notices), len(people) < AT_ONCE
    await store.set_told(
        tx, held.id, more=told, to=people[-1] if people else None, finished=finished, at=now()
    )
    if not finished:
        await outbox.emit(tx, event)
    return told
