"""People as given: signed up and signed in through the actions they use themselves."""

from collections.abc import Awaitable, Callable
from datetime import date
from uuid import UUID

from pyotp import TOTP

from api.grants import actions as grants
from api.grants import demo as grants_demo
from api.grants.contracts import Grant, NewGrant
from api.identity import actions, demo
from api.identity.actions import second_factor
from api.identity.contracts import CodeAnswer, Proven, Session
from api.kit.clock import clock
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tokens import read_access

SignIn = Callable[[Role], Awaitable[Session]]


async def demo_people(tx: Connection) -> None:
    """The demo people, their agencies and grants: then `as_role` means them."""
    await demo.load_demo(tx)
    await grants_demo.load_demo(tx)


async def signed_in(tx: Connection, settings: Settings, phone: str = "0912345678") -> Session:
    """Somebody who signed in with a number (demo settings show the code)."""
    challenge = await actions.ask_code(tx, settings, phone, address=f"test {phone}")
    assert challenge.demo_code is not None
    answer = CodeAnswer(challenge_id=challenge.challenge_id, code=challenge.demo_code)
    return await actions.sign_in_with_code(tx, settings, answer)


async def granted(
    tx: Connection,
    person_id: UUID,
    role: Role,
    *,
    agency_id: UUID | None = None,
    team_id: UUID | None = None,
    province_code: str | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Grant:
    """A role the demo administrator gave to a person (needs `demo_people`)."""
    new = NewGrant(
        role=role.value,  # type: ignore[arg-type]  # the caller names a staff role
        person_id=person_id,
        agency_id=agency_id,
        team_id=team_id,
        province_code=province_code,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return await grants.give_role(tx, administrator(), new)


def administrator() -> Principal:
    """The demo administrator."""
    return Principal(person_id=demo_person(Role.ADMIN), session_id=uuid7(), roles=frozenset({Role.ADMIN}))


def bearer(session: Session) -> dict[str, str]:
    """The headers of a session."""
    return {"Authorization": f"Bearer {session.access_token}"}


async def with_second_factor(tx: Connection, settings: Settings, session: Session) -> tuple[Proven, str]:
    """The session with a second factor just enrolled, and the secret of the app."""
    who = read_access(settings, session.access_token).who
    secret = (await second_factor.begin_second_factor(tx, settings, who)).secret
    code = TOTP(secret).at(clock.now())
    return await second_factor.confirm_second_factor(tx, settings, who, code), secret
