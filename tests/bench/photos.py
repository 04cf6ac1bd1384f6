"""Photos: our pipeline beside naive Pillow in the same run, each in a process of its own.

`python -m tests.bench photos`. Both make the two WebP copies (1600 and 480) of a phone's 12-megapixel JPEG lying on
its side. Naive: open, turn, resize, save, as the first answer to the question shows. `photos` is ours with the search
for faces and plates, which naive Pillow does not do; `photos_bare` without. The limit of memory is 120 MB.
`photos_plates`: how many plates of the drawn streets (tests/given/plates.py) are hidden.
"""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from typing import Any

PHOTOS = 12
STREETS = 20
LIMIT_MB = 120
OURS = """
from api.kit.derivatives import shown, upright
from api.kit.spotting import spotted
def work(data):
    picture = upright(data)
    shown(picture, spotted(picture))
"""
BARE = """
from api.kit.derivatives import derive as work
"""
NAIVE = """
import io
from PIL import Image, ImageOps
def work(data):
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    for side in (1600, 480):
        copy = upright.copy()
        copy.thumbnail((side, side), Image.Resampling.LANCZOS)
        copy.save(io.BytesIO(), "WEBP", quality=80)
"""
MEASURE = """
import json, sys, time
data = sys.stdin.buffer.read()
work(data)
times = []
for _ in range(%d):
    begun = time.process_time()
    work(data)
    times.append(time.process_time() - begun)
lines = open("/proc/self/status").read().splitlines()
peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
print(json.dumps({"times": times, "peak": peak}))
"""


def photo() -> bytes:
    """12 megapixels of streets and sky: smooth parts, edges and a little noise, as cameras see."""
    from PIL import Image, ImageDraw, ImageFilter  # noqa: PLC0415  not in the process that is measured

    from tests.given.photos import exif  # noqa: PLC0415

    image = Image.linear_gradient("L").resize((4000, 3000)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for house in range(60):
        left, top = house * 331 % 3800, 600 + house * 197 % 1800
        draw.rectangle((left, top, left + 240, top + 420), fill=(house * 4, 90 + house, 200 - house * 2))
        draw.line((left, top, left + 400, top + 500), fill="white", width=5)
    noise = Image.effect_noise((1000, 750), 30).resize(image.size).convert("RGB")
    image = Image.blend(image.filter(ImageFilter.GaussianBlur(1)), noise, 0.12)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90, exif=exif(6))
    return out.getvalue()


def measured(code: str, data: bytes) -> dict[str, Any]:
    """CPU seconds of each photo and the peak of memory in MB, in a new process."""
    command = [sys.executable, "-c", code + MEASURE % PHOTOS]
    said = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    found: dict[str, Any] = json.loads(said)
    return found


def main(tell: Callable[[str], object]) -> None:
    """Print two lines for each of ours, CPU beside naive Pillow and the peak of memory beside its limit; then recall."""
    data = photo()
    naive = measured(NAIVE, data)
    peer = median(naive["times"])
    for name, code in (("photos", OURS), ("photos_bare", BARE)):
        found = measured(code, data)
        mine = median(found["times"])
        speed = {
            "bench": name, "value": round(mine * 1000, 1), "unit": "ms CPU a 12 MP photo",
            "peer": round(peer * 1000, 1), "ratio": round(peer / mine, 2), "target": 2.0,
        }  # fmt: skip
        memory = {
            "bench": f"{name}_rss", "value": round(found["peak"], 1), "unit": "MB at most",
            "peer": round(naive["peak"], 1), "limit": LIMIT_MB, "ratio": round(LIMIT_MB / found["peak"], 2),
        }  # fmt: skip
        for line in (speed, memory):
            tell(json.dumps(line))
    from tests.given.plates import recall  # noqa: PLC0415  not in the process that is measured

    hidden, plates, wrong = recall(STREETS)
    line = {
        "bench": "photos_plates", "value": round(hidden / plates, 3), "unit": f"of {plates} drawn plates hidden",
        "wrong": wrong, "target": 0.9,
    }  # fmt: skip
    tell(json.dumps(line))
