"""Decisions about a trip: somebody leaves to sign in at another server and comes back, once, in the same browser."""

import base64
import hmac
from datetime import timedelta
from urllib.parse import urlencode

from api.kit.errors import Problem
from api.kit.settings import Settings
from api.kit.tokens import derive_key
from api.kit.zalo_signing import code_challenge

TRIP_LIFETIME = timedelta(minutes=10)
CALLBACK = "/v1/auth/callback"
"""Where both servers send people back to: `PUBLIC_URL` and this, as registered with them."""
LANDING = "/#/vao"
"""Our own screen that ends the trip; nothing a request says can lead anywhere else."""
PASSED_ON = ("code", "state", "iss", "error")
PASSED_MAX = 2000


class TripRefused(Problem):
    """Another state, another browser, used, over, or the other server did not vouch: always the same answer."""

    status = 422
    slug = "trip-refused"
    title = "Đăng nhập chưa thành công, hãy làm lại từ đầu"


def derived(secret: str, purpose: str, state: str) -> str:
    """43 letters that only we can tell of a state: neither nonce nor verifier is kept anywhere."""
    digest = hmac.digest(derive_key(secret, f"trip-{purpose}"), state.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def landing(answer: dict[str, str]) -> str:
    """Our screen with what the other server sent, behind the #: no server, log or referrer sees it there."""
    known = {name: answer[name][:PASSED_MAX] for name in PASSED_ON if answer.get(name)}
    return f"{LANDING}?{urlencode(known)}"


def zalo_url(settings: Settings, *, redirect_uri: str, state: str, verifier: str) -> str:
    """Zalo's page for a web site: PKCE as for the Official Account, one challenge a trip."""
    asked = {
        "app_id": settings.zalo_app_id,
        "redirect_uri": redirect_uri,
        "code_challenge": code_challenge(verifier),
        "state": state,
    }
    return f"{settings.zalo_oauth_url}/v4/permission?{urlencode(asked)}"
