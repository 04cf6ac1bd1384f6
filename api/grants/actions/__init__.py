"""Who may do what: give a role, take it away, and know at every request what holds now.

A team's leader takes volunteers in and out: of the own team, never a leader, never themselves.
"""

from datetime import datetime
from uuid import UUID

from api.grants import rules, store
from api.grants.contracts import (
    Agency,
    Grant,
    GrantSearch,
    Member,
    Membership,
    MembershipChanged,
    NewGrant,
    NewMember,
    Revocation,
)
from api.grants.store import members
from api.kit import outbox
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid, SignInNeeded, TooMany
from api.kit.ids import uuid7
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.phones import e164
from api.kit.principal import SECOND_FACTOR_LIFETIME, Principal, Role, roles_in_force
from api.kit.text import nfc


async def load_principal(db: Connection, who: Principal) -> Principal:
    """The person with the roles that hold at this moment: a revoked grant or session stops at once.

    Without a second factor a session gives no staff rights that need one.
    """
    since = now() - SECOND_FACTOR_LIFETIME
    held = await store.find_held(
        db, who.person_id, who.session_id, today(), proven_since=since, demo=who.demo
    )
    if held is None or held.closed:
        raise SignInNeeded(detail="Phiên đăng nhập đã kết thúc")
    return Principal(
        person_id=who.person_id,
        session_id=who.session_id,
        roles=roles_in_force(held.roles, proven=held.proven),
        agency_ids=tuple(held.agency_ids) if held.proven else (),
        team_ids=tuple(held.team_ids),
        led_team_ids=tuple(held.led_team_ids),
        province_codes=tuple(held.province_codes) if held.proven else (),
        demo=who.demo,
    )


async def list_grants(
    db: Connection,
    *,
    person_id: UUID | None = None,
    role: Role | None = None,
    holding: bool = False,
    words: str | None = None,
    phone: str | None = None,
    cursor: str | None = None,
    limit: int,
) -> Page[Grant]:
    """Grants, newest first."""
    after = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.list_grants(
        db,
        person_id=person_id,
        role=role,
        holding_on=today() if holding else None,
        words=words,
        phone=phone,
        after=after,
        limit=limit + 1,
    )
    items = found[:limit]
    more = len(found) > limit
    return Page(items, encode_cursor(items[-1].granted_at, items[-1].id) if more else None)


async def find_grants(db: Connection, asked: GrantSearch) -> Page[Grant]:
    """Grants by words or a whole number, newest first."""
    words = rules.search_of(asked.words)
    return await list_grants(
        db,
        role=asked.role,
        holding=asked.holding,
        words=words.name,
        phone=words.phone,
        cursor=asked.cursor,
        limit=asked.limit,
    )


async def give_role(tx: Connection, me: Principal, new: NewGrant) -> Grant:
    """Give a person a role from a day on; `me` is written beside it."""
    starts = new.valid_from or today()
    rules.check_grant(new, starts)
    phone = e164(new.phone) if new.phone is not None else None
    person_id = await store.find_person(tx, person_id=new.person_id, phone=phone)
    if person_id is None:
        raise rules.PersonNotFound
    known = await store.is_known_scope(
        tx, agency_id=new.agency_id, team_id=new.team_id, province_code=new.province_code
    )
    if not known:
        field = rules.SCOPES[new.role]
        raise Invalid(errors=[FieldError(field=field, message="Không tìm thấy phạm vi này")])
    grant_id = uuid7()
    given = await store.insert_grant(
        tx,
        grant_id,
        person_id=person_id,
        role=new.role,
        agency_id=new.agency_id,
        team_id=new.team_id,
        province_code=new.province_code,
        valid_from=starts,
        valid_to=new.valid_to,
        granted_by=me.person_id,
        at=now(),
    )
    if not given:
        raise rules.GrantOverlaps
    return await find_grant(tx, grant_id)


async def appoint_administrator(tx: Connection, person_id: UUID) -> bool:
    """Give the role that gives roles, by the operator at the machine; False when it holds already."""
    return await store.insert_grant(
        tx,
        uuid7(),
        person_id=person_id,
        role=Role.ADMIN,
        agency_id=None,
        team_id=None,
        province_code=None,
        valid_from=today(),
        valid_to=None,
        granted_by=None,
        at=now(),
    )


async def take_role(tx: Connection, me: Principal, grant_id: UUID, why: Revocation) -> Grant:
    """End a grant at once; ending it again changes nothing."""
    grant = await find_grant(tx, grant_id)
    if grant.role is Role.ADMIN and grant.person_id == me.person_id:
        raise rules.OwnGrant
    reason, at = said(why), now()
    await store.revoke_grant(tx, grant_id, by=me.person_id, reason=reason, at=at)
    if grant.team_id is not None and grant.revoked_at is None:
        await members.revoke_phones(tx, grant.person_id, grant.team_id, by=me.person_id, reason=reason, at=at)
    return await find_grant(tx, grant_id)


