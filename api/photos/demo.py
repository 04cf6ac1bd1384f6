"""Pictures for the demo reports: drawn here, labelled, judged and re-encoded as a phone's are."""

import io
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from PIL import Image, ImageDraw, ImageFont

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection, fetch_all
from api.kit.files import Files, open_files
from api.kit.settings import Settings
from api.photos import rules, store
from api.photos.contracts import PhotoReceived

LIST_WITHOUT_PHOTOS = """
select r.id, r.category_code, r.photo_count, r.received_at
from report r
where r.demo and r.photo_count > 0
  and not exists (select from photo p where p.report_id = r.id and p.taken_for = 'report')
order by r.number
"""
SKIES = {"thien-tai": (120, 134, 146), "chay-no": (196, 130, 96), "ha-tang": (148, 190, 214)}
GROUNDS = {"thien-tai": (134, 118, 92), "moi-truong": (110, 140, 92), "ha-tang": (104, 104, 108)}
WIDTH, HEIGHT = 1280, 960
MINUTE = timedelta(minutes=1)


class Bare(msgspec.Struct, frozen=True, kw_only=True):
    """A demo report that announced photos and has none."""

    id: UUID
    category_code: str
    photo_count: int
    received_at: datetime


def drawn(category: str, number: int, *, repaired: bool = False) -> bytes:
    """A small street scene in the colours of its subject, plainly not a photograph; `repaired`: all is well."""
    root = category.partition(".")[0]
    image = Image.new("RGB", (WIDTH, HEIGHT), SKIES.get(root, (158, 196, 216)))
    draw = ImageDraw.Draw(image)
    horizon = 380 + number % 3 * 40
    draw.rectangle((0, horizon, WIDTH, HEIGHT), fill=GROUNDS.get(root, (126, 126, 122)))
    for house in range(5):
        left, high = house * 260 + number * 17 % 90, 120 + (house * 61 + number * 37) % 150
        tone = 150 + (house * 29 + number * 13) % 80
        draw.rectangle((left, horizon - high, left + 190, horizon), fill=(tone, tone - 24, tone - 50))
    draw.polygon(((420, horizon), (860, horizon), (1240, HEIGHT), (40, HEIGHT)), fill=(84, 84, 88))
    spot = 500 + number * 53 % 260
    hole, rim = ((120, 120, 124), (60, 150, 90)) if repaired else ((46, 44, 46), (210, 60, 40))
    draw.ellipse((spot, horizon + 210, spot + 300, horizon + 330), fill=hole, outline=rim, width=10)
    font = ImageFont.load_default(size=72)
    draw.text(
        (WIDTH - 40, 30),
        "DEMO",
        anchor="ra",
        font=font,
        fill=(255, 255, 255),
        stroke_width=4,
        stroke_fill=(0, 0, 0),
    )
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82)
    return out.getvalue()


async def show_result(tx: Connection, settings: Settings, report_id: UUID, category: str) -> None:
    """A picture of the result, as the agency sends before it answers."""
    data = drawn(category, report_id.int % 89, repaired=True)
    await hang(tx, open_files(settings), report_id, 0, data, at=now(), taken_for=store.ANSWER)


async def load_demo(tx: Connection, settings: Settings) -> None:
    """Send the pictures as of the minute after each report, once; the demo reports must be there."""
    files = open_files(settings)
    for number, report in enumerate(await fetch_all(tx, LIST_WITHOUT_PHOTOS, into=Bare)):
        for position in range(report.photo_count):
            data = drawn(report.category_code, number * 4 + position)
            at = report.received_at + MINUTE
            await hang(tx, files, report.id, position, data, at=at, taken_for=store.REPORT)


async def hang(
    tx: Connection, files: Files, report_id: UUID, position: int, data: bytes, *, at: datetime, taken_for: str
) -> None:
    """A picture that needs nobody's look."""
    laid = rules.let_in(data)
    await files.put(rules.original_key(laid.id, laid.sha256), laid.judged.stripped or data, laid.judged.kind)
    photo = await store.put_photo(
        tx, report_id, position=position, laid=laid, hidden=False, at=at, taken_for=taken_for
    )
    if photo is not None:
        await outbox.emit(tx, PhotoReceived(photo_id=photo.id))
