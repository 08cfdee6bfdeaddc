"""Blocks as objects, and objects as blocks.

A provider has some nested contents as blocks in one version and as an argument in another. In a `.tf.json`
file both look alike, so that without the provider's schema blocks are shown as an argument whose value is an
object or a list of objects: ``nested_blocks`` gives them as blocks all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..hcl.nodes import Expression, Literal, Object, Tuple, inside
from ..hcl.source import parse_block
from ..hcl.tree import Attribute, Block, Gap
from ..projection import Refused
from .headers import is_name


def object_of(block: Block, single: Collection[str] = ()) -> str:
    """The source text of the object that has what a block has in it, with its comments. Nested blocks of a
    type become a list of objects, those of the types in ``single`` an object. Raises Refused for a
    ``dynamic`` block, blocks with labels, and several blocks of a type in ``single``."""
    lines: list[str] = []
    written: set[str] = set()
    for item in block.body.items:
        if isinstance(item, Gap):
            lines.append(item.text)
        elif isinstance(item, Attribute):
            lines.append(f"{item.leading}{item.name} = {item.source}{item.trailing}")
        elif item.type not in written:
            written.add(item.type)
            alike = list(block.blocks(item.type))
            lines.append(f"{item.leading}{item.type} = {_value(alike, single)}\n")
    body = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    return f"{{\n{body}}}" if body else "{}"


def _value(blocks: Sequence[Block], single: Collection[str]) -> str:
    first = blocks[0]
    if first.type == "dynamic":
        raise Refused("it has a dynamic block, of which an object is not known")
    if any(one.labels for one in blocks):
        raise Refused(f"its block '{first.type}' has a label")
    if first.type in single:
        if len(blocks) > 1:
            raise Refused(f"it has several blocks '{first.type}'")
        return object_of(first, single)
    # Comments above the first one stand above the argument.
    objects = [("" if one is first else one.leading) + object_of(one, single) for one in blocks]
    return "[\n" + "".join(f"{one},\n" for one in objects) + "]" if len(objects) > 1 else f"[{objects[0]}]"


def block_of(type_: str, node: Expression, blocks: Collection[str] = ()) -> Block:
    """The block of a type that has what an object has in it, free to be inserted. The members in ``blocks``,
    at any depth, become blocks themselves: one for an object, one each for a list of objects. Raises Refused
    for what is no object, and for keys that are no names."""
    node = inside(node)
    if not isinstance(node, Object):
        raise Refused(f"'{type_}' is no object that is written out")
    return parse_block(_block(type_, node, blocks))


def _block(type_: str, node: Object, blocks: Collection[str]) -> str:
    ends = [node.start + 1, *(item.end for item in node.items)]
    begins = [*(item.start for item in node.items), node.end - 1]
    gaps = [_gap(node.source[end:begin]) for end, begin in zip(ends, begins, strict=True)]
    parts = [gaps[0]]
    for item, gap in zip(node.items, gaps[1:], strict=True):
        name = item.name
        if name is None or not is_name(name):
            raise Refused(f"'{item.key.text}' is not a valid name of an argument")
        if name in blocks:
            parts.append("\n".join(_block(name, one, blocks) for one in _objects(name, item.value)))
        else:
            parts.append(f"{name} = {item.value.text}".rstrip("\n"))
        parts.append(gap)
    return f"{type_} {{{''.join(parts)}}}"


def _gap(text: str) -> str:
    """What is between two items of an object, as it is between two of a block: line breaks and comments, but
    no comma."""
    text = text.rstrip(" \t")
    before, comma, after = text.partition(",")
    text = after if comma and not before.strip() else text
    return text if "\n" in text else f"{text}\n"


def nested_blocks(block: Block, type_: str) -> list[Block]:
    """The nested blocks of a type; where an argument of that name is an object or a list of objects, as in a
    `.tf.json` file of a provider whose schema is not known, blocks that are like them. ``set_nested_blocks``
    puts these back after an edit. Raises Refused for a value that is not written out."""
    argument = block.get(type_)
    if argument is None:
        return list(block.blocks(type_))
    return [block_of(type_, one) for one in _objects(type_, argument.expression)]


def set_nested_blocks(block: Block, type_: str, new: Iterable[Block]) -> None:
    """Makes blocks the nested blocks of a type: in the form in which they are there, blocks or an argument.
    Where there are none yet, they are added as blocks. Raises Refused as ``object_of`` does."""
    argument = block.get(type_)
    wanted = [one.copy() for one in new]
    if argument is None:
        for old in list(block.blocks(type_)):
            old.remove()
        for one in wanted:
            block.body.append(one)
        return
    objects = [object_of(one) for one in wanted]
    is_one = isinstance(inside(argument.expression), Object)
    if not objects:
        argument.remove()
    elif is_one and len(objects) == 1:
        argument.set(objects[0])
    else:
        argument.set("[\n" + "".join(f"{one},\n" for one in objects) + "]")


def _objects(name: str, node: Expression) -> list[Object]:
    node = inside(node)
    if isinstance(node, Literal) and node.value is None:
        return []
    items = [inside(item) for item in node.items] if isinstance(node, Tuple) else [node]
    found = [item for item in items if isinstance(item, Object)]
    if len(found) < len(items):
        raise Refused(f"'{name}' is no object that is written out")
    return found


__all__ = ["block_of", "nested_blocks", "object_of", "set_nested_blocks"]
