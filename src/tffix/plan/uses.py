"""Finds out what a value must look like from how a module uses it.

`module.net.subnets[0].id` makes `module.net.subnets` a list of objects with an `id`; `count = var.n` makes
`var.n` a number; an argument of a resource makes what it is given a value of the argument's type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tffix.hcl import nodes
from tffix.hcl.tree import Attribute, Block, Body
from tffix.plan.expression_uses import ExpressionUses, Scope
from tffix.plan.shapes import Shape
from tffix.plan.types import read_expression, variable_type

TypeOf = Callable[[Block, tuple[str, ...]], Any]
"""The type of an argument of a resource or data source, by its block and path; None if it is not known."""
InputOf = Callable[[Block, str], Shape | None]
"""What the module of a call does with an argument of the call, if it is known."""


class Uses:
    """The shapes of everything that the bodies of a module refer to; `var`, `module`, `data` and the like are
    members of `root`."""

    def __init__(
        self,
        bodies: Iterable[Body],
        type_of: TypeOf = lambda *_: None,
        input_of: InputOf = lambda *_: None,
    ) -> None:
        self.root = Shape()
        self._type_of, self._input_of = type_of, input_of
        local_values: dict[str, nodes.Expression] = {}
        maps: dict[str, nodes.Object] = {}
        self.outputs: dict[str, Shape] = {}
        """The shapes of what the outputs are, by name, where that is something else by another name."""
        bodies = list(bodies)
        for body in bodies:
            for block in body.blocks("variable"):
                if block.labels and (type_ := variable_type(block)) != "dynamic":
                    self.of("var", block.labels[0]).types.append(type_)
                default = block.get("default")
                if block.labels and default and isinstance(value := read_expression(default), nodes.Object):
                    maps[f"var.{block.labels[0]}"] = value
            for block in body.blocks("locals"):
                local_values.update(
                    (one.name, found)
                    for one in block.body.attributes
                    if (found := read_expression(one)) is not None
                )
        for name, node in local_values.items():
            if isinstance(node, nodes.Object):
                maps[f"local.{name}"] = node
        self._expressions = ExpressionUses(self.root, local_values, maps)
        for body in bodies:
            for block in body.blocks():
                self._block(block, block, (), {})
        self._expressions.finish()

    def of(self, *path: str) -> Shape:
        """The shape of an address such as `var`, `name`."""
        shape = self.root
        for name in path:
            shape = shape.member(name)
        return shape

    def _block(self, top: Block, block: Block, path: tuple[str, ...], scope: Scope) -> None:
        scope = dict(scope)
        body, label = block.body, block.labels[0] if block.labels else ""
        if given := self._attribute(body, "for_each", scope):
            given.kinds.add("each")
            if block is top and _is_as_it_is(body.get("for_each")):
                given.kinds.add("map")  # or a set, and that is never made up
            iterator = body.get("iterator")
            called = read_expression(iterator) if iterator else None
            name = "each" if block is top else called.text if called else label
            scope[name] = Shape({"value": given.item(), "key": given.key_shape()})
        for attribute in body.attributes:
            expression = read_expression(attribute)
            if expression is None or attribute.name in ("for_each", "type", "iterator"):
                continue
            found = self._expressions.visit(expression, scope)
            if found is not None:
                self._give(top, found, (*path, attribute.name))
        for inner in body.blocks():
            if inner.type == "content":
                self._block(top, inner, path, scope)
            elif top.type != "locals":
                name = inner.labels[0] if inner.type == "dynamic" and inner.labels else inner.type
                self._block(top, inner, (*path, name), scope)

    def _attribute(self, body: Body, name: str, scope: Scope) -> Shape | None:
        attribute = body.get(name)
        expression = read_expression(attribute) if attribute else None
        return self._expressions.visit(expression, scope) if expression else None

    def _give(self, top: Block, shape: Shape, path: tuple[str, ...]) -> None:
        if path == ("count",):
            shape.kinds.add("number")
        elif top.type == "output" and path == ("value",) and top.labels:
            self.outputs[top.labels[0]] = shape
        elif top.type == "module" and len(path) == 1:
            if (given := self._input_of(top, path[0])) is not None:
                shape.absorb(given)
        elif top.type in ("resource", "data") and (type_ := self._type_of(top, path)) is not None:
            shape.types.append(type_)
            if shape.element is not None and type_[0] in ("list", "set", "map"):
                shape.element.types.append(type_[1])


def _is_as_it_is(attribute: Attribute | None) -> bool:
    """Whether something is given as what it is; a local value may be a set that is made of a list."""
    node = read_expression(attribute) if attribute else None
    return isinstance(node, nodes.Traversal) and node.root != "local"
