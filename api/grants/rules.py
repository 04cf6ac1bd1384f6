"""Decisions of grants: what a grant must name, and what may not be done with it."""

from datetime import date

from api.grants.contracts import NewGrant
from api.kit.errors import FieldError, Invalid, Problem
from api.kit.principal import Role

SCOPES: dict[str, str] = {
    Role.VOLUNTEER: "team_id",
    Role.HANDLER: "agency_id",
    Role.OFFICER: "province_code",
}


class GrantNotFound(Problem):
    """No such grant."""

    status = 404
    slug = "grant-not-found"
    title = "Không tìm thấy phân quyền này"


class PersonNotFound(Problem):
    """Nobody with this id or verified number has signed in yet."""

    status = 404
    slug = "person-not-found"
    title = "Chưa có người dùng này, hãy nhờ họ đăng nhập một lần"


class GrantOverlaps(Problem):
    """The person already has this role on some of these days."""

    status = 409
    slug = "grant-overlaps"
    title = "Người này đã có vai trò đó trong thời gian này"


class OwnGrant(Problem):
    """An administrator who takes away their own role may leave nobody to give it back."""

    status = 409
    slug = "own-grant"
    title = "Bạn không thể tự thu hồi quyền quản trị của mình"


def check_grant(grant: NewGrant, starts: date) -> None:
    """Invalid unless the grant names one person, the scope of its role and no other, and days in order."""
    errors = []
    if (grant.person_id is None) == (grant.phone is None):
        errors.append(FieldError(field="person_id", message="Chọn người bằng mã hoặc bằng số điện thoại"))
    for field in ("team_id", "agency_id", "province_code"):
        needed = SCOPES.get(grant.role) == field
        if needed and getattr(grant, field) is None:
            errors.append(FieldError(field=field, message="Vai trò này cần có phạm vi"))
        if not needed and getattr(grant, field) is not None:
            errors.append(FieldError(field=field, message="Vai trò này không dùng phạm vi đó"))
    if grant.valid_to is not None and grant.valid_to < starts:
        errors.append(FieldError(field="valid_to", message="Ngày kết thúc phải sau ngày bắt đầu"))
    if errors:
        raise Invalid(errors=errors)
