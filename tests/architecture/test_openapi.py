"""The whole OpenAPI, fuzzed: no 5xx, no undocumented status, no answer out of shape.

Every operation is called with generated good and bad input over a real socket, by somebody who may
do everything, so that guesses reach the rules and the database instead of stopping at the door.
"""

import asyncio
import os
import threading
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from api.kit.db import Pool, open_pool
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tokens import sign_access
from api.web.openapi import build_schema
from tests.given.cluster import Server

SECRET = "only-for-tests-0123456789abcdefghij"
EVERYBODY = UUID("01a20000-0000-7000-8000-00000000f022")
SETTINGS = Settings(database_url="unused", secret_key=SECRET, demo=True, log_level="error")
schema = schemathesis.openapi.from_dict(build_schema(create_app(SETTINGS)))
OPERATIONS = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5"))
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
]  # fmt: skip
MAKE_PERSON = "insert into person (id, display_name) values ($1, 'Người thử mọi cửa') on conflict do nothing"
MAY_ADMINISTER = """
insert into role_grant (id, person_id, role, province_code, valid_from)
values (gen_random_uuid(), $1, 'admin', null, '2020-01-01'), (gen_random_uuid(), $1, 'officer', '46', '2020-01-01')
"""
MAY_HANDLE = """
insert into role_grant (id, person_id, role, agency_id, valid_from)
select gen_random_uuid(), $1, 'handler', id, '2020-01-01' from agency limit 3
"""


@pytest.fixture(scope="module")
async def base_url(server: Server, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The application on a real socket, over a database of its own."""
    name = await server.clone()
    settings = Settings(
        database_url=server.url(name), secret_key=SECRET, demo=True, log_level="error",
        data_dir=str(tmp_path_factory.mktemp("files")),
    )  # fmt: skip
    await give_every_role(settings.database_url)
    config = uvicorn.Config(create_app(settings), port=0, log_config=None, lifespan="on")
    uvicorn_server = uvicorn.Server(config)
    thread = threading.Thread(target=uvicorn_server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not uvicorn_server.started and time.monotonic() < deadline:  # noqa: ASYNC110  in another thread
        await asyncio.sleep(0.02)
    port = uvicorn_server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    uvicorn_server.should_exit = True
    thread.join(10)
    await server.drop(name)


async def give_every_role(url: str) -> None:
    """One person with every grant there is."""
    pool: Pool = await open_pool(url, size=1)
    async with pool.acquire() as connection:
        await connection.execute(MAKE_PERSON, EVERYBODY)
        await connection.execute(MAY_ADMINISTER, EVERYBODY)
        await connection.execute(MAY_HANDLE, EVERYBODY)
    await pool.close()


def headers() -> dict[str, str]:
    """Signed in as the person with every role, and a system's key for the integration routes."""
    who = Principal(person_id=EVERYBODY, session_id=EVERYBODY, roles=frozenset({Role.CITIZEN, Role.ADMIN}))
    return {
        "Authorization": f"Bearer {sign_access(SETTINGS, who)}",
        "X-Api-Key": SETTINGS.demo_integration_key,
    }


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_no_input_breaks_the_contract(
    operation: schemathesis.APIOperation[Any, Any, Any, Any], mode: GenerationMode, base_url: str
) -> None:
    @hypothesis_settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def call(case: schemathesis.Case[Any]) -> None:
        response = case.call(base_url=base_url, headers=headers(), timeout=30)
        case.validate_response(response, checks=CHECKS)

    try:
        call()
    except Unsatisfiable:
        # Nothing this operation takes can be wrong.
        assert mode is GenerationMode.NEGATIVE
