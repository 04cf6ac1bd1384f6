"""Whether a file of the catalogue may be taken in: every bad line is named, and one is enough to refuse all."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from api.kit.text import nfc

Row: TypeAlias = dict[str, str]
NEEDED = {
    "index": (
        "code", "name", "level", "field", "issuer", "type", "decision_no", "channels",
        "deadline_first", "deadline_unit", "n_components",
    ),
    "details": (
        "code", "name", "level", "field", "subjects", "agency", "issuer", "type", "decision_no", "channels",
        "online_deadline", "online_deadline_unit", "online_fee_vnd", "online_fee_quality", "direct_deadline",
        "direct_deadline_unit", "direct_fee_vnd", "direct_fee_quality", "n_components_listed", "provenance",
    ),
}  # fmt: skip
"""Columns of each kind of file, as `data/index.csv` and `data/details.csv` have them."""
CODE = re.compile(r"[0-9A-Z][0-9A-Za-z_.\-]{2,39}")
UNITS = {"working_day", "calendar_day", "hour", "month", "unstated", "text", ""}
QUALITIES = {
    "ok", "set_by_local_rule_or_unstated", "by_decision", "text", "suspect_unit", "no_info", "unstated", "",
}  # fmt: skip
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
LONGEST_NAME = 2_000
LONGEST = 500
LONGEST_NUMBER = 13
LEAST_KEPT = 0.8
"""A newer file that lacks more than a fifth of the codes is taken for a broken one."""


class Fault(msgspec.Struct, frozen=True):
    """What is wrong where; line 0 is the file as a whole."""

    line: int
    column: str
    why: str

    def __str__(self) -> str:
        """As an operator reads it."""
        place = f"dòng {self.line}" if self.line else "cả tệp"
        return f"{place}, cột {self.column}: {self.why}" if self.column else f"{place}: {self.why}"


class BrokenCatalogueError(Exception):
    """The file changes nothing; `faults` name every line that is wrong."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(map(str, faults[:5])))
        self.faults = list(faults)


def one_of(values: set[str]) -> Callable[[str], str | None]:
    """A check against a closed list."""
    return lambda text: None if text in values else f"không nhận giá trị {text[:40]!r}"


def number(most: int) -> Callable[[str], str | None]:
    """A check for an empty or whole number."""

    def check(text: str) -> str | None:
        if len(text) > LONGEST_NUMBER:
            return "số quá dài"
        if text and not (text.isascii() and text.isdigit()):
            return f"không phải số nguyên: {text[:40]!r}"
        return f"số quá lớn: {text[:40]}" if text and int(text) > most else None

    return check


def text_of(longest: int, *, needed: bool = False) -> Callable[[str], str | None]:
    """A check for readable text."""

    def check(text: str) -> str | None:
        if needed and not text.strip():
            return "để trống"
        if len(text) > longest:
            return f"dài quá {longest} ký tự"
        return "có ký tự điều khiển hoặc ký tự hỏng" if CONTROL.search(text) else None

    return check


def code_like(text: str) -> str | None:
    """A check for a procedure code."""
    return None if CODE.fullmatch(text) else f"không giống mã thủ tục: {text[:40]!r}"


def channels_like(text: str) -> str | None:
    """A check for the ways to file."""
    strange = set(text.split("+")) - {"ONLINE", "DIRECT", "POSTAL", ""}
    return f"không nhận giá trị {min(strange)[:40]!r}" if strange else None


CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "code": code_like,
    "name": text_of(LONGEST_NAME, needed=True),
    "level": one_of({"commune", "province", "ministry", "unknown"}),
    "field": text_of(LONGEST, needed=True),
    "type": one_of({"STANDARD", "SPECIFIC", "STANDARD_INTERNAL", "PORTAL_INTERNAL"}),
    "channels": channels_like,
    "deadline_unit": one_of(UNITS),
    "online_deadline_unit": one_of(UNITS),
    "direct_deadline_unit": one_of(UNITS),
    "online_fee_quality": one_of(QUALITIES),
    "direct_fee_quality": one_of(QUALITIES),
    "deadline_first": number(10_000),
    "online_deadline": number(10_000),
    "direct_deadline": number(10_000),
    "online_fee_vnd": number(10**12),
    "direct_fee_vnd": number(10**12),
    "n_components": number(1_000),
    "n_components_listed": number(1_000),
}


