"""A warning as others read it: CAP 1.2, Atom with GeoRSS, GeoJSON. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

import msgspec

from api.alerts.contracts import Alert, MessageType, Reference, Status
from api.alerts.rules.area import as_geometry
from api.kit import cap
from api.kit.clock import VN

ATOM, GEORSS = "http://www.w3.org/2005/Atom", "http://www.georss.org/georss"
DRILLS = {Status.EXERCISE: "[DIỄN TẬP] ", Status.TEST: "[THỬ NGHIỆM] "}
DRILLS_EN = {Status.EXERCISE: "[EXERCISE] ", Status.TEST: "[TEST] "}
LEVELS_EN = {1: "low", 2: "medium", 3: "high", 4: "very high", 5: "disaster"}
PREPARE_FROM_LEVEL = 2
FEED_BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
"""The age of an empty feed: it must not change by being read."""
GEOJSON = "application/geo+json"

register_namespace("", ATOM)
register_namespace("cap", cap.NAMESPACE)
register_namespace("georss", GEORSS)


def response_type(alert: Alert) -> str:
    """What CAP receivers are asked to do."""
    if alert.msg_type is MessageType.CANCEL:
        return "AllClear"
    return "Prepare" if alert.risk_level >= PREPARE_FROM_LEVEL else "Monitor"


def titled(alert: Alert) -> str:
    """The headline; a drill says so first."""
    return DRILLS.get(alert.status, "") + alert.headline


def web_of(alert: Alert, public_url: str) -> str:
    """The warning's page for people."""
    return f"{public_url}/#/canh-bao/{alert.id}"


def info_of(alert: Alert, public_url: str) -> cap.CapInfo:
    """The Vietnamese block: all that is said."""
    parameters = [("VN:cap-do-rui-ro", str(alert.risk_level))]
    if alert.river_alarm:
        parameters.append(("VN:muc-bao-dong", alert.river_alarm))
    return cap.CapInfo(
        category=alert.cap_category,
        event=alert.hazard_name,
        response_type=response_type(alert),
        urgency=alert.urgency.capitalize(),
        severity=alert.cap_severity,
        certainty=alert.certainty.capitalize(),
        event_codes=(("VN:QD18-2021:loai-thien-tai", alert.hazard),),
        effective=alert.effective_at,
        onset=alert.onset_at,
        expires=alert.expires_at,
        sender_name=alert.sender_name,
        headline=titled(alert),
        description=alert.description,
        instruction=alert.instruction,
        web=web_of(alert, public_url),
        contact="112",
        parameters=tuple(parameters),
        areas=(
            cap.CapArea(
                description="; ".join(commune.name for commune in alert.communes),
                polygons=tuple(tuple((lat, lon) for lat, lon in ring) for ring in alert.polygons),
                circles=tuple((one.lat, one.lon, one.radius_km) for one in alert.circles),
                geocodes=tuple(("VN:GSO-xa", commune.code) for commune in alert.communes),
            ),
        ),
    )


def info_in_english(alert: Alert, vietnamese: cap.CapInfo) -> cap.CapInfo:
    """The English block: what is data, said in English; the officer's own words are in the Vietnamese one."""
    over = "Cancelled: " if alert.msg_type is MessageType.CANCEL else ""
    level = f"risk level {alert.risk_level} of 5 ({LEVELS_EN[alert.risk_level]})"
    until = f"{alert.expires_at.astimezone(VN):%H:%M %d/%m/%Y}"
    return msgspec.structs.replace(
        vietnamese,
        language="en",
        event=alert.hazard_name_en,
        headline=f"{DRILLS_EN.get(alert.status, '')}{over}{alert.hazard_name_en}, {level}",
        description=f"{alert.hazard_name_en}, {level}, valid until {until} (UTC+7). Details are in Vietnamese.",
        instruction=None if over else "Follow local authorities; in danger call 112 (free, at any hour).",
    )


def as_cap(alert: Alert, references: Sequence[Reference], public_url: str) -> bytes:
    """The CAP 1.2 document of one message."""
    vietnamese = info_of(alert, public_url)
    return cap.write(
        cap.CapAlert(
            identifier=alert.identifier,
            sender=alert.sender,
            sent=alert.sent_at,
            status=alert.status.capitalize(),
            msg_type=alert.msg_type.capitalize(),
            note=alert.description if alert.msg_type is MessageType.CANCEL else None,
            references=tuple((ref.sender, ref.identifier, ref.sent_at) for ref in references),
            infos=(vietnamese, info_in_english(alert, vietnamese)),
        )
    )


def centres_of(alert: Alert) -> list[tuple[float, float]]:
    """The communes' centres as (lat, lon)."""
    return [(c.lat, c.lon) for c in alert.communes if c.lat is not None and c.lon is not None]


