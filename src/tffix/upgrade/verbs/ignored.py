"""What ``ignore_changes`` says of an argument that has another name now, or none."""

from __future__ import annotations

from collections.abc import Iterator

from ...hcl.nodes import Traversal, Tuple
from ...hcl.tree import Attribute, Block


def _mentions(block: Block, name: str) -> Iterator[tuple[Attribute, Tuple, Traversal]]:
    for lifecycle in block.blocks("lifecycle"):
        attribute = lifecycle.get("ignore_changes")
        node = attribute.expression if attribute is not None else None
        if attribute is not None and isinstance(node, Tuple):
            for item in node.items:
                if isinstance(item, Traversal) and item.root == name:
                    yield attribute, node, item


def is_ignored(block: Block, name: str) -> bool:
    """Whether changes of an argument, or of all, are ignored."""
    lists = (one.get("ignore_changes") for one in block.blocks("lifecycle"))
    if any(one is not None and one.source.strip() == "all" for one in lists):
        return True
    return any(_mentions(block, name))


def rename_ignored(block: Block, old: str, new: str) -> None:
    """Gives an ignored argument its new name."""
    for attribute, _, item in list(_mentions(block, old))[:1]:
        attribute.replace({item: new + item.text[len(old) :]})


def forget_ignored(block: Block, name: str) -> None:
    """Takes an argument out of those that are ignored."""
    for attribute, node, item in list(_mentions(block, name))[:1]:
        left = [one.text for one in node.items if one is not item]
        if left:
            attribute.set(f"[{', '.join(left)}]")
            continue
        lifecycle = attribute.parent.owner if attribute.parent is not None else None
        attribute.remove()
        if lifecycle is not None and not list(lifecycle.body.attributes) and not list(lifecycle.blocks()):
            lifecycle.remove()
