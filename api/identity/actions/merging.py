"""Two accounts of one person become one, when both have just been proven."""

from uuid import UUID

from api.identity import rules, store
from api.identity.actions import find_me, prove_phone
from api.identity.contracts import CodeAnswer, Me, PhoneProven, SecondFactor
from api.identity.store import merging, zalo
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.principal import Principal
from api.kit.settings import Settings


async def link_phone(tx: Connection, settings: Settings, me: Principal, answer: CodeAnswer) -> Me:
    """My number, proven by the code it was sent; whoever had proven it before was me, too."""
    phone = await prove_phone(tx, settings, answer)
    await may_link(tx, me)
    other = await store.find_person_by_phone(tx, phone)
    if other is None:
        mine = (await merging.lock_people(tx, [me.person_id])).get(me.person_id)
        if mine is None or mine.demo or (mine.has_phone and mine.phone != phone):
            raise rules.MergeRefused
    elif other != me.person_id:
        await merge(tx, me, await both(tx, me, other))
    # Also a number Zalo had shared is from now on proven by its code: it stays when Zalo is taken back.
    await store.set_own_phone(tx, me.person_id, phone, now())
    await outbox.emit(tx, PhoneProven(person_id=me.person_id))
    return await find_me(tx, me)


async def link_zalo(tx: Connection, me: Principal, zalo_id: str) -> Me:
    """My Zalo account, as Zalo itself has just named it; whoever signed in with it before was me, too."""
    await may_link(tx, me)
    await store.lock_word(tx, f"zalo:{zalo_id}")
    other = await zalo.find_person_by_zalo(tx, zalo_id)
    if other is None:
        mine = (await merging.lock_people(tx, [me.person_id])).get(me.person_id)
        if mine is None or mine.demo or mine.zalo_id is not None:
            raise rules.MergeRefused
        await zalo.set_zalo_id(tx, me.person_id, zalo_id)
    elif other != me.person_id:
        await merge(tx, me, await both(tx, me, other))
    return await find_me(tx, me)


async def may_link(tx: Connection, me: Principal) -> None:
    """Who has a second factor gives it first: another way in is not added by a stolen phone number."""
    if (await find_me(tx, me)).second_factor is SecondFactor.TO_PROVE:
        raise NotAllowed(detail="Hãy nhập mã xác thực lớp hai trước")


async def both(tx: Connection, me: Principal, other: UUID) -> tuple[merging.Account, merging.Account]:
    """Mine and the other one, locked."""
    found = await merging.lock_people(tx, [me.person_id, other])
    if len(found) < 2:  # noqa: PLR2004  one was absorbed or forgotten while we waited
        raise rules.MergeRefused
    return found[me.person_id], found[other]


async def merge(tx: Connection, me: Principal, accounts: tuple[merging.Account, merging.Account]) -> None:
    """The account signed in stays; the other gives it everything and is gone with its sessions."""
    mine, other = accounts
    if not rules.may_merge(mine, other):
        raise rules.MergeRefused
    await merging.absorb(tx, other.id, me.person_id)
