"""The whole conversation of a Mini App with everything over real sockets: come in, phone, message, receipt, revoke."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import msgspec
import pytest

from api.app import create_app
from api.kit.db import Pool, PoolDatabase
from api.kit.files import Files
from api.kit.settings import Settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokens
from api.kit.zalo_outcomes import Outcome
from api.kit.zalo_sending import send_reply, send_template
from tests.given.work import run_outbox
from tests.zalo_fake.__main__ import TEMPLATE, URLS, USERS, new_fake, settings_of
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import served
from tests.zalo_fake.webhooks import Emitter

TRACKING = UUID("01a20000-0000-7000-8000-0000000000aa")


@pytest.fixture
async def demo() -> AsyncIterator[tuple[FakeZalo, str]]:
    """What `make zalo` serves."""
    fake = new_fake()
    async with served(fake) as address:
        yield fake, address


@pytest.fixture
async def product(
    demo: tuple[FakeZalo, str], settings: Settings, database: Pool, files: Files
) -> AsyncIterator[tuple[str, Settings]]:
    """The product on a socket, with the settings `make zalo` prints."""
    said = {name.lower(): value for name, value in settings_of(*demo).items()}
    settings = msgspec.structs.replace(settings, **said)
    app = create_app(settings, database=PoolDatabase(database), files=files)
    async with served(app) as address:
        yield address, settings
    await app.state.zalo.close()


async def test_come_in_share_a_number_be_written_to_and_leave(
    demo: tuple[FakeZalo, str], product: tuple[str, Settings], database: Pool, files: Files
) -> None:
    (fake, zalo), (address, settings) = demo, product
    hooks = f"{address}/v1/zalo/webhooks/"
    async with httpx.AsyncClient() as phone, zalo_http(settings) as http:
        emitter = Emitter(fake, phone, oa_url=hooks + "oa", mini_app_url=hooks + "mini-app")
        assert [await emitter.probe(hooks + name) for name in ("oa", "mini-app")] == [200, 200]

        came = await phone.post(f"{address}/v1/auth/zalo", json={"zalo_access_token": "tok-1001"})
        bearer = {"Authorization": f"Bearer {came.json()['access_token']}"}
        shared = (await phone.get(f"{zalo}/fake/phone?user=1001&number=84912345678")).json()
        body = {"zalo_access_token": shared["token"], "zalo_phone_token": shared["code"]}
        me = await phone.post(f"{address}/v1/me/phone/zalo", json=body, headers=bearer)
        assert me.json()["phone_masked"] == "0•• ••• •678"

        consent = (await phone.get(f"{zalo}/fake/consent")).json()
        connected = await phone.get(f"{address}/v1/zalo/oa/callback", params=consent)
        assert connected.json()["oa_id"] == fake.oa_id
        tokens = OaTokens(settings, PoolDatabase(database), http)
        sent = await tokens.use(
            lambda token: send_template(
                http,
                settings,
                token,
                phone="+84912345678",
                template_id=TEMPLATE,
                data={"ma": "1"},
                tracking_id=TRACKING,
            )
        )
        assert sent.outcome is Outcome.SENT
        await phone.get(
            f"{zalo}/fake/write", params={"uid": USERS["1001"], "user": "1001", "text": "Hồ sơ của tôi đâu?"}
        )
        answer = await tokens.use(
            lambda token: send_reply(http, settings, token, uid=USERS["1001"], text="Dạ, đã có kết quả ạ")
        )
        assert answer.outcome is Outcome.SENT
        await phone.get(f"{zalo}/fake/revoke?user=1001")
        watching = asyncio.create_task(emitter.watch(every=0.01))
        async with database.acquire() as db:
            while await db.fetchval("select count(*) from zalo_event") < 3:  # noqa: ASYNC110  the table has none
                await asyncio.sleep(0.02)
            watching.cancel()
            done = await run_outbox(db, files, settings)
            assert {"zalo.take_receipt", "zalo.learn_uid", "zalo.forget_person"} <= set(done)
            assert await db.fetchval("select count(*) from person where zalo_id is not null") == 0
            assert await db.fetchval("select count(*) from zalo_follower") == 0
        assert (await phone.get(f"{address}/v1/me", headers=bearer)).status_code == 401
        refused = await phone.post(f"{address}/v1/auth/zalo", json={"zalo_access_token": "tok-1001"})
        assert refused.status_code == 401
    assert set(URLS) <= set(settings_of(fake, zalo))
