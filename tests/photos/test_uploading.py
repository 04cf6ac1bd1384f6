"""Photos of a report: taken once, stripped at once, re-encoded by the worker, shown to whom they may be."""

import asyncio
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from api.kit.clock import now
from api.kit.db import Connection, Pool
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given import photos
from tests.given.moderation import looked_at
from tests.given.reports import accepted, citizen, closed, demo_province, reported
from tests.given.time import frozen
from tests.given.work import run_outbox

SMALL = photos.jpeg(640, 480)


@pytest.fixture(scope="module")
def phone_jpeg() -> bytes:
    """12 megapixels with GPS EXIF, lying on its side."""
    return photos.jpeg()


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


async def upload(
    client: httpx.AsyncClient, receipt: Any, data: bytes, position: int = 0, **headers: str
) -> httpx.Response:
    sent = headers or {"X-Tracking-Key": receipt.tracking_key}
    return await client.put(f"/v1/reports/{receipt.id}/photos/{position}", content=data, headers=sent)


async def stored(settings: Settings) -> dict[str, bytes]:
    """Every file on disk."""
    folder = Path(settings.data_dir) / "files"
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_a_12_megapixel_photo_with_gps_ends_bare_and_upright(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, phone_jpeg: bytes
) -> None:
    report = await reported(tx, settings, photo_count=1)
    answer = await upload(client, report, phone_jpeg)
    assert (answer.status_code, answer.json()["state"]) == (201, "waiting")
    for name, content in (await stored(settings)).items():
        assert not [marker for marker in photos.MARKERS if marker in content], name
    await run_outbox(tx, files, settings)
    await accepted(tx, settings, report.id)
    assert (await client.get(f"/v1/reports/{report.id}")).json()["photos"] == []
    await looked_at(tx, report.id)
    shown = (await client.get(f"/v1/reports/{report.id}")).json()["photos"][0]
    assert (shown["width"], shown["height"]) == (1200, 1600)
    for size, long in (("large", 1600), ("small", 480)):
        got = await client.get(shown[size])
        assert (got.status_code, got.headers["content-type"]) == (200, "image/webp")
        assert "public" in got.headers["cache-control"]
        assert not [
            marker for marker in (*photos.MARKERS, b"EXIF", b"XMP ", b"ICCP") if marker in got.content
        ]
        with Image.open(io.BytesIO(got.content)) as image:
            assert (image.format, max(image.size), image.height > image.width) == ("WEBP", long, True)
            assert not image.getexif()
    for name, content in (await stored(settings)).items():
        assert not [marker for marker in photos.MARKERS if marker in content], name


async def test_sending_again_changes_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings, photo_count=1)
    first, again = await upload(client, report, SMALL), await upload(client, report, SMALL)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'photo_received'") == 1


