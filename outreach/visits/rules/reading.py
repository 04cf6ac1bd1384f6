"""Reading events, putting their time right, and telling one content from another. Pure."""

import contextlib
import hashlib
import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from msgspec import UNSET

from api.kit.clock import vn_date
from api.kit.text import nfc
from outreach.visits.contracts import (
    BODIES,
    AdultAdded,
    AdultChanged,
    AdultSeen,
    AnyBody,
    EventType,
    HouseholdAdded,
    HouseholdChanged,
    NewEvent,
    TimeQuality,
    VisitLogged,
    VisitResult,
)

DEADBAND = timedelta(seconds=30)
"""A smaller difference of clocks is the network's, not the phone's."""
FLAGGED = timedelta(minutes=10)
LONGEST_OFFLINE = timedelta(days=180)
LONGEST_VISIT = timedelta(hours=12)
LONGEST_PLAN = timedelta(days=730)
"""A return is agreed for at most two years ahead."""
CLOCK_YEARS = range(1970, 2200)
"""What a phone's clock can show; 1970 is a phone that forgot the time."""
ADULT_AGE = 18
SCHEMA_VERSIONS = frozenset({1})
DEEPEST = 6
PERSONAL_NUMBER = re.compile(r"(?:\d[ .\-]?){9,}")
"""Nine digits or more: an identity number or a telephone, whatever it claims to be."""
ABOUT = re.compile(r" - at `\$\.?(?P<place>[^`]*)`")
MISSING = re.compile(r"(?:missing required|contains unknown) field `(?P<name>[^`]+)`")

REASONS = {
    "unreadable": "Bản ghi không đọc được",
    "invalid": "Thông tin thiếu hoặc sai ở mục “{field}”",
    "schema_unknown": "Bản ghi thuộc phiên bản ứng dụng mà máy chủ chưa biết, hãy cập nhật ứng dụng",
    "personal_number": "Mục “{field}” có vẻ chứa số giấy tờ hoặc số điện thoại, xin đừng ghi",
    "ends_before_start": "Giờ kết thúc sớm hơn giờ bắt đầu hoặc lượt thăm quá dài",
    "times_apart": "Giờ thăm hoặc giờ hẹn lại cách giờ ghi quá xa",
    "no_consent": "Người dân không đồng ý ghi nhận nên không được gửi thông tin của họ",
    "consent_needed": "Cần hỏi và ghi lại sự đồng ý trước khi ghi thông tin của người lớn",
    "not_met_judged": "Chỉ ghi hiểu biết và kỹ năng của người đã gặp trong lượt thăm có gặp",
    "twice_in_list": "Có người hoặc kỹ năng bị ghi hai lần trong một lượt thăm",
    "minor": "Người này chưa đủ 18 tuổi",
    "leaving_unclear": "Ngày chuyển đi phải kèm lý do và không ở tương lai",
    "not_your_team": "Bạn không thuộc tổ này",
    "not_member_then": "Lúc ghi, bạn chưa hoặc không còn là thành viên của tổ; bản ghi chờ người phụ trách xem",
    "not_your_area": "Hộ này không thuộc địa bàn của tổ vào lúc ghi",
    "other_household": "Người này không thuộc hộ được thăm",
    "waits_for_household": "Chờ bản ghi tạo hộ được gửi lên",
    "waits_for_adult": "Chờ bản ghi tạo người lớn được gửi lên",
    "other_content": "Mã bản ghi đã dùng cho nội dung khác; bản đầu được giữ, bản này chờ xem lại",
    "seq_taken": "Số thứ tự đã dùng cho bản ghi khác; hãy cài lại mã máy rồi gửi lại",
    "subject_taken": "Hộ, người hoặc lượt thăm này đã có bản ghi tạo khác",
}
"""What the volunteer reads; the keys are the wire's `reason_code`."""
NEVER_KEPT = frozenset({"no_consent", "consent_needed", "personal_number"})
"""Refusals whose payload is not stored: keeping it would do what the refusal forbids."""


