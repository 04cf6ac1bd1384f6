"""A one-time code reaches its phone by SMS: over a real socket, once, and not when it is over."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import msgspec
import pytest
from structlog.testing import capture_logs

from api.identity import actions
from api.identity.contracts import CodeAnswer
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.log import set_up_logging
from api.kit.settings import Settings
from api.messages.gateway.sms import PATH, CodeSms, NoSms, SmsNotTakenError, sms_of
from tests.given.time import frozen
from tests.given.work import run_outbox
from tests.zalo_fake.server import Stage, served

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


class FakeEsms:
    """eSMS's endpoint: keeps what it took, refuses a RequestId it knows with 124."""

    def __init__(self) -> None:
        self.taken: list[dict[str, str]] = []
        self.forced = ""

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Serve one request (ASGI)."""
        body, more = b"", True
        while more:
            part = await receive()
            body, more = body + part.get("body", b""), part.get("more_body", False)
        message = json.loads(body)
        known = any(message["RequestId"] == other["RequestId"] for other in self.taken)
        code = self.forced or ("124" if known else "100")
        if scope["path"] != PATH or (message["ApiKey"], message["SecretKey"]) != ("key", "secret"):
            code = "101"
        if code == "100":
            self.taken.append(message)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        answer = b"oops" if code == "broken" else json.dumps({"CodeResult": code}).encode()
        await send({"type": "http.response.body", "body": answer})


@pytest.fixture
def carrier(stage: tuple[Stage, str]) -> tuple[FakeEsms, str]:
    """A local eSMS and its address."""
    stage[0].fake = fake = FakeEsms()
    return fake, stage[1]


@pytest.fixture
def real(settings: Settings, carrier: tuple[FakeEsms, str]) -> Settings:
    """An installation with an SMS account, where people are real."""
    return msgspec.structs.replace(
        settings,
        demo=False,
        sms_api_key="key",
        sms_api_secret="secret",
        sms_brand="NGOSO",
        sms_url=carrier[1],
    )


async def test_the_code_arrives_and_signs_in(
    tx: Connection, files: Files, real: Settings, carrier: tuple[FakeEsms, str]
) -> None:
    challenge = await actions.ask_code(tx, real, "0912345678", address="a")
    assert await run_outbox(tx, files, real) == ["messages.send_code"]
    (message,) = carrier[0].taken
    assert (message["Phone"], message["Brandname"]) == ("84912345678", "NGOSO")
    assert (message["SmsType"], message["IsUnicode"]) == ("2", "0")
    assert message["Content"].isascii()
    assert len(message["Content"]) <= 160
    answer = CodeAnswer(challenge_id=challenge.challenge_id, code=message["Content"][:6])
    session = await actions.sign_in_with_code(tx, real, answer)
    assert session.me.phone_masked == "0•• ••• •678"


async def test_a_code_that_is_over_or_used_is_not_sent(
    tx: Connection, files: Files, real: Settings, carrier: tuple[FakeEsms, str]
) -> None:
    with frozen(AT):
        await actions.ask_code(tx, real, "0912345678", address="a")
    with frozen(AT + timedelta(minutes=3)):
        assert await run_outbox(tx, files, real) == ["messages.send_code"]
    assert carrier[0].taken == []


@pytest.mark.parametrize("code", ["101", "104", "99", "broken"])
async def test_what_the_carrier_refuses_is_tried_again(
    real: Settings, carrier: tuple[FakeEsms, str], code: str
) -> None:
    carrier[0].forced = code
    async with httpx.AsyncClient() as http:
        with pytest.raises(SmsNotTakenError):
            await sms_of(real, http).send("+84912345678", "thử", request_id="1")


async def test_a_message_taken_before_counts_as_taken(real: Settings, carrier: tuple[FakeEsms, str]) -> None:
    async with httpx.AsyncClient() as http:
        sms = sms_of(real, http)
        assert isinstance(sms, CodeSms)
        await sms.send("+84912345678", "mot", request_id="1")
        await sms.send("+84912345678", "mot", request_id="1")
    assert len(carrier[0].taken) == 1


async def test_a_silent_carrier_is_tried_again(settings: Settings) -> None:
    async with served(FakeEsms()) as gone:
        pass
    silent = msgspec.structs.replace(settings, demo=False, sms_api_key="key", sms_url=gone)
    async with httpx.AsyncClient() as http:
        with pytest.raises(SmsNotTakenError):
            await sms_of(silent, http).send("+84912345678", "thử", request_id="1")


async def test_a_demo_never_sends_even_with_an_account(
    tx: Connection, files: Files, real: Settings, carrier: tuple[FakeEsms, str]
) -> None:
    demo = msgspec.structs.replace(real, demo=True)
    await actions.ask_code(tx, demo, "0912345678", address="a")
    assert await run_outbox(tx, files, demo) == ["messages.send_code"]
    assert carrier[0].taken == []


async def test_without_an_account_the_operator_reads_it_in_the_log(settings: Settings) -> None:
    bare = msgspec.structs.replace(settings, demo=False)
    set_up_logging("warning")  # another test's application may have said less
    async with httpx.AsyncClient() as http:
        sms = sms_of(bare, http)
        assert isinstance(sms, NoSms)
        with capture_logs() as lines:
            await sms.send("+84912345678", "123456", request_id="1")
    assert [line["event"] for line in lines] == ["sms_not_sent"]
    assert "912345678" not in str(lines)
    assert "123456" not in str(lines)
