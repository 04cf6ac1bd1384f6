"""The door: mounts every router and nothing else."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import msgspec
from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.datastructures import State
from litestar.types import ControllerRouterHandler

from api.alerts import routes as alerts
from api.alerts.actions.board import keep_current as keep_board_current
from api.categories import routes as categories
from api.consents import routes as consents
from api.dossiers import routes as dossiers
from api.figures import routes as figures
from api.floods import routes as floods
from api.gauges import routes as gauges
from api.grants import routes as grants
from api.grants.actions import load_principal
from api.identity import routes as identity
from api.kit.db import Database, PoolDatabase, open_pool
from api.kit.files import Files, open_files
from api.kit.log import set_up_logging
from api.kit.settings import Settings, read_settings
from api.kit.zalo import ZaloGraph
from api.messages import routes as messages
from api.moderation import routes as moderation
from api.nearby import routes as nearby
from api.open311 import routes as open311
from api.photos import routes as photos
from api.places import routes as places
from api.procedures import routes as procedures
from api.procedures.actions.finding import keep_current as keep_catalogue_current
from api.published import routes as published
from api.reports import routes as reports
from api.rescue import routes as rescue
from api.sealed import routes as sealed
from api.web.auth import PEOPLE, Authenticate, refuse_unguarded
from api.web.database import PLUMBING
from api.web.edge import Edge, Ways
from api.web.frontend import frontend_handler
from api.web.health import health_router
from api.web.lane import lanes_of
from api.web.limits import BODY_LIMIT, new_limiter
from api.web.openapi import build_schema, openapi_router
from api.web.sealed_ids import SealedIds
from api.zalo import routes as zalo
from outreach import door as outreach

ROUTERS: list[ControllerRouterHandler] = [
    identity.router,
    consents.router,
    grants.router,
    messages.router,
    places.router,
    procedures.router,
    dossiers.router,
    categories.router,
    Router("/", route_handlers=[reports.router, published.router, nearby.router]),
    photos.router,
    moderation.router,
    sealed.router,
    figures.router,
    open311.router,
    alerts.router,
    gauges.router,
    floods.router,
    rescue.router,
    zalo.router,
    outreach.router,
]
"""One a slice, in the order of the map in docs/architecture.md."""


def create_app(
    settings: Settings, *, database: Database | None = None, files: Files | None = None
) -> Litestar:
    """The application. Tests give their own database and files; otherwise a pool is opened."""
    set_up_logging(settings.log_level)

    @asynccontextmanager
    async def hold_pool(app: Litestar) -> AsyncIterator[None]:
        if database is not None:
            yield
            await close_outside(app)
            return
        pool = await open_pool(settings.database_url, size=settings.pool_size)
        app.state.database = PoolDatabase(pool)
        # Calls for help wait behind nobody else's work for a connection.
        rescue_pool = await open_pool(settings.database_url, size=4)
        app.state.rescue_database = PoolDatabase(rescue_pool)
        keeping = [
            asyncio.create_task(keep(app.state.database))
            for keep in (keep_catalogue_current, keep_board_current)
        ]
        try:
            yield
        finally:
            for each in keeping:
                each.cancel()
            await asyncio.wait(keeping)
            await close_outside(app)
            await rescue_pool.close()
            await pool.close()

    app = Litestar(
        [frontend_handler(), health_router, openapi_router, *zalo.site_proof(settings), *ROUTERS],
        dependencies={**PLUMBING, **PEOPLE},
        middleware=[Authenticate(load_principal), SealedIds()],
        exception_handlers={Exception: open311.told},
        lifespan=[hold_pool],
        openapi_config=None,
        cors_config=CORSConfig(
            allow_origins=[origin for origin in settings.cors_origins.split(",") if origin],
            allow_headers=[
                "Authorization",
                "Content-Type",
                "Content-Encoding",
                "X-Tracking-Key",
                "If-None-Match",
            ],
            expose_headers=["ETag", "Retry-After", "X-Request-Id"],
            max_age=86_400,
        ),
        request_max_body_size=BODY_LIMIT,
        logging_config=None,
        state=State(
            {
                "settings": settings,
                "database": database,
                "rescue_database": None,
                "files": files or open_files(settings),
                "limiter": new_limiter(),
                "find_system": dossiers.system_finder(settings),
                "tally": procedures.open_tally(lambda: app.state.database),
                "reception": reports.open_reception(lambda: app.state.database, settings),
                "zalo": ZaloGraph(settings),
                "province": identity.open_province(settings),
            }
        ),
    )
    refuse_unguarded(app)
    app.asgi_handler = Edge(Ways(app.asgi_handler, cast("Any", app.asgi_handler).app, lanes_of(app)))
    return app


async def close_outside(app: Litestar) -> None:
    """Let go of the connections to servers that are not ours."""
    await app.state.zalo.close()
    await app.state.province.close()


def serve() -> Litestar:
    """The application of the environment's settings: what the ASGI server calls."""
    return create_app(read_settings())


def write_openapi() -> None:
    """`python -m api.app`: print the OpenAPI document, for the front end's types."""
    settings = Settings(database_url="unused", secret_key="x" * 32)
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(build_schema(create_app(settings)))))


if __name__ == "__main__":
    write_openapi()
