"""Arguments of `aws_s3_bucket` that version 4 of the AWS provider made resources of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Reference,
    Refused,
    Transform,
    nodes,
    parse_block,
    schemas,
)

from ._dependencies import depends, uses
from ._s3 import BUCKET, REPLICATION, VERSIONING, add_dependencies, add_setting, bucket_in, settings_of
from ._s3_access import OWNERSHIP, Item, acl_of, move_acl, move_grants
from ._s3_access import obstacle as access_obstacle
from ._s3_arguments import MOVED, is_dynamic
from ._s3_comments import part_comments
from ._scanner_comments import comments_for
from ._trail_policy import data_source

WEBSITE = "aws_s3_bucket_website_configuration"
_DELIVERING = frozenset(
    (
        "aws_alb",
        "aws_cloudtrail",
        "aws_config_delivery_channel",
        "aws_elb",
        "aws_flow_log",
        "aws_lb",
        "aws_redshift_cluster",
        "aws_redshift_logging",
        "aws_s3_bucket_logging",
    )
)
"""Resources whose creation fails while the bucket's policy does not let them write."""
_ACCESS = ("acl", "grant")
_OWN = ("bucket", "count", "for_each", "provider")
_READ_FROM_WEBSITE = ("website_domain", "website_endpoint")


class S3BucketArgumentMoved(Transform):
    """An argument of an S3 bucket is now a resource of its own.

    What:
        Moves `versioning`, `server_side_encryption_configuration`, `lifecycle_rule`, `cors_rule`, `website`,
        `logging`, `replication_configuration`, `policy`, `acceleration_status`, `request_payer`,
        `object_lock_configuration` and `grant` of `aws_s3_bucket` into the resources that took their place,
        with the bucket's `count` or `for_each` and its provider. That a bucket has an object lock stays with
        it, as `object_lock_enabled`. `website_endpoint` and `website_domain` are read from the new resource.
        Replication depends on versioning. `acl = "private"`, what a bucket has anyway, is removed;
        `acl = "log-delivery-write"` and grants become an `aws_s3_bucket_acl` with the object ownership that
        it needs. Comments above an argument go along, but those by which tfsec or Trivy ignore another check
        stay.

    Why:
        Since version 4 of the AWS provider these arguments are deprecated; its first releases refuse them.
        With an access control list in the bucket, creating it fails where object ownership is enforced, as it
        is by default since April 2023.

    Example:
        resource "aws_s3_bucket" "assets" {
          bucket = "example-assets"
          acl    = "private"

          versioning {
            enabled = true
          }
        }

    Becomes:
        resource "aws_s3_bucket" "assets" {
          bucket = "example-assets"
        }

        resource "aws_s3_bucket_versioning" "assets" {
          bucket = aws_s3_bucket.assets.id

          versioning_configuration {
            status = "Enabled"
          }
        }

    Impact:
        Adds resources to the state. On a bucket that is deployed they write the settings that it has; the
        bucket itself does not change, as the provider computes what it is no longer told. Who wants a plan
        without additions writes an `import` block with the bucket's name as `id` for each, which only works
        for a bucket that exists.

    Limits:
        Reported and left: `dynamic` blocks, settings of which the new form is not certain (tags that are not
        written out, dates and redirects from variables, `mfa_delete`), other access control lists, grants to
        groups other than that which delivers logs, since these may be public, a setting
        that stands in a resource of its own already, one that something reads or `ignore_changes` names.
        `versioning` that is off is removed. Silent below version 4 of the provider.

    Source:
        Terraform AWS provider version 4 upgrade guide, "S3 Bucket Refactor"; Amazon S3 User Guide,
        "Controlling ownership of objects and disabling ACLs".
    """

    name = "aws-s3-bucket-argument-moved"
    impact = Impact.CREATE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        buckets = [block for block in module.resources(BUCKET) if len(block.labels) == 2]
        judged = [(block, schemas.pin_of(block, module)) for block in buckets]
        for argument, (type_, _) in MOVED.items():
            for block, pin in judged:
                if pin is None or any(int(version.split(".")[0]) < 4 for version in pin.versions):
                    continue
                found = _items(block, argument)
                if found:
                    yield _finding(found[0], argument, type_, block, module)


def _items(bucket: Block, argument: str) -> list[Item]:
    """Where a bucket says something of an argument."""
    return [
        item
        for item in bucket.body.items
        if (isinstance(item, Attribute) and item.name == argument)
        or (isinstance(item, Block) and schemas.content_of(item)[0] == argument)
    ]


def _finding(at: Item, argument: str, type_: str, bucket: Block, module: Module) -> Finding:
    message = f"'{argument}' of {BUCKET} has become the resource {type_}"
    reason = _obstacle(argument, type_, bucket, module)
    if reason:
        paste = f'resource "{type_}" "{bucket.labels[1]}" {{ … }}'
        return Finding(at, message, advice=f"move it to {paste} by hand: {reason}")
    impact = Impact.NONE if argument == "acl" and acl_of(bucket) == "private" else None
    return Finding(at, message, partial(_move, argument, type_, bucket, module), impact=impact)


