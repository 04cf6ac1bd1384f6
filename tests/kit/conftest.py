"""What tests of the kit are given beside the common fixtures: a socket for local Zalos."""

from collections.abc import AsyncIterator

import pytest

from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage, served


@pytest.fixture(scope="module")
async def stage() -> AsyncIterator[tuple[Stage, str]]:
    """A socket for a file's local Zalos, and its address."""
    stage = Stage()
    async with served(stage) as address:
        yield stage, address


@pytest.fixture
def fake(stage: tuple[Stage, str]) -> FakeZalo:
    """A local Zalo on that socket."""
    stage[0].fake = fake = FakeZalo()
    return fake
