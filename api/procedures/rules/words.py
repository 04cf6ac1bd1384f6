"""Syllables as written: with and without marks, in one spelling, and read out of Telex and VNI leftovers."""

import re
import unicodedata

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
SOUND = re.compile(
    r"^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(a(c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(c|ch|m|n|ng|nh|o|p|t|u)?|i(a|ch|ec|em|en|eng|ep|et|eu|m|n|nh|p|t|u)?"
    r"|o(a|ac|ach|ai|am|an|ang|anh|ao|at|ay|c|e|en|eo|et|i|m|n|ng|p|t)?"
    r"|u(a|an|ang|at|ay|c|e|ech|enh|i|m|n|ng|o|oc|oi|om|on|ong|op|ot|ou|p|t|u|y|ya|ych|yen|yet|ynh|yt|yu)?"
    r"|y(em|en|eng|et|eu)?)$"
)
"""Every plain Vietnamese syllable: such a word may be meant, though the catalogue lacks it."""


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


def tokens(text: str) -> list[str]:
    """The words of a text as typed: lower case, NFC."""
    found: list[str] = TOKEN.findall(nfc(text).translate(LOOKALIKE).lower())
    return found


def hear(text: str) -> list[Syllable]:
    """The syllables of a text as written."""
    return [syllable(token) for token in tokens(text)]


class Table:
    """Syllables by how they are typed: every spelling of the catalogue once, worked out when it is built."""

    def __init__(self) -> None:
        self.known: dict[str, Syllable] = {}

    def hear(self, text: str) -> list[Syllable]:
        """The syllables of a text as written, remembered."""
        found = []
        for token in tokens(text):
            word = self.known.get(token)
            if word is None:
                word = self.known[token] = syllable(token)
            found.append(word)
        return found


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


TELEX_TYPED = {"â": "aa", "ă": "aw", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI_TYPED = {"â": "a6", "ă": "a8", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}


def as_typed(word: Syllable) -> set[str]:
    """How keyboards that make no marks leave a syllable: `ddawng`, `dd9a8ng`; the tone at its end."""
    letters, tone = word.toned.rstrip("12345"), word.toned[len(word.toned.rstrip("12345")) :]
    telex_tone = next((key for key, number in TELEX_TONES.items() if number == tone), "")
    vni_tone = next((key for key, number in VNI_TONES.items() if number == tone), "")
    found = {
        "".join(TELEX_TYPED.get(char, char) for char in letters) + telex_tone,
        "".join(VNI_TYPED.get(char, char) for char in letters) + vni_tone,
        "".join(TELEX_TYPED.get(char, char) for char in letters.replace("ươ", "uơ")) + telex_tone,
        "".join(VNI_TYPED.get(char, char) for char in letters.replace("ươ", "uơ")) + vni_tone,
    }
    return found - {word.plain}
