"""SQL of the subjects, their words, and which agency answers for them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from api.categories.contracts import (
    Category,
    CategoryList,
    LoggedChange,
    NewRoute,
    Preview,
    Reason,
    Route,
    Word,
)
from api.kit.clock import today
from api.kit.db import Connection, fetch_all, fetch_one

LIST_CATEGORIES = """
select
    code, parent_code, name, hint, icon, urgent, public, anonymous_allowed, public_decimals,
    acknowledge_within, acknowledge_unit, finish_within, finish_unit, duplicate_radius_m,
    duplicate_hours, evidence_required, sealed, handed_to
from category
where retired_on is null or retired_on > $1
order by position
"""
LIST_STATES = """
select code, name from report_state order by position
"""
LIST_REFUSAL_REASONS = """
select code, name, channel from report_refusal_reason order by position
"""
LIST_COMMON = """
select f.category_code as code from figure_cell f
where f.month >= date_trunc('month', $1::date)::date - interval '2 months'
group by 1 order by sum(f.received) desc, 1 limit 8
"""
INSERT_ROUTE = """
insert into category_route (province_code, category_code, commune_id, agency_id, note, reviewed_at)
values ($1, $2, (select id from admin_unit where code = $3 and valid_to is null), $4, $5, now())
on conflict do nothing
"""


async def list_categories(db: Connection) -> CategoryList:
    """The tree in its order, with the words of states and refusals."""
    return CategoryList(
        items=await fetch_all(db, LIST_CATEGORIES, today(), into=Category),
        states=await fetch_all(db, LIST_STATES, into=Word),
        refusal_reasons=await fetch_all(db, LIST_REFUSAL_REASONS, into=Reason),
        common=[row["code"] for row in await db.fetch(LIST_COMMON, today())],
    )


LIST_KNOWN = """
select c.code, to_jsonb(c) as row from category c
"""
INSERT_CHANGE = """
insert into category_change (category_code, effective_on, given, note, changed_by, changed_at)
values ($1, $2, $3, $4, $5, $6) returning id
"""
HOLD_DUE = """
select id from category_change where applied_at is null and effective_on <= $1
order by effective_on, id for update
"""
APPLY_CHANGE = """
with due as (
    select d.id, d.category_code, d.given, to_jsonb(c) as before
    from category_change d left join category c on c.code = d.category_code
    where d.id = $1
), put as (
    insert into category (
        code,
        name, hint, icon, parent_code, position, urgent, public, sealed, handed_to, anonymous_allowed,
        public_decimals, acknowledge_within, acknowledge_unit, finish_within, finish_unit, duplicate_radius_m,
        duplicate_hours, evidence_required, retired_on
    )
    select
        due.category_code,
        n.name, n.hint, n.icon, n.parent_code, n.position, n.urgent, n.public, n.sealed, n.handed_to,
        n.anonymous_allowed, n.public_decimals, n.acknowledge_within, n.acknowledge_unit, n.finish_within,
        n.finish_unit, n.duplicate_radius_m, n.duplicate_hours, n.evidence_required, n.retired_on
    from due
    cross join lateral jsonb_populate_record(null::category, $2::jsonb || coalesce(due.before, '{}') || due.given) n
    on conflict (code) do update set
        name = excluded.name, hint = excluded.hint, icon = excluded.icon, parent_code = excluded.parent_code,
        position = excluded.position, urgent = excluded.urgent, public = excluded.public, sealed =
        excluded.sealed, handed_to = excluded.handed_to, anonymous_allowed = excluded.anonymous_allowed,
        public_decimals = excluded.public_decimals, acknowledge_within = excluded.acknowledge_within,
        acknowledge_unit = excluded.acknowledge_unit, finish_within = excluded.finish_within, finish_unit =
        excluded.finish_unit, duplicate_radius_m = excluded.duplicate_radius_m, duplicate_hours =
        excluded.duplicate_hours, evidence_required = excluded.evidence_required, retired_on =
        excluded.retired_on
)
update category_change d set applied_at = $3, before = due.before from due where d.id = due.id
"""
LIST_CHANGES = """
select id, category_code, effective_on, given, before, note, changed_at, applied_at
from category_change order by id desc limit 100
"""
PUT_LOCAL_CODES = """
insert into category_local (province_code, category_code, local_code)
select $1, * from unnest($2::text[], $3::text[])
on conflict (province_code, category_code) do update set local_code = excluded.local_code
"""
LIST_ROUTES = """
select
    r.id, r.province_code, r.category_code, c.name as category_name, u.code as commune_code,
    u.full_name as commune_name, r.agency_id, a.name as agency_name, r.valid_from, r.valid_to, r.note,
    r.reviewed_at is not null as reviewed, coalesce(r.proposed_by = $2, false) as mine
