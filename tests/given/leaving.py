"""What leaves the server otherwise than as an answer: letters of every carrier, cases sent on, names of stored files."""

from datetime import timedelta
from pathlib import Path

import httpx
import msgspec

from api.kit.clock import now
from api.kit.db import Connection, OneConnection
from api.kit.settings import Settings
from api.messages.contracts import Way
from api.messages.gateway.carrier import Letter
from api.messages.rules.outcomes import Came, Outcome
from tests.given.messages import drain, post_of
from tests.given.time import frozen
from workers.open311 import forward_due


class Recording:
    """A carrier that keeps every letter but its address, and reaches nobody: the next way is tried, to the last."""

    can_ask, price_vnd = False, 0

    def __init__(self) -> None:
        self.letters: list[bytes] = []

    async def send(self, letter: Letter) -> Outcome:
        """Keep a letter."""
        bare = msgspec.structs.replace(letter, phone=None, email=None, zalo_uid=None, browsers=())
        self.letters.append(msgspec.json.encode(bare))
        return Outcome(came=Came.UNREACHABLE, reason="nobody-there")

    async def ask(self, letter: Letter) -> Outcome:
        """Nothing is known of it."""
        return Outcome(came=Came.UNKNOWN, reason=letter.id)


async def letters(tx: Connection, settings: Settings) -> dict[str, bytes]:
    """What push, e-mail, Zalo and SMS would carry, by way and number; sent by day."""
    carriers = {way: Recording() for way in Way}
    day = (now() + timedelta(days=1)).replace(hour=3)
    async with httpx.AsyncClient() as http:
        with frozen(day):
            await drain(post_of(tx, settings, http, carriers))
    return {
        f"letter {way} {number}": letter
        for way, carrier in carriers.items()
        for number, letter in enumerate(carrier.letters)
    }


async def sent_on(tx: Connection, settings: Settings) -> dict[str, bytes]:
    """Every request to another authority's system, with its address and headers."""
    said: dict[str, bytes] = {}

    async def answer(request: httpx.Request) -> httpx.Response:
        said[f"forward {len(said)}"] = (
            f"{request.method} {request.url} {request.headers.raw}".encode() + await request.aread()
        )
        token = "<service_requests><request><token>1</token></request></service_requests>"
        return httpx.Response(201, text=token)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        with frozen(now() + timedelta(minutes=11)):
            await forward_due(OneConnection(tx), http, settings)
    return said


def file_names(settings: Settings) -> dict[str, bytes]:
    """Under which names files are stored: an S3 server is another's."""
    folder = Path(settings.data_dir)
    return {f"file {path.name}": str(path.relative_to(folder)).encode() for path in folder.rglob("*")}
