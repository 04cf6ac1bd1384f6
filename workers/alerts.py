"""Jobs of warnings: everybody concerned hears of each version once and of its end; the desk hears of drafts; feeds are asked."""

import asyncio
import hashlib

import asyncpg
import httpx

from api.alerts.actions import drafting, proposing, reading, telling, upstream
from api.alerts.contracts import Alert, AlertPublished, MessageType, Recipient
from api.alerts.contracts.desk import AlertDraftMoved
from api.alerts.contracts.sources import FeedClaim, UpstreamEnded
from api.alerts.gateway import Answer, FeedFailedError, HttpFeed
from api.alerts.rules import upstream as feeds
from api.alerts.rules.drafting import TITLES, body_of
from api.alerts.rules.telling import words_of
from api.kit.cap import CapUnreadableError
from api.kit.db import PoolDatabase
from api.kit.log import logger
from api.kit.proposing import AlertProposed
from api.kit.settings import Settings
from api.messages.actions import tell_all
from api.messages.contracts import AlertParams, Kind, Notice
from workers.work import Work

LOOK_SECONDS = 5.0
AT_ONCE = 20
"""Messages taken of one feed before the others have their turn."""
log = logger("alerts")


async def tell_people(work: Work, event: AlertPublished) -> None:
    """Tell the next few hundred people; drills and tests are told to nobody."""
    people = await telling.next_to_tell(work.tx, event)
    if not people:
        return
    alert = await reading.show(work.tx, event.alert_id)
    await tell_all(work.tx, [notice_of(alert, person) for person in people])


def notice_of(alert: Alert, person: Recipient) -> Notice:
    """What one person is told of one message: told once, however often it is tried."""
    words = words_of(alert, person)
    ended = alert.msg_type is MessageType.CANCEL
    return Notice(
        person_id=person.person_id,
        kind=Kind.ALERT,
        title=words.title,
        body=words.body,
        link=f"#/canh-bao/{alert.replaces or alert.id if ended else alert.id}",
        dedupe_key=f"alert:{alert.id}",
        params=AlertParams(headline=words.title, level=words.level, advice=words.advice),
        urgent=words.urgent,
    )


async def keep_proposal(work: Work, event: AlertProposed) -> None:
    """Another slice asks for a warning: it becomes a draft on the desk, and officers are told."""
    await proposing.take_proposal(work.tx, event)


async def tell_desk(work: Work, event: AlertDraftMoved) -> None:
    """Officers hear of what waits for them, writers of what was decided."""
    move = await drafting.find_move(work.tx, event)
    if move is None:
        return
    people = await drafting.list_told(work.tx, move)
    notices = [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title=TITLES[move.verb],
            body=body_of(move.verb, headline=move.headline, note=move.note, why=move.why),
            link=f"#/cb/canh-bao/thao/{move.draft_id}",
            dedupe_key=f"alert-draft:{move.draft_id}:{event.version}",
        )
        for person_id in people
    ]
    await tell_all(work.tx, notices)


async def tell_of_end(work: Work, event: UpstreamEnded) -> None:
    """Officers are asked to end what its own sender has ended."""
    alert = await reading.show(work.tx, event.alert_id)
    notices = [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title="Nguồn tin đã huỷ một cảnh báo bạn đang phát",
            body=f"{alert.headline}\nNguồn {event.source} đã huỷ. Hãy xem và huỷ nếu không còn nguy hiểm.",
            link=f"#/cb/canh-bao/{alert.id}",
            dedupe_key=f"alert-ended:{alert.id}:{event.source}",
        )
        for person_id in await drafting.list_officers(work.tx, alert.province_code)
    ]
    await tell_all(work.tx, notices)


async def ask_due(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings) -> int:
    """Ask every feed whose time has come, side by side; how many."""
    async with database.write() as tx:
        claims = await upstream.claim_due(tx)
    await asyncio.gather(*(ask(database, http, settings, claim) for claim in claims))
    return len(claims)


async def ask(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings, claim: FeedClaim) -> None:
    """Ask one feed and fetch what is new. Questions are outside any transaction, each message is in one."""
    feed = HttpFeed(http)
    try:
        answer = await feed.ask(claim.url, etag=claim.etag, last_modified=claim.last_modified)
        if answer.body is not None:
            answer = await take(database, feed, settings, claim, answer)
        async with database.write() as tx:
            await upstream.take_success(tx, claim, answer)
    except FeedFailedError as failure:
        await note(database, claim, failure)
    except CapUnreadableError as error:
        await note(database, claim, FeedFailedError(reason=f"unreadable: {error}"))
    except asyncpg.DataError as error:
        await note(database, claim, FeedFailedError(reason=type(error).__name__))


async def take(
    database: PoolDatabase, feed: HttpFeed, settings: Settings, claim: FeedClaim, answer: Answer
) -> Answer:
    """Take the new messages of a list, or the one message it is; with more left, the list is asked for whole again."""
    body = answer.body or b""
    entries = feeds.entries_of(body, claim.url)
    if entries is None:
        async with database.write() as tx:
            entry = f"{claim.url} {answer.etag or answer.last_modified or hashlib.sha256(body).hexdigest()}"
            await upstream.take_message(tx, claim, entry, body, settings=settings)
        return answer
    async with database.read() as db:
        new = await upstream.unknown_of(db, claim, entries)
    failed = None
    for one in new[:AT_ONCE]:
        try:
            document = (await feed.ask(one.href)).body or b""
        except FeedFailedError as failure:
            if not failure.for_good:
                failed = failure
                continue
            document = b""  # kept as unreadable: one message that is gone must not stop the others
        async with database.write() as tx:
            await upstream.take_message(tx, claim, one.key, document, settings=settings)
    if failed is not None:
        raise failed
    return answer if len(new) <= AT_ONCE else Answer(body=None)


async def note(database: PoolDatabase, claim: FeedClaim, failure: FeedFailedError) -> None:
    """Keep why a feed gave nothing, and wait longer."""
    log.warning("feed_failed", kind=claim.name, error=failure.reason)
    async with database.write() as tx:
        await upstream.take_failure(tx, claim, failure)


async def watch(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings) -> None:
    """Ask for ever. What breaks with the database is asked again when the lease is over."""
    while True:
        try:
            await ask_due(database, http, settings)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            log.warning("feeds_wait", error=type(error).__name__)
        await asyncio.sleep(LOOK_SECONDS)
