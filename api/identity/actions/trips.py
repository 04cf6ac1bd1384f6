"""Sign in at another server and come back: the province's OpenID Connect server, or Zalo on the web."""

from uuid import UUID

from api.identity import rules
from api.identity.actions import find_me, start_session
from api.identity.actions.merging import both, may_link, merge
from api.identity.contracts import LinkedWay, Me, ProvinceLinked, Session, Trip, TripEnd, TripWay, Way
from api.identity.rules.province import Account, ProvinceAccountUnknown
from api.identity.rules.trips import CALLBACK, TRIP_LIFETIME, TripRefused, derived
from api.identity.store import merging as merging_store
from api.identity.store import trips
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tokens import random_token, token_digest

NONCE, VERIFIER = "nonce", "verifier"


def redirect_uri(settings: Settings) -> str:
    """Where people come back to; registered with the other server."""
    return settings.public_url.rstrip("/") + CALLBACK


async def begin(tx: Connection, way: TripWay, *, state: str, url: str) -> Trip:
    """Keep that somebody leaves; `binding` stays in their browser and the other server never sees it."""
    binding, at = random_token(), now()
    await trips.insert_trip(
        tx, token_digest(state), token_digest(binding), way=way, at=at, until=at + TRIP_LIFETIME
    )
    return Trip(way=way, url=url, binding=binding)


async def come_back(tx: Connection, way: TripWay, end: TripEnd) -> None:
    """End the trip, once and in the browser it began in; TripRefused otherwise."""
    ended = await trips.end_trip(tx, token_digest(end.state), token_digest(end.binding), way=way, at=now())
    if not ended:
        raise TripRefused


def secrets_of(settings: Settings, state: str) -> tuple[str, str]:
    """Nonce and PKCE verifier of a trip."""
    secret = settings.secret_key
    return derived(secret, NONCE, state), derived(secret, VERIFIER, state)


async def sign_in_province(
    tx: Connection, settings: Settings, account: Account, *, device: str = ""
) -> Session:
    """Sign in whom the province vouches for. It proves who they are; what they may do, grants alone say.

    A second factor given there counts only as the settings say (`Account.second_factor_at`).
    """
    person_id = await trips.find_person_of_province(tx, account.issuer, account.subject)
    if person_id is None:
        person_id = await link_vouched(tx, account)
    await trips.name_nameless(tx, person_id, account.name)
    return await start_session(
        tx, settings, person_id, Way.OIDC, device=device, second_factor_at=account.second_factor_at
    )


async def link_vouched(tx: Connection, account: Account) -> UUID:
    """Link by a number or address that was proven here and that the province verified, when the settings trust that.

    Never where a second factor is enrolled: a claim another server sends must not stand in for it.
    """
    for proven_by, phone, email in (("phone", account.phone, None), ("email", None, account.email)):
        if phone is None and email is None:
            continue
        found = await trips.list_vouched(tx, phone, email, account.issuer)
        # An address can be of two people: then it is nobody's proof.
        if len(found) == 1 and await keep(tx, account, found[0], proven_by):
            return found[0]
    raise ProvinceAccountUnknown


async def keep(tx: Connection, account: Account, person_id: UUID, proven_by: str) -> bool:
    """Keep whose account it is, and tell them; False when it is somebody's, or they have another one there."""
    at = now()
    kept = await trips.insert_province_account(
        tx, account.issuer, account.subject, person_id=person_id, proven_by=proven_by, at=at
    )
    if kept:
        await outbox.emit(tx, ProvinceLinked(person_id=person_id, at=at), urgent=True)
    return kept


async def link_province(tx: Connection, me: Principal, account: Account) -> Me:
    """My account at the province, proven there just now, from inside my session; whoever had it before was me, too."""
    await may_link(tx, me)
    owner = await trips.find_person_of_province(tx, account.issuer, account.subject)
    if owner is None:
        mine = (await merging_store.lock_people(tx, [me.person_id])).get(me.person_id)
        if mine is None or mine.demo or not await keep(tx, account, me.person_id, "session"):
            raise rules.MergeRefused
    elif owner != me.person_id:
        await merge(tx, me, await both(tx, me, owner))
    return await find_me(tx, me)


async def unlink_province(tx: Connection, me: Principal) -> Me:
    """The account there no longer opens mine; who holds it is signed out, but for this session. Again: nothing."""
    await may_link(tx, me)
    shown = await find_me(tx, me)
    if shown.linked == [LinkedWay.PROVINCE]:
        raise rules.LastWayIn
    if LinkedWay.PROVINCE in shown.linked:
        await trips.delete_province_account(tx, me.person_id)
        await trips.close_province_sessions(tx, me.person_id, me.session_id, now())
    return await find_me(tx, me)
