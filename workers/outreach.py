"""After an upload that left something to look at: the volunteer finds it in the inbox."""

from collections.abc import Sequence

import msgspec

from api.kit.clock import today
from api.kit.db import Connection
from api.messages.actions import tell, tell_all
from api.messages.contracts import Kind, Notice
from outreach.rights.actions import photos as visit_photos
from outreach.rights.actions import telling as rights
from outreach.rights.contracts import RightsRequestMoved, VisitPhotosErased
from outreach.teams.actions import find_dissolved
from outreach.teams.contracts import TeamDissolved
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


# Teams
async def tell_dissolved(work: Work, event: TeamDissolved) -> None:
    """Everybody who was of a team that ended hears of it, and why."""
    team = await find_dissolved(work.tx, event.team_id)
    if team is None:
        return
    notices = [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title=f"{team.name} đã giải thể",
            body=f"Lý do: {team.dissolved_why}. Những gì bạn đã ghi và gửi vẫn được tính. Cảm ơn bạn đã cùng tổ đi từng ngõ.",
            link="#/toi",
            dedupe_key=f"team-dissolved:{event.team_id}",
        )
        for person_id in event.people
    ]
    await tell_all(work.tx, notices)


# Rights
async def tell_request(work: Work, event: RightsRequestMoved) -> None:
    """Officers hear of a new request about data, who asked of everything done about it."""
    await tell_all(work.tx, notices_of(await rights.words_of(work.tx, event)))


async def warn_of_rights(tx: Connection) -> None:
    """Every morning the officers hear what is late or soon will be."""
    await tell_all(tx, notices_of(await rights.warn_due(tx)))


def notices_of(tellings: Sequence[rights.Telling]) -> list[Notice]:
    """As messages: a slice does not know the inbox."""
    return [Notice(kind=Kind.SYSTEM, **msgspec.structs.asdict(one)) for one in tellings]


async def delete_photos(work: Work, _: VisitPhotosErased) -> None:
    """Files of withdrawn photos leave the store."""
    await visit_photos.delete_erased(work.tx, work.files)
