"""Signed requests: the vectors printed for other developers, and what is refused."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.signing import (
    TIME_WINDOW,
    SignatureRefused,
    Signed,
    canonical,
    check,
    headers_for,
    secret_of,
    sign,
)

MANUAL = Path(__file__).parents[2] / "docs" / "integration.md"
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SECRET = "bi-mat-de-thu"
VECTORS = [
    (
        Signed(
            method="PUT",
            target="/v1/integration/dossiers/H57.12-261116-0001",
            timestamp="1795399200",
            nonce="0123456789abcdef",
            body='{"event_id":"e-1","note":"Đủ giấy tờ"}'.encode(),
        ),
        "v1=7c133a9fd5d27f148fb124bbd0929f49c024da31db8d92ed2a84a6fea0b6f976",
    ),
    (
        Signed(
            method="GET",
            target="/v1/integration/gaps?limit=100",
            timestamp="1795399200",
            nonce="ABCDEFGHIJKLMNOP_-",
            body=b"",
        ),
        "v1=651f38df6fcc4b65a780ea703357602113b204d5742de2de9399768469478caf",
    ),
]


def test_the_canonical_text_is_six_lines() -> None:
    assert canonical(VECTORS[1][0]).splitlines() == [
        "NGO-SO-HMAC-SHA256",
        "1795399200",
        "ABCDEFGHIJKLMNOP_-",
        "GET",
        "/v1/integration/gaps?limit=100",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ]


@pytest.mark.parametrize(("request_", "signature"), VECTORS, ids=["put", "get"])
def test_the_manual_prints_the_true_vectors(request_: Signed, signature: str) -> None:
    assert sign(SECRET, request_) == signature
    manual = MANUAL.read_text(encoding="utf-8")
    assert signature in manual
    assert request_.target in manual
    assert re.search(request_.nonce, manual)


def refused(headers: dict[str, str], **changes: object) -> str:
    words = {"method": "PUT", "target": "/x", "body": b"{}", "at": AT} | changes
    with pytest.raises(SignatureRefused) as caught:
        check({name.lower(): value for name, value in headers.items()}, SECRET, **words)  # type: ignore[arg-type]  # the words of one call
    return caught.value.detail or ""


def test_each_reason_is_told() -> None:
    good = headers_for("key", SECRET, "PUT", "/x", b"{}", AT)
    lower = {name.lower(): value for name, value in good.items()}
    assert check(lower, SECRET, method="PUT", target="/x", body=b"{}", at=AT) == good["X-Nonce"]
    assert "X-Signature" in refused(good | {"X-Signature": ""})
    assert "X-Timestamp" in refused(good | {"X-Timestamp": "2026-11-23T02:00:00Z"})
    assert "X-Nonce" in refused(good | {"X-Nonce": "short"})
    assert "300" in refused(good | {"X-Timestamp": str(int(AT.timestamp()) - TIME_WINDOW - 1)})
    assert "300" in refused(good | {"X-Timestamp": str(int(AT.timestamp()) + TIME_WINDOW + 1)})
    for changes in ({"method": "POST"}, {"target": "/y"}, {"body": b"{} "}):
        assert "không khớp" in refused(good, **changes)
    assert "không khớp" in refused(good | {"X-Signature": good["X-Signature"].removeprefix("v1=")})


@given(st.binary(max_size=50), st.integers(0, 49), st.integers(1, 255))
def test_no_changed_byte_of_a_body_passes(body: bytes, place: int, other: int) -> None:
    if place >= len(body):
        return
    good = headers_for("key", SECRET, "PUT", "/x", body, AT)
    changed = body[:place] + bytes([body[place] ^ other]) + body[place + 1 :]
    assert "không khớp" in refused(good, body=changed)


def test_secrets_differ_by_purpose_and_name() -> None:
    made = {secret_of("root", purpose, name) for purpose in ("a", "b") for name in ("x", "y")}
    assert len(made) == 4
