"""HTTP of integration keys: an administrator makes, rotates and revokes them."""

from datetime import timedelta
from uuid import UUID

import msgspec
from litestar import delete, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.status_codes import HTTP_201_CREATED

from api.dossiers.actions import keys
from api.dossiers.contracts.integration import IntegrationKey, NewIntegrationKey, NewKey, Rotation
from api.dossiers.rules.proof import KeyNotFound, KeyOver
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.principal import Role
from api.kit.settings import Settings
from api.web.auth import FindSystem, System, SystemCall, needs
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)


class IntegrationKeys(msgspec.Struct, frozen=True, kw_only=True):
    """All keys, newest first."""

    items: list[IntegrationKey]


@post(
    "/v1/admin/integration-keys",
    operation_id="create_integration_key",
    status_code=HTTP_201_CREATED,
    guards=[needs(Role.ADMIN)],
    cache_control=NEVER,
    responses=problems(Invalid),
)
async def create_integration_key(
    tx: NamedDependency[Connection], settings: NamedDependency[Settings], data: JSONBody[NewKey]
) -> NewIntegrationKey:
    """A key for an outside system. Key and secret are in this answer only."""
    return await keys.create_key(
        tx, system=data.system, name=data.name, scopes=data.scopes, settings=settings
    )


@get("/v1/admin/integration-keys", operation_id="list_integration_keys", guards=[needs(Role.ADMIN)])
async def list_integration_keys(db: NamedDependency[Connection]) -> IntegrationKeys:
    """Every key: whose, for what, last used when, valid until when."""
    return IntegrationKeys(items=await keys.list_keys(db))


@post(
    "/v1/admin/integration-keys/{key_id:uuid}/rotate",
    operation_id="rotate_integration_key",
    status_code=HTTP_201_CREATED,
    guards=[needs(Role.ADMIN)],
    cache_control=NEVER,
    responses=problems(KeyNotFound, KeyOver, Invalid),
)
async def rotate_integration_key(
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    key_id: FromPath[UUID],
    data: JSONBody[Rotation],
) -> NewIntegrationKey:
    """A second key of the same system and scopes; both are valid until the overlap is over."""
    return await keys.rotate_key(tx, key_id, overlap=timedelta(hours=data.overlap_hours), settings=settings)


@delete(
    "/v1/admin/integration-keys/{key_id:uuid}",
    operation_id="revoke_integration_key",
    guards=[needs(Role.ADMIN)],
    responses=problems(KeyNotFound),
)
async def revoke_integration_key(tx: NamedDependency[Connection], key_id: FromPath[UUID]) -> None:
    """Stop a key at once."""
    await keys.revoke_key(tx, key_id)


def system_finder(settings: Settings) -> FindSystem:
    """What the guard `api_key` asks: whose call is this."""

    async def find_system(tx: Connection, call: SystemCall) -> System | None:
        found = await keys.find_source(
            tx,
            keys.SignedCall(
                key=call.key,
                headers={name.lower(): value for name, value in call.headers.items()},
                method=call.method,
                target=call.target,
                body=call.body,
            ),
            settings=settings,
        )
        if found is None:
            return None
        source, scopes = found
        return System(name=source.system, scopes=scopes, demo=source.demo)

    return find_system


handlers = [create_integration_key, list_integration_keys, rotate_integration_key, revoke_integration_key]
