"""Calls for help of the demo province, made by the same actions people use; every one says that it is made up."""

from datetime import timedelta
from typing import Any
from uuid import uuid5

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import DEMO, PROVINCE, demo_person, told_at
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.rescue.actions import calling, commanding
from api.rescue.contracts import NewSms, NewSos, RescueMove

IS_LOADED = "select exists (select from rescue_incident where demo)"
FIND_NUMBERED = "select id, version from rescue_incident where number = $1"
OFFICER = Principal(
    person_id=demo_person(Role.OFFICER),
    session_id=demo_person(Role.OFFICER),
    roles=frozenset({Role.OFFICER}),
    province_codes=(PROVINCE,),
    demo=True,
)
CALLS: tuple[tuple[int, dict[str, Any]], ...] = (
    (95, {"lat": 16.4712, "lon": 107.5528, "acc_m": 9, "what": "flood", "people": 4, "help": "move", "text": "Nước vào nhà (minh hoạ)"}),
    (52, {"place": "cạnh trụ sở thôn Phú Mậu (minh hoạ)", "victim": "Bà Lan", "what": "roof", "people": 2, "weak": "o", "worse": True, "help": "boat"}),
    (31, {"lat": 16.5127, "lon": 107.6241, "acc_m": 15, "what": "stuck", "people": 6, "weak": "c", "help": "food", "text": "Cô lập từ sáng (minh hoạ)"}),
    (12, {"lat": 16.4786, "lon": 107.6098, "acc_m": 22, "what": "ill", "people": 1, "weak": "io", "help": "doctor", "text": "Khó thở, nước ngập đường (minh hoạ)"}),
)  # fmt: skip
"""How many minutes ago, and what was sent; numbers are of the range nobody has (0900 000 …)."""


async def load_demo(tx: Connection, settings: Settings) -> None:
    """Call for help, once; the demo officer must be there."""
    if await tx.fetchval(IS_LOADED):
        return
    at, numbers = now(), []
    for place, (minutes, said) in enumerate(CALLS):
        with told_at(at - timedelta(minutes=minutes)):
            new = NewSos(id=uuid5(DEMO, f"sos:{place}"), phone=f"090000000{place}", **said)
            receipt, _ = await calling.call_for_help(tx, new, settings=settings, demo=True)
            numbers.append(receipt.number)
    with told_at(at - timedelta(minutes=20)):
        sms = NewSms(
            sms_id="demo",
            sender="0900000009",
            text="SOS 3 nguoi, nuoc len mai nha, kiet 12 Kim Long (minh hoa)",
        )
        await calling.call_by_sms(tx, sms, settings=settings, demo=True)
    for minutes, action in ((80, "take"), (75, "call"), (74, "answered"), (60, "set_out")):
        row = await tx.fetchrow(FIND_NUMBERED, numbers[0])
        if row is None:
            return
        with told_at(at - timedelta(minutes=minutes)):
            await commanding.act(tx, row["id"], RescueMove(version=row["version"], action=action), OFFICER)
