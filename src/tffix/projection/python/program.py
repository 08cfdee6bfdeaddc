"""The constructs of a program: which class, in which statement, assigned to which name, seen from where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import libcst as cst

from . import names
from .bindings import Bindings, dotted
from .constructs import Construct, Suite, is_stack, sort_arguments
from .source import Source

_CHANGES = re.compile(
    r"add_override|override_logical_id|import_from|move_\w+|put_\w+|reset_\w+|add_\w+|set_\w+"
)
"""Methods of a construct after which its arguments are not what the call says."""
_OWN = {"TerraformOutput": "output", "TerraformVariable": "variable"}


class Program:
    """All constructs of a source, in its order."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.bindings = Bindings.of(source.tree)
        self.constructs: list[Construct] = []
        self.assigned: dict[tuple[int, str], int] = {}
        self.targets: dict[tuple[int, str], Construct] = {}
        self.is_root = False
        self._changed: set[tuple[int, str]] = set()
        self.suites: list[Suite] = []
        self._suite("module", source.tree, None, source.tree.body)
        for construct in self.constructs:
            key = self._key(construct.target, construct.suite) if construct.target else None
            if key in self._changed:
                construct.reason = "its arguments are changed after it is made"
        self._label()

    # -- names -------------------------------------------------------------------------------------------

    def named(self, node: cst.BaseExpression, suite: Suite) -> Construct | None:
        """The construct that a name, or an attribute of ``self``, stands for in a suite; None if that is not
        certain."""
        text = dotted(node)
        if not text or text.count(".") > 1 or ("." in text and not text.startswith("self.")):
            return None
        key = self._key(text, suite)
        if key not in self.assigned and "." not in text:
            key = (id(self.suites[0]), text)
        return self.targets.get(key) if key is not None and self.assigned.get(key) == 1 else None

    def _key(self, text: str, suite: Suite) -> tuple[int, str]:
        holder = suite.around("class") if text.startswith("self.") else suite.frame
        return id(holder or self.suites[0]), text

    # -- statements --------------------------------------------------------------------------------------

    def _suite(self, kind: str, node: cst.CSTNode, parent: Suite | None, body: Sequence[cst.CSTNode]) -> None:
        suite = Suite(kind, node, parent)
        self.suites.append(suite)
        for statement in body:
            if isinstance(statement, cst.BaseStatement):
                suite.statements.append(statement)
                self._statement(statement, suite)

    def _statement(self, statement: cst.BaseStatement, suite: Suite) -> None:
        if isinstance(statement, cst.SimpleStatementLine):
            for small in statement.body:
                self._small(small, statement, suite)
            return
        kind = {cst.FunctionDef: "function", cst.ClassDef: "class", cst.For: "loop", cst.While: "loop"}.get(
            type(statement), "branch"
        )
        if isinstance(statement, cst.ClassDef):
            self.is_root = self.is_root or is_stack(statement)
        for name in _targets_of(statement):
            self._assign(name, suite)
        if isinstance(statement, cst.FunctionDef):
            inner = Suite(kind, statement, suite)
            for parameter in statement.params.children:
                if isinstance(parameter, cst.Param):
                    self.assigned[id(inner), parameter.name.value] = 2  # nobody knows what it is
            self._inside(statement.body, inner)
            return
        for child in statement.children:
            if isinstance(child, cst.BaseSuite):
                self._inside(child, Suite(kind, statement, suite))
            elif isinstance(child, cst.BaseExpression):
                self._expression(child, statement, suite, repeated=True)
            elif isinstance(child, cst.BaseStatement):
                self._statement(child, suite)  # elif
            else:
                for part in child.children:
                    if isinstance(part, cst.BaseSuite):
                        self._inside(part, Suite(kind, child, suite))
                    elif isinstance(part, cst.BaseExpression):
                        self._expression(part, statement, suite, repeated=True)

    def _inside(self, body: cst.BaseSuite, suite: Suite) -> None:
        self.suites.append(suite)
        if isinstance(body, cst.IndentedBlock):
            for statement in body.body:
                suite.statements.append(statement)
                self._statement(statement, suite)
        else:
            for small in body.body:
                if isinstance(small, cst.BaseSmallStatement):
                    self._small(small, body, suite)

    def _small(self, small: cst.BaseSmallStatement, statement: cst.CSTNode, suite: Suite) -> None:
        value: cst.BaseExpression | None = None
        target: str | None = None
        if isinstance(small, cst.Assign):
            value = small.value
            texts = [name for one in small.targets for name in _names(one.target)]
            target = texts[0] if len(texts) == 1 and len(small.targets) == 1 else None
            for name in texts:
                self._assign(name, suite)
        elif isinstance(small, cst.AnnAssign):
            value, target = small.value, dotted(small.target) or None
            if value is not None and target:
                self._assign(target, suite)
        elif isinstance(small, cst.Expr | cst.Return):
            value = small.value
        if isinstance(small, cst.AugAssign | cst.Del):
            for name in _names(small.target):
                self._assign(name, suite)
                self._assign(name, suite)
        made = self._call(value, statement, suite) if isinstance(value, cst.Call) else None
        if made is not None and target is not None and not isinstance(small, cst.Return):
            made.target = target
            self.targets[self._key(target, suite)] = made
        for child in small.children:
            self._expression(child, statement, suite, skip=made.call if made else None)

    def _assign(self, name: str, suite: Suite) -> None:
        holder, _, rest = name.partition(".")
        if rest and (holder != "self" or "." in rest):
            changed = name.rpartition(".")[0]
            self._changed.add(self._key(changed, suite))
            return
        key = self._key(name, suite)
        self.assigned[key] = self.assigned.get(key, 0) + 1

    # -- expressions -------------------------------------------------------------------------------------

    def _expression(
        self,
        node: cst.CSTNode,
        statement: cst.CSTNode,
        suite: Suite,
        repeated: bool = False,
        skip: cst.Call | None = None,
    ) -> None:
        stack = [(node, repeated)]
        while stack:
            here, again = stack.pop()
            again = again or isinstance(here, cst.BaseComp | cst.Lambda)
            if isinstance(here, cst.NamedExpr):
                for name in _names(here.target):
                    self._assign(name, suite)
                    self._assign(name, suite)
            if isinstance(here, cst.Call) and here is not skip:
                made = self._call(here, statement, suite)
                if made is not None:
                    made.is_repeated = made.is_repeated or again
                self._note_change(here, suite)
            stack.extend((child, again) for child in reversed(here.children))

    def _note_change(self, call: cst.Call, suite: Suite) -> None:
        if isinstance(call.func, cst.Attribute) and _CHANGES.fullmatch(call.func.attr.value):
            text = dotted(call.func.value)
            if text:
                self._changed.add(self._key(text, suite))

    def _call(self, call: cst.Call, statement: cst.CSTNode, suite: Suite) -> Construct | None:
        bound = self.bindings.bound(call.func)
        if bound is not None:
            told: tuple[str, str] | None = names.type_of(bound.provider, bound.name)
        else:
            name = self.bindings.library(call.func) or ""
            told = (_OWN[name], "") if name in _OWN else None
            self.is_root = self.is_root or name == "App"
        if told is None:
            return None
        kind, type_name = told
        made = Construct(
            kind,
            type_name,
            bound.provider if bound else "",
            bound,
            call,
            statement,
            suite,
            suite.repeats,
            None,
            {},
        )
        sort_arguments(made)
        self.constructs.append(made)
        return made

    # -- labels ------------------------------------------------------------------------------------------

    def _label(self) -> None:
        """Gives every construct a label that no other of its type has."""
        self.constructs.sort(key=lambda one: self.source.start(one.call))
        used: Counter[tuple[str, str]] = Counter()
        for one in self.constructs:
            text = (
                one.id_literal or (one.target or "").rpartition(".")[2] or one.type.partition("_")[2] or "it"
            )
            stem = re.sub(r"[^A-Za-z0-9_-]", "_", text) or "it"
            stem = stem if re.match(r"[A-Za-z_]", stem) else f"_{stem}"
            label, number = stem, 1
            while used[one.kind + one.type, label]:
                number += 1
                label = f"{stem}_{number}"
            used[one.kind + one.type, label] += 1
            one.label = label


def _names(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Tuple | cst.List):
        for element in node.elements:
            yield from _names(element.value)
    elif text := dotted(node):
        yield text


def _targets_of(statement: cst.BaseStatement) -> Iterator[str]:
    if isinstance(statement, cst.For):
        yield from _names(statement.target)
        yield from _names(statement.target)
    elif isinstance(statement, cst.With):
        for item in statement.items:
            if item.asname is not None:
                yield from _names(item.asname.name)
    elif isinstance(statement, cst.FunctionDef | cst.ClassDef):
        yield statement.name.value