from category_route r
join agency a on a.id = r.agency_id
left join category c on c.code = r.category_code
left join admin_unit u on u.id = r.commune_id
where r.province_code = $1 and (r.valid_to is null or r.valid_to >= $3)
order by r.reviewed_at is not null, c.position nulls first, u.code nulls first, r.valid_from
"""
PROPOSE_ROUTE = """
insert into category_route (
    province_code, category_code, commune_id, agency_id, valid_from, valid_to, note, proposed_by, proposed_at
)
select $1, $2, u.id, a.id, $5, $6, $7, $8, $9
from agency a
left join admin_unit u on u.code = $3 and u.province_code = $1
    and u.valid_from <= $5 and (u.valid_to is null or u.valid_to >= $5)
where a.id = $4 and ($3::text is null or u.id is not null)
  and ($2::text is null or exists (select from category c where c.code = $2))
on conflict do nothing
returning id
"""
FIND_PROPOSAL = """
select province_code, coalesce(proposed_by = $2, false) as mine from category_route
where id = $1 and reviewed_at is null for update
"""
REVIEW_ROUTE = """
update category_route set reviewed_by = $2, reviewed_at = $3 where id = $1
"""
DROP_PROPOSAL = """
delete from category_route where id = $1 and reviewed_at is null
"""
PREVIEW = """
select
    u.code as commune_code, u.full_name as commune_name, a.name as agency_name, r.id as route_id,
    r.category_code as by_category, r.commune_id is not null as by_commune,
    (
        select b.name from category_route p join agency b on b.id = p.agency_id
        where p.province_code = u.province_code and p.reviewed_at is null
          and (p.category_code is null or p.category_code = $1)
          and (p.commune_id is null or p.commune_id = u.id)
          and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)
        order by p.category_code is null, p.commune_id is null, p.valid_from desc
        limit 1
    ) as proposed_agency_name
from admin_unit u
left join category_route r on r.id = category_route_on(u.province_code, $1, u.id, $3)
left join agency a on a.id = r.agency_id
where u.id = commune_in_force($2, $4, $5, $3)
"""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A subject as its row is."""

    code: str
    row: dict[str, Any]


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A route that waits for a second person."""

    province_code: str
    mine: bool


async def list_known(db: Connection) -> dict[str, dict[str, Any]]:
    """Every subject's row, by its code."""
    return {one.code: one.row for one in await fetch_all(db, LIST_KNOWN, into=Known)}


async def insert_change(
    tx: Connection,
    code: str,
    said: Mapping[str, Any],
    *,
    effective_on: date,
    note: str,
    by: UUID,
    at: datetime,
) -> int:
    """Log a change of a subject."""
    change: int = await tx.fetchval(INSERT_CHANGE, code, effective_on, dict(said), note, by, at)
    return change


async def apply_due(tx: Connection, fresh: Mapping[str, Any], *, on: date, at: datetime) -> int:
    """Make the changes whose day has come, in their order; how many."""
    due = await tx.fetch(HOLD_DUE, on)
    for row in due:
        await tx.execute(APPLY_CHANGE, row["id"], dict(fresh), at)
    return len(due)


async def list_changes(db: Connection) -> list[LoggedChange]:
    """The newest changes."""
    return await fetch_all(db, LIST_CHANGES, into=LoggedChange)


async def put_local_codes(tx: Connection, province: str, codes: Mapping[str, str]) -> None:
    """What a province calls subjects."""
    await tx.execute(PUT_LOCAL_CODES, province, list(codes), list(codes.values()))


async def list_routes(db: Connection, province: str, *, person_id: UUID, on: date) -> list[Route]:
    """The routes of a province that are not over, proposals first."""
    return await fetch_all(db, LIST_ROUTES, province, person_id, on, into=Route)


async def propose_route(tx: Connection, new: NewRoute, *, by: UUID, at: datetime) -> int | None:
    """Keep a proposal; None when it names nothing, or the same row is there."""
    route: int | None = await tx.fetchval(
        PROPOSE_ROUTE, new.province_code, new.category_code, new.commune_code, new.agency_id, new.valid_from,
        new.valid_to, new.note, by, at,
    )  # fmt: skip
    return route


async def find_proposal(tx: Connection, route_id: int, *, person_id: UUID) -> Proposal | None:
    """A proposal, held."""
    return await fetch_one(tx, FIND_PROPOSAL, route_id, person_id, into=Proposal)


async def review_route(tx: Connection, route_id: int, *, by: UUID, at: datetime) -> None:
    """A second person says yes."""
    await tx.execute(REVIEW_ROUTE, route_id, by, at)


async def drop_proposal(tx: Connection, route_id: int) -> None:
    """A proposal is taken back or refused."""
    await tx.execute(DROP_PROPOSAL, route_id)


async def preview(
    db: Connection, category: str, commune: str, *, on: date, lat: float | None, lon: float | None
) -> Preview | None:
    """Where a subject in a commune, by any code it ever had, would go on a day."""
    return await fetch_one(db, PREVIEW, category, commune, on, lat, lon, into=Preview)


async def insert_route(
    tx: Connection,
    province: str,
    agency_id: UUID,
    *,
    category: str | None,
    commune: str | None,
    note: str,
) -> None:
    """Let an agency answer for a subject, in one commune or everywhere in the province."""
    await tx.execute(INSERT_ROUTE, province, category, commune, agency_id, note)
