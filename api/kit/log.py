"""Structured logs: one JSON object a line, a request id, never personal data.

What may be logged is a closed list of keys. Anything else is dropped here rather than trusted
to every caller: names, phones, codes, texts and addresses never reach a log.
"""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset({
    "attempt", "count", "duration_ms", "error", "event", "event_id", "exception", "host", "job",
    "kind", "level", "logger", "component", "method", "path", "port", "problem", "request_id", "route", "server",
    "status", "timestamp", "url", "worker",
})  # fmt: skip


def only_allowed(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop every key that is not known to be free of personal data."""
    return {key: value for key, value in entry.items() if key in ALLOWED}


def frames_only(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace an exception by its type and code places: its message may quote a person's data."""
    info = entry.pop("exc_info", None)
    if isinstance(info, tuple):
        info = info[1]
    if isinstance(info, BaseException):
        places, step = [], info.__traceback__
        while step is not None:
            places.append(f"{step.tb_frame.f_code.co_qualname}:{step.tb_lineno}")
            step = step.tb_next
        entry["error"] = type(info).__name__
        entry["exception"] = " > ".join(places[-12:])
    return entry


def set_up_logging(level: str = "info") -> None:
    """Log JSON lines to standard error, through structlog and the standard library alike."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        frames_only,
        only_allowed,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.processors.JSONRenderer()]
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def logger(name: str) -> structlog.typing.FilteringBoundLogger:
    """A logger of ours."""
    found: structlog.typing.FilteringBoundLogger = structlog.get_logger(component=name)
    return found
