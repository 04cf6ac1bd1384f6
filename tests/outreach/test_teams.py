"""Teams: formed, moved and dissolved by officers; trained, with a badge, invited by phone; out at once."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import httpx
import pytest

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.errors import Invalid
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from outreach.teams import rules
from outreach.teams.actions.training import figure_of
from outreach.teams.contracts.badges import BadgeState
from outreach.teams.contracts.training import Course, Evidence, NewTraining
from outreach.teams.store import forming
from tests.given.identity import demo_people, granted
from tests.given.outreach import Walker, given_walker, seen, statuses
from tests.given.time import frozen
from tests.given.web import outcome
from tests.given.work import run_outbox

Headers = dict[str, str]
DAY = timedelta(days=1)
ROOT = "/v1/outreach"


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    """A volunteer of a team in a commune of Huế; the demo people are there."""
    await demo_people(tx)
    return await given_walker(tx)


@pytest.fixture
def officer(as_role: Callable[[Role], Headers]) -> Headers:
    return as_role(Role.OFFICER)


@pytest.fixture
async def leader(tx: Connection, walker: Walker, as_person: Callable[..., Headers]) -> Headers:
    person = demo_person(Role.CITIZEN)
    await granted(tx, person, Role.TEAM_LEADER, team_id=walker.team_id)
    return as_person(person, staff=True)


def plan(commune: str, **more: object) -> dict[str, object]:
    area = {"new_hamlets": [{"name": "Thôn Đông", "kind": "thon"}, {"name": "Thôn Đoài", "kind": "thon"}]}
    return {
        "id": str(uuid7()),
        "name": "Tổ thôn Đông",
        "kind": "hamlet",
        "commune_code": commune,
        "area": area,
    } | more


def test_a_code_of_a_badge_is_of_one_day_and_of_nobody_else() -> None:
    secret, badge, on = "s" * 32, bytes(range(9)), date(2026, 11, 23)
    token = rules.token_of(secret, badge, on)
    assert len(token) == 31
    assert rules.read_token(secret, token, on) == (BadgeState.VALID, badge)
    for day in (on - DAY, on + DAY):
        assert rules.read_token(secret, token, day) == (BadgeState.OTHER_DAY, None)
    last = "A" if token[-1] != "A" else "B"
    for wrong in (token[:-2] + last + token[-1], "x" * 31, "đ" * 12, token[:-4], "+" * 31):
        assert rules.read_token(secret, wrong, on) == (BadgeState.UNKNOWN, None)
    assert rules.read_token("t" * 32, token, on) == (BadgeState.UNKNOWN, None)


def test_a_phone_takes_a_week_of_codes_along() -> None:
    days = rules.days_of("s" * 32, bytes(9), date(2026, 12, 30), address="https://huế.example/")
    assert [one.on for one in days] == [date(2026, 12, 30) + n * DAY for n in range(7)]
    assert len({one.url for one in days}) == 7
    assert all(one.url.startswith("https://huế.example/#/the/") for one in days)


def test_a_training_holds_as_long_as_its_course_says() -> None:
    year = Course(code="a", name="A", required=True, valid_months=12, basis="")
    ever = Course(code="b", name="B", required=False, valid_months=None, basis="")

    def held(code: str, on: date) -> NewTraining:
        return NewTraining(
            team_id=uuid7(), person_ids=(uuid7(),), course_code=code, held_on=on,
            evidence=Evidence.CERTIFICATE, evidence_ref="Số 12",
        )  # fmt: skip

    day = date(2026, 11, 23)
    assert rules.expiry_of(held("a", date(2024, 2, 29)), [year, ever], day) == date(2025, 2, 28)
    assert rules.expiry_of(held("b", day), [year, ever], day) is None
    for wrong in (held("c", day), held("a", day + DAY)):
        with pytest.raises(Invalid):
            rules.expiry_of(wrong, [year, ever], day)


def test_the_figure_of_nobody_has_no_share_and_marks_go_on() -> None:
    assert rules.figure(0, 0, 0, []).share is None
    assert rules.figure(4, 3, 1, []).share == 0.75
    assert [rules.next_mark(n) for n in (0, 1, 49, 1000)] == [1, 5, 50, None]


def test_who_reaches_which_teams() -> None:
    team = uuid7()
    led = Principal(
        person_id=uuid7(), session_id=uuid7(), roles=frozenset({Role.TEAM_LEADER}), led_team_ids=(team,),
        province_codes=("46",),
    )  # fmt: skip
    assert rules.reach_of(led) == rules.Reach(everywhere=False, provinces=[], led=[team])
    with pytest.raises(Invalid):
        rules.check_day(today() - DAY, today(), "on")


async def test_an_officer_forms_moves_and_dissolves_a_team(
    client: httpx.AsyncClient,
    tx: Connection,
    *,
    walker: Walker,
    officer: Headers,
    settings: Settings,
    files: Files,
) -> None:
    new = plan(walker.commune_code)
    made = await client.post(f"{ROOT}/teams", json=new, headers=officer)
    again = await client.post(f"{ROOT}/teams", json=new, headers=officer)
    assert (made.status_code, again.json()) == (201, made.json())
    card = made.json()
    assert {one["name"] for one in card["areas"]} == {"Thôn Đông", "Thôn Đoài"}
    far = await client.post(f"{ROOT}/teams", json=plan("00004"), headers=officer)
    assert outcome(far) == (403, "not-your-commune")
    bare = await client.post(f"{ROOT}/teams", json=plan(walker.commune_code, area={}), headers=officer)
    assert outcome(bare) == (422, "invalid")
    person = demo_person(Role.CITIZEN)
    await granted(tx, person, Role.VOLUNTEER, team_id=UUID(card["id"]))
    hamlets = (await client.get(f"{ROOT}/hamlets?commune={walker.commune_code}", headers=officer)).json()[
        "items"
    ]
    east = next(one["id"] for one in hamlets if one["name"] == "Thôn Đông")
    tomorrow = (today() + DAY).isoformat()
    moved = await client.post(
        f"{ROOT}/teams/{card['id']}/area", json={"hamlet_ids": [east], "on": tomorrow}, headers=officer
    )
    spans = {one["name"]: one["until"] for one in moved.json()["areas"]}
    assert spans["Thôn Đông"] is None
    assert spans["Thôn Đoài"] is not None
    over = await client.post(
        f"{ROOT}/teams/{card['id']}/dissolve", json={"reason": "Sáp nhập thôn"}, headers=officer
    )
    body = over.json()
    assert (body["dissolved_on"], body["dissolved_why"]) == (today().isoformat(), "Sáp nhập thôn")
    assert all(one["until"] for one in [*body["areas"], *body["people"]])
    assert (await client.post(f"{ROOT}/teams/{card['id']}/area", json={}, headers=officer)).status_code == 409
    await run_outbox(tx, files, settings)
    told = await tx.fetchval(
        "select body from message where person_id = $1 and title like '%giải thể'", person
    )
    assert "Sáp nhập thôn" in told


async def test_moving_back_to_hamlets_keeps_every_day_dated(tx: Connection, walker: Walker) -> None:
    at = now()
    home, team = walker.hamlet_ids, walker.team_id
    await forming.set_areas(tx, team, [], since=at)
    await forming.set_areas(tx, team, home, since=at + DAY)
    await forming.set_areas(tx, team, [], since=at + 2 * DAY)
    await forming.set_areas(tx, team, home, since=at + timedelta(hours=36))
    spans = await forming.list_areas(tx, team)
    assert [(span.since > at, span.until is None) for span in spans] == [(True, True), (False, False)]


async def test_trainings_the_figure_and_who_is_missing(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, leader: Headers, officer: Headers
) -> None:
    other = await given_walker(tx)
    url = f"{ROOT}/trainings?team_id={walker.team_id}"
    before = (await client.get(url, headers=leader)).json()
    assert (before["figure"]["members"], before["figure"]["trained"], before["figure"]["target"]) == (2, 0, 1)
    new = {
        "team_id": str(walker.team_id), "person_ids": [str(walker.person_id)], "course_code": "to-cnscd",
        "held_on": (today() - 340 * DAY).isoformat(), "evidence": "certificate", "evidence_ref": "Chứng nhận số 7",
    }  # fmt: skip
    book = (await client.post(f"{ROOT}/trainings", json=new, headers=leader)).json()
    assert (book["figure"]["trained"], book["figure"]["share"], book["figure"]["expiring_soon"]) == (
        1,
        0.5,
        1,
    )
    assert [one["person_id"] for one in book["figure"]["missing"]] == [str(demo_person(Role.CITIZEN))]
    (line,) = book["items"]
    assert (line["holds"], line["evidence_ref"]) == (True, "Chứng nhận số 7")
    with frozen(now() + 60 * DAY):
        late = await figure_of(tx, team_id=walker.team_id, province=None)
    assert (late.trained, sorted(one.expired_on is None for one in late.missing)) == (0, [False, True])
    stranger = new | {"person_ids": [str(other.person_id)]}
    assert outcome(await client.post(f"{ROOT}/trainings", json=stranger, headers=leader)) == (422, "invalid")
    theirs = new | {"team_id": str(other.team_id)}
    assert outcome(await client.post(f"{ROOT}/trainings", json=theirs, headers=leader)) == (
        404,
        "team-not-found",
    )
    whole = (await client.get(f"{ROOT}/training-figure?province=46", headers=officer)).json()
    assert whole["trained"] == 1
    assert whole["members"] >= 3
    far = await client.get(f"{ROOT}/training-figure?province=01", headers=officer)
    assert outcome(far) == (403, "not-your-commune")
    gone = await client.post(
        f"{ROOT}/trainings/{line['id']}/void", json={"reason": "Ghi nhầm người"}, headers=leader
    )
    assert gone.status_code == 204
    assert (await client.get(url, headers=leader)).json()["figure"]["trained"] == 0


async def test_a_household_checks_a_badge_and_hears_when_somebody_is_no_member_any_more(
    client: httpx.AsyncClient,
    tx: Connection,
    walker: Walker,
    as_person: Callable[..., Headers],
    leader: Headers,
) -> None:
    mine = as_person(walker.person_id, staff=True)
    badge = (await client.post(f"{ROOT}/badge", json={"team_id": str(walker.team_id)}, headers=mine)).json()
    token = badge["days"][0]["url"].rpartition("/")[2]

    async def shown(code: str) -> dict[str, str | None]:
        found: dict[str, str | None] = (
            await client.post(f"{ROOT}/badge-checks", json={"token": code})
        ).json()
        return found

    said = await shown(token)
    assert (said["state"], said["name"], said["team_name"]) == (
        "valid", "Tình nguyện viên thử", "Tổ công nghệ số cộng đồng thử",
    )  # fmt: skip
    assert said["commune_name"]
    tomorrow = await shown(badge["days"][1]["url"].rpartition("/")[2])
    assert (tomorrow["state"], tomorrow["name"]) == ("other_day", None)
    with frozen(now() + DAY):
        assert (await shown(token))["state"] == "other_day"
    again = await client.post(
        f"{ROOT}/badge", json={"team_id": str(walker.team_id), "anew": True}, headers=mine
    )
    assert (await shown(token))["state"] == "revoked"
    token = again.json()["days"][0]["url"].rpartition("/")[2]
    assert (await shown(token))["state"] == "valid"
    members = (await client.get(f"{ROOT}/teams/{walker.team_id}/members", headers=leader)).json()["items"]
    grant = next(one["id"] for one in members if one["person_id"] == str(walker.person_id))
    phone = walker.phone()
    phone.household("Hộ buổi sáng")
    assert statuses(await phone.send(tx)) == ["accepted"]
    out = await client.post(
        f"{ROOT}/teams/{walker.team_id}/members/{grant}/take-out", json={"reason": "Nghỉ"}, headers=leader
    )
    assert out.status_code == 204
    said = await shown(token)
    assert (said["state"], said["trained"]) == ("removed", None)
    assert said["until"]
    # At once: the role, and the phone, which forgets at its next contact.
    assert outcome(await client.get(f"{ROOT}/tonight", headers=mine)) == (403, "not-allowed")
    state = await tx.fetchrow("select state, wipe_asked_at is not null as wipe from visit_install")
    assert state is not None
    assert tuple(state) == ("revoked", True)
    refused = await client.post(f"{ROOT}/badge", json={"team_id": str(walker.team_id)}, headers=mine)
    assert refused.status_code == 403


async def test_hours_count_once_and_help_is_seen_by_name_only_by_the_leader(
    client: httpx.AsyncClient,
    tx: Connection,
    walker: Walker,
    as_person: Callable[..., Headers],
    leader: Headers,
) -> None:
    other = await given_walker(tx, team_of=walker)
    phone, theirs = walker.phone(), other.phone()
    home = phone.household()
    adult = phone.adult(home)
    noon = now() - timedelta(hours=3)
    phone.visit(home, seen(adult, S07="alone_observed"), at=noon, minutes=30)
    phone.visit(home, seen(adult, S07="alone_observed"), at=noon + timedelta(minutes=10), minutes=30)
    phone.visit(home, result="nobody_home", at=noon + timedelta(hours=2), minutes=5)
    await phone.send(tx)
    theirs.visit(home, seen(adult, S07="alone_observed"), at=noon, minutes=20)
    await theirs.send(tx)
    url = f"{ROOT}/recognition?team_id={walker.team_id}"
    mine = (await client.get(url, headers=as_person(walker.person_id, staff=True))).json()
    assert mine["people"] == []
    assert (mine["mine"]["visits"], mine["mine"]["minutes"], mine["mine"]["households_helped"]) == (3, 45, 1)
    assert (mine["mine"]["adults_helped"], mine["mine"]["adults_able"], mine["next_mark"]) == (1, 1, 5)
    assert (mine["team"]["visits"], mine["team"]["minutes"], mine["team"]["households_helped"]) == (4, 65, 1)
    whole = (await client.get(url, headers=leader)).json()
    assert {one["person_id"] for one in whole["people"]} == {str(walker.person_id), str(other.person_id)}
    stranger = (await given_walker(tx)).person_id
    assert outcome(await client.get(url, headers=as_person(stranger, staff=True))) == (404, "team-not-found")
