"""Jobs of photos: make the copies to show, forget what must not be kept, tell of refusals."""

from api.messages.actions import tell
from api.messages.contracts import Kind, Notice
from api.photos import actions, rules, store
from api.photos.contracts import PhotoDerived, PhotoReceived, PhotoRefused
from api.reports.contracts import ReportMoved
from workers.work import Work


async def make_copies(work: Work, event: PhotoReceived) -> None:
    """Re-encode a photo small, upright and without metadata."""
    await actions.make_copies(work.tx, event.photo_id, files=work.files)


async def forget_original(work: Work, event: PhotoDerived | PhotoRefused) -> None:
    """Delete an original that still carries metadata, or that nobody can decode."""
    await actions.forget_original(work.tx, event.photo_id, event.sha256, files=work.files)


async def show_seen(work: Work, event: ReportMoved) -> None:
    """Photos that came late become public with the handler's next answer."""
    await store.show_seen(work.tx, event.step_id)


async def tell_of_refusal(work: Work, event: PhotoRefused) -> None:
    """Ask the reporter for another photo."""
    refused = await store.find_refused(work.tx, event.photo_id)
    if refused is None or refused.person_id is None:
        return
    await tell(
        work.tx,
        Notice(
            person_id=refused.person_id,
            kind=Kind.REPORT,
            title=f"Một ảnh của phản ánh {refused.code} không dùng được",
            body=f"{rules.WORDS[refused.fault]}.",
            link=f"#/p/{refused.report_id}",
            dedupe_key=f"photo:{event.photo_id}:{event.sha256[:16]}",
        ),
    )
