"""An officer invites citizens of chosen communes: only who said yes, each once, and it can be taken back."""

from collections.abc import Callable
from uuid import UUID

import httpx
import pytest

from api.kit.db import Connection
from api.kit.errors import FieldError
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from api.messages.actions import campaigns as actions
from api.messages.contracts import CampaignParams, Channel, Kind
from api.messages.contracts.campaigns import CampaignAnnounced
from api.messages.rules.campaigns import LEAVE, CampaignUnusable, check_area, heard
from api.messages.rules.templates import SMS_LIMIT, render
from tests.given.carriers import FakeProvider, FakeSmtp
from tests.given.identity import demo_people
from tests.given.messages import drain, lives_in, person
from tests.given.work import run_outbox
from tests.messages.conftest import rows
from workers.carrying import Post

Headers = dict[str, str]
HERE, ELSEWHERE = "19789", "19774"
TOLD = "select person_id, title, body, link from message where kind = 'campaign'"


@pytest.fixture
async def officer(tx: Connection, as_role: Callable[[Role], Headers]) -> Headers:
    await demo_people(tx)
    return as_role(Role.OFFICER)


async def citizen(tx: Connection, settings: Settings, number: int, *, lives: str, yes: bool = True) -> UUID:
    """Somebody with a home, who said yes to invitations by SMS and e-mail, or did not."""
    agreed = {Kind.CAMPAIGN if yes else Kind.DOSSIER: (Channel.SMS, Channel.EMAIL)}
    who = await person(
        tx, settings, phone=f"09123456{number:02}", agreed=agreed, email=f"a{number}@example.vn"
    )
    await lives_in(tx, who, lives)
    return who


def invitation(**changed: object) -> dict[str, object]:
    return {
        "id": str(uuid7()),
        "name": "Lớp dùng dịch vụ công tối thứ Năm",
        "invitation": "19 giờ thứ Năm tại nhà văn hoá.\nMang theo điện thoại.",
        "commune_codes": [HERE],
    } | changed


async def test_who_lives_there_and_said_yes_is_invited_once(
    *, client: httpx.AsyncClient, tx: Connection, files: Files, real: Settings, post: Post,
    officer: Headers, mail: FakeSmtp,
) -> None:  # fmt: skip
    invited = await citizen(tx, real, 1, lives=HERE)
    await citizen(tx, real, 2, lives=ELSEWHERE)
    await citizen(tx, real, 3, lives=HERE, yes=False)
    asked = invitation()
    mail.taken.clear()
    first = await client.post("/v1/admin/campaigns", json=asked, headers=officer)
    again = await client.post("/v1/admin/campaigns", json=asked, headers=officer)
    assert (first.status_code, again.status_code) == (201, 200)
    other = await client.post("/v1/admin/campaigns", json=asked | {"name": "Tên khác"}, headers=officer)
    assert (other.status_code, other.json()["type"]) == (409, "/problems/campaign-id-taken")
    assert (await run_outbox(tx, files, real)).count("messages.tell_campaign") == 1
    (told,) = await tx.fetch(TOLD)
    assert (told["person_id"], told["title"]) == (invited, asked["name"])
    assert told["body"].endswith(LEAVE), "an invitation says how not to get the next one"
    await drain(post)
    (letter,) = mail.taken
    assert letter["List-Unsubscribe"], "and so does its e-mail"
    listed = (await client.get("/v1/admin/campaigns", headers=officer)).json()["items"]
    assert [(one["told"], one["finished_at"] is not None) for one in listed] == [(1, True)]


async def test_a_campaign_taken_back_reaches_nobody_more(
    *, client: httpx.AsyncClient, tx: Connection, files: Files, real: Settings, post: Post,
    officer: Headers, provider: FakeProvider, mail: FakeSmtp, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(actions, "AT_ONCE", 1)
    for number in (1, 2, 3):
        await citizen(tx, real, number, lives=HERE)
    mail.taken.clear()
    asked = invitation()
    await client.post("/v1/admin/campaigns", json=asked, headers=officer)
    assert await actions.tell_next(tx, CampaignAnnounced(campaign_id=UUID(str(asked["id"])))) == 1
    while await post.plan():
        pass
    stopped = await client.post(f"/v1/admin/campaigns/{asked['id']}/stop", headers=officer)
    assert stopped.json()["stopped_at"] is not None
    await run_outbox(tx, files, real)
    await drain(post)
    assert len(await tx.fetch(TOLD)) == 1
    assert await rows(tx) == [("email", "unwanted")], "nor is it tried another way"
    assert (mail.taken, provider.posts) == ([], [])


async def test_all_are_told_some_at_a_time(
    *, tx: Connection, files: Files, real: Settings, client: httpx.AsyncClient, officer: Headers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(actions, "AT_ONCE", 2)
    people = {await citizen(tx, real, number, lives=HERE) for number in range(5)}
    counted = await client.post(
        "/v1/admin/campaigns/audience", json={"commune_codes": [HERE]}, headers=officer
    )
    assert counted.json() == {"people": 5}
    await client.post("/v1/admin/campaigns", json=invitation(), headers=officer)
    assert (await run_outbox(tx, files, real)).count("messages.tell_campaign") == 3
    assert {row["person_id"] for row in await tx.fetch(TOLD)} == people


async def test_communes_of_others_and_of_yesterday_are_refused(
    client: httpx.AsyncClient, officer: Headers
) -> None:
    for codes in (["00004"], [HERE, "99999"]):
        answer = await client.post(
            "/v1/admin/campaigns", json=invitation(commune_codes=codes), headers=officer
        )
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "commune_codes")
    gone = await client.post(f"/v1/admin/campaigns/{uuid7()}/stop", headers=officer)
    assert gone.status_code == 404


def test_an_area_is_complete_and_ones_own() -> None:
    check_area(["1", "2"], {("1", "46"), ("2", "46")}, ["46"])
    for wanted, found in ((["1", "2"], {("1", "46")}), (["1"], {("1", "48")})):
        with pytest.raises(CampaignUnusable) as refused:
            check_area(wanted, found, ["46"])
        assert isinstance(refused.value.errors[0], FieldError)


def test_few_people_are_not_counted_aloud() -> None:
    assert [heard(people) for people in (0, 4, 5, 9, 10, 104)] == [None, None, 5, 5, 10, 100]


@pytest.mark.parametrize("base", ["https://hue.example.vn", "https://" + "x" * 60 + ".vn"])
def test_an_invitation_by_sms_ends_with_the_way_out(base: str) -> None:
    params = CampaignParams(name="Lớp dịch vụ công " * 5, invitation="Mời bà con " * 20)
    words = render(params, title="", url=f"{base}/#/tb", unsubscribe=f"{base}/#/tb/nhan")
    assert len(words.sms) <= SMS_LIMIT
    assert "Tat tin: " in words.sms[-70:]
    assert f"{base}/#/tb/nhan" in words.text
