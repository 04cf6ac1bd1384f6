"""The places a person keeps: told of each, besides home."""

from api.alerts import store as messages
from api.alerts.contracts.desk import AlertPlaces, NewAlertPlaces
from api.alerts.rules.problems import unusable
from api.alerts.rules.publishing import line_of
from api.alerts.store import places as store
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.principal import Principal


async def list_places(db: Connection, me: Principal) -> AlertPlaces:
    """My places, in my order."""
    return AlertPlaces(items=await store.list_places(db, me.person_id))


async def put_places(tx: Connection, new: NewAlertPlaces, me: Principal) -> AlertPlaces:
    """These places and no others; a commune once, each in force today."""
    known = {
        area.code: area.id
        for area in await messages.list_areas(tx, [one.commune_code for one in new.items], on=today())
    }
    kept: dict[int, str] = {}
    for at, one in enumerate(new.items):
        label = line_of(one.label)
        if one.commune_code not in known:
            raise unusable(
                field=f"items[{at}].commune_code", message="Không có xã, phường đang hiệu lực với mã này"
            )
        if known[one.commune_code] in kept:
            raise unusable(field=f"items[{at}].commune_code", message="Xã, phường này đã có trong danh sách")
        if not label:
            raise unusable(field=f"items[{at}].label", message="Đặt tên cho nơi này")
        kept[known[one.commune_code]] = label
    await store.put_places(tx, me.person_id, list(kept.items()), at=now())
    return await list_places(tx, me)
