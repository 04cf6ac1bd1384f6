"""Tips about crimes: what of a report goes into the box, and the little that its handlers get. Pure."""

import secrets
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.clock import VN
from api.kit.crowd import coarse_place
from api.kit.privacy import without_numbers
from api.reports.contracts import Intake, NewReport
from api.reports.contracts.tips import Tip

TIP_NUMBERS = range(10**9, 10**10)


def drawn_number() -> int:
    """A number that tells no order among the tips, nor among other reports: theirs are far below."""
    return secrets.choice(TIP_NUMBERS)


def to_the_hour(at: datetime) -> datetime:
    """The full hour before: when exactly somebody wrote is nobody's business."""
    return at.replace(minute=0, second=0, microsecond=0)


def to_the_day(at: datetime) -> datetime:
    """The beginning of the day in Vietnam."""
    return at.astimezone(VN).replace(hour=0, minute=0, second=0, microsecond=0)


def tip(new: NewReport, phone_id: UUID, person_id: UUID | None, at: datetime) -> Tip:
    """Everything that leads to the sender. An anonymous one left no name and no number: none is added."""
    return Tip(
        person_id=None if new.anonymous else person_id,
        contact_phone=None if new.anonymous else new.contact_phone,
        phone_id=phone_id,
        description=new.description,
        lat=new.lat,
        lon=new.lon,
        accuracy_m=new.accuracy_m,
        happened_at=new.happened_at,
        sent_at=new.sent_at,
        received_at=at,
    )


def without_sender(new: NewReport, place: Intake, report_id: UUID, at_least: int) -> NewReport:
    """The report as the case has it: the matter, the day, and a place where many live."""
    lat, lon = coarse_place(
        new.lat,
        new.lon,
        commune=(place.lat, place.lon),
        adults=place.adults,
        area_km2=place.area_km2,
        at_least=at_least,
    )
    return msgspec.structs.replace(
        new,
        id=report_id,
        description=None if new.description is None else without_numbers(new.description),
        lat=lat,
        lon=lon,
        accuracy_m=None,
        happened_at=to_the_day(new.happened_at),
        sent_at=None,
        anonymous=True,
        contact_phone=None,
        follows_id=None,
        pin=None,
        photo_far_m=None,
        on_behalf=False,
    )
