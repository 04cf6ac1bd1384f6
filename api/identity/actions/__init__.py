"""What people do to come in, stay in and leave: sign in, refresh, sign out; and what they say of themselves."""

from datetime import datetime, timedelta
from uuid import UUID

from msgspec import UNSET, structs

from api.identity import rules, store
from api.identity.contracts import (
    NAME_MAX,
    CodeAnswer,
    CodeAsked,
    CodeChallenge,
    Me,
    MeChange,
    PhoneProven,
    SecondFactor,
    SentCode,
    Session,
    Way,
)
from api.identity.rules import Verdict
from api.identity.store.second_factor import Standing, find_standing
from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.demo import demo_person, demo_second
from api.kit.errors import FieldError, Invalid, SignInNeeded, TooMany
from api.kit.ids import uuid7
from api.kit.phones import e164, masked
from api.kit.principal import (
    SECOND_FACTOR_LIFETIME,
    SECOND_FACTOR_ROLES,
    Principal,
    Role,
    roles_in_force,
)
from api.kit.settings import Settings
from api.kit.text import nfc
from api.kit.tokens import ACCESS_LIFETIME, keyed_hash, random_token, sign_access, token_digest


async def sign_in_demo(
    tx: Connection, settings: Settings, role: Role, *, second: bool = False, device: str = ""
) -> Session:
    """Be one of the demo people; only where nobody is real."""
    if not settings.demo:
        raise rules.SignInWayOff
    person_id = demo_second(role) if second else demo_person(role)
    if await store.find_person(tx, person_id, vn_date(now())) is None:
        raise rules.SignInWayOff(detail="Chưa nạp dữ liệu minh hoạ")
    return await start_session(tx, settings, person_id, Way.DEMO, device=device)


async def ask_code(tx: Connection, settings: Settings, phone: str, *, address: str) -> CodeChallenge:
    """Make a one-time code for a number. Whether anybody has the number here is neither asked nor told."""
    number, at = e164(phone), now()
    place = keyed_hash(settings.secret_key, "address", address)
    await store.lock_word(tx, f"code:{number}")
    asked = await store.list_codes(tx, number, place, at - timedelta(days=1))
    wait = max(
        rules.wait_before_code([a.asked_at for a in asked if a.same_phone], rules.CODES_PER_PHONE, at),
        rules.wait_before_code([a.asked_at for a in asked if a.same_address], rules.CODES_PER_ADDRESS, at),
    )
    if wait:
        raise TooMany(retry_after=wait)
    await store.delete_old_codes(tx, at - rules.CODES_KEPT)
    challenge_id = uuid7()
    await store.insert_code(
        tx, challenge_id, phone=number, address=place, at=at, until=at + rules.CODE_LIFETIME
    )
    await outbox.emit(tx, CodeAsked(challenge_id=challenge_id), urgent=True)
    return CodeChallenge(
        challenge_id=challenge_id,
        expires_in=int(rules.CODE_LIFETIME.total_seconds()),
        demo_code=rules.sign_in_code(settings.secret_key, challenge_id) if settings.demo else None,
        demo=settings.demo,
    )


async def find_code(db: Connection, settings: Settings, challenge_id: UUID) -> SentCode | None:
    """The digits of an open challenge and where they go; None when it is over or used."""
    phone = await store.find_code_phone(db, challenge_id, now())
    if phone is None:
        return None
    return SentCode(phone=phone, digits=rules.sign_in_code(settings.secret_key, challenge_id))


async def prove_phone(tx: Connection, settings: Settings, answer: CodeAnswer) -> str:
    """The number whose code this is, used up and locked. A wrong try is counted even as it is refused."""
    right = rules.code_matches(settings.secret_key, answer.challenge_id, answer.code)
    phone = await store.count_try(tx, answer.challenge_id, now(), rules.CODE_TRIES)
    if phone is None or not right:
        raise rules.CodeRefused
    await store.set_code_used(tx, answer.challenge_id, now())
    await store.lock_word(tx, f"phone:{phone}")
    return phone


async def sign_in_with_code(
    tx: Connection, settings: Settings, answer: CodeAnswer, *, device: str = ""
) -> Session:
    """Sign in the person of a number by the code it was sent."""
    phone = await prove_phone(tx, settings, answer)
    person_id = await store.insert_person_with_phone(tx, uuid7(), phone, now())
    await outbox.emit(tx, PhoneProven(person_id=person_id))
    return await start_session(tx, settings, person_id, Way.OTP, device=device)


async def enrol(tx: Connection, phone: str) -> UUID:
    """The person of a number the operator vouches for; they sign in with a code sent to it."""
    return await store.insert_person_with_phone(tx, uuid7(), e164(phone), now())


