"""Visits point at rows that stay: what no foreign key checks any more cannot come loose (decision 0041)."""

import asyncpg
import pytest

from api.kit.db import Connection
from tests.given.outreach import given_walker, seen

LOOSE = """
select count(*) from visit v
left join visit_event e on e.event_id = v.event_id and e.subject_id = v.id
    and e.team_id = v.team_id and e.actor = v.volunteer_id
left join household d on d.id = v.household_id
left join admin_unit u on u.id = v.commune_id
left join visit_adult va on va.visit_id = v.id
left join adult a on a.id = va.adult_id and a.household_id = v.household_id
where e.event_id is null or d.id is null or u.id is null or a.id is null
"""
SHAKE = [
    "delete from household",
    "delete from adult",
    "delete from visit",
    "delete from visit_event",
    "update household set id = gen_random_uuid()",
    "update adult set id = gen_random_uuid()",
    "update visit set id = gen_random_uuid()",
    "update visit_event set actor = gen_random_uuid()",
    "truncate household cascade",
    "truncate adult cascade",
    "truncate visit",
    "truncate visit_event cascade",
    "delete from team",
    "delete from person where exists (select from visit where volunteer_id = person.id)",
    "delete from admin_unit where exists (select from visit where commune_id = admin_unit.id)",
]


async def test_what_visits_point_at_is_there_and_stays(tx: Connection) -> None:
    phone = (await given_walker(tx)).phone()
    home = phone.household()
    phone.visit(home, seen(phone.adult(home), S07="alone_observed"))
    await phone.send(tx)
    assert await tx.fetchval("select count(*) from visit") == 1
    assert await tx.fetchval(LOOSE) == 0
    for statement in SHAKE:
        savepoint = tx.transaction()
        await savepoint.start()
        with pytest.raises(asyncpg.PostgresError, match=r"neither deleted|append-only|foreign key"):
            await tx.execute(statement)
        await savepoint.rollback()
    assert await tx.fetchval("select count(*) from visit_adult") == 1
