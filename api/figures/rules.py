"""What the figures mean, what divides what, and what is too small to be shown. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from api.figures.contracts import (
    CaseCounts,
    FigureDefinition,
    FigureLine,
    FigureShare,
    RefusalCount,
    Sum,
)
from api.kit.errors import FieldError, Invalid

SMALL = 5
"""Fewer cases than this, in one line, might tell of a person."""
GOOD_FROM, BAD_TO = 4, 2
"""Satisfied: four stars or five. Unhappy: ever one or two."""
LAST_MONTHS = 12
LONGEST = 120
"""Months of one sheet."""
COUNTED = (
    FigureDefinition(code="received", name="Tiếp nhận", meaning="Phản ánh gửi đến trong kỳ. Phần việc của từng đơn vị trong một vụ không tính thêm; tin báo được giữ kín không có trong số liệu."),
    FigureDefinition(code="refused", name="Không tiếp nhận", meaning="Từ chối, có lý do trong danh sách cố định."),
    FigureDefinition(code="merged", name="Gộp", meaning="Trùng với một phản ánh khác; vụ việc chỉ tính một lần, ở phản ánh kia."),
    FigureDefinition(code="handled", name="Đã xử lý", meaning="Đã có kết quả và không bị mở lại từ hai lần trở lên."),
    FigureDefinition(code="unresolved", name="Mở lại nhiều lần", meaning="Đã trả kết quả nhưng phải mở lại từ hai lần: tính một lần, không tính là đã xử lý."),
    FigureDefinition(code="open", name="Đang xử lý", meaning="Chưa có kết quả, hoặc đang chờ xét mở lại."),
    FigureDefinition(code="on_time", name="Đúng hạn", meaning="Có kết quả trong hạn hứa lần đầu; thời gian chờ người phản ánh bổ sung không tính."),
    FigureDefinition(code="extended", name="Đúng hạn sau gia hạn", meaning="Quá hạn hứa lần đầu nhưng trong hạn đã gia hạn, có lý do. Không tính là đúng hạn."),
    FigureDefinition(code="late", name="Trễ hạn", meaning="Có kết quả sau hạn, kể cả hạn đã gia hạn."),
    FigureDefinition(code="overdue", name="Quá hạn chưa xong", meaning="Đến nay đã quá hạn mà chưa có kết quả."),
    FigureDefinition(code="reopened", name="Bị mở lại", meaning="Đã trả kết quả rồi phải mở lại ít nhất một lần; mỗi vụ tính một lần."),
    FigureDefinition(code="rated", name="Có đánh giá", meaning="Người phản ánh đã chấm sao; lấy lần chấm sau cùng."),
    FigureDefinition(code="satisfied", name="Hài lòng", meaning="Chấm 4 hoặc 5 sao ở lần sau cùng."),
    FigureDefinition(code="unhappy", name="Từng không hài lòng", meaning="Có lần chấm 1 hoặc 2 sao, kể cả khi sau đó chấm lại."),
    FigureDefinition(code="unrated", name="Không đánh giá", meaning="Đã từng có kết quả mà người phản ánh không chấm."),
)  # fmt: skip
SHARES = (
    FigureDefinition(code="refused_share", name="Tỷ lệ không tiếp nhận", part="refused", whole="received", meaning="Không tiếp nhận trên tổng tiếp nhận"),
    FigureDefinition(code="handled_share", name="Tỷ lệ đã xử lý", part="handled", whole="accepted", meaning="Đã xử lý trên số phải xử lý (tiếp nhận trừ không tiếp nhận, trừ gộp)"),
    FigureDefinition(code="on_time_share", name="Tỷ lệ đúng hạn", part="on_time", whole="decided", meaning="Đúng hạn trên số đã đến lúc phải có kết quả (đã xử lý, mở lại nhiều lần, quá hạn chưa xong)"),
    FigureDefinition(code="extended_share", name="Tỷ lệ phải gia hạn", part="extended", whole="decided", meaning="Đúng hạn sau gia hạn trên số đã đến lúc phải có kết quả"),
    FigureDefinition(code="late_share", name="Tỷ lệ trễ hạn", part="failed", whole="decided", meaning="Trễ hạn, quá hạn chưa xong và mở lại nhiều lần trên số đã đến lúc phải có kết quả"),
    FigureDefinition(code="reopened_share", name="Tỷ lệ bị mở lại", part="reopened", whole="answered", meaning="Bị mở lại trên số đã từng có kết quả"),
    FigureDefinition(code="satisfied_share", name="Tỷ lệ hài lòng", part="satisfied", whole="rated", meaning="Hài lòng trên số có đánh giá"),
    FigureDefinition(code="rated_share", name="Tỷ lệ có đánh giá", part="rated", whole="answered", meaning="Có đánh giá trên số đã từng có kết quả"),
)  # fmt: skip
DEFINITIONS = [*COUNTED, *SHARES]


def percent(part: int, whole: int) -> float | None:
    """To one decimal, never rounded up to 100 nor down to 0."""
    if whole == 0:
        return None
    value = round(100 * part / whole, 1)
    if value in (0, 100) and part not in (0, whole):
        return 0.1 if value == 0 else 99.9
    return value


def bases(found: Sum) -> dict[str, int]:
    """Every count that is divided or divides, by its name."""
    counted: dict[str, int] = {each.code: getattr(found, each.code) for each in COUNTED}
    return counted | {
        "accepted": found.received - found.refused - found.merged,
        "decided": found.handled + found.unresolved + found.overdue,
        "failed": found.late + found.overdue + found.unresolved,
        "answered": found.rated + found.unrated,
    }


def few_ratings(found: Sum) -> bool:
    """Whether stars might be read back to who gave them: few, or all but a few of one kind."""
    others = (found.rated, found.satisfied, found.rated - found.satisfied, found.unhappy)
    return any(0 < count < SMALL for count in others)


def line(found: Sum, *, hidden: bool = False, private: bool = False) -> FigureLine:
    """A line to be shown: with every count all the others, so that none can be told alone; `private`: without stars."""
    if hidden:
        return FigureLine(key=found.key, name=found.name, hidden=True, counts=None, shares=[])
    base, private = bases(found), private or few_ratings(found)
    stars = ("rated", "satisfied", "unhappy", "unrated")
    counts = {each.code: None if private and each.code in stars else base[each.code] for each in COUNTED}
    shares = []
    for each in SHARES:
        if private and each.part in stars:
            shares.append(FigureShare(code=each.code, part=None, whole=None, percent=None))
            continue
        part, whole = base[str(each.part)], base[str(each.whole)]
        if private and each.whole == "answered":
            shares.append(FigureShare(code=each.code, part=part, whole=None, percent=percent(part, whole)))
            continue
        shares.append(FigureShare(code=each.code, part=part, whole=whole, percent=percent(part, whole)))
    return FigureLine(
        key=found.key,
        name=found.name,
        hidden=False,
        counts=msgspec.convert(counts, CaseCounts),
        shares=shares,
    )


def too_small(counts: Mapping[str, int]) -> set[str]:
    """Whose counts are not shown: the small; few in all take the next smallest along, or their sum would tell them."""
    small = {key for key, count in counts.items() if 0 < count < SMALL}
    if 0 < sum(counts[key] for key in small) < SMALL:
        rest = sorted((count, key) for key, count in counts.items() if count >= SMALL)
        small |= {key for _, key in rest[:1]}
    return small


def private_keys(sums: Sequence[Sum], hidden: AbstractSet[str]) -> set[str]:
    """Whose stars are not shown: few of a kind, and as many more as it takes that the sum of all tells none of them."""
    private = {each.key for each in sums if each.key not in hidden and few_ratings(each)}
    rest = [each for each in sums if each.rated and each.key not in hidden | private]
    for another in sorted(rest, key=lambda each: each.rated):
        if not few_ratings(total(each for each in sums if each.key in hidden | private)):
            break
        private.add(another.key)
    return private


def lines(sums: Sequence[Sum]) -> list[FigureLine]:
    """All lines, the small ones without their numbers, those of few stars without them."""
    hidden = too_small({each.key: each.received for each in sums})
    private = private_keys(sums, hidden)
    return [line(each, hidden=each.key in hidden, private=each.key in private) for each in sums]


def total(sums: Iterable[Sum]) -> Sum:
    """The sum of all lines."""
    all_of = list(sums)
    counts = {each.code: sum(getattr(one, each.code) for one in all_of) for each in COUNTED}
    return Sum(key="total", name="Tổng", **counts)


def reasons(refused: Sequence[tuple[str, str, int]]) -> list[RefusalCount]:
    """How many were refused for what (code, name, count), unless it might tell of a person."""
    hidden = too_small({code: count for code, _, count in refused})
    return [
        RefusalCount(code=code, name=name, refused=None if code in hidden else count)
        for code, name, count in refused
    ]


def month_of(text: str, *, field: str) -> date:
    """`2026-11` → its first day."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise Invalid(errors=[FieldError(field=field, message="Tháng phải theo dạng 2026-11")]) from None


def moved(month: date, by: int) -> date:
    """So many months later."""
    count = month.year * 12 + month.month - 1 + by
    return date(count // 12, count % 12 + 1, 1)


def stretch(since: str | None, until: str | None, today: date) -> tuple[date, date]:
    """The first days of the first and the last month; the last twelve when none is said."""
    last = month_of(until, field="until") if until else today.replace(day=1)
    first = month_of(since, field="since") if since else moved(last, 1 - LAST_MONTHS)
    if first > last:
        raise Invalid(errors=[FieldError(field="since", message="Tháng đầu phải trước tháng cuối")])
    if moved(first, LONGEST) <= last:
        raise Invalid(errors=[FieldError(field="since", message=f"Nhiều nhất {LONGEST} tháng")])
    return first, last


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def cell(value: object) -> str:
    """One cell of a CSV line (RFC 4180): text never becomes a formula, numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int | float):
        return str(value)
    text = str(value).replace("\x00", "")
    if text.lstrip().startswith(FORMULA) or text.startswith(FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(char in text for char in ',"\r\n;') else text


def csv_line(values: Iterable[object]) -> str:
    """One line, ended as RFC 4180 says."""
    return ",".join(map(cell, values)) + "\r\n"
