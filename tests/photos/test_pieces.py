"""A photo over a network that breaks: in pieces, each any number of times, taken exactly once (hard case 24)."""

from hashlib import sha256
from uuid import UUID

import httpx

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from api.photos.actions import pieces
from tests.given.photos import jpeg
from tests.given.reports import reported

PHOTO = jpeg(200, 150)
DIGEST = sha256(PHOTO).hexdigest()
CUTS = [(0, 1_000), (1_000, 2_500), (2_500, len(PHOTO))]


class Phone:
    """Somebody who sends one photo of one report."""

    def __init__(self, client: httpx.AsyncClient, report_id: UUID, key: str) -> None:
        self.client, self.headers = client, {"X-Tracking-Key": key}
        self.path = f"/v1/reports/{report_id}/photos/0/pieces"

    async def send(self, start: int, end: int, digest: str = DIGEST, data: bytes = PHOTO) -> httpx.Response:
        """One piece."""
        query: dict[str, str | int] = {"digest": digest, "offset": start, "length": len(data)}
        return await self.client.patch(self.path, params=query, content=data[start:end], headers=self.headers)

    async def ask(self, digest: str = DIGEST) -> object:
        """Where to go on."""
        return (await self.client.get(self.path, params={"digest": digest}, headers=self.headers)).json()


async def phone_of(client: httpx.AsyncClient, tx: Connection, settings: Settings) -> Phone:
    """A phone whose report announced a photo."""
    receipt = await reported(tx, settings, photo_count=1)
    return Phone(client, receipt.id, receipt.tracking_key)


async def test_hard_case_24_a_photo_broken_off_goes_on_where_it_was_and_is_taken_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    phone = await phone_of(client, tx, settings)
    assert await phone.ask() == {"offset": 0, "whole": False}
    for start, end in (CUTS[0], CUTS[1], CUTS[1]):
        assert (await phone.send(start, end)).json() == {"offset": end, "whole": False}
    # The app is killed; another start asks and goes on. The last answer is lost and the last piece sent again.
    assert await phone.ask() == {"offset": 2_500, "whole": False}
    for _ in range(2):
        answer = await phone.send(*CUTS[2])
        assert (answer.status_code, answer.json()) == (200, {"offset": len(PHOTO), "whole": True}), (
            answer.text
        )
    assert (await phone.ask())["whole"]  # type: ignore[index]
    assert await tx.fetchval("select count(*) from photo where sha256 = $1", DIGEST) == 1
    assert await tx.fetchval("select count(*) from photo_part") == 0
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'photo_received'") == 1


async def test_a_piece_out_of_turn_says_where_to_go_on_and_another_photo_begins_anew(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    phone = await phone_of(client, tx, settings)
    await phone.send(*CUTS[0])
    answer = await phone.send(*CUTS[2])
    assert (answer.status_code, answer.json().get("extra")) == (409, {"offset": 1_000}), answer.text
    other = jpeg(120, 90)
    begun = await phone.send(0, len(other), sha256(other).hexdigest(), other)
    assert begun.json()["whole"] is True
    assert (await phone.send(*CUTS[0])).json()["type"] == "/problems/photo-place-taken"


async def test_what_is_no_photo_too_long_or_somebody_elses_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    phone = await phone_of(client, tx, settings)
    assert (await phone.send(0, len(PHOTO), "0" * 64)).status_code == 422
    query: dict[str, str | int] = {"digest": DIGEST, "offset": 11_999_999, "length": 12_000_000}
    answer = await client.patch(phone.path, params=query, content=b"ab", headers=phone.headers)
    assert answer.status_code == 422
    query = {"digest": DIGEST, "offset": 0, "length": len(PHOTO)}
    assert (await client.patch(phone.path, params=query, content=PHOTO)).status_code == 404
    assert (await client.get(phone.path, params={"digest": DIGEST})).status_code == 404


async def test_pieces_whose_rest_never_came_go_after_a_week(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    phone = await phone_of(client, tx, settings)
    await phone.send(*CUTS[0])
    await pieces.forget_pieces(tx)
    assert await tx.fetchval("select count(*) from photo_part") == 1
    await tx.execute("update photo_part set received_at = received_at - interval '8 days'")
    await pieces.forget_pieces(tx)
    assert await tx.fetchval("select count(*) from photo_part") == 0
