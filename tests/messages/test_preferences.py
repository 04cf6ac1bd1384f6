"""My say over HTTP: switches, the mailbox proven by a code, browsers, the link that stops e-mails."""

from collections.abc import Callable
from uuid import UUID

import httpx
import pytest
from litestar import Litestar

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from api.messages.actions.preferences import leave_token
from api.messages.contracts import Kind
from api.messages.gateway.push import push_key, unb64
from tests.given.carriers import FakePush, FakeSmtp
from tests.given.messages import person
from tests.given.work import run_outbox

Headers = dict[str, str]
URL = "/v1/me/message-preferences"

ADD_BROWSER = """
insert into push_subscription (id, person_id, endpoint, p256dh, auth, created_at)
values (gen_random_uuid(), $1, 'https://push.example', '', '', now())
"""


@pytest.fixture
async def me(tx: Connection, settings: Settings) -> UUID:
    """Somebody with a proven number who decided nothing yet."""
    return await person(tx, settings)


@pytest.fixture
def mine(me: UUID, as_person: Callable[[UUID], Headers]) -> Headers:
    """Their headers."""
    return as_person(me)


async def test_nothing_is_switched_on_beforehand_but_what_a_browser_asks_for(
    *, client: httpx.AsyncClient, settings: Settings, tx: Connection, me: UUID, mine: Headers
) -> None:
    answer = (await client.get(URL, headers=mine)).json()
    assert [purpose["channels"] for purpose in answer["purposes"]] == [[]] * len(Kind)
    ready = {channel["channel"]: (channel["ready"], channel["address"]) for channel in answer["channels"]}
    assert ready == {
        "push": (False, None),
        "email": (False, None),
        "zalo": (True, "0•• ••• •678"),
        "sms": (True, "0•• ••• •678"),
    }
    assert (answer["quiet_from"], answer["quiet_until"]) == ("21:00", "07:00")
    assert answer["push_key"] == push_key(settings)
    assert len(unb64(answer["push_key"])) == 65
    await tx.execute(ADD_BROWSER, me)
    answer = (await client.get(URL, headers=mine)).json()
    switched = {purpose["purpose"]: purpose["channels"] for purpose in answer["purposes"]}
    assert switched.pop("campaign") == []
    assert set(map(tuple, switched.values())) == {("push",)}


async def test_a_switch_changes_only_itself_and_every_decision_is_kept(
    client: httpx.AsyncClient, tx: Connection, mine: Headers, me: UUID
) -> None:
    for granted in (True, False, True):
        change = {"choices": [{"purpose": "dossier", "channel": "sms", "granted": granted}]}
        answer = await client.put(URL, json=change, headers=mine)
        assert answer.status_code == 200
    dossier = next(one for one in answer.json()["purposes"] if one["purpose"] == "dossier")
    assert dossier["channels"] == ["sms"]
    kept = await tx.fetch(
        "select granted, text_version from message_choice where person_id = $1 order by id", me
    )
    assert [row["granted"] for row in kept] == [True, False, True]
    assert {row["text_version"] for row in kept} == {answer.json()["text_version"]}


async def test_a_yes_to_an_old_sentence_is_not_taken_but_a_no_always_is(
    client: httpx.AsyncClient, mine: Headers
) -> None:
    yes = {"choices": [{"purpose": "alert", "channel": "sms", "granted": True}], "text_version": "2020-01"}
    refused = await client.put(URL, json=yes, headers=mine)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/preferences-text-changed")
    no = {"choices": [{"purpose": "alert", "channel": "sms", "granted": False}], "text_version": "2020-01"}
    assert (await client.put(URL, json=no, headers=mine)).status_code == 200


async def test_a_mailbox_is_proven_by_the_code_that_was_sent_there(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    files: Files,
    real: Settings,
    mail: FakeSmtp,
    mine: Headers,
) -> None:
    assert (
        await client.post("/v1/me/email", json={"email": "an@example.vn"}, headers=mine)
    ).status_code == 202
    assert "messages.send_email_code" in await run_outbox(tx, files, real)
    (message,) = mail.taken
    code = message["Subject"][:6]
    wrong = "000000" if code != "000000" else "000001"
    refused = await client.post("/v1/me/email/confirm", json={"code": wrong}, headers=mine)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/email-code-wrong")
    answer = await client.post("/v1/me/email/confirm", json={"code": code}, headers=mine)
    email = next(one for one in answer.json()["channels"] if one["channel"] == "email")
    assert email == {"channel": "email", "address": "a••••@example.vn", "ready": True, "why_not": None}
    assert (await client.delete("/v1/me/email", headers=mine)).status_code == 204
    assert await tx.fetchval("select count(*) from message_email") == 0


