"""The search for number plates, on drawn streets whose plates are known; its recall on many: `make bench` photos."""

import numpy as np
import pytest

from api.kit.plates import MOST_ROWS, Row, marks, neighbours, plates, rows
from api.kit.spotting import spotted
from tests.given.plates import recall, street


def test_plates_in_one_row_and_two_are_found_and_nothing_else() -> None:
    hidden, whole, wrong = recall(2)
    assert hidden >= whole - 1
    assert wrong == 0


def test_a_meadow_is_searched_some_marks_at_a_time_and_none_is_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Thousands of marks in a real one: each is compared with its neighbours only, a few hundred in one go."""
    meadow = np.random.default_rng(7).integers(0, 255, (60, 200), dtype=np.uint8).repeat(3, axis=0)
    found = marks(meadow)
    whole = neighbours(found)
    monkeypatch.setattr("api.kit.plates.AT_ONCE", 7)
    in_parts = neighbours(found)
    assert len(whole[0]) > 20
    assert [part.tolist() for part in in_parts] == [part.tolist() for part in whole]
    assert neighbours(found[:0])[0].size == 0


def test_of_a_page_of_print_only_the_largest_rows_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is compared with each: without a bound a picture made for it would hold a worker for ten seconds."""
    compared = 0

    def counted(_: Row, __: Row) -> bool:
        nonlocal compared
        compared += 1
        return False

    monkeypatch.setattr("api.kit.plates.is_pair", counted)
    page = np.full((300, 1000), 230, dtype=np.uint8)
    for left in range(2, 990, 6):
        if left // 6 % 6 != 5:
            for upper in range(2, 288, 11):
                page[upper : upper + 8, left : left + 3] = 10
                page[upper : upper + 4, left + 2] = 230
    found = marks(page)
    assert len(rows(found, *neighbours(found))) > 3 * MOST_ROWS
    assert plates(page)
    assert 0 < compared <= MOST_ROWS**2


def test_without_contrast_there_is_no_plate() -> None:
    image, _ = street(1)
    grey = np.asarray(image.convert("L"))
    assert plates(grey)
    assert plates((grey // 5 + 100).astype(np.uint8)) == []


def test_areas_lie_inside_the_picture() -> None:
    """A plate at the edge: its margin ends where the picture does."""
    image, boxes = street(0)
    left, upper, right, lower = boxes[0]
    areas = spotted(image.crop((int(left) + 2, int(upper) + 2, int(right) - 2, int(lower) - 2)))
    assert areas
    for area in areas:
        assert 0 <= area.x < area.x + area.w <= 1
        assert 0 <= area.y < area.y + area.h <= 1
