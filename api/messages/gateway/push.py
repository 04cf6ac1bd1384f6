"""To browsers, by Web Push: RFC 8030 delivery, RFC 8291 encryption, RFC 8292 (VAPID) proof of who sends.

Written on `cryptography` and PyJWT: pywebpush is under MPL and brings two more HTTP clients (decision 0060).
"""

import asyncio
import base64
import os
from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from urllib.parse import urlsplit

import httpx
import jwt
import msgspec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.kit.clock import now
from api.kit.settings import Settings
from api.kit.tokens import derive_key
from api.messages.gateway.carrier import NEVER_LEFT, SILENT, Browser, Letter, retry_after
from api.messages.rules.outcomes import Came, Outcome

RECORD = 4096
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
KEEP = timedelta(days=3)
"""How long a push service keeps a message for a phone that is off."""
GONE = (404, 410)
OK, TOO_MANY, FAULT = 300, 429, 500
CURVE = ec.SECP256R1()


def b64(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    """Bytes of base64url, padded or not."""
    return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    """The uncompressed public point: 65 bytes."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def vapid_key(settings: Settings) -> ec.EllipticCurvePrivateKey:
    """The installation's key, derived from SECRET_KEY: nothing more to keep safe or to lose."""
    number = int.from_bytes(derive_key(settings.secret_key, "vapid") * 2) % (P256_ORDER - 1) + 1
    return ec.derive_private_key(number, CURVE)


def push_key(settings: Settings) -> str:
    """The public key browsers subscribe with (`applicationServerKey`)."""
    return b64(point(vapid_key(settings)))


def derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """HKDF-SHA256."""
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


def sealed(
    text: bytes,
    browser_key: bytes,
    auth: bytes,
    *,
    key: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """The body only this browser opens: `aes128gcm` with one record (RFC 8291 §4). ValueError for bad keys."""
    own, salt = key or ec.generate_private_key(CURVE), salt or os.urandom(16)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, browser_key))
    material = derived(shared, auth, b"WebPush: info\0" + browser_key + point(own), 32)
    content_key = derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = derived(material, salt, b"Content-Encoding: nonce\0", 12)
    body = AESGCM(content_key).encrypt(nonce, text + b"\x02", None)
    return salt + RECORD.to_bytes(4) + bytes([65]) + point(own) + body


def allowed_endpoint(endpoint: str, hosts: str) -> bool:
    """Whether this is a push service we call: https on a known host, or a `*.` of one.

    Anything else would let a stranger have our server call addresses of its own network.
    """
    at = urlsplit(endpoint)
    for entry in hosts.split(","):
        pattern = entry.strip()
        if pattern.startswith("http://"):
            if endpoint.startswith(pattern + "/"):
                return True
        elif at.scheme == "https" and at.port in (None, 443) and not at.username:
            host = at.hostname or ""
            if host == pattern or (pattern.startswith("*.") and host.endswith(pattern[1:])):
                return True
    return False


class PushCarrier:
    """The push services of the browsers.

    They cannot be asked; the same `Topic` and the same tag on the screen make a second sending replace the
    first one instead of showing twice.
    """

    can_ask = False
    price_vnd = 0

    def __init__(self, http: httpx.AsyncClient, settings: Settings) -> None:
        self.http, self.settings = http, settings

    @cached_property
    def key(self) -> ec.EllipticCurvePrivateKey:
        """Our key."""
        return vapid_key(self.settings)

    def proof(self, endpoint: str) -> str:
        """Who sends, for this push service, for twelve hours (RFC 8292)."""
        at = urlsplit(endpoint)
        claims = {
            "aud": f"{at.scheme}://{at.netloc}",
            "exp": int((now() + timedelta(hours=12)).timestamp()),
            "sub": f"mailto:{self.settings.email_from}",
        }
        return f"vapid t={jwt.encode(claims, self.key, algorithm='ES256')}, k={b64(point(self.key))}"

    async def send(self, letter: Letter) -> Outcome:
        """To every browser of this person; one that takes it is enough, gone ones are named."""
        # Side by side: ten slow ones after each other would outlast the time a call may take.
        outcomes = await asyncio.gather(*(self.send_one(letter, browser) for browser in letter.browsers))
        pairs = zip(letter.browsers, outcomes, strict=True)
        gone = tuple(browser.id for browser, outcome in pairs if outcome.came is Came.UNREACHABLE)
        rank: Callable[[Outcome], int] = lambda outcome: list(Came).index(outcome.came)  # noqa: E731  a sort key
        order = sorted(outcomes, key=rank)
        best = order[0] if order else Outcome(came=Came.UNREACHABLE, reason="no-browser")
        return msgspec.structs.replace(best, gone=gone)

    async def send_one(self, letter: Letter, browser: Browser) -> Outcome:
        """To one browser."""
        if not allowed_endpoint(browser.endpoint, self.settings.push_hosts):
            return Outcome(came=Came.UNREACHABLE, reason="host-not-allowed")
        note = {
            "title": letter.words.subject,
            "url": letter.words.link,
            "tag": letter.id,
            "urgent": letter.urgent,
        }
        try:
            body = sealed(msgspec.json.encode(note), unb64(browser.p256dh), unb64(browser.auth))
        except ValueError:
            return Outcome(came=Came.UNREACHABLE, reason="bad-keys")
        headers = {
            "Authorization": self.proof(browser.endpoint),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(int(KEEP.total_seconds())),
            "Urgency": "high" if letter.urgent else "normal",
            "Topic": letter.id,
        }
        try:
            response = await self.http.post(browser.endpoint, content=body, headers=headers)
        except NEVER_LEFT as error:
            return Outcome(came=Came.LATER, reason=type(error).__name__)
        except httpx.HTTPError as error:
            return Outcome(came=Came.LOST, reason=type(error).__name__)
        return self.meaning(response)

    def meaning(self, response: httpx.Response) -> Outcome:
        """What a status means (RFC 8030): taken, gone, later, perhaps, or our fault."""
        status, reason = response.status_code, f"http-{response.status_code}"
        if status < OK:
            return Outcome(came=Came.TAKEN)
        if status in GONE:
            return Outcome(came=Came.UNREACHABLE, reason=reason)
        if status == TOO_MANY:
            return Outcome(came=Came.LATER, reason=reason, wait=retry_after(response))
        return Outcome(came=Came.LOST if status >= FAULT else Came.REFUSED, reason=reason)

    async def ask(self, letter: Letter) -> Outcome:  # noqa: ARG002  see `can_ask`
        """Nobody to ask."""
        return SILENT
