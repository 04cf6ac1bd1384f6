"""`make zalo`, or `python -m tests.zalo_fake [port] [address of the product]`: a whole Zalo until Ctrl-C.

Three users with the access tokens `tok-1001` to `tok-1003`, one Official Account with a template, both webhooks
posted to the product. Under `/fake/` is what a person would do with a phone in hand.
"""

import asyncio
import contextlib
import sys

import httpx

from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import served
from tests.zalo_fake.state import Template
from tests.zalo_fake.webhooks import Emitter

PORT = 8009
PRODUCT = "http://127.0.0.1:8000"
USERS = {"1001": "246845883529197922", "1002": "246845883529197923", "1003": "246845883529197924"}
URLS = ("ZALO_GRAPH_URL", "ZALO_OAUTH_URL", "ZALO_OA_URL", "ZALO_ZBS_URL", "ZALO_MINI_URL")
TEMPLATE = "7895417a"


def new_fake() -> FakeZalo:
    """A Zalo that is fit for a demo: people, a template, no night."""
    fake = FakeZalo(night_refused=False)
    for identity, uid in USERS.items():
        fake.add_user(identity, uid=uid)
    fake.templates[TEMPLATE] = Template()
    return fake


def settings_of(fake: FakeZalo, address: str) -> dict[str, str]:
    """With which settings the product finds it."""
    return {
        "ZALO_APP_ID": fake.app_id,
        "ZALO_APP_SECRET": fake.app_secret,
        "ZALO_MINI_APP_ID": fake.mini_app_id,
        "ZALO_OPEN_API_KEY": fake.open_api_key,
        "ZALO_OA_ID": fake.oa_id,
        "ZALO_OA_SECRET_KEY": fake.oa_secret_key,
        **dict.fromkeys(URLS, address),
    }


async def main(port: int, product: str) -> None:
    """Serve and post, and say how to use it."""
    fake = new_fake()
    hooks = f"{product}/v1/zalo/webhooks/"
    async with served(fake, port) as address, httpx.AsyncClient() as http:
        print(" ".join(f"{name}={value}" for name, value in settings_of(fake, address).items()))
        print(f"access tokens: {' '.join(fake.tokens)}; template {TEMPLATE}")
        print(f"a phone token: {address}/fake/phone?user=1001&number=84912345678")
        print(f"a location token: {address}/fake/location?user=1001&lat=16.4637&lon=107.5909")
        print(f"a code for {product}/v1/zalo/oa/callback: {address}/fake/consent")
        print(
            f"a user writes, follows: {address}/fake/write?uid={USERS['1001']}&user=1001&text=Chào (or /fake/follow)"
        )
        print(f"a user revokes: {address}/fake/revoke?user=1001", flush=True)
        await Emitter(fake, http, oa_url=hooks + "oa", mini_app_url=hooks + "mini-app").watch()


if __name__ == "__main__":
    given = sys.argv[1:]
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(int(given[0]) if given else PORT, given[1] if len(given) > 1 else PRODUCT))
