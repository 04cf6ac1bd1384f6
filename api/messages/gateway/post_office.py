"""The carriers of this installation, by way: only what has an account is there."""

from urllib.parse import urlsplit

import httpx

from api.kit.settings import Settings
from api.kit.zalo_oa import OaTokens
from api.messages.contracts import Way
from api.messages.gateway.carrier import Carrier
from api.messages.gateway.email import EmailCarrier
from api.messages.gateway.push import PushCarrier
from api.messages.gateway.sms import sms_carrier
from api.messages.gateway.zalo import WAYS

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def prices(setting: str) -> dict[str, int]:
    """`sms=850,zalo_phone=300` as a table, đồng a message."""
    pairs = (pair.partition("=") for pair in setting.split(",") if "=" in pair)
    return {way.strip(): int(price) for way, _, price in pairs}


def carriers_of(
    settings: Settings, http: httpx.AsyncClient, zalo_http: httpx.AsyncClient, tokens: OaTokens | None
) -> dict[Way, Carrier]:
    """Who carries what.

    A demo's people are made up: it sends to nobody but a local fake, and to the browser that asked for it.
    """
    price = prices(settings.message_prices)
    found: dict[Way, Carrier] = {Way.PUSH: PushCarrier(http, settings)}
    if settings.smtp_url and may_call(settings, settings.smtp_url):
        found[Way.EMAIL] = EmailCarrier(settings)
    if tokens is not None and settings.zalo_oa_id and may_call(settings, settings.zalo_zbs_url):
        for way, kind in WAYS.items():
            found[way] = kind(zalo_http, settings, tokens, price.get(way, 0))
    sms = sms_carrier(settings, http, price.get(Way.SMS, 0))
    if sms is not None:
        found[Way.SMS] = sms
    return found


def may_call(settings: Settings, url: str) -> bool:
    """Whether real systems may be spoken to."""
    return not settings.demo or urlsplit(url).hostname in LOOPBACK
