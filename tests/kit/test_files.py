"""Files by key, in a folder."""

from pathlib import Path

import pytest

from api.kit.files import open_files
from api.kit.settings import Settings
from tests.given.s3 import s3


def settings(folder: Path, url: str = "") -> Settings:
    return Settings(database_url="x", secret_key="s" * 32, data_dir=str(folder), files_url=url)


async def test_what_is_put_comes_back_until_deleted(tmp_path: Path) -> None:
    files = open_files(settings(tmp_path))
    await files.put("photo/1/original", b"\xff\xd8abc", "image/jpeg")
    assert await files.get("photo/1/original") == b"\xff\xd8abc"
    await files.put("photo/1/original", b"new", "image/jpeg")
    assert await files.get("photo/1/original") == b"new"
    assert (tmp_path / "files/photo/1/original").read_bytes() == b"new"
    await files.delete("photo/1/original")
    await files.delete("photo/1/original")
    assert await files.get("photo/1/original") is None


async def test_files_outlive_the_store(tmp_path: Path) -> None:
    await open_files(settings(tmp_path)).put("a", b"1", "text/plain")
    assert await open_files(settings(tmp_path)).get("a") == b"1"


async def test_another_store_by_url(tmp_path: Path) -> None:
    files = open_files(settings(tmp_path, "memory://"))
    await files.put("a/b", b"1", "text/plain")
    assert await files.get("a/b") == b"1"
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240  an empty folder


async def test_an_s3_server_by_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any that speaks S3: address and keys as every tool for it reads them."""
    with s3() as (address, kept):
        for name, value in (
            ("AWS_ENDPOINT_URL", address),
            ("AWS_ACCESS_KEY_ID", "test-key"),
            ("AWS_SECRET_ACCESS_KEY", "test-secret"),
            ("AWS_REGION", "hue"),
        ):
            monkeypatch.setenv(name, value)
        files = open_files(settings(tmp_path, "s3://photos/of-hue"))
        await files.put("photos/1/large.webp", b"RIFF", "image/webp")
        assert kept == {"/photos/of-hue/photos/1/large.webp": (b"RIFF", "image/webp")}
        assert await files.get("photos/1/large.webp") == b"RIFF"
        assert await files.get("photos/2/large.webp") is None
        await files.delete("photos/1/large.webp")
        await files.delete("photos/1/large.webp")
        assert await files.get("photos/1/large.webp") is None
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240  an empty folder


async def test_a_key_cannot_leave_the_folder(tmp_path: Path) -> None:
    files = open_files(settings(tmp_path))
    (tmp_path / "secret").write_text("s")
    with pytest.raises(Exception, match="secret"):
        await files.get("../secret")
