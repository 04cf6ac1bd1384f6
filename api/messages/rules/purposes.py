"""The sentences people say yes to before anything leaves the app, and what they are told about danger."""

from api.kit.errors import Problem
from api.messages.contracts import Kind

TEXT_VERSION = "2026-11"
"""Goes up whenever a sentence below changes."""
SENTENCES: dict[Kind, tuple[str, str]] = {
    Kind.DOSSIER: (
        "Hồ sơ của tôi",
        "Báo cho tôi khi hồ sơ tôi theo dõi chuyển trạng thái, cần bổ sung giấy tờ, trễ hẹn hoặc có kết quả.",
    ),
    Kind.REPORT: ("Phản ánh của tôi", "Báo cho tôi khi phản ánh tôi gửi được tiếp nhận, trả lời hoặc đóng."),
    Kind.ALERT: (
        "Cảnh báo nơi tôi ở",
        "Gửi cho tôi cảnh báo thiên tai của xã, phường tôi chọn.",
    ),
    Kind.VISIT: (
        "Tổ công nghệ số",
        "Báo cho tôi về lượt thăm hộ và việc của tổ công nghệ số cộng đồng mà tôi tham gia.",
    ),
    Kind.CAMPAIGN: (
        "Chiến dịch, lớp hướng dẫn",
        "Mời tôi dự lớp hướng dẫn và các đợt ra quân về dịch vụ công trực tuyến ở địa phương.",
    ),
    Kind.SYSTEM: ("Tài khoản của tôi", "Báo cho tôi về tài khoản Ngõ Số và việc tôi phụ trách."),
}
DANGER = (
    "Từ 21 giờ đến 7 giờ chúng tôi không gửi gì ra ngoài ứng dụng, trừ cảnh báo nguy hiểm đến tính mạng. "
    "Hộp thư trong ứng dụng luôn nhận đủ."
)


class PreferencesTextChanged(Problem):
    """The sentences on the screen are not the current ones: show the new ones and ask again."""

    status = 409
    slug = "preferences-text-changed"
    title = "Nội dung đồng ý đã được cập nhật, hãy đọc lại"


class EmailCodeWrong(Problem):
    """Not the code that was sent, or it is over, or too many tries: ask for a new one."""

    status = 422
    slug = "email-code-wrong"
    title = "Mã xác nhận thư điện tử không đúng hoặc đã hết hạn"
    keeps_writes = True


class TooManyPushSubscriptions(Problem):
    """More browsers than one person has."""

    status = 409
    slug = "too-many-push-subscriptions"
    title = "Đã có quá nhiều thiết bị nhận thông báo"


class PushEndpointRefused(Problem):
    """The endpoint is not a push service's: we would be made to call any address on earth."""

    status = 422
    slug = "push-endpoint-refused"
    title = "Trình duyệt này dùng dịch vụ thông báo mà hệ thống không gửi đến được"


class LinkNotOurs(Problem):
    """A link to stop e-mails, or to tell receipts, that we did not make."""

    status = 404
    slug = "link-not-ours"
    title = "Liên kết này không đúng"


class DeliveryNotFound(Problem):
    """No such dead letter."""

    status = 404
    slug = "delivery-not-found"
    title = "Không tìm thấy tin này trong danh sách chưa gửi được"


class AlreadyReached(Problem):
    """The person was told another way meanwhile: sending again would tell them twice."""

    status = 409
    slug = "already-reached"
    title = "Người này đã nhận được tin qua kênh khác"


def email_masked(address: str) -> str:
    """An address its owner recognises: `h••••@gmail.com`."""
    name, _, host = address.rpartition("@")
    return f"{name[:1]}••••@{host}"
