"""SQL of the catalogue's own rows, in bulk."""

from collections.abc import Sequence

from api.kit.clock import today
from api.kit.db import Connection
from api.procedures.rules import cleaning, reading

PUT_PROCEDURES = """
insert into procedure (
    code, name, official_name, level, field, issuer, type, decision_no, subjects, agency, papers,
    online, online_stated, essential, detailed, portal_url, same_key, prior, provenance
)
select code, name, official_name, level, field, issuer, type, decision_no,
    coalesce(string_to_array(nullif(subjects, ''), '|'), '{}'), agency, papers, online, online_stated,
    essential, detailed, portal_url, same_key, prior, provenance
from unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::int[], $12::text[], $13::bool[], $14::bool[], $15::bool[],
    $16::text[], $17::text[], $18::real[], $19::text[]
) as u(code, name, official_name, level, field, issuer, type, decision_no, subjects, agency,
    papers, online, online_stated, essential, detailed, portal_url, same_key, prior, provenance)
on conflict (code) do update set
    name = excluded.name, official_name = excluded.official_name, level = excluded.level, field = excluded.field, issuer = excluded.issuer, type = excluded.type,
    decision_no = excluded.decision_no, subjects = excluded.subjects, agency = excluded.agency,
    papers = excluded.papers, online = excluded.online, online_stated = excluded.online_stated,
    essential = excluded.essential, detailed = excluded.detailed, portal_url = excluded.portal_url,
    same_key = excluded.same_key, prior = excluded.prior, provenance = excluded.provenance, withdrawn_on = null
"""
WITHDRAW = """
update procedure set withdrawn_on = $2 where withdrawn_on is null and code <> all($1::text[])
"""
DROP_WAYS = "delete from procedure_way"
PUT_WAYS = """
insert into procedure_way (procedure_code, channel, deadline_amount, deadline_unit, fee_vnd, fee_quality)
select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::int[], $6::text[])
"""


async def put_procedures(tx: Connection, rows: Sequence[reading.ProcedureRow]) -> None:
    """Add and correct procedures; those no longer in the catalogue are withdrawn, not removed."""
    keys = cleaning.group(
        cleaning.Named(code=row.code, name=row.official_name, field=row.field) for row in rows
    )
    await tx.execute(
        PUT_PROCEDURES,
        [row.code for row in rows],
        [row.name for row in rows],
        [row.official_name for row in rows],
        [row.level for row in rows],
        [row.field for row in rows],
        [row.issuer for row in rows],
        [row.type for row in rows],
        [row.decision_no for row in rows],
        ["|".join(row.subjects) for row in rows],
        [row.agency for row in rows],
        [row.papers for row in rows],
        [row.online.value for row in rows],
        [row.online_stated for row in rows],
        [row.essential for row in rows],
        [row.detailed for row in rows],
        [row.portal_url for row in rows],
        [keys[row.code] for row in rows],
        [row.prior for row in rows],
        [row.provenance for row in rows],
    )
    await tx.execute(WITHDRAW, [row.code for row in rows], today())


async def put_ways(tx: Connection, rows: Sequence[reading.ProcedureRow]) -> None:
    """Channels with deadlines and fees."""
    ways = [(row.code, way) for row in rows for way in row.ways]
    await tx.execute(DROP_WAYS)
    await tx.execute(
        PUT_WAYS,
        [code for code, _ in ways],
        [way.channel.value for _, way in ways],
        [way.deadline_amount for _, way in ways],
        [way.deadline_unit.value for _, way in ways],
        [way.fee_vnd for _, way in ways],
        [way.fee_quality.value for _, way in ways],
    )
