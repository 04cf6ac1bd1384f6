"""The graph: `/v2.0/me` and `/v2.0/me/info` with Zalo's own numbers.

Every application error comes with HTTP 200, the proof is an HMAC of the token, phone and location
tokens are good once and for two minutes.
"""

import hmac
from datetime import timedelta
from typing import Any

from api.kit.clock import now
from tests.zalo_fake.state import SUCCESS, Code, State, error, millis

CODE_LIFETIME = timedelta(minutes=2)
ABROAD = "Personal information is limited due to user IP address not inside Vietnam"
FIELDS = {"id", "name", "picture", "picture.type(large)", "is_sensitive", "user_id_by_oa", "is_follower"}


class Graph(State):
    """Users of the app, and what they share."""

    def add_user(self, identity: str, name: str = "Nguyễn Văn Thử", *, uid: str | None = None) -> str:
        """A user of the app; returns an access token of theirs. `uid` is their id at the Official Account."""
        self.users[identity] = {
            "id": identity,
            "name": name,
            "picture": {"data": {"url": f"https://s120-ava-talk.zadn.vn/{identity}.jpg"}},
            "is_sensitive": False,
            "user_id_by_oa": uid,
            "is_follower": uid is not None,
        }
        self.tokens[f"tok-{identity}"] = identity
        return f"tok-{identity}"

    def share_phone(self, number: str, *, app: str = "") -> str:
        """A token of `getPhoneNumber()`."""
        return self.share({"number": number}, app)

    def share_location(self, lat: str, lon: str, *, app: str = "") -> str:
        """A token of `getLocation()`: every value a string, as Zalo sends them."""
        return self.share({"provider": "gps", "latitude": lat, "longitude": lon, "timestamp": millis()}, app)

    def share(self, data: dict[str, str], app: str) -> str:
        """Hand out a code for some data."""
        code = f"code-{len(self.codes) + 1}"
        self.codes[code] = Code(data=data, issued_at=now(), app=app or self.app_id)
        return code

    def me(self, headers: dict[str, str], fields: set[str]) -> dict[str, Any]:
        """`GET /v2.0/me`: flat, no `data`; what was not asked for is not there."""
        token = headers.get("access_token", "")
        if refused := self.refuse_token(token):
            return refused
        if headers.get("appsecret_proof") != self.proof(token):
            return error(-242, "Invalid appsecret_proof provided in the API argument")
        if self.outside_vietnam and fields != {"id"}:
            return error(-501, ABROAD)
        if unknown := fields - FIELDS:
            return error(100, f"invalid parameter {sorted(unknown)}")
        user = self.users[self.tokens[token]]
        asked = {name.partition(".")[0] for name in fields} | {"is_sensitive"}
        return {**{key: user[key] for key in sorted(asked)}, **SUCCESS}

    def info(self, headers: dict[str, str]) -> dict[str, Any]:  # noqa: PLR0911  a line a check, in Zalo's order
        """`GET /v2.0/me/info`: token first, then secret, then code."""
        token = headers.get("access_token", "")
        if refused := self.refuse_token(token):
            return refused
        if headers.get("appsecret_proof", self.proof(token)) != self.proof(token):
            return error(-242, "Invalid appsecret_proof provided in the API argument")
        if not headers.get("secret_key"):
            return error(116, "secret_key is empty")
        if headers["secret_key"] != self.app_secret:
            return error(117, "secret_key is invalid")
        if not headers.get("code"):
            return error(114, "code is empty")
        code = self.codes.get(headers["code"])
        if code is None or now() - code.issued_at > CODE_LIFETIME:
            return error(115, "code is invalid")
        if code.app != self.app_id:
            return error(118, "code is invalid")
        if code.used:
            return error(119, "code has already been used")
        if self.outside_vietnam:
            return error(-501, ABROAD)
        code.used = True
        return {"data": code.data, **SUCCESS}

    def proof(self, token: str) -> str:
        """What `appsecret_proof` must be."""
        return hmac.digest(self.app_secret.encode(), token.encode(), "sha256").hex()

    def refuse_token(self, token: str) -> dict[str, Any] | None:
        """What is wrong with an access token, if anything."""
        if token in self.foreign:
            return error(-216, "Access token is invalid")
        if token in self.over or token not in self.tokens:
            return error(452, "Session key invalid. This could be because of bad format or user revoked")
        return None
