"""What is refused on the warnings desk, in words."""

from api.kit.errors import FieldError, Problem


class AlertNotFound(Problem):
    """No such warning."""

    status = 404
    slug = "alert-not-found"
    title = "Không tìm thấy cảnh báo này"


class AlertIdTaken(Problem):
    """The same id was published with other content."""

    status = 409
    slug = "alert-id-taken"
    title = "Mã này đã dùng cho một cảnh báo có nội dung khác"


class AlertReplaced(Problem):
    """The warning already has a newer version, or was cancelled."""

    status = 409
    slug = "alert-replaced"
    title = "Cảnh báo này đã có bản mới hơn hoặc đã huỷ, hãy tải lại"


class AlertUnusable(Problem):
    """Understood, but it must not go out like this."""

    status = 422
    slug = "alert-unusable"
    title = "Cảnh báo chưa phát được, hãy kiểm tra lại"


class SecondPersonNeeded(Problem):
    """A warning of this level goes out only with another officer's yes."""

    status = 409
    slug = "alert-second-person-needed"
    title = "Cảnh báo cấp này cần một cán bộ khác duyệt"


class DraftNotFound(Problem):
    """No such draft on this desk."""

    status = 404
    slug = "alert-draft-not-found"
    title = "Không tìm thấy bản thảo này"


class DraftMoved(Problem):
    """Somebody changed or decided the draft meanwhile."""

    status = 409
    slug = "alert-draft-moved"
    title = "Bản thảo này vừa được người khác thay đổi, hãy tải lại"


class OwnDraft(Problem):
    """Nobody approves what they wrote or sent themselves."""

    status = 403
    slug = "alert-own-draft"
    title = "Bạn không tự duyệt cảnh báo của mình được"


class FeedNotFound(Problem):
    """No feed of this name is asked."""

    status = 404
    slug = "alert-feed-not-found"
    title = "Không có nguồn tin cảnh báo này"


def unusable(*faults: FieldError, field: str = "", message: str = "") -> AlertUnusable:
    """A refusal that names the fields."""
    return AlertUnusable(errors=list(faults) or [FieldError(field=field, message=message)])
