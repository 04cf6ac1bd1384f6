"""When a sealed box opens: two people, each with their second factor, inside a window. Pure."""

from datetime import datetime, timedelta

from api.kit.errors import Problem
from api.kit.principal import Principal
from api.sealed.contracts import HeldOpening

TO_AGREE = timedelta(minutes=30)
"""So long a request waits for the second person."""
TO_READ = timedelta(minutes=15)
"""So long the two may read, once both have said yes."""


class SealedNotFound(Problem):
    """No such sealed case or request, or none of this person's."""

    status = 404
    slug = "sealed-not-found"
    title = "Không có hộp kín này"


class SealedTakesTwo(Problem):
    """Nobody opens a box alone."""

    status = 403
    slug = "sealed-takes-two"
    title = "Hộp kín chỉ mở khi hai người có thẩm quyền cùng đồng ý"


class SealedOver(Problem):
    """The window is closed, or it was refused."""

    status = 409
    slug = "sealed-over"
    title = "Yêu cầu mở hộp kín này đã hết hiệu lực"


class SealedEmpty(Problem):
    """The sender had themselves removed, or no key of the settings opens it."""

    status = 410
    slug = "sealed-empty"
    title = "Trong hộp kín không còn gì"


def check_waiting(opening: HeldOpening, at: datetime) -> None:
    """Refuse what was decided before, or waited too long."""
    if opening.agreed_at is not None or opening.refused_at is not None or at > opening.ends_at:
        raise SealedOver


def check_second(opening: HeldOpening, me: Principal) -> None:
    """The second person is another one."""
    if opening.asked_by is None or opening.asked_by == me.person_id:
        raise SealedTakesTwo


def check_reader(opening: HeldOpening, me: Principal, at: datetime) -> str:
    """The box, for one of the two, while both have just agreed."""
    if opening.agreed_at is None or opening.agreed_by is None or opening.asked_by is None:
        raise SealedTakesTwo
    if me.person_id not in (opening.asked_by, opening.agreed_by):
        raise SealedNotFound
    if at > opening.ends_at:
        raise SealedOver
    if opening.box is None:
        raise SealedEmpty
    return opening.box
