"""The command post and volunteers: the board, one taker, who sees a number, what is forgotten."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import COMMUNE, TEAM_CODE, demo_person, demo_team
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.rescue.actions import forgetting
from tests.given.identity import demo_people
from tests.given.rescue import read_board, sent
from tests.given.time import frozen
from tests.given.work import run_outbox

Role2Headers = Callable[[Role], dict[str, str]]


async def agreed(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    """The volunteer agrees to be asked."""
    answer = await client.put("/v1/me/consents/rescue_help", json={"granted": True}, headers=headers)
    assert answer.status_code == 200, answer.text


async def act(
    client: httpx.AsyncClient, one: dict[str, Any], action: str, headers: dict[str, str], **more: Any
) -> httpx.Response:
    """A step on an incident as it was read."""
    body = {"version": one["version"], "action": action, **more}
    return await client.post(f"/v1/rescue/incidents/{one['id']}/steps", json=body, headers=headers)


async def near_the_team(tx: Connection) -> dict[str, float]:
    """The middle of the demo team's commune, and the team."""
    row = await tx.fetchrow(
        "select id, lat, lon from admin_unit where code = $1 and valid_to is null", COMMUNE
    )
    assert row is not None
    await tx.execute(
        "insert into team (id, code, name, commune_id, formed_on) values ($1, 'demo', 'Tổ', $2, '2026-01-01')"
        " on conflict do nothing",
        demo_team(TEAM_CODE),
        row["id"],
    )
    return {"lat": row["lat"], "lon": row["lon"]}


