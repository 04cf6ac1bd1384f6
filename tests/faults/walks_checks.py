"""What must be true when everybody has synced: every event once, every count a recount, every phone as the server."""

from collections.abc import Set as AbstractSet
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Pool
from outreach.measurement.actions import recount
from tests.faults.walks import Weeks
from tests.given.phones import SimPhone

LIST_LOGGED = """
select e.event_id::text as id, e.body, r.reason_code is not null as refused,
    exists (select from visit_hold h where h.event_id = e.event_id) as held
from visit_event e left join visit_refusal r on r.event_id = e.event_id
"""
LIST_ASIDE = "select event_id, reason_code, decision from visit_quarantine"
COUNT_VISITS = (
    "select count(*) as visits, count(distinct event_id) as events, count(distinct id) as ids from visit"
)
SUM_VISITS = "select coalesce(sum(visits), 0) from coverage_total"


async def judged(pool: Pool, weeks: Weeks) -> dict[str, Any]:
    """What was found; every list of wrongs must be empty."""
    async with pool.acquire() as connection:
        logged = {row["id"]: row for row in await connection.fetch(LIST_LOGGED)}
        aside = await connection.fetch(LIST_ASIDE)
        visits = dict((await connection.fetch(COUNT_VISITS))[0])
        summed = await connection.fetchval(SUM_VISITS)
        exact = await recount(connection)
    put_aside = {row["event_id"] for row in aside}
    recorded = {name: event for phone in weeks.phones for name, event in phone.recorded.items()}
    counted = [name for name, row in logged.items() if not row["refused"] and not row["held"]]
    knocks = [name for name in counted if name in recorded and recorded[name]["type"] == "visit_logged"]
    return {
        "events": len(recorded),
        "lost": sorted(recorded.keys() - logged.keys() - put_aside),
        "invented": sorted(logged.keys() - recorded.keys()),
        "held": [name for name, row in logged.items() if row["held"]],
        "unsent": [name for phone in weeks.phones for name in phone.queue if phone.state[name] == "queued"],
        "taken_not_there": [name for phone in weeks.phones for name, state in phone.state.items() if state == "taken" and name not in logged],
        "visits": visits["visits"],
        "visits_not_once": [] if visits["visits"] == visits["events"] == visits["ids"] == len(knocks) == summed else [visits, len(knocks), summed],
        "recount_differs": [] if exact.equal else [msgspec.to_builtins(one) for one in exact.differences],
        "receipts_not_kept": uncovered(weeks, logged.keys() | put_aside),
        "phones_differ": [str(phone.walker.person_id) for phone in weeks.phones if not phone.removed and not await agrees(weeks, phone)],
        "put_aside": len(put_aside),
    }  # fmt: skip


def uncovered(weeks: Weeks, kept: AbstractSet[str]) -> list[str]:
    """Numbers below a receipt of which nothing is kept: of two phones with one number, one event at least is."""
    given: dict[tuple[str, int], list[str]] = {}
    for phone in weeks.phones:
        for number, name in phone.numbers.items():
            given.setdefault(number, []).append(name)
    covered = {
        (install, seq)
        for phone in weeks.phones
        for install, (upto, _) in phone.receipts.items()
        for seq in range(1, upto + 1)
    }
    return [
        f"{install}:{seq}"
        for install, seq in sorted(covered)
        if not kept & set(given.get((install, seq), ()))
    ]


async def agrees(weeks: Weeks, phone: SimPhone) -> bool:
    """Whether a phone that pulled changes for weeks shows what one shows that pulls everything now."""
    fresh = SimPhone(phone.walker, phone.dice)
    await weeks.pull_all(fresh, weeks.end)
    return told(fresh) == told(phone)


def told(phone: SimPhone) -> dict[str, Any]:
    """What a phone shows of the area."""
    homes = {UUID(str(key)): home for key, home in phone.homes.items()}
    people = {UUID(str(key)): one for key, one in phone.adults.items() if "label" in one}
    return {"homes": homes, "adults": people}


WRONGS = (
    "lost", "invented", "held", "unsent", "taken_not_there", "visits_not_once", "recount_differs", "receipts_not_kept",
    "phones_differ",
)  # fmt: skip
