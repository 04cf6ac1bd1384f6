"""The agency's further doors: asking, bouncing, extending, splitting, merging, ready answers, alarms."""

from uuid import UUID

from litestar import get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.kit.db import Connection
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.reports.actions import alarming, arranging, handling
from api.reports.contracts import Case
from api.reports.contracts.handling import (
    AlarmList,
    Ask,
    Bounce,
    Consult,
    Extend,
    Merge,
    PlainMove,
    Split,
    Template,
)
from api.reports.routes.agency import STAFF, step_door
from api.reports.rules.problems import ReporterHidden, ReportNotFound
from api.web.auth import needs
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)


@step_door("verify", operation_id="verify_case")
async def verify_case(
    report_id: FromPath[UUID],
    data: JSONBody[PlainMove],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Look into it before anybody is charged with it."""
    return await handling.work(
        tx, report_id, "verify", me, settings=settings, version=data.version, note=data.note
    )


@step_door("ask", operation_id="ask_reporter")
async def ask_reporter(
    report_id: FromPath[UUID],
    data: JSONBody[Ask],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Ask the reporter; before the deadline the clock stands still until the answer, for some days at most."""
    return await handling.work(
        tx, report_id, "ask", me, settings=settings, version=data.version, note=data.question
    )


@step_door("consult", operation_id="consult_agency")
async def consult_agency(
    report_id: FromPath[UUID],
    data: JSONBody[Consult],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Wait for somebody else; the clock runs on."""
    return await handling.work(
        tx, report_id, "consult", me, settings=settings, version=data.version, note=data.note
    )


@step_door("resume", operation_id="resume_case")
async def resume_case(
    report_id: FromPath[UUID],
    data: JSONBody[PlainMove],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Go on without waiting longer."""
    return await handling.work(
        tx, report_id, "resume", me, settings=settings, version=data.version, note=data.note
    )


@step_door("bounce", operation_id="bounce_case")
async def bounce_case(
    report_id: FromPath[UUID],
    data: JSONBody[Bounce],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Not ours, and why; the third time it goes to the coordinator, whose word is final. The clock runs on."""
    return await handling.work(
        tx,
        report_id,
        "bounce",
        me,
        settings=settings,
        version=data.version,
        note=data.note,
        agency_id=data.agency_id,
    )


@step_door("extend", operation_id="extend_case")
async def extend_case(
    report_id: FromPath[UUID],
    data: JSONBody[Extend],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """More time, once, asked for before the deadline; counted apart from on time."""
    return await arranging.extend(tx, report_id, data, me, settings=settings)


@step_door("split", operation_id="split_case")
async def split_case(
    report_id: FromPath[UUID],
    data: JSONBody[Split],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Give other agencies their parts; the case ends when all parts have."""
    return await arranging.split(tx, report_id, data, me, settings=settings)


@step_door("merge", operation_id="merge_case")
async def merge_case(
    report_id: FromPath[UUID],
    data: JSONBody[Merge],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Put the case into another of the same matter; its reporter goes on hearing of every step."""
    return await arranging.merge(tx, report_id, data, me, settings=settings)


@post(
    "/v1/agency/reports/{report_id:uuid}/reporter",
    operation_id="seek_reporter",
    guards=STAFF,
    responses=problems(ReportNotFound, ReporterHidden),
    status_code=204,
)
async def seek_reporter(
    report_id: FromPath[UUID], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> None:
    """Always refused: nobody at the desk learns who reported, and the province's officers hear who asked."""
    await alarming.seek_reporter(tx, report_id, me)


@get(
    "/v1/agency/reports/{report_id:uuid}/templates",
    operation_id="list_templates",
    cache_control=NEVER,
    guards=STAFF,
)
async def list_templates(
    report_id: FromPath[UUID], db: NamedDependency[Connection], me: NamedDependency[Principal]
) -> list[Template]:
    """Ready answers for this case: its agency's and its subject's own first."""
    return await handling.list_templates(db, report_id, me)


@get("/v1/agency/alarms", operation_id="list_alarms", cache_control=NEVER, guards=[needs(Role.OFFICER)])
async def list_alarms(db: NamedDependency[Connection], me: NamedDependency[Principal]) -> AlarmList:
    """What an officer must look into, newest first."""
    return AlarmList(items=await alarming.list_alarms(db, me))


HANDLERS = [
    verify_case,
    ask_reporter,
    consult_agency,
    resume_case,
    bounce_case,
    extend_case,
    split_case,
    merge_case,
    seek_reporter,
    list_templates,
    list_alarms,
]
