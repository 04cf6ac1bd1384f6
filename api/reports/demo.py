"""Field reports of the demo province: made up, marked, sent and handled through the real verbs."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import PROVINCE, demo_person, told_at
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.reports.actions import handling, intake, reporting
from api.reports.contracts import NewReport, Rating, RefusalReason

IS_LOADED = "select exists (select from report where demo)"
FIND_PLACE = "select lat, lon from admin_unit where code = $1 and valid_to is null"
FIND_AGENCY = "select agency_id, version from report where id = $1"
NOTE = " (dữ liệu minh hoạ)"
HOUR = timedelta(hours=1)


Show: TypeAlias = Callable[[Connection, Settings, UUID, str], Awaitable[None]]


class Story(msgspec.Struct, frozen=True):
    """One report: subject, commune, hours ago, what was said, how far it has come, the result."""

    category: str
    commune: str
    hours_ago: int
    said: str
    reached: str
    answer: str = ""
    photos: int = 1
    mine: bool = False


STORIES = (
    Story("ha-tang.chieu-sang", "19777", 3, "Ba đèn đường trước trường mẫu giáo tắt từ tối qua", "received", mine=True),
    Story("ha-tang.duong", "19789", 30, "Ổ gà sâu giữa làn xe máy, trời mưa không thấy", "in_progress"),
    Story("moi-truong.rac", "19753", 26, "Rác tồn hai ngày ở đầu hẻm, mùi rất nặng", "done", "Đã thu gom và rửa mặt đường lúc 9 giờ.", 2),
    Story("ha-tang.cay-xanh", "19815", 50, "Cành phượng gãy treo trên vỉa hè", "closed", "Đã cắt hạ cành gãy, dọn sạch vỉa hè."),
    Story("thien-tai.ngap", "19777", 9, "Nước ngang đầu gối, xe máy chết máy nhiều", "in_progress", photos=2, mine=True),
    Story("ha-tang.dien", "19930", 5, "Dây điện võng sát mái nhà sau gió mạnh", "in_progress"),
    Story("moi-truong.tieng-on", "19777", 74, "Loa kẹo kéo mở đến 23 giờ nhiều đêm liền", "closed", "Đã nhắc nhở, hộ kinh doanh cam kết tắt loa trước 21 giờ.", 0),
    Story("trat-tu.lan-chiem", "19789", 40, "Bàn ghế quán nhậu bày kín vỉa hè, người đi bộ phải xuống đường", "assigned"),
    Story("trat-tu.quang-cao", "19804", 96, "Tờ rơi cho vay dán kín cột điện dọc tuyến", "done", "Đã bóc gỡ, lập danh sách số điện thoại chuyển xử lý."),
    Story("giao-thong.tin-hieu", "19813", 20, "Đèn tín hiệu ở ngã tư đứng màu vàng cả hai hướng", "in_progress"),
    Story("ha-tang.cap-thoat-nuoc", "19753", 60, "Ống nước sạch vỡ, nước chảy tràn ra đường", "closed", "Đã thay đoạn ống 2 m, cấp nước lại lúc 16 giờ."),
    Story("moi-truong.dot", "20014", 28, "Đốt rơm ngay sát đường, khói mù không thấy xe trước", "closed", "Đã dập lửa và nhắc nhở chủ ruộng."),
    Story("thien-tai.sat-lo", "20137", 12, "Đất đá tràn xuống nửa mặt đường đèo", "in_progress", photos=2),
    Story("ha-tang.vien-thong", "19969", 120, "Búi cáp rơi xuống thấp ngang đầu người", "done", "Đã bó gọn và treo lại cáp."),
    Story("moi-truong.nuoc-thai", "19900", 200, "Nước thải đen chảy thẳng ra đầm", "in_progress"),
    Story("ha-tang.chieu-sang", "20107", 190, "Đường vào thôn không có đèn, học sinh đi học về rất tối", "reopen_requested", "Đã lắp 2 bóng."),
    Story("moi-truong.rac", "19960", 6, "Xà bần đổ trộm ở bãi đất trống", "received"),
    Story("giao-thong.tin-hieu", "19777", 150, "Biển cấm rẽ bị cây che khuất", "closed", "Đã tỉa cành, biển đã thấy rõ.", mine=True),
    Story("khac", "19789", 33, "gửi thử xem có ai trả lời không", "refused", photos=0),
    Story("trat-tu.xay-dung", "19804", 45, "Nhà xây lấn ra lối đi chung", "assigned"),
    Story("dong-vat", "20044", 70, "Bẫy lưới chim giăng dọc bìa rừng", "in_progress"),
    Story("tieu-dung.thuc-pham", "19753", 15, "Quán bán bún có người đau bụng sau khi ăn", "assigned", photos=0),
    Story("ha-tang.cay-xanh", "19942", 2, "Cây đổ chắn nửa đường liên xã", "received"),
    Story("ha-tang.duong", "20122", 260, "Nắp cống mất, đã có người ngã xe", "closed", "Đã lắp nắp cống bê tông mới."),
    Story("thien-tai.ngap", "19789", 1, "Nước tràn qua đường, chưa thấy ai rào lại", "received", photos=0),
)  # fmt: skip
CITIZEN = Principal(person_id=demo_person(Role.CITIZEN), session_id=demo_person(Role.CITIZEN), demo=True)
OFFICER = Principal(
    person_id=demo_person(Role.OFFICER),
    session_id=demo_person(Role.OFFICER),
    roles=frozenset({Role.OFFICER}),
    province_codes=(PROVINCE,),
    demo=True,
)


def handler_of(agency_id: UUID) -> Principal:
    """The demo handler, lent to an agency for the story."""
    return Principal(
        person_id=demo_person(Role.HANDLER),
        session_id=demo_person(Role.HANDLER),
        roles=frozenset({Role.HANDLER}),
        agency_ids=(agency_id,),
        demo=True,
    )


def id_at(at: datetime, number: int) -> UUID:
    """A UUIDv7 of that moment; the rest comes from the story's number."""
    rest = int.from_bytes(hashlib.sha256(f"demo report {number}".encode()).digest()[:10])
    value = int(at.timestamp() * 1000) << 80 | rest
    value &= ~(0xF << 76 | 0x3 << 62)
    return UUID(int=value | 0x7 << 76 | 0x2 << 62)


