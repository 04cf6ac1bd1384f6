"""The table of contents of the background is complete."""

from api.kit.outbox import Event, kind_of
from tests.architecture.house import all_subclasses, modules
from workers.wiring import WIRING
from workers.work import job_name


def test_every_event_is_wired_and_every_wired_event_exists() -> None:
    list(modules())
    events = all_subclasses(Event)
    assert events
    assert set(WIRING) == events


def test_names_are_unique() -> None:
    kinds = [kind_of(event) for event in WIRING]
    assert len(set(kinds)) == len(kinds)
    for jobs in WIRING.values():
        assert len({job_name(job) for job in jobs}) == len(jobs)
