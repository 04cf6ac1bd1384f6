"""SQL of everything the in-process catalogue is built from."""

from datetime import date

import msgspec

from api.kit.db import Connection, fetch_all
from api.procedures.rules.shelf import Item

FIND_VERSION = "select version from procedure_catalogue"


async def find_version(db: Connection) -> str | None:
    """The edition of the catalogue; None before the first load."""
    version: str | None = await db.fetchval(FIND_VERSION)
    return version


LIST_ENTRIES = """
select p.code, p.name, p.plain_title, p.what_for, p.level, p.field, p.issuer, p.online, p.essential, p.same_key, p.prior,
    coalesce(phrases.said, '{}') as phrases,
    w.deadline_amount, coalesce(w.deadline_unit, 'unknown') as deadline_unit,
    w.fee_vnd, coalesce(w.fee_quality, 'unknown') as fee_quality
from procedure p
left join (
    select procedure_code, array_agg(phrase order by position) as said
    from procedure_phrase group by procedure_code
) phrases on phrases.procedure_code = p.code
left join (
    select distinct on (procedure_code) *
    from procedure_way
    order by procedure_code, array_position(array['online', 'counter', 'post'], channel)
) w on w.procedure_code = p.code
where p.withdrawn_on is null and p.type <> 'internal'
order by p.prior desc, p.code
"""


async def list_entries(db: Connection) -> list[Item]:
    """Every procedure a citizen may find, the likeliest first."""
    return await fetch_all(db, LIST_ENTRIES, into=Item)


LIST_SYNONYMS = "select term, meanings, kind from procedure_synonym order by term"


class Synonym(msgspec.Struct, frozen=True):
    """A row of the synonym table."""

    term: str
    meanings: list[str]
    kind: str


async def list_synonyms(db: Connection) -> list[Synonym]:
    """Abbreviations, old terms, dialect and colloquial words."""
    return await fetch_all(db, LIST_SYNONYMS, into=Synonym)


LIST_WORDS = "select phrase, kind from procedure_word order by kind, phrase"


class Word(msgspec.Struct, frozen=True):
    """A filler phrase or a light word."""

    phrase: str
    kind: str


async def list_words(db: Connection) -> list[Word]:
    """Fillers and light words."""
    return await fetch_all(db, LIST_WORDS, into=Word)


LIST_THEMES = """
select theme, array_agg(phrase order by phrase) as phrases from procedure_elsewhere group by theme order by theme
"""


class Theme(msgspec.Struct, frozen=True):
    """What people type of something no office does."""

    theme: str
    phrases: list[str]


async def list_themes(db: Connection) -> list[Theme]:
    """Everything that is not ours, by theme."""
    return await fetch_all(db, LIST_THEMES, into=Theme)


LIST_PROVINCES = """
select code, name from admin_unit
where type in ('province', 'municipality') and valid_from <= $1 and (valid_to is null or valid_to >= $1)
order by code
"""


class Province(msgspec.Struct, frozen=True):
    """A province of today."""

    code: str
    name: str


async def list_provinces(db: Connection, *, on: date) -> list[Province]:
    """Provinces by code: the catalogue names them, the wire gives their code."""
    return await fetch_all(db, LIST_PROVINCES, on, into=Province)
