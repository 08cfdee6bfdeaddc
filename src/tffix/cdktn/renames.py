"""Classes of bindings that have another name for CDK Terrain: where a module uses them."""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst
from libcst import metadata

from ..rules.codemod import Note
from .lookup import Lookup
from .qualified import dotted, qualified_names


@dataclass(slots=True)
class Renames:
    """Replacements, with what they are."""

    replaced: dict[cst.CSTNode, cst.CSTNode] = field(default_factory=dict)
    edits: list[Note] = field(default_factory=list)


def find_renames(wrapper: metadata.MetadataWrapper, path: str, lookup: Lookup) -> Renames:
    """An imported class keeps its old name in the module: `from m import New as Old`."""
    finder = _Finder(wrapper, path, lookup)
    wrapper.module.visit(finder)
    return finder.found


class _Finder(cst.CSTVisitor):
    def __init__(self, wrapper: metadata.MetadataWrapper, path: str, lookup: Lookup) -> None:
        self.path = path
        self.lookup = lookup
        self.places = wrapper.resolve(metadata.PositionProvider)
        self.qualified = qualified_names(wrapper)
        self.found = Renames()

    def visit_ImportFrom(self, node: cst.ImportFrom) -> None:
        if node.module is None or node.relative or isinstance(node.names, cst.ImportStar):
            return
        for alias in node.names:
            new = self.lookup.renamed(f"{dotted(node.module)}.{dotted(alias.name)}")
            if new and isinstance(alias.name, cst.Name):
                asname = alias.asname or cst.AsName(cst.Name(alias.name.value))
                self.replace(
                    alias, alias.with_changes(name=cst.Name(new), asname=asname), alias.name.value, new
                )

    def visit_Attribute(self, node: cst.Attribute) -> None:
        imported = {
            one.name for one in self.qualified(node) if one.source is metadata.QualifiedNameSource.IMPORT
        }
        new = self.lookup.renamed(min(imported)) if len(imported) == 1 else None
        if new and new != node.attr.value:
            self.replace(node.attr, node.attr.with_changes(value=new), node.attr.value, new)

    def replace(self, node: cst.CSTNode, by: cst.CSTNode, old: str, new: str) -> None:
        self.found.replaced[node] = by
        start = self.places[node].start
        message = f"'{old}' is called '{new}' in the bindings for CDK Terrain"
        self.found.edits.append(Note(self.path, start.line, start.column + 1, message))


__all__ = ["Renames", "find_renames"]
