"""Loading the shipped catalogue: again changes nothing, what vanished is withdrawn, not lost."""

from datetime import date
from typing import NoReturn

from api.kit.db import Connection, Pool, PoolDatabase
from api.procedures.actions import finding
from api.procedures.load import load
from api.procedures.load.shipped import shipped
from api.procedures.store import catalogue as store
from tests.procedures.few import rows_in, standing, take

COUNTS = """
select (select count(*) from procedure) as procedures, (select count(*) from procedure_way) as ways,
    (select count(*) from procedure_phrase) as phrases, (select count(*) from procedure_synonym) as synonyms,
    (select count(*) from procedure_event_step) as steps
"""


async def counts(tx: Connection, sql: str, *args: object) -> dict[str, int]:
    return {row[0]: row[1] for row in await tx.fetch(sql, *args)}


async def test_the_whole_catalogue_is_there(tx: Connection) -> None:
    types = await counts(tx, "select type, count(*) from procedure group by type")
    assert types == {"standard": 4562, "specific": 898, "internal": 192, "portal": 1, "illustrative": 3}
    assert await tx.fetchval("select count(*) from procedure where detailed") == 199


async def test_the_first_edition_is_the_shipped_one(tx: Connection) -> None:
    rows = await tx.fetch(
        "select kind, as_of, added, changed, withdrawn from procedure_edition order by kind desc"
    )
    assert [tuple(row)[:2] for row in rows] == [("index", date(2026, 7, 31)), ("details", date(2026, 7, 31))]
    assert sum(row["added"] for row in rows) == 5656
    assert await tx.fetchval("select count(*) from procedure_change") == 0


async def test_the_same_whole_file_again_changes_nothing(tx: Connection) -> None:
    whole = rows_in(shipped()["index.csv"])
    assert await take(tx, whole) == {}
    before = await standing(tx)
    assert await take(tx, whole) == {}
    assert await standing(tx) == before


async def test_loading_again_changes_nothing(tx: Connection) -> None:
    before = tuple(await tx.fetchrow(COUNTS) or ())
    content = await tx.fetchval("select md5(string_agg(p::text, '|' order by code)) from procedure p")
    version = await store.find_version(tx)
    assert await load(tx) == 5656
    assert tuple(await tx.fetchrow(COUNTS) or ()) == before
    assert await tx.fetchval("select md5(string_agg(p::text, '|' order by code)) from procedure p") == content
    assert await store.find_version(tx) == version


async def test_what_the_catalogue_no_longer_has_is_withdrawn_and_comes_back(tx: Connection) -> None:
    await tx.execute("""
        insert into procedure (code, name, official_name, level, field, issuer, type, online, online_stated,
            same_key, prior, provenance)
        values ('9.000001', 'Cũ', 'Cũ', 'commune', 'x', 'x', 'standard', 'none', true, 'cu', 1, 'test')
    """)
    await tx.execute("update procedure set withdrawn_on = '2026-01-01', name = 'Sai' where code = '1.001193'")
    await load(tx)
    assert await tx.fetchval("select withdrawn_on from procedure where code = '9.000001'") is not None
    row = await tx.fetchrow("select name, withdrawn_on from procedure where code = '1.001193'")
    assert tuple(row or ()) == ("Đăng ký khai sinh", None)


async def test_a_process_warms_its_index_at_the_start(pool: Pool) -> None:
    finding.catalogue.shelf = None
    await finding.warm(PoolDatabase(pool))
    assert finding.catalogue.shelf is not None


async def test_a_database_that_is_not_there_yet_does_not_stop_the_start() -> None:
    class Away:
        def read(self) -> NoReturn:
            raise ConnectionRefusedError

        def write(self) -> NoReturn:
            raise ConnectionRefusedError

    await finding.warm(Away())
