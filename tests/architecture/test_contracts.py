"""Bytes are judged once, at the door: what comes in knows its fields, what goes out is frozen."""

import msgspec

from tests.architecture.house import modules, routes


def inputs() -> set[type[msgspec.Struct]]:
    """Every Struct that a handler takes as its body, and what is inside it."""
    found: set[type[msgspec.Struct]] = set()

    def add(kind: object) -> None:
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            if kind in found:
                return
            found.add(kind)
            for field in msgspec.structs.fields(kind):
                add(field.type)
        for part in getattr(kind, "__args__", ()):
            add(part)

    for _, _, handler in routes():
        if "data" in handler.parsed_fn_signature.parameters:
            add(handler.parsed_fn_signature.parameters["data"].annotation)
    return found


def test_a_field_nobody_knows_is_refused() -> None:
    assert inputs()
    lenient = {kind.__name__ for kind in inputs() if not kind.__struct_config__.forbid_unknown_fields}
    assert lenient == set()


def test_structs_are_frozen() -> None:
    melted = {
        f"{thing.__module__}.{thing.__name__}"
        for module in modules()
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, msgspec.Struct)
        and thing.__module__ == module.__name__
        if not thing.__struct_config__.frozen
    }
    assert melted == set()


def test_every_text_that_comes_in_has_a_limit() -> None:
    """A field of type `str` without a length or pattern is a hole for ten megabytes."""
    unlimited = []
    for kind in inputs():
        for field in (
            msgspec.json.schema(kind).get("$defs", {}).get(kind.__name__, {}).get("properties", {}).items()
        ):
            name, shape = field
            options = shape.get("anyOf", [shape])
            unlimited += [
                f"{kind.__name__}.{name}"
                for option in options
                if option.get("type") == "string"
                and not {"maxLength", "pattern", "format", "enum", "const"} & set(option)
            ]
    assert unlimited == []
