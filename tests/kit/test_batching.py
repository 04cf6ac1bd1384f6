"""Writes that come together are committed together, and nobody pays for a neighbour's fault."""

import asyncio
from collections.abc import Sequence

import asyncpg
import pytest
import structlog

from api.kit import batching
from api.kit.batching import Batcher
from api.kit.errors import Busy, NotFound, Problem


class Ledger:
    """A store that remembers its batches; it breaks whole on "broken" and refuses "refused" alone."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.under_way = self.most_under_way = 0
        self.bound: list[dict[str, object]] = []

    async def write_all(self, items: Sequence[str]) -> Sequence[str | Problem]:
        """Write items after the gate opens."""
        self.batches.append(list(items))
        self.bound.append(structlog.contextvars.get_contextvars())
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await self.gate.wait()
            await asyncio.sleep(0)
            if "away" in items:
                raise TimeoutError
            if "killed" in items:
                raise asyncio.CancelledError
            if "broken" in items:
                message = "broken"
                raise asyncpg.CheckViolationError(message)
            if "short" in items:
                return []
            return [NotFound() if item == "refused" else item.upper() for item in items]
        finally:
            self.under_way -= 1


async def test_one_alone_is_written_at_once() -> None:
    ledger = Ledger()
    assert await Batcher(ledger.write_all).put("a") == "A"
    assert ledger.batches == [["a"]]


async def test_what_comes_while_a_batch_is_written_goes_together_in_order() -> None:
    ledger = Ledger()
    ledger.gate.clear()
    batcher = Batcher(ledger.write_all, most=3, at_once=1)
    waiting = [asyncio.create_task(batcher.put(str(n))) for n in range(6)]
    await asyncio.sleep(0.01)
    ledger.gate.set()
    assert await asyncio.gather(*waiting) == [str(n) for n in range(6)]
    assert [len(batch) for batch in ledger.batches] == [3, 3]
    assert [item for batch in ledger.batches for item in batch] == [str(n) for n in range(6)]


async def test_no_more_batches_are_under_way_than_allowed_and_all_are_answered() -> None:
    ledger = Ledger()
    batcher = Batcher(ledger.write_all, most=4, at_once=2)
    answers = await asyncio.gather(*(batcher.put(f"x{n}") for n in range(200)))
    assert answers == [f"X{n}" for n in range(200)]
    assert ledger.most_under_way == 2
    assert not batcher.waiting
    assert not batcher.working


async def test_a_refused_item_leaves_its_neighbours_alone() -> None:
    ledger = Ledger()
    batcher = Batcher(ledger.write_all, at_once=1)
    answers = await asyncio.gather(
        *(batcher.put(item) for item in ("first", "a", "refused", "b")), return_exceptions=True
    )
    assert [answers[0], answers[1], answers[3]] == ["FIRST", "A", "B"]
    assert isinstance(answers[2], NotFound)
    assert sum(len(batch) for batch in ledger.batches) == 4


async def test_a_batch_that_breaks_is_written_item_by_item() -> None:
    ledger = Ledger()
    batcher = Batcher(ledger.write_all, at_once=1)
    answers = await asyncio.gather(
        *(batcher.put(item) for item in ("first", "a", "broken", "b")), return_exceptions=True
    )
    assert [answers[0], answers[1], answers[3]] == ["FIRST", "A", "B"]
    assert isinstance(answers[2], asyncpg.CheckViolationError)
    assert await batcher.put("later") == "LATER"


async def test_a_database_that_is_away_is_tried_once_for_all_of_a_batch() -> None:
    ledger = Ledger()
    batcher = Batcher(ledger.write_all, at_once=1)
    answers = await asyncio.gather(
        *(batcher.put(item) for item in ("away", "a", "b")), return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [TimeoutError] * 3
    assert len(ledger.batches) == 1


@pytest.mark.parametrize("item", ["killed", "short"])
async def test_nobody_is_left_waiting_when_a_batch_is_cut_off(item: str) -> None:
    batcher = Batcher(Ledger().write_all, at_once=1)
    answers = await asyncio.wait_for(
        asyncio.gather(batcher.put(item), batcher.put("a"), return_exceptions=True), timeout=2
    )
    assert all(isinstance(answer, Busy) for answer in answers)
    assert await asyncio.wait_for(batcher.put("later"), timeout=2) == "LATER"


async def test_one_after_another_never_waits_for_the_next_to_come() -> None:
    batcher = Batcher(Ledger().write_all, at_once=1)
    for n in range(200):
        assert await asyncio.wait_for(batcher.put(f"x{n}"), timeout=2) == f"X{n}"


async def test_who_gave_up_before_the_batch_began_is_not_written() -> None:
    ledger = Ledger()
    ledger.gate.clear()
    batcher = Batcher(ledger.write_all, at_once=1)
    first = asyncio.create_task(batcher.put("first"))
    await asyncio.sleep(0.01)
    given_up = asyncio.create_task(batcher.put("given up"))
    await asyncio.sleep(0.01)
    given_up.cancel()
    await asyncio.sleep(0)
    ledger.gate.set()
    assert await first == "FIRST"
    assert await batcher.put("later") == "LATER"
    assert [item for batch in ledger.batches for item in batch] == ["first", "later"]


async def test_more_than_there_is_room_for_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "ROOM", 2)
    ledger = Ledger()
    ledger.gate.clear()
    batcher = Batcher(ledger.write_all, most=1, at_once=1)
    waiting = []
    for n in range(3):  # one is being written, two wait
        waiting.append(asyncio.create_task(batcher.put(str(n))))
        await asyncio.sleep(0.01)
    with pytest.raises(Busy):
        await asyncio.wait_for(batcher.put("too many"), timeout=2)
    ledger.gate.set()
    assert await asyncio.gather(*waiting) == ["0", "1", "2"]


async def test_a_request_that_gives_up_holds_up_nobody() -> None:
    ledger = Ledger()
    ledger.gate.clear()
    batcher = Batcher(ledger.write_all, at_once=1)
    given_up = asyncio.create_task(batcher.put("given up"))
    kept = asyncio.create_task(batcher.put("kept"))
    await asyncio.sleep(0.01)
    given_up.cancel()
    ledger.gate.set()
    assert await kept == "KEPT"
    with pytest.raises(asyncio.CancelledError):
        await given_up


async def test_no_request_id_sticks_to_a_batch() -> None:
    ledger = Ledger()
    with structlog.contextvars.bound_contextvars(request_id="somebody's"):
        await Batcher(ledger.write_all).put("a")
    assert ledger.bound == [{}]
