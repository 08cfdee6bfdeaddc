"""An argument that switched its block on or off is gone: the block is there, or it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ...hcl.nodes import Literal, Traversal, inside
from ...hcl.source import parse_block
from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.module import Module
from ..places import places, readers, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide


def switch(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Leaves the argument out where it is true, its block where it is false, and makes a dynamic block of it
    where it is an expression."""
    name = entry.path[-1]
    message = f"'{name}' of {entry.told.rpartition('.')[0]} is gone: without it the block is on"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if not isinstance(at, Attribute):
                continue
            fix = _fix(at)
            if fix is None:
                yield to_decide(at, message, "write the block only where it is on")
            else:
                yield Hit(Outcome.DONE, at, message, fix)
    for found, step in readers(entry, table.provider, module):
        yield to_decide(found.attribute, f"{message}, and its value is read here", within=step)


def _fix(at: Attribute) -> Callable[[], object] | None:
    node, owner = inside(at.expression), at.parent.owner if at.parent is not None else None
    if owner is None:
        return None
    if isinstance(node, Literal):
        if node.value is True:
            return at.remove
        outer = _dynamic(owner) or owner
        return outer.remove if node.value is False else None
    dynamic = _dynamic(owner)
    if dynamic is None:
        return partial(_made_dynamic, at, owner, node.text)
    each = dynamic.get("for_each")
    iterator = dynamic.get("iterator")
    name = iterator.source.strip() if iterator is not None else dynamic.labels[0]
    condition = _condition(at, name)
    if each is None or condition is None or _reads_key(owner, name):
        return None
    return partial(_filtered, at, each, f"[for {name} in {each.source.strip()} : {name} if {condition}]")


def _dynamic(owner: Block) -> Block | None:
    """The dynamic block whose content a block is."""
    outer = owner.parent.owner if owner.type == "content" and owner.parent is not None else None
    return outer if outer is not None and outer.type == "dynamic" else None


def _condition(at: Attribute, iterator: str) -> str | None:
    """The argument's value with the iterator's value by its own name."""
    made = parse_block(f"x {{\n  y = {at.source.strip()}\n}}\n").get("y")
    assert made is not None
    found = [one for one in made.expression.find(Traversal) if one.root == iterator]
    if any(one.names[1:2] != ("value",) for one in found):
        return None
    made.replace({one: iterator + one.text[len(f"{iterator}.value") :] for one in found})
    return made.source.strip()


def _reads_key(content: Block, iterator: str) -> bool:
    return any(
        one.root == iterator and one.names[1:2] != ("value",)
        for body in content.body.walk()
        for attribute in body.attributes
        for one in attribute.expression.find(Traversal)
    )


def _made_dynamic(at: Attribute, block: Block, condition: str) -> None:
    if at.parent is None or block.parent is None:
        raise Refused("the block is no longer there")
    at.remove()
    content = block.body.text
    source = (
        f'dynamic "{block.type}" {{\nfor_each = {condition} ? [true] : []\n\ncontent {{\n{content}}}\n}}\n'
    )
    made = parse_block(f"{block.leading.lstrip()}{source}")
    block.parent.replace(block, [made])


def _filtered(at: Attribute, each: Attribute, source: str) -> None:
    if at.parent is None or each.parent is None:
        raise Refused("the block is no longer there")
    each.set(source)
    at.remove()
