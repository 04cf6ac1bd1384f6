"""Messages of the demo province: an invitation that reached its people, and two letters no mail server took.

Made by the verbs people, officers and the post use. Addresses end in `.invalid`, where no mail can ever go.
"""

from datetime import datetime, time, timedelta
from uuid import uuid5

import msgspec

from api.kit.calendar import moment
from api.kit.clock import today
from api.kit.db import Connection
from api.kit.demo import COMMUNE, DEMO, PROVINCE, demo_person, told_at
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.messages.actions import campaigns, carrying, planning, preferences, tell
from api.messages.contracts import Channel, Choice, Kind, Notice, PreferencesChange, VisitParams, Way
from api.messages.contracts.campaigns import CampaignAnnounced, NewCampaign
from api.messages.rules.outcomes import MOST_ATTEMPTS, Came, Outcome, pause

IS_LOADED_OR_REAL = """
select exists (select from message_campaign) or exists (select from person where not demo)
"""
"""Where anybody is real nobody is invited and nothing is sent for show."""
NOTE = " (dữ liệu minh hoạ)"
READERS = {Role.VOLUNTEER: "tinh.nguyen.vien@minh-hoa.invalid", Role.HANDLER: None}
"""Who said yes to invitations, and where they read e-mail."""
INVITATION = NewCampaign(
    id=uuid5(DEMO, "campaign"),
    name="Lớp dùng dịch vụ công tối thứ Năm" + NOTE,
    invitation="19 giờ thứ Năm tại nhà sinh hoạt cộng đồng phường.\nMang theo điện thoại và thẻ căn cước."
    + NOTE,
    commune_codes=[COMMUNE],
)
MEETING = "Tổ họp lúc 16 giờ thứ Bảy, trước khi đi từng nhà"
REFUSED = Outcome(came=Came.REFUSED, reason="smtp-554")
LATER = Outcome(came=Came.LATER, reason="smtp-451")


async def load_demo(tx: Connection, settings: Settings) -> None:
    """Tell it, once, as of yesterday; the demo people must be there, and nobody real."""
    if await tx.fetchval(IS_LOADED_OR_REAL):
        return
    yesterday = today() - timedelta(days=1)
    morning, afternoon = (moment(yesterday, time(hour)) for hour in (9, 14))
    with told_at(morning):
        for role, address in READERS.items():
            await agree(tx, settings, principal(role), address)
        await campaigns.announce(tx, principal(Role.OFFICER, PROVINCE), INVITATION)
        await campaigns.tell_next(tx, CampaignAnnounced(campaign_id=INVITATION.id))
    await carried(tx, settings, REFUSED, at=morning)
    with told_at(afternoon):
        await tell(tx, meeting())
    for attempt in range(MOST_ATTEMPTS):
        await carried(tx, settings, LATER, at=afternoon)
        afternoon += pause(attempt + 1)


def principal(role: Role, *provinces: str) -> Principal:
    """A demo person."""
    who = demo_person(role)
    return Principal(person_id=who, session_id=who, province_codes=provinces, demo=True)


async def agree(tx: Connection, settings: Settings, me: Principal, address: str | None) -> None:
    """Say yes to invitations and to news of the team by e-mail; prove the address, if there is one."""
    choices = [
        Choice(purpose=kind, channel=Channel.EMAIL, granted=True) for kind in (Kind.CAMPAIGN, Kind.VISIT)
    ]
    await preferences.change_preferences(tx, settings, me, PreferencesChange(choices=choices))
    if address is not None:
        # The code is shown wherever the demo is loaded, also by hand and before DEMO is set.
        shown = msgspec.structs.replace(settings, demo=True)
        code = (await preferences.ask_email(tx, shown, me, address)).demo_code
        await preferences.confirm_email(tx, settings, me, code or "")


def meeting() -> Notice:
    """Something a volunteer is told about their team."""
    return Notice(
        person_id=demo_person(Role.VOLUNTEER),
        kind=Kind.VISIT,
        title=MEETING + NOTE,
        body="Tại nhà văn hoá tổ dân phố. Mang sổ và điện thoại đã sạc đầy." + NOTE,
        link="#/tn",
        dedupe_key="demo:meeting",
        params=VisitParams(matter=MEETING + NOTE),
    )


async def carried(tx: Connection, settings: Settings, outcome: Outcome, *, at: datetime) -> None:
    """What the post would do, and a mail server would answer, at that moment."""
    with told_at(at):
        await planning.plan_next(tx, open_ways=frozenset({Way.EMAIL}))
        claim = await carrying.claim(
            tx, settings, Way.EMAIL, lane=carrying.NORMAL, price_vnd=0, limit=len(READERS)
        )
        for task in claim.tasks:
            await carrying.record(tx, task, outcome)
