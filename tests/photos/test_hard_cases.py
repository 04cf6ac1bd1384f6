"""Photos of every kind and every trick, as the list of hard cases has them."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given import photos
from tests.given.moderation import looked_at
from tests.given.reports import accepted, demo_province, report_body, reported
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


async def test_hard_case_5_the_public_file_has_no_exif_xmp_or_thumbnail_and_staff_see_that_it_was_elsewhere(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, as_role: Any
) -> None:
    """A photo with the phone's serial, a place 12 km off, XMP, and its own small picture inside."""
    thumbnail = b"Exif\0\0MM\0*\0\0\0\x08" + bytes(6) + b"planted-thumbnail" + photos.jpeg(32, 24)
    segment = b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    picture = photos.jpeg(200, 150)
    sent = picture[:2] + segment + picture[2:]
    marks = (*photos.MARKERS, b"planted-thumbnail", b"EXIF", b"XMP ", b"xmpmeta")
    assert {mark for mark in marks if mark in sent} > {b"planted-thumbnail", photos.SERIAL.encode()}
    body = report_body(photo_far_m=12_000, pin="hand", photo_count=1)
    told = (await client.post("/v1/reports", json=body)).json()
    assert any("12.0 km" in warning for warning in told["warnings"])
    key = {"X-Tracking-Key": told["tracking_key"]}
    assert (
        await client.put(f"/v1/reports/{told['id']}/photos/0", content=sent, headers=key)
    ).status_code == 201
    await run_outbox(tx, files, settings)
    await accepted(tx, settings, UUID(told["id"]))
    await looked_at(tx, UUID(told["id"]))
    (shown,) = (await client.get(f"/v1/reports/{told['id']}")).json()["photos"]
    for size in "large", "small":
        content = (await client.get(shown[size])).content
        assert content[:4] == b"RIFF"
        assert [mark for mark in marks if mark in content] == []
    around = await client.get(f"/v1/agency/reports/{told['id']}/around", headers=as_role(Role.HANDLER))
    assert around.json()["photo_elsewhere"] is True
    assert not [mark for mark in (b"12000", b"12.0", b"exif", *marks) if mark in around.content]
