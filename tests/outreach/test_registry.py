"""What people see of the register: its history, what may be twice, and both geographies."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.ids import uuid7
from outreach.registry.contracts.reshaping import ListedAdult, ListedHome
from outreach.registry.rules.duplicates import suggested
from outreach.visits.contracts.reshaping import AdultMoved, HouseholdMerged, HouseholdSplit, SamePerson
from outreach.visits.rules.breaking import broken
from tests.given.leading import given_leader, given_officer
from tests.given.outreach import Walker, given_walker, seen
from tests.given.outreach_registry import merge, split, undo

Headers = Callable[..., dict[str, str]]
DAY = timedelta(days=1)
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
HAMLET, A, B, C = (uuid7() for _ in range(4))


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx, hamlets=2)


def house(reference: str, *adults: tuple[str, int | None], **said: Any) -> ListedHome:
    """An entry of the list."""
    people = [ListedAdult(id=uuid7(), label=label, birth_year=year, sex=None) for label, year in adults]
    home = ListedHome(
        id=uuid7(), hamlet_id=HAMLET, hamlet="Thôn 1", reference=reference, adults_total=None, visits=0, adults=people
    )  # fmt: skip
    return msgspec.structs.replace(home, **said)


def test_the_same_numbers_and_people_are_suggested_with_reasons() -> None:
    one = house("Hộ số 12, ngõ 5", ("Bác Gái", 1960), adults_total=2, visits=3)
    two = house("Nhà 12/5", ("bác gái", None), adults_total=2)
    (found,) = suggested([two, one], settled=set(), limit=9)
    assert (found.score, found.winner, found.loser) == (65, one, two)
    assert [len(found.reasons), found.same[0].keep, found.same[0].drop] == [
        3,
        one.adults[0].id,
        two.adults[0].id,
    ]
    pair = (min(one.id, two.id), max(one.id, two.id))
    assert suggested([one, two], settled={pair}, limit=9) == []


@pytest.mark.parametrize(
    "two",
    [
        house("Hộ số 12, ngõ 6", ("Bác gái", 1960)),
        house("Hộ số 12, ngõ 5", ("Bác gái", 1960), hamlet_id=uuid7()),
        house("Nhà 12/5", ("Bác gái", 1991)),
    ],
)
def test_other_numbers_hamlets_or_people_are_not_suggested(two: ListedHome) -> None:
    one = house("Hộ số 12 ngõ 5", ("Bác gái", 1960))
    assert suggested([one, two], settled=set(), limit=9) == []


def test_hard_case_22_twins_are_never_taken_for_one() -> None:
    twins = house("Hộ số 3", ("Chị Hoa", 1999), ("Chị Hoa", 1999))
    assert suggested([twins], settled=set(), limit=9) == []
    other = house("Hộ số 3", ("Chị Hoa", 1999))
    (found,) = suggested([twins, other], settled=set(), limit=9)
    assert (found.same, found.score) == ([], 50)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (HouseholdMerged(team_id=A, merge_id=B, winner_id=C, loser_id=C, reason="Một nhà"), "same_entry"),
        (HouseholdMerged(team_id=A, merge_id=B, winner_id=B, loser_id=C, moves=(A, A), reason="Một nhà"), "twice_named"),
        (HouseholdMerged(team_id=A, merge_id=B, winner_id=B, loser_id=C, reason="Một nhà", same=(SamePerson(keep=A, drop=A),)), "same_entry"),
        (HouseholdMerged(team_id=A, merge_id=B, winner_id=B, loser_id=C, reason="Gọi 0912345678"), "personal_number"),
        (AdultMoved(team_id=A, adult_id=B, to_household_id=C, kind="moved", on=(AT + 2 * DAY).date()), "day_ahead"),
        (HouseholdSplit(team_id=A, household_id=B, from_household_id=B, hamlet_id=C, reference="Hộ 1", adult_ids=(A,), on=AT.date()), "same_entry"),
        (AdultMoved(team_id=A, adult_id=B, to_household_id=C, kind="back", on=AT.date()), None),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_reshaping_by_itself(body: Any, code: str | None) -> None:
    refused = broken(body, AT)
    assert (refused and refused.code) == code


async def test_a_household_tells_what_became_of_it(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    phone = walker.phone()
    home, twin = phone.household("Hộ số 1"), phone.household("Nhà số 1")
    mother, son = phone.adult(home), phone.adult(home, "Con trai")
    split(phone, home, son, on=today())
    first, second = merge(phone, home, twin), uuid7()
    phone.note("adult_merged", merge_id=second, winner_id=mother, loser_id=son, reason="Ghi hai lần")
    undo(phone, first)
    await phone.send(tx)
    mine = as_person(walker.person_id, staff=True)
    told = (await client.get(f"/v1/outreach/households/{home}/history", headers=mine)).json()["items"]
    kinds = {one["type"]: one for one in told}
    assert kinds.keys() == {
        "household_added",
        "adult_added",
        "household_split",
        "household_merged",
        "merge_undone",
    }
    assert [kinds["household_merged"][key] for key in ("about", "merge_id", "reason")] == [
        "Nhà số 1", None, "Một nhà ghi hai lần",
    ]  # fmt: skip
    assert kinds["household_split"]["about"] == "Hộ số 12A"
    told = (await client.get(f"/v1/outreach/adults/{mother}/history", headers=mine)).json()["items"]
    assert {one["type"]: one["merge_id"] for one in told} == {
        "adult_merged": str(second),
        "adult_added": None,
    }
    stranger = as_person((await given_walker(tx)).person_id, staff=True)
    for path in (f"households/{home}/history", f"adults/{mother}/history"):
        assert (await client.get(f"/v1/outreach/{path}", headers=stranger)).status_code == 404


async def test_the_leader_settles_what_may_be_twice_and_sees_merges(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    phone = walker.phone()
    one, two, third = (phone.household(reference) for reference in ("Hộ số 12", "Hộ số 12", "Hộ số 40"))
    merge_id = merge(phone, one, third)
    await phone.send(tx)
    team, boss = str(walker.team_id), as_person(await given_leader(tx, walker), staff=True)
    params = {"team_id": team}
    (found,) = (await client.get("/v1/outreach/duplicates", params=params, headers=boss)).json()["items"]
    assert {found["winner"]["id"], found["loser"]["id"]} == {str(one), str(two)}
    (line,) = (await client.get("/v1/outreach/merges", params=params, headers=boss)).json()["items"]
    assert [line[key] for key in ("merge_id", "winner", "loser", "undone_at")] == [
        str(merge_id),
        "Hộ số 12",
        "Hộ số 40",
        None,
    ]
    said = {"team_id": team, "first_id": str(two), "second_id": str(one), "reason": "Hai tầng, hai gia đình"}
    assert (await client.post("/v1/outreach/duplicates/settle", json=said, headers=boss)).status_code == 204
    assert (await client.get("/v1/outreach/duplicates", params=params, headers=boss)).json()["items"] == []
    other = {**said, "second_id": str(uuid7())}
    assert (await client.post("/v1/outreach/duplicates/settle", json=other, headers=boss)).status_code == 404
    away = {"team_id": str((await given_walker(tx)).team_id)}
    assert (await client.get("/v1/outreach/merges", params=away, headers=boss)).status_code == 403


async def test_an_officer_moves_a_hamlet_and_reads_history_both_ways(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    other = await given_walker(tx, commune=1)
    phone = walker.phone()
    homes = [phone.household(hamlet_id=hamlet) for hamlet in walker.hamlet_ids]
    for home in homes:
        phone.visit(home, seen(phone.adult(home)), at=now() - 9 * DAY)
    await phone.send(tx)
    officer = as_person(await given_officer(tx), staff=True)
    change = {"commune_code": other.commune_code, "since": str(today() - DAY), "basis": "Nghị quyết thử"}
    path = f"/v1/outreach/hamlets/{walker.hamlet_ids[1]}/commune"
    assert (await client.post(path, json=change, headers=officer)).status_code == 204
    wrong = {**change, "commune_code": "99999"}
    assert (await client.post(path, json=wrong, headers=officer)).status_code == 404
    far = as_person(await given_officer(tx, "01"), staff=True)
    assert (await client.post(path, json=change, headers=far)).status_code == 404

    async def history(geography: str) -> dict[str, int]:
        params = {"since": str(today() - 30 * DAY), "until": str(today()), "geography": geography}
        told = (await client.get("/v1/outreach/registry/restated", params=params, headers=officer)).json()
        assert (told["visits"], told["adults_counted"]) == (2, 2)
        return {
            commune["commune_code"]: commune["adults_met"]
            for commune in told["communes"]
            if commune["visits"]
        }

    assert await history("then") == {walker.commune_code: 2}
    assert await history("now") == {walker.commune_code: 1, other.commune_code: 1}


async def test_people_of_a_merged_entry_are_shown_with_the_one_that_stands(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    phone = walker.phone()
    home, twin = phone.household("Hộ số 1"), phone.household("Nhà số 1")
    left: UUID = phone.adult(twin)
    merge(phone, home, twin)
    await phone.send(tx)
    late = phone.adult(twin, "Bác trai")
    await phone.send(tx, phone.kept[-1:])
    page = (await client.get("/v1/outreach/pull", headers=as_person(walker.person_id, staff=True))).json()
    assert [one["gone_reason"] for one in page["households"] if one["gone"]] == ["merged"]
    shown = {one["id"]: one["household_id"] for one in page["adults"] if not one["gone"]}
    assert shown == {str(left): str(home), str(late): str(home)}
