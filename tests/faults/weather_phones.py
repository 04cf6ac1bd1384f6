"""The phones of a weather burst: who sends when, what is sent again, and what people are shown."""

import asyncio
import contextlib
import random
import time
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import httpx
import msgspec

from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tokens import sign_access
from api.rescue.rules.texting import encoded
from tests.faults.weather_counts import Seen, Sent
from tests.given.dossiers import SystemKey
from tests.given.photos import jpeg
from tests.given.reports import report_body
from tests.given.rescue import sos_body

WITH_PHOTO = 10
"""Every so many-th report has a photo."""
BOARD_SECONDS = 3.0
"""As often as the command post's screen asks."""
MISPLACED, TOO_MANY = 409, 429


class Due(msgspec.Struct, frozen=True, order=True):
    """Something somebody sends at a second of the burst."""

    at: float
    kind: str
    number: int


def schedule(seconds: float, reports: int, sos: int, *, seed: int = 2025) -> list[Due]:
    """Who sends when: at random, three times as dense in the middle third."""
    dice = random.Random(seed)
    moments = sorted(
        dice.choice((dice.random(), 1 / 3 + dice.random() / 3)) * seconds for _ in range(reports + sos)
    )
    kinds = ["report"] * reports + ["sos"] * sos
    dice.shuffle(kinds)
    return [Due(at, kind, number) for number, (at, kind) in enumerate(zip(moments, kinds, strict=True))]


