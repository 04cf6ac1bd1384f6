"""Jobs of what is around a report: a new one is put beside the others, witnesses hear of steps."""

from collections.abc import Sequence

from api.messages.actions import tell_all
from api.messages.contracts import Kind, Notice, ReportParams, SystemParams
from api.nearby import actions, rules
from api.nearby.contracts import Told
from api.nearby.store import near, people
from api.places import actions as places
from api.reports.contracts import ReportMoved, ReportSubmitted
from workers.work import Work, together


@together
async def place_report(work: Work, event: ReportSubmitted) -> None:
    """Put a new report into its incident; keep where else its pin may lie, and tell the unit across the border."""
    fresh = await near.find_fresh(work.tx, event.report_id)
    if fresh is None:
        return
    await actions.group(work.tx, fresh)
    found = await places.locate(work.tx, fresh.lat, fresh.lon, accuracy_m=fresh.accuracy_m or 0.0)
    candidates = [(one.code, one.distance_m) for one in found.candidates]
    await tell_staff(
        work, await actions.note_borders(work.tx, fresh, found.method, candidates), f"border:{fresh.id}"
    )


@together
async def tell_witnesses(work: Work, event: ReportMoved) -> None:
    """Who said "me too" and wants to know hears of what the public page shows; a merge counts people anew."""
    target = await people.find_merged_into(work.tx, event.step_id)
    if target is not None:
        await people.set_support(work.tx, target)
    told = await people.list_witness_news(work.tx, event.step_id, actions=sorted(rules.NEWS))
    await tell_all(
        work.tx,
        [
            Notice(
                person_id=one.person_id,
                kind=Kind.REPORT,
                title=one.title,
                body=one.body,
                link=f"#/gan/{event.report_id}",
                dedupe_key=f"witness:{event.report_id}:{event.step_id}",
                params=ReportParams(code=one.code, status=one.title),
            )
            for one in told
        ],
    )


async def tell_staff(work: Work, told: Sequence[Told], key: str) -> None:
    """Into the inboxes of handlers: staff's own work, of the account."""
    await tell_all(
        work.tx,
        [
            Notice(
                person_id=one.person_id,
                kind=Kind.SYSTEM,
                title=one.title,
                body=one.body,
                link="#/xl",
                dedupe_key=key,
                params=SystemParams(matter=one.title),
            )
            for one in told
        ],
    )
