"""Blocks written where the provider has an argument."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Refused, Transform, blocks, schemas

from ._older_callers import OLDER_CALLERS, may_lack_argument
from ._types import told


class SchemaAttributeExpected(Transform):
    """A block is written where the provider has an argument: `tags { … }`.

    What:
        Looks, at any depth, for nested blocks whose name the provider's schema has as an argument, and writes
        the block's content as an object; blocks inside it become its members. Several blocks of one name
        become a list where the argument is one.

    Why:
        Terraform 0.11 took both; since 0.12 it stops with "Unsupported block type". Providers moved from
        blocks to arguments as well, such as helm with version 3.

    Example:
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"

          tags {
            Name = "main"
          }
        }

    Becomes:
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"

          tags = {
            Name = "main"
          }
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Lists and sets of objects may be written as blocks too where the provider's framework lets them
        ("attributes as blocks"), and are left so. Reported and left: several blocks of one name where the
        argument is no list, `dynamic` blocks and all blocks of that name beside them, what is inside and no
        member of the argument, and modules whose callers may use a version with blocks. Silent where the
        versions that may be in use differ.

    Source:
        The provider schemas in tffix's facts; Terraform language documentation, "Attributes as Blocks".
    """

    name = "schema-attribute-expected"
    impact = Impact.NONE
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            groups: dict[str, list[Block]] = {}
            for child in site.body.blocks():
                groups.setdefault(schemas.content_of(child)[0], []).append(child)
            for name, children in groups.items():
                known = site.attribute(name)
                if known is None or not known.is_settable or schemas.may_be_blocks(known):
                    continue
                message = f"'{name}' of {site.inside} is an argument, not a block ({site.judged.told})"
                if may_lack_argument(site, name):
                    yield Finding(children[0], message, advice=OLDER_CALLERS)
                    continue
                free = site.body.get(name) is None and _value(children, known.type) is not None
                fix = partial(_rewrite, children, known.type) if free else None
                yield Finding(children[0], message, fix, advice=f"write it as {name} = {_shape(known.type)}")


def _shape(type_: object) -> str:
    """What a value of a type looks like."""
    match type_:
        case ["list" | "set", ["object" | "map", _]]:
            return "[{ … }, …]"
        case ["list" | "set" | "tuple", _]:
            return "[…]"
        case ["map" | "object", _] | "dynamic":
            return "{ … }"
        case "string":
            return '"…"'
        case _:
            return f"…, {told(type_)}"


def _rewrite(children: list[Block], type_: object) -> None:
    value = _value(children, type_)
    first, *others = children
    if value is None or any(child.parent is None for child in children):
        raise Refused("the blocks are no longer there")
    assert first.parent is not None
    attribute = Attribute.new(first.type, value)
    attribute.trailing = first.trailing if not others else "\n"
    for other in others:
        other.remove()
    assert first.parent is not None
    first.parent.replace(first, [attribute])


def _value(children: list[Block], type_: object) -> str | None:
    """The value of a type that blocks of one name stand for."""
    if any(child.type == "dynamic" or child.labels for child in children):
        return None
    match type_:
        case ["list" | "set", inner]:
            parts = [_object(child, inner) for child in children]
            if None in parts:
                return None
            if len(children) == 1:
                return f"[{parts[0]}]"
            lines = [
                f"{child.leading if number else ''}{part},{child.trailing if number else chr(10)}"
                for number, (child, part) in enumerate(zip(children, parts, strict=True))
            ]
            return f"[\n{''.join(lines)}]"
        case ["map" | "object", _] | "dynamic" if len(children) == 1:
            return _object(children[0], type_)
        case _:
            return None


def _object(block: Block, type_: object) -> str | None:
    """A block's braces and content with the blocks in it as members, if the type has them."""
    if any(not _may_have(type_, attribute.name) for attribute in block.body.attributes):
        return None
    groups: dict[str, list[Block]] = {}
    for child in block.blocks():
        groups.setdefault(child.type, []).append(child)
    values: dict[Block, str] = {}
    for name, children in groups.items():
        value = _value(children, _member(type_, name))
        if value is None or block.get(name) is not None:
            return None
        values[children[0]] = value
    parts = [block.opening[block.opening.index("{") :]]
    for item in block.body.items:
        if not isinstance(item, Block):
            parts.append(item.text)
        elif item in values:
            alone = len(groups[item.type]) == 1
            trailing = item.trailing if alone else "\n"
            parts.append(f"{item.leading}{item.type} = {values[item]}{trailing}")
    return "".join(parts) + block.closing


def _may_have(type_: object, name: str) -> bool:
    return type_ == "dynamic" or _member(type_, name) is not None


def _member(type_: object, name: str) -> object:
    match type_:
        case ["object", dict(members)]:
            return members.get(name)
        case ["map", inner]:
            return inner
        case "dynamic":
            return type_
        case _:
            return None
