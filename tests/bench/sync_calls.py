"""Walks as the bench sends them: to us as a phone uploads them, to peer and limit in their plain shape."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import msgspec

from api.kit.ids import uuid7
from tests.bench.loadgen import Call


def our_sync_calls(count: int, area: dict[str, Any], token: str) -> list[Call]:
    """Batches of 20 visits, each from another installation."""
    random = Random(7)
    by_house: dict[str, list[str]] = {}
    for adult in area["adults"]:
        by_house.setdefault(adult["household_id"], []).append(
            adult["adult_id" if "adult_id" in adult else "id"]
        )
    houses, calls = sorted(by_house), []
    start = datetime.now(UTC) - timedelta(days=2)
    for n in range(count):
        events = []
        for seq in range(1, 21):
            house, at = random.choice(houses), start + timedelta(seconds=n * 60 + seq)
            adults = [
                {"adult_id": adult, "met": True, "knows": True, "assistance": "unaided",
                 "skills": [{"code": "S05", "level": "alone_observed"}, {"code": "S07", "level": "alone_observed"}]}
                for adult in by_house[house]
            ]  # fmt: skip
            body = {
                "visit_id": str(uuid7()), "household_id": house, "team_id": area["team_id"],
                "started_at": at.isoformat(), "ended_at": (at + timedelta(minutes=4)).isoformat(),
                "result": "met", "consent": area["consent"], "adults": adults,
            }  # fmt: skip
            events.append({
                "event_id": body["visit_id"], "seq": seq, "type": "visit_logged", "schema_version": 1,
                "device_time": at.isoformat(), "body": body,
            })  # fmt: skip
        batch = {"install_id": str(uuid7()), "device_time": datetime.now(UTC).isoformat(), "events": events}
        calls.append(
            Call(
                method="POST", path="/v1/outreach/sync", headers={"Authorization": f"Bearer {token}"},
                body=msgspec.json.encode(batch),
            )
        )  # fmt: skip
    return calls


def plain_sync_calls(calls: Sequence[Call], commune: str) -> list[Call]:
    """The same visits in the plain shape of peer and limit."""
    plain = []
    for call in calls:
        visits = [
            {"id": str(uuid7()), "household_id": event["body"]["household_id"], "commune_code": commune,
             "result": "met", "started_at": event["body"]["started_at"], "ended_at": event["body"]["ended_at"],
             "adults": [{"adult_id": adult["adult_id"], "knows": True, "can": True, "skills": adult["skills"]} for adult in event["body"]["adults"]]}
            for event in msgspec.json.decode(call.body)["events"]
        ]  # fmt: skip
        plain.append(Call(method="POST", path=call.path, body=msgspec.json.encode(visits)))
    return plain
