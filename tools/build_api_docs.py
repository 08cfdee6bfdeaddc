"""Writes docs/api.md: everything that `from tffix import …` and `tffix.testing` offer, of its signatures and
docstrings.

python tools/build_api_docs.py
"""

from __future__ import annotations

import ast
import dataclasses
import enum
import inspect
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from tffix import api, testing

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "api.md"
_ROLE = re.compile(r"``(.+?)``")


def page() -> str:
    """The text of the page."""
    named = {name: getattr(api, name) for name in api.__all__}
    classes = {name: one for name, one in named.items() if inspect.isclass(one)}
    functions = {name: one for name, one in named.items() if inspect.isroutine(one)}
    modules = {name: one for name, one in named.items() if inspect.ismodule(one)}
    others = [name for name in named if name not in classes | functions | modules]
    told = "What `from tffix import …` offers. [Writing rules](writing-rules.md) shows how to use it."
    lines = ["# API", "", told, "", "## Classes"]
    for name, one in classes.items():
        lines += ["", f"### {name}", "", _text(one), *_members(one)]
    lines += ["", "## Functions", ""]
    lines += [_entry(name, one) for name, one in functions.items()]
    lines += ["", "## Constants", ""]
    lines += [f"- `{name}`: {_of_constant(name)}" for name in others]
    lines += ["", "## Modules", "", "Import them from `tffix`, as `from tffix import facts`."]
    for name, module in modules.items():
        lines += _module(name, module)
    lines += ["", "## Tests of rules", "", "Import them from `tffix.testing`.", ""]
    lines += [_entry(name, one) for name, one in _public(testing)]
    return "\n".join(lines).rstrip() + "\n"


def _module(name: str, module: ModuleType) -> Iterator[str]:
    """The section of a module, and those of the modules in it."""
    yield from ["", f"### {name}", "", _text(module), ""]
    public = {f"{name}.{inner}": member for inner, member in _public(module)}
    yield from (_entry(key, one) for key, one in public.items() if not inspect.ismodule(one))
    for key, one in public.items():
        if inspect.ismodule(one):
            yield from _module(key, one)


def _members(one: type) -> Iterator[str]:
    """The public methods and properties of a class that are documented, as entries of a list."""
    if issubclass(one, enum.Enum):
        yield from ["", "Members: " + ", ".join(f"`{member.name}`" for member in one) + "."]
    elif dataclasses.is_dataclass(one):
        yield from ["", f"`{one.__name__}{_signature(one)}`"]
    found = [(name, member) for name, member in vars(one).items() if not name.startswith("_")]
    entries = []
    for name, member in found:
        plain = getattr(member, "__func__", None) or getattr(member, "fget", None) or member
        if inspect.isfunction(plain) and plain.__doc__:
            shown = f"`{name}`" if isinstance(member, property) else f"`{name}{_signature(plain)}`"
            entries.append(f"- {shown}: {_text(plain)}")
    if entries:
        yield ""
        yield from entries


def _public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The documented functions and classes of a module."""
    names = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
    for name in names:
        member = getattr(module, name)
        is_own = "__all__" in vars(module) or getattr(member, "__module__", "") == module.__name__
        is_inner = inspect.ismodule(member) and member.__name__.startswith(f"{module.__name__}.")
        if is_inner or (is_own and callable(member) and member.__doc__):
            yield name, member


def _entry(name: str, one: object) -> str:
    is_routine = inspect.isroutine(inspect.unwrap(one)) if callable(one) else False
    return f"- `{name}{_signature(one) if is_routine else ''}`: {_text(one)}"


def _signature(one: object) -> str:
    assert callable(one)
    parameters = list(inspect.signature(one).parameters.values())
    shown = inspect.Signature([each.replace(annotation=each.empty) for each in parameters])
    return re.sub(r"^\((self|cls)(, )?", "(", str(shown))


def _text(one: object) -> str:
    """The first paragraph of a docstring, on one line."""
    text = (inspect.getdoc(one) or "").split("\n\n")[0].replace("\n", " ")
    return _ROLE.sub(r"`\1`", text)


def _of_constant(name: str) -> str:
    """What is written below the assignment of a constant, in the module that it comes from."""
    for module in [one for key, one in sys.modules.items() if key.startswith("tffix.")]:
        body = ast.parse(inspect.getsource(module)).body if name in vars(module) else []
        for statement, after in pairwise(body):
            if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
                assert isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                return inspect.cleandoc(str(after.value.value)).replace("\n", " ")
    raise LookupError(name)


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
