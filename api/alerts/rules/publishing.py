"""What may be published, what it is called, and its CAP and Atom forms. Pure."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

import msgspec

from api.alerts.contracts import (
    Alert,
    Area,
    MessageType,
    NewAlert,
    Reference,
    Status,
)
from api.kit import cap
from api.kit.clock import VN
from api.kit.errors import FieldError, Problem
from api.kit.ids import is_uuid7
from api.kit.text import nfc
from api.kit.tokens import keyed_hash

ATOM, GEORSS = "http://www.w3.org/2005/Atom", "http://www.georss.org/georss"
DRILLS = {Status.EXERCISE: "[DIỄN TẬP] ", Status.TEST: "[THỬ NGHIỆM] "}
PREPARE_FROM_LEVEL = 2
LONGEST = timedelta(days=366)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
CANCEL_SHOWN = timedelta(hours=24)
"""How long at least a cancellation is worth knowing."""
FEED_BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
"""The age of an empty feed: it must not change by being read."""

register_namespace("", ATOM)
register_namespace("cap", cap.NAMESPACE)
register_namespace("georss", GEORSS)


class AlertNotFound(Problem):
    """No such warning."""

    status = 404
    slug = "alert-not-found"
    title = "Không tìm thấy cảnh báo này"


class AlertIdTaken(Problem):
    """The same id was published with other content."""

    status = 409
    slug = "alert-id-taken"
    title = "Mã này đã dùng cho một cảnh báo có nội dung khác"


class AlertReplaced(Problem):
    """The warning already has a newer version, or was cancelled."""

    status = 409
    slug = "alert-replaced"
    title = "Cảnh báo này đã có bản mới hơn hoặc đã huỷ, hãy tải lại"


class AlertUnusable(Problem):
    """Understood, but it must not go out like this."""

    status = 422
    slug = "alert-unusable"
    title = "Cảnh báo chưa phát được, hãy kiểm tra lại"


def unusable(*, field: str, message: str) -> AlertUnusable:
    """A refusal that names the field."""
    return AlertUnusable(errors=[FieldError(field=field, message=message)])


def cleaned(new: NewAlert) -> NewAlert:
    """The warning as kept: one text form, whole seconds (CAP has no finer), each commune once."""
    return msgspec.structs.replace(
        new,
        headline=line_of(new.headline),
        description=lines(new.description),
        instruction=lines(new.instruction),
        commune_codes=sorted(set(new.commune_codes)),
        effective_at=new.effective_at.replace(microsecond=0),
        expires_at=new.expires_at.replace(microsecond=0),
    )


def lines(text: str) -> str:
    """Text in one form, its line breaks kept."""
    return "\n".join(line_of(line) for line in text.strip().splitlines())


def line_of(text: str) -> str:
    """One line of text, without the characters XML cannot carry."""
    return nfc(NOT_XML.sub(" ", text))


def check_new(new: NewAlert, at: datetime) -> None:
    """Refuse what must not go out, whoever sends it."""
    if not is_uuid7(new.id):
        raise unusable(field="id", message="Mã cảnh báo phải là UUIDv7")
    if not new.headline:
        raise unusable(field="headline", message="Cần có tiêu đề")
    if not new.description:
        raise unusable(field="description", message="Cần có nội dung")
    if new.expires_at <= new.effective_at:
        raise unusable(field="expires_at", message="Thời điểm hết hiệu lực phải sau thời điểm bắt đầu")
    if abs(new.effective_at - at) > LONGEST or new.expires_at - at > LONGEST:
        raise unusable(
            field="expires_at", message="Cảnh báo chỉ có hiệu lực trong vòng một năm quanh hôm nay"
        )
    if new.expires_at <= at:
        raise unusable(field="expires_at", message="Cảnh báo này đã hết hiệu lực")


def check_area(new: NewAlert, areas: Sequence[Area], provinces: Sequence[str]) -> tuple[str, list[int]]:
    """The province and communes of a warning; all known, all in one province of this officer's."""
    known = {area.code: area for area in areas}
    missing = [code for code in new.commune_codes if code not in known]
    if missing:
        codes = ", ".join(missing[:5])
        raise unusable(field="commune_codes", message=f"Không có xã, phường đang hiệu lực với mã {codes}")
    found = {area.province_code for area in areas}
    if len(found) != 1 or not found <= set(provinces):
        raise unusable(
            field="commune_codes",
            message="Chỉ phát cảnh báo cho xã, phường của tỉnh, thành phố bạn phụ trách",
        )
    return found.pop(), [area.id for area in areas]


