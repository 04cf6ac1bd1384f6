"""The catalogue in memory: lines ready to send, groups of the same thing, and the search over them."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from api.kit.text import fold
from api.procedures.contracts import DeadlineUnit, FeeQuality, Level, Online, ProcedureLine
from api.procedures.rules.cleaning import Named, group, heads, without_level
from api.procedures.rules.reading import ProcedureRow, deadline, fee
from api.procedures.rules.thesaurus import Thesaurus

if TYPE_CHECKING:
    from api.procedures.rules.ranking import Called

OFFICIAL, HEAD, TITLE, PHRASE = 0.12, 0.3, 0.3, 0.5
"""What extra words cost: long official names hold the query among much else, phrases are meant whole."""
HEAD_WORTH = 0.95
ALL_SAID, ALL_WORTH = 0.01, 0.85
"""Everything people say of one thing, together: answers who takes words of two phrases."""
CODE_SAID = re.compile(r"(?<![\d.])(\d)\.?(\d{6})(?!\d)")
"""`thủ tục 1.011442`, `1011442`, and a province's copy of it: `1.011442.000.00.00.H38`."""
PROVINCE = re.compile(r"^UBND (?:tỉnh|thành phố) (.+)$", re.IGNORECASE)
"""The issuer of what only one province offers."""
LOOKED_AT = 300
ALIKE = 0.92
"""When the second fits so nearly as well as the first, a person must choose ("sổ đỏ", "mất giấy tờ")."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure as it comes from the store."""

    code: str
    name: str
    plain_title: str | None
    what_for: str | None = None
    level: str
    field: str
    issuer: str
    online: str
    essential: bool
    same_key: str
    prior: float
    phrases: list[str]
    deadline_amount: int | None
    deadline_unit: str
    fee_vnd: int | None
    fee_quality: str


def items_of(rows: Sequence[ProcedureRow], spoken: Sequence[Mapping[str, str]]) -> list[Item]:
    """Items straight from the shipped tables, as the store gives them after a load."""
    said = {row["code"]: row for row in spoken}
    keys = group(Named(code=row.code, name=row.official_name, field=row.field) for row in rows)
    items = []
    for row in sorted(rows, key=lambda row: (-row.prior, row.code)):
        if row.type == "internal":
            continue
        way = row.ways[0] if row.ways else None
        words = said.get(row.code)
        items.append(
            Item(
                code=row.code,
                name=row.name,
                plain_title=words["plain_title"] if words else None,
                what_for=(words.get("what_for") or None) if words else None,
                level=row.level,
                field=row.field,
                issuer=row.issuer,
                online=row.online.value,
                essential=row.essential,
                same_key=keys[row.code],
                prior=row.prior,
                phrases=words["phrases"].split("|") if words else [],
                deadline_amount=way.deadline_amount if way else None,
                deadline_unit=(way.deadline_unit if way else DeadlineUnit.UNKNOWN).value,
                fee_vnd=way.fee_vnd if way else None,
                fee_quality=(way.fee_quality if way else FeeQuality.UNKNOWN).value,
            )
        )
    return items