async def test_five_wrong_codes_end_the_challenge(
    client: httpx.AsyncClient, tx: Connection, mine: Headers
) -> None:
    asked = await client.post("/v1/me/email", json={"email": "an@example.vn"}, headers=mine)
    code = asked.json()["demo_code"]
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(5):
        await client.post("/v1/me/email/confirm", json={"code": wrong}, headers=mine)
    assert (await client.post("/v1/me/email/confirm", json={"code": code}, headers=mine)).status_code == 422


async def test_codes_to_mailboxes_are_five_a_day(client: httpx.AsyncClient, mine: Headers) -> None:
    statuses = [
        (await client.post("/v1/me/email", json={"email": f"a{n}@example.vn"}, headers=mine)).status_code
        for n in range(6)
    ]
    assert statuses == [202] * 5 + [429]


@pytest.mark.parametrize(
    "email", ["an", "an@", "@b.vn", "a b@c.vn", "a@b", "a@b.vn\nBcc: x@y.vn", "a@b.vn,c@d.vn"]
)
async def test_what_is_no_address_is_refused(client: httpx.AsyncClient, mine: Headers, email: str) -> None:
    assert (await client.post("/v1/me/email", json={"email": email}, headers=mine)).status_code == 422


async def test_a_browser_is_registered_once_and_belongs_to_who_used_it_last(
    *,
    client: httpx.AsyncClient,
    shared_app: Litestar,
    tx: Connection,
    real: Settings,
    push: FakePush,
    mine: Headers,
    as_person: Callable[[UUID], Headers],
) -> None:
    shared_app.state.settings = real  # its push service is on this machine
    for _ in range(2):
        answer = await client.post("/v1/me/push-subscriptions", json=push.subscription(), headers=mine)
        assert answer.status_code == 201
    other = await person(tx, real, phone="0912345679")
    await client.post("/v1/me/push-subscriptions", json=push.subscription(), headers=as_person(other))
    assert await tx.fetchval("select array_agg(person_id) from push_subscription") == [other]
    gone = {"endpoint": push.subscription()["endpoint"]}
    assert (
        await client.request("DELETE", "/v1/me/push-subscriptions", json=gone, headers=mine)
    ).status_code == 204
    assert await tx.fetchval("select count(*) from push_subscription") == 1, "nobody removes another's"


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://127.0.0.1:5432/x",
        "https://169.254.169.254/latest",
        "https://fcm.googleapis.com.evil.example/x",
        "https://user@fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "http://fcm.googleapis.com/x",
    ],
)
async def test_our_server_calls_no_address_a_stranger_gives_it(
    client: httpx.AsyncClient, push: FakePush, mine: Headers, endpoint: str
) -> None:
    new = {**push.subscription(), "endpoint": endpoint}
    refused = await client.post("/v1/me/push-subscriptions", json=new, headers=mine)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/push-endpoint-refused")


async def test_the_link_in_an_email_stops_this_kind_only_and_only_when_pressed(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, mine: Headers, me: UUID
) -> None:
    for purpose in ("dossier", "report"):
        change = {"choices": [{"purpose": purpose, "channel": "email", "granted": True}]}
        await client.put(URL, json=change, headers=mine)
    link = f"/v1/unsubscribe/{leave_token(settings, me, Kind.DOSSIER)}"
    page = await client.get(link)
    assert "<button>" in page.text
    assert "email" in await channels_of(client, mine, "dossier"), "a mail scanner opens links"
    assert (await client.post(link, content=b"List-Unsubscribe=One-Click")).status_code == 200
    assert "email" not in await channels_of(client, mine, "dossier")
    assert "email" in await channels_of(client, mine, "report")
    forged = link[:-1] + ("0" if link[-1] != "0" else "1")
    assert (await client.post(forged)).status_code == 404


async def channels_of(client: httpx.AsyncClient, mine: Headers, purpose: str) -> list[str]:
    """What is switched on for a purpose."""
    answer = (await client.get(URL, headers=mine)).json()
    found: list[str] = next(one["channels"] for one in answer["purposes"] if one["purpose"] == purpose)
    return found
