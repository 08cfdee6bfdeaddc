"""Renaming, removing and replacing arguments and blocks, with what ``ignore_changes`` says of them."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Refused, nodes, schemas

from ._renames import Successor


def rename(at: Attribute | Block, site: schemas.Site, meant: Successor) -> None:
    """Gives an argument or block the name, and if need be the value, of the one that is meant."""
    old = schemas.content_of(at)[0] if isinstance(at, Block) else at.name
    if isinstance(at, Attribute):
        meant.take_over(at)
    elif at.type == "dynamic":
        _rename_dynamic(at, meant.name)
    else:
        at.type = meant.name
    ignored = next(_ignored(old, site), None)
    if ignored is not None:
        attribute, node = ignored
        attribute.replace({node: meant.name + node.tail(1)})


def _rename_dynamic(block: Block, name: str) -> None:
    """Gives a ``dynamic`` block another label; its content goes on by the old name of its iterator."""
    old = block.labels[0]
    if block.get("iterator") is None and not old.isascii():
        raise Refused(f"whether '{old}' can be the name of an iterator is not clear")
    if block.get("iterator") is None and old.replace("-", "_").isidentifier():
        block.body.set("iterator", old, after="for_each")
    block.relabel(name)


def remove(at: Attribute | Block) -> None:
    at.remove()


def is_ignored(name: str, site: schemas.Site) -> bool:
    """Whether ``ignore_changes`` lists an argument of a resource."""
    return any(_ignored(name, site))


def _ignored(name: str, site: schemas.Site) -> Iterator[tuple[Attribute, nodes.Traversal]]:
    if site.path:
        return
    for lifecycle in site.top.blocks("lifecycle"):
        attribute = lifecycle.get("ignore_changes")
        if attribute is not None and isinstance(attribute.expression, nodes.Tuple):
            for item in attribute.expression.items:
                if isinstance(item, nodes.Traversal) and item.root == name:
                    yield attribute, item
