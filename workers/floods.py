"""Jobs of the flood map: a report comes on, changes, goes."""

from api.floods.actions import place
from api.reports.contracts import ReportMoved, ReportSubmitted
from workers.work import Work, together


@together
async def place_report(work: Work, event: ReportSubmitted | ReportMoved) -> None:
    """Put the report on the map as it stands now, or take it off."""
    await place(work.tx, event.report_id)
