"""A module to put a language error into, and how a mutation finds a place in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from tffix import Attribute, Block, Body, File, Module, is_override, nodes, parse_block, parse_expression

T = TypeVar("T")
E = TypeVar("E", bound=nodes.Expression)
META = frozenset(
    ("count", "for_each", "depends_on", "provider", "providers", "source", "version", "lifecycle")
)
"""Arguments that are Terraform's, in a resource, data source or module call."""


class NoSiteError(Exception):
    """The module has no place for a mutation."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A module that a mutation edits. Everything is chosen by `random`, so that a seed gives the same."""

    module: Module
    random: Random

    def pick(self, items: Iterable[T]) -> T:
        """One of some things. Raises NoSiteError if there is none."""
        found = list(items)
        if not found:
            raise NoSiteError
        return self.random.choice(found)

    # -- what there is -----------------------------------------------------------------------------------

    @property
    def files(self) -> list[File]:
        """The files that may be edited: in native syntax, and none that overrides others."""
        return [
            file
            for name, file in self.module.files.items()
            if name.endswith(".tf") and not is_override(name) and file.projection is None
        ]

    def blocks(self, *types: str) -> list[Block]:
        """The top-level blocks of some types that may be edited."""
        return [b for file in self.files for b in self.module.accepted(file) if b.type in types]

    def block(self, *types: str, where: Callable[[Block], bool] = lambda _: True) -> Block:
        return self.pick(filter(where, self.blocks(*types)))

    def locals(self) -> list[Attribute]:
        return [attribute for block in self.blocks("locals") for attribute in block.body.attributes]

    def values(self) -> list[Attribute]:
        """The attributes whose expressions Terraform evaluates: of resources, data sources, module calls,
        local values and outputs, less meta-arguments."""
        found = self.locals()
        for block in self.blocks("resource", "data", "module"):
            for body in static_bodies(block):
                found += (a for a in body.attributes if a.name not in META or body is not block.body)
        found += (a for block in self.blocks("output") if (a := block.get("value")))
        return found

    def inner(self, kind: type[E]) -> list[tuple[Attribute, E]]:
        """The nodes of a kind in all values, each with its attribute."""
        return [(value, node) for value in self.values() for node in value.expression.find(kind)]

    def traversals(self, *roots: str) -> Iterator[tuple[Attribute, nodes.Traversal]]:
        """The references in values that begin with some names."""
        for value in self.values():
            for node in value.expression.find(nodes.Traversal, lambda one: one.root in roots):
                yield value, node

    # -- what it does ------------------------------------------------------------------------------------

    def append(self, text: str) -> None:
        """Adds a top-level block at the end of a file."""
        self.pick(self.files).body.append(parse_block(text))

    def duplicate(self, block: Block) -> None:
        """Adds a top-level block a second time."""
        self.pick(self.files).body.append(block.copy())

    def put(self, source: str) -> None:
        """Gives a value another expression."""
        self.pick(self.values()).set(source)

    def wrap(self, form: str) -> None:
        """Puts a value into an expression in which it is `@`."""
        value = self.pick(one for one in self.values() if "<<" not in one.source)
        value.set(form.replace("@", value.source))

    def reference(self) -> str:
        """A reference that is right as such."""
        names = [block.labels[0] for block in self.blocks("variable")]
        return f"var.{self.random.choice(names)}" if names else "terraform.workspace"

    def fresh(self, name: str) -> str:
        """A name that is nowhere mentioned in the module."""
        text = "".join(file.text for file in self.module.files.values())
        while name in text:
            name += "x"
        return name


def add(body: Body, text: str) -> None:
    """Adds an argument (`name = value`) or a block to a body."""
    name, equals, value = text.partition(" = ")
    if equals and name.isidentifier():
        body.append(Attribute.new(name, value))
    else:
        body.append(parse_block(text))


def static_bodies(block: Block) -> Iterator[Body]:
    """The bodies of a resource and of the provider's blocks in it, less what is in `dynamic` blocks."""
    yield block.body
    for inner in block.blocks():
        if inner.type not in ("dynamic", "lifecycle", "provisioner", "connection"):
            yield from static_bodies(inner)


def replace(attribute: Attribute, node: nodes.Expression, source: str) -> None:
    """Puts another expression in the place of a node of an attribute's expression."""
    parse_expression(source)
    attribute.replace({node: source})
