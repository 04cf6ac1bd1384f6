"""What people do with procedures: find one in their own words, open its page, follow a moment of life."""

import asyncio
import time

import asyncpg

from api.kit.db import Connection, Database
from api.kit.errors import NotFound
from api.kit.log import logger
from api.kit.pages import decode_cursor, encode_cursor
from api.procedures import store
from api.procedures.contracts import (
    Channel,
    DeadlineUnit,
    FeeQuality,
    Found,
    Hotline,
    Level,
    LifeEvent,
    Online,
    Procedure,
    Way,
)
from api.procedures.rules import reading
from api.procedures.rules.shelf import Shelf
from api.procedures.rules.thesaurus import Thesaurus

log = logger("procedures")
CHECK_EVERY = 2.0
"""Seconds a process may still answer from the edition before."""
LEVEL_TEXTS = {
    Level.COMMUNE: "Làm tại xã, phường, đặc khu",
    Level.PROVINCE: "Làm tại tỉnh, thành phố",
    Level.MINISTRY: "Làm tại bộ, cơ quan trung ương",
    Level.UNKNOWN: "Chưa rõ nơi làm",
}
ONLINE_TEXTS = {
    (Online.FULL, True): "Làm được toàn bộ trên mạng",
    (Online.PARTIAL, True): "Làm được một phần trên mạng",
    (Online.PARTIAL, False): "Nộp được trên mạng, có thể phải đến một lần",
    (Online.NONE, True): "Chưa làm được trên mạng",
    (Online.UNKNOWN, False): "Chưa rõ có làm được trên mạng không",
}


class ProcedureNotFound(NotFound):
    """No procedure has this code."""

    slug = "procedure-not-found"
    title = "Không có thủ tục nào mang mã này"


class Catalogue:
    """The edition this process answers from; swapped whole when the database has another."""

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self.looked_at = 0.0
        self.lock = asyncio.Lock()

    async def current(self, db: Connection) -> Shelf:
        """The newest edition, looked for now and then; only the first caller waits for a build."""
        if self.shelf is not None and time.monotonic() - self.looked_at < CHECK_EVERY:
            return self.shelf
        version = await store.find_version(db) or ""
        if self.shelf is None or (self.shelf.version != version and not self.lock.locked()):
            async with self.lock:
                if self.shelf is None or self.shelf.version != version:
                    self.shelf = await build(db, version)
        self.looked_at = time.monotonic()
        return self.shelf

    def forget(self) -> None:
        """Look again at the next question."""
        self.looked_at = 0.0


catalogue = Catalogue()


async def warm(database: Database) -> None:
    """Build the index when the process starts, so that no citizen waits for it."""
    try:
        async with database.read() as db:
            await catalogue.current(db)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        log.warning("catalogue_not_warmed", error=type(error).__name__)


async def build(db: Connection, version: str) -> Shelf:
    """Read everything and index it, off the event loop."""
    items = await store.list_entries(db)
    synonyms = await store.list_synonyms(db)
    words = await store.list_words(db)
    thesaurus = Thesaurus(
        [(row.term, "|".join(row.meanings), row.kind) for row in synonyms],
        *([word.phrase for word in words if word.kind == kind] for kind in ("filler", "light", "elsewhere")),
    )
    return await asyncio.to_thread(Shelf, version, items, thesaurus)


async def find(
    db: Connection, *, q: str | None, level: Level | None, cursor: str | None, limit: int, hotline: str
) -> Found:
    """Procedures for a query, best first; without one, all of them, the most used first."""
    shelf = await catalogue.current(db)
    if q is not None and q.strip():
        items = shelf.search(q, level=level, limit=limit)
        return Found(items=items, hotline=None if items else ask(hotline))
    after = decode_cursor(cursor, tuple[str])[0] if cursor else None
    items = shelf.browse(level=level, after=after, limit=limit + 1)
    following = encode_cursor(items[limit - 1].code) if len(items) > limit else None
    return Found(items=items[:limit], next=following)


def ask(phone: str) -> Hotline:
    """What to say when nothing fits."""
    text = f"Chưa tìm thấy thủ tục phù hợp. Hãy thử nói ngắn hơn, hoặc gọi {phone} để được hướng dẫn."
    return Hotline(phone=phone, text=text)


async def find_procedure(db: Connection, code: str) -> Procedure:
    """The page of one procedure."""
    row = await store.find_procedure(db, code)
    if row is None:
        raise ProcedureNotFound
    ways = [way_of(way) for way in row.ways]
    fees = {way.channel.value: way.fee.vnd for way in ways}
    online, counter = fees.get("online"), fees.get("counter")
    saving = counter - online if online is not None and counter is not None and counter > online else None
    return Procedure(
        code=row.code,
        name=row.name,
        plain_title=row.plain_title,
        official_name=row.official_name,
        level=row.level,
        level_text=LEVEL_TEXTS[row.level],
        field=row.field,
        issuer=row.issuer,
        agency=row.agency or None,
        subjects=row.subjects,
        decision_no=row.decision_no or None,
        online=row.online,
        online_text=ONLINE_TEXTS[row.online, row.online_stated],
        essential=row.essential,
        internal=row.type == "internal",
        detailed=row.detailed,
        ways=ways,
        saving_vnd=saving,
        papers=row.papers,
        portal_url=row.portal_url or reading.PORTAL,
        same_as=row.same_as,
        life_events=row.life_events,
        provenance=row.provenance,
        withdrawn_on=row.withdrawn_on,
    )


def way_of(row: store.WayRow) -> Way:
    """A channel with words for people."""
    return Way(
        channel=Channel(row.channel),
        deadline=reading.deadline(row.deadline_amount, DeadlineUnit(row.deadline_unit)),
        fee=reading.fee(row.fee_vnd, FeeQuality(row.fee_quality)),
    )


async def list_life_events(db: Connection) -> list[LifeEvent]:
    """Moments of life with their procedures in order."""
    return [
        LifeEvent(code=row.code, name=row.name, note=row.note or None, steps=row.steps)
        for row in await store.list_events(db)
    ]
