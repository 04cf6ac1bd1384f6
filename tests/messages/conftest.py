"""Carriers of this folder's tests, each on a socket of its own."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from api.messages.contracts import Way
from api.messages.gateway.carrier import Carrier
from api.messages.gateway.email import EmailCarrier
from api.messages.gateway.push import PushCarrier
from api.messages.gateway.sms import sms_carrier
from tests.given.carriers import FakeProvider, FakePush, FakeSmtp
from tests.given.messages import post_of
from tests.given.time import frozen
from tests.zalo_fake.server import Stage, served
from workers.carrying import Post

DAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
"""Ten in the morning in Vietnam."""
NIGHT = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
"""Eleven at night."""


@pytest.fixture(scope="session")
async def sms_stage() -> AsyncIterator[tuple[Stage, str]]:
    """A socket for SMS providers."""
    stage = Stage()
    async with served(stage) as address:
        yield stage, address


@pytest.fixture(scope="session")
async def push_stage() -> AsyncIterator[tuple[Stage, str]]:
    """A socket for push services."""
    stage = Stage()
    async with served(stage) as address:
        yield stage, address


@pytest.fixture
def provider(sms_stage: tuple[Stage, str]) -> FakeProvider:
    """An SMS provider of this test's own."""
    sms_stage[0].fake = fake = FakeProvider()
    return fake


@pytest.fixture
def push(push_stage: tuple[Stage, str]) -> FakePush:
    """A push service of this test's own."""
    push_stage[0].fake = fake = FakePush(push_stage[1])
    return fake


@pytest.fixture(scope="session")
async def mail_socket() -> AsyncIterator[FakeSmtp]:
    """The one mail server."""
    async with FakeSmtp().open() as server:
        yield server


@pytest.fixture
def mail(mail_socket: FakeSmtp) -> FakeSmtp:
    """A mail server as if new."""
    port = mail_socket.port
    mail_socket.__init__()  # type: ignore[misc]  # the socket stays, the memory goes
    mail_socket.port = port
    return mail_socket


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """How carriers are called."""
    async with httpx.AsyncClient(timeout=5) as client:
        yield client


@pytest.fixture
def real(
    settings: Settings, mail: FakeSmtp, sms_stage: tuple[Stage, str], push_stage: tuple[Stage, str]
) -> Settings:
    """An installation with accounts everywhere, where people are real; codes still show for the tests."""
    return msgspec.structs.replace(
        settings,
        sms_kind="http",
        sms_api_key="key",
        sms_brand="NGOSO",
        sms_url=f"{sms_stage[1]}/messages",
        smtp_url=mail.url,
        push_hosts=push_stage[1],
        public_url="https://hue.example.vn",
    )


@pytest.fixture
def carriers(real: Settings, http: httpx.AsyncClient) -> Mapping[Way, Carrier]:
    """E-mail, SMS and push of the local fakes."""
    sms = sms_carrier(msgspec.structs.replace(real, demo=False), http, 850)
    assert sms is not None
    return {Way.PUSH: PushCarrier(http, real), Way.EMAIL: EmailCarrier(real), Way.SMS: sms}


@pytest.fixture
async def post(
    tx: Connection, real: Settings, http: httpx.AsyncClient, carriers: Mapping[Way, Carrier]
) -> AsyncIterator[Post]:
    """The post of this test, at ten in the morning."""
    with frozen(DAY):
        yield post_of(tx, real, http, carriers)


ROWS = "select way, state, reason, attempts, next_try_at from delivery order by id"


async def rows(tx: Connection) -> list[tuple[str, str]]:
    """Ways and states of all deliveries."""
    return [(row["way"], row["state"]) for row in await tx.fetch(ROWS)]
