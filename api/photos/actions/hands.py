"""The threads in which photos are decoded."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
HANDS = ThreadPoolExecutor(2, "photos")
"""Decoders at work at one time in this process: what bounds its memory."""


async def in_hands(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Let the decoders' threads do it."""
    return await asyncio.get_running_loop().run_in_executor(HANDS, partial(work, *args, **kwargs))
