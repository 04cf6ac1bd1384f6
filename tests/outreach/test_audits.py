"""A sample nobody chooses and nobody skips: told, frozen, drawn, walked by another team, closed, drawn again by anybody."""

import hashlib
import hmac
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from outreach.supervision.contracts.audits import AdultBefore, Candidate
from outreach.supervision.rules.drawing import commit_of, digest_of, draw, who_goes, whom_to_ask
from tests.given.leading import given_officer
from tests.given.outreach import Phone, Walker, given_walker, reasons, seen, statuses

Headers = Callable[..., dict[str, str]]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SEED = bytes(range(32))


def test_the_draw_is_what_its_description_says() -> None:
    frame = [UUID(int=number) for number in range(1, 200)]
    digest = hashlib.sha256("\n".join(sorted(map(str, frame))).encode()).hexdigest()
    lots = {home: hmac.new(SEED, f"{digest}|{home}".encode(), "sha256").hexdigest() for home in frame}
    assert digest_of(frame[::-1]) == digest
    assert draw(SEED, frame, 10) == sorted(frame, key=lots.__getitem__)[:10]
    assert draw(SEED, frame[::-1], 10) == draw(SEED, frame, 10)
    assert draw(SEED, frame[:3], 10) == sorted(frame[:3], key=lambda home: hmac.digest(
        SEED, f"{digest_of(frame[:3])}|{home}".encode(), "sha256"
    )), "another frame, other lots: nobody who knew the seed could have shaped it"  # fmt: skip
    assert commit_of(SEED) == hashlib.sha256(SEED).hexdigest()


def test_every_house_is_as_likely_as_another() -> None:
    frame = [UUID(int=number) for number in range(1, 21)]
    hits = dict.fromkeys(frame, 0)
    for number in range(400):
        for home in draw(number.to_bytes(32), frame, 5):
            hits[home] += 1
    assert min(hits.values()) > 60, hits.values()
    assert max(hits.values()) < 145


def test_another_team_of_the_commune_goes_and_the_adult_is_drawn_too() -> None:
    home, near, far = UUID(int=1), UUID(int=2), UUID(int=3)
    teams = [
        Candidate(household_id=home, team_id=far, apart=90.0),
        Candidate(household_id=home, team_id=near, apart=0.0),
    ]
    assert who_goes(SEED, "d", teams) == {home: near}
    assert who_goes(SEED, "d", teams[:1]) == {home: far}
    adults = [
        AdultBefore(household_id=home, adult_id=UUID(int=n), knows=True, can=False) for n in range(10, 15)
    ]
    assert len({whom_to_ask(bytes([n]) * 32, "d", adults)[home].adult_id for n in range(40)}) == 5


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def walked(tx: Connection, walker: Walker, many: int) -> dict[UUID, UUID]:
    """Households of a team that were visited and assessed, each with its adult."""
    phone = walker.phone()
    found = {}
    for number in range(many):
        home = phone.household(f"Hộ số {number}")
        found[home] = phone.adult(home)
        phone.visit(home, seen(found[home], S07="alone_observed"), at=now() - 9 * DAY)
    await phone.send(tx)
    return found


def note_correction(phone: Phone, door: dict[str, Any]) -> None:
    """The third visit of the phone said otherwise: it was done for them."""
    said = {"started_at": now(), "ended_at": now(), "result": "met", "consent": True}
    said["adults"] = [seen(UUID(door["adult_id"]), S07="done_for")]
    visit = UUID(phone.kept[2]["body"]["visit_id"])
    phone.note("visit_corrected", visit_id=visit, reason="Ghi nhầm mức", visit=said)


async def stays_as_it_is(tx: Connection) -> None:
    """Not even with SQL is a draw taken back."""
    for words in (
        "delete from audit_draw", "update audit_draw set place = place + 10", "update audit_round set size = 9",
        "delete from audit_attempt", "update audit_frame set household_id = household_id",
    ):  # fmt: skip
        with pytest.raises(asyncpg.RaiseError, match="stays as it is"):
            async with tx.transaction():
                await tx.execute(words)


