"""Logs carry a closed list of keys and no exception text."""

import json
import logging

import pytest

from api.kit.log import logger, set_up_logging


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.strip().splitlines()]


def fail_at(phone: str) -> None:
    raise ValueError(phone)


@pytest.fixture(autouse=True)
def quiet_after() -> object:
    yield
    set_up_logging("warning")


def test_unknown_keys_are_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info")
    logger("test").info("visited", phone="0912345678", name="Lan", count=3, status=200)
    (line,) = lines(capsys.readouterr().err)
    assert line.pop("timestamp")
    assert line == {"event": "visited", "component": "test", "level": "info", "count": 3, "status": 200}


@pytest.mark.parametrize("through", ["structlog", "logging"])
def test_an_exception_is_its_type_and_places_only(capsys: pytest.CaptureFixture[str], through: str) -> None:
    set_up_logging("info")
    try:
        fail_at("0912345678")
    except ValueError as error:
        if through == "structlog":
            logger("test").error("failed", exc_info=error)
        else:
            logging.getLogger("library").exception("failed")
    text = capsys.readouterr().err
    (line,) = lines(text)
    assert line["error"] == "ValueError"
    assert "fail_at:" in str(line["exception"])
    assert "0912345678" not in text


def test_the_level_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("warning")
    logger("test").info("quiet")
    logger("test").warning("loud")
    assert [line["event"] for line in lines(capsys.readouterr().err)] == ["loud"]
