"""`make mutants`: break rules and kit, one place at a time, and count how often the tests notice.

SAMPLE (500) mutants are drawn at random (seeded) of all there are; SAMPLE=0 tries every one; MINUTES (30) bounds the time. All runs share
one database server, so that a mutant costs its own tests only. Survivors are listed in
mutants/survivors.txt: `mutmut show <name>` shows one.
"""

import json
import math
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from api.kit.migrating import MIGRATIONS
from tests.given.cluster import test_server

ROOT = MIGRATIONS.parent
MUTANTS = ROOT / "mutants"
CHILD = Path(__file__).with_name("child.py")
CHOSEN, LOG = MUTANTS / "chosen.txt", MUTANTS / "mutmut.log"
KILLED = {1, 3, 37}
TIMED_OUT = {24, 36, 152, -24, -9, 255}
SURVIVED, UNTESTED = 0, 33
Z = 1.96


def outcomes() -> Iterator[tuple[str, int | None]]:
    """Every mutant made so far with the exit code of its tests."""
    for meta in sorted(MUTANTS.rglob("*.meta")):
        yield from json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].items()


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95% interval of a share."""
    share, square = part / whole, Z * Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = Z * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    return middle - half, middle + half


def verdict(code: int | None) -> str:
    """What an exit code says."""
    if code is None:
        return "not tried"
    if code in KILLED:
        return "killed"
    if code in TIMED_OUT:
        return "timed out"
    return {SURVIVED: "survived", UNTESTED: "no test"}.get(code, "suspicious")


def run_mutmut(size: int, minutes: float) -> None:
    """Let mutmut work for so long; what is not done in time stays untried. Its own words go to a file."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("wb") as log:
        command = [sys.executable, str(CHILD), str(size), str(CHOSEN)]
        child = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            code = child.wait(minutes * 60)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGINT)
            code = 0 if child.wait(120) is not None else 1
    if code:
        words = LOG.read_text(encoding="utf-8", errors="replace").replace("\r", "\n").splitlines()
        print("\n".join(words[-40:]))
        raise SystemExit(code)


def main() -> None:
    """Make all mutants, try a sample, and say the share killed, by file and in all."""
    size, minutes = int(os.environ.get("SAMPLE", "500")), float(os.environ.get("MINUTES", "30"))
    with test_server() as server:
        os.environ |= {"TEST_DATABASE_URL": server.admin_url, "TEST_TEMPLATE": server.template}
        run_mutmut(size, minutes)
    chosen, names = set(CHOSEN.read_text(encoding="utf-8").split()), [name for name, _ in outcomes()]
    results = {name: verdict(code) for name, code in outcomes() if name in chosen}
    survivors = sorted(name for name, said in results.items() if said in ("survived", "no test"))
    (MUTANTS / "survivors.txt").write_text("\n".join(survivors) + "\n", encoding="utf-8")
    by_file = Counter(
        (name.split(".x", 1)[0], said in ("killed", "timed out")) for name, said in results.items()
    )
    for file in sorted({file for file, _ in by_file}):
        killed, alive = by_file[file, True], by_file[file, False]
        print(f"{killed:5} of {killed + alive:5} killed  {file}")
    said = Counter(results.values())
    tried = len(results) - said["not tried"]
    killed = said["killed"] + said["timed out"]
    low, high = wilson(killed, tried) if tried else (0.0, 0.0)
    print(dict(said))
    print(
        f"mutants: {killed} of {tried} tried were killed = {killed / max(tried, 1):.1%} "
        f"(95%: {low:.1%} to {high:.1%} of all {len(names)})"
    )


if __name__ == "__main__":
    main()
