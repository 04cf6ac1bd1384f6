"""What tests of identity are given beside the common fixtures."""

from collections.abc import AsyncIterator, Iterator

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.province import Provider, province_server
from tests.given.web import application, http_client, lend
from tests.given.work import OneConnection


@pytest.fixture
async def real_client(settings: Settings, tx: Connection, files: Files) -> AsyncIterator[httpx.AsyncClient]:
    """The same database and keys as `client`, demo switched off: people are real here."""
    real = msgspec.structs.replace(settings, demo=False)
    async with http_client(lend(application(demo=False), real, OneConnection(tx), files)) as client:
        yield client


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    """The province's server of these tests."""
    with province_server() as started:
        yield started


@pytest.fixture
def province(provider: Provider) -> Provider:
    """The same, as nobody has touched it."""
    provider.asked, provider.claims, provider.sign, provider.silent = [], {}, None, False
    provider.add_user("can-bo-1")
    return provider
