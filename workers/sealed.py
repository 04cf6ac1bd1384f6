"""Jobs of sealed boxes: no box is asked for or opened without the other officers hearing of it."""

from api.kit.clock import now, vn_date
from api.messages.actions import tell_all
from api.messages.contracts import Kind, Notice, SystemParams
from api.reports.store.alarms import list_staff
from api.sealed import store
from api.sealed.contracts import SealedBoxAsked, SealedBoxOpened
from workers.work import Work, together


@together
async def tell_officers(work: Work, event: SealedBoxAsked | SealedBoxOpened) -> None:
    """The officers of the province, but not who asked; nothing in it is of the box."""
    told = await store.find_told(work.tx, event.opening_id)
    if told is None:
        return
    opened = isinstance(event, SealedBoxOpened)
    title = f"Hộp kín của {told.code} đã được mở" if opened else f"Có yêu cầu mở hộp kín của {told.code}"
    body = (
        "Hai người có thẩm quyền đã cùng mở. Xem lý do và số lần đọc trong sổ hộp kín."
        if opened
        else "Hộp chỉ mở khi một người khác đồng ý trong 30 phút. Đọc kỹ lý do trước khi quyết định."
    )
    besides = None if opened else told.asked_by
    officers = await list_staff(work.tx, told.report_id, ["officers"], on=vn_date(now()), besides=besides)
    notices = [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title=title,
            body=body,
            link="#/hop-kin",
            dedupe_key=f"sealed:{event.opening_id}:{'opened' if opened else 'asked'}",
            params=SystemParams(matter=title),
        )
        for person_id in officers
    ]
    await tell_all(work.tx, notices)
