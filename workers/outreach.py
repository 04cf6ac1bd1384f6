"""After an upload that left something to look at: the volunteer finds it in the inbox."""

from api.kit.clock import today
from api.messages.actions import tell
from api.messages.contracts import Kind, Notice
from outreach.visits.contracts import WalkNeedsReview
from workers.work import Work


async def tell_volunteer(work: Work, event: WalkNeedsReview) -> None:
    """One message a phone, a day and a count: trying again with the same result stays silent."""
    left = event.rejected + event.conflicts
    await tell(
        work.tx,
        Notice(
            person_id=event.person_id,
            kind=Kind.VISIT,
            title=f"{left} bản ghi chưa được nhận",
            body=(
                f"Lần gửi vừa rồi có {event.rejected} bản ghi bị từ chối và {event.conflicts} bản ghi trùng mã "
                "khác nội dung. Các bản ghi khác đã được nhận. Mở phần đồng bộ để xem lý do từng bản."
            ),
            link="#/tn/cho",
            dedupe_key=f"walk:{event.install_id}:{today()}:{event.rejected}:{event.conflicts}",
        ),
    )
