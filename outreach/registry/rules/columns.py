"""Rows as columns, numbers as differences: what compresses well. Pure."""

import base64
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import RFC_4122, UUID

from api.kit.clock import VN, vn_date
from outreach.registry.contracts import AdultLine, HouseholdLine
from outreach.registry.contracts.columns import AdultColumns, HouseholdColumns, ShortIds

SINCE = date(2025, 1, 1)
RESULTS = ["met", "nobody_home", "refused", "moved", "do_not_contact", "revisit"]
SEXES = [None, "female", "male", "other"]
KNOWS = [None, True, False]
UUIDV7 = 7
CARRIED = 2000
"""Households a phone carries well; other systems break past 10,000 rows."""
WARNING = "Địa bàn có {count} hộ, nhiều hơn mức máy nên giữ (2.000); hãy nhờ tổ trưởng chia địa bàn nhỏ hơn"


def differences(numbers: Sequence[int]) -> list[int]:
    """Each number less the one before; the first as it is."""
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]


def day_of(at: datetime | None) -> int | None:
    """The Vietnamese day of a moment, counted from SINCE."""
    return None if at is None else (vn_date(at) - SINCE).days


def minute_of(at: datetime | None) -> int | None:
    """The minute of a moment, counted from the first of SINCE in Vietnam."""
    return None if at is None else (at - datetime.combine(SINCE, time(), VN)) // timedelta(minutes=1)


def letters(ids: Iterable[UUID]) -> list[str]:
    """Ids as short as plain text allows."""
    return [base64.urlsafe_b64encode(one.bytes).decode().rstrip("=") for one in ids]


def short_ids(homes: Iterable[HouseholdLine], people: Iterable[AdultLine]) -> ShortIds | None:
    """Ids of households that stand and of their adults: 30,000 in 365 kB gzipped, where 22 letters each take 440."""
    of_home: dict[UUID, list[AdultLine]] = {}
    for one in people:
        of_home.setdefault(one.household_id, []).append(one)
    step, rest, before = [], bytearray(), 0
    for home in sorted((home for home in homes if not home.gone), key=lambda home: home.no):
        adults = sorted(of_home.get(home.id, ()), key=lambda one: one.no)
        for name in (home.id, *(adult.id for adult in adults)):
            raw = name.bytes
            if name.version != UUIDV7 or name.variant != RFC_4122:
                return None
            at = int.from_bytes(raw[:6])
            step.append(4 * (at - before) + (raw[8] >> 4 & 3))
            rest += bytes((raw[7], *raw[9:], (raw[6] & 15) << 4 | raw[8] & 15))
            before = at
    return ShortIds(step=step, rest=base64.urlsafe_b64encode(rest).decode().rstrip("="))


def warning_of(count: int) -> str | None:
    """What to say of an area too large for a phone."""
    return WARNING.format(count=f"{count:,}".replace(",", ".")) if count > CARRIED else None


def household_columns(
    homes: Iterable[HouseholdLine],
    people: Sequence[AdultLine],
    hamlets: Sequence[object],
    *,
    ids: bool = False,
) -> HouseholdColumns:
    """Households that stand, by number, with how many adults follow for each; those that are gone by number alone."""
    lines = list(homes)
    standing = sorted((home for home in lines if not home.gone), key=lambda home: home.no)
    places = {hamlet: place for place, hamlet in enumerate(hamlets)}
    counts: dict[object, int] = {}
    for one in people:
        counts[one.household_id] = counts.get(one.household_id, 0) + 1
    return HouseholdColumns(
        no=differences([home.no for home in standing]),
        hamlet=[places[home.hamlet_id] for home in standing],
        reference=[home.reference for home in standing],
        adults_total=[home.adults_total for home in standing],
        version=[home.version for home in standing],
        visits=[home.visits for home in standing],
        result=[RESULTS.index(home.last_result) if home.last_result else -1 for home in standing],
        visited=[day_of(home.last_visited_at) for home in standing],
        revisit=[minute_of(home.revisit_at) for home in standing],
        do_not_contact=[place for place, home in enumerate(standing) if home.do_not_contact],
        adults=[counts.get(home.id, 0) for home in standing],
        gone=sorted(home.no for home in lines if home.gone),
        id=letters(home.id for home in standing) if ids else None,
    )


def adult_columns(
    homes: Iterable[HouseholdLine], people: Sequence[AdultLine], *, ids: bool = False
) -> AdultColumns:
    """Adults who are there, in the order of their households' numbers."""
    order = {home.id: home.no for home in homes}
    lines = sorted(people, key=lambda one: (order[one.household_id], one.no))
    return AdultColumns(
        no=differences([one.no for one in lines]),
        label=[one.label or "" for one in lines],
        birth_year=[one.birth_year for one in lines],
        sex=[SEXES.index(one.sex) for one in lines],
        state=[KNOWS.index(one.knows) + 3 * one.assessed + 6 * one.can for one in lines],
        version=[one.version for one in lines],
        id=letters(one.id for one in lines) if ids else None,
    )
