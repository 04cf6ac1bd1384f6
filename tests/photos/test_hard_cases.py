"""Photos of every kind and every trick, as the list of hard cases has them."""

from typing import Any

import httpx
import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given import photos
from tests.given.moderation import looked_at
from tests.given.reports import accepted, demo_province, reported
from tests.given.work import run_outbox


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


async def put(client: httpx.AsyncClient, receipt: Any, data: bytes, position: int = 0) -> httpx.Response:
    """Send one photo with the tracking key."""
    path = f"/v1/reports/{receipt.id}/photos/{position}"
    return await client.put(path, content=data, headers={"X-Tracking-Key": receipt.tracking_key})


async def test_hard_case_6_every_kind_ends_upright_and_every_trick_is_refused_in_vietnamese(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    """HEIC and WebP lying on their side, a polyglot, a bomb, more than 12 MB."""
    report = await reported(tx, settings, photo_count=2)
    for position, data in enumerate((photos.heic(160, 120), photos.webp(160, 120))):
        assert (await put(client, report, data, position)).status_code == 201
    await run_outbox(tx, files, settings)
    await accepted(tx, settings, report.id)
    await looked_at(tx, report.id)
    for shown in (await client.get(f"/v1/reports/{report.id}")).json()["photos"]:
        assert (shown["width"], shown["height"]) == (120, 160)
    other = await reported(tx, settings, photo_count=1)
    too_large = b"\xff\xd8\xff" + b"\0" * (12 * 1024 * 1024 - 2)
    for data, status, words in (
        (photos.jpeg(64, 48, tail=b"<script>alert(1)</script>"), 422, "chứa nội dung khác"),
        (photos.bomb(), 422, "25 triệu điểm ảnh"),
        (too_large, 413, "12 MB"),
        (b"GIF89a", 422, "không phải ảnh"),
    ):
        answer = await put(client, other, data)
        said = answer.json()
        assert answer.status_code == status
        assert words in f"{said['title']} {said.get('detail')}"