async def test_the_board_shows_who_waits_first_and_answers_304_until_anything_changes(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    officer = as_role(Role.OFFICER)
    start = now()
    with frozen(start - timedelta(minutes=30)):
        food = await sent(client, lat=16.30, phone="0901000001", what="stuck", help="food")
    with frozen(start - timedelta(minutes=10)):
        old = await sent(client, lat=16.31, phone="0901000002", what="flood")
    young = await sent(client, lat=16.32, phone="0901000003", what="flood")
    grave = await sent(client, lat=16.33, phone="0901000004", what="swept")
    answer = await client.get("/v1/rescue/board", headers=officer)
    board = answer.json()
    assert (board["open"], board["waiting"]) == (4, 4)
    assert [line["number"] for line in board["items"]] == [one["number"] for one in (grave, old, young, food)]
    known = {**officer, "If-None-Match": answer.headers["etag"]}
    unchanged = await client.get("/v1/rescue/board", headers=known)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    taken = await act(client, board["items"][0], "take", officer)
    assert taken.json()["state"] == "acknowledged"
    changed = await client.get("/v1/rescue/board", headers=known)
    assert changed.status_code == 200
    assert changed.json()["items"][-1]["number"] == grave["number"], (
        "somebody has it: those who wait come first"
    )
    await sent(client, lat=16.32, phone="0901000003", what="flood")
    again = await client.get(
        "/v1/rescue/board", headers={**officer, "If-None-Match": changed.headers["etag"]}
    )
    assert again.status_code == 200, "another call of the same incident shows too"
    stale = await act(client, board["items"][0], "set_out", officer)
    assert (stale.status_code, stale.json()["type"]) == (409, "/problems/rescue-changed")


async def test_a_doubtful_call_nobody_looks_at_stands_with_the_pressing_ones_after_twenty_minutes(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    officer = as_role(Role.OFFICER)
    start = now()
    with frozen(start - timedelta(minutes=60)):
        first = await sent(client, lat=16.3, phone="0999999999")
        [line] = (await read_board(client, officer))["items"]
        await act(client, line, "mark_false", officer)
    with frozen(start - timedelta(minutes=21)):
        doubted = await sent(client, lat=16.3, phone="0999999999")
        assert doubted["number"] != first["number"]
    believed = await sent(client, lat=16.4, phone="0901000002", what="flood")
    with frozen(start - timedelta(minutes=5)):
        before = await client.get("/v1/rescue/board", headers=officer)
    assert [one["number"] for one in before.json()["items"]] == [believed["number"], doubted["number"]]
    after = await client.get("/v1/rescue/board", headers={**officer, "If-None-Match": before.headers["etag"]})
    assert [one["number"] for one in after.json()["items"]] == [doubted["number"], believed["number"]]


async def test_a_volunteer_who_agreed_takes_one_nearby_and_only_then_sees_the_number(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    spot = await near_the_team(tx)
    officer, volunteer = as_role(Role.OFFICER), as_role(Role.VOLUNTEER)
    await sent(client, **spot, phone="0912345678", text="gọi con tôi 0987654321 nhé")
    await sent(client, lat=16.0, lon=107.3, phone="0901000002")
    nearby = (await client.get("/v1/rescue/nearby", headers=volunteer)).json()
    assert nearby == {"consented": False, "items": []}
    await agreed(client, volunteer)
    nearby = (await client.get("/v1/rescue/nearby", headers=volunteer)).json()
    [line] = nearby["items"]
    assert line["lat"] == round(spot["lat"], 3), "about where, not which house"
    path = f"/v1/rescue/incidents/{line['id']}"
    seen = (await client.get(path, headers=volunteer)).json()
    assert (seen["actions"], seen["call_lines"], seen["may_look"]) == (["take"], [], False)
    assert (await client.post(f"{path}/look", headers=volunteer)).status_code == 403
    taken = (await act(client, seen, "take", volunteer)).json()
    assert (taken["mine"], taken["by_volunteer"], taken["lat"]) == (True, True, spot["lat"])
    assert "[đã ẩn]" in taken["call_lines"][0]["text"]
    looked = await client.post(f"{path}/look", headers=volunteer)
    assert looked.json()["items"][0]["phone"] == "+84912345678"
    too_late = await act(client, {**seen, "version": taken["version"]}, "take", officer)
    assert (too_late.status_code, too_late.json()["type"]) == (409, "/problems/rescue-taken")
    assert "tình nguyện viên" in too_late.json()["detail"]
    log = (await client.get(path, headers=officer)).json()["steps"]
    assert [(one["action"], one["by"]) for one in log] == [
        ("open", "system"),
        ("take", "volunteer"),
        ("look", "holder"),
    ]
    assert log[2]["person_name"], "who looked is written down"
    back = (await act(client, taken, "give_back", volunteer)).json()
    assert (back["held"], back["may_look"], back["lat"]) == (False, False, round(spot["lat"], 3))
    assert (await client.post(f"{path}/look", headers=volunteer)).status_code == 403


async def test_willing_volunteers_near_it_hear_of_it_and_no_word_says_who(
    client: httpx.AsyncClient, tx: Connection, files: Files, settings: Settings, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    spot = await near_the_team(tx)
    await agreed(client, as_role(Role.VOLUNTEER))
    await sent(client, **spot, victim="Bà Lan 0987654321", place="nhà bà Lan")
    await run_outbox(tx, files, settings)
    rows = await tx.fetch(
        "select person_id, title, body, link, params from message where dedupe_key like 'sos:%'"
    )
    links = {row["person_id"]: row["link"] for row in rows}
    assert links[demo_person(Role.OFFICER)] == "#/cuu-ho"
    assert links[demo_person(Role.VOLUNTEER)] == "#/cuu-ho/gan"
    assert set(links.values()) == {"#/cuu-ho", "#/cuu-ho/gan"}
    assert not any("Lan" in str(tuple(row)) for row in rows)


async def test_calls_merged_wrongly_are_split_and_merged_by_hand_and_keep_their_callers(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    officer = as_role(Role.OFFICER)
    one = await sent(client, phone="0901000001", people=2)
    two = await sent(client, phone="0901000002", people=4)
    assert one["number"] == two["number"], "30 m: one house"
    [line] = (await read_board(client, officer))["items"]
    assert (line["calls"], line["people"]) == (2, 4)
    path = f"/v1/rescue/incidents/{line['id']}"
    split = await client.post(f"{path}/split", json={"version": 1, "position": 2}, headers=officer)
    assert split.status_code == 200, split.text
    assert (split.json()["calls"], split.json()["people"]) == (1, 4)
    assert (await client.get(path, headers=officer)).json()["people"] == 2
    merge = {"version": split.json()["version"], "into": line["number"]}
    back = await client.post(f"/v1/rescue/incidents/{split.json()['id']}/merge", json=merge, headers=officer)
    assert (back.json()["number"], back.json()["calls"], back.json()["people"]) == (line["number"], 2, 4)
    phones = (await client.post(f"{path}/look", headers=officer)).json()["items"]
    assert {item["phone"] for item in phones} == {"+84901000001", "+84901000002"}


async def test_after_its_days_an_ended_incident_forgets_its_people_and_keeps_what_was_done(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    officer = as_role(Role.OFFICER)
    with frozen(now() - timedelta(days=31)):
        await sent(client, victim="Bà Lan 0987654321", place="nhà bà Lan", text="gọi 0987654321")
        [line] = (await read_board(client, officer))["items"]
        done = await act(client, line, "safe", officer, note="Bà Lan đã về nhà con")
        assert done.json()["state"] == "safe"
    await sent(client, phone="0901000002", lat=16.3, place="nhà bà Lan")
    await forgetting.forget(tx)
    kept = await tx.fetch(
        "select c.*, i.place as at, i.lat as ilat, s.note from rescue_call c join rescue_incident i"
        " on i.id = c.incident_id join rescue_step s on s.incident_id = i.id where i.forgotten_at is not null"
    )
    assert len(kept) == 2, "both steps are kept"
    for row in kept:
        assert not [
            name
            for name in ("sealed", "caller_key", "victim_key", "place", "text", "at", "note", "acc_m")
            if row[name]
        ]
        assert (row["lat"], row["ilat"]) == (16.46, 16.46), "about a kilometre, for counting"
    assert await tx.fetchval("select count(*) from rescue_call where sealed is not null") == 1, (
        "open ones are whole"
    )
    await tx.execute("update rescue_retention set verdict_days = 20")
    await forgetting.forget(tx)
    assert await tx.fetchval("select count(*) from rescue_verdict") == 0
