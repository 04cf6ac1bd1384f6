"""Jobs of Open311: what other systems posted becomes a report like everybody's, and cases are sent on to others."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import asyncpg
import httpx

from api.kit.clock import now
from api.kit.db import OneConnection, PoolDatabase
from api.kit.errors import Problem
from api.kit.log import logger
from api.kit.settings import Settings
from api.kit.tracking import tracking_key
from api.open311.actions import forwarding, posting
from api.open311.contracts import OutsideAnswered, PhotoNamed, ReportOffered, Sent
from api.open311.gateway import fetch_photo, outside
from api.open311.rules.forwarding import ATTEMPTS, Claim, NotTakenError, OutsideError, Result, in_time
from api.photos import actions as photos
from api.places import actions as places
from api.reports.actions import intake
from api.reports.actions.outside import take_word
from api.reports.contracts import NewReport, ReportMoved, ReportSubmitted
from workers.work import Call, Work, calls_out, together

LOOK_SECONDS = 5.0
log = logger("open311")


@calls_out
async def fetch_named(work: Work, event: PhotoNamed) -> Call | None:
    """Fetch the photo a post names, then have the report taken in; without it when it cannot be had."""
    post = await posting.hold(work.tx, event.token)
    if post is None or post.sent is None or post.sent.media_url is None:
        return None
    await posting.offer(work.tx, event.token)
    url, files, http = post.sent.media_url, work.files, work.http

    async def call() -> None:
        if (photo := await fetch_photo(http, url)) is not None:
            await files.put(posting.photo_key(event.token), photo, "application/octet-stream")

    return call


async def take_in(work: Work, event: ReportOffered) -> None:
    """Make a report of a post, once: its id was given to it when it came."""
    post = await posting.hold(work.tx, event.token)
    if post is None or post.sent is None:
        return
    sent = post.sent
    photo = await work.files.get(posting.photo_key(event.token))
    new = NewReport(
        id=post.report_id,
        category_code=sent.service_code,
        lat=sent.lat,
        lon=sent.lon,
        accuracy_m=sent.accuracy_m,
        commune_code=sent.commune_code or await commune_of(work, sent),
        happened_at=post.received_at,
        description=sent.description or None,
        photo_count=int(photo is not None),
        contact_phone=sent.phone,
    )
    try:
        async with work.tx.transaction():
            await intake.submit(work.tx, new, settings=work.settings, caller=None, demo=post.demo)
    except Problem as problem:
        reasons = "; ".join(error.message for error in problem.errors)
        await posting.finish(work.tx, event.token, refusal=reasons or problem.title)
        return
    if photo is not None:
        await add_photo(work, event, new, photo)
    await posting.finish(work.tx, event.token, refusal=None)


async def commune_of(work: Work, sent: Sent) -> str:
    """The commune of this province the point lies in, by boundaries where there are some."""
    located = await places.locate(work.tx, sent.lat, sent.lon, accuracy_m=sent.accuracy_m or 0)
    for candidate in located.candidates:
        if candidate.province_code == work.settings.province_code:
            return candidate.code
    return await posting.nearest_commune(work.tx, sent, work.settings) or ""


async def add_photo(work: Work, event: ReportOffered, new: NewReport, data: bytes) -> None:
    """The photo goes the way of every photo: judged, stripped, blurred, re-encoded; a bad one is left out."""
    key = tracking_key(work.settings.secret_key, new.id)
    with suppress(Problem):
        async with work.tx.transaction():
            await photos.add(
                OneConnection(work.tx),
                new.id,
                0,
                data,
                files=work.files,
                settings=work.settings,
                caller=None,
                key=key,
            )
    await work.files.delete(posting.photo_key(event.token))


@together
async def send_on(work: Work, event: ReportSubmitted | ReportMoved) -> None:
    """A case goes to the system of its agency, where a route says so."""
    await forwarding.consider(work.tx, event.report_id)


async def tell_case(work: Work, event: OutsideAnswered) -> None:
    """What the system says becomes a step of the case."""
    await take_word(work.tx, event.report_id, event.meaning, system=event.system, note=event.note)


async def forward_due(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings) -> int:
    """Speak to systems about every case whose turn it is; how many. No transaction is open meanwhile."""
    async with database.write() as tx:
        claims = await forwarding.claim_due(tx)
    by_system: dict[str, list[Claim]] = {}
    for claim in claims:
        by_system.setdefault(claim.system, []).append(claim)
    await asyncio.gather(*(converse(database, http, settings, its) for its in by_system.values()))
    return len(claims)


async def converse(
    database: PoolDatabase, http: httpx.AsyncClient, settings: Settings, claims: Sequence[Claim]
) -> None:
    """Speak to one system about its cases, one after the other, while they are ours; at its first trouble no more."""
    for place, claim in enumerate(claims):
        if not in_time(claim, now()):
            async with database.write() as tx:
                await forwarding.give_back(tx, claims[place:])
            return
        try:
            result = await speak(http, claim, forwarding.key_of(settings, claim))
        except OutsideError as trouble:
            log.warning("open311_trouble", kind=claim.system, error=trouble.reason)
            async with database.write() as tx:
                await forwarding.take_trouble(tx, claim, trouble, claims[place + 1 :])
            return
        except NotTakenError as refusal:
            async with database.write() as tx:
                await forwarding.take_refusal(tx, claim, refusal)
        else:
            async with database.write() as tx:
                if result is None:
                    await forwarding.give_up(tx, claim)
                else:
                    await forwarding.take_result(tx, claim, result)


async def speak(http: httpx.AsyncClient, claim: Claim, key: str) -> Result | None:
    """One conversation; None when it was tried too often. After a lost answer their list is looked through first."""
    system = outside(claim.dialect, http)
    if claim.state != "waiting":
        return await system.ask(claim, key)
    if claim.attempts >= ATTEMPTS:
        return None
    found = await system.find(claim, key) if claim.unsure else None
    return found or await system.post(claim, key)


async def watch(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings) -> None:
    """Send and follow for ever. What breaks with the database is tried again when the lease is over."""
    while True:
        try:
            await forward_due(database, http, settings)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            log.warning("forwarding_waits", error=type(error).__name__)
        await asyncio.sleep(LOOK_SECONDS)
