"""Administrators give and take roles; what holds is read at every request."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from msgspec import structs

from api.grants.actions import load_principal
from api.kit.clock import today
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_agency, demo_person
from api.kit.ids import uuid7
from api.kit.phones import masked
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from tests.given.identity import bearer, demo_people, granted, signed_in, with_second_factor
from tests.given.time import frozen

AsRole = Callable[[Role], dict[str, str]]
AGENCY = demo_agency(HANDLER_AGENCY)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
async def people(tx: Connection) -> None:
    """The demo people, one of them an administrator."""
    await demo_people(tx)


async def give(client: httpx.AsyncClient, admin: dict[str, str], **grant: Any) -> httpx.Response:
    """Give a role over HTTP."""
    return await client.post("/v1/admin/grants", json=grant, headers=admin)


async def test_a_role_opens_its_door_and_taking_it_closes_it_at_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: AsRole
) -> None:
    admin = as_role(Role.ADMIN)
    person = await signed_in(tx, settings, "0912345678")
    answer = await give(client, admin, role="admin", phone="0912 345 678")
    assert answer.status_code == 201, answer.text
    grant = answer.json()
    assert grant["person_phone"] == masked("+84912345678")
    assert (grant["person_id"], grant["granted_by"]) == (str(person.me.id), str(demo_person(Role.ADMIN)))
    assert (grant["valid_from"], grant["valid_to"], grant["revoked_at"]) == (today().isoformat(), None, None)

    assert (await client.get("/v1/admin/grants", headers=bearer(person))).status_code == 403
    renewed = (await client.post("/v1/auth/refresh", json={"refresh_token": person.refresh_token})).json()
    early = {"Authorization": f"Bearer {renewed['access_token']}"}
    assert (renewed["me"]["roles"], renewed["me"]["waiting_roles"]) == (["citizen"], ["admin"])
    assert (await client.get("/v1/admin/grants", headers=early)).status_code == 403
    proven, _ = await with_second_factor(tx, settings, person)
    staff = {"Authorization": f"Bearer {proven.access_token}"}
    assert proven.me.roles == ["citizen", "admin"]
    assert (await client.get("/v1/admin/grants", headers=staff)).status_code == 200

    why = {"reason": "Chuyển công tác"}
    taken = await client.post(f"/v1/admin/grants/{grant['id']}/revoke", json=why, headers=admin)
    assert (taken.status_code, taken.json()["reason"]) == (200, "Chuyển công tác")
    assert taken.json()["revoked_by"] == str(demo_person(Role.ADMIN))
    assert (await client.get("/v1/admin/grants", headers=staff)).status_code == 403
    assert (await client.get("/v1/me", headers=staff)).json()["roles"] == ["citizen"]


async def test_signing_out_ends_a_staff_token_at_once(client: httpx.AsyncClient, tx: Connection) -> None:
    session = (await client.post("/v1/auth/demo", json={"role": "admin"})).json()
    staff = {"Authorization": f"Bearer {session['access_token']}"}
    assert (await client.get("/v1/admin/grants", headers=staff)).status_code == 200
    await client.post("/v1/auth/sign-out", json={"refresh_token": session["refresh_token"]})
    assert (await client.get("/v1/admin/grants", headers=staff)).status_code == 401


async def test_a_role_holds_from_its_first_day_to_its_last_in_vietnam(
    tx: Connection, settings: Settings
) -> None:
    person = await signed_in(tx, settings)
    who = Principal(person_id=person.me.id, session_id=uuid7(), demo=True)
    with frozen(NOON):
        await granted(
            tx, who.person_id, Role.OFFICER, province_code="46",
            valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 31),
        )  # fmt: skip
    moments = {
        datetime(2026, 11, 30, 16, 59, tzinfo=UTC): False,
        datetime(2026, 11, 30, 17, 0, tzinfo=UTC): True,
        datetime(2026, 12, 31, 16, 59, tzinfo=UTC): True,
        datetime(2026, 12, 31, 17, 0, tzinfo=UTC): False,
    }
    for moment, holds in moments.items():
        with frozen(moment):
            loaded = await load_principal(tx, who)
        assert loaded.has(Role.OFFICER) is holds, moment
        assert loaded.province_codes == (("46",) if holds else ())
        assert loaded.has(Role.CITIZEN)


async def test_scopes_come_with_their_roles(tx: Connection, settings: Settings) -> None:
    at_work = Principal(person_id=demo_person(Role.HANDLER), session_id=uuid7(), demo=True)
    handler = await load_principal(tx, at_work)
    assert (handler.roles, handler.agency_ids) == (frozenset({Role.CITIZEN, Role.HANDLER}), (AGENCY,))
    unproven = await load_principal(tx, structs.replace(at_work, demo=False))
    assert (unproven.roles, unproven.agency_ids) == (frozenset({Role.CITIZEN}), ())
    governing = structs.replace(at_work, person_id=demo_person(Role.OFFICER))
    officer = await load_principal(tx, governing)
    assert (officer.province_codes, officer.agency_ids, officer.team_ids) == (("46",), (), ())
    person = await signed_in(tx, settings)
    await granted(tx, person.me.id, Role.HANDLER, agency_id=AGENCY)
    await granted(tx, person.me.id, Role.HANDLER, agency_id=demo_agency("46-hcc"))
    both = await load_principal(tx, Principal(person_id=person.me.id, session_id=uuid7(), demo=True))
    assert set(both.agency_ids) == {AGENCY, demo_agency("46-hcc")}
    assert both.demo


@pytest.mark.parametrize(
    ("grant", "field"),
    [
        ({"role": "officer"}, "province_code"),
        ({"role": "handler"}, "agency_id"),
        ({"role": "volunteer"}, "team_id"),
        ({"role": "team_leader"}, "team_id"),
        ({"role": "admin", "province_code": "46"}, "province_code"),
        ({"role": "officer", "province_code": "46", "agency_id": str(AGENCY)}, "agency_id"),
        ({"role": "officer", "province_code": "99"}, "province_code"),
        ({"role": "handler", "agency_id": str(uuid4())}, "agency_id"),
        ({"role": "volunteer", "team_id": str(uuid4())}, "team_id"),
        ({"role": "admin", "valid_from": "2026-12-02", "valid_to": "2026-12-01"}, "valid_to"),
        ({"role": "admin", "phone": "0912345678"}, "person_id"),
        ({"role": "citizen"}, "role"),
    ],
)
async def test_a_grant_needs_its_scope_and_no_other(
    client: httpx.AsyncClient, as_role: AsRole, grant: dict[str, Any], field: str
) -> None:
    answer = await give(client, as_role(Role.ADMIN), person_id=str(demo_person(Role.CITIZEN)), **grant)
    assert answer.status_code == 422, answer.text
    assert [error["field"] for error in answer.json()["errors"]] == [field]


async def test_nobody_is_given_a_role_before_they_signed_in(
    client: httpx.AsyncClient, as_role: AsRole
) -> None:
    for who in ({"phone": "0987654321"}, {"person_id": str(uuid4())}):
        answer = await give(client, as_role(Role.ADMIN), role="admin", **who)
        assert (answer.status_code, answer.json()["type"]) == (404, "/problems/person-not-found")


async def test_the_same_role_is_not_given_twice_for_the_same_days(
    client: httpx.AsyncClient, as_role: AsRole
) -> None:
    admin = as_role(Role.ADMIN)
    who = {"person_id": str(demo_person(Role.CITIZEN)), "role": "officer"}
    first = {"province_code": "46", "valid_from": "2026-12-01", "valid_to": "2026-12-31"}
    assert (await give(client, admin, **who, **first)).status_code == 201
    overlapping = {**first, "valid_from": "2026-12-31", "valid_to": None}
    answer = await give(client, admin, **who, **overlapping)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/grant-overlaps")
    assert (await give(client, admin, **who, **{**overlapping, "province_code": "01"})).status_code == 201
    assert (
        await give(client, admin, **who, **{**overlapping, "valid_from": "2027-01-01"})
    ).status_code == 201


async def test_an_administrator_does_not_lock_themselves_out(
    client: httpx.AsyncClient, tx: Connection, as_role: AsRole
) -> None:
    own = await tx.fetchval("select id from role_grant where role = 'admin'")
    answer = await client.post(
        f"/v1/admin/grants/{own}/revoke", json={"reason": "thử"}, headers=as_role(Role.ADMIN)
    )
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/own-grant")
    assert (await client.get("/v1/admin/grants", headers=as_role(Role.ADMIN))).status_code == 200


async def test_revoking_again_keeps_the_first_reason(
    client: httpx.AsyncClient, tx: Connection, as_role: AsRole
) -> None:
    grant = await granted(tx, demo_person(Role.CITIZEN), Role.HANDLER, agency_id=AGENCY)
    path, admin = f"/v1/admin/grants/{grant.id}/revoke", as_role(Role.ADMIN)
    blank = await client.post(path, json={"reason": " \u200b "}, headers=admin)
    assert (blank.status_code, blank.json()["errors"][0]["field"]) == (422, "reason")
    first = (await client.post(path, json={"reason": "một"}, headers=admin)).json()
    second = (await client.post(path, json={"reason": "hai"}, headers=admin)).json()
    assert first == second
    answer = await client.post(f"/v1/admin/grants/{uuid4()}/revoke", json={"reason": "x"}, headers=admin)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/grant-not-found")


async def test_after_a_revocation_the_role_can_be_given_again(
    client: httpx.AsyncClient, tx: Connection, as_role: AsRole
) -> None:
    admin, who = as_role(Role.ADMIN), demo_person(Role.CITIZEN)
    grant = await granted(tx, who, Role.HANDLER, agency_id=AGENCY)
    again = {"person_id": str(who), "role": "handler", "agency_id": str(AGENCY)}
    assert (await give(client, admin, **again)).status_code == 409
    await client.post(f"/v1/admin/grants/{grant.id}/revoke", json={"reason": "x"}, headers=admin)
    assert (await give(client, admin, **again)).status_code == 201


async def test_the_list_is_newest_first_in_pages_and_by_person_role_and_day(
    client: httpx.AsyncClient, tx: Connection, as_role: AsRole
) -> None:
    admin, who = as_role(Role.ADMIN), demo_person(Role.CITIZEN)
    made: list[UUID] = []
    for step, code in enumerate(["46-hcc", "46-ioc", "46-y-te", "46-cong-an", "46-xay-dung"]):
        with frozen(NOON + timedelta(minutes=step)):
            made.append((await granted(tx, who, Role.HANDLER, agency_id=demo_agency(code))).id)
    seen, cursor, pages = [], None, 0
    while pages == 0 or cursor:
        query: dict[str, Any] = {"person_id": str(who), "limit": 2, **({"cursor": cursor} if cursor else {})}
        page = (await client.get("/v1/admin/grants", params=query, headers=admin)).json()
        seen += [UUID(item["id"]) for item in page["items"]]
        cursor, pages = page["next"], pages + 1
    assert (seen, pages) == (made[::-1], 3)
    path = f"/v1/admin/grants/{made[0]}/revoke"
    await client.post(path, json={"reason": "x"}, headers=admin)
    query = {"person_id": str(who), "holding": "true"}
    holding = (await client.get("/v1/admin/grants", params=query, headers=admin)).json()["items"]
    assert [UUID(item["id"]) for item in holding] == made[:0:-1]
    officers = (await client.get("/v1/admin/grants", params={"role": "officer"}, headers=admin)).json()
    assert {item["role"] for item in officers["items"]} == {"officer"}
    bad = await client.get("/v1/admin/grants", params={"cursor": "không"}, headers=admin)
    assert bad.status_code == 422


async def test_the_list_is_found_by_words_number_and_role(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: AsRole
) -> None:
    admin = as_role(Role.ADMIN)
    person = await signed_in(tx, settings, "0912345678")
    await tx.execute("update person set display_name = 'Đặng Thị Hồng' where id = $1", person.me.id)
    await granted(tx, person.me.id, Role.HANDLER, agency_id=AGENCY)
    await granted(tx, person.me.id, Role.OFFICER, province_code="46")

    async def found(**asked: Any) -> list[str]:
        answer = await client.post("/v1/admin/grants/find", json=asked, headers=admin)
        assert answer.status_code == 200, answer.text
        return [f"{item['person_name']} {item['role']}" for item in answer.json()["items"]]

    both = ["Đặng Thị Hồng officer", "Đặng Thị Hồng handler"]
    for words in ("đặng thị hồng", "DANG THI", " hong ", "0912 345 678", "+84912345678"):
        assert await found(words=words) == both, words
    assert await found(words="dang", role="handler") == both[1:]
    agency = await tx.fetchval("select name from agency where id = $1", AGENCY)
    assert set(await found(words=agency)) == {both[1], "Cán bộ xử lý Demo handler"}
    for words in ("%", "_", "345678", "khong co ai"):
        assert await found(words=words) == [], words
    assert len(await found(holding=True, limit=3)) == 3


@pytest.mark.parametrize("role", [Role.CITIZEN, Role.VOLUNTEER, Role.TEAM_LEADER, Role.HANDLER, Role.OFFICER])
async def test_only_administrators_see_or_change_grants(
    client: httpx.AsyncClient, as_role: AsRole, role: Role
) -> None:
    headers = as_role(role)
    assert (await client.get("/v1/admin/grants", headers=headers)).status_code == 403
    own = {"role": "admin", "person_id": str(demo_person(role))}
    assert (await give(client, headers, **own)).status_code == 403
