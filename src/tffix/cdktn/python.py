"""Python modules: imports of cdktf and of its bindings, and all that refers to them. Loads LibCST."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from typing import cast

import libcst as cst
from libcst import metadata

from ..hcl.errors import HclSyntaxError
from ..projection.python.constructs import literal
from ..projection.python.limits import carefully
from ..rules.codemod import Note
from . import names
from .lookup import Lookup
from .outcome import Outcome
from .renames import find_renames
from .strings import find_strings
from .upgrade import Upgrade
from .uses import find_uses


def migrate_python(
    data: bytes, path: str, upgrade: Upgrade, library: str, exported: Collection[str]
) -> Outcome:
    """``exported`` are names that other modules import from this project's own; ``library`` is the minor
    version of cdktf before."""
    try:
        done = carefully(_migrate, data, path, upgrade, library, exported)
        return _migrate(data, path, upgrade, library, exported) if done is None else done
    except HclSyntaxError as error:
        return Outcome(data, notes=[Note(path, error.line, error.column, error.message, holds=True)])


def _migrate(data: bytes, path: str, upgrade: Upgrade, library: str, exported: Collection[str]) -> Outcome:
    try:
        wrapper = metadata.MetadataWrapper(cst.parse_module(data))
    except cst.ParserSyntaxError as error:
        return Outcome(data, notes=[_unparsed(data, path, error)])
    except (UnicodeError, SyntaxError) as error:
        return Outcome(data, notes=[Note(path, 1, 1, f"cannot be read as Python: {error}", holds=True)])
    reader = _Reader(path, wrapper, exported)
    wrapper.module.visit(reader)
    reader.rename_uses()
    found = find_strings(wrapper, path, reader.renamed)
    lookup = Lookup(upgrade, library)
    renames = find_renames(wrapper, path, lookup)
    notes = [*reader.notes, *found.notes, *find_uses(wrapper, path, lookup)]
    replaced = reader.replaced | found.replaced | renames.replaced
    if not replaced:
        return Outcome(data, notes=notes)
    if wrapper.module.bytes != data:
        why = "contains form feeds, line ends or blank lines that rewriting it would lose"
        return Outcome(data, notes=[*notes, Note(path, 1, 1, why, holds=True)])
    changed = wrapper.module.visit(_Replace(replaced))
    assert isinstance(changed, cst.Module)
    return Outcome(changed.bytes, [*reader.edits, *found.edits, *renames.edits], notes)


def _unparsed(data: bytes, path: str, error: cst.ParserSyntaxError) -> Note:
    """Why a file cannot be parsed, in the words of Python; in those of LibCST where only that cannot."""
    try:
        ast.parse(data)
    except SyntaxError as own:
        return Note(path, own.lineno or 1, own.offset or 1, f"this is not Python: {own.msg}", holds=True)
    except ValueError:
        pass
    why = f"cannot be parsed as Python: {error.message.splitlines()[0]}"
    return Note(path, error.raw_line, error.raw_column + 1, why, holds=True)


def root(node: cst.BaseExpression) -> cst.Name | None:
    """The first name of a dotted one."""
    while isinstance(node, cst.Attribute):
        node = node.value
    return node if isinstance(node, cst.Name) else None


class _Reader(cst.CSTVisitor):
    """Finds what is to be renamed."""

    def __init__(self, path: str, wrapper: metadata.MetadataWrapper, exported: Collection[str]) -> None:
        self.path = path
        self.places = wrapper.resolve(metadata.PositionProvider)
        self.scopes = wrapper.resolve(metadata.ScopeProvider)
        self.exported = exported
        self.replaced: dict[cst.CSTNode, cst.CSTNode] = {}
        self.edits: list[Note] = []
        self.notes: list[Note] = []
        self.bound: set[str] = set()  # old package names that the module binds
        self.renamed: set[str] = set()  # those that it does not bind afterwards
        self.unaliased: list[tuple[cst.Import, cst.ImportAlias, cst.Name]] = []
        self.mentions: dict[str, list[cst.Name]] = {}  # names in the code that are like a package's
        self.listed: set[str] = set()  # names in __all__

    def visit_Import(self, node: cst.Import) -> bool:
        for alias in node.names:
            first = root(alias.name)
            if first is None or names.new_module(first.value) is None:
                continue
            self.tell(node, first)
            self.rename(first)
            if alias.asname is None:
                self.unaliased.append((node, alias, first))
                self.bound.add(first.value)
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        first = root(node.module) if node.module and not node.relative else None
        if first is not None and names.new_module(first.value) is not None:
            self.tell(node, first)
            self.rename(first)
        return False

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        node.value.visit(self)
        return False  # what follows the dot is no name in a scope

    def visit_Arg(self, node: cst.Arg) -> bool:
        node.value.visit(self)
        return False

    def visit_Name(self, node: cst.Name) -> None:
        if node.value.startswith(("cdktf", "cdktn")):
            self.mentions.setdefault(node.value, []).append(node)

    def visit_Assign(self, node: cst.Assign) -> None:
        if any(isinstance(one.target, cst.Name) and one.target.value == "__all__" for one in node.targets):
            strings = _Strings()
            node.value.visit(strings)
            self.listed |= strings.values

    def rename_uses(self) -> None:
        """Renames what refers to a package by its own name; where that is not all that the name stands for,
        the package is imported under the name that it had."""
        for name in self.bound:
            imports = [one for one in self.unaliased if one[2].value == name]
            uses = {use for node, _, _ in imports for use in self.uses(node, name)}
            mentions = self.mentions.get(name, [])
            keeps = name in self.exported or name in self.listed or any(one not in uses for one in mentions)
            if not keeps and not self.mentions.get(str(names.new_module(name))):
                self.renamed.add(name)
                for use in uses:
                    self.rename(use)
                continue
            for node, alias, first in imports:
                if alias.name is first:
                    new = cst.Name(str(names.new_module(name)))
                    self.replaced[alias] = alias.with_changes(name=new, asname=cst.AsName(cst.Name(name)))
                else:
                    start = self.places[node].start
                    message = f"the name '{name}', which this binds, also means something else"
                    self.notes.append(Note(self.path, start.line, start.column + 1, message, holds=True))

    def uses(self, node: cst.Import, name: str) -> list[cst.Name]:
        scope = self.scopes.get(node)
        found = []
        for assignment in scope.assignments if scope else ():
            if isinstance(assignment, metadata.Assignment) and assignment.node is node:
                for access in assignment.references:
                    first = root(access.node) if isinstance(access.node, cst.BaseExpression) else None
                    if first is not None and first.value == name:
                        found.append(first)
        return found

    def rename(self, name: cst.Name) -> None:
        self.replaced[name] = name.with_changes(value=names.new_module(name.value))

    def tell(self, statement: cst.CSTNode, name: cst.Name) -> None:
        start = self.places[statement].start
        message = f"'{name.value}' is imported; CDK Terrain calls it '{names.new_module(name.value)}'"
        self.edits.append(Note(self.path, start.line, start.column + 1, message))


class _Strings(cst.CSTVisitor):
    def __init__(self) -> None:
        self.values: set[str] = set()

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        text = literal(node)
        if text is not None:
            self.values.add(text)


class _Replace(cst.CSTTransformer):
    def __init__(self, replaced: Mapping[cst.CSTNode, cst.CSTNode]) -> None:
        self.replaced = replaced

    def on_leave(
        self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT
    ) -> cst.CSTNodeT | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNodeT]:
        new = self.replaced.get(original_node)
        return updated_node if new is None else cast("cst.CSTNodeT", new)


__all__ = ["migrate_python", "root"]
