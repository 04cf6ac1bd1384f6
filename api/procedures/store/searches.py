"""SQL of counted searches."""

from collections.abc import Sequence
from datetime import date

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.procedures.contracts.searches import Counted

ADD_SEARCHES = """
insert into procedure_search as s (day, province_code, query, asked, empty)
select * from unnest($1::date[], $2::text[], $3::text[], $4::int[], $5::int[])
on conflict (day, province_code, query) do update
set asked = s.asked + excluded.asked, empty = s.empty + excluded.empty
"""
ADD_CHOICES = """
insert into procedure_choice as c (day, province_code, query, procedure_code, chosen)
select u.day, u.province_code, u.query, u.code, u.chosen
from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::int[]) as u(day, province_code, query, code, chosen)
join procedure p on p.code = u.code
on conflict (day, province_code, query, procedure_code) do update set chosen = c.chosen + excluded.chosen
"""
ADD_REST = """
insert into procedure_search_rest as r (day, province_code, asked, empty)
select * from unnest($1::date[], $2::text[], $3::int[], $4::int[])
on conflict (day, province_code) do update set asked = r.asked + excluded.asked, empty = r.empty + excluded.empty
"""
LIST_SEARCHES = """
select s.query, sum(s.asked)::int as asked, sum(s.told)::int as empty,
    coalesce((
        select json_agg(json_build_object(
            'code', t.procedure_code, 'title', coalesce(p.plain_title, p.name), 'count', t.chosen
        ) order by t.chosen desc, t.procedure_code)
        from (
            select c.procedure_code, sum(c.chosen) as chosen
            from procedure_choice c
            where c.query = s.query and c.province_code = $1 and c.day > $2 and c.day < $3 and c.chosen >= $6
            group by c.procedure_code
        ) t
        join procedure p on p.code = t.procedure_code
    ), '[]') as chosen
from (
    -- How many asked in vain is told only when neither they nor the others are few.
    select query, asked,
        case when empty >= $6 and (asked - empty = 0 or asked - empty >= $6) then empty else 0 end as told
    from procedure_search
    where province_code = $1 and day > $2 and day < $3 and asked >= $6
) s
group by s.query
having not $4 or sum(s.told) > 0
order by case when $4 then sum(s.told) else sum(s.asked) end desc, s.query
limit $5
"""
FIND_HIDDEN = """
select
    coalesce((
        select sum(r.asked) from procedure_search_rest r where r.province_code = $1 and r.day > $2 and r.day < $3
    ), 0)::int + coalesce((
        select sum(s.asked) from procedure_search s
        where s.province_code = $1 and s.day > $2 and s.day < $3 and s.asked < $4
    ), 0)::int as askings
"""
LIST_USE = """
select c.province_code, c.procedure_code as code, sum(c.chosen)::int as chosen
from procedure_choice c
where c.day > $1 and c.chosen >= $2
group by c.province_code, c.procedure_code
order by c.province_code, c.procedure_code
"""
CUT_SMALL = """
with small as (
    delete from procedure_search where day < $1 and asked < $2 returning day, province_code, asked, empty
)
insert into procedure_search_rest as r (day, province_code, asked, empty)
select day, province_code, sum(asked), sum(empty) from small group by day, province_code
on conflict (day, province_code) do update set asked = r.asked + excluded.asked, empty = r.empty + excluded.empty
"""
CUT_CHOICES = "delete from procedure_choice where day < $1 and chosen < $2"
FORGET = "delete from procedure_search where day < $1"
FORGET_REST = "delete from procedure_search_rest where day < $1"


class Hidden(msgspec.Struct, frozen=True):
    """Askings that are not shown."""

    askings: int


class UseRow(msgspec.Struct, frozen=True):
    """How often a procedure was opened in a province."""

    province_code: str
    code: str
    chosen: int


async def add_searches(
    tx: Connection,
    rows: Sequence[tuple[date, str, str, int, int]],
    choices: Sequence[tuple[date, str, str, str, int]],
) -> None:
    """Add askings (day, province, query, asked, empty) and choices (…, code, chosen); in one order, against deadlock."""
    await tx.execute(ADD_SEARCHES, *columns(rows, 5))
    if choices:
        await tx.execute(ADD_CHOICES, *columns(choices, 5))


async def add_rest(tx: Connection, rows: Sequence[tuple[date, str, int, int]]) -> None:
    """Add askings whose words are not kept."""
    await tx.execute(ADD_REST, *columns(rows, 4))


def columns(rows: Sequence[tuple[object, ...]], width: int) -> list[list[object]]:
    """Sorted rows as the arrays `unnest` wants."""
    ordered = sorted(rows, key=lambda row: tuple(str(part) for part in row))
    return [[row[at] for row in ordered] for at in range(width)]


async def list_searches(
    db: Connection,
    province: str,
    *,
    after: date,
    before: date,
    empty_only: bool,
    limit: int,
    cut_off: int,
) -> list[Counted]:
    """Queries of the days between, the most asked (or most often empty) first; only days that reach the cut-off."""
    return await fetch_all(
        db, LIST_SEARCHES, province, after, before, empty_only, limit, cut_off, into=Counted
    )


async def find_hidden(db: Connection, province: str, *, after: date, before: date, cut_off: int) -> int:
    """How many askings are not shown."""
    found = await fetch_one(db, FIND_HIDDEN, province, after, before, cut_off, into=Hidden)
    return found.askings if found else 0


async def list_use(db: Connection, *, after: date, cut_off: int) -> list[UseRow]:
    """How often each procedure was opened, by province; days under the cut-off do not count."""
    return await fetch_all(db, LIST_USE, after, cut_off, into=UseRow)


async def forget_small(tx: Connection, *, before: date, cut_off: int) -> None:
    """Turn small counts of past days into a total without words."""
    await tx.execute(CUT_SMALL, before, cut_off)
    await tx.execute(CUT_CHOICES, before, cut_off)


async def forget_old(tx: Connection, *, before: date) -> None:
    """Drop what is older than anybody needs."""
    await tx.execute(FORGET, before)
    await tx.execute(FORGET_REST, before)
