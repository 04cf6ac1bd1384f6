"""An answer that was lost, a worker that died: asked about first, sent again only when that is right."""

import asyncio
from datetime import timedelta

import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from api.messages.actions import carrying, tell
from api.messages.contracts import Channel, Kind, Way
from api.messages.gateway.carrier import Letter
from api.messages.rules.outcomes import Came, Outcome
from api.messages.store.carrying import Task
from tests.given.carriers import FakeProvider, FakeSmtp
from tests.given.messages import drain, notice, person
from tests.given.time import frozen
from tests.messages.conftest import DAY, rows
from workers.carrying import Post


async def test_a_lost_answer_is_asked_about_by_its_tracking_id_before_anything_is_sent_again(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    provider.swallow = 1
    await tell(tx, notice(me))
    await drain(post)
    assert await rows(tx) == [("sms", "unsure")]
    with frozen(DAY + timedelta(minutes=1)):
        assert await post.ask_lost(Way.SMS) == 1
        assert await drain(post) == 0
    assert await rows(tx) == [("sms", "sent")]
    assert len(provider.posts) == 1, "the provider knew it: nothing was sent again"


async def test_a_worker_that_died_before_the_call_leaves_nothing_unsent(
    tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    await tell(tx, notice(me))
    await post.plan()
    (dropped,) = await claimed(post, Way.SMS)
    assert await rows(tx) == [("sms", "sending")]
    assert await post.ask_lost(Way.SMS) == 0, "a call may last; it is not given up yet"
    with frozen(DAY + timedelta(minutes=2)):
        assert await post.ask_lost(Way.SMS) == 1
        assert await rows(tx) == [("sms", "waiting")], "the provider never had it"
        await post.carry(post.carriers[Way.SMS], dropped)
        assert provider.posts == [], "who comes back so late leaves it to those who asked"
        await drain(post)
    assert await rows(tx) == [("sms", "sent")]
    assert len(provider.posts) == 1


@pytest.mark.parametrize("late", [Came.UNKNOWN, Came.REFUSED, Came.LOST])
async def test_what_is_heard_of_an_earlier_attempt_changes_nothing(
    *, tx: Connection, real: Settings, post: Post, provider: FakeProvider, late: Came
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    await tell(tx, notice(me))
    await post.plan()
    (first,) = await claimed(post, Way.SMS)
    with frozen(DAY + timedelta(minutes=2)):
        await post.ask_lost(Way.SMS)
        (second,) = await claimed(post, Way.SMS)
        await post.keep_outcome(first, Outcome(came=late))
        assert await rows(tx) == [("sms", "sending")], "else it would be sent beside the second"
        await post.carry(post.carriers[Way.SMS], second)
    assert await rows(tx) == [("sms", "sent")]
    assert len(provider.posts) == 1


class HeldCarrier:
    """Has taken a message, and does not say so yet."""

    can_ask, price_vnd = False, 0

    def __init__(self) -> None:
        self.called, self.may_say = asyncio.Event(), asyncio.Event()

    async def send(self, letter: Letter) -> Outcome:  # noqa: ARG002  the post calls carriers so
        self.called.set()
        await self.may_say.wait()
        return Outcome(came=Came.TAKEN)

    async def ask(self, letter: Letter) -> Outcome:  # noqa: ARG002  the post asks carriers so
        return Outcome(came=Came.SILENT)


async def test_a_worker_told_to_stop_hears_the_answer_to_what_it_is_sending(
    tx: Connection, real: Settings, post: Post
) -> None:
    me = await person(tx, real, agreed={Kind.DOSSIER: (Channel.SMS,)})
    await tell(tx, notice(me))
    await post.plan()
    carrier = HeldCarrier()
    post.carriers = {Way.SMS: carrier}
    lane = asyncio.create_task(post.lane(Way.SMS, carrying.NORMAL))
    await asyncio.wait_for(carrier.called.wait(), 5)
    lane.cancel()
    carrier.may_say.set()
    await post.finish()
    assert await rows(tx) == [("sms", "sent")], "cut off, it would be asked about, and perhaps sent again"


async def claimed(post: Post, way: Way) -> list[Task]:
    """Claim and then die."""
    async with post.database.write() as tx:
        claim = await carrying.claim(tx, post.settings, way, lane=carrying.NORMAL, price_vnd=850, limit=10)
    return claim.tasks


async def test_a_mail_server_that_hangs_up_after_the_data_is_tried_again_under_the_same_id(
    tx: Connection, real: Settings, post: Post, mail: FakeSmtp
) -> None:
    me = await person(tx, real, email="an@example.vn", agreed={Kind.DOSSIER: (Channel.EMAIL,)})
    mail.hang_up = True
    await tell(tx, notice(me))
    await drain(post)
    assert await rows(tx) == [("email", "unsure")]
    mail.hang_up = False
    with frozen(DAY + timedelta(minutes=1)):
        assert await post.ask_lost(Way.EMAIL) == 0, "its patience is two minutes"
    with frozen(DAY + timedelta(minutes=3)):
        assert await post.ask_lost(Way.EMAIL) == 1
        await drain(post)
    assert await rows(tx) == [("email", "sent")]
    assert len({message["Message-ID"] for message in mail.taken}) == 1


async def test_a_carrier_that_keeps_failing_ends_in_the_dead_letters(
    tx: Connection, real: Settings, post: Post, mail: FakeSmtp
) -> None:
    me = await person(tx, real, email="an@example.vn", agreed={Kind.DOSSIER: (Channel.EMAIL,)})
    mail.later = True
    await tell(tx, notice(me))
    at = DAY
    for _ in range(6):
        with frozen(at):
            assert await drain(post) == 1
        at += timedelta(hours=1)
    assert await rows(tx) == [("email", "dead")]
    assert mail.taken == []
