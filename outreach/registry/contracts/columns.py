"""The area in columns: 10,000 households in less than 400 kB, for a phone's first evening."""

from datetime import date

import msgspec

from outreach.registry.contracts import Skill, WalkingTeam


class HouseholdColumns(msgspec.Struct, frozen=True, kw_only=True):
    """One list a field, all of one length and in one order; `gone` alone is shorter.

    `no` is written as the difference to the one before (the first to 0); days are counted from `since` of the answer.
    """

    no: list[int]
    hamlet: list[int]
    """Place in the team's list of hamlets."""
    reference: list[str]
    adults_total: list[int | None]
    version: list[int]
    visits: list[int]
    result: list[int]
    """Place in `results`; -1: never visited."""
    visited: list[int | None]
    revisit: list[int | None]
    """Minutes from the first of the day `since`: a return is agreed for an hour."""
    do_not_contact: list[int]
    """Places in these lists of households nobody may knock at."""
    adults: list[int]
    """How many of the adults that follow are of this household."""
    gone: list[int]
    """Numbers, in full, of households to drop."""
    id: list[str] | None = None
    """Ids as 22 letters of base64url, when they were asked for."""


class AdultColumns(msgspec.Struct, frozen=True, kw_only=True):
    """Adults in the order of their households; numbers as differences, as above.

    state = knows (0 unsaid, 1 yes, 2 no) + 3·assessed + 6·can; sex = 0 unsaid, 1 female, 2 male, 3 other.
    """

    no: list[int]
    label: list[str]
    birth_year: list[int | None]
    sex: list[int]
    state: list[int]
    version: list[int]
    id: list[str] | None = None


class ShortIds(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of UUIDv7 in as many bits as they hold: each household's, then those of its adults, in the order of the lists.

    `step` = 4·(milliseconds since the one before, the first since 1970) + bits 5 and 4 of byte 8. `rest`: base64url of
    nine bytes an id: byte 7, bytes 9 to 15, and the low halves of bytes 6 and 8 in one.
    """

    step: list[int]
    rest: str


class AreaColumns(msgspec.Struct, frozen=True, kw_only=True):
    """What changed in the area since the cursor, in columns. `warning`: more than a phone should carry."""

    team: WalkingTeam
    since: date
    results: list[str]
    households: HouseholdColumns
    adults: AdultColumns
    skills: list[Skill]
    cursor: str
    more: bool
    reset: bool
    warning: str | None
    ids: ShortIds | None = None
    """When short ids were asked for and every one is a UUIDv7; else they are in the lists, as text."""
