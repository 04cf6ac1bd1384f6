"""To Zalo, for identity: who a token belongs to, and the number a person chose to share."""

from api.identity.rules import NotYourZalo, SignInWayOff
from api.identity.rules.trips import TripRefused, zalo_url
from api.kit.settings import Settings
from api.kit.zalo import LostError, ZaloGraph, error_number, read_answer, refusal
from api.kit.zalo_problems import ZaloUnavailable


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


def zalo_web_on(settings: Settings) -> bool:
    """Whether people can sign in at Zalo's page from a browser: switched on, and the app's id beside its secret."""
    return bool(settings.zalo_web_sign_in and settings.zalo_app_secret and settings.zalo_app_id)


def zalo_web_url(settings: Settings, *, redirect_uri: str, state: str, verifier: str) -> str:
    """Zalo's page, when it is switched on."""
    if not zalo_web_on(settings):
        raise SignInWayOff
    return zalo_url(settings, redirect_uri=redirect_uri, state=state, verifier=verifier)


async def find_web_zalo_id(zalo: ZaloGraph, code: str, verifier: str) -> str:
    """The app-scoped id of who came back from Zalo's own page with this code; good once, so never asked twice."""
    settings = zalo.settings
    request = zalo.client.build_request(
        "POST",
        f"{settings.zalo_oauth_url}/v4/access_token",
        headers={"secret_key": zalo.secret},
        data={
            "code": code,
            "app_id": settings.zalo_app_id,
            "grant_type": "authorization_code",
            "code_verifier": verifier,
        },
    )
    try:
        answer = await read_answer(zalo.client, request)
    except LostError as error:
        raise refusal(ZaloUnavailable, "web", error.why) from error
    token = answer.get("access_token")
    if not isinstance(token, str) or not token:
        # A wrong secret of ours looks like this too: only Zalo's number in the log and the metrics tells.
        raise refusal(TripRefused, "web", str(error_number(answer)))
    return await find_zalo_id(zalo, token)
