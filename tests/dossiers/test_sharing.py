"""Following for a parent or neighbour: with a dated yes, seen by both, ended at once by either."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.dossiers.rules.sharing import CODE_TRIES, TEXT_VERSION, TEXTS_A_DAY
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, PHONE, SystemKey, given_code, given_key, given_person, tell, told
from tests.given.time import frozen
from tests.given.work import run_outbox

Headers = dict[str, str]
TITLES = "select title, body, link from message where person_id = $1 order by created_at, id"


class Two:
    """An applicant with a verified number, a neighbour, and the applicant's dossier."""

    def __init__(self, client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files) -> None:
        self.client, self.tx, self.settings, self.files = client, tx, settings, files
        self.code = given_code()
        self.key: SystemKey
        self.owner, self.helper = UUID(int=0), UUID(int=0)
        self.mine: Headers = {}
        self.theirs: Headers = {}
        self.id = ""

    async def ask(self, how: str = "asked", **changes: Any) -> httpx.Response:
        body = {
            "code": self.code,
            "phone_last4": LAST4,
            "relation": "parent",
            "purpose": "see_progress",
            "how": how,
            "text_version": TEXT_VERSION,
        } | changes
        return await self.client.post("/v1/me/dossier-shares", json=body, headers=self.theirs)

    async def shares(self) -> list[dict[str, Any]]:
        answer = await self.client.get("/v1/me/dossier-shares", headers=self.theirs)
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    async def followers(self) -> list[dict[str, Any]]:
        answer = await self.client.get(f"/v1/me/dossiers/{self.id}/followers", headers=self.mine)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    async def decide(self, *, allowed: bool) -> dict[str, Any]:
        handle = (await self.followers())[0]["id"]
        path = f"/v1/me/dossiers/{self.id}/followers/{handle}"
        answer = await self.client.put(path, json={"allowed": allowed}, headers=self.mine)
        assert answer.status_code == 200, answer.text
        after: dict[str, Any] = answer.json()
        return after

    async def seen(self) -> bool:
        """Whether the neighbour sees the dossier: in the list and by its address, never only one of them."""
        listed = (await self.client.get("/v1/me/dossiers", headers=self.theirs)).json()["items"]
        one = await self.client.get(f"/v1/me/dossiers/{self.id}", headers=self.theirs)
        assert (one.status_code == 200) == bool(listed)
        return bool(listed)

    async def work(self) -> None:
        await run_outbox(self.tx, self.files, self.settings)

    async def titles(self, person: UUID) -> list[str]:
        return [row["title"] for row in await self.tx.fetch(TITLES, person)]


@pytest.fixture
async def two(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[[UUID], Headers],
) -> Two:
    two = Two(client, tx, settings, files)
    two.key = await given_key(tx, settings)
    two.owner = await given_person(tx, phone="+84912345678")
    two.helper = await given_person(tx, phone="+84987654321")
    two.mine, two.theirs = as_person(two.owner), as_person(two.helper)
    two.id = (await tell(client, two.key, two.code, told("2", 1)))["dossier_id"]
    await two.work()
    await tx.execute("delete from message")
    return two


async def test_a_request_shows_nothing_until_the_applicant_says_yes(two: Two) -> None:
    asked = await two.ask()
    assert (asked.status_code, asked.json()["state"], asked.json()["dossier_id"]) == (201, "asked", None)
    assert (await two.ask()).status_code == 200
    assert not await two.seen()
    await two.work()
    (row,) = await two.tx.fetch(TITLES, two.owner)
    assert row["title"] == "Có người xin theo dõi hồ sơ của bạn"
    assert "số 0•• ••• •321" in row["body"]
    assert "+84987654321" not in row["body"]
    assert row["link"] == f"#/hs/{two.id}/ai-xem"
    (line,) = await two.followers()
    assert (line["state"], line["relation"], line["purpose"], line["how"]) == (
        "asked", "parent", "see_progress", "asked",
    )  # fmt: skip
    assert line["phone_masked"] == "0•• ••• •321"
    after = await two.decide(allowed=True)
    assert after["state"] == "granted"
    assert await two.seen()
    (share,) = await two.shares()
    assert (share["state"], share["dossier_id"], bool(share["granted_at"])) == ("granted", two.id, True)
    await tell(two.client, two.key, two.code, told("4", 2))
    await two.work()
    assert await two.titles(two.helper) == ["Chủ hồ sơ đã đồng ý cho bạn theo dõi", "Hồ sơ: Đang xử lý"]


