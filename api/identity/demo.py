"""The demo people, one a role and a second officer: made up, marked, without a phone, so nobody can be them outside a demo."""

from api.identity import store
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import COMMUNE, demo_person, demo_second
from api.kit.principal import Role

NAMES = {
    Role.CITIZEN: "Người dân Demo",
    Role.VOLUNTEER: "Tình nguyện viên Demo",
    Role.TEAM_LEADER: "Tổ trưởng Demo",
    Role.HANDLER: "Cán bộ xử lý Demo",
    Role.OFFICER: "Cán bộ thành phố Demo",
    Role.ADMIN: "Quản trị viên Demo",
}


async def load_demo(tx: Connection) -> None:
    """Make them, once."""
    for role, name in NAMES.items():
        await store.insert_demo_person(tx, demo_person(role), name, COMMUNE, now())
    second = "Cán bộ thành phố thứ hai Demo"
    await store.insert_demo_person(tx, demo_second(Role.OFFICER), second, COMMUNE, now())
