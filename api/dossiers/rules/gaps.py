"""Which sequence numbers of a dossier never came."""

from bisect import bisect_left, insort
from collections.abc import Iterable

FIRST = -1
"""What is kept when a source says that nothing came before an event."""
Range = tuple[int, int]
"""First and last missing number, both included."""


class Received:
    """The numbers that came, each with the one it says came before (None: it says nothing).

    An event that says nothing is expected to follow its predecessor by one. Before the first event
    nothing is missing unless that event says so: we may have been connected later.
    """

    __slots__ = ("named", "numbers", "ordered", "said")

    def __init__(self, events: Iterable[tuple[int, int | None]] = ()) -> None:
        self.said: list[tuple[int, int | None]] = list(events)
        self.numbers = {number for number, _ in self.said}
        self.ordered = sorted(number for number, _ in self.said)
        self.named = {said for number, said in self.said if said is not None and FIRST < said < number}

    @property
    def highest(self) -> int | None:
        """The highest number that came."""
        return self.ordered[-1] if self.ordered else None

    def add(self, number: int, said: int | None) -> bool:
        """Take a number; whether the one right before it is missing."""
        self.said.append((number, said))
        self.numbers.add(number)
        insort(self.ordered, number)
        if said is not None:
            if FIRST < said < number:
                self.named.add(said)
                return said not in self.numbers
            return False
        before = number - 1
        if before in self.numbers:
            return False
        return before in self.named or bisect_left(self.ordered, number) > 0

    def gaps(self) -> list[Range]:
        """The missing numbers, lowest first."""
        found = {(said, said) for said in self.named if said not in self.numbers}
        last: int | None = None
        for number, said in sorted(self.said, key=lambda event: event[0]):
            if said is None and last is not None and number > last + 1:
                found.add((last + 1, number - 1))
            last = number
        return sorted(found)
