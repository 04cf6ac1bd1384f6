"""Reading events, putting their time right, and telling one content from another. Pure."""

import hashlib
import re
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from api.kit.text import nfc
from outreach.visits.contracts import (
    BODIES,
    AnyBody,
    EventType,
    NewEvent,
    TimeQuality,
)
from outreach.visits.rules.breaking import apart, broken
from outreach.visits.rules.reasons import Refusal
from outreach.visits.rules.timing import Clock, Mark, correct

CLOCK_YEARS = range(1970, 2200)
"""What a phone's clock can show; 1970 is a phone that forgot the time."""
SCHEMA_VERSIONS = frozenset({1, 2})
"""2 may say more (who, upon what, by which stopwatch); what 1 says still lands."""
DEEPEST = 6
ABOUT = re.compile(r" - at `\$\.?(?P<place>[^`]*)`")
MISSING = re.compile(r"(?:missing required|contains unknown) field `(?P<name>[^`]+)`")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An event that reads well: its strict body, its canonical form and its corrected time."""

    event_id: UUID
    seq: int | None
    """None: said by the server."""
    type: EventType
    schema_version: int
    body: AnyBody
    plain: bytes
    """The body as canonical JSON: keys in order, text in one form."""
    sha256: bytes
    device_time: datetime
    corrected_at: datetime
    earliest_at: datetime
    time_quality: TimeQuality
    actor: UUID
    latest_at: datetime | None = None
    session_id: UUID | None = None
    device_mono: int | None = None
    base_version: int | None = None


def body_of(event: NewEvent) -> AnyBody:
    """The strict body, its text in one normal form.

    Codes, ids and times are most of what phones send, and plain ASCII is in that form as it came: one look
    at the whole spares a walk through it. What does not read well is walked, so that it is refused alike.
    """
    raw, kind = msgspec.json.encode(event.body), BODIES[event.type]
    if raw.isascii() and b"\\" not in raw and (b" " not in raw or evenly_spaced(raw)):
        try:
            return msgspec.convert(event.body, kind)
        except msgspec.ValidationError:
            pass
    return msgspec.convert(normal(event.body), kind)


def evenly_spaced(raw: bytes) -> bool:
    """Whether no text in it begins or ends with a space or has two in a row."""
    return b"  " not in raw and b'" ' not in raw and b' "' not in raw


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


def digest(event: NewEvent, body: bytes) -> bytes:
    """What makes a resend the same: type, version, time and body, not the phone or its numbering."""
    # The JSON of the four, keys in order, around that of the body, which the log takes as it is.
    told, version = msgspec.json.encode(event.device_time.timestamp()), str(event.schema_version).encode()
    parts = (b'{"body":', body, b',"device_time":', told, b',"schema_version":', version, b',"type":"')
    return hashlib.sha256(b"".join((*parts, event.type.encode(), b'"}'))).digest()


def raw_digest(raw: Any) -> bytes:
    """The digest of something that could not be read as an event."""
    return hashlib.sha256(msgspec.json.encode(raw, order="deterministic")).digest()


def read(raw: Any, *, clock: Clock, actor: UUID) -> Entry | Refusal:
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
    mark = Mark(
        device_time=event.device_time, session_id=event.session_id, mono=event.device_mono, seq=event.seq
    )
    corrected = correct(mark, clock)
    refused = broken(body, corrected.at) or apart(body, event.device_time)
    if refused is not None:
        return refused
    plain = msgspec.json.encode(body, order="sorted")
    return Entry(
        event_id=event.event_id,
        seq=event.seq,
        type=event.type,
        schema_version=event.schema_version,
        body=body,
        plain=plain,
        sha256=digest(event, plain),
        device_time=event.device_time,
        corrected_at=corrected.at,
        earliest_at=corrected.earliest,
        time_quality=corrected.quality,
        actor=actor,
        latest_at=corrected.latest,
        session_id=event.session_id,
        device_mono=event.device_mono,
        base_version=event.base_version,
    )


def field_of(message: str) -> str:
    """The field a msgspec message speaks of."""
    place, name = ABOUT.search(message), MISSING.search(message)
    parts = [place["place"] if place else "", name["name"] if name else ""]
    return ".".join(part for part in parts if part) or "body"
