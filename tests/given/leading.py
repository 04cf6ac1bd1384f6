"""Who looks after teams: a leader, an officer."""

from uuid import UUID

from api.kit.db import Connection
from api.kit.ids import uuid7
from tests.given.outreach import Walker, given_walker

INSERT_OFFICER = """
insert into role_grant (id, person_id, role, province_code, valid_from, granted_at)
values ($1, $2, 'officer', $3, '2025-07-01', now())
"""


async def given_leader(tx: Connection, walker: Walker) -> UUID:
    """Somebody who leads that team."""
    leader = await given_walker(tx, team_of=walker)
    await tx.execute("update role_grant set role = 'team_leader' where person_id = $1", leader.person_id)
    return leader.person_id


async def given_officer(tx: Connection, province: str = "46") -> UUID:
    """An officer of a province."""
    person = uuid7()
    await tx.execute("insert into person (id, display_name, demo) values ($1, 'Cán bộ thử', true)", person)
    await tx.execute(INSERT_OFFICER, uuid7(), person, province)
    return person
