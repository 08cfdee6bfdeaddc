"""Finds out what values must look like from the expressions that they are used in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tffix.hcl import nodes
from tffix.plan.arguments import OF_BASE64, OF_LISTS, OF_MAPS, OF_NUMBERS, OF_TEXTS, SAME
from tffix.plan.shapes import A_KEY, Shape

_MAP: Final = re.compile(r"\b(?:local|var)\.[\w-]+$")
_MAX_DEPTH: Final = 60

Scope = Mapping[str, Shape]


class ExpressionUses:
    """Collects the shapes of what expressions refer to, as members of `root`. `locals` are the local values
    by name, `maps` the objects that locals and defaults of variables are, by address."""

    def __init__(
        self, root: Shape, locals_: Mapping[str, nodes.Expression], maps: Mapping[str, nodes.Object]
    ) -> None:
        self.root, self._locals, self._maps = root, locals_, maps
        self._known: dict[str, Shape | None] = {}
        self._depth = 0
        self._keyed: list[tuple[Shape, Shape]] = []
        self._alike: list[list[Shape]] = []

    def finish(self) -> None:
        """Brings together what is known of values that are alike, once all uses are in."""
        for name in self._locals:
            self.local(name)
        for group in self._alike:
            whole = Shape()
            for shape in group:
                whole.absorb(shape)
            for shape in group:
                shape.absorb(whole)
        for shape, key in self._keyed:
            key.choices = key.choices or ["0" if "number" in key.kinds else A_KEY]
            shape.key_shape().absorb(key)

    def local(self, name: str) -> Shape | None:
        if name not in self._known:
            self._known[name] = None  # for one that refers to itself
            expression = self._locals.get(name)
            self._known[name] = self.visit(expression, {}) if expression else None
        return self._known[name]

    def visit(self, node: nodes.Expression, scope: Scope) -> Shape | None:
        """Takes in all uses in an expression, and gives the shape that it refers to, if it does."""
        self._depth += 1
        try:
            if self._depth > _MAX_DEPTH:
                return None
            match node:
                case nodes.Traversal():
                    return self._traversal(node, scope)
                case nodes.Access():
                    return self._steps(self.visit(node.base, scope), node.steps, scope)
                case nodes.Parentheses() | nodes.Interpolation():
                    return self.visit(node.children[0], scope)
                case nodes.Call():
                    return self._call(node, scope)
                case nodes.For():
                    return self._for(node, scope)
                case nodes.Conditional():
                    return self._conditional(node, scope)
                case nodes.Binary() | nodes.Unary():
                    self._operation(node, scope)
                    return None
                case nodes.Tuple() | nodes.Template():
                    found = [self.visit(one, scope) for one in node.children]
                    for one in found if isinstance(node, nodes.Template) else ():
                        if one is not None:
                            one.kinds.add("text")
                    return None
            for child in node.children:
                self.visit(child, scope)
            return None
        finally:
            self._depth -= 1

    def _traversal(self, node: nodes.Traversal, scope: Scope) -> Shape | None:
        if node.root in scope:
            return self._steps(scope[node.root], node.steps, scope)
        first = node.steps[0] if node.steps else None
        if node.root == "local" and isinstance(first, nodes.GetAttribute):
            return self._steps(self.local(first.name), node.steps[1:], scope)
        return self._steps(self.root.member(node.root), node.steps, scope)

    def _steps(self, shape: Shape | None, steps: Iterable[nodes.Step], scope: Scope) -> Shape | None:
        is_splat = False
        for step in steps:
            if isinstance(step, nodes.Index):
                key = self._literal(step.key)
                if key is None:
                    shape = self._indexed(shape, step, scope)
                elif shape is not None:
                    if isinstance(key, int):
                        shape.kinds.add("list")
                        shape.least = max(shape.least, key + 1)
                    shape = shape.member(key) if isinstance(key, str) else shape.item()
            elif shape is None:
                continue
            elif isinstance(step, nodes.GetAttribute):
                shape = shape.member(step.name)
            else:
                shape.kinds.add("list")
                if isinstance(step, nodes.LegacyIndex):
                    shape.least = max(shape.least, step.number + 1)
                shape, is_splat = shape.item(), is_splat or isinstance(step, nodes.Splat)
        return Shape(kinds={"list"}, element=shape) if is_splat and shape is not None else shape

    def _indexed(self, shape: Shape | None, step: nodes.Index, scope: Scope) -> Shape | None:
        """What is at a place that is worked out: by a number, or by a key that names it elsewhere too."""
        key = self.visit(step.key, scope)
        self._choose(key, step.source[: step.start])
        if shape is None:
            return None
        if key is None or "count.index" in step.key.text:
            shape.kinds.add("list" if "count.index" in step.key.text else "indexed")
        else:
            shape.kinds.add("map")
            self._keyed.append((shape, key))
        return shape.item()

    def _literal(self, node: nodes.Expression) -> str | int | None:
        if isinstance(node, nodes.Template):
            return node.literal
        return node.value if isinstance(node, nodes.Literal) and isinstance(node.value, int) else None

    def _call(self, node: nodes.Call, scope: Scope) -> Shape | None:
        given = [self.visit(one, scope) for one in node.arguments]
        of_text = node.name == "join"
        for at, shape in enumerate(given):
            if shape is None:
                continue
            if node.name in OF_MAPS and at == 0:
                shape.kinds.add("map")
            elif (node.name in OF_LISTS and (at == 0 or node.name == "concat")) or (of_text and at == 1):
                shape.kinds.add("counted" if node.name == "length" else "list")
            elif node.name in OF_NUMBERS:
                shape.kinds.add("number")
            elif node.name == "tobool":
                shape.kinds.add("bool")
            elif node.name.startswith("cidr") and at == 0:
                shape.kinds.add("cidr")
            elif node.name in OF_BASE64:
                shape.kinds.add("base64")
        if node.name == "lookup" and len(given) == 2:
            self._choose(given[1], node.arguments[0].text)
        if node.name == "contains" and len(given) == 2 and (shape := given[1]) is not None:
            shape.choices += _texts(node.arguments[0])
        if node.name in OF_TEXTS and isinstance(node.arguments[0], nodes.Tuple):
            for item in node.arguments[0].items:
                if (shape := self.visit(item, scope)) is not None:
                    shape.kinds.add("text")
        if node.name.startswith("cidr") and isinstance(node.arguments[0], nodes.Template):
            for part in node.arguments[0].children:
                if (shape := self.visit(part, scope)) is not None:
                    shape.kinds.add("ip")
        alike = [one for one in given if one is not None]
        if node.name in SAME and len(alike) > 1:
            self._alike.append(alike)
        first = given[0] if given else None
        if first is None:
            return next((one for one in given if one), None) if node.name in SAME else None
        if node.name == "lookup" and len(node.arguments) > 1:
            key = self._literal(node.arguments[1])
            return first.member(key) if isinstance(key, str) else first.item()
        if node.name in OF_BASE64:
            return first  # what is in it, in another form
        if node.name in ("jsondecode", "yamldecode"):
            return first.decode()
        if node.name in ("keys", "values"):
            return Shape(kinds={"list"}, element=first.key_shape() if node.name == "keys" else first.item())
        if node.name in ("element", "one"):
            first.kinds |= {"one"} if node.name == "one" else set()
            return first.item()
        return first if node.name in SAME else None

    def _for(self, node: nodes.For, scope: Scope) -> Shape | None:
        collection = self.visit(node.collection, scope)
        inner = dict(scope)
        if collection is not None:
            collection.kinds.add("map" if len(node.names) > 1 and node.key is not None else "each")
            inner[node.names[-1]] = collection.item()
        else:
            inner[node.names[-1]] = Shape()
        if len(node.names) > 1:
            inner[node.names[0]] = collection.key_shape() if collection is not None else Shape()
        for part in (node.key, node.value, node.condition):
            if part is not None:
                self.visit(part, inner)
        return None

    def _conditional(self, node: nodes.Conditional, scope: Scope) -> Shape | None:
        condition, *sides = (self.visit(one, scope) for one in node.children)
        if condition is not None:
            condition.kinds.add("bool")
        return next((one for one in sides if one), None)

    def _operation(self, node: nodes.Binary | nodes.Unary, scope: Scope) -> None:
        kind = "bool" if node.operator in ("!", "&&", "||") else "number"
        texts = _texts(node)
        for child in node.children:
            shape = self.visit(child, scope)
            if shape is None:
                continue
            if node.operator not in ("==", "!="):
                shape.kinds.add(kind)
            elif isinstance(child, nodes.Traversal):
                shape.choices += texts

    def _choose(self, key: Shape | None, of: str) -> None:
        """Takes in that a value is a key of a local value or of a variable's default."""
        name = _MAP.search(of)
        found = self._maps.get(name[0]) if name else None
        if key is not None and found is not None:
            key.choices[:0] = [one.name for one in found.items if one.name is not None]


def _texts(node: nodes.Expression) -> list[str]:
    """The literal texts directly in an expression."""
    return [
        one.literal for one in node.children if isinstance(one, nodes.Template) and one.literal is not None
    ]
