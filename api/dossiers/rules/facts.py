"""What a source says of a dossier besides its steps: taken over from event to event."""

from datetime import datetime

import msgspec

from api.dossiers.contracts import DossierChange, FiledBy
from api.kit.clock import vn_date


class PhoneHashes(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is kept of a phone number."""

    phone: str | None = None
    last4: str | None = None


NO_PHONE = PhoneHashes()


class Heard(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One event as it came and could be read; `encoded` is the event without its code as JSON."""

    place: int
    code: str
    change: DossierChange
    encoded: bytes
    last4: str | None
    mobile: str | None


class Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One event with what is kept of it in place of its words and its phone number."""

    place: int
    code: str
    change: DossierChange
    digest: str
    phone: PhoneHashes
    mobile: str | None


class Facts(msgspec.Struct, frozen=True, gc=False):
    """What a source says of a dossier besides its steps. Made by position: ten thousand are, from rows."""

    procedure_code: str
    procedure_name: str | None
    agency_code: str | None
    agency_name: str | None
    filed_by: str
    phone_hash: str | None
    last4_hash: str | None
    amount: int | None
    unit: str | None
    after_pause: str | None
    promised_at: datetime | None
    late_reason: str | None
    promise_moved: bool = False
    """An event of this call named another day than the one before; not kept."""


def is_other_day(before: datetime | None, after: datetime | None) -> bool:
    """Whether two moments lie on different days in Vietnam, or only one is known."""
    return before != after and (before is None or after is None or vn_date(before) != vn_date(after))


def reaches_back(facts: Facts, change: DossierChange) -> bool:
    """Whether an event says something the due date was not counted with: it must be counted anew."""
    term = change.deadline
    counter = FiledBy.COUNTER_DIGITISED
    return (
        change.procedure_code != facts.procedure_code
        or (change.agency_code is not None and change.agency_code != facts.agency_code)
        or (change.filed_by == counter) != (facts.filed_by == counter)
        or (
            term is not None
            and (
                (term.amount, term.unit) != (facts.amount, facts.unit)
                or term.after_pause != facts.after_pause
            )
        )
    )


def newer(facts: Facts | None, told: Told) -> Facts:
    """Take over what the newest event says; what it leaves out stays."""
    change, term, phone = told.change, told.change.deadline, told.phone
    if facts is None:
        nothing = (None,) * 3
        facts = Facts(change.procedure_code, *nothing, change.filed_by, None, None, *nothing, None, None)
    promised_at = change.promised_at or facts.promised_at
    return Facts(
        change.procedure_code,
        change.procedure_name or facts.procedure_name,
        change.agency_code or facts.agency_code,
        change.agency_name or facts.agency_name,
        change.filed_by,
        phone.phone if phone.last4 else facts.phone_hash,
        phone.last4 or facts.last4_hash,
        term.amount if term else facts.amount,
        term.unit if term else facts.unit,
        term.after_pause if term and term.after_pause else facts.after_pause,
        promised_at,
        change.late_reason or facts.late_reason,
        facts.promise_moved or is_other_day(facts.promised_at, promised_at),
    )


def older(facts: Facts, told: Told) -> Facts:
    """Take over from an older event only what nothing newer has said."""
    change, term, phone = told.change, told.change.deadline, told.phone
    promised_at = facts.promised_at or change.promised_at
    return Facts(
        facts.procedure_code,
        facts.procedure_name or change.procedure_name,
        facts.agency_code or change.agency_code,
        facts.agency_name or change.agency_name,
        facts.filed_by,
        facts.phone_hash if facts.last4_hash else phone.phone,
        facts.last4_hash or phone.last4,
        term.amount if term and facts.amount is None else facts.amount,
        term.unit if term and facts.unit is None else facts.unit,
        facts.after_pause or (term.after_pause if term else None),
        promised_at,
        facts.late_reason or change.late_reason,
        facts.promise_moved or is_other_day(facts.promised_at, promised_at),
    )
