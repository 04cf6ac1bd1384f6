"""How far we have come: people, never visits shown as people, and how sure we can be."""

from datetime import date, datetime
from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """What may be claimed about the target, at 95 % one-sided confidence."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ENOUGH_DATA = "not_enough_data"


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What must be reached, of whom, by when, and who says so."""

    indicator: str
    population: str
    threshold: float
    due_on: date
    legal_basis: str
    version: int
    past_due: bool


class CommuneCount(msgspec.Struct, frozen=True, kw_only=True):
    """The exact running totals of a commune, and its population if somebody imported one."""

    commune_code: str
    commune_name: str
    adults_registered: int
    adults_reached: int
    adults_assessed: int
    know_and_can: int
    visits: int
    adults_population: int | None
    population_on: date | None
    population_source: str | None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """One commune, or the whole province.

    `share`, `low`, `high` are of the adults assessed. `bound_low`, `bound_high` say what the share
    of everybody (the imported population, else the registered adults) can be, whatever those not
    assessed can do. Null where no adult is, or where a small count is kept back.
    """

    commune_code: str | None
    commune_name: str
    adults_registered: int | None
    adults_population: int | None
    population_on: date | None
    population_source: str | None
    adults_reached: int | None
    adults_assessed: int | None
    know_and_can: int | None
    share: float | None
    low: float | None
    high: float | None
    bound_low: float | None
    bound_high: float | None
    verdict: Verdict
    visits: int | None
    suppressed: bool = False


class CoverageReport(msgspec.Struct, frozen=True, kw_only=True):
    """Coverage of a province against its target, with how the figures came about."""

    as_of: datetime
    province_code: str
    method: str
    target: Target
    total: Coverage
    communes: list[Coverage]


class TeamProgress(msgspec.Struct, frozen=True, kw_only=True):
    """What a team has done in its area; for its own eyes, not a ranking."""

    as_of: datetime
    team_id: str
    team_name: str
    households: int
    households_visited: int
    households_met: int
    adults_registered: int
    adults_reached: int
    adults_assessed: int
    know_and_can: int
    visits: int
    revisits_due: int


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A commune whose running totals are not what the log says. There must be none."""

    commune_code: str
    kept: list[int]
    recounted: list[int]


class Recount(msgspec.Struct, frozen=True, kw_only=True):
    """Running totals against a count straight from the log."""

    as_of: datetime
    equal: bool
    communes: int
    differences: list[Difference]