def as_geojson(alerts: Sequence[Alert], public_url: str) -> bytes:
    """A FeatureCollection (RFC 7946), one feature a message: drawn areas, or the communes' centres."""
    return msgspec.json.encode(
        {"type": "FeatureCollection", "features": [feature_of(alert, public_url) for alert in alerts]}
    )


def feature_of(alert: Alert, public_url: str) -> dict[str, object]:
    """One message as a feature."""
    return {
        "type": "Feature",
        "id": str(alert.id),
        "geometry": as_geometry(alert.polygons, alert.circles, centres_of(alert)),
        "properties": {
            "identifier": alert.identifier,
            "headline": titled(alert),
            "hazard": alert.hazard,
            "hazard_name": alert.hazard_name,
            "risk_level": alert.risk_level,
            "level_name": alert.level_name,
            "colour": alert.colour,
            "urgency": alert.urgency,
            "certainty": alert.certainty,
            "severity": alert.cap_severity,
            "status": alert.status,
            "msg_type": alert.msg_type,
            "active": alert.active,
            "river_alarm": alert.river_alarm,
            "commune_codes": [commune.code for commune in alert.communes],
            "effective_at": cap.cap_time(alert.effective_at),
            "expires_at": cap.cap_time(alert.expires_at),
            "sent_at": cap.cap_time(alert.sent_at),
            "web": web_of(alert, public_url),
            "cap": f"{public_url}/v1/alerts/{alert.id}/cap.xml",
        },
    }


def as_atom(alerts: Sequence[Alert], public_url: str, at: datetime) -> bytes:
    """The Atom feed (RFC 4287) with CAP and GeoRSS elements, newest first."""
    host = urlsplit(public_url).hostname or "localhost"
    feed = Element(f"{{{ATOM}}}feed")
    atom(feed, "id", f"tag:{host},2026:alerts")
    atom(feed, "title", "Cảnh báo thiên tai")
    atom(feed, "updated", cap.cap_time(alerts[0].sent_at if alerts else at))
    atom(SubElement(feed, f"{{{ATOM}}}author"), "name", "Ngõ Số")
    link = {"rel": "self", "type": "application/atom+xml", "href": f"{public_url}/alerts.atom"}
    SubElement(feed, f"{{{ATOM}}}link", link)
    for alert in alerts:
        add_entry(feed, alert, public_url)
    document: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return document


def add_entry(feed: Element, alert: Alert, public_url: str) -> None:
    """One message as an entry."""
    entry = SubElement(feed, f"{{{ATOM}}}entry")
    atom(entry, "id", f"urn:uuid:{alert.id}")
    atom(entry, "title", titled(alert))
    atom(entry, "updated", cap.cap_time(alert.sent_at))
    atom(entry, "published", cap.cap_time(alert.sent_at))
    link = {
        "rel": "alternate",
        "type": cap.MEDIA_TYPE,
        "href": f"{public_url}/v1/alerts/{alert.id}/cap.xml",
    }
    SubElement(entry, f"{{{ATOM}}}link", link)
    atom(entry, "summary", alert.description)
    for name, value in (
        ("identifier", alert.identifier),
        ("sender", alert.sender),
        ("sent", cap.cap_time(alert.sent_at)),
        ("status", alert.status.capitalize()),
        ("msgType", alert.msg_type.capitalize()),
        ("event", alert.hazard_name),
        ("urgency", alert.urgency.capitalize()),
        ("severity", alert.cap_severity),
        ("certainty", alert.certainty.capitalize()),
        ("effective", cap.cap_time(alert.effective_at)),
        ("expires", cap.cap_time(alert.expires_at)),
        ("areaDesc", "; ".join(commune.name for commune in alert.communes)),
    ):
        SubElement(entry, f"{{{cap.NAMESPACE}}}{name}").text = value
    add_places(entry, alert)


def add_places(entry: Element, alert: Alert) -> None:
    """GeoRSS simple: what was drawn (lat lon, a circle's radius in metres), or the middle of the communes."""
    for ring in alert.polygons:
        SubElement(entry, f"{{{GEORSS}}}polygon").text = " ".join(f"{lat} {lon}" for lat, lon in ring)
    for one in alert.circles:
        words = f"{one.lat} {one.lon} {one.radius_km * 1000:g}"
        SubElement(entry, f"{{{GEORSS}}}circle").text = words
    centres = centres_of(alert)
    if centres and not (alert.polygons or alert.circles):
        lats, lons = zip(*centres, strict=True)
        middle = f"{sum(lats) / len(lats):.5f} {sum(lons) / len(lons):.5f}"
        SubElement(entry, f"{{{GEORSS}}}point").text = middle


def atom(parent: Element, name: str, text: str) -> None:
    """An Atom child with text."""
    SubElement(parent, f"{{{ATOM}}}{name}").text = text
