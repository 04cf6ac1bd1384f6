"""What `make` does, for machines with or without make: `python3 -m tasks run`, `test`, `check` and so on.

Needs only Python 3.11 and its pip. Everything it installs lies in this folder (.tools, .venv, .cache).
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tasks.front_end import (
    TYPES,
    build_front_end,
    check_front_end,
    check_sizes,
    check_types,
    install_front_end,
    npm,
    write_types,
)
from tasks.installing import (
    CACHE,
    PYTHON,
    ROOT,
    VENV,
    install,
    keep_bytecode,
    run,
    say,
    step,
    throwaway_folder,
    uv,
)

BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
"""A worker takes whole files, in their order: sorted by how many tests they hold, the slow ones would come last."""
PYTHON_FOLDERS = ("api", "outreach", "workers", "tests", "tasks")


def task_run() -> None:
    """Everything on this machine: http://127.0.0.1:8000 (PORT, DATA_DIR, DEMO=0, DATABASE_URL, QUEUE_URL)."""
    install()
    build_front_end()
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), "-m", "api.standalone", *sys.argv[2:]])


def task_test() -> None:
    """Every test: pytest, the front end's and real-browser journeys (TEST_DATABASE_URL for a real server)."""
    install()
    build_front_end()
    install_front_end()
    # As many as there are cores: each one more reads all tests and builds the application again, and no core is idle.
    workers = min(os.cpu_count() or 1, 8)
    # A browser waits more than it works and pytest works more than it waits: side by side they fill
    # two cores. What the journeys say is kept and shown in one piece.
    words = CACHE / "journeys.log"
    with words.open("wb") as log, ExitStack() as ended:

        def beside(*command: Path | str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            ended.callback(process.wait)
            ended.callback(process.terminate)
            return process

        if not os.environ.get("TEST_DATABASE_URL"):
            beside(
                PYTHON, "-m", "tests.given.cluster"
            )  # the database to copy, made while pytest reads the tests
        journeys = beside(sys.executable, "-m", "tasks", "journeys")
        failed = attempt(
            {"pytest": lambda: run(PYTHON, "-m", "pytest", "-n", workers, *BY_FILE, *sys.argv[2:])}
        )
        code = journeys.wait()
    sys.stdout.write(words.read_text(encoding="utf-8", errors="replace"))
    raise SystemExit(1 if failed or code else 0)


def task_fuzz() -> None:
    """The whole OpenAPI called with twenty good and twenty bad inputs an operation (`make test` makes do with one bad one)."""
    install()
    os.environ.setdefault("FUZZ_EXAMPLES", "20")
    run(PYTHON, "-m", "pytest", "-q", "-n", min(os.cpu_count() or 1, 8), "tests/architecture/test_openapi.py")


def task_faults() -> None:
    """Weeks of two hundred phones on a bad network, twenty seeds, and ten minutes of bad weather, all with kill -9: nothing lost or twice."""
    install()
    run(PYTHON, "-m", "tests.faults.walks_run")
    run(PYTHON, "-m", "tests.faults.weather")


def task_journeys() -> None:
    """The front end's unit tests and its journeys in a real browser."""
    install()
    build_front_end()
    install_front_end()
    failed = attempt(
        {
            "front-end tests": lambda: npm("test", "--silent"),
            "real-browser journeys": lambda: npm(
                "run", "e2e", "--silent", THROWAWAY=str(throwaway_folder() or "")
            ),
        }
    )
    raise SystemExit(1 if failed else 0)


def attempt(work: dict[str, Callable[[], None]]) -> list[str]:
    """Do all of it, whatever fails; the names of what failed."""
    failed = []
    for name, do in work.items():
        try:
            with step(name):
                do()
        except SystemExit:
            say(f"  {name}: FAILED")
            failed.append(name)
    return failed


def task_check() -> None:
    """Every linter and type checker."""
    install()
    install_front_end()
    tools = VENV / "bin"
    sql = sorted(str(path) for path in (ROOT / "migrations").glob("0*.sql"))
    failed = attempt(
        {
            "ruff": lambda: run(tools / "ruff", "check", "--quiet", *PYTHON_FOLDERS),
            "ruff format": lambda: run(tools / "ruff", "format", "--check", "--quiet", *PYTHON_FOLDERS),
            "mypy": lambda: run(tools / "mypy", "--no-error-summary"),
            "import-linter": lambda: run(tools / "lint-imports", "--no-logo"),
            "squawk": lambda: run(tools / "squawk", *sql),
            "front-end types": check_front_end,
            "front-end sizes": check_sizes,
            "types of the API": check_types,
        }
    )
    if failed:
        say(f"check failed: {', '.join(failed)}")
        raise SystemExit(1)
    say("check passed")


def task_types() -> None:
    """Generate the front end's types from the OpenAPI document."""
    install()
    install_front_end()
    write_types(TYPES.parent)
    (TYPES.parent / "openapi.json").unlink()


def task_bench() -> None:
    """One JSON object a line: each bench with its limit and its peer."""
    install()
    run(PYTHON, "-m", "tests.bench", *sys.argv[2:])


def task_mutants() -> None:
    """Break every rules.py and the kit, one place at a time: do the tests notice?."""
    install()
    run(PYTHON, "-m", "tests.mutation", *sys.argv[2:])


def task_eval_search() -> None:
    """How well the search answers the committed queries, and how much noise it stands: hit@1/3/10 a category."""
    install()
    run(PYTHON, "-m", "workers.procedures", "eval")
    run(PYTHON, "-m", "tests.procedures.noise")


def task_lock() -> None:
    """Lock all packages anew: hashes, no addresses."""
    install()
    flags = (
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--upgrade",
        "--python-version",
        "3.11",
    )
    uv("pip", "compile", *flags, "--group", "dev", "pyproject.toml", "-o", "requirements.lock")


def task_schema() -> None:
    """Write migrations/schema.sql: the schema as it is after all migrations."""
    install()
    run(PYTHON, "-m", "tests.given.schema")


def task_zalo() -> None:
    """A whole local Zalo on a socket, webhooks included, for tests by hand and the demo (port, product's address)."""
    install()
    run(PYTHON, "-m", "tests.zalo_fake", *sys.argv[2:])


def task_help() -> None:
    """This list."""
    for name, task in TASKS.items():
        print(f"make {name:<12} {(task.__doc__ or '').rstrip(chr(46))}")
    print("\nWithout make: python3 -m tasks <name>")


TASKS: dict[str, Callable[[], None]] = {
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
    keep_bytecode()
    chosen()
