"""Changing subjects by date, and routes by two people."""

from datetime import date
from typing import Any

from api.categories import rules, store
from api.categories.contracts import (
    CategoryChange,
    CategoryImport,
    ChangeLog,
    NewRoute,
    Preview,
    RouteList,
)
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.principal import Principal


async def change(tx: Connection, code: str, wanted: CategoryChange, me: Principal) -> ChangeLog:
    """Change a subject, or make one, from a day on."""
    return await change_all(tx, {code: wanted}, me)


async def change_all(tx: Connection, wanted: dict[str, CategoryChange], me: Principal) -> ChangeLog:
    """Change several, all or none; what counts from today is done at once, the rest on its day."""
    known = await store.list_known(tx)
    codes = frozenset(known) | frozenset(wanted)
    at = now()
    for code, one in wanted.items():
        said: dict[str, Any] = rules.given(one)
        rules.check_dates(one.effective_on, today())
        rules.check(code, known.get(code), said, codes)
        await store.insert_change(
            tx, code, said, effective_on=one.effective_on, note=one.note, by=me.person_id, at=at
        )
    await apply_due(tx)
    return ChangeLog(items=await store.list_changes(tx))


async def take_over(tx: Connection, given: CategoryImport, me: Principal) -> ChangeLog:
    """Bring in a province's own list: subjects, and what it calls them."""
    # Groups before what is in them, so that each finds its group.
    ordered = sorted(given.categories.items(), key=lambda pair: pair[0].count("."))
    wanted = {
        code: CategoryChange(effective_on=given.effective_on, note=given.note, fields=fields)
        for code, fields in ordered
    }
    log = await change_all(tx, wanted, me)
    if given.local_codes:
        known = await store.list_known(tx)
        if given.province_code is None:
            raise rules.unusable(field="province_code", message="Cần mã tỉnh, thành phố cho các mã riêng")
        if unknown := sorted(set(given.local_codes) - set(known)):
            raise rules.unusable(field="local_codes", message=f"Không có loại việc {unknown[0]}")
        if len(set(given.local_codes.values())) < len(given.local_codes):
            raise rules.unusable(field="local_codes", message="Một mã riêng chỉ dùng cho một loại việc")
        await store.put_local_codes(tx, given.province_code, given.local_codes)
    return log


async def apply_due(tx: Connection) -> None:
    """Make the changes whose day has come."""
    await store.apply_due(tx, rules.FRESH, on=today(), at=now())


async def log_of(db: Connection) -> ChangeLog:
    """What changed, and what will."""
    return ChangeLog(items=await store.list_changes(db))


async def routes_of(db: Connection, province: str, me: Principal) -> RouteList:
    """The routes of a province."""
    rules.check_province(me, province)
    return RouteList(items=await store.list_routes(db, province, person_id=me.person_id, on=today()))


async def propose(tx: Connection, new: NewRoute, me: Principal) -> RouteList:
    """Propose a route; it sends nothing before another person has read it."""
    rules.check_province(me, new.province_code)
    rules.check_route(new, today())
    if await store.propose_route(tx, new, by=me.person_id, at=now()) is None:
        raise rules.RouteUnusable(
            detail="Không có loại việc, xã, phường hoặc đơn vị này, hoặc đã có tuyến như vậy từ ngày đó"
        )
    return await routes_of(tx, new.province_code, me)


async def review(tx: Connection, route_id: int, me: Principal, *, accept: bool) -> RouteList:
    """Say yes to another's proposal; say no to another's, or take back one's own."""
    proposal = await store.find_proposal(tx, route_id, person_id=me.person_id)
    if proposal is None:
        raise rules.RouteNotFound
    rules.check_province(me, proposal.province_code)
    if accept and proposal.mine:
        raise rules.RouteNeedsAnother
    if accept:
        await store.review_route(tx, route_id, by=me.person_id, at=now())
    else:
        await store.drop_proposal(tx, route_id)
    return await routes_of(tx, proposal.province_code, me)


async def preview(
    db: Connection, category: str, commune: str, *, on: date | None, lat: float | None, lon: float | None
) -> Preview:
    """Where a report would go."""
    found = await store.preview(db, category, commune, on=on or today(), lat=lat, lon=lon)
    if found is None:
        raise NotFound
    return found
