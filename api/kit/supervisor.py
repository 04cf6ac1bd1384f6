"""Keeps a set of child processes running: in order, with back-off, until told to stop."""

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from api.kit.children import ChildError
from api.kit.log import logger

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY_SECONDS = 60.0
"""After so long without a crash the pause is short again."""
LOOK_SECONDS = 0.1
log = logger("supervisor")


class StopAskedError(Exception):
    """Ctrl-C or SIGTERM came."""


def raise_stop(_: int, __: FrameType | None) -> None:
    """Turn the first signal into an exception; the clean-up that follows is not interrupted."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise StopAskedError


class Watched:
    """One service: how to start and stop it, and how often it has been failing."""

    def __init__(
        self, name: str, start: Callable[[], None], alive: Callable[[], bool], stop: Callable[[], None]
    ) -> None:
        self.name, self.start, self.alive, self.stop = name, start, alive, stop
        self.pause, self.started, self.again_at = FIRST_PAUSE, 0.0, 0.0

    def begin(self) -> None:
        """Start it."""
        self.started, self.again_at = time.monotonic(), 0.0
        self.start()

    def look(self, now: float) -> None:
        """Start it again when it ended, a little later each time."""
        if self.again_at:
            if now >= self.again_at:
                try:
                    self.begin()
                except ChildError as error:
                    log.warning("start_failed", service=self.name, error=str(error))
                    self.wait(now)
        elif not self.alive():
            log.warning("service_ended", service=self.name, again_in=self.pause)
            self.wait(now)

    def wait(self, now: float) -> None:
        """Note when to try again."""
        if now - self.started > STEADY_SECONDS:
            self.pause = FIRST_PAUSE
        self.again_at, self.pause = now + self.pause, min(self.pause * 2, LONGEST_PAUSE)


class Supervisor:
    """Services in the order they lean on each other: started forwards, stopped backwards."""

    def __init__(self) -> None:
        self.services: list[Watched] = []
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, raise_stop)

    def add(self, service: Watched) -> None:
        """Start a service and keep it running from now on."""
        self.services.append(service)
        service.begin()

    def watch(self) -> None:
        """Look after the services until a signal comes."""
        while True:
            now = time.monotonic()
            for service in self.services:
                service.look(now)
            time.sleep(LOOK_SECONDS)

    def stop(self) -> None:
        """Stop everything, the last started first."""
        while self.services:
            service = self.services.pop()
            try:
                service.stop()
            except OSError as error:
                sys.stderr.write(f"{service.name}: {error}\n")
