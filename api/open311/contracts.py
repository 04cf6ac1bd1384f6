"""Shapes of Open311 GeoReport v2 as its specification names them, and what stays of a post until it is a report."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
"""The specification's own name of itself; clients compare it."""
SCOPE = "reports:write"
"""What an integration key must allow to post."""


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """One way in, as discovery names it."""

    specification: str
    url: str
    changeset: str
    type: str
    formats: list[str]


class Discovery(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything is, and whom to ask for a key."""

    changeset: str
    contact: str
    key_service: str
    endpoints: list[Endpoint]


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """A subject one may report on; `metadata`: its definition asks for more."""

    service_code: str
    service_name: str
    description: str
    metadata: bool
    type: str
    keywords: str
    group: str


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One choice of a list."""

    key: str
    name: str


class Attribute(msgspec.Struct, frozen=True, kw_only=True):
    """One more thing a service asks for."""

    variable: bool
    code: str
    datatype: str
    required: bool
    datatype_description: str
    order: int
    description: str
    values: list[Value]


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    """All a service asks for."""

    service_code: str
    attributes: list[Attribute]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a case in the words of its state; what staff or reporter wrote is not here."""

    datetime: datetime
    description: str
    type: str


class ServiceRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A published case. `lat` and `long` are null where the place is only roughly known."""

    service_request_id: str
    status: str
    status_notes: str | None
    service_name: str
    service_code: str
    description: str | None
    agency_responsible: str | None
    service_notice: str | None
    requested_datetime: datetime
    updated_datetime: datetime
    expected_datetime: datetime
    address: str
    address_id: str
    zipcode: str | None
    lat: float | None
    long: float | None
    media_url: str | None


class Line(ServiceRequest, frozen=True, kw_only=True):
    """A row of the list, with what the extensions add and the next page needs."""

    number: int
    state: str
    notes: list[Note]


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """A change of a published case, as FixMyStreet's extension has it."""

    update_id: str
    service_request_id: str
    status: str
    updated_datetime: datetime
    description: str
    media_url: str | None = None


class Posted(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a post: the token by which the request's id is learned."""

    token: str
    service_notice: str


class TokenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a post; without an id it waits, or was refused for the reason in `service_notice`."""

    service_request_id: str | None
    token: str
    service_notice: str | None = None


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """An error as Open311 tells it."""

    code: int
    description: str


Json = dict[str, Any] | list[Any]


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a post until it is a report: nothing that names the sender but a number to call."""

    service_code: str
    description: str
    lat: Annotated[float, Meta(ge=-90, le=90)]
    lon: Annotated[float, Meta(ge=-180, le=180)]
    accuracy_m: float | None = None
    commune_code: str | None = None
    phone: str | None = None
    media_url: str | None = None
    photo: bool = False


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A post to be taken in; `report_id` was given to it when it came, so that it becomes one report."""

    token: UUID
    system: str
    report_id: UUID
    sent: Sent | None
    demo: bool
    received_at: datetime


class ReportOffered(outbox.Event, frozen=True, kw_only=True, tag="open311_report_offered"):
    """Another system posted a report; a job takes it in like everybody's."""

    token: UUID


class PhotoNamed(outbox.Event, frozen=True, kw_only=True, tag="open311_photo_named"):
    """A post names the address of its photo; a job fetches it before the report is taken in."""

    token: UUID


class OutsideAnswered(outbox.Event, frozen=True, kw_only=True, tag="open311_outside_answered"):
    """A system we sent a case to says how it stands; `meaning` is what its word means here, `told` when nothing."""

    report_id: UUID
    system: str
    meaning: str
    note: str | None
