"""What a moderator may do, and what each deed leaves behind. Pure."""

from typing import Any

import msgspec

from api.kit.areas import Area
from api.kit.errors import FieldError, Problem
from api.kit.privacy import without_numbers
from api.moderation.contracts import Deed, Held, HeldPhoto, Past

SMALLEST = 0.005
"""Half a hundredth of the picture: anything smaller is a slip of the finger."""


class ModerationNotFound(Problem):
    """No such case or photo, or not one this person moderates."""

    status = 404
    slug = "moderation-not-found"
    title = "Không có mục này trong phần duyệt công khai của bạn"


class ModerationChanged(Problem):
    """Somebody else moderated it in the meantime."""

    status = 409
    slug = "moderation-changed"
    title = "Người khác vừa duyệt mục này, hãy xem lại"


class ModerationRefused(Problem):
    """Not now, or not of this case."""

    status = 409
    slug = "moderation-refused"
    title = "Không thực hiện được bước duyệt này"


class ModerationUnusable(Problem):
    """Something is missing or cannot be."""

    status = 422
    slug = "moderation-unusable"
    title = "Thông tin duyệt chưa dùng được"


def unusable(*, field: str, message: str) -> ModerationUnusable:
    """One field, in words."""
    return ModerationUnusable(errors=[FieldError(field=field, message=message)])


def changed(case: Held, history: list[Past]) -> ModerationChanged:
    """What was decided on something else than what is there now is refused; it says who was faster."""
    extra: dict[str, Any] = {"version": case.version}
    if history:
        extra |= {"action": history[0].action, "by": history[0].by, "at": history[0].occurred_at}
    return ModerationChanged(extra=extra)


def check_hands(case: Held) -> None:
    """Nobody decides what becomes public of a report of their own."""
    if case.own:
        raise ModerationRefused(detail="Bạn liên quan tới phản ánh này, hãy để người khác duyệt")


def may_publish(case: Held) -> bool:
    """Whether the subject is public, and somebody who answers for it has taken the case on."""
    return case.public_subject and case.accepted


def published(case: Held) -> Held:
    """The case with its public face, which a moderator may have given other words before."""
    if not may_publish(case):
        raise ModerationRefused(detail="Phản ánh này không thuộc loại công khai hoặc chưa được tiếp nhận")
    text = case.public_text
    if text is None and case.description is not None:
        text = without_numbers(case.description)
    return msgspec.structs.replace(case, public_text=text)


def needs_reason(reason: str | None) -> str:
    """What is taken from the public is taken with a reason."""
    if reason is None:
        raise unusable(field="reason", message="Hãy ghi lý do")
    return reason


def checked(areas: list[Area]) -> list[Area]:
    """Areas that lie inside the picture and hide something."""
    for area in areas:
        if area.w < SMALLEST or area.h < SMALLEST:
            raise unusable(field="areas", message="Vùng che quá nhỏ")
        if area.x + area.w > 1.0005 or area.y + area.h > 1.0005:  # noqa: PLR2004  rounding of a finger
            raise unusable(field="areas", message="Vùng che nằm ngoài ảnh")
    return areas


def text_state(case: Held) -> dict[str, Any]:
    """The public words, as the history keeps them."""
    return {"text": case.public_text}


def public_state(case: Held) -> dict[str, Any]:
    """Whether it is public, as the history keeps it."""
    return {"public": case.published_at is not None}


def photo_state(photo: HeldPhoto) -> dict[str, Any]:
    """Whether the photo is shown, as the history keeps it."""
    return {"shown": not photo.hidden, "looked_at": photo.moderated}


def areas_state(photo: HeldPhoto) -> dict[str, Any]:
    """What is blurred, as the history keeps it."""
    return {"areas": msgspec.to_builtins(photo.areas), "whole": photo.blur_whole}


def revertible(found: list[Past]) -> Past:
    """The deed to take back; looking changes nothing that could be."""
    if not found:
        raise ModerationNotFound
    past = found[0]
    of_photo = past.action in (Deed.APPROVE, Deed.HIDE, Deed.AREAS)
    if past.action is Deed.LOOK or (of_photo and past.photo_id is None):
        raise ModerationRefused(detail="Bước này không hoàn tác được")
    return past
