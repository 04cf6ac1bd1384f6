"""Warnings of the demo province: exercises all, so that no machine mistakes them for real."""

from datetime import timedelta

import msgspec

from api.alerts import actions
from api.alerts.contracts import AlertCertainty, Cancellation, NewAlert, Status, Urgency
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import COMMUNE, PROVINCE, demo_person, told_at
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings

IS_LOADED = "select exists (select from alert where demo)"
OFFICER = Principal(
    person_id=demo_person(Role.OFFICER),
    session_id=demo_person(Role.OFFICER),
    roles=frozenset({Role.OFFICER}),
    province_codes=(PROVINCE,),
    demo=True,
)
RIVERSIDE = [COMMUNE, "19753", "19774", "19789", "19900", "19909", "19930", "20014", "20017"]
HILLS = ["20035", "20044", "20050", "20056", "20071", "20101", "20161", "20179", "20182"]


async def load_demo(tx: Connection, settings: Settings) -> None:
    """Publish them, once; the demo officer must be there."""
    if await tx.fetchval(IS_LOADED):
        return
    at = now().replace(microsecond=0)
    past = at - timedelta(days=9)
    slide = NewAlert(
        id=uuid7(),
        hazard="flash_flood",
        risk_level=2,
        urgency=Urgency.EXPECTED,
        certainty=AlertCertainty.LIKELY,
        headline="Nguy cơ lũ quét, sạt lở ở vùng núi (minh hoạ)",
        description="Mưa 24 giờ qua 120–180 mm, đất đã no nước.",
        instruction="Không ngủ lại ở chòi ven suối; chuẩn bị đến nơi tránh đã được hướng dẫn.",
        commune_codes=HILLS,
        effective_at=past,
        expires_at=past + timedelta(days=2),
        status=Status.EXERCISE,
    )
    worse = msgspec.structs.replace(
        slide,
        id=uuid7(),
        risk_level=3,
        description="Mưa 24 giờ qua 230–310 mm, đã có điểm sạt lở nhỏ.",
        replaces=slide.id,
    )
    with told_at(past):
        await actions.publish(tx, slide, OFFICER, settings=settings, demo=True)
    with told_at(past + timedelta(hours=5)):
        await actions.publish(tx, worse, OFFICER, settings=settings, demo=True)
    with told_at(past + timedelta(hours=26)):
        why = Cancellation(reason="Mưa đã dứt, các điểm sạt lở đã được rào và theo dõi.")
        await actions.cancel(tx, worse.id, why, OFFICER, settings=settings)
    flood = NewAlert(
        id=uuid7(),
        hazard="flood",
        risk_level=3,
        urgency=Urgency.IMMEDIATE,
        certainty=AlertCertainty.OBSERVED,
        headline="Sông Hương tại Kim Long trên báo động 3 (minh hoạ)",
        description="Mực nước 3,54 m lúc 6 giờ, trên báo động 3 là 0,04 m và còn lên chậm.",
        instruction="Kê cao tài sản; không đi qua ngầm, tràn; cần cứu người gọi 112.",
        commune_codes=RIVERSIDE,
        effective_at=at,
        expires_at=at + timedelta(days=3),
        status=Status.EXERCISE,
    )
    await actions.publish(tx, flood, OFFICER, settings=settings, demo=True)