async def test_an_audit_from_seed_to_proof(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    adults = await walked(tx, walker, 5)
    other = await given_walker(tx)
    boss, theirs = as_person(await given_officer(tx), staff=True), as_person(other.person_id, staff=True)
    mine = as_person(walker.person_id, staff=True)

    async def post(path: str, status: int = 200, **body: Any) -> Any:
        answer = await client.post(f"/v1/outreach/audits{path}", json=body, headers=boss)
        assert answer.status_code == status, answer.text
        return answer.json()

    opened = await post("", 201, province_code="46", size=3)
    for status, province in ((409, "46"), (403, "01")):
        await post("", status, province_code=province, size=3)
    path = f"/{opened['id']}"
    await post(f"{path}/close", 409)
    drawn = await post(f"{path}/draw")
    assert (drawn["frame_size"], drawn["drawn"], drawn["settled"]) == (5, 3, 0)
    assert drawn["seed_commit"] == opened["seed_commit"]
    await post(f"{path}/draw", 409)
    assert (await client.get("/v1/outreach/audits/mine", headers=mine)).json()["items"] == []
    doors = (await client.get("/v1/outreach/audits/mine", headers=theirs)).json()["items"]
    assert len(doors) == 3
    assert {door["adult_id"] for door in doors} <= {str(adult) for adult in adults.values()}
    proof = f"/v1/outreach/audits{path}/proof"
    assert (await client.get(proof, headers=boss)).status_code == 409, "the seed is not told yet"
    assert "seed" not in (await client.get("/v1/outreach/audits", headers=boss)).json()["items"][0]

    phone = other.phone()
    first, second, third = doors
    phone.visit(UUID(first["household_id"]), result="nobody_home")
    assert reasons(await phone.send(tx)) == ["not_your_area"], "only with its draw"

    def again(door: dict[str, Any], *looks: dict[str, Any], **more: Any) -> None:
        phone.visit(UUID(door["household_id"]), *looks, audit_draw_id=door["draw_id"], **more)

    again(first, seen(UUID(first["adult_id"]), S07="alone_observed"))
    again(second, seen(UUID(second["adult_id"]), S07="with_help"))
    for days, hour in ((3, 2), (3, 12)):
        again(third, result="nobody_home", at=now().replace(hour=hour) - days * DAY)
    assert set(statuses(await phone.send(tx, phone.kept[1:]))) == {"accepted"}
    await post(f"{path}/close", 409)
    note_correction(phone, second)
    assert statuses(await phone.send(tx, phone.kept[-1:])) == ["accepted"], "put right like any visit"
    left = (await client.get("/v1/outreach/audits/mine", headers=theirs)).json()["items"]
    assert [(door["draw_id"], door["attempts"]) for door in left] == [(third["draw_id"], 2)]
    again(third, result="nobody_home", at=now().replace(hour=2) - 2 * DAY)
    await phone.send(tx, phone.kept[-1:])
    closed = await post(f"{path}/close")
    assert (closed["settled"], closed["met"]) == (3, 2)
    result = (await client.get(f"/v1/outreach/audits{path}", headers=boss)).json()
    figures = [result[key] for key in ("states", "asked", "know_and_can", "agreed")]
    assert figures == [{"met": 2, "non_contact": 1}, 2, 1, 1]

    found = (await client.get(proof, headers=boss)).json()
    seed = bytes.fromhex(found["seed"])
    assert (found["holds"], commit_of(seed)) == (True, opened["seed_commit"])
    assert set(found["frame"]) == set(map(str, adults))
    assert [str(home) for home in draw(seed, [UUID(home) for home in found["frame"]], 3)] == found["drawn"]
    await stays_as_it_is(tx)


async def test_without_another_team_nothing_is_drawn(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    await walked(tx, walker, 1)
    boss = as_person(await given_officer(tx), staff=True)
    body = {"province_code": "46", "size": 1}
    opened = (await client.post("/v1/outreach/audits", json=body, headers=boss)).json()
    answer = await client.post(f"/v1/outreach/audits/{opened['id']}/draw", headers=boss)
    assert answer.status_code == 409
    assert await tx.fetchval("select count(*) from audit_frame") == 0
    unknown = await client.get(f"/v1/outreach/audits/{uuid4()}", headers=boss)
    assert unknown.status_code == 404
