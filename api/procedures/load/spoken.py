"""What this project adds to the catalogue: plain titles, everyday words, papers, moments of life."""

from collections.abc import Mapping

from api.kit.db import Connection
from api.procedures.load.shipped import Rows, rows_in, spoken_in
from api.procedures.rules import reading

DROP_PHRASES = "delete from procedure_phrase"
PUT_PHRASES = """
insert into procedure_phrase (procedure_code, position, phrase)
select * from unnest($1::text[], $2::int[], $3::text[])
"""
DROP_SYNONYMS = "delete from procedure_synonym"
PUT_SYNONYMS = """
insert into procedure_synonym (term, meanings, kind)
select term, string_to_array(meanings, '|'), kind from unnest($1::text[], $2::text[], $3::text[]) as u(term, meanings, kind)
"""
DROP_WORDS = "delete from procedure_word"
PUT_WORDS = "insert into procedure_word (phrase, kind) select * from unnest($1::text[], $2::text[])"
DROP_ELSEWHERE = "delete from procedure_elsewhere"
PUT_ELSEWHERE = "insert into procedure_elsewhere (theme, phrase) select * from unnest($1::text[], $2::text[])"
DROP_EVENTS = "delete from procedure_event"
PUT_EVENTS = """
insert into procedure_event (code, name, intro, note, position)
select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[])
"""
PUT_GROUPS = """
insert into procedure_event_group (event_code, no, title, together, note)
select event_code, no, title, together, nullif(note, '')
from unnest($1::text[], $2::int[], $3::text[], $4::bool[], $5::text[]) as u(event_code, no, title, together, note)
"""
PUT_STEPS = """
insert into procedure_event_step (event_code, position, procedure_code, group_no, optional, condition)
select event_code, position, procedure_code, group_no, optional, nullif(condition, '')
from unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::bool[], $6::text[])
    as u(event_code, position, procedure_code, group_no, optional, condition)
"""
PUT_TITLES = """
update procedure p set plain_title = u.plain_title, what_for = nullif(u.what_for, '')
from procedure q left join unnest($1::text[], $2::text[], $3::text[]) as u(code, plain_title, what_for) on u.code = q.code
where q.code = p.code
  and (p.plain_title, p.what_for) is distinct from (u.plain_title, nullif(u.what_for, ''))
"""
DROP_PAPERS = "delete from procedure_paper"
PUT_PAPERS = """
insert into procedure_paper (procedure_code, no, paper, form, condition, copies)
select code, no, paper, nullif(form, ''), nullif(condition, ''), nullif(copies, '')
from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[])
    as u(code, no, paper, form, condition, copies)
"""
DROP_GUIDES = "delete from procedure_guide"
PUT_GUIDES = """
insert into procedure_guide (procedure_code, basis, certainty)
select code, string_to_array(basis, '|'), certainty from unnest($1::text[], $2::text[], $3::text[]) as u(code, basis, certainty)
"""


async def put(tx: Connection, tables: Mapping[str, str]) -> None:
    """Bring all of it in, in place of what was there."""
    spoken = spoken_in(tables)
    await tx.execute(
        PUT_TITLES,
        *([row.get(column) or "" for row in spoken] for column in ("code", "plain_title", "what_for")),
    )
    await put_phrases(tx, spoken)
    await put_thesaurus(tx, tables)
    await put_papers(tx, rows_in(tables, "papers"), rows_in(tables, "basis"))
    events, steps = (tables[f"life_event{name}.csv"] for name in ("s", "_steps"))
    await put_events(tx, list(reading.rows_of(events)), list(reading.rows_of(steps)))


async def put_papers(tx: Connection, papers: Rows, guides: Rows) -> None:
    """Checklists and the law they were written from."""
    await tx.execute(DROP_PAPERS)
    await tx.execute(
        PUT_PAPERS,
        [row["code"] for row in papers],
        [int(row["no"]) for row in papers],
        *([row[column] for row in papers] for column in ("paper", "form", "condition", "copies")),
    )
    await tx.execute(DROP_GUIDES)
    await tx.execute(
        PUT_GUIDES, *([row[column] for row in guides] for column in ("code", "basis", "certainty"))
    )


async def put_phrases(tx: Connection, spoken: Rows) -> None:
    """Everyday phrases."""
    phrases = [(row["code"], at, said) for row in spoken for at, said in enumerate(row["phrases"].split("|"))]
    await tx.execute(DROP_PHRASES)
    await tx.execute(PUT_PHRASES, *([entry[column] for entry in phrases] for column in range(3)))


async def put_thesaurus(tx: Connection, tables: Mapping[str, str]) -> None:
    """Synonyms, fillers and light words."""
    synonyms = list(reading.rows_of(tables["synonyms.csv"]))
    words = [(row["phrase"], "filler") for row in reading.rows_of(tables["fillers.csv"])]
    words += [(row["word"], "light") for row in reading.rows_of(tables["light.csv"])]
    words += [(row["phrase"], "elsewhere") for row in reading.rows_of(tables["elsewhere.csv"])]
    await tx.execute(DROP_SYNONYMS)
    await tx.execute(
        PUT_SYNONYMS, *([row[column] for row in synonyms] for column in ("term", "expands_to", "kind"))
    )
    await tx.execute(DROP_WORDS)
    await tx.execute(PUT_WORDS, [phrase for phrase, _ in words], [kind for _, kind in words])
    themes = list(reading.rows_of(tables["elsewhere_themes.csv"]))
    await tx.execute(DROP_ELSEWHERE)
    await tx.execute(PUT_ELSEWHERE, [row["theme"] for row in themes], [row["phrase"] for row in themes])


async def put_events(tx: Connection, events: Rows, steps: Rows) -> None:
    """Life events with their groups and steps, in order."""
    groups = {(row["event_id"], int(row["group"])): row for row in steps}
    await tx.execute(DROP_EVENTS)
    await tx.execute(
        PUT_EVENTS,
        *([row[column] for row in events] for column in ("event_id", "name_vi", "intro_vi", "note_vi")),
        list(range(len(events))),
    )
    await tx.execute(
        PUT_GROUPS,
        [event for event, _ in groups],
        [no for _, no in groups],
        [row["group_title"] for row in groups.values()],
        [row["together"] == "yes" for row in groups.values()],
        [row["group_note"] for row in groups.values()],
    )
    await tx.execute(
        PUT_STEPS,
        [row["event_id"] for row in steps],
        list(range(len(steps))),
        [row["code"] for row in steps],
        [int(row["group"]) for row in steps],
        [row["optional"] == "yes" for row in steps],
        [row["condition"] for row in steps],
    )
