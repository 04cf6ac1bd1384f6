"""The demo's desk of sending: one invitation that reached its people and two dead letters, each made once."""

from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.principal import Role
from api.kit.settings import Settings
from api.messages.demo import NOTE, load_demo
from tests.given.identity import demo_people, signed_in
from tests.given.time import frozen

Headers = dict[str, str]
DEAD, CAMPAIGNS = "/v1/admin/messages/dead", "/v1/admin/campaigns"


@pytest.mark.parametrize("hour", [3, 19], ids=["by day", "in the quiet hours"])
async def test_the_officers_desk_is_not_empty_in_the_demo(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    as_role: Callable[[Role], Headers],
    hour: int,
) -> None:
    await demo_people(tx)
    with frozen(datetime(2026, 11, 23, hour, tzinfo=UTC)):
        for demo in (False, True):  # loaded by hand, before DEMO is set; and once more
            await load_demo(tx, msgspec.structs.replace(settings, demo=demo))
        officer = as_role(Role.OFFICER)
        letters = (await client.get(DEAD, headers=officer)).json()["items"]
        campaigns = (await client.get(CAMPAIGNS, headers=officer)).json()["items"]
    assert [(one["kind"], one["attempts"], one["reason"]) for one in letters] == [
        ("visit", 6, "smtp-451"),
        ("campaign", 1, "smtp-554"),
    ]
    assert {one["address_masked"] for one in letters} == {"t••••@minh-hoa.invalid"}
    (campaign,) = campaigns
    assert (campaign["told"], campaign["finished_at"] is not None) == (2, True)
    assert campaign["name"].endswith(NOTE)
    marks = await tx.fetch("select title like '%' || $1 as marked from message", NOTE)
    assert [row["marked"] for row in marks] == [True] * 3


async def test_where_anybody_is_real_nothing_is_sent_for_show(tx: Connection, settings: Settings) -> None:
    await demo_people(tx)
    await signed_in(tx, settings)
    await load_demo(tx, settings)
    assert await tx.fetchval("select count(*) from message_campaign") == 0
    assert await tx.fetchval("select count(*) from message") == 0
