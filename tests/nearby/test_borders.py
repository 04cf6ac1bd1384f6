"""A pin on a border, on a river, or nobody knows where within 850 m (hard cases 4 and 7)."""

from typing import Any

import httpx
import pytest
import shapely

from api.kit.db import Connection
from api.kit.demo import demo_agency, demo_person
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.nearby import rules
from api.places import store as places
from tests.given.identity import granted
from tests.given.reports import demo_province, reported
from tests.given.work import run_outbox

WEST, EAST = "19753", "19789"
LAT, BORDER = 16.48, 107.575
RIVER = 0.002
"""About 210 m wide."""


async def draw(tx: Connection, *, river: float = 0.0) -> None:
    """The two wards side by side, each with an agency of its own for pavements."""
    await demo_province(tx)
    boxes = {
        WEST: (BORDER - 0.02, LAT - 0.02, BORDER - river / 2, LAT + 0.02),
        EAST: (BORDER + river / 2, LAT - 0.02, BORDER + 0.02, LAT + 0.02),
    }
    shapes = {code: (shapely.to_wkb(shapely.box(*box)), box) for code, box in boxes.items()}
    await places.insert_boundaries(tx, shapes, source="thử")
    await tx.execute(
        "update admin_unit set lat = $2, lon = $3 where code = $1 and valid_to is null",
        WEST,
        LAT,
        BORDER - 0.01,
    )
    await tx.execute(
        "update admin_unit set lat = $2, lon = $3 where code = $1 and valid_to is null",
        EAST,
        LAT,
        BORDER + 0.01,
    )


@pytest.mark.parametrize("river", [0.0, RIVER])
async def test_hard_case_7_a_pin_on_the_border_or_on_the_river_has_one_owner_and_the_second_unit_hears(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, river: float
) -> None:
    await draw(tx, river=river)
    await granted(tx, demo_person(Role.VOLUNTEER), Role.HANDLER, agency_id=demo_agency("46-19789"))
    asked = {"lat": LAT, "lon": BORDER - river * 0.01, "accuracy_m": 5}
    answers = [(await client.get("/v1/locate", params=asked)).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert (answers[0]["method"], answers[0]["confirm"]) == ("boundary", True)
    assert [one["code"] for one in answers[0]["candidates"]] == [WEST, EAST]
    report = await reported(
        tx, settings, category_code="trat-tu.lan-chiem", lat=asked["lat"], lon=asked["lon"], accuracy_m=5,
        commune_code=WEST,
    )  # fmt: skip
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select agency_id from report") == demo_agency("46-19753")
    row = await tx.fetchrow(
        "select u.code, k.agency_id, k.why from report_candidate k join admin_unit u on u.id = k.commune_id"
    )
    assert tuple(row or ()) == (EAST, demo_agency("46-19789"), "border")
    told = await tx.fetch(
        "select person_id, title from message where kind = 'system' and title like '%ranh giới'"
    )
    assert [(row["person_id"], report.code in row["title"]) for row in told] == [
        (demo_person(Role.VOLUNTEER), True)
    ]


async def test_well_inside_a_ward_nobody_else_is_asked(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    await draw(tx)
    asked: dict[str, Any] = {"lat": LAT, "lon": BORDER - 0.005}
    found = (await client.get("/v1/locate", params=asked)).json()
    assert ([one["code"] for one in found["candidates"]], found["confirm"]) == ([WEST], False)
    await reported(tx, settings, category_code="trat-tu.lan-chiem", commune_code=WEST, **asked)
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select count(*) from report_candidate") == 0


async def test_hard_case_4_the_communes_within_850_m_are_kept_as_candidates_and_nobody_is_told(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, as_role: Any
) -> None:
    await draw(tx)
    report = await reported(
        tx, settings, category_code="trat-tu.lan-chiem", lat=LAT, lon=BORDER - 0.004, accuracy_m=850,
        commune_code=WEST, commune_confirmed=False,
    )  # fmt: skip
    await run_outbox(tx, files, settings)
    answer = await client.get(f"/v1/agency/reports/{report.id}/around", headers=as_role(Role.OFFICER))
    around = answer.json()
    assert (around["place_doubted"], around["accuracy_m"]) == (True, 850)
    assert [(one["commune_code"], one["why"]) for one in around["candidates"]] == [(EAST, "accuracy")]
    assert await tx.fetchval("select count(*) from message where title like '%ranh giới'") == 0


def test_by_centres_only_a_near_tie_is_a_border() -> None:
    assert rules.second_units("centroid", [("a", 1_000), ("b", 1_150)], 10) == "border"
    assert rules.second_units("centroid", [("a", 1_000), ("b", 1_151)], 10) is None
    assert rules.second_units("centroid", [("a", 1_000), ("b", 9_000)], 101) == "accuracy"
    assert rules.second_units("boundary", [("a", 0)], 850) is None
    many = [("a", 1_000), ("b", 2_700), ("c", 2_701)]
    assert rules.within("centroid", "accuracy", many, 850) == many[:2]
    assert rules.within("centroid", "border", [("a", 1_000), ("b", 1_150), ("c", 1_200)], 5) == [
        ("a", 1_000), ("b", 1_150),
    ]  # fmt: skip
