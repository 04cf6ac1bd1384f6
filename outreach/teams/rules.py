"""What teams decide, purely: who may see which, days of areas, expiry of trainings, codes of badges."""

import base64
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from api.kit.calendar import add_months
from api.kit.errors import FieldError, Invalid, Problem
from api.kit.principal import Principal, Role
from api.kit.tokens import equal, keyed_hash
from outreach.teams.contracts.badges import BadgeDay, BadgeState
from outreach.teams.contracts.training import Course, NewTraining, TrainingFigure, Untrained

TARGET = 1.0
BASIS = "Mục tiêu quốc gia: 100% thành viên Tổ công nghệ số cộng đồng được tập huấn"
SOON = timedelta(days=60)
DAYS_AHEAD = 7
"""Codes a phone takes along: a volunteer may be a week without network."""
EPOCH = date(2026, 1, 1)
ID_BYTES, DAY_BYTES, MAC_BYTES = 9, 2, 12
MARKS = (1, 5, 10, 25, 50, 100, 250, 500, 1000)
"""Households helped that are worth a word."""


class TeamNotFound(Problem):
    """No such team, or none this person leads, walks with or governs: the same answer."""

    status = 404
    slug = "team-not-found"
    title = "Không tìm thấy tổ này trong phạm vi của bạn"


class TeamOver(Problem):
    """A dissolved team stays as it is."""

    status = 409
    slug = "team-over"
    title = "Tổ này đã giải thể"


class NotYourCommune(Problem):
    """The commune is not in force, or of another province."""

    status = 403
    slug = "not-your-commune"
    title = "Xã, phường này không thuộc địa bàn của bạn"


class TrainingNotFound(Problem):
    """No such line of training of a team this person leads or governs."""

    status = 404
    slug = "training-not-found"
    title = "Không tìm thấy lượt tập huấn này"


class NoMembership(Problem):
    """A badge is for who walks with the team now."""

    status = 403
    slug = "no-membership"
    title = "Bạn không phải thành viên của tổ này"


class Reach(NamedTuple):
    """Which teams somebody may look into: all, those of provinces, those they lead."""

    everywhere: bool
    provinces: list[str]
    led: list[UUID]


def reach_of(me: Principal) -> Reach:
    """An administrator everywhere, an officer in their provinces, a leader the own team."""
    provinces = list(me.province_codes) if me.has(Role.OFFICER) else []
    return Reach(me.has(Role.ADMIN), provinces, list(me.led_team_ids))


def check_day(on: date | None, today: date, field: str) -> date:
    """From when an area holds: what has been walked is never judged anew."""
    if on is not None and on < today:
        raise Invalid(errors=[FieldError(field=field, message="Ngày áp dụng không được ở quá khứ")])
    return on or today


def expiry_of(new: NewTraining, courses: Iterable[Course], today: date) -> date | None:
    """Until when a training holds; Invalid for one that is not there or has not been held yet."""
    course = next((one for one in courses if one.code == new.course_code), None)
    if course is None:
        raise Invalid(errors=[FieldError(field="course_code", message="Không có khoá tập huấn này")])
    if new.held_on > today:
        raise Invalid(errors=[FieldError(field="held_on", message="Ngày tập huấn không được ở tương lai")])
    return add_months(new.held_on, course.valid_months) if course.valid_months else None


def figure(members: int, trained: int, expiring: int, missing: list[Untrained]) -> TrainingFigure:
    """The national figure of these members; without members there is no share."""
    return TrainingFigure(
        members=members,
        trained=trained,
        share=trained / members if members else None,
        target=TARGET,
        basis=BASIS,
        expiring_soon=expiring,
        missing=missing,
    )


def mac_of(secret: str, badge_id: bytes, number: int) -> str:
    """What only we can say of a badge on a day."""
    return keyed_hash(secret, "badge", badge_id.hex(), str(number))[: MAC_BYTES * 2]


def token_of(secret: str, badge_id: bytes, on: date) -> str:
    """The code of one day: 31 letters."""
    number = (on - EPOCH).days
    raw = badge_id + number.to_bytes(DAY_BYTES) + bytes.fromhex(mac_of(secret, badge_id, number))
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def read_token(secret: str, token: str, today: date) -> tuple[BadgeState, bytes | None]:
    """Whose code it is when it is of today; anything else says nothing of anybody."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return BadgeState.UNKNOWN, None
    if len(raw) != ID_BYTES + DAY_BYTES + MAC_BYTES:
        return BadgeState.UNKNOWN, None
    badge_id, number = raw[:ID_BYTES], int.from_bytes(raw[ID_BYTES : ID_BYTES + DAY_BYTES])
    if not equal(mac_of(secret, badge_id, number), raw[ID_BYTES + DAY_BYTES :].hex()):
        return BadgeState.UNKNOWN, None
    return (BadgeState.VALID, badge_id) if number == (today - EPOCH).days else (BadgeState.OTHER_DAY, None)


def days_of(secret: str, badge_id: bytes, today: date, *, address: str) -> list[BadgeDay]:
    """The codes of today and the days ahead, as addresses of the public page."""
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
    base = f"{address.rstrip('/')}/#/the/"
    return [BadgeDay(on=day, url=base + token_of(secret, badge_id, day)) for day in days]


def next_mark(households: int) -> int | None:
    """The next number of households helped that is worth a word."""
    return next((mark for mark in MARKS if mark > households), None)
