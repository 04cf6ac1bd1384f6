"""Zalo's page for web sites: `/v4/permission` asks the person, `/v4/access_token` gives a user token for the code."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from api.kit.clock import now
from tests.zalo_fake.oauth import CODE_LIFETIME, refused
from tests.zalo_fake.state import State


@dataclass
class Agreed:
    """A code that waits for its web site."""

    user: str
    challenge: str
    at: datetime


class Web(State):
    """People with a browser."""

    def agree(self, url: str, user: str) -> str:
        """Somebody opens the page and agrees; the address Zalo sends their browser to."""
        asked = dict(parse_qsl(urlsplit(url).query))
        assert urlsplit(url).path == "/v4/permission"
        assert asked["app_id"] == self.app_id
        code = f"web-code-{len(self.web_codes) + 1}"
        self.web_codes[code] = Agreed(user=user, challenge=asked["code_challenge"], at=now())
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def take_web_token(self, headers: dict[str, str], form: dict[str, str]) -> dict[str, Any]:
        """Code and verifier for a token of that person, once and within ten minutes."""
        if headers.get("secret_key") != self.app_secret or form.get("app_id") != self.app_id:
            return refused(-14004, "Invalid app", "app_id or secret_key is wrong")
        agreed = self.web_codes.get(form.get("code", ""))
        if form.get("grant_type") != "authorization_code" or not isinstance(agreed, Agreed):
            return refused(-14012, "Invalid authorization code", "the code is unknown")
        self.web_codes[form["code"]] = None
        if now() - agreed.at > CODE_LIFETIME:
            return refused(-14012, "Invalid authorization code", "the code is over")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != agreed.challenge:
            return refused(-14013, "Invalid code verifier", "it does not fit the challenge")
        self.tokens[f"tok-{agreed.user}"] = agreed.user
        return {"access_token": f"tok-{agreed.user}", "refresh_token": "never-used", "expires_in": "3600"}
