"""Windows and cells of the flood map."""

import pytest

from api.floods.rules import LEVELS, read_box, window_of
from api.kit.errors import Invalid

HUE = (107.0, 15.9, 108.3, 16.8)


def test_a_wide_window_has_few_wide_cells_and_a_narrow_one_small_ones() -> None:
    wide, near = window_of(HUE), window_of((107.57, 16.45, 107.6, 16.48))
    assert (wide.level, wide.cell) == (1, 0.08)
    assert (near.level, near.cell) == (3, 0.005)
    assert window_of((107.57, 16.45, 107.58, 16.46)).level == len(LEVELS)


def test_windows_that_differ_by_a_hair_are_one_for_a_cache() -> None:
    one, other = window_of((107.571, 16.452, 107.599, 16.478)), window_of((107.572, 16.453, 107.598, 16.477))
    assert one == other
    west, south, east, north = one.box
    assert west <= 107.571
    assert east >= 107.599
    assert south <= 16.452
    assert north >= 16.478
    assert (
        len(one.cells)
        == len(set(one.cells))
        == round((north - south) / one.cell) * round((east - west) / one.cell)
    )


@pytest.mark.parametrize(
    "text", ["", "1,2,3", "a,b,c,d", "107,16,106,17", "nan,1,2,3", "0,0,200,1", "-180,-90,180,90"]
)
def test_a_window_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        window_of(read_box(text))