def _obstacle(argument: str, type_: str, bucket: Block, module: Module) -> str:
    """Why an argument cannot be moved, or nothing."""
    address = Address.of(bucket)
    if address is None or len(module.blocks("resource", *bucket.labels)) > 1:
        return "the bucket is declared twice, or overridden"
    if module.unreadable:
        return f"{module.unreadable[0]} cannot be read"
    if any(argument in one.source for inner in bucket.blocks("lifecycle") for one in _ignored(inner)):
        return "ignore_changes names it"
    readers = [one for one in module.references_to(address) if _reads(one, argument)]
    if readers:
        return f"'{' '.join((readers[0].block.type, *readers[0].block.labels))}' reads it from the bucket"
    if (mention := module.mentioned_elsewhere(f"{address}.{argument}")) is not None:
        return f"{mention} reads it from the bucket"
    if argument in _ACCESS:
        reason = access_obstacle(argument, bucket, module)
        return reason or _inconvertible(argument, bucket)
    if own := settings_of(bucket, type_, module):
        return f"{Address.of(own[0])} says it too, and one of the two must go"
    if module.resource(type_, bucket.labels[1]) is not None:
        return f"{type_}.{bucket.labels[1]} is another bucket's"
    if argument == "object_lock_configuration" and bucket.get("object_lock_enabled") is not None:
        return "object_lock_enabled says it too"
    return _inconvertible(argument, bucket)


def _inconvertible(argument: str, bucket: Block) -> str:
    try:
        _converted(argument, _items(bucket, argument))
    except Refused as refusal:
        return str(refusal)
    return ""


def _ignored(lifecycle: Block) -> Iterator[Attribute]:
    ignored = lifecycle.get("ignore_changes")
    if ignored is not None:
        yield ignored


def _reads(reference: Reference, argument: str) -> bool:
    steps = reference.node.steps[1:]
    return any(isinstance(step, nodes.GetAttribute) and step.name == argument for step in steps)


def _converted(argument: str, items: Sequence[Item]) -> Sequence[Item]:
    if any(map(is_dynamic, items)):
        raise Refused("it is made by a dynamic block")
    made = list(MOVED[argument][1]([item.copy() for item in items]))
    taken = next((one.name for one in made if isinstance(one, Attribute) and one.name in _OWN), None)
    if taken is not None:
        raise Refused(f"'{taken}' is set in it, which the new resource has for itself")
    return made


def _move(argument: str, type_: str, bucket: Block, module: Module) -> None:
    if reason := _obstacle(argument, type_, bucket, module):
        raise Refused(reason)
    add = partial(_add, bucket, module)
    if argument == "acl":
        move_acl(bucket, add, module)
        return
    before = _items(bucket, argument)
    enabled = Attribute.new("object_lock_enabled", "true")
    if argument == "object_lock_configuration":
        bucket.body.insert_before(before[0], enabled)
    for item in before:
        part_comments(item, argument)
        item.remove()  # first, as comments about the bucket itself stay there
    made = _converted(argument, before)
    enabled.leading += "" if made else before[0].leading
    if argument == "grant":
        owner = data_source("aws_canonical_user_id", bucket, module)
        move_grants(bucket, parse_block(made[0].text), owner, add, module)
    elif made:
        add(type_, made)
    if argument == "website":
        _follow_website(bucket, module)
    if argument == "policy":
        _wait_for_policy(bucket, module)
    if argument in ("versioning", "replication_configuration"):
        _wait_for_versioning(bucket, module)


def _add(bucket: Block, module: Module, type_: str, items: Sequence[Item]) -> Block:
    """Puts a new resource for a bucket behind those that it has already."""
    assert bucket.parent is not None
    kinds = (*(kind for kind, _ in MOVED.values()), OWNERSHIP)
    own = [one for kind in kinds for one in settings_of(bucket, kind, module) if one.parent is bucket.parent]
    after = max(own, key=bucket.parent.places.__getitem__, default=bucket)
    made = add_setting(type_, bucket, items, after, module)
    if type_ != OWNERSHIP:  # which no setting of the bucket became
        made.leading += comments_for(bucket, type_)
    return made


def _follow_website(bucket: Block, module: Module) -> None:
    address = Address.of(bucket)
    assert address is not None
    readers = [
        one for one in module.references_to(address) if any(_reads(one, name) for name in _READ_FROM_WEBSITE)
    ]
    module.redirect(readers, lambda one: f"{WEBSITE}.{bucket.labels[1]}{one.rest}")


def _wait_for_versioning(bucket: Block, module: Module) -> None:
    """Makes replication from and to a bucket wait for the versioning of all its buckets, which came first as
    part of them."""
    address = Address.of(bucket)
    assert address is not None
    users = dict.fromkeys(one.block for one in uses(module, address))
    for replication in (one for one in users if one.labels[:1] == (REPLICATION,)):
        buckets = [bucket_in(replication.get("bucket"), module)]
        for rule in replication.blocks("rule"):
            buckets += [bucket_in(one.get("bucket"), module) for one in rule.blocks("destination")]
        versioned = [one for bucket in buckets if bucket for one in settings_of(bucket, VERSIONING, module)]
        add_dependencies(replication, versioned, module)


def _wait_for_policy(bucket: Block, module: Module) -> None:
    """Makes what delivers to a bucket wait for its policy, which came first as part of it."""
    policy = settings_of(bucket, "aws_s3_bucket_policy", module)
    address = Address.of(bucket)
    assert address is not None
    for reference in module.references_to(address):
        user, own = reference.block, Address.of(reference.block)
        is_set_up = (user.labels[:1], reference.attribute.name) == (("aws_s3_bucket_logging",), "bucket")
        if user.type != "resource" or user.labels[0] not in _DELIVERING or own is None or is_set_up:
            continue
        if not any(depends(module, made, own) for made in map(Address.of, policy) if made):
            add_dependencies(user, policy, module)
