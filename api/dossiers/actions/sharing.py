"""Follow for a parent or neighbour with their consent; the applicant sees who follows and ends it at once."""

from datetime import timedelta
from uuid import UUID

import msgspec

from api.dossiers.actions import following
from api.dossiers.contracts.sharing import (
    DossierFollowed,
    DossierShareAsked,
    DossierShareDecided,
    Follower,
    FollowerDecision,
    FollowerRow,
    Followers,
    How,
    NewShare,
    Share,
    ShareRow,
    Shares,
    ShareState,
)
from api.dossiers.rules import sharing as rules
from api.dossiers.rules.proof import DossierNotFound, TooManyLookups
from api.dossiers.store import following as follows
from api.dossiers.store import sharing as store
from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.errors import Problem
from api.kit.ids import uuid7
from api.kit.phones import e164
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tokens import equal

DAY = timedelta(days=1)


async def ask_share(
    tx: Connection, me: Principal, new: NewShare, *, address: str, settings: Settings
) -> tuple[Share | Problem, bool]:
    """Ask the applicant, or record the yes they gave in person; whether that is new.

    Both factors are needed first. What follows is the same whether the applicant uses the app or not.
    """
    at = now()
    rules.check_new(new, vn_date(at))
    phone = e164(new.owner_phone) if new.owner_phone else None
    found = await following.prove(
        tx, new, address=address, settings=settings, person_id=me.person_id, owner_phone=phone
    )
    if isinstance(found, Problem):
        return found, False
    mine = await following.my_phone_hash(tx, me, settings=settings)
    if mine is not None and mine == await store.find_phone_hash(tx, found):
        raise rules.ShareNotNeeded
    live = await store.hold_live(tx, found, person_id=me.person_id)
    if await store.is_barred(tx, found, person_id=me.person_id):
        # The applicant said no between our look and our turn.
        return DossierNotFound(), False
    state = rules.state_of(live, at) if live is not None else ShareState.ENDED
    if live is not None and (
        state is ShareState.GRANTED or (state is ShareState.ASKED and new.how == live.how == How.ASKED)
    ):
        return rules.share_of(live, at), False
    # Refused before anything is ended: who may not ask again keeps the request they have.
    if rules.is_too_much(await store.count_asked(tx, found, since=at - DAY), texted=phone is not None):
        return TooManyLookups(retry_after=int(DAY.total_seconds())), False
    if live is not None:
        by = "time" if state is ShareState.LAPSED else "follower"
        await store.end_live(tx, found, person_id=me.person_id, by=by, at=at)
    return await keep(tx, me, new, found, phone=phone, settings=settings)


async def keep(
    tx: Connection, me: Principal, new: NewShare, dossier_id: UUID, *, phone: str | None, settings: Settings
) -> tuple[Share, bool]:
    """Keep a request or a yes given in person, which counts from now, and have the applicant told."""
    at = now()
    row = ShareRow(
        id=uuid7(),
        dossier_id=dossier_id,
        person_id=me.person_id,
        code=new.code,
        relation=new.relation,
        purpose=new.purpose,
        how=How(new.how),
        given_on=new.given_on,
        asked_at=at,
        granted_at=at if new.given_on else None,
        ended_at=None,
        ended_by=None,
    )
    if not await store.insert_share(tx, row, text_version=new.text_version, owner_phone=phone):
        # The same request came twice at once: the first is the answer.
        live = await store.hold_live(tx, dossier_id, person_id=me.person_id)
        return rules.share_of(live or row, at), False
    if row.granted_at:
        await follows.put_follow(tx, dossier_id, person_id=me.person_id, at=at)
    else:
        await store.stop_following(tx, dossier_id, person_id=me.person_id, at=at)
    await outbox.emit(tx, DossierShareAsked(share_id=row.id), urgent=new.how == "code")
    demo_code = rules.share_code(settings.secret_key, row) if settings.demo and new.how == "code" else None
    kept = await store.find_share(tx, row.id, person_id=me.person_id)
    return rules.share_of(kept or row, at, demo_code=demo_code), True


async def confirm_code(
    tx: Connection, me: Principal, share_id: UUID, code: str, *, settings: Settings
) -> Share:
    """The digits the applicant read out are their yes. A wrong try is counted even as it is refused."""
    at = now()
    since = at - rules.OPEN_FOR[How.CODE]
    counted = await store.count_try(tx, share_id, person_id=me.person_id, since=since, most=rules.CODE_TRIES)
    row = await store.find_share(tx, share_id, person_id=me.person_id) if counted else None
    if row is None or not equal(rules.share_code(settings.secret_key, row), code):
        raise rules.ShareCodeWrong
    await store.grant(tx, share_id, text_version=rules.TEXT_VERSION, at=at)
    await follows.put_follow(tx, row.dossier_id, person_id=me.person_id, at=at)
    return rules.share_of(msgspec.structs.replace(row, granted_at=at), at)


async def list_my_shares(db: Connection, me: Principal) -> Shares:
    """For whom I follow or asked to, and the sentences of a new request."""
    rows = await store.list_shares(db, me.person_id)
    return Shares(
        items=[rules.share_of(row, now()) for row in rows],
        texts=rules.TEXTS,
        text_version=rules.TEXT_VERSION,
    )


async def end_my_share(tx: Connection, me: Principal, share_id: UUID) -> None:
    """Follow for them no more, or take the request back."""
    row = await store.find_share(tx, share_id, person_id=me.person_id)
    if row is None or row.ended_at is not None:
        raise rules.ShareNotFound
    at = now()
    await store.end_live(tx, row.dossier_id, person_id=me.person_id, by="follower", at=at)
    if row.granted_at is not None:
        await follows.end_follow(tx, row.dossier_id, person_id=me.person_id, at=at)


