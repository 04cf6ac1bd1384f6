"""Photos at the door and in the worker: nothing of the sender's metadata, the right way up, or refused."""

import contextlib
import io
import time

import pytest
from PIL import Image

from api.kit.derivatives import derive
from api.kit.images import ImageFault, ImageKind, ImageRefused, judge
from tests.given import photos

MAKERS = {
    ImageKind.JPEG: photos.jpeg,
    ImageKind.PNG: photos.png,
    ImageKind.WEBP: photos.webp,
    ImageKind.HEIC: photos.heic,
}


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 70 for a, b in zip(pixel, colour, strict=True))


@pytest.fixture(scope="module")
def phone_jpeg() -> bytes:
    return photos.jpeg()


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_is_known_by_its_bytes(kind: ImageKind) -> None:
    data = MAKERS[kind](400, 300)
    judged = judge(data)
    assert judged.kind is kind
    assert (judged.stripped is None) == (kind is ImageKind.HEIC)


@pytest.mark.parametrize("kind", [ImageKind.JPEG, ImageKind.PNG, ImageKind.WEBP])
def test_stripping_takes_the_markers_and_leaves_the_pixels(kind: ImageKind) -> None:
    data = MAKERS[kind](400, 300)
    assert photos.SERIAL.encode() in data
    stripped = judge(data).stripped
    assert stripped is not None
    assert not [marker for marker in photos.MARKERS if marker in stripped]
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(stripped)) as after:
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
        assert dict(after.getexif()) == {0x0112: 6}
        assert not after.getexif().get_ifd(0x8825)
        assert "comment" not in after.info
        assert "xmp" not in after.info


def test_an_upright_photo_keeps_no_exif_at_all() -> None:
    stripped = judge(photos.jpeg(400, 300, orientation=1)).stripped
    assert stripped is not None
    assert b"Exif" not in stripped


