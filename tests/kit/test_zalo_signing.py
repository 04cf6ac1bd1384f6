"""Zalo's five formulas against published vectors, and against what makes them easy to get wrong."""

import json

import pytest

from api.kit.zalo_signing import (
    appsecret_proof,
    as_javascript,
    code_challenge,
    hash_phone,
    mini_app_signature,
    new_verifier,
    oa_signature,
    same_signature,
    zalo_phone,
)

OA_BODY = (
    '{"app_id":"360846524840903967","sender":{"id":"246845883529197922"},'
    '"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},'
    '"event_name":"user_send_text","message":{"text":"Xin chào","msg_id":"96d3cdf3af150460909"},'
    '"timestamp":"1787209817225"}'
)
REVOKED = {
    "event": "user.revoke.consent",
    "appId": "2646373759294038927",
    "userId": "4047671499938107249",
    "timestamp": 1670553442564,
}


def test_the_proof_is_an_hmac_of_the_token() -> None:
    proof = "93aec35127a65ee8d141e5fef90db2bbb0738a22d3dd9ac3f163315c1b9dcd5c"
    assert appsecret_proof("AT-demo-0001", "app-secret-0001") == proof


def test_the_webhook_of_an_official_account_is_a_plain_digest_of_the_exact_bytes() -> None:
    mac = "785acd10f0d02a574179cec82dcd699a44c5198be06e168859c94c842d3712cd"
    raw = OA_BODY.encode()
    assert oa_signature("360846524840903967", raw, "1787209817225", "oa-secret-0001") == mac
    respaced = json.dumps(json.loads(OA_BODY), ensure_ascii=False).encode()
    assert oa_signature("360846524840903967", respaced, "1787209817225", "oa-secret-0001") != mac


def test_the_webhook_of_the_mini_app_signs_values_in_the_order_of_their_keys() -> None:
    mac = "d180c7f74a26df6c4ed7ea95f4c97e57baf6eb68b396813591b3922fd9abfc92"
    assert mini_app_signature(REVOKED, "api-key-0001") == mac
    assert mini_app_signature(dict(reversed(REVOKED.items())), "api-key-0001") == mac
    assert mini_app_signature({**REVOKED, "userId": "1"}, "api-key-0001") != mac


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Xin chào", "Xin chào"),
        (1670553442564, "1670553442564"),
        (-1, "-1"),
        (1.0, "1"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (None, "null"),
        ({"b": [1, None], "a": "Huế"}, '{"b":[1,null],"a":"Huế"}'),
        ([], "[]"),
        ({"a": [2.0, {"b": 0.5}], "c": True}, '{"a":[2,{"b":0.5}],"c":true}'),
    ],
)
def test_values_are_written_as_javascript_does(value: object, written: str) -> None:
    assert as_javascript(value) == written


def test_a_challenge_follows_from_its_verifier() -> None:
    verifier = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"
    assert code_challenge(verifier) == "RqIZl4LIgn8KxW9QO-nTnv7pf0CnNrksx9fF-CXP2FE"
    assert len(new_verifier()) == 43
    assert new_verifier() != new_verifier()


def test_a_number_is_hashed_as_zalo_writes_it() -> None:
    digest = "116ce31ae9170769b075a11dedca1198f41d30318334919fb90917e9c617b438"
    assert hash_phone("84987654321") == hash_phone("+84987654321") == digest
    assert hash_phone("+84987654321", plus=True) not in ("", digest)
    assert zalo_phone("+84987654321") == "84987654321"


def test_a_signature_may_carry_its_prefix() -> None:
    assert same_signature("mac=" + "ab" * 32, "ab" * 32)
    assert same_signature("AB" * 32, "ab" * 32)
    assert not same_signature("mac=" + "ab" * 31, "ab" * 32)
    assert not same_signature("", "ab" * 32)
    assert not same_signature("đường", "ab" * 32)
