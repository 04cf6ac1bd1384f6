"""Beside the dossiers' events: open dossiers counted anew when the calendar changed."""

from api.dossiers.actions import deadlines
from api.dossiers.contracts.deadlines import CalendarChanged
from workers.work import Work


async def recount_open(work: Work, event: CalendarChanged) -> None:  # noqa: ARG001  what changed is in the log
    """One stretch of the walk over open dossiers; it has the next one sent."""
    await deadlines.recount_open(work.tx, work.settings)
