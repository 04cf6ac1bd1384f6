"""What a change of a subject or of a route may be. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from api.categories.contracts import CategoryChange, NewRoute
from api.kit.errors import FieldError, NotAllowed, Problem
from api.kit.principal import Principal, Role

FRESH: Mapping[str, Any] = {
    "parent_code": None, "hint": "", "icon": "dots", "position": 98, "urgent": False, "public": True, "sealed": False,
    "handed_to": None, "anonymous_allowed": True, "public_decimals": 4, "acknowledge_within": 8,
    "acknowledge_unit": "working_hour", "finish_within": 7, "finish_unit": "working_day", "duplicate_radius_m": 50,
    "duplicate_hours": 72, "evidence_required": False, "retired_on": None,
}  # fmt: skip
"""What a new subject is unless said."""


class CategoryUnusable(Problem):
    """A change that cannot be."""

    status = 422
    slug = "category-unusable"
    title = "Thay đổi này chưa dùng được"


class RouteUnusable(Problem):
    """A route that names something that is not there, or is there already."""

    status = 422
    slug = "route-unusable"
    title = "Tuyến chuyển này chưa dùng được"


class RouteNotFound(Problem):
    """No such proposal waits for a second person."""

    status = 404
    slug = "route-not-found"
    title = "Không có đề xuất này đang chờ duyệt"


class RouteNeedsAnother(Problem):
    """Whoever proposed it cannot review it."""

    status = 409
    slug = "route-needs-another"
    title = "Cần một người khác duyệt đề xuất này"


def given(change: CategoryChange) -> dict[str, Any]:
    """The columns a change says something of."""
    said: dict[str, Any] = msgspec.to_builtins(change.fields)
    if not said:
        raise unusable(field="fields", message="Chưa có gì thay đổi")
    return said


def check(
    code: str, before: Mapping[str, Any] | None, said: Mapping[str, Any], known: frozenset[str]
) -> None:
    """Refuse what would leave a subject that cannot be."""
    if before is None and "name" not in said:
        raise unusable(field="name", message="Loại việc mới cần có tên")
    after = {**FRESH, **(before or {}), **said}
    if after["sealed"] and after["public"]:
        raise unusable(field="sealed", message="Việc giữ kín không thể công khai")
    parent = after["parent_code"]
    if parent is not None and (parent == code or parent not in known):
        raise unusable(field="parent_code", message="Không có nhóm này")


def check_dates(change_on: date, today: date) -> None:
    """Refuse a day that is over: what came in then was counted as it was then."""
    if change_on < today:
        raise unusable(field="effective_on", message="Chỉ thay đổi từ hôm nay trở đi")


def unusable(*, field: str, message: str) -> CategoryUnusable:
    """A refusal that names the field."""
    return CategoryUnusable(errors=[FieldError(field=field, message=message)])


def check_province(me: Principal, province: str) -> None:
    """Officers change their own province's routes, administrators any."""
    if not me.has(Role.ADMIN) and province not in me.province_codes:
        raise NotAllowed


def check_route(new: NewRoute, today: date) -> None:
    """Refuse a route that could not be reviewed before it counts, or ends before it begins."""
    if new.valid_from < today:
        raise RouteUnusable(errors=[FieldError(field="valid_from", message="Chỉ áp dụng từ hôm nay trở đi")])
    if new.valid_to is not None and new.valid_to < new.valid_from:
        raise RouteUnusable(errors=[FieldError(field="valid_to", message="Ngày kết thúc trước ngày bắt đầu")])
