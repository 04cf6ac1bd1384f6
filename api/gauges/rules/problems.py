"""What the doors of gauges refuse."""

from api.kit.errors import FieldError, Problem


class StationNotFound(Problem):
    """No such station in service."""

    status = 404
    slug = "gauge-station-not-found"
    title = "Không có trạm đo này"


class ReadingNotFound(Problem):
    """No such reading at a station of this officer's province."""

    status = 404
    slug = "gauge-reading-not-found"
    title = "Không tìm thấy số đo này"


class OrderIdTaken(Problem):
    """The same id was recorded with another content."""

    status = 409
    slug = "reservoir-order-id-taken"
    title = "Mã này đã dùng cho một lệnh điều tiết khác"


class OrderUnusable(Problem):
    """Understood, but it cannot be an order."""

    status = 422
    slug = "reservoir-order-unusable"
    title = "Lệnh điều tiết chưa ghi được, hãy kiểm tra lại"


def unusable(*, field: str, message: str) -> OrderUnusable:
    """One field of an order that is wrong."""
    return OrderUnusable(errors=[FieldError(field=field, message=message)])
