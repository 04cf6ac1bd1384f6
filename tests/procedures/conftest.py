"""What the tests of this slice share: the shipped catalogue in memory, and the edition a process answers from."""

from collections.abc import Iterator

import pytest

from api.procedures.actions import finding
from api.procedures.load.shipped import shelf
from api.procedures.rules.shelf import Shelf


@pytest.fixture(scope="session")
def shipped() -> Shelf:
    """The shipped catalogue, built once: seconds of work. Nobody may change it but by `monkeypatch`."""
    return shelf()


@pytest.fixture
def swapping() -> Iterator[None]:
    """Lets a test bring in an edition of its own: what this process answered from before is there again after."""
    before = dict(vars(finding.catalogue))
    yield
    vars(finding.catalogue).update(before)