async def start_session(
    tx: Connection,
    settings: Settings,
    person_id: UUID,
    way: Way,
    *,
    device: str,
    second_factor_at: datetime | None = None,
) -> Session:
    """Begin a session of a person who has just proven who they are."""
    at, session_id, token = now(), uuid7(), random_token()
    await store.delete_old_sessions(tx, person_id, at)
    until = at + rules.SESSION_LIFETIME
    await store.insert_session(
        tx,
        session_id,
        person_id=person_id,
        way=way,
        device=device,
        demo=settings.demo,
        at=at,
        until=until,
        second_factor_at=second_factor_at,
    )
    await store.insert_link(
        tx, token_digest(token), session_id=session_id, at=at, until=at + rules.REFRESH_LIFETIME
    )
    return await new_session(tx, settings, person_id, session_id, token)


async def new_session(
    db: Connection, settings: Settings, person_id: UUID, session_id: UUID, refresh_token: str
) -> Session:
    """The answer to every sign-in and refresh: two tokens and who they are for.

    What begins in a demo, where codes are shown to anybody, is marked and ends with it.
    """
    who = Principal(person_id=person_id, session_id=session_id, demo=settings.demo)
    me = await find_me(db, who)
    who = structs.replace(who, roles=frozenset(me.roles))
    return Session(
        access_token=sign_access(settings, who),
        refresh_token=refresh_token,
        expires_in=int(ACCESS_LIFETIME.total_seconds()),
        me=me,
        demo=settings.demo,
    )


async def refresh(tx: Connection, settings: Settings, token: str) -> Session:
    """Renew a session. A token that comes a second time too late closes the whole session."""
    at, successor = now(), rules.next_refresh_token(settings.secret_key, token)
    link = await store.find_link(tx, token_digest(token), token_digest(successor))
    if link is None or (link.demo and not settings.demo):
        raise rules.SessionOver
    match rules.judge(link, at):
        case Verdict.REUSED:
            await store.close_session(tx, link.session_id, "reused", at)
            raise rules.SessionOver
        case Verdict.OVER:
            raise rules.SessionOver
        case Verdict.ROTATE:
            await store.insert_link(
                tx,
                token_digest(successor),
                session_id=link.session_id,
                at=at,
                until=min(at + rules.REFRESH_LIFETIME, link.session_expires_at),
                spent=token_digest(token),
            )
        case Verdict.ANSWER_AGAIN:
            pass
    return await new_session(tx, settings, link.person_id, link.session_id, successor)


async def sign_out(tx: Connection, settings: Settings, token: str) -> None:
    """End the session of a refresh token; an unknown one ends nothing and is not told so."""
    successor = rules.next_refresh_token(settings.secret_key, token)
    link = await store.find_link(tx, token_digest(token), token_digest(successor))
    if link is not None:
        await store.close_session(tx, link.session_id, "signed_out", now())


async def find_me(db: Connection, me: Principal) -> Me:
    """The person signed in, with the roles that hold in this session."""
    person = await store.find_person(db, me.person_id, vn_date(now()))
    if person is None:
        raise SignInNeeded
    standing = await find_standing(
        db, me.person_id, me.session_id, proven_since=now() - SECOND_FACTOR_LIFETIME, demo=me.demo
    )
    in_force = roles_in_force(person.roles, proven=standing.proven)
    return Me(
        id=person.id,
        display_name=person.display_name,
        phone_masked=masked(person.phone) if person.phone else None,
        home_commune_code=person.home_commune_code,
        home_commune_name=person.home_commune_name,
        linked=person.linked,
        roles=[role for role in Role if role in in_force],
        waiting_roles=[role for role in person.roles if role not in in_force],
        second_factor=where_it_stands(person.roles, standing),
        agencies=person.agencies,
        teams=person.teams,
        province_codes=person.province_codes,
        demo=person.demo,
    )


def where_it_stands(roles: list[Role], standing: Standing) -> SecondFactor:
    """Where somebody stands: staff must have a second factor, whoever has one is asked for it."""
    if standing.proven:
        there = standing.enrolled or standing.given
        return SecondFactor.PROVEN if there else SecondFactor.NOT_NEEDED
    if standing.enrolled:
        return SecondFactor.TO_PROVE
    return SecondFactor.NOT_NEEDED if SECOND_FACTOR_ROLES.isdisjoint(roles) else SecondFactor.TO_ENROL


async def change_me(tx: Connection, me: Principal, change: MeChange) -> Me:
    """Change what a person says of themselves; what is left out stays."""
    if change.display_name is not UNSET:
        name = nfc(change.display_name)
        if not name:
            raise Invalid(errors=[FieldError(field="display_name", message="Hãy nhập tên")])
        if len(name) > NAME_MAX:  # one normal form can be longer than what was typed
            raise Invalid(errors=[FieldError(field="display_name", message="Tên quá dài")])
        await store.set_name(tx, me.person_id, name)
    code = change.home_commune_code
    if code is not UNSET and not await store.set_home(tx, me.person_id, code):
        message = "Không có xã, phường nào đang dùng mã này"
        raise Invalid(errors=[FieldError(field="home_commune_code", message=message)])
    return await find_me(tx, me)
