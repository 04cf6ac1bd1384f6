"""To Zalo, for identity: who a token belongs to, and the number a person chose to share."""

from api.identity.rules import NotYourZalo, SignInWayOff
from api.kit.zalo import ZaloGraph


async def find_zalo_id(zalo: ZaloGraph, access_token: str) -> str:
    """The app-scoped id Zalo gives for this token; never one that a client sent."""
    if not zalo.secret:
        raise SignInWayOff
    return (await zalo.find_user(access_token)).id


async def find_phone(zalo: ZaloGraph, access_token: str, phone_token: str, *, zalo_id: str | None) -> str:
    """The number behind a phone token, asked for by the very account of this person."""
    if await find_zalo_id(zalo, access_token) != zalo_id:
        raise NotYourZalo
    return await zalo.exchange_phone(access_token, phone_token)
