"""What the applicant and who follows for them are told of a consent; the applicant is known by a hash only."""

from uuid import UUID

from api.dossiers.actions.notices import FollowerNotice
from api.dossiers.contracts.sharing import (
    DossierFollowed,
    DossierShareAsked,
    DossierShareDecided,
    How,
    ShareRow,
    ShareState,
)
from api.dossiers.rules.proof import hash_phone
from api.dossiers.rules.share_words import asked_words, decided_words, followed_words, sms_words
from api.dossiers.rules.sharing import share_code, state_of
from api.dossiers.store import following
from api.dossiers.store import sharing as store
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.tokens import equal


async def list_owners(db: Connection, dossier_id: UUID, *, settings: Settings) -> list[UUID]:
    """The applicant, if they use the app: of all who ever followed, the one whose number it is."""
    known = await store.list_known_phones(db, dossier_id)
    kept = await store.find_phone_hash(db, dossier_id)
    if kept is None:
        return []
    secret = settings.secret_key
    return [person for person, phone in known.items() if equal(hash_phone(secret, phone), kept)]


def notice_to(person_id: UUID, words: tuple[str, str], *, code: str, link: str, key: str) -> FollowerNotice:
    """One message about a consent."""
    title, body = words
    return FollowerNotice(
        person_id=person_id, title=title, body=body, code=code, status=title, next_step="",
        dedupe_key=key, link=link,
    )  # fmt: skip


async def list_asked_notices(
    tx: Connection, event: DossierShareAsked, *, settings: Settings
) -> list[FollowerNotice]:
    """To the applicant, while the request or the recorded yes is alive; a code goes to the phone instead."""
    row = await store.find_share(tx, event.share_id, person_id=None)
    if row is None or row.ended_at is not None or row.how is How.CODE:
        return []
    who = await store.find_asker(tx, row.person_id)
    words = asked_words(row, who.name, who.phone)
    link = f"#/hs/{row.dossier_id}/ai-xem"
    return [
        notice_to(owner, words, code=row.code, link=link, key=f"dossier-share:{row.id}")
        for owner in await list_owners(tx, row.dossier_id, settings=settings)
    ]


async def list_decided_notices(tx: Connection, event: DossierShareDecided) -> list[FollowerNotice]:
    """To who follows or asked to: yes, no, or the end."""
    row = await store.find_share(tx, event.share_id, person_id=None)
    if row is None:
        return []
    state = state_of(row, now())
    link = f"#/hs/{row.dossier_id}" if state is ShareState.GRANTED else "#/hs-giup"
    key = f"dossier-share:{row.id}:{state}"
    return [notice_to(row.person_id, decided_words(row, state), code=row.code, link=link, key=key)]


async def list_followed_notices(
    tx: Connection, event: DossierFollowed, *, settings: Settings
) -> list[FollowerNotice]:
    """To the applicant: somebody follows with the code; who left again meanwhile is not told of."""
    row = await following.find_dossier(tx, event.dossier_id, person_id=event.person_id)
    if row is None or not row.followed:
        return []
    link = f"#/hs/{row.id}/ai-xem"
    return [
        notice_to(
            owner,
            followed_words(row.code),
            code=row.code,
            link=link,
            key=f"followed:{row.id}:{event.person_id}",
        )
        for owner in await list_owners(tx, row.id, settings=settings)
        if owner != event.person_id
    ]


async def take_sms(
    tx: Connection, event: DossierShareAsked, *, settings: Settings, quiet: bool
) -> tuple[str, str] | None:
    """The applicant's number and the text for it, once; the number is not kept any longer.

    While people sleep only digits that somebody waits for go out; the rest keeps its number until the morning.
    """
    row: ShareRow | None = await store.find_share(tx, event.share_id, person_id=None)
    if quiet and row is not None and row.how is not How.CODE:
        return None
    phone = await store.take_phone(tx, event.share_id)
    if phone is None or row is None or row.ended_at is not None:
        return None
    if row.how is How.CODE and state_of(row, now()) is not ShareState.ASKED:
        return None
    digits = share_code(settings.secret_key, row)
    return phone, sms_words(row, digits=digits, hotline=settings.hotline)
