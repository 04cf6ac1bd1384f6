"""Hears what was typed: syllables with and without marks, Telex and VNI leftovers, run-ons, slips."""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence

import msgspec

from api.kit.text import LOOKALIKE, nfc

TOKEN = re.compile(r"[^\W_]+")
TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
LONE_Y = re.compile(r"^(qu|[bcdghklmnpqrstvx]|ch|gh|kh|nh|ng|ngh|ph|th|tr)y$")
"""`ky` and `ki` are one syllable; `thuy`, `yen`, `bay` keep their y."""
TELEX_MARKS = [
    ("dd", "đ"),
    ("uow", "ươ"),
    ("aa", "â"),
    ("aw", "ă"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("ow", "ơ"),
    ("uw", "ư"),
    ("w", "ư"),
]
TELEX_TONES = {"f": "1", "s": "2", "x": "3", "r": "4", "j": "5"}
TELEX_TONED = re.compile(r"^([^aeiouyâăêôơư]*)(.*?)([fsxrj])([a-zđ]*)$")
VNI_TONES = {"2": "1", "1": "2", "4": "3", "3": "4", "5": "5"}
VNI_MARKS = {"6": "\u0302", "7": "\u031b", "8": "\u0306"}
VNI = re.compile(r"^(?=.*\d)[a-z][a-z\d]+$")
VOWELS = "aeiouy"
ALPHABET = "abcdeghiklmnopqrstuvxy"
SOUND = re.compile(
    r"^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(a(c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(c|ch|m|n|ng|nh|o|p|t|u)?|i(a|ch|ec|em|en|eng|ep|et|eu|m|n|nh|p|t|u)?"
    r"|o(a|ac|ach|ai|am|an|ang|anh|ao|at|ay|c|e|en|eo|et|i|m|n|ng|p|t)?"
    r"|u(a|an|ang|at|ay|c|e|ech|enh|i|m|n|ng|o|oc|oi|om|on|ong|op|ot|ou|p|t|u|y|ya|ych|yen|yet|ynh|yt|yu)?"
    r"|y(em|en|eng|et|eu)?)$"
)
"""Every plain Vietnamese syllable: such a word may be meant, though the catalogue lacks it."""
RUN_ON = 5
"""A shorter unknown word is no run of syllables."""
SLIP = 3
"""A shorter unknown word could be anything once one letter of it may change."""


class Syllable(msgspec.Struct, frozen=True):
    """One word as heard: `plain` without marks, `toned` with them in one canonical spelling."""

    plain: str
    toned: str

    @property
    def marked(self) -> bool:
        """Whether marks were typed, so that they count."""
        return self.plain != self.toned


def syllable(token: str) -> Syllable:
    """A lower-case token; where the tone sits (hoà, hòa) makes no difference."""
    shape, tone = [], ""
    for char in unicodedata.normalize("NFD", token.replace("đ", "\ue000")):
        if char in TONES:
            tone = TONES[char]
        else:
            shape.append(char)
    letters = unicodedata.normalize("NFC", "".join(shape)).replace("\ue000", "đ")
    plain = "".join(c for c in shape if not unicodedata.combining(c)).replace("\ue000", "d")
    if LONE_Y.match(plain):
        plain, letters = plain[:-1] + "i", letters[:-1] + "i"
    return Syllable(plain, letters + tone)


def with_i(plain: str) -> str:
    """A plain syllable in the spelling we keep: `ky` is `ki`."""
    return plain[:-1] + "i" if LONE_Y.match(plain) else plain


def hear(text: str) -> list[Syllable]:
    """The syllables of a text as written."""
    return [syllable(token) for token in TOKEN.findall(nfc(text).translate(LOOKALIKE).lower())]


def telex(token: str) -> Syllable | None:
    """`ddawng` is đăng, `keets` is kết; None when nothing of it is Telex."""
    word, tone = token, ""
    if found := TELEX_TONED.match(token):
        head, vowels, mark, tail = found.groups()
        if vowels:
            word, tone = head + vowels + tail, TELEX_TONES[mark]
    for typed, meant in TELEX_MARKS:
        word = word.replace(typed, meant)
    return None if word == token else syllable_of(word, tone)


def vni(token: str) -> Syllable | None:
    """`ca8n` is căn, `cu7o71c` is cước, `d9o63i` is đổi; None when it is not VNI."""
    if not VNI.match(token):
        return None
    word: list[str] = []
    tone = ""
    for char in token:
        if char in VNI_TONES:
            tone = VNI_TONES[char]
        elif char == "9" and "d" in word:
            word[word.index("d")] = "đ"
        elif char in VNI_MARKS:
            place = next((at for at in range(len(word) - 1, -1, -1) if word[at][0] in VOWELS), None)
            if place is not None:
                word[place] = unicodedata.normalize("NFC", word[place][0] + VNI_MARKS[char])
        elif char.isdigit():
            continue
        else:
            word.append(char)
    return syllable_of("".join(word), tone)


def syllable_of(letters: str, tone: str) -> Syllable:
    """A syllable from its letters with shapes, and its tone number."""
    bare = syllable(letters)
    return Syllable(bare.plain, bare.toned.rstrip("12345") + tone)


class Ear:
    """Knows the closed vocabulary of the catalogue and repairs what is not in it."""

    def __init__(self, known: Mapping[str, int], pairs: Container[str]) -> None:
        """`known`: plain syllables with how often they occur; `pairs`: neighbours that occur."""
        self.known, self.pairs = known, pairs
        self.single = {word for word in known if len(word) > 1 or word in VOWELS}
        self.longest = max(map(len, known), default=0)

    def understand(self, text: str) -> list[Syllable]:
        """The syllables of a query, repaired where they are no words of ours."""
        written = hear(text)
        heard: list[Syllable] = []
        for at, word in enumerate(written):
            before = heard[-1].plain if heard else ""
            after = written[at + 1].plain if at + 1 < len(written) else ""
            heard.extend(self.repair(word, before, after))
        return heard

    def repair(self, written: Syllable, before: str, after: str) -> list[Syllable]:
        """What an unknown word was meant to be; itself when there is no good guess."""
        plain = written.plain
        if plain in self.known or plain.isdigit():
            return [written]
        for decoded in (vni(plain), telex(plain) if not written.marked else None):
            if decoded is not None and decoded.plain in self.known:
                return [decoded]
        if parts := self.split(plain):
            return [Syllable(part, part) for part in parts]
        if guess := self.nearest(plain, before, after, alone=not SOUND.match(plain)):
            return [Syllable(guess, guess)]
        return [written]

    def rethink(self, heard: Sequence[Syllable]) -> list[Syllable]:
        """A second hearing of words that are known but strange beside both neighbours."""
        again = list(heard)
        for at, word in enumerate(heard):
            before = again[at - 1].plain if at else ""
            after = heard[at + 1].plain if at + 1 < len(heard) else ""
            if f"{before} {word.plain}" in self.pairs or f"{word.plain} {after}" in self.pairs:
                continue
            if not word.marked and (guess := self.nearest(word.plain, before, after, alone=False)):
                again[at] = Syllable(guess, guess)
        return again

    def split(self, plain: str) -> list[str]:
        """A run-on (`khaisinh`) in the fewest, commonest syllables; empty when it is none."""
        if len(plain) < RUN_ON:
            return []
        best: list[tuple[int, int, list[str]] | None] = [(0, 0, []), *([None] * len(plain))]
        for end in range(2, len(plain) + 1):
            for start in range(max(0, end - 6), end - 1):
                before, part = best[start], with_i(plain[start:end])
                if before is None or part not in self.single or part.isdigit():
                    continue
                option = (before[0] + 1, before[1] - self.known[part], [*before[2], part])
                if best[end] is None or option[:2] < best[end][:2]:  # type: ignore[index]
                    best[end] = option
        whole = best[-1]
        return whole[2] if whole is not None and whole[0] > 1 else []

    def nearest(self, plain: str, before: str, after: str, *, alone: bool) -> str | None:
        """The commonest known word one slip away that fits its neighbours, or (`alone`) any."""
        if not SLIP <= len(plain) <= self.longest + 1:
            return None
        close = {word for word in one_slip(plain) if word in self.known and not word.isdigit()} - {plain}
        fitting = {
            word: (f"{before} {word}" in self.pairs) + (f"{word} {after}" in self.pairs) for word in close
        }
        options = [word for word in close if alone or fitting[word]]
        return max(
            options,
            key=lambda word: (fitting[word], word[0] == plain[0], self.known[word], word),
            default=None,
        )


def one_slip(word: str) -> Iterator[str]:
    """Everything one slip of the finger away."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ALPHABET:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
