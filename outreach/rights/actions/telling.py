"""Words about requests for the jobs: to who asked, to the officers, and every morning what is late."""

from uuid import UUID

import msgspec

from api.kit.clock import VN, now, today
from api.kit.db import Connection
from api.kit.holidays import read_calendar
from outreach.rights import rules
from outreach.rights.contracts import RequestKind, RightsRequestMoved
from outreach.rights.store import telling as store

KINDS = {
    RequestKind.VIEW: "xem dữ liệu",
    RequestKind.CORRECT: "sửa dữ liệu",
    RequestKind.DELETE: "xóa dữ liệu",
    RequestKind.WITHDRAW: "rút đồng ý",
    RequestKind.RESTRICT: "hạn chế xử lý",
    RequestKind.OBJECT: "phản đối xử lý",
}
TITLES = {
    "answered": "Yêu cầu {kind} của bạn đã được trả lời",
    "extended": "Yêu cầu {kind} của bạn cần thêm thời gian",
    "done": "Yêu cầu {kind} của bạn đã được thực hiện",
    "refused": "Yêu cầu {kind} của bạn không được thực hiện",
}


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One message to one person."""

    person_id: UUID
    title: str
    body: str
    link: str
    dedupe_key: str


async def words_of(tx: Connection, event: RightsRequestMoved) -> list[Telling]:
    """Officers hear of a new request, who asked of everything done about it."""
    moved = await store.find_moved(tx, event.request_id, event.step)
    if moved is None:
        return []
    kind, key = KINDS[moved.kind], f"rights:{event.request_id}:{event.step}"
    if event.step == "received":
        until = moved.answer_due_at.astimezone(VN)
        return [
            Telling(
                person_id=person,
                title=f"Yêu cầu mới về dữ liệu cá nhân: {kind}",
                body=f"Phải trả lời trước {until:%H:%M ngày %d/%m/%Y}. Mở hàng đợi để xem.",
                link="#/cb/to/quyen",
                dedupe_key=key,
            )
            for person in await store.list_officers(tx, moved.province_code, on=today())
        ]
    if moved.person_id is None or event.step not in TITLES:
        return []
    title = TITLES[event.step].format(kind=kind)
    link = "#/tn/doi/cua-toi"
    return [
        Telling(person_id=moved.person_id, title=title, body=moved.words or "", link=link, dedupe_key=key)
    ]


async def warn_due(tx: Connection) -> list[Telling]:
    """Every morning, to the officers of each province: what is late, and what ends by tomorrow's close."""
    at, day = now(), today()
    calendar = await read_calendar(tx)
    soon = calendar.close_of(calendar.add_working_days(day, rules.SOON - 1))
    return [
        Telling(
            person_id=person,
            title=f"{urgent.due} yêu cầu về dữ liệu cá nhân sắp hết hạn hoặc quá hạn",
            body=f"Quá hạn: {urgent.late}. Luật buộc trả lời trong 2 ngày làm việc và thực hiện đúng hạn.",
            link="#/cb/to/quyen",
            dedupe_key=f"rights-due:{urgent.province_code}:{day}",
        )
        for urgent in await store.count_urgent(tx, at=at, soon=soon)
        for person in await store.list_officers(tx, urgent.province_code, on=day)
    ]
