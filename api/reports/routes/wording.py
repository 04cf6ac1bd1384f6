"""The doors of what a province sets for its desks: ready answers, and the ladder of reminders."""

from typing import Annotated

from litestar import delete, get, post, put
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.principal import Principal, Role
from api.reports.actions import wording
from api.reports.contracts.wording import Ladder, NewTemplate, TemplateList
from api.reports.rules.wording import TemplateNotFound, WordingUnusable
from api.web.auth import needs
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
DESKS = [needs(Role.HANDLER, Role.OFFICER, Role.ADMIN)]
TemplateId = Annotated[int, PathParameter(ge=1, le=2**53)]


@get("/v1/agency/templates", operation_id="list_kept_templates", cache_control=NEVER, guards=DESKS)
async def list_kept_templates(
    db: NamedDependency[Connection], me: NamedDependency[Principal]
) -> TemplateList:
    """Ready answers of my agencies, which I may change, and of all."""
    return await wording.list_templates(db, me)


@post(
    "/v1/agency/templates",
    operation_id="add_template",
    guards=DESKS,
    responses=problems(NotAllowed, WordingUnusable),
)
async def add_template(
    data: JSONBody[NewTemplate], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> TemplateList:
    """Add a ready answer."""
    return await wording.add_template(tx, data, me)


@put(
    "/v1/agency/templates/{template_id:int}",
    operation_id="change_template",
    guards=DESKS,
    responses=problems(NotAllowed, TemplateNotFound, WordingUnusable),
)
async def change_template(
    template_id: TemplateId,
    data: JSONBody[NewTemplate],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> TemplateList:
    """Change a ready answer; what was answered with it stays as it was sent."""
    return await wording.change_template(tx, template_id, data, me)


@delete(
    "/v1/agency/templates/{template_id:int}",
    operation_id="delete_template",
    status_code=200,
    guards=DESKS,
    responses=problems(TemplateNotFound),
)
async def delete_template(
    template_id: TemplateId, tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> TemplateList:
    """Take a ready answer away."""
    return await wording.delete_template(tx, template_id, me)


@get(
    "/v1/admin/report-ladder",
    operation_id="read_report_ladder",
    cache_control=NEVER,
    guards=[needs(Role.OFFICER, Role.ADMIN)],
)
async def read_report_ladder(db: NamedDependency[Connection]) -> Ladder:
    """Who is told when so much of a case's time is used up, lowest rung first."""
    return await wording.read_ladder(db)


@put(
    "/v1/admin/report-ladder",
    operation_id="put_report_ladder",
    guards=[needs(Role.ADMIN)],
    responses=problems(NotAllowed, WordingUnusable),
)
async def put_report_ladder(
    data: JSONBody[Ladder], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> Ladder:
    """Change the ladder for every open case from now on."""
    return await wording.put_ladder(tx, data, me)


HANDLERS = [
    list_kept_templates,
    add_template,
    change_template,
    delete_template,
    read_report_ladder,
    put_report_ladder,
]
