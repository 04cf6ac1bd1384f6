"""What carriers say later, what nobody could send, and what a day may cost."""

from collections.abc import Callable
from datetime import datetime, timedelta

import httpx
import msgspec
import pytest

from api.kit.clock import VN
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.messages.actions import tell
from api.messages.actions.receipts import take_receipt
from api.messages.contracts import Channel, Kind, Receipt
from api.messages.gateway.sms import receipts_key
from tests.given.carriers import FakeProvider, FakeSmtp
from tests.given.identity import demo_people
from tests.given.messages import drain, lives_in, notice, person
from tests.given.time import frozen
from tests.given.work import run_outbox
from tests.messages.conftest import DAY, NIGHT, rows
from workers.carrying import Post

Headers = dict[str, str]
BOTH = {Kind.DOSSIER: (Channel.EMAIL, Channel.SMS)}


@pytest.fixture
def address(settings: Settings) -> str:
    """Where receipts come to."""
    return f"/v1/receipts/{receipts_key(settings)}"


async def sent_one(tx: Connection, real: Settings, post: Post, way: Channel) -> str:
    """A notice to somebody in Huế that a carrier was given; its tracking id."""
    me = await person(tx, real, email="an@example.vn", agreed={Kind.DOSSIER: (way,)})
    await lives_in(tx, me, "19777")
    await tell(tx, notice(me))
    await drain(post)
    tracking: str = (await tx.fetchval("select id from delivery")).hex
    return tracking


async def test_esms_says_that_it_arrived(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    real: Settings,
    post: Post,
    provider: FakeProvider,
    address: str,
) -> None:
    """The callback of developers.esms.vn, names and all."""
    tracking = await sent_one(tx, real, post, Channel.SMS)
    said = {"SMSID": "dc71", "SendFailed": "0", "SendStatus": "5", "SendSuccess": "1", "TypeId": "2"}
    for _ in range(2):
        answer = await client.get(address, params={**said, "RequestId": tracking})
        assert answer.json() == {"ok": True}
    assert await rows(tx) == [("sms", "delivered")]
    late = {**said, "SendSuccess": "0", "SendFailed": "1", "RequestId": tracking}
    await client.get(address, params=late)
    assert await rows(tx) == [("sms", "delivered")], "a failure after the arrival is none"


