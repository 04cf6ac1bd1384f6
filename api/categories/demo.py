"""Which demo agency answers for what in the demo province."""

from api.categories import store
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, PROVINCE, demo_agency

ROUTES = {
    None: HANDLER_AGENCY,
    "ha-tang.duong": "46-xay-dung",
    "ha-tang.dien": "46-dien-luc",
    "ha-tang.vien-thong": "46-khoa-hoc",
    "moi-truong.nuoc-thai": "46-nong-nghiep",
    "trat-tu.xay-dung": "46-xay-dung",
    "giao-thong.tai-nan": "46-cong-an",
    "an-ninh": "46-cong-an",
    "chay-no": "46-cong-an",
    "chay-no.rung": "46-nong-nghiep",
    "thien-tai": "46-phong-thu",
    "tieu-dung": "46-y-te",
    "dong-vat": "46-nong-nghiep",
}
"""Subject → agency; None answers for every subject without a row of its own."""
COMMUNE_ROUTES = {("trat-tu.lan-chiem", "19753"): "46-19753", ("trat-tu.lan-chiem", "19789"): "46-19789"}
"""Subject and commune → agency: two wards keep their own pavements."""


async def load_demo(tx: Connection) -> None:
    """Make the routes, once; the demo agencies must be there."""
    for category, agency in ROUTES.items():
        await store.insert_route(
            tx, PROVINCE, demo_agency(agency), category=category, commune=None, note="demo"
        )
    for (category, commune), agency in COMMUNE_ROUTES.items():
        await store.insert_route(
            tx, PROVINCE, demo_agency(agency), category=category, commune=commune, note="demo"
        )
