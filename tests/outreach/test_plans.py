"""What an upload runs keeps its plans whatever the tables held when they were made (decision 0073)."""

from api.kit.db import Connection

SETTINGS = """
select p.proname, p.proconfig from pg_proc p
where p.oid in ('outreach_fold(uuid[], text[])'::regprocedure,
    'visit_open(uuid, uuid, timestamptz, interval, bigint[], text[], uuid[], bytea, bigint, integer, text, boolean)'::regprocedure)
order by p.proname
"""


async def test_an_upload_does_not_plan_to_read_whole_tables(tx: Connection) -> None:
    found = [(row["proname"], row["proconfig"]) for row in await tx.fetch(SETTINGS)]
    assert found == [("outreach_fold", ["enable_seqscan=off"]), ("visit_open", ["enable_seqscan=off"])]
