"""Blocks written where the provider has an argument."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    blocks,
    schemas,
    value_of_blocks,
)

from ._older_callers import OLDER_CALLERS, may_lack_argument
from ._types import told


class SchemaAttributeExpected(Transform):
    """A block is written where the provider expects an argument: `tags { … }`.

    What:
        Looks, at any depth, for nested blocks whose name the provider's schema has as an argument, and writes
        the block's content as an object; blocks inside it become its members. Several blocks of one name
        become a list where the argument is one, `dynamic` ones among them a for-expression.

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
        argument is no list, what is inside and no member of the argument, `dynamic` blocks in others or with
        comments that have no place in an expression, and modules whose callers may use a version with blocks.
        All blocks of one name change together or none does. Silent where the versions that may be in use
        differ.

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
                free = site.body.get(name) is None and value_of_blocks(children, known.type) is not None
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
    value = value_of_blocks(children, type_)
    first, *others = children
    if value is None or any(child.parent is None for child in children):
        raise Refused("the blocks are no longer there")
    assert first.parent is not None
    attribute = Attribute.new(schemas.content_of(first)[0], value)
    attribute.trailing = first.trailing if not others else "\n"
    for other in others:
        other.remove()
    assert first.parent is not None
    first.parent.replace(first, [attribute])
