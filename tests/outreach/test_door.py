"""The walk over HTTP: who may call what, what crosses the wire, what the volunteer is told."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from structlog.testing import capture_logs

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from outreach.measurement import actions as measurement
from outreach.visits.contracts import EventResult, EventStatus
from tests.given.outreach import Phone, Walker, given_walker, seen, wire
from tests.given.time import frozen
from tests.given.work import run_outbox

Headers = Callable[..., dict[str, str]]
INSERT_OFFICER = """
insert into role_grant (id, person_id, role, province_code, valid_from, granted_at)
values ($1, $2, $3, $4, '2025-07-01', now())
"""


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def given_staff(tx: Connection, role: Role, province: str | None = None) -> UUID:
    person = uuid7()
    await tx.execute("insert into person (id, demo) values ($1, true)", person)
    await tx.execute(INSERT_OFFICER, uuid7(), person, role.value, province)
    return person


def body(phone: Phone) -> dict[str, Any]:
    return {"install_id": str(phone.install_id), "device_time": wire(now()), "events": phone.kept}


async def test_a_walk_from_phone_to_officer(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    mine = as_person(walker.person_id, staff=True)
    phone = walker.phone()
    home = phone.household(adults_total=1)
    adult = phone.adult(home)
    for _ in range(2):
        phone.visit(home, seen(adult, S07="alone_observed", assistance="unaided"))
    answer = await client.post("/v1/outreach/sync", json=body(phone), headers=mine)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert [result["status"] for result in found["results"]] == ["accepted"] * 4
    assert found["receipt"]["install_id"] == str(phone.install_id)
    assert found["receipt"]["seq"] == 4
    assert found["server_time"].endswith("Z")
    again = await client.post("/v1/outreach/sync", json=body(phone), headers=mine)
    assert [result["status"] for result in again.json()["results"]] == ["duplicate"] * 4

    area = (await client.get("/v1/outreach/pull", headers=mine)).json()
    assert [line["id"] for line in area["households"]] == [str(home)]
    assert area["team"]["id"] == str(walker.team_id)
    cursor = {"cursor": area["cursor"]}
    assert (await client.get("/v1/outreach/pull", params=cursor, headers=mine)).json()["households"] == []
    assert (await client.get("/v1/outreach/tonight", headers=mine)).json()["items"] == []
    progress = (await client.get("/v1/outreach/progress", headers=mine)).json()
    assert (progress["know_and_can"], progress["visits"]) == (1, 2)
    teams = (await client.get("/v1/outreach/teams", headers=mine)).json()["items"]
    assert [team["id"] for team in teams] == [str(walker.team_id)]
    assert teams[0]["members"] == 1

    officer = as_person(await given_staff(tx, Role.OFFICER, "46"), staff=True)
    report = (await client.get("/v1/outreach/coverage", params={"province": "46"}, headers=officer)).json()
    (line,) = [each for each in report["communes"] if each["commune_code"] == walker.commune_code]
    assert (line["adults_registered"], line["know_and_can"], line["visits"]) == (1, 1, 2)
    assert line["verdict"] == "not_enough_data"
    assert line["adults_population"] is None
    assert report["target"]["threshold"] == 0.7
    other = await client.get("/v1/outreach/coverage", params={"province": "01"}, headers=officer)
    assert other.status_code == 403
    assert other.json()["type"] == "/problems/not-your-province"
    seen_teams = (await client.get("/v1/outreach/teams", headers=officer)).json()["items"]
    assert str(walker.team_id) in {team["id"] for team in seen_teams}

    admin = as_person(await given_staff(tx, Role.ADMIN), staff=True)
    assert (await client.get("/v1/outreach/recount", headers=admin)).json()["equal"] is True


async def test_totals_that_drift_are_found_in_the_night(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.visit(home, seen(phone.adult(home), knows=True))
    await phone.send(tx)
    admin = as_person(await given_staff(tx, Role.ADMIN), staff=True)

    async def found(**params: str) -> tuple[bool, list[dict[str, Any]]]:
        answer = (await client.get("/v1/outreach/recount", params=params, headers=admin)).json()
        return answer["equal"], answer["differences"]

    await measurement.check(tx)
    await tx.execute("alter table coverage_total disable trigger all")
    await tx.execute("update coverage_total set visits = visits + 1")
    assert await found() == (True, []), "as it was last night"
    (line,) = (await found(now="true"))[1]
    assert (line["kept"], line["recounted"]) == ([1, 1, 0, 0, 2], [1, 1, 0, 0, 1])
    with frozen(datetime.now(UTC) + timedelta(days=1)), capture_logs() as logged:
        await measurement.check(tx)
    assert await found() == (False, [line])
    assert [(one["event"], one["count"]) for one in logged] == [("totals_drifted", 1)]


async def test_a_packed_upload_is_read(client: httpx.AsyncClient, walker: Walker, as_person: Headers) -> None:
    phone = walker.phone()
    phone.household()
    headers = {
        **as_person(walker.person_id, staff=True),
        "Content-Encoding": "gzip",
        "Content-Type": "application/json",
    }
    packed = gzip.compress(json.dumps(body(phone)).encode())
    answer = await client.post("/v1/outreach/sync", content=packed, headers=headers)
    assert answer.json()["results"][0]["status"] == "accepted"


async def test_more_than_200_events_or_a_broken_frame_is_refused_as_a_whole(
    client: httpx.AsyncClient, walker: Walker, as_person: Headers
) -> None:
    mine = as_person(walker.person_id, staff=True)
    whole = body(walker.phone())
    for broken in (
        {**whole, "events": [None] * 201},
        {**whole, "install_id": "x"},
        {**whole, "device_time": "2026-11-22T10:00:00"},
        {**whole, "gps": [16.4, 107.6]},
    ):
        answer = await client.post("/v1/outreach/sync", json=broken, headers=mine)
        assert answer.status_code == 422, broken
    assert (await client.post("/v1/outreach/sync", content=b"{", headers=mine)).status_code == 400


@pytest.mark.parametrize(
    "junk",
    [
        '{"event_id": "\\u0000", "seq": 1}',
        '{"event_id": 5, "seq": true, "body": {"\\u0000": "\\u0000"}}',
        '{"seq": 99999999999999999999}',
        "[[[[[[[[[[[[]]]]]]]]]]]]",
        "1e400",
        '"\\u0000"',
    ],
)
async def test_no_junk_breaks_the_door(
    client: httpx.AsyncClient, walker: Walker, as_person: Headers, junk: str
) -> None:
    phone = walker.phone()
    phone.household("Hộ \x00 số 1")
    raw = json.dumps({**body(phone), "events": ["@", phone.kept[0]]}).replace('"@"', junk)
    answer = await client.post(
        "/v1/outreach/sync", content=raw, headers=as_person(walker.person_id, staff=True)
    )
    assert answer.status_code in (200, 400), answer.text
    if answer.status_code == 200:
        assert [result["status"] for result in answer.json()["results"]] == ["rejected", "accepted"]


@pytest.mark.parametrize(
    ("path", "roles"),
    [
        ("/v1/outreach/pull", {Role.VOLUNTEER}),
        ("/v1/outreach/tonight", {Role.VOLUNTEER}),
        ("/v1/outreach/progress", {Role.VOLUNTEER}),
        ("/v1/outreach/coverage?province=46", {Role.OFFICER, Role.ADMIN}),
        ("/v1/outreach/recount", {Role.ADMIN}),
    ],
)
async def test_each_role_sees_its_own(
    client: httpx.AsyncClient,
    tx: Connection,
    walker: Walker,
    as_person: Headers,
    *,
    path: str,
    roles: set[Role],
) -> None:
    people = {
        Role.VOLUNTEER: walker.person_id,
        Role.OFFICER: await given_staff(tx, Role.OFFICER, "46"),
        Role.ADMIN: await given_staff(tx, Role.ADMIN),
    }
    for role, person in people.items():
        answer = await client.get(path, headers=as_person(person, staff=True))
        assert answer.status_code == (200 if role in roles else 403), (role, answer.text)
    assert (await client.get(path)).status_code == 401
    assert (await client.get(path, headers=as_person(uuid7()))).status_code == 403


async def test_the_public_sees_no_small_counts_and_caches(
    client: httpx.AsyncClient, tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.adult(home)
    await phone.send(tx)
    answer = await client.get("/v1/outreach/public-coverage", params={"province": "46"})
    assert answer.status_code == 200
    assert "public" in answer.headers["cache-control"]
    found = answer.json()
    line = next(each for each in found["communes"] if each["commune_code"] == walker.commune_code)
    assert line["suppressed"] is True
    assert line["adults_registered"] is None
    assert found["total"]["suppressed"] is True
    wrong = await client.get("/v1/outreach/public-coverage", params={"province": "99"})
    assert wrong.status_code == 404


async def test_the_volunteer_finds_what_was_not_taken_in_the_inbox(
    client: httpx.AsyncClient,
    tx: Connection,
    walker: Walker,
    as_person: Headers,
    *,
    settings: Settings,
    files: Files,
) -> None:
    mine = as_person(walker.person_id, staff=True)
    phone = walker.phone()
    phone.household("Số 0912345678")
    for _ in range(2):
        await client.post("/v1/outreach/sync", json=body(phone), headers=mine)
    assert "outreach.tell_volunteer" in await run_outbox(tx, files, settings)
    inbox = (await client.get("/v1/me/messages", headers=mine)).json()
    (message,) = inbox["items"]
    assert message["kind"] == "visit"
    assert message["title"] == "1 bản ghi chưa được nhận"
    kept = await tx.fetchrow("select reason_code, payload from visit_quarantine")
    assert kept is not None
    assert (kept["reason_code"], kept["payload"]) == ("personal_number", None)


async def test_a_good_upload_causes_no_message(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    phone.household()
    await phone.send(tx)
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'walk_needs_review'") == 0


def test_the_wire_is_snake_case_and_whole() -> None:
    result = EventResult(event_id="x", status=EventStatus.HELD)
    assert set(msgspec.to_builtins(result)) == {
        "event_id",
        "status",
        "reason_code",
        "reason",
        "field",
        "until",
        "conflict",
    }
