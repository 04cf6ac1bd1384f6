"""Whatever a phone sends as an event, it gets an answer, and the others get theirs."""

from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.kit.db import Connection
from outreach.measurement.actions import recount
from outreach.visits.contracts import EventStatus
from tests.given.outreach import Event, given_walker, seen, statuses

TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1970-01-01T00:00:00Z"]),
    st.sampled_from(["visit_logged", "adult_added", "met", "S07", "00000000-0000-0000-0000-000000000000"]),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(2**70), max_value=2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
)
JUNK = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=8,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place inside a JSON value."""
    found = [path] if path else []
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in steps:
        found += places(inner, (*path, key))
    return found


def replaced(value: Any, path: tuple[Any, ...], junk: Any) -> Any:
    """The value with something else at one place."""
    if not path:
        return junk
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], junk)
    return copy


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
async def test_an_event_bent_anywhere_is_answered_alone(tx: Connection, data: st.DataObject) -> None:
    outer = tx.transaction()
    await outer.start()
    try:
        phone = (await given_walker(tx)).phone()
        home = phone.household(adults_total=2)
        adult = phone.adult(home, birth_year=1970)
        phone.note("household_changed", household_id=home, reference="Hộ số 9")
        phone.note("adult_changed", adult_id=adult, label="Cô Ba")
        phone.visit(home, seen(adult, S07="alone_observed", assistance="unaided", barriers=["eyesight"]))
        whole: list[Event] = list(phone.kept)
        number = data.draw(st.integers(0, len(whole) - 1))
        path = data.draw(st.sampled_from(places(whole[number])))
        junk = data.draw(JUNK)
        bent = list(whole)
        bent[number] = replaced(whole[number], path, junk)
        # The wire itself: what JSON cannot carry never arrives.
        sent = msgspec.json.decode(msgspec.json.encode([*bent, junk]))
        answer = await phone.send(tx, sent)
        assert len(answer.results) == len(sent)
        assert set(statuses(answer)) <= {status.value for status in EventStatus}
        assert all(result.reason for result in answer.results if result.status != EventStatus.ACCEPTED)
        later = await phone.send(tx, whole)
        assert all(status in {"duplicate", "accepted", "conflict", "held"} for status in statuses(later))
        assert (await recount(tx)).equal
    finally:
        await outer.rollback()
