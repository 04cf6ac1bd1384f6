"""Strangers' readers take what we publish: feedparser the feed, geojson-validator the areas, capvalidator the messages."""

from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import httpx
import msgspec
import pytest
from capvalidator import validate_cap_message

from api.alerts import actions
from api.alerts.contracts import Cancellation, Circle
from api.alerts.rules.checking import cap_faults
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.alerts import published
from tests.given.geojson import geojson_faults
from tests.given.identity import demo_people
from tests.given.reports import officer
from tests.given.time import frozen

AT = datetime(2025, 11, 3, tzinfo=UTC)
SQUARE = [[16.45, 107.58], [16.45, 107.62], [16.49, 107.62], [16.49, 107.58], [16.45, 107.58]]


@pytest.fixture
async def everything(tx: Connection, settings: Settings) -> int:
    """A warning by communes, one drawn, a drill, a test, and one updated and cancelled; how many messages that is."""
    await demo_people(tx)
    with frozen(AT):
        await published(tx, settings)
        circle = Circle(lat=16.33, lon=107.59, radius_km=1.5)
        await published(tx, settings, polygons=[SQUARE], circles=[circle])
        await published(tx, settings, status="exercise")
        await published(tx, settings, status="test")
        first = await published(tx, settings, headline="Lũ trên sông Bồ")
    with frozen(AT + timedelta(hours=1)):
        second = await published(tx, settings, replaces=first.id)
    with frozen(AT + timedelta(hours=2)):
        await actions.cancel(tx, second.id, Cancellation(reason="Nước rút"), officer(), settings=settings)
    return 7


async def test_a_feed_reader_finds_every_message_with_its_document_and_place(
    client: httpx.AsyncClient, everything: int
) -> None:
    with frozen(AT + timedelta(hours=3)):
        answer = await client.get("/alerts.atom")
        feed = feedparser.parse(answer.content, response_headers=dict(answer.headers))
    assert (feed.bozo, feed.version, feed.encoding) == (False, "atom10", "utf-8")
    assert feed.feed.title
    assert feed.feed.updated_parsed
    assert len(feed.entries) == everything
    assert len({entry.id for entry in feed.entries}) == everything
    for entry in feed.entries:
        assert entry.title
        assert entry.updated_parsed >= entry.published_parsed
        assert entry.where.type in ("Point", "Polygon")
        (document,) = [link.href for link in entry.links if link.type == "application/cap+xml"]
        cap = (await client.get(document)).content
        result = validate_cap_message(cap, strict=False)
        assert (result.passed, cap_faults(cap)) == (True, []), result.message


async def test_areas_are_sound_geojson(client: httpx.AsyncClient, everything: int) -> None:
    with frozen(AT + timedelta(hours=3)):
        answer = await client.get("/v1/alerts.geojson")
    document: dict[str, Any] = msgspec.json.decode(answer.content)
    assert 3 <= len(document["features"]) <= everything
    assert geojson_faults(document) == {}


def test_the_validator_would_tell() -> None:
    """Swapped, open and turned the wrong way: so that the silence above means something."""
    clockwise = [[107.58, 16.45], [107.58, 16.49], [107.62, 16.49], [107.62, 16.45], [107.58, 16.45]]
    for ring in ([point[::-1] for point in clockwise], clockwise[:-1], clockwise):
        feature = {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        assert geojson_faults({"type": "FeatureCollection", "features": [feature]})
