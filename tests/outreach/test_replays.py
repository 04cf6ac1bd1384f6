"""Whatever order, repetition and batching the network makes of it: one state, and exact totals."""

import random
from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.kit.clock import now
from api.kit.db import Connection
from outreach.measurement.actions import recount
from tests.given.outreach import Event, Phone, given_walker, seen

COUNTED = {"S04", "S05", "S07", "S08", "S09", "S10", "S11", "B01"}
LEVELS = ("heard", "says_can", "with_help", "alone_observed", "done_for")
HELP = (None, "unaided", "verbal_prompt", "hands_on", "done_for")
LIST_STATE = """
select 'household' as kind, id, reference || coalesce(adults_total::text, '-') || closed as word from household
union all
select 'adult', id, label || coalesce(birth_year::text, '-') || consent || coalesce(left_on::text, '-') from adult
union all
select 'visit', id, visited_at::text || result from visit
union all
select 'state', adult_id, row(registered, reached, assessed, knows, can, assessed_at, last_met_at)::text
from adult_state
order by 1, 2
"""
LIST_TOTALS = """
select adults_registered, adults_reached, adults_assessed, know_and_can, visits from coverage_total
"""


def story(dice: random.Random, phones: list[Phone]) -> list[tuple[Phone, Event]]:
    """Some weeks of two volunteers in one hamlet, as their phones recorded them."""
    start = now() - timedelta(days=40)

    def moment() -> Any:
        return start + timedelta(minutes=dice.randrange(40 * 24 * 60 - 60))

    homes: list[UUID] = []
    adults: dict[UUID, list[UUID]] = {}
    for number in range(dice.randrange(1, 4)):
        phone = dice.choice(phones)
        home = phone.household(f"Hộ số {number}")
        homes.append(home)
        adults[home] = [dice.choice(phones).adult(home, f"Người {n}") for n in range(dice.randrange(4))]
    for _ in range(dice.randrange(12)):
        phone, home = dice.choice(phones), dice.choice(homes)
        kind = dice.choice(["visit", "visit", "visit", "away", "house", "adult"])
        person = dice.choice(adults[home]) if adults[home] else None
        if kind == "visit" and person:
            looks = []
            for adult in dice.sample(adults[home], dice.randrange(1, len(adults[home]) + 1)):
                codes = dice.sample(["S05", "S07", "S12", "S15"], dice.randrange(3))
                skills: dict[str, Any] = {code: dice.choice(LEVELS) for code in codes}
                skills["assistance"] = dice.choice(HELP)
                looks.append(seen(adult, knows=dice.choice([True, True, False, None]), **skills))
            phone.visit(home, *looks, at=moment())
        elif kind == "house":
            phone.note("household_changed", at=moment(), household_id=home, adults_total=dice.randrange(9))
        elif kind == "adult" and person:
            changes: list[dict[str, Any]] = [
                {"consent": dice.random() < 0.5},
                {"left_on": start.date(), "left_reason": "moved"},
                {"left_on": None, "left_reason": None},
                {"label": f"Tên gọi {dice.randrange(9)}"},
            ]
            change = dice.choice(changes)
            phone.note("adult_changed", at=moment(), adult_id=person, **change)
        else:
            phone.visit(home, result=dice.choice(["nobody_home", "refused", "moved"]), at=moment())
    return [(phone, event) for phone in phones for event in phone.kept]


def told_when(event: Event) -> tuple[Any, ...]:
    """Creations before all that is said of what they made."""
    return event["type"] != "adult_added", event["device_time"], event["event_id"]


def counted(events: list[Event]) -> list[int]:
    """The five totals by the plainest possible reading of the events."""
    consent: dict[str, Any] = {}
    left: dict[str, Any] = {}
    looks: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    visits = 0
    for event in sorted(events, key=told_when):
        body = event["body"]
        if event["type"] in ("adult_added", "adult_changed"):
            consent[body["adult_id"]] = body.get("consent", consent.get(body["adult_id"]))
            left[body["adult_id"]] = body.get("left_on", left.get(body["adult_id"]))
        elif event["type"] == "visit_logged":
            visits += 1
            for look in body["adults"]:
                looks[look["adult_id"]].append((body["started_at"], body["visit_id"], look))
    here = {adult for adult, yes in consent.items() if yes and left[adult] is None}
    reached, assessed, able = set(), set(), set()
    for adult in here:
        knows, skills = None, {}
        for _, _, look in sorted(looks[adult], key=lambda each: each[:2]):
            reached.add(adult)
            knows = look["knows"] if look["knows"] is not None else knows
            for skill in look.get("skills", []):
                alone = skill["level"] == "alone_observed" and look["assistance"] in (None, "unaided")
                skills[skill["code"]] = alone and skill["code"] in COUNTED
        if knows is False or (knows and skills):
            assessed.add(adult)
        if knows and any(skills.values()):
            able.add(adult)
    return [len(here), len(reached), len(assessed), len(able), visits]


async def deliver(tx: Connection, sent: list[tuple[Phone, Event]], dice: random.Random) -> tuple[Any, Any]:
    """Send everything shuffled, cut into odd batches, much of it more than once; then look."""
    parcels = sent + dice.sample(sent, dice.randrange(len(sent) + 1))
    dice.shuffle(parcels)
    outcome = {}
    while parcels:
        phone = parcels[0][0]
        size = dice.randrange(1, 8)
        mine = [parcel for parcel in parcels if parcel[0] is phone][:size]
        parcels = [parcel for parcel in parcels if parcel not in mine]
        answer = await phone.send(tx, [event for _, event in mine])
        # Edits that met another are taken too.
        taken = [result for result in answer.results if result.reason_code != "field_conflict"]
        outcome.update({result.event_id: result.status.value for result in taken})
    assert not {"conflict", "rejected"} & set(outcome.values())
    assert await tx.fetchval("select count(*) from visit_hold") == 0
    assert (await recount(tx)).equal
    totals = await tx.fetchrow(LIST_TOTALS)
    return [tuple(row) for row in await tx.fetch(LIST_STATE)], list(totals) if totals else [0] * 5


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(min_value=0, max_value=2**32))
async def test_any_delivery_gives_one_state_and_exact_totals(tx: Connection, seed: int) -> None:
    dice = random.Random(seed)
    outer = tx.transaction()
    await outer.start()
    try:
        walker = await given_walker(tx)
        other = await given_walker(tx, team_of=walker)
        sent = story(dice, [walker.phone(), other.phone()])
        found = []
        for _ in range(2):
            inner = tx.transaction()
            await inner.start()
            found.append(await deliver(tx, sent, dice))
            await inner.rollback()
        assert found[0] == found[1]
        assert found[0][1] == counted([event for _, event in sent])
    finally:
        await outer.rollback()
