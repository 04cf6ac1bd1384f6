"""Invited to a team by phone: the SMS goes out, and whoever proves the number says yes or no."""

from collections.abc import Callable

import httpx
import pytest

from api.grants.rules import invitation_words
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.identity import bearer, demo_people, granted, signed_in
from tests.given.outreach import Walker, given_walker
from tests.given.web import outcome
from tests.given.work import run_outbox

Headers = dict[str, str]
ROOT = "/v1/outreach"
PHONE = "0912345678"


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


async def test_an_invitation_goes_by_sms_and_is_answered_by_who_proves_the_number(
    client: httpx.AsyncClient,
    tx: Connection,
    *,
    walker: Walker,
    leader: Headers,
    settings: Settings,
    files: Files,
) -> None:
    url = f"{ROOT}/teams/{walker.team_id}/invitations"
    sent = await client.post(url, json={"phone": PHONE}, headers=leader)
    assert (sent.status_code, sent.json()["phone"], sent.json()["sent"]) == (201, "0•• ••• •678", False)
    assert outcome(await client.post(url, json={"phone": PHONE}, headers=leader)) == (409, "invited-already")
    boss = {"phone": "0912345679", "role": "team_leader"}
    assert outcome(await client.post(url, json=boss, headers=leader)) == (409, "leader-stays")
    assert "identity.text_invitation" in await run_outbox(tx, files, settings)
    assert (await client.get(url, headers=leader)).json()["items"][0]["sent"], "the number is not kept"
    stranger = bearer(await signed_in(tx, settings, "0987654321"))
    yes = f"/v1/me/team-invitations/{sent.json()['id']}/accept"
    assert outcome(await client.post(yes, headers=stranger)) == (404, "invitation-not-found")
    session = await signed_in(tx, settings, PHONE)
    mine = (await client.get("/v1/me/team-invitations", headers=bearer(session))).json()["items"]
    assert [one["team_name"] for one in mine] == ["Tổ công nghệ số cộng đồng thử"]
    assert (await client.post(yes, headers=bearer(session))).status_code == 204
    assert (await client.post(yes, headers=bearer(session))).status_code == 404
    members = (await client.get(f"{ROOT}/teams/{walker.team_id}/members", headers=leader)).json()["items"]
    assert str(session.me.id) in {one["person_id"] for one in members}


async def test_who_says_no_is_left_alone_and_an_officer_invites_a_leader(
    client: httpx.AsyncClient,
    tx: Connection,
    *,
    walker: Walker,
    leader: Headers,
    officer: Headers,
    settings: Settings,
) -> None:
    url = f"{ROOT}/teams/{walker.team_id}/invitations"
    sent = (await client.post(url, json={"phone": PHONE}, headers=leader)).json()
    session = bearer(await signed_in(tx, settings, PHONE))
    no = await client.post(f"/v1/me/team-invitations/{sent['id']}/decline", headers=session)
    assert no.status_code == 204
    assert outcome(await client.post(url, json={"phone": PHONE}, headers=leader)) == (409, "invited-already")
    boss = {"phone": "0987654321", "role": "team_leader"}
    asked = (await client.post(url, json=boss, headers=officer)).json()
    head = await signed_in(tx, settings, "0987654321")
    await client.post(f"/v1/me/team-invitations/{asked['id']}/accept", headers=bearer(head))
    held = await tx.fetchval("select role from role_grant where person_id = $1", head.me.id)
    assert held == "team_leader"
    back = (await client.post(url, json={"phone": "0977777777"}, headers=leader)).json()
    await client.post(f"{url}/{back['id']}/withdraw", headers=leader)
    assert (await client.get(url, headers=leader)).json()["items"] == []


def test_the_sms_is_one_and_asks_for_nothing() -> None:
    text = invitation_words("Tổ công nghệ số cộng đồng thôn Đông", "https://ngoso.hue.gov.vn")
    assert text.isascii()
    assert len(text) <= 160
    assert text.startswith("To cong nghe so cong dong thon Dong moi ban")
