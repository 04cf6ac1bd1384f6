"""Reading through Open311: where everything is, what can be reported, what was reported and is public."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from api.kit.clock import VN, now, today
from api.kit.db import Connection
from api.kit.settings import Settings
from api.open311.contracts import (
    SPECIFICATION,
    Definition,
    Discovery,
    Endpoint,
    Line,
    Service,
    ServiceRequest,
    Update,
)
from api.open311.rules import filtering, reading
from api.open311.store import serving as store

SINCE = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""When what these endpoints answer last changed its shape."""


def discover(settings: Settings) -> Discovery:
    """Where we are, with the province's help line for keys."""
    changeset = SINCE.astimezone(VN).isoformat(timespec="seconds")
    base = f"{settings.public_url.rstrip('/')}/open311/v2"
    # One endpoint a format: XML readers that make a list only of several (SeeClickFix's) see a list.
    endpoints = [
        Endpoint(
            specification=SPECIFICATION,
            url=base,
            changeset=changeset,
            type="test" if settings.demo else "production",
            formats=formats,
        )
        for formats in (["text/xml", "application/json"], ["application/json", "text/xml"])
    ]
    return Discovery(
        changeset=changeset,
        contact=f"Tổng đài {settings.hotline}",
        key_service=f"Khoá api_key do quản trị viên của tỉnh, thành phố cấp; liên hệ {settings.hotline}",
        endpoints=endpoints,
    )


async def province_of(db: Connection, fields: reading.Fields) -> str | None:
    """The jurisdiction asked for: a province's code; none means all we serve."""
    asked = reading.one(fields, "jurisdiction_id")
    if asked is not None and not await store.has_province(db, asked):
        raise reading.Open311NotFound(detail=f"jurisdiction_id: không có mã {asked[:40]!r}")
    return asked


async def services(db: Connection, fields: reading.Fields) -> list[Service]:
    """What can be reported."""
    await province_of(db, fields)
    return await store.list_services(db, on=today())


async def define(db: Connection, code: str, fields: reading.Fields) -> Definition:
    """What a service asks for."""
    await province_of(db, fields)
    found = await store.find_definition(db, code, on=today())
    if found is None:
        raise reading.Open311NotFound(detail=f"service_code: không có mã {code[:60]!r}")
    return found


async def browse(db: Connection, fields: reading.Fields, *, settings: Settings) -> list[dict[str, Any]]:
    """Published cases that match, newest first."""
    province = await province_of(db, fields)
    asked = filtering.wanted(fields, now())
    found = await store.list_requests(db, asked, province=province)
    return [shown(line, settings, extensions=asked.extensions) for line in found]


async def show(
    db: Connection, name: str, fields: reading.Fields, *, settings: Settings
) -> list[dict[str, Any]]:
    """One published case; what is not public is not there."""
    province = await province_of(db, fields)
    number = filtering.request_number(name)
    asked = filtering.wanted({**fields, "service_request_id": [name]}, now())
    found = await store.list_requests(db, asked, province=province) if number is not None else []
    if not found:
        raise reading.Open311NotFound(detail=f"service_request_id: không có mã {name[:40]!r}")
    return [shown(found[0], settings, extensions=asked.extensions)]


def shown(line: Line, settings: Settings, *, extensions: bool) -> dict[str, Any]:
    """A case in the words and the order of the specification; times as people here read them."""
    answer: dict[str, Any] = {name: getattr(line, name) for name in ServiceRequest.__struct_fields__}
    for name in ("requested_datetime", "updated_datetime", "expected_datetime"):
        answer[name] = answer[name].astimezone(VN).isoformat()
    if line.media_url is not None:
        answer["media_url"] = settings.public_url.rstrip("/") + line.media_url
    if extensions:
        answer["extended_attributes"] = {"state": line.state, "language": "vi"}
        answer["notes"] = [
            {**msgspec.to_builtins(note), "datetime": note.datetime.astimezone(VN).isoformat()}
            for note in line.notes
        ]
    return answer


async def updates(db: Connection, fields: reading.Fields) -> list[dict[str, Any]]:
    """What changed in published cases."""
    province = await province_of(db, fields)
    asked = filtering.wanted(fields, now())
    page = (asked.page_size, (asked.page - 1) * asked.page_size)
    found: list[Update] = await store.list_updates(
        db, since=asked.since, until=asked.until, province=province, page=page
    )
    return [
        {**msgspec.to_builtins(one), "updated_datetime": one.updated_datetime.astimezone(VN).isoformat()}
        for one in found
    ]
