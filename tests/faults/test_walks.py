"""A small world of phones against the actions themselves; the large one, killed for real: tests.faults.walks_run."""

from api.kit.db import Pool
from tests.faults.walk_doors import Direct
from tests.faults.walks_run import simulate


async def test_every_event_once_every_count_a_recount_every_phone_as_the_server(database: Pool) -> None:
    found = await simulate(database, Direct(database), seed=3, phones=12, days=7)
    assert found["wrong"] == {}
    assert found["events"] > 100
    assert found["kills"] >= 1
