"""Settings are read once, typed, and refused by name."""

import msgspec
import pytest

from api.kit.settings import Settings, SettingsError, read_settings

LEAST = {"DATABASE_URL": "postgresql://x/y", "SECRET_KEY": "k" * 32}


def test_the_least_environment_gives_safe_defaults() -> None:
    settings = read_settings(LEAST)
    assert settings.database_url == "postgresql://x/y"
    assert settings.demo is False
    assert settings.zalo_app_id == ""
    assert settings.metrics_token == ""
    assert settings.trusted_proxies == 0
    assert settings.province_code == "46"


@pytest.mark.parametrize("missing", sorted(LEAST))
def test_a_missing_required_variable_is_named(missing: str) -> None:
    with pytest.raises(SettingsError, match=rf"^{missing} is not set$"):
        read_settings({name: value for name, value in LEAST.items() if name != missing})


@pytest.mark.parametrize(("raw", "value"), [("1", True), ("TRUE", True), ("on", True), ("yes", True), ("0", False),
                                            ("off", False), ("no", False), ("false", False), ("", False)])  # fmt: skip
def test_switches(raw: str, value: bool) -> None:  # noqa: FBT001
    assert read_settings({**LEAST, "DEMO": raw}).demo is value


def test_a_switch_that_is_neither_is_named() -> None:
    with pytest.raises(SettingsError, match=r"^DEMO must be 1 or 0$"):
        read_settings({**LEAST, "DEMO": "maybe"})


def test_numbers() -> None:
    assert read_settings({**LEAST, "POOL_SIZE": "25"}).pool_size == 25
    with pytest.raises(SettingsError, match=r"^POOL_SIZE must be a whole number$"):
        read_settings({**LEAST, "POOL_SIZE": "many"})


def test_a_choice_is_one_of_its_words() -> None:
    assert read_settings({**LEAST, "ZALO_WEBHOOK_STRICT": "never"}).zalo_webhook_strict == "never"
    with pytest.raises(SettingsError, match=r"^ZALO_WEBHOOK_PREFIX must be one of app_id, oa_id$"):
        read_settings({**LEAST, "ZALO_WEBHOOK_PREFIX": "user_id"})


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"^SECRET_KEY must have at least 32 characters$"):
        read_settings({**LEAST, "SECRET_KEY": "k" * 31})
    assert read_settings({**LEAST, "SECRET_KEY": "k" * 32}).secret_key == "k" * 32


def test_a_short_key_may_open_but_not_seal() -> None:
    with pytest.raises(SettingsError, match=r"^SEAL_KEYS: the first must have at least 32 characters$"):
        read_settings({**LEAST, "SEAL_KEYS": f"new,{'o' * 32}"})
    assert read_settings({**LEAST, "SEAL_KEYS": f"{'n' * 32},old"}).seal_keys.endswith(",old")


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**LEAST, "HOTLINE": "1022"}.items():
        monkeypatch.setenv(name, value)
    assert read_settings().hotline == "1022"


def test_settings_are_frozen() -> None:
    settings = read_settings(LEAST)
    with pytest.raises(AttributeError):
        settings.demo = True  # type: ignore[misc]
    assert {field.name for field in msgspec.structs.fields(Settings)} >= {"database_url", "queue_url"}
