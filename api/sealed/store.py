"""SQL of sealed boxes. Who handles a case never opens its box, whatever else they are."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role
from api.sealed.contracts import Account, HeldOpening, SealedCase, Told

LIST_CASES = """
select
    r.id, r.code, c.name as category_name, u.name as commune_name, s.name as state_name,
    (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on, b.report_id is not null as boxed,
    (
        select coalesce(json_agg(json_build_object(
            'id', o.id, 'reason', o.reason, 'asked_by', a.display_name, 'asked_at', o.asked_at,
            'ends_at', o.ends_at, 'agreed_by', g.display_name, 'agreed_at', o.agreed_at,
            'refused_by', f.display_name, 'refused_at', o.refused_at, 'mine', o.asked_by = $3,
            'looks', (select count(*) from sealed_look l where l.opening_id = o.id)
        ) order by o.asked_at desc), '[]')
        from sealed_opening o
        left join person a on a.id = o.asked_by
        left join person g on g.id = o.agreed_by
        left join person f on f.id = o.refused_by
        where o.report_id = r.id
    ) as openings,
    r.number
from report r
join category c on c.code = r.category_code and c.sealed
join admin_unit u on u.id = r.commune_id
join report_state s on s.code = r.state
left join report_box b on b.report_id = r.id
where r.province_code = any($1::text[]) and not coalesce(r.agency_id = any($2::uuid[]), false) and r.parent_id is null
  and ($4::bigint is null or (r.received_at, r.number) < ((select b.received_at from report b where b.number = $4), $4))
  and ($5::uuid is null or r.id = $5)
order by r.received_at desc, r.number desc
limit $6
"""
INSERT_OPENING = """
insert into sealed_opening (id, report_id, reason, asked_by, asked_at, ends_at)
select $1, r.id, $3, $4, $5, $6
from report r
join category c on c.code = r.category_code and c.sealed
where r.id = $2 and r.province_code = any($7::text[]) and not coalesce(r.agency_id = any($8::uuid[]), false)
on conflict (id) do nothing
returning id
"""
FIND_ASKED = """
select report_id from sealed_opening where id = $1 and report_id = $2 and asked_by = $3
"""
HOLD_OPENING = """
select o.id, o.report_id, o.asked_by, o.ends_at, o.agreed_by, o.agreed_at, o.refused_at, b.box
from sealed_opening o
join report r on r.id = o.report_id
left join report_box b on b.report_id = o.report_id
where o.id = $1 and r.province_code = any($2::text[]) and not coalesce(r.agency_id = any($3::uuid[]), false)
for update of o
"""
SET_AGREED = """
update sealed_opening set agreed_by = $2, agreed_at = $3, ends_at = $4 where id = $1
"""
SET_REFUSED = """
update sealed_opening set refused_by = $2, refused_at = $3 where id = $1
"""
INSERT_LOOK = """
insert into sealed_look (opening_id, staff_id, looked_at) values ($1, $2, $3)
"""
FIND_ACCOUNT = """
select display_name as name, phone from person where id = $1
"""
FIND_TOLD = """
select o.report_id, r.code, o.asked_by, o.agreed_at is not null as agreed
from sealed_opening o
join report r on r.id = o.report_id
where o.id = $1
"""


def reach_of(me: Principal) -> tuple[list[str], list[UUID]]:
    """The provinces of an officer, and the agencies they handle cases for: those cases are not theirs to open."""
    return list(me.province_codes) if me.has(Role.OFFICER) else [], list(me.agency_ids)


async def list_cases(
    db: Connection, me: Principal, *, before: int | None, limit: int, report_id: UUID | None = None
) -> list[SealedCase]:
    """Sealed cases of an officer's provinces with every request to open them, newest first."""
    args = (*reach_of(me), me.person_id, before, report_id, limit)
    return await fetch_all(db, LIST_CASES, *args, into=SealedCase)


async def insert_opening(
    tx: Connection,
    opening_id: UUID,
    report_id: UUID,
    *,
    reason: str,
    me: Principal,
    at: datetime,
    ends_at: datetime,
) -> bool:
    """A new request; False when there was one of this id, or the case is not theirs to open."""
    found = await tx.fetchval(
        INSERT_OPENING, opening_id, report_id, reason, me.person_id, at, ends_at, *reach_of(me)
    )
    return found is not None


async def was_asked(db: Connection, opening_id: UUID, report_id: UUID, *, me: Principal) -> bool:
    """Whether this very person asked this very thing before."""
    return await db.fetchval(FIND_ASKED, opening_id, report_id, me.person_id) is not None


async def hold_opening(tx: Connection, opening_id: UUID, *, me: Principal) -> HeldOpening | None:
    """A request, held until the transaction ends."""
    return await fetch_one(tx, HOLD_OPENING, opening_id, *reach_of(me), into=HeldOpening)


async def set_agreed(tx: Connection, opening_id: UUID, *, by: UUID, at: datetime, ends_at: datetime) -> None:
    """The second person said yes."""
    await tx.execute(SET_AGREED, opening_id, by, at, ends_at)


async def set_refused(tx: Connection, opening_id: UUID, *, by: UUID, at: datetime) -> None:
    """Somebody said no."""
    await tx.execute(SET_REFUSED, opening_id, by, at)


async def insert_look(tx: Connection, opening_id: UUID, *, by: UUID, at: datetime) -> None:
    """Somebody reads what was in the box."""
    await tx.execute(INSERT_LOOK, opening_id, by, at)


async def find_account(db: Connection, person_id: UUID) -> Account | None:
    """The name and number of the account in a box."""
    return await fetch_one(db, FIND_ACCOUNT, person_id, into=Account)


async def find_told(db: Connection, opening_id: UUID) -> Told | None:
    """What officers hear of a request."""
    return await fetch_one(db, FIND_TOLD, opening_id, into=Told)