async def load_demo(tx: Connection, settings: Settings, *, show: Show) -> None:
    """Tell the stories, once; demo people, agencies and routes must be there. `show` takes a picture of a result."""
    if await tx.fetchval(IS_LOADED):
        return
    for number, story in enumerate(STORIES):
        await tell_story(tx, settings, number, story, show)


async def tell_story(tx: Connection, settings: Settings, number: int, story: Story, show: Show) -> None:
    """Send one report and take it as far as its story goes."""
    sent_at = now().replace(microsecond=0) - story.hours_ago * HOUR
    place = await tx.fetchrow(FIND_PLACE, story.commune)
    if place is None:
        return
    turn = number * 0.0007
    new = NewReport(
        id=id_at(sent_at, number),
        category_code=story.category,
        description=story.said + NOTE,
        lat=place["lat"] + 0.004 * (number % 5 - 2) / 2 + turn / 10,
        lon=place["lon"] + 0.004 * (number % 7 - 3) / 3,
        accuracy_m=8.0 + number % 4 * 6,
        commune_code=story.commune,
        commune_confirmed=True,
        happened_at=sent_at - timedelta(minutes=4),
        anonymous=number % 4 == 1 and not story.mine,
        photo_count=story.photos,
    )
    caller = CITIZEN if story.mine else None
    with told_at(sent_at):
        receipt, _ = await intake.submit(tx, new, settings=settings, caller=caller, demo=True)
    await handle(tx, settings, story, report_id=new.id, sent_at=sent_at, show=show)
    if story.reached in ("closed", "reopen_requested"):
        with told_at(sent_at + story.hours_ago * HOUR * 0.7):
            key = receipt.tracking_key
            unhappy = story.reached == "reopen_requested"
            await reporting.rate(
                tx,
                new.id,
                Rating(stars=2 if unhappy else 4 + number % 2),
                settings=settings,
                caller=None,
                key=key,
            )
            if unhappy:
                await reporting.request_reopen(
                    tx, new.id, "Đoạn cuối thôn vẫn tối" + NOTE, settings=settings, caller=None, key=key
                )


PLAN = {
    "received": [],
    "assigned": ["assign"],
    "refused": ["refuse"],
    "in_progress": ["accept"],
    "done": ["assign", "accept", "answer"],
    "closed": ["accept", "answer", "close"],
    "reopen_requested": ["accept", "answer", "close"],
}


async def handle(
    tx: Connection, settings: Settings, story: Story, *, report_id: UUID, sent_at: datetime, show: Show
) -> None:
    """The agency's steps, spread over the time there was."""
    actions = PLAN[story.reached]
    for step, action in enumerate(actions, start=1):
        row = await tx.fetchrow(FIND_AGENCY, report_id)
        if row is None or row["agency_id"] is None:
            return
        with told_at(sent_at + story.hours_ago * HOUR * 0.6 * step / len(actions)):
            if action == "answer" and story.photos:
                await show(tx, settings, report_id, story.category)
            await handling.work(
                tx,
                report_id,
                action,
                handler_of(row["agency_id"]),
                settings=settings,
                version=row["version"],
                answer=story.answer + NOTE if action == "answer" else None,
                reason=RefusalReason.TEST if action == "refuse" else None,
            )
