"""Who may use an S3 bucket by its access control list: the list as a resource of its own, and what it needs.

Facts: Terraform AWS provider version 4 upgrade guide, "S3 Bucket Refactor"; Amazon S3 User Guide,
"Controlling ownership of objects and disabling ACLs" and "Access control list (ACL) overview".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from tffix import Address, Attribute, Block, Module, Refused, nodes, parse_block

from ._s3 import BUCKET, add_dependencies, bucket_in, settings_of

ACL = "aws_s3_bucket_acl"
OWNERSHIP = "aws_s3_bucket_ownership_controls"
_LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery"
_GRANTEE = ("id", "type", "uri")

Item: TypeAlias = Attribute | Block
Adder: TypeAlias = Callable[[str, Sequence[Item]], Block]


def acl_of(bucket: Block) -> str | None:
    attribute = bucket.get("acl")
    return None if attribute is None else attribute.string


def obstacle(argument: str, bucket: Block, module: Module) -> str:
    """Why ``acl`` or ``grant`` of a bucket cannot be moved, as far as the list's place tells; or nothing."""
    if argument == "acl" and acl_of(bucket) == "private":
        return ""
    if argument == "acl" and acl_of(bucket) != "log-delivery-write":
        return "it needs aws_s3_bucket_ownership_controls, and if public an aws_s3_bucket_public_access_block"
    for type_ in (ACL, OWNERSHIP):
        if own := settings_of(bucket, type_, module):
            return f"{Address.of(own[0])} is there already"
        if module.resource(type_, bucket.labels[1]) is not None:
            return f"{type_}.{bucket.labels[1]} is another bucket's"
    return ""


def move_acl(bucket: Block, add: Adder, module: Module) -> None:
    """Removes what a bucket has anyway; the right to deliver logs becomes a resource."""
    attribute = bucket.get("acl")
    assert attribute is not None
    attribute.remove()
    if attribute.string != "private":
        moved = Attribute.new("acl", attribute.source)
        moved.trailing = attribute.trailing
        made = _add_list(bucket, [moved], add, module)
        made.leading += attribute.leading


def move_grants(bucket: Block, policy: Block, owner: str, add: Adder, module: Module) -> None:
    """Makes a resource of the list that grants became; ``owner`` is the data source of the account's id."""
    policy.body.append(parse_block(f"owner {{\n  id = {owner}.id\n}}"))
    _add_list(bucket, [policy], add, module)


def _add_list(bucket: Block, items: Sequence[Item], add: Adder, module: Module) -> Block:
    """Adds a list with the ownership of objects that it needs; whoever logs into the bucket waits for it."""
    ownership = add(OWNERSHIP, [parse_block('rule {\n  object_ownership = "BucketOwnerPreferred"\n}')])
    made = add(ACL, items)
    add_dependencies(made, [ownership], module)
    for one in (*module.resources("aws_s3_bucket_logging"), *module.resources(BUCKET)):
        targets = [one.get("target_bucket"), *(inner.get("target_bucket") for inner in one.blocks("logging"))]
        if any(bucket_in(target, module) is bucket for target in targets):
            add_dependencies(one, [made], module)
    return made


def grants(items: Sequence[Item]) -> Iterable[Item]:
    """The access control policy of ``grant`` blocks, without its owner: one grant for each permission."""
    policy = parse_block("access_control_policy {\n}")
    for item in items:
        if not isinstance(item, Block):
            raise Refused("it is written as an attribute")
        for granted in _granted(item):
            policy.body.append(granted)
    return [policy]


def _granted(block: Block) -> Iterator[Block]:
    uri, permissions = block.get("uri"), block.get("permissions")
    if uri is not None and uri.string != _LOG_DELIVERY:
        raise Refused(
            "what it grants to a group may be public, which needs an aws_s3_bucket_public_access_block"
        )
    listed = permissions.expression if permissions is not None else None
    if not isinstance(listed, nodes.Tuple) or not all(
        isinstance(one, nodes.Template) for one in listed.items
    ):
        raise Refused("which permissions it grants is not known")
    grantee = "".join(
        f"{name} = {attribute.source.strip()}\n"
        for name in _GRANTEE
        if (attribute := block.get(name)) is not None
    )
    for number, permission in enumerate(listed.items):
        made = parse_block(f"grant {{\ngrantee {{\n{grantee}}}\n\npermission = {permission.text}\n}}")
        made.leading = block.leading if number == 0 else ""
        yield made
