"""What the province's server may say of itself and of a person, by itself: no server, no database."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey

from api.identity.rules import may_merge
from api.identity.rules.province import (
    FACTOR_AGE,
    LEEWAY,
    Metadata,
    ProvinceDown,
    account_of,
    authorize_url,
    check_issuer,
    factor_at,
    is_safe,
    read_id_token,
    read_keys,
    read_metadata,
)
from api.identity.rules.trips import TripRefused, derived, landing, zalo_url
from api.identity.store.merging import Account
from api.kit.ids import uuid7
from api.kit.settings import Settings

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
ISSUER = "https://sso.hue.gov.vn"
SAID: dict[str, Any] = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/jwks",
}
SETTINGS = Settings(
    database_url="unused",
    secret_key="s" * 32,
    oidc_issuer=ISSUER,
    oidc_client_id="ngo-so",
    oidc_phone_claim="phone_number",
    oidc_email_claim="email",
)
VERIFIER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"
"""The vector of zalo.md §8."""
CHALLENGE = "RqIZl4LIgn8KxW9QO-nTnv7pf0CnNrksx9fF-CXP2FE"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://sso.hue.gov.vn/x", True),
        ("http://127.0.0.1:9400", True),
        ("http://localhost:9400/a", True),
        ("http://sso.hue.gov.vn", False),
        ("https://sso.hue.gov.vn#x", False),
        ("ftp://127.0.0.1", False),
        ("https://", False),
        ("javascript:alert(1)", False),
        (None, False),
    ],
)
def test_only_https_or_this_machine(url: object, *, safe: bool) -> None:
    assert is_safe(url) is safe


def test_a_description_is_believed_only_of_its_own_issuer_and_over_https() -> None:
    found = read_metadata(ISSUER, SAID)
    assert found == Metadata(
        authorization_endpoint=f"{ISSUER}/authorize",
        token_endpoint=f"{ISSUER}/token",
        jwks_uri=f"{ISSUER}/jwks",
        post_secret=False,
        sends_iss=False,
    )
    for wrong in (
        {"issuer": f"{ISSUER}/"},
        {"token_endpoint": "http://sso.hue.gov.vn/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "//evil"},
    ):
        with pytest.raises(ProvinceDown):
            read_metadata(ISSUER, {**SAID, **wrong})
    methods = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert read_metadata(ISSUER, {**SAID, **methods}).post_secret
    methods = {"token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"]}
    assert not read_metadata(ISSUER, {**SAID, **methods}).post_secret


def test_who_says_that_it_sends_its_name_must_send_it() -> None:
    said = {**SAID, "authorization_response_iss_parameter_supported": True}
    naming, silent = read_metadata(ISSUER, said), read_metadata(ISSUER, SAID)
    check_issuer(naming, ISSUER, ISSUER)
    check_issuer(silent, ISSUER, None)
    for metadata, iss in ((naming, None), (naming, "https://evil.example"), (silent, "https://evil.example")):
        with pytest.raises(TripRefused):
            check_issuer(metadata, ISSUER, iss)


def test_public_keys_only_and_what_cannot_be_used_is_left_out() -> None:
    rsa, curve = RSAKey.generate_key(2048, auto_kid=True), ECKey.generate_key("P-256", auto_kid=True)
    public = [rsa.as_dict(private=False), curve.as_dict(private=False)]
    shared = OctKey.generate_key(256).as_dict(private=True)
    sealing = {**RSAKey.generate_key(2048).as_dict(private=False), "use": "enc"}
    found = read_keys({"keys": [shared, sealing, {"kty": "EC", "crv": "unheard"}, "x", *public]})
    assert [key.kid for key in found.keys] == [rsa.kid, curve.kid]
    nothings: tuple[dict[str, Any], ...] = ({}, {"keys": []}, {"keys": "x"}, {"keys": [shared]})
    for nothing in nothings:
        with pytest.raises(ProvinceDown):
            read_keys(nothing)


def test_a_shared_secret_signs_nothing_even_if_it_were_among_the_keys() -> None:
    shared, rsa = OctKey.generate_key(256, auto_kid=True), RSAKey.generate_key(2048, auto_kid=True)
    at = int(AT.timestamp())
    claims = {"iss": ISSUER, "aud": "ngo-so", "sub": "1", "iat": at, "exp": at + 60, "nonce": "n"}
    keys = KeySet([shared, rsa])
    right = jwt.encode({"alg": "PS384", "kid": rsa.kid}, claims, rsa, algorithms=["PS384"])
    assert read_id_token(SETTINGS, keys, right, nonce="n", at=AT).subject == "1"
    wrong = jwt.encode({"alg": "HS256", "kid": shared.kid}, claims, shared)
    with pytest.raises(TripRefused):
        read_id_token(SETTINGS, keys, wrong, nonce="n", at=AT)


def test_the_way_out_carries_state_nonce_and_challenge_never_a_secret() -> None:
    metadata = read_metadata(ISSUER, {**SAID, "authorization_endpoint": f"{ISSUER}/authorize?tenant=1"})
    url = authorize_url(
        SETTINGS, metadata, redirect_uri="https://ngoso/v1", state="st", nonce="no", verifier=VERIFIER
    )
    assert url == (
        f"{ISSUER}/authorize?tenant=1&response_type=code&client_id=ngo-so&redirect_uri=https%3A%2F%2Fngoso%2Fv1"
        f"&scope=openid+profile&state=st&nonce=no&code_challenge={CHALLENGE}&code_challenge_method=S256"
    )
    settings = Settings(database_url="unused", secret_key="s" * 32, zalo_app_id="36")
    assert zalo_url(settings, redirect_uri="https://n/v1", state="st", verifier=VERIFIER) == (
        "https://oauth.zaloapp.com/v4/permission?app_id=36&redirect_uri=https%3A%2F%2Fn%2Fv1"
        f"&code_challenge={CHALLENGE}&state=st"
    )


def test_what_is_derived_of_a_state_differs_by_purpose_state_and_secret() -> None:
    words = {derived(secret, purpose, state) for secret in "ab" for purpose in "cd" for state in "ef"}
    assert len(words) == 8
    assert {len(word) for word in words} == {43}


def test_the_landing_is_our_screen_and_passes_on_four_words_cut_short() -> None:
    told = {"code": "c" * 3000, "state": "s", "error_description": "x", "session_state": "y", "iss": ""}
    assert landing(told) == f"/#/vao?code={'c' * 2000}&state=s"


NOW = AT.timestamp()


@pytest.mark.parametrize(
    ("claims", "age"),
    [
        ({"amr": ["pwd", "otp"], "auth_time": NOW - 60}, 60),
        ({"acr": "cao", "auth_time": NOW - FACTOR_AGE}, FACTOR_AGE),
        ({"amr": ["otp"], "auth_time": NOW + LEEWAY}, 0),
        ({"amr": ["otp"], "auth_time": NOW - FACTOR_AGE - 1}, None),
        ({"amr": ["otp"], "auth_time": NOW + LEEWAY + 1}, None),
        ({"amr": ["otp"]}, None),
        ({"amr": ["otp"], "auth_time": str(NOW)}, None),
        ({"amr": ["otp"], "auth_time": True}, None),
        ({"amr": ["otp"], "auth_time": float("nan")}, None),
        ({"amr": ["otp"], "auth_time": 1e300}, None),
        ({"amr": "otp", "auth_time": NOW}, None),
        ({"amr": [["otp"]], "auth_time": NOW}, None),
        ({"amr": ["pwd"], "acr": "otp", "auth_time": NOW}, None),
        ({"auth_time": NOW}, None),
    ],
    ids=str,
)
def test_a_second_factor_counts_when_it_is_named_and_its_time_is_known(
    claims: dict[str, Any], age: int | None
) -> None:
    found = factor_at(["amr:otp", "acr:cao"], claims, AT)
    assert found == (None if age is None else AT - timedelta(seconds=age))
    assert factor_at([], claims, AT) is None


@pytest.mark.parametrize(
    ("claims", "phone", "email"),
    [
        ({"phone_number": "0912 345 678", "phone_number_verified": True}, "+84912345678", None),
        ({"phone_number": "0912345678", "phone_number_verified": "true"}, None, None),
        ({"phone_number": "0912345678", "phone_number_verified": 1}, None, None),
        ({"phone_number": "0912345678", "email_verified": True}, None, None),
        ({"phone_number": "02343123456", "phone_number_verified": True}, None, None),
        ({"email": "a@hue.gov.vn", "email_verified": True}, None, "a@hue.gov.vn"),
        ({"email": ["a@hue.gov.vn"], "email_verified": True}, None, None),
    ],
    ids=str,
)
def test_only_what_the_server_says_it_verified_is_believed(
    claims: dict[str, Any], phone: str | None, email: str | None
) -> None:
    found = account_of(SETTINGS, {"sub": "1", **claims}, AT)
    assert (found.phone, found.email, found.name) == (phone, email, "")


def test_a_name_is_one_short_line_or_none() -> None:
    assert account_of(SETTINGS, {"sub": "1", "name": " Lê\u200b  Thị\nHoa "}, AT).name == "Lê Thị Hoa"
    assert len(account_of(SETTINGS, {"sub": "1", "name": "x" * 300}, AT).name) == 80
    assert not account_of(SETTINGS, {"sub": "1", "name": {"vi": "Hoa"}}, AT).name


def test_two_accounts_of_the_province_stay_apart() -> None:
    plain = {"zalo_id": None, "has_phone": False, "phone": None, "demo": False, "has_served": False}
    has, none = (Account(id=uuid7(), has_province=there, **plain) for there in (True, False))  # type: ignore[arg-type]  # one line of columns
    assert not may_merge(has, has)
    assert may_merge(has, none)
    assert may_merge(none, has)
