"""SQL of forgetting: what happened stays, who it was goes."""

from datetime import datetime

from api.kit.db import Connection

FORGET_PEOPLE = """
with due as (
    select i.id from rescue_incident i
    where i.forgotten_at is null and i.ended_at < $1::timestamptz - make_interval(days => (
        select r.people_days from rescue_retention r
        where r.province_code in (i.province_code, '*') order by r.province_code = '*' limit 1
    ))
    order by i.ended_at limit 1000
), calls as (
    update rescue_call c
    set sealed = null, caller_key = null, victim_key = null, place = null, text = null, doubts = '{}',
        lat = round(c.lat::numeric, 2), lon = round(c.lon::numeric, 2), acc_m = null
    from due where c.incident_id = due.id
), steps as (
    update rescue_step s set note = null from due where s.incident_id = due.id and s.note is not null
)
update rescue_incident i
set place = null, lat = round(i.lat::numeric, 2), lon = round(i.lon::numeric, 2), acc_m = null, reasons = '{}',
    forgotten_at = $1
from due where i.id = due.id
"""
FORGET_VERDICTS = """
delete from rescue_verdict v
using rescue_incident i
where i.id = v.incident_id and v.decided_at < $1::timestamptz - make_interval(days => (
    select r.verdict_days from rescue_retention r
    where r.province_code in (i.province_code, '*') order by r.province_code = '*' limit 1
))
"""


async def forget_people(tx: Connection, *, at: datetime) -> int:
    """Take numbers, names, words and exact places out of what ended long enough ago; how many incidents."""
    done: str = await tx.execute(FORGET_PEOPLE, at)
    return int(done.rsplit(maxsplit=1)[-1])


async def forget_verdicts(tx: Connection, *, at: datetime) -> None:
    """A number's record does not follow it for ever."""
    await tx.execute(FORGET_VERDICTS, at)
