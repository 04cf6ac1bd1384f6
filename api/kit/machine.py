"""One machine's folder, port, secret and logs, for a process that runs everything on it."""

import asyncio
import fcntl
import hashlib
import os
import secrets
import signal
import socket
import sys
from pathlib import Path
from typing import IO

from api.kit.children import LINUX, PR_SET_PDEATHSIG, libc

ROOT = Path(__file__).resolve().parents[2]
LOG_LIMIT = 20_000_000
FIND_LOADED = "select version from data_load where name = $1"
PUT_LOADED = """
insert into data_load (name, version) values ($1, $2)
on conflict (name) do update set version = excluded.version, loaded_at = now()
"""
"""What a database holds, by edition: `base` facts, the `demo`, and the `tree` of files they came from."""


class UnusableError(RuntimeError):
    """The machine cannot run us like this; the message says what to do."""


def say(line: str) -> None:
    """One line of progress."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def hold_folder(data: Path) -> IO[str]:
    """Take the data folder for ourselves; the lock goes when we go, however that is."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = (data / "lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.seek(0)
        message = f"Ngõ Số already runs on {data} (process {lock.read().strip()}); stop it or set DATA_DIR"
        raise UnusableError(message) from None
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()
    return lock


def read_port() -> int:
    """PORT, or 8000."""
    said = os.environ.get("PORT") or "8000"
    if not said.isdecimal():
        message = f"PORT is {said!r}, not a number"
        raise UnusableError(message)
    return int(said)


def tree_version() -> str:
    """A hash of every file that decides what a database starts with: code, data and migrations."""
    content = hashlib.sha256()
    for room in ("api", "outreach", "migrations"):
        for path in sorted((ROOT / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                content.update(path.read_bytes())
    return content.hexdigest()


def claim_port(host: str, port: int) -> None:
    """Say clearly when somebody else has the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"port {port} is in use or not allowed ({error.strerror}); try PORT={port + 1} make run"
            raise UnusableError(message) from error


def read_secret(data: Path) -> str:
    """The installation's root secret, made once, readable by us alone."""
    path = data / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


def open_log(data: Path, name: str) -> Path:
    """The log file of a child; one that grew too long is put aside."""
    path = data / "log" / f"{name}.log"
    path.parent.mkdir(exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_LIMIT:
        path.replace(path.with_suffix(".log.1"))
    return path


def die_with_make() -> None:
    """Under make, end with it: somebody who kills make means all of this."""
    if LINUX and "MAKELEVEL" in os.environ:
        libc.prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0)


async def is_answering(port: int) -> bool:
    """Whether /readyz says 200."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        writer.write(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return b" 200 " in await asyncio.wait_for(reader.readline(), 5)
    except (OSError, TimeoutError):
        return False
    finally:
        writer.close()
