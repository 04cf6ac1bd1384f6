"""HTTP of messages: my own inbox."""

from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX
from api.kit.principal import Principal
from api.messages.actions import inbox as actions
from api.messages.contracts import Inbox
from api.messages.rules import inbox as rules
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]


@get("/v1/me/messages", operation_id="read_inbox", responses=problems(Invalid))
async def read_inbox(db: Db, me: MePrincipal, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT) -> Inbox:
    """My messages, newest first, and how many are unread."""
    return await actions.read_inbox(db, me, cursor=cursor, limit=limit)


@post(
    "/v1/me/messages/{message_id:uuid}/read",
    operation_id="mark_message_read",
    status_code=204,
    responses=problems(rules.MessageNotFound),
)
async def mark_message_read(tx: Tx, me: MePrincipal, message_id: FromPath[UUID]) -> None:
    """I have read this one; saying so again changes nothing."""
    await actions.mark_read(tx, me, message_id)


@post("/v1/me/messages/read-all", operation_id="mark_all_messages_read", status_code=204)
async def mark_all_messages_read(tx: Tx, me: MePrincipal) -> None:
    """I have read all of them."""
    await actions.mark_all_read(tx, me)


HANDLERS = [read_inbox, mark_message_read, mark_all_messages_read]
