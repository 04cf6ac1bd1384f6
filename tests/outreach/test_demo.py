"""The demo province has walks worth looking at, the same every time, loaded in a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from api.grants.demo import load_demo as load_grants
from api.identity.demo import load_demo as load_people
from api.kit.db import Connection
from api.kit.demo import TEAM_CODE, demo_person, demo_team
from api.kit.principal import Principal, Role
from outreach.demo import load_demo
from outreach.measurement.actions import cover, recount
from outreach.planning.actions import tonight
from outreach.registry.actions import pull
from outreach.teams.actions.training import figure

LIST_REFUSED = "select reason_code, count(*) from visit_quarantine group by 1"
COUNT_ALL = """
select (select count(*) from household) as households, (select count(*) from adult) as adults,
    (select count(*) from visit) as visits, (select count(*) from team where demo) as teams
"""


@contextmanager
def statements_of(tx: Connection) -> Iterator[list[Any]]:
    """The statements this connection runs."""
    found: list[Any] = []
    connection: Any = getattr(tx, "_con", tx)
    connection.add_query_logger(found.append)
    yield found
    connection.remove_query_logger(found.append)


async def test_the_demo_loads_once_and_adds_up(tx: Connection) -> None:
    await load_people(tx)
    await load_grants(tx)
    with statements_of(tx) as statements:
        await load_demo(tx)
    assert len(statements) < 1_000, "whole batches at a time: never a row in a loop"
    first = dict(await tx.fetchrow(COUNT_ALL) or {})
    assert await tx.fetch(LIST_REFUSED) == []
    assert first["teams"] == 40
    assert 1_400 < first["households"] <= 1_500
    assert 3_500 < first["adults"] < 5_000
    assert 1_200 < first["visits"] < 2_500
    await load_demo(tx)
    assert dict(await tx.fetchrow(COUNT_ALL) or {}) == first
    assert (await recount(tx)).equal

    officer = Principal(
        person_id=demo_person(Role.OFFICER),
        session_id=demo_person(Role.OFFICER),
        roles=frozenset({Role.OFFICER}),
        province_codes=("46",),
    )
    report = await cover(tx, province="46", seen_by=officer)
    assert {line.verdict for line in report.communes} == {"met", "not_met", "not_enough_data"}

    trained = await figure(tx, officer, "46")
    assert 0 < trained.trained < trained.members
    team = demo_team(TEAM_CODE)
    me = Principal(
        person_id=demo_person(Role.VOLUNTEER), session_id=demo_person(Role.VOLUNTEER), team_ids=(team,)
    )
    area = await pull(tx, me=me, cursor=None, team_id=None)
    assert len(area.households) > 30
    assert len((await tonight(tx, me=me, team_id=None, limit=40)).items) > 10
