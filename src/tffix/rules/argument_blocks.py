"""The blocks that a value stands for, by a provider's schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..facts import schemas
from ..hcl import nodes
from ..hcl.parser import parse_expression
from ..hcl.source import parse_block
from ..hcl.tree import Attribute, Block, Body, Gap
from ..projection import Refused

_COMMENT = re.compile(r"(?:#|//)[^\n]*|/\*.*?\*/", re.S)


class NotWrittenOut(Exception):  # noqa: N818
    """A value whose blocks cannot be told from its text alone, or not without losing a comment."""


def as_blocks(name: str, node: nodes.Expression, schema: schemas.BlockSchema, is_single: bool) -> list[str]:
    """The source texts of the blocks of a name that a value stands for: none for null and an empty list.

    Raises NotWrittenOut.
    """
    found = list(_blocks(name, node, schema))
    if is_single and len(found) > 1:
        raise NotWrittenOut
    return found


def _blocks(name: str, node: nodes.Expression, schema: schemas.BlockSchema) -> Iterator[str]:
    while isinstance(node, nodes.Parentheses):
        _no_comments(node)
        node = node.inner
    match node:
        case nodes.Literal(value=None):
            return
        case nodes.Object():
            yield f"{name} {{\n{_content(node, schema)}}}"
        case nodes.Tuple():
            yield from _each(name, node, schema)
        case nodes.For(key=None, value=nodes.Object()):
            yield _for_each(name, node, schema)
        case nodes.Conditional():
            yield _only_if(name, node, schema)
        case _:
            raise NotWrittenOut


def _each(name: str, node: nodes.Tuple, schema: schemas.BlockSchema) -> Iterator[str]:
    end = node.start + 1
    for item in node.items:
        if not isinstance(nodes.inside(item), nodes.Object):
            raise NotWrittenOut
        above = "".join(f"{comment}\n" for comment in _COMMENT.findall(node.source[end : item.start]))
        yield above + next(_blocks(name, item, schema))
        end = item.end
    if _COMMENT.search(node.source[end : node.end]):
        raise NotWrittenOut


def _content(node: nodes.Object, schema: schemas.BlockSchema) -> str:
    """The lines that an object's items become inside the block, with the comments between them."""
    lines: list[str] = []
    end = node.start + 1
    if len({item.name for item in node.items}) < len(node.items):
        raise NotWrittenOut  # a key is there twice, which an argument cannot be
    for item in node.items:
        beside, above = _comments(node.source[end : item.start], is_first=not lines)
        if beside:
            lines[-1] += f" {beside}"
        lines += [*above, *_lines(item, schema)]
        end = item.end
    beside, below = _comments(node.source[end : node.end], is_first=not lines)
    if beside:
        lines[-1] += f" {beside}"
    return "".join(f"{line}\n" for line in [*lines, *below])


def _lines(item: nodes.ObjectItem, schema: schemas.BlockSchema) -> list[str]:
    name = item.name or ""
    if name in schema.attributes:
        return [f"{name} = {item.value.text}".rstrip("\n")]
    if name in schema.blocks:
        nested = schema.blocks[name]
        return as_blocks(name, item.value, nested.block, is_single(nested))
    raise NotWrittenOut


def is_single(nested: schemas.NestedBlock) -> bool:
    """Whether there may be one block of a name only."""
    return nested.max_items == 1 or nested.nesting in ("single", "group")


def _comments(gap: str, *, is_first: bool) -> tuple[str, list[str]]:
    """The comments between two items: one on the line of the first, those on lines of their own."""
    found = list(_COMMENT.finditer(gap))
    newline = gap.find("\n")
    beside = [] if is_first else [one[0] for one in found if newline < 0 or one.start() < newline]
    if len(beside) > 1:
        raise NotWrittenOut
    return "".join(beside), [one[0] for one in found[len(beside) :]]


def _for_each(name: str, node: nodes.For, schema: schemas.BlockSchema) -> str:
    """``[for x in xs : { a = x.a }]`` as a ``dynamic`` block over ``xs``."""
    _no_comments(node)
    names = {node.names[-1]: f"{name}.value"}
    if len(node.names) == 2:
        names[node.names[0]] = f"{name}.key"
    collection = node.collection.text
    if node.condition is not None:
        if len(node.names) == 2:
            raise NotWrittenOut
        collection = f"[for {node.names[0]} in {collection} : {node.names[0]} if {node.condition.text}]"
    value = parse_expression(_with_names(node.value, name, names))
    assert isinstance(value, nodes.Object)
    return _dynamic(name, collection, _content(value, schema))


def _only_if(name: str, node: nodes.Conditional, schema: schemas.BlockSchema) -> str:
    """``on ? [{ … }] : []`` as a ``dynamic`` block that is there once or not at all."""
    _no_comments(node)
    yes, no = list(_blocks(name, node.yes, schema)), list(_blocks(name, node.no, schema))
    once = yes or no
    if len(once) != 1 or (yes and no) or once[0].startswith("dynamic"):
        raise NotWrittenOut
    if not once[0].startswith(f"{name} {{"):
        raise NotWrittenOut
    condition = node.condition.text
    for_each = f"{condition} ? [1] : []" if yes else f"{condition} ? [] : [1]"
    return _dynamic(name, for_each, once[0].removeprefix(f"{name} {{\n").removesuffix("}"))


def _dynamic(name: str, for_each: str, content: str) -> str:
    return f'dynamic "{name}" {{\nfor_each = {for_each}\n\ncontent {{\n{content}}}\n}}'


def _with_names(node: nodes.Expression, iterator: str, names: Mapping[str, str]) -> str:
    """An expression's text with the names that a for-expression bound replaced by a block's iterator."""
    if any(isinstance(one, nodes.For | nodes.ForDirective) for one in node.walk()):
        raise NotWrittenOut  # it may bind the same names again
    text, offset = node.text, node.start
    found = list(node.find(nodes.Traversal))
    if any(one.root == iterator for one in found):
        raise NotWrittenOut  # the new iterator would hide it
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        if one.root in names:
            start = one.start - offset
            text = text[:start] + names[one.root] + text[start + len(one.root) :]
    return text


def _no_comments(node: nodes.Expression) -> None:
    """Refuses a node with a comment between its parts."""
    ends = [node.start, *(end for child in node.children for end in (child.start, child.end)), node.end]
    gaps = list(pairwise(ends))[::2]
    if any(_COMMENT.search(node.source[start:end]) for start, end in gaps):
        raise NotWrittenOut


def put_blocks(attribute: Attribute, sources: list[str]) -> None:
    """Puts blocks, from their source texts, in the place of an argument, with its comments."""
    body = attribute.parent
    if body is None:
        raise Refused("it is no longer there")
    if not sources:
        attribute.remove()
        return
    made = [parse_block(source) for source in sources]
    made[0].leading = attribute.leading + made[0].leading
    made[-1].trailing = attribute.trailing
    body.replace(attribute, made)
    _set_apart(body, made)


def _set_apart(body: Body, made: list[Block]) -> None:
    """Puts a blank line between blocks and what stands beside them."""
    for block in made:
        index = next(number for number, item in enumerate(body.items) if item is block)
        for place in (index + 1, index):
            if 0 < place < len(body.items) and not any(
                isinstance(item, Gap) for item in body.items[place - 1 : place + 1]
            ):
                body.splice(place, place, [Gap("\n")])
