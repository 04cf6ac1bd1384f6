"""Faces and number plates in a picture, found on this machine: suggestions for a person, never a promise.

Faces by OpenCV's own cascade (Viola and Jones), which comes inside its package; plates by their marks (`plates`). What
they find and what they miss on labelled pictures stands in docs/decisions/0064: a person looks before anything is public.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from PIL import Image

from api.kit import plates
from api.kit.areas import Area, What

if TYPE_CHECKING:
    import cv2

LONG_SIDE = 640
"""Faces are searched at this size: one of 24 points in it is 4% of the picture."""
CASCADE = "haarcascade_frontalface_alt2.xml"
SMALLEST, STEP, AGREEING = (24, 24), 1.2, 3
"""The smallest face, how much larger each next one is, and how many finds close together make one."""
MOST = 20
"""Of each kind: a moderator can still look at them all, and blur the whole picture where that is not enough."""
ONE_AT_A_TIME = Lock()
"""A cascade keeps its working memory: two threads in one would spoil each other's."""


@lru_cache(maxsize=1)
def cascade() -> "cv2.CascadeClassifier":
    """The cascade, read once a process; with the first photo, not with its start."""
    import cv2  # noqa: PLC0415  50 MB and 0.2 s that only a worker with a photo needs

    cv2.setNumThreads(1)
    return cv2.CascadeClassifier(str(Path(cv2.__file__).parent / "data" / CASCADE))


def spotted(picture: Image.Image) -> list[Area]:
    """Where faces and plates seem to be."""
    import numpy as np  # noqa: PLC0415  as above

    grey = picture.convert("L")
    with ONE_AT_A_TIME:
        search = cascade()
        grey.thumbnail((plates.LONG_SIDE, plates.LONG_SIDE), Image.Resampling.BILINEAR)
        signs = [area_of(box, grey.size, What.PLATE) for box in plates.plates(np.asarray(grey))]
        grey.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.BILINEAR)
        boxes: Any = search.detectMultiScale(np.asarray(grey), STEP, AGREEING, minSize=SMALLEST)
    faces = [area_of((x, y, x + wide, y + high), grey.size, What.FACE) for x, y, wide, high in boxes]
    return [*faces[:MOST], *signs[:MOST]]


def area_of(box: Sequence[float], size: tuple[int, int], what: What) -> Area:
    """A box of pixels (left, upper, right, lower), as far as it lies inside, as parts of the picture."""
    left, upper, right, lower = map(float, box)
    width, height = size
    x, y = max(0.0, left / width), max(0.0, upper / height)
    return Area(x=x, y=y, w=min(1.0, right / width) - x, h=min(1.0, lower / height) - y, what=what)
