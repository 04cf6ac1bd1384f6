"""A newer edition of the catalogue: all of it with its history, or nothing with every bad line named."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import httpx
import msgspec
import pytest

from api.kit.clock import today
from api.kit.db import Connection, Pool, PoolDatabase, open_pool
from api.procedures import load as loading
from api.procedures.actions import finding
from api.procedures.load import BrokenCatalogueError, load, take_in
from api.procedures.rules.checking import read_file
from tests.given.cluster import Server
from tests.procedures.few import (
    KHAI_SINH,
    NEWER,
    Rows,
    few_files,
    index,
    rows_in,
    shrink,
    standing,
    take,
    written,
)
from workers.procedures import main


@pytest.fixture(scope="module")
async def small(server: Server) -> AsyncIterator[Server]:
    """The run's server, copying a database that never had more than the few procedures."""
    name = await server.clone()
    async with await open_pool(server.url(name), size=1) as pool, PoolDatabase(pool).write() as tx:
        with patch.object(loading, "shipped", few_files):
            await shrink(tx)
    yield Server(server.admin_url, name)
    await server.drop(name)


@pytest.fixture(scope="module")
async def small_pool(small: Server) -> AsyncIterator[Pool]:
    name = await small.clone()
    async with await open_pool(small.url(name), size=2) as pool:
        yield pool
    await small.drop(name)


@pytest.fixture
async def tx(small_pool: Pool, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Connection]:
    monkeypatch.setattr(loading, "shipped", few_files)
    async with small_pool.acquire() as connection:
        transaction = connection.transaction()
        await transaction.start()
        yield connection
        await transaction.rollback()


@pytest.fixture
async def database(small: Server, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pool]:
    monkeypatch.setattr(loading, "shipped", few_files)
    name = await small.clone()
    async with await open_pool(small.url(name), size=4) as pool:
        yield pool
    await small.drop(name)


