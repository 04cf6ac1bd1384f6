"""What becomes of a case on its way to another system: waiting, sent, acknowledged, or failed with a reason."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit.errors import FieldError, Invalid, Problem
from api.kit.patience import Health, after_failure
from api.kit.principal import Principal, Role
from api.kit.privacy import without_numbers
from api.open311.contracts import OutsideAnswered

ATTEMPTS = 20
"""So often is a case tried that the system itself does not take; the system being away does not count."""
PATIENCE = 15.0
"""Seconds for a whole answer."""
LEASE = timedelta(minutes=2)
"""How long a worker may speak about the cases it took before another takes them."""
LONGEST_TALK = timedelta(seconds=2 * PATIENCE + 5)
"""The longest conversation about one case: looking for it, then sending it."""
NOTE_MAX, WORD_MAX = 1_000, 100
ENDS = frozenset({"done", "refused"})
WORDS = {"open": "seen", "closed": "done"}
"""What the two words of GeoReport v2 mean, until a province says otherwise in rows."""
SystemCode = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,59}$")]
Address = Annotated[str, Meta(max_length=500, pattern=r"^https?://[^\s/@#?]+(/[^\s@#?]*)?$")]
Word = Annotated[str, Meta(min_length=1, max_length=WORD_MAX)]


class ForwardSystemNotFound(Problem):
    """No system of this name gets cases from us."""

    status = 404
    slug = "forward-system-not-found"
    title = "Không có hệ thống nhận phản ánh này"


class Meaning(StrEnum):
    """What a system's word means for our case."""

    SEEN = "seen"
    WORKING = "working"
    DONE = "done"
    REFUSED = "refused"


class Dialect(StrEnum):
    """How a system is spoken to: GeoReport v2, or the small signed JSON of docs/decisions/0067."""

    OPEN311 = "open311"
    SIGNED = "signed"


class ForwardRoute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cases of a subject (or any), of an agency (or any), go under this code of theirs."""

    service_code: Annotated[str, Meta(min_length=1, max_length=200)]
    category_code: Annotated[str, Meta(max_length=60)] | None = None
    agency_id: UUID | None = None


class ForwardSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A system to connect. `api_key` is theirs; left out, the one given before stays."""

    name: Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
    url: Address
    dialect: Dialect = Dialect.OPEN311
    api_key: Annotated[str, Meta(min_length=1, max_length=500)] | None = None
    jurisdiction_id: Annotated[str, Meta(max_length=100)] | None = None
    every_seconds: Annotated[int, Meta(ge=5, le=86_400)] = 600
    active: bool = True
    routes: Annotated[list[ForwardRoute], Meta(max_length=500)] = []
    words: Annotated[dict[Word, Meaning], Meta(max_length=100)] = {}


class ForwardSystem(msgspec.Struct, frozen=True, kw_only=True):
    """A system that gets cases from us, and how it fares."""

    code: str
    name: str
    url: str
    dialect: Dialect
    jurisdiction_id: str | None
    active: bool
    failures: int
    open_until: datetime | None
    last_ok_at: datetime | None
    last_error: str | None
    waiting: int
    sent: int
    acknowledged: int
    failed: int


class ForwardLine(msgspec.Struct, frozen=True, kw_only=True):
    """One case on its way; `reason` says why it failed, or what was wrong last."""

    report_id: UUID
    code: str
    state: str
    reason: str | None
    attempts: int
    their_id: str | None
    their_status: str | None
    next_at: datetime | None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A case whose turn it is, ours `until` then, with all that leaves: nothing in it names a person.

    `unsure`: an earlier post may have been taken, its answer was lost or the worker died before it was written down.
    """

    report_id: UUID
    system: str
    system_name: str
    dialect: Dialect
    url: str
    jurisdiction_id: str | None
    sealed_key: str
    every_seconds: int
    failures: int
    open_until: datetime | None
    state: str
    attempts: int
    unsure: bool
    token: str | None
    their_id: str | None
    their_status: str | None
    code: str
    service_code: str
    description: str | None
    lat: float
    lon: float
    address: str
    received_at: datetime
    reopenings: int
    created_at: datetime
    until: datetime
    known_words: dict[str, str]

    @property
    def health(self) -> Health:
        """How the system fared so far."""
        return Health(failures=self.failures, open_until=self.open_until)


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a conversation brought: their token or id, and their word for how the case stands."""

    token: str | None = None
    their_id: str | None = None
    word: str | None = None
    note: str | None = None


class OutsideError(Exception):
    """The system could not be spoken to; `lost`: it may have taken what was sent."""

    def __init__(self, *, reason: str, lost: bool = False, asked: timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason, self.lost, self.asked = reason, lost, asked


class NotTakenError(Exception):
    """The system understood and does not take this case."""

    def __init__(self, *, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def check_routes(routes: Sequence[ForwardRoute], strangers: Sequence[str]) -> None:
    """Refuse routes that name what there is not (`strangers`), or say twice where the same cases go."""
    errors = [FieldError(field="routes", message=f"Không có mã {code}") for code in strangers]
    kinds = [(one.category_code, one.agency_id) for one in routes]
    if len(set(kinds)) < len(kinds):
        errors.append(FieldError(field="routes", message="Hai dòng cho cùng một loại và một đơn vị"))
    if errors:
        raise Invalid(errors=errors)


def provinces_of(me: Principal) -> tuple[str, ...] | None:
    """The provinces whose cases this person sees; None: all."""
    return None if me.has(Role.ADMIN) else me.province_codes


def marker(claim: Claim) -> str:
    """Our id as it stands in the text we send, to be found again by; of a case opened again, with how often."""
    return f"[{claim.code}/{claim.reopenings}]" if claim.reopenings else f"[{claim.code}]"


def text_of(claim: Claim) -> str:
    """What is said of a case: no numbers of telephones or papers, our id at its end."""
    said = without_numbers(claim.description or "")[:3_900]
    again = f"(mở lại lần {claim.reopenings})" if claim.reopenings else ""
    return " ".join(part for part in (said, again, marker(claim)) if part)


def meaning_of(claim: Claim, word: str) -> str | None:
    """What their word means: as the province's rows say, else GeoReport's own two; else nothing."""
    known = {key.casefold(): value for key, value in claim.known_words.items()}
    return known.get(word.casefold()) or WORDS.get(word.casefold())


def answered(claim: Claim, word: str, meaning: str | None, note: str | None) -> OutsideAnswered:
    """What is told of a new word: its meaning and their note; of a word without a meaning, the word itself."""
    said = note if meaning else ": ".join(part for part in (word, note) if part)
    return OutsideAnswered(
        report_id=claim.report_id, system=claim.system_name, meaning=meaning or "told", note=said
    )


def in_time(claim: Claim, now: datetime) -> bool:
    """Whether a conversation begun now is over before another worker may take the case."""
    return now + LONGEST_TALK <= claim.until


class Again(msgspec.Struct, frozen=True, kw_only=True):
    """What a failure leaves: the system's health, when this case is tried again, and when its others are."""

    health: Health
    this_at: datetime
    others_at: datetime


def after_trouble(claim: Claim, now: datetime, *, chance: float, asked: timedelta | None) -> Again:
    """Others wait for the circuit, and for what the system asked; not for this case, which may be to blame."""
    health, this_at = after_failure(claim.health, now, chance=chance, asked=asked)
    return Again(health=health, this_at=this_at, others_at=this_at if asked else health.open_until or now)
