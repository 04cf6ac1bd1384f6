"""Messages as given: people who agreed to be told, and a post that is drained by hand."""

from collections.abc import Mapping
from uuid import UUID

import httpx

from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.messages.actions import carrying, preferences
from api.messages.actions.carrying import NORMAL, URGENT
from api.messages.contracts import Channel, Choice, Kind, Notice, Params, PreferencesChange, Way
from api.messages.gateway.carrier import Carrier
from tests.given.identity import signed_in
from tests.given.work import OneConnection
from workers.carrying import Post


def principal(person_id: UUID) -> Principal:
    """A person as their own requests see them."""
    return Principal(person_id=person_id, session_id=uuid7())


async def person(
    tx: Connection,
    settings: Settings,
    *,
    phone: str = "0912345678",
    agreed: Mapping[Kind, tuple[Channel, ...]] | None = None,
    email: str | None = None,
    uid: str | None = None,
) -> UUID:
    """Somebody with a proven number who agreed to these channels, through the actions they use."""
    me = (await signed_in(tx, settings, phone)).me.id
    if email is not None:
        asked = await preferences.ask_email(tx, settings, principal(me), email)
        assert asked.demo_code is not None
        await preferences.confirm_email(tx, settings, principal(me), asked.demo_code)
    if uid is not None:
        await tx.execute("update person set zalo_id_by_oa = $2 where id = $1", me, uid)
    choices = [
        Choice(purpose=kind, channel=channel, granted=True)
        for kind, channels in (agreed or {}).items()
        for channel in channels
    ]
    await preferences.change_preferences(tx, settings, principal(me), PreferencesChange(choices=choices))
    return me


HOME = "update person set home_commune_id = (select id from admin_unit where code = $2 and valid_to is null) where id = $1"


async def lives_in(tx: Connection, person_id: UUID, commune_code: str) -> None:
    """This person chose a home."""
    await tx.execute(HOME, person_id, commune_code)


def notice(
    person_id: UUID,
    *,
    kind: Kind = Kind.DOSSIER,
    key: str = "k",
    urgent: bool = False,
    params: Params | None = None,
    link: str = "#/hs/1",
) -> Notice:
    """Something to tell."""
    return Notice(
        person_id=person_id,
        kind=kind,
        title="Hồ sơ: Đã xử lý xong",
        body="Chi tiết chỉ có trong ứng dụng: con trai Nguyễn Văn An.",
        link=link,
        dedupe_key=key,
        urgent=urgent,
        params=params,
    )


def post_of(
    tx: Connection, settings: Settings, http: httpx.AsyncClient, carriers: Mapping[Way, Carrier]
) -> Post:
    """A post inside a rolled-back transaction."""
    return Post(OneConnection(tx), settings, carriers)


async def drain(post: Post) -> int:
    """Plan and send everything that is due now, one at a time; how many rows were taken."""
    while await post.plan():
        pass
    total = 0
    while True:
        taken = 0
        for way, carrier in post.carriers.items():
            for lane in (URGENT, NORMAL):
                async with post.database.write() as tx:
                    claim = await carrying.claim(
                        tx, post.settings, way, lane=lane, price_vnd=carrier.price_vnd, limit=50
                    )
                taken += claim.taken
                for task in claim.tasks:
                    await post.carry(carrier, task)
        total += taken
        if not taken:
            return total
