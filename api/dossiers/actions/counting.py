"""When dossiers are due: their period, their agency's calendar, their events."""

from collections.abc import Collection

from api.dossiers.contracts import AfterPause, FiledBy, State, Verdict
from api.dossiers.rules.facts import Facts
from api.dossiers.rules.flow import Term
from api.dossiers.rules.notices import is_moved_by_an_event
from api.dossiers.rules.taking import Dossier
from api.dossiers.store import events as reading
from api.dossiers.store import intake as store
from api.kit.calendar import Calendar, Period, Unit
from api.kit.db import Connection
from api.kit.holidays import CalendarRows, read_calendar_rows
from api.kit.settings import Settings


class Desk:
    """Everything due dates are counted with, read once: periods and calendars."""

    def __init__(
        self,
        states: dict[str, State],
        terms: dict[tuple[str, bool], store.TermRow],
        rows: CalendarRows,
        province: str,
    ) -> None:
        self.states, self.terms, self.rows, self.province = states, terms, rows, province
        self.calendars: dict[str | None, Calendar] = {}
        self.periods: dict[tuple[object, ...], Term | None] = {}

    def calendar_of(self, agency: str | None) -> Calendar:
        """The calendar of the nation, the province and this agency."""
        if agency not in self.calendars:
            scopes = [self.province, agency] if agency else [self.province]
            self.calendars[agency] = self.rows.of(*scopes)
        return self.calendars[agency]

    def settle(self, one: Dossier) -> None:
        """Let a dossier stand where its counted events leave it. A date that moved alone is news as well."""
        facts, before = one.facts, one.standing.due_at
        assert facts is not None  # noqa: S101  an event counted
        term = self.term_of(facts)
        one.settle(self.states, term, self.calendar_of(facts.agency_code))
        # Without new events it is the calendar that moved; what is told anyway tells the date.
        if one.created or not one.new or one.to_tell():
            return
        by_the_hour = term is not None and term.period.unit is Unit.WORKING_HOUR
        if is_moved_by_an_event(before, one.standing, said=facts.promise_moved, by_the_hour=by_the_hour):
            one.changed.append(next(event for event in reversed(one.new) if event.verdict != Verdict.HELD))

    def term_of(self, facts: Facts) -> Term | None:
        """The period of these facts; there are few different ones in a batch."""
        asked = (*term_key(facts), facts.amount, facts.unit, facts.after_pause)
        if asked not in self.periods:
            self.periods[asked] = term_of(facts, self.terms)
        return self.periods[asked]


async def open_desk(
    tx: Connection,
    terms: Collection[tuple[str, bool]],
    agencies: Collection[str],
    *,
    settings: Settings,
) -> Desk:
    """The periods of these procedures and the calendars of these agencies."""
    province = settings.province_code
    return Desk(
        await reading.list_states(tx),
        await store.list_terms(tx, terms),
        await read_calendar_rows(tx, {province, *agencies}),
        province,
    )


def term_key(facts: Facts) -> tuple[str, bool]:
    """Where the period of a dossier is looked up."""
    return facts.procedure_code, facts.filed_by == FiledBy.COUNTER_DIGITISED


def term_of(facts: Facts, terms: dict[tuple[str, bool], store.TermRow]) -> Term | None:
    """The period: as the source says, else by our own terms, else by the catalogue."""
    row = terms[term_key(facts)]
    amount = row.amount if facts.amount is None else facts.amount
    unit = facts.unit or row.unit
    if amount is None or unit is None:
        return None
    after = AfterPause(facts.after_pause or row.after_pause or AfterPause.RESTART)
    return Term(period=Period(amount=amount, unit=Unit(unit)), after_pause=after)
