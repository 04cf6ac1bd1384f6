"""Which sequence numbers of a dossier never came."""

from collections.abc import Iterable

FIRST = -1
"""What is kept when a source says that nothing came before an event."""
Range = tuple[int, int]
"""First and last missing number, both included."""


def missing(received: Iterable[tuple[int, int | None]]) -> list[Range]:
    """The missing numbers, lowest first. `received`: each event's number, and the one it says came before.

    An event that says nothing is expected to follow its predecessor by one. Before the first event
    nothing is missing unless that event says so: we may have been connected later.
    """
    events = sorted(received, key=lambda event: event[0])
    numbers = {number for number, _ in events}
    found: set[Range] = set()
    last: int | None = None
    for number, said in events:
        if said is None:
            if last is not None and number > last + 1:
                found.add((last + 1, number - 1))
        elif said != FIRST and said < number and said not in numbers:
            found.add((said, said))
        last = number
    return sorted(found)


def lacks_before(number: int, said: int | None, gaps: Iterable[Range]) -> bool:
    """Whether the number right before this event is among the missing."""
    before = number - 1 if said is None else said
    return any(first <= before <= last for first, last in gaps)
