"""What somebody may be about to type: titles and everyday phrases that go on from what is there.

Entries are numbered by how readily they are meant, so the best of many are the first that hold all
words, whatever the size of the catalogue.
"""

from collections.abc import Callable, Sequence

import msgspec

from api.kit.text import fold
from api.procedures.contracts import Suggestion
from api.procedures.rules.shelf import Item
from api.procedures.rules.words import Table, hear, tokens

SPOKEN, OFFICIAL = 0.97, 0.6
"""Everyday phrases come after plain titles, official names after both."""
CONTINUES = 0.25
"""What goes on exactly from the first letter is worth this much more."""
LONGER = 0.008
"""Each further word costs a little."""
LOOKED_AT = 60
LONGEST = 12
"""Words of a name too long to be shown as a suggestion; plain titles may be as long as they are."""
Use = Callable[[str], float]
"""How often a procedure is chosen, 0 to 1, as the caller's province does."""


class Entry(msgspec.Struct, frozen=True):
    """A text that may be suggested, as plain syllables too."""

    text: str
    title: str
    code: str
    group: str
    words: tuple[str, ...]
    worth: float


def entries_of(items: Sequence[Item]) -> list[Entry]:
    """Everything that may be suggested, the readiest first; a text that leads to two places, to the readier."""
    found: dict[tuple[str, ...], Entry] = {}
    table = Table()
    for item in items:
        texts = [(item.plain_title, 1.0)] if item.plain_title else [(item.name, OFFICIAL)]
        texts += [(phrase, SPOKEN) for phrase in item.phrases]
        for text, share in texts:
            words = tuple(word.plain for word in table.hear(text))
            if words and (len(words) <= LONGEST or text == item.plain_title):
                title = item.plain_title or item.name
                entry = Entry(text, title, item.code, item.same_key, words, item.prior * share)
                if words not in found or found[words].worth < entry.worth:
                    found[words] = entry
    return sorted(found.values(), key=lambda entry: (-entry.worth, len(entry.words), entry.text))


class Suggester:
    """Built once with its edition of the catalogue, then only read."""

    def __init__(self, items: Sequence[Item]) -> None:
        """`items`: every procedure that may be found."""
        # numpy comes with the first index, built off the start of the process (0.2 s).
        from api.procedures.rules.beginnings import Beginnings  # noqa: PLC0415

        self.entries = entries_of(items)
        self.beginnings = Beginnings([entry.words for entry in self.entries])

    def suggest(self, text: str, *, limit: int, use: Use = lambda _: 0.0) -> list[Suggestion]:
        """What may be meant; every word must be there, the last may be unfinished. One line a procedure."""
        typed = [word.plain for word in hear(text)]
        if not typed:
            return []
        # After a space the last word is finished, but may still be the beginning of a longer one ("ho", "hoa").
        best = self.beginnings.first(typed[:-1], starts_of(text), LOOKED_AT)
        ranked = sorted(best, key=lambda at: -self.worth(self.entries[at], typed, use))
        lines: dict[str, Suggestion] = {}
        for at in ranked:
            entry = self.entries[at]
            lines.setdefault(entry.group, Suggestion(text=entry.text, title=entry.title, code=entry.code))
            if len(lines) == limit:
                break
        return list(lines.values())

    @staticmethod
    def worth(entry: Entry, typed: Sequence[str], use: Use) -> float:
        """Ready, chosen often, short, and going on from the first letter."""
        head = entry.words[: len(typed)]
        continues = (
            len(head) == len(typed) and list(head[:-1]) == typed[:-1] and head[-1].startswith(typed[-1])
        )
        return entry.worth + use(entry.code) + CONTINUES * continues - LONGER * len(entry.words)


def starts_of(text: str) -> tuple[str, ...]:
    """How a word may begin whose beginning was typed last: `quy` is a whole word, which we keep as `qui`, or `quyền`."""
    last = tokens(text)[-1:]
    return tuple({word.plain: None for word in hear(" ".join(last))} | dict.fromkeys(map(fold, last)))
