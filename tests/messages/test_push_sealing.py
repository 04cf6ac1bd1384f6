"""Web Push: the body of RFC 8291's own example, byte for byte, and who sends (RFC 8292)."""

import httpx
import jwt
import msgspec
import pytest

from api.kit.settings import Settings
from api.messages.gateway.push import PushCarrier, b64, point, push_key, sealed, unb64, vapid_key
from tests.given.carriers import opened, private_key

TEXT = b"When I grow up, I want to be a watermelon"
AUTH = unb64("BTBZMqHH6r4Tts7J_aSIgg")
SALT = unb64("DGv6ra1nlYgDCS1FRnbzlw")
BROWSER = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
SENDER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK"
    "6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_standard() -> None:
    """RFC 8291, appendix A."""
    browser = private_key(BROWSER)
    body = sealed(TEXT, point(browser), AUTH, key=private_key(SENDER), salt=SALT)
    assert b64(body) == BODY
    assert opened(body, browser, AUTH) == TEXT


def test_nothing_is_sealed_twice_alike() -> None:
    browser = private_key(BROWSER)
    assert sealed(TEXT, point(browser), AUTH) != sealed(TEXT, point(browser), AUTH)


def test_keys_that_are_no_point_are_refused() -> None:
    with pytest.raises(ValueError, match=r".+"):
        sealed(TEXT, b"\x04" + b"\x01" * 64, AUTH)


def test_the_installation_says_who_it_is(settings: Settings) -> None:
    carrier = PushCarrier(httpx.AsyncClient(), settings)
    scheme, _, rest = carrier.proof("https://fcm.googleapis.com/fcm/send/abc").partition(" ")
    token, key = (part.partition("=")[2] for part in rest.split(", "))
    claims = jwt.decode(
        token, vapid_key(settings).public_key(), algorithms=["ES256"], audience="https://fcm.googleapis.com"
    )
    assert (scheme, key) == ("vapid", push_key(settings))
    assert claims["sub"] == f"mailto:{settings.email_from}"


def test_another_secret_is_another_key(settings: Settings) -> None:
    other = msgspec.structs.replace(settings, secret_key="z" * 32)
    assert push_key(settings) != push_key(other)
    assert push_key(settings) == push_key(msgspec.structs.replace(settings, demo=False))
