"""The table of contents of everything that happens in the background: event → jobs."""

from workers.work import Wiring

WIRING: Wiring = {}
