"""What people do with places: look up communes, follow a former name, find where they stand."""

import asyncio
import base64
from collections import OrderedDict
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from api.kit.clock import today
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid, NotFound
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.text import fold
from api.places import store
from api.places.contracts import Change, Commune, CommuneLine, Located, ProvinceMap, Site

if TYPE_CHECKING:
    from api.places.rules.locating import Atlas

# Geometry (shapely and numpy, 0.3 s to import) comes with the first question that needs it: a start
# of the process does not wait for it. Hence the imports inside functions below.

CHANGES_SHOWN = 100
MAPS_KEPT = 40


class CommuneNotFound(NotFound):
    """No commune had this code on that day."""

    slug = "commune-not-found"
    title = "Không có xã, phường nào mang mã này vào ngày đó"


async def list_communes(
    db: Connection, *, province: str | None, q: str | None, on: date | None, cursor: str | None, limit: int
) -> Page[CommuneLine]:
    """Communes of a day, with or without a search, which understands missing diacritics."""
    wanted = fold(q or "").replace("\x00", "") or None
    if q and not wanted:
        return Page([])
    after = decode_cursor(cursor, tuple[int, str, str]) if cursor else None
    if after and not is_base64(after[1]):
        raise Invalid(errors=[FieldError(field="cursor", message="Dấu trang không hợp lệ")])
    rows = await store.list_communes(
        db, on=on or today(), province=province, q=wanted, after=after, limit=limit + 1
    )
    last = rows[limit - 1] if len(rows) > limit else None
    following = encode_cursor(last.rank, last.place, last.code) if last else None
    return Page([line(row) for row in rows[:limit]], following)


def is_base64(text: str) -> bool:
    """Whether a cursor's part can be what we put there."""
    try:
        base64.b64decode(text, validate=False)
    except ValueError:
        return False
    return text.isascii()


def line(row: store.Listed) -> CommuneLine:
    """A list row without its cursor keys."""
    return CommuneLine(**{name: getattr(row, name) for name in CommuneLine.__struct_fields__})


async def find_commune(db: Connection, code: str, *, on: date | None) -> Commune:
    """A commune as it was on a day, today unless said."""
    commune = await store.find_commune(db, code, on=on or today())
    if commune is None:
        raise CommuneNotFound
    return commune


async def list_changes(db: Connection, *, code: str | None, q: str | None) -> Page[Change]:
    """What became of a former commune (or what a commune was made from), by code or former name."""
    name = fold(q).replace("\x00", "") if q else None
    if not code and not name:
        raise Invalid(errors=[FieldError(field="code", message="Cần mã hoặc tên cũ của xã, phường")])
    return Page(await store.list_changes(db, code=code or None, name=name or None, limit=CHANGES_SHOWN))


async def locate(db: Connection, lat: float, lon: float, *, accuracy_m: float) -> Located:
    """The communes a point may lie in today."""
    return (await atlases.find(db)).locate(lat, lon, accuracy_m)


class Atlases:
    """The atlas of this process: made once for each edition of its data and each day."""

    def __init__(self) -> None:
        self.key: tuple[date, store.AtlasEdition] | None = None
        self.kept: Atlas | None = None

    async def find(self, db: Connection) -> "Atlas":
        """All communes of today, ready for questions."""
        key = today(), await store.find_atlas_edition(db)
        if self.kept is None or key != self.key:
            from api.places.rules import locating  # noqa: PLC0415

            sites = await store.list_all_sites(db, on=key[0])
            self.key, self.kept = key, await asyncio.to_thread(locating.Atlas, sites)
        return self.kept


atlases = Atlases()


class Maps:
    """Finished maps of this process, the least used dropped first."""

    def __init__(self) -> None:
        self.kept: OrderedDict[tuple[str, store.MapEdition], ProvinceMap] = OrderedDict()

    async def find(self, db: Connection, province_code: str) -> ProvinceMap:
        """The commune map of a province, drawn once for each edition of its data."""
        edition = await store.find_map_edition(db, province_code)
        if not edition.communes:
            raise NotFound
        key = (province_code, edition)
        if key not in self.kept:
            sites = await store.list_sites(db, province_code)
            self.kept[key] = await asyncio.to_thread(draw, province_code, sites)
            while len(self.kept) > MAPS_KEPT:
                self.kept.popitem(last=False)
        self.kept.move_to_end(key)
        return self.kept[key]


def draw(province_code: str, sites: list[Site]) -> ProvinceMap:
    """Boundaries when every commune has one, otherwise a sketch."""
    from api.places.rules import boundaries, mapping  # noqa: PLC0415

    shapes = [boundaries.stored(site.shape) for site in sites if site.shape]
    is_sketch = len(shapes) < len(sites)
    cells = mapping.sketch(sites) if is_sketch else mapping.thin(sites, shapes)
    drawn = mapping.topojson(province_code, sites, cells, is_sketch=is_sketch)
    return ProvinceMap(body=msgspec.json.encode(drawn), sketch=is_sketch)


maps = Maps()


async def import_boundaries(tx: Connection, province_code: str, layer: dict[str, Any], *, source: str) -> int:
    """Take over a province's own boundary layer, whole or not at all; returns how many communes."""
    import shapely  # noqa: PLC0415

    from api.places.rules import boundaries  # noqa: PLC0415

    sites = await store.list_sites(tx, province_code)
    if not sites:
        raise NotFound
    cells = boundaries.read_layer(layer, sites)
    shapes = {code: (shapely.to_wkb(cell), cell.bounds) for code, cell in cells.items()}
    await store.insert_boundaries(tx, shapes, source=source)
    return len(shapes)
