"""Secrets at rest open for their owner only, and outlive a change of key."""

import msgspec
import pytest

from api.kit.sealing import seal, sealed_anew, unseal
from api.kit.settings import Settings

ROOT = "r" * 32
PLAIN = Settings(database_url="unused", secret_key=ROOT)


def with_keys(words: str, root: str = ROOT) -> Settings:
    """Settings whose seals are these."""
    return msgspec.structs.replace(PLAIN, secret_key=root, seal_keys=words)


def test_it_opens_for_its_owner_and_purpose_only() -> None:
    sealed = seal(PLAIN, "totp", "mai", "SECRET")
    assert "SECRET" not in sealed
    assert unseal(PLAIN, "totp", "mai", sealed) == "SECRET"
    assert unseal(PLAIN, "totp", "nam", sealed) is None
    assert unseal(PLAIN, "other", "mai", sealed) is None
    assert unseal(with_keys("", "s" * 32), "totp", "mai", sealed) is None


@pytest.mark.parametrize("broken", ["", "x", "đ", "gAAAAA=="])
def test_what_is_no_seal_opens_nothing(broken: str) -> None:
    assert unseal(PLAIN, "totp", "mai", broken) is None
    assert sealed_anew(PLAIN, "totp", "mai", broken) is None


def test_a_new_key_seals_while_the_old_ones_still_open() -> None:
    old = seal(with_keys("old"), "totp", "mai", "SECRET")
    first = seal(PLAIN, "totp", "mai", "SECRET")
    both = with_keys("new, old")
    assert [unseal(both, "totp", "mai", each) for each in (old, first)] == ["SECRET"] * 2
    new = seal(both, "totp", "mai", "SECRET")
    assert unseal(with_keys("old"), "totp", "mai", new) is None
    assert unseal(with_keys("new"), "totp", "mai", old) is None


def test_what_an_old_key_sealed_is_sealed_anew_once() -> None:
    both = with_keys("new,old")
    new = sealed_anew(both, "totp", "mai", seal(with_keys("old"), "totp", "mai", "SECRET"))
    assert new is not None
    assert unseal(with_keys("new"), "totp", "mai", new) == "SECRET"
    assert sealed_anew(both, "totp", "mai", new) is None
    assert sealed_anew(both, "totp", "nam", seal(with_keys("old"), "totp", "mai", "SECRET")) is None


def test_the_root_secret_may_change_when_the_old_one_stays_in_the_list() -> None:
    sealed = seal(PLAIN, "totp", "mai", "SECRET")
    changed = with_keys(f"new,{ROOT}", "s" * 32)
    assert unseal(changed, "totp", "mai", sealed) == "SECRET"
