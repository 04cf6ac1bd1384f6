"""Where I am signed in: seen, ended one by one or all but this one."""

import httpx
import pytest

from api.identity.contracts import Session
from api.identity.rules import device_name
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.identity import bearer, signed_in

ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36"


async def renew(client: httpx.AsyncClient, session: Session) -> int:
    """Whether the session still renews."""
    return (await client.post("/v1/auth/refresh", json={"refresh_token": session.refresh_token})).status_code


async def test_i_see_my_devices_and_nobody_elses(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine, other = await signed_in(tx, settings), await signed_in(tx, settings)
    await signed_in(tx, settings, "0987654321")
    items = (await client.get("/v1/me/devices", headers=bearer(mine))).json()["items"]
    assert [item["this"] for item in items] == [True, False]
    assert {item["way"] for item in items} == {"otp"}
    gone = await client.post("/v1/auth/sign-out", json={"refresh_token": other.refresh_token})
    assert gone.status_code == 204
    assert len((await client.get("/v1/me/devices", headers=bearer(mine))).json()["items"]) == 1


async def test_a_device_is_named_by_browser_and_system_only(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    asked = (await client.post("/v1/auth/otp", json={"phone": "0912345678"})).json()
    body = {"challenge_id": asked["challenge_id"], "code": asked["demo_code"]}
    await client.post("/v1/auth/otp/verify", json=body, headers={"User-Agent": ANDROID})
    assert await tx.fetchval("select device from session") == "Chrome trên Android"


async def test_one_device_is_signed_out_and_only_by_its_owner(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine, lost = await signed_in(tx, settings), await signed_in(tx, settings)
    stranger = await signed_in(tx, settings, "0987654321")
    items = (await client.get("/v1/me/devices", headers=bearer(mine))).json()["items"]
    path = f"/v1/me/devices/{items[1]['id']}"
    refused = await client.delete(path, headers=bearer(stranger))
    assert (refused.status_code, refused.json()["type"]) == (404, "/problems/device-not-found")
    assert (await client.delete(path, headers=bearer(mine))).status_code == 204
    assert (await client.delete(path, headers=bearer(mine))).status_code == 404
    assert (await renew(client, lost), await renew(client, mine)) == (401, 200)


async def test_all_others_are_signed_out_at_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine, one, two = [await signed_in(tx, settings) for _ in range(3)]
    stranger = await signed_in(tx, settings, "0987654321")
    answer = await client.post("/v1/me/devices/sign-out-others", headers=bearer(mine))
    assert (answer.status_code, answer.json()) == (200, {"closed": 2})
    assert [await renew(client, each) for each in (mine, one, two, stranger)] == [200, 401, 401, 200]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (ANDROID, "Chrome trên Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1",
            "Safari trên iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36 Edg/131.0", "Edge trên Windows"),
        (
            "Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Safari/537.36 Zalo android/12090",
            "Zalo trên Android",
        ),
        ("", "Trình duyệt"),
        ("x" * 9000, "Trình duyệt"),
    ],
)
def test_devices_have_names_people_know(header: str, name: str) -> None:
    assert device_name(header) == name
