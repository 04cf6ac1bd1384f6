"""When dossiers are due: their period, their agency's calendar, their events."""

import asyncio
from collections.abc import Sequence

from api.dossiers.contracts import AfterPause, FiledBy, State
from api.dossiers.rules.flow import Term
from api.dossiers.rules.taking import Dossier, Facts
from api.dossiers.store import intake as store
from api.kit.calendar import Calendar, Period, Unit
from api.kit.db import Connection
from api.kit.holidays import read_calendar_rows
from api.kit.settings import Settings

CHUNK = 500
"""Dossiers worked on before others are let in: a batch must not keep the process from answering."""


async def settle(
    tx: Connection, dossiers: Sequence[Dossier], states: dict[str, State], *, settings: Settings
) -> None:
    """Let every dossier stand where its counted events leave it."""
    if not dossiers:
        return
    terms = await store.list_terms(tx, {term_key(one.facts) for one in dossiers if one.facts})
    province = settings.province_code
    agencies = {one.facts.agency_code for one in dossiers if one.facts and one.facts.agency_code}
    rows = await read_calendar_rows(tx, {province, *agencies})
    calendars: dict[str | None, Calendar] = {None: rows.of(province)}
    calendars |= {agency: rows.of(province, agency) for agency in agencies}
    for number, one in enumerate(dossiers):
        assert one.facts is not None  # noqa: S101  an event counted
        one.settle(states, term_of(one.facts, terms), calendars[one.facts.agency_code or None])
        if number % CHUNK == CHUNK - 1:
            await asyncio.sleep(0)


def term_key(facts: Facts) -> tuple[str, bool]:
    """Where the period of a dossier is looked up."""
    return facts.procedure_code, facts.filed_by is FiledBy.COUNTER_DIGITISED


def term_of(facts: Facts, terms: dict[tuple[str, bool], store.TermRow]) -> Term | None:
    """The period: as the source says, else by our own terms, else by the catalogue."""
    row = terms[term_key(facts)]
    amount = row.amount if facts.amount is None else facts.amount
    unit = facts.unit or row.unit
    if amount is None or unit is None:
        return None
    after = AfterPause(facts.after_pause or row.after_pause or AfterPause.RESTART)
    return Term(period=Period(amount=amount, unit=Unit(unit)), after_pause=after)