async def list_followers(db: Connection, me: Principal, dossier_id: UUID, *, settings: Settings) -> Followers:
    """Who follows my dossier, or asks to. Mine is what was filed with my verified number."""
    rows = await rows_of(db, me, dossier_id, settings=settings)
    return Followers(
        items=[rules.follower_of(row, handle, now()) for handle, row in rows.items()],
        text=rules.OWNER_TEXT,
        text_version=rules.TEXT_VERSION,
    )


async def rows_of(
    db: Connection, me: Principal, dossier_id: UUID, *, settings: Settings
) -> dict[str, FollowerRow]:
    """The followers of my dossier by what I call them; DossierNotFound when it is not mine."""
    mine = await following.my_phone_hash(db, me, settings=settings)
    if mine is None or mine != await store.find_phone_hash(db, dossier_id):
        raise DossierNotFound
    rows = await store.list_following(db, dossier_id, but=me.person_id)
    return {rules.handle_of(settings.secret_key, row, str(dossier_id)): row for row in rows}


async def decide(
    tx: Connection,
    me: Principal,
    dossier_id: UUID,
    handle: str,
    decision: FollowerDecision,
    *,
    settings: Settings,
) -> Follower:
    """Say yes to a request, or end it at once: the other then sees nothing more of the dossier."""
    if decision.allowed and decision.text_version not in (None, rules.TEXT_VERSION):
        raise rules.ShareTextChanged
    row = (await rows_of(tx, me, dossier_id, settings=settings)).get(handle)
    if row is not None:
        # Read again when nothing can come between: they may be following, asking or leaving just now.
        await store.hold_follower(tx, dossier_id, person_id=row.person_id)
        row = (await rows_of(tx, me, dossier_id, settings=settings)).get(handle)
    if row is None:
        raise rules.FollowerNotFound
    at = now()
    state = rules.follower_of(row, handle, at).state
    if decision.allowed and state is not ShareState.GRANTED:
        await allow(tx, dossier_id, row, state)
    elif not decision.allowed and state not in (ShareState.REFUSED, ShareState.ENDED):
        share_id = await store.end_live(tx, dossier_id, person_id=row.person_id, by="owner", at=at)
        if share_id is None:
            share_id = await write(tx, dossier_id, row, ended=True)
        await follows.end_follow(tx, dossier_id, person_id=row.person_id, at=at)
        await outbox.emit(tx, DossierShareDecided(share_id=share_id))
    after = (await rows_of(tx, me, dossier_id, settings=settings))[handle]
    return rules.follower_of(after, handle, now())


async def allow(tx: Connection, dossier_id: UUID, row: FollowerRow, state: ShareState) -> None:
    """The applicant's yes in the app: to an open request, or to somebody they once refused."""
    at, share_id = now(), row.share_id
    if state is ShareState.ASKED and share_id is not None:
        if not await store.grant(tx, share_id, text_version=rules.TEXT_VERSION, at=at):
            # Taken back while the applicant read it.
            raise rules.FollowerNotFound
    else:
        await store.end_live(tx, dossier_id, person_id=row.person_id, by="time", at=at)
        share_id = await write(tx, dossier_id, row, ended=False)
    await follows.put_follow(tx, dossier_id, person_id=row.person_id, at=at)
    await outbox.emit(tx, DossierShareDecided(share_id=share_id))


async def write(tx: Connection, dossier_id: UUID, row: FollowerRow, *, ended: bool) -> UUID:
    """A new line of the record, of the applicant's own hand: a yes, or a no to who followed by code."""
    at, share_id = now(), uuid7()
    told = not ended and row.relation is not None
    share = ShareRow(
        id=share_id,
        dossier_id=dossier_id,
        person_id=row.person_id,
        code="",
        relation=row.relation if told else None,
        purpose=row.purpose if told else None,
        how=How.ASKED if told else How.BY_CODE,
        given_on=None,
        asked_at=at,
        granted_at=at,
        ended_at=at if ended else None,
        ended_by="owner" if ended else None,
    )
    await store.insert_share(tx, share, text_version=rules.TEXT_VERSION)
    return share_id


async def follow_own(tx: Connection, person_id: UUID, *, settings: Settings) -> None:
    """Somebody proved a number: every dossier filed with it is theirs to be told of, and who follows or asks to."""
    phone_hash = await following.phone_hash_of(tx, person_id, settings=settings)
    if phone_hash is None:
        return
    await store.follow_own(tx, person_id, phone_hash=phone_hash, at=now())
    alive = await store.list_alive(tx, phone_hash, but=person_id)
    by_code = await store.list_by_code(tx, phone_hash, but=person_id)
    # Said before is not said twice: the inbox takes each request and each follower once.
    await outbox.emit_all(tx, [(DossierShareAsked(share_id=one), False) for one in alive])
    await outbox.emit_all(
        tx, [(DossierFollowed(dossier_id=one, person_id=who), False) for one, who in by_code]
    )


async def text_in_the_morning(tx: Connection) -> None:
    """Once a morning: texts that waited for it. Who reads of it in the app is not told there again."""
    waiting = await store.list_with_phone(tx, before=now())
    await outbox.emit_all(tx, [(DossierShareAsked(share_id=one), False) for one in waiting])


async def forget_phones(tx: Connection) -> None:
    """Once a night: numbers typed for one SMS that could not leave in a day are forgotten."""
    await store.forget_phones(tx, before=now() - DAY)
