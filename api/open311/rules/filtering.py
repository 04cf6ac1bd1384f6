"""Which cases of the list are asked for: by ids, or by subject, time, state and place, page by page."""

import math
from datetime import datetime, timedelta

import msgspec

from api.open311.rules.reading import Fields, located, moment, number, one, several, whole, wrong

SPAN = timedelta(days=90)
"""The longest window of the list, and its length when none is asked for (specification)."""
PAGE_MAX = 1_000
"""The longest list, also the one of who asks for no page (specification)."""
PAGES_MAX = 10_000
RADIUS_DEFAULT, RADIUS_MAX = 500.0, 20_000.0
IDS_MAX = 1_000


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which requests are asked for. `ids` overrides everything else."""

    ids: list[int] | None
    services: list[str] | None
    since: datetime
    until: datetime
    status: str | None
    box: tuple[float, float, float, float] | None
    page: int
    page_size: int
    extensions: bool


def request_number(text: str) -> int | None:
    """The number in `PA-0000123`; None for what is no id of ours."""
    digits = text.upper().removeprefix("PA-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 15 else None  # noqa: PLR2004  below 2^63


def wanted(fields: Fields, at: datetime) -> Wanted:
    """The list's filters, judged; of who names ids nothing else counts (specification)."""
    ids = several(fields, "service_request_id")
    if ids is not None:
        if len(ids) > IDS_MAX:
            raise wrong(field="service_request_id", message=f"nhiều nhất {IDS_MAX} mã")
        fields = {name: fields[name] for name in fields if name == "extensions"}
    since, until = moment(fields, "start_date"), moment(fields, "end_date")
    if since is None:
        since = (until or at) - SPAN
    if until is None:
        until = min(since + SPAN, at + timedelta(days=1)) if since < at else since + SPAN
    if until < since:
        raise wrong(field="end_date", message="phải sau start_date")
    if until - since > SPAN:
        raise wrong(field="end_date", message="cách start_date nhiều nhất 90 ngày")
    status = several(fields, "status") or []
    if not set(status) <= {"open", "closed"}:
        raise wrong(field="status", message="chỉ có open hoặc closed")
    return Wanted(
        ids=None if ids is None else [found for text in ids if (found := request_number(text)) is not None],
        services=several(fields, "service_code"),
        since=since,
        until=until,
        status=status[0] if len(status) == 1 else None,
        box=window(fields),
        page=whole(fields, "page", high=PAGES_MAX, default=1),
        page_size=whole(fields, "page_size", high=PAGE_MAX, default=PAGE_MAX),
        extensions=(one(fields, "extensions") or "").lower() in ("true", "1"),
    )


def window(fields: Fields) -> tuple[float, float, float, float] | None:
    """Our own search by place: `bbox=west,south,east,north`, or around `lat`, `long` within `radius` metres."""
    text = one(fields, "bbox")
    if text is not None:
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            west = east = south = north = math.nan
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):  # noqa: PLR2004  the earth
            raise wrong(field="bbox", message="phải là tây,nam,đông,bắc theo độ")
        return west, south, east, north
    point = located(fields)
    if point is None:
        return None
    lat, lon = point
    radius = number(fields, "radius", low=1, high=RADIUS_MAX) or RADIUS_DEFAULT
    up = radius / 111_195
    along = up / max(0.01, math.cos(math.radians(lat)))
    return lon - along, lat - up, lon + along, lat + up
