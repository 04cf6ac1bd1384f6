"""Noise of each kind over what people call services: most of it must still lead to the same service."""

from collections.abc import Iterator
from random import Random

import pytest

from api.procedures.load.shipped import read
from api.procedures.rules.shelf import Shelf
from tests.procedures.noise import NOISES, noisy

ASKED = 400
BARS = dict.fromkeys(NOISES, 0.95) | {
    "telex run-on": 0.85,
    "moved space": 0.9,
    "left out": 0.92,
    "l n": 0.9,
    "n ng": 0.92,
}
"""Share of what was found among the first three that must be found there with the noise, a little below what is."""


def within_three(catalogue: Shelf, text: str, code: str) -> bool:
    lines = catalogue.search(text, level=None, limit=3)
    return any(code in (line.code, *line.same_as) for line in lines)


def called(catalogue: Shelf) -> Iterator[tuple[str, str]]:
    """A sample of titles and phrases of three words and more that are found, with their codes."""
    _, spoken = read()
    said = [
        (text, row["code"])
        for row in spoken
        for text in (row["plain_title"], *row["phrases"].split("|"))
        if len(text.split()) >= 3
    ]
    for text, code in Random(1).sample(said, ASKED):
        if within_three(catalogue, text, code):
            yield text, code


@pytest.fixture(scope="module")
def asked(shipped: Shelf) -> list[tuple[str, str]]:
    return list(called(shipped))


@pytest.mark.parametrize("name", NOISES)
def test_noise_is_survived(name: str, shipped: Shelf, asked: list[tuple[str, str]]) -> None:
    heard = noisy(name, [text for text, _ in asked])
    changed = [
        (noise, code) for noise, (text, code) in zip(heard, asked, strict=True) if noise != text
    ] or list(asked)
    survived = [within_three(shipped, noise, code) for noise, code in changed]
    lost = [noise for (noise, _), found in zip(changed, survived, strict=True) if not found]
    assert sum(survived) / len(survived) >= BARS[name], lost
