"""Inviting somebody to a team by phone: an SMS goes out, and whoever proves the number says yes or no."""

from datetime import timedelta
from uuid import UUID

from api.grants import rules, store
from api.grants.contracts import MembershipChanged
from api.grants.contracts.inviting import Invitation, MyInvitation, NewInvitation, TeamInvited
from api.grants.store import inviting, members
from api.kit import outbox
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import TooMany
from api.kit.ids import uuid7
from api.kit.pages import Page
from api.kit.phones import e164
from api.kit.principal import Principal, Role
from api.kit.sealing import seal, unseal
from api.kit.settings import Settings
from api.kit.tokens import keyed_hash

PURPOSE = "team-invitation"
OPEN_FOR = timedelta(days=7)
DAY = timedelta(days=1)
MOST_A_DAY = 30
QUIET_AFTER_NO = timedelta(days=30)
"""Who said no to a team is not asked again by it for so long."""


def hash_of(settings: Settings, phone: str) -> str:
    """By what a number is known without being kept."""
    return keyed_hash(settings.secret_key, PURPOSE, phone)


async def check_invites(db: Connection, me: Principal, team_id: UUID) -> None:
    """NotYourTeam unless this person leads the team, or governs it."""
    provinces = list(me.province_codes) if me.has(Role.OFFICER) else []
    found = await inviting.find_team(
        db, team_id, everywhere=me.has(Role.ADMIN), led=list(me.led_team_ids), provinces=provinces
    )
    if found is None:
        raise rules.NotYourTeam


async def invite(
    tx: Connection, me: Principal, team_id: UUID, new: NewInvitation, *, settings: Settings
) -> Invitation:
    """Ask the holder of a number to join; whether anybody has the number here is neither asked nor told."""
    await check_invites(tx, me, team_id)
    if new.role == "team_leader" and not me.has(Role.OFFICER, Role.ADMIN):
        raise rules.LeaderStays
    phone, at = e164(new.phone), now()
    known = hash_of(settings, phone)
    sent = await inviting.count_sent(tx, by=me.person_id, team_id=team_id, phone_hash=known, since=at - DAY)
    if sent.by_me >= MOST_A_DAY:
        raise TooMany(retry_after=int(DAY.total_seconds()))
    before = await inviting.count_sent(
        tx, by=me.person_id, team_id=team_id, phone_hash=known, since=at - QUIET_AFTER_NO
    )
    invitation_id = uuid7()
    if before.declined or not await inviting.insert_invitation(
        tx,
        invitation_id,
        team_id=team_id,
        role=new.role,
        phone_hash=known,
        phone_end=phone[-3:],
        phone_sealed=seal(settings, PURPOSE, str(invitation_id), phone),
        by=me.person_id,
        at=at,
        until=at + OPEN_FOR,
    ):
        raise rules.InvitedAlready
    await outbox.emit(tx, TeamInvited(invitation_id=invitation_id), urgent=True)
    (kept,) = await inviting.list_open(tx, team_id, at=at, invitation_id=invitation_id)
    return kept


async def list_open(db: Connection, me: Principal, team_id: UUID) -> Page[Invitation]:
    """Who has not answered yet."""
    await check_invites(db, me, team_id)
    return Page(await inviting.list_open(db, team_id, at=now()))


async def withdraw(tx: Connection, me: Principal, team_id: UUID, invitation_id: UUID) -> None:
    """Take an invitation back."""
    await check_invites(tx, me, team_id)
    await inviting.withdraw(tx, invitation_id, team_id, at=now())


async def list_mine(db: Connection, me: Principal, *, settings: Settings) -> Page[MyInvitation]:
    """What my proven number is invited to; without a proven number nothing."""
    phone = await inviting.find_phone(db, me.person_id)
    return Page(await inviting.list_mine(db, hash_of(settings, phone), at=now()) if phone else [])


async def accept(tx: Connection, me: Principal, invitation_id: UUID, *, settings: Settings) -> None:
    """Walk with the team from today on. Whoever walks with it already stays as they are."""
    found = await answer(tx, me, invitation_id, "accepted", settings=settings)
    leads = await members.is_leading(tx, me.person_id, found.team_id, today())
    if leads and found.role == Role.VOLUNTEER:
        return
    grant_id = uuid7()
    given = await store.insert_grant(
        tx,
        grant_id,
        person_id=me.person_id,
        role=found.role,
        agency_id=None,
        team_id=found.team_id,
        province_code=None,
        valid_from=today(),
        valid_to=None,
        granted_by=found.invited_by,
        at=now(),
    )
    if given:
        await outbox.emit(tx, MembershipChanged(grant_id=grant_id))


async def decline(tx: Connection, me: Principal, invitation_id: UUID, *, settings: Settings) -> None:
    """Say no; this team does not ask again soon."""
    await answer(tx, me, invitation_id, "declined", settings=settings)


async def answer(
    tx: Connection, me: Principal, invitation_id: UUID, said: str, *, settings: Settings
) -> inviting.Answered:
    """Write the answer of who has proven the invited number; InvitationNotFound for anybody else."""
    phone = await inviting.find_phone(tx, me.person_id)
    known = hash_of(settings, phone) if phone else ""
    found = await inviting.answer(tx, invitation_id, phone_hash=known, said=said, at=now())
    if found is None:
        raise rules.InvitationNotFound
    return found


async def take_sms(tx: Connection, event: TeamInvited, *, settings: Settings) -> tuple[str, str] | None:
    """The number and the text for it, once: the number is not kept any longer."""
    found = await inviting.take_phone(tx, event.invitation_id, at=now())
    phone = unseal(settings, PURPOSE, str(event.invitation_id), found.sealed) if found else None
    if found is None or phone is None:
        return None
    return phone, rules.invitation_words(found.team_name, settings.public_url)


async def forget_old(tx: Connection) -> None:
    """What nobody answered in a week is over."""
    await inviting.forget_old(tx, now())
