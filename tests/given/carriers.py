"""Local carriers over real sockets: a mail server, an SMS provider, a push service. They keep what they took."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from api.messages.gateway.push import b64, derived, point, unb64


class FakeSmtp:
    """A mail server: keeps messages; refuses boxes, says "later", or hangs up after the data, as told."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.senders: list[str] = []
        self.no_box: set[str] = set()
        self.later = False
        self.hang_up = False
        self.port = 0

    @property
    def url(self) -> str:
        """What SMTP_URL must say."""
        return f"smtp://127.0.0.1:{self.port}"

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        writer.write(b"220 fake ESMTP\r\n")
        sender = ""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while line := (await reader.readline()).decode().strip():
                verb = line.upper()
                if verb.startswith("MAIL FROM"):
                    sender = line[line.index("<") + 1 : line.index(">")]
                if verb.startswith("RCPT") and any(box in line for box in self.no_box):
                    writer.write(b"550 no such user\r\n")
                elif verb.startswith("RCPT") and self.later:
                    writer.write(b"451 greylisted\r\n")
                elif verb == "DATA":
                    writer.write(b"354 go on\r\n")
                    raw = await reader.readuntil(b"\r\n.\r\n")
                    parsed = message_from_bytes(raw[:-5].replace(b"\r\n..", b"\r\n."), policy=policy.default)
                    assert isinstance(parsed, EmailMessage)
                    self.taken.append(parsed)
                    self.senders.append(sender)
                    if self.hang_up:
                        break
                    writer.write(b"250 taken\r\n")
                elif verb == "QUIT":
                    writer.write(b"221 bye\r\n")
                    break
                elif verb.startswith("EHLO"):
                    writer.write(b"250-fake\r\n250 SMTPUTF8\r\n")
                else:
                    writer.write(b"250 ok\r\n")
        writer.close()

    @asynccontextmanager
    async def open(self) -> AsyncIterator["FakeSmtp"]:
        """Listen until the block ends."""
        server = await asyncio.start_server(self.talk, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self


class FakeProvider:
    """An SMS provider that keeps our contract: one id is sent once, and can be asked about."""

    def __init__(self) -> None:
        self.taken: dict[str, dict[str, str]] = {}
        self.posts: list[str] = []
        self.state = "queued"
        self.status = 200
        self.swallow = 0
        """So many POSTs are taken and then answered with a broken line: the answer is lost."""

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Serve one request (ASGI)."""
        body, more = b"", True
        while more:
            part = await receive()
            if part["type"] == "http.disconnect":
                return  # the caller was killed while it spoke
            body, more = body + part.get("body", b""), part.get("more_body", False)
        status, answer = self.status, b"{}"
        if scope["method"] == "GET":
            found = self.taken.get(scope["path"].rpartition("/")[2])
            status, answer = (200, json.dumps({"state": self.state}).encode()) if found else (404, b"{}")
        elif status == 200:
            message = json.loads(body)
            self.posts.append(message["id"])
            status = 409 if message["id"] in self.taken else 200
            self.taken.setdefault(message["id"], message)
            if self.swallow:
                self.swallow -= 1
                answer = b"<html>oops"
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": answer})


class FakePush:
    """A push service and the browsers behind it: opens what they can open."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.auth = b"0123456789abcdef"
        self.taken: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.status = 201

    def subscription(self, name: str = "a") -> dict[str, Any]:
        """What a browser's `toJSON()` gives."""
        return {
            "endpoint": f"{self.address}/push/{name}",
            "keys": {"p256dh": b64(point(self.key)), "auth": b64(self.auth)},
        }

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Serve one request (ASGI)."""
        body, more = b"", True
        while more:
            part = await receive()
            if part["type"] == "http.disconnect":
                return  # the caller was killed while it spoke
            body, more = body + part.get("body", b""), part.get("more_body", False)
        if self.status < 300:
            self.headers.append({name.decode(): value.decode() for name, value in scope["headers"]})
            self.taken.append(json.loads(opened(body, self.key, self.auth)))
        await send({"type": "http.response.start", "status": self.status, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def opened(body: bytes, key: ec.EllipticCurvePrivateKey, auth: bytes) -> bytes:
    """What a browser does with a push body (RFC 8291), written from the other side."""
    salt, length = body[:16], body[20]
    sender, sealed = body[21 : 21 + length], body[21 + length :]
    shared = key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
    material = derived(shared, auth, b"WebPush: info\0" + point(key) + sender, 32)
    content_key = derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = derived(material, salt, b"Content-Encoding: nonce\0", 12)
    plain = AESGCM(content_key).decrypt(nonce, sealed, None)
    return plain.rstrip(b"\0").removesuffix(b"\x02")


def private_key(number: str) -> ec.EllipticCurvePrivateKey:
    """A key from base64url of its number (the vectors of RFC 8291)."""
    return ec.derive_private_key(int.from_bytes(unb64(number)), ec.SECP256R1())
