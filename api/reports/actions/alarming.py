"""What an officer must look into: staff who try to see who reported, a case in the hands of whom it concerns."""

from uuid import UUID

from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.principal import Principal
from api.reports import rules
from api.reports.contracts import ReportAlarmRaised
from api.reports.contracts.handling import Alarm, Standing
from api.reports.rules.problems import ReporterHidden
from api.reports.store import alarms

SHOWN = 100


async def own_case(tx: Connection, case: Standing) -> None:
    """Tell that this case needs other hands; whose it is stays unsaid: it would name the reporter."""
    await raise_alarm(tx, case.id, kind="own_case", staff_id=None)


async def seek_reporter(tx: Connection, report_id: UUID, me: Principal) -> None:
    """Always refused: nobody at the desk learns who reported. That it was tried is told to the officers."""
    if not await alarms.is_seen(tx, report_id, seen_by=me):
        raise rules.ReportNotFound
    await raise_alarm(tx, report_id, kind="reporter_sought", staff_id=me.person_id)
    raise ReporterHidden


async def notice_seeking(tx: Connection, report_id: UUID, caller: Principal | None) -> None:
    """Somebody who handles a case asked for its reporter's own view of it, without being that person."""
    if caller is not None and await alarms.is_seen(tx, report_id, seen_by=caller):
        await raise_alarm(tx, report_id, kind="reporter_sought", staff_id=caller.person_id)


async def raise_alarm(tx: Connection, report_id: UUID, *, kind: str, staff_id: UUID | None) -> None:
    """Keep it and have it told, once a day."""
    at = now()
    alarm_id = await alarms.insert_alarm(tx, report_id, kind=kind, staff_id=staff_id, at=at, day=vn_date(at))
    if alarm_id is not None:
        await outbox.emit(tx, ReportAlarmRaised(alarm_id=alarm_id))


async def list_alarms(db: Connection, me: Principal) -> list[Alarm]:
    """The newest alarms of an officer's provinces."""
    return await alarms.list_alarms(db, seen_by=me, limit=SHOWN)
