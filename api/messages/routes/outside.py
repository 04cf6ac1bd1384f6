"""HTTP for carriers and mail readers: receipts at an address only they were given, and the link that stops e-mails.

eSMS tells by GET with its own names (developers.esms.vn "Callback Url"); everybody else sends a Receipt.
"""

from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.settings import Settings
from api.kit.tokens import equal
from api.messages.actions import preferences, receipts
from api.messages.contracts import Receipt
from api.messages.gateway.sms import receipts_key
from api.messages.rules import purposes
from api.messages.rules.receipts import receipt_of_esms
from api.web.limits import limited
from api.web.problems import problems

Tx = NamedDependency[Connection]
Config = NamedDependency[Settings]
PAGE = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>Ngõ Số</title><h1>{title}</h1><p>{text}</p>{form}</html>"
)
ASK = '<form method="post"><button>Dừng nhận loại thư này</button></form>'


def must_be_ours(settings: Settings, key: str) -> None:
    """The secret part of the address is the proof; LinkNotOurs otherwise."""
    if not equal(key, receipts_key(settings)):
        raise purposes.LinkNotOurs


@get(
    "/v1/receipts/{key:str}",
    operation_id="take_esms_receipt",
    status_code=200,
    responses=problems(purposes.LinkNotOurs),
)
async def take_esms(
    tx: Tx, settings: Config, request: Request[Any, Any, State], key: FromPath[str]
) -> dict[str, bool]:
    """ESMS tells what became of a message; one that is not ours is answered the same."""
    must_be_ours(settings, key)
    receipt = receipt_of_esms(dict(request.query_params.items()))
    if receipt is not None:
        await receipts.take_receipt(tx, receipt)
    return {"ok": True}


@post(
    "/v1/receipts/{key:str}",
    operation_id="take_receipt",
    status_code=200,
    responses=problems(purposes.LinkNotOurs, Invalid),
)
async def take(tx: Tx, settings: Config, data: JSONBody[Receipt], key: FromPath[str]) -> dict[str, bool]:
    """A carrier, or the reader of our bounce mailbox, tells what became of a message."""
    must_be_ours(settings, key)
    await receipts.take_receipt(tx, data)
    return {"ok": True}


@get(
    "/v1/unsubscribe/{token:str}",
    operation_id="ask_before_unsubscribing",
    guards=[limited(60)],
    media_type="text/html",
)
async def ask_before_leaving(token: FromPath[str]) -> Response[str]:  # noqa: ARG001  judged when it is used
    """A page with one button: mail scanners open links, so opening one must not decide anything."""
    text = "Hộp thư trong ứng dụng vẫn nhận đủ. Bạn có thể bật lại bất cứ lúc nào trong phần Thông báo."
    return Response(PAGE.format(title="Dừng nhận thư?", text=text, form=ASK), media_type="text/html")


@post(
    "/v1/unsubscribe/{token:str}",
    operation_id="unsubscribe_by_link",
    status_code=200,
    guards=[limited(60)],
    media_type="text/html",
    responses=problems(purposes.LinkNotOurs),
)
async def leave(tx: Tx, settings: Config, token: FromPath[str]) -> Response[str]:
    """No more e-mails of this kind: the button above, or a mail reader's own (RFC 8058)."""
    await preferences.leave(tx, settings, token)
    text = "Từ nay bạn không nhận loại thư này nữa."
    return Response(PAGE.format(title="Đã dừng", text=text, form=""), media_type="text/html")


HANDLERS = [take_esms, take, ask_before_leaving, leave]
