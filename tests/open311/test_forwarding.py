"""Cases sent on to another system over a real socket: exactly once, followed, and nobody named."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from api.open311.actions import forwarding
from api.open311.rules.forwarding import LEASE, LONGEST_TALK, Claim, in_time
from tests.given.forwarding import SYSTEMS, Killed, Province, Sender, Town, connected
from tests.given.reports import reported
from tests.given.time import frozen
from workers import open311 as jobs


async def test_a_case_goes_to_its_agencys_system_and_comes_back_as_steps(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    said = "Đèn tắt, gọi tôi 0987001122"
    receipt = await reported(tx, settings, description=said, contact_phone="0987001122")
    await reported(tx, settings, category_code="moi-truong.rac")
    assert (await sender.look())["state"] == "sent"
    [form] = town.taken
    assert form["service_code"] == ["LAMP"]
    assert form["api_key"] == ["khoa-cua-ho"]
    assert form["description"] == [f"Đèn tắt, gọi tôi [đã ẩn] [{receipt.code}]"]
    assert "0987001122" not in str(form)
    assert not {"phone", "email", "first_name", "last_name", "device_id", "account_id"} & set(form)
    town.ready = False
    assert (await sender.look())["state"] == "sent"
    town.ready = True
    assert (await sender.look())["their_id"] == "T-0"
    town.status, town.notes = "Awaiting crew", "Friday"
    assert (await sender.look())["their_status"] == "Awaiting crew"
    before = await tx.fetchrow("select state, version from report where id = $1", receipt.id)
    step = await tx.fetchrow("select action, note from report_step order by id desc limit 1")
    assert step is not None
    assert tuple(step) == ("outside", "Thành phố Bạn: Awaiting crew: Friday")
    assert tuple(before or ()) == ("received", 1)
    town.status, town.notes = "Doing", ""
    assert (await sender.look())["their_status"] == "Doing"
    assert await tx.fetchval("select state from report where id = $1", receipt.id) == "in_progress"
    assert await tx.fetchval("select published_at from report where id = $1", receipt.id) is None
    town.status, town.notes = "Closed", "Replaced"
    assert (await sender.look())["over"]
    row = await tx.fetchrow("select state, answer from report where id = $1", receipt.id)
    assert row is not None
    assert tuple(row) == ("done", "Thành phố Bạn: Replaced")
    assert len(town.taken) == 1


async def test_a_lost_answer_is_looked_for_before_anything_is_sent_again(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    town.ills.append("lost")
    await reported(tx, settings)
    row = await sender.look()
    assert (row["state"], row["unsure"], row["reason"]) == ("waiting", True, "HTTP 502")
    row = await sender.look()
    assert (row["state"], row["their_id"], row["unsure"]) == ("acknowledged", "T-0", False)
    assert len(town.taken) == 1


async def test_a_case_opened_again_after_they_ended_it_is_sent_once_more(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    receipt = await reported(tx, settings, description="Đèn tắt")
    await sender.look()
    town.status = "closed"
    await sender.look()
    assert (await sender.look())["over"]
    reopened = "update report set state = 'reopened', reopenings = 1, finished_at = null, answer = null where id = $1"
    await tx.execute(reopened, receipt.id)
    town.status = "open"
    assert await forwarding.consider(tx, receipt.id)
    assert not await forwarding.consider(tx, receipt.id)
    town.ills.append("lost")
    assert (await sender.look())["state"] == "waiting"
    assert (await sender.look())["their_id"] == "T-1"  # found by a mark of its own, not taken for the first
    assert [form["description"][0] for form in town.taken] == [
        f"Đèn tắt [{receipt.code}]",
        f"Đèn tắt (mở lại lần 1) [{receipt.code}/1]",
    ]


async def test_what_they_do_not_take_fails_with_their_reason_and_can_be_tried_again(
    *, town: Town, sender: Sender, tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any
) -> None:
    town.ills.append(400)
    await reported(tx, settings)
    row = await sender.look()
    assert (row["state"], row["reason"]) == ("failed", "HTTP 400: unknown service")
    admin = as_role(Role.ADMIN)
    lines = (await client.get(f"{SYSTEMS}/thanh-pho-ban/cases?state=failed", headers=admin)).json()["items"]
    assert [line["reason"] for line in lines] == ["HTTP 400: unknown service"]
    assert (await client.post(f"{SYSTEMS}/thanh-pho-ban/retry", headers=admin)).json() == {"cases": 1}
    assert (await sender.look())["state"] == "sent"
    [system] = (await client.get(SYSTEMS, headers=admin)).json()["items"]
    assert (system["sent"], system["failed"], system["last_error"]) == (1, 0, None)
    assert "khoa-cua-ho" not in str(system)


async def test_an_officer_sees_and_sends_again_the_failures_of_their_province_only(
    *, town: Town, sender: Sender, tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any
) -> None:
    town.ills.extend([400, 400])
    for _ in range(2):
        await reported(tx, settings)
    await sender.look()
    await tx.execute("update report set province_code = '48' where number = (select min(number) from report)")
    officer = as_role(Role.OFFICER)
    [system] = (await client.get(SYSTEMS, headers=officer)).json()["items"]
    assert (
        system["failed"],
        len((await client.get(SYSTEMS, headers=as_role(Role.ADMIN))).json()["items"]),
    ) == (1, 1)
    assert len((await client.get(f"{SYSTEMS}/thanh-pho-ban/cases", headers=officer)).json()["items"]) == 1
    assert (await client.post(f"{SYSTEMS}/thanh-pho-ban/retry", headers=officer)).json() == {"cases": 1}
    body = {"name": "x", "url": "https://x.vn", "api_key": "k"}
    assert (await client.put(f"{SYSTEMS}/x", json=body, headers=officer)).status_code == 403
    lamp = {"service_code": "L", "category_code": "ha-tang.chieu-sang"}
    nobody = {"service_code": "L", "agency_id": str(uuid7())}
    for routes in ([lamp, lamp | {"service_code": "M"}], [lamp | {"category_code": "khong-co"}], [nobody]):
        answer = await client.put(f"{SYSTEMS}/x", json=body | {"routes": routes}, headers=as_role(Role.ADMIN))
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "routes")


async def test_a_system_that_is_ill_is_left_alone_longer_and_longer(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    town.ills.extend([503] * 5)
    await reported(tx, settings)
    for _ in range(5):
        await sender.look(minutes=20)
    system = await tx.fetchrow("select failures, open_until, last_error from open311_system")
    assert system is not None
    assert (system["failures"], system["last_error"]) == (5, "HTTP 503")
    assert system["open_until"] > sender.at
    assert (await sender.look(minutes=1))["state"] == "waiting"
    assert town.taken == []
    assert (await sender.look(minutes=30))["state"] == "sent"


async def test_a_refusal_goes_to_the_coordinator_and_sealed_matters_go_nowhere(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    receipt = await reported(tx, settings)
    await sender.look()
    await sender.look()
    town.status, town.notes = "Rejected", "Not ours"
    await sender.look()
    row = await tx.fetchrow("select state, agency_id from report where id = $1", receipt.id)
    assert row is not None
    assert tuple(row) == ("verifying", None)
    await tx.execute("update category set public = false, sealed = true where code = 'ha-tang.chieu-sang'")
    await reported(tx, settings)
    await sender.look()
    assert await tx.fetchval("select count(*) from open311_forward") == 1


async def test_a_worker_killed_between_the_post_and_the_commit_sends_nothing_twice(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    receipt = await reported(tx, settings)
    with pytest.raises(Killed):
        await sender.look(dies=True)
    assert (len(town.taken), town.keys) == (1, [f"{receipt.id}/0"])
    row = await sender.look(minutes=1)  # the lease of the dead one still holds
    assert (row["state"], row["unsure"], row["attempts"]) == ("waiting", True, 0)
    row = await sender.look()
    assert (row["state"], row["their_id"], row["unsure"]) == ("acknowledged", "T-0", False)
    assert len(town.taken) == 1


async def test_nobody_begins_a_conversation_that_may_outlast_the_lease(
    town: Town, sender: Sender, tx: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[Claim] = []

    def too_late(claim: Claim, at: datetime) -> bool:
        judged.append(claim)
        return in_time(claim, at + LEASE)

    await reported(tx, settings)
    with monkeypatch.context() as slow:
        slow.setattr(jobs, "in_time", too_late)
        row = await sender.look()
    assert (row["state"], row["unsure"], town.keys) == ("waiting", False, [])
    [claim] = judged
    assert in_time(claim, claim.until - LONGEST_TALK)
    assert not in_time(claim, claim.until - LONGEST_TALK + timedelta(seconds=1))
    assert (await sender.look(minutes=0))["state"] == "sent"


async def test_a_case_that_breaks_the_other_side_holds_up_no_other(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    town.ills.append(500)
    for _ in range(3):
        await reported(tx, settings)
        sender.at += timedelta(seconds=1)
    await sender.look()
    assert (town.taken, len(town.keys)) == ([], 1)  # one conversation, then the system is left alone
    assert await tx.fetchval("select count(*) from open311_forward where unsure") == 1
    with frozen(sender.at):
        await sender.look(minutes=0)
    assert len(town.taken) == 2
    assert town.keys[0] not in town.keys[1:]


async def test_a_system_without_open311_is_spoken_to_signed_and_its_key_can_be_changed(
    *, province: Province, sender: Sender, tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any,
    socket: tuple[dict[str, Town], str],
) -> None:  # fmt: skip
    province.ills.append(502)
    receipt = await reported(tx, settings, description="Đèn tắt, gọi 0987001122", contact_phone="0987001122")
    row = await sender.look()
    assert (row["state"], row["unsure"], row["reason"]) == ("waiting", True, "HTTP 502")
    row = await sender.look()
    assert (row["their_id"], province.puts, len(province.cases)) == (f"H-{receipt.code}", 2, 1)
    sent = province.cases[receipt.code]
    assert set(sent) == {
        "code",
        "service_code",
        "description",
        "lat",
        "lon",
        "address",
        "received_at",
        "reopenings",
    }
    assert sent["description"] == f"Đèn tắt, gọi [đã ẩn] [{receipt.code}]"
    province.secret = "khoa-moi-cua-ho"
    assert (await sender.look())["their_status"] is None
    assert await tx.fetchval("select last_error from open311_system") == "HTTP 401"
    await connected(client, as_role, socket[1], dialect="signed", api_key="khoa-moi-cua-ho")
    province.status = "Doing"
    assert (await sender.look())["their_status"] == "Doing"
    assert await tx.fetchval("select state from report where id = $1", receipt.id) == "in_progress"
    assert await tx.fetchval("select last_error from open311_system") is None


async def test_keys_of_systems_are_sealed_anew_and_one_that_opens_no_more_sends_nothing(
    town: Town, sender: Sender, tx: Connection, settings: Settings
) -> None:
    new = msgspec.structs.replace(settings, seal_keys="new")
    assert await forwarding.seal_all_anew(tx, new) == (1, 0)
    await reported(tx, settings)
    assert (await sender.look())["reason"] == "khoá đã niêm phong không mở được, hãy nhập lại khoá"
    assert town.keys == []
    sender.settings = msgspec.structs.replace(new, secret_key="another root secret, 32 letters!")
    assert (await sender.look())["state"] == "sent"
