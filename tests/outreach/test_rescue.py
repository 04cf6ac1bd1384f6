"""One phone brings home what another recorded: sealed for the server, signed by the phone, in its volunteer's name."""

import base64
import gzip
import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.kit.clock import now
from api.kit.db import Connection
from outreach.folding import FOLDS
from outreach.visits.actions import sync
from outreach.visits.actions.rescuing import bring_home
from outreach.visits.contracts import SyncBatch
from outreach.visits.contracts.rescuing import Rescued
from outreach.visits.rules.packing import in_full
from outreach.visits.rules.proving import plain, signed
from outreach.visits.rules.rescuing import RescueUnreadable, box_key, opened, rescue_key, rescue_point
from tests.given.outreach import SECRET, Phone, Walker, given_walker, statuses
from tests.given.outreach_sync import totals
from tests.given.time import frozen

Headers = Callable[..., dict[str, str]]
BOX = Path(__file__).with_name("rescue_box.json")
"""Made by the app's own code (miniapp/src/outreach/rescue/sealing.ts) for the secret of the tests."""


def letters(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def point_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def sealed(words: bytes) -> str:
    """As the app seals."""
    own, nonce = ec.generate_private_key(ec.SECP256R1()), os.urandom(12)
    key = box_key(own.exchange(ec.ECDH(), rescue_key(SECRET).public_key()))
    return letters(point_of(own) + nonce + AESGCM(key).encrypt(nonce, gzip.compress(words), None))


def proven(batch: SyncBatch, key: ec.EllipticCurvePrivateKey) -> SyncBatch:
    """Signed by the phone."""
    halves = utils.decode_dss_signature(key.sign(signed(batch), ec.ECDSA(SHA256())))
    proof = letters(b"".join(half.to_bytes(32) for half in halves))
    return msgspec.structs.replace(batch, public_key=letters(point_of(key)), proof=proof)


def box_of(phone: Phone, key: ec.EllipticCurvePrivateKey, events: list[Any]) -> str:
    return sealed(msgspec.json.encode(proven(phone.batch(events), key)))


async def carry(tx: Connection, box: str, by: Walker) -> Rescued:
    return await bring_home(tx, box, by=by.principal, secret=SECRET, folds=FOLDS)


async def test_what_is_carried_counts_as_its_authors_and_once(tx: Connection) -> None:
    walker = await given_walker(tx)
    carrier = await given_walker(tx, team_of=walker)
    phone, key = walker.phone(), ec.generate_private_key(ec.SECP256R1())
    home = phone.household()
    with pytest.raises(RescueUnreadable):
        await carry(tx, box_of(phone, key, phone.kept), carrier)  # of a phone nobody has met
    await direct(tx, phone, proven(phone.batch(), key))
    phone.visit(home, result="nobody_home")
    box = box_of(phone, key, phone.kept[1:])
    with frozen(now() + timedelta(hours=5)):
        told = await carry(tx, box, carrier)
        assert (told.events, told.taken, told.waiting, told.refused) == (1, 1, 0, 0)
        assert (await carry(tx, box, carrier)).taken == 1
        assert statuses(await direct(tx, phone, proven(phone.batch(phone.kept[1:]), key))) == ["duplicate"]
    assert await totals(tx) == [0, 0, 0, 0, 1]
    row = await tx.fetchrow(
        "select actor, corrected_at - device_time as shift from visit_event where type = 'visit_logged'"
    )
    assert row is not None
    assert row["actor"] == walker.principal.person_id
    assert abs(row["shift"]) < timedelta(minutes=1), "five hours in somebody's pocket are no error of a clock"


async def direct(tx: Connection, phone: Phone, batch: SyncBatch) -> Any:
    return await sync(tx, batch, by=phone.walker.principal, secret=SECRET, folds=FOLDS)


async def test_a_box_that_is_broken_or_anothers_says_nothing(tx: Connection) -> None:
    walker = await given_walker(tx)
    phone, key = walker.phone(), ec.generate_private_key(ec.SECP256R1())
    phone.household()
    await direct(tx, phone, proven(phone.batch(), key))
    good = box_of(phone, key, phone.kept)
    bad = [
        good[:-4] + "AAAA", "A" * 200, letters(b"\x04" + bytes(200)), sealed(b"[]"), sealed(b"{}"),
        box_of(phone, ec.generate_private_key(ec.SECP256R1()), phone.kept),
        sealed(msgspec.json.encode(phone.batch())),
    ]  # fmt: skip
    for box in bad:
        with pytest.raises(RescueUnreadable):
            await carry(tx, box, walker)
    assert (await carry(tx, good, walker)).taken == 1


def test_the_app_seals_as_the_server_opens() -> None:
    told = json.loads(BOX.read_text(encoding="utf-8"))
    assert plain(told["key"]) == rescue_point(SECRET)
    batch = in_full(opened(SECRET, told["sealed"]))
    assert [event["event_id"] for event in batch.events] == told["events"]


async def test_over_http(client: httpx.AsyncClient, as_person: Headers, tx: Connection) -> None:
    mine = as_person((await given_walker(tx)).person_id, staff=True)
    key = await client.get("/v1/outreach/rescue-key", headers=mine)
    assert (key.status_code, len(plain(key.json()["public_key"]))) == (200, 65)
    refused = await client.post("/v1/outreach/rescued", headers=mine, json={"sealed": "A" * 200})
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/rescue-unreadable")
