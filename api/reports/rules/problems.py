"""What is refused of a report or a case, and in whose words."""

from api.kit.errors import FieldError, Problem


class ReportNotFound(Problem):
    """No such report, or not one this caller may know of."""

    status = 404
    slug = "report-not-found"
    title = "Không tìm thấy phản ánh này"


class ReportIdTaken(Problem):
    """The same id was sent before with other content: nothing is overwritten."""

    status = 409
    slug = "report-id-taken"
    title = "Mã này đã dùng cho một phản ánh có nội dung khác"


class ReportChanged(Problem):
    """Somebody else changed the case after this caller read it."""

    status = 409
    slug = "report-changed"
    title = "Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp"


class ReportMoveRefused(Problem):
    """This step is not possible from where the case stands."""

    status = 409
    slug = "report-move-refused"
    title = "Bước này không làm được ở trạng thái hiện tại"


class ReportUnusable(Problem):
    """Understood, but names something that is not there."""

    status = 422
    slug = "report-unusable"
    title = "Phản ánh chưa gửi được, hãy kiểm tra lại thông tin"


class ReportBelongsElsewhere(Problem):
    """A subject that is not taken as a field report: `detail` names the proper channel."""

    status = 422
    slug = "report-belongs-elsewhere"
    title = "Việc này không gửi như phản ánh hiện trường"


def unusable(*, field: str, message: str) -> ReportUnusable:
    """A refusal that names the field."""
    return ReportUnusable(errors=[FieldError(field=field, message=message)])
