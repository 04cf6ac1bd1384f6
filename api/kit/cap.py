"""The Common Alerting Protocol 1.2 (OASIS): its shapes, writing it, and reading strangers' files safely."""

from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from api.kit.clock import VN

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
MEDIA_TYPE = "application/cap+xml"
MAX_BYTES = 1_000_000


class CapUnreadableError(ValueError):
    """Not XML we are willing to read: broken, too big, or with a document type."""


class CapArea(msgspec.Struct, frozen=True, kw_only=True):
    """Where: words, codes, closed rings of (lat, lon), circles of (lat, lon, km)."""

    description: str
    geocodes: tuple[tuple[str, str], ...] = ()
    polygons: tuple[tuple[tuple[float, float], ...], ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()


class CapInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What is said, in one language."""

    category: str
    event: str
    urgency: str
    severity: str
    certainty: str
    language: str = "vi-VN"
    response_type: str | None = None
    event_codes: tuple[tuple[str, str], ...] = ()
    effective: datetime | None = None
    onset: datetime | None = None
    expires: datetime | None = None
    sender_name: str | None = None
    headline: str | None = None
    description: str | None = None
    instruction: str | None = None
    web: str | None = None
    contact: str | None = None
    parameters: tuple[tuple[str, str], ...] = ()
    areas: tuple[CapArea, ...] = ()


class CapAlert(msgspec.Struct, frozen=True, kw_only=True):
    """One message; `references` are (sender, identifier, sent) of those it follows."""

    identifier: str
    sender: str
    sent: datetime
    status: str
    msg_type: str
    infos: tuple[CapInfo, ...]
    scope: str = "Public"
    note: str | None = None
    references: tuple[tuple[str, str, datetime], ...] = ()


def cap_time(at: datetime) -> str:
    """`2025-11-03T07:00:00+07:00`: CAP knows neither `Z` nor parts of a second."""
    return at.astimezone(VN).replace(microsecond=0).isoformat()


def write(alert: CapAlert) -> bytes:
    """The XML document, elements in the order the schema fixes."""
    root = Element("alert", xmlns=NAMESPACE)
    add(root, "identifier", alert.identifier)
    add(root, "sender", alert.sender)
    add(root, "sent", cap_time(alert.sent))
    add(root, "status", alert.status)
    add(root, "msgType", alert.msg_type)
    add(root, "scope", alert.scope)
    add(root, "note", alert.note)
    if alert.references:
        triples = (f"{sender},{name},{cap_time(sent)}" for sender, name, sent in alert.references)
        add(root, "references", " ".join(triples))
    for info in alert.infos:
        write_info(SubElement(root, "info"), info)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def write_info(node: Element, info: CapInfo) -> None:
    """One info block."""
    add(node, "language", info.language)
    add(node, "category", info.category)
    add(node, "event", info.event)
    add(node, "responseType", info.response_type)
    add(node, "urgency", info.urgency)
    add(node, "severity", info.severity)
    add(node, "certainty", info.certainty)
    for name, value in info.event_codes:
        add_pair(node, "eventCode", name, value)
    add(node, "effective", cap_time(info.effective) if info.effective else None)
    add(node, "onset", cap_time(info.onset) if info.onset else None)
    add(node, "expires", cap_time(info.expires) if info.expires else None)
    add(node, "senderName", info.sender_name)
    add(node, "headline", info.headline)
    add(node, "description", info.description)
    add(node, "instruction", info.instruction)
    add(node, "web", info.web)
    add(node, "contact", info.contact)
    for name, value in info.parameters:
        add_pair(node, "parameter", name, value)
    for area in info.areas:
        place = SubElement(node, "area")
        add(place, "areaDesc", area.description)
        for ring in area.polygons:
            add(place, "polygon", " ".join(f"{lat},{lon}" for lat, lon in ring))
        for lat, lon, radius in area.circles:
            add(place, "circle", f"{lat},{lon} {radius}")
        for name, value in area.geocodes:
            add_pair(place, "geocode", name, value)


def add(parent: Element, tag: str, text: str | None) -> None:
    """A child with text; nothing when there is none to say."""
    if text:
        SubElement(parent, tag).text = text


def add_pair(parent: Element, tag: str, name: str, value: str) -> None:
    """A valueName/value child."""
    node = SubElement(parent, tag)
    add(node, "valueName", name)
    add(node, "value", value)


def read(document: bytes) -> Element:
    """The root of an untrusted document; no entities, no document type, no network."""
    if len(document) > MAX_BYTES:
        message = "too big"
        raise CapUnreadableError(message)
    try:
        root: Element = fromstring(document, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:  # Lookup: an unknown encoding
        raise CapUnreadableError(type(error).__name__) from error
    return root
