"""`/v4/oa/access_token`: the first pair for a code, then one pair for another; each refresh token once."""

import base64
import hashlib
from datetime import timedelta
from typing import Any

from api.kit.clock import now
from tests.zalo_fake.state import Pair, State

CODE_LIFETIME = timedelta(minutes=10)
EARLIER_REASON = "The refresh token was used, is over, or belongs to another app"


class DiedError(Exception):
    """The answer never leaves."""


class OAuth(State):
    """Consent of the Official Account's administrator, and the tokens that follow."""

    def grant(self) -> str:
        """The administrator consents; the code of the callback, good for ten minutes and once."""
        code = f"oa-code-{len(self.grants) + 1}"
        self.grants[code] = now()
        return code

    def seed_pair(self) -> Pair:
        """A pair as the API Explorer shows it."""
        number = len(self.pairs) + 1
        pair = Pair(
            access=f"oa-access-{number}",
            refresh=f"oa-refresh-{number}",
            expires_at=now() + timedelta(seconds=self.lifetime),
        )
        self.pairs.append(pair)
        return pair

    def take_token(self, headers: dict[str, str], form: dict[str, str]) -> dict[str, Any]:
        """A form with `grant_type`, the secret in a header."""
        if headers.get("content-type", "").split(";")[0] != "application/x-www-form-urlencoded":
            return refused(-14001, "Invalid request", "the body must be a form")
        if headers.get("secret_key") != self.app_secret or form.get("app_id") != self.app_id:
            return refused(-14004, "Invalid app", "app_id or secret_key is wrong")
        if form.get("grant_type") == "authorization_code":
            return self.take_first(form)
        if form.get("grant_type") == "refresh_token":
            return self.rotate(form)
        return refused(-14001, "Invalid request", "grant_type is unknown")

    def take_first(self, form: dict[str, str]) -> dict[str, Any]:
        """Code and verifier for the first pair."""
        granted = self.grants.pop(form.get("code", ""), None)
        if granted is None or now() - granted > CODE_LIFETIME:
            return refused(-14012, "Invalid authorization code", "the code was used or is over")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if self.challenge and base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != self.challenge:
            return refused(-14013, "Invalid code verifier", "it does not fit the challenge of the app")
        return self.shown(self.seed_pair())

    def rotate(self, form: dict[str, str]) -> dict[str, Any]:
        """A refresh token for a new pair; the old one is dead, whatever becomes of the answer."""
        pair = next((pair for pair in self.pairs if pair.refresh == form.get("refresh_token")), None)
        if pair is None or pair.used:
            return refused(-14014, "Invalid refresh token", EARLIER_REASON)
        pair.used = True
        pair.expires_at = min(pair.expires_at, now())
        self.rotations += 1
        new = self.seed_pair()
        if self.die_after_rotating:
            raise DiedError
        return self.shown(new)

    def shown(self, pair: Pair) -> dict[str, Any]:
        """A pair as the wire has it: `expires_in` is a text, and there is no `error`."""
        return {
            "access_token": pair.access,
            "refresh_token": pair.refresh,
            "expires_in": str(self.lifetime),
        }

    def token_works(self, token: str) -> bool:
        """Whether this OA access token opens anything now."""
        return any(pair.access == token and now() < pair.expires_at for pair in self.pairs)


def refused(code: int, name: str, reason: str) -> dict[str, Any]:
    """A refusal of the token endpoint: HTTP 200, no `access_token`."""
    return {
        "error": code,
        "error_name": name,
        "error_reason": reason,
        "error_description": reason,
        "ref_doc": "https://docs.zaloplatforms.com/docs/OA",
    }
