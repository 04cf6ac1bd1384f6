"""The file name is the licence of the code inside it (design §1, §2)."""

import ast
from functools import cache
from pathlib import Path

from api.kit.log import ALLOWED
from tests.architecture.house import ROOT, imported, nodes, sources

SLICE_FILES = {"__init__", "contracts", "rules", "store", "gateway", "actions", "routes", "demo", "load"}
"""`load` brings shipped facts in, `demo` makes the demo province (docs/decisions)."""
BANNED = {"utils", "helpers", "common", "base", "manager", "managers", "service", "services", "misc", "core"}
LIMIT = 300
WEB_ROOMS = ("api.web", "api.app", "outreach.door")
PURE = {
    "asyncpg",
    "httpx",
    "litestar",
    "redis",
    "arq",
    "obstore",
    "os",
    "pathlib",
    "socket",
    "subprocess",
    "api.kit.db",
}


@cache
def modules() -> dict[str, tuple[Path, ast.Module]]:
    """File and syntax tree of every module."""
    return {name: (file, tree) for name, file, tree in sources()}


def is_slice(name: str) -> bool:
    """Whether a module lies in a slice of api or a room of outreach."""
    parts = name.split(".")
    return len(parts) > 2 and parts[0] in ("api", "outreach") and parts[1] not in ("kit", "web")


def licence(name: str) -> str:
    """The part of the anatomy a module belongs to: rules, store, routes and so on."""
    return name.split(".")[2] if is_slice(name) else name.rpartition(".")[2]


def uses(name: str, library: str) -> bool:
    """Whether the module imports the library or a part of it."""
    return any(each == library or each.startswith(f"{library}.") for each in imported(modules()[name][1]))


def test_a_slice_has_the_anatomy_and_nothing_else() -> None:
    """A part of the anatomy that outgrew its file is a folder of the same name: `rules/mapping.py`."""
    parts = [name for name in modules() if is_slice(name)]
    assert len(parts) > 200
    assert [name for name in parts if name.split(".")[2] not in SLICE_FILES] == []


def test_no_bag_of_odds_and_ends() -> None:
    assert [name for name in modules() if set(name.split(".")) & BANNED] == []


def test_each_library_stays_in_its_rooms() -> None:
    offenders = []
    for name in modules():
        last = licence(name)
        web = name.startswith(WEB_ROOMS) or last == "routes"
        allowed = {
            "litestar": web,
            "arq": name.startswith("workers"),
            "redis": name.startswith("workers"),
            "httpx": last == "gateway" or name.startswith(("api.kit.zalo", "workers")),
            "fastapi": False,
            "sqlalchemy": False,
        }
        offenders += [(name, library) for library, ok in allowed.items() if uses(name, library) and not ok]
    assert offenders == []


def test_rules_and_contracts_do_no_io() -> None:
    offenders = [
        (name, library)
        for name in modules()
        if is_slice(name) and licence(name) in ("rules", "contracts")
        for library in PURE
        if uses(name, library)
    ]
    assert offenders == []


def test_sql_is_spoken_in_stores_only() -> None:
    offenders = []
    for name, (_, tree) in modules().items():
        if not is_slice(name) or licence(name) in ("store", "load", "demo"):
            continue
        for node in nodes(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                verb = node.func.attr
                if verb in ("fetchrow", "fetchval", "execute", "executemany", "copy_records_to_table"):
                    offenders.append((name, verb, node.lineno))
    assert offenders == []


def test_sql_is_never_put_together_from_pieces() -> None:
    """No f-string, `%` or `+` builds a statement: optional filters are written in SQL."""
    offenders = []
    for name, (_, tree) in modules().items():
        for node in nodes(tree):
            if isinstance(node, ast.JoinedStr):
                text = "".join(
                    str(part.value) for part in node.values if isinstance(part, ast.Constant)
                ).lower()
                if any(
                    f" {word} " in f" {text} " for word in ("select", "insert into", "update", "delete from")
                ):
                    offenders.append((name, node.lineno))
    assert offenders == []


def test_every_file_opens_with_what_it_is_for() -> None:
    silent = [
        name
        for name, (file, tree) in modules().items()
        if file.stat().st_size and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_no_file_is_over_three_hundred_lines() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for folder in (
            "api",
            "outreach",
            "workers",
            "tests",
            "miniapp/src",
            "miniapp/scripts",
            "miniapp/tests",
        )
        for file in (ROOT / folder).rglob("*.*")
        if file.suffix in (".py", ".ts", ".tsx", ".mjs", ".css") and ".gen." not in file.name
        if (lines := len(Path(file).read_text().splitlines())) > LIMIT
    }
    assert long == {}


LEVELS = {"info", "warning", "error", "exception"}
UNFILTERED = {"api.kit.supervisor"}
"""Speaks to the operator's terminal before any log is set up."""


def test_a_log_line_says_nothing_that_would_be_dropped() -> None:
    """`api.kit.log` keeps a closed list of keys: whatever else a line says, nobody ever reads."""
    dropped = [
        f"{name}:{node.lineno} {keyword.arg}"
        for name, (_, tree) in modules().items()
        if name not in UNFILTERED
        for node in nodes(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "log"
        for keyword in node.keywords
        if keyword.arg not in ALLOWED | {"exc_info"}
    ]
    assert dropped == []
