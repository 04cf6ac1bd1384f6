"""A walk on paper: codes that tell a slip of the pen, lines that become visits exactly once."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.clock import now
from api.kit.db import Connection
from outreach.planning.rules.paper import CodeWrong, check_digit, code_of, read_code
from tests.given.outreach import Walker, given_walker, wire
from tests.given.outreach_sync import totals

Headers = Callable[..., dict[str, str]]
VECTORS = json.loads((Path(__file__).parent / "paper_vectors.json").read_text())
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("text", "sheet", "line"), VECTORS["right"])
def test_codes_both_sides_read(text: str, sheet: int, line: int) -> None:
    assert read_code(text) == (sheet, line)


@pytest.mark.parametrize("text", VECTORS["wrong"])
def test_codes_both_sides_refuse(text: str) -> None:
    with pytest.raises(CodeWrong):
        read_code(text)


@given(st.integers(1001, 2**31 - 1), st.integers(1, 99), st.data())
def test_every_wrong_figure_and_every_swap_of_neighbours_is_found(
    sheet: int, line: int, data: st.DataObject
) -> None:
    assert check_digit("572") == "4", "the example of Damm's thesis"
    code = code_of(sheet, line)
    assert read_code(code) == (sheet, line)
    figures = code.replace("-", "")
    place = data.draw(st.integers(0, len(figures) - 1))
    other = data.draw(st.sampled_from([one for one in "0123456789" if one != figures[place]]))
    with pytest.raises(CodeWrong):
        read_code(figures[:place] + other + figures[place + 1 :])
    if place and figures[place - 1] != figures[place]:
        swapped = figures[: place - 1] + figures[place] + figures[place - 1] + figures[place + 1 :]
        with pytest.raises(CodeWrong):
            read_code(swapped)


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


def entry(code: str, **more: Any) -> dict[str, Any]:
    return {
        "code": code,
        "started_at": wire(now() - 26 * HOUR),
        "minutes": 8,
        "result": "nobody_home",
        **more,
    }


async def test_a_sheet_is_printed_walked_and_typed_in_once(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    mine = as_person(walker.person_id, staff=True)
    mate = await given_walker(tx, team_of=walker)
    phone = walker.phone()
    one, two = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    phone.adult(one, "Bác gái")
    phone.adult(one, "Anh cả")
    await phone.send(tx)
    asked = {"household_ids": [str(two), str(one)]}
    printed = await client.post("/v1/outreach/walk/sheets", json=asked, headers=mine)
    assert printed.status_code == 201, printed.text
    sheet = printed.json()
    assert [(line["reference"], line["adults"]) for line in sheet["lines"]] == [
        ("Hộ số 2", []),
        ("Hộ số 1", ["Bác gái", "Anh cả"]),
    ]
    assert sheet["mine"]
    code = sheet["lines"][1]["code"]
    looks = [{"place": 2, "knows": True, "skill": "S07", "level": "alone_observed"}]
    said = entry(code, result="met", consent=True, adults=looks)
    enter = "/v1/outreach/walk/sheet-entries"
    done = (await client.post(enter, json=said, headers=mine)).json()
    assert done["status"] == "accepted", done
    assert await totals(tx) == [2, 1, 1, 1, 1]
    theirs = as_person(mate.person_id, staff=True)
    again = (await client.post(enter, json=entry(code), headers=theirs)).json()
    assert (again["status"], again["visit_id"]) == ("duplicate", done["visit_id"])
    assert await totals(tx) == [2, 1, 1, 1, 1]
    row = await tx.fetchrow("select volunteer_id, visited_on from visit")
    assert row is not None
    assert row["volunteer_id"] == walker.person_id, "who walked, whoever typed"
    typed = (await client.post(enter, json=entry(sheet["lines"][0]["code"]), headers=theirs)).json()
    assert typed["status"] == "accepted"
    people = await tx.fetch("select distinct volunteer_id from visit")
    assert [row[0] for row in people] == [walker.person_id]
    shown = (await client.get(f"/v1/outreach/walk/sheets/{sheet['no']}", headers=theirs)).json()
    assert all(line["entered_at"] for line in shown["lines"])
    assert not shown["mine"]


async def test_what_cannot_be_on_paper_is_refused_and_may_be_typed_again(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    mine = as_person(walker.person_id, staff=True)
    phone = walker.phone()
    home = phone.household()
    phone.adult(home)
    await phone.send(tx)
    asked = {"household_ids": [str(home)]}
    sheet = (await client.post("/v1/outreach/walk/sheets", json=asked, headers=mine)).json()
    code = sheet["lines"][0]["code"]
    enter = "/v1/outreach/walk/sheet-entries"
    for wrong, status in (
        (entry(code[:-1] + str((int(code[-1]) + 1) % 10)), 422),
        (entry(code, adults=[{"place": 2, "knows": True}]), 422),
        (entry(code, started_at=wire(now() - timedelta(days=91))), 422),
        (entry(code, started_at=wire(now() + HOUR)), 422),
        (entry(code_of(sheet["no"], 2)), 404),
    ):
        answer = await client.post(enter, json=wrong, headers=mine)
        assert answer.status_code == status, answer.text
    unasked = entry(code, result="met", adults=[{"place": 1, "knows": True}])
    refused = (await client.post(enter, json=unasked, headers=mine)).json()
    assert (refused["status"], refused["visit_id"]) == ("rejected", None)
    assert refused["reason"]
    stranger = await given_walker(tx)
    theirs = as_person(stranger.person_id, staff=True)
    assert (await client.post(enter, json=entry(code), headers=theirs)).status_code == 404
    assert (await client.get(f"/v1/outreach/walk/sheets/{sheet['no']}", headers=theirs)).status_code == 404
    right = (await client.post(enter, json=entry(code), headers=mine)).json()
    assert right["status"] == "accepted"
