"""What becomes of a message from a feed of others: believed or not, and what it says in our words. Pure."""

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import msgspec

from api.alerts.contracts import AlertCertainty, Circle, Status, Urgency
from api.alerts.contracts.desk import AlertContent
from api.alerts.contracts.sources import FeedOutcome
from api.alerts.rules.area import area_faults, thinned
from api.alerts.rules.checking import cap_faults, children, moment, text
from api.alerts.rules.publishing import line_of, lines
from api.kit import cap

ATOM = "{http://www.w3.org/2005/Atom}"
LEVELS = {"Minor": 1, "Moderate": 2, "Severe": 3, "Extreme": 5}
"""Only where the message does not say `VN:cap-do-rui-ro`; what we publish maps the same way back."""
LEVEL, HAZARD, ALARM, COMMUNE = (
    "VN:cap-do-rui-ro",
    "VN:QD18-2021:loai-thien-tai",
    "VN:muc-bao-dong",
    "VN:GSO-xa",
)
ENTRIES = 200
CODE = re.compile(r"[0-9]{5}")
HEADLINE, LONG, SHORT = 160, 4_000, 160
SHAPES = 20
"""Polygons, and circles, of one warning: as many as an officer may draw."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A message a feed names: `key` changes when the message does."""

    key: str
    href: str


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A believed message. `said_level`: the risk level is its own word, not ours from its severity.

    `cut`: its area has more shapes than we keep.
    """

    sender: str
    identifier: str
    sent_at: datetime
    status: str
    msg_type: str
    references: list[tuple[str, str]]
    content: AlertContent
    said_level: bool
    cut: bool


class UnbelievedError(ValueError):
    """Why a message is refused, or ignored though nothing is wrong with it."""

    def __init__(self, outcome: FeedOutcome, detail: str, *, sender: str = "", identifier: str = "") -> None:
        super().__init__(detail)
        self.outcome, self.detail = outcome, detail
        self.sender, self.identifier = sender, identifier


def entries_of(document: bytes, url: str) -> list[Entry] | None:
    """What an Atom or RSS list names, newest as it stands there; None: it is a CAP message itself.

    Links lead to the feed's own server or nowhere. CapUnreadableError for what we are not willing to read.
    """
    root = cap.read(document)
    if root.tag == f"{{{cap.NAMESPACE}}}alert":
        return None
    if root.tag == f"{ATOM}feed":
        found = [atom_entry(one, url) for one in root.findall(f"{ATOM}entry")]
    elif root.tag == "rss":
        found = [rss_entry(one, url) for one in root.findall("channel/item")]
    else:
        message = "neither Atom, RSS nor CAP 1.2"
        raise cap.CapUnreadableError(message)
    home = urlsplit(url)
    return [one for one in found[:ENTRIES] if one and urlsplit(one.href)[:2] == (home.scheme, home.netloc)]


def atom_entry(entry: Element, url: str) -> Entry | None:
    """An Atom entry with a link to a CAP file."""
    links = [link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
    ours = [link for link in links if link.get("type") == cap.MEDIA_TYPE] or links
    if not ours or not ours[0].get("href"):
        return None
    href = urljoin(url, ours[0].get("href", ""))
    return Entry(key=f"{href} {entry.findtext(f'{ATOM}updated', '').strip()}"[:600], href=href)


def rss_entry(item: Element, url: str) -> Entry | None:
    """An RSS item with a link."""
    link = item.findtext("link", "").strip()
    if not link:
        return None
    href = urljoin(url, link)
    return Entry(key=f"{href} {item.findtext('pubDate', '').strip()}"[:600], href=href)


def believed(document: bytes, senders: Sequence[str], at: datetime) -> Message:
    """The message in our words; UnbelievedError when it is refused or none of our business."""
    if faults := cap_faults(document):
        raise UnbelievedError(FeedOutcome.REFUSED, "; ".join(faults)[:1_000])
    root = cap.read(document)
    sender, identifier = text(root, "sender"), text(root, "identifier")

    def no(outcome: FeedOutcome, detail: str) -> UnbelievedError:
        return UnbelievedError(outcome, detail, sender=sender, identifier=identifier)

    if sender not in senders:
        raise no(FeedOutcome.REFUSED, "người gửi không có trong danh sách tin cậy")
    status, msg_type = text(root, "status"), text(root, "msgType")
    if text(root, "scope") != "Public":
        raise no(FeedOutcome.IGNORED, "không phải tin công khai")
    if status not in ("Actual", "Exercise"):
        raise no(FeedOutcome.IGNORED, f"tin {status}: không dành cho người dân")
    if msg_type not in ("Alert", "Update", "Cancel"):
        raise no(FeedOutcome.IGNORED, f"tin {msg_type}: không có gì để báo")
    sent_at = moment(text(root, "sent")) or at
    info = info_of(root)
    if info is None and msg_type != "Cancel":
        raise no(FeedOutcome.REFUSED, "không có phần nội dung (info)")
    content = content_of(info, status) if info is not None else AlertContent()
    if content.expires_at is not None and content.expires_at <= at and msg_type != "Cancel":
        raise no(FeedOutcome.REFUSED, "đã hết hiệu lực")
    if msg_type != "Cancel" and (wrong := area_faults(content.polygons, content.circles)):
        raise no(FeedOutcome.REFUSED, "; ".join(f"{one.field}: {one.message}" for one in wrong)[:1_000])
    return Message(
        sender=sender,
        identifier=identifier,
        sent_at=sent_at,
        status=status,
        msg_type=msg_type,
        references=[tuple(one.split(",")[:2]) for one in text(root, "references").split()],  # type: ignore[misc]  # checked above
        content=content,
        said_level=info is not None and LEVEL in pairs(info, "parameter"),
        cut=info is not None and any(shapes_of(info, name) > SHAPES for name in ("polygon", "circle")),
    )


def shapes_of(info: Element, name: str) -> int:
    """How many polygons or circles all areas of a block have."""
    return sum(len(children(area, name)) for area in children(info, "area"))


def info_of(root: Element) -> Element | None:
    """The Vietnamese block, or the first."""
    infos = children(root, "info")
    spoken = [info for info in infos if text(info, "language").lower().startswith("vi")]
    return next(iter(spoken or infos), None)


def pairs(node: Element, name: str) -> dict[str, str]:
    """`valueName` → `value` of parameters, event codes or geocodes."""
    return {text(one, "valueName"): text(one, "value") for one in children(node, name)}


def content_of(info: Element, status: str) -> AlertContent:
    """An info block as a draft's content; what it does not say stays open."""
    areas = children(info, "area")
    parameters = pairs(info, "parameter")
    said = parameters.get(LEVEL, "")
    codes = [
        text(one, "value")
        for area in areas
        for one in children(area, "geocode")
        if text(one, "valueName") == COMMUNE
    ]
    return AlertContent(
        hazard=pairs(info, "eventCode").get(HAZARD, ""),
        risk_level=int(said) if said in ("1", "2", "3", "4", "5") else LEVELS.get(text(info, "severity")),
        urgency=Urgency(text(info, "urgency").lower()),
        certainty=AlertCertainty(text(info, "certainty").lower()),
        headline=line_of(text(info, "headline") or text(info, "event"))[:HEADLINE],
        description=lines(text(info, "description"))[:LONG],
        instruction=lines(text(info, "instruction"))[:LONG],
        commune_codes=sorted({code for code in codes if CODE.fullmatch(code)}),
        polygons=[thinned(ring_of(one.text or "")) for area in areas for one in children(area, "polygon")][
            :SHAPES
        ],
        circles=[
            one for area in areas for each in children(area, "circle") if (one := circle_of(each.text or ""))
        ][:SHAPES],
        onset_at=moment(text(info, "onset")),
        effective_at=moment(text(info, "effective")),
        expires_at=moment(text(info, "expires")),
        river_alarm=line_of(parameters.get(ALARM, ""))[:SHORT],
        status=Status(status.lower()),
    )


def ring_of(words: str) -> list[list[float]]:
    """A polygon's pairs (checked before)."""
    return [[float(lat), float(lon)] for lat, lon in (pair.split(",") for pair in words.split())]


def circle_of(words: str) -> Circle | None:
    """A circle (checked before); a point without size is no area."""
    middle, radius = words.split()
    lat, lon = (float(part) for part in middle.split(","))
    return Circle(lat=lat, lon=lon, radius_km=min(float(radius), 500)) if float(radius) > 0 else None


def settled(content: AlertContent, known: Collection[str]) -> AlertContent:
    """The content without a hazard we do not know: an officer chooses."""
    return msgspec.structs.replace(content, hazard=content.hazard if content.hazard in known else "")
