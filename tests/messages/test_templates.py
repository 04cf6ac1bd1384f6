"""The words that leave the app: every carrier's limit holds whatever the parameters are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.messages.contracts import (
    AlertParams,
    CampaignParams,
    DossierParams,
    Kind,
    Params,
    ReportParams,
    SystemParams,
    VisitParams,
)
from api.messages.rules.templates import LEAVE_IN_SMS, SMS_LIMIT, bare, render, safe, template_ids

ANYTHING = st.text(max_size=400)
PARAMS: st.SearchStrategy[Params] = st.one_of(
    st.builds(DossierParams, code=ANYTHING, status=ANYTHING, next_step=ANYTHING),
    st.builds(ReportParams, code=ANYTHING, status=ANYTHING),
    st.builds(AlertParams, headline=ANYTHING, level=ANYTHING, advice=ANYTHING),
    st.builds(VisitParams, matter=ANYTHING),
    st.builds(CampaignParams, name=ANYTHING, invitation=ANYTHING),
    st.builds(SystemParams, matter=ANYTHING),
)
URL = "https://hue.example.vn/#/hs/1"


@given(PARAMS)
def test_limits_hold(params: Params) -> None:
    words = render(params, title="Tin", url=URL, unsubscribe=None)
    assert len(words.sms) <= SMS_LIMIT
    assert words.sms.isascii()
    assert "\n" not in words.sms + words.subject
    assert words.sms.endswith(LEAVE_IN_SMS if isinstance(params, CampaignParams) else URL)
    assert len(words.subject) <= 120
    assert all(
        len(value) <= 200 and value == unicodedata.normalize("NFC", value) for value in words.zalo.values()
    )
    assert len(words.zalo.get("code", "")) <= 30
    assert len(words.zalo.get("status", "")) <= 30


@given(ANYTHING)
def test_a_parameter_brings_no_link_and_no_markup(text: str) -> None:
    words = render(SystemParams(matter=text + " http://x.vn/a <b>"), title="Tin", url=URL, unsubscribe=None)
    assert "x.vn" not in words.text
    assert "<b>" not in words.html.replace("<p><b>", "")
    assert words.html.count("href=") == 1


@pytest.mark.parametrize(
    "text",
    ["Bấm vào bit.ly/abc ngay", "xem HTTPS://lua.dao/x", "www.gia-mao.vn", "dichvucong-gov.vn.top/login"],
)
def test_addresses_in_parameters_are_dropped(text: str) -> None:
    assert not {"bit.ly", "lua.dao", "gia-mao", "login"} & set(safe(text).replace("/", " ").split())
    assert "/" not in safe(text)


def test_codes_stay_as_they_are() -> None:
    code = "000.00.04.G18-220603-0001"
    words = render(
        DossierParams(code=code, status="Yêu cầu bổ sung giấy tờ", next_step="Nộp bản sao giấy khai sinh"),
        title="",
        url=URL,
        unsubscribe=None,
    )
    assert words.sms == (f"Ngo So: Ho so {code}: Yeu cau bo sung giay to. Nop ban sao giay khai sinh {URL}")
    assert words.zalo == {
        "code": code,
        "status": "Yêu cầu bổ sung giấy tờ",
        "note": "Nộp bản sao giấy khai sinh",
    }


def test_marks_go_and_letters_stay() -> None:
    assert bare("Đường ngập SÂU, ở Phú Xuân — ÔNG “Đỗ”…") == "Duong ngap SAU, o Phu Xuan - ONG Do"


def test_without_parameters_only_the_title_is_told() -> None:
    words = render(
        None, title="Một ảnh của phản ánh PA-1 không dùng được", url=URL, unsubscribe="https://a/b"
    )
    assert words.subject == "Một ảnh của phản ánh PA-1 không dùng được"
    assert "https://a/b" in words.text
    assert words.zalo == {"title": "Một ảnh của phản ánh PA-1 không dùng được"}


def test_the_reviewed_templates_are_read_from_a_setting() -> None:
    assert template_ids("dossier=307211, report=307212,broken,alert=") == {
        Kind.DOSSIER: "307211",
        Kind.REPORT: "307212",
    }