async def test_ten_copies_at_once_make_one_photo(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    async with database.acquire() as connection, connection.transaction():
        report = await reported(connection, settings, photo_count=1)
    answers = await asyncio.gather(*(upload(committing_client, report, SMALL) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert await database.fetchval("select count(*) from photo") == 1


async def test_another_photo_never_takes_the_place(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings, photo_count=1)
    await upload(client, report, SMALL)
    answer = await upload(client, report, photos.png())
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/photo-place-taken")


@pytest.mark.parametrize(("count", "position"), [(0, 0), (1, 2), (4, 5)])
async def test_a_photo_nobody_announced_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, count: int, position: int
) -> None:
    report = await reported(tx, settings, photo_count=count)
    answer = await upload(client, report, SMALL, position)
    assert answer.status_code in (409, 422)
    assert await tx.fetchval("select count(*) from photo") == 0


async def test_no_more_photos_than_announced(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings, photo_count=2)
    statuses = [(await upload(client, report, SMALL, position)).status_code for position in range(3)]
    assert statuses == [201, 201, 409]


async def test_only_the_reporter_adds_photos(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any
) -> None:
    mine = await reported(tx, settings, citizen(), photo_count=2)
    other = await reported(tx, settings, photo_count=1)
    assert (await upload(client, mine, SMALL, 0, **as_role(Role.CITIZEN))).status_code == 201
    for headers in (as_role(Role.HANDLER), {"X-Tracking-Key": other.tracking_key}, {"X-Nothing": "1"}):
        assert (await upload(client, mine, SMALL, 1, **headers)).status_code == 404


@pytest.mark.parametrize(
    ("data", "status", "fault"),
    [
        (b"", 422, "not_an_image"),
        (b"GIF89a" + b"\0" * 100, 422, "not_an_image"),
        (b"<html><script>", 422, "not_an_image"),
        (SMALL[: len(SMALL) // 2], 422, "cut_short"),
        (SMALL + b"<script>alert(1)</script>", 422, "hidden_content"),
        (photos.bomb(), 422, "too_many_pixels"),
        (SMALL + b"\0" * (12 * 1024 * 1024), 413, None),
    ],
    ids=["empty", "gif", "html", "truncated", "polyglot", "bomb", "over 12 MB"],
)
async def test_what_is_no_usable_photo_is_refused_in_vietnamese(
    *,
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    data: bytes,
    status: int,
    fault: str | None,
) -> None:
    report = await reported(tx, settings, photo_count=1)
    answer = await upload(client, report, data)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert not answer.json()["title"].isascii()
    if fault:
        assert answer.json()["extra"] == {"fault": fault}
        assert not answer.json()["detail"].isascii()
    assert await tx.fetchval("select count(*) from photo") == 0
    assert await stored(settings) == {}


async def test_the_content_type_header_is_not_believed(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings, photo_count=1)
    key = {"X-Tracking-Key": report.tracking_key, "Content-Type": "text/html"}
    answer = await upload(client, report, photos.png(), 0, **key)
    assert (answer.status_code, answer.json()["kind"]) == (201, "image/png")


async def test_heic_waits_in_quarantine_and_its_original_is_deleted(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, photo_count=1)
    assert (await upload(client, report, photos.heic())).status_code == 201
    assert any(photos.SERIAL.encode() in content for content in (await stored(settings)).values())
    await run_outbox(tx, files, settings)
    left = await stored(settings)
    assert set(left) == {"large.webp", "small.webp"}
    assert not [marker for marker in photos.MARKERS if any(marker in content for content in left.values())]


async def test_pixels_that_cannot_be_read_are_told_and_may_be_sent_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, citizen(), photo_count=1)
    broken = bytearray(photos.png())
    start = broken.index(b"IDAT") + 40
    broken[start : start + 400] = b"\xaa" * 400
    assert (await upload(client, report, bytes(broken))).status_code == 201
    await run_outbox(tx, files, settings)
    assert await stored(settings) == {}
    title = await tx.fetchval("select title from message where title like '%ảnh%' and title like 'Một%'")
    assert report.code in title
    assert (await upload(client, report, photos.png())).status_code == 201
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select array_agg(state) from photo") == ["ready"]


async def test_the_worker_may_die_and_come_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, photo_count=1)
    await upload(client, report, photos.heic())
    await run_outbox(tx, files, settings)
    await tx.execute("update outbox_event set done_at = null")
    await tx.execute("delete from outbox_job")
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select array_agg(state) from photo") == ["ready"]
    assert set(await stored(settings)) == {"large.webp", "small.webp"}


async def test_before_publication_only_the_reporter_and_the_handlers_see_it(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, as_role: Any
) -> None:
    report = await reported(tx, settings, photo_count=1)
    photo = (await upload(client, report, SMALL)).json()["id"]
    address = f"/v1/photos/{photo}/small"
    key = {"X-Tracking-Key": report.tracking_key}
    assert (await client.get(address, headers=key)).status_code == 404  # not derived yet
    await run_outbox(tx, files, settings)
    other = await reported(tx, settings)
    for headers, status in (
        ({}, 404),
        ({"X-Tracking-Key": other.tracking_key}, 404),
        (as_role(Role.CITIZEN), 404),
        (key, 200),
        (as_role(Role.HANDLER), 200),
        (as_role(Role.OFFICER), 200),
    ):
        answer = await client.get(address, headers=headers)
        assert answer.status_code == status, headers
        if status == 200:
            assert answer.headers["cache-control"] == "private, no-store"
    assert (await client.get(f"/v1/photos/{photo}/original")).status_code in (404, 422)


async def test_an_address_with_proof_works_for_an_hour(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, photo_count=1)
    await upload(client, report, SMALL)
    await run_outbox(tx, files, settings)
    mine = await client.get(f"/v1/me/reports/{report.id}", headers={"X-Tracking-Key": report.tracking_key})
    address = mine.json()["photos"][0]["small"]
    assert (await client.get(address)).status_code == 200
    assert (await client.get(address.replace("until=1", "until=2"))).status_code == 404
    with frozen(now() + timedelta(minutes=61)):
        assert (await client.get(address)).status_code == 404


async def test_a_photo_that_comes_after_publication_waits_for_eyes(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, photo_count=1)
    await accepted(tx, settings, report.id)
    photo = (await upload(client, report, SMALL)).json()["id"]
    await run_outbox(tx, files, settings)
    assert (await client.get(f"/v1/reports/{report.id}")).json()["photos"] == []
    assert (await client.get(f"/v1/photos/{photo}/large")).status_code == 404
    await looked_at(tx, report.id)
    assert [shown["id"] for shown in (await client.get(f"/v1/reports/{report.id}")).json()["photos"]] == [
        photo
    ]
    assert (await client.get(f"/v1/photos/{photo}/large")).status_code == 200


async def test_a_closed_case_takes_no_more(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings, photo_count=1)
    await closed(tx, settings, report.id)
    assert (await upload(client, report, SMALL)).status_code == 409
