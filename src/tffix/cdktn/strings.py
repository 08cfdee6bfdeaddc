"""Strings of Python modules that name a package: changed where that is certain, else reported."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

import libcst as cst
from libcst import metadata

from ..projection.python.constructs import literal
from ..rules.codemod import Note
from . import names
from .commands import COMMANDS
from .qualified import qualified_names

_MODULE = re.compile(r"(cdktf|cdktf_cdktf_provider_\w+)((?:\.\w+)*)$")
_EVIDENT = re.compile(
    r"cdktf_cdktf_provider_\w+(\.\w+)*$|cdktf(?!\.(json|out|log|lock)\b)(\.\w+)+$"
    r"|cdktf-cdktf-provider-[\w-]+(\s*[=<>~!].*)?$|cdktf\s*[=<>~!]=?\s*\d.*$"
)
_COMMAND = re.compile(rf"(cdktf|npx cdktf(-cli)?(@\S+)?)\s+({COMMANDS})\b")
_IMPORTERS = {"importlib.import_module", "builtins.__import__", "__import__"}


@dataclass(slots=True)
class Strings:
    """What was found: replacements, with what they are, and what is only told."""

    replaced: dict[cst.CSTNode, cst.CSTNode] = field(default_factory=dict)
    edits: list[Note] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def find_strings(wrapper: metadata.MetadataWrapper, path: str, renamed: Collection[str]) -> Strings:
    """``renamed`` are the packages that the module binds under their new names."""
    finder = _Finder(path, wrapper, renamed)
    wrapper.module.visit(finder)
    return finder.found


class _Finder(cst.CSTVisitor):
    def __init__(self, path: str, wrapper: metadata.MetadataWrapper, renamed: Collection[str]) -> None:
        self.path = path
        self.places = wrapper.resolve(metadata.PositionProvider)
        self.qualified = qualified_names(wrapper)
        self.renamed = renamed
        self.found = Strings()
        self.annotations = 0

    def visit_Annotation(self, node: cst.Annotation) -> None:
        self.annotations += 1

    def leave_Annotation(self, original_node: cst.Annotation) -> None:
        self.annotations -= 1

    def visit_Expr(self, node: cst.Expr) -> bool:
        return not isinstance(node.value, (cst.SimpleString, cst.ConcatenatedString))  # documentation

    def visit_Call(self, node: cst.Call) -> None:
        called = {one.name for one in self.qualified(node.func)}
        first = node.args[0].value if node.args else None
        if called & _IMPORTERS and isinstance(first, cst.SimpleString):
            self.rename_module(first)

    def visit_List(self, node: cst.List) -> None:
        self.command_list(node)

    def visit_Tuple(self, node: cst.Tuple) -> None:
        self.command_list(node)

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        text = literal(node)
        if node in self.found.replaced or text is None or "cdktf" not in text:
            return
        if self.annotations:
            new = re.sub(r"(?<![\w.])(\w+)(?=\.)", self._renamed, node.value)
            if new != node.value:
                self.replace(node, new, f"'{text}' is an annotation")
            return
        if _EVIDENT.match(text):
            self.note(node, f"the string '{text}' seems to name a package that CDK Terrain has renamed")
        elif _COMMAND.match(text):
            self.note(node, f"'{text.splitlines()[0]}' runs the old command", "The command is `cdktn` now.")

    def _renamed(self, found: re.Match[str]) -> str:
        return str(names.new_module(found[0])) if found[0] in self.renamed else found[0]

    def rename_module(self, node: cst.SimpleString) -> None:
        found = _MODULE.match(literal(node) or "")
        new = names.new_module(found[1]) if found else None
        if found and new:
            message = f"'{found[1]}' is imported; CDK Terrain calls it '{new}'"
            self.replace(node, node.value.replace(found[1], new, 1), message)

    def command_list(self, node: cst.List | cst.Tuple) -> None:
        values = [one.value for one in node.elements[:2]]
        texts = [literal(one) for one in values if isinstance(one, cst.SimpleString)]
        words = [text for text in texts if text is not None]
        if len(words) == 2 and words[0] == "cdktf" and re.fullmatch(COMMANDS, words[1]):
            self.note(node, f"'cdktf {words[1]}' runs the old command", "The command is `cdktn` now.")

    def replace(self, node: cst.SimpleString, value: str, message: str) -> None:
        self.found.replaced[node] = node.with_changes(value=value)
        start = self.places[node].start
        self.found.edits.append(Note(self.path, start.line, start.column + 1, message))

    def note(self, node: cst.CSTNode, message: str, advice: str = "") -> None:
        start = self.places[node].start
        self.found.notes.append(Note(self.path, start.line, start.column + 1, message, advice))


__all__ = ["Strings", "find_strings"]
