"""Jobs of Zalo: forget who revoked, pair ids, tell administrators; a timer keeps an account's tokens alive.

Command: `python -m workers.zalo seed OA_ID` keeps a first pair, `verifier` makes a PKCE pair for Zalo's console.
"""

import argparse
import asyncio
import getpass
import sys
from collections.abc import Callable
from datetime import timedelta

import httpx

from api.consents import actions as consents
from api.identity.actions import zalo as identity
from api.kit.clock import now, today
from api.kit.db import PoolDatabase, open_pool
from api.kit.settings import Settings, read_settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokens, ZaloNeedsOperator
from api.kit.zalo_oa_store import Pair
from api.kit.zalo_signing import code_challenge, new_verifier
from api.messages.actions import receipts, tell
from api.messages.contracts import Kind, Notice, Way
from api.zalo import actions as zalo
from api.zalo.contracts import ZaloConsentRevoked, ZaloMessageDelivered, ZaloUidLearned
from workers.work import Work

EVERY_SECONDS = 600
SEEDED_LIFE = 90_000
"""Seconds an access token of the API Explorer is believed to live; renewed earlier when Zalo calls it over."""
LIST_ADMINISTRATORS = """
select distinct person_id from role_grant
where role = 'admin' and revoked_at is null and $1::date between valid_from and coalesce(valid_to, 'infinity')
"""


async def tell_administrators(work: Work, event: ZaloNeedsOperator) -> None:
    """Into the inbox of every administrator, once a day and number."""
    title = "Zalo Official Account cần được kết nối lại"
    body = (
        f"Zalo từ chối mã truy cập của Official Account {event.oa_id} (mã lỗi {event.code}). Tin nhắn Zalo đang "
        "dừng gửi. Hãy kiểm tra ứng dụng tại developers.zalo.me và cấp quyền lại cho Official Account."
    )
    for row in await work.tx.fetch(LIST_ADMINISTRATORS, today()):
        notice = Notice(
            person_id=row["person_id"],
            kind=Kind.SYSTEM,
            title=title,
            body=body,
            dedupe_key=f"zalo:{event.oa_id}:{event.code}:{today()}",
        )
        await tell(work.tx, notice)


async def forget_person(work: Work, event: ZaloConsentRevoked) -> None:
    """Somebody revoked their consent at Zalo: their account, or what Zalo gave of it, goes; records stay."""
    who = await zalo.find_who(work.tx, event.event_id)
    if who is not None and (who.zalo_id or who.uid):
        stays = await identity.forget_zalo(work.tx, zalo_id=who.zalo_id, uid=who.uid)
        if stays is not None:
            await consents.withdraw_all(work.tx, stays)
            await receipts.opt_out(work.tx, stays, Way.ZALO_PHONE)
        await zalo.forget_person(work.tx, who)


async def learn_uid(work: Work, event: ZaloUidLearned) -> None:
    """Keep which follower of the Official Account is which person here."""
    who = await zalo.find_who(work.tx, event.event_id)
    if who is not None and who.zalo_id and who.uid:
        await identity.pair_ids(work.tx, who.zalo_id, who.uid)


async def take_receipt(work: Work, event: ZaloMessageDelivered) -> None:
    """A template reached its phone: the delivery of that tracking id is done."""
    await receipts.take_zalo_receipt(work.tx, tracking_id=event.tracking_id, ref=event.message_id)


async def watch(database: PoolDatabase, settings: Settings) -> None:
    """Look every ten minutes, for ever, and at once at a start: what a crash cut off is settled then."""
    async with zalo_http(settings) as http:
        tokens = OaTokens(settings, database, http)
        while True:
            await tokens.renew_due()
            await asyncio.sleep(EVERY_SECONDS)


async def seed(settings: Settings, http: httpx.AsyncClient, oa_id: str, *, access: str, refresh: str) -> None:
    """Keep a pair that was made by hand."""
    pair = Pair(
        oa_id=oa_id,
        version=1,
        access=access,
        refresh=refresh,
        expires_at=now() + timedelta(seconds=SEEDED_LIFE),
        lifetime_s=SEEDED_LIFE,
    )
    pool = await open_pool(settings.database_url, size=1)
    try:
        await OaTokens(settings, PoolDatabase(pool), http).seed(pair)
    finally:
        await pool.close()


async def seed_by_hand(oa_id: str, ask: Callable[[str], str] = getpass.getpass) -> int:
    """Ask for the two tokens (never on the command line, where others see them) and keep them."""
    access, refresh = ask("Access token: ").strip(), ask("Refresh token: ").strip()
    if not access or not refresh:
        sys.stdout.write("Cần cả access token và refresh token.\n")
        return 1
    settings = read_settings()
    async with zalo_http(settings) as http:
        await seed(settings, http, oa_id, access=access, refresh=refresh)
    sys.stdout.write(f"Đã lưu mã truy cập của Official Account {oa_id}.\n")
    return 0


def show_verifier() -> int:
    """A verifier for ZALO_CODE_VERIFIER and its challenge for the console."""
    verifier = new_verifier()
    sys.stdout.write(f"ZALO_CODE_VERIFIER={verifier}\ncode challenge: {code_challenge(verifier)}\n")
    return 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m workers.zalo")
    commands = parser.add_subparsers(required=True, dest="command")
    seeding = commands.add_parser("seed", help="lưu cặp mã truy cập đầu tiên của một Official Account")
    seeding.add_argument("oa_id", help="mã số của Official Account")
    commands.add_parser("verifier", help="tạo code verifier và code challenge cho developers.zalo.me")
    given = parser.parse_args()
    return show_verifier() if given.command == "verifier" else asyncio.run(seed_by_hand(given.oa_id))


if __name__ == "__main__":
    raise SystemExit(main())
