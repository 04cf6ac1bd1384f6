"""The worker process: one relay, two queues (urgent goes ahead), until it is told to stop."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import msgspec
from arq import Worker
from arq.connections import ArqRedis, RedisSettings, create_pool
from arq.worker import func
from redis.exceptions import RedisError

from api.kit.db import PoolDatabase, open_pool
from api.kit.files import open_files
from api.kit.log import logger, set_up_logging
from api.kit.settings import Settings, read_settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokens
from api.messages.gateway.post_office import carriers_of
from workers import alerts, figures, integration, nightly, open311, reports, zalo
from workers.carrying import Post
from workers.hands import Hands
from workers.listening import listen
from workers.relay import QUEUE_FULL, Relay, Waiting
from workers.wiring import WIRING
from workers.work import Jobs, Wiring

URGENT, NORMAL = "ngo-so:urgent", "ngo-so:normal"
SIDE_BY_SIDE = {URGENT: 8, NORMAL: 8}
POLL_SECONDS = 0.05
JOB_SECONDS = 120
POOL_LEAST = 20
"""Connections: the hands, both queues and the post each hold some for a moment."""
GOODBYE_SECONDS = 5
NICE = 5
"""Steps behind the API: about a third of its share of the processor when both want all of it."""
log = logger("worker")


def queue_settings(url: str) -> RedisSettings:
    """The settings arq wants of a redis:// or unix:// address."""
    if url.startswith("unix://"):
        return RedisSettings(unix_socket_path=url.removeprefix("unix://"))
    return RedisSettings.from_dsn(url)


def encode(value: dict[str, Any]) -> bytes:
    """Queue messages are msgspec JSON, never pickle: errors travel as their type's name."""
    return msgspec.json.encode(value, enc_hook=lambda thing: type(thing).__name__)


def new_worker(queue: str, redis: ArqRedis, jobs: Jobs) -> Worker:
    """An arq worker on one queue; the relay, not arq, sends failed jobs again."""

    async def run_job(_: dict[str, Any], event_id: int, name: str) -> None:
        try:
            await jobs.run(event_id, name)
        except Exception as error:
            # Logged by type and place only; the relay sends it again.
            log.exception("job_failed", job=name, event_id=event_id, exc_info=error)

    return Worker(
        [func(run_job, name="run_job", keep_result=0, max_tries=1)],  # type: ignore[arg-type]  # arq types a keyword-free protocol
        queue_name=queue,
        redis_pool=redis,
        max_jobs=SIDE_BY_SIDE[queue],
        poll_delay=POLL_SECONDS,
        job_timeout=JOB_SECONDS,
        handle_signals=False,
        job_serializer=encode,
        job_deserializer=msgspec.json.decode,
        health_check_interval=60,
        log_results=False,
    )


async def work(settings: Settings, stop: asyncio.Event, wiring: Wiring = WIRING) -> None:
    """Run until `stop` is set; jobs under way are finished first."""
    pool = await open_pool(settings.database_url, size=max(settings.pool_size, POOL_LEAST))
    redis = await create_pool(
        queue_settings(settings.queue_url), job_serializer=encode, job_deserializer=msgspec.json.decode
    )
    async with httpx.AsyncClient(timeout=10) as http, zalo_http(settings) as oa:
        database = PoolDatabase(pool)
        jobs = Jobs(wiring, database, open_files(settings), settings, http)

        async def enqueue(row: Waiting, name: str) -> None:
            try:
                await redis.enqueue_job(
                    "run_job",
                    row.id,
                    name,
                    _job_id=f"{row.id}:{name}",
                    _queue_name=URGENT if row.urgent else NORMAL,
                )
            except RedisError as error:
                raise ConnectionError from error

        async def queued() -> int:
            try:
                count: int = await redis.zcard(NORMAL)
            except (RedisError, OSError):
                return QUEUE_FULL
            return count

        hands = Hands(jobs)
        relay = Relay(database, jobs, enqueue, hands=hands, queued=queued)
        hands.when_free = relay.wake.set
        tokens = OaTokens(settings, database, oa)
        post = Post(database, settings, carriers_of(settings, http, oa, tokens))
        workers = [new_worker(queue, redis, jobs) for queue in SIDE_BY_SIDE]
        name = f"{socket.gethostname()}:{os.getpid()}"
        starts: list[Callable[[], Any]] = [
            relay.run,
            lambda: listen(settings.database_url, "outbox", relay.wake.set),
            lambda: relay.beat(name),
            lambda: nightly.watch(database, settings),
            lambda: figures.watch(database),
            lambda: open311.watch(database, http, settings),
            lambda: integration.watch(database, http, settings),
            lambda: reports.watch(database),
            lambda: zalo.watch(database, settings),
            lambda: alerts.watch(database, http, settings),
            post.run,
            lambda: listen(settings.database_url, "delivery", post.ring),
            *[worker.async_run for worker in workers],
        ]
        tasks = [asyncio.create_task(keep_going(start, stop)) for start in starts]
        log.info("worker_ready", worker=name)
        await stop.wait()
        for worker in workers:
            worker.main_task and worker.main_task.cancel()
            await asyncio.gather(*worker.tasks.values(), return_exceptions=True)
        await end(set(tasks))
        await asyncio.gather(hands.finish(), post.finish())
    await redis.aclose()
    with suppress(TimeoutError):
        await asyncio.wait_for(pool.close(), GOODBYE_SECONDS)


async def end(tasks: set[asyncio.Task[None]]) -> None:
    """Cancel until all have ended: a rollback on a database that is gone hides the first cancellation."""
    while tasks:
        for task in tasks:
            task.cancel()
        _, tasks = await asyncio.wait(tasks, timeout=1)


async def keep_going(start: Callable[[], Any], stop: asyncio.Event) -> None:
    """Start it again when it breaks, for as long as the worker lives."""
    while not stop.is_set():
        try:
            await start()
        except Exception as error:  # noqa: BLE001  a lost queue must not end the worker
            log.warning("worker_waits", error=type(error).__name__)
            await asyncio.sleep(1)


async def work_until_told(settings: Settings) -> None:
    """Work until SIGTERM or Ctrl-C."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await work(settings, stop)


def main() -> None:
    """`python -m workers.main`."""
    # Photos to blur are work for minutes; whoever calls for help waits for an answer of the API.
    os.nice(NICE)
    settings = read_settings()
    set_up_logging(settings.log_level)
    asyncio.run(work_until_told(settings))


if __name__ == "__main__":
    main()