async def test_a_receipt_at_another_address_is_not_believed(
    *, client: httpx.AsyncClient, tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    tracking = await sent_one(tx, real, post, Channel.SMS)
    answer = await client.post("/v1/receipts/guessed", json={"id": tracking, "state": "opted_out"})
    assert answer.status_code == 404
    assert await rows(tx) == [("sms", "sent")]


async def test_a_bounce_stops_the_address_and_the_next_way_is_tried(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    real: Settings,
    post: Post,
    provider: FakeProvider,
    mail: FakeSmtp,
    address: str,
) -> None:
    me = await person(tx, real, email="an@example.vn", agreed=BOTH)
    await tell(tx, notice(me))
    await drain(post)
    (sender,) = mail.senders
    bounced = {"id": sender.partition("+")[2].partition("@")[0], "state": "bounced", "reason": "5.1.1"}
    for _ in range(2):
        assert (await client.post(address, json=bounced)).status_code == 200
    await drain(post)
    assert await rows(tx) == [("email", "unreachable"), ("sms", "sent")]
    await tell(tx, notice(me, key="second"))
    await drain(post)
    assert (len(mail.taken), len(provider.posts)) == (1, 2)


async def test_stop_by_sms_is_a_no_to_every_purpose(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    real: Settings,
    post: Post,
    provider: FakeProvider,
    address: str,
) -> None:
    tracking = await sent_one(tx, real, post, Channel.SMS)
    await client.post(address, json={"id": tracking, "state": "opted_out"})
    me = await tx.fetchval("select person_id from delivery")
    assert await tx.fetchval("select bool_or(granted) from message_choice_now where channel = 'sms'") is False
    with frozen(NIGHT):
        await tell(tx, notice(me, kind=Kind.ALERT, key="danger", urgent=True))
        await drain(post)
    assert len(provider.posts) == 1


async def test_an_id_that_is_not_ours_is_answered_the_same(client: httpx.AsyncClient, address: str) -> None:
    unknown = {"id": "0" * 32, "state": "delivered"}
    assert (await client.post(address, json=unknown)).json() == {"ok": True}
    assert (await client.get(address, params={"RequestId": "x"})).json() == {"ok": True}


async def test_a_dead_letter_is_seen_and_sent_again_by_staff_only(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    real: Settings,
    post: Post,
    provider: FakeProvider,
    as_role: Callable[[Role], Headers],
) -> None:
    await demo_people(tx)
    provider.status = 400
    tracking = await sent_one(tx, real, post, Channel.SMS)
    officer = as_role(Role.OFFICER)
    (letter,) = (await client.get("/v1/admin/messages/dead", headers=officer)).json()["items"]
    assert (letter["way"], letter["kind"], letter["reason"]) == ("sms", "dossier", "http-400")
    assert (letter["why"], letter["address_masked"]) == (
        "Nhà mạng từ chối dữ liệu hoặc tài khoản gửi",
        "0•• ••• •678",
    )
    assert "912345678" not in str(letter)
    today = (await client.get("/v1/admin/messages/today", headers=officer)).json()
    assert (today["dead"], today["cost_vnd"]) == (1, 0), "what was refused costs nothing"
    url = f"/v1/admin/messages/{letter['id']}/resend"
    assert (await client.post(url, headers=as_role(Role.CITIZEN))).status_code == 403
    provider.status = 200
    assert (await client.post(url, headers=officer)).status_code == 202
    await drain(post)
    assert await rows(tx) == [("sms", "sent")]
    assert provider.posts == [tracking], "under the same tracking id"
    assert await tx.fetchval("select resent_by is not null from delivery")
    assert (await client.post(url, headers=officer)).status_code == 404


async def test_a_dead_letter_can_be_given_up(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    real: Settings,
    post: Post,
    provider: FakeProvider,
    as_role: Callable[[Role], Headers],
) -> None:
    await demo_people(tx)
    provider.status = 400
    await sent_one(tx, real, post, Channel.SMS)
    officer = as_role(Role.OFFICER)
    (letter,) = (await client.get("/v1/admin/messages/dead", headers=officer)).json()["items"]
    url = f"/v1/admin/messages/{letter['id']}/give-up"
    assert [(await client.post(url, headers=officer)).status_code for _ in range(2)] == [204, 404]
    assert (await client.get("/v1/admin/messages/dead", headers=officer)).json()["items"] == []
    assert await rows(tx) == [("sms", "unwanted")]


async def test_a_dead_letter_whose_receipt_comes_late_arrived_after_all(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    provider.status = 400
    tracking = await sent_one(tx, real, post, Channel.SMS)
    assert await take_receipt(tx, Receipt(id=tracking, state="delivered"))
    assert await rows(tx) == [("sms", "delivered")]


@pytest.mark.parametrize(
    ("said", "kept"),
    [("rejected", "rejected"), ("550 <an@gmail.com> unknown", "bounced"), ("no-0912345678", "bounced")],
)
async def test_what_a_carrier_says_of_an_address_is_not_kept(
    *, tx: Connection, real: Settings, post: Post, provider: FakeProvider, said: str, kept: str
) -> None:
    tracking = await sent_one(tx, real, post, Channel.SMS)
    await take_receipt(tx, Receipt(id=tracking, state="bounced", reason=said))
    assert await tx.fetchval("select reason from delivery") == kept
    assert provider.posts == [tracking]


async def test_the_budget_stops_paid_messages_until_morning_but_never_danger(
    *,
    tx: Connection,
    files: Files,
    real: Settings,
    post: Post,
    provider: FakeProvider,
) -> None:
    await demo_people(tx)
    post.settings = msgspec.structs.replace(post.settings, message_budget_vnd=1_700)
    me = await person(tx, real, agreed=dict.fromkeys((Kind.DOSSIER, Kind.ALERT), (Channel.SMS,)))
    for key in "abcd":
        await tell(tx, notice(me, key=key))
    await drain(post)
    assert [state for _, state in await rows(tx)].count("sent") == 2
    waiting = await tx.fetchval("select min(next_try_at) from delivery where state = 'waiting'")
    assert waiting == datetime(2026, 11, 24, 7, 0, tzinfo=VN)
    await tell(tx, notice(me, kind=Kind.ALERT, key="danger", urgent=True))
    await drain(post)
    assert len(provider.posts) == 3
    assert await tx.fetchval("select cost_vnd from message_spending") == 3 * 850
    assert "messages.tell_officers_of_budget" in await run_outbox(tx, files, real)
    told = await tx.fetch("select person_id from message where dedupe_key like 'budget:%'")
    assert len(told) == 3, "both officers and the administrator, once"
    with frozen(DAY + timedelta(days=1)):
        await drain(post)
    assert len(provider.posts) == 5
