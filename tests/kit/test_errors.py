"""Every problem has a status, a slug and a Vietnamese title."""

import msgspec
import pytest

from api.kit import errors
from api.kit.errors import FieldError, Problem

EXPECTED = {
    errors.Malformed: (400, "malformed"),
    errors.SignInNeeded: (401, "sign-in-needed"),
    errors.NotAllowed: (403, "not-allowed"),
    errors.NotFound: (404, "not-found"),
    errors.MethodNotAllowed: (405, "method-not-allowed"),
    errors.TooLarge: (413, "too-large"),
    errors.Invalid: (422, "invalid"),
    errors.TooMany: (429, "too-many-requests"),
    errors.Unexpected: (500, "unexpected"),
    errors.Busy: (503, "busy"),
}
TITLES = {
    errors.Malformed: "Nội dung gửi lên không đọc được",
    errors.SignInNeeded: "Bạn cần đăng nhập",
    errors.NotAllowed: "Bạn không có quyền làm việc này",
    errors.NotFound: "Không tìm thấy nội dung này",
    errors.MethodNotAllowed: "Địa chỉ này không nhận kiểu yêu cầu đó",
    errors.TooLarge: "Nội dung gửi lên quá lớn",
    errors.Invalid: "Thông tin gửi lên chưa hợp lệ",
    errors.TooMany: "Bạn thao tác quá nhanh, hãy thử lại sau",
    errors.Unexpected: "Hệ thống gặp lỗi, chúng tôi đã ghi nhận",
    errors.Busy: "Hệ thống đang bận, hãy thử lại sau ít phút",
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_the_kits_problems_say_what_they_are(kind: type[Problem]) -> None:
    body = kind().body("r1")
    assert (body.status, body.type) == (EXPECTED[kind][0], f"/problems/{EXPECTED[kind][1]}")
    assert body.title == TITLES[kind]
    assert str(kind()) == kind.slug


def test_a_problem_carries_its_fields_to_the_wire() -> None:
    problem = errors.Invalid(
        detail="Xem lại", errors=[FieldError(field="a", message="m")], extra={"version": 3}, retry_after=9
    )
    assert problem.retry_after == 9
    assert msgspec.json.decode(msgspec.json.encode(problem.body("r1"))) == {
        "type": "/problems/invalid",
        "title": "Thông tin gửi lên chưa hợp lệ",
        "status": 422,
        "detail": "Xem lại",
        "errors": [{"field": "a", "message": "m"}],
        "request_id": "r1",
        "extra": {"version": 3},
    }


def test_what_is_not_there_is_left_out() -> None:
    assert msgspec.json.decode(msgspec.json.encode(errors.NotFound().body())) == {
        "type": "/problems/not-found",
        "title": "Không tìm thấy nội dung này",
        "status": 404,
    }
    assert errors.NotFound().retry_after is None


def test_a_bearer_challenge_comes_with_401() -> None:
    assert errors.SignInNeeded.headers == {"WWW-Authenticate": "Bearer"}
    assert errors.Problem.headers == {}
