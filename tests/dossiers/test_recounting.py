"""The calendar changes: open dossiers are counted anew and it is written down; finished ones never move."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from api.dossiers.actions import deadlines
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.dossiers import given_code, given_key, tell, told
from tests.given.identity import demo_people
from tests.given.time import frozen
from tests.given.work import run_outbox

NOW = datetime(2026, 11, 17, 3, tzinfo=UTC)
FLOOD = {"kind": "local_closure", "name": "Nghỉ do lũ", "source": "Công văn 12/UBND"}
DUE = "select code, due_at from dossier"
LOG = (
    "select looked, moved, finished_at is not null as done from dossier_recount where looked > 0 order by id"
)


class World:
    """Dossiers of two agencies, each three working days from Monday 16 November."""

    def __init__(self, client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files) -> None:
        self.client, self.tx, self.settings, self.files = client, tx, settings, files
        self.admin: dict[str, str] = {}

    async def dossier(self, *steps: tuple[str, str], agency: str = "H57.12", **changes: Any) -> str:
        key, code = await given_key(self.tx, self.settings), given_code()
        for place, (state, day) in enumerate(steps):
            body = told(
                state,
                place,
                occurred_at=f"2026-11-{day}:00:00+07:00",
                agency_code=agency,
                **({"deadline": {"amount": 3}} | changes),
            )
            await tell(self.client, key, code, body)
        return code

    async def due(self, code: str) -> str:
        at = await self.tx.fetchval("select due_at from dossier where code = $1", code)
        return f"{at:%d %H:%M}"

    async def close(self, scope: str, day: int) -> None:
        path = f"/v1/admin/calendar/{scope}/2026-11-{day:02}"
        answer = await self.client.put(path, json=FLOOD, headers=self.admin)
        assert answer.status_code == 204, answer.text

    async def count(self) -> None:
        await run_outbox(self.tx, self.files, self.settings)


@pytest.fixture
async def world(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_role: Callable[[Role], dict[str, str]],
) -> World:
    await demo_people(tx)
    world = World(client, tx, settings, files)
    world.admin = as_role(Role.ADMIN)
    await deadlines.ask_to_recount(tx)
    await world.count()
    return world


async def test_a_closure_moves_the_open_dossiers_of_its_agency_and_is_logged(world: World) -> None:
    with frozen(NOW):
        here, elsewhere = (
            await world.dossier(("2", "16T09")),
            await world.dossier(("2", "16T09"), agency="H57.13"),
        )
        await world.close("H57.12", 18)
        await world.count()
    assert (await world.due(here), await world.due(elsewhere)) == ("20 10:00", "19 10:00")
    log = (await world.client.get("/v1/admin/calendar-log", headers=world.admin)).json()
    assert (log["recounts"][0]["looked"], log["recounts"][0]["moved"]) == (1, 1)
    change = log["changes"][0]
    assert (change["scope"], change["from_on"], change["before"]) == ("H57.12", "2026-11-18", None)
    assert change["after"]["name"] == "Nghỉ do lũ"
    path = f"/v1/admin/calendar-log/{log['recounts'][0]['id']}"
    moved = (await world.client.get(path, headers=world.admin)).json()["items"]
    assert [(one["code"], one["due_before"], one["due_after"]) for one in moved] == [
        (here, "2026-11-19T10:00:00Z", "2026-11-20T10:00:00Z")
    ]


@pytest.mark.parametrize("scope", ["VN", "46"])
async def test_a_day_of_the_nation_or_the_province_moves_all(world: World, scope: str) -> None:
    with frozen(NOW):
        codes = [await world.dossier(("2", "16T09"), agency=f"H57.{number}") for number in (12, 13)]
        await world.close(scope, 18)
        await world.count()
        assert [await world.due(code) for code in codes] == ["20 10:00"] * 2
        gone = await world.client.delete(f"/v1/admin/calendar/{scope}/2026-11-18", headers=world.admin)
        assert gone.status_code == 204
        await world.count()
    assert [await world.due(code) for code in codes] == ["19 10:00"] * 2
    again = await world.client.delete(f"/v1/admin/calendar/{scope}/2026-11-18", headers=world.admin)
    assert (again.status_code, again.json()["type"]) == (404, "/problems/calendar-day-not-found")


async def test_finished_dossiers_never_move_not_even_by_their_next_event(world: World) -> None:
    with frozen(NOW):
        done = await world.dossier(("2", "12T09"), ("9", "17T09"))
        withdrawn = await world.dossier(("2", "12T09"), ("7", "17T08"))
        await world.close("VN", 16)
        await world.count()
        assert (await world.due(done), await world.due(withdrawn)) == ("17 10:00", "17 10:00")
        key = await given_key(world.tx, world.settings)
        receipt = await tell(world.client, key, done, told("10", 2, occurred_at="2026-11-17T10:00:00+07:00"))
    assert receipt["due_at"] == "2026-11-17T10:00:00Z"
    assert not await world.tx.fetch(LOG)


async def test_a_paused_dossier_is_open_and_days_outside_the_period_touch_nothing(world: World) -> None:
    with frozen(NOW):
        paused = await world.dossier(("2", "16T09"), ("5", "17T09"))
        await world.close("VN", 13)
        await world.close("VN", 20)
        await world.count()
        assert (await world.due(paused), await world.tx.fetch(LOG)) == ("19 10:00", [])
        await world.close("VN", 17)
        await world.count()
    assert await world.due(paused) == "23 10:00"


async def test_the_walk_goes_on_in_stretches_and_ends(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "CHUNK", 2)
    with frozen(NOW):
        codes = [await world.dossier(("2", "16T09")) for _ in range(5)]
        await world.close("VN", 18)
        await world.count()
    assert {await world.due(code) for code in codes} == {"20 10:00"}
    assert [tuple(row) for row in await world.tx.fetch(LOG)] == [(5, 5, True)]
    waiting = "select count(*) from outbox_event where done_at is null"
    assert await world.tx.fetchval(waiting) == 0


async def test_rows_written_by_hand_are_found_at_night(world: World) -> None:
    with frozen(NOW):
        code = await world.dossier(("2", "16T09"))
        await world.tx.execute(
            "insert into holiday (scope, on_date, kind, name, certainty, source)"
            " values ('H57.12', '2026-11-18', 'local_closure', 'Mất điện', 'high', 'test')"
        )
        await world.tx.execute(
            "insert into office_hours (scope, valid_from, opens, closes, certainty, source)"
            " values ('H57.12', '2026-11-19', '07:00', '16:30', 'high', 'test')"
        )
        await deadlines.ask_to_recount(world.tx)
        await world.count()
        assert await world.due(code) == "20 09:30"
        await deadlines.ask_to_recount(world.tx)
        await world.count()
    assert len(await world.tx.fetch(LOG)) == 1


async def test_only_an_administrator_and_only_sensible_days(
    world: World, as_role: Callable[[Role], dict[str, str]]
) -> None:
    path = "/v1/admin/calendar/VN/2026-11-18"
    assert (await world.client.put(path, json=FLOOD, headers=as_role(Role.OFFICER))).status_code == 403
    for wrong in ({"kind": "party"}, {"name": " "}, {"certainty": "sure"}, {"more": 1}):
        assert (await world.client.put(path, json=FLOOD | wrong, headers=world.admin)).status_code == 422
    wrong_path = "/v1/admin/calendar/VN/2026-02-30"
    assert (await world.client.put(wrong_path, json=FLOOD, headers=world.admin)).status_code in (404, 422)
    saturday = FLOOD | {"kind": "working_saturday"}
    assert (await world.client.put(path, json=saturday, headers=world.admin)).status_code == 422
