"""Subjects are data that change by date and are logged; routes count once a second person has read them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from api.categories import actions
from api.figures import actions as figures
from api.kit.clock import today
from api.kit.db import Connection
from api.kit.demo import demo_agency, demo_person
from api.kit.principal import Role
from api.kit.settings import Settings
from api.reports.actions.intake import submit
from tests.given.reports import demo_province, new_report, reported
from tests.given.time import frozen

AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
LAMP = "ha-tang.chieu-sang"


@pytest.fixture
async def desk(client: httpx.AsyncClient, tx: Connection, as_role: Any) -> Any:
    """Asks as the demo administrator unless told otherwise."""
    await demo_province(tx)

    async def ask(
        method: str, path: str, body: object = None, role: Role = Role.ADMIN, **query: Any
    ) -> httpx.Response:
        return await client.request(
            method, f"/v1/admin/{path}", json=body, params=query, headers=as_role(role)
        )

    return ask


def change(on: datetime, **fields: Any) -> dict[str, Any]:
    """A change as the screen sends it."""
    return {"effective_on": on.date().isoformat(), "note": "Quyết định thử", "fields": fields}


async def subject(client: httpx.AsyncClient, code: str) -> Any:
    """A subject as phones see it."""
    items = (await client.get("/v1/report-categories")).json()["items"]
    return next((one for one in items if one["code"] == code), None)


async def test_a_change_counts_from_its_day_is_logged_and_leaves_open_cases_their_promise(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, desk: Any
) -> None:
    with frozen(AT):
        before = await reported(tx, settings)
        answer = await desk("PUT", f"categories/{LAMP}", change(AT + timedelta(days=2), finish_within=1))
        assert answer.status_code == 200, answer.text
        assert (answer.json()["items"][0]["applied_at"], (await subject(client, LAMP))["finish_within"]) == (
            None,
            3,
        )
        answer = await desk("PUT", f"categories/{LAMP}", change(AT, duplicate_radius_m=40, urgent=True))
        logged = answer.json()["items"][0]
        assert (logged["before"]["duplicate_radius_m"], logged["given"]) == (
            15, {"duplicate_radius_m": 40, "urgent": True},
        )  # fmt: skip
    with frozen(AT + timedelta(days=2)):
        await actions.apply_due(tx)
        now = await subject(client, LAMP)
        assert (now["finish_within"], now["duplicate_radius_m"], now["urgent"]) == (1, 40, True)
        assert (await reported(tx, settings)).due_at < before.due_at + timedelta(days=1)
    assert await tx.fetchval("select due_at from report where id = $1", before.id) == before.due_at
    assert (
        await tx.fetchval(
            "select count(*) from category_change where changed_by = $1", demo_person(Role.ADMIN)
        )
        == 2
    )


async def test_a_province_brings_its_list_with_codes_of_its_own_all_or_none(
    client: httpx.AsyncClient, tx: Connection, desk: Any
) -> None:
    on = today().isoformat()
    wanted = {
        "effective_on": on, "note": "Danh mục của tỉnh", "province_code": "46",
        "categories": {
            "cho.do": {"name": "Chợ: hàng rào đổ", "parent_code": "cho"}, "cho": {"name": "Chợ dân sinh"},
        },
        "local_codes": {"cho": "HUE-17", LAMP: "HUE-03"},
    }  # fmt: skip
    answer = await desk("POST", "categories/import", wanted)
    assert answer.status_code == 200, answer.text
    assert (await subject(client, "cho.do"))["parent_code"] == "cho"
    assert await tx.fetchval("select local_code from category_local where category_code = 'cho'") == "HUE-17"
    for broken in (
        {**wanted, "local_codes": {"khong-co": "X"}},
        {**wanted, "local_codes": {"cho": "X", LAMP: "X"}},
        {**wanted, "categories": {"moi": {"name": "Mới", "sealed": True}}},
        {**wanted, "categories": {"moi.hai": {"name": "Mới", "parent_code": "moi"}}},
        {**wanted, "categories": {"moi": {"hint": "không tên"}}},
        {**wanted, "effective_on": "2025-01-01"},
    ):
        assert (await desk("POST", "categories/import", broken)).status_code == 422


async def test_a_proposed_route_sends_nothing_until_another_person_has_read_it(
    tx: Connection, settings: Settings, desk: Any
) -> None:
    new = {
        "province_code": "46", "category_code": LAMP, "commune_code": "19777", "valid_from": today().isoformat(),
        "agency_id": str(demo_agency("46-dien-luc")),
    }  # fmt: skip
    proposed = (await desk("POST", "category-routes", new, Role.OFFICER)).json()["items"][0]
    assert (proposed["reviewed"], proposed["mine"], proposed["commune_code"]) == (False, True, "19777")
    seen = (
        await desk("GET", "category-routes/preview", role=Role.OFFICER, category=LAMP, commune="19777")
    ).json()
    assert seen["proposed_agency_name"] == proposed["agency_name"] != seen["agency_name"]
    await reported(tx, settings)
    assert await tx.fetchval("select agency_id from report") == demo_agency("46-do-thi")
    path = f"category-routes/{proposed['id']}"
    assert (await desk("POST", f"{path}/accept", role=Role.OFFICER)).status_code == 409
    assert (await desk("POST", f"{path}/accept")).status_code == 200
    assert (await desk("POST", f"{path}/accept")).status_code == 404
    seen = (await desk("GET", "category-routes/preview", category=LAMP, commune="19777")).json()
    assert (seen["agency_name"], seen["by_category"], seen["by_commune"]) == (
        proposed["agency_name"],
        LAMP,
        True,
    )
    second = await reported(tx, settings, description="khác hẳn")
    assert await tx.fetchval("select agency_id from report where id = $1", second.id) == demo_agency(
        "46-dien-luc"
    )
    assert (await desk("POST", "category-routes", new)).status_code == 422


async def test_an_old_code_is_answered_by_what_it_became_and_strangers_are_refused(
    tx: Connection, desk: Any
) -> None:
    seen = await desk("GET", "category-routes/preview", category=LAMP, commune="19750", lat=16.48, lon=107.57)
    assert seen.json()["commune_code"] == "19753"
    missing = await desk("GET", "category-routes/preview", category=LAMP, commune="99999")
    assert missing.status_code == 404
    assert (await desk("GET", "category-routes", role=Role.OFFICER, province="01")).status_code == 403
    assert (await desk("GET", "category-routes", role=Role.CITIZEN, province="46")).status_code == 403
    changed = await desk("PUT", f"categories/{LAMP}", change(AT, urgent=True), Role.OFFICER)
    assert changed.status_code == 403


async def test_what_is_reported_most_comes_first_for_phones_that_suggest(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        await demo_province(tx)
        for code in ("moi-truong.rac", LAMP, "moi-truong.rac", "an-ninh.to-giac"):
            await submit(tx, new_report(category_code=code), settings=settings, caller=None)
        await figures.refresh(tx)
        common = (await client.get("/v1/report-categories")).json()["common"]
    assert common == ["moi-truong.rac", LAMP]  # never what is sealed
