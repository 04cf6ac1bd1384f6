"""Zalo's own uploader: a form from outside the page, no header of ours, its answer always 200."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given import photos
from tests.given.reports import demo_province, reported
from tests.given.time import frozen

ONE, TWO, THREE = photos.jpeg(320, 240), photos.jpeg(240, 320), photos.jpeg(320, 320)


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


async def address_of(client: httpx.AsyncClient, receipt: Any) -> str:
    """Where the uploader is sent, as a path of the product."""
    answer = await client.post(
        f"/v1/reports/{receipt.id}/photos/native-address", headers={"X-Tracking-Key": receipt.tracking_key}
    )
    assert (answer.status_code, answer.json()["max_bytes"]) == (200, 12 * 1024 * 1024)
    parts = urlsplit(answer.json()["url"])
    return f"{parts.path}?{parts.query}"


async def upload(
    client: httpx.AsyncClient, address: str, *contents: bytes, name: str = "file"
) -> dict[str, Any]:
    """As the native client posts: multipart, no Origin, no Authorization."""
    files = [(name, ("image.jpg", content, "image/jpeg")) for content in contents]
    answer = await client.post(address, files=files)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


async def places(tx: Connection) -> list[int]:
    """Which positions are filled."""
    return [row["position"] for row in await tx.fetch("select position from photo order by position")]


async def test_photos_come_in_one_request_or_in_several_and_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    receipt = await reported(tx, settings, photo_count=3)
    address = await address_of(client, receipt)
    first = await upload(client, address, ONE, TWO)
    assert (first["error"], first["message"], len(first["data"]["urls"])) == (0, "Success", 2)
    again = await upload(client, address, TWO, ONE)
    assert [each.split("?")[0] for each in again["data"]["urls"]] == [
        each.split("?")[0] for each in reversed(first["data"]["urls"])
    ]
    assert (await upload(client, address, THREE))["error"] == 0
    assert await places(tx) == [0, 1, 2]
    full = await upload(client, address, photos.jpeg(400, 100))
    assert (full["error"], full["message"]) == (-1, "Phản ánh này không nhận thêm ảnh")
    assert full["data"] is None
    assert await places(tx) == [0, 1, 2]


async def test_the_address_is_the_reporters_and_ends(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    receipt, other = await reported(tx, settings, photo_count=1), await reported(tx, settings, photo_count=1)
    assert (await client.post(f"/v1/reports/{receipt.id}/photos/native-address")).status_code == 404
    address = await address_of(client, receipt)
    for wrong in (
        address.replace(str(receipt.id), str(other.id)),
        address[:-1] + ("0" if address[-1] != "0" else "1"),
        address.split("?")[0],
    ):
        assert (await upload(client, wrong, ONE))["error"] == -1
    with frozen(now() + timedelta(minutes=11)):
        assert (await upload(client, address, ONE))["error"] == -1
    assert await places(tx) == []
    assert (await upload(client, address, ONE))["error"] == 0


async def test_what_is_no_photo_is_refused_in_words(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    address = await address_of(client, await reported(tx, settings, photo_count=1))
    assert (await upload(client, address, b"no photo"))["message"].startswith("Tệp này không phải ảnh")
    assert (await upload(client, address, ONE, name="image"))["error"] == -1
    for body, kind in (
        (b"", "multipart/form-data; boundary=x"),
        (b"x", "text/plain"),
        (b"{}", "multipart/form-data"),
    ):
        answer = await client.post(address, content=body, headers={"Content-Type": kind})
        assert answer.status_code in (200, 400)
        if answer.status_code == 200:
            assert answer.json()["error"] == -1
    assert await places(tx) == []
