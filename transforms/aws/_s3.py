"""S3 buckets and the resources that configure them: who belongs to whom, and who must wait for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tffix import (
    Address,
    Attribute,
    Block,
    Module,
    Reference,
    Refused,
    mentions,
    mentions_of,
    nodes,
    parse_block,
)

from ._dependencies import uses

BUCKET = "aws_s3_bucket"
REPLICATION = "aws_s3_bucket_replication_configuration"
VERSIONING = "aws_s3_bucket_versioning"
POLICY = "aws_s3_bucket_policy"


def bucket_in(attribute: Attribute | None, module: Module) -> Block | None:
    """The one bucket of the module that a value names: by reference, in part of a string too, or through a
    local value."""
    if attribute is None:
        return None
    found: dict[Block, None] = {}
    for mention in mentions(attribute.source):
        named = module.get(mention.address)
        if mention.address.parts[0] == BUCKET and isinstance(named, Block):
            found[named] = None
        elif isinstance(named, Attribute) and (inner := _without_chain(named, module)):
            found[inner] = None
    return next(iter(found)) if len(found) == 1 else None


def _without_chain(local: Attribute, module: Module) -> Block | None:
    known = [module.resource(*one.address.parts) for one in mentions(local.source) if one.address.is_resource]
    buckets = [block for block in known if block is not None and block.labels[0] == BUCKET]
    return buckets[0] if len(buckets) == 1 else None


def settings_of(bucket: Block, type_: str, module: Module) -> list[Block]:
    """The resources of a type that configure a bucket, in the order of the files."""
    address = Address.of(bucket)
    own = (one.block for one in uses(module, address) if _configures(one, type_)) if address else ()
    found = [block for block in dict.fromkeys(own) if bucket_in(block.get("bucket"), module) is bucket]
    return sorted(found, key=module.rank) if len(found) > 1 else found


def settings_of_unknown(type_: str, module: Module) -> list[Block]:
    """The resources of a type (policies, versioning) that configure buckets of which it is not known which
    they are."""
    return module.recall(_unknown).get(type_, [])


def _unknown(module: Module) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for type_ in (POLICY, VERSIONING):
        for block in module.resources(type_):
            if bucket_in(block.get("bucket"), module) is None:
                found.setdefault(type_, []).append(block)
    return found


def _configures(reference: Reference, type_: str) -> bool:
    block = reference.block
    return (block.type, *block.labels[:1]) == ("resource", type_) and reference.attribute.name == "bucket"


def add_setting(
    type_: str, bucket: Block, items: Iterable[Attribute | Block], after: Block, module: Module
) -> Block:
    """Puts a new resource that configures a bucket, once for each of its instances, after another block."""
    lines = [f'resource "{type_}" "{bucket.labels[1]}" {{']
    index = ""
    for name, key in (("count", "count.index"), ("for_each", "each.key")):
        if (repeated := bucket.get(name)) is not None:
            lines.append(f"{name} = {repeated.source}\n")
            index = f"[{key}]"
    if (provider := bucket.get("provider")) is not None:
        lines.append(f"provider = {provider.source}\n")
    block = parse_block("\n".join([*lines, f"bucket = {Address.of(bucket)}{index}.id", "}"]))
    for item in items:
        block.body.append(item)
    assert after.parent is not None
    after.parent.insert_after(after, block)
    return block


def add_dependencies(block: Block, others: Iterable[Block], module: Module) -> bool:
    """Makes a resource or module call wait for others; whether that changed anything."""
    attribute = block.get("depends_on")
    present = {one.address for one in mentions_of(attribute)} if attribute is not None else set()
    addresses = (Address.of(one) for one in others)
    missing = [str(one) for one in dict.fromkeys(addresses) if one is not None and one not in present]
    if not missing:
        return False
    if attribute is None:
        _append_line(block, Attribute.new("depends_on", f"[{', '.join(missing)}]"))
    else:
        if not isinstance(attribute.expression, nodes.Tuple):
            raise Refused("its depends_on is not a list")
        attribute.set(_extended(attribute.expression, missing))
    return True


def _append_line(block: Block, attribute: Attribute) -> None:
    """Puts an argument to the end of a block, a blank line before it."""
    block.body.append(attribute)
    attribute.leading = "\n" + attribute.leading


def _extended(node: nodes.Tuple, missing: list[str]) -> str:
    """The source of a list with more elements at its end."""
    text = node.text
    if not node.items:
        return f"[{', '.join(missing)}]"
    last = node.items[-1].end - node.start
    comma = re.match(r"\s*,", text[last:])
    rest = text[last + (comma.end() if comma else 0) :]
    if "\n" not in rest:
        return f"{text[:last]}, {', '.join(missing)}{rest}"
    line, _, below = rest.partition("\n")  # what is said of the last element stays with it
    return f"{text[:last]},{line}\n" + "".join(f"{one},\n" for one in missing) + below
