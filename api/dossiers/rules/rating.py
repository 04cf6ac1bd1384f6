"""When a dossier may be rated and until when that may be changed; which sums would show a person."""

from collections import Counter
from datetime import datetime, timedelta

from api.dossiers.contracts import ClockState, DossierRow
from api.dossiers.contracts.rating import (
    AgencyRatings,
    NewRating,
    Rating,
    RatingReason,
    RatingReasons,
    RatingReasonText,
    RatingSum,
    ReasonCount,
)
from api.kit.errors import Problem
from api.kit.text import nfc

CHANGEABLE = timedelta(days=7)
SMALLEST_SHOWN = 5
"""Fewer people than this are never a figure (as in outreach/measurement)."""
GOOD_FROM = 4
WITHDRAWN = "7"
TEXTS = {
    RatingReason.IN_TIME: "Đúng hẹn hoặc sớm",
    RatingReason.CLEAR: "Hướng dẫn rõ ràng",
    RatingReason.KIND: "Cán bộ tận tình",
    RatingReason.EASY_ONLINE: "Làm trên mạng dễ",
    RatingReason.LATE: "Trễ hẹn",
    RatingReason.UNCLEAR: "Hướng dẫn khó hiểu",
    RatingReason.MORE_PAPERS: "Đòi thêm giấy tờ",
    RatingReason.MANY_TRIPS: "Phải đi lại nhiều lần",
    RatingReason.UNKIND: "Thái độ chưa tốt",
    RatingReason.EXTRA_COST: "Phải trả thêm tiền",
}
GOOD = frozenset({RatingReason.IN_TIME, RatingReason.CLEAR, RatingReason.KIND, RatingReason.EASY_ONLINE})


class NotRateable(Problem):
    """The dossier is not finished, or was withdrawn."""

    status = 409
    slug = "dossier-not-rateable"
    title = "Chỉ đánh giá được khi hồ sơ đã xong"


class RatingClosed(Problem):
    """The rating was given more than seven days ago and stays."""

    status = 409
    slug = "dossier-rating-closed"
    title = "Đã quá 7 ngày nên không sửa được đánh giá này nữa"


def may_rate(row: DossierRow, rating: Rating | None, now: datetime) -> bool:
    """Whether this dossier may be rated, or its rating changed, at this moment."""
    if row.clock is not ClockState.STOPPED or row.state_code == WITHDRAWN:
        return False
    return rating is None or now <= rating.changeable_until


def rating_of(new: NewRating, *, rated_at: datetime) -> Rating:
    """A rating as it is kept: each reason once, words without hidden marks or none."""
    return Rating(
        stars=new.stars,
        reasons=[reason for reason in RatingReason if reason in new.reasons],
        words=nfc(new.words or "") or None,
        rated_at=rated_at,
        changeable_until=rated_at + CHANGEABLE,
    )


def reasons_to_choose() -> RatingReasons:
    """The fixed list, in its order."""
    return RatingReasons(
        items=[
            RatingReasonText(reason=reason, text=text, good=reason in GOOD) for reason, text in TEXTS.items()
        ]
    )


def shown(count: int) -> int | None:
    """A count of people, unless it would point at them; nobody is no secret."""
    return None if 0 < count < SMALLEST_SHOWN else count


def sums_of(found: RatingSum) -> AgencyRatings:
    """An agency's line. No total over agencies is shown, so that no hidden line can be worked out from it."""
    small = found.ratings < SMALLEST_SHOWN
    split = None in {shown(found.satisfied), shown(found.ratings - found.satisfied)}
    given = Counter(found.reasons)
    return AgencyRatings(
        agency_id=found.agency_id,
        agency_name=found.agency_name,
        ratings=None if small else found.ratings,
        average=None if small else round(found.stars / found.ratings, 1),
        satisfied=None if small or split else found.satisfied,
        reasons=[]
        if small
        else [
            ReasonCount(reason=reason, text=TEXTS[reason], count=shown(given[reason]))
            for reason in RatingReason
            if given[reason]
        ],
        suppressed=small,
    )
