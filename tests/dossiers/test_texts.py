"""The one text to an applicant's phone: the digits of their yes at once, word of a recorded yes not at night."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest

from api.dossiers.actions.sharing import forget_phones
from api.dossiers.rules.sharing import TEXT_VERSION
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.carriers import FakeProvider
from tests.given.dossiers import LAST4, PHONE, given_code, given_key, given_person, tell, told
from tests.given.time import frozen
from tests.given.work import run_outbox
from tests.zalo_fake.server import Stage, served
from workers.nightly import tasks_of

Headers = dict[str, str]
NOON, NIGHT, MORNING = (
    datetime(2026, 11, 18, 5, tzinfo=UTC),
    datetime(2026, 11, 18, 20, tzinfo=UTC),  # 03:00 on the 19th in Vietnam
    datetime(2026, 11, 19, 0, 1, tzinfo=UTC),
)
KEPT = "select count(*) from dossier_share where owner_phone is not null"


class Post:
    """A dossier, people who ask its applicant, and the provider that takes the texts."""

    def __init__(self, client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files) -> None:
        self.client, self.tx, self.settings, self.files = client, tx, settings, files
        self.code, self.provider = given_code(), FakeProvider()
        self.as_person: Callable[[UUID], Headers]

    async def ask(self, how: str) -> dict[str, Any]:
        body = {
            "code": self.code, "phone_last4": LAST4, "relation": "neighbour", "purpose": "see_progress",
            "how": how, "text_version": TEXT_VERSION, "owner_phone": PHONE,
            "given_on": str(today()) if how == "spoken" else None,
        }  # fmt: skip
        me = self.as_person(await given_person(self.tx))
        answer = await self.client.post("/v1/me/dossier-shares", json=body, headers=me)
        assert answer.status_code == 201, answer.text
        share: dict[str, Any] = answer.json()
        return share

    async def work(self) -> list[tuple[str, str]]:
        """Everything is done, twice; what the provider took so far."""
        for _ in range(2):
            await run_outbox(self.tx, self.files, self.settings)
        return [(one["to"], one["text"]) for one in self.provider.taken.values()]


@pytest.fixture
async def post(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[[UUID], Headers],
) -> AsyncIterator[Post]:
    stage = Stage()
    async with served(stage) as address:
        sms = {"sms_kind": "http", "sms_api_key": "key", "sms_url": f"{address}/messages", "demo": False}
        post = Post(client, tx, msgspec.structs.replace(settings, **sms), files)
        stage.fake, post.as_person = post.provider, as_person
        await tell(client, await given_key(tx, settings), post.code, told("2", 1))
        yield post


async def test_the_applicants_phone_gets_one_plain_text_and_its_number_goes(post: Post) -> None:
    with frozen(NOON):
        digits = (await post.ask("code"))["demo_code"]
        await post.ask("spoken")
        sent = await post.work()
    assert [to for to, _ in sent] == ["+84912345678"] * 2
    assert sent[0][1].startswith(f"{digits} la ma DONG Y")
    assert post.settings.hotline in sent[1][1]
    assert all(len(text) <= 160 and text.isascii() and post.code in text for _, text in sent)
    assert await post.tx.fetchval(KEPT) == 0
    kept = await post.tx.fetch("select convert_from(payload, 'UTF8') as payload from outbox_event")
    assert not any("912345678" in row["payload"] or digits in row["payload"] for row in kept)


async def test_a_yes_recorded_at_night_wakes_nobody_and_is_told_in_the_morning(post: Post) -> None:
    with frozen(NIGHT):
        await post.ask("code")
        await post.ask("spoken")
        ((_, text),) = await post.work()
        assert "la ma DONG Y" in text
        assert await post.tx.fetchval(KEPT) == 1
        assert "dossiers.text_in_the_morning" not in tasks_of(post.settings, now())
    with frozen(MORNING):
        for _ in range(2):
            await tasks_of(post.settings, now())["dossiers.text_in_the_morning"](post.tx)
            sent = await post.work()
    assert len(sent) == 2
    assert sent[1][1].startswith("Ngo So: co nguoi ghi rang ban dong y")
    assert await post.tx.fetchval(KEPT) == 0


async def test_a_number_whose_text_never_left_is_forgotten_the_next_night(post: Post) -> None:
    with frozen(NOON):
        await post.ask("code")
        await forget_phones(post.tx)
        assert await post.tx.fetchval(KEPT) == 1
    with frozen(NOON + timedelta(hours=25)):
        await forget_phones(post.tx)
    assert await post.tx.fetchval(KEPT) == 0
