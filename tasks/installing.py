"""Installing what Python needs into this folder: uv, then the packages exactly as locked."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS, VENV, CACHE = ROOT / ".tools", ROOT / ".venv", ROOT / ".cache"
PYTHON, UV = VENV / "bin" / "python", TOOLS / "bin" / "uv"
LEAST_PYTHON = (3, 11)
MEMORY = Path("/dev/shm")  # noqa: S108  only ever a folder of our own in it
PLENTY = 4 << 30
"""Bytes: a run needs one GB."""
COMPILE = """
from api.procedures.rules.ranking import Index
from api.procedures.rules.thesaurus import Thesaurus
Index([], [], Thesaurus([], []))
"""


def keep_bytecode() -> None:
    """Compiled modules are kept in .cache, whatever the machine says.

    A run of all tests starts some forty Pythons: each would compile a thousand files again, pytest every test.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(CACHE / "bytecode"))


def throwaway_folder() -> Path | None:
    """A folder in memory for what tests throw away, or None where there is not plenty of it.

    A run makes and deletes a hundred thousand files, and ext4 is slow to make files where many were just deleted:
    copying a database takes 0.7 s there and 0.05 s here.
    """
    try:
        available = int(Path("/proc/meminfo").read_text().split("MemAvailable:")[1].split()[0]) << 10
        if min(available, shutil.disk_usage(MEMORY).free) < PLENTY:
            return None
        folder = MEMORY / f"ngo-so-tests-{os.geteuid()}"
        folder.mkdir(mode=0o755, exist_ok=True)
        return folder if folder.stat().st_uid == os.geteuid() else None
    except (OSError, IndexError, ValueError):
        return None


def say(line: str) -> None:
    """One line of progress."""
    print(line, file=sys.stderr, flush=True)


def run(*command: object, cwd: Path = ROOT, **environ: str) -> None:
    """Run a command or end with its exit code."""
    parts = [str(part) for part in command]
    done = subprocess.run(parts, cwd=cwd, env={**os.environ, **environ}, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done and how long it took."""
    say(f"… {what}")
    started = time.monotonic()
    yield
    say(f"  {what}: {time.monotonic() - started:.1f} s")


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """A hash of files and words."""
    content = hashlib.sha256("\0".join(more).encode())
    for path in sorted(paths):
        content.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return content.hexdigest()


def unless_same(made: Path, now: str, make: Callable[[], None], *, stamp: Path | None = None) -> None:
    """Make it unless it is there and its stamp says that it was made from the same."""
    stamp = stamp or made.parent / ".stamp"
    if made.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == now:
        return
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now, encoding="utf-8")


@contextmanager
def installing() -> Iterator[None]:
    """Only one process installs at a time."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "install.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def uv(*arguments: object) -> None:
    """Run uv with its cache in this folder, trusting what the system trusts."""
    cache = os.environ.get("UV_CACHE_DIR", str(CACHE / "uv"))
    system = os.environ.get("UV_SYSTEM_CERTS", "1")
    run(UV, "--quiet", *arguments, UV_CACHE_DIR=cache, UV_SYSTEM_CERTS=system)


def install_uv() -> None:
    """The installer, by hash, into .tools."""
    with step("installing uv"):
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        flags = ("--no-compile", "--upgrade", "--require-hashes", "--target", TOOLS)
        run(*pip, *flags, "-r", ROOT / "uv.lock.txt")


def install_packages() -> None:
    """The virtual environment, exactly as locked."""
    with step("installing Python packages"):
        if not PYTHON.exists():
            uv("venv", "--allow-existing", "--python", sys.executable, VENV)
        uv("pip", "sync", "--python", PYTHON, "--require-hashes", ROOT / "requirements.lock")


def compile_search() -> None:
    """The inner loop of search (docs/decisions/0052), so that the first start does not compile it."""
    with step("compiling the search"):
        run(PYTHON, "-c", COMPILE)


def install() -> None:
    """Everything Python needs; nothing is done twice."""
    if sys.version_info < LEAST_PYTHON:
        say(f"Ngõ Số needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable})")
        raise SystemExit(1)
    version = "{}.{}".format(*sys.version_info)
    with installing():
        unless_same(UV, fingerprint([ROOT / "uv.lock.txt"]), install_uv)
        lock = fingerprint([ROOT / "requirements.lock"], version)
        unless_same(PYTHON, lock, install_packages)
        loops = ROOT / "api" / "procedures" / "rules" / "weighing.py"
        kept = CACHE / "compiled"
        unless_same(loops, fingerprint([loops], lock), compile_search, stamp=kept)
