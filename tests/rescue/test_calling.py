"""Calls for help over HTTP: small, never refused, one case however often and whichever way they come."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
import shapely

from api.dossiers.actions.keys import create_key
from api.dossiers.contracts.integration import KeyScope
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from api.rescue.rules.texting import encoded
from tests.given.dossiers import SystemKey
from tests.given.identity import demo_people
from tests.given.rescue import LAT, LON, read_board, sent, sos_body

Role2Headers = Callable[[Role], dict[str, str]]
SMS = "/v1/integration/sos/sms"


@pytest.fixture
async def gateway(tx: Connection, settings: Settings) -> SystemKey:
    """What an SMS gateway signs with."""
    return SystemKey(await create_key(tx, system="sms", name="sms", settings=settings, scopes=[KeyScope.SOS]))


async def test_hard_case_20_sos_at_2g_in_200_bytes_five_times_over_data_and_sms_is_one_case(
    client: httpx.AsyncClient, tx: Connection, gateway: SystemKey, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    identity = uuid7()
    body = sos_body(id=identity.hex)
    assert len(msgspec.json.encode(body)) <= 200
    first = await client.post("/v1/sos", json=body)
    assert first.status_code == 201
    assert first.json()["number"] > 0
    text = f"SOS #{encoded(identity)} {LAT},{LON}~12m; 5 nguoi; nuoc len toi mai nha; co tre nho"
    assert len(text) <= 160, "one message"
    for sms_id in ("a", "a", "b"):
        answer = await client.post(
            SMS, json={"sms_id": sms_id, "sender": "+84912345678", "text": text}, auth=gateway
        )
        assert answer.status_code == 200, answer.text
        assert answer.json()["number"] == first.json()["number"]
        assert f"SOS so {first.json()['number']}" in answer.json()["reply"]
        assert "112" in answer.json()["reply"]
    again = await client.post("/v1/sos", json=body)
    assert (again.status_code, again.json()["number"]) == (200, first.json()["number"])
    [line] = (await read_board(client, as_role(Role.OFFICER)))["items"]
    assert (line["calls"], line["people"], line["weak"]) == (1, 5, "c"), "the text added the child"
    assert await tx.fetchval("select sends from rescue_call") == 5
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'sos_received'") == 1


async def test_hard_case_21_sos_from_far_away_separates_caller_and_victim_and_takes_an_unknown_place(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    linked = await sent(
        client, lat=None, lon=None, acc_m=None, victim="Bà Lan 0987 654 321", what="flood",
        place="Nhà mẹ tôi https://www.google.com/maps/place/X/@16.4,107.5,15z/data=!8m2!3d16.4581!4d107.5612",
    )  # fmt: skip
    words = await sent(
        client, lat=None, lon=None, acc_m=None, victim="", place="cạnh trụ sở thôn", people=None
    )
    nowhere = await sent(client, lat=None, lon=None, acc_m=None, phone="0905111222", what=None, people=None)
    officer = as_role(Role.OFFICER)
    lines = {line["number"]: line for line in (await read_board(client, officer))["items"]}
    assert set(lines) == {linked["number"], words["number"], nowhere["number"]}, (
        "one caller, two other people"
    )
    assert (lines[linked["number"]]["lat"], lines[linked["number"]]["lon"]) == (16.4581, 107.5612)
    assert lines[linked["number"]]["place"] == "Nhà mẹ tôi"
    assert (lines[words["number"]]["lat"], lines[words["number"]]["place"]) == (None, "cạnh trụ sở thôn")
    assert (lines[nowhere["number"]]["lat"], lines[nowhere["number"]]["rank"]) == (None, 2), (
        "unknown is not harmless"
    )
    path = f"/v1/rescue/incidents/{lines[linked['number']]['id']}"
    steps: dict[str, Any] = {}
    for action, state in (("call", "calling_back"), ("no_answer", "no_answer"), ("call", "calling_back")):
        version = steps.get("version", 1)
        answer = await client.post(
            f"{path}/steps", json={"version": version, "action": action}, headers=officer
        )
        steps = answer.json()
        assert steps["state"] == state
    assert steps["attempts"] == 2
    assert "0987654321" not in (await client.get(path, headers=officer)).text
    [contact] = (await client.post(f"{path}/look", headers=officer)).json()["items"]
    assert (contact["phone"], contact["victim_phone"]) == ("+84912345678", "+84987654321")
    assert contact["victim_name"] == "Bà Lan"


async def test_hard_case_22_a_prank_number_is_ranked_down_and_nobody_is_ever_blocked(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    officer = as_role(Role.OFFICER)
    for turn in range(30):
        await sent(client, lat=16.3 + turn / 100, phone="0999999999", what="swept")
    for _ in range(70):  # far beyond what any other route lets one address do without a number
        await sent(client, phone=None, lat=None, lon=None, acc_m=None, what="flood", place="chợ Đông Ba")
    true = await sent(client, lat=16.2, phone="0912345678", what="flood")
    board = await read_board(client, officer)
    place = {line["number"]: line for line in board["items"]}
    pranks = [line for line in board["items"] if line["what"] == "swept"]
    assert len(pranks) == 30, "all of them are there"
    assert [line["rank"] for line in pranks].count(4) == 20
    assert any("nơi khác nhau" in reason for reason in pranks[-1]["reasons"])
    order = [line["number"] for line in board["items"]]
    assert all(order.index(true["number"]) < order.index(p["number"]) for p in pranks if p["rank"] == 4)
    assert place[true["number"]]["reasons"] == []
    false = pranks[0]
    step = {"version": false["version"], "action": "mark_false"}
    answer = await client.post(f"/v1/rescue/incidents/{false['id']}/steps", json=step, headers=officer)
    assert answer.json()["state"] == "false"
    late = await sent(client, lat=16.1, phone="0999999999", what="roof")
    [line] = [one for one in (await read_board(client, officer))["items"] if one["number"] == late["number"]]
    assert line["rank"] == 4
    assert "báo không đúng" in line["reasons"][0]


async def test_the_commune_is_by_the_boundaries_a_province_has_loaded_else_by_the_nearest_centre(
    client: httpx.AsyncClient, tx: Connection, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    spots = [{"lat": LAT, "lon": LON}, {"lat": LAT + 0.1, "lon": LON}]
    find = "select i.commune_id from rescue_call c join rescue_incident i on i.id = c.incident_id where c.id = $1"
    bodies = [sos_body(phone=f"090100000{n}", **spot) for n, spot in enumerate(spots)]
    for body in bodies:
        await client.post("/v1/sos", json=body)
    nearest = [await tx.fetchval(find, UUID(body["id"])) for body in bodies]
    far = await tx.fetchval("select id from admin_unit where code = '00004' and valid_to is null")
    # Centres err near borders: here a commune whose centre is far away owns a strip around the first.
    cell = shapely.box(LON - 0.02, LAT - 0.02, LON + 0.02, LAT + 0.02)
    await tx.execute(
        "insert into admin_boundary (unit_id, shape, bounds, source) values ($1, $2, box(point($3, $4), point($5, $6)), 'thử')",
        far, shapely.to_wkb(cell), *cell.bounds,
    )  # fmt: skip
    for body in bodies:
        await client.post("/v1/sos", json={**body, "worse": True})
    assert [await tx.fetchval(find, UUID(body["id"])) for body in bodies] == [far, nearest[1]]
    assert far not in nearest


async def test_a_token_that_is_over_stops_no_call_and_says_not_who_calls(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    answer = await client.post("/v1/sos", json=sos_body(), headers={"Authorization": "Bearer over"})
    assert answer.status_code == 201
    columns = await tx.fetch(
        "select column_name from information_schema.columns where table_name in ('rescue_call', 'rescue_incident')"
    )
    assert not {"person_id", "address"} & {row[0] for row in columns}


async def test_oddities_are_words_not_refusals(client: httpx.AsyncClient, tx: Connection) -> None:
    for odd in (
        {"phone": "không có", "what": "thủng thuyền", "help": "???", "weak": "xyz"},
        {"lat": 999.0, "lon": -999.0, "acc_m": -1.0, "people": -5},
        {"text": "a\u0000b" + "nước lên " * 4_000},
        {"people": 10**18},
    ):
        answer = await client.post("/v1/sos", json=sos_body(**odd))
        assert answer.status_code in (200, 201), (odd, answer.text)
    assert "thủng thuyền" in await tx.fetchval("select text from rescue_call where text like '%thuyền%'")
    nowhere: dict[str, Any] = {"lat": None, "lon": None, "acc_m": None, "phone": "không có"}
    numbers = {(await sent(client, **nowhere))["number"] for _ in range(2)}
    assert len(numbers) == 2, "who both have no number are not one person"


async def test_a_caller_follows_with_the_key_and_says_that_they_are_safe(
    client: httpx.AsyncClient, as_role: Role2Headers, tx: Connection
) -> None:
    await demo_people(tx)
    body = sos_body()
    told = (await client.post("/v1/sos", json=body)).json()
    path, key = f"/v1/sos/{body['id']}", {"X-Tracking-Key": told["tracking_key"]}
    assert (await client.get(path)).status_code == 404
    assert (await client.get(path, headers={"X-Tracking-Key": "0" * 32})).status_code == 404
    seen = (await client.get(path, headers=key)).json()
    assert (seen["number"], seen["state"], seen["ended"]) == (told["number"], "received", False)
    assert [step["action"] for step in seen["steps"]] == ["open"]
    safe = (await client.post(f"{path}/safe", headers=key)).json()
    assert (safe["state"], safe["ended"]) == ("safe", True)
    assert (await read_board(client, as_role(Role.OFFICER)))["items"] == []


async def test_who_says_safe_while_somebody_comes_is_seen_on_the_board_and_the_command_post_decides(
    client: httpx.AsyncClient, as_role: Role2Headers, tx: Connection
) -> None:
    await demo_people(tx)
    officer, body = as_role(Role.OFFICER), sos_body()
    told = (await client.post("/v1/sos", json=body)).json()
    [line] = (await read_board(client, officer))["items"]
    step = {"version": line["version"], "action": "acknowledge"}
    await client.post(f"/v1/rescue/incidents/{line['id']}/steps", json=step, headers=officer)
    before = await client.get("/v1/rescue/board", headers=officer)
    assert not before.json()["items"][0]["said_safe"]
    key = {"X-Tracking-Key": told["tracking_key"]}
    safe = (await client.post(f"/v1/sos/{body['id']}/safe", headers=key)).json()
    assert (safe["state"], safe["ended"]) == ("acknowledged", False)
    known = {**officer, "If-None-Match": before.headers["etag"]}
    after = await client.get("/v1/rescue/board", headers=known)
    assert [one["said_safe"] for one in after.json()["items"]] == [True]
    assert await tx.fetchval("select sends from rescue_call") == 1, "saying so is no call"


async def test_a_text_handed_over_in_two_halves_is_one_case(
    client: httpx.AsyncClient, tx: Connection, gateway: SystemKey, as_role: Role2Headers
) -> None:
    await demo_people(tx)
    halves = (
        "Cứu giúp bà Lan 0987654321, 2 người già, nước lên tới",
        "mái nhà rồi, cạnh trụ sở thôn Phú Mậu",
    )
    for sms_id, text in enumerate(halves):
        sms = {"sms_id": str(sms_id), "sender": "0912345678", "text": text}
        assert (await client.post(SMS, json=sms, auth=gateway)).status_code == 200
    [line] = (await read_board(client, as_role(Role.OFFICER)))["items"]
    assert (line["calls"], line["what"], line["people"], line["weak"]) == (2, "roof", 2, "o")
    assert "cạnh trụ sở thôn Phú Mậu" in line["place"]


async def test_only_a_gateway_with_its_scope_hands_texts_over(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    other = SystemKey(await create_key(tx, system="x", name="x", settings=settings))
    sms = {"sms_id": "1", "sender": "0912345678", "text": "SOS"}
    assert (await client.post(SMS, json=sms, auth=other)).status_code == 403
    unsigned = {"X-Api-Key": other.made.key}
    assert (await client.post(SMS, json=sms, headers=unsigned)).status_code == 401
