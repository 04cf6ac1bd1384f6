"""Bringing home what a phone recorded: nothing twice, nothing lost, each event by itself."""

from api.kit.db import Connection
from outreach.measurement.actions import recount
from tests.given.outreach import given_walker, seen, statuses


async def test_a_first_evening(tx: Connection) -> None:
    phone = (await given_walker(tx)).phone()
    home = phone.household(adults_total=3)
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S07="alone_observed", assistance="unaided"))
    answer = await phone.send(tx)
    assert statuses(answer) == ["accepted"] * 3
    assert answer.receipt.seq == 3
    assert await tx.fetchval("select know_and_can from coverage_total") == 1
    assert (await recount(tx)).equal
