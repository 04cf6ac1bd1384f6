"""Red and purple go out only with another officer's yes; drafts by people and machines; nothing is lost or doubled."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest

from api.alerts.actions import drafting, proposing
from api.alerts.contracts import NewAlert
from api.alerts.rules.drafting import as_new, proposed
from api.alerts.rules.problems import AlertUnusable
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import PROVINCE, demo_person, demo_second
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.proposing import AlertProposed
from api.kit.settings import Settings
from tests.given.alerts import alert_body
from tests.given.identity import demo_people
from tests.given.reports import officer
from tests.given.work import run_outbox

Caller = tuple[httpx.AsyncClient, dict[str, str], dict[str, str]]
INBOX = "select title from message where person_id = $1 order by created_at, id"


@pytest.fixture
async def desk(client: httpx.AsyncClient, tx: Connection, as_role: Any, as_person: Any) -> Caller:
    """The client and the headers of two officers of Huế."""
    await demo_people(tx)
    return client, as_role(Role.OFFICER), as_person(demo_second(Role.OFFICER), staff=True)


async def waiting(desk: Caller, **changes: Any) -> dict[str, Any]:
    """A red warning the first officer sent."""
    client, first, _ = desk
    body = alert_body(**({"risk_level": 4} | changes))
    answer = await client.post("/v1/alerts", json=body, headers=first)
    assert answer.status_code == 202, answer.text
    draft: dict[str, Any] = answer.json()
    return draft


async def does(desk: Caller, draft: dict[str, Any], verb: str, *, by: int, **more: Any) -> httpx.Response:
    body = {"version": draft["version"]} | more
    headers = desk[1] if by == 1 else desk[2]
    return await desk[0].post(f"/v1/alert-drafts/{draft['id']}/{verb}", json=body, headers=headers)


async def public(desk: Caller) -> list[str]:
    return [one["id"] for one in (await desk[0].get("/v1/alerts")).json()["items"]]


@pytest.mark.parametrize("level", [4, 5])
async def test_red_and_purple_wait_for_another_officer(desk: Caller, level: int) -> None:
    draft = await waiting(desk, risk_level=level)
    assert (draft["state"], draft["may_decide"], draft["needs_second_person"]) == ("waiting", False, True)
    assert await public(desk) == []
    own = await does(desk, draft, "approve", by=1)
    assert (own.status_code, own.json()["type"]) == (403, "/problems/alert-own-draft")
    seen = (await desk[0].get(f"/v1/alert-drafts/{draft['id']}", headers=desk[2])).json()
    assert seen["may_decide"]
    done = await does(desk, draft, "approve", by=2)
    assert (done.status_code, done.json()["state"]) == (200, "published")
    assert (await does(desk, draft, "approve", by=2)).status_code == 200  # sent again
    alert = (await desk[0].get(f"/v1/alerts/{draft['id']}")).json()
    assert (alert["risk_level"], alert["approved"], alert["msg_type"]) == (level, True, "alert")
    assert [step["verb"] for step in done.json()["steps"]] == ["sent", "approved"]


async def test_a_no_has_a_reason_and_the_changed_draft_may_come_again(desk: Caller) -> None:
    draft = await waiting(desk)
    assert (await does(desk, draft, "refuse", by=2, reason=" ")).status_code == 422
    no = (await does(desk, draft, "refuse", by=2, reason="Sai vùng")).json()
    assert (no["state"], no["reason"]) == ("refused", "Sai vùng")
    assert await public(desk) == []
    content = no["content"] | {"commune_codes": ["19777"]}
    path = f"/v1/alert-drafts/{draft['id']}"
    saved = await desk[0].put(path, json={"content": content, "version": no["version"]}, headers=desk[1])
    sent = (await does(desk, saved.json(), "send", by=1)).json()
    assert sent["state"] == "waiting"
    stale = await does(desk, draft, "approve", by=2)
    assert (stale.status_code, stale.json()["type"]) == (409, "/problems/alert-draft-moved")
    assert (await does(desk, sent, "approve", by=2)).json()["state"] == "published"
    assert await public(desk) == [draft["id"]]


async def test_who_changed_it_last_is_not_the_second_person(desk: Caller) -> None:
    draft = await waiting(desk)
    path = f"/v1/alert-drafts/{draft['id']}"
    content = draft["content"] | {"headline": "Khác"}
    saved = (
        await desk[0].put(path, json={"content": content, "version": draft["version"]}, headers=desk[2])
    ).json()
    assert saved["state"] == "draft"  # what was waiting waits no more
    sent = (await does(desk, saved, "send", by=1)).json()
    for by in (1, 2):
        assert (await does(desk, sent, "approve", by=by)).status_code == 403


async def test_a_resend_is_the_first_answer_and_what_is_wrong_is_said_at_once(desk: Caller) -> None:
    client, first, _ = desk
    body = alert_body(risk_level=5)
    one, again = [await client.post("/v1/alerts", json=body, headers=first) for _ in range(2)]
    assert (one.status_code, again.status_code, again.json()) == (202, 202, one.json())
    other = await client.post("/v1/alerts", json=body | {"headline": "Khác"}, headers=first)
    assert other.status_code == 409
    assert (
        await client.post("/v1/alerts", json=alert_body(risk_level=5, headline=" "), headers=first)
    ).status_code == 422
    await does(desk, one.json(), "approve", by=2)
    out = await client.post("/v1/alerts", json=body, headers=first)
    assert (out.status_code, out.json()["approved"]) == (200, True)


async def test_an_orange_draft_goes_out_by_one_and_keeps_its_id(desk: Caller) -> None:
    client, first, second = desk
    draft_id = str(uuid7())
    content = {"headline": "Nước lên"}
    path = f"/v1/alert-drafts/{draft_id}"
    saved = (await client.put(path, json={"content": content}, headers=first)).json()
    missing = await does(desk, saved, "send", by=1)
    assert {error["field"] for error in missing.json()["errors"]} == {
        "hazard", "risk_level", "description", "expires_at",
    }  # fmt: skip
    body = alert_body()
    whole = {name: value for name, value in body.items() if name != "id"}
    lost = await client.put(path, json={"content": whole, "version": 9}, headers=second)
    assert lost.status_code == 409
    saved = (await client.put(path, json={"content": whole, "version": 1}, headers=first)).json()
    assert (await does(desk, saved, "send", by=1)).json()["state"] == "published"
    assert await public(desk) == [draft_id]
    assert (await client.get("/v1/alert-drafts", headers=first)).json()["items"] == []


async def test_officers_hear_of_what_waits_and_writers_of_what_was_decided(
    desk: Caller, tx: Connection, files: Files, settings: Settings
) -> None:
    draft = await waiting(desk)
    await run_outbox(tx, files, settings)
    await does(desk, draft, "refuse", by=2, reason="Sai vùng")
    await run_outbox(tx, files, settings)
    assert [row[0] for row in await tx.fetch(INBOX, demo_second(Role.OFFICER))] == [
        "Có cảnh báo chờ bạn duyệt"
    ]
    assert [row[0] for row in await tx.fetch(INBOX, demo_person(Role.OFFICER))] == [
        "Cảnh báo chưa được duyệt"
    ]


def proposal(**changes: Any) -> AlertProposed:
    values: dict[str, Any] = {
        "key": "gauge:kim-long:bd3",
        "province_code": PROVINCE,
        "hazard": "flood",
        "risk_level": 3,
        "headline": "Sông Hương tại Kim Long trên báo động 3",
        "description": "3,54 m lúc 6 giờ.",
        "note": "Trạm Kim Long",
        "commune_codes": ("19777",),
        "river_alarm": "BĐ3+0,04 m",
    } | changes
    return AlertProposed(**values)


async def test_what_another_slice_proposes_is_one_draft_until_an_officer_touches_it(
    desk: Caller, tx: Connection, files: Files, settings: Settings
) -> None:
    for description in ("3,54 m lúc 6 giờ.", "3,60 m lúc 7 giờ."):
        await outbox.emit(tx, proposal(description=description))
    await run_outbox(tx, files, settings)
    (draft,) = (await desk[0].get("/v1/alert-drafts", headers=desk[1])).json()["items"]
    assert (draft["origin"], draft["state"], draft["note"]) == ("gauge", "draft", "Trạm Kim Long")
    assert (draft["content"]["description"], draft["content"]["river_alarm"]) == (
        "3,60 m lúc 7 giờ.",
        "BĐ3+0,04 m",
    )
    assert await public(desk) == []
    told = await tx.fetch("select person_id from message where title = 'Có bản thảo cảnh báo chờ xem'")
    assert len(told) == 2
    sent = (await does(desk, draft, "send", by=1)).json()
    assert sent["state"] == "published"
    assert (await proposing.take_proposal(tx, proposal(description="3,70 m"))) is None
    assert (await desk[0].get(f"/v1/alerts/{draft['id']}")).json()["origin"] == "gauge"


async def test_a_river_that_rises_on_leaves_one_draft_which_goes_on_from_what_is_out(
    desk: Caller, tx: Connection
) -> None:
    def risen_to(stage: int) -> AlertProposed:
        ends = at + timedelta(hours=stage)
        key = f"gauge:kim-long:bd{stage}"
        return proposal(key=key, follows="gauge:kim-long:", headline=f"BĐ{stage}", expires_at=ends)

    async def proposed_by(stage: int) -> dict[str, Any]:
        await proposing.take_proposal(tx, risen_to(stage))
        (draft,) = (await desk[0].get("/v1/alert-drafts", headers=desk[1])).json()["items"]
        assert draft["content"]["headline"] == f"BĐ{stage}", "the lower one is off the desk"
        return dict(draft)

    at = now()
    await proposed_by(1)
    second = await proposed_by(2)
    late = msgspec.structs.replace(risen_to(1), key="gauge:kim-long:late")
    assert await proposing.take_proposal(tx, late) is None, "of two workers the slower one says nothing new"
    assert second["content"]["replaces"] is None
    assert (await does(desk, second, "send", by=1)).json()["state"] == "published"
    third = await proposed_by(3)
    assert third["content"]["replaces"] == second["id"]
    await does(desk, third, "send", by=1)
    second = (await desk[0].get(f"/v1/alerts/{second['id']}")).json()
    assert (second["active"], second["replaced_by"]) == (False, third["id"]), "one river, one warning"


def test_a_proposal_without_an_end_holds_twelve_hours_and_is_cut_to_size() -> None:
    at = now().replace(microsecond=0)
    content = proposed(proposal(headline="a" * 200), at)
    assert (content.expires_at, len(content.headline)) == (at + timedelta(hours=12), 160)
    new = as_new(UUID(int=1), content, at)
    assert isinstance(new, NewAlert)
    assert new.effective_at == at
    with pytest.raises(AlertUnusable):
        as_new(UUID(int=1), proposed(proposal(hazard="", risk_level=None), at), at)


@pytest.mark.usefixtures("desk")
async def test_another_provinces_desk_is_not_there(client: httpx.AsyncClient, tx: Connection) -> None:
    me = officer("48")
    assert (await drafting.browse(tx, me)).items == []
    assert (await client.get("/v1/alert-drafts")).status_code == 401