def said(why: Revocation) -> str:
    """The reason, which is not blank."""
    reason = nfc(why.reason)
    if not reason:
        raise Invalid(errors=[FieldError(field="reason", message="Hãy ghi lý do")])
    return reason


async def list_members(
    db: Connection, me: Principal, team_id: UUID, *, cursor: str | None, limit: int
) -> Page[Member]:
    """Who is of the team I lead today."""
    check_leads(me, team_id)
    after = decode_cursor(cursor, tuple[bool, UUID]) if cursor else None
    found = await members.list_members(
        db, team_id, today(), seen_by=me.person_id, after=after, limit=limit + 1
    )
    items = found[:limit]
    more = len(found) > limit
    return Page(items, encode_cursor(items[-1].role is Role.TEAM_LEADER, items[-1].id) if more else None)


async def take_in(tx: Connection, me: Principal, team_id: UUID, new: NewMember) -> Member:
    """Make who has signed in with this number a volunteer of the team I lead, from today; they are told.

    After ten numbers of nobody in a day the answer is the same whatever the number.
    """
    check_leads(me, team_id)
    phone, at = e164(new.phone), now()
    since = at - rules.MISSES_WINDOW
    wait = rules.wait_after_misses(await members.find_miss(tx, me.person_id, since, number=rules.MISSES), at)
    if wait:
        raise TooMany(retry_after=wait)
    if not await store.is_known_scope(tx, agency_id=None, team_id=team_id, province_code=None):
        raise rules.NotYourTeam
    person_id = await store.find_person(tx, person_id=None, phone=phone)
    if person_id is None:
        await members.insert_miss(tx, me.person_id, at, kept_since=since)
        raise rules.NobodyWithNumber
    if await members.is_leading(tx, person_id, team_id, today()):
        raise rules.LeaderStays
    grant_id = uuid7()
    given = await store.insert_grant(
        tx,
        grant_id,
        person_id=person_id,
        role=Role.VOLUNTEER,
        agency_id=None,
        team_id=team_id,
        province_code=None,
        valid_from=today(),
        valid_to=None,
        granted_by=me.person_id,
        at=at,
    )
    if not given:
        raise rules.GrantOverlaps
    await outbox.emit(tx, MembershipChanged(grant_id=grant_id))
    (member,) = await members.list_members(tx, team_id, today(), seen_by=me.person_id, grant_id=grant_id)
    return member


async def take_out(tx: Connection, me: Principal, team_id: UUID, grant_id: UUID, why: Revocation) -> None:
    """End what makes somebody a volunteer of the team I lead, at once; they are told. Again changes nothing."""
    check_leads(me, team_id)
    reason, found = said(why), await store.list_grants(tx, grant_id=grant_id)
    if not found or found[0].team_id != team_id:
        raise rules.MemberNotFound
    grant = found[0]
    if grant.person_id == me.person_id or await members.is_leading(tx, grant.person_id, team_id, today()):
        raise rules.LeaderStays
    if grant.role is not Role.VOLUNTEER:
        raise rules.MemberNotFound
    if rules.is_over(grant, today()):
        return  # who was taken in again since stays: this is an old request come late
    at = now()
    ended = await members.revoke_member(
        tx, grant.person_id, team_id, on=today(), by=me.person_id, reason=reason, at=at
    )
    if ended:
        await members.revoke_phones(tx, grant.person_id, team_id, by=me.person_id, reason=reason, at=at)
        await outbox.emit(tx, MembershipChanged(grant_id=grant_id))


async def find_membership(db: Connection, grant_id: UUID) -> Membership | None:
    """Somebody's membership, for the job that tells of it; None when the person is gone."""
    return await members.find_membership(db, grant_id)


def check_leads(me: Principal, team_id: UUID) -> None:
    """NotYourTeam unless this person leads the team now."""
    if team_id not in me.led_team_ids:
        raise rules.NotYourTeam


async def find_grant(db: Connection, grant_id: UUID) -> Grant:
    """One grant."""
    found = await store.list_grants(db, grant_id=grant_id)
    if not found:
        raise rules.GrantNotFound
    return found[0]


async def list_agencies(
    db: Connection, *, province: str | None, commune: str | None, cursor: str | None, limit: int
) -> Page[Agency]:
    """Agencies by code."""
    after = decode_cursor(cursor, tuple[str])[0] if cursor else None
    found = await store.list_agencies(db, province=province, commune=commune, after=after, limit=limit + 1)
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].code) if len(found) > limit else None)
