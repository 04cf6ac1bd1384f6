"""SQL of ready answers and of the ladder."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all
from api.kit.principal import Principal, Role
from api.reports.contracts.wording import KeptTemplate, LadderRung, NewTemplate
from api.reports.store.cases import agencies_of, provinces_of

LIST_TEMPLATES = """
select * from (
    select t.id, t.action, t.title, t.body, t.agency_id, a.name as agency_name, t.category_code,
        c.name as category_name, t.changed_at,
        coalesce($1 or t.agency_id = any($2::uuid[]) or a.province_code = any($3::text[]), false) as mine
    from report_template t
    left join agency a on a.id = t.agency_id
    left join category c on c.code = t.category_code
) shown
where agency_id is null or mine
order by agency_id is null, agency_name, action, id
"""
ALLOWS = """
select ($1 or exists (
        select from agency a where a.id = $4 and (a.id = any($2::uuid[]) or a.province_code = any($3::text[]))
    )) as allowed,
    ($4::uuid is null or exists (select from agency a where a.id = $4)) as agency,
    ($5::text is null or exists (select from category c where c.code = $5)) as category
"""
INSERT_TEMPLATE = """
insert into report_template (action, agency_id, category_code, title, body, changed_by, changed_at)
values ($1, $2, $3, $4, $5, $6, $7)
"""
FIND_AGENCY_OF = """
select agency_id from report_template where id = $1 for update
"""
UPDATE_TEMPLATE = """
update report_template set action = $2, agency_id = $3, category_code = $4, title = $5, body = $6,
    changed_by = $7, changed_at = $8
where id = $1
"""
DELETE_TEMPLATE = """
delete from report_template where id = $1
"""
LIST_LADDER = """
select at_percent, tell, name from report_ladder order by level
"""
HOLD_REACHED_LEVEL = """
select coalesce((select max(g.level) from report_rung g), 0) from report_ladder l
where l.level = 1 for update
"""
PUT_LADDER = """
insert into report_ladder (level, at_percent, tell, name, changed_by, changed_at)
select * from jsonb_to_recordset($1::jsonb)
    as given(level smallint, at_percent smallint, tell text[], name text), (select $2::uuid, $3::timestamptz) who
on conflict (level) do update set at_percent = excluded.at_percent, tell = excluded.tell, name = excluded.name,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at
"""
CUT_LADDER = """
delete from report_ladder where level > $1
"""
FORGET_PLANS = """
update report set ladder_at = null where open and ladder_at is not null
"""


def scope_of(me: Principal) -> tuple[bool, list[UUID], list[str]]:
    """Whether this person may change all ready answers, else those of which agencies and provinces."""
    return me.has(Role.ADMIN), agencies_of(me), provinces_of(me)


async def list_templates(db: Connection, me: Principal) -> list[KeptTemplate]:
    """Ready answers of this person's agencies, and of all."""
    return await fetch_all(db, LIST_TEMPLATES, *scope_of(me), into=KeptTemplate)


async def allows(
    db: Connection, me: Principal, agency_id: UUID | None, category_code: str | None
) -> tuple[bool, bool, bool]:
    """Whether this person may write for that agency, and whether there are this agency and this subject."""
    [row] = await db.fetch(ALLOWS, *scope_of(me), agency_id, category_code)
    return row["allowed"], row["agency"], row["category"]


async def insert_template(tx: Connection, new: NewTemplate, *, by: UUID, at: datetime) -> None:
    """Add a ready answer."""
    await tx.execute(
        INSERT_TEMPLATE, new.action, new.agency_id, new.category_code, new.title, new.body, by, at
    )


async def hold_template(tx: Connection, template_id: int) -> tuple[bool, UUID | None]:
    """Whether there is such a ready answer, and of which agency."""
    row = await tx.fetchrow(FIND_AGENCY_OF, template_id)
    return row is not None, row["agency_id"] if row else None


async def update_template(
    tx: Connection, template_id: int, new: NewTemplate, *, by: UUID, at: datetime
) -> None:
    """Change a ready answer."""
    await tx.execute(
        UPDATE_TEMPLATE, template_id, new.action, new.agency_id, new.category_code, new.title, new.body, by, at
    )  # fmt: skip


async def delete_template(tx: Connection, template_id: int) -> None:
    """Take a ready answer away."""
    await tx.execute(DELETE_TEMPLATE, template_id)


async def list_ladder(db: Connection) -> list[LadderRung]:
    """The rungs, lowest first."""
    return await fetch_all(db, LIST_LADDER, into=LadderRung)


async def hold_reached(tx: Connection) -> int:
    """The highest rung a case ever stood on; whoever else changes the ladder waits."""
    level: int | None = await tx.fetchval(HOLD_REACHED_LEVEL)
    return level or 0


async def put_ladder(tx: Connection, rungs: Sequence[LadderRung], *, by: UUID, at: datetime) -> None:
    """Put these rungs in the place of the old ones; when each open case reaches its next is counted anew."""
    given = [
        {"level": level, "at_percent": rung.at_percent, "tell": list(rung.tell), "name": rung.name}
        for level, rung in enumerate(rungs, 1)
    ]
    await tx.execute(PUT_LADDER, given, by, at)
    await tx.execute(CUT_LADDER, len(rungs))
    await tx.execute(FORGET_PLANS)
