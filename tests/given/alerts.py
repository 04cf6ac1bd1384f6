"""Warnings as given: published by the demo officer through the action officers use."""

from datetime import timedelta
from typing import Any

from api.alerts.actions.publishing import Author, put_out
from api.alerts.contracts import Alert, NewAlert
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import demo_second
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.reports import officer


def alert_body(**changes: Any) -> dict[str, Any]:
    """A warning as the officer's screen sends it."""
    return {
        "id": str(uuid7()),
        "hazard": "flood",
        "risk_level": 3,
        "urgency": "immediate",
        "certainty": "observed",
        "headline": "Sông Hương tại Kim Long trên báo động 3",
        "description": "Mực nước 3,54 m, trên BĐ3 0,04 m.\nCòn lên.",
        "instruction": "Kê cao tài sản; không qua ngầm, tràn.",
        "commune_codes": ["19777", "19753"],
        "effective_at": now().isoformat(),
        "expires_at": (now() + timedelta(days=1)).isoformat(),
        "status": "actual",
        **changes,
    }


def new_alert(**changes: Any) -> NewAlert:
    """The same as a Struct."""
    values: dict[str, Any] = {
        "id": uuid7(),
        "hazard": "flood",
        "risk_level": 3,
        "urgency": "immediate",
        "certainty": "observed",
        "headline": "Sông Hương trên báo động 3",
        "description": "Mực nước 3,54 m.",
        "commune_codes": ["19777", "19753"],
        "effective_at": now(),
        "expires_at": now() + timedelta(days=1),
        **changes,
    }
    return NewAlert(**values)


async def published(tx: Connection, settings: Settings, **changes: Any) -> Alert:
    """A warning that is out; a second officer said yes where that is needed."""
    me, new = officer(), new_alert(**changes)
    author = Author(
        person_id=me.person_id,
        provinces=me.province_codes,
        approved_by=demo_second(Role.OFFICER) if new.risk_level >= 4 else None,
    )
    alert, _ = await put_out(tx, new, author, settings=settings)
    return alert
