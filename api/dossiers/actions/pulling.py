"""Asking systems that only answer: whom now, what came of it, and how an administrator connects them."""

import secrets
from datetime import timedelta

import msgspec

from api.dossiers.actions.batches import tell_changes
from api.dossiers.actions.keys import Source
from api.dossiers.contracts.integration import Outcome
from api.dossiers.contracts.sources import PulledSource, Refusal, SourceKey, SourceSettings
from api.dossiers.gateway import OUR_KEY, Answer, SourceFailedError
from api.dossiers.rules.pulling import SourceNotFound
from api.dossiers.store import sources as store
from api.kit import signing
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.patience import after_failure
from api.kit.settings import Settings

LEASE = timedelta(minutes=2)
"""How long a worker may take for one question and its answer before another asks."""
AT_ONCE = 8
KEPT = timedelta(days=30)
CHANCE = secrets.SystemRandom()


def secret_of(settings: Settings, system: str) -> str:
    """What we sign our questions to this system with; kept nowhere."""
    return signing.secret_of(settings.secret_key, "integration_pull", system)


async def put_source(tx: Connection, system: str, given: SourceSettings, *, settings: Settings) -> SourceKey:
    """Connect a system, or change where it is asked; the answer is what its developers need."""
    await store.put_source(tx, system, given, at=now())
    return SourceKey(system=system, key=OUR_KEY, secret=secret_of(settings, system))


async def delete_source(tx: Connection, system: str) -> None:
    """Ask a system no more; its dossiers stay."""
    if not await store.delete_source(tx, system):
        raise SourceNotFound


async def list_sources(db: Connection) -> list[PulledSource]:
    """All systems we ask, and how they fare."""
    return await store.list_sources(db, at=now())


async def list_refusals(db: Connection, system: str, *, cursor: str | None, limit: int) -> Page[Refusal]:
    """Items of a system that could not be taken, the newest first."""
    before = decode_cursor(cursor, tuple[int])[0] if cursor else None
    rows = await store.list_refusals(db, system, before=before, limit=limit + 1)
    shown = rows[:limit]
    return Page(items=shown, next=encode_cursor(shown[-1].id) if len(rows) > limit else None)


async def claim_due(tx: Connection) -> list[store.Claim]:
    """The systems to ask now. Nobody else asks them until the lease is over."""
    at = now()
    return await store.claim_due(tx, at=at, until=at + LEASE, limit=AT_ONCE)


async def take_answer(tx: Connection, claim: store.Claim, answer: Answer, *, settings: Settings) -> bool:
    """Take what a system gave and move its cursor in the same transaction; whether to ask on at once.

    An answer to a question that another worker asked again meanwhile changes nothing.
    """
    held = await store.hold_source(tx, claim.system)
    if held is None or (held.url, held.cursor) != (claim.url, claim.cursor):
        return False
    at, taken = now(), 0
    if answer.items:
        source = Source(system=claim.system, demo=claim.demo)
        results = await tell_changes(tx, answer.items, source=source, settings=settings)
        refused = [one for one in results.items if one.result is Outcome.REFUSED]
        taken = len(results.items) - len(refused)
        await store.insert_refusals(tx, claim.system, refused, at=at)
    # `more` without a new cursor would ask the same for ever.
    on = answer.more and answer.next is not None and answer.next != claim.cursor
    next_at = at if on else at + timedelta(seconds=claim.every_seconds)
    await store.note_success(tx, claim.system, cursor=answer.next, taken=taken, at=at, next_at=next_at)
    return on


def asked_on(claim: store.Claim, answer: Answer) -> store.Claim:
    """The claim after an answer was taken: its cursor, and good health."""
    return msgspec.structs.replace(claim, cursor=answer.next, failures=0, open_until=None)


async def take_failure(tx: Connection, claim: store.Claim, failure: SourceFailedError) -> None:
    """Wait longer, and open the circuit when it failed too often."""
    health, next_at = after_failure(claim.health, now(), chance=CHANCE.random(), asked=failure.asked)
    await store.note_failure(tx, claim.system, health, next_at=next_at, error=failure.reason)


async def forget_refusals(tx: Connection) -> None:
    """Drop refusals nobody needs any more."""
    await store.drop_refusals(tx, before=now() - KEPT)
