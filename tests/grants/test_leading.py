"""A team leader walks with the team, sees its members and takes volunteers in and out; nothing else."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest

from api.grants.rules import MISSES, MISSES_WINDOW, wait_after_misses
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.files import Files
from api.kit.principal import Role, roles_in_force
from api.kit.settings import Settings
from tests.given.identity import demo_people, granted, signed_in
from tests.given.outreach import Walker, given_walker
from tests.given.web import outcome
from tests.given.work import run_outbox

Headers = dict[str, str]
PHONE = "0912345678"
WHY = {"reason": "Chuyển đi nơi khác"}


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    """A volunteer of a team, put there without a leader."""
    await demo_people(tx)
    return await given_walker(tx)


class Leader(Walker):
    """Somebody who leads a team, and the headers of their phone."""

    headers: Headers


@pytest.fixture
async def leader(tx: Connection, walker: Walker, as_person: Callable[..., Headers]) -> Leader:
    """Who leads the same team."""
    who = Leader(demo_person(Role.CITIZEN), walker.team_id, walker.commune_code, walker.hamlet_ids)
    who.headers = as_person(who.person_id, staff=True)
    await granted(tx, who.person_id, Role.TEAM_LEADER, team_id=who.team_id)
    return who


def members_of(team_id: UUID) -> str:
    """Where the members of a team are."""
    return f"/v1/outreach/teams/{team_id}/members"


def test_who_leads_a_team_is_a_volunteer_wherever_one_is_asked_for() -> None:
    held = roles_in_force([Role.TEAM_LEADER], proven=False)
    assert held == {Role.CITIZEN, Role.VOLUNTEER, Role.TEAM_LEADER}, "without a second factor"
    assert Role.TEAM_LEADER not in roles_in_force([Role.VOLUNTEER, Role.ADMIN], proven=True)


def test_after_ten_misses_in_a_day_a_leader_waits_for_the_oldest_to_pass() -> None:
    at = now()
    assert wait_after_misses(None, at) == 0
    assert wait_after_misses(at - MISSES_WINDOW + timedelta(minutes=1), at) == 60
    assert wait_after_misses(at - MISSES_WINDOW - timedelta(seconds=1), at) == 0


async def test_a_leader_walks_the_list_like_everybody_of_the_team(
    client: httpx.AsyncClient, tx: Connection, leader: Leader
) -> None:
    me = (await client.get("/v1/me", headers=leader.headers)).json()
    assert (me["roles"], me["second_factor"]) == (["citizen", "volunteer", "team_leader"], "not_needed")
    assert [(team["id"], team["leads"]) for team in me["teams"]] == [(str(leader.team_id), True)]
    phone = leader.phone()
    phone.household("Hộ của tổ trưởng")
    sent = {
        "install_id": str(phone.install_id),
        "device_time": phone.kept[0]["device_time"],
        "events": phone.kept,
    }
    answer = await client.post("/v1/outreach/sync", json=sent, headers=leader.headers)
    assert [result["status"] for result in answer.json()["results"]] == ["accepted"], answer.text
    for path in ("pull", "tonight", "progress", "teams"):
        answer = await client.get(f"/v1/outreach/{path}", headers=leader.headers)
        assert answer.status_code == 200, (path, answer.text)
    assert answer.json()["items"][0]["members"] == 2


async def test_a_leader_sees_the_team_since_when_and_by_whom(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, leader: Leader, walker: Walker
) -> None:
    person = await signed_in(tx, settings, PHONE)
    both = await granted(tx, leader.person_id, Role.VOLUNTEER, team_id=leader.team_id)
    await granted(tx, person.me.id, Role.VOLUNTEER, team_id=leader.team_id)
    seen: list[dict[str, object]] = []
    cursor = None
    while cursor is not None or not seen:
        query = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = (await client.get(members_of(leader.team_id), params=query, headers=leader.headers)).json()
        seen, cursor = [*seen, *page["items"]], page["next"]
    assert [(one["person_id"], one["role"], one["removable"]) for one in seen] == [
        (str(leader.person_id), "team_leader", False),
        (str(person.me.id), "volunteer", True),
        (str(walker.person_id), "volunteer", True),
    ], "one line a person, leaders first, then who came last"
    assert str(both.id) not in {one["id"] for one in seen}
    assert [one["by_name"] for one in seen] == ["Quản trị viên Demo", "Quản trị viên Demo", None]
    assert (seen[1]["since"], seen[1]["person_phone"]) == (today().isoformat(), "0•• ••• •678")
    assert PHONE[:7] not in str(seen)


async def test_taken_in_by_phone_walks_at_once_and_taken_out_no_more(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, leader: Leader
) -> None:
    person = await signed_in(tx, settings, PHONE)
    path = members_of(leader.team_id)
    taken = await client.post(path, json={"phone": "0912 345 678"}, headers=leader.headers)
    assert taken.status_code == 201, taken.text
    member = taken.json()
    assert (member["person_id"], member["since"]) == (str(person.me.id), today().isoformat())
    assert (member["by_name"], member["removable"]) == ("Người dân Demo", True)
    await run_outbox(tx, files, settings)
    again = await client.post(path, json={"phone": PHONE}, headers=leader.headers)
    assert outcome(again) == (409, "grant-overlaps")
    body = {"refresh_token": person.refresh_token}
    session = (await client.post("/v1/auth/refresh", json=body)).json()
    walking = {"Authorization": f"Bearer {session['access_token']}"}
    assert (await client.get("/v1/outreach/pull", headers=walking)).status_code == 200
    assert outcome(await client.get(path, headers=walking)) == (403, "not-allowed")

    out = f"{path}/{member['id']}/take-out"
    for reason in ("Chuyển đi nơi khác", "Lần nữa"):
        answer = await client.post(out, json={"reason": reason}, headers=leader.headers)
        assert answer.status_code == 204, answer.text
    assert (await client.get("/v1/outreach/pull", headers=walking)).status_code == 403, "the open session too"
    ended = await tx.fetchrow("select revoked_by, reason from role_grant where id = $1", UUID(member["id"]))
    assert ended is not None
    assert tuple(ended) == (leader.person_id, "Chuyển đi nơi khác")
    await run_outbox(tx, files, settings)
    inbox = (await client.get("/v1/me/messages", headers=walking)).json()["items"]
    assert [each["title"].split(" Tổ ")[0] for each in inbox] == [
        "Bạn không còn là thành viên của", "Bạn đã được nhận vào",
    ]  # fmt: skip
    assert "Người dân Demo" in inbox[0]["body"]
    assert "Chuyển đi nơi khác" in inbox[0]["body"]
    again = await client.post(path, json={"phone": PHONE}, headers=leader.headers)
    assert again.status_code == 201, again.text
    late = await client.post(out, json={"reason": "Đến muộn"}, headers=leader.headers)
    assert late.status_code == 204
    answer = await client.get("/v1/outreach/pull", headers=walking)
    assert answer.status_code == 200, "an old request that comes late ends nothing new"


async def test_numbers_of_nobody_are_told_and_counted(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, leader: Leader
) -> None:
    await signed_in(tx, settings, PHONE)
    path = members_of(leader.team_id)
    for last in range(MISSES):
        answer = await client.post(path, json={"phone": f"098765432{last}"}, headers=leader.headers)
        assert outcome(answer) == (404, "nobody-with-number")
    answer = await client.post(path, json={"phone": PHONE}, headers=leader.headers)
    assert outcome(answer) == (429, "too-many-requests"), "the same for a number of somebody"
    assert 86_000 < int(answer.headers["retry-after"]) <= 86_400
    await tx.execute("update member_miss set missed_at = missed_at - $1::interval", MISSES_WINDOW)
    assert (await client.post(path, json={"phone": PHONE}, headers=leader.headers)).status_code == 201, (
        "a day later"
    )


async def test_other_teams_other_leaders_and_themselves_are_not_theirs(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, leader: Leader, walker: Walker
) -> None:
    person = await signed_in(tx, settings, PHONE)
    other = await granted(tx, person.me.id, Role.TEAM_LEADER, team_id=leader.team_id)
    beside = await granted(tx, person.me.id, Role.VOLUNTEER, team_id=leader.team_id)
    own = await granted(tx, leader.person_id, Role.VOLUNTEER, team_id=leader.team_id)
    path = members_of(leader.team_id)
    for grant in (other, beside, own):
        answer = await client.post(f"{path}/{grant.id}/take-out", json=WHY, headers=leader.headers)
        assert outcome(answer) == (409, "leader-stays"), grant.role
    assert outcome(await client.post(path, json={"phone": PHONE}, headers=leader.headers)) == (
        409,
        "leader-stays",
    )
    blank = {"reason": " \u200b "}
    member = await tx.fetchval("select id from role_grant where person_id = $1", walker.person_id)
    answer = await client.post(f"{path}/{member}/take-out", json=blank, headers=leader.headers)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "reason")

    foreign = await given_walker(tx)
    for team_id in (foreign.team_id, uuid4()):
        theirs = members_of(team_id)
        assert outcome(await client.get(theirs, headers=leader.headers)) == (403, "not-your-team")
        refused = await client.post(theirs, json={"phone": PHONE}, headers=leader.headers)
        assert outcome(refused) == (403, "not-your-team")
        refused = await client.post(f"{theirs}/{own.id}/take-out", json=WHY, headers=leader.headers)
        assert outcome(refused) == (403, "not-your-team")
    stranger = await tx.fetchval("select id from role_grant where person_id = $1", foreign.person_id)
    for grant_id in (stranger, uuid4()):
        answer = await client.post(f"{path}/{grant_id}/take-out", json=WHY, headers=leader.headers)
        assert outcome(answer) == (404, "member-not-found")


async def test_a_leader_no_more_has_nothing_left_but_what_a_volunteer_has(
    client: httpx.AsyncClient, tx: Connection, as_role: Callable[[Role], Headers], leader: Leader
) -> None:
    grant = await tx.fetchval(
        "select id from role_grant where person_id = $1 and role = 'team_leader'", leader.person_id
    )
    await granted(tx, leader.person_id, Role.VOLUNTEER, team_id=leader.team_id)
    await client.post(f"/v1/admin/grants/{grant}/revoke", json=WHY, headers=as_role(Role.ADMIN))
    assert outcome(await client.get(members_of(leader.team_id), headers=leader.headers)) == (
        403,
        "not-allowed",
    )
    assert (await client.get("/v1/outreach/pull", headers=leader.headers)).status_code == 200


async def test_of_a_dissolved_team_nobody_new(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, leader: Leader
) -> None:
    await signed_in(tx, settings, PHONE)
    await tx.execute("update team set dissolved_on = $2 where id = $1", leader.team_id, today())
    answer = await client.post(members_of(leader.team_id), json={"phone": PHONE}, headers=leader.headers)
    assert outcome(answer) == (403, "not-your-team")
