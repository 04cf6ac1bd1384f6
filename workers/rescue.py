"""Jobs of rescues: the command post and willing volunteers nearby hear of it, ahead of everything else."""

from api.messages.actions import tell_all
from api.messages.contracts import Kind, Notice, SystemParams
from api.rescue.actions.telling import whom_to_tell
from api.rescue.contracts import SosReceived
from workers.work import Work

TITLES = {1: "SOS: nguy hiểm tính mạng", 2: "SOS mới", 3: "Có nơi cần tiếp tế", 4: "SOS cần gọi lại xác minh"}


async def tell_command(work: Work, event: SosReceived) -> None:
    """At most one notice a minute to each person: the board shows all of them, and 300 pings help nobody."""
    told = await whom_to_tell(work.tx, event.incident_id, settings=work.settings)
    if told is None:
        return
    notices = [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title=TITLES[told.rank],
            body="Có người kêu cứu. Mở bảng cứu hộ để nhận và gọi lại.",
            link="#/cuu-ho",
            dedupe_key=f"sos:{told.minute}",
            params=SystemParams(matter=TITLES[told.rank]),
            urgent=True,
        )
        for person_id in told.command
    ]
    helped = {notice.person_id for notice in notices}
    notices += [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title="Có người cần giúp gần bạn",
            body="Chỉ nhận ca khi bạn đi được an toàn. Nơi đến hiện ra sau khi bạn nhận.",
            link="#/cuu-ho/gan",
            dedupe_key=f"sos:{told.minute}",
            params=SystemParams(matter="Có người cần giúp gần bạn"),
            urgent=True,
        )
        for person_id in told.helpers
        if person_id not in helped
    ]
    await tell_all(work.tx, notices)
