"""Decisions of grants: what a grant must name, and what may not be done with it."""

import math
import unicodedata
from datetime import date, datetime, timedelta

from msgspec import Struct

from api.grants.contracts import Grant, NewGrant
from api.kit.errors import FieldError, Invalid, Problem
from api.kit.phones import e164
from api.kit.principal import Role
from api.kit.text import fold

SCOPES: dict[str, str] = {
    Role.VOLUNTEER: "team_id",
    Role.TEAM_LEADER: "team_id",
    Role.HANDLER: "agency_id",
    Role.OFFICER: "province_code",
}
MISSES = 10
MISSES_WINDOW = timedelta(days=1)
"""Numbers nobody has signed in with that a leader may try: enough for a team's slips of the finger, not for walking numbers."""


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


class NotYourTeam(Problem):
    """The team is led by somebody else, or is not there: the same answer."""

    status = 403
    slug = "not-your-team"
    title = "Bạn không phải tổ trưởng của tổ này"


class NobodyWithNumber(Problem):
    """Nobody has signed in with this number yet; each such answer is counted against the leader."""

    status = 404
    slug = "nobody-with-number"
    title = "Chưa ai đăng nhập bằng số này. Hãy nhờ người đó đăng nhập một lần rồi thử lại"
    keeps_writes = True


class LeaderStays(Problem):
    """Leaders are appointed and dismissed by an administrator; no leader touches another, or themselves."""

    status = 409
    slug = "leader-stays"
    title = "Chỉ quản trị viên thay đổi được vai trò của tổ trưởng"


class MemberNotFound(Problem):
    """No such member in this team."""

    status = 404
    slug = "member-not-found"
    title = "Không tìm thấy thành viên này trong tổ"


class InvitedAlready(Problem):
    """An invitation of this team is open for the number, or was declined less than a month ago."""

    status = 409
    slug = "invited-already"
    title = "Số này đang có lời mời chưa trả lời, hoặc vừa từ chối lời mời của tổ"


class InvitationNotFound(Problem):
    """Not there, over, answered, or for another number than the one this person has proven: the same answer."""

    status = 404
    slug = "invitation-not-found"
    title = "Không tìm thấy lời mời còn hiệu lực cho số điện thoại của bạn"


SMS_NAME = 60


def invitation_words(team_name: str, address: str) -> str:
    """The SMS of an invitation, without marks: one message, not three. It asks for nothing."""
    plain = unicodedata.normalize("NFD", team_name.replace("đ", "d").replace("Đ", "D"))
    name = "".join(letter for letter in plain if not unicodedata.combining(letter))[:SMS_NAME]
    return f"{name} moi ban tham gia. Tra loi tai {address.rstrip('/')}/#/tn/doi/vao sau khi dang nhap bang so nay. Khong dua ma OTP cho ai."


class Search(Struct, frozen=True, kw_only=True):
    """What somebody typed: part of a folded name, or a whole number in E.164; both None for nothing typed."""

    name: str | None = None
    phone: str | None = None


def search_of(words: str) -> Search:
    """A number when it is one: parts of numbers find nobody, so that nobody is found by trying digits."""
    folded = fold(words)
    if not folded:
        return Search()
    try:
        return Search(phone=e164(folded))
    except Invalid:
        return Search(name=folded)


def wait_after_misses(oldest: datetime | None, at: datetime) -> int:
    """Whole seconds until a leader may try a number again; `oldest`: the first of the `MISSES` newest misses of a day."""
    return 0 if oldest is None else max(0, math.ceil((oldest + MISSES_WINDOW - at).total_seconds()))


def is_over(grant: Grant, on: date) -> bool:
    """Whether the grant holds no more on this day, nor later."""
    return grant.revoked_at is not None or (grant.valid_to is not None and grant.valid_to < on)


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
