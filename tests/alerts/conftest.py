"""What several files on warnings are given."""

from collections.abc import Callable

import httpx
import pytest

from api.kit.db import Connection
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.feeds import Desk
from tests.given.identity import demo_people


@pytest.fixture
async def desk(
    tx: Connection, client: httpx.AsyncClient, settings: Settings, as_role: Callable[[Role], dict[str, str]]
) -> Desk:
    await demo_people(tx)
    desk = Desk(tx, client, settings)
    desk.officer = as_role(Role.OFFICER)
    return desk
