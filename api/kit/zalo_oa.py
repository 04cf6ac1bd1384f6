"""Tokens of Official Accounts: kept sealed, renewed by one worker at a time, committed before they are used.

A refresh token is good once and its successor is told once, so the order is fixed: say in the database that it
is about to be used (committed), use it, commit the new pair, only then give it to anybody. A crash in between
leaves the intent behind: the next renewal tries the old token, which works when Zalo never saw the request,
and alerts an administrator when it does not. Decision 0070.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import httpx
import msgspec
from prometheus_client import Counter

from api.kit import outbox
from api.kit import zalo_oa_store as store
from api.kit.clock import now
from api.kit.db import Connection, Database
from api.kit.log import logger
from api.kit.settings import Settings
from api.kit.zalo import LostError, error_number, read_answer
from api.kit.zalo_oa_store import Pair, Seal, SealBrokenError, Spare, due, read_pair
from api.kit.zalo_outcomes import Outcome
from api.kit.zalo_sending import Sending

ROTATIONS = Counter("zalo_oa_rotations_total", "Renewals of an Official Account's tokens", ["outcome"])
TOKEN_PATH = "/v4/oa/access_token"  # noqa: S105  an address
PAUSE = timedelta(minutes=1)
"""After a renewal that failed, this process tries no other for so long while the old token still lives."""
NONE, REFUSED, NOT_COMMITTED = "none", "refused", "not-committed"
"""Why there is no token: no row; Zalo gives no new pair; it did, and it lies in the data folder."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
INVALID_REFRESH = -14014
SAVE_PAUSES = (0.0, 0.1, 0.5, 2.0)
DOWN = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)
log = logger("zalo")


class ZaloNeedsOperator(outbox.Event, frozen=True, kw_only=True, tag="zalo_needs_operator"):
    """An Official Account sends nothing until an administrator acts; `code` is Zalo's number or ours."""

    oa_id: str
    code: str


