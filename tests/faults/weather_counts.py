"""What came of a burst, told by the phones' own notes: what is lost, doubled, invented, told not once, or slow. Pure."""

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody got for what they sent.

    `ms` from the first try to the answer, which came at `at` on the run's own clock; `number` of an SOS;
    `photos`: the digests of those the server said it has.
    """

    id: str
    kind: str
    ms: float
    at: float = 0.0
    number: int | None = None
    photos: tuple[str, ...] = ()


class Seen(msgspec.Struct, kw_only=True):
    """What people were shown: numbers on the board with when first, looks that showed one twice, links of messages."""

    first: dict[int, float] = msgspec.field(default_factory=dict)
    twice: int = 0
    looks: int = 0
    told: Counter[str] = msgspec.field(default_factory=Counter)


def ledger(sent: Sequence[str], kept: Sequence[str]) -> dict[str, int]:
    """What was answered and is not there, what is there twice, what is there though nobody sent it."""
    times = Counter(kept)
    return {
        "sent": len(sent),
        "kept": len(kept),
        "lost": len(set(sent) - times.keys()),
        "doubled": sum(count - 1 for count in times.values()),
        "invented": len(times.keys() - set(sent)),
    }


def spread(values: Sequence[float]) -> dict[str, float]:
    """p50, p95 and the worst, in ms."""
    if len(values) < 2:
        return {"p50": 0.0, "p95": 0.0, "max": max(values, default=0.0)}
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1), "max": round(max(values), 1)}


def compared(sent: Iterable[Sent], seen: Seen, kept: dict[str, list[Any]]) -> dict[str, Any]:
    """The phones' notes against the tables (`kept`, see weather.py) and against what people were shown."""
    notes = list(sent)
    reports = [one for one in notes if one.kind == "report"]
    calls = [one for one in notes if one.kind == "sos"]
    numbers = {row["id"]: row["number"] for row in kept["calls"]}
    photos = [f"{one.id} {digest}" for one in reports for digest in one.photos]
    return {
        "reports": ledger([one.id for one in reports], [row["id"] for row in kept["reports"]])
        | {"told_not_once": sum(seen.told[f"#/p/{one.id}"] != 1 for one in reports)},
        "photos": ledger(photos, [row["name"] for row in kept["photos"]])
        | {"not_ready": sum(row["state"] != "ready" for row in kept["photos"])},
        "sos": ledger([one.id for one in calls], [row["id"] for row in kept["calls"]])
        | {
            "other_number": sum(numbers.get(one.id) != one.number for one in calls),
            "not_on_the_board": len({one.number for one in calls} - seen.first.keys()),
            "twice_on_the_board": seen.twice,
            "came_again": sum(row["sends"] - 1 for row in kept["calls"]),
        },
        "command": {**dict(kept["command"][0]), "read_on_the_phone": seen.told["#/cuu-ho"]},
        "sos_ms": spread([one.ms for one in calls]),
        "report_ms": spread([one.ms for one in reports]),
        "board_shows_after_ms": spread(
            [max(0.0, seen.first[one.number] - one.at) * 1000 for one in calls if one.number in seen.first]
        ),
        "command_told_ms": spread([row["ms"] for row in kept["done"] if row["kind"] == "sos_received"]),
        "reports_worked_ms": spread([row["ms"] for row in kept["done"] if row["kind"] == "report_submitted"]),
    }


def holds(found: dict[str, Any]) -> list[str]:
    """What is not as it must be, in words; nothing when the bar is met."""
    zero = {
        "reports": ("lost", "doubled", "invented", "told_not_once"),
        "photos": ("lost", "doubled", "invented", "not_ready"),
        "sos": ("lost", "doubled", "invented", "other_number", "not_on_the_board", "twice_on_the_board"),
        "command": ("worked_not_once", "opened_not_once", "untold", "told_twice"),
    }
    wrong = [
        f"{part}: {found[part][name]} {name}"
        for part, names in zero.items()
        for name in names
        if found[part][name]
    ]
    if found["command"]["read_on_the_phone"] != found["command"]["told"]:
        wrong.append("command: not every notice is in the inbox")
    wrong += [f"left: {count} {name}" for name, count in found["left"].items() if count]
    if found["sos_ms"]["p95"] >= found["limit"]:
        wrong.append(f"sos: p95 {found['sos_ms']['p95']} ms")
    return wrong
