"""Jobs of Open311: what other systems posted becomes a report like everybody's."""

from contextlib import suppress

from api.kit.errors import Problem
from api.kit.tracking import tracking_key
from api.open311.actions import posting
from api.open311.contracts import ReportOffered, Sent
from api.photos import actions as photos
from api.places import actions as places
from api.reports.actions import intake
from api.reports.contracts import NewReport
from workers.work import Work


async def take_in(work: Work, event: ReportOffered) -> None:
    """Make a report of a post, once: its id was given to it when it came."""
    post = await posting.hold(work.tx, event.token)
    if post is None or post.sent is None:
        return
    sent = post.sent
    new = NewReport(
        id=post.report_id,
        category_code=sent.service_code,
        lat=sent.lat,
        lon=sent.lon,
        accuracy_m=sent.accuracy_m,
        commune_code=sent.commune_code or await commune_of(work, sent),
        happened_at=post.received_at,
        description=sent.description or None,
        photo_count=int(sent.photo),
        contact_phone=sent.phone,
    )
    try:
        async with work.tx.transaction():
            await intake.submit(work.tx, new, settings=work.settings, caller=None, demo=post.demo)
    except Problem as problem:
        reasons = "; ".join(error.message for error in problem.errors)
        await posting.finish(work.tx, event.token, refusal=reasons or problem.title)
        return
    if sent.photo:
        await add_photo(work, event, new)
    await posting.finish(work.tx, event.token, refusal=None)


async def commune_of(work: Work, sent: Sent) -> str:
    """The commune of this province the point lies in, by boundaries where there are some."""
    located = await places.locate(work.tx, sent.lat, sent.lon, accuracy_m=sent.accuracy_m or 0)
    for candidate in located.candidates:
        if candidate.province_code == work.settings.province_code:
            return candidate.code
    return await posting.nearest_commune(work.tx, sent, work.settings) or ""


async def add_photo(work: Work, event: ReportOffered, new: NewReport) -> None:
    """The photo goes the way of every photo: judged, stripped, blurred, re-encoded; a bad one is left out."""
    data = await work.files.get(posting.photo_key(event.token))
    if data is None:
        return
    key = tracking_key(work.settings.secret_key, new.id)
    with suppress(Problem):
        async with work.tx.transaction():
            await photos.add(
                work.tx, new.id, 0, data, files=work.files, settings=work.settings, caller=None, key=key
            )
    await work.files.delete(posting.photo_key(event.token))
