"""Units and the days they were in force: the shipped tables against what the law says."""

from datetime import date

import asyncpg
import pytest

from api.kit.db import Connection
from api.places.load import load, shipped
from api.places.rules import units

COUNT = "select count(*) from admin_unit where length(code) = $1 and $2::date between valid_from and coalesce(valid_to, 'infinity')"
COUNT_TYPES = """
select type, count(*) from admin_unit
where length(code) = 5 and $1::date between valid_from and coalesce(valid_to, 'infinity') group by type
"""
COUNT_CHANGES = "select kind, count(*) from admin_change group by kind"
ADD = """
insert into admin_unit (code, type, name, full_name, folded, sort_key, province_code, valid_from, valid_to, basis)
values ('19753', 'ward', 'X', 'Phường X', 'phuong x', '', '46', $1, $2, 'test')
"""
ORPHANS = "select count(*) from admin_unit where length(code) > 2 and parent_id is null"
PARENT_TYPES = """
select u.full_name, p.full_name from admin_unit u join admin_unit p on p.id = u.parent_id
where u.code = '26248' order by u.valid_from
"""


async def counts(tx: Connection, sql: str, *args: object) -> dict[str, int]:
    return {row[0]: row[1] for row in await tx.fetch(sql, *args)}


async def test_the_country_has_34_provinces_and_3321_communes(tx: Connection) -> None:
    day = date(2025, 7, 1)
    assert await tx.fetchval(COUNT, 2, day) == 34
    assert await counts(tx, COUNT_TYPES, day) == {"commune": 2621, "ward": 687, "special_zone": 13}


async def test_dong_nai_became_a_city_with_ten_more_wards(tx: Connection) -> None:
    assert (await counts(tx, COUNT_TYPES, date(2026, 4, 29)))["ward"] == 687
    after = await counts(tx, COUNT_TYPES, date(2026, 4, 30))
    assert after == {"commune": 2611, "ward": 697, "special_zone": 13}


async def test_before_the_reform_there_were_63_provinces_and_10035_wards(tx: Connection) -> None:
    day = date(2025, 6, 30)
    assert await tx.fetchval(COUNT, 2, day) == 63
    assert await tx.fetchval(COUNT, 3, day) == 691
    assert await tx.fetchval(COUNT, 5, day) == 10_035


async def test_all_10597_changes_of_the_reform_and_the_eleven_later_ones_are_there(tx: Connection) -> None:
    kinds = await counts(tx, COUNT_CHANGES)
    assert sum(kinds.values()) == 10_597 + 11
    assert kinds["split"] == 1033
    assert kinds["retype"] == 14


async def test_everything_below_a_province_has_a_parent_in_force_at_its_end(tx: Connection) -> None:
    assert await tx.fetchval(ORPHANS) == 0
    assert [tuple(row) for row in await tx.fetch(PARENT_TYPES)] == [
        ("Thị trấn Trảng Bom", "Huyện Trảng Bom"),
        ("Xã Trảng Bom", "Tỉnh Đồng Nai"),
        ("Phường Trảng Bom", "Thành phố Đồng Nai"),
    ]


async def test_loading_again_moves_nothing(tx: Connection) -> None:
    assert await load(tx) == 0


async def test_a_damaged_row_is_put_right_by_loading_again(tx: Connection) -> None:
    await tx.execute(
        "update admin_unit set full_name = 'Phường Sai' where code = '19753' and valid_to is null"
    )
    assert await load(tx) == 1
    restored = await tx.fetchval("select full_name from admin_unit where code = '19753' and valid_to is null")
    assert restored == "Phường Phú Xuân"


@pytest.mark.parametrize(
    ("start", "end"),
    [(date(2026, 1, 1), None), (date(2025, 6, 30), date(2025, 7, 1)), (date(2020, 1, 1), date(2025, 1, 1))],
)
async def test_a_code_never_means_two_things_on_one_day(
    tx: Connection, start: date, end: date | None
) -> None:
    with pytest.raises(asyncpg.ExclusionViolationError):
        await tx.execute(ADD, start, end)


async def test_a_former_ward_carries_its_district_and_province_by_name(tx: Connection) -> None:
    row = await tx.fetchrow("select full_name, part_of from admin_unit where code = '06970'")
    assert tuple(row or ()) == ("Thị trấn Ba Chẽ", "Huyện Ba Chẽ, Tỉnh Quảng Ninh")


def unit(code: str, full_name: str) -> units.UnitRow:
    kind, name = units.split_name(full_name)
    return units.UnitRow(
        code=code, type=kind, name=name, full_name=full_name, province_code="46",
        valid_from=units.REFORM, valid_to=None, basis="test",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "share", "sources", "kind"),
    [
        (("1", "Xã A"), ("1", "Xã A"), "part", 1, "split"),
        (("1", "Xã A"), ("1", "Xã A"), "whole", 2, "merge"),
        (("1", "Xã A"), ("2", "Xã A"), "whole", 1, "recode"),
        (("1", "Xã A"), ("1", "Xã B"), "whole", 1, "rename"),
        (("1", "Thị trấn A"), ("1", "Xã A"), "whole", 1, "retype"),
        (("1", "Xã Thủy"), ("1", "Xã Thuỷ"), "whole", 1, "keep"),
    ],
)
def test_what_became_of_a_unit_is_named(
    old: tuple[str, str], new: tuple[str, str], share: str, sources: int, kind: str
) -> None:
    assert units.kind_of_change(old[0], old[1], unit(*new), share=share, sources=sources) == kind


def test_every_former_ward_goes_somewhere_and_has_one_default() -> None:
    current = units.current_units(shipped("units.csv"))
    changes = units.reform_changes(shipped("merge_2025.csv"), current)
    defaults = [change.old_code for change in changes if change.default_target]
    assert len(defaults) == len(set(defaults)) == 10_035


def test_an_unknown_kind_of_unit_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="Không rõ loại"):
        units.split_name("Khu Kinh tế Mới")
