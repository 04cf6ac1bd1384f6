"""Ready answers and the ladder are a province's to set: by whom, within which bounds, and from now on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_agency
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.identity import demo_people
from tests.given.reports import citizen, reported

MINE = str(demo_agency(HANDLER_AGENCY))
NEW = {"action": "answer", "title": "Đã thay bóng ", "body": "Đã thay bóng đèn, đèn sáng bình thường."}
As = Callable[[Role], dict[str, str]]


async def test_an_agency_writes_its_own_and_nobody_elses(
    client: httpx.AsyncClient, tx: Connection, as_role: As
) -> None:
    await demo_people(tx)
    handler, admin = as_role(Role.HANDLER), as_role(Role.ADMIN)
    other = await tx.fetchval("select id::text from agency where id::text <> $1 limit 1", MINE)

    async def add(who: dict[str, str], **changes: Any) -> httpx.Response:
        return await client.post("/v1/agency/templates", headers=who, json={**NEW, **changes})

    mine = await add(handler, agency_id=MINE, category_code="ha-tang.chieu-sang")
    assert mine.status_code == 201
    first = mine.json()["items"][0]
    assert (first["title"], first["agency_id"], first["mine"], first["category_name"]) == (
        "Đã thay bóng",
        MINE,
        True,
        "Đèn đường",
    )
    assert {one["mine"] for one in mine.json()["items"] if one["agency_id"] is None} == {False}
    assert (await add(handler, agency_id=other)).status_code == 403
    assert (await add(handler)).status_code == 403  # one for all is an administrator's
    common = (await add(admin)).json()["items"]
    assert all(one["mine"] for one in common)
    shared = next(one["id"] for one in common if one["title"] == "Đã thay bóng" and one["agency_id"] is None)
    change = {**NEW, "agency_id": MINE, "body": "Đã thay."}
    assert (
        await client.put(f"/v1/agency/templates/{shared}", headers=handler, json=change)
    ).status_code == 404
    assert (await client.delete(f"/v1/agency/templates/{shared}", headers=handler)).status_code == 404
    changed = await client.put(f"/v1/agency/templates/{first['id']}", headers=handler, json=change)
    assert next(one["body"] for one in changed.json()["items"] if one["id"] == first["id"]) == "Đã thay."
    gone = await client.delete(f"/v1/agency/templates/{first['id']}", headers=handler)
    assert first["id"] not in [one["id"] for one in gone.json()["items"]]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"body": "  "}, "body"),
        ({"agency_id": str(UUID(int=7))}, "agency_id"),
        ({"category_code": "khong-co"}, "category_code"),
    ],
)
async def test_a_ready_answer_that_cannot_be_names_its_field(
    client: httpx.AsyncClient, tx: Connection, as_role: As, changes: dict[str, Any], field: str
) -> None:
    await demo_people(tx)
    body = {**NEW, "agency_id": MINE, **changes}
    answer = await client.post("/v1/agency/templates", headers=as_role(Role.ADMIN), json=body)
    assert (answer.status_code, [one["field"] for one in answer.json()["errors"]]) == (422, [field])


async def test_a_ladder_climbs_counts_for_open_cases_and_keeps_the_rungs_they_stood_on(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: As
) -> None:
    await demo_people(tx)
    admin = as_role(Role.ADMIN)
    report = await reported(tx, settings, citizen())
    await tx.execute("update report set ladder_at = $2 where id = $1", report.id, now())
    rungs = (await client.get("/v1/admin/report-ladder", headers=admin)).json()["items"]
    assert [rung["at_percent"] for rung in rungs] == [80, 100, 150]

    async def put(items: list[dict[str, Any]], who: Role = Role.ADMIN) -> httpx.Response:
        return await client.put("/v1/admin/report-ladder", headers=as_role(who), json={"items": items})

    assert (await put(rungs, Role.OFFICER)).status_code == 403
    flat = await put([rungs[0], {**rungs[1], "at_percent": 80}])
    assert (flat.status_code, flat.json()["errors"][0]["field"]) == (422, "items[1].at_percent")
    early = {"at_percent": 50, "tell": ["handlers"], "name": "Nhắc sớm"}
    taken = await put([early, *rungs])
    assert [rung["name"] for rung in taken.json()["items"]][:2] == ["Nhắc sớm", rungs[0]["name"]]
    assert await tx.fetchval("select ladder_at from report where id = $1", report.id) is None  # counted anew
    await tx.execute(
        "insert into report_rung (report_id, level, reached_at) values ($1, 3, now())", report.id
    )
    short = await put([early, *rungs[:1]])
    assert (short.status_code, short.json()["errors"][0]["field"]) == (422, "items")
    kept = await put([early, *rungs[:2]])
    assert len(kept.json()["items"]) == 3
    assert (await client.get("/v1/admin/report-ladder", headers=admin)).json() == kept.json()
