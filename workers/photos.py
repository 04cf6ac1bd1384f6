"""Jobs of photos: make the copies to show, forget what must not be kept, tell of refusals."""

from api.messages.actions import tell
from api.messages.contracts import Kind, Notice
from api.moderation.contracts import PhotoAreasChanged
from api.photos import rules, store
from api.photos.actions import making
from api.photos.contracts import Made, PhotoDerived, PhotoForsaken, PhotoReceived, PhotoRefused
from workers.work import Call, Work, calls_out


@calls_out
async def make_copies(work: Work, event: PhotoReceived) -> Call | None:
    """Re-encode a photo small, upright, without metadata, faces and plates blurred."""
    photo = await making.find_waiting(work.tx, event.photo_id)
    if photo is None:
        return None
    if isinstance(work.brought, Made):
        await making.keep_made(work.tx, photo, work.brought)
    files = work.files

    async def decode() -> Made:
        return await making.make_copies(photo, files=files)

    return decode


@calls_out
async def blur_anew(work: Work, event: PhotoAreasChanged) -> Call | None:
    """Make the copies of a photo anew, with other parts blurred."""
    stale = await making.find_stale(work.tx, event.photo_id)
    if stale is None:
        return None
    photo, areas = stale
    if isinstance(work.brought, Made):
        await making.keep_anew(work.tx, photo, work.brought)
    files = work.files

    async def blur() -> Made:
        return await making.blur_anew(photo, areas, files=files)

    return blur


@calls_out
async def forget_original(work: Work, event: PhotoDerived | PhotoRefused | PhotoForsaken) -> Call | None:
    """Delete an original that still carries metadata, that nobody can decode, or that became no photo's."""
    key = await making.find_done_with(work.tx, event.photo_id, event.sha256)
    if key is None:
        return None
    files = work.files

    async def forget() -> None:
        await files.delete(key)

    return forget


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
