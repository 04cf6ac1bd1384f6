"""Zalo's webhooks as they leave Zalo: three formulas, odd spacing, retries, doubles, wrong secrets."""

import asyncio
import hashlib
import json
import random
from collections.abc import Sequence
from typing import Any

import httpx

from tests.zalo_fake.state import State, millis

LADDER = (30.0, 300.0, 900.0, 1800.0, 3600.0)
"""Seconds between a delivery that was not answered 200 within `PATIENCE` and the next."""
PATIENCE = 2.0
OK = 200


class Emitter:
    """Posts events of a local Zalo to the product."""

    def __init__(self, fake: State, http: httpx.AsyncClient, *, oa_url: str, mini_app_url: str) -> None:
        self.fake, self.http, self.oa_url, self.mini_app_url = fake, http, oa_url, mini_app_url
        self.ladder: Sequence[float] = LADDER
        self.patience = PATIENCE
        self.wrong_secret = False
        self.oa_id_first = False
        self.tried: list[int] = []

    async def probe(self, url: str) -> int:
        """What the console does when an address is saved: no signature, `{}`."""
        answer = await self.http.post(url, content=b"{}", headers={"User-Agent": "ZaloWebhook"})
        return answer.status_code

    async def tell_oa(self, body: dict[str, Any], *, server: str = "OA OpenAPI", odd: bool = True) -> int:
        """One event of the OA, delivered until it is answered; the last status."""
        raw = spaced(body) if odd else json.dumps(body, ensure_ascii=False).encode()
        key = "wrong" if self.wrong_secret else self.fake.oa_secret_key
        first = self.fake.oa_id if self.oa_id_first else str(body.get("app_id", self.fake.app_id))
        mac = hashlib.sha256(
            first.encode() + raw + str(body["timestamp"]).encode() + key.encode()
        ).hexdigest()
        headers = {"X-ZEvent-Server": server, "X-ZEvent-Signature": f"mac={mac}"}
        return await self.deliver(self.oa_url, raw, headers)

    async def tell_mini_app(self, body: dict[str, Any]) -> int:
        """One event of the Mini App: values in the order of their keys, then the key."""
        key = "wrong" if self.wrong_secret else self.fake.open_api_key
        content = "".join(javascript(body[name]) for name in sorted(body))
        headers = {"X-ZEvent-Signature": hashlib.sha256((content + key).encode()).hexdigest()}
        return await self.deliver(self.mini_app_url, spaced(body), headers)

    async def revoke(self, user: str) -> int:
        """A user takes back their consent in Zalo."""
        event = {"event": "user.revoke.consent", "appId": self.fake.mini_app_id, "userId": user}
        return await self.tell_mini_app({**event, "timestamp": int(millis())})

    async def drain(self, *, doubles: int = 0, shuffle: random.Random | None = None) -> list[int]:
        """Deliver the receipts that wait, each `doubles` times more, in another order on demand."""
        waiting = self.fake.outgoing * (1 + doubles)
        self.fake.outgoing.clear()
        if shuffle:
            shuffle.shuffle(waiting)
        return [await self.tell_oa(event, server=server_of(event)) for event in waiting]

    async def watch(self, every: float = 1.0) -> None:
        """Deliver what waits, for ever: for `make zalo`."""
        while True:
            await asyncio.sleep(every)
            await self.drain()
            while self.fake.revoking:
                await self.revoke(self.fake.revoking.pop(0))

    async def deliver(self, url: str, raw: bytes, headers: dict[str, str]) -> int:
        """Post, and again along the ladder until 200 comes within the patience."""
        status = 0
        for retry, pause in enumerate((0.0, *self.ladder)):
            await asyncio.sleep(pause)
            sent = {"Content-Type": "application/json", "User-Agent": "ZaloWebhook", **headers}
            if retry:
                sent["num_retry"] = str(retry)
            self.tried.append(retry)
            try:
                async with asyncio.timeout(self.patience):
                    status = (await self.http.post(url, content=raw, headers=sent)).status_code
            except (httpx.HTTPError, TimeoutError):
                status = 0
            if status == OK:
                break
        return status


def server_of(body: dict[str, Any]) -> str:
    """`X-ZEvent-Server`: receipts of templates come from another house than the account's own events."""
    return "ZNS" if body["event_name"] == "user_received_message" else "OA OpenAPI"


def spaced(body: dict[str, Any]) -> bytes:
    """JSON nobody would write so: a signature over anything but the raw bytes fails."""
    return json.dumps(body, ensure_ascii=False, separators=(" ,", ":  ")).encode()


def javascript(value: object) -> str:
    """`String(value)` for texts and numbers, `JSON.stringify` for the rest."""
    if isinstance(value, str):
        return value
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
