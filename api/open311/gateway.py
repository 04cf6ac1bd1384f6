"""Speaking to other systems: GeoReport v2 in XML, which every server must have, or our small signed JSON."""

import asyncio
import socket
from datetime import timedelta
from typing import Any, Protocol
from urllib.parse import quote

import httpx
import msgspec
from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml

from api.kit import signing
from api.kit.clock import now
from api.kit.patience import retry_after
from api.open311.rules.forwarding import (
    NOTE_MAX,
    PATIENCE,
    WORD_MAX,
    Claim,
    Dialect,
    NotTakenError,
    OutsideError,
    Result,
    marker,
    text_of,
)
from api.open311.rules.media import MEDIA_MAX, public_address

TIMEOUT = httpx.Timeout(PATIENCE, connect=5.0)
BYTES = 4_000_000
CLOCKS_DIFFER = timedelta(days=1)
OUR_KEY = "ngo-so"
NOT_TAKEN = frozenset({400, 404, 409, 410, 413, 422})
"""The case itself is refused; anything else that is no 2xx is the system's own trouble."""
Rows = list[dict[str, str]]


class Outside(Protocol):
    """One system as we speak to it."""

    async def post(self, claim: Claim, key: str) -> Result:
        """Send the case."""
        ...

    async def find(self, claim: Claim, key: str) -> Result | None:
        """The case by our id, where an answer was lost; None when they do not show it."""
        ...

    async def ask(self, claim: Claim, key: str) -> Result:
        """How the case stands: its id by its token, then its status."""
        ...


class Caller:
    """One request: no redirects, 15 seconds, 4 MB, and what its failure means."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def call(self, method: str, url: str, *, posting: bool = False, **what: Any) -> bytes:
        """The body of a good answer; OutsideError or NotTakenError else. A lost answer to a post is `lost`."""
        try:
            asked = self.http.stream(method, url, timeout=TIMEOUT, follow_redirects=False, **what)
            async with asyncio.timeout(PATIENCE), asked as answer:
                body = b""
                async for part in answer.aiter_bytes():
                    body += part
                    if len(body) > BYTES:
                        raise OutsideError(reason="câu trả lời quá lớn", lost=posting)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise OutsideError(reason="không kết nối được") from error
        except httpx.HTTPError as error:
            raise OutsideError(reason=f"đứt giữa chừng ({type(error).__name__})", lost=posting) from error
        except TimeoutError as error:
            raise OutsideError(reason=f"chậm hơn {PATIENCE:g} giây", lost=posting) from error
        except (httpx.InvalidURL, ValueError) as error:
            raise OutsideError(reason="địa chỉ không dùng được") from error
        if answer.status_code in NOT_TAKEN:
            raise NotTakenError(reason=f"HTTP {answer.status_code}: {words_of(body)}"[:300])
        if not answer.is_success:
            wish = retry_after(answer.headers.get("retry-after", ""))
            raise OutsideError(
                reason=f"HTTP {answer.status_code}", lost=posting and answer.is_server_error, asked=wish
            )
        return body


def words_of(body: bytes) -> str:
    """What an error says for itself, in one line."""
    try:
        text = " ".join(each["description"] for each in rows_of(body) if "description" in each)
    except OutsideError:
        text = ""
    return text or body[:200].decode(errors="replace")


def rows_of(body: bytes) -> Rows:
    """The children of an Open311 XML answer, each as its own children's texts."""
    try:
        tree = Xml.fromstring(body)
    except (
        Xml.ParseError,
        DefusedXmlException,
        ValueError,
        LookupError,
    ) as error:  # Lookup: an unknown encoding
        raise OutsideError(reason="không đọc được XML") from error
    return [{leaf.tag: (leaf.text or "").strip() for leaf in child} for child in tree]


def result_of(row: dict[str, str]) -> Result:
    """A row as far as it says something."""
    return Result(
        token=row.get("token") or None,
        their_id=row.get("service_request_id") or None,
        word=(row.get("status") or "")[:WORD_MAX] or None,
        note=(row.get("status_notes") or "")[:NOTE_MAX] or None,
    )


