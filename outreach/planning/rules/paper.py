"""Codes of a printed sheet: figures only, with one that tells a slip of the pen. Pure.

Damm's check digit finds every single wrong figure and every swap of two neighbours. The phone checks the same
(`miniapp/src/outreach/paper/code.ts`); both read `tests/outreach/paper_vectors.json`.
"""

import re

from api.kit.errors import Problem

TABLE = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
"""A quasigroup of order 10 without a fixed point on its diagonal (Damm 2004)."""
SHORTEST = 6
"""Figures of the smallest code: a sheet of three or more, two of the line, one to check."""
BETWEEN = re.compile(r"[\s.\-]")


class CodeWrong(Problem):
    """A code of a sheet that cannot be: a figure is wrong."""

    status = 422
    slug = "sheet-code-wrong"
    title = "Mã trên phiếu giấy chưa đúng, hãy xem lại từng chữ số"


def check_digit(figures: str) -> str:
    """The figure that follows these."""
    row = 0
    for figure in figures:
        row = int(TABLE[row][int(figure)])
    return str(row)


def code_of(sheet: int, line: int) -> str:
    """The code of a line: `1001-07-3`."""
    figures = f"{sheet}{line:02}"
    return f"{sheet}-{line:02}-{check_digit(figures)}"


def read_code(text: str) -> tuple[int, int]:
    """Sheet and line of a code, however it is spaced; CodeWrong when its check does not hold."""
    figures = BETWEEN.sub("", text)
    whole = figures.isascii() and figures.isdigit() and len(figures) >= SHORTEST
    if not whole or check_digit(figures) != "0":
        raise CodeWrong
    return int(figures[:-3]), int(figures[-3:-1])
