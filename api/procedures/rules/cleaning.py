"""Cleans the national catalogue: names a person can read, and which codes are the same thing."""

import re
from collections.abc import Iterable

import msgspec

from api.kit.text import fold, nfc

PREFIX = re.compile(r"^\s*(thủ tục hành chính|thủ tục)\s*:?\s+", re.IGNORECASE)
LEVEL_NOTE = re.compile(r"\s*[(\[]\s*(thực hiện )?(tại |ở )?(cấp|địa phương)[^)\]]*[)\]]?\s*$", re.IGNORECASE)
LEVEL_WORDS = re.compile(r"\b(cap|tai cap|thuc hien tai cap) (tinh|xa|huyen|trung uong|bo)\b")
NOT_WORDS = re.compile(r"[^a-z0-9]+")
SHOUTED = 0.7
"""Share of capitals above which a name is shouted."""
TELLING = 6
"""Names of this many syllables mean the same thing in whatever field they are filed."""
KEPT = {
    "ubnd": "UBND", "gcn": "GCN", "pccc": "PCCC", "bhyt": "BHYT", "bhxh": "BHXH", "bhtn": "BHTN", "tnhh": "TNHH",
    "việt nam": "Việt Nam", "nhà nước": "Nhà nước", "ủy ban nhân dân": "Ủy ban nhân dân", "asean": "ASEAN",
    "quốc hội": "Quốc hội", "chính phủ": "Chính phủ", "trung quốc": "Trung Quốc", "hà nội": "Hà Nội",
}  # fmt: skip
"""Names inside names that keep their capitals when a shouted name is calmed."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What grouping looks at."""

    code: str
    name: str
    field: str


def clean_name(raw: str) -> str:
    """A name as a sentence: no leading "Thủ tục", no shouting, no trailing stop."""
    name = PREFIX.sub("", nfc(raw)).rstrip(" .;:,")
    letters = list(filter(str.isalpha, name[1:]))
    if letters and sum(map(str.isupper, letters)) / len(letters) > SHOUTED:
        name = name.lower()
        for low, proper in KEPT.items():
            name = re.sub(rf"\b{low}\b", proper, name)
    return name[:1].upper() + name[1:]


def without_level(name: str) -> str:
    """A name without its note on where it is done: "(thực hiện tại cấp tỉnh)"."""
    return LEVEL_NOTE.sub("", name).rstrip(" .;:,")


def same_key(name: str) -> str:
    """What two names of the same thing share."""
    words = NOT_WORDS.sub(" ", fold(PREFIX.sub("", nfc(name)))).strip()
    return " ".join(LEVEL_WORDS.sub(" ", words).replace("thuc hien tai", " ").split())


def group(rows: Iterable[Named]) -> dict[str, str]:
    """Group key by code: the same thing at another level or in another province.

    Short names ("Thành lập hội") count as the same only within one field.
    """
    keys = {}
    for row in rows:
        key = same_key(row.name)
        keys[row.code] = key if len(key.split()) >= TELLING else f"{key} | {fold(row.field)}"
    return keys


def heads(name: str) -> list[str]:
    """The part of a long name that says what it is about, before its conditions."""
    short = re.split(
        r"\s*(?:[;/(]|\bđối với\b|\btrong trường hợp\b|\bthực hiện\b|\bbằng dịch vụ\b|\btheo quy định\b|\bdo\b)",
        name,
        maxsplit=1,
    )[0].strip(" ,")
    return [short] if 2 <= len(short.split()) < len(name.split()) - 2 else []  # noqa: PLR2004  a phrase at least
