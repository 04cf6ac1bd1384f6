"""What leaves the app: whom it reaches, in what order, when, once; over real sockets."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.clock import VN
from api.kit.db import Connection
from api.kit.settings import Settings
from api.messages.actions import preferences, tell, tell_all
from api.messages.contracts import (
    Channel,
    Choice,
    DossierParams,
    Kind,
    NewPushSubscription,
    PreferencesChange,
)
from tests.given.carriers import FakeProvider, FakePush, FakeSmtp
from tests.given.messages import drain, notice, person, principal
from tests.given.time import frozen
from tests.messages.conftest import NIGHT, ROWS, rows
from workers.carrying import Post

EVERYTHING = (Channel.PUSH, Channel.EMAIL, Channel.ZALO, Channel.SMS)
WORDS = DossierParams(code="H57-20260609-0092637", status="Đã xử lý xong", next_step="Đến nhận kết quả")


async def with_browser(tx: Connection, real: Settings, me: UUID, push: FakePush) -> None:
    """A browser of this person that shows notifications."""
    new = msgspec.convert(push.subscription(), NewPushSubscription)
    await preferences.subscribe(tx, real, principal(me), new)


async def test_nobody_is_told_outside_the_app_without_a_yes(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider, mail: FakeSmtp
) -> None:
    me = await person(tx, real, email="an@example.vn")
    assert await tell(tx, notice(me))
    assert await drain(post) == 0
    assert (await rows(tx), provider.posts, mail.taken) == ([], [], [])
    assert await tx.fetchval("select count(*) from message where planned_at is not null") == 1


async def test_a_dossier_notice_goes_by_the_cheapest_way_only(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider, mail: FakeSmtp
) -> None:
    me = await person(tx, real, email="an@example.vn", agreed={Kind.DOSSIER: (Channel.EMAIL, Channel.SMS)})
    await tell(tx, notice(me, params=WORDS))
    assert await drain(post) == 1
    assert await rows(tx) == [("email", "sent")]
    (message,) = mail.taken
    assert message["To"] == "an@example.vn"
    assert message["Subject"] == "Hồ sơ H57-20260609-0092637: Đã xử lý xong"
    plain, rich = message.iter_parts()
    assert "Đến nhận kết quả" in plain.get_content()
    assert "https://hue.example.vn/#/hs/1" in rich.get_content()
    assert "Nguyễn Văn An" not in message.as_string(), "the inbox's body never leaves the app"
    tracking = await tx.fetchval("select id from delivery")
    assert message["Message-ID"] == f"<{tracking.hex}@example.vn>"
    assert mail.senders == [f"ngoso+{tracking.hex}@example.vn"]
    assert provider.posts == []


async def test_telling_twice_sends_once(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    assert await tell_all(tx, [notice(me), notice(me)]) == 1
    assert await drain(post) == 1
    assert not await tell(tx, notice(me))
    assert await drain(post) == 0
    assert len(provider.posts) == 1


async def test_a_box_that_does_not_exist_falls_back_and_is_not_tried_again(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider, mail: FakeSmtp
) -> None:
    me = await person(tx, real, email="an@example.vn", agreed={Kind.DOSSIER: (Channel.EMAIL, Channel.SMS)})
    mail.no_box = {"an@example.vn"}
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    assert await rows(tx) == [("email", "unreachable"), ("sms", "sent")]
    (sms,) = provider.taken.values()
    assert sms["to"] == "+84912345678"
    assert sms["text"].startswith("Ngo So: Ho so H57-20260609-0092637: Da xu ly xong. Den nhan ket qua")
    assert sms["text"].isascii()
    assert len(sms["text"]) <= 160
    await tell(tx, notice(me, key="second"))
    await drain(post)
    assert (await rows(tx))[2:] == [("sms", "sent")], "the bounced box is left out of the plan"
    again = PreferencesChange(choices=[Choice(purpose=Kind.DOSSIER, channel=Channel.EMAIL, granted=True)])
    await preferences.change_preferences(tx, real, principal(me), again)
    mail.no_box = set()
    await tell(tx, notice(me, key="third"))
    await drain(post)
    assert len(mail.taken) == 1, "a new yes tries the address again"


async def test_what_is_told_at_night_leaves_in_the_morning(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    with frozen(NIGHT):
        await tell(tx, notice(me))
        assert await drain(post) == 0
        (row,) = await tx.fetch(ROWS)
    local = row["next_try_at"].astimezone(VN)
    assert (local.date().isoformat(), local.hour) == ("2026-11-24", 7)
    assert provider.posts == []
    with frozen(row["next_try_at"]):
        assert await drain(post) == 1
    assert len(provider.posts) == 1


async def test_a_backlog_of_the_day_stops_at_nine_in_the_evening(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    await tell(tx, notice(me))
    await post.plan()
    with frozen(datetime(2026, 11, 23, 21, 0, tzinfo=VN)):
        assert await drain(post) == 0
    with frozen(datetime(2026, 11, 24, 7, 0, tzinfo=VN)):
        assert await drain(post) == 1


async def test_danger_to_life_wakes_people_on_every_channel_they_agreed_to(
    *,
    tx: Connection,
    real: Settings,
    post: Post,
    provider: FakeProvider,
    mail: FakeSmtp,
    push: FakePush,
) -> None:
    me = await person(tx, real, email="an@example.vn", agreed={Kind.ALERT: (Channel.EMAIL, Channel.SMS)})
    await with_browser(tx, real, me, push)
    with frozen(NIGHT):
        await tell(tx, notice(me, kind=Kind.ALERT, urgent=True))
        assert await drain(post) == 3
    assert await rows(tx) == [("push", "sent"), ("email", "sent"), ("sms", "sent")]
    assert (len(mail.taken), len(push.taken), len(provider.posts)) == (1, 1, 1)
    assert push.headers[0]["urgency"] == "high"


async def test_what_was_read_in_the_app_is_not_sent_any_more(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    await tell(tx, notice(me))
    await post.plan()
    await tx.execute("update message set read_at = now()")
    await drain(post)
    assert await rows(tx) == [("sms", "unwanted")]
    assert provider.posts == []


async def test_a_no_said_after_planning_counts_and_the_next_way_is_tried(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider, mail: FakeSmtp
) -> None:
    me = await person(tx, real, email="an@example.vn", agreed={Kind.DOSSIER: (Channel.EMAIL, Channel.SMS)})
    await tell(tx, notice(me))
    await post.plan()
    no = PreferencesChange(choices=[Choice(purpose=Kind.DOSSIER, channel=Channel.EMAIL, granted=False)])
    await preferences.change_preferences(tx, real, principal(me), no)
    await drain(post)
    assert await rows(tx) == [("email", "unwanted"), ("sms", "sent")]
    assert mail.taken == []


async def test_a_browser_that_is_gone_is_forgotten(
    tx: Connection,
    real: Settings,
    post: Post,
    provider: FakeProvider,
    push: FakePush,
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    await with_browser(tx, real, me, push)
    push.status = 410
    await tell(tx, notice(me))
    await drain(post)
    assert await rows(tx) == [("push", "unreachable"), ("sms", "sent")]
    assert await tx.fetchval("select count(*) from push_subscription") == 0
    assert len(provider.posts) == 1


async def test_push_says_only_the_head_and_where_to_look(
    tx: Connection, real: Settings, post: Post, push: FakePush
) -> None:
    me = await person(tx, real)
    await with_browser(tx, real, me, push)
    await tell(tx, notice(me, params=WORDS))
    await drain(post)
    tracking = await tx.fetchval("select id from delivery")
    assert push.taken == [
        {
            "title": "Hồ sơ H57-20260609-0092637: Đã xử lý xong",
            "url": "https://hue.example.vn/#/hs/1",
            "tag": tracking.hex,
            "urgent": False,
        }
    ]
    assert push.headers[0]["topic"] == tracking.hex
    assert push.headers[0]["authorization"].startswith("vapid t=")