@pytest.mark.parametrize("by", ["owner", "follower", "unfollowing"])
async def test_either_ends_it_and_the_follower_sees_nothing_more(two: Two, by: str) -> None:
    share = (await two.ask("spoken", given_on=str(today()))).json()
    assert await two.seen()
    if by == "owner":
        assert (await two.decide(allowed=False))["state"] == "ended"
    else:
        path = f"/v1/me/dossier-shares/{share['id']}" if by == "follower" else f"/v1/me/dossiers/{two.id}"
        assert (await two.client.delete(path, headers=two.theirs)).status_code == 204
    assert not await two.seen()
    assert [one["state"] for one in await two.shares()] == ["ended"]
    await two.work()
    await two.tx.execute("delete from message")
    await tell(two.client, two.key, two.code, told("4", 2))
    await two.work()
    assert await two.titles(two.helper) == []
    row = await two.tx.fetchrow("select ended_by, granted_at, ended_at from dossier_share")
    assert row is not None
    assert row["ended_by"] == ("owner" if by == "owner" else "follower")
    assert row["ended_at"] >= row["granted_at"]


async def test_to_whom_the_applicant_said_no_the_code_opens_nothing(two: Two) -> None:
    await two.ask()
    assert (await two.decide(allowed=False))["state"] == "refused"
    nowhere = {"code": "H57.12-999999-9999", "phone_last4": "0000"}
    both = {"code": two.code, "phone_last4": LAST4}
    for path in ("/v1/dossiers/lookup", "/v1/me/dossiers"):
        refused = await two.client.post(path, json=both, headers=two.theirs)
        absent = await two.client.post(path, json=nowhere, headers=two.theirs)
        assert refused.status_code == absent.status_code == 404
        assert refused.json()["type"] == absent.json()["type"]
    assert (await two.ask()).status_code == 404
    assert (await two.ask("spoken", given_on=str(today()))).status_code == 404
    await two.work()
    assert await two.titles(two.helper) == ["Chủ hồ sơ chưa đồng ý cho bạn theo dõi"]
    assert (await two.decide(allowed=True))["state"] == "granted"
    assert await two.seen()
    assert [one["state"] for one in await two.shares()] == ["granted", "refused"]


async def test_a_yes_given_in_person_has_its_day_and_the_applicant_hears_of_it(two: Two) -> None:
    yesterday = today() - timedelta(days=1)
    share = (await two.ask("written", given_on=str(yesterday), purpose="collect_result")).json()
    assert (share["state"], share["how"], share["given_on"]) == ("granted", "written", str(yesterday))
    assert "Tôi giữ tờ giấy đó" in share["text"]
    await two.work()
    (row,) = await two.tx.fetch(TITLES, two.owner)
    assert f"bằng giấy ngày {yesterday:%d/%m/%Y}" in row["body"]
    for changes in (
        {"given_on": None},
        {"given_on": str(today() + timedelta(days=1))},
        {"given_on": str(today() - timedelta(days=91))},
    ):
        assert (await two.ask("spoken", **changes)).status_code == 422
    assert (await two.ask("asked", given_on=str(today()))).status_code == 422
    old = await two.ask("spoken", given_on=str(today()), text_version="2020-01")
    assert (old.status_code, old.json()["type"]) == (409, "/problems/dossier-share-text-changed")


async def test_the_code_read_out_is_the_yes_and_its_number_is_not_kept(two: Two) -> None:
    asked = await two.ask("code", owner_phone=PHONE)
    assert (asked.status_code, asked.json()["state"]) == (201, "asked")
    path, digits = f"/v1/me/dossier-shares/{asked.json()['id']}/code", asked.json()["demo_code"]
    assert not await two.seen()
    await two.work()
    assert await two.tx.fetchval("select count(*) from dossier_share where owner_phone is not null") == 0
    wrong = await two.client.post(path, json={"code": f"{(int(digits) + 1) % 10**6:06}"}, headers=two.theirs)
    assert (wrong.status_code, wrong.json()["type"]) == (422, "/problems/dossier-share-code-wrong")
    stranger = await two.client.post(path, json={"code": digits}, headers=two.mine)
    assert stranger.status_code == 422
    right = await two.client.post(path, json={"code": digits}, headers=two.theirs)
    assert (right.status_code, right.json()["state"], right.json()["how"]) == (200, "granted", "code")
    assert await two.seen()


