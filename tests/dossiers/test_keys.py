"""The keys of outside systems: scope, rotation, revocation, and never in the clear."""

import httpx
import msgspec

from api.dossiers.actions.keys import create_key, find_source, revoke_key
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.dossiers import given_code, given_key, tell, told


async def test_only_a_valid_key_with_the_scope_may_tell(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    path, code = "/v1/integration/dossiers/", given_code()
    key = await given_key(tx, settings)
    assert (await client.put(path + code, json=told("2", 1))).status_code == 401
    wrong = await client.put(path + code, json=told("2", 1), headers={"X-Api-Key": "guess"})
    assert wrong.status_code == 401
    await tx.execute("update integration_key set scopes = '{dossiers:read}' where system = 'mot-cua'")
    assert (await client.put(path + code, json=told("2", 1), headers=key)).status_code == 403
    await tx.execute("update integration_key set scopes = '{dossiers:write}' where system = 'mot-cua'")
    assert (await client.put(path + code, json=told("2", 1), headers=key)).status_code == 201
    await revoke_key(tx, key["X-Api-Key"], settings=settings)
    assert (await client.put(path + code, json=told("4", 2), headers=key)).status_code == 401


async def test_a_system_rotates_its_key_without_a_gap(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    old, code = await given_key(tx, settings), given_code()
    new = await given_key(tx, settings)
    body = told("2", 1)
    await tell(client, old, code, body)
    await revoke_key(tx, old["X-Api-Key"], settings=settings)
    assert (await tell(client, new, code, body))["result"] == "duplicate"


async def test_keys_are_kept_as_hashes(tx: Connection, settings: Settings) -> None:
    key = await create_key(tx, system="s", name="n", settings=settings)
    assert len(key) >= 40
    kept = await tx.fetchval("select k::text from integration_key k where system = 's'")
    assert key not in kept


async def test_the_demo_key_opens_nothing_outside_a_demo(tx: Connection, settings: Settings) -> None:
    await create_key(tx, system="d", name="d", settings=settings, key="demo-key", demo=True)
    real = msgspec.structs.replace(settings, demo=False)
    assert await find_source(tx, "demo-key", settings=settings) is not None
    assert await find_source(tx, "demo-key", settings=real) is None
