"""Field reports as given: sent and handled through the actions people use."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from api.categories import demo as categories_demo
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, PROVINCE, demo_agency, demo_person, demo_second
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.reports.actions import handling, intake
from api.reports.contracts import Case, NewReport, Receipt
from tests.given.identity import demo_people

LAT, LON = 16.477912345, 107.611234567
"""In Phường Vỹ Dạ, as precise as a phone says it."""
COMMUNE = "19777"


async def demo_province(tx: Connection) -> None:
    """The demo people, their agencies, and which agency answers for what."""
    await demo_people(tx)
    await categories_demo.load_demo(tx)


def citizen() -> Principal:
    """The demo citizen."""
    return Principal(person_id=demo_person(Role.CITIZEN), session_id=uuid7())


def handler(agency: str = HANDLER_AGENCY) -> Principal:
    """A handler of an agency."""
    return Principal(
        person_id=demo_person(Role.HANDLER),
        session_id=uuid7(),
        roles=frozenset({Role.CITIZEN, Role.HANDLER}),
        agency_ids=(demo_agency(agency),),
    )


def officer(province: str = PROVINCE) -> Principal:
    """An officer of a province."""
    return Principal(
        person_id=demo_person(Role.OFFICER),
        session_id=uuid7(),
        roles=frozenset({Role.CITIZEN, Role.OFFICER}),
        province_codes=(province,),
    )


def second_officer(province: str = PROVINCE) -> Principal:
    """Another officer of the province."""
    return msgspec.structs.replace(officer(province), person_id=demo_second(Role.OFFICER))


def report_body(**changes: Any) -> dict[str, Any]:
    """A report as a phone sends it."""
    return {
        "id": str(uuid7()),
        "category_code": "ha-tang.chieu-sang",
        "description": "Đèn đường tắt trước cổng chợ, tối rất nguy hiểm",
        "lat": LAT,
        "lon": LON,
        "accuracy_m": 12.5,
        "commune_code": COMMUNE,
        "commune_confirmed": True,
        "happened_at": "2026-11-20T12:00:00.123Z",
        "photo_count": 0,
        **changes,
    }


def new_report(**changes: Any) -> NewReport:
    """The same as a Struct."""
    values: dict[str, Any] = {
        "id": uuid7(),
        "category_code": "ha-tang.chieu-sang",
        "description": "Đèn đường tắt trước cổng chợ",
        "lat": LAT,
        "lon": LON,
        "commune_code": COMMUNE,
        "commune_confirmed": True,
        "happened_at": datetime(2026, 11, 20, 12, tzinfo=UTC),
        **changes,
    }
    return NewReport(**values)


async def reported(
    tx: Connection, settings: Settings, caller: Principal | None = None, **changes: Any
) -> Receipt:
    """A report that was taken in."""
    receipt, _ = await intake.submit(tx, new_report(**changes), settings=settings, caller=caller)
    return receipt


async def accepted(tx: Connection, settings: Settings, report_id: UUID, version: int = 1) -> Case:
    """A case its handler took on: from here on it is public."""
    return await handling.work(tx, report_id, "accept", handler(), settings=settings, version=version)


async def answered(tx: Connection, settings: Settings, report_id: UUID, version: int = 1) -> Case:
    """A case its handler took on and answered."""
    case = await accepted(tx, settings, report_id, version)
    return await handling.work(
        tx, report_id, "answer", handler(), settings=settings, version=case.version, answer="Đã thay bóng mới"
    )


async def closed(tx: Connection, settings: Settings, report_id: UUID, version: int = 1) -> Case:
    """A case that was answered and ended."""
    case = await answered(tx, settings, report_id, version)
    return await handling.work(tx, report_id, "close", handler(), settings=settings, version=case.version)
