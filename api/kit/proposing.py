"""How any slice asks for a warning: an event of the outbox, which becomes a draft on the officers' desk.

Nothing is published by it. Whoever emits it knows no other slice; `workers/alerts.py` keeps the draft.
"""

from datetime import datetime

from api.kit.outbox import Event


class AlertProposed(Event, frozen=True, kw_only=True, tag="alert_proposed"):
    """Something measured or heard asks for a warning; officers of the province are told and decide.

    `key` names the occasion ("gauge:kim-long:2025-11-03:bd3"): the same key is one draft, and comes to its
    newest words for as long as no officer has touched it. `follows` is what the keys of earlier occasions of the
    same thing begin with ("gauge:kim-long:"): their untouched drafts go, and what was published of them this goes
    on from. `hazard` is a code of Decision 18/2021
    (`GET /v1/alert-hazards`), `risk_level` 1 to 5 or unknown; `polygons` are closed rings of (lat, lon),
    `circles` are (lat, lon, radius in km); `river_alarm` says the alarm in words ("BĐ3+0,04 m tại Kim Long").
    """

    key: str
    province_code: str
    hazard: str
    headline: str
    description: str
    note: str
    risk_level: int | None = None
    instruction: str = ""
    urgency: str = "expected"
    certainty: str = "likely"
    commune_codes: tuple[str, ...] = ()
    polygons: tuple[tuple[tuple[float, float], ...], ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()
    river_alarm: str = ""
    expires_at: datetime | None = None
    origin: str = "gauge"
    follows: str = ""
