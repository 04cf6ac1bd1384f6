"""Which test files one process of `make test` takes together."""

from typing import Any

from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

INDEXED = frozenset(
    f"tests/procedures/test_{name}.py"
    for name in (
        "counting", "gathering", "hostile", "noise", "procedure_page", "same_as_plain", "searching", "suggesting",
        "thesaurus",
    )
)  # fmt: skip
"""Files that search the whole catalogue: its index is seconds of work in every process that needs it."""
READING = frozenset({"tests/architecture/test_rooms.py", "tests/architecture/test_sql.py"})
"""Files that read the source of the whole product."""


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # pytest-xdist has no types
    """A process takes whole files, and all of INDEXED as if they were one, READING too."""

    def _split_scope(self, nodeid: str) -> Any:
        path = super()._split_scope(nodeid)
        return "indexed" if path in INDEXED else "reading" if path in READING else path
