"""Visits packed as the app packs them (grammar: outreach/visits/rules/packing.py)."""

import base64
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from api.kit.ids import uuid7
from outreach.visits.rules.packing import (
    ASSISTANCE,
    BARRIERS,
    CODES,
    CONSENTS,
    FIRST_CODE,
    KNOWS,
    LEVELS,
    RESULTS,
)
from tests.given.outreach import Event


def uuid7_at(at: datetime) -> UUID:
    """A version 7 id of this moment."""
    return UUID(int=int(at.timestamp() * 1000) << 80 | uuid7().int & (1 << 80) - 1)


def pack(events: Sequence[Event], numbers: Mapping[str, int]) -> dict[str, Any]:
    """Consecutive visits of one team; what has a number goes by it."""
    first = events[0]
    seq, ms = first["seq"], UUID(first["event_id"]).int >> 80
    packed = {"seq": seq, "ms": ms, "team_id": first["body"]["team_id"], "rows": []}
    for event in events:
        body, own = event["body"], UUID(event["event_id"])
        at = datetime.fromisoformat(event["device_time"])
        row = [
            event["seq"] - seq, (own.int >> 80) - ms, short(own.bytes[6:]), name(body["household_id"], numbers),
            seconds(at, body["started_at"]), seconds(at, body["ended_at"]), RESULTS.index(body["result"]),
            CONSENTS.index(body.get("consent")), [look(adult, numbers) for adult in body.get("adults", ())],
        ]  # fmt: skip
        if body.get("revisit_at"):
            row.append(-seconds(at, body["revisit_at"]) // 60)
        packed["rows"].append(row)
        seq, ms = event["seq"], own.int >> 80
    return packed


def seconds(at: datetime, before: str) -> int:
    return round((at - datetime.fromisoformat(before)).total_seconds())


def short(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def name(one: str, numbers: Mapping[str, int]) -> int | str:
    return numbers.get(one) or short(UUID(one).bytes)


def look(adult: dict[str, Any], numbers: Mapping[str, int]) -> list[Any]:
    flags = adult["met"] + 2 * KNOWS.index(adult.get("knows")) + 6 * ASSISTANCE.index(adult.get("assistance"))
    skills = "".join(
        chr(FIRST_CODE + CODES.index(one["code"])) + str(LEVELS.index(one["level"]))
        for one in adult.get("skills", ())
    )
    barriers = "".join(str(BARRIERS.index(one)) for one in adult.get("barriers", ()))
    found: list[Any] = [name(adult["adult_id"], numbers), flags, skills, barriers, adult.get("next_step")]
    while found[-1] in (None, ""):
        found.pop()
    return found
