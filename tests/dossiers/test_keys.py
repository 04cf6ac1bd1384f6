"""The keys of outside systems: scope, signature, rotation, revocation, and never in the clear."""

from collections.abc import Callable
from datetime import timedelta

import httpx
import msgspec

from api.dossiers.actions.keys import (
    SignedCall,
    create_key,
    find_source,
    forget_nonces,
    revoke_key,
    rotate_key,
)
from api.dossiers.contracts.integration import NewIntegrationKey
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Role
from api.kit.settings import Settings
from api.kit.signing import TIME_WINDOW, headers_for
from tests.given.dossiers import SystemKey, given_code, given_key, tell, told
from tests.given.identity import demo_people
from tests.given.time import frozen

PATH = "/v1/integration/dossiers/"
UNKNOWN = "01900000-0000-7000-8000-000000000046"


def convert(answer: httpx.Response) -> NewIntegrationKey:
    return msgspec.convert(answer.json(), NewIntegrationKey)


async def test_only_a_valid_key_with_the_scope_may_tell(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    code = given_code()
    key = await given_key(tx, settings)
    assert (await client.put(PATH + code, json=told("2", 1))).status_code == 401
    wrong = await client.put(PATH + code, json=told("2", 1), headers={"X-Api-Key": "guess"})
    assert wrong.status_code == 401
    await tx.execute("update integration_key set scopes = '{dossiers:read}' where system = 'mot-cua'")
    assert (await client.put(PATH + code, json=told("2", 1), auth=key)).status_code == 403
    await tx.execute("update integration_key set scopes = '{dossiers:write}' where system = 'mot-cua'")
    assert (await client.put(PATH + code, json=told("2", 1), auth=key)).status_code == 201
    await revoke_key(tx, key.made.id)
    assert (await client.put(PATH + code, json=told("4", 2), auth=key)).status_code == 401


async def test_an_unsigned_call_is_refused_and_changes_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    answer = await client.put(PATH + code, json=told("2", 1), headers={"X-Api-Key": key.made.key})
    assert answer.status_code == 401
    assert answer.json()["type"] == "/problems/signature-refused"
    assert await tx.fetchval("select count(*) from dossier where code = $1", code) == 0


async def test_the_same_request_again_is_refused_and_the_same_event_newly_signed_is_not(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = msgspec.json.encode(told("2", 1))
    headers = headers_for(key.made.key, key.made.secret, "PUT", PATH + code, body, now())
    headers["Content-Type"] = "application/json"
    assert (await client.put(PATH + code, content=body, headers=headers)).status_code == 201
    replayed = await client.put(PATH + code, content=body, headers=headers)
    assert (replayed.status_code, replayed.json()["type"]) == (401, "/problems/signature-refused")
    again = await client.put(
        PATH + code, content=body, headers={"Content-Type": "application/json"}, auth=key
    )
    assert (again.status_code, again.json()["result"]) == (200, "duplicate")


async def test_a_changed_body_path_or_time_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = msgspec.json.encode(told("2", 1))
    at = now()

    async def send(target: str, sent: bytes, **changes: str) -> int:
        headers = headers_for(key.made.key, key.made.secret, "PUT", PATH + code, body, at) | changes
        answer = await client.put(
            target, content=sent, headers={**headers, "Content-Type": "application/json"}
        )
        return answer.status_code

    assert await send(PATH + code, body.replace(b'"2"', b'"9"')) == 401
    assert await send(PATH + given_code(), body) == 401
    assert await send(f"{PATH}{code}?x=1", body) == 401
    assert await send(PATH + code, body, **{"X-Timestamp": str(int(at.timestamp()) + 1)}) == 401
    assert await send(PATH + code, body, **{"X-Nonce": "0" * 20}) == 401
    other = await given_key(tx, settings, "other")
    assert await send(PATH + code, body, **{"X-Api-Key": other.made.key}) == 401
    with frozen(at + timedelta(seconds=TIME_WINDOW + 2)):
        assert await send(PATH + code, body) == 401
    assert await tx.fetchval("select count(*) from dossier where code = $1", code) == 0
    assert await tx.fetchval("select count(*) from integration_nonce") == 0
    assert await send(PATH + code, body) == 201


async def test_a_system_rotates_its_key_without_a_gap(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    old, code = await given_key(tx, settings), given_code()
    body = told("2", 1)
    await tell(client, old, code, body)
    new = SystemKey(await rotate_key(tx, old.made.id, overlap=timedelta(hours=1), settings=settings))
    assert new.made.secret != old.made.secret
    assert (await tell(client, old, code, body))["result"] == "duplicate"
    assert (await tell(client, new, code, body))["result"] == "duplicate"
    with frozen(now() + timedelta(minutes=61)):
        assert (await client.put(PATH + code, json=body, auth=old)).status_code == 401
        assert (await tell(client, new, code, body))["result"] == "duplicate"


async def test_an_administrator_makes_rotates_and_revokes_keys(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Callable[[Role], dict[str, str]]
) -> None:
    await demo_people(tx)
    admin, keys = as_role(Role.ADMIN), "/v1/admin/integration-keys"
    made = await client.post(keys, json={"system": "cong-dvc", "name": "Cổng tỉnh"}, headers=admin)
    assert made.status_code == 201
    assert made.headers["cache-control"] == "no-store"
    first = SystemKey(convert(made))
    code, body = given_code(), told("2", 1)
    await tell(client, first, code, body)
    rotated = await client.post(f"{keys}/{first.made.id}/rotate", json={}, headers=admin)
    assert rotated.status_code == 201
    again = await client.post(f"{keys}/{first.made.id}/rotate", json={}, headers=admin)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/integration-key-over")
    shown = [
        row for row in (await client.get(keys, headers=admin)).json()["items"] if row["system"] == "cong-dvc"
    ]
    assert [(bool(row["last_used_at"]), bool(row["revoked_at"])) for row in shown] == [
        (False, False),
        (True, True),
    ]
    assert not {"key", "secret", "key_hash"} & set(shown[0])
    assert (await client.delete(f"{keys}/{first.made.id}", headers=admin)).status_code == 204
    assert (await client.put(PATH + code, json=body, auth=first)).status_code == 401
    assert (await client.put(PATH + code, json=body, auth=SystemKey(convert(rotated)))).status_code == 200
    unknown = await client.delete(f"{keys}/{UNKNOWN}", headers=admin)
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/problems/integration-key-not-found")
    assert (await client.get(keys, headers=as_role(Role.OFFICER))).status_code == 403


async def test_neither_key_nor_secret_is_kept(tx: Connection, settings: Settings) -> None:
    made = await create_key(tx, system="s", name="n", settings=settings)
    assert min(len(made.key), len(made.secret)) >= 40
    kept = await tx.fetchval("select k::text from integration_key k where system = 's'")
    assert made.key not in kept
    assert made.secret not in kept


async def test_the_demo_key_opens_nothing_outside_a_demo(tx: Connection, settings: Settings) -> None:
    await create_key(tx, system="d", name="d", settings=settings, key="demo-key", demo=True)
    real = msgspec.structs.replace(settings, demo=False)
    call = SignedCall(key="demo-key", headers={}, method="PUT", target="/", body=b"")
    assert await find_source(tx, call, settings=settings) is not None
    assert await find_source(tx, call, settings=real) is None


async def test_nonces_are_kept_longer_than_their_time_is_good(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    await tell(client, await given_key(tx, settings), given_code(), told("2", 1))
    count = "select count(*) from integration_nonce"
    with frozen(now() + timedelta(seconds=2 * TIME_WINDOW)):
        await forget_nonces(tx)
    assert await tx.fetchval(count) == 1
    with frozen(now() + timedelta(seconds=3 * TIME_WINDOW + 5)):
        await forget_nonces(tx)
    assert await tx.fetchval(count) == 0
