"""The whole OpenAPI, fuzzed: no 5xx, no undocumented status, no answer out of shape.

Every operation is called with generated good and bad input over a real socket, by somebody who may
do everything, so that guesses reach the rules and the database instead of stopping at the door.
"""

import asyncio
import importlib
import os
import re
import threading
import time
from collections.abc import AsyncIterator
from types import ModuleType
from uuid import UUID

import pytest
import uvicorn

from api.app import create_app
from api.kit.db import Pool, open_pool
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tokens import sign_access
from tests.architecture.house import routes
from tests.given.cluster import Server

PARAMETER = re.compile(r"\{(\w+):\w+\}")
SECRET = "only-for-tests-0123456789abcdefghij"
EVERYBODY = UUID("01a20000-0000-7000-8000-00000000f022")
SETTINGS = Settings(database_url="unused", secret_key=SECRET, demo=True, log_level="error")
LABELS = [
    " ".join((method, PARAMETER.sub(r"{\1}", path)))
    for method, path, handler in routes()
    if handler.resolve_include_in_schema()
]
"""What is documented, by verb and path."""
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


@pytest.fixture(scope="module")
def fuzzing() -> ModuleType:
    """Imported by the worker that runs these tests: every worker imports every test."""
    return importlib.import_module("tests.architecture.fuzzing")


def test_every_documented_operation_is_called(fuzzing: ModuleType) -> None:
    assert set(fuzzing.operations()) == set(LABELS)


MODES = {"positive": False, "negative": True}
if "FUZZ_EXAMPLES" not in os.environ:
    # The tests of routes send good input all the time; `make fuzz` makes up both, twenty of each.
    del MODES["positive"]


@pytest.mark.parametrize("bad", MODES.values(), ids=list(MODES))
@pytest.mark.parametrize("label", LABELS)
def test_no_input_breaks_the_contract(fuzzing: ModuleType, *, label: str, bad: bool, base_url: str) -> None:
    fuzzing.call(label, base_url=base_url, headers=headers(), bad=bad)
