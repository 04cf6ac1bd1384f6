"""Dossiers of the demo province: made up, marked, told by a demo one-stop system of its own.

To try a look-up: code `DEMO-H57-0001`, last four digits `0123`. To tell a change: the key of
DEMO_INTEGRATION_KEY.
"""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from uuid import UUID

import msgspec

from api.dossiers.actions import asking
from api.dossiers.actions.intake import tell_change
from api.dossiers.actions.keys import Source, create_key
from api.dossiers.contracts import AfterPause, Deadline, DossierChange, FiledBy
from api.dossiers.contracts.asking import NewQuestion, QuestionKind
from api.dossiers.contracts.integration import KeyScope
from api.dossiers.rules.asking import QuestionRefused
from api.dossiers.rules.proof import code_key
from api.dossiers.store import following
from api.kit.calendar import Calendar, moment
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.demo import COMMUNE, HANDLER_AGENCY, PROVINCE, demo_person
from api.kit.holidays import read_calendar
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings

SYSTEM = "demo-mot-cua-hue"
WARD, CENTRE, POLICE = f"{PROVINCE}-{COMMUNE}", f"{PROVINCE}-hcc", f"{PROVINCE}-cong-an"


class Told(msgspec.Struct, frozen=True):
    """A step: the state, how many working days ago, at what hour, in whose words."""

    state: str
    days_ago: int
    hour: int
    note: str | None = None
    name: str | None = None


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One made-up dossier."""

    code: str
    phone: str
    procedure: str
    agency: str
    filed_by: FiledBy
    steps: list[Told]
    deadline: Deadline | None = None
    late_reason: str | None = None
    followed: bool = False
    asks: str | None = None


STORIES = [
    Story(
        code="DEMO-H57-0001",
        phone="0900000123",
        procedure="1.004222",
        agency=POLICE,
        filed_by=FiledBy.SELF,
        steps=[Told("1", 4, 20), Told("2", 3, 8), Told("4", 2, 10, "Chuyển cán bộ phụ trách cư trú.")],
        followed=True,
    ),
    Story(
        code="DEMO-H57-0002",
        phone="0900000456",
        procedure="1.001612",
        agency=CENTRE,
        filed_by=FiledBy.ASSISTED,
        steps=[
            Told("1", 6, 9),
            Told("2", 6, 10),
            Told("4", 5, 8),
            Told("5", 2, 15, "Bổ sung ảnh chụp giấy tờ thuê địa điểm kinh doanh, đủ bốn góc và đọc được."),
        ],
        deadline=Deadline(amount=5),
        followed=True,
    ),
    Story(
        code="DEMO-H57-0003",
        phone="0900000789",
        procedure="1.014063",
        agency=POLICE,
        filed_by=FiledBy.COUNTER_DIGITISED,
        steps=[Told("2", 9, 9), Told("4", 8, 9)],
        deadline=Deadline(amount=7),
        late_reason="Đường truyền tra cứu dữ liệu gián đoạn hai ngày.",
        followed=True,
    ),
    Story(
        code="DEMO-H57-0004",
        phone="0900000123",
        procedure="1.001193",
        agency=WARD,
        filed_by=FiledBy.SELF,
        steps=[
            Told("1", 12, 8),
            Told("2", 12, 9),
            Told("9", 12, 15),
            Told("10", 11, 8, "Đã gửi bản điện tử và trả bản giấy tại Bộ phận Một cửa."),
        ],
    ),
    Story(
        code="03706/2026/07906",
        phone="0900000906",
        procedure="1.002755",
        agency=POLICE,
        filed_by=FiledBy.ON_BEHALF,
        steps=[Told("1", 1, 9), Told("6", 0, 7, "Nộp lệ phí 5.000 đồng qua Cổng Dịch vụ công quốc gia.")],
    ),
    Story(
        code="DEMO-H57-0006",
        phone="0900000246",
        procedure="1.004837",
        agency=WARD,
        filed_by=FiledBy.SELF,
        steps=[Told("1", 2, 9), Told("2", 2, 14), Told("CKS", 1, 10, name="Chờ ký số liên thông")],
    ),
    Story(
        code="DEMO-H57-0007",
        phone="0900000135",
        procedure="1.004194",
        agency=POLICE,
        filed_by=FiledBy.SELF,
        steps=[Told("1", 5, 9), Told("3", 5, 15, "Ảnh hợp đồng thuê nhà bị mờ, không đọc được.")],
    ),
    Story(
        code="DEMO-H57-0008",
        phone="0900000357",
        procedure="1.004845",
        agency=WARD,
        filed_by=FiledBy.ASSISTED,
        steps=[Told("2", 10, 8), Told("4", 9, 8), Told("9", 6, 16), Told("10", 5, 9)],
        deadline=Deadline(amount=2, after_pause=AfterPause.RESUME),
    ),
    Story(
        code="DEMO-H57-0009",
        phone="0900000468",
        procedure="1.002693",
        agency=HANDLER_AGENCY,
        filed_by=FiledBy.SELF,
        steps=[
            Told("1", 9, 9),
            Told("2", 9, 14),
            Told("4", 8, 8),
            Told("10", 1, 15, "Đã gửi giấy phép bản điện tử."),
        ],
        followed=True,
        asks="Giấy phép ghi hai cây, tôi xin dịch chuyển ba cây. Nhờ cơ quan xem lại giúp tôi cây trước số nhà 12.",
    ),
]


def working_day_before(calendar: Calendar, day: date, count: int) -> date:
    """The `count`-th working day before the last working day that is not after `day`."""
    while count or not calendar.is_working(day):
        count -= calendar.is_working(day)
        day -= timedelta(days=1)
    return day


async def load_demo(tx: Connection, settings: Settings) -> None:
    """Make the demo key and tell every story, once; the demo people and agencies must be there."""
    if settings.demo_integration_key:
        await create_key(
            tx,
            system=SYSTEM,
            name="Một cửa thành phố Huế (demo)",
            settings=settings,
            key=settings.demo_integration_key,
            scopes=[KeyScope.WRITE, KeyScope.READ, KeyScope.GAUGES],
            demo=True,
        )
    if settings.demo_open311_key:
        await create_key(
            tx,
            system="open311-demo",
            name="Hệ thống gửi phản ánh qua Open311 (demo)",
            settings=settings,
            key=settings.demo_open311_key,
            scopes=[KeyScope.REPORTS],
            demo=True,
        )
    calendar = await read_calendar(tx, PROVINCE)
    for story in STORIES:
        if await following.is_printed(tx, code_key(story.code)):
            continue
        for place, step in enumerate(story.steps):
            change = change_of(story, place, at=when(calendar, step))
            receipt, _ = await tell_change(
                tx, story.code, change, source=Source(system=SYSTEM, demo=True), settings=settings
            )
            # The last step comes to somebody who follows already, so that the inbox is not empty.
            if story.followed and place == len(story.steps) - 2:
                citizen = demo_person(Role.CITIZEN)
                await following.put_follow(tx, receipt.dossier_id, person_id=citizen, at=now())
            if story.asks and place == len(story.steps) - 1:
                await ask_for_another_look(tx, receipt.dossier_id, story.asks, settings)


async def ask_for_another_look(tx: Connection, dossier_id: UUID, text: str, settings: Settings) -> None:
    """The demo citizen asks the demo handler's desk, so that it is not empty."""
    citizen = Principal(person_id=demo_person(Role.CITIZEN), session_id=uuid7(), demo=True)
    new = NewQuestion(id=uuid7(), kind=QuestionKind.REOPEN, text=text)
    with suppress(QuestionRefused):  # in a world without demo agencies
        await asking.ask(tx, citizen, dossier_id, new, settings=settings)


def when(calendar: Calendar, step: Told) -> datetime:
    """The step's moment, never in the future."""
    day = working_day_before(calendar, today(), step.days_ago)
    at = moment(day, time(step.hour))
    return min(at, now() - timedelta(minutes=5))


def change_of(story: Story, place: int, *, at: datetime) -> DossierChange:
    """The event a one-stop system would send."""
    step = story.steps[place]
    return DossierChange(
        event_id=f"{story.code}:{place + 1}",
        sequence=place + 1,
        occurred_at=at,
        state_code=step.state,
        state_name=step.name,
        note=step.note,
        procedure_code=story.procedure,
        agency_code=story.agency,
        applicant_phone=story.phone,
        filed_by=story.filed_by,
        deadline=story.deadline,
        late_reason=story.late_reason,
    )
