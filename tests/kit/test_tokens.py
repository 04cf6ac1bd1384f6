"""Access tokens prove who, and nothing else passes for one."""

import hmac
from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt
import pytest

from api.kit.errors import SignInNeeded
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tokens import (
    ACCESS_LIFETIME,
    derive_key,
    equal,
    keyed_hash,
    random_token,
    read_access,
    sign_access,
    signing_keys,
    token_digest,
)
from tests.given.time import frozen

SETTINGS = Settings(database_url="x", secret_key="s" * 32)
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CITIZEN = Principal(person_id=UUID(int=1), session_id=UUID(int=2), demo=True)
OFFICER = Principal(
    person_id=UUID(int=1), session_id=UUID(int=2), roles=frozenset({Role.CITIZEN, Role.OFFICER})
)


def test_a_token_brings_back_the_person_but_no_staff_role() -> None:
    citizen = read_access(SETTINGS, sign_access(SETTINGS, CITIZEN))
    assert (citizen.who.person_id, citizen.who.session_id) == (UUID(int=1), UUID(int=2))
    assert (citizen.staff, citizen.who.demo, citizen.who.roles) == (False, True, frozenset({Role.CITIZEN}))
    officer = read_access(SETTINGS, sign_access(SETTINGS, OFFICER))
    assert (officer.staff, officer.who.demo, officer.who.roles) == (True, False, frozenset({Role.CITIZEN}))


def test_a_token_lives_fifteen_minutes_and_five_seconds_of_leeway() -> None:
    assert timedelta(minutes=15) == ACCESS_LIFETIME
    with frozen(AT):
        token = sign_access(SETTINGS, CITIZEN)
    with frozen(AT + timedelta(minutes=15, seconds=5)):
        assert read_access(SETTINGS, token).who.person_id == UUID(int=1)
    with frozen(AT + timedelta(minutes=15, seconds=6)), pytest.raises(SignInNeeded) as refusal:
        read_access(SETTINGS, token)
    assert refusal.value.detail == "Phiên đăng nhập đã hết hạn"


def claims(**changed: object) -> dict[str, object]:
    """The claims of a good token, changed."""
    good: dict[str, object] = {
        "iss": "ngo-so", "aud": "ngo-so-api", "sub": str(UUID(int=1)), "sid": str(UUID(int=2)),
        "staff": False, "demo": False, "iat": AT, "exp": AT + timedelta(minutes=15),
    }  # fmt: skip
    return {name: value for name, value in {**good, **changed}.items() if value is not None}


@pytest.mark.parametrize("bent", ["", ".", "..", "a.b.c", "{}.", "{}..", "{}.e30.", "x{}", "{}x"])
def test_what_is_no_whole_token_is_refused_though_its_first_part_was_seen(bent: str) -> None:
    token = sign_access(SETTINGS, CITIZEN)
    assert read_access(SETTINGS, token).who.person_id == CITIZEN.person_id
    whole = bent.startswith("x") or bent.endswith("x")
    with pytest.raises(SignInNeeded):
        read_access(SETTINGS, bent.format(token if whole else token.partition(".")[0]))


@pytest.mark.parametrize(
    "changed",
    [{name: None} for name in ("iss", "aud", "sub", "sid", "iat", "exp")]
    + [{"iss": "other"}, {"aud": "other"}, {"sub": "not-a-uuid"}, {"sid": "7"}],
    ids=str,
)
def test_a_token_with_a_missing_or_foreign_claim_is_refused(changed: dict[str, object]) -> None:
    key = signing_keys(SETTINGS)["k1"]
    with frozen(AT):
        good = jwt.encode(claims(), key, "HS256", headers={"kid": "k1"})
        assert read_access(SETTINGS, good).who.person_id == UUID(int=1)
        bad = jwt.encode(claims(**changed), key, "HS256", headers={"kid": "k1"})
        with pytest.raises(SignInNeeded) as refusal:
            read_access(SETTINGS, bad)
    assert refusal.value.detail == "Phiên đăng nhập không hợp lệ"


@pytest.mark.parametrize("truthy", [1, "true", "no", [0]])
def test_only_a_true_claim_makes_staff_or_demo(truthy: object) -> None:
    key = signing_keys(SETTINGS)["k1"]
    with frozen(AT):
        token = jwt.encode(claims(staff=truthy, demo=truthy), key, "HS256", headers={"kid": "k1"})
        access = read_access(SETTINGS, token)
    assert (access.staff, access.who.demo) == (False, False)


def test_foreign_signatures_are_refused() -> None:
    key = signing_keys(SETTINGS)["k1"]
    with frozen(AT):
        for token in (
            jwt.encode(claims(), "", "none", headers={"kid": "k1"}),
            jwt.encode(claims(), b"x" * 32, "HS256", headers={"kid": "k1"}),
            jwt.encode(claims(), key, "HS256", headers={"kid": "k2"}),
            jwt.encode(claims(), key, "HS256"),
            jwt.encode(claims(), key + b"0" * 32, "HS512", headers={"kid": "k1"}),
            "",
            "a.b.c",
        ):
            with pytest.raises(SignInNeeded):
                read_access(SETTINGS, token)


def test_keys_rotate_without_signing_anybody_out() -> None:
    both = Settings(database_url="x", secret_key="s" * 32, token_keys=" k2 , k1,")
    assert list(signing_keys(both)) == ["k2", "k1"]
    assert read_access(both, sign_access(SETTINGS, CITIZEN)).who.person_id == UUID(int=1)
    assert jwt.get_unverified_header(sign_access(both, CITIZEN))["kid"] == "k2"
    with pytest.raises(SignInNeeded):
        read_access(SETTINGS, sign_access(both, CITIZEN))


def test_each_purpose_and_each_secret_has_its_own_key() -> None:
    keys = {derive_key("s", "a"), derive_key("s", "b"), derive_key("t", "a")}
    assert len(keys) == 3
    # Stored hashes and live tokens depend on these bytes: HMAC-SHA256("s", "ngo-so:a").
    assert derive_key("s", "a").hex() == "b6ae4ab36db725c9a048b69d5cb087dbcba90ad81342d4176abd09d048ed50db"


@pytest.mark.parametrize("length", [1, 40, 63, 64, 65, 200])
def test_a_keyed_hash_is_hmac_whatever_the_length_of_the_key(length: int) -> None:
    secret = "đ" * (length // 2) + "k" * (length % 2)
    message = b"\0\0\0\x03two\0\0\0\x05parts"
    assert keyed_hash(secret, "two", "parts") == hmac.digest(secret.encode(), message, "sha256").hex()


def test_parts_of_a_keyed_hash_do_not_run_together() -> None:
    assert keyed_hash("s", "ab", "c") != keyed_hash("s", "a", "bc")
    assert keyed_hash("s", "a") != keyed_hash("t", "a")
    assert keyed_hash("s", "a") == keyed_hash("s", "a")
    # HMAC-SHA256("s", 00000001 61 00000002 c491): rows are found by it, so it may never change.
    assert keyed_hash("s", "a", "đ") == "8211b8276db55ecc00bd04830a50e9ad72a83403f618cb3537ab864d113c7a9d"


def test_random_tokens_are_long_and_known_by_their_digest() -> None:
    one, other = random_token(), random_token()
    assert one != other
    assert len(one) >= 43
    assert token_digest(one) != token_digest(other)
    assert token_digest("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


def test_equal() -> None:
    assert equal("đ1", "đ1")
    assert not equal("đ1", "đ2")
