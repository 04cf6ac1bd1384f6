"""The key that second factors are sealed with can be changed: nobody enrols anew, and the old key can go."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from pyotp import TOTP

from api.identity.actions.second_factor import prove_second_factor, seal_all_anew
from api.identity.contracts import Session
from api.identity.rules import SecondFactorRefused
from api.kit.db import Connection
from api.kit.sealing import unseal
from api.kit.settings import Settings
from api.kit.tokens import read_access
from tests.given.identity import signed_in, with_second_factor
from tests.given.time import frozen

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)


async def kept(tx: Connection, person: Session) -> str:
    """What is kept of somebody's secret."""
    found: str = await tx.fetchval("select sealed from second_factor where person_id = $1", person.me.id)
    return found


def keyed(settings: Settings, words: str) -> Settings:
    """The settings with these keys."""
    return msgspec.structs.replace(settings, seal_keys=words)


async def test_a_code_given_after_the_change_seals_the_secret_anew(
    tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        person = await signed_in(tx, settings)
        _, secret = await with_second_factor(tx, settings, person)
        who = read_access(settings, person.access_token).who
    before = await kept(tx, person)
    with frozen(LATER):
        await prove_second_factor(tx, keyed(settings, "new"), who, TOTP(secret).at(LATER))
    after = await kept(tx, person)
    assert unseal(settings, "totp", str(who.person_id), before) == secret
    assert unseal(settings, "totp", str(who.person_id), after) is None
    assert unseal(keyed(settings, "new"), "totp", str(who.person_id), after) == secret
    with frozen(LATER), pytest.raises(SecondFactorRefused):
        await prove_second_factor(tx, settings, who, TOTP(secret).at(LATER + timedelta(seconds=30)))


async def test_all_are_sealed_anew_at_the_machine_and_what_no_key_opens_is_told(
    tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        people = [await signed_in(tx, settings, phone) for phone in ("0912345678", "0356789012")]
        for person in people:
            await with_second_factor(tx, settings, person)
    lost = keyed(settings, "new")
    lost = msgspec.structs.replace(lost, secret_key="another root secret, 32 letters!")
    assert await seal_all_anew(tx, lost) == (0, 2)
    assert await seal_all_anew(tx, keyed(settings, "new")) == (2, 0)
    assert await seal_all_anew(tx, keyed(settings, "new")) == (0, 0)
    assert unseal(lost, "totp", str(people[1].me.id), await kept(tx, people[1])) is not None
