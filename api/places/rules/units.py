"""Reads the shipped tables into units with their days in force, and says what became of each."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from api.kit.text import fold, nfc, sort_key

REFORM = date(2025, 7, 1)
"""Two tiers instead of three, 34 provinces instead of 63."""
BEFORE = date(2025, 1, 1)
"""From when the state of June 2025 held (see data/README.md)."""
REFORM_BASIS = "Nghị quyết 202/2025/QH15"
BEFORE_BASIS = "Danh mục hành chính trước 01/07/2025"
KINDS = {
    "Tỉnh": "province",
    "Thành phố": "municipality",
    "Quận": "district",
    "Huyện": "district",
    "Thị xã": "district",
    "Thị trấn": "township",
    "Phường": "ward",
    "Xã": "commune",
    "Đặc khu": "special_zone",
}
"""The word before a name, as type; a city below a province is a district (see `split_name`)."""
DISTRICT_DIGITS = 3


class UnitRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of `admin_unit`, its parent by code."""

    code: str
    type: str
    name: str
    full_name: str
    part_of: str = ""
    parent_code: str = ""
    province_code: str
    valid_from: date
    valid_to: date | None
    lat: float | None = None
    lon: float | None = None
    area_km2: float | None = None
    basis: str

    def folded(self) -> str:
        """What a search compares with."""
        return fold(self.full_name)

    def sort_key(self) -> bytes:
        """Vietnamese dictionary order."""
        return sort_key(self.name)


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of `admin_change`, both sides by code; the day tells which row of the code is meant."""

    old_code: str
    new_code: str
    kind: str
    share: str
    default_target: bool
    effective_on: date
    basis: str


def rows_of(text: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV table, every value in NFC."""
    for row in csv.DictReader(io.StringIO(text)):
        yield {key: nfc(value) for key, value in row.items()}


def split_name(full_name: str) -> tuple[str, str]:
    """Type and bare name: "Thị trấn Phú Lộc" is a township called Phú Lộc."""
    for word, kind in KINDS.items():
        if full_name.lower().startswith(word.lower() + " "):
            return kind, full_name[len(word) + 1 :]
    message = f"Không rõ loại đơn vị hành chính: {full_name}"
    raise ValueError(message)


def day(text: str) -> date | None:
    """A date or nothing."""
    return date.fromisoformat(text) if text else None


def number(text: str) -> float | None:
    """A number or nothing."""
    return float(text) if text else None


def current_units(text: str) -> list[UnitRow]:
    """Provinces and communes since the reform, from `units.csv`."""
    rows = list(rows_of(text))
    provinces = {
        (row["code"], day(row["valid_to"]) is None): row["full_name"]
        for row in rows
        if not row["parent_code"]
    }
    units = []
    for row in rows:
        valid_from, valid_to = date.fromisoformat(row["valid_from"]), day(row["valid_to"])
        parent = row["parent_code"]
        above = provinces.get((parent, valid_to is None)) or provinces.get((parent, True), "")
        units.append(
            UnitRow(
                code=row["code"],
                type=row["type"],
                name=row["name"],
                full_name=row["full_name"],
                part_of=above,
                parent_code=parent,
                province_code=parent or row["code"],
                valid_from=valid_from,
                valid_to=valid_to,
                lat=number(row["lat"]),
                lon=number(row["lon"]),
                area_km2=number(row["area_km2"]),
                basis=row["basis"],
            )
        )
    return units


def former_areas(text: str) -> list[UnitRow]:
    """Provinces and districts of June 2025, from `areas_2025.csv`."""
    rows = list(rows_of(text))
    names = {row["code"]: row["full_name"] for row in rows}
    areas = []
    for row in rows:
        kind, name = split_name(row["full_name"])
        code, above = row["code"], row["province_code"]
        areas.append(
            UnitRow(
                code=code,
                type="district" if len(code) == DISTRICT_DIGITS else kind,
                name=name,
                full_name=row["full_name"],
                part_of=names.get(above, ""),
                parent_code=above,
                province_code=above or code,
                valid_from=BEFORE,
                valid_to=REFORM - timedelta(days=1),
                basis=BEFORE_BASIS,
            )
        )
    return areas


def former_wards(text: str, areas: Iterable[UnitRow]) -> list[UnitRow]:
    """Wards of June 2025, from `merge_2025.csv`, each with its district and province by name."""
    above = {area.code: area for area in areas}
    wards = {}
    for row in rows_of(text):
        if row["old_code"] in wards:
            continue
        kind, name = split_name(row["old_full_name"])
        district = above[row["old_district_code"]]
        wards[row["old_code"]] = UnitRow(
            code=row["old_code"],
            type=kind,
            name=name,
            full_name=row["old_full_name"],
            part_of=f"{district.full_name}, {district.part_of}",
            parent_code=district.code,
            province_code=district.province_code,
            valid_from=BEFORE,
            valid_to=REFORM - timedelta(days=1),
            basis=BEFORE_BASIS,
        )
    return list(wards.values())


def reform_changes(text: str, units: Iterable[UnitRow]) -> list[ChangeRow]:
    """What became of each ward on 2025-07-01, from `merge_2025.csv`."""
    rows = list(rows_of(text))
    sources = Counter(row["new_code"] for row in rows)
    after = {unit.code: unit for unit in units if unit.valid_from == REFORM}
    return [
        ChangeRow(
            old_code=row["old_code"],
            new_code=row["new_code"],
            kind=kind_of_change(
                row["old_code"],
                row["old_full_name"],
                after[row["new_code"]],
                share=row["share"],
                sources=sources[row["new_code"]],
            ),
            share=row["share"],
            default_target=row["default_target"] == "yes",
            effective_on=REFORM,
            basis=REFORM_BASIS,
        )
        for row in rows
    ]


def kind_of_change(old_code: str, old_name: str, new: UnitRow, *, share: str, sources: int) -> str:
    """Divided, joined with others, or one unit living on with something about it changed.

    Spelling alone (Ea H'leo, Ea H'Leo; Thủy, Thuỷ) is no change of name.
    """
    if share == "part":
        return "split"
    if sources > 1:
        return "merge"
    if old_code != new.code:
        return "recode"
    kind, name = split_name(old_name)
    if fold(name) != fold(new.name):
        return "rename"
    return "keep" if kind == new.type else "retype"


def later_changes(units: Iterable[UnitRow]) -> list[ChangeRow]:
    """A code whose row ends the day before another row of it starts: Đồng Nai on 2026-04-30."""
    units = list(units)
    ended = {(unit.code, unit.valid_to): unit for unit in units if unit.valid_to}
    changes = []
    for unit in units:
        before = ended.get((unit.code, unit.valid_from - timedelta(days=1)))
        if before is not None:
            changes.append(
                ChangeRow(
                    old_code=unit.code,
                    new_code=unit.code,
                    kind=kind_of_change(unit.code, before.full_name, unit, share="whole", sources=1),
                    share="whole",
                    default_target=True,
                    effective_on=unit.valid_from,
                    basis=unit.basis,
                )
            )
    return changes
