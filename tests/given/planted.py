"""A report full of marks of who sent it, and of nobody else's."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import msgspec

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from api.messages.contracts import Channel, Kind
from tests.given import photos
from tests.given.identity import signed_in
from tests.given.messages import person
from tests.given.reports import report_body
from tests.given.time import frozen
from tests.given.work import run_outbox

PHONE, CONTACT, NAME = "0987001122", "0912999888", "Dấu Vết Người Gửi"
DEVICE, DEVICE_ID, ADDRESS = "MayDienThoaiDauVet/7.7", "thiet-bi-dau-vet-7788", "203.0.113.77"
MAILBOX = "dau.vet@nguoi-gui.example"
SENT_AT = datetime(2026, 11, 20, 13, 47, 31, 987654, tzinfo=UTC)
TIPPED_AT = datetime(2026, 11, 20, 8, 53, 7, 654321, tzinfo=UTC)
"""By day, so that nothing waits for the morning."""
HAPPENED = "2026-11-20T12:34:56.789Z"
SECRET_WORDS = "Tụ điểm dấu vết sau kho số bốn"
"""Words of a sealed tip: for those who handle it, and for nobody else."""
WORDS = f"Loa to quá, gọi tôi {PHONE} hoặc 0912.999.888"


class Planted(msgspec.Struct, frozen=True, kw_only=True):
    """A report full of marks: what was sent, what came back, and what must never be seen."""

    id: UUID
    code: str
    photo_id: str
    marks: list[Any]


async def planted(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    *,
    at: datetime = SENT_AT,
    **changes: Any,
) -> Planted:
    """A reporter with a name, numbers, a device and an address, told by every way, sends a photo that says all of it."""
    told_by = {Kind.REPORT: tuple(Channel)}
    me = await person(tx, settings, phone=PHONE, agreed=told_by, email=MAILBOX, uid="uid-dau-vet")
    session = await signed_in(tx, settings, PHONE)
    await tx.execute("update person set display_name = $2 where id = $1", me, NAME)
    values = {"category_code": "moi-truong.tieng-on", "happened_at": HAPPENED, "contact_phone": CONTACT}
    body = report_body(**{**values, "description": WORDS, "photo_count": 1, **changes})
    told = {"User-Agent": DEVICE, "X-Forwarded-For": ADDRESS, "X-Device-Id": DEVICE_ID}
    bearer = {"Authorization": f"Bearer {session.access_token}", **told}
    with frozen(at):
        receipt = (await client.post("/v1/reports", json=body, headers=bearer)).json()
        key = {"X-Tracking-Key": receipt["tracking_key"], **told}
        path = f"/v1/reports/{body['id']}/photos/0"
        uploaded = await client.put(path, content=photos.jpeg(200, 150), headers=key)
        await run_outbox(tx, files, settings)
    assert uploaded.status_code == 201, uploaded.text
    marks = [
        session.me.id, NAME, PHONE, PHONE[1:], CONTACT, CONTACT[1:], "912.999.888", receipt["tracking_key"],
        session.refresh_token, DEVICE, DEVICE_ID, ADDRESS, MAILBOX, "uid-dau-vet", *photos.MARKERS,
    ]  # fmt: skip
    if receipt["id"] != body["id"]:
        marks.append(body["id"])  # the phone's own id says to the millisecond when the tip was written
    return Planted(id=UUID(receipt["id"]), code=receipt["code"], photo_id=uploaded.json()["id"], marks=marks)
