"""After their days deliveries are forgotten and messages lose their words; nobody is told anything again."""

from datetime import timedelta

from api.kit.db import Connection
from api.kit.settings import Settings
from api.messages.actions import inbox, tell
from api.messages.actions.forgetting import forget_old
from api.messages.contracts import Channel, Kind
from tests.given.carriers import FakeProvider
from tests.given.messages import drain, notice, person, principal
from tests.given.time import frozen
from tests.messages.conftest import DAY, rows
from workers.carrying import Post

WORDS = "select title, body, link, params, erased_at is not null as erased from message order by dedupe_key"


async def test_what_is_over_goes_and_what_waits_stays(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    await tell(tx, notice(me, key="sent"))
    await drain(post)
    await tell(tx, notice(me, key="waits"))
    await post.plan()
    with frozen(DAY + timedelta(days=real.delivery_keep_days - 1)):
        await forget_old(tx, real)
        assert len(await rows(tx)) == 2
    with frozen(DAY + timedelta(days=real.inbox_keep_days + 1)):
        await forget_old(tx, real)
        assert await rows(tx) == [("sms", "waiting")]
        erased, whole = await tx.fetch(WORDS)
        assert tuple(erased) == ("-", "", None, None, True)
        assert whole["title"] == "Hồ sơ: Đã xử lý xong", "what has yet to leave the app is left whole"
    assert len(provider.posts) == 1


async def test_what_was_forgotten_is_not_told_again(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    assert await tell(tx, notice(me, key="once"))
    await drain(post)
    with frozen(DAY + timedelta(days=real.inbox_keep_days + 1)):
        await forget_old(tx, real)
        assert await tell(tx, notice(me, key="once")) is False
        await drain(post)
    assert (await rows(tx), len(provider.posts)) == ([], 1)
    assert (await inbox.read_inbox(tx, principal(me), cursor=None, limit=20)).items == []
