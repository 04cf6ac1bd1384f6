"""Finding a procedure in one's own words."""

import asyncio
import gc
from collections.abc import Sequence
from datetime import timedelta

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
    """The edition this process answers from; swapped whole when the database has another.

    A search never asks the database: `keep_current` does, beside the requests, so that people find
    what they need from the edition at hand while the database is away.
    """

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self.suggester: Suggester | None = None
        self.popularity = Popularity()
        self.provinces: dict[str, str] = {}
        self.forgotten = False
        self.lock = asyncio.Lock()

    async def current(self, database: Database) -> Shelf:
        """The edition at hand; only before there is one do callers wait for it."""
        if self.shelf is None or self.forgotten:
            return await self.look(database)
        return self.shelf

    async def look(self, database: Database) -> Shelf:
        """The newest edition, built if the database has another than the one at hand."""
        async with self.lock, database.read() as db:
            version = f"{await store.find_version(db)} {today()}"  # every day hears what was opened before
            if self.shelf is None or self.shelf.version != version:
                provinces = await store.list_provinces(db, on=today())
                self.shelf, self.suggester, self.popularity = await build(db, version)
                self.provinces = {one.code: one.name for one in provinces}
            self.forgotten = False
            return self.shelf

    def forget(self) -> None:
        """Look again at the next question."""
        self.forgotten = True


catalogue = Catalogue()


async def warm(database: Database) -> str | None:
    """Look for the newest edition; what kept us from it, if anything did: then the one at hand stays."""
    try:
        await catalogue.look(database)
    except Exception as error:  # noqa: BLE001  whatever is wrong with a new edition, the old one answers on
        return type(error).__name__
    return None


async def keep_current(database: Database) -> None:
    """Warm the index when the process starts, so that no citizen waits for it, and keep it the newest."""
    failed = None
    while True:
        failure = await warm(database)
        if failure != failed:
            log.warning("catalogue_not_current", error=failure) if failure else log.info("catalogue_current")
        failed = failure
        await asyncio.sleep(CHECK_EVERY)


async def build(db: Connection, version: str) -> tuple[Shelf, Suggester, Popularity]:
    """Read everything and index it, off the event loop."""
    use = await searches.list_use(db, after=today() - FOUR_WEEKS, cut_off=CUT_OFF)
    popularity = Popularity([(row.province_code, row.code, row.chosen) for row in use])
    items = preferred(await store.list_entries(db), popularity)
    synonyms = await store.list_synonyms(db)
    words: dict[str, list[str]] = {}
    for word in await store.list_words(db):
        words.setdefault(word.kind, []).append(word.phrase)
    thesaurus = Thesaurus(
        [(row.term, "|".join(row.meanings), row.kind) for row in synonyms],
        words.get("filler", []),
        words.get("light", []),
        words.get("elsewhere", []),
        [theme.phrases for theme in await store.list_themes(db)],
    )
    shelf, suggester = await asyncio.to_thread(lambda: (Shelf(version, items, thesaurus), Suggester(items)))
    set_aside()
    return shelf, suggester, popularity


def set_aside() -> None:
    """Keep the collector of cycles from walking through the whole index again and again, in the midst of requests."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def preferred(items: Sequence[Item], popularity: Popularity) -> list[Item]:
    """The items with what people open counted in, the likeliest first."""
    counted = [
        msgspec.structs.replace(item, prior=item.prior + bonus) if bonus else item
        for item in items
        for bonus in [popularity.of(item.code)]
    ]
    return sorted(counted, key=lambda item: (-item.prior, item.code))


async def find(
    database: Database,
    *,
    q: str | None,
    level: Level | None,
    province: str | None,
    cursor: str | None,
    limit: int,
    hotline: str,
) -> Found:
    """Procedures for a query, best first; without one, all of them, the most used first.

    For somebody of a province what only other provinces offer comes last.
    """
    shelf = await catalogue.current(database)
    if q is not None and q.strip():
        own = catalogue.provinces.get(province) if province else None
        items, ambiguous = shelf.answer(q, level=level, limit=limit, province=own)
        return Found(items=items, ambiguous=ambiguous, hotline=None if items else ask(hotline))
    after = decode_cursor(cursor, tuple[str])[0] if cursor else None
    items = shelf.browse(level=level, after=after, limit=limit + 1)
    following = encode_cursor(items[limit - 1].code) if len(items) > limit else None
    return Found(items=items[:limit], next=following)


async def suggest(database: Database, *, q: str | None, province: str | None, limit: int) -> Suggestions:
    """How what was typed may go on; with slips in it, what the search finds; with nothing, what most want."""
    shelf = await catalogue.current(database)
    popularity = catalogue.popularity
    if q is None or not q.strip() or catalogue.suggester is None:
        lines = await list_popular(database, province=province, limit=limit)
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


async def list_popular(database: Database, *, province: str | None, limit: int) -> list[ProcedureLine]:
    """What is opened most in a province, filled up with what citizens need most."""
    shelf = await catalogue.current(database)
    opened = [shelf.line_of(code) for code in catalogue.popularity.favourites(province)[:limit]]
    lines = {line.code: line for line in opened if line is not None}
    for line in shelf.browse(level=None, after=None, limit=limit):
        lines.setdefault(line.code, line)
    return list(lines.values())[:limit]


def ask(phone: str) -> Hotline:
    """What to say when nothing fits."""
    text = f"Chưa tìm thấy thủ tục phù hợp. Hãy thử nói ngắn hơn, hoặc gọi {phone} để được hướng dẫn."
    return Hotline(phone=phone, text=text)
