"""Zalo: OA message, template by UID, template by phone, in this order, against the local Zalo over a real socket."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import timedelta
from typing import cast

import httpx
import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokens
from api.kit.zalo_sending import Sending
from api.messages.actions import tell
from api.messages.actions.receipts import take_zalo_receipt
from api.messages.contracts import Channel, DossierParams, Kind, Way
from api.messages.gateway.post_office import carriers_of
from tests.given.carriers import FakeProvider
from tests.given.messages import drain, notice, person, post_of
from tests.given.time import frozen
from tests.messages.conftest import DAY, rows
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage
from tests.zalo_fake.state import Template
from workers.carrying import Post

WORDS = DossierParams(code="H57-20260609-0092637", status="Đã xử lý xong", next_step="Đến nhận kết quả")
ZALO_ONLY = {Kind.DOSSIER: (Channel.ZALO,)}
ZALO_AND_SMS = {Kind.DOSSIER: (Channel.ZALO, Channel.SMS)}


class HeldToken:
    """The token of a seeded account, without its store."""

    def __init__(self, token: str) -> None:
        self.token = token

    async def use(self, call: Callable[[str], Awaitable[Sending]]) -> Sending:
        """As OaTokens does while the token is good."""
        return await call(self.token)


@pytest.fixture
def zalo(fake: FakeZalo) -> FakeZalo:
    """A Zalo with one reviewed template."""
    params = {"code": (True, 30), "status": (True, 30), "note": (True, 200)}
    fake.templates["307211"] = Template(params=params)
    return fake


@pytest.fixture
async def post(
    *,
    tx: Connection,
    real: Settings,
    zalo: FakeZalo,
    stage: tuple[Stage, str],
    provider: FakeProvider,
    http: httpx.AsyncClient,
) -> AsyncIterator[Post]:
    """A post with Zalo and SMS, at ten in the morning."""
    settings = msgspec.structs.replace(
        real,
        demo=False,
        zalo_oa_id=zalo.oa_id,
        zalo_oa_url=stage[1],
        zalo_zbs_url=stage[1],
        zalo_templates="dossier=307211",
    )
    with frozen(DAY):
        async with zalo_http(settings) as client:
            tokens = cast("OaTokens", HeldToken(zalo.seed_pair().access))
            carriers: Mapping[Way, object] = carriers_of(settings, http, client, tokens)
            assert set(carriers) == set(Way)
            yield post_of(tx, settings, http, carriers_of(settings, http, client, tokens))


async def test_who_talked_to_the_account_gets_a_plain_message(
    tx: Connection, real: Settings, zalo: FakeZalo, post: Post
) -> None:
    me = await person(tx, real, agreed=ZALO_ONLY, uid="uid-1")
    zalo.talked_at["uid-1"] = now()
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    assert await rows(tx) == [("zalo_oa", "sent")]
    (sent,) = zalo.sent.values()
    assert sent["to"] == "uid-1"
    assert "Đến nhận kết quả" in sent["message"]["text"]


async def test_who_never_did_gets_the_template_by_uid(
    tx: Connection, real: Settings, zalo: FakeZalo, post: Post
) -> None:
    me = await person(tx, real, agreed=ZALO_ONLY, uid="uid-1")
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    assert await rows(tx) == [("zalo_oa", "unreachable"), ("zalo_uid", "sent")]
    (sent,) = zalo.sent.values()
    assert sent["template_data"] == {
        "code": "H57-20260609-0092637",
        "status": "Đã xử lý xong",
        "note": "Đến nhận kết quả",
    }


async def test_the_phone_template_carries_our_id_and_its_receipt_closes_it(
    tx: Connection, real: Settings, zalo: FakeZalo, post: Post
) -> None:
    me = await person(tx, real, agreed=ZALO_ONLY)
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    assert await rows(tx) == [("zalo_phone", "sent")]
    (sent,) = zalo.sent.values()
    assert sent["to"] == "84912345678"
    (receipt,) = zalo.outgoing
    told = receipt["message"]
    assert await take_zalo_receipt(tx, tracking_id=told["tracking_id"], ref=told["msg_id"])
    assert await rows(tx) == [("zalo_phone", "delivered")]
    assert await take_zalo_receipt(tx, tracking_id=told["tracking_id"], ref=None), "twice changes nothing"
    assert not await take_zalo_receipt(tx, tracking_id="not-ours", ref="x")
    assert not await take_zalo_receipt(tx, tracking_id="", ref="unknown")


async def test_a_phone_without_zalo_gets_an_sms_and_is_remembered(
    tx: Connection, real: Settings, zalo: FakeZalo, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed=ZALO_AND_SMS)
    zalo.recipients["84912345678"] = -118
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    assert await rows(tx) == [("zalo_phone", "unreachable"), ("sms", "sent")]
    await tell(tx, notice(me, key="second"))
    await drain(post)
    assert (await rows(tx))[2:] == [("sms", "sent")]
    with frozen(DAY + timedelta(days=31)):
        await tell(tx, notice(me, key="after a month"))
        await post.plan()
    assert (await rows(tx))[3:] == [("zalo_phone", "waiting")], "people get Zalo"
    assert len(provider.posts) == 2


async def test_a_message_our_template_does_not_fit_waits_for_a_person(
    tx: Connection, real: Settings, zalo: FakeZalo, post: Post
) -> None:
    me = await person(tx, real, agreed=ZALO_ONLY)
    zalo.templates["307211"].params["ten"] = (True, 30)
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    (row,) = await tx.fetch("select state, reason from delivery")
    assert (row["state"], row["reason"]) == ("dead", "zalo-1122")


async def test_a_kind_without_a_reviewed_template_goes_on(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.REPORT: (Channel.ZALO, Channel.SMS)})
    await tell(tx, notice(me, kind=Kind.REPORT))
    await drain(post)
    assert await rows(tx) == [("zalo_phone", "unreachable"), ("sms", "sent")]


async def test_a_quota_that_is_used_up_waits_for_tomorrow(
    tx: Connection, real: Settings, zalo: FakeZalo, post: Post
) -> None:
    me = await person(tx, real, agreed=ZALO_ONLY)
    zalo.quota = 0
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    (row,) = await tx.fetch("select state, next_try_at from delivery")
    assert row["state"] == "waiting"
    assert timedelta(hours=12) < row["next_try_at"] - DAY < timedelta(hours=24)


async def test_a_lost_answer_waits_for_the_receipt_and_is_not_sent_again(
    tx: Connection, real: Settings, zalo: FakeZalo, post: Post
) -> None:
    me = await person(tx, real, agreed=ZALO_ONLY)
    await tell(tx, notice(me, params=WORDS))
    zalo.slow_by = 0.0
    await post.plan()
    await tx.execute("update delivery set state = 'unsure', sending_at = $1, next_try_at = $1", DAY)
    tracking = (await tx.fetchval("select id from delivery")).hex
    with frozen(DAY + timedelta(minutes=5)):
        await post.ask_lost(Way.ZALO_PHONE)
        assert await rows(tx) == [("zalo_phone", "unsure")], "its patience is a quarter of an hour"
    assert await take_zalo_receipt(tx, tracking_id=tracking, ref="m-1")
    with frozen(DAY + timedelta(hours=1)):
        assert await post.ask_lost(Way.ZALO_PHONE) == 0
        await drain(post)
    assert (await rows(tx), zalo.sent) == ([("zalo_phone", "delivered")], {})
