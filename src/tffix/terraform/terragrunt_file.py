"""A file of Terragrunt configuration, with what its functions, local values and includes give put in.

Facts: Terragrunt documentation, "Built-in Functions" and the `include` block.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ..hcl import HclSyntaxError, parse
from ..hcl.nodes import Call, Expression, quote
from ..hcl.parser import parse_expression
from ..hcl.tree import File, spliced
from .conversions import UNKNOWN, Value
from .module import Module
from .values import evaluate

UNIT_FILE = "terragrunt.hcl"
UNIT_FILES = (UNIT_FILE, f"{UNIT_FILE}.json")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file counts: ``path`` is its own, ``unit`` that of the ``terragrunt.hcl`` that includes or
    reads it, ``top`` the repository's. ``read`` gives the bytes of a file, or None; ``known`` are the files
    read for the unit, None for one that is being read or cannot be."""

    path: str
    unit: str
    top: str
    read: Callable[[str], bytes | None]
    known: dict[str, TerragruntFile | None] = field(default_factory=dict)

    def at(self, path: str) -> Place:
        """The place of another file that counts for the same unit."""
        return replace(self, path=path)

    @property
    def folder(self) -> str:
        """The directory that the file is in."""
        return os.path.dirname(self.path)


class TerragruntFile:
    """The tree of a file; calls of Terragrunt's functions in it are replaced by what they give. ``copied``
    are the absolute paths of the files whose content it takes."""

    def __init__(self, file: File, place: Place) -> None:
        self.place = place
        self.file = file
        self.copied: set[str] = set()
        self.module = Module(place.folder, {os.path.basename(place.path): file})
        for body in file.body.walk():
            for attribute in body.attributes:
                source = self._with_known_calls(attribute.expression)
                if source != attribute.source:
                    attribute.source = source

    @classmethod
    def read(cls, place: Place) -> TerragruntFile | None:
        """The file, or None if it cannot be read or parsed, lies outside the repository, or is being read
        already."""
        path, known = place.path, place.known
        if path not in known:
            known[path] = None
            data = place.read(path) if path.startswith(place.top + os.sep) else None
            try:
                known[path] = None if data is None else cls(parse(data, path), place)
            except HclSyntaxError:
                known[path] = None
        return known[path]

    @property
    def includes_unknown(self) -> bool:
        """Whether it includes files that are not known: they are not there, or where they are cannot be told
        (of a unit that a `terragrunt.stack.hcl` copies elsewhere, say)."""
        return len(self.included) < len(list(self.file.blocks("include")))

    @cached_property
    def included(self) -> dict[str, TerragruntFile]:
        """The files that it includes, by the label of the ``include`` block."""
        found: dict[str, TerragruntFile] = {}
        self.__dict__["included"] = {}  # what a path may not use: it comes before
        for block in self.file.blocks("include"):
            attribute = block.get("path")
            target = self._argument(attribute.expression) if attribute is not None else None
            if target:
                path = os.path.normpath(os.path.join(self.place.folder, target))
                file = TerragruntFile.read(self.place.at(path)) if path != self.place.path else None
                if file is not None:
                    found[" ".join(block.labels)] = file
        return found

    def value(self, expression: Expression, *, partial: bool = False) -> Value:
        """What an expression of it stands for, or UNKNOWN."""
        scope = {"include": self._exposed}
        return evaluate(expression, self.module, scope, partial=partial)

    def text(self, expression: Expression | None) -> str | None:
        """The string that an expression of it stands for, if that is known."""
        value = UNKNOWN if expression is None else self.value(expression)
        return value if isinstance(value, str) else None

    @cached_property
    def values(self) -> dict[str, Any]:
        """Its local values and inputs, as another file sees them."""
        inputs = self.file.body.get("inputs")
        known = evaluate(inputs.expression, self.module, partial=True) if inputs is not None else {}
        local = {
            name: evaluate(one.expression, self.module, partial=True)
            for name, one in self.module.locals.items()
        }
        return {"locals": local, "inputs": known}

    @cached_property
    def _exposed(self) -> Mapping[str, Any]:
        found = {label: file.values for label, file in self.included.items()}
        return found | found.get("", {})

    # -- functions of Terragrunt -------------------------------------------------------------------------

    def _with_known_calls(self, expression: Expression) -> str:
        """The source of an expression with what calls give in their place."""
        changes: dict[Expression, str] = {}
        stack = [expression]
        while stack:
            node = stack.pop()
            given = self._given(node) if isinstance(node, Call) else None
            if given is not None:
                changes[node] = given
            else:
                stack += node.children
        source = expression.source
        return spliced(source, 0, len(source), changes) if changes else source

    def _given(self, call: Call) -> str | None:
        """The source of what a call of a Terragrunt function gives, if it is one and that is known."""
        if call.name == "find_in_parent_folders":
            return self._in_parent_folders(*map(self._argument, call.arguments))
        if call.name in ("file", "read_terragrunt_config") and call.arguments:
            name = self._argument(call.arguments[0])
            return self._content(call.name, name) if name else None
        known = _PATHS.get(call.name)
        return None if known is None else quote(known(self))

    @property
    def included_folder(self) -> str:
        """The folder of the file that is included: in the unit itself, that of the first one."""
        if self.place.path == self.place.unit:
            return next((one.place.folder for one in self.included.values()), self.place.folder)
        return self.place.folder

    def _argument(self, argument: Expression) -> str | None:
        """A string that is known without what is included."""
        source = self._with_known_calls(parse_expression(argument.text))
        value = evaluate(parse_expression(source), self.module)
        return value if isinstance(value, str) else None

    def _in_parent_folders(self, name: str | None = UNIT_FILE, fallback: str | None = None) -> str | None:
        """The nearest file or folder of a name in the folders above the unit."""
        folder = os.path.dirname(self.place.unit)
        while name and folder != self.place.top and folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
            if os.path.exists(os.path.join(folder, name)):
                return quote(os.path.join(folder, name))
        return None if fallback is None else quote(fallback)

    def _content(self, function: str, name: str) -> str | None:
        path = os.path.normpath(os.path.join(self.place.folder, name))
        if function == "read_terragrunt_config":
            file = TerragruntFile.read(self.place.at(path))
            return None if file is None else f"jsondecode({quote(json.dumps(_known(file.values)))})"
        data = self.place.read(path) if path.startswith(self.place.top + os.sep) else None
        self.copied.add(path)
        return None if data is None else quote(data.decode("utf-8", "replace"))


def _unit_folder(file: TerragruntFile) -> str:
    return os.path.dirname(file.place.unit)


_PATHS: dict[str, Callable[[TerragruntFile], str]] = {
    "get_repo_root": lambda one: one.place.top,
    "get_terragrunt_dir": _unit_folder,
    "get_original_terragrunt_dir": _unit_folder,
    "get_parent_terragrunt_dir": lambda one: one.included_folder,
    "path_relative_to_include": lambda one: os.path.relpath(_unit_folder(one), one.included_folder),
    "path_relative_from_include": lambda one: os.path.relpath(one.included_folder, _unit_folder(one)),
    "get_path_to_repo_root": lambda one: os.path.relpath(one.place.top, _unit_folder(one)),
    "get_path_from_repo_root": lambda one: os.path.relpath(_unit_folder(one), one.place.top),
}
"""The functions that give a path."""


def _known(value: Any) -> Any:
    """A value without the parts of collections that are not known."""
    if isinstance(value, dict):
        return {key: _known(one) for key, one in value.items() if one is not UNKNOWN}
    if isinstance(value, list):
        return [_known(one) for one in value if one is not UNKNOWN]
    return None if value is UNKNOWN else value
