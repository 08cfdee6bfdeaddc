"""Arguments written where the provider has blocks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    NotWrittenOut,
    Transform,
    as_blocks,
    blocks,
    facts,
    is_single,
    nodes,
    put_blocks,
    schemas,
)

from ._older_callers import OLDER_CALLERS, may_lack_block


class SchemaBlockExpected(Transform):
    """An argument is written where the provider expects a block: `ingress = { … }`.

    What:
        Looks, at any depth, for arguments whose name the provider's schema has as a nested block. An object
        becomes a block, a list of objects one block each, a for-expression that makes objects and a condition
        with an empty side a `dynamic` block; an empty list or null is removed. Where Terraform takes both
        blocks and a list of objects ("attributes as blocks"), a single object and objects that lack a member
        become blocks.

    Why:
        Terraform stops with "Unsupported argument" or "Incorrect attribute value type" before it plans
        anything.

    Example:
        resource "aws_s3_bucket_versioning" "logs" {
          bucket                   = "logs"
          versioning_configuration = { status = "Enabled" }
        }

    Becomes:
        resource "aws_s3_bucket_versioning" "logs" {
          bucket = "logs"

          versioning_configuration {
            status = "Enabled"
          }
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Reported and left: values that are not written out (a variable, a call), keys that the block does not
        have, several objects for a block that there may be one of, comments that would have no place, an
        empty list that an older version took for "none at all", and modules whose callers may use a version
        with the argument.
        Silent where the versions that may be in use differ.

    Source:
        The provider schemas in tffix's facts; Terraform language documentation, "Attributes as Blocks".
    """

    name = "schema-block-expected"
    impact = Impact.NONE
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            for attribute in site.body.attributes:
                name = attribute.name
                nested, argument = site.block(name), site.attribute(name)
                if nested is not None:
                    message = f"'{name}' of {site.inside} is a block, not an argument ({site.judged.told})"
                    schema, once = nested.block, is_single(nested)
                elif argument is not None and _must_be_blocks(attribute.expression, argument):
                    message = f"'{name}' of {site.inside} takes blocks, or a list of objects with all members"
                    schema, once = schemas.element_block(argument), False
                else:
                    continue
                if nested is not None and may_lack_block(site, name):
                    yield Finding(attribute, message, advice=OLDER_CALLERS)
                    continue
                try:
                    sources = as_blocks(name, attribute.expression, schema, once)
                except NotWrittenOut:
                    yield Finding(attribute, message, advice=_advice(attribute))
                    continue
                reason = _reason_to_keep(attribute, sources, once, site)
                fix = None if reason else partial(put_blocks, attribute, sources)
                yield Finding(attribute, message, fix, reason)


def _advice(attribute: Attribute) -> str:
    name = attribute.name
    if isinstance(
        nodes.inside(attribute.expression), nodes.Object | nodes.Tuple | nodes.Literal | nodes.Template
    ):
        return f"write it as {name} {{ … }}"
    return f'write it as {name} {{ … }}, or as a dynamic "{name}" block for a list'


def _reason_to_keep(attribute: Attribute, sources: list[str], once: bool, site: schemas.Site) -> str:
    """Why an argument is not replaced by the blocks that it stands for, as advice; nothing if it is."""
    name = attribute.name
    if once and sources and any(schemas.content_of(one)[0] == name for one in site.body.blocks()):
        return f"only one block '{name}' is allowed, and there is another one: merge the two"
    if sources:
        return ""
    if site.attribute(f"send_{name}_if_empty") is not None:
        return f"remove it; send_{name}_if_empty = true is what an empty list asks for"
    if "#" in attribute.leading + attribute.trailing or "/" in attribute.leading + attribute.trailing:
        return "remove it, with the comment on it"
    if isinstance(nodes.inside(attribute.expression), nodes.Tuple) and _was_argument(name, site):
        return "older versions removed all of them for an empty list; now those that exist stay: remove it"
    return ""


def _was_argument(name: str, site: schemas.Site) -> bool:
    """Whether another known version of the provider has an argument of that name."""
    judged = site.judged
    for version in facts.schemas.versions(judged.provider):
        schema = facts.schemas.schema(judged.provider, version, judged.kind, judged.type)
        for step in site.path:
            nested = schema.blocks.get(step) if schema is not None else None
            schema = nested.block if nested is not None else None
        if schema is not None and name in schema.attributes:
            return True
    return False


def _must_be_blocks(node: nodes.Expression, argument: schemas.Attribute) -> bool:
    """Whether a value cannot stand for an argument that may be written as blocks."""
    if not schemas.may_be_blocks(argument) or not argument.is_settable:
        return False
    node = nodes.inside(node)
    if isinstance(node, nodes.Object):
        return True
    members = set(schemas.element_block(argument).attributes)
    objects = [nodes.inside(item) for item in node.items] if isinstance(node, nodes.Tuple) else []
    return any(
        isinstance(one, nodes.Object)
        and all(item.name is not None for item in one.items)
        and not members <= {item.name for item in one.items}
        for one in objects
    )
