"""`.env.example` shows every setting, its default, and nothing else."""

import re

import msgspec

from api.kit.settings import Settings
from tests.architecture.house import ROOT

LINE = re.compile(r"^(?P<off># ?)?(?P<name>[A-Z][A-Z0-9_]*)=(?P<value>.*)$", re.MULTILINE)


def test_the_example_is_the_code() -> None:
    shown = {found["name"]: found["value"] for found in LINE.finditer((ROOT / ".env.example").read_text())}
    coded = {}
    for field in msgspec.structs.fields(Settings):
        default = "" if field.required else field.default
        coded[field.name.upper()] = str(int(default)) if isinstance(default, bool) else str(default)
    required = {field.name.upper() for field in msgspec.structs.fields(Settings) if field.required}
    assert set(shown) == set(coded)
    assert {name: shown[name] for name in coded if name not in required} == {
        name: coded[name] for name in coded if name not in required
    }