def read_file(content: bytes) -> tuple[str, list[Row]]:
    """The kind and the checked rows of a file (CSV, JSON array or JSON lines); BrokenCatalogueError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BrokenCatalogueError([Fault(line, "", "không phải UTF-8")]) from error
    numbered = list(json_rows(text) if text.lstrip()[:1] in ("[", "{") else csv_rows(text))
    if not numbered:
        raise BrokenCatalogueError([Fault(0, "", "không có thủ tục nào")])
    columns = set(numbered[0][1])
    kind = "details" if "subjects" in columns else "index"
    if lacking := [name for name in NEEDED[kind] if name not in columns]:
        raise BrokenCatalogueError([Fault(1, name, "thiếu cột này") for name in lacking])
    if faults := list(faults_in(kind, numbered)):
        raise BrokenCatalogueError(faults)
    return kind, [{name: nfc(row[name]) for name in NEEDED[kind]} for _, row in numbered]


def csv_rows(text: str) -> Iterator[tuple[int, Row]]:
    """Rows of a CSV with the line each begins on; a row too short or too long is a fault."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    faults: list[Fault] = []
    begins = 1
    try:
        for cells in reader:
            if header is None:
                header = cells
            elif cells:
                if len(cells) == len(header):
                    yield begins, dict(zip(header, cells, strict=True))
                else:
                    faults.append(Fault(begins, "", f"có {len(cells)} cột, cần {len(header)}"))
            begins = reader.line_num + 1
    except csv.Error as error:
        faults.append(Fault(begins, "", f"CSV hỏng ({error})"))
    if faults:
        raise BrokenCatalogueError(faults)


def json_rows(text: str) -> Iterator[tuple[int, Row]]:
    """Rows of a JSON array (numbered from 1) or of JSON lines (by line)."""
    lines = [(1, text)] if text.lstrip().startswith("[") else list(enumerate(text.split("\n"), 1))
    for at, line in lines:
        if not line.strip():
            continue
        try:
            found = msgspec.json.decode(line.encode())
        except (msgspec.DecodeError, RecursionError) as error:
            raise BrokenCatalogueError([Fault(at, "", f"JSON hỏng ({error})")]) from error
        for nth, row in enumerate(found if isinstance(found, list) else [found], at):
            if not isinstance(row, dict):
                raise BrokenCatalogueError([Fault(nth, "", "không phải một thủ tục")])
            for name, value in row.items():
                if value is not None and not isinstance(value, str | int):
                    raise BrokenCatalogueError([Fault(nth, str(name)[:40], "không phải chữ hoặc số")])
            yield nth, {name: "" if value is None else str(value) for name, value in row.items()}


def faults_in(kind: str, numbered: Sequence[tuple[int, Row]]) -> Iterator[Fault]:
    """Everything wrong in the values."""
    seen: dict[str, int] = {}
    for line, row in numbered:
        for column in NEEDED[kind]:
            if column not in row:
                yield Fault(line, column, "thiếu giá trị")
                continue
            why = CHECKS.get(column, text_of(LONGEST))(row[column])
            if why:
                yield Fault(line, column, why)
        code = row.get("code", "")
        if code in seen:
            yield Fault(line, "code", f"mã {code[:40]} đã có ở dòng {seen[code]}")
        seen.setdefault(code, line)


def refuse_shrinking(before: int, kept: int) -> None:
    """Refuse a file that lacks too many of the codes of the one of its kind before."""
    if before and kept < before * LEAST_KEPT:
        why = f"mất {before - kept} trong {before} mã đang có; nếu đúng vậy hãy thêm --allow-shrink"
        raise BrokenCatalogueError([Fault(0, "", why)])


def as_csv(kind: str, rows: Sequence[Row]) -> str:
    """The rows in one canonical form, so that the same content is the same edition."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, NEEDED[kind], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
