"""Vietnam time for people, UTC inside."""

from datetime import UTC, date, datetime, timedelta

from api.kit import clock
from tests.given.time import frozen


def test_now_is_aware_utc_and_close_to_the_machines() -> None:
    assert clock.now().utcoffset() == timedelta(0)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_vietnamese_day_begins_at_seventeen_utc() -> None:
    assert clock.vn_date(datetime(2026, 11, 22, 16, 59, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert clock.vn_date(datetime(2026, 11, 22, 17, 0, tzinfo=UTC)) == date(2026, 11, 23)


def test_today_follows_a_held_clock_and_lets_go_after() -> None:
    with frozen(datetime(2027, 2, 6, 17, 30, tzinfo=UTC)):
        assert clock.today() == date(2027, 2, 7)
        assert clock.now() == datetime(2027, 2, 6, 17, 30, tzinfo=UTC)
    assert clock.now().year != 2027 or clock.clock.held_at is None
