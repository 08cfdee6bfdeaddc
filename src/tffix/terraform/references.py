"""Where something refers to something else, and which attributes may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..hcl.nodes import Expression, Traversal
from ..hcl.parser import parse_expression
from ..hcl.tree import Attribute, Block, Body, File, UnreadAttribute, spliced
from .address import Address, Mention, mentions, quoted_mentions


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention and where it stands: the attribute, and the top-level block that holds it."""

    mention: Mention
    attribute: Attribute
    block: Block
    file: File

    @property
    def node(self) -> Traversal:
        """The traversal that refers to something."""
        return self.mention.node

    @property
    def address(self) -> Address:
        """The address that it names."""
        return self.mention.address

    @property
    def rest(self) -> str:
        """What follows the address, as written."""
        return self.mention.rest


def with_index(reference: Reference, inside: dict[Expression, str]) -> Reference:
    """The reference as it reads after changes inside its indexes."""
    node = reference.node
    changed = parse_expression(spliced(node.source, node.start, node.end, inside))
    assert isinstance(changed, Traversal)
    return replace(reference, mention=replace(reference.mention, node=changed))


def expressions(block: Block) -> Iterator[tuple[Attribute, frozenset[str]]]:
    """The attributes of a block, at any depth, whose values may refer to something, each with the names
    that ``dynamic`` blocks around it bind. Left out: ``ignore_changes``, the provider meta-argument and a
    module's ``providers``, whose traversals name attributes and provider configurations."""
    stack: list[tuple[Body, frozenset[str]]] = [(block.body, frozenset())]
    while stack:
        body, bound = stack.pop()
        owner = body.owner
        assert owner is not None
        for item in body.items:
            if isinstance(item, Attribute):
                top = owner is block and block.type in ("resource", "data", "ephemeral", "module", "import")
                if top and item.name in ("provider", "providers"):
                    continue
                if item.name == "ignore_changes" and owner.type == "lifecycle":
                    continue
                is_type = block.type in ("variable", "output") and item.name == "type"
                if block.type == "terraform" or is_type:
                    continue
                yield item, bound
        inner = reversed(list(body.blocks()))
        stack.extend((child.body, bound | iterator_names(child)) for child in inner)


def iterator_names(block: Block) -> frozenset[str]:
    """The name that a ``dynamic`` block binds for its content."""
    if block.type != "dynamic" or not block.labels:
        return frozenset()
    iterator = block.get("iterator")
    return frozenset((iterator.source.strip() if iterator else block.labels[0],))


def mentions_of(attribute: Attribute) -> tuple[Mention, ...]:
    """All mentions in an attribute's value, those in the quotes of an old ``depends_on`` too; none in one
    that cannot be parsed."""
    if isinstance(attribute, UnreadAttribute):
        return ()
    found = mentions(attribute.source)
    if attribute.name == "depends_on" and '"' in attribute.source:
        found += quoted_mentions(attribute.source)
    return found


__all__ = ["Reference", "expressions", "iterator_names", "mentions_of", "with_index"]
