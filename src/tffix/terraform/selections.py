"""What expressions select of a resource or module call: its attributes or outputs, however they get at them.

A reference names an attribute itself (``aws_sqs_queue.all[*].name``), or hands the resource on to something
that does: a for-expression, ``each.value``, the iterator of a ``dynamic`` block, ``values(…)[*].name``, a
local value. Where it goes on to something that is not followed, what is selected of it is not known.

Facts: Terraform language documentation, "References to Named Values", "For Expressions", "Splat Expressions".
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..hcl.nodes import (
    Access,
    Binary,
    Call,
    Conditional,
    Expression,
    For,
    ForDirective,
    GetAttribute,
    Index,
    LegacyIndex,
    Literal,
    Object,
    Parentheses,
    Splat,
    Step,
    Template,
    Traversal,
    Tuple,
)
from ..hcl.tree import Attribute, Block, Body
from .address import Address, mention_of
from .module import Module
from .references import iterator_names

_HISTORY = ("moved", "removed", "import")
_AIMS = ("plan_options", "override_resource", "override_data", "override_module")
"""Blocks of tests that name what they are about, and select nothing of it."""
_SAME = frozenset(("try", "coalesce", "sensitive", "nonsensitive", "ephemeralasnull"))
_JOINED = frozenset(("concat", "merge", "coalescelist", "setunion", "setsubtract"))
_COLLECTIONS = _JOINED | {"values", "tolist", "toset", "tomap", "reverse", "distinct", "flatten"}
_PICKS = frozenset(("one", "element", "lookup"))
_MEASURES = frozenset(("length", "keys", "can"))


class Kind(enum.Enum):
    """What a value is: an instance, whose attributes can be selected, or a collection of instances."""

    ONE = "one"
    MANY = "many"


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """An attribute or output that an expression selects: the step that names it (``.name``, ``["name"]``) and
    the attribute of the configuration in whose expression that is."""

    name: str
    step: Step
    attribute: Attribute

    def source(self, name: str) -> str:
        """The text of the step with another name."""
        return f'["{name}"]' if isinstance(self.step, Index) else f".{name}"


@dataclass(slots=True)
class Selections:
    """``found`` is what is selected; ``whole`` are the attributes in which the resource or module call goes
    on as a whole, so that it is not known what is selected of it."""

    found: list[Selection] = field(default_factory=list)
    whole: list[Attribute] = field(default_factory=list)

    def rename(self, names: Mapping[str, str]) -> None:
        """Selects other attributes or outputs, by their old names, in the place of those selected."""
        by_attribute: dict[Attribute, dict[Expression, str]] = {}
        for one in self.found:
            if one.name in names:
                by_attribute.setdefault(one.attribute, {})[one.step] = one.source(names[one.name])
        for attribute, changes in by_attribute.items():
            attribute.replace(changes)


def selections(address: Address | str, module: Module, also: Iterable[Block] = ()) -> Selections:
    """What a module selects of a resource, data source or module call that it declares; ``also`` are blocks
    of tests that refer to it too."""
    address = Address.parse(address) if isinstance(address, str) else address
    block = module.get(address)
    repeats = isinstance(block, Block) and any(block.get(name) for name in ("count", "for_each"))
    waiting, walk = {address: Kind.MANY if repeats else Kind.ONE}, _Walk()
    while waiting:
        one, kind = waiting.popitem()
        if one not in walk.known:
            walk.known[one] = kind
            walk.blocks(dict.fromkeys((*(use.block for use in module.references_to(one)), *also)), one)
            waiting |= walk.locals
    return walk.result


def selections_in(blocks: Iterable[Block], address: Address) -> Selections:
    """What blocks of tests select of something that is declared there, as a ``run`` is, by its address."""
    walk = _Walk()
    walk.known[address] = Kind.ONE
    walk.blocks(blocks, address)
    return walk.result


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a name stands for in a part of an expression; ``by_value``: only with ``.value`` after it."""

    kind: Kind | None
    by_value: bool = False