class Shelf:
    """One edition of the catalogue, built once and then only read."""

    def __init__(self, version: str, items: Sequence[Item], thesaurus: Thesaurus) -> None:
        """`items` come likeliest first, so the first of each group speaks for it."""
        self.version = version
        groups: dict[str, list[Item]] = {}
        for item in items:
            groups.setdefault(item.same_key, []).append(item)
        self.groups = [[line(item, alike) for item in alike] for alike in groups.values()]
        self.place = {entry.code: at for at, alike in enumerate(self.groups) for entry in alike}
        self.province_of = {
            entry.code: fold(found[1])
            for alike in self.groups
            for entry in alike
            if (found := PROVINCE.match(entry.issuer))
        }
        called = [name for at, alike in enumerate(groups.values()) for name in names(at, alike)]
        priors = [alike[0].prior for alike in groups.values()]
        for at, theme in enumerate(thesaurus.themes, len(priors)):
            called += spoken_of(at, theme)
            priors.append(1.0)
        # numpy comes with the first index, built off the start of the process (0.2 s).
        from api.procedures.rules.ranking import Index  # noqa: PLC0415

        self.index = Index(called, priors, thesaurus, strangers=len(thesaurus.themes))

    def search(
        self, text: str, *, level: Level | None, limit: int, province: str | None = None
    ) -> list[ProcedureLine]:
        """What a query most likely means; one line a group. What only other provinces offer comes last."""
        return self.answer(text, level=level, limit=limit, province=province)[0]

    def answer(
        self, text: str, *, level: Level | None, limit: int, province: str | None = None
    ) -> tuple[list[ProcedureLine], bool]:
        """The same, and whether the first lines fit so alike that the person must choose."""
        if (code := self.code_in(text)) is not None:
            return [entry for entry in self.groups[self.place[code]] if entry.code == code], False
        hits = self.index.search(text, limit=LOOKED_AT if level else limit)
        alike = len(hits) > 1 and hits[1].fit >= hits[0].fit * ALIKE
        own = fold(province) if province else None
        lines = [entry for hit in hits if (entry := self.speaker(hit.target, level, own)) is not None]
        if own is not None:
            lines.sort(key=lambda entry: self.province_of.get(entry.code, own) != own)
        return lines[:limit], alike and len(lines) > 1

    def browse(self, *, level: Level | None, after: str | None, limit: int) -> list[ProcedureLine]:
        """All groups, the likeliest first, after the group of a code."""
        start = self.place.get(after, -1) + 1 if after else 0
        lines = (self.speaker(at, level) for at in range(start, len(self.groups)))
        found = []
        for entry in lines:
            if entry is not None:
                found.append(entry)
            if len(found) == limit:
                break
        return found

    def speaker(self, at: int, level: Level | None, province: str | None = None) -> ProcedureLine | None:
        """The first of a group, at a level if one is asked for; a province's own before another's."""
        entries = [entry for entry in self.groups[at] if level is None or entry.level is level]
        if province is not None:
            entries.sort(key=lambda entry: self.province_of.get(entry.code, province) != province)
        return entries[0] if entries else None

    def line_of(self, code: str) -> ProcedureLine | None:
        """The line of a procedure, if it may be found."""
        at = self.place.get(code)
        return None if at is None else next(entry for entry in self.groups[at] if entry.code == code)

    def code_in(self, text: str) -> str | None:
        """The procedure code in a query: with words around it, a province's ending, or without its point."""
        whole = text.strip().upper()
        if whole in self.place:
            return whole
        found = CODE_SAID.search(whole)
        code = f"{found[1]}.{found[2]}" if found else ""
        return code if code in self.place else None


def line(item: Item, alike: Sequence[Item]) -> ProcedureLine:
    """A procedure as a list shows it."""
    return ProcedureLine(
        code=item.code,
        name=item.name,
        plain_title=item.plain_title,
        what_for=item.what_for,
        level=Level(item.level),
        field=item.field,
        issuer=item.issuer,
        online=Online(item.online),
        deadline_text=deadline(item.deadline_amount, DeadlineUnit(item.deadline_unit)).text,
        fee_text=fee(item.fee_vnd, FeeQuality(item.fee_quality)).text,
        essential=item.essential,
        same_as=[other.code for other in alike if other.code != item.code],
    )


def names(at: int, alike: Sequence[Item]) -> "list[Called]":
    """Everything a group may be called."""
    from api.procedures.rules.ranking import Called  # noqa: PLC0415

    found = []
    official = dict.fromkeys(without_level(item.name) for item in alike)
    for name in official:
        found.append(Called(target=at, text=name, slack=OFFICIAL))
        found += [Called(target=at, text=head, slack=HEAD, weight=HEAD_WORTH) for head in heads(name)]
    for item in alike:
        if item.plain_title:
            found.append(Called(target=at, text=item.plain_title, slack=TITLE))
    said = [text for item in alike for text in (item.plain_title or "", *item.phrases) if text]
    phrases = [phrase for item in alike for phrase in item.phrases]
    return found + spoken_of(at, phrases, said)


def spoken_of(at: int, phrases: Sequence[str], said: Sequence[str] | None = None) -> "list[Called]":
    """Phrases one by one, and all that is said in one breath: people mix the words of several."""
    from api.procedures.rules.ranking import Called  # noqa: PLC0415

    found = [Called(target=at, text=phrase, slack=PHRASE) for phrase in phrases]
    if said := said or phrases:
        found.append(Called(target=at, text=" . ".join(said), slack=ALL_SAID, weight=ALL_WORTH))
    return found
