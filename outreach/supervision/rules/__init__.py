"""When what somebody needs next is overdue, and who may look after which team. Pure."""

from collections.abc import Sequence
from datetime import timedelta

FOLLOW_UP_DAYS = 7
"""A promise without a date is kept within a week."""
SILENT = timedelta(hours=48)
LOOKED_BACK = timedelta(days=30)
NOTE = (
    "Đây chỉ là gợi ý để xem lại, xếp theo mức cần xem trước; không phải kết luận, không tự trừ hay xóa lượt thăm nào. "
    "Mạng yếu, đồng hồ sai, nhà sát nhau hay phiếu giấy đều có thể là lý do. Hãy hỏi tình nguyện viên trước."
)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Cohen's agreement beyond chance of two judges; None when chance alone explains everything or nothing is there."""
    many = len(pairs)
    if not many:
        return None
    same = sum(one == two for one, two in pairs) / many
    first, second = sum(one for one, _ in pairs) / many, sum(two for _, two in pairs) / many
    chance = first * second + (1 - first) * (1 - second)
    return None if chance == 1 else (same - chance) / (1 - chance)
