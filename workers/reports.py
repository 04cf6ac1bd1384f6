"""Jobs of field reports: the reporter hears of every step, exactly once."""

from api.messages.actions import tell
from api.messages.contracts import Kind, Notice, ReportParams
from api.reports import rules
from api.reports.contracts import ReportMoved, ReportSubmitted
from api.reports.store import steps
from workers.work import Work, together


@together
async def tell_reporter(work: Work, event: ReportSubmitted | ReportMoved) -> None:
    """Put the step into the reporter's inbox; an anonymous report has nobody to tell."""
    told = await steps.find_telling(work.tx, event.step_id)
    if told is None or told.person_id is None:
        return
    title, body = rules.notice(told)
    await tell(
        work.tx,
        Notice(
            person_id=told.person_id,
            kind=Kind.REPORT,
            title=title,
            body=body,
            link=f"#/p/{told.report_id}",
            dedupe_key=f"report:{told.report_id}:{event.step_id}",
            params=ReportParams(code=told.code, status=title),
        ),
    )
