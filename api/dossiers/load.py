"""Facts shipped with the code: the ten states, and terms the national catalogue cannot express."""

import csv
from pathlib import Path

import msgspec

from api.dossiers.contracts import State
from api.kit.db import Connection

DATA = Path(__file__).parent / "data"

PUT_STATES = """
insert into dossier_state (code, name, stage, clock, bucket, ends, next_codes, told, holder, next_step)
select code, name, stage, clock, bucket, ends, string_to_array(next_codes, '|'), told, holder, next_step
from unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::text[], $6::boolean[], $7::text[],
    $8::text[], $9::text[], $10::text[])
    as shipped (code, name, stage, clock, bucket, ends, next_codes, told, holder, next_step)
on conflict (code) do update set name = excluded.name, stage = excluded.stage, clock = excluded.clock,
    bucket = excluded.bucket, ends = excluded.ends, next_codes = excluded.next_codes, told = excluded.told,
    holder = excluded.holder, next_step = excluded.next_step
"""
PUT_TERMS = """
insert into dossier_term (procedure_code, amount, unit, after_pause, source)
select * from unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[])
on conflict (procedure_code) do nothing
"""


class TermLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of `dossier_terms.csv`."""

    procedure_code: str
    amount: int
    unit: str
    after_pause: str
    source: str


def shipped_states() -> list[State]:
    """The ten states of the national list, with our plain words."""
    with (DATA / "dossier_states.csv").open(encoding="utf-8", newline="") as lines:
        return [
            msgspec.convert(
                row
                | {
                    "stage": row["stage"] or None,
                    "ends": row["ends"] == "yes",
                    "next_codes": [code for code in row["next_codes"].split("|") if code],
                },
                State,
                strict=False,
            )
            for row in csv.DictReader(lines)
        ]


def shipped_terms() -> list[TermLine]:
    """Terms of procedures that the catalogue's amount and unit cannot express."""
    with (DATA / "dossier_terms.csv").open(encoding="utf-8", newline="") as lines:
        return [msgspec.convert(row, TermLine, strict=False) for row in csv.DictReader(lines)]


async def load(tx: Connection) -> None:
    """Write the shipped rows; may run again. A province's own terms are not overwritten."""
    states = shipped_states()
    await tx.execute(
        PUT_STATES,
        [state.code for state in states],
        [state.name for state in states],
        [state.stage for state in states],
        [state.clock.value for state in states],
        [state.bucket for state in states],
        [state.ends for state in states],
        ["|".join(state.next_codes) for state in states],
        [state.told for state in states],
        [state.holder for state in states],
        [state.next_step for state in states],
    )
    terms = shipped_terms()
    await tx.execute(
        PUT_TERMS,
        [term.procedure_code for term in terms],
        [term.amount for term in terms],
        [term.unit for term in terms],
        [term.after_pause for term in terms],
        [term.source for term in terms],
    )