class Burst:
    """The phones of one run; `pace` is what they wait before they try again."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        settings: Settings,
        people: Sequence[Any],
        officer: Principal,
        key: SystemKey,
        *,
        pace: float = 0.3,
        photos: bool = True,
    ) -> None:
        self.http, self.key, self.pace = http, key, pace
        citizens = [Principal(person_id=one, session_id=uuid7()) for one in people]
        self.settings, self.officer = settings, officer
        self.readers = [*citizens, officer]
        self.tokens = [bearer(settings, one) for one in citizens]
        self.photos = [jpeg(240 + 16 * n, 160) for n in range(4)] if photos else []
        self.sent: list[Sent] = []
        self.seen = Seen()
        self.refused: Counter[int] = Counter()

    async def until_answered(
        self, path: str, method: str = "POST", *, taken: tuple[int, ...] = (200, 201), **request: Any
    ) -> dict[str, Any]:
        """What the server says in the end; the same again after every failure."""
        while True:
            with contextlib.suppress(httpx.HTTPError):
                answer = await self.http.request(method, path, **request)
                if answer.status_code in taken:
                    told: dict[str, Any] = answer.json()
                    return told
                self.refused[answer.status_code] += 1
                if answer.status_code < 500 and answer.status_code != TOO_MANY:
                    raise RuntimeError(answer.text)
            await asyncio.sleep(self.pace)

    async def report(self, number: int) -> None:
        """A field report; every seventh phone never saw the answer and sends it again."""
        photo = self.photos[number % len(self.photos)] if self.photos and number % WITH_PHOTO == 0 else None
        body = report_body(
            description=f"Đèn tắt, cột số {number}",
            lat=16.40 + number % 997 / 10_000,
            photo_count=int(photo is not None),
        )
        headers = self.tokens[number % len(self.tokens)] | address(number)
        begun = time.perf_counter()
        told = await self.until_answered("/v1/reports", json=body, headers=headers)
        ms = (time.perf_counter() - begun) * 1000
        if photo is not None:
            await self.photo(number, f"/v1/reports/{body['id']}/photos/0", photo, told["tracking_key"])
        digests = (sha256(photo).hexdigest(),) if photo is not None else ()
        self.sent.append(Sent(id=body["id"], kind="report", ms=ms, at=time.monotonic(), photos=digests))
        if number % 7 == 0:
            await self.until_answered("/v1/reports", json=body, headers=headers)

    async def photo(self, number: int, path: str, photo: bytes, key: str) -> None:
        """A photo: whole and, on every other phone, once more; on the rest broken off, and on from where it was."""
        headers = {"X-Tracking-Key": key, "Content-Type": "image/jpeg", **address(number)}
        if number % (2 * WITH_PHOTO):
            for _ in range(2):
                await self.until_answered(path, "PUT", content=photo, headers=headers)
            return
        digest, piece = sha256(photo).hexdigest(), max(1, len(photo) // 3)
        while True:
            here = await self.until_answered(
                f"{path}/pieces", "GET", params={"digest": digest}, headers=headers
            )
            if here["whole"]:
                return
            query = {"digest": digest, "offset": here["offset"], "length": len(photo)}
            cut = photo[here["offset"] : here["offset"] + piece]
            await self.until_answered(
                f"{path}/pieces", "PATCH", taken=(200, MISPLACED), params=query, content=cut, headers=headers
            )

    async def sos(self, number: int) -> None:
        """A call for help; every third phone repeats it, every fifth as a text too, every eleventh twice at once."""
        identity = uuid7()
        # One house every 1.5 km: nothing here is one incident but what is sent twice.
        place = {"lat": 8.5 + number % 900 / 70, "lon": 105.0 + number // 900 / 10}
        phone = f"0912{number:06}"
        body = sos_body(id=identity.hex, phone=phone, **place)
        begun = time.perf_counter()
        told, *others = await asyncio.gather(
            *(
                self.until_answered("/v1/sos", json=body, headers=address(number))
                for _ in range(1 + (number % 11 == 0))
            )
        )
        ms = (time.perf_counter() - begun) * 1000
        self.sent.append(
            Sent(id=str(identity), kind="sos", ms=ms, at=time.monotonic(), number=told["number"])
        )
        if number % 3 == 0:
            others.append(await self.until_answered("/v1/sos", json=body, headers=address(number)))
        if number % 5 == 0:
            sms = {
                "sms_id": f"s{number}",
                "sender": phone,
                "text": f"SOS #{encoded(identity)} 5 nguoi, nuoc len mai nha",
            }
            others.append(await self.until_answered("/v1/integration/sos/sms", json=sms, auth=self.key))
        if any(other["number"] != told["number"] for other in others):
            message = f"one call, two numbers: {told} {others}"
            raise RuntimeError(message)

    async def watch(self) -> None:
        """The command post's screen: the board every three seconds, until cancelled."""
        known: dict[str, str] = {}
        while True:
            with contextlib.suppress(httpx.HTTPError):
                known = await self.look(known)
            await asyncio.sleep(BOARD_SECONDS)

    async def look(self, known: dict[str, str]) -> dict[str, str]:
        """One look at the board; what the next one says it knows."""
        answer = await self.http.get("/v1/rescue/board", headers=bearer(self.settings, self.officer) | known)
        if answer.status_code != 200:
            return known
        numbers = Counter(line["number"] for line in answer.json()["items"])
        self.seen.looks += 1
        self.seen.twice += sum(count - 1 for count in numbers.values())
        for number in numbers:
            self.seen.first.setdefault(number, time.monotonic())
        return {"If-None-Match": answer.headers["etag"]}

    async def read_inboxes(self) -> None:
        """Everybody opens their inbox and reads it to the end."""
        for one in self.readers:
            headers = bearer(self.settings, one)
            cursor: str | None = ""
            while cursor is not None:
                query = {"limit": "100"} | ({"cursor": cursor} if cursor else {})
                page = await self.until_answered("/v1/me/messages", "GET", params=query, headers=headers)
                self.seen.told.update(one["link"] for one in page["items"])
                cursor = page["next"]

    async def pour(self, plan: Sequence[Due]) -> None:
        """Send everything in its second, whoever still waits for an answer."""
        begun, tasks = time.monotonic(), []
        for due in plan:
            await asyncio.sleep(max(0.0, begun + due.at - time.monotonic()))
            tasks.append(asyncio.create_task(getattr(self, due.kind)(due.number)))
        await asyncio.gather(*tasks)


def bearer(settings: Settings, who: Principal) -> dict[str, str]:
    """The headers of somebody signed in, for the next quarter of an hour."""
    return {"Authorization": f"Bearer {sign_access(settings, who)}"}


def address(number: int) -> dict[str, str]:
    """Where a phone is, as the proxy tells it."""
    return {"X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}
