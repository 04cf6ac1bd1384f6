"""SQL of the subjects, their words, and which agency answers for them."""

from uuid import UUID

from api.categories.contracts import Category, CategoryList, Reason, Word
from api.kit.clock import today
from api.kit.db import Connection, fetch_all

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
    )


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
