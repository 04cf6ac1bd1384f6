"""Noise as people make it: mutates titles and phrases, a class at a time, to see how many are still found."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from api.kit.text import fold
from api.procedures.rules.slips import AROUND

TELEX_SHAPES = {"â": "aa", "ă": "aw", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI_SHAPES = {"â": "a6", "ă": "a8", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI_TONES = {"\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
TONES = "".join(TELEX_TONES)
FRAMES = [
    ("xin hỏi", "mất mấy ngày"), ("cho con hỏi", "thì làm ở đâu được ạ"), ("em muốn hỏi", "hết bao nhiêu tiền"),
    ("dạ cho tui hỏi", "cần mang theo gì"), ("bác ơi", "phải làm sao vậy"), ("thủ tục", "cần giấy tờ gì"),
    ("tôi muốn", "bao lâu thì có"), ("làm thế nào để", "ở chỗ nào"), ("giúp mình", "với ạ"),
    ("anh chị cho hỏi", "có mất tiền không"), ("nhờ cán bộ hướng dẫn", ""), ("", "làm sao bây giờ"),
]  # fmt: skip


def apart(word: str) -> tuple[str, str]:
    """A word without its tone, and the tone."""
    letters = unicodedata.normalize("NFD", word)
    tone = next((char for char in letters if char in TONES), "")
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in TONES)), tone


def coded(text: str, shapes: dict[str, str], tones: dict[str, str]) -> str:
    """A text as a keyboard that types no marks leaves it."""
    words = []
    for word in text.lower().split():
        bare, tone = apart(word)
        words.append("".join(shapes.get(char, char) for char in bare) + tones.get(tone, ""))
    return " ".join(words)


def at_letter(change: Callable[[Random, str, int], str]) -> Callable[[Random, str], str]:
    """Change one letter of the plain text, not in a word of one or two."""

    def changed(random: Random, text: str) -> str:
        plain = fold(text)
        places = [
            at for word in re.finditer(r"[a-z]{4,}", plain) for at in range(word.start(), word.end() - 1)
        ]
        return change(random, plain, random.choice(places)) if places else plain

    return changed


def beside(random: Random, text: str, at: int) -> str:
    """The key beside."""
    return text[:at] + random.choice(AROUND[text[at]]) + text[at + 1 :]


def confused(one: str, other: str, not_before: str = "") -> Callable[[Random, str], str]:
    """One first sound for another, marks kept, in every word that has it; the other way when none has."""
    rest = rf"(?![{not_before}])(?=[^\W\d_])" if not_before else r"(?=[^\W\d_])"

    def changed(_: Random, text: str) -> str:
        low = text.lower()
        there = re.sub(rf"\b{one}{rest}", other, low)
        return there if there != low else re.sub(rf"\b{other}{rest}", one, low)

    return changed


def wrong_tone(random: Random, text: str) -> str:
    """One word with a tone it does not have."""
    words = text.lower().split()
    at = random.randrange(len(words))
    bare, tone = apart(words[at])
    letters = list(unicodedata.normalize("NFC", bare))
    vowels = [place for place, char in enumerate(letters) if fold(char) in "aeiouy"]
    if vowels:
        letters[vowels[-1]] += random.choice([other for other in TONES if other != tone])
        words[at] = unicodedata.normalize("NFC", "".join(letters))
    return " ".join(words)


def moved_space(random: Random, text: str) -> str:
    """A space one letter too early or too late."""
    spaces = [at for at, char in enumerate(text) if char == " " and 1 < at < len(text) - 2]
    if not spaces:
        return text
    at = random.choice(spaces)
    return (
        text[: at - 1] + " " + text[at - 1] + text[at + 1 :]
        if random.random() < 0.5
        else text[:at] + text[at + 1] + " " + text[at + 2 :]
    )


def framed(random: Random, text: str) -> str:
    """A whole question around it."""
    before, after = random.choice(FRAMES)
    return f"{before} {text} {after}".strip()


def old_tones(text: str) -> str:
    """The tone on the other vowel: hoá for hóa."""
    for one, other in (
        ("óa", "oá"),
        ("òa", "oà"),
        ("ỏa", "oả"),
        ("ọa", "oạ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ùy", "uỳ"),
    ):
        text = re.sub(rf"{one}\b", other, text)
    return text  # fmt: skip


NOISES: dict[str, Callable[[Random, str], str]] = {
    "clean": lambda _, text: text,
    "no marks": lambda _, text: fold(text),
    "telex": lambda _, text: coded(text, TELEX_SHAPES, TELEX_TONES),
    "vni": lambda _, text: coded(text, VNI_SHAPES, VNI_TONES),
    "telex run-on": lambda _, text: coded(text, TELEX_SHAPES, TELEX_TONES).replace(" ", ""),
    "nfd": lambda _, text: unicodedata.normalize("NFD", text),
    "capitals": lambda _, text: text.upper(),
    "old tones": lambda _, text: old_tones(text.lower()),
    "i for y": lambda _, text: re.sub(r"(?<=[hklmst])y\b", "i", text.lower()),
    "key beside": at_letter(beside),
    "swapped": at_letter(
        lambda _, text, at: text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    ),
    "doubled": at_letter(lambda _, text, at: text[:at] + text[at] + text[at:]),
    "left out": at_letter(lambda _, text, at: text[:at] + text[at + 1 :]),
    "run-on": lambda _, text: fold(text).replace(" ", ""),
    "run-on, marks": lambda _, text: text.lower().replace(" ", ""),
    "half run-on": lambda random, text: re.sub(" ", lambda _: random.choice(["", " "]), text.lower()),
    "moved space": lambda random, text: moved_space(random, text.lower()),
    "wrong tone": wrong_tone,
    "l n": confused("l", "n", "gh"),
    "ch tr": confused("ch", "tr"),
    "s x": confused("s", "x"),
    "d gi": confused("gi", "d", "n"),
    "v d": confused("v", "d"),
    "n ng": lambda _, text: re.sub(r"(?<=[aăâeêiouươ])n\b", "ng", fold(text)),
    "t c": lambda _, text: re.sub(r"(?<=[aou])t\b", "c", fold(text)),
    "asked": lambda random, text: framed(random, text.lower()),
    "asked, no marks": lambda random, text: fold(framed(random, text)),
}  # fmt: skip


def noisy(name: str, texts: Sequence[str]) -> list[str]:
    """Each text with one kind of noise; the same every time."""
    random = Random(name)
    return [NOISES[name](random, text) for text in texts]


def main() -> None:
    """Print, for each kind of noise, how many titles and phrases are found in spite of it."""
    from api.procedures.load.shipped import read, shelf  # noqa: PLC0415  only for the table

    catalogue = shelf()
    said = [
        (text, row["code"])
        for row in read()[1]
        for text in (row["plain_title"], *row["phrases"].split("|"))
        if len(text.split()) >= 3
    ]
    sample = Random(2).sample(said, min(len(said), 400))
    print(f"{'noise':<16}{'n':>5}   hit@1   hit@3  hit@10")
    for name in NOISES:
        places = []
        for heard, (_, code) in zip(noisy(name, [text for text, _ in sample]), sample, strict=True):
            lines = catalogue.search(heard, level=None, limit=10)
            places.append(
                next((at for at, line in enumerate(lines) if code in (line.code, *line.same_as)), 10)
            )
        shares = "".join(
            f"{sum(place < depth for place in places) / len(places):>8.2f}" for depth in (1, 3, 10)
        )
        print(f"{name:<16}{len(sample):>5}{shares}")


if __name__ == "__main__":
    main()
