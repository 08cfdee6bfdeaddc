"""What the names in a program stand for: imports of CDK for Terraform and of provider bindings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import libcst as cst

_PACKAGE = re.compile(
    r"(?P<package>cdktf_cdktf_provider_(?P<old>\w+?)|cdktn_provider_(?P<new>\w+?)"
    r"|(?:\w+\.)*?imports\.(?P<own>\w+?))(?P<modules>(?:\.[a-z_]\w*)*)\.(?P<name>\w+)"
)
_LIBRARY = re.compile(r"(cdkt[fn])\.(\w+)")


@dataclass(frozen=True, slots=True)
class Bound:
    """A class of a provider's bindings: its package, the provider, the module below the package."""

    package: str
    provider: str
    modules: tuple[str, ...]
    name: str


@dataclass(slots=True, eq=False)
class Bindings:
    """The imports of a program: for every name what it stands for, dotted. ``everywhere`` are those that are
    imported at its top, not in a function or under a condition; ``own`` the names to which the program itself
    gives a meaning. ``taken`` are all the names that occur in it as names of their own, ``attributes`` those
    behind a dot."""

    names: dict[str, str] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    everywhere: list[str] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, tree: cst.Module) -> Bindings:
        """What the names of a program stand for."""
        found = cls()
        collector = _Collector(found)
        for statement in _top(tree):
            collector.is_top = isinstance(statement, cst.SimpleStatementLine)
            statement.visit(collector)
        found.own = set(collector.bound)
        for name in found.own:
            found.names.pop(name, None)  # the name means something else somewhere
        return found

    def dotted(self, node: cst.BaseExpression) -> str | None:
        """What a name or attribute stands for, if an import tells."""
        steps: list[str] = []
        while isinstance(node, cst.Attribute):
            steps.insert(0, node.attr.value)
            node = node.value
        if not isinstance(node, cst.Name):
            return None
        if node.value in self.names:
            return ".".join((self.names[node.value], *steps))
        if not steps and len(self.stars) == 1 and node.value not in self.own:
            return f"{self.stars[0]}.{node.value}"
        return None

    def bound(self, node: cst.BaseExpression) -> Bound | None:
        """The class of bindings that an expression names."""
        match = _PACKAGE.fullmatch(self.dotted(node) or "")
        if match is None:
            return None
        provider = match["old"] or match["new"] or match["own"]
        modules = tuple(filter(None, match["modules"].split(".")))
        return Bound(match["package"], provider, modules, match["name"])

    def library(self, node: cst.BaseExpression) -> str | None:
        """The name in ``cdktf`` or ``cdktn`` that an expression stands for, such as ``TerraformOutput``."""
        match = _LIBRARY.fullmatch(self.dotted(node) or "")
        return match[2] if match else None

    def name_of(self, dotted: str) -> str | None:
        """How the program may write what stands at a dotted path, anywhere in it."""
        known = {name: self.names[name] for name in self.everywhere if name in self.names}
        for name, path in known.items():
            if dotted == path:
                return name
        for name, path in known.items():
            if dotted.startswith(f"{path}."):
                return name + dotted[len(path) :]
        return None


class _Collector(cst.CSTVisitor):
    def __init__(self, found: Bindings) -> None:
        self.found = found
        self.bound: Counter[str] = Counter()
        self.is_top = False

    def visit_Import(self, node: cst.Import) -> bool:
        for alias in node.names:
            path = dotted(alias.name)
            if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
                self._bind(alias.asname.name.value, path)
            else:
                first = path.partition(".")[0]
                self._bind(first, first)
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        path = dotted(node.module) if node.module is not None else ""
        if isinstance(node.names, cst.ImportStar):
            if _PACKAGE.fullmatch(f"{path}.X"):
                self.found.stars.append(path)
        else:
            for alias in node.names:
                name = dotted(alias.name)
                own = alias.asname.name if alias.asname is not None else alias.name
                if isinstance(own, cst.Name):
                    self._bind(own.value, f"{path}.{name}" if path else name)
        return False

    def _bind(self, name: str, path: str) -> None:
        self.found.taken.add(name)
        if self.is_top:
            self.found.everywhere.append(name)
        if self.found.names.setdefault(name, path) != path:
            self.bound[name] += 1

    def visit_Name(self, node: cst.Name) -> None:
        self.found.taken.add(node.value)

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        self.found.attributes.add(node.attr.value)
        node.value.visit(self)
        return False

    def visit_Arg(self, node: cst.Arg) -> bool:
        node.value.visit(self)
        return False

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        self.bound.update(_targets(node.target))

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        self.bound.update(_targets(node.target))

    def visit_For(self, node: cst.For) -> None:
        self.bound.update(_targets(node.target))

    def visit_CompFor(self, node: cst.CompFor) -> None:
        self.bound.update(_targets(node.target))

    def visit_NamedExpr(self, node: cst.NamedExpr) -> None:
        self.bound.update(_targets(node.target))

    def visit_AsName(self, node: cst.AsName) -> None:
        self.bound.update(_targets(node.name))

    def visit_Param(self, node: cst.Param) -> None:
        self.bound[node.name.value] += 1

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self.bound[node.name.value] += 1

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self.bound[node.name.value] += 1


def _top(tree: cst.Module) -> Iterator[cst.CSTNode]:
    """The statements at the top of a program and of a `try:` there: what goes on has the imports of that."""
    for statement in tree.body:
        if isinstance(statement, cst.Try) and isinstance(statement.body, cst.IndentedBlock):
            yield from (*statement.body.body, *statement.handlers)
            yield from filter(None, (statement.orelse, statement.finalbody))
        else:
            yield statement


def _targets(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Name):
        yield node.value
    elif isinstance(node, cst.Tuple | cst.List):
        for element in node.elements:
            yield from _targets(element.value)


def dotted(node: cst.CSTNode) -> str:
    """A name with dots, such as ``self.role``, as text; nothing for any other expression."""
    if isinstance(node, cst.Attribute):
        before = dotted(node.value)
        return before and f"{before}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""
