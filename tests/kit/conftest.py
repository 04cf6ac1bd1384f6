"""What tests of the kit are given beside the common fixtures: local Zalos, and an Official Account's tokens."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokens
from tests.given.time import frozen
from tests.given.work import OneConnection
from tests.given.zalo import as_kept
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
async def http(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """Connections to the local Zalo."""
    async with zalo_http(settings) as http:
        yield http


@pytest.fixture
def ours(settings: Settings, stage: tuple[Stage, str], fake: FakeZalo) -> Settings:
    """Settings of an installation with this Zalo app."""
    urls = dict.fromkeys(("zalo_oauth_url", "zalo_oa_url", "zalo_zbs_url"), stage[1])
    return msgspec.structs.replace(
        settings, zalo_app_id=fake.app_id, zalo_app_secret=fake.app_secret, zalo_oa_id=fake.oa_id, **urls
    )


@pytest.fixture
async def tokens(tx: Connection, ours: Settings, http: httpx.AsyncClient, fake: FakeZalo) -> OaTokens:
    """The account's tokens with a first pair of 10:00."""
    tokens = OaTokens(ours, OneConnection(tx), http)
    with frozen(AT):
        await tokens.seed(as_kept(fake, fake.seed_pair()))
    return tokens
