"""Migration scripts: a Python file with transforms that are written for one change and installed nowhere.

Workers get a script's text, not its path: on another machine there may be no such file.
"""

from __future__ import annotations

import ast
import hashlib
import re
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType, ModuleType

from .codemod import Codemod
from .registry import defined_in, transforms
from .transform import Impact, Transform

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class ScriptError(ValueError):
    """A migration script that cannot be used: where, and why."""

    def __init__(self, message: str, path: str, line: int) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.message = message
        self.path = path
        self.line = line


@dataclass(frozen=True, slots=True)
class Script:
    """The text of a migration script; ``name`` is the path that messages give."""

    name: str
    source: bytes = field(repr=False)

    @classmethod
    def read(cls, path: str) -> Script:
        """The script in a file, loaded to see that it can be used. Raises ScriptError, or OSError."""
        script = cls(path, Path(path).read_bytes())
        load(script.source, script.name)
        return script

    @property
    def transforms(self) -> Mapping[str, type[Transform]]:
        """Its transforms by name. Raises ScriptError."""
        return load(self.source, self.name)


@lru_cache
def load(source: bytes, name: str) -> Mapping[str, type[Transform]]:
    """The transforms of a script's text by name, in the order of the text; ``name`` is for messages. The
    same text gives the same classes. Raises ScriptError."""
    tree = _parse(source, name)
    module = _execute(tree, source, name)
    lines = {node.name: node.lineno for node in tree.body if isinstance(node, ast.ClassDef)}
    found: dict[str, type[Transform]] = {}
    for one in _classes(module):
        fault = _fault(one) or (one.name in found and f"two transforms are named '{one.name}'")
        if fault:
            raise ScriptError(fault, name, lines.get(one.__name__, 1))
        found[one.name] = one
    if not found:
        why = "it has no rule: a class with tffix.Transform as its base, and with a name"
        raise ScriptError(why, name, 1)
    return MappingProxyType(found)


def _parse(source: bytes, name: str) -> ast.Module:
    try:
        return ast.parse(source, name)
    except SyntaxError as error:
        raise ScriptError(f"not Python: {error.msg}", name, error.lineno or 1) from error
    except ValueError as error:  # a null byte
        raise ScriptError(f"not Python: {error}", name, 1) from error


def _execute(tree: ast.Module, source: bytes, name: str) -> ModuleType:
    module = ModuleType(f"tffix_script_{hashlib.sha256(source).hexdigest()[:16]}")
    module.__file__ = name
    # Dataclasses, for one, look for the module of a class here.
    sys.modules[module.__name__] = module
    try:
        exec(compile(tree, name, "exec", dont_inherit=True), vars(module))
    except (Exception, SystemExit) as error:
        del sys.modules[module.__name__]
        calls = traceback.extract_tb(error.__traceback__)
        line = next((call.lineno for call in reversed(calls) if call.filename == name), None)
        told = " ".join(str(error).split())
        why = f"it cannot be loaded: {type(error).__name__}: {told}"
        raise ScriptError(why, name, line or 1) from error
    return module


def _classes(module: ModuleType) -> list[type[Transform]]:
    """The transforms that a script defines, less those that are there to be the base of others."""
    own = [
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Transform) and one.__module__ == module.__name__
    ]
    named = set(defined_in(module))
    bases = {base for one in own for base in one.__mro__[1:]}
    return [one for one in dict.fromkeys(own) if one in named or one not in bases]


def _fault(one: type[Transform]) -> str:
    """What is wrong with a transform of a script, or nothing."""
    name = getattr(one, "name", None)
    if not isinstance(name, str):
        return f"{one.__name__} has no name, like: name = 'rename-bucket-input'"
    if not _NAME.fullmatch(name):
        return f"'{name}' is not the name of a rule: use small letters and digits, with hyphens between words"
    if not isinstance(getattr(one, "impact", None), Impact):
        return f"{one.__name__} has no impact, like: impact = Impact.NONE"
    if name in transforms():
        return f"'{name}' is the name of a rule that is installed; choose another one"
    return _fault_of_methods(one)


def _fault_of_methods(one: type[Transform]) -> str:
    if issubclass(one, Codemod):
        is_whole = one.reads is not Codemod.reads and one.rewrite is not Codemod.rewrite
        return "" if is_whole else f"{one.__name__} needs the methods reads and rewrite of a codemod"
    if one.visit is not Transform.visit and not one.watches:
        return f"{one.__name__} has a method visit but watches nothing, like: watches = blocks('module')"
    if (one.visit, one.visit_module, one.find) == (Transform.visit, Transform.visit_module, Transform.find):
        return f"{one.__name__} finds nothing: it has neither a method visit nor visit_module"
    return ""


__all__ = ["Script", "ScriptError", "load"]
