"""Why an event is not taken, or not yet, in the words its volunteer reads."""

import msgspec

from api.kit.errors import Problem

REASONS = {
    "unreadable": "Bản ghi không đọc được",
    "invalid": "Thông tin thiếu hoặc sai ở mục “{field}”",
    "schema_unknown": "Bản ghi thuộc phiên bản ứng dụng mà máy chủ chưa biết, hãy cập nhật ứng dụng",
    "personal_number": "Mục “{field}” có vẻ chứa số giấy tờ hoặc số điện thoại, xin đừng ghi",
    "ends_before_start": "Giờ kết thúc sớm hơn giờ bắt đầu hoặc lượt thăm quá dài",
    "times_apart": "Giờ thăm hoặc giờ hẹn lại cách giờ ghi quá xa",
    "no_consent": "Người dân không đồng ý ghi nhận nên không được gửi thông tin của họ",
    "consent_needed": "Cần hỏi và ghi lại sự đồng ý trước khi ghi thông tin của người lớn",
    "not_met_judged": "Chỉ ghi hiểu biết và kỹ năng của người đã gặp trong lượt thăm có gặp",
    "twice_in_list": "Có người hoặc kỹ năng bị ghi hai lần trong một lượt thăm",
    "place_too_exact": "Vị trí chỉ được ghi gần đúng khoảng 100 m, không ghi vị trí nhà",
    "waits_for_earlier": "Chờ bản ghi trước của lượt thăm hoặc lần gộp này được gửi lên",
    "awaits_approval": "Đã nhận; chờ tổ trưởng duyệt vì được gửi sau khi rời tổ, sau khi máy bị khóa hoặc sửa quá hạn",
    "refused_by_leader": "Tổ trưởng đã xem và không nhận bản ghi này",
    "left_too_long_ago": "Bạn đã rời tổ quá 14 ngày nên bản ghi không được nhận nữa; bản ghi vẫn được giữ để xem lại",
    "device_revoked": "Máy này đã bị khóa trước lúc ghi; bản ghi không được nhận",
    "never_came": "Bản ghi này nói về một lượt thăm hoặc lần gộp không bao giờ được gửi lên",
    "not_your_visit": "Chỉ người đã thăm mới sửa được lượt thăm của mình",
    "field_conflict": "Hai người cùng sửa mục “{field}”; cả hai giá trị được giữ, chờ người quyết định",
    "minor": "Người này chưa đủ 18 tuổi",
    "leaving_unclear": "Ngày chuyển đi phải kèm lý do và không ở tương lai",
    "not_your_team": "Bạn không thuộc tổ này",
    "not_member_then": "Lúc ghi, bạn chưa hoặc không còn là thành viên của tổ; bản ghi chờ người phụ trách xem",
    "not_your_area": "Hộ này không thuộc địa bàn của tổ vào lúc ghi",
    "other_household": "Người này không thuộc hộ được thăm",
    "waits_for_household": "Chờ bản ghi tạo hộ được gửi lên",
    "waits_for_adult": "Chờ bản ghi tạo người lớn được gửi lên",
    "other_content": "Mã bản ghi đã dùng cho nội dung khác; bản đầu được giữ, bản này chờ xem lại",
    "seq_taken": "Số thứ tự đã dùng cho bản ghi khác; hãy cài lại mã máy rồi gửi lại",
    "whose_consent": "Rút đồng ý phải nói rõ của một người, hoặc của cả một hộ",
    "withdrawn": "Người này đã rút đồng ý; hãy bỏ họ khỏi bản ghi rồi gửi lại",
    "same_entry": "Hai mục được gộp hoặc tách là một; hãy chọn hai mục khác nhau",
    "twice_named": "Có người được nêu hai lần trong mục “{field}”",
    "day_ahead": "Ngày ghi ở tương lai; chỉ ghi khi việc đã xảy ra",
    "unknown_hamlet": "Không có thôn, tổ dân phố này trong danh mục",
    "subject_taken": "Hộ, người hoặc lượt thăm này đã có bản ghi tạo khác",
}
"""What the volunteer reads; the keys are the wire's `reason_code`."""
NEVER_KEPT = frozenset({"no_consent", "consent_needed", "personal_number", "withdrawn"})
"""Refusals whose payload is not stored: keeping it would do what the refusal forbids."""


class Refusal(msgspec.Struct, frozen=True):
    """Why an event is not taken."""

    code: str
    field: str | None = None

    def reason(self) -> str:
        """The sentence for the volunteer."""
        return REASONS[self.code].format(field=self.field or "")


class NotYourLead(Problem):
    """Only who leads a team decides for it; whether it exists is not told."""

    status = 403
    slug = "not-your-lead"
    title = "Chỉ tổ trưởng của tổ này mới làm được việc này"


class NeverWalked(Problem):
    """Somebody who never was of a team sends walks."""

    status = 403
    slug = "never-walked"
    title = "Bạn chưa từng là thành viên của một tổ"
