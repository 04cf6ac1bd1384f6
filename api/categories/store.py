"""SQL of the subjects and their words."""

from api.categories.contracts import Category, CategoryList, Word
from api.kit.clock import today
from api.kit.db import Connection, fetch_all

LIST_CATEGORIES = """
select
    code, parent_code, name, hint, icon, urgent, public, anonymous_allowed, public_decimals,
    acknowledge_within, acknowledge_unit, finish_within, finish_unit, duplicate_radius_m,
    duplicate_hours
from category
where retired_on is null or retired_on > $1
order by position
"""
LIST_STATES = """
select code, name from report_state order by position
"""
LIST_REFUSAL_REASONS = """
select code, name from report_refusal_reason order by position
"""


async def list_categories(db: Connection) -> CategoryList:
    """The tree in its order, with the words of states and refusals."""
    return CategoryList(
        items=await fetch_all(db, LIST_CATEGORIES, today(), into=Category),
        states=await fetch_all(db, LIST_STATES, into=Word),
        refusal_reasons=await fetch_all(db, LIST_REFUSAL_REASONS, into=Word),
    )
