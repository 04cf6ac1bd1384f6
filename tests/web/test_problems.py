"""Whatever goes wrong leaves as problem+json, in Vietnamese, with the field named."""

from collections.abc import AsyncIterator
from typing import Annotated, ClassVar

import asyncpg
import httpx
import msgspec
import pytest
from litestar import Litestar, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from api.kit.errors import FieldError, Problem
from api.kit.log import set_up_logging
from api.web.auth import public
from api.web.edge import Edge
from api.web.problems import in_vietnamese, problems, render
from tests.given.web import http_client


class TooDeep(Problem):
    status = 409
    slug = "too-deep"
    title = "Nước quá sâu"
    headers: ClassVar[dict[str, str]] = {"X-Depth": "2"}


class Rain(msgspec.Struct, forbid_unknown_fields=True):
    station: Annotated[str, msgspec.Meta(min_length=2, max_length=5)]
    millimetres: Annotated[int, msgspec.Meta(ge=0)] = 0


FAILURES: dict[str, Exception] = {
    "problem": TooDeep(
        detail="Lội không được", errors=[FieldError(field="depth", message="sâu")], retry_after=7
    ),
    "crash": RuntimeError("the citizen's phone is 0912345678"),
    "timeout": TimeoutError(),
    "database-gone": asyncpg.ConnectionDoesNotExistError("x"),
    "deadlock": asyncpg.DeadlockDetectedError("x"),
    "slow-query": asyncpg.QueryCanceledError("x"),
    "nul-byte": asyncpg.CharacterNotInRepertoireError("x"),
    "number-too-big": asyncpg.NumericValueOutOfRangeError("x"),
}


@get("/fail/{kind:str}", guards=[public])
async def fail(kind: FromPath[str]) -> None:
    raise FAILURES[kind]


@post("/rain", guards=[public])
async def report_rain(data: JSONBody[Rain]) -> Rain:
    return data


@get("/count", guards=[public])
async def count(n: FromQuery[int]) -> int:
    return n


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = Litestar(
        [fail, report_rain, count], exception_handlers={Exception: render}, openapi_config=None,
        logging_config=None, request_max_body_size=1000,
    )  # fmt: skip
    app.asgi_handler = Edge(app.asgi_handler)
    set_up_logging("info")
    async with http_client(app) as client:
        yield client


@pytest.mark.parametrize(
    ("kind", "status", "slug"),
    [
        ("problem", 409, "too-deep"),
        ("crash", 500, "unexpected"),
        ("timeout", 503, "busy"),
        ("database-gone", 503, "busy"),
        ("deadlock", 503, "busy"),
        ("slow-query", 503, "busy"),
        ("nul-byte", 422, "invalid"),
        ("number-too-big", 422, "invalid"),
    ],
)
async def test_each_failure_has_its_problem(
    client: httpx.AsyncClient, kind: str, status: int, slug: str
) -> None:
    answer = await client.get(f"/fail/{kind}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["type"] == f"/problems/{slug}"
    assert answer.json()["status"] == status
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


async def test_a_problem_brings_its_own_words_and_headers(client: httpx.AsyncClient) -> None:
    answer = await client.get("/fail/problem")
    assert answer.json()["detail"] == "Lội không được"
    assert answer.json()["errors"] == [{"field": "depth", "message": "sâu"}]
    assert (answer.headers["x-depth"], answer.headers["retry-after"]) == ("2", "7")
    assert (await client.get("/fail/timeout")).headers["retry-after"] == "5"


async def test_a_crash_tells_nobody_what_it_was_about(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = await client.get("/fail/crash")
    logged = capsys.readouterr().err
    assert "0912345678" not in answer.text + logged
    assert "RuntimeError" in logged
    assert "fail:" in logged
    assert answer.headers["x-request-id"] in logged


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        (b'{"station": "x"}', "station", "Độ dài phải >= 2"),
        (b'{"station": "xxxxxx"}', "station", "Độ dài phải <= 5"),
        (b'{"station": "abc", "millimetres": -1}', "millimetres", "Giá trị phải >= 0"),
        (b'{"station": 7}', "station", "Cần kiểu str, nhận được int"),
        (b"{}", "data", "Thiếu trường station"),
        (b'{"station": "abc", "colour": 1}', "data", "Trường colour không có trong biểu mẫu"),
        (b"[]", "data", "Cần kiểu object, nhận được array"),
    ],
)
async def test_a_bad_body_names_its_field(
    client: httpx.AsyncClient, body: bytes, field: str, message: str
) -> None:
    answer = await client.post("/rain", content=body)
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": field, "message": message}]


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"", b'{"station": "\xc3"}'])
async def test_bytes_that_are_not_json_are_malformed(client: httpx.AsyncClient, body: bytes) -> None:
    answer = await client.post("/rain", content=body)
    assert answer.status_code in (400, 422)
    assert answer.json()["type"] in ("/problems/malformed", "/problems/invalid")


async def test_a_bad_parameter_names_itself(client: httpx.AsyncClient) -> None:
    wrong, missing = await client.get("/count?n=abc"), await client.get("/count")
    assert [error["field"] for error in wrong.json()["errors"]] == ["n"]
    assert [error["field"] for error in missing.json()["errors"]] == ["n"]
    assert wrong.status_code == missing.status_code == 422


async def test_unknown_addresses_and_verbs(client: httpx.AsyncClient) -> None:
    nothing, verb = await client.get("/nothing"), await client.delete("/rain")
    assert (nothing.status_code, nothing.json()["type"]) == (404, "/problems/not-found")
    assert (verb.status_code, verb.json()["type"]) == (405, "/problems/method-not-allowed")
    assert "POST" in verb.headers["allow"]


async def test_a_body_over_the_limit(client: httpx.AsyncClient) -> None:
    answer = await client.post("/rain", content=b'{"station": "' + b"x" * 2000 + b'"}')
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")


def test_handlers_document_their_problems_by_status() -> None:
    documented = problems(TooDeep)
    assert list(documented) == [409]
    assert documented[409].description == "`/problems/too-deep`: Nước quá sâu"
    assert documented[409].media_type == "application/problem+json"


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Invalid enum value 'x'", "Giá trị 'x' không có trong danh mục"),
        ("Invalid UUID", "Mã định danh không hợp lệ"),
        ("Invalid RFC3339 encoded datetime", "Thời điểm không hợp lệ"),
        ("Expected `str` matching regex '^a$'", "Sai định dạng"),
        ("something else", "Giá trị chưa hợp lệ"),
    ],
)
def test_validators_speak_vietnamese(english: str, vietnamese: str) -> None:
    assert in_vietnamese(english) == vietnamese
