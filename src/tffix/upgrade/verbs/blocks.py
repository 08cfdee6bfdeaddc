"""An argument has become blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ...facts import schemas
from ...facts.versions import newest_first
from ...hcl.nodes import Call, Expression, For, Literal, Object, Tuple, inside
from ...hcl.source import parse_block
from ...hcl.tree import Attribute
from ...projection import Refused
from ...rules.argument_blocks import NotWrittenOut, as_blocks, put_blocks
from ...terraform.module import Module
from ..places import places, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide


def blocks(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes a list of objects as blocks. ``members``: of a list of single values, what each argument of a
    block is: `key`, `value`, or a source text. ``empty``: the argument, or the block with those arguments,
    that an empty list stands for now. ``flag``: an empty block says what true said."""
    old = entry.path[-1]
    new = str(entry.keys.get("to", old))
    message = f"'{old}' of {entry.type} is written as blocks now: {new} {{ … }}"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if not isinstance(at, Attribute):
                continue
            node = inside(at.expression)
            if isinstance(node, Tuple) and not node.items and (flag := entry.keys.get("empty")):
                yield Hit(Outcome.DONE, at, message, partial(_empty, at, new, flag))
                continue
            sources = _sources(entry, new, node, table)
            if sources is None:
                yield to_decide(at, message, f"write it as {new} {{ … }}")
                continue
            yield Hit(Outcome.DONE, at, message, partial(_put, at, sources))


def _empty(attribute: Attribute, name: str, instead: str | Mapping[str, str]) -> None:
    if not isinstance(instead, str):
        _put(attribute, [f"{name} {{\n{_lines(instead, '', '')}}}"])
        return
    attribute.rename(instead)
    attribute.set("true")


def _put(attribute: Attribute, sources: list[str]) -> None:
    if attribute.parent is None:
        raise Refused("the argument is no longer there")
    put_blocks(attribute, sources)


def _sources(entry: Entry, name: str, node: Expression, table: Table) -> list[str] | None:
    """The blocks' source texts; None where they cannot be told."""
    if members := entry.keys.get("members"):
        return _of_values(name, node, members)
    if entry.keys.get("flag"):
        return _of_flag(name, node)
    schema = _schema(entry, name, table)
    if schema is None:
        return None
    try:
        return [_without_nulls(one) for one in as_blocks(name, node, schema, False)]
    except NotWrittenOut:
        return None if isinstance(node, Object | Tuple | For) else [_dynamic(name, node, schema)]


def _without_nulls(source: str) -> str:
    """A block's source text without the arguments that are written as null, as an object had to have all."""
    block = parse_block(source)
    for body in block.body.walk():
        for attribute in list(body.attributes):
            if attribute.source.strip() == "null" and "#" not in attribute.leading:
                attribute.remove()
    return block.text


def _of_flag(name: str, node: Expression) -> list[str]:
    if isinstance(node, Literal):
        return [f"{name} {{}}"] if node.value is True else []
    return [f'dynamic "{name}" {{\nfor_each = {node.text} ? [true] : []\n\ncontent {{}}\n}}']


def _of_values(name: str, node: Expression, members: Mapping[str, str]) -> list[str]:
    if isinstance(node, Literal) and node.value is None:
        return []
    if isinstance(node, Tuple):
        return [
            f"{_above(node, number)}{name} {{\n{_lines(members, str(number), item.text)}}}"
            for number, item in enumerate(node.items)
        ]
    lines = _lines(members, f"{name}.key", f"{name}.value")
    return [f'dynamic "{name}" {{\nfor_each = {node.text}\n\ncontent {{\n{lines}}}\n}}']


def _above(node: Tuple, number: int) -> str:
    """The comments on lines of their own before an item."""
    start = node.items[number - 1].end if number else node.start + 1
    gap = node.source[start : node.items[number].start]
    lines = (line.strip() for line in gap.split("\n")[1:])
    return "".join(f"{line}\n" for line in lines if line.startswith(("#", "//")))


def _lines(members: Mapping[str, str], key: str, value: str) -> str:
    known = {"key": key, "value": value}
    return "".join(f"{name} = {known.get(source, source)}\n" for name, source in members.items())


def _dynamic(name: str, node: Expression, schema: schemas.BlockSchema) -> str:
    settable = [one for one, attribute in schema.attributes.items() if attribute.is_settable]
    lines = "".join(f"{one} = {name}.value.{one}\n" for one in settable)
    each = f"coalesce({node.text}, [])" if isinstance(node, Call) else node.text
    return f'dynamic "{name}" {{\nfor_each = {each}\n\ncontent {{\n{lines}}}\n}}'


def _schema(entry: Entry, name: str, table: Table) -> schemas.BlockSchema | None:
    """The schema of the blocks in the newest known version of the major."""
    for version in newest_first(schemas.versions(table.model)):
        if version.split(".")[0] != str(table.major):
            continue
        found = schemas.schema(table.model, version, entry.kind, entry.type)
        for step in (*entry.path[:-1], name):
            inner = found.blocks.get(step) if found is not None else None
            found = inner.block if inner is not None else _element(found, step)
        return found
    return None


def _element(schema: schemas.BlockSchema | None, name: str) -> schemas.BlockSchema | None:
    from ...rules.schemas import element_block, may_be_blocks

    attribute = schema.attributes.get(name) if schema is not None else None
    return element_block(attribute) if attribute is not None and may_be_blocks(attribute) else None
