"""To Zalo: the position somebody shares, and the first tokens of an Official Account."""

from api.kit.zalo import ZaloGraph
from api.kit.zalo_oa import OaTokenError, OaTokens
from api.kit.zalo_oa_store import Pair
from api.kit.zalo_problems import ZaloOff
from api.zalo.contracts import Place
from api.zalo.rules import ZaloNotConnected


async def find_place(zalo: ZaloGraph, access_token: str, location_token: str) -> Place:
    """The position behind a location token; the token is spent by asking, whatever comes of it."""
    if not zalo.secret:
        raise ZaloOff
    found = await zalo.exchange_location(access_token, location_token)
    return Place(lat=found.lat, lon=found.lon, accuracy_m=None, source="zalo", at=found.at)


async def find_first_pair(tokens: OaTokens, code: str, oa_id: str) -> tuple[Pair, bool]:
    """The tokens for a callback's code, and whether Zalo itself says they are this account's."""
    if not tokens.settings.zalo_app_secret:
        raise ZaloOff
    if tokens.settings.zalo_oa_id not in ("", oa_id):
        raise ZaloNotConnected
    try:
        pair = await tokens.take_first(code, oa_id)
    except OaTokenError as error:
        raise ZaloNotConnected from error
    whose = await tokens.is_of(pair)
    if whose is False:
        raise ZaloNotConnected
    return pair, whose is True
