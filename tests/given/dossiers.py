"""Dossiers as their source tells them, people to follow them, and a key to speak with."""

from collections.abc import Generator
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import UUID

import httpx

from api.dossiers.actions.keys import create_key
from api.dossiers.contracts import ClockState, DossierRow, EventRow, FiledBy, Verdict
from api.dossiers.contracts.integration import NewIntegrationKey
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.kit.signing import headers_for

NUMBERS = count(1)
PHONE = "0912 345 678"
LAST4 = "5678"
RECEIVED = "2026-11-16T02:00:00Z"
ID = UUID(int=1)
STARTED = datetime(2026, 11, 18, 2, tzinfo=UTC)
PROMISED = datetime(2026, 11, 19, 10, tzinfo=UTC)
INSERT_PERSON = """
insert into person (id, display_name, phone, phone_verified_at, demo) values ($1, 'Test', $2, $3, true)
"""


def given_code() -> str:
    """A dossier code nobody else has."""
    return f"H57.12-261116-{next(NUMBERS):04}"


def told(state: str, sequence: int, **changes: Any) -> dict[str, Any]:
    """The body of an event with sensible facts."""
    return {
        "event_id": f"event-{next(NUMBERS)}",
        "sequence": sequence,
        "occurred_at": RECEIVED,
        "state_code": state,
        "procedure_code": "1.004222",
        "agency_name": "Công an phường Vỹ Dạ",
        "applicant_phone": PHONE,
        "filed_by": "self",
        **changes,
    }


class SystemKey(httpx.Auth):
    """Signs every request as an outside system does (docs/integration.md)."""

    requires_request_body = True

    def __init__(self, made: NewIntegrationKey) -> None:
        self.made = made

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers.update(
            headers_for(
                self.made.key,
                self.made.secret,
                request.method,
                request.url.raw_path.decode(),
                request.content,
                now(),
            )
        )
        yield request


async def given_key(tx: Connection, settings: Settings, system: str = "mot-cua") -> SystemKey:
    """What a system that may write dossiers signs with."""
    return SystemKey(await create_key(tx, system=system, name=system, settings=settings))


async def given_person(tx: Connection, *, phone: str | None = None, verified: bool = True) -> UUID:
    """Somebody who signed in, with a number or without."""
    identity = uuid7()
    at = datetime.now(UTC) if phone and verified else None
    await tx.execute(INSERT_PERSON, identity, phone, at)
    return identity


async def tell(client: httpx.AsyncClient, key: SystemKey, code: str, body: dict[str, Any]) -> dict[str, Any]:
    """Tell one event that must be taken; the receipt."""
    answer = await client.put(f"/v1/integration/dossiers/{code}", json=body, auth=key)
    assert answer.status_code in (200, 201), answer.text
    receipt: dict[str, Any] = answer.json()
    return receipt


def given_row(**changes: Any) -> DossierRow:
    """A dossier as kept: processed since Wednesday 18 November, due on Thursday."""
    facts: dict[str, Any] = {
        "id": ID,
        "system": "s",
        "code": "H57-1",
        "procedure_code": "1.1",
        "procedure_name": None,
        "procedure_title": None,
        "agency_code": None,
        "agency_name": None,
        "agency_title": None,
        "filed_by": FiledBy.SELF,
        "sequence": 1,
        "state_code": "4",
        "state_name": None,
        "clock": ClockState.RUNNING,
        "amount": None,
        "unit": None,
        "after_pause": None,
        "started_at": STARTED,
        "due_at": PROMISED,
        "paused_at": None,
        "stopped_at": None,
        "promised_at": None,
        "late_reason": None,
        "last_known_at": STARTED,
        "followed": False,
        "demo": False,
    }
    return DossierRow(**(facts | changes))


def given_event(**changes: Any) -> EventRow:
    """Its one event, as kept."""
    facts: dict[str, Any] = {
        "id": ID,
        "dossier_id": ID,
        "event_id": "e",
        "sequence": 1,
        "state_code": "4",
        "state_name": None,
        "note": None,
        "correction": False,
        "occurred_at": STARTED,
        "recorded_at": STARTED,
        "digest": "",
        "verdict": Verdict.APPLIED,
        "flags": [],
    }
    return EventRow(**(facts | changes))
