"""Agree, or change one's mind: each purpose on its own, nothing granted beforehand."""

from uuid import UUID

from api.consents import rules, store
from api.consents.contracts import Consent, ConsentChange, Purpose
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal


async def list_consents(db: Connection, me: Principal) -> list[Consent]:
    """Every purpose with its sentence and what this person decided."""
    decided = {d.purpose: d for d in await store.list_decisions(db, seen_by=me.person_id)}
    return [
        rules.consent_of(
            purpose,
            granted=purpose in decided and decided[purpose].granted,
            decided_at=decided[purpose].decided_at if purpose in decided else None,
        )
        for purpose in Purpose
    ]


async def decide(tx: Connection, me: Principal, purpose: Purpose, change: ConsentChange) -> Consent:
    """Keep a decision about the sentence that was on the screen."""
    version = rules.SENTENCES[purpose].version
    if change.granted and change.text_version not in (None, version):
        raise rules.ConsentTextChanged
    await store.insert_decision(
        tx,
        me.person_id,
        purpose=purpose,
        granted=change.granted,
        text_version=version,
        session_id=me.session_id,
        at=now(),
    )
    return next(consent for consent in await list_consents(tx, me) if consent.purpose is purpose)


async def withdraw_all(tx: Connection, person_id: UUID) -> None:
    """Somebody took everything back elsewhere (in Zalo): every yes ends. Saying so again changes nothing."""
    await store.withdraw_all(tx, person_id, now())
