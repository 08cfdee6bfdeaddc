"""Imports that new code needs, in the way the program imports what it has; and those it no longer needs."""

from __future__ import annotations

import libcst as cst

from .. import Refused
from . import names
from .bindings import Bindings, Bound, dotted
from .program import Program
from .sequences import Bracketed, Part
from .source import Edit, Source


class Imports:
    """What is to be imported. ``edits`` are made by the names asked for."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.source = program.source
        self.known = dict(program.bindings.names)
        self.asked: dict[str, dict[str, str]] = {}  # module -> class -> the name it gets

    def name(self, module: str, class_name: str, other: str = "") -> str:
        """How the program writes a class of a module; ``other`` is its name where the plain one is taken."""
        known = self.program.bindings.name_of(f"{module}.{class_name}")
        if known is not None and _is_whole(known, f"{module}.{class_name}", self.program.bindings):
            return known
        if class_name in self.asked.get(module, {}):
            return self.asked[module][class_name]
        taken = self.program.bindings.taken | {one for group in self.asked.values() for one in group.values()}
        name = next((one for one in (class_name, other) if one and one not in taken), None)
        if name is None:
            raise Refused(f"the name {class_name} means something else in this program")
        self.asked.setdefault(module, {})[class_name] = name
        return name

    def edits(self) -> list[Edit]:
        """The edits that import what was asked for."""
        asked = sorted(self.asked.items())
        return [edit for module, classes in asked for edit in self._import(module, classes)]

    def _import(self, module: str, classes: dict[str, str]) -> list[Edit]:
        texts = [one if one == own else f"{one} as {own}" for one, own in sorted(classes.items())]
        statements = [
            (statement, small)
            for statement in self.program.suites[0].statements
            if isinstance(statement, cst.SimpleStatementLine)
            for small in statement.body
            if isinstance(small, cst.Import | cst.ImportFrom)
        ]
        for _, small in statements:
            is_named = isinstance(small, cst.ImportFrom) and not isinstance(small.names, cst.ImportStar)
            if is_named and _module(small) == module:
                assert isinstance(small, cst.ImportFrom)
                return _added(small, texts, self.source)
        line = f"from {module} import {', '.join(texts)}"
        family = [(one, small) for one, small in statements if _alike(_module(small), module)]
        if not family:
            raise Refused("the program imports nothing of the kind at its top")
        ordered = [_module(small) for _, small in family] == sorted(_module(small) for _, small in family)
        later = [one for one, small in family if ordered and _module(small) > module]
        if later:
            at = self.source.line_start(self.source.start(later[0]))
        else:
            at = self.source.line_end(self.source.end(family[-1][0]))
        return [Edit(at, at, self.source.as_lines(line, at))]


def _is_whole(name: str, dotted: str, bindings: Bindings) -> bool:
    """Whether a way to write a class goes through its module, and not just through the package's name, which
    need not have loaded the module."""
    path = bindings.names[name.partition(".")[0]]
    return path.startswith(dotted.rpartition(".")[0]) or path in ("cdktf", "cdktn")


def _module(node: cst.Import | cst.ImportFrom) -> str:
    if isinstance(node, cst.Import):
        return dotted(node.names[0].name)
    return ("." * len(node.relative)) + (dotted(node.module) if node.module is not None else "")


def _alike(one: str, other: str) -> bool:
    """Whether two modules are bindings of the same making, or the library itself."""
    first, second = one.lstrip("."), other.lstrip(".")
    for prefix in ("cdktf_cdktf_provider_", "cdktn_provider_", "imports."):
        if second.startswith(prefix):
            return first.startswith(prefix)
    return first.partition(".")[0] == second.partition(".")[0] or first.startswith(("cdktf", "cdktn"))


def _added(node: cst.ImportFrom, texts: list[str], source: Source) -> list[Edit]:
    """More names in an import: in their order if there is one, else at the end."""
    assert not isinstance(node.names, cst.ImportStar)
    present = [dotted(alias.name) for alias in node.names]
    found = _bracketed(node, source)
    inserted: dict[int, list[str]] = {}
    for text in texts:
        index = len(present) - 1
        if present == sorted(present):
            index = sum(one < text for one in present) - 1
        inserted.setdefault(index, []).append(text)
    return found.change(set(), inserted)


def _bracketed(node: cst.ImportFrom, source: Source) -> Bracketed:
    assert not isinstance(node.names, cst.ImportStar)
    parts = []
    for alias in node.names:
        comma = alias.comma
        place = (source.start(comma), source.end(comma)) if isinstance(comma, cst.Comma) else None
        parts.append(Part(source.start(alias), source.end(alias), place))
    closing = source.end(node) - 1 if node.lpar is not None else source.end(node)
    return Bracketed(source, parts[0].start, closing, tuple(parts))


# -- where new classes come from -------------------------------------------------------------------------


def module_for(like: Bound, provider: str, class_name: str, kind: str) -> str:
    """The module of a class of a provider, by the way in which another class is imported."""
    package = like.package[: -len(like.provider)] + provider
    if like.modules == (
        names.module_of(like.provider, like.name, "provider" if like.name.endswith("Provider") else ""),
    ):
        return f"{package}.{names.module_of(provider, class_name, kind)}"
    if provider != like.provider or kind == "provider" or not like.modules:
        return package  # a package of the time when modules were services has small providers in one
    raise Refused(f"it is not known where {class_name} is in {package}")


def unused(before: Program, after: Program) -> list[Edit]:
    """The edits of ``after`` that take out the imports which it, unlike ``before``, does not use."""
    used_before, used = _used(before), _used(after)
    edits: list[Edit] = []
    for statement in after.suites[0].statements:
        if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
            continue
        node = statement.body[0]
        if not isinstance(node, cst.ImportFrom) or isinstance(node.names, cst.ImportStar):
            continue
        own = [dotted(alias.asname.name if alias.asname else alias.name) for alias in node.names]
        gone = {index for index, name in enumerate(own) if name in used_before and name not in used}
        source = after.source
        if len(gone) == len(own) and gone:
            edits.append(
                Edit(source.line_start(source.start(statement)), source.line_end(source.end(statement)), "")
            )
        elif gone:
            edits += _bracketed(node, source).change(gone, {})
    return edits


def _used(program: Program) -> set[str]:
    found: set[str] = set()

    class Names(cst.CSTVisitor):
        def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
            return False

        def visit_Name(self, node: cst.Name) -> None:
            found.add(node.value)

    program.source.tree.visit(Names())
    return found
