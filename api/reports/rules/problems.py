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


class ReportNeedsEvidence(Problem):
    """This subject, or this case, is not done without a photo taken afterwards."""

    status = 409
    slug = "report-needs-evidence"
    title = "Cần ít nhất một ảnh chụp sau khi xử lý mới trả lời được kết quả"


class ReportPartsOpen(Problem):
    """Other agencies have not finished their parts; `parts` names them."""

    status = 409
    slug = "report-parts-open"
    title = "Còn đơn vị phối hợp chưa xong phần việc của mình"


class ReportOwnCase(Problem):
    """Nobody handles what they reported themselves; the coordinator hears that the case needs other hands."""

    status = 403
    slug = "report-own-case"
    title = "Bạn không xử lý được phản ánh liên quan đến chính mình"
    keeps_writes = True


class ReporterHidden(Problem):
    """Who reported is nobody's business at the desk; that it was asked for is told to the coordinator."""

    status = 403
    slug = "reporter-hidden"
    title = "Người gửi phản ánh được giữ kín"
    keeps_writes = True


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
