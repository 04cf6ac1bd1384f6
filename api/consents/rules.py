"""The sentences people agree to, each with its version: a new wording is a new version."""

from datetime import datetime

from msgspec import Struct

from api.consents.contracts import Consent, Purpose
from api.kit.errors import Problem


class ConsentTextChanged(Problem):
    """The sentence on the screen is not the current one: show the new one and ask again."""

    status = 409
    slug = "consent-text-changed"
    title = "Nội dung đồng ý đã được cập nhật, hãy đọc lại"


class Sentence(Struct, frozen=True, kw_only=True):
    """What is asked for one purpose."""

    title: str
    version: str
    text: str


SENTENCES: dict[Purpose, Sentence] = {
    Purpose.ALERT_MESSAGES: Sentence(
        title="Nhận cảnh báo nơi tôi ở",
        version="2026-11",
        text=(
            "Tôi đồng ý để Ngõ Số dùng xã, phường tôi chọn để gửi cảnh báo thiên tai vào hộp thư của tôi. "
            "Tôi có thể rút lại bất cứ lúc nào tại đây; cảnh báo vẫn xem được mà không cần đồng ý."
        ),
    ),
    Purpose.LOCATION: Sentence(
        title="Dùng vị trí của máy",
        version="2026-11",
        text=(
            "Tôi đồng ý để Ngõ Số đọc vị trí của máy khi tôi bấm gửi phản ánh, chỉ để đặt ghim và chọn đúng "
            "xã, phường. Vị trí không được theo dõi. Không đồng ý thì tôi tự đặt ghim trên bản đồ."
        ),
    ),
    Purpose.TEAM_CONTACT: Sentence(
        title="Cho tổ công nghệ số cộng đồng liên hệ",
        version="2026-11",
        text=(
            "Tôi đồng ý để Tổ công nghệ số cộng đồng nơi tôi ở xem số điện thoại của tôi và gọi để hướng dẫn "
            "dịch vụ công. Tổ không bao giờ hỏi mật khẩu hay mã OTP. Tôi có thể rút lại bất cứ lúc nào."
        ),
    ),
    Purpose.RESCUE_HELP: Sentence(
        title="Giúp khi có người kêu cứu gần nơi tổ tôi phụ trách",
        version="2026-11",
        text=(
            "Tôi đồng ý để Ngõ Số báo cho tôi, là tình nguyện viên, khi có người kêu cứu ở địa bàn của tổ. Tôi chỉ nhận "
            "ca khi tự đi được an toàn. Tên tôi hiện với Chỉ huy cứu hộ khi tôi nhận ca. Tôi có thể rút lại bất cứ lúc nào."
        ),
    ),
}


def consent_of(purpose: Purpose, *, granted: bool, decided_at: datetime | None) -> Consent:
    """A purpose as a person sees it; silence is not consent."""
    sentence = SENTENCES[purpose]
    return Consent(
        purpose=purpose,
        title=sentence.title,
        text=sentence.text,
        text_version=sentence.version,
        granted=granted,
        decided_at=decided_at,
    )
