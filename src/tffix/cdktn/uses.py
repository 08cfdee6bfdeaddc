"""Uses of classes, arguments and attributes that the bindings for CDK Terrain no longer have."""

from __future__ import annotations

import re
from collections import Counter

import libcst as cst
from libcst import metadata

from ..rules.codemod import Note
from . import names
from .lookup import Lookup
from .qualified import dotted, qualified_names


def find_uses(wrapper: metadata.MetadataWrapper, path: str, lookup: Lookup) -> list[Note]:
    """What keeps a module from running with the packages of the upgrade, as far as can be seen."""
    finder = _Finder(wrapper, path, lookup)
    wrapper.module.visit(finder)
    finder.look_at_attributes()
    first: dict[tuple[int, int, str], Note] = {}
    for note in finder.notes:  # a dotted name is looked at whole before its parts are
        first.setdefault((note.line, note.column, note.message), note)
    return list(first.values())


class _Finder(cst.CSTVisitor):
    def __init__(self, wrapper: metadata.MetadataWrapper, path: str, lookup: Lookup) -> None:
        self.path = path
        self.lookup = lookup
        self.places = wrapper.resolve(metadata.PositionProvider)
        self.qualified = qualified_names(wrapper)
        self.notes: list[Note] = []
        self.made: dict[str, str] = {}  # construct classes by the variable they are assigned to
        self.assigned: Counter[str] = Counter()
        self.read: list[tuple[str, cst.Attribute]] = []

    def visit_ImportFrom(self, node: cst.ImportFrom) -> None:
        if node.module is None or node.relative or isinstance(node.names, cst.ImportStar):
            return
        module = dotted(node.module)
        for alias in node.names:
            self.look_at_name(f"{module}.{dotted(alias.name)}", alias)

    def visit_Import(self, node: cst.Import) -> None:
        for alias in node.names:
            self.look_at_name(dotted(alias.name), alias)

    def visit_Assign(self, node: cst.Assign) -> None:
        called = self.resolved(node.value.func) if isinstance(node.value, cst.Call) else ""
        for target in node.targets:
            name = dotted(target.target)
            if name:
                self.assigned[name] += 1
                self.made[name] = called

    def visit_Attribute(self, node: cst.Attribute) -> None:
        name = self.resolved(node)
        if name:
            self.look_at_name(name, node)
        owner = dotted(node.value)
        if owner:
            self.read.append((owner, node))

    def visit_Call(self, node: cst.Call) -> None:
        known = self.lookup.differences(self.resolved(node.func))
        if known is None:
            return
        key, difference = known
        kind = key.rpartition(".")[2]
        given = {one.keyword.value: one for one in node.args if one.keyword}
        for gone in difference.arguments.get(key, ()):
            if gone in given:
                self.note(given[gone], f"{kind} has no argument '{gone}' any more")
        for needed in difference.required.get(key, ()):
            if needed not in given and given and not any(one.star for one in node.args):
                self.note(node, f"{kind} requires the argument '{needed}' now")

    def look_at_attributes(self) -> None:
        for owner, node in self.read:
            known = self.lookup.differences(self.made.get(owner, "")) if self.assigned[owner] == 1 else None
            if known and node.attr.value in known[1].attributes.get(known[0], ()):
                self.note(
                    node, f"{known[0].rpartition('.')[2]} has no attribute '{node.attr.value}' any more"
                )

    def look_at_name(self, name: str, node: cst.CSTNode) -> None:
        if not self.look_at_module(name, node):
            return
        known = self.lookup.differences(name)
        if known is None:
            return
        key, difference = known
        if key in difference.classes and self.lookup.renamed(name) is None:
            new = difference.classes[key]
            self.note(node, f"'{key}' is gone", f"It is called `{new}` now." if new else "")

    def look_at_module(self, name: str, node: cst.CSTNode) -> bool:
        """Whether the new bindings have the module that a name is in, as far as is known."""
        package, module, *rest = [*name.split("."), ""]
        provider = names.provider_of(package)
        there = names.modules(provider) if provider and names.new_module(package) else None
        if there is None or module in there or not module or module.startswith("_"):
            return True
        own = [one for one in (snake(part) for part in (module, *rest)) if one in there]
        advice = f"It may be `{names.new_module(package)}.{own[-1]}` that is meant." if own else ""
        self.note(node, f"the bindings for CDK Terrain have no module '{module}'", advice)
        return False

    def resolved(self, node: cst.CSTNode) -> str:
        found = self.qualified(node)
        imported = {one.name for one in found if one.source is metadata.QualifiedNameSource.IMPORT}
        return min(imported) if len(imported) == 1 else ""

    def note(self, node: cst.CSTNode, message: str, advice: str = "") -> None:
        start = self.places[node].start
        advice = advice or "Change this first, while the program still runs with cdktf."
        self.notes.append(Note(self.path, start.line, start.column + 1, message, advice, holds=True))


def snake(name: str) -> str:
    """The module that the bindings have a construct's class in."""
    parts = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", parts).lower()


__all__ = ["find_uses"]
