"""Reading what Open311 clients send: every parameter may come twice, comma-joined, or empty, which means absent."""

import math
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import msgspec

from api.kit.errors import Invalid, Problem
from api.kit.text import nfc
from api.open311.contracts import Attribute, Fault

DESCRIPTION_MAX = 4_000
FIELDS_MAX = 1_000
YEARS = range(1900, 2200)
VALUE_MAX, VALUES_MAX = 500, 60
PHONE = re.compile(r"(\+84|0)[0-9]{8,10}")
Fields = Mapping[str, list[str]]


class Open311Fault(Problem):
    """Understood, but wrong or missing; told in Open311's own shape, not as a problem."""

    status = 400
    slug = "georeport-fault"
    title = "Yêu cầu Open311 thiếu hoặc sai thông tin"


class Open311NotFound(Open311Fault):
    """No such jurisdiction, service, request or token."""

    status = 404
    slug = "georeport-not-found"
    title = "Không có mục này trong Open311"


class Open311KeyRefused(Open311Fault):
    """No key, or not one that may post."""

    status = 403
    slug = "georeport-key-refused"
    title = "Thiếu api_key, hoặc khoá không được gửi phản ánh"


def fault_of(problem: Problem) -> list[Fault]:
    """The problem as Open311 tells it, which knows no 422."""
    parts = [problem.title, problem.detail, *(f"{one.field}: {one.message}" for one in problem.errors)]
    code = Open311Fault.status if problem.status == Invalid.status else problem.status
    return [Fault(code=code, description=". ".join(part for part in parts if part))]


def wrong(*, field: str, message: str) -> Open311Fault:
    """A parameter that cannot be used."""
    return Open311Fault(detail=f"{field}: {message}")


def pairs(form: bytes) -> list[tuple[str, str]]:
    """The parameters of an address or a form, in UTF-8 as the specification wants; other bytes are no text."""
    try:
        return parse_qsl(form.decode(), errors="strict", max_num_fields=FIELDS_MAX)
    except ValueError:
        message = f"phải là UTF-8, nhiều nhất {FIELDS_MAX} tham số"
        raise wrong(field="application/x-www-form-urlencoded", message=message) from None


