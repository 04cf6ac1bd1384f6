"""How long a question takes: by the clock, and without strangers on the cores."""

import time
from collections.abc import Awaitable, Callable

from tests.bench.lookups import Cores

Ask = Callable[[int], Awaitable[object]]
"""A question by its number."""


def share(times: list[float], part: float) -> float:
    """A quantile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


async def timed(ask: Ask, asked: int, warm: int, cores: Cores) -> tuple[list[float], list[float]]:
    """Milliseconds of each question after some to warm up: by the clock, and without strangers on the cores."""
    for n in range(warm):
        await ask(n)
    times, alone = [], []
    for n in range(asked):
        before, started = cores.read()[2], time.perf_counter()
        await ask(n)
        took = time.perf_counter() - started
        times.append(took * 1e3)
        alone.append((took - (cores.read()[2] - before)) * 1e3)
    return times, alone