_Names = Mapping[str, _Bound]


class _Walk:
    """Goes through expressions for one address at a time: ``at``. ``known`` are all addresses looked at so
    far, the resource itself and the local values that stand for it."""

    def __init__(self) -> None:
        self.result = Selections()
        self.known: dict[Address, Kind] = {}
        self.locals: dict[Address, Kind] = {}
        self.at = Address(())
        self.attribute: Attribute | None = None

    def blocks(self, blocks: Iterable[Block], at: Address) -> None:
        self.at = at
        self.locals = {}
        for block in blocks:
            if block.type not in _HISTORY:
                names = {}
                if (each := block.get("for_each")) is not None and block.type != "locals":
                    kind = self.quietly(each, {})
                    names["each"] = _Bound(Kind.ONE if kind is Kind.MANY else None, by_value=True)
                self.body(block.body, names)

    def quietly(self, attribute: Attribute, names: _Names) -> Kind | None:
        """What the value of an attribute is, when what is selected in it is looked at elsewhere."""
        before, self.attribute = list(self.result.found), attribute
        whole = list(self.result.whole)
        kind = self.value(attribute.expression, names)
        self.result.found[:], self.result.whole[:] = before, whole
        return kind

    def body(self, body: Body, names: _Names) -> None:
        for item in body.items:
            if isinstance(item, Attribute):
                self.of_attribute(item, body, names)
            elif isinstance(item, Block):
                inner = names
                if item.type == "dynamic" and (each := item.get("for_each")) is not None:
                    kind = self.quietly(each, names)
                    bound = _Bound(Kind.ONE if kind is Kind.MANY else None, by_value=True)
                    inner = {**names, **dict.fromkeys(iterator_names(item), bound)}
                self.body(item.body, inner)

    def of_attribute(self, attribute: Attribute, body: Body, names: _Names) -> None:
        owner = body.owner
        if attribute.name == "ignore_changes" and owner is not None and owner.type == "lifecycle":
            return
        if owner is not None and owner.type in _AIMS and attribute.name in ("target", "replace"):
            return
        if attribute.name == "expect_failures" and owner is not None and owner.type == "run":
            return
        self.attribute = attribute
        if attribute.name in ("depends_on", "replace_triggered_by"):
            items = attribute.expression.children
            for item in items if isinstance(attribute.expression, Tuple) else ():
                self.value(item, names)  # a whole one is waited for, whatever it is made of
            return
        kind = self.value(attribute.expression, names)
        if kind is None or (attribute.name == "for_each" and kind is Kind.MANY):
            return
        if owner is not None and owner.type == "locals":
            self.locals[Address(("local", attribute.name))] = kind
        else:
            self.whole()

    def whole(self) -> None:
        assert self.attribute is not None
        self.result.whole.append(self.attribute)

    # -- expressions -------------------------------------------------------------------------------------

    def value(self, node: Expression, names: _Names) -> Kind | None:
        """What a node stands for, if that is the resource or a collection of its instances."""
        if isinstance(node, Traversal):
            return self.traversal(node, names)
        if isinstance(node, Parentheses):
            return self.value(node.inner, names)
        if isinstance(node, Access):
            kind = self.value(node.base, names)
            return self.steps(kind, node.steps, names)
        if isinstance(node, Call):
            return self.call(node, names)
        if isinstance(node, Conditional):
            self.consumed(node.condition, names)
            return self.either((node.yes, node.no), names)
        if isinstance(node, For | ForDirective):
            return self.loop(node, names)
        if isinstance(node, Binary) and any(_is_nothing(one) for one in (node.left, node.right)):
            for one in (node.left, node.right):
                self.value(one, names)
            return None
        for child in node.children:
            self.consumed(child, names)
        return None

    def consumed(self, node: Expression, names: _Names) -> None:
        """A node that goes into something of which nothing more is known."""
        if self.value(node, names) is not None:
            self.whole()

    def traversal(self, node: Traversal, names: _Names) -> Kind | None:
        bound = names.get(node.root)
        if bound is not None:
            steps = node.steps
            if bound.by_value:
                if not steps or not isinstance(steps[0], GetAttribute) or steps[0].name != "value":
                    return self.steps(None, steps, names)
                steps = steps[1:]
            return self.steps(bound.kind, steps, names)
        mention = mention_of(node)
        if mention is None or mention.address != self.at:
            return self.steps(None, node.steps, names)
        return self.steps(self.known[self.at], node.steps[mention.length - 1 :], names)

    def steps(self, kind: Kind | None, steps: tuple[Step, ...], names: _Names) -> Kind | None:
        is_list = False
        for step in steps:
            for child in step.children:
                self.consumed(child, names)
            if kind is None:
                continue
            if isinstance(step, GetAttribute):
                self.select(step.name, step)
                kind = None
            elif isinstance(step, Splat):
                is_list, kind = True, Kind.ONE if step.full else Kind.MANY
            elif isinstance(step, Index) and kind is Kind.ONE:
                key = step.key.literal if isinstance(step.key, Template) else None
                if key is None:
                    if not isinstance(step.key, Literal):
                        self.whole()
                        kind = None
                else:
                    self.select(key, step)
                    kind = None
            elif isinstance(step, Index | LegacyIndex) and kind is Kind.MANY:
                is_list, kind = False, Kind.ONE
        return Kind.MANY if kind is not None and is_list else kind

    def select(self, name: str, step: Step) -> None:
        assert self.attribute is not None
        self.result.found.append(Selection(name, step, self.attribute))

    def call(self, node: Call, names: _Names) -> Kind | None:
        if node.name in _PICKS or node.name == "slice":
            first, *rest = node.arguments or (Literal(node.source, node.end, node.end, None),)
            kind = self.value(first, names)
            for one in rest:
                self.consumed(one, names)
            return kind if kind is None or node.name == "slice" else Kind.ONE
        if node.name in _SAME:
            return self.either(node.arguments, names)
        if node.name in _COLLECTIONS:
            kind = self.either(node.arguments, names)
            return None if kind is None else Kind.MANY
        for one in node.arguments:
            kind = self.value(one, names)
            if kind is not None and (node.name not in _MEASURES or kind is Kind.ONE):
                self.whole()
        return None

    def either(self, nodes: Iterable[Expression], names: _Names) -> Kind | None:
        """One of several values, or all of them together: if some are the resource, all must be, or nothing
        at all, as what is selected then is selected of all."""
        kinds = [(one, self.value(one, names)) for one in nodes]
        found = [kind for _, kind in kinds if kind is not None]
        if not found:
            return None
        if any(kind is None and not _is_nothing(one) for one, kind in kinds) or len(set(found)) > 1:
            self.whole()
            return None
        return found[0]

    def loop(self, node: For | ForDirective, names: _Names) -> Kind | None:
        kind = self.value(node.collection, names)
        if kind is Kind.ONE:
            self.whole()  # goes over its attributes
        item = _Bound(Kind.ONE if kind is Kind.MANY else None)
        bound = node.names if isinstance(node, For) else tuple(filter(None, (node.key, node.value)))
        inner = {**names, **dict.fromkeys(bound[:-1], _Bound(None)), bound[-1]: item}
        if isinstance(node, ForDirective):
            for part in node.parts:
                self.consumed(part, inner)
            return None
        for one in (node.key, node.condition):
            if one is not None:
                self.consumed(one, inner)
        return Kind.MANY if self.value(node.value, inner) is not None else None


def _is_nothing(node: Expression) -> bool:
    """Whether a value is null or a collection without elements."""
    if isinstance(node, Parentheses):
        return _is_nothing(node.inner)
    if isinstance(node, Tuple | Object):
        return not node.items
    return isinstance(node, Literal) and node.value is None


__all__ = ["Kind", "Selection", "Selections", "selections", "selections_in"]
