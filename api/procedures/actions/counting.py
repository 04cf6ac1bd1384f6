"""Counting what was searched and what was opened, so that words people use can be learned."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import NotAllowed, Problem
from api.kit.principal import Principal, Role
from api.procedures.contracts.searches import Search, Searches, SearchKind
from api.procedures.rules.counting import CUT_OFF, REST, Ears, counted
from api.procedures.store import searches as store

KEPT_DAYS = 400
EVERYWHERE = ""
"""The province of somebody who said none."""
ears = Ears()


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """A search as it may be counted."""

    day: date
    province: str
    query: str
    asked: bool
    """False when this address was counted for it before: only what it opened is new."""
    empty: bool
    chosen: str | None


def heard(search: Search, address: str) -> Asking | None:
    """What of a search is counted; None when nothing is, or this asking is known today."""
    query = counted(search.q)
    province = search.province or EVERYWHERE
    day = today()
    if not query:
        return None
    asked = ears.heard_first(day, address, province, query)
    opened = search.chosen is not None and ears.heard_first(day, address, province, query, search.chosen)
    if not asked and not opened:
        return None
    return Asking(
        day=day,
        province=province,
        query=ears.kept(province, query),
        asked=asked,
        empty=asked and search.found == 0,
        chosen=search.chosen if opened else None,
    )


async def count_all(tx: Connection, askings: Sequence[Asking]) -> list[Problem | None]:
    """Write many askings with three statements; an asking that also opened something is one asking."""
    kept = [asking for asking in askings if asking.query != REST]
    rest = [asking for asking in askings if asking.query == REST]
    if kept:
        asked = Counter({(one.day, one.province, one.query): 0 for one in kept})
        asked.update((one.day, one.province, one.query) for one in kept if one.asked)
        empty = Counter((one.day, one.province, one.query) for one in kept if one.empty)
        chosen = Counter((one.day, one.province, one.query, one.chosen) for one in kept if one.chosen)
        await store.add_searches(
            tx,
            [(*key, count, empty[key]) for key, count in asked.items()],
            [(day, province, query, str(code), n) for (day, province, query, code), n in chosen.items()],
        )
    if rest:
        total = Counter((one.day, one.province) for one in rest if one.asked)
        none = Counter((one.day, one.province) for one in rest if one.empty)
        await store.add_rest(tx, [(*key, count, none[key]) for key, count in total.items()])
    return [None] * len(askings)


async def list_searches(
    db: Connection, me: Principal, *, province: str, days: int, kind: SearchKind, limit: int
) -> Searches:
    """What people of an officer's province asked for; small counts stay hidden."""
    if province not in me.province_codes and not me.has(Role.ADMIN):
        raise NotAllowed(detail="Bạn chỉ xem được số liệu của tỉnh, thành phố mình phụ trách")
    # Whole days only: a count that grows while it is looked at tells who has just asked.
    before = today()
    after = before - timedelta(days=days + 1)
    found = await store.list_searches(
        db,
        province,
        after=after,
        before=before,
        empty_only=kind is SearchKind.EMPTY,
        limit=limit,
        cut_off=CUT_OFF,
    )
    hidden = await store.find_hidden(db, province, after=after, before=before, cut_off=CUT_OFF)
    return Searches(as_of=now(), days=days, cut_off=CUT_OFF, items=found, hidden=hidden)


async def forget(tx: Connection) -> None:
    """What every night does: small counts of past days lose their words, old ones go."""
    day = today()
    await store.forget_small(tx, before=day, cut_off=CUT_OFF)
    await store.forget_old(tx, before=day - timedelta(days=KEPT_DAYS))