def gathered(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Parameters by name, without empty ones; `attribute[x][]` gathers."""
    found: dict[str, list[str]] = {}
    for name, value in named:
        if "\x00" in name + value:
            raise wrong(field=name.replace("\x00", ""), message="có ký tự không đọc được")
        if value.strip():
            found.setdefault(name, []).append(value.strip())
    return found


def one(fields: Fields, name: str) -> str | None:
    """A parameter's value; of several the last counts."""
    return fields[name][-1] if name in fields else None


def several(fields: Fields, name: str) -> list[str] | None:
    """The values of a parameter that may be repeated, or joined by commas."""
    if name not in fields:
        return None
    parts = [part.strip() for value in fields[name] for part in value.split(",")]
    return sorted({part for part in parts if part})


def number(fields: Fields, name: str, *, low: float, high: float) -> float | None:
    """A number inside its range."""
    text = one(fields, name)
    if text is None:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise wrong(field=name, message=f"phải là số từ {low:g} đến {high:g}")
    return value


def whole(fields: Fields, name: str, *, high: int, default: int) -> int:
    """A whole number from 1."""
    text = one(fields, name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= high and len(text) <= 9):  # noqa: PLR2004
        raise wrong(field=name, message=f"phải là số nguyên từ 1 đến {high}")
    return int(text)


def moment(fields: Fields, name: str) -> datetime | None:
    """A W3C date, with or without time; without a zone it is UTC."""
    text = one(fields, name)
    if text is None:
        return None
    # A plus sign in a query means a space; people forget to write %2B.
    try:
        at = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
    except ValueError:
        at = None
    if at is None or at.year not in YEARS:
        raise wrong(field=name, message="phải theo dạng 2026-11-01T00:00:00Z")
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a post says it is: a point, or words."""

    lat: float | None = None
    lon: float | None = None
    address: str | None = None


def located(fields: Fields) -> tuple[float, float] | None:
    """A point; half a coordinate is none at all."""
    lat = number(fields, "lat", low=-90, high=90)
    lon = number(fields, "long", low=-180, high=180)
    if (lat is None) != (lon is None):
        raise wrong(field="lat, long", message="cần cả hai")
    return None if lat is None or lon is None else (lat, lon)


def place(fields: Fields) -> Place:
    """Where it is: a point counts more than words."""
    point, address = located(fields), one(fields, "address_string")
    if point is None and address is None:
        known = (
            " (address_id không dùng được: nơi này không có danh mục địa chỉ)"
            if one(fields, "address_id")
            else ""
        )
        raise wrong(field="lat, long", message=f"cần lat và long, hoặc address_string{known}")
    if address is not None and len(address) > VALUE_MAX:
        raise wrong(field="address_string", message=f"nhiều nhất {VALUE_MAX} ký tự")
    lat, lon = point or (None, None)
    return Place(lat=lat, lon=lon, address=None if address is None else nfc(address))


def described(fields: Fields) -> str:
    """What happened; at most 4,000 characters, as the specification says."""
    text = one(fields, "description") or ""
    if len(text) > DESCRIPTION_MAX:
        raise wrong(field="description", message=f"nhiều nhất {DESCRIPTION_MAX} ký tự, nhận được {len(text)}")
    return nfc(text)


def media(fields: Fields) -> str | None:
    """The address of a photo elsewhere."""
    text = one(fields, "media_url")
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and len(text) <= 2_000  # noqa: PLR2004
    except ValueError:
        fine = False
    if not fine or not text.isprintable():
        raise wrong(field="media_url", message="phải là địa chỉ http hoặc https")
    return text


def attributes(fields: Fields, asked: Iterable[Attribute]) -> list[str]:
    """Lines `question: answer` of `attribute[code]=v` and `attribute[code][]=v`.

    What the service asks for is checked against its definition; what it does not ask for is kept as it came,
    so that nothing a citizen said to the other system is lost.
    """
    given: dict[str, list[str]] = {}
    for name, values in fields.items():
        if name.startswith("attribute[") and "]" in name:
            code = name[len("attribute[") : name.index("]")]
            given.setdefault(code, []).extend(values)
    if sum(map(len, given.values())) > VALUES_MAX:
        raise wrong(field="attribute", message=f"nhiều nhất {VALUES_MAX} giá trị")
    lines = []
    for attribute in asked:
        values = given.pop(attribute.code, [])
        if attribute.required and not values:
            raise wrong(field=f"attribute[{attribute.code}]", message="bắt buộc")
        if values:
            lines.append(f"{attribute.description}: {', '.join(answers(attribute, values))}")
    return lines + [
        f"{nfc(code)[:100]}: {', '.join(nfc(value)[:VALUE_MAX] for value in values)}"
        for code, values in given.items()
    ]


def answers(attribute: Attribute, values: list[str]) -> list[str]:
    """The answers to one question, in words; refused when its definition does not allow them."""
    name = f"attribute[{attribute.code}]"
    if attribute.datatype != "multivaluelist" and len(values) > 1:
        raise wrong(field=name, message="chỉ nhận một giá trị")
    if attribute.datatype in ("singlevaluelist", "multivaluelist"):
        names = {value.key: value.name for value in attribute.values}
        if unknown := [value for value in values if value not in names]:
            raise wrong(field=name, message=f"không có lựa chọn {unknown[0][:50]!r}")
        return [names[value] for value in dict.fromkeys(values)]
    if attribute.datatype == "number":
        number({name: values}, name, low=-1e12, high=1e12)
    if attribute.datatype == "datetime":
        moment({name: values}, name)
    return [nfc(value)[:VALUE_MAX] for value in values]


def phone(fields: Fields) -> str | None:
    """A number to call back, if it is one; nothing else that names a person is kept."""
    digits = "".join(char for char in one(fields, "phone") or "" if char in "+0123456789")
    return digits if PHONE.fullmatch(digits) else None
