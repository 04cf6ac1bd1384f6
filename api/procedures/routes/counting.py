"""Counting searches, and what officers learn from it."""

from collections.abc import Callable, Sequence
from typing import Annotated, TypeAlias

import msgspec
from litestar import Request, get, post
from litestar.datastructures import CacheControlHeader, State
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, QueryParameter

from api.kit.batching import Batcher
from api.kit.db import Connection, Database
from api.kit.errors import Invalid, NotAllowed, Problem
from api.kit.principal import Principal, Role
from api.procedures.actions import counting
from api.procedures.actions.counting import Asking
from api.procedures.contracts.searches import Search, Searches, SearchKind
from api.web.auth import needs, public
from api.web.database import client_address
from api.web.limits import limited
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
Tally: TypeAlias = Batcher[Asking, None]
"""Askings that come together are written together: a count must cost less than the search."""
Province = Annotated[str, QueryParameter(pattern="^[0-9]{2}$", description="Mã tỉnh, thành phố")]
Days = Annotated[int, QueryParameter(ge=1, le=366)]
Most = Annotated[int, QueryParameter(ge=1, le=200)]
Kind = Annotated[SearchKind, QueryParameter(description="Chỉ những câu không ra gì, hay tất cả")]


def open_tally(database: Callable[[], Database]) -> Tally:
    """The tally of this process."""

    async def write_all(askings: Sequence[Asking]) -> Sequence[Problem | None]:
        async with database().write() as tx:
            return await counting.count_all(tx, askings)

    return Batcher(write_all)


class Listener(msgspec.Struct, frozen=True):
    """The tally as one caller meets it; the address only tells repeated askings apart, in memory."""

    tally: Tally
    address: str

    async def hear(self, search: Search) -> None:
        """Count it, once a day."""
        asking = counting.heard(search, self.address)
        if asking is not None:
            await self.tally.put(asking)


def provide_listener(request: Request[object, object, State]) -> Listener:
    """One dependency for a count, not two."""
    return Listener(request.app.state.tally, client_address(request))


@post(
    "/v1/procedures/searches",
    operation_id="count_search",
    guards=[public, limited(120)],
    dependencies={"listener": Provide(provide_listener, sync_to_thread=False)},
    status_code=204,
    responses=problems(Invalid),
)
async def count_search(data: JSONBody[Search], listener: NamedDependency[Listener]) -> None:
    """Say that a search is over: its words and what was opened are counted, nobody is remembered."""
    await listener.hear(data)


@get(
    "/v1/officer/searches",
    operation_id="list_searches",
    guards=[needs(Role.OFFICER, Role.ADMIN)],
    cache_control=NEVER,
    responses=problems(Invalid, NotAllowed),
)
async def list_searches(
    *,
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    province: Province,
    days: Days = 28,
    kind: Kind = SearchKind.EMPTY,
    limit: Most = 50,
) -> Searches:
    """What people asked for, above all in vain; counts under five are kept back."""
    return await counting.list_searches(db, me, province=province, days=days, kind=kind, limit=limit)


HANDLERS = [count_search, list_searches]