def content_hash(secret: str, new: NewAlert) -> str:
    """A hash of everything that was sent."""
    parts = msgspec.to_builtins(new)
    parts["effective_at"] = new.effective_at.timestamp()
    parts["expires_at"] = new.expires_at.timestamp()
    return keyed_hash(secret, "alert-content", msgspec.json.encode(parts, order="sorted").decode())


def sender_of(public_url: str) -> str:
    """Our name as a sender: unique world-wide through the host it is served from."""
    return f"canhbao@{urlsplit(public_url).hostname or 'localhost'}"


def identifier_of(province: str, sent: datetime, alert_id: UUID) -> str:
    """Unique, readable, and without the characters CAP forbids."""
    return f"VN-{province}-{sent.astimezone(VN):%Y%m%d%H%M%S}-{alert_id.hex[-8:]}"


def response_type(alert: Alert) -> str:
    """What CAP receivers are asked to do."""
    if alert.msg_type is MessageType.CANCEL:
        return "AllClear"
    return "Prepare" if alert.risk_level >= PREPARE_FROM_LEVEL else "Monitor"


def titled(alert: Alert) -> str:
    """The headline; a drill says so first."""
    return DRILLS.get(alert.status, "") + alert.headline


def as_cap(alert: Alert, references: Sequence[Reference], public_url: str) -> bytes:
    """The CAP 1.2 document of one message."""
    info = cap.CapInfo(
        category=alert.cap_category,
        event=alert.hazard_name,
        response_type=response_type(alert),
        urgency=alert.urgency.capitalize(),
        severity=alert.cap_severity,
        certainty=alert.certainty.capitalize(),
        event_codes=(("VN:QD18-2021:loai-thien-tai", alert.hazard),),
        effective=alert.effective_at,
        expires=alert.expires_at,
        sender_name=alert.sender_name,
        headline=titled(alert),
        description=alert.description,
        instruction=alert.instruction,
        web=f"{public_url}/#/canh-bao/{alert.id}",
        parameters=(("VN:cap-do-rui-ro", str(alert.risk_level)),),
        areas=(
            cap.CapArea(
                description="; ".join(commune.name for commune in alert.communes),
                geocodes=tuple(("VN:GSO-xa", commune.code) for commune in alert.communes),
            ),
        ),
    )
    return cap.write(
        cap.CapAlert(
            identifier=alert.identifier,
            sender=alert.sender,
            sent=alert.sent_at,
            status=alert.status.capitalize(),
            msg_type=alert.msg_type.capitalize(),
            note=alert.description if alert.msg_type is MessageType.CANCEL else None,
            references=tuple((ref.sender, ref.identifier, ref.sent_at) for ref in references),
            infos=(info,),
        )
    )


def middle_of(alert: Alert) -> tuple[float, float] | None:
    """The middle of the communes' centroids."""
    points = [(c.lat, c.lon) for c in alert.communes if c.lat is not None and c.lon is not None]
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    return sum(lats) / len(points), sum(lons) / len(points)


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
    if (middle := middle_of(alert)) is not None:
        SubElement(entry, f"{{{GEORSS}}}point").text = f"{middle[0]:.5f} {middle[1]:.5f}"


def atom(parent: Element, name: str, text: str) -> None:
    """An Atom child with text."""
    SubElement(parent, f"{{{ATOM}}}{name}").text = text
