"""Zalo in a person's account: signing in, sharing a number, pairing ids, and forgetting all of it."""

from uuid import UUID

from api.identity import rules, store
from api.identity.actions import find_me, start_session
from api.identity.actions.merging import may_link
from api.identity.contracts import Me, PhoneProven, Session, Way
from api.identity.store import zalo as zalo_store
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings


async def sign_in_zalo(tx: Connection, settings: Settings, zalo_id: str, *, device: str = "") -> Session:
    """Sign in the person of a Zalo account that Zalo itself has just named."""
    person_id = await zalo_store.insert_person_with_zalo(tx, uuid7(), zalo_id, now())
    return await start_session(tx, settings, person_id, Way.ZALO, device=device)


async def find_zalo_id(db: Connection, me: Principal) -> str | None:
    """The Zalo account this person signed in with."""
    return await zalo_store.find_zalo_id(db, me.person_id)


async def confirm_phone(tx: Connection, me: Principal, phone: str) -> Me:
    """Keep the number Zalo has just named for this person's own Zalo account."""
    await may_link(tx, me)
    await store.lock_word(tx, f"phone:{phone}")
    if await store.find_person_by_phone(tx, phone) not in (None, me.person_id):
        raise rules.PhoneTaken
    await zalo_store.set_phone(tx, me.person_id, phone, now())
    await outbox.emit(tx, PhoneProven(person_id=me.person_id))
    return await find_me(tx, me)


async def pair_ids(tx: Connection, zalo_id: str, uid: str) -> None:
    """An event of the Official Account says that these two ids are one person's."""
    await zalo_store.set_uid(tx, zalo_id, uid)


async def forget_zalo(tx: Connection, *, zalo_id: str | None, uid: str | None) -> UUID | None:
    """Somebody took back at Zalo what they had allowed us; who keeps an account. Saying so again changes nothing.

    Who also proved a number by a code, or ever served here, keeps the account without Zalo: the link, the
    number Zalo shared and the sessions that began there go. Anybody else is deleted with everything that
    names them; reports and dossiers stay as records that name nobody.
    """
    person = await zalo_store.lock_person_of_zalo(tx, zalo_id, uid)
    if person is None:
        return None
    if person.has_own_phone or person.has_served:
        await zalo_store.unlink_zalo(tx, person.id)
        await zalo_store.close_zalo_sessions(tx, person.id, now())
        return person.id
    await zalo_store.delete_person(tx, person.id)
    return None
