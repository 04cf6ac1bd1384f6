"""UUIDv7 carries its time and its version."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from api.kit.ids import is_uuid7, uuid7, uuid7_time


def test_new_ids_are_version_seven_in_order_and_dated_now() -> None:
    ids = [uuid7() for _ in range(100)]
    assert all(is_uuid7(one) for one in ids)
    assert len(set(ids)) == 100
    assert ids == sorted(ids)
    assert abs(uuid7_time(ids[0]) - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_time_of_the_rfcs_example() -> None:
    # RFC 9562 appendix A.6: 017F22E279B0 is 2022-02-22 14:22:22 -05:00.
    example = UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    assert uuid7_time(example) == datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
    assert is_uuid7(example)


def test_other_versions_are_not_seven() -> None:
    assert not is_uuid7(uuid4())
