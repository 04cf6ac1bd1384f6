"""Agencies of the demo province Huế, and what the demo people may do there."""

from datetime import date
from typing import Any
from uuid import UUID

from api.grants import store
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, PROVINCE, TEAM_CODE, demo_agency, demo_person, demo_second, demo_team
from api.kit.ids import uuid7
from api.kit.principal import Role

DEPARTMENTS = {
    HANDLER_AGENCY: "Công ty Cổ phần Môi trường và Công trình Đô thị Huế",
    "46-hcc": "Trung tâm Phục vụ hành chính công thành phố Huế",
    "46-ioc": "Trung tâm Giám sát, điều hành đô thị thông minh Huế",
    "46-xay-dung": "Sở Xây dựng thành phố Huế",
    "46-nong-nghiep": "Sở Nông nghiệp và Môi trường thành phố Huế",
    "46-khoa-hoc": "Sở Khoa học và Công nghệ thành phố Huế",
    "46-y-te": "Sở Y tế thành phố Huế",
    "46-cong-an": "Công an thành phố Huế",
    "46-phong-thu": "Ban Chỉ huy Phòng thủ dân sự thành phố Huế",
    "46-cap-nuoc": "Công ty Cổ phần Cấp nước Huế",
    "46-dien-luc": "Công ty Điện lực Huế",
}
"""Code → name. The offices exist; what they do here is made up and marked as demo."""
SINCE = date(2026, 1, 1)


async def load_demo(tx: Connection) -> None:
    """Make agencies and grants, once; the demo people must be there."""
    rows: list[tuple[UUID, str, str, str | None]] = [
        (demo_agency(code), code, name, None) for code, name in DEPARTMENTS.items()
    ]
    for commune_code, commune in await store.list_communes(tx, PROVINCE):
        code = f"{PROVINCE}-{commune_code}"
        name = f"Ủy ban nhân dân {commune[0].lower()}{commune[1:]}"
        rows.append((demo_agency(code), code, name, commune_code))
    await store.insert_agencies(tx, rows, province_code=PROVINCE, demo=True)
    people: list[tuple[Role, UUID, dict[str, Any]]] = [
        (Role.VOLUNTEER, demo_person(Role.VOLUNTEER), {"team_id": demo_team(TEAM_CODE)}),
        (Role.TEAM_LEADER, demo_person(Role.TEAM_LEADER), {"team_id": demo_team(TEAM_CODE)}),
        (Role.HANDLER, demo_person(Role.HANDLER), {"agency_id": demo_agency(HANDLER_AGENCY)}),
        (Role.OFFICER, demo_person(Role.OFFICER), {"province_code": PROVINCE}),
        (Role.OFFICER, demo_second(Role.OFFICER), {"province_code": PROVINCE}),
        (Role.ADMIN, demo_person(Role.ADMIN), {}),
    ]
    for role, person_id, scope in people:
        await store.insert_grant(
            tx,
            uuid7(),
            person_id=person_id,
            role=role,
            agency_id=scope.get("agency_id"),
            team_id=scope.get("team_id"),
            province_code=scope.get("province_code"),
            valid_from=SINCE,
            valid_to=None,
            granted_by=None,
            at=now(),
        )