async def test_a_code_has_five_tries_and_fifteen_minutes(
    two: Two, as_person: Callable[[UUID], Headers]
) -> None:
    at = now()
    with frozen(at):
        asked = (await two.ask("code", owner_phone=PHONE)).json()
        path, digits = f"/v1/me/dossier-shares/{asked['id']}/code", asked["demo_code"]
        for _ in range(CODE_TRIES):
            body = {"code": f"{(int(digits) + 1) % 10**6:06}"}
            assert (await two.client.post(path, json=body, headers=two.theirs)).status_code == 422
        assert (await two.client.post(path, json={"code": digits}, headers=two.theirs)).status_code == 422
        again = (await two.ask("code", owner_phone=PHONE)).json()
        assert again["id"] != asked["id"]
    with frozen(at + timedelta(minutes=16)):
        two.theirs = as_person(two.helper)
        path = f"/v1/me/dossier-shares/{again['id']}/code"
        late = await two.client.post(path, json={"code": again["demo_code"]}, headers=two.theirs)
        assert late.status_code == 422
        assert (await two.shares())[0]["state"] == "lapsed"
        for _ in range(TEXTS_A_DAY - 2):
            assert (await two.ask("code", owner_phone=PHONE)).status_code == 201
        last = (await two.shares())[0]
        assert (await two.ask("code", owner_phone=PHONE)).status_code == 429
        # Who may not ask again keeps what they have: its digits still count.
        assert (await two.shares())[0] == last
        assert last["state"] == "asked"
    assert not await two.seen()


async def test_a_wrong_number_is_a_wrong_guess(two: Two) -> None:
    with frozen(now()):
        answers = [await two.ask("code", owner_phone="0912345679") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [404] * 5 + [429]
    assert await two.tx.fetchval("select count(*) from dossier_share") == 0


async def test_the_answer_is_the_same_whether_the_applicant_uses_the_app(two: Two) -> None:
    with_account = await two.ask()
    code = given_code()
    await tell(two.client, two.key, code, told("2", 1, applicant_phone="0976000678"))
    without = await two.ask(code=code, phone_last4="0678")
    assert with_account.status_code == without.status_code == 201
    differs = {"id", "code", "asked_at"}
    kept, other = with_account.json(), without.json()
    assert {k: v for k, v in kept.items() if k not in differs} == {
        k: v for k, v in other.items() if k not in differs
    }
    assert set(with_account.headers) == set(without.headers)
    kinds = await two.tx.fetch("select kind from outbox_event where done_at is null")
    assert [row["kind"] for row in kinds] == ["dossier_share_asked"] * 2


async def test_only_the_applicant_sees_who_follows(two: Two) -> None:
    await two.ask("spoken", given_on=str(today()))
    path = f"/v1/me/dossiers/{two.id}/followers"
    assert (await two.client.get(path, headers=two.theirs)).status_code == 404
    handle = (await two.followers())[0]["id"]
    answer = await two.client.put(f"{path}/{handle}", json={"allowed": True}, headers=two.theirs)
    assert answer.status_code == 404
    unknown = await two.client.put(f"{path}/{'0' * 32}", json={"allowed": True}, headers=two.mine)
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/problems/dossier-follower-not-found")


async def test_who_follows_as_their_own_is_told_of_and_can_be_ended(two: Two) -> None:
    body = {"code": two.code, "phone_last4": LAST4}
    assert (await two.client.post("/v1/me/dossiers", json=body, headers=two.theirs)).status_code == 201
    await two.work()
    assert await two.titles(two.owner) == ["Có người vừa theo dõi hồ sơ của bạn"]
    (line,) = await two.followers()
    assert (line["how"], line["state"], line["relation"]) == ("by_code", "granted", None)
    assert (await two.decide(allowed=False))["state"] == "ended"
    assert not await two.seen()
    assert (await two.client.post("/v1/me/dossiers", json=body, headers=two.theirs)).status_code == 404
    assert (await two.decide(allowed=True))["state"] == "granted"
    assert await two.seen()


async def test_my_own_dossier_needs_nobodys_consent(two: Two) -> None:
    two.theirs = two.mine
    answer = await two.ask()
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/dossier-share-not-needed")
    follow = await two.client.post(
        "/v1/me/dossiers", json={"code": two.code, "phone_last4": LAST4}, headers=two.mine
    )
    assert follow.json()["owned"] is True
    assert await two.followers() == []


async def test_who_proves_the_number_later_is_told_from_then_on(two: Two, client: httpx.AsyncClient) -> None:
    code = given_code()
    await tell(client, two.key, code, told("2", 1, applicant_phone="0976000678"))
    asked = (await client.post("/v1/auth/otp", json={"phone": "0976000678"})).json()
    body = {"challenge_id": asked["challenge_id"], "code": asked["demo_code"]}
    me = (await client.post("/v1/auth/otp/verify", json=body)).json()["me"]["id"]
    await two.work()
    await tell(client, two.key, code, told("4", 2, applicant_phone=None))
    await two.work()
    assert await two.titles(UUID(me)) == ["Hồ sơ: Đang xử lý"]