def part(rows: Rows) -> Rows:
    """So few that an operator must say that it is meant."""
    return rows[: len(rows) * 7 // 10]


def changed(rows: Rows, code: str, /, **values: str) -> Rows:
    return [{**row, **values} if row["code"] == code else row for row in rows]


async def test_added_changed_and_withdrawn_are_told_and_kept(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    rows = changed(index(), "1.000593", decision_no="9/QĐ-BTP", name="Đăng ký kết hôn lưu động (mới)")
    new = {**rows[0], "code": "9.000001", "name": "Thủ tục đăng ký thử nghiệm", "channels": "ONLINE"}
    rows = [row for row in rows if row["code"] != "1.000010"] + [new]
    assert await take(tx, rows) == {"changed": ["1.000593"], "withdrawn": ["1.000010"], "added": ["9.000001"]}
    page = (await client.get("/v1/procedures/1.000593")).json()
    assert (page["name"], page["decision_no"]) == ("Đăng ký kết hôn lưu động (mới)", "9/QĐ-BTP")
    assert page["changes"] == [
        {"on": "2026-11-01", "kind": "changed", "fields": ["decision_no", "official_name"]}
    ]
    before, after = await tx.fetchval(
        "select fields -> 'decision_no' from procedure_change where procedure_code = '1.000593'"
    )
    assert (before, after) == (next(r["decision_no"] for r in index() if r["code"] == "1.000593"), "9/QĐ-BTP")
    gone = (await client.get("/v1/procedures/1.000010")).json()
    assert gone["withdrawn_on"]
    assert gone["changes"][0]["kind"] == "withdrawn"
    assert page["plain_title"]  # what this project says about it stays


@pytest.mark.usefixtures("swapping")
async def test_search_moves_to_the_new_edition_and_back(client: httpx.AsyncClient, tx: Connection) -> None:
    async def found(q: str) -> list[str]:
        finding.catalogue.forget()
        return [
            line["code"] for line in (await client.get("/v1/procedures", params={"q": q})).json()["items"]
        ]

    name = "cấp giấy phép bay khinh khí cầu hoa phượng"
    new = {**index()[0], "code": "9.000001", "name": name}
    assert "9.000001" not in await found(name)
    await take(tx, [*index(), new])
    assert (await found(name))[0] == "9.000001"
    assert await take(tx, index(), date(2026, 11, 2)) == {"withdrawn": ["9.000001"]}
    assert "9.000001" not in await found(name)
    assert await take(tx, [*index(), new], date(2026, 11, 3)) == {"returned": ["9.000001"]}


async def test_starting_again_keeps_a_newer_import_and_a_newer_release_replaces_an_older_one(
    tx: Connection,
) -> None:
    await take(tx, changed(index(), KHAI_SINH, decision_no="9/QĐ-BTP"))
    before = await standing(tx)
    await load(tx)
    assert await standing(tx) == before
    await tx.execute("update procedure_edition set as_of = '2026-01-01' where source = 'moi.csv'")
    await load(tx)
    assert await tx.fetchval("select decision_no from procedure where code = $1", KHAI_SINH) == "163/QĐ-BTP"


async def test_an_older_file_and_one_of_tomorrow_are_refused(tx: Connection) -> None:
    before = await standing(tx)
    for as_of, why in ((date(2025, 1, 1), "mới hơn"), (today() + timedelta(days=1), "tương lai")):
        with pytest.raises(BrokenCatalogueError, match=why):
            await take(tx, changed(index(), KHAI_SINH, decision_no="x"), as_of)
    assert await standing(tx) == before


async def test_taking_the_right_file_again_undoes_a_wrong_one_of_the_same_day(tx: Connection) -> None:
    await take(tx, index())
    assert await take(tx, changed(index(), KHAI_SINH, decision_no="sai")) == {"changed": [KHAI_SINH]}
    assert await take(tx, index()) == {"changed": [KHAI_SINH]}
    assert await tx.fetchval("select decision_no from procedure where code = $1", KHAI_SINH) == "163/QĐ-BTP"
    assert (
        await tx.fetchval("select count(*) from procedure_change where procedure_code = $1", KHAI_SINH) == 2
    )


async def test_an_import_and_a_start_wait_for_each_other(database: Pool) -> None:
    held = PoolDatabase(database)

    async def start() -> None:
        async with held.write() as other:
            await load(other)

    async with held.write() as tx:
        await take(tx, changed(index(), KHAI_SINH, decision_no="9/QĐ-BTP"))
        starting = asyncio.create_task(start())
        await asyncio.sleep(0.3)
        assert not starting.done()
    await starting
    async with held.read() as db:
        assert await db.fetchval("select decision_no from procedure where code = $1", KHAI_SINH) == "9/QĐ-BTP"


async def test_details_and_json_are_taken_too(tx: Connection) -> None:
    details = rows_in(few_files()["details.csv"])
    rows = changed(details, KHAI_SINH, online_fee_vnd="8000", online_fee_quality="ok")
    for content in (msgspec.json.encode(rows), b"\n".join(map(msgspec.json.encode, rows)), written(rows)):
        kind, read = read_file(content)
        assert (kind, len(read)) == ("details", 199)
    taken = await take_in(tx, msgspec.json.encode(rows), source="moi.json", as_of=NEWER)
    assert [(change.code, list(change.fields)) for change in taken.changes] == [(KHAI_SINH, ["ways"])]
    fee = await tx.fetchval(
        "select fee_vnd from procedure_way where procedure_code = $1 and channel = 'online'", KHAI_SINH
    )
    assert fee == 8000


def cut(rows: Rows) -> bytes:
    return written(rows)[:-300]


@pytest.mark.parametrize(
    ("spoil", "line", "column", "why"),
    [
        (lambda rows: written(changed(rows, rows[4]["code"], level="district")), 6, "level", "district"),
        (lambda rows: written(changed(rows, rows[4]["code"], type="X")), 6, "type", "X"),
        (lambda rows: written(changed(rows, rows[4]["code"], channels="ONLINE+FAX")), 6, "channels", "FAX"),
        (lambda rows: written(changed(rows, rows[4]["code"], name=" ")), 6, "name", "để trống"),
        (lambda rows: written(changed(rows, rows[4]["code"], name="a\x00b")), 6, "name", "điều khiển"),
        (lambda rows: written(changed(rows, rows[4]["code"], name="a\ufffdb")), 6, "name", "hỏng"),
        (lambda rows: written(changed(rows, rows[4]["code"], code="khong co")), 6, "code", "mã thủ tục"),
        (lambda rows: written([*rows[:5], rows[2], *rows[5:]]), 7, "code", "dòng 4"),
        (lambda rows: written(changed(rows, rows[4]["code"], deadline_first="-1")), 6, "deadline_first", "-1"),
        (lambda rows: written(changed(rows, rows[4]["code"], n_components="99999")), 6, "n_components", "lớn"),
        (lambda rows: written([{k: v for k, v in row.items() if k != "issuer"} for row in rows]), 1, "issuer", "thiếu"),
        (lambda rows: written(rows)[:5000] + b"\xff\xfe" + written(rows)[5000:], 25, "", "UTF-8"),
        (lambda rows: msgspec.json.encode([*rows[:2], "x"]), 3, "", "không phải"),
        (lambda rows: msgspec.json.encode(rows)[:-1], 1, "", "JSON"),
        (lambda _: b"", 0, "", "không có thủ tục"),
        (lambda rows: written(changed(rows, rows[4]["code"], deadline_first="9" * 5000)), 6, "deadline_first", "dài"),
        (lambda rows: msgspec.json.encode([{**rows[0], "field": ["a"]}]), 1, "field", "không phải chữ"),
        (lambda _: b"[" * 100_000, 1, "", "JSON"),
    ],
)  # fmt: skip
def test_a_half_broken_file_is_refused_and_the_line_named(
    spoil: Callable[[Rows], bytes], line: int, column: str, why: str
) -> None:
    with pytest.raises(BrokenCatalogueError) as refusal:
        read_file(spoil(index()[:50]))
    faults = refusal.value.faults
    assert any(column == fault.column and why in str(fault) for fault in faults), list(map(str, faults))[:5]
    if "UTF-8" not in why:
        assert line in {fault.line for fault in faults}


async def test_a_refused_file_changes_nothing(tx: Connection) -> None:
    before = await standing(tx)
    details = rows_in(few_files()["details.csv"])
    for content, why in (
        (written(part(index())), "--allow-shrink"),
        (written(details[:3]), "--allow-shrink"),
        (written(changed(index(), KHAI_SINH, level="district")), "district"),
    ):
        with pytest.raises(BrokenCatalogueError, match=why):
            await take_in(tx, content, source="hong.csv", as_of=NEWER)
    assert await standing(tx) == before


async def test_a_truncated_file_and_all_its_bad_lines_are_named(tx: Connection) -> None:
    with pytest.raises(BrokenCatalogueError):
        await take_in(tx, cut(index()), source="cut.csv", as_of=NEWER)
    rows = changed(changed(index(), "1.000005", level="x"), "1.000010", type="y")
    with pytest.raises(BrokenCatalogueError) as refusal:
        read_file(written(rows))
    assert [(fault.line, fault.column) for fault in refusal.value.faults] == [(2, "level"), (3, "type")]


async def test_many_may_vanish_when_the_operator_says_so(tx: Connection) -> None:
    kinds = await take(tx, part(index()), allow_shrink=True)
    assert len(kinds["withdrawn"]) > 100


async def test_a_search_during_an_import_never_sees_half_of_it(database: Pool) -> None:
    held = PoolDatabase(database)
    count = "select count(*) from procedure where official_name like 'Mới %'"
    async with held.write() as tx:
        await take(tx, [{**row, "name": f"Mới {row['name']}"} for row in index()])
        async with held.read() as other:
            assert await other.fetchval(count) == 0
    async with held.read() as after:
        assert await after.fetchval(count) == len(index()) > 400


async def test_the_command_says_what_it_did(
    small: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = await small.clone()
    monkeypatch.setenv("DATABASE_URL", small.url(name))
    monkeypatch.setattr(loading, "shipped", few_files)
    good, bad = tmp_path / "moi.csv", tmp_path / "hong.csv"
    good.write_bytes(written(changed(index(), "1.000593", decision_no="9/QĐ-BTP")))
    bad.write_bytes(written(changed(index(), "1.000593", level="huyện")))
    for arguments, code, out in (
        (["import", str(bad)], 1, ""),
        (["import", str(good), "--dry-run"], 0, "chưa ghi gì"),
        (["import", str(good)], 0, "1.000593 (decision_no)"),
        (["import", str(good)], 0, "thay đổi: 0"),
    ):
        monkeypatch.setattr("sys.argv", ["procedures", *arguments])
        assert await asyncio.to_thread(main) == code
        said = capsys.readouterr()
        assert out in said.out
        assert ("cột level" in said.err) == (code == 1)
    await small.drop(name)
