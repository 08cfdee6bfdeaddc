"""Public functions, classes, methods and modules say what they are for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tffix"
FOLDERS = (".", "bulk", "cdktn", "cli", "engine", "facts", "hcl", "projection", "report", "rules")

Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def undocumented(tree: ast.Module) -> Iterator[str]:
    """What of a module is public and has no docstring: the module itself, its functions and classes, and
    their methods. A property is read like a field, whose name says enough."""
    if ast.get_docstring(tree) is None and tree.body:
        yield "the module"
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield from _undocumented(node, node.name)
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, Documented) and _is_public_method(inner):
                        yield from _undocumented(inner, f"{node.name}.{inner.name}")


def _is_public_method(node: Documented) -> bool:
    decorators = {ast.unparse(one) for one in getattr(node, "decorator_list", ())}
    is_field = any(one in ("property", "cached_property") or one.endswith(".setter") for one in decorators)
    return not node.name.startswith("_") and not is_field


def _undocumented(node: Documented, name: str) -> Iterator[str]:
    if ast.get_docstring(node) is None:
        yield f"{name} (line {node.lineno})"


def files() -> list[Path]:
    """The files of the folders whose functions others build on."""
    found = {path for name in FOLDERS for path in (SOURCE / name).glob("*.py" if name == "." else "**/*.py")}
    return sorted(found)


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_what_is_public_has_a_docstring(path: Path) -> None:
    assert list(undocumented(ast.parse(path.read_text("utf-8")))) == []
