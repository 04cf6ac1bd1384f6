"""Sending cases on to the systems of agencies, and following what those say: a delivery machine of its own."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid
from api.kit.patience import Health
from api.kit.principal import Principal
from api.kit.sealing import all_sealed_anew, seal, unseal
from api.kit.settings import Settings
from api.open311.rules import forwarding as rules
from api.open311.rules.forwarding import (
    Claim,
    ForwardLine,
    ForwardSettings,
    ForwardSystem,
    NotTakenError,
    OutsideError,
    Result,
)
from api.open311.store import forwarding as store

AT_ONCE = 20
PURPOSE = "open311_system"
SHOWN = 100
CHANCE = secrets.SystemRandom()


async def put_system(
    tx: Connection, code: str, given: ForwardSettings, *, me: Principal, settings: Settings
) -> ForwardSystem:
    """Connect a system, or change how; its key is kept sealed and never shown."""
    if given.api_key is None and not await store.has_system(tx, code):
        raise Invalid(errors=[FieldError(field="api_key", message="Hệ thống mới cần khoá")])
    rules.check_routes(given.routes, await store.find_strangers(tx, given.routes))
    sealed = seal(settings, PURPOSE, code, given.api_key) if given.api_key else None
    await store.put_system(tx, code, given, sealed=sealed, at=now())
    return next(each for each in await list_systems(tx, seen_by=me) if each.code == code)


async def list_systems(db: Connection, *, seen_by: Principal) -> list[ForwardSystem]:
    """All systems, with the counts of cases this person sees."""
    return await store.list_systems(db, provinces=rules.provinces_of(seen_by))


async def list_forwards(
    db: Connection, system: str, *, state: str | None, seen_by: Principal
) -> list[ForwardLine]:
    """The newest cases on their way there."""
    provinces = rules.provinces_of(seen_by)
    return await store.list_forwards(db, system, state=state, provinces=provinces, limit=SHOWN)


async def retry(tx: Connection, system: str, *, seen_by: Principal) -> int:
    """Try what failed once more."""
    if not await store.has_system(tx, system):
        raise rules.ForwardSystemNotFound
    return await store.retry_failed(tx, system, provinces=rules.provinces_of(seen_by), at=now())


async def consider(tx: Connection, report_id: UUID) -> bool:
    """Send a case on when a route says so; a second look changes nothing."""
    return await store.insert_forward(tx, report_id, at=now()) is not None


async def claim_due(tx: Connection) -> list[Claim]:
    """The cases whose turn it is."""
    at = now()
    return await store.claim_due(tx, at=at, until=at + rules.LEASE, limit=AT_ONCE)


def key_of(settings: Settings, claim: Claim) -> str:
    """Their key, opened."""
    key = unseal(settings, PURPOSE, claim.system, claim.sealed_key)
    if key is None:
        raise OutsideError(reason="khoá đã niêm phong không mở được, hãy nhập lại khoá")
    return key


async def seal_all_anew(tx: Connection, settings: Settings) -> tuple[int, int]:
    """At the machine, after a change of SEAL_KEYS: how many keys were sealed anew, and how many none opens."""
    anew, lost = all_sealed_anew(settings, PURPOSE, await store.lock_keys(tx))
    await store.set_keys(tx, anew)
    return len(anew), lost


async def take_result(tx: Connection, claim: Claim, result: Result) -> None:
    """Write what a conversation brought; a word that is new becomes an event."""
    at = now()
    next_at = at + timedelta(seconds=claim.every_seconds)
    await store.set_health(tx, claim.system, Health(), error=None, at=at)
    if claim.state != "acknowledged":
        if result.token is None and result.their_id is None:
            await store.set_later(tx, claim, next_at=next_at, reason=None)
            return
        # A token is asked for its id soon.
        soon = (
            at if result.their_id else at + min(timedelta(seconds=30), timedelta(seconds=claim.every_seconds))
        )
        await store.set_taken(tx, claim, result, at=at, next_at=soon)
        return
    if result.word is None:
        await store.set_later(tx, claim, next_at=next_at, reason=None)
        return
    meaning = rules.meaning_of(claim, result.word)
    ended = meaning in rules.ENDS
    if not await store.set_status(
        tx, claim, result.word, meaning=meaning, ended=ended, at=at, next_at=next_at
    ):
        await store.set_later(tx, claim, next_at=next_at, reason=None)
        return
    await outbox.emit(tx, rules.answered(claim, result.word, meaning, result.note))


async def take_trouble(
    tx: Connection, claim: Claim, trouble: OutsideError, others: Sequence[Claim] = ()
) -> None:
    """The system is ill: everything to it waits longer, and longer; a lost answer is looked for first."""
    at = now()
    again = rules.after_trouble(claim, at, chance=CHANCE.random(), asked=trouble.asked)
    await store.set_health(tx, claim.system, again.health, error=trouble.reason, at=at)
    await store.set_later(tx, claim, next_at=again.this_at, reason=trouble.reason, lost=trouble.lost)
    await give_back(tx, others, next_at=again.others_at)


async def give_back(tx: Connection, claims: Sequence[Claim], *, next_at: datetime | None = None) -> None:
    """Cases of one system that were not spoken about: somebody else's turn, at once when no time is said."""
    if claims:
        await store.give_back(tx, claims, next_at=next_at or now())


async def take_refusal(tx: Connection, claim: Claim, refusal: NotTakenError) -> None:
    """They do not take the case: it failed, with their reason; the system itself is well."""
    await store.set_health(tx, claim.system, Health(), error=None, at=now())
    await store.set_failed(tx, claim, reason=refusal.reason)


async def give_up(tx: Connection, claim: Claim) -> None:
    """Tried so often that somebody must look."""
    await store.set_failed(tx, claim, reason=f"không gửi được sau {rules.ATTEMPTS} lần")
