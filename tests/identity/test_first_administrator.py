"""The first administrator is made at the machine, not over the network."""

import httpx
import pytest

from api.kit.db import Pool
from api.kit.settings import Settings
from tests.given.identity import signed_in, with_second_factor
from workers import identity


@pytest.fixture
def pointed(monkeypatch: pytest.MonkeyPatch, database: Pool, settings: Settings) -> None:
    """The command's environment, pointing to this test's database."""
    monkeypatch.setenv("DATABASE_URL", database._connect_args[0])  # type: ignore[attr-defined]  # asyncpg keeps its address there
    monkeypatch.setenv("SECRET_KEY", settings.secret_key)


async def test_the_operator_appoints_by_phone_number(
    pointed: None,
    database: Pool,
    committing_client: httpx.AsyncClient,
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert await identity.appoint("0912 345 678") == 0
    assert await identity.appoint("+84912345678") == 0
    assert capsys.readouterr().out == "Đã trao quyền quản trị.\nNgười này đã là quản trị viên.\n"
    async with database.acquire() as connection, connection.transaction():
        session = await signed_in(connection, settings, "0912345678")
        assert session.me.waiting_roles == ["admin"]
        proven, _ = await with_second_factor(connection, settings, session)
    headers = {"Authorization": f"Bearer {proven.access_token}"}
    answer = await committing_client.get("/v1/admin/grants", headers=headers)
    assert (answer.status_code, len(answer.json()["items"])) == (200, 1)
    assert answer.json()["items"][0]["granted_by"] is None


async def test_a_wrong_number_appoints_nobody(
    pointed: None, database: Pool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await identity.appoint("12345") == 1
    assert "Cần số di động Việt Nam" in capsys.readouterr().out
    assert await database.fetchval("select count(*) from person") == 0
