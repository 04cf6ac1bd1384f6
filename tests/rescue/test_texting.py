"""What a text for help means, however it is typed: without a database."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from api.kit.ids import uuid7
from api.rescue.contracts import Help, PlaceFrom, What
from api.rescue.rules import places, texting

HERE = Path(__file__).parent
ME = "0912345678"
SMS: list[tuple[str, dict[str, Any]]] = [
    ("SOS 5 nguoi, nuoc len mai nha, 12 Kim Long, 0912345678",
     {"people": 5, "what": What.ROOF, "place": "12 Kim Long", "for_other": False, "victim_phone": None}),
    ("SOS 5 nguoi, nuoc len mai nha, 12 Kim Long, 0987 654 321",
     {"people": 5, "place": "12 Kim Long", "for_other": True, "victim_phone": "+84987654321"}),
    ("Cứu với! Nhà ở cạnh trụ sở thôn Phú Mậu, 2 người già và 1 em bé, nước dâng nhanh lắm, cần ghe",
     {"people": 3, "what": What.FLOOD, "worse": True, "weak": "co", "help": Help.BOAT}),
    ("cuu me toi o 5 Nguyen Hue, gay chan khong ra duoc 0905111222",
     {"for_other": True, "victim_phone": "+84905111222", "what": What.ILL, "weak": "i"}),
    ("sat lo nui sau truong tieu hoc, 3 nguoi bi vui", {"what": What.SLIDE, "people": 3}),
    ("SOS 16.46371,107.58822 nuoc dang len nhanh", {"lat": 16.46371, "lon": 107.58822, "worse": True}),
    ("sos https://maps.google.com/?q=16.46371,107.58822 nha bi chay", {"lat": 16.46371, "what": What.FIRE}),
    ("lat ghe tren pha tam giang, 2 ng troi nguoi", {"what": What.SWEPT, "people": 2}),
    ("het gao nuoc uong, bi co lap 3 ngay, thon 4", {"what": What.STUCK, "help": Help.FOOD, "people": None}),
    ("ba bau sap sinh, can bac si, kiet 3 Bach Dang", {"weak": "p", "help": Help.DOCTOR, "what": What.ILL}),
    ("nuowcs leen mais nhaf, cuus vowis 3 nguwowif", {"what": What.ROOF, "people": 3, "weak": ""}),
    ("cu71u to6i vo7i nha2 bi5 nga65p, 2 tre3 em", {"what": What.FLOOD, "people": 2, "weak": "c"}),
    ("kuu voi nc lenn nhanhh, k ra dc", {"what": What.STUCK, "worse": True, "weak": ""}),
    ("s o s nc ngap, nam nguoi", {"what": What.FLOOD, "people": 5, "goes_on": False}),
    ("gia dinh 6 khau ngap, het gi an", {"what": What.FLOOD, "people": 6, "weak": "", "help": Help.FOOD}),
    ("nha sap ngap roi", {"what": What.FLOOD, "worse": True}),
    ("nha sap, co nguoi bi vui", {"what": What.SLIDE}),
    ("co nguoi chet duoi o cau Ga", {"what": What.SWEPT}),
    ("nuoc chay xiet", {"what": What.FLOOD, "worse": True, "place": None}),
    ("???", {"what": None, "people": None, "place": "???"}),
    ("", {"what": None, "text": None, "place_from": PlaceFrom.NONE}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "means"), SMS, ids=lambda value: str(value)[:30])
def test_a_text_means(text: str, means: dict[str, Any]) -> None:
    call = texting.read_sms("1", ME, text)
    assert {field: getattr(call, field) for field in means} == means
    assert call.phone == "+84912345678"


def test_marks_and_capitals_do_not_matter() -> None:
    plain, marked = (
        texting.read_sms("1", ME, text)
        for text in ("SOS 2 nguoi gia, nuoc len mai nha", "sos 2 NGƯỜI GIÀ, NƯỚC LÊN MÁI NHÀ")
    )
    assert (plain.what, plain.people, plain.weak) == (marked.what, marked.people, marked.weak)


def test_every_map_link_and_spelling_is_read() -> None:
    """miniapp/tests/unit/rescue-place.test.ts reads the same file."""
    for text, lat, lon in msgspec.json.decode((HERE / "places.json").read_bytes()):
        spot = places.read_place(text)
        if lat is None:
            assert spot is None, text
        else:
            assert spot is not None, text
            assert abs(spot.lat - lat) < 1e-6, text
            assert abs(spot.lon - lon) < 1e-6, text
    assert places.is_unread_link("https://maps.app.goo.gl/AbCd1234xyz")


def test_an_id_survives_a_text_message() -> None:
    for _ in range(20):
        one = uuid7()
        letters = texting.encoded(one)
        assert texting.decoded(letters.upper()) == one
        assert texting.read_sms("1", ME, f"SOS #{letters} 5 nguoi").id == one
    assert (
        texting.read_sms("1", ME, "SOS").id
        == texting.read_sms("1", ME, "SOS").id
        != texting.read_sms("2", ME, "SOS").id
    )
    assert texting.read_sms("1", "0987654321", "SOS").id != texting.read_sms("1", ME, "SOS").id, "counts anew"
