"""Finding a procedure in one's own words."""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta

import asyncpg
import msgspec

from api.kit.clock import today
from api.kit.db import Connection, Database
from api.kit.log import logger
from api.kit.pages import decode_cursor, encode_cursor
from api.procedures.contracts import Found, Hotline, Level, ProcedureLine, Suggestion, Suggestions
from api.procedures.rules.counting import CUT_OFF
from api.procedures.rules.popularity import Popularity
from api.procedures.rules.shelf import Item, Shelf
from api.procedures.rules.suggesting import Suggester
from api.procedures.rules.thesaurus import Thesaurus
from api.procedures.store import catalogue as store
from api.procedures.store import searches

log = logger("procedures")
FOUR_WEEKS = timedelta(days=28)
CHECK_EVERY = 2.0
"""Seconds a process may still answer from the edition before."""


class Catalogue:
    """The edition this process answers from; swapped whole when the database has another."""

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self.suggester: Suggester | None = None
        self.popularity = Popularity()
        self.looked_at = 0.0
        self.lock = asyncio.Lock()

    async def current(self, db: Connection) -> Shelf:
        """The newest edition, looked for now and then; only the first caller waits for a build."""
        if self.shelf is not None and time.monotonic() - self.looked_at < CHECK_EVERY:
            return self.shelf
        version = f"{await store.find_version(db)} {today()}"  # every day hears what was opened before
        if self.shelf is None or (self.shelf.version != version and not self.lock.locked()):
            async with self.lock:
                if self.shelf is None or self.shelf.version != version:
                    self.shelf, self.suggester, self.popularity = await build(db, version)
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


async def build(db: Connection, version: str) -> tuple[Shelf, Suggester, Popularity]:
    """Read everything and index it, off the event loop."""
    use = await searches.list_use(db, after=today() - FOUR_WEEKS, cut_off=CUT_OFF)
    popularity = Popularity([(row.province_code, row.code, row.chosen) for row in use])
    items = preferred(await store.list_entries(db), popularity)
    synonyms = await store.list_synonyms(db)
    words = await store.list_words(db)
    thesaurus = Thesaurus(
        [(row.term, "|".join(row.meanings), row.kind) for row in synonyms],
        *([word.phrase for word in words if word.kind == kind] for kind in ("filler", "light", "elsewhere")),
    )
    shelf, suggester = await asyncio.to_thread(lambda: (Shelf(version, items, thesaurus), Suggester(items)))
    return shelf, suggester, popularity


def preferred(items: Sequence[Item], popularity: Popularity) -> list[Item]:
    """The items with what people open counted in, the likeliest first."""
    counted = [
        msgspec.structs.replace(item, prior=item.prior + bonus) if bonus else item
        for item in items
        for bonus in [popularity.of(item.code)]
    ]
    return sorted(counted, key=lambda item: (-item.prior, item.code))


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


async def suggest(db: Connection, *, q: str | None, province: str | None, limit: int) -> Suggestions:
    """How what was typed may go on; with slips in it, what the search finds; with nothing, what most want."""
    shelf = await catalogue.current(db)
    popularity = catalogue.popularity
    if q is None or not q.strip() or catalogue.suggester is None:
        lines = await list_popular(db, province=province, limit=limit)
    elif items := catalogue.suggester.suggest(q, limit=limit, use=lambda code: popularity.of(code, province)):
        return Suggestions(items=items)
    else:
        lines = shelf.search(q, level=None, limit=limit)
    return Suggestions(
        items=[
            Suggestion(text=title, title=title, code=line.code)
            for line in lines
            for title in [line.plain_title or line.name]
        ]
    )


async def list_popular(db: Connection, *, province: str | None, limit: int) -> list[ProcedureLine]:
    """What is opened most in a province, filled up with what citizens need most."""
    shelf = await catalogue.current(db)
    opened = [shelf.line_of(code) for code in catalogue.popularity.favourites(province)[:limit]]
    lines = {line.code: line for line in opened if line is not None}
    for line in shelf.browse(level=None, after=None, limit=limit):
        lines.setdefault(line.code, line)
    return list(lines.values())[:limit]


def ask(phone: str) -> Hotline:
    """What to say when nothing fits."""
    text = f"Chưa tìm thấy thủ tục phù hợp. Hãy thử nói ngắn hơn, hoặc gọi {phone} để được hướng dẫn."
    return Hotline(phone=phone, text=text)
