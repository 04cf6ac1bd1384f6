"""What ready answers and a ladder may be. Pure."""

from itertools import pairwise

from api.kit.errors import FieldError, Problem
from api.kit.text import nfc
from api.reports.contracts.wording import Ladder, LadderRung


class TemplateNotFound(Problem):
    """No such ready answer, or not one this person may change."""

    status = 404
    slug = "template-not-found"
    title = "Không có mẫu trả lời này"


class WordingUnusable(Problem):
    """A ready answer or a ladder that cannot be."""

    status = 422
    slug = "wording-unusable"
    title = "Nội dung này chưa dùng được"


def unusable(*, field: str, message: str) -> WordingUnusable:
    """A refusal that names the field."""
    return WordingUnusable(errors=[FieldError(field=field, message=message)])


def said(text: str, *, field: str) -> str:
    """Text in one form; refused when there is nothing in it."""
    found = nfc(text).strip()
    if not found:
        raise unusable(field=field, message="Chưa có nội dung")
    return found


def checked(ladder: Ladder, *, reached: int) -> list[LadderRung]:
    """The rungs of a ladder that climbs; `reached` rungs that cases have stood on cannot go."""
    rungs = ladder.items
    for place, (lower, higher) in enumerate(pairwise(rungs), 1):
        if higher.at_percent <= lower.at_percent:
            raise unusable(
                field=f"items[{place}].at_percent",
                message=f"Bậc {place + 1} phải muộn hơn bậc {place} ({lower.at_percent} %)",
            )
    for place, rung in enumerate(rungs):
        said(rung.name, field=f"items[{place}].name")
        if len(set(rung.tell)) < len(rung.tell):
            raise unusable(field=f"items[{place}].tell", message="Mỗi nhóm người chỉ ghi một lần")
    if len(rungs) < reached:
        message = f"Đã có phản ánh đến bậc {reached}: sửa được, không bỏ được"
        raise unusable(field="items", message=message)
    return rungs