class OaTokenError(Exception):
    """There is no token to be had for this account; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class OaTokens:
    """The tokens of every Official Account; hold one a process."""

    def __init__(self, settings: Settings, database: Database, http: httpx.AsyncClient) -> None:
        self.settings, self.database, self.http = settings, database, http
        self.seal = Seal(settings)
        self.spare = Spare(settings, self.seal)
        self.turn = asyncio.Lock()
        """One renewal at a time in this process: waiters must not hold every connection of the pool."""
        self.failed_at: dict[str, datetime] = {}

    async def find(self, oa_id: str = "") -> str:
        """The access token of an account (default: of ZALO_OA_ID), renewed early; OaTokenError when there is none."""
        oa_id = oa_id or self.settings.zalo_oa_id
        async with self.database.read() as db:
            kept = await store.find_kept(db, oa_id)
        if kept is None:
            raise OaTokenError(NONE)
        alive = now() < kept.access_expires_at
        recently = now() - self.failed_at.get(oa_id, LONG_AGO) < PAUSE
        if not due(kept) or (alive and (recently or kept.stopped_at is not None)):
            return self.seal.open(kept.sealed, oa_id).access
        if recently:
            raise OaTokenError(REFUSED)
        try:
            return await self.renew(oa_id)
        except OaTokenError:
            if alive:
                return self.seal.open(kept.sealed, oa_id).access
            raise

    async def renew(self, oa_id: str, *, rejected: str | None = None) -> str:
        """A new access token, or the one another worker has just got; `rejected` is one Zalo called over.

        Whoever asked may be cancelled meanwhile: a renewal under way is finished all the same.
        """
        task = asyncio.create_task(self.renew_in_turn(oa_id, rejected))
        return await asyncio.shield(task)

    async def renew_in_turn(self, oa_id: str, rejected: str | None) -> str:
        """One at a time in this process, then one at a time in all."""
        async with self.turn:
            new: Pair | None = None
            try:
                async with self.database.write() as tx:
                    await store.lock_oa(tx, oa_id)
                    # A statement of its own after the lock: it sees what the holder before us committed.
                    kept = await store.find_kept(tx, oa_id)
                    if kept is None:
                        raise OaTokenError(NONE)
                    old = self.seal.open(kept.sealed, oa_id)
                    if not due(kept) if rejected is None else old.access != rejected:
                        return old.access
                    new, how = self.spare.read(old), "found"
                    if new is None and kept.stopped_at is not None:
                        raise OaTokenError(kept.stopped_code or "stopped")
                    rotation_id = await self.intend(old)
                    if new is None:
                        new, how = await self.rotate(tx, old, rotation_id), "rotated"
                    if new is not None:
                        await self.keep(tx, new, rotation_id, how)
            except DOWN as error:
                if new is None:
                    raise
                tell("zalo_pair_not_committed", error)
                await self.keep_again(new)
            if new is None:
                self.failed_at[oa_id] = now()
                raise OaTokenError(REFUSED)
            self.spare.drop(oa_id)
            return new.access

    async def intend(self, old: Pair) -> int:
        """Write, in a transaction of its own, that this refresh token is about to be used."""
        async with self.database.write() as other:
            return await store.insert_rotation(other, old.oa_id, old.version, at=now())

    async def rotate(self, tx: Connection, old: Pair, rotation_id: int) -> Pair | None:
        """Use the refresh token, once. None: no new pair, and the row says what came of it."""
        try:
            answer = await self.ask(grant_type="refresh_token", refresh_token=old.refresh)
        except LostError as error:
            ROTATIONS.labels("lost").inc()
            tell("zalo_rotation_lost", error)
            await store.finish_rotation(tx, rotation_id, at=now(), outcome="lost", code=error.why[:20])
            return None
        pair = read_pair(answer, old.oa_id, old.version + 1)
        if pair is not None:
            return pair
        code = error_number(answer)
        ROTATIONS.labels("refused").inc()
        log.error("zalo_rotation_refused", error=str(code))
        await store.finish_rotation(tx, rotation_id, at=now(), outcome="refused", code=str(code))
        if code == INVALID_REFRESH or "refresh token" in str(answer.get("error_name")).lower():
            await store.set_stopped(tx, old.oa_id, old.version, at=now(), code=str(code))
        await outbox.emit(tx, ZaloNeedsOperator(oa_id=old.oa_id, code=str(code)), urgent=True)
        return None

    async def keep(self, tx: Connection, pair: Pair, rotation_id: int, outcome: str) -> None:
        """Write a new pair and how it came."""
        await store.set_pair(tx, pair, self.seal.close(pair), at=now())
        await store.finish_rotation(tx, rotation_id, at=now(), outcome=outcome)
        ROTATIONS.labels(outcome).inc()

    async def ask(self, **form: str) -> dict[str, Any]:
        """One call of the token endpoint: a form, the app's secret in a header."""
        request = self.http.build_request(
            "POST",
            self.settings.zalo_oauth_url + TOKEN_PATH,
            data={**form, "app_id": self.settings.zalo_app_id},
            headers={"secret_key": self.settings.zalo_app_secret},
        )
        return await read_answer(self.http, request)

    async def keep_again(self, pair: Pair) -> None:
        """The commit failed: on other connections, then in the data folder, where the next renewal looks first."""
        for pause in SAVE_PAUSES:
            await asyncio.sleep(pause)
            try:
                async with self.database.write() as tx:
                    await store.set_pair(tx, pair, self.seal.close(pair), at=now())
            except DOWN:
                continue
            return
        self.spare.write(pair)
        raise OaTokenError(NOT_COMMITTED)

    async def use(self, call: Callable[[str], Awaitable[Sending]], oa_id: str = "") -> Sending:
        """Call with the account's token; when Zalo calls it over: renew once, call once more, then stop and alert."""
        oa_id = oa_id or self.settings.zalo_oa_id
        try:
            token = await self.find(oa_id)
            sent = await call(token)
            if sent.outcome is not Outcome.TOKEN_OVER:
                return sent
            sent = await call(await self.renew(oa_id, rejected=token))
        except (OaTokenError, SealBrokenError) as error:
            tell("zalo_no_token", error)
            return Sending(outcome=Outcome.OUR_FAULT)
        if sent.outcome is Outcome.TOKEN_OVER:
            await self.stop(oa_id, str(sent.code))
            return Sending(outcome=Outcome.OUR_FAULT, code=sent.code)
        return sent

    async def stop(self, oa_id: str, code: str) -> None:
        """A token just renewed is refused too: no more renewals until an administrator has consented anew."""
        async with self.database.write() as tx:
            await store.lock_oa(tx, oa_id)
            kept = await store.find_kept(tx, oa_id)
            if kept is not None and kept.stopped_at is None:
                await store.set_stopped(tx, oa_id, kept.version, at=now(), code=code)
                await outbox.emit(tx, ZaloNeedsOperator(oa_id=oa_id, code=code), urgent=True)

    async def take_first(self, code: str, oa_id: str) -> Pair:
        """The pair for the code of the callback; OaTokenError with Zalo's number when there is none."""
        try:
            answer = await self.ask(
                grant_type="authorization_code", code=code, code_verifier=self.settings.zalo_code_verifier
            )
        except LostError as error:
            raise OaTokenError(error.why) from None
        pair = read_pair(answer, oa_id, 1)
        if pair is None:
            raise OaTokenError(str(error_number(answer)))
        return pair

    async def is_of(self, pair: Pair) -> bool | None:
        """Whether a pair speaks for the account it was said to be of; None when Zalo does not tell."""
        request = self.http.build_request(
            "GET", self.settings.zalo_oa_url + "/v2.0/oa/getoa", headers={"access_token": pair.access}
        )
        try:
            found = (await read_answer(self.http, request)).get("data")
        except LostError:
            return None
        oa_id = found.get("oa_id") if isinstance(found, dict) else None
        return None if oa_id is None else str(oa_id) == pair.oa_id

    async def seed(self, pair: Pair) -> None:
        """Keep a first pair, in the place of whatever there was."""
        async with self.database.write() as tx:
            await keep_first(tx, self.seal, pair)

    async def renew_due(self) -> None:
        """Renew what is due, for a timer: an account that sends nothing for three months would lose its grant."""
        async with self.database.read() as db:
            accounts = await store.list_kept(db)
        for kept in accounts:
            if due(kept) and kept.stopped_at is None:
                try:
                    await self.renew(kept.oa_id)
                except (OaTokenError, SealBrokenError) as error:
                    tell("zalo_no_token", error)


def tell(what: str, error: Exception) -> None:
    """Log what went wrong by its number or kind; an operator must look."""
    why = error.why if isinstance(error, LostError) else getattr(error, "code", type(error).__name__)
    log.error(what, error=str(why)[:20])


async def keep_first(tx: Connection, seal: Seal, pair: Pair, *, over_working: bool = True) -> bool:
    """Keep a first pair in the place of whatever there was; `over_working`: of a pair that works, too."""
    await store.lock_oa(tx, pair.oa_id)
    kept = await store.find_kept(tx, pair.oa_id)
    if kept is not None and kept.stopped_at is None and not over_working:
        return False
    version = 1 if kept is None else kept.version + 1
    new = msgspec.structs.replace(pair, version=version)
    rotation_id = await store.insert_rotation(tx, pair.oa_id, version - 1, at=now())
    await store.set_pair(tx, new, seal.close(new), at=now())
    await store.finish_rotation(tx, rotation_id, at=now(), outcome="first")
    ROTATIONS.labels("first").inc()
    return True