@pytest.mark.parametrize("kind", MAKERS)
def test_copies_are_upright_small_and_bare(kind: ImageKind) -> None:
    copies = {copy.name: copy for copy in derive(MAKERS[kind](1680, 1260))}
    assert (copies["large"].width, copies["large"].height) == (1200, 1600)
    assert (copies["small"].width, copies["small"].height) == (360, 480)
    for copy in copies.values():
        assert not [
            marker for marker in (*photos.MARKERS, b"EXIF", b"XMP ", b"ICCP") if marker in copy.content
        ]
        with Image.open(io.BytesIO(copy.content)) as image:
            assert image.format == "WEBP"
            assert near(image.getpixel((image.width // 2, image.height // 10)), photos.TOP)
            assert near(image.getpixel((image.width // 2, image.height * 9 // 10)), photos.BOTTOM)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_ends_as_a_viewer_would_show_it(orientation: int) -> None:
    from PIL import ImageOps  # noqa: PLC0415

    data = photos.jpeg(640, 480, orientation)
    with Image.open(io.BytesIO(data)) as image:
        shown = ImageOps.exif_transpose(image)
    stripped = judge(data).stripped
    assert stripped is not None
    large = derive(stripped)[0]
    with Image.open(io.BytesIO(large.content)) as image:
        assert image.size == shown.size
        for x, y in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)):
            at = (int(shown.width * x), int(shown.height * y))
            seen = shown.getpixel(at)
            assert isinstance(seen, tuple)
            assert near(image.getpixel(at), (int(seen[0]), int(seen[1]), int(seen[2])))


def test_a_small_photo_is_not_blown_up() -> None:
    assert {(copy.width, copy.height) for copy in derive(photos.png(40, 30, 1))} == {(40, 30)}


def test_stripping_12_megapixels_is_cheap(phone_jpeg: bytes) -> None:
    judge(phone_jpeg)
    spent = []
    for _ in range(5):
        start = time.process_time()
        judge(phone_jpeg)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.05


def test_a_jpeg_of_endless_passes_is_refused_before_any_decoder_sees_them() -> None:
    out = io.BytesIO()
    Image.new("L", (400, 300), 128).save(out, "JPEG", progressive=True)
    whole = out.getvalue()
    assert judge(whole).stripped is not None
    last = whole[whole.rindex(b"\xff\xda") : -2]
    with pytest.raises(ImageRefused) as refused:
        judge(whole[:-2] + last * 100 + b"\xff\xd9")
    assert refused.value.fault is ImageFault.TOO_MANY_SCANS


def test_a_motion_photo_loses_its_film() -> None:
    film = b"\0\0\0\x18ftypmp42" + b"film" * 100
    stripped = judge(photos.jpeg(400, 300, tail=film)).stripped
    assert stripped is not None
    assert b"film" not in stripped
    assert stripped.endswith(b"\xff\xd9")


@pytest.mark.parametrize(
    "tail",
    [
        b"<script>alert(1)</script>",
        b"<HTML><body>",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"<?php echo 1;",
        b"<svg onload=x>",
    ],
)
def test_a_polyglot_is_refused(tail: bytes) -> None:
    with pytest.raises(ImageRefused) as refused:
        judge(photos.jpeg(400, 300, tail=b"x" * 50 + tail))
    assert refused.value.fault is ImageFault.HIDDEN_CONTENT


def test_a_polyglot_in_a_comment_is_refused() -> None:
    out = io.BytesIO()
    photos.picture(80, 60).save(out, "JPEG", comment=b"*/<script src=x></script>")
    with pytest.raises(ImageRefused) as refused:
        judge(out.getvalue())
    assert refused.value.fault is ImageFault.HIDDEN_CONTENT


def test_a_bomb_is_refused_at_the_door_and_in_the_worker() -> None:
    for check in (judge, derive):
        with pytest.raises(ImageRefused) as refused:
            check(photos.bomb())
        assert refused.value.fault is ImageFault.TOO_MANY_PIXELS


@pytest.mark.parametrize("kind", [ImageKind.JPEG, ImageKind.PNG, ImageKind.WEBP])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_cut_photo_is_refused_at_the_door(kind: ImageKind, share: float) -> None:
    data = MAKERS[kind](400, 300)
    with pytest.raises(ImageRefused) as refused:
        judge(data[: int(len(data) * share)])
    assert refused.value.fault is ImageFault.CUT_SHORT


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_cut_heic_is_refused_by_the_worker_at_the_latest(share: float) -> None:
    data = photos.heic()
    with pytest.raises(ImageRefused):
        derive(data[: int(len(data) * share)])


@pytest.mark.parametrize("bit", [0x01, 0x10, 0xFF])
def test_a_heic_with_any_broken_setting_is_copied_or_refused_never_tried_for_ever(bit: int) -> None:
    whole = photos.heic(64, 48)
    settings = whole.index(b"hvcC") + 4
    for place in range(settings, settings + 110):
        data = bytearray(whole)
        data[place] ^= bit
        with contextlib.suppress(ImageRefused):
            assert derive(bytes(data))


def test_broken_pixels_are_refused_by_the_worker() -> None:
    data = bytearray(photos.png(400, 300))
    start = data.index(b"IDAT") + 40
    data[start : start + 400] = b"\xaa" * 400
    with pytest.raises(ImageRefused):
        derive(bytes(data))


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a" + b"\0" * 50, b"<html>", b"%PDF-1.7", b"BM" + b"\0" * 60, b"\0" * 500]
)
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(ImageRefused) as refused:
        judge(data)
    assert refused.value.fault is ImageFault.NOT_AN_IMAGE


def test_a_wide_gamut_photo_keeps_its_colour_without_its_profile() -> None:
    from PIL import ImageCms  # noqa: PLC0415

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = io.BytesIO()
    Image.new("RGB", (64, 64), (180, 90, 40)).save(out, "JPEG", icc_profile=profile, quality=95)
    large = derive(out.getvalue())[0]
    assert b"ICCP" not in large.content
    with Image.open(io.BytesIO(large.content)) as image:
        assert near(image.getpixel((32, 32)), (180, 90, 40))


def test_a_transparent_picture_is_put_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(derive(out.getvalue())[0].content)) as image:
        assert near(image.getpixel((32, 32)), (255, 255, 255))
