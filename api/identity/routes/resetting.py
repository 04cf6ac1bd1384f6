"""HTTP of second factors taken away: administrators help who lost app and paper, and see who did what."""

from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter

from api.identity import rules
from api.identity.actions import resetting as actions
from api.identity.contracts import ResetReason, SecondFactorReset
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]


@post(
    "/v1/admin/people/{person_id:uuid}/second-factor/reset",
    operation_id="reset_second_factor",
    guards=[needs(Role.ADMIN)],
    responses=problems(rules.OwnSecondFactor, rules.NoSecondFactor, Invalid),
)
async def reset_second_factor(
    tx: Tx, me: MePrincipal, person_id: FromPath[UUID], data: JSONBody[ResetReason]
) -> SecondFactorReset:
    """Take away the second factor of who lost app and recovery codes. Recognise them in person first.

    They are signed out everywhere, told in their inbox, and enrol anew at the next sign-in.
    """
    return await actions.reset_second_factor(tx, me, person_id, data.reason)


@get(
    "/v1/admin/second-factor-resets",
    operation_id="list_second_factor_resets",
    guards=[needs(Role.ADMIN)],
    responses=problems(Invalid),
)
async def list_resets(db: Db, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT) -> Page[SecondFactorReset]:
    """Second factors that were taken away: whose, by whom, when and why, newest first."""
    return await actions.list_resets(db, cursor=cursor, limit=limit)


HANDLERS = (reset_second_factor, list_resets)
