"""What a newer edition of the catalogue changes, procedure by procedure."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from api.procedures.rules.reading import ProcedureRow

FIELDS = (
    "official_name", "level", "field", "issuer", "type", "decision_no", "subjects", "agency", "papers",
    "online", "essential", "ways",
)  # fmt: skip
"""What of a procedure is its content; names, priors and groups follow from it."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure as it stands; `content` by field."""

    code: str
    withdrawn: bool
    content: dict[str, Any]


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """One procedure's change: `fields` have [before, after]."""

    code: str
    kind: str
    fields: dict[str, tuple[Any, Any]]


def content_of(row: ProcedureRow) -> dict[str, Any]:
    """The content of a row as plain values, comparable with what is stored."""
    plain: dict[str, Any] = msgspec.to_builtins(row)
    content = {field: plain[field] for field in FIELDS}
    content["ways"] = sorted(content["ways"], key=lambda way: str(way["channel"]))
    return content


def between(before: Mapping[str, Standing], wanted: Sequence[ProcedureRow]) -> list[Changed]:
    """Added, changed, returned and withdrawn procedures, by code."""
    found = []
    for row in wanted:
        standing, content = before.get(row.code), content_of(row)
        if standing is None:
            found.append(Changed(code=row.code, kind="added", fields={}))
            continue
        fields = {
            name: (standing.content[name], content[name])
            for name in FIELDS
            if standing.content[name] != content[name]
        }
        if standing.withdrawn:
            found.append(Changed(code=row.code, kind="returned", fields=fields))
        elif fields:
            found.append(Changed(code=row.code, kind="changed", fields=fields))
    codes = {row.code for row in wanted}
    found += [
        Changed(code=standing.code, kind="withdrawn", fields={})
        for standing in before.values()
        if standing.code not in codes and not standing.withdrawn
    ]
    return sorted(found, key=lambda change: change.code)
