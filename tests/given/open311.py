"""Open311 as other systems speak it to us."""

from typing import Any
from urllib.parse import urlencode

import httpx
from asyncpg import Record

from api.dossiers.actions.keys import create_key
from api.dossiers.contracts.integration import KeyScope
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.reports import accepted, answered, reported
from tests.given.work import run_outbox

V2 = "/open311/v2"
KEY = "khoa-cua-he-thong-khac"
FIND_POSTED = """
select r.id, r.code, r.description, r.commune_confirmed, r.accuracy_m, u.code as commune, p.contact_phone
from report r join admin_unit u on u.id = r.commune_id left join report_reporter p on p.report_id = r.id
"""


async def with_key(tx: Connection, settings: Settings) -> None:
    """A key that may post, and nothing else."""
    await create_key(
        tx,
        system="he-thong-khac",
        name="Hệ thống khác",
        settings=settings,
        key=KEY,
        scopes=[KeyScope.REPORTS],
    )


async def post(
    client: httpx.AsyncClient, fields: dict[str, Any], headers: dict[str, str] | None = None
) -> httpx.Response:
    """A form, as Open311 clients send it."""
    answer = await client.post(
        f"{V2}/requests.json",
        content=urlencode({"api_key": KEY, **fields}, doseq=True),
        headers={"Content-Type": "application/x-www-form-urlencoded", **(headers or {})},
    )
    assert answer.status_code == 201, answer.text
    return answer


async def posted_report(tx: Connection, files: Files, settings: Settings) -> Record:
    """The one report there is after the jobs have run."""
    await run_outbox(tx, files, settings)
    [row] = await tx.fetch(FIND_POSTED)
    return row


async def cases_of_each_kind(tx: Connection, settings: Settings) -> dict[str, str]:
    """One case of each kind, by what it is: only `open` and `closed` are public."""
    codes = {}
    for name in ("open", "closed", "unpublished"):
        said = f"Đèn tắt ]]> & <{name}>\x0b gọi 0987001122"
        receipt = await reported(tx, settings, description=said, contact_phone="0987001122")
        codes[name] = receipt.code
        if name == "open":
            await accepted(tx, settings, receipt.id)
        if name == "closed":
            await answered(tx, settings, receipt.id)
    secret = await reported(tx, settings, category_code="an-ninh", description="Kín")
    codes["secret"] = secret.code
    await tx.execute("update report set accuracy_m = 9000 where code = $1", codes["closed"])
    return codes
