"""The command that takes over a province's boundary layer, as an operator runs it."""

from typing import Any

import asyncpg
import pytest

from api.kit.db import prepare_connection
from api.places import store
from tests.given.cluster import Server
from tests.places.test_mapping import layer_of
from workers import places

HUE = "46"


@pytest.fixture
async def own_url(server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of the test's own, in the environment as the command finds it."""
    url = server.url(await server.clone())
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SECRET_KEY", "only-for-tests-0123456789abcdefghij")
    return url


async def layer(url: str) -> dict[str, Any]:
    connection = await asyncpg.connect(url)
    await prepare_connection(connection)
    sites = await store.list_sites(connection, HUE)
    await connection.close()
    return layer_of(sites)


async def kept(url: str) -> int:
    connection = await asyncpg.connect(url)
    count: int = await connection.fetchval("select count(*) from admin_boundary where source = 'Sở Xây dựng'")
    await connection.close()
    return count


async def test_a_good_layer_is_taken_over_and_counted(
    own_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await places.import_boundaries(await layer(own_url), HUE, "Sở Xây dựng") == 0
    assert "40 xã, phường" in capsys.readouterr().out
    assert await kept(own_url) == 40


async def test_a_broken_layer_changes_nothing_and_every_fault_is_printed(
    own_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = await layer(own_url)
    broken["features"][0]["properties"]["ma_xa"] = "00004"
    assert await places.import_boundaries(broken, HUE, "Sở Xây dựng") == 1
    said = capsys.readouterr().out
    assert "chưa có gì thay đổi" in said
    assert "features[0]: Mã 00004" in said
    assert "Thiếu Phường Phú Xuân (19753)" in said
    assert await kept(own_url) == 0


def test_a_file_that_is_no_json_is_said_so(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "layer.geojson"
    file.write_text("{")
    monkeypatch.setattr("sys.argv", ["places", "boundaries", str(file), "--province", HUE, "--source", "x"])
    assert places.main() == 1
    assert "Không đọc được tệp" in capsys.readouterr().out
