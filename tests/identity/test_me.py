"""Who I am: what I may see and change of myself, and which tokens are mine."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import jwt
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.tokens import AUDIENCE, ISSUER, derive_key, signing_keys
from tests.given.identity import bearer, signed_in
from tests.given.time import frozen


async def test_name_and_commune_change_one_by_one(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine = bearer(await signed_in(tx, settings))
    answer = await client.patch("/v1/me", json={"display_name": "  Trần  Thị Đông  "}, headers=mine)
    assert (answer.status_code, answer.json()["display_name"]) == (200, "Trần Thị Đông")
    answer = await client.patch("/v1/me", json={"home_commune_code": "19777"}, headers=mine)
    assert answer.json()["home_commune_name"] == "Phường Vỹ Dạ"
    assert answer.json()["display_name"] == "Trần Thị Đông"
    assert (await client.patch("/v1/me", json={}, headers=mine)).json() == answer.json()
    answer = await client.patch("/v1/me", json={"home_commune_code": None}, headers=mine)
    assert (answer.json()["home_commune_code"], answer.json()["display_name"]) == (None, "Trần Thị Đông")
    assert (await client.get("/v1/me", headers=mine)).json() == answer.json()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"home_commune_code": "99999"}, "home_commune_code"),
        ({"home_commune_code": "46"}, "home_commune_code"),
        ({"display_name": ""}, "display_name"),
        ({"display_name": "  \u200b "}, "display_name"),
        ({"display_name": None}, "display_name"),
        ({"display_name": "x" * 81}, "display_name"),
        ({"display_name": "\u0958" * 41}, "display_name"),  # two characters each in NFC
    ],
)
async def test_what_is_no_name_or_commune_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, change: dict[str, object], field: str
) -> None:
    mine = bearer(await signed_in(tx, settings))
    before = (await client.get("/v1/me", headers=mine)).json()
    answer = await client.patch("/v1/me", json=change, headers=mine)
    assert (answer.status_code, [e["field"] for e in answer.json()["errors"]]) == (422, [field])
    assert (await client.get("/v1/me", headers=mine)).json() == before


@pytest.mark.parametrize("change", [{"roles": ["admin"]}, {"phone": "+84912345678"}, {"id": str(uuid4())}])
async def test_nobody_makes_themselves_more(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, change: dict[str, object]
) -> None:
    mine = bearer(await signed_in(tx, settings))
    assert (await client.patch("/v1/me", json=change, headers=mine)).status_code == 422


async def test_a_former_commune_can_not_be_chosen(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    former = await tx.fetchval(
        "select code from admin_unit u where length(code) = 5 and valid_to is not null"
        " and not exists (select from admin_unit n where n.code = u.code and n.valid_to is null) limit 1"
    )
    mine = bearer(await signed_in(tx, settings))
    answer = await client.patch("/v1/me", json={"home_commune_code": former}, headers=mine)
    assert former is not None
    assert answer.status_code == 422


async def test_somebody_who_is_not_here_any_more_has_to_sign_in(
    client: httpx.AsyncClient, as_person: Callable[..., dict[str, str]]
) -> None:
    assert (await client.get("/v1/me", headers=as_person(uuid4()))).status_code == 401


def forge(settings: Settings, person: str, **change: object) -> str:
    """A token like ours but for the change: `key`, `alg`, `kid`, or a claim."""
    kid, key = next(iter(signing_keys(settings).items()))
    at = datetime.now(UTC)
    claims = {
        "iss": ISSUER, "aud": AUDIENCE, "sub": person, "sid": str(uuid4()), "staff": False, "demo": False,
        "iat": at, "exp": at + timedelta(minutes=15),
    }  # fmt: skip
    key = change.pop("key", key)  # type: ignore[assignment]  # bytes or nothing
    alg = str(change.pop("alg", "HS256"))
    kid = str(change.pop("kid", kid))
    return jwt.encode({**claims, **change}, key, algorithm=alg, headers={"kid": kid})


@pytest.mark.filterwarnings("ignore:The HMAC key")
async def test_only_our_own_tokens_for_ourselves_open_the_door(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    session = await signed_in(tx, settings)
    person = str(session.me.id)

    async def status(token: str) -> int:
        return (await client.get("/v1/me", headers={"Authorization": f"Bearer {token}"})).status_code

    assert await status(forge(settings, person)) == 200
    old = datetime.now(UTC) - timedelta(hours=1)
    forged = [
        forge(settings, person, key=None, alg="none"),
        forge(settings, person, key=derive_key("another-root-secret-of-32-letters!", "access:k1")),
        forge(settings, person, key=settings.secret_key.encode()),
        forge(settings, person, alg="HS384"),
        forge(settings, person, kid="k2"),
        forge(settings, person, aud="somebody-else"),
        forge(settings, person, iss="somebody-else"),
        forge(settings, person, iat=old, exp=old + timedelta(minutes=15)),
        forge(settings, "not-a-person"),
        session.refresh_token,
        session.access_token[:-2] + ("AA" if session.access_token[-2:] != "AA" else "BB"),
        "",
    ]
    assert [await status(token) for token in forged] == [401] * len(forged)
    header, payload, _ = session.access_token.split(".")
    assert await status(f"{header}.{payload}.") == 401


async def test_an_access_token_ends_after_a_quarter_of_an_hour(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    at = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    with frozen(at):
        mine = bearer(await signed_in(tx, settings))
        assert (await client.get("/v1/me", headers=mine)).status_code == 200
    with frozen(at + timedelta(minutes=15, seconds=6)):
        assert (await client.get("/v1/me", headers=mine)).status_code == 401


async def test_claiming_to_be_staff_in_a_token_gives_no_role(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    """Even with our key leaked to a signer of claims, roles come from the grants alone."""
    session = await signed_in(tx, settings)
    token = forge(settings, str(session.me.id), staff=True, roles=["admin"], demo=True)
    answer = await client.get("/v1/admin/grants", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/v1/me", "/v1/me/consents", "/v1/me/messages"])
async def test_what_is_mine_is_kept_by_no_cache(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, path: str
) -> None:
    answer = await client.get(path, headers=bearer(await signed_in(tx, settings)))
    assert answer.headers["cache-control"] == "no-store"


async def test_tokens_are_kept_by_no_cache(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    session = await signed_in(tx, settings)
    answer = await client.post("/v1/auth/refresh", json={"refresh_token": session.refresh_token})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
