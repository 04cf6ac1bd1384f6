"""Whether a CAP 1.2 file may be believed: the schema's rules, and those it cannot express. Pure.

Used before our own messages go out and on those of others. Nothing here fetches anything.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from api.alerts.rules.area import sound
from api.kit import cap

ALERT = ("identifier", "sender", "sent", "status", "msgType", "source", "scope", "restriction",
         "addresses", "code", "note", "references", "incidents", "info")  # fmt: skip
INFO = ("language", "category", "event", "responseType", "urgency", "severity", "certainty",
        "audience", "eventCode", "effective", "onset", "expires", "senderName", "headline",
        "description", "instruction", "web", "contact", "parameter", "resource", "area")  # fmt: skip
AREA = ("areaDesc", "polygon", "circle", "geocode", "altitude", "ceiling")
RESOURCE = ("resourceDesc", "mimeType", "size", "uri", "derefUri", "digest")
NEEDED = {
    "alert": ("identifier", "sender", "sent", "status", "msgType", "scope"),
    "info": ("category", "event", "urgency", "severity", "certainty"),
    "area": ("areaDesc",),
    "resource": ("resourceDesc", "mimeType"),
}
MANY = {"code", "info", "category", "responseType", "eventCode", "parameter", "resource", "area",
        "polygon", "circle", "geocode"}  # fmt: skip
WORDS = {
    "status": "Actual Exercise System Test Draft",
    "msgType": "Alert Update Cancel Ack Error",
    "scope": "Public Restricted Private",
    "category": "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other",
    "responseType": "Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None",
    "urgency": "Immediate Expected Future Past Unknown",
    "severity": "Extreme Severe Moderate Minor Unknown",
    "certainty": "Observed Likely Possible Unlikely Unknown",
}
TIMES = {"sent", "effective", "onset", "expires"}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORBIDDEN = re.compile(r"[\s,<&]")
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
FOLLOWING = {"Update", "Cancel", "Ack", "Error"}
RING = 4
EARTH_KM = 20_004
"""Half round the earth: no circle is bigger."""


def cap_faults(document: bytes) -> list[str]:
    """Everything wrong with a CAP file, in order; an empty list means it may be believed."""
    try:
        root = cap.read(document)
    except cap.CapUnreadableError as error:
        return [f"unreadable: {error}"]
    if root.tag != f"{{{cap.NAMESPACE}}}alert":
        return [f"not CAP 1.2: {root.tag}"]
    return list(alert_faults(root))


def alert_faults(root: Element) -> Iterator[str]:
    """The faults of the whole message."""
    yield from shape_faults(root, "alert", ALERT)
    for name in ("identifier", "sender"):
        if FORBIDDEN.search(text(root, name)):
            yield f"{name}: spaces, commas, < and & are forbidden"
    if text(root, "msgType") in FOLLOWING and not text(root, "references"):
        yield f"references: {text(root, 'msgType')} must say what it follows"
    yield from reference_faults(root)
    for scope, name in (("Restricted", "restriction"), ("Private", "addresses")):
        if (text(root, "scope") == scope) != bool(text(root, name)):
            yield f"{name}: goes with scope {scope}, and only with it"
    said: dict[tuple[str, str], str] = {}
    for info in children(root, "info"):
        yield from info_faults(info, text(root, "sent"))
        language = text(info, "language").lower() or "en-us"
        words = text(info, "description") or text(info, "headline")
        if words and said.setdefault((text(info, "event"), words), language) != language:
            yield "info: the same text in two languages"


def reference_faults(root: Element) -> Iterator[str]:
    """Each reference is `sender,identifier,sent`, earlier than this message, and not this message."""
    sent, known = moment(text(root, "sent")), set()
    for reference in text(root, "references").split():
        if reference in known:
            yield f"references: {reference} twice"
        known.add(reference)
        parts = reference.split(",")
        when = moment(parts[2]) if len(parts) == len(("sender", "identifier", "sent")) else None
        if when is None or not all(parts):
            yield f"references: {reference} is not sender,identifier,sent"
        elif parts[:2] == [text(root, "sender"), text(root, "identifier")]:
            yield "references: a message cannot follow itself"
        elif sent and when > sent:
            yield f"references: {reference} is later than this message"


def info_faults(info: Element, sent: str) -> Iterator[str]:
    """The faults of one info block."""
    yield from shape_faults(info, "info", INFO)
    expires = moment(text(info, "expires"))
    begins = moment(text(info, "effective")) or moment(sent)
    if expires and begins and expires <= begins:
        yield "expires: not after it takes effect"
    for resource in children(info, "resource"):
        yield from shape_faults(resource, "resource", RESOURCE)
        if (
            text(resource, "uri")
            and not urlsplit(text(resource, "uri")).scheme
            and not text(resource, "derefUri")
        ):
            yield "resource: a relative uri needs derefUri"
    for area in children(info, "area"):
        yield from shape_faults(area, "area", AREA)
        for polygon in children(area, "polygon"):
            yield from polygon_faults(polygon.text or "")
        for circle in children(area, "circle"):
            yield from circle_faults(circle.text or "")
        yield from height_faults(area)


def height_faults(area: Element) -> Iterator[str]:
    """A ceiling goes with an altitude, and above it."""
    low, high = text(area, "altitude"), text(area, "ceiling")
    if high and not low:
        yield "ceiling: needs an altitude"
    for name, value in (("altitude", low), ("ceiling", high)):
        if value and not NUMBER.fullmatch(value):
            yield f"{name}: {value} is not a number"
    if NUMBER.fullmatch(low) and NUMBER.fullmatch(high) and float(high) < float(low):
        yield "ceiling: below the altitude"


def shape_faults(node: Element, name: str, order: tuple[str, ...]) -> Iterator[str]:
    """Unknown, misplaced, repeated, missing and ill-formed children."""
    places, seen = [], []
    for child in node:
        if child.tag == SIGNATURE and name == "alert":
            continue
        tag = child.tag.removeprefix(f"{{{cap.NAMESPACE}}}")
        if tag not in order:
            yield f"{name}: unknown element {tag}"
            continue
        if tag in seen and tag not in MANY:
            yield f"{tag}: more than one"
        seen.append(tag)
        places.append(order.index(tag))
        yield from value_faults(tag, (child.text or "").strip())
    if places != sorted(places):
        yield f"{name}: elements out of order"
    for needed in NEEDED[name]:
        if not text(node, needed):
            yield f"{needed}: missing"


def value_faults(tag: str, value: str) -> Iterator[str]:
    """A word that is not in its list, or a time that is not one."""
    if tag in WORDS and value and value not in WORDS[tag].split():
        yield f"{tag}: {value} is not in the list"
    if tag in TIMES and moment(value) is None:
        yield f"{tag}: {value} is not a time with an offset"


def polygon_faults(value: str) -> Iterator[str]:
    """At least four lat,lon pairs on earth, the last the same as the first."""
    points = [point(pair) for pair in value.split()]
    if None in points:
        yield "polygon: not lat,lon pairs on earth (are they swapped?)"
    elif len(points) < RING or points[0] != points[-1]:
        yield "polygon: not closed"
    elif not sound([place for place in points if place]):
        yield "polygon: crosses itself"


def circle_faults(value: str) -> Iterator[str]:
    """`lat,lon radius` with a radius in kilometres."""
    parts = value.split()
    try:
        fine = point(parts[0]) is not None and 0 <= float(parts[1]) < EARTH_KM and parts[2:] == []
    except (ValueError, IndexError):
        fine = False
    if not fine:
        yield "circle: not lat,lon radius"


def point(pair: str) -> tuple[float, float] | None:
    """A place on earth."""
    try:
        lat, lon = (float(part) for part in pair.split(","))
    except ValueError:
        return None
    return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None  # noqa: PLR2004


def moment(value: str) -> datetime | None:
    """A CAP time, or None: `Z` and parts of a second are not CAP."""
    if not TIME.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def children(node: Element, name: str) -> list[Element]:
    """The CAP children of that name."""
    return node.findall(f"{{{cap.NAMESPACE}}}{name}")


def text(node: Element, name: str) -> str:
    """The trimmed text of the first such child, or nothing."""
    return (node.findtext(f"{{{cap.NAMESPACE}}}{name}") or "").strip()
