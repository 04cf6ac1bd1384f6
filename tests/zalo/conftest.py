"""What tests of Zalo's doors are given: the product with a whole local Zalo around it, webhooks included."""

from collections.abc import AsyncIterator

import httpx
import msgspec
import pytest
from litestar import Litestar

from api.kit.settings import Settings
from api.kit.zalo import ZaloGraph
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage
from tests.zalo_fake.webhooks import Emitter

OA, MINI_APP = "/v1/zalo/webhooks/oa", "/v1/zalo/webhooks/mini-app"


@pytest.fixture
def settings(settings: Settings, stage: tuple[Stage, str], fake: FakeZalo) -> Settings:
    """Settings of an installation whose Zalo this is."""
    urls = ("zalo_graph_url", "zalo_oauth_url", "zalo_oa_url", "zalo_zbs_url", "zalo_mini_url")
    return msgspec.structs.replace(
        settings,
        zalo_app_id=fake.app_id,
        zalo_app_secret=fake.app_secret,
        zalo_mini_app_id=fake.mini_app_id,
        zalo_open_api_key=fake.open_api_key,
        zalo_oa_id=fake.oa_id,
        zalo_oa_secret_key=fake.oa_secret_key,
        **dict.fromkeys(urls, stage[1]),
    )


@pytest.fixture
async def client(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings
) -> AsyncIterator[httpx.AsyncClient]:
    """The common client, its application connected to this Zalo."""
    before, shared_app.state.zalo = shared_app.state.zalo, ZaloGraph(settings)
    yield client
    await shared_app.state.zalo.close()
    shared_app.state.zalo = before


@pytest.fixture
def emitter(fake: FakeZalo, client: httpx.AsyncClient) -> Emitter:
    """Posts this Zalo's events to the product; retries come at once."""
    emitter = Emitter(fake, client, oa_url=OA, mini_app_url=MINI_APP)
    emitter.ladder = (0.0, 0.0)
    return emitter
