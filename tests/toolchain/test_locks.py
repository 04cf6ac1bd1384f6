"""Locks hold hashes and no addresses; nothing tracked names a registry or somebody's machine."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from api.kit.migrating import MIGRATIONS

ROOT = MIGRATIONS.parent
PINNED = re.compile(r"^([a-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
LOCKS = ("requirements.lock", "uv.lock.txt", "node.lock.txt")
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "mirror.com",
    "deb." + "debian.org",
]
MACHINES = ["/wo" + "rk/", "/ro" + "ot/"]
"""Written in two pieces, so that this file does not name them itself."""


def tracked() -> list[Path]:
    """Every file that is committed or about to be; outside of git, every file of ours."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    if listed == [""]:
        rooms = ("api", "outreach", "workers", "tests", "migrations", "docs", "miniapp/src")
        listed = [str(path.relative_to(ROOT)) for room in rooms for path in (ROOT / room).rglob("*")]
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert blocks
    assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []
    assert "://" not in text


def test_every_dependency_is_locked_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {name for name, _ in PINNED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8"))}
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=!~\[; ]", line)[0].lower() for line in asked}
    assert names - locked == set(), "run `make lock`"


def test_what_is_installed_is_what_is_locked() -> None:
    from importlib.metadata import distributions  # noqa: PLC0415  only here

    installed = {d.metadata["Name"].lower().replace("_", "-"): d.version for d in distributions()}
    locked: dict[str, set[str]] = {}
    for name, version in PINNED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")):
        locked.setdefault(name, set()).add(version)
    wrong = {
        name: installed[name] for name in locked if name in installed and installed[name] not in locked[name]
    }
    assert wrong == {}, f"run `python3 -m tasks run` with {sys.executable}"


def test_the_front_end_lock_has_integrity_and_no_address() -> None:
    packages = json.loads((ROOT / "miniapp" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 1
    assert [name for name, entry in packages.items() if "resolved" in entry and not entry.get("link")] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
    rule = (ROOT / "miniapp" / ".npmrc").read_text(encoding="utf-8").splitlines()
    assert "omit-lockfile-registry-resolved=true" in rule
    assert [line for line in rule if "registry" in line.replace("omit-lockfile-registry-resolved", "")] == []


def test_no_tracked_file_names_a_registry_or_a_machine() -> None:
    offenders = []
    for path in tracked():
        if path.suffix in (".png", ".webp", ".woff2", ".jpg", ".heic", ".ico"):
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        offenders += [(path.name, word) for word in [*REGISTRIES, *MACHINES] if word in text]
    assert offenders == []
