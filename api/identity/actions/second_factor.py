"""The second factor of staff: enrol an authenticator app, prove a code of it, come back by paper; and devices."""

from datetime import timedelta
from typing import NoReturn
from uuid import UUID

import pyotp

from api.identity import rules
from api.identity.actions import find_me
from api.identity.contracts import Devices, NewSecondFactor, Proven, SignedOut
from api.identity.store import second_factor as store
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import SignInNeeded, TooMany
from api.kit.principal import Principal
from api.kit.sealing import all_sealed_anew, seal, sealed_anew, unseal
from api.kit.settings import Settings
from api.kit.tokens import ACCESS_LIFETIME, sign_access

PURPOSE = "totp"
ISSUER = "Ngõ Số"


async def begin_second_factor(tx: Connection, settings: Settings, me: Principal) -> NewSecondFactor:
    """Show a new secret, once. One that is in use stays until a code of the new one came back.

    Who has one must have proven it in this session: a stolen phone number cannot put its own app in the place.
    """
    shown = await find_me(tx, me)
    kept = await store.lock_factor(tx, me.person_id)
    if kept is not None and kept.sealed is not None and shown.second_factor != "proven":
        raise rules.SecondFactorThere
    secret = pyotp.random_base32()
    await store.set_pending(tx, me.person_id, seal(settings, PURPOSE, str(me.person_id), secret), now())
    name = shown.display_name or shown.phone_masked or "Tài khoản"
    return NewSecondFactor(
        secret=secret, uri=pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)
    )


async def confirm_second_factor(tx: Connection, settings: Settings, me: Principal, code: str) -> Proven:
    """The app has the secret, its code says so: from now on it is asked for. Codes for paper are shown once."""
    factor = await open_to_tries(tx, me)
    if factor.sealed is not None and (await find_me(tx, me)).second_factor != "proven":
        raise rules.SecondFactorThere
    # No code of the new secret was taken yet: those of the old one are not its.
    step = step_of(settings, me, factor.pending, code, last_step=0)
    if step is None:
        await refuse(tx, me, factor)
    await store.set_confirmed(tx, me.person_id, now())
    await store.set_step(tx, me.person_id, step)
    codes = rules.new_recovery_codes()
    digests = [rules.recovery_digest(settings.secret_key, me.person_id, each) for each in codes]
    await store.replace_recovery_codes(tx, me.person_id, digests)
    return await proven(tx, settings, me, codes)


async def prove_second_factor(tx: Connection, settings: Settings, me: Principal, code: str) -> Proven:
    """A code of the app, or one from paper: this session has its staff rights for a day."""
    factor = await open_to_tries(tx, me)
    step = step_of(settings, me, factor.sealed, code, last_step=factor.last_step)
    digest = rules.recovery_digest(settings.secret_key, me.person_id, code)
    if step is None and not (
        factor.sealed and await store.use_recovery_code(tx, me.person_id, digest, now())
    ):
        await refuse(tx, me, factor)
    await store.set_step(tx, me.person_id, step or 0)
    if factor.sealed and (anew := sealed_anew(settings, PURPOSE, str(me.person_id), factor.sealed)):
        await store.set_sealed(tx, [me.person_id], [anew])
    return await proven(tx, settings, me, [])


async def open_to_tries(tx: Connection, me: Principal) -> store.Factor:
    """The factor, locked; TooMany while five wrong ones are not a quarter of an hour ago."""
    factor = await store.lock_factor(tx, me.person_id)
    if factor is None:
        raise rules.SecondFactorRefused
    left = factor.tries_since + rules.SECOND_FACTOR_PAUSE - now()
    if factor.tries >= rules.SECOND_FACTOR_TRIES and left > timedelta(0):
        raise TooMany(retry_after=int(left.total_seconds()) + 1)
    return factor


def step_of(
    settings: Settings, me: Principal, sealed: str | None, code: str, *, last_step: int
) -> int | None:
    """The step of a right code; None when it is wrong, used, or there is nothing to compare with."""
    secret = sealed and unseal(settings, PURPOSE, str(me.person_id), sealed)
    return rules.matching_step(secret, code.strip(), now(), last_step) if secret else None


async def refuse(tx: Connection, me: Principal, factor: store.Factor) -> NoReturn:
    """Count a wrong one (it is kept although the answer is a refusal)."""
    at = now()
    over = factor.tries_since + rules.SECOND_FACTOR_PAUSE <= at
    tries, since = (1, at) if over else (factor.tries + 1, factor.tries_since)
    if tries >= rules.SECOND_FACTOR_TRIES:
        since = at
    await store.count_wrong(tx, me.person_id, tries, since)
    raise rules.SecondFactorRefused


async def proven(tx: Connection, settings: Settings, me: Principal, recovery_codes: list[str]) -> Proven:
    """The session with its rights, and a token that says they are to be read."""
    if not await store.set_proven(tx, me.session_id, me.person_id, now()):
        raise SignInNeeded
    shown = await find_me(tx, me)
    who = Principal(
        person_id=me.person_id, session_id=me.session_id, roles=frozenset(shown.roles), demo=me.demo
    )
    return Proven(
        access_token=sign_access(settings, who),
        expires_in=int(ACCESS_LIFETIME.total_seconds()),
        me=shown,
        recovery_codes=recovery_codes,
    )


async def seal_all_anew(tx: Connection, settings: Settings) -> tuple[int, int]:
    """At the machine, after a change of SEAL_KEYS: all under the key of today, so that the old one can go.

    How many were sealed anew, and how many no key of the settings opens.
    """
    kept = {str(each.person_id): each.sealed for each in await store.lock_sealed(tx)}
    anew, lost = all_sealed_anew(settings, PURPOSE, kept)
    await store.set_sealed(tx, [UUID(owner) for owner in anew], list(anew.values()))
    return len(anew), lost


async def list_devices(db: Connection, me: Principal) -> Devices:
    """Where I am signed in."""
    return Devices(items=await store.list_devices(db, me.person_id, me.session_id, now()))


async def sign_out_device(tx: Connection, me: Principal, device_id: UUID) -> None:
    """End one of my sessions, this one too."""
    if not await store.close_device(tx, me.person_id, device_id, now()):
        raise rules.DeviceNotFound


async def sign_out_others(tx: Connection, me: Principal) -> SignedOut:
    """End all my sessions but this one."""
    return SignedOut(closed=await store.close_others(tx, me.person_id, me.session_id, now()))
