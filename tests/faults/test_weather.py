"""The weather burst counts right: a loss, a double, and a slow answer would show. The burst: tests.faults.weather."""

from tests.faults.weather import ledger, schedule, spread


def test_the_weather_is_the_same_every_time_and_densest_in_the_middle() -> None:
    plan = schedule(600, 3000, 300)
    assert plan == schedule(600, 3000, 300)
    assert [due.kind for due in plan].count("sos") == 300
    assert len({due.number for due in plan}) == len(plan) == 3300
    assert 0 <= plan[0].at <= plan[-1].at <= 600
    assert sum(200 <= due.at < 400 for due in plan) > 3300 * 0.6


def test_a_loss_a_double_and_an_invention_show() -> None:
    assert ledger(["a", "b"], ["a", "b"]) == {"sent": 2, "kept": 2, "lost": 0, "doubled": 0, "invented": 0}
    assert ledger(["a", "b"], ["b", "b", "c"]) == {
        "sent": 2,
        "kept": 3,
        "lost": 1,
        "doubled": 1,
        "invented": 1,
    }


def test_the_slowest_twentieth_shows() -> None:
    found = spread([10.0] * 90 + [2000.0] * 10)
    assert (found["p50"], found["p95"], found["max"]) == (10.0, 2000.0, 2000.0)
    assert spread([])["p95"] == 0.0
