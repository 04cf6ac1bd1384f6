"""Posting through Open311: judged at once, kept, and made a report by a job, like everybody's."""

from datetime import timedelta
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.geo import distance_m
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.kit.tokens import keyed_hash
from api.open311.actions.serving import province_of
from api.open311.contracts import PhotoNamed, Posted, ReportOffered, Sent, TokenAnswer, Waiting
from api.open311.rules import placing, reading
from api.open311.rules.reading import Fields, Open311NotFound, Place
from api.open311.store import posting as store
from api.open311.store import serving
from api.open311.store.posting import NewPost

NOTICE = "Đã nhận. Mã phản ánh tra bằng token; tên, email và mã thiết bị của người gửi không được lưu."
KEPT, AGAIN = timedelta(days=400), timedelta(days=1)
AROUND_M = 60_000
"""Farther than this from every commune of the province: somebody else's matter."""


async def post(
    tx: Connection,
    fields: Fields,
    *,
    system: str,
    demo: bool,
    photo: bytes | None,
    once: str | None,
    files: Files,
    settings: Settings,
) -> Posted:
    """Keep what another system reports and answer its token; the same content again gets the same token.

    Again means within a day, or under the same key of the sender's, `once`.
    """
    await province_of(tx, fields)
    code = reading.one(fields, "service_code")
    if code is None:
        raise reading.wrong(field="service_code", message="bắt buộc")
    definition = await serving.find_definition(tx, code, on=today())
    if definition is None:
        raise Open311NotFound(detail=f"service_code: không có mã {code[:60]!r}")
    place = reading.place(fields)
    lines = [reading.described(fields), *reading.attributes(fields, definition.attributes)]
    lines += [f"Địa chỉ: {place.address}"] if place.address else []
    sent = await settled(
        tx,
        Sent(
            service_code=code,
            description=" · ".join(line for line in lines if line),
            lat=place.lat or 0.0,
            lon=place.lon or 0.0,
            phone=reading.phone(fields),
            media_url=reading.media(fields),
            photo=photo is not None,
        ),
        place,
        settings,
    )
    token = uuid7()
    hashes = content_hashes(settings, sent, photo, once)
    kept = await store.find_same(tx, system, hashes, since=now() - AGAIN, ever=hashes[0] if once else None)
    kept = kept or await store.insert_post(
        tx,
        NewPost(
            token=token,
            system=system,
            content_hash=hashes[0],
            report_id=uuid7(),
            sent=sent,
            demo=demo,
            received_at=now(),
        ),
    )
    if kept == token:
        if photo is not None:
            await files.put(photo_key(token), photo, "application/octet-stream")
        elsewhere = photo is None and sent.media_url is not None
        event = PhotoNamed(token=token) if elsewhere else ReportOffered(token=token)
        await outbox.emit(tx, event)
    return Posted(token=str(kept), service_notice=NOTICE)


def content_hashes(settings: Settings, sent: Sent, photo: bytes | None, once: str | None) -> list[str]:
    """What a post is known by: under the sender's key, else today, and before that yesterday.

    Clients try again when they hear nothing, also over midnight; another content under the same key is another post.
    """
    parts = msgspec.json.encode(sent, order="sorted").decode()
    seen = keyed_hash(settings.secret_key, "open311-photo", photo.hex()) if photo else ""
    days = [today().isoformat(), (today() - AGAIN).isoformat()]
    return [
        keyed_hash(settings.secret_key, "open311-post", parts, seen, under)
        for under in ([f"key {once}"] if once else days)
    ]


async def settled(tx: Connection, sent: Sent, place: Place, settings: Settings) -> Sent:
    """The post with a point: its own, inside the province, or the middle of what its address names."""
    communes = await store.list_communes(tx, settings.province_code)
    if place.lat is None or place.lon is None:
        guess = placing.spot(place.address or "", communes)
        if guess is None:
            raise reading.wrong(field="address_string", message="chưa tìm được nơi này, hãy gửi lat và long")
        return msgspec.structs.replace(
            sent,
            lat=guess.lat,
            lon=guess.lon,
            accuracy_m=guess.accuracy_m,
            commune_code=guess.commune_code,
        )
    away = min((distance_m(place.lat, place.lon, each.lat, each.lon) for each in communes), default=0)
    if away > AROUND_M:
        raise reading.wrong(field="lat, long", message="ngoài địa bàn tiếp nhận")
    return sent


def photo_key(token: UUID) -> str:
    """Where the photo of a post waits."""
    return f"open311/{token}"


async def follow(db: Connection, name: str, fields: Fields) -> TokenAnswer:
    """What became of a post."""
    await province_of(db, fields)
    try:
        found = await store.find_outcome(db, UUID(name))
    except ValueError:
        found = None
    if found is None:
        raise Open311NotFound(detail="token: không có mã này")
    return found


async def offer(tx: Connection, token: UUID) -> None:
    """The photo is there, or cannot be had: take the report in."""
    await outbox.emit(tx, ReportOffered(token=token))


async def hold(tx: Connection, token: UUID) -> Waiting | None:
    """A post to make a report of; None when it is done."""
    return await store.hold_post(tx, token)


async def nearest_commune(tx: Connection, sent: Sent, settings: Settings) -> str | None:
    """The commune of this province whose centre is nearest; for when no boundary says better."""
    communes = await store.list_communes(tx, settings.province_code)
    near = min(communes, key=lambda each: distance_m(sent.lat, sent.lon, each.lat, each.lon), default=None)
    return near.code if near else None


async def finish(tx: Connection, token: UUID, *, refusal: str | None) -> None:
    """The post is a report now, or never will be."""
    await store.set_taken(tx, token, at=now(), refusal=refusal)


async def forget_old(tx: Connection) -> None:
    """Drop tokens of long ago."""
    await store.forget_posts(tx, before=now() - KEPT)
