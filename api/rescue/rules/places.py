"""A position out of whatever people paste: map links, coordinates in any spelling, words. Pure.

`miniapp/src/rescue/place.ts` reads the same; tests/rescue/places.json holds the two together. Short links
(maps.app.goo.gl) carry no position, and nobody in danger waits while we ask another server: they stay words.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote, unquote_plus

import msgspec

SOUTH, NORTH, WEST, EAST = 6.0, 24.0, 101.0, 118.0
"""Vietnam with its sea. A pair outside is no position a boat can be sent to: it stays words."""
N = r"([+-]?\d{1,3}(?:\.\d+)?)"
EXACT = r"([+-]?\d{1,3}\.\d{2,})"
GAP = r"\s*[°º˚]?\s*(?:,|;|\s|/)\s*"
LINKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"!3d{N}!4d{N}",
        r"!2d(?P<lon>[+-]?\d{1,3}\.\d+)!3d(?P<lat>[+-]?\d{1,3}\.\d+)",
        rf"[?&](?:q|query|ll|sll|latlng|destination|daddr|center|cp|pin|coordinate)=(?:loc:)?{N}[,~\s]\s*{N}",
        rf"[?&#](?:m?lat|latitude)={N}&(?:m?lon|lng|long|longitude)={N}",
        r"[?&#](?:m?lon|lng|long|longitude)=(?P<lon>[+-]?[\d.]+)&(?:m?lat|latitude)=(?P<lat>[+-]?[\d.]+)",
        rf"geo:{N},{N}",
        rf"=point\.{N}_{N}",
        rf"#map=[\d.]+/{N}/{N}",
        rf"/(?:place|search|dir)/(?:[^@\s]*/)?{N},\s*{N}",
    )
)
CAMERA = re.compile(rf"@{N},{N}")
"""After every pin, also one in degrees: the camera is where the sender looked, the pin what they meant."""
DEGREES = re.compile(
    r"(?P<a1>[NSEWBĐT])?\s*(\d{1,3})\s*[°º˚]\s*(\d{1,2}(?:[.,]\d+)?)\s*['’′]?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|”|″|'')?)?\s*(?P<a2>[NSEWBĐT])?",
    re.IGNORECASE,
)  # fmt: skip
LETTERED = (
    re.compile(rf"\b[NB]\s*{N}\s*[°º˚]?{GAP}[EĐ]\s*{N}", re.IGNORECASE),
    re.compile(rf"{N}\s*[°º˚]?\s*[NB]\b{GAP}{N}\s*[°º˚]?\s*[EĐ](?![^\W\d_])", re.IGNORECASE),
)
NAMED = re.compile(
    rf"(?:lat(?:itude)?|vĩ độ|vi do)\"?\s*[:=]?\s*{N}\W+(?:lon(?:g|gitude)?|lng|kinh độ|kinh do)\"?\s*[:=]?\s*{N}",
    re.IGNORECASE,
)
PLAIN = re.compile(rf"(?<![\d.,]){EXACT}{GAP}{EXACT}(?![\d.])")
COMMAS = re.compile(r"(?<![\d.,])(\d{1,3},\d{2,})\s*[;,\s]\s*(\d{2,3},\d{2,})(?![\d.,])")
PLUS = re.compile(r"(?<![\w+])([2-9CFGHJMPQRVWX]{8})\+([2-9CFGHJMPQRVWX]{2,3})(?![\w+])", re.IGNORECASE)
"""A whole plus code. A short one (`FJX9+XX Huế`) means a place only near the town it names: it stays words."""
PLUS_DIGITS = "23456789CFGHJMPQRVWX"
SHORT_LINK = re.compile(r"(?:goo\.gl|maps\.app|zaloapp|zalo\.me|bit\.ly|tinyurl)\S*", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|geo:)\S+", re.IGNORECASE)


class Spot(msgspec.Struct, frozen=True):
    """A position, and the words around it."""

    lat: float
    lon: float
    linked: bool
    rest: str


class Bounded(msgspec.Struct, frozen=True, kw_only=True):
    """A commune, and its own boundary as WKB (EPSG:4326); None: known by its centre only."""

    unit_id: int
    shape: bytes | None


def in_reach(lat: float, lon: float) -> bool:
    """Whether a pair lies in Vietnam or its sea."""
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def read_place(text: str) -> Spot | None:
    """The position a text names, however it is spelt; None when it is only words."""
    text = text.replace("&amp;", "&")
    plain = unquote_plus(text) if "%" in text or "+" in text else text
    return (
        in_link(LINKS, plain, text)
        or in_plus_code(unquote(text))
        or in_degrees(plain)
        or in_link((CAMERA,), plain, text)
        or in_numbers(plain)
    )


def in_link(patterns: Sequence[re.Pattern[str]], plain: str, text: str) -> Spot | None:
    """The position of a link."""
    for pattern in patterns:
        if (found := pattern.search(plain)) and (pair := pair_of(*parts_of(found))):
            return Spot(*pair, linked=True, rest=tidy(ADDRESS.sub(" ", text)))
    return None


def in_plus_code(text: str) -> Spot | None:
    """The position of a whole plus code."""
    if (found := PLUS.search(text)) and (pair := pair_of(*map(str, plus_code(found[1], found[2])))):
        return Spot(*pair, linked="http" in text, rest=tidy(PLUS.sub(" ", ADDRESS.sub(" ", text))))
    return None


def in_degrees(text: str) -> Spot | None:
    """The position of two angles in degrees, minutes and seconds."""
    if pair := read_degrees(text):
        return Spot(*pair, linked="http" in text, rest=tidy(DEGREES.sub(" ", ADDRESS.sub(" ", text))))
    return None


def in_numbers(text: str) -> Spot | None:
    """The position of two numbers beside each other, in any spelling."""
    for pattern in (NAMED, *LETTERED, PLAIN, COMMAS):
        if (found := pattern.search(text)) and (pair := pair_of(*parts_of(found))):
            return Spot(*pair, linked=False, rest=tidy(text[: found.start()] + " " + text[found.end() :]))
    return None


def parts_of(found: re.Match[str]) -> tuple[str, str]:
    """Latitude and longitude, whichever is said first; decimal commas as points."""
    named = found.groupdict()
    first, second = (named["lat"], named["lon"]) if named else (found[1], found[2])
    return first.replace(",", "."), second.replace(",", ".")


def pair_of(first: str, second: str) -> tuple[float, float] | None:
    """The two numbers as a position in reach; longitude first is turned round."""
    try:
        a, b = float(first), float(second)
    except ValueError:
        return None
    if in_reach(a, b):
        return a, b
    return (b, a) if in_reach(b, a) else None


def read_degrees(text: str) -> tuple[float, float] | None:
    """Degrees, minutes and seconds: two of them, or None."""
    values = []
    for found in DEGREES.finditer(text):
        minutes = float(found[3].replace(",", "."))
        seconds = float((found[4] or "0").replace(",", "."))
        values.append(round(float(found[2]) + minutes / 60 + seconds / 3600, 6))
    return pair_of(str(values[0]), str(values[1])) if len(values) >= 2 else None  # noqa: PLR2004  a pair


def plus_code(area: str, inside: str) -> tuple[float, float]:
    """The middle of a plus code's square (Open Location Code): pairs of base 20, then a grid of 4 by 5."""
    digits = [PLUS_DIGITS.index(letter) for letter in (area + inside).upper()]
    lat, lon, high, wide = -90.0, -180.0, 400.0, 400.0
    for row, column in zip(digits[:10:2], digits[1:10:2], strict=True):
        high, wide = high / 20, wide / 20
        lat, lon = lat + row * high, lon + column * wide
    for cell in digits[10:]:
        high, wide = high / 5, wide / 4
        lat, lon = lat + cell // 4 * high, lon + cell % 4 * wide
    return round(lat + high / 2, 6), round(lon + wide / 2, 6)


def tidy(text: str) -> str:
    """Words without what is left of a cut-out number."""
    return " ".join(text.split()).strip(" ,;:-–()[]")


def is_unread_link(text: str) -> bool:
    """Whether a text holds a link that carries no position in itself."""
    return SHORT_LINK.search(text) is not None


def commune_at(communes: Sequence[Bounded], lat: float, lon: float) -> int | None:
    """The first commune whose boundary holds a point, or that has none."""
    return next((one.unit_id for one in communes if one.shape is None or holds(one.shape, lat, lon)), None)


def holds(shape: bytes, lat: float, lon: float) -> bool:
    """Whether a boundary holds a point, its border with it."""
    # Geometry takes 0.3 s to import: only where a province has loaded its boundaries.
    import shapely  # noqa: PLC0415

    return bool(shapely.intersects_xy(shapely.from_wkb(shape), lon, lat))
