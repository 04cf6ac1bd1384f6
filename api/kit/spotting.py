"""Faces and number plates in a picture, found on this machine: suggestions for a person, never a promise.

OpenCV's own cascades (Viola and Jones), which come inside its package. What they find and what they miss on
labelled pictures stands in docs/decisions/0064: a person looks before anything is public.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PIL import Image

from api.kit.areas import Area, What

if TYPE_CHECKING:
    import cv2

LONG_SIDE = 640
"""Searched at this size: a face of 24 points in it is 4% of the picture."""
CASCADES = {
    "haarcascade_frontalface_alt2.xml": (What.FACE, 3, (24, 24)),
    "haarcascade_russian_plate_number.xml": (What.PLATE, 3, (40, 13)),
}
"""What a cascade finds, how many neighbours agree, and the smallest it looks for."""
STEP = 1.2
MOST = 24
ONE_AT_A_TIME = Lock()
"""A cascade keeps its working memory: two threads in one would spoil each other's."""


@lru_cache(maxsize=1)
def cascades() -> dict[str, "cv2.CascadeClassifier"]:
    """The cascades, read once a process; with the first photo, not with its start."""
    import cv2  # noqa: PLC0415  50 MB and 0.2 s that only a worker with a photo needs

    cv2.setNumThreads(1)
    folder = Path(cv2.__file__).parent / "data"
    return {name: cv2.CascadeClassifier(str(folder / name)) for name in CASCADES}


def spotted(picture: Image.Image) -> list[Area]:
    """Where faces and plates seem to be."""
    import numpy as np  # noqa: PLC0415  as above

    grey = picture.convert("L")
    grey.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.BILINEAR)
    pixels = np.asarray(grey)
    found: list[Area] = []
    with ONE_AT_A_TIME:
        for name, cascade in cascades().items():
            what, neighbours, smallest = CASCADES[name]
            boxes = cascade.detectMultiScale(pixels, STEP, neighbours, minSize=smallest)
            found += [area_of(box, grey.size, what) for box in boxes]
    return found[:MOST]


def area_of(box: Sequence[int], size: tuple[int, int], what: What) -> Area:
    """A box of pixels (left, upper, width, height) as parts of the picture."""
    left, upper, wide, high = map(int, box)
    width, height = size
    return Area(x=left / width, y=upper / height, w=wide / width, h=high / height, what=what)
