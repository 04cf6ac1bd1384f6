"""Reading the house: its modules, their imports, their constants."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from litestar.handlers import HTTPRouteHandler

import api
import outreach
import workers
from tests.given.web import application

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
ROOMS = (api, outreach, workers)


def modules() -> Iterator[ModuleType]:
    """Every module of the product, imported."""
    for room in ROOMS:
        yield room
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


@cache
def sources() -> list[tuple[str, Path, ast.Module]]:
    """Dotted name, file and syntax tree of every module of the product."""
    found = []
    for room in ROOMS:
        base = Path(str(room.__file__)).parent
        for file in sorted(base.rglob("*.py")):
            parts = file.relative_to(base.parent).with_suffix("").parts
            name = ".".join(part for part in parts if part != "__init__")
            found.append((name, file, ast.parse(file.read_text())))
    return found


@cache
def routes() -> list[tuple[str, str, HTTPRouteHandler]]:
    """Verb, path template and handler of everything the application serves."""
    found = [
        (method, route.path, handler)
        for route in application().routes
        for handler in getattr(route, "route_handlers", [])
        if isinstance(handler, HTTPRouteHandler)
        for method in sorted(handler.http_methods)
        if method != "OPTIONS"
    ]
    # In one order in every process: the application keeps its handlers in sets.
    return sorted(found, key=lambda each: each[:2])


@cache
def nodes(tree: ast.Module) -> list[ast.AST]:
    """Every node of a tree: walking all trees takes a second, and a handful of tests does."""
    return list(ast.walk(tree))


@cache
def imported(tree: ast.Module) -> set[str]:
    """The dotted names a module imports."""
    found: set[str] = set()
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def all_subclasses(kind: type[T]) -> set[type[T]]:
    """Every subclass in the product, however deep; those of tests left out."""
    found: set[type[T]] = set()
    for child in kind.__subclasses__():
        found |= {child} | all_subclasses(child)
    return {each for each in found if not each.__module__.startswith("test")}
