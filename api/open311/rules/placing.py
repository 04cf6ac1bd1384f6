"""From an address in words to a place that says how rough it is."""

import math
from collections.abc import Iterable

import msgspec

from api.kit.text import fold

ROUGH_M = 2_000
"""A place known no better than this is no point on a map."""
PROVINCE_M = 60_000
"""How far off the middle of a province is from somewhere in it."""


class Commune(msgspec.Struct, frozen=True, kw_only=True):
    """A commune of the province, as an address may name it."""

    code: str
    full_name: str
    name: str
    lat: float
    lon: float
    area_km2: float | None


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A point guessed from words, how far off it may be, and the commune it stands for."""

    lat: float
    lon: float
    accuracy_m: float
    commune_code: str


def spot(address: str, communes: Iterable[Commune]) -> Spot | None:
    """The middle of the commune the address names, or of the province when it names none.

    The full name (`phường Vỹ Dạ`) is believed before the bare one, the longer before the shorter.
    """
    known = sorted(communes, key=lambda each: each.code)
    if not known:
        return None
    text = f" {fold(address).replace(',', ' ')} "
    named = [each for each in known if f" {fold(each.full_name)} " in text]
    named = named or [each for each in known if f" {fold(each.name)} " in text]
    if named:
        best = max(named, key=lambda each: len(each.full_name))
        reach = math.sqrt((best.area_km2 or 30.0) / math.pi) * 1_000
        return Spot(
            lat=best.lat, lon=best.lon, accuracy_m=max(ROUGH_M + 1, round(reach)), commune_code=best.code
        )
    lat = sum(each.lat for each in known) / len(known)
    lon = sum(each.lon for each in known) / len(known)
    middle = min(known, key=lambda each: (each.lat - lat) ** 2 + (each.lon - lon) ** 2)
    return Spot(lat=middle.lat, lon=middle.lon, accuracy_m=PROVINCE_M, commune_code=middle.code)