class Refusal(msgspec.Struct, frozen=True):
    """Why an event is not taken."""

    code: str
    field: str | None = None

    def reason(self) -> str:
        """The sentence for the volunteer."""
        return REASONS[self.code].format(field=self.field or "")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An event that reads well: its strict body, its canonical content and its corrected time."""

    event_id: UUID
    seq: int
    type: EventType
    schema_version: int
    body: AnyBody
    content: dict[str, Any]
    sha256: bytes
    device_time: datetime
    corrected_at: datetime
    earliest_at: datetime
    time_quality: TimeQuality
    actor: UUID


class Corrected(msgspec.Struct, frozen=True):
    """A moment by the server's clock, its lower bound, and how much to trust it."""

    at: datetime
    earliest: datetime
    quality: TimeQuality


def correct(device_time: datetime, *, offset: timedelta, received_at: datetime) -> Corrected:
    """The moment a phone meant: its own time plus what its clock was wrong by at upload.

    A time that still lies in the future, or before any phone could have been offline, only
    says that the clock was changed in between: then the upload bounds it.
    """
    shift = offset if abs(offset) > DEADBAND else timedelta(0)
    quality = TimeQuality.WALL_SHIFTED if abs(offset) > FLAGGED else TimeQuality.WALL_OK
    oldest = received_at - LONGEST_OFFLINE
    try:
        at = device_time + shift
    except OverflowError:
        return Corrected(received_at, oldest, TimeQuality.BOUNDED)
    if received_at < at <= received_at + DEADBAND:
        at = received_at
    if not oldest <= at <= received_at:
        return Corrected(received_at, oldest, TimeQuality.BOUNDED)
    return Corrected(at, at, quality)


def visited_at(body: VisitLogged, *, device_time: datetime, corrected_at: datetime) -> datetime:
    """When the visit began: as long before the event was saved as the phone says."""
    return corrected_at - max(device_time - body.started_at, timedelta(0))


def body_of(event: NewEvent) -> AnyBody:
    """The strict body, its text in one normal form.

    Codes, ids and times are most of what phones send, and plain ASCII is in that form as it came: one look
    at the whole spares a walk through it. What does not read well is walked, so that it is refused alike.
    """
    raw, kind = msgspec.json.encode(event.body), BODIES[event.type]
    odd = not raw.isascii() or b"\\" in raw or b"  " in raw or b'" ' in raw or b' "' in raw
    if not odd:
        with contextlib.suppress(msgspec.ValidationError):
            return msgspec.convert(event.body, kind)
    return msgspec.convert(normal(event.body), kind)


