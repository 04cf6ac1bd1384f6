"""Pictures with something in them that nobody may read, drawn here."""

import io

from PIL import Image, ImageDraw, ImageFont

PLATE = (0.60, 0.70, 0.25, 0.10)
"""Where the plate is in `street`, in parts of the picture."""


def street(width: int = 200, height: int = 150) -> bytes:
    """A picture whose right lower part is a plate in black on white."""
    image = Image.new("RGB", (width, height), (90, 130, 90))
    draw = ImageDraw.Draw(image)
    x, y, w, h = PLATE
    box = (x * width, y * height, (x + w) * width, (y + h) * height)
    draw.rectangle(box, fill="white")
    for line in range(8):
        left = box[0] + (line + 0.5) * (box[2] - box[0]) / 8
        draw.line((left, box[1] + 2, left, box[3] - 2), fill="black", width=2)
    draw.text((5, 5), "x", font=ImageFont.load_default())
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def contrast(content: bytes, box: tuple[float, float, float, float] = PLATE) -> int:
    """The range of grey inside a part of a picture: what is left to read in it."""
    with Image.open(io.BytesIO(content)) as image:
        width, height = image.size
        x, y, w, h = box
        part = image.convert("L").crop(
            (
                round(x * width) + 2,
                round(y * height) + 2,
                round((x + w) * width) - 2,
                round((y + h) * height) - 2,
            )
        )
        low, high = part.getextrema()
    return int(high) - int(low)  # type: ignore[arg-type]  # one band, so two numbers