class Open311System(Caller):
    """A GeoReport v2 server."""

    async def post(self, claim: Claim, key: str) -> Result:
        """Send the case as a form; nothing of who reported is in it. A server that knows the key takes it once."""
        form = {
            "api_key": key,
            "service_code": claim.service_code,
            "lat": f"{claim.lat:.6f}",
            "long": f"{claim.lon:.6f}",
            "address_string": claim.address,
            "description": text_of(claim),
            **({"jurisdiction_id": claim.jurisdiction_id} if claim.jurisdiction_id else {}),
        }
        once = {"Idempotency-Key": f"{claim.report_id}/{claim.reopenings}"}
        address = f"{claim.url}/requests.xml"
        rows = rows_of(await self.call("POST", address, posting=True, data=form, headers=once))
        found = result_of(rows[0]) if rows else Result()
        if found.token is None and found.their_id is None:
            raise OutsideError(reason="không trả mã lẫn token", lost=True)
        return found

    async def find(self, claim: Claim, key: str) -> Result | None:  # noqa: ARG002  reading needs none
        """The request whose text ends with our id."""
        since = (claim.created_at - CLOCKS_DIFFER).strftime("%Y-%m-%dT%H:%M:%SZ")
        query = {"service_code": claim.service_code, "start_date": since}
        for row in rows_of(await self.call("GET", f"{claim.url}/requests.xml", params=self.at(claim, query))):
            if marker(claim) in row.get("description", "") and row.get("service_request_id"):
                return result_of(row)
        return None

    async def ask(self, claim: Claim, key: str) -> Result:  # noqa: ARG002  reading needs none
        """Their id by the token; then their status. Not there (yet): nothing."""
        kind, name = ("tokens", claim.token) if claim.their_id is None else ("requests", claim.their_id)
        address = f"{claim.url}/{kind}/{quote(str(name), safe='')}.xml"
        try:
            rows = rows_of(await self.call("GET", address, params=self.at(claim, {})))
        except NotTakenError:
            return Result()
        return result_of(rows[0]) if rows else Result()

    @staticmethod
    def at(claim: Claim, query: dict[str, str]) -> dict[str, str]:
        """The query with the jurisdiction, where the system has several."""
        return query | ({"jurisdiction_id": claim.jurisdiction_id} if claim.jurisdiction_id else {})


class SignedAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What a system without Open311 says of a case."""

    id: str
    status: str | None = None
    note: str | None = None


class SignedSystem(Caller):
    """`PUT {url}/{our code}` and `GET` of the same, JSON, signed as the systems that push to us sign (kit/signing)."""

    async def post(self, claim: Claim, key: str) -> Result:
        """Put the case under our own code: sent twice, it is one."""
        body = msgspec.json.encode(
            {
                "code": claim.code,
                "service_code": claim.service_code,
                "description": text_of(claim),
                "lat": claim.lat,
                "lon": claim.lon,
                "address": claim.address,
                "received_at": claim.received_at,
                "reopenings": claim.reopenings,
            }
        )
        return await self.talk("PUT", claim, key, body)

    async def find(self, claim: Claim, key: str) -> Result | None:  # noqa: ARG002  a second PUT changes nothing
        """Nothing to look for: putting it again is safe."""
        return None

    async def ask(self, claim: Claim, key: str) -> Result:
        """How it stands."""
        return await self.talk("GET", claim, key, b"")

    async def talk(self, method: str, claim: Claim, key: str, body: bytes) -> Result:
        """One signed request."""
        address = httpx.URL(f"{claim.url}/{claim.code}")
        headers = signing.headers_for(OUR_KEY, key, method, address.raw_path.decode("ascii"), body, now())
        content = await self.call(
            method,
            str(address),
            posting=method == "PUT",
            headers={**headers, "Content-Type": "application/json"},
            content=body or None,
        )
        try:
            said = msgspec.json.decode(content, type=SignedAnswer)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise OutsideError(reason="không phải JSON đã thoả thuận", lost=method == "PUT") from error
        word, note = (said.status or "")[:WORD_MAX], (said.note or "")[:NOTE_MAX]
        return Result(their_id=said.id, word=word or None, note=note or None)


def outside(dialect: Dialect, http: httpx.AsyncClient) -> Outside:
    """The system's way of speaking."""
    return Open311System(http) if dialect is Dialect.OPEN311 else SignedSystem(http)


async def addresses_of(host: str) -> list[str]:
    """Every address a name has."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


async def fetch_photo(http: httpx.AsyncClient, url: str) -> bytes | None:
    """The photo at an address a poster named; None when it cannot or may not be had.

    The name is looked up once and that address is spoken to, so that it cannot mean another a moment later; no
    redirects, 15 seconds, 12 MB. Whether it is a photo at all is judged where all photos are.
    """
    try:
        address = httpx.URL(url)
        target = public_address(await addresses_of(address.host))
        if target is None:
            return None
        asked = http.stream(
            "GET",
            address.copy_with(host=target),
            headers={"Host": address.netloc.decode("ascii")},
            extensions={"sni_hostname": address.host},
            timeout=TIMEOUT,
            follow_redirects=False,
        )
        async with asyncio.timeout(PATIENCE), asked as answer:
            if answer.status_code != httpx.codes.OK:
                return None
            body = b""
            async for part in answer.aiter_bytes():
                body += part
                if len(body) > MEDIA_MAX:
                    return None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError, ValueError):
        return None
    return body or None