def normal(value: Any, depth: int = 0) -> Any:
    """Text in one normal form, so that the same words are the same content."""
    if depth > DEEPEST:
        raise msgspec.ValidationError
    if isinstance(value, str):
        return nfc(value.replace("\x00", ""))
    if isinstance(value, list):
        return [normal(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {key: normal(item, depth + 1) for key, item in value.items()}
    return value


def digest(event: NewEvent, content: dict[str, Any]) -> bytes:
    """What makes a resend the same: type, version, time and body, not the phone or its numbering."""
    whole = {
        "type": event.type,
        "schema_version": event.schema_version,
        "device_time": event.device_time.timestamp(),
        "body": content,
    }
    return hashlib.sha256(msgspec.json.encode(whole, order="deterministic")).digest()


def raw_digest(raw: Any) -> bytes:
    """The digest of something that could not be read as an event."""
    return hashlib.sha256(msgspec.json.encode(raw, order="deterministic")).digest()


def read(raw: Any, *, offset: timedelta, received_at: datetime, actor: UUID) -> Entry | Refusal:
    """One event of a batch, or why it is refused; never an error for its neighbours."""
    if not isinstance(raw, dict):
        return Refusal("unreadable")
    try:
        event = msgspec.convert(raw, NewEvent)
        if event.schema_version not in SCHEMA_VERSIONS:
            return Refusal("schema_unknown", "schema_version")
        if event.device_time.year not in CLOCK_YEARS:
            return Refusal("invalid", "device_time")
        body = body_of(event)
    except msgspec.ValidationError as error:
        return Refusal("invalid", field_of(str(error)))
    corrected = correct(event.device_time, offset=offset, received_at=received_at)
    refused = broken(body, corrected.at) or apart(body, event.device_time)
    if refused is not None:
        return refused
    content: dict[str, Any] = msgspec.to_builtins(body)
    return Entry(
        event_id=event.event_id,
        seq=event.seq,
        type=event.type,
        schema_version=event.schema_version,
        body=body,
        content=content,
        sha256=digest(event, content),
        device_time=event.device_time,
        corrected_at=corrected.at,
        earliest_at=corrected.earliest,
        time_quality=corrected.quality,
        actor=actor,
    )


def field_of(message: str) -> str:
    """The field a msgspec message speaks of."""
    place, name = ABOUT.search(message), MISSING.search(message)
    parts = [place["place"] if place else "", name["name"] if name else ""]
    return ".".join(part for part in parts if part) or "body"


def broken(body: AnyBody, at: datetime) -> Refusal | None:
    """The rule a body breaks by itself, whoever sent it."""
    match body:
        case HouseholdAdded() | HouseholdChanged():
            return personal(body.reference, "reference")
        case AdultAdded():
            if not body.consent:
                return Refusal("no_consent", "consent")
            return personal(body.label, "label") or underage(body.birth_year, at)
        case AdultChanged():
            return personal(body.label, "label") or underage(body.birth_year, at) or leaving(body, at)
        case VisitLogged():
            return broken_visit(body)


def personal(text: object, field: str) -> Refusal | None:
    """A text that holds a number it must not hold."""
    if isinstance(text, str) and PERSONAL_NUMBER.search(text):
        return Refusal("personal_number", field)
    return None


def underage(birth_year: object, at: datetime) -> Refusal | None:
    """Certainly under 18: even a birthday today would not make them an adult."""
    if isinstance(birth_year, int) and vn_date(at).year - birth_year < ADULT_AGE:
        return Refusal("minor", "birth_year")
    return None


def leaving(body: AdultChanged, at: datetime) -> Refusal | None:
    """Leaving is said with a day and a reason together, and not ahead of time."""
    if (body.left_on is UNSET) != (body.left_reason is UNSET):
        return Refusal("leaving_unclear", "left_on")
    if (body.left_on is None) != (body.left_reason is None):
        return Refusal("leaving_unclear", "left_reason")
    if body.left_on and body.left_on > vn_date(at):
        return Refusal("leaving_unclear", "left_on")
    return None


def broken_visit(body: VisitLogged) -> Refusal | None:
    """The rule a visit breaks by itself."""
    if not timedelta(0) <= body.ended_at - body.started_at <= LONGEST_VISIT:
        return Refusal("ends_before_start", "ended_at")
    if len({adult.adult_id for adult in body.adults}) < len(body.adults):
        return Refusal("twice_in_list", "adults")
    talked = body.result in (VisitResult.MET, VisitResult.REVISIT)
    for place, adult in enumerate(body.adults):
        refused = broken_look(adult, talked=talked, field=f"adults[{place}]")
        if refused is not None:
            return refused
    if any(adult.met for adult in body.adults):
        if body.consent in (False, "declined"):
            return Refusal("no_consent", "consent")
        if body.consent is None:
            return Refusal("consent_needed", "consent")
    return None


def apart(body: AnyBody, device_time: datetime) -> Refusal | None:
    """Times of a visit that cannot belong to the moment it was saved."""
    if not isinstance(body, VisitLogged):
        return None
    if abs(device_time - body.started_at) > LONGEST_OFFLINE:
        return Refusal("times_apart", "started_at")
    if body.revisit_at and abs(body.revisit_at - body.started_at) > LONGEST_PLAN:
        return Refusal("times_apart", "revisit_at")
    return None


def broken_look(adult: AdultSeen, *, talked: bool, field: str) -> Refusal | None:
    """The rule that what is said of one adult breaks."""
    judged = adult.knows is not None or adult.skills or adult.assistance is not None
    if (adult.met and not talked) or (judged and not adult.met):
        return Refusal("not_met_judged", field)
    if len({skill.code for skill in adult.skills}) < len(adult.skills):
        return Refusal("twice_in_list", f"{field}.skills")
    return personal(adult.next_step, f"{field}.next_step")
