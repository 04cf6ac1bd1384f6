"""What may be published, and what it is called. Pure."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

import msgspec

from api.alerts.contracts import Area, NewAlert, Status
from api.alerts.rules.area import check_drawn
from api.alerts.rules.problems import unusable
from api.kit.clock import VN
from api.kit.ids import is_uuid7
from api.kit.text import nfc
from api.kit.tokens import keyed_hash

LONGEST = timedelta(days=366)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
CANCEL_SHOWN = timedelta(hours=24)
"""How long at least a cancellation is worth knowing."""


def cleaned(new: NewAlert) -> NewAlert:
    """The warning as kept: one text form, whole seconds (CAP has no finer), each commune once."""
    return msgspec.structs.replace(
        new,
        headline=line_of(new.headline),
        description=lines(new.description),
        instruction=lines(new.instruction),
        river_alarm=line_of(new.river_alarm),
        commune_codes=sorted(set(new.commune_codes)),
        effective_at=new.effective_at.replace(microsecond=0),
        expires_at=new.expires_at.replace(microsecond=0),
        onset_at=new.onset_at.replace(microsecond=0) if new.onset_at else None,
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
    if new.onset_at is not None and not new.effective_at <= new.onset_at <= new.expires_at:
        raise unusable(
            field="onset_at", message="Thời điểm bắt đầu thiên tai phải nằm trong thời gian hiệu lực"
        )
    if not (new.commune_codes or new.polygons or new.circles):
        raise unusable(field="commune_codes", message="Chọn ít nhất một xã, phường hoặc vẽ một vùng")
    check_drawn(new.polygons, new.circles)


def check_status(new: NewAlert, old: Status) -> None:
    """Refuse a drill in the place of a real warning: nobody would be told that the real one is over."""
    if new.status is not old:
        raise unusable(
            field="status",
            message="Bản mới phải cùng loại (thật, diễn tập, thử) với cảnh báo nó thay; muốn kết thúc thì huỷ",
        )


def check_area(
    new: NewAlert, areas: Sequence[Area], touched: Sequence[Area], provinces: Sequence[str]
) -> tuple[str, list[int]]:
    """The province and communes of a warning: all known, all in one province of this officer's."""
    known = {area.code: area for area in areas}
    missing = [code for code in new.commune_codes if code not in known]
    if missing:
        codes = ", ".join(missing[:5])
        raise unusable(field="commune_codes", message=f"Không có xã, phường đang hiệu lực với mã {codes}")
    if not touched and (new.polygons or new.circles):
        raise unusable(
            field="polygons" if new.polygons else "circles",
            message="Vùng vẽ không chạm xã, phường nào của tỉnh, thành phố bạn phụ trách",
        )
    all_of_them = {area.code: area for area in (*areas, *touched)}
    found = {area.province_code for area in all_of_them.values()}
    if len(found) != 1 or not found <= set(provinces):
        raise unusable(
            field="commune_codes",
            message="Chỉ phát cảnh báo cho xã, phường của tỉnh, thành phố bạn phụ trách",
        )
    return found.pop(), [area.id for area in all_of_them.values()]


def content_hash(secret: str, new: NewAlert) -> str:
    """A hash of everything that was sent."""
    parts = msgspec.to_builtins(new)
    parts["effective_at"] = new.effective_at.timestamp()
    parts["expires_at"] = new.expires_at.timestamp()
    parts["onset_at"] = new.onset_at.timestamp() if new.onset_at else None
    return keyed_hash(secret, "alert-content", msgspec.json.encode(parts, order="sorted").decode())


def sender_of(public_url: str) -> str:
    """Our name as a sender: unique world-wide through the host it is served from."""
    return f"canhbao@{urlsplit(public_url).hostname or 'localhost'}"


def identifier_of(province: str, sent: datetime, alert_id: UUID) -> str:
    """Unique, readable, and without the characters CAP forbids."""
    return f"VN-{province}-{sent.astimezone(VN):%Y%m%d%H%M%S}-{alert_id.hex[-8:]}"
