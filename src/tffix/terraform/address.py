"""Addresses of what a module declares, and the traversals that refer to them.

Facts: Terraform language documentation, "References to Named Values" and "Resource Address Reference".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..hcl.nodes import Expression, For, ForDirective, Object, ObjectItem, Template, Traversal, Tuple
from ..hcl.parser import parse_expression
from ..hcl.tree import Block

_WORDS = {"var": 2, "local": 2, "module": 2, "data": 3, "ephemeral": 3, "resource": 3}
_NOT_DECLARED = frozenset(("each", "count", "self", "path", "terraform"))
_REFERENCE = re.compile(r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\.\d+|\.\*|\[(?:\d+|\*)\])*")
_META_BLOCKS = {"variable": "var", "module": "module", "output": "output"}


@dataclass(frozen=True, slots=True)
class Address:
    """What a reference names inside its module: ``("aws_vpc", "main")``, ``("data", "aws_ami", "x")``,
    ``("var", "region")``, ``("local", "tags")``, ``("module", "network")``, ``("output", "id")``."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return ".".join(self.parts)

    @property
    def is_resource(self) -> bool:
        """Whether it is that of a managed resource."""
        return len(self.parts) == 2 and self.parts[0] not in ("var", "local", "module", "output")

    @classmethod
    def of(cls, block: Block) -> Address | None:
        """The address that a top-level block declares, if it declares one."""
        if block.type == "resource" and len(block.labels) == 2:
            return cls(block.labels)
        if block.type in ("data", "ephemeral") and len(block.labels) == 2:
            return cls((block.type, *block.labels))
        if block.type in _META_BLOCKS and len(block.labels) == 1:
            return cls((_META_BLOCKS[block.type], *block.labels))
        return None

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address that a text is: names with dots between them."""
        return cls(tuple(text.split(".")))


@dataclass(frozen=True, slots=True)
class Mention:
    """A traversal in an expression and the address that its first ``length`` names are."""

    address: Address
    node: Traversal
    length: int

    @property
    def rest(self) -> str:
        """What follows the address, as written: ``[0].id``, ``.names``."""
        return self.node.tail(self.length)


def mention_of(traversal: Traversal) -> Mention | None:
    """The address that a traversal begins with; None for ``each``, ``count``, ``self``, ``path`` and for
    names with nothing after them. A resource may be named with ``resource.`` before its type."""
    if traversal.root in _NOT_DECLARED:
        return None
    length = _WORDS.get(traversal.root, 2)
    names = traversal.names
    if len(names) < length:
        return None
    return Mention(Address(names[traversal.root == "resource" : length]), traversal, length)


def mentions(source: str) -> tuple[Mention, ...]:
    """All mentions in an expression's text, in order. Names that a for-expression binds are not ones."""
    return _traversals(source)[0]


def nameless(source: str) -> tuple[Traversal, ...]:
    """The other traversals in an expression's text, in order, that no for-expression binds: ``each.key``,
    ``path.module``, and names with too little after them."""
    return _traversals(source)[1]


@lru_cache(maxsize=100_000)
def _traversals(source: str) -> tuple[tuple[Mention, ...], tuple[Traversal, ...]]:
    found = list(_unbound(parse_expression(source)))
    mentioned = [(node, mention_of(node)) for node in found]
    return (
        tuple(mention for _, mention in mentioned if mention is not None),
        tuple(node for node, mention in mentioned if mention is None),
    )


def quoted_mentions(source: str) -> tuple[Mention, ...]:
    """The mentions in strings of a list, as ``depends_on = ["aws_vpc.main"]`` has them since before Terraform
    0.12. Their nodes are what stands inside the quotes, so that an edit keeps these."""
    node = parse_expression(source)
    items = node.items if isinstance(node, Tuple) else ()
    found = (_unquoted(item, source) for item in items if isinstance(item, Template))
    return tuple(mention for one in found if one is not None and (mention := mention_of(one)) is not None)


def _unquoted(node: Template, source: str) -> Traversal | None:
    start, end = node.start + 1, node.end - 1
    if node.literal is None or node.is_heredoc or not _REFERENCE.fullmatch(source, start, end):
        return None
    # The text before it becomes spaces, so that positions are those of the whole.
    found = parse_expression(" " * start + source[start:end])
    return Traversal(source, start, end, found.root, found.steps) if isinstance(found, Traversal) else None


def _unbound(node: Expression) -> Iterator[Traversal]:
    """The traversals in an expression whose first names nothing in it binds."""
    stack: list[tuple[Expression, frozenset[str]]] = [(node, frozenset())]
    while stack:
        node, bound = stack.pop()
        if isinstance(node, Traversal) and node.root not in bound:
            yield node
        if isinstance(node, For | ForDirective):
            names = node.names if isinstance(node, For) else tuple(filter(None, (node.key, node.value)))
            inner = bound | frozenset(names)
            first, *rest = node.children
            stack.extend((child, inner) for child in reversed(rest))
            stack.append((first, bound))
        else:
            stack.extend((child, bound) for child in reversed(node.children))


def object_items(node: Expression) -> Mapping[str, ObjectItem]:
    """The items of an object expression whose keys are known, by key."""

    items = node.items if isinstance(node, Object) else ()
    return {item.name: item for item in items if item.name is not None}
