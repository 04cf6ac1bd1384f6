"""Pictures for the demo reports: drawn here, labelled, sent through the same door as a phone's."""

import io
from uuid import UUID

import msgspec
from PIL import Image, ImageDraw, ImageFont

from api.kit.clock import now
from api.kit.db import Connection, fetch_all
from api.kit.demo import told_at
from api.kit.files import open_files
from api.kit.settings import Settings
from api.kit.tracking import tracking_key
from api.photos import actions

LIST_WITHOUT_PHOTOS = """
select r.id, r.category_code, r.photo_count
from report r
where r.demo and r.open and r.photo_count > 0
  and not exists (select from photo p where p.report_id = r.id)
order by r.number
"""
SKIES = {"thien-tai": (120, 134, 146), "chay-no": (196, 130, 96), "ha-tang": (148, 190, 214)}
GROUNDS = {"thien-tai": (134, 118, 92), "moi-truong": (110, 140, 92), "ha-tang": (104, 104, 108)}
WIDTH, HEIGHT = 1280, 960


class Bare(msgspec.Struct, frozen=True, kw_only=True):
    """A demo report that announced photos and has none."""

    id: UUID
    category_code: str
    photo_count: int


def drawn(category: str, number: int) -> bytes:
    """A small street scene in the colours of its subject, plainly not a photograph."""
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
    draw.ellipse(
        (spot, horizon + 210, spot + 300, horizon + 330), fill=(46, 44, 46), outline=(210, 60, 40), width=10
    )
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


async def load_demo(tx: Connection, settings: Settings) -> None:
    """Send the pictures, once; the demo reports must be there."""
    files = open_files(settings)
    reports = await fetch_all(tx, LIST_WITHOUT_PHOTOS, into=Bare)
    for number, report in enumerate(reports):
        key = tracking_key(settings.secret_key, report.id)
        for position in range(report.photo_count):
            data = drawn(report.category_code, number * 4 + position)
            with told_at(now()):
                await actions.add(
                    tx, report.id, position, data, files=files, settings=settings, caller=None, key=key
                )
