"""`python -m tests.zalo_fake [port]`: three users, tokens `tok-1001` to `tok-1003`, until Ctrl-C."""

import asyncio
import contextlib
import sys

from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import served

PORT = 8009


async def main(port: int) -> None:
    """Serve, and say with which settings the product finds it."""
    fake = FakeZalo()
    tokens = [fake.add_user(identity) for identity in ("1001", "1002", "1003")]
    async with served(fake, port) as address:
        print(f"ZALO_GRAPH_URL={address} ZALO_APP_ID={fake.app_id} ZALO_APP_SECRET={fake.app_secret}")
        print(f"access tokens: {' '.join(tokens)}")
        print(f"a phone token: GET {address}/fake/phone?user=1001&number=84912345678", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else PORT))
